"""What the bar of every row is made of: the parts in view, how much of each is measured, and how far the score may lie.

The parts in view are those of the index, each replaced by its own parts where it was opened. Together they still sum to
the score. What is not measured spans the range of its normalised scale: that gives the best and the worst score.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from citeria_core import aggregate as aggregation
from citeria_core import explain
from citeria_core.dataset import Column
from citeria_core.recipe import Normalise
from citeria_core.result import Result
from citeria_core.tree import Tree

_PEERS: Final = frozenset({"copeland", "borda"})  # a score that hangs on the scores of all others
_LIMITS: Mapping[str, tuple[float, float]] = MappingProxyType({"percentile_rank": (0, 1), "distance_to_max": (0, 1)})


@dataclass(frozen=True, eq=False)
class RowParts:
    """The parts in view, areas × codes: what each adds to the score (NaN = absent), and how much of it was imputed.

    `imputed` is a share of 0 … 1. `low` and `high` are the scores with all that is not measured at its worst and its
    best; NaN where the method cannot tell.
    """

    codes: tuple[str, ...]
    values: Column
    imputed: Column
    low: Column
    high: Column


def in_view(tree: Tree, opened: AbstractSet[str] = frozenset()) -> tuple[str, ...]:
    """The parts of the index in reading order, each that is `opened` replaced by its own parts."""

    def spread(code: str) -> tuple[str, ...]:
        inner = tree.children.get(code, ())
        return tuple(leaf for part in inner for leaf in spread(part)) if code in opened and inner else (code,)

    return tuple(code for part in tree.children[tree.root] for code in spread(part))


def row_parts(result: Result, opened: AbstractSet[str] = frozenset()) -> RowParts:
    """What the bars of a result are made of."""
    codes = in_view(result.tree, opened)
    filled = _filled(result)
    shares = explain.parts(result)
    every = explain.contributions(result) if filled.any() or set(codes) != set(shares.codes) else None
    values = np.column_stack([_contributed(result, code, shares, every) for code in codes])
    scored = result.available(result.root)
    values[~np.column_stack([result.available(code) & scored for code in codes])] = np.nan
    imputed = np.zeros_like(values)
    if every is not None and filled.any():
        for place, code in enumerate(codes):
            columns = [result.dataset.column_of[leaf] for leaf in result.tree.leaves[code]]
            imputed[:, place] = _share(np.abs(every[:, columns]), filled[:, columns])
    low, high = score_range(result)
    return RowParts(codes, values, imputed, low, high)


def _contributed(result: Result, code: str, shares: explain.Parts, every: Column | None) -> Column:
    if code in shares.codes:
        return np.array(shares.values[:, shares.codes.index(code)])
    assert every is not None
    return np.asarray(every[:, [result.dataset.column_of[leaf] for leaf in result.tree.leaves[code]]].sum(axis=1))


def _share(amounts: Column, filled: NDArray[np.bool_]) -> Column:
    """The share of each row's amounts that was filled; where they are all 0, of their number."""
    total = amounts.sum(axis=1)
    with np.errstate(all="ignore"):
        return np.asarray(np.where(total > 0, (amounts * filled).sum(axis=1) / total, filled.mean(axis=1)))


def _filled(result: Result) -> NDArray[np.bool_]:
    """Areas × indicators: whether a value was imputed."""
    found = np.zeros((len(result.areas), len(result.dataset.indicators)), dtype=bool)
    for place, code in enumerate(result.dataset.indicators):
        for rows in result.filled(code).values():
            found[:, place] |= rows
    return found


def score_range(result: Result) -> tuple[Column, Column]:
    """Each area's worst and best score: all values that are not measured at the ends of their normalised scale.

    The scale of an indicator is that of its method where that has ends, else what was measured of it. NaN throughout
    where a score hangs on those of all others (Copeland, Borda, benefit of the doubt).
    """
    nothing = np.full(len(result.areas), np.nan)
    if result.recipe.weights.source == "bod" or any(
        result.plan_of(code).method in _PEERS for code in result.aggregates
    ):
        return nothing, nothing
    if not any(np.isnan(column).any() for column in result.layers["screened"].columns):
        return result.score(result.root), result.score(result.root)
    lows: dict[str, Column] = {}
    highs: dict[str, Column] = {}
    for place, code in enumerate(result.dataset.indicators):
        held = result.layers["normalised"].columns[place]
        missing = np.isnan(result.layers["screened"].columns[place])
        low, high = _ends(result.recipe.normalise_of(code), held[~missing])
        lows[code], highs[code] = np.where(missing, low, held), np.where(missing, high, held)
    for code in result.tree.aggregates:
        for own, other in ((lows, highs), (highs, lows)):
            own[code] = _aggregated(result, code, own, other)
    return lows[result.root], highs[result.root]


def _aggregated(result: Result, code: str, own: Mapping[str, Column], other: Mapping[str, Column]) -> Column:
    """One end of a node; a part of negative weight brings its other end."""
    shares = result.aggregates[code].shares
    parts = [
        own[part] if share >= 0 else other[part] for part, share in zip(result.tree.children[code], shares, strict=True)
    ]
    if not any(shares):
        return np.full(len(parts[0]), np.nan)
    try:
        return aggregation.aggregate(parts, shares, result.plan_of(code))
    except aggregation.NotPositiveError:  # the end of a scale that this mean does not take
        return np.full(len(parts[0]), np.nan)


def _ends(how: Normalise, measured: Column) -> tuple[float, float]:
    held = measured[~np.isnan(measured)]
    if how.method == "minmax" and len(held):
        return how.lower, how.upper
    if how.method == "goalposts" and how.clip:
        return 0.0, how.scale
    if how.method == "piecewise":
        heights = [y for _, y in how.points]
        return min(heights), max(heights)
    if how.method in _LIMITS:
        return _LIMITS[how.method]
    return (float(held.min()), float(held.max())) if len(held) else (np.nan, np.nan)
