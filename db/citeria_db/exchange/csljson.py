"""CSL-JSON, the exchange format of citation processors and reference managers (CSL 1.0.2): read and written whole.

Accepts a list of items, one item, or an object that holds the list under `items` or `references`. Field names that are
not CSL's are kept.
"""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from citeria_db.exchange.references import DATES, NAMES, Entry, Fault, Item

_SPACE: Final = re.compile(r"[ \t\n\r]*")
_TEXTS: Final = ("type", "title", "container-title", "publisher", "DOI", "URL", "language", "note")
_MONTHS: Final = 24  # CSL counts the seasons as months 13 to 24
_DAYS: Final = 31


class _MalformedError(Exception):
    def __init__(self, at: int, problem: str) -> None:
        super().__init__(problem)
        self.at = at
        self.problem = problem


def parse(text: str) -> tuple[Sequence[Entry], Sequence[Fault]]:
    """Read all items with the line each begins on; what is wrong is said of every item."""
    entries: list[Entry] = []
    faults: list[Fault] = []
    line, counted = 1, 0
    try:
        for at, value in _values(text):
            line, counted = line + text.count("\n", counted, at), at
            said = problem(value)
            if said:
                faults.append(Fault(line, said))
            else:
                entries.append(Entry(line, _with_text_id(value)))
    except _MalformedError as malformed:
        faults.append(Fault(1 + text.count("\n", 0, malformed.at), malformed.problem))
    return entries, faults


def render(items: Sequence[Item]) -> str:
    """Write the items as one list, two spaces to a level, ending in a line end."""
    return json.dumps(list(items), ensure_ascii=False, indent=2) + "\n"


def _with_text_id(value: Item) -> Item:
    return {**value, "id": str(value["id"])} if "id" in value else value


def _values(text: str) -> Iterator[tuple[int, Any]]:
    """Each item with where it begins. The list is walked by hand, since the json module gives no positions."""
    decoder = json.JSONDecoder(parse_constant=_no_number)
    at = _skip(text, 0)
    if not text.startswith("[", at):
        yield from _of_object(text, at, decoder)
        return
    at = _skip(text, at + 1)
    closed = text.startswith("]", at)
    while not closed:
        value, end = _decode(decoder, text, at)
        yield at, value
        end = _skip(text, end)
        if not text.startswith((",", "]"), end):
            raise _MalformedError(end, "this is not JSON: between two references there has to be a comma.")
        closed = text.startswith("]", end)
        at = end if closed else _skip(text, end + 1)
    _check_end(text, at + 1)


def _of_object(text: str, at: int, decoder: json.JSONDecoder) -> Iterator[tuple[int, Any]]:
    value, end = _decode(decoder, text, at)
    _check_end(text, end)
    held = next((value[name] for name in ("items", "references") if name in value), None) if _is_object(value) else None
    if isinstance(held, list):
        yield from ((at, one) for one in held)
    else:
        yield at, value


def _decode(decoder: json.JSONDecoder, text: str, at: int) -> tuple[Any, int]:
    try:
        return decoder.raw_decode(text, at)
    except json.JSONDecodeError as error:
        raise _MalformedError(error.pos, f"this is not JSON: {error.msg}.") from error
    except RecursionError as error:
        raise _MalformedError(at, "the reference that begins here is nested too deeply.") from error
    except ValueError as error:  # a number too long, NaN or Infinity
        raise _MalformedError(at, f"the reference that begins here holds no usable number: {error}.") from error


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is none")


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _check_end(text: str, at: int) -> None:
    if _skip(text, at) != len(text):
        raise _MalformedError(_skip(text, at), "there is more after the end of the list.")


def _is_object(value: object) -> bool:
    return isinstance(value, dict)


def problem(value: object) -> str:
    """What keeps a value from being a CSL item, in words, or an empty text."""
    if not isinstance(value, dict):
        return "a reference has to be an object in braces."
    name = f"“{str(value.get('id', ''))[:60]}”"
    if not isinstance(value.get("id", ""), str | int | float) or isinstance(value.get("id"), bool):
        return "the id of a reference has to be a text."
    if not value.get("type"):
        return f"{name} names no type."
    for field in _TEXTS:
        if not isinstance(value.get(field, ""), str):
            return f"{field} of {name} has to be a text."
    for field in NAMES:
        if not _is_list_of_names(value.get(field, [])):
            return f"{field} of {name} has to be a list of names, each an object of texts."
    for field in DATES:
        if field in value and not _is_date(value[field]):
            return f"{field} of {name} has to be a date such as {{“date-parts”: [[2020, 7, 8]]}}."
    return ""


def _is_list_of_names(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(name, dict) and all(isinstance(part, str | bool | int) for part in name.values()) for name in value
    )


def _is_date(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    dates = value.get("date-parts")
    if dates is None:
        return any(isinstance(value.get(name), str) for name in ("raw", "literal"))
    return isinstance(dates, list) and 1 <= len(dates) <= 2 and all(map(_is_day, dates))


def _is_day(parts: object) -> bool:
    """Year, month and day; the later ones may be left out. Numbers may be given as texts."""
    if not isinstance(parts, list) or not 1 <= len(parts) <= 3:
        return False
    try:
        numbers = [int(part) for part in parts if not isinstance(part, float | bool)]
    except (TypeError, ValueError):
        return False
    limits = (9999, _MONTHS, _DAYS)
    least = (-9999, 1, 1)
    return len(numbers) == len(parts) and all(
        low <= number <= high for low, number, high in zip(least, numbers, limits, strict=False)
    )
