"""CSL items made ready for citeproc-py, which takes little that is not exactly as it expects.

Each function works around something that is known of it: it prints the title twice where an author-date style finds no
author; it sets a space into Chinese names; it lower-cases keys, so that two may fall together; it escapes no HTML;
it fails on date ranges that share a year; it warns of names and variables it does not know.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from citeria_core.model import Source
from citeria_db.exchange import dates
from citeria_db.exchange.bibtex_names import EAST_ASIAN

if TYPE_CHECKING:
    from citeproc.source import Reference

_SCRIPTS: Final = (  # the first script that a title has says its language; Latin letters say English
    (re.compile(r"[\u3040-\u30ff]"), "ja-JP"),
    (re.compile(r"[\u1100-\u11ff\uac00-\ud7af]"), "ko-KR"),
    (re.compile(r"[\u3400-\u9fff\uf900-\ufaff]"), "zh-CN"),
    (re.compile(r"[\u0400-\u04ff]"), "ru-RU"),
)
_LANGUAGES: Final = {
    "chi": "zh",
    "zho": "zh",
    "chinese": "zh",
    "eng": "en",
    "english": "en",
    "rus": "ru",
    "russian": "ru",
    "zh-hant": "zh-TW",
    "zh-hk": "zh-TW",
    "zh-mo": "zh-TW",
}
_NAME_PARTS: Final = ("family", "given", "suffix", "dropping-particle", "non-dropping-particle")
_MOST: Final = 10_000  # characters of one field that are set
# Noncharacters stand for what HTML reserves while citeproc-py changes case and punctuation around them.
_RESERVED: Final = {"&": "\ufdd0", "<": "\ufdd1", ">": "\ufdd2"}
_ESCAPED: Final = {"\ufdd0": "&amp;", "\ufdd1": "&lt;", "\ufdd2": "&gt;"}
_NO_LANGUAGE: Final = "und"  # capitals stay as they are; citeproc-py makes capitals of titles that are English


def locale_of(source: Source) -> str:
    """The locale an item is set in: of its language, else of the script of its title."""
    said = str(source.csl.get("language", "")).strip()
    if said:
        return locale(said) or "en-US"
    return next((code for script, code in _SCRIPTS if script.search(source.title)), "en-US")


def locale(language: str) -> str | None:
    """The CSL locale of a language tag: `ru` is ru-RU, `en-GB` itself; None for a language without one."""
    from citeproc import LANGUAGE_NAMES, PRIMARY_DIALECTS

    tag = _LANGUAGES.get(language.lower().replace("_", "-"), language.replace("_", "-"))
    known = {name.lower(): name for name in LANGUAGE_NAMES}
    primary: Mapping[str, str] = PRIMARY_DIALECTS
    return known.get(tag.lower()) or primary.get(tag.split("-")[0].lower())


def prepared(source: Source, key: str, *, names_first: bool) -> "Reference":
    """A source as citeproc-py's reference under `key`; `names_first` for styles that begin an entry with names."""
    from citeproc import DATES, NAMES
    from citeproc.source import Reference
    from citeproc.string import String

    csl = _credited(source.csl) if names_first else _told_once(source.csl)
    reference = Reference(key, str(csl.get("type", "document")))
    for name, value in csl.items():
        variable = "title_short" if name == "shortTitle" else name.replace("-", "_")
        held: Any = None
        if variable in NAMES:
            held = _names(value)
        elif variable in DATES:
            held = _date(value)
        elif isinstance(value, str | int | float) and name not in ("type", "id", "note", "language"):
            text = _marked(str(value).strip()[:_MOST])
            held = String(text) if text else None
        if held is not None:
            reference[variable] = held
    reference["language"] = str(csl.get("language") or _NO_LANGUAGE)
    return reference


def _told_once(csl: Mapping[str, object]) -> dict[str, Any]:
    """Without a publisher that is the newspaper or site itself."""
    same = csl.get("publisher") == csl.get("container-title")
    return {name: value for name, value in csl.items() if not (same and name == "publisher")}


def _credited(csl: Mapping[str, object]) -> dict[str, Any]:
    """With a creator in any case: the producer where nobody is named, the title where there is no producer either.

    A publisher that stands as author is not printed as publisher again.
    """
    told = _told_once(csl)
    if any(_names(told.get(role)) for role in ("author", "editor", "translator")):
        return told
    producer = str(told.get("publisher") or told.get("container-title") or "").strip()
    left_out = "publisher" if producer else "title"
    rest = {name: value for name, value in told.items() if name != left_out}
    return {**rest, "author": [{"literal": producer or str(told.get("title", ""))}]}


def _names(value: object) -> "list[Any] | None":
    from citeproc.source import Name

    names = []
    for name in value if isinstance(value, list) else []:
        parts = _name(name) if isinstance(name, Mapping) else {}
        if parts:
            names.append(Name(**parts))
    return names or None


def _name(name: Mapping[str, object]) -> dict[str, str]:
    """The parts of a name that are there; an East Asian name in one piece, family name first."""
    parts = {part: _marked(str(name[part]).strip()[:_MOST]) for part in _NAME_PARTS if name.get(part)}
    literal = _marked(str(name.get("literal") or "").strip()[:_MOST])
    if literal or not parts:
        return {"literal": literal} if literal else {}
    if EAST_ASIAN.search("".join(parts.values())):
        return {"literal": f"{parts.get('family', '')}{parts.get('given', '')}"}
    return parts if "family" in parts else {"literal": " ".join(parts.values())}


def _date(value: object) -> "Any | None":
    """A date; what citeproc-py cannot set (a range of years, a text) as its text."""
    from citeproc.source import Date, LiteralDate

    parts = value.get("date-parts") if isinstance(value, Mapping) else None
    try:
        days = [[int(part) for part in day][:3] for day in parts] if isinstance(parts, list) else []
    except (TypeError, ValueError):
        days = []
    if not days or not all(days):
        text = _marked(dates.text_of(value).strip()[:_MOST])
        return LiteralDate(text) if text else None
    begin, end = days[0], days[-1]
    if begin[0] != end[0]:
        return LiteralDate(f"{begin[0]}–{end[0]}")
    shared = begin if begin == end else begin[:2] if begin[:2] == end[:2] else begin[:1]
    fitting = shared[: next((at for at, part in enumerate(shared) if at and not 1 <= part <= (12, 31)[at - 1]), 3)]
    return Date(**dict(zip(("year", "month", "day"), fitting, strict=False)))


def _marked(text: str) -> str:
    clean = re.sub("[\ufdd0-\ufdef]", "", text)
    return " ".join("".join(_RESERVED.get(letter, letter) for letter in clean).split())


def unmarked(text: str, *, html: bool) -> str:
    """Give back what `prepared` put away: as HTML writes it, or as it was."""
    plain = {mark: letter for letter, mark in _RESERVED.items()}
    for mark, letter in (_ESCAPED if html else plain).items():
        text = text.replace(mark, letter)
    return text
