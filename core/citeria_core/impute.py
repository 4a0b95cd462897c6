"""Imputation: missing values filled by a stated rule. Observed values never change; every filled cell is marked.

First `panel` (along an area's own times), then `method`. Means and medians over areas are those of one time.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from citeria_core.dataset import Column
from citeria_core.moments import mean, median
from citeria_core.outcome import Outcome
from citeria_core.recipe import Impute

Statistic = Callable[[Column], float]
Labels = NDArray[np.int64]  # a number per row for each distinct label, -1 = none


@dataclass(frozen=True, eq=False)
class Filled:
    """Which rows of a column were filled, and by which rule."""

    method: str
    rows: NDArray[np.bool_]


def labelled(labels: Sequence[str]) -> Labels:
    """Texts as numbers from 0 in order of appearance; the empty text is -1."""
    number: dict[str, int] = {}
    return np.array([number.setdefault(label, len(number)) if label else -1 for label in labels], dtype=np.int64)


def filled(column: Column, values: Column, method: str) -> Outcome:
    """The outcome of filling `column` from `values` where it is missing."""
    rows = np.isnan(column) & ~np.isnan(values)
    if not rows.any():
        return Outcome(column)
    return Outcome(np.where(rows, values, column), record=(Filled(method, rows),))


def by_column(column: Column, how: Impute, times: Labels | None) -> Outcome:
    """Filled by the mean or median over the areas (of the same time), or by a constant."""
    if how.method == "constant":
        return filled(column, np.full(len(column), how.value), how.method)
    statistic = mean if how.method == "mean" else median
    labels = np.zeros(len(column), dtype=np.int64) if times is None else times
    return filled(column, _within(column, labels, statistic), how.method)


def by_group(column: Column, how: Impute, groups: Labels, times: Labels | None) -> Outcome:
    """Filled by the mean or median of the area's group (at the same time); without a group it stays missing."""
    statistic = mean if how.method == "group_mean" else median
    labels = groups if times is None else np.where(groups < 0, -1, groups * (times.max() + 1) + times)
    return filled(column, _within(column, labels, statistic), how.method)


def _within(column: Column, labels: Labels, statistic: Statistic) -> Column:
    values = np.full(len(column), np.nan)
    held = ~np.isnan(column)
    for label in np.unique(labels[~held]):
        donors = column[held & (labels == label)]
        if label >= 0 and len(donors):
            values[labels == label] = statistic(donors)
    return values


def by_row(column: Column, direction: int, others: Sequence[tuple[Column, int]], how: Impute) -> Outcome:
    """Filled from the area's own indicators: their mean or median on a 0..1 scale, brought back to this one's.

    `others` are (column, direction) of the indicators that count. A constant one tells nothing and does not count.
    """
    gaps = np.flatnonzero(np.isnan(column))
    if not len(gaps) or len(gaps) == len(column):
        return Outcome(column)
    scaled = [_unit(other * sign)[gaps] for other, sign in others]
    statistic = mean if how.method == "row_mean" else median
    directed = column * direction
    low, high = np.nanmin(directed), np.nanmax(directed)
    values = np.full(len(column), np.nan)
    for place, row in enumerate(gaps):
        held = np.array([other[place] for other in scaled if not np.isnan(other[place])])
        if len(held):
            values[row] = (statistic(held) * (high - low) + low) * direction
    return filled(column, values, how.method)


def _unit(directed: Column) -> Column:
    held = directed[~np.isnan(directed)]
    if not len(held) or held.min() == held.max():
        return np.full(len(directed), np.nan)
    with np.errstate(over="ignore", invalid="ignore"):
        low, high = held.min() / 4, held.max() / 4
        unit: Column = (directed / 4 - low) / (high - low)
    return unit


def along_time(column: Column, panel: str, areas: Labels, moments: Column) -> Outcome:
    """Filled from the same area's observed values at other times.

    latest: the last one before; constant: that, else the first one after; linear: between two, flat at the ends.
    `moments` is the time of each row as a number.
    """
    values = np.full(len(column), np.nan)
    for area in np.unique(areas[np.isnan(column)]):
        rows = np.flatnonzero(areas == area)
        rows = rows[np.argsort(moments[rows], kind="stable")]
        held = rows[~np.isnan(column[rows])]
        if not len(held):
            continue
        if panel == "linear":
            values[rows] = np.interp(moments[rows], moments[held], column[held])
            continue
        before = np.searchsorted(moments[held], moments[rows], side="right") - 1
        values[rows] = np.where(before >= 0, column[held[np.maximum(before, 0)]], np.nan)
        if panel == "constant":
            values[rows] = np.where(before >= 0, values[rows], column[held[0]])
    return filled(column, values, panel)
