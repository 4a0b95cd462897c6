"""Aggregation: the direct parts of a node become its score.

Parts are columns over the areas; weights are those of the parts, rescaled to sum 1. A missing part is left out and the
weights of the others renormalised; below `min_availability`, with no part present, or where the present parts all weigh
0, the score is missing. Parts are added up in their order, so equal input gives equal bits.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from citeria_core.dataset import Column
from citeria_core.errors import KnownError
from citeria_core.recipe import Aggregate

Parts = Sequence[Column]
Shares = Sequence[float]


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
    with np.errstate(over="ignore", invalid="ignore", divide="ignore", under="ignore"):
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
    """Σwx/Σw over the parts present; NaN where Σw is 0."""
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
    return np.where(np.equal(weight, 0.0), np.nan, total / weight)


def _require_positive(parts: Parts, weights: Shares, how: Aggregate) -> None:
    for place, (part, share) in enumerate(zip(parts, weights, strict=True)):
        if share > 0 and (part <= 0).any():
            row = int(np.flatnonzero(part <= 0)[0])
            raise NotPositiveError(row, place, method=how.method, value=float(part[row]), node="?", part="?", area="?")


METHODS: Mapping[str, Callable[[Parts, Shares, Aggregate], Column]] = MappingProxyType(
    {"arithmetic": _arithmetic, "geometric": _geometric}
)
