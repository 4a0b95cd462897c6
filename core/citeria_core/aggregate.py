"""Aggregation: the direct parts of a node become its score.

Parts are columns over the areas; weights are those of the parts, rescaled to sum 1. A missing part is left out and the
weights of the others renormalised; below `min_availability`, with no part present, or where the present parts all weigh
0, the score is missing. Parts are added up in their order, so equal input gives equal bits.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from citeria_core.dataset import Column
from citeria_core.errors import KnownError
from citeria_core.rank import outranked
from citeria_core.recipe import Aggregate

Parts = Sequence[Column]
Shares = Sequence[float]
EVEN: Final = 1e-12  # a majority by less is none
WEIGHTLESS: Final = frozenset({"median", "minimum", "maximum"})  # methods that know no weights
CANCELLED: Final = 1e-9  # weights of both signs that leave less of themselves leave nothing


class NotPositiveError(KnownError):
    """A mean that exists for positive numbers only, met with one that is not."""

    code = "not_positive"
    template = (
        "The {method} mean of node “{node}” needs positive numbers, but “{part}” of area “{area}” is {value:g}. "
        "Normalise to a positive range, for example lower = 1, upper = 100."
    )

    def __init__(self, row: int, place: int, **params: object) -> None:
        super().__init__(**params)
        self.row = row
        self.place = place  # of the part among the parts


def aggregate(parts: Parts, weights: Shares, how: Aggregate) -> Column:
    """The score of each area from its `parts` (columns of equal length).

    Raises `NotPositiveError` for a geometric or harmonic mean over a value of 0 or less.
    Sources: OECD/JRC Handbook (2008), section 6.
    """
    shares = weights if how.weighted else (1 / len(parts),) * len(parts)
    with np.errstate(all="ignore"):
        scores = METHODS[how.method](parts, shares, how)
        if how.min_availability > 0:
            scores = np.where(present(parts) / len(parts) < how.min_availability, np.nan, scores)
    return scores


def present(parts: Parts) -> NDArray[np.int64]:
    """How many parts each area has."""
    count = np.zeros(len(parts[0]), dtype=np.int64)
    for part in parts:
        count += ~np.isnan(part)
    return count


def _arithmetic(parts: Parts, weights: Shares, how: Aggregate) -> Column:
    return _mean(parts, weights)


def _geometric(parts: Parts, weights: Shares, how: Aggregate) -> Column:
    _require_positive(parts, weights, how)
    return np.exp(_mean([np.log(_positive(part)) for part in parts], weights))


def _positive(part: Column) -> Column:
    """The part with 1 for what weighs nothing and may be 0 or less."""
    return np.where(part <= 0, 1.0, part)


def _mean(parts: Parts, weights: Shares) -> Column:
    """Σwx/Σw over the parts present; NaN where Σw is 0, or negative weights all but cancel it out."""
    total = np.zeros(len(parts[0]))
    weight: Column | float = 0.0
    for part, share in zip(parts, weights, strict=True):
        missing = np.isnan(part)
        if missing.any():
            total = total + np.where(missing, 0.0, share * part)
            weight = weight + np.where(missing, 0.0, share)
        else:
            total = total + share * part
            weight = weight + share
    return np.where(cancelled(parts, weights, weight), np.nan, total / weight)


def cancelled(parts: Parts, weights: Shares, weight: Column | float) -> NDArray[np.bool_]:
    """Where the weight of the parts present, `weight`, is 0 or what negative weights left of it is but rounding."""
    if min(weights) >= 0:
        return np.asarray(np.equal(weight, 0.0))
    size = sum((np.where(np.isnan(part), 0.0, abs(share)) for part, share in zip(parts, weights, strict=True)), 0.0)
    return np.asarray(np.abs(weight) <= CANCELLED * size)


def _harmonic(parts: Parts, weights: Shares, how: Aggregate) -> Column:
    _require_positive(parts, weights, how)
    return 1 / _mean([1 / _positive(part) for part in parts], weights)


def _power(parts: Parts, weights: Shares, how: Aggregate) -> Column:
    if how.power == 1:
        return _mean(parts, weights)
    _require_positive(parts, weights, how, zero=how.power > 0)
    largest = max(float(np.max(part, initial=0.0, where=~np.isnan(part))) for part in parts)
    unit = 2.0 ** (np.frexp(largest)[1] - 1) if largest > 0 else 1.0  # a power of two: exact, and nothing overflows
    return _mean([(part / unit) ** how.power for part in parts], weights) ** (1 / how.power) * unit


def _require_positive(parts: Parts, weights: Shares, how: Aggregate, zero: bool = False) -> None:
    """Raise for the first value of 0 or less (below 0 where `zero` is allowed) that weighs something."""
    for place, (part, share) in enumerate(zip(parts, weights, strict=True)):
        refused = part < 0 if zero else part <= 0
        if share != 0 and refused.any():
            row = int(np.flatnonzero(refused)[0])
            raise NotPositiveError(row, place, method=how.method, value=float(part[row]), node="", part="", area="")


def _median(parts: Parts, weights: Shares, how: Aggregate) -> Column:
    ordered = np.sort(np.array(parts), axis=0)  # NaN last
    count = present(parts)
    areas = np.arange(len(count))
    lower, upper = ordered[np.maximum(count - 1, 0) // 2, areas], ordered[np.minimum(count // 2, len(parts) - 1), areas]
    return np.where(count == 0, np.nan, lower / 2 + upper / 2)


def _minimum(parts: Parts, weights: Shares, how: Aggregate) -> Column:
    return np.asarray(np.fmin.reduce(parts), dtype=np.float64)


def _maximum(parts: Parts, weights: Shares, how: Aggregate) -> Column:
    return np.asarray(np.fmax.reduce(parts), dtype=np.float64)


def _borda(parts: Parts, weights: Shares, how: Aggregate) -> Column:
    return _mean([outranked(part) for part in parts], weights)


def _copeland(parts: Parts, weights: Shares, how: Aggregate) -> Column:
    """How many areas each outranks, less how many outrank it; by majority of the weights of the parts both have."""
    areas = len(parts[0])
    places = [outranked(part) for part in parts]
    scores = np.empty(areas)
    step = max(1, 4_000_000 // max(areas, 1))
    for start in range(0, areas, step):
        rows = slice(start, start + step)
        scores[rows] = _outranking([place[rows] for place in places], places, weights)
    return np.where(present(parts) == 0, np.nan, scores)


def _outranking(some: Parts, parts: Parts, weights: Shares) -> Column:
    """For each of some areas, how many of all it outranks less how many outrank it.

    o − ½ is half of Σ w (x_i > x_j) − w (x_i < x_j) over Σ w, of the parts that both have.
    """
    shape = (len(some[0]), len(parts[0]))
    lead, common, step = np.zeros(shape), np.zeros(shape), np.empty(shape)
    ahead = np.empty(shape, dtype=bool)
    for mine, others, share in zip(some, parts, weights, strict=True):
        left = mine[:, None]
        lead += np.multiply(np.greater(left, others, out=ahead), share, out=step)
        lead -= np.multiply(np.less(left, others, out=ahead), share, out=step)
        common += np.multiply(share * ~np.isnan(left), ~np.isnan(others), out=step)
    lead = np.where(common > 0, lead / common / 2, 0.0)
    won: Column = np.where(np.abs(lead) <= EVEN, 0.0, np.sign(lead)).sum(axis=1)
    return won


METHODS: Mapping[str, Callable[[Parts, Shares, Aggregate], Column]] = MappingProxyType(
    {
        "arithmetic": _arithmetic,
        "geometric": _geometric,
        "harmonic": _harmonic,
        "power": _power,
        "median": _median,
        "minimum": _minimum,
        "maximum": _maximum,
        "copeland": _copeland,
        "borda": _borda,
    }
)
