"""How a source is named in a line: a short form, a full reference, and a key for a new one.

Reads CSL-JSON (the Citation Style Language's item schema 1.0.2) and nothing else; styles proper are not its business.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from citeria_core.model import Source

UNDATED: Final = "n.d."
_MOST_AUTHORS: Final = 3
_LONGEST: Final = 32  # characters of who or what in a key
_STOP_WORDS: Final = frozenset({"a", "an", "and", "for", "from", "in", "of", "on", "the", "to"})


def short_form(source: Source) -> str:
    """ "Riemer et al. (2020)", "China Daily (2020)"; without an author the publisher, then the title, then the key."""
    return f"{_credit(source)} ({year(source) or UNDATED})"


def reference(source: Source) -> str:
    """The whole reference in one line: authors (year). Title. Container, volume(issue), pages. Publisher. Address."""
    csl = source.csl
    authors = "; ".join(_names(csl)) or str(csl.get("publisher", "")) or source.title
    container = ", ".join(part for part in (_text(csl, "container-title"), _volume(csl), _text(csl, "page")) if part)
    publisher = _text(csl, "publisher")
    parts = [
        f"{authors} ({year(source) or UNDATED})",
        source.title if source.title != authors else "",
        container if container != authors else "",
        publisher if publisher not in (authors, container) else "",
        f"https://doi.org/{_text(csl, 'DOI')}" if csl.get("DOI") else source.url,
    ]
    told = ". ".join(part.rstrip(".") for part in parts if part)
    return told if parts[-1] else f"{told}."


def year(source: Source) -> str:
    """The year of issue, or an empty text."""
    issued = source.csl.get("issued")
    if not isinstance(issued, Mapping):
        return ""
    dates = issued.get("date-parts")
    if isinstance(dates, Sequence) and dates and isinstance(dates[0], Sequence) and dates[0]:
        return str(dates[0][0])
    found = re.search(r"\d{4}", str(issued.get("raw") or issued.get("literal") or ""))
    return found[0] if found else ""


def suggest_key(csl: Mapping[str, object], taken: Collection[str]) -> str:
    """A key not in `taken`: who, year, and a letter if need be, as in "riemer-2020", "riemer-2020-b", "刘明珠-2025"."""
    source = Source(key="", csl=csl)
    who = _slug(_lead(csl)) or _slug(_text(csl, "publisher")) or _slug(source.title)
    stem = "-".join(part for part in (who, year(source)) if part) or "source"
    if stem not in taken:
        return stem
    position = 1
    while f"{stem}-{_letters(position)}" in taken:
        position += 1
    return f"{stem}-{_letters(position)}"


def authors_from_text(text: str) -> list[dict[str, str]]:
    """CSL names from "Riemer, Kai; Peter, Sandra; China Daily": with a comma a person, without one a body."""
    names = []
    for written in filter(None, (part.strip() for part in text.split(";"))):
        family, comma, given = (part.strip() for part in written.partition(","))
        names.append({"family": family, "given": given} if comma and given else {"literal": family})
    return names


def _credit(source: Source) -> str:
    names = source.csl.get("author")
    leads = [_family(name) for name in names if isinstance(name, Mapping)] if isinstance(names, Sequence) else []
    leads = [lead for lead in leads if lead]
    if not leads:
        return _text(source.csl, "publisher") or source.title or source.key
    if len(leads) == 2:
        return f"{leads[0]} and {leads[1]}"
    return f"{leads[0]} et al." if len(leads) >= _MOST_AUTHORS else leads[0]


def _names(csl: Mapping[str, object]) -> list[str]:
    names = csl.get("author")
    if not isinstance(names, Sequence):
        return []
    told = (_full_name(name) for name in names if isinstance(name, Mapping))
    return [name for name in told if name]


def _full_name(name: Mapping[str, object]) -> str:
    family = _family(name)
    given = str(name.get("given", ""))
    return f"{family}, {given}" if given and "literal" not in name else family


def _family(name: Mapping[str, object]) -> str:
    return str(name.get("family") or name.get("literal") or name.get("given") or "")


def _lead(csl: Mapping[str, object]) -> str:
    names = csl.get("author")
    first = names[0] if isinstance(names, Sequence) and names else None
    return _family(first) if isinstance(first, Mapping) else ""


def _volume(csl: Mapping[str, object]) -> str:
    issue = _text(csl, "issue")
    return _text(csl, "volume") + (f"({issue})" if issue else "")


def _text(csl: Mapping[str, object], field: str) -> str:
    return str(csl.get(field) or "")


def _slug(text: str, most: int = 3) -> str:
    """At most `most` words that carry meaning, in small letters of any script, the Latin ones without accents."""
    plain = "".join(map(_plain, unicodedata.normalize("NFKC", text.casefold())))
    words = [word for word in re.findall(r"[^\W_]+", plain) if word not in _STOP_WORDS]
    return "-".join(words[:most])[:_LONGEST].rstrip("-")


def _plain(sign: str) -> str:
    """A letter without its accents if it is Latin; й stays й."""
    base = unicodedata.normalize("NFD", sign)[0]
    return base if base.isascii() else sign


def _letters(position: int) -> str:
    """1 → b, 25 → z, 26 → ba: the suffix of the second and later sources of one stem."""
    letters = ""
    while True:
        letters = chr(ord("a") + position % 26) + letters
        position //= 26
        if position == 0:
            return letters
