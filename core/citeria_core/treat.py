"""Outlier treatment of one column, with a record of what was done to which value and why.

A column that passes the outlier test is left alone. What a treatment did stays, even where the column still fails.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from citeria_core.dataset import Column
from citeria_core.moments import Shape, passes, present, shape
from citeria_core.outcome import Outcome
from citeria_core.recipe import Treat


@dataclass(frozen=True, eq=False)
class Treatment:
    """What was done to one indicator: the tests before, after winsorising, after the log, and the points moved."""

    before: Shape
    passed_before: bool
    winsorised: int | None = None  # points moved, None where winsorising was not tried
    after_winsorising: Shape | None = None
    passed_winsorised: bool | None = None
    log: str = ""
    after_log: Shape | None = None
    passed_log: bool | None = None
    high: NDArray[np.bool_] | None = None  # rows moved down from the top
    low: NDArray[np.bool_] | None = None  # rows moved up from the bottom


def treat(column: Column, how: Treat, indicator: str) -> Outcome:
    """The treated column; `record` is its `Treatment`. Moments: type 2 (Joanes & Gill 1998)."""
    before = shape(column)
    passed = passes(before, how.max_skew, how.max_kurtosis)
    done = Treatment(before, passed)
    if how.method == "none" or passed:
        return Outcome(column, record=done)
    if how.method == "log":
        return _logged(column, column, how, indicator, done)
    values, done = _winsorise(column, how, done)
    if how.method == "winsorise" or done.passed_winsorised:
        return Outcome(values, record=done)
    return _logged(values, column if how.log_input == "original" else values, how, indicator, done)


def _winsorise(column: Column, how: Treat, done: Treatment) -> tuple[Column, Treatment]:
    """Pull the extreme values in, all equal ones at once, from the side of the skew, until the test passes."""
    values = column.copy()
    high, low = np.zeros(len(column), dtype=bool), np.zeros(len(column), dtype=bool)
    held, passed = done.before, done.passed_before
    distinct = np.unique(present(values))
    bottom, top = 0, len(distinct) - 1  # places of the smallest and largest value that are left
    count = 0
    while not passed and count < how.max_winsorised and top - bottom > 1:  # at 1 a step would leave a single value
        if held.skew >= 0:
            moved = values == distinct[top]
            top -= 1
            values[moved], high[moved] = distinct[top], True
        else:
            moved = values == distinct[bottom]
            bottom += 1
            values[moved], low[moved] = distinct[bottom], True
        count = int((high | low).sum())
        held = shape(values)
        passed = passes(held, how.max_skew, how.max_kurtosis)
    record = replace(done, winsorised=count, after_winsorising=held, passed_winsorised=passed, high=high, low=low)
    return values, record


def _logged(kept: Column, column: Column, how: Treat, indicator: str, done: Treatment) -> Outcome:
    """The log of `column`, or `kept` where the log does not exist, with a finding."""
    with np.errstate(all="ignore"):
        values = LOGS[how.log](column, how)
    if np.isinf(values).any() or (np.isnan(values) & ~np.isnan(column)).any():
        told = f"Indicator “{indicator}”: the logarithm “{how.log}” does not exist for its values; it was not taken."
        return Outcome(kept, (told,), done)
    held = shape(values)
    record = replace(done, log=how.log, after_log=held, passed_log=passes(held, how.max_skew, how.max_kurtosis))
    if how.log == "gii" and np.nanmax(column) < 1:
        told = f"Indicator “{indicator}”: the logarithm “gii” turns the order of values below 1 around."
        return Outcome(values, (told,), record)
    return Outcome(values, (), record)


def _ends(column: Column) -> tuple[float, float]:
    return float(np.nanmin(column)), float(np.nanmax(column))


def _ct(column: Column, how: Treat) -> Column:
    low, high = _ends(column)
    if math.isinf(high - low):
        return _ct(column / 4, how) + math.log(4)
    return np.log(column - low + 0.01 * (high - low))


def _ct_plus(column: Column, how: Treat) -> Column:
    if shape(column).skew > 0:
        return _ct(column, how)
    return -_ct(-column, how)


def _ct_orig(column: Column, how: Treat) -> Column:
    return np.log(column - np.nanmin(column) + 1)


def _gii(column: Column, how: Treat) -> Column:
    low, high = _ends(column)
    if shape(column).skew < 0:
        return -np.log((high - 1) * (high - column) / (high - low) + 1)
    return np.log((high - 1) * (column - low) / (high - low) + 1)


def _boxcox(column: Column, how: Treat) -> Column:
    shifted = column - np.nanmin(column) + 1
    if how.lambda_ == 0:
        return np.log(shifted)
    powered: Column = (shifted**how.lambda_ - 1) / how.lambda_
    return powered


LOGS: Mapping[str, Callable[[Column, Treat], Column]] = MappingProxyType(
    {"ct": _ct, "ct_plus": _ct_plus, "ct_orig": _ct_orig, "gii": _gii, "boxcox": _boxcox}
)
