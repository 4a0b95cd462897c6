"""Trends: how a series changed from its first year to its last, and how steadily."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from citeria_core.dataset import Column, Dataset
from citeria_core.errors import KnownError
from citeria_core.result import Result
from citeria_core.spelling import suggestion
from citeria_core.weights import UnknownNodeError


class NoYearError(KnownError):
    """A time that is no number, so that no speed can be told."""

    code = "no_year"
    template = "“{time}” is not a year. A trend needs every Time to be a number, such as 2020."


@dataclass(frozen=True, slots=True)
class Trend:
    """One series over its `count` years that have a value; years as numbers, NaN where a figure does not exist.

    `change` = last − first value. `cagr` = (last / first)^(1 / years between) − 1, the compound annual growth rate; it
    needs two positive values. `slope`: the least-squares change per year.
    """

    count: int
    first_year: float
    last_year: float
    first: float
    last: float
    change: float
    cagr: float
    slope: float


def trend(years: Sequence[float], values: Sequence[float] | Column) -> Trend:
    """The trend of one series; missing values (NaN) are left out, order does not matter.

    Sources: COINr `get_trends`; ordinary least squares.
    """
    pairs = sorted((year, float(value)) for year, value in zip(years, values, strict=True) if not math.isnan(value))
    if not pairs:
        return Trend(0, *(math.nan,) * 7)
    (first_year, first), (last_year, last) = pairs[0], pairs[-1]
    span = last_year - first_year
    growth = (last / first) ** (1 / span) - 1 if span > 0 and first > 0 and last > 0 else math.nan
    return Trend(
        len(pairs), first_year, last_year, first, last, last - first if span else math.nan, growth, _slope(pairs)
    )


def _slope(pairs: Sequence[tuple[float, float]]) -> float:
    held = np.array(pairs)
    years = held[:, 0] - held[:, 0].mean()
    square = float(years @ years)
    return float(years @ (held[:, 1] - held[:, 1].mean())) / square if square > 0 else math.nan


def of_indicator(dataset: Dataset, indicator: str) -> dict[str, Trend]:
    """Area → the trend of its raw values of one indicator. Raises `UnknownNodeError`, `NoYearError`."""
    if indicator not in dataset.column_of:
        raise UnknownNodeError(node=indicator, hint=suggestion(indicator, dataset.indicators))
    return _by_area(dataset.areas, dataset.times, dataset.columns[dataset.column_of[indicator]])


def of_scores(result: Result, node: str | None = None) -> dict[str, Trend]:
    """Area → the trend of its scores on `node` (default: the index). Raises `UnknownNodeError`, `NoYearError`."""
    return _by_area(result.areas, result.times, result.score(node or result.root))


def _by_area(areas: Sequence[str], times: Sequence[str], values: Column) -> dict[str, Trend]:
    years = [_year(time) for time in times] if times else [math.nan] * len(areas)
    rows: dict[str, list[int]] = {}
    for row, area in enumerate(areas):
        rows.setdefault(area, []).append(row)
    return {area: trend([years[row] for row in held], values[held]) for area, held in rows.items()}


def _year(time: str) -> float:
    try:
        year = float(time)
    except ValueError:
        year = math.nan
    if not math.isfinite(year):
        raise NoYearError(time=time)
    return year
