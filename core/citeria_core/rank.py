"""Ranks of scores, and the ranks that normalisers use. The two know ties differently, on purpose.

Scores tie when they differ by no more than 1e-12 relative to the larger (each against its predecessor in the sorted
order, so ties chain), also where Borda and Copeland compare them; normalisers compare doubles exactly.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from citeria_core.dataset import Column

TIE: Final = 1e-12


def ranks(scores: Column, ties: str = "min") -> Column:
    """The rank of each score, 1 = largest, NaN where the score is missing.

    `ties`: min, max, average, dense or ordinal (by row within a tie).
    """
    present = np.flatnonzero(~np.isnan(scores))
    held = scores[present]
    order = np.argsort(-held)
    falling = held[order]
    with np.errstate(over="ignore"):
        gaps = falling[:-1] - falling[1:]
    larger = np.maximum(np.abs(falling[:-1]), np.abs(falling[1:]))
    starts = np.ones(len(falling), dtype=bool)
    starts[1:] = gaps > TIE * larger
    result = np.full(len(scores), np.nan)
    result[present[order]] = _places(starts, order, ties)
    return result


def ascending(values: Column, ties: str = "min") -> Column:
    """The rank of each value, 1 = smallest, exact ties by `ties` (min, max, average), NaN where missing."""
    present = np.flatnonzero(~np.isnan(values))
    held = values[present]
    order = np.argsort(held)
    rising = held[order]
    starts = np.ones(len(rising), dtype=bool)
    starts[1:] = rising[1:] != rising[:-1]
    result = np.full(len(values), np.nan)
    result[present[order]] = _places(starts, order, ties)
    return result


def outranked(scores: Column) -> Column:
    """How many scores lie below each, r − 1 counted from below; ties as in `ranks`. NaN where missing.

    For the aggregators that compare areas: parts may themselves be sums, whose last bits are rounding.
    """
    return np.count_nonzero(~np.isnan(scores)) - ranks(scores, "max")


def _places(starts: NDArray[np.bool_], order: NDArray[np.intp], ties: str) -> Column:
    """The place of each sorted entry; `starts` marks where a group of equals begins."""
    group = np.cumsum(starts) - 1
    if ties == "dense":
        return (group + 1).astype(np.float64)
    if ties == "ordinal":
        places = np.empty(len(group))
        places[np.lexsort((order, group))] = np.arange(1, len(group) + 1)
        return places
    first = np.flatnonzero(starts)
    places = np.empty(len(first))
    if ties == "min":
        places[:] = first + 1
    else:
        places[:] = np.append(first[1:], len(starts))
        if ties == "average":
            places[:] = (places + first + 1) / 2
    return np.take(places, group)
