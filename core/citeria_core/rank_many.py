"""Ranks of many runs at once, by the rule of `rank.ranks`: a run per row, an area per column."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from citeria_core.dataset import Column
from citeria_core.rank import TIE


def ranks(scores: Column, ties: str = "min", times: Sequence[str] = ()) -> Column:
    """Runs × areas: the rank of each score within its run (and time), 1 = largest, NaN where the score is missing."""
    if not times:
        return _ranks(scores, ties)
    result = np.full(scores.shape, np.nan)
    held = np.array(times)
    for time in dict.fromkeys(times):
        result[:, held == time] = _ranks(scores[:, held == time], ties)
    return result


def _ranks(scores: Column, ties: str) -> Column:
    order = np.argsort(-scores, axis=1, kind="stable")  # NaN last
    falling = np.take_along_axis(scores, order, axis=1)
    starts = np.ones(scores.shape, dtype=bool)
    with np.errstate(over="ignore", invalid="ignore"):
        gaps = falling[:, :-1] - falling[:, 1:]
        larger = np.maximum(np.abs(falling[:, :-1]), np.abs(falling[:, 1:]))
        starts[:, 1:] = ~(gaps <= TIE * larger)  # also where a score is missing
    places = np.empty(scores.shape)
    np.put_along_axis(places, order, _places(starts, order, ties), axis=1)
    places[np.isnan(scores)] = np.nan
    return places


def _places(starts: NDArray[np.bool_], order: NDArray[np.intp], ties: str) -> Column:
    """The place of each sorted entry; `starts` marks where a group of equals begins."""
    count = starts.shape[1]
    if ties == "dense":
        return np.cumsum(starts, axis=1).astype(np.float64)
    position = np.arange(1, count + 1)
    first = np.maximum.accumulate(np.where(starts, position, 0), axis=1)
    if ties == "ordinal":
        by_row = np.argsort(first * (count + 1) + order, axis=1)  # within a tie by row
        places = np.empty(starts.shape)
        np.put_along_axis(places, by_row, np.broadcast_to(position, starts.shape), axis=1)
        return places.astype(np.float64)
    if ties == "min":
        return first.astype(np.float64)
    ends = np.ones(starts.shape, dtype=bool)
    ends[:, :-1] = starts[:, 1:]
    last = np.minimum.accumulate(np.where(ends, position, count)[:, ::-1], axis=1)[:, ::-1]
    return last.astype(np.float64) if ties == "max" else (first + last) / 2
