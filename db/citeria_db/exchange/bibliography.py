"""Bibliographies in the styles of the Citation Style Language, set by citeproc-py.

Every item is set in its own language: "et al." in an English one, "и др." in a Russian, "等" in a Chinese. For that
each locale has a style of its own, and an item is handed to that of its language; the order is the same for all.
"""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Any, Final

from citeria_core.cite import reference
from citeria_core.errors import KnownError
from citeria_core.model import Source
from citeria_core.spelling import suggestion
from citeria_db.exchange import bibliography_dates, bibliography_items
from citeria_resources import citation_style

STYLES: Final = (
    "apa",
    "chicago-author-date",
    "gb-t-7714-2015-numeric",
    "gost-r-7-0-5-2008-numeric",
    "harvard-cite-them-right",
    "ieee",
)
_OTHER_NAMES: Final = {
    "china-national-standard-gb-t-7714-2015-numeric": "gb-t-7714-2015-numeric",
    "gost-r-7-0-5-2008": "gost-r-7-0-5-2008-numeric",
}


_QUOTED: Final = "\ufdd3"  # a noncharacter, put after each closing quotation mark that citeproc-py itself writes


class UnknownStyleError(KnownError):
    """A style that is not shipped."""

    code = "unknown_style"
    template = "There is no citation style “{style}” here.{hint} The styles are: {known}."


class UnknownLanguageError(KnownError):
    """A language without terms."""

    code = "unknown_language"
    template = "There are no terms for the language “{language}”. Name one such as en, en-GB, zh, ru, de or fr."


