"""How a part of the index comes to other points for an area: by one value below it, all others as they stand.

Each value is tried between the ends of what was measured of its indicator and one such span beyond them; a value that
is nowhere below 0 stays so. Points are what the part adds to the score, as `explain` splits it.
"""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np

from citeria_core import explain
from citeria_core.result import Result
from citeria_core.what_if import Trial, Value, row_of

BEYOND: Final = 1.0  # spans of what was measured of an indicator
STEPS: Final = 20  # halvings: a millionth of the range
HALVES: Final = 8  # of the way from an end that allows no score
NEAR: Final = 1e-4  # of the points that a value can move: closer than that is there


@dataclass(frozen=True, slots=True)
class Range:
    """What a part adds with one of its values at the ends of what is tried: `least` ≤ `most`; the values are raw."""

    indicator: str
    low: float
    high: float
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Way:
    """The `value` of one indicator that alone brings a part nearest to the points wanted, and the `points` it then has.

    `present` is the value that stands (NaN: missing), `effort` how far from it the other one lies, in spans of what was
    measured of the indicator (NaN from a missing one). `reaches` says whether the points are those wanted.
    """

    indicator: str
    present: float
    value: float
    points: float
    effort: float
    reaches: bool


def limits(result: Result, indicator: str) -> tuple[float, float] | None:
    """Between which raw values one is tried; None where nothing is measured or all of it is the same."""
    column = result.raw[result.dataset.column_of[indicator]]
    known = column[~np.isnan(column)]
    if not len(known) or not known.min() < known.max():
        return None
    least, most = float(known.min()), float(known.max())
    beyond = BEYOND * (most - least)
    return (least - beyond if least < 0 else max(0.0, least - beyond)), most + beyond


def ranges(result: Result, area: str, part: str) -> tuple[Range, ...]:
    """Every value below a part with how far it alone moves the part, the one that moves it most first."""
    found = []
    for indicator in result.tree.leaves[part]:
        held = limits(result, indicator)
        if held is None:
            continue
        trial, middle = Trial(result, Value(area, indicator)), held[0] / 2 + held[1] / 2
        low, high = (_scored(trial, part, end, middle) for end in held)
        ends = [points_at(trial, part, number) for number in (low, high)]
        if min(ends) < max(ends):  # False also where no number gives a score
            found.append(Range(indicator, low, high, min(ends), max(ends)))
    return tuple(sorted(found, key=lambda one: one.least - one.most))


def _scored(trial: Trial, part: str, end: float, middle: float) -> float:
    """The number nearest to an end, halving the way to the middle, with which there is a score."""
    for _ in range(HALVES):
        if not math.isnan(points_at(trial, part, end)):
            break
        end = end / 2 + middle / 2
    return end


def points_at(trial: Trial, part: str, number: float) -> float:
    """What the part adds to the score of the lever's area with the lever at `number`; NaN where it has no score."""
    cell, result = trial.lever, trial.at(number)
    assert isinstance(cell, Value)
    return math.nan if result is None else points_of(result, cell.area, part)


def points_of(result: Result, area: str, part: str) -> float:
    """What the part adds to the score of an area; NaN where it has no score."""
    row = row_of(result, area)
    if row is None:
        return math.nan
    return float(explain.of_part(result, part)[row])


def value_for(trial: Trial, part: str, points: float, within: Range) -> float:
    """The value of the lever at which the part adds `points`, as near as it comes within a range.

    What a part adds need not run straight or even monotonously in a value; then this is one that comes near.
    """
    ends = (within.low, within.high)
    less, more = ends if points_at(trial, part, within.low) <= points_at(trial, part, within.high) else ends[::-1]
    for _ in range(STEPS):
        middle = less / 2 + more / 2
        less, more = (middle, more) if points_at(trial, part, middle) < points else (less, middle)
    return min((less, more, *ends), key=lambda number: _apart(points_at(trial, part, number), points))


def way(result: Result, area: str, part: str, points: float, within: Range) -> Way:
    """How far one value has to go."""
    trial = Trial(result, Value(area, within.indicator))
    value = value_for(trial, part, points, within)
    found = points_at(trial, part, value)
    column = result.raw[result.dataset.column_of[within.indicator]]
    span = float(np.nanmax(column) - np.nanmin(column))
    near = _apart(found, points) <= NEAR * (within.most - within.least)
    return Way(within.indicator, trial.present, value, found, abs(value - trial.present) / span, near)


def ways(result: Result, area: str, part: str, points: float) -> tuple[Way, ...]:
    """All values that alone bring a part to `points`, the shortest way first; then those that come nearest.

    Raises `UnknownCellError` for an area that the result does not have.
    """
    found = [way(result, area, part, points, one) for one in ranges(result, area, part)]
    far = math.inf
    return tuple(
        sorted(
            found,
            key=lambda one: (
                not one.reaches,
                (far if math.isnan(one.effort) else one.effort) if one.reaches else _apart(one.points, points),
            ),
        )
    )


def _apart(found: float, wanted: float) -> float:
    return math.inf if math.isnan(found) else abs(found - wanted)
