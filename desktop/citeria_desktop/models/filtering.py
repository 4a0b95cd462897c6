"""What a filter above a column asks of its cells, and which rows pass: one array operation a column."""

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from citeria_core.errors import KnownError
from citeria_core.model import Area
from citeria_core.parse import read_number

FORMS: Final = "text · = 5 · ≠ 5 · > 5 · ≥ 5 · < 5 · ≤ 5 · missing · not missing"
_SIGNS: Final[Mapping[str, Callable[[Any, Any], Any]]] = {
    "!=": operator.ne,
    "<>": operator.ne,
    "≠": operator.ne,
    ">=": operator.ge,
    "≥": operator.ge,
    "<=": operator.le,
    "≤": operator.le,
    ">": operator.gt,
    "<": operator.lt,
    "=": operator.eq,
}
_MISSING: Final = frozenset({"missing", "is missing", "empty", "·"})
_PRESENT: Final = frozenset({"not missing", "present", "not empty", "*"})


class BadFilterError(KnownError):
    """A comparison with something that is no number."""

    code = "bad_filter"
    template = "“{text}” compares with no number. Write one of: " + FORMS + "."


@dataclass(frozen=True, slots=True)
class Column:
    """The cells of one column, area by area: numbers (NaN where none is shown) and texts as they are searched."""

    numbers: NDArray[np.float64]
    texts: Sequence[str]  # "" where nothing is shown


Condition = Callable[[Column], NDArray[np.bool_]]


def condition(text: str) -> Condition | None:
    """Read a filter as it is typed; None for an empty one. Raises `BadFilterError`."""
    written = text.strip()
    if not written:
        return None
    if written.casefold() in _MISSING:
        return _empty
    if written.casefold() in _PRESENT:
        return lambda column: ~_empty(column)
    sign = next((sign for sign in _SIGNS if written.startswith(sign)), "")
    if not sign:
        return _containing(folded(written))
    given = written[len(sign) :].strip()
    number = _number(given)
    if number is not None:
        return _compared(_SIGNS[sign], number)
    if _SIGNS[sign] in (operator.eq, operator.ne) and given:
        return _saying(folded(given), wanted=_SIGNS[sign] is operator.eq)
    raise BadFilterError(text=written)


def names_of(areas: Sequence[Area]) -> Column:
    """The column of names: every name and spelling of an area, and its code."""
    texts = [folded(area.code, *area.names.values(), *area.variants) for area in areas]
    return Column(np.full(len(areas), np.nan), texts)


def folded(*texts: str) -> str:
    """Texts as they are searched: without case, thin spaces gone, so that "8000" finds "8 000"."""
    return "\n".join(texts).casefold().replace("\u2009", "").replace("\u2212", "-").strip()


def _empty(column: Column) -> NDArray[np.bool_]:
    return np.array([not text for text in column.texts], dtype=np.bool_)


def _containing(sought: str) -> Condition:
    return lambda column: np.array([sought in text for text in column.texts], dtype=np.bool_)


def _saying(sought: str, *, wanted: bool) -> Condition:
    return lambda column: np.array(
        [bool(text) and (sought in text.split("\n")) is wanted for text in column.texts], dtype=np.bool_
    )


def _compared(compare: Callable[[Any, Any], Any], number: float) -> Condition:
    """What shows no number passes no comparison, not even ≠."""

    def passes(column: Column) -> NDArray[np.bool_]:
        known = ~np.isnan(column.numbers)
        return np.asarray(known & compare(column.numbers, number), dtype=np.bool_)

    return passes


def _number(text: str) -> float | None:
    try:
        return float(text.replace(" ", "").replace("\u2009", ""))
    except ValueError:
        pass
    try:
        return read_number(text).value
    except KnownError:
        return None
