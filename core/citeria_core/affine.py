"""Where every score of an index is an affine function of one number, or of a simple curve through it.

Under arithmetic means all the way up, min-max and its like give pieces: between the extremes of the others the scores
are affine in the value x; beyond them in 1/(x − the far extreme), because x moves the scale under everybody. A weight w
among siblings that weigh W together acts through w/(w + W). On a piece two results tell all others exactly.
"""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from citeria_core.dataset import Column
from citeria_core.result import Result
from citeria_core.what_if import Lever, Trial, Value, Weight, peers_of, row_of

SCALED_BY_EXTREMES: Final = frozenset({"minmax", "distance_to_max"})
OWN_COLUMN: Final = frozenset({"none", "constant", "mean", "median", "group_mean", "group_median"})
FIXED: Final = frozenset({"none", "scaled"})

Curve = Callable[[float], float]


@dataclass(frozen=True, slots=True)
class Piece:
    """The stretch low..high (low < high, may be infinite) of a lever over which scores are affine in `y(lever)`."""

    low: float
    high: float
    y: Curve
    back: Curve


def pieces(result: Result, lever: Lever) -> tuple[Piece, ...]:
    """The stretches that make up the whole range of the lever, ascending; none where scores are not of that kind."""
    if isinstance(lever, Weight):
        return _of_weight(result, lever)
    return _of_value(result, lever)


def _arithmetic(result: Result, nodes: Iterable[str]) -> bool:
    return all(result.plan_of(node).method == "arithmetic" for node in nodes)


def _of_weight(result: Result, lever: Weight) -> tuple[Piece, ...]:
    above = result.tree.ancestors(lever.node)
    plain = result.recipe.weights.source == "metadata" and all(result.plan_of(node).weighted for node in above)
    if not above or not plain or not _arithmetic(result, above):
        return ()
    siblings = [code for code in result.tree.children[above[0]] if code != lever.node]
    ranked = result.available(result.root)
    if any(not result.available(code)[ranked].all() for code in siblings):
        return ()  # areas that miss a sibling have another sum of weights: not one curve for all
    others = math.fsum(result.relative_weights[code] for code in siblings)
    if not others > 0:
        return ()

    def back(share: float) -> float:
        return share * others / (1 - share) if share < 1 else math.inf

    return (Piece(0.0, math.inf, lambda weight: weight / (weight + others) if weight < math.inf else 1.0, back),)


def _of_value(result: Result, lever: Value) -> tuple[Piece, ...]:
    row = row_of(result, lever.area, lever.time)
    how = result.recipe.normalise_of(lever.indicator)
    if row is None or not _passes_plainly(result, lever, row):
        return ()
    factor = _factor(result, lever)
    if not (math.isfinite(factor) and factor != 0):
        return ()
    if how.method in FIXED:
        return (Piece(-math.inf, math.inf, _same, _same),)
    others = np.delete(result.layers["treated"].columns[result.dataset.column_of[lever.indicator]], row)
    others = others[~np.isnan(others)] / factor
    low, high = (float(others.min()), float(others.max())) if len(others) else (math.nan, math.nan)
    if how.method not in SCALED_BY_EXTREMES or not (math.isfinite(high - low) and low < high):
        return ()
    below = Piece(-math.inf, low, _inverse(high), _from_inverse(high))
    return below, Piece(low, high, _same, _same), Piece(high, math.inf, _inverse(low), _from_inverse(low))


def _passes_plainly(result: Result, lever: Value, row: int) -> bool:
    """Whether the value reaches the index untreated, imputes nothing else and is averaged arithmetically."""
    return stands_alone(result, lever, row) and _arithmetic(result, result.tree.ancestors(lever.indicator))


def stands_alone(result: Result, lever: Value, row: int) -> bool:
    """Whether the value is normalised untreated, imputes nothing else and moves no weight."""
    recipe, place = result.recipe, result.dataset.column_of[lever.indicator]
    gaps = np.isnan(result.layers["screened"].columns[place])
    gaps = np.delete(gaps, row)
    apart = all(recipe.impute_of(code).method in OWN_COLUMN for code in result.dataset.indicators)
    own = recipe.impute_of(lever.indicator)
    return (
        recipe.treat_of(lever.indicator).method == "none"
        and recipe.weights.source in ("metadata", "equal")
        and (apart or not any(np.isnan(column).any() for column in result.layers["screened"].columns))
        and (not gaps.any() or (own.method == "none" and own.panel == "none"))
    )


