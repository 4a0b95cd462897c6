"""How an indicator's values become points, drawn as a line: points that are moved, added, removed, turned round.

Points are (value, score) in ascending values. The values are those that the normalisation starts from, after treatment
and as people read them; the recipe's method `piecewise` wants them directed, which `mapped` sees to.
"""

from dataclasses import replace
from typing import Any, Final

import numpy as np

from citeria_core.dataset import Column
from citeria_core.recipe import Recipe
from citeria_core.result import Result

Point = tuple[float, float]
Points = tuple[Point, ...]
_NEAREST: Final = 1e-6  # of the range: two points never share a value
_BENDS: Final = 8  # pieces of a curve
ALWAYS_LOG: Final = {"method": "log", "max_skew": 0.0, "max_kurtosis": -1e9}  # whatever the column's moments are


def values(result: Result, indicator: str) -> Column:
    """The values of an indicator that its normalisation starts from: treated, not directed; NaN = missing."""
    return result.layers["treated"].columns[result.dataset.column_of[indicator]]


def points_of(result: Result, indicator: str) -> Points:
    """What the recipe does to an indicator, as points: those it gives, else the ends of what it makes of the values."""
    how = result.recipe.normalise_of(indicator)
    if how.method == "piecewise" and how.points:
        return _turned(how.points, result.tree.by_code[indicator].direction)
    held, scores = values(result, indicator), result.score(indicator)
    present = ~np.isnan(held) & ~np.isnan(scores)
    if not present.any():
        return ((0.0, 0.0), (1.0, 100.0))
    least, most = np.nanargmin(np.where(present, held, np.nan)), np.nanargmax(np.where(present, held, np.nan))
    low, high = float(held[least]), float(held[most])
    if not low < high:
        return ((low - 0.5, 0.0), (low + 0.5, 100.0))
    return ((low, float(scores[least])), (high, float(scores[most])))


def moved(points: Points, place: int, to: Point) -> Points:
    """The points with one of them elsewhere, as far as its neighbours let it."""
    gap = _NEAREST * max(points[-1][0] - points[0][0], 1e-9)
    x = to[0]
    if place > 0:
        x = max(x, points[place - 1][0] + gap)
    if place < len(points) - 1:
        x = min(x, points[place + 1][0] - gap)
    return (*points[:place], (x, to[1]), *points[place + 1 :])


def added(points: Points, x: float) -> tuple[Points, int]:
    """The points with one more on the line at `x`, and its place; a point that is there already stays alone."""
    for place, (held, _) in enumerate(points):
        if held == x:
            return points, place
    y = float(np.interp(x, [one for one, _ in points], [one for _, one in points]))
    made = tuple(sorted((*points, (x, y))))
    return made, made.index((x, y))


def removed(points: Points, place: int) -> Points:
    """The points without one of them; two always stay."""
    return points if len(points) <= 2 else (*points[:place], *points[place + 1 :])


def inverted(points: Points) -> Points:
    """The points upside down: the best value becomes the worst."""
    heights = [y for _, y in points]
    return tuple((x, min(heights) + max(heights) - y) for x, y in points)


def straight(points: Points) -> Points:
    """A straight line between the ends."""
    return (points[0], points[-1])


def curved(points: Points, power: float) -> Points:
    """A curve between the ends: the share of the way that a value has gone, to a power, is that of its score."""
    (low, first), (high, last) = points[0], points[-1]
    ways = [place / _BENDS for place in range(1, _BENDS)]
    inside = tuple((low + (high - low) * way, first + (last - first) * way**power) for way in ways)
    return ((low, first), *inside, (high, last))


def bent(points: Points, *, middle: bool) -> Points:
    """The best score in the middle of the values and the worst at both ends, or the other way round."""
    heights, (low, _), (high, _) = [y for _, y in points], points[0], points[-1]
    ends, centre = (min(heights), max(heights)) if middle else (max(heights), min(heights))
    return ((low, ends), ((low + high) / 2, centre), (high, ends))


def stretched(points: Points, low: float, high: float) -> Points:
    """The points with their values stretched from `low` to `high`, their scores kept."""
    first, last = points[0][0], points[-1][0]
    inside = tuple((low + (x - first) / (last - first) * (high - low), y) for x, y in points[1:-1])
    return ((low, points[0][1]), *inside, (high, points[-1][1]))


def bent_ones(result: Result, but: str) -> tuple[str, ...]:
    """The indicators, but for one, whose values the recipe maps by points."""
    codes = result.dataset.indicators
    return tuple(code for code in codes if code != but and result.recipe.normalise_of(code).method == "piecewise")


def logged(recipe: Recipe, indicator: str) -> bool:
    """Whether the logarithm is always taken of an indicator."""
    how = recipe.treat_of(indicator)
    return how.method == "log" and how.max_skew == 0


def mapped(recipe: Recipe, indicator: str, points: Points, direction: int = 1, *, log: bool = False) -> Recipe:
    """The recipe by which an indicator of this direction follows the points, of its logarithm where `log`."""
    held = {section: keys for section, keys in recipe.indicators.get(indicator, {}).items() if section != "normalise"}
    sections: dict[str, Any] = {**held, "normalise": {"method": "piecewise", "points": _turned(points, direction)}}
    return _with(recipe, indicator, _treated(sections, recipe, indicator, log=log))


def unmapped(recipe: Recipe, indicator: str, *, log: bool = False) -> Recipe:
    """The recipe by which an indicator is normalised as all others are."""
    held = {section: keys for section, keys in recipe.indicators.get(indicator, {}).items() if section != "normalise"}
    return _with(recipe, indicator, _treated(held, recipe, indicator, log=log))


def _turned(points: Points, direction: int) -> Points:
    """Points over directed values as points over values, and back."""
    return points if direction > 0 else tuple((-x, y) for x, y in reversed(points))


def _treated(sections: dict[str, Any], recipe: Recipe, indicator: str, *, log: bool) -> dict[str, Any]:
    if log != logged(recipe, indicator):
        rest = {section: keys for section, keys in sections.items() if section != "treat"}
        return {**rest, "treat": dict(ALWAYS_LOG)} if log else rest
    return sections


def _with(recipe: Recipe, indicator: str, sections: dict[str, Any]) -> Recipe:
    rest = {code: held for code, held in recipe.indicators.items() if code != indicator}
    return replace(recipe, indicators={**rest, indicator: sections} if sections else rest)
