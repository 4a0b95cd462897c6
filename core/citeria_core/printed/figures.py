"""Figures: digits with their separators, and which one or two numbers they can be."""

import math
import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Figure:
    """One way to read a run of digits: `digits` with a decimal point at most.

    `mark` is the decimal mark that this reading takes for granted or shows, empty where it has nothing to do with one:
    the two ends of a range are written alike, so one may settle the other.
    """

    digits: str
    mark: str = ""


def read_figure(body: str, power: str = "", decimal: str | None = None) -> tuple[Figure, ...]:
    """Every number that `body` can be: none if its separators stand wrongly, two if its one mark is open.

    `body` holds digits, `.`, `,`, space and `'`; `power` an exponent such as `e5`; `decimal` is the mark a locale says.
    The reading with separators of thousands comes first.
    """
    marks = re.sub("[0-9]", "", body)
    if not marks:
        return (Figure(body),)
    last, kinds = marks[-1], set(marks)
    if last in " '" or (len(kinds) == 1 and len(marks) > 1):
        return _settled(_join(body, last), _OTHER.get(last, ""))
    if len(kinds) == 1:
        return _at_one_mark(body, last, power, decimal)
    if len(kinds) > 2 or marks.count(last) > 1:
        return ()
    whole, _, fraction = body.rpartition(last)
    joined = _join(whole, marks[0])
    return _settled(None if joined is None else f"{joined}.{fraction}", last)


def as_float(digits: str) -> float | None:
    """The finite number that sign, digits and exponent write, or None: too large, or vanishing to zero."""
    value = float(digits)
    vanished = value == 0 and digits.lower().partition("e")[0].strip("+-0.") != ""
    return None if vanished or not math.isfinite(value) else value + 0.0  # −0.0 becomes 0.0


def _settled(digits: str | None, mark: str) -> tuple[Figure, ...]:
    return () if digits is None else (Figure(digits, mark),)


def _at_one_mark(body: str, mark: str, power: str, decimal: str | None) -> tuple[Figure, ...]:
    whole, _, fraction = body.partition(mark)
    as_decimal = f"{whole or '0'}.{fraction or '0'}"
    # No convention writes groups before an exponent, after a leading zero, or with more than three digits in front.
    may_group = len(fraction) == 3 and 1 <= len(whole) <= 3 and whole[0] != "0" and not power
    if not may_group or mark == decimal:
        return (Figure(as_decimal, mark),)
    if decimal is not None or fraction == "000":
        return (Figure(whole + fraction, _OTHER[mark]),)
    return Figure(whole + fraction, _OTHER[mark]), Figure(as_decimal, mark)


_OTHER: Final = {",": ".", ".": ","}


def _join(body: str, mark: str) -> str | None:
    """Take `mark` out as a separator of thousands, if it stands where one stands."""
    first, *groups = body.split(mark)
    if not (first.isdigit() and len(first) <= 3) or first[0] == "0":
        return None
    if any(len(group) != 3 or not group.isdigit() for group in groups):
        return None
    return "".join((first, *groups))