def _factor(result: Result, lever: Value) -> float:
    """By what the raw value is multiplied before it is normalised."""
    dataset, how = result.dataset, result.recipe.denominate_of(lever.indicator)
    if not how.enabled or lever.indicator not in dataset.denominator_of:
        return 1.0
    denominator = dataset.denominators[dataset.denominator_of[lever.indicator]]
    own = float(denominator[dataset.row_of[lever.area, lever.time]])
    return how.scale_factor / own if own else math.nan


def _same(number: float) -> float:
    return number


def _inverse(pole: float) -> Curve:
    return lambda number: 1 / (number - pole) if math.isfinite(number) else 0.0


def _from_inverse(pole: float) -> Curve:
    return lambda y: pole + 1 / y if y else math.inf


@dataclass(frozen=True, slots=True)
class Line:
    """Leads of one area over each row along a piece: `lead + slope × (y − y0)`; NaN for itself and the unranked."""

    y0: float
    lead: Column
    slope: Column

    def of(self, row: int | None) -> "Line":
        """The lead over one row alone; over nobody for None."""
        rows = [] if row is None else [row]
        return Line(self.y0, self.lead[rows], self.slope[rows])


def leads(trial: Trial, piece: Piece, area: str, time: str) -> Line | None:
    """How far `area` leads each row along a piece, from two results; None where a third one contradicts them."""
    start, end = piece.y(piece.low), piece.y(piece.high)
    if piece.y is _same and not (math.isfinite(start) and math.isfinite(end)):
        start, end = _about(start, end, trial)
    points = [start + (end - start) * part for part in (0.25, 0.75, 0.5)]
    rows = [_leads_at(trial, piece.back(y), area, time) for y in points]
    first, second, middle = rows
    if first is None or second is None or middle is None:
        return None
    if {len(first), len(second), len(middle)} != {len(trial.result.areas)}:
        return None  # the screening depends on the number
    with np.errstate(invalid="ignore", over="ignore"):
        slope = (second - first) / (points[1] - points[0])
        off = np.abs((first + second) / 2 - middle)
        allowed = 1e-9 * (np.abs(first) + np.abs(second) + np.nanmax(np.abs(first), initial=0.0))
    if np.isnan(first).sum() != np.isnan(middle).sum() or (off > allowed + 1e-300).any():
        return None
    return Line(points[0], first, slope)


def _about(start: float, end: float, trial: Trial) -> tuple[float, float]:
    """Finite ends for an endless straight piece, of the size of the numbers at hand."""
    size = 1.0
    if isinstance(trial.lever, Value):
        held = trial.result.raw[trial.result.dataset.column_of[trial.lever.indicator]]
        size = float(np.nanmax(np.abs(held), initial=0.0)) or 1.0
    low = start if math.isfinite(start) else (end if math.isfinite(end) else 0.0) - size
    return low, end if math.isfinite(end) else low + 2 * size


def _leads_at(trial: Trial, number: float, area: str, time: str) -> Column | None:
    held = trial.at(number)
    row = None if held is None else row_of(held, area, time)
    if held is None or row is None:
        return None
    scores = peers_of(held, time)
    led: Column = scores[row] - scores
    led[row] = math.nan
    return None if math.isnan(scores[row]) else led


def crossings(line: Line, piece: Piece, near: float, far: float, allowed: int) -> Iterator[float]:
    """The numbers from `near` to `far`, in order, from which on no more than `allowed` rows are ahead."""
    lead, slope = line.lead, line.slope
    first, last = piece.y(near), piece.y(far)
    way = math.copysign(1.0, last - first)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        roots = line.y0 - lead / slope
        falls = slope * way < 0  # in front of the rival before the root, behind it after
        between = ((roots - first) * way > 0) & ((last - roots) * way > 0)
        # Without a root on the stretch, who leads is the same all along it.
        elsewhere = lead + slope * (_inner(first, last, way, line.y0) - line.y0) < 0
    now = np.where(between, ~falls, elsewhere)
    count = int(now[~np.isnan(lead)].sum())
    if count <= allowed:
        yield near
    for place in np.flatnonzero(between)[np.argsort(roots[between] * way, kind="stable")]:
        count += 1 if falls[place] else -1
        if count <= allowed:
            yield piece.back(float(roots[place]))


def _inner(first: float, last: float, way: float, between: float) -> float:
    """A finite number between two that may be infinite; `between` where both are."""
    if math.isfinite(first + last):
        return (first + last) / 2
    return first + way if math.isfinite(first) else last - way if math.isfinite(last) else between
