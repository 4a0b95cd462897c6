"""Dates of bibliographic items: CSL's date-parts and the texts that other formats write."""

import re
from collections.abc import Mapping
from typing import Any, Final

_DATE: Final = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?[-/]*")


def date(text: str) -> dict[str, Any]:
    """`2020`, `2020-07`, `2020/07/08` as a CSL date; a range has two parts by `/`; anything else is kept literally."""
    whole = _parts(text)
    if whole:
        return {"date-parts": [whole]}
    begin, _, end = text.partition("/")
    if "-" in text and _parts(begin) and _parts(end):
        return {"date-parts": [_parts(begin), _parts(end)]}
    return {"literal": text}


def _parts(text: str) -> list[int]:
    found = _DATE.fullmatch(text.strip())
    parts = [int(part) for part in found.groups() if part] if found else []
    possible = parts[1:2] <= [12] and parts[2:] <= [31] and 0 not in parts[1:]
    return parts if possible else []


def text_of(value: object, between: str = "-") -> str:
    """A CSL date as `2020-07-08`, a range by `/`, or its literal text; empty if it is none of these."""
    if not isinstance(value, Mapping):
        return ""
    dates = value.get("date-parts")
    if isinstance(dates, list) and all(map(_is_day, dates)):
        return "/".join(
            between.join(f"{part:0{2 if place else 4}d}" for place, part in enumerate(day)) for day in dates
        )
    return str(value.get("literal") or value.get("raw") or "")


def _is_day(parts: object) -> bool:
    return isinstance(parts, list) and 1 <= len(parts) <= 3 and all(type(part) is int and part > 0 for part in parts)