@dataclass(frozen=True, slots=True)
class BibliographyEntry:
    """One source in a style: its key, the locale it is set in, its text in one line (plain or HTML)."""

    key: str
    locale: str
    text: str


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The entries in the order of the style, and what could not be set as the style wants it."""

    entries: tuple[BibliographyEntry, ...]
    remarks: tuple[str, ...] = ()

    def plain(self) -> str:
        """One entry a line."""
        return "".join(f"{entry.text}\n" for entry in self.entries)

    def page(self) -> str:
        """A whole HTML page; the entries have to be HTML."""
        told = "\n".join(f'<p lang="{entry.locale}">{entry.text}</p>' for entry in self.entries)
        head = '<!DOCTYPE html>\n<html>\n<head><meta charset="utf-8"><title>Bibliography</title></head>'
        return f"{head}\n<body>\n{told}\n</body>\n</html>\n"


def bibliography(
    sources: Sequence[Source], style: str, language: str | None = None, *, html: bool = False
) -> Bibliography:
    """Set sources in a style; in `language` if one is given, else each in its own.

    Raises `UnknownStyleError` and `UnknownLanguageError`. A source that citeproc-py cannot set stands there as
    `cite.reference` writes it, and is remarked.
    """
    file = _style_file(style)
    forced = None if language is None else bibliography_items.locale(language)
    if language is not None and forced is None:
        raise UnknownLanguageError(language=language)
    locales = [forced or bibliography_items.locale_of(source) for source in sources]
    setter = _Setter(file, sources, html=html)
    order = setter.order()
    entries, remarks = [], []
    for number, place in enumerate(order, start=1):
        text = setter.text(place, locales[place])
        if text is None:
            text = escape(reference(sources[place]), quote=False) if html else reference(sources[place])
            remarks.append(f"{sources[place].key} could not be set in {file} and stands in our own form.")
        entries.append(BibliographyEntry(sources[place].key, locales[place], _spaced(text, number)))
    return Bibliography(tuple(entries), tuple(remarks))


def _style_file(style: str) -> str:
    name = _OTHER_NAMES.get(style, style)
    if name not in STYLES:
        hint = suggestion(style, STYLES, listed=True)
        raise UnknownStyleError(style=style, hint=hint, known=", ".join(STYLES))
    return name


def _spaced(text: str, number: int) -> str:
    """One line, with two things that citeproc-py leaves out.

    A space after the number that a style sets into a column of its own; and the comma or full stop inside the quotation
    marks, where the locale wants it there.
    """
    line = re.sub(rf"([.,?!]?)(.){_QUOTED}([.,]?)", _into_quote, " ".join(text.split()))
    return re.sub(rf"^(\[{number}\]|{number}\.)(?=\S)", r"\1 ", line)


def _into_quote(found: re.Match[str]) -> str:
    last, mark, following = found.groups()
    kept = "" if last == following or (last and following == ".") else following
    return f"{last}{kept}{mark}"


class _Setter:
    """citeproc-py with one style in as many locales as are asked for."""

    def __init__(self, file: str, sources: Sequence[Source], *, html: bool) -> None:
        from citeproc.source import BibliographySource

        self._xml = citation_style(file)
        self._html = html
        self._keys = [str(place) for place in range(len(sources))]  # citeproc-py would lower-case the real ones
        self._styles: dict[str, Any] = {}
        names_first = "second-field-align" not in self._xml.decode("utf-8")
        self._library = BibliographySource()
        for key, source in zip(self._keys, sources, strict=True):
            self._library.add(bibliography_items.prepared(source, key, names_first=names_first))

    def order(self) -> list[int]:
        """The places of the sources in the order of the style."""
        made = self._made("en-US")
        made.keys = [item.key for item in made.style.sort_bibliography(list(made.items))]
        self._keys = list(made.keys)
        self._styles.clear()  # numbers go by the order in which items are registered
        return [int(key) for key in self._keys]

    def text(self, place: int, locale: str) -> str | None:
        """One source set in a locale, or None if citeproc-py fails at it."""
        made = self._made(locale)
        try:
            (text,) = made.style.render_bibliography([made.items[made.keys.index(str(place))]])
        except Exception:
            return None
        return bibliography_items.unmarked(bibliography_dates.joined(str(text), made.style), html=self._html)

    def _made(self, locale: str) -> Any:
        if locale not in self._styles:
            style = _style(self._xml, locale, self._html)
            self._styles[locale] = _with_items(style, self._library, self._keys, html=self._html)
        return self._styles[locale]


def _with_items(style: Any, library: Any, keys: list[str], *, html: bool) -> Any:
    """A bibliography in which all items are registered (at once: one by one takes the square of their number)."""
    from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter

    made = CitationStylesBibliography(style, library, formatter.html if html else formatter.plain)
    items = [CitationItem(key) for key in keys]
    citation = Citation(items)
    citation.bibliography = made
    made.keys, made.items = list(keys), items
    return made


@lru_cache(maxsize=8)
def _style(xml: bytes, locale: str, html: bool) -> Any:
    """A style in a locale, read once: it holds nothing of the items set in it, but how they are marked up (`html`)."""
    from citeproc import CitationStylesStyle

    style: Any = CitationStylesStyle(io.BytesIO(xml), locale=locale, validate=False)
    bibliography_dates.follow_locale(style)
    inner_first = (element for part in style.root for element in reversed(list(part.iter())))
    style.elements = [_tuned(element) for element in inner_first]  # kept, so that lxml makes no new ones
    if style.root.get_locale_option("punctuation-in-quote") == "true":
        for term in (
            found for held in style.root.locales for found in held.iterfind(".//{*}term[@name='close-quote']")
        ):
            term.text = f"{term.text}{_QUOTED}"
    return style


def _tuned(element: Any) -> Any:
    """Remember what never changes, and print no label without its number.

    citeproc-py asks anew, all the way down, whether an element calls a variable: half its time. And it prints the label
    of a variable that an item has not ("Edition." after a newspaper in Chicago style).
    """
    from citeproc.model import Label

    if hasattr(type(element), "calls_variable"):
        calls = bool(element.calls_variable())
        element.calls_variable = lambda: calls
    variable = element.get("variable", "").replace("-", "_")
    if isinstance(element, Label) and variable and variable != "locator":
        _only_with(variable, element)
    return element


def _only_with(variable: str, label: Any) -> None:
    """Let a label print only where the item has its variable, or where a list of names hands it one."""
    process = label.process

    def processed(item: Any, given: str | None = None, *args: Any, **kwargs: Any) -> Any:
        return process(item, given, *args, **kwargs) if given or variable in item.reference else None

    label.process = processed
