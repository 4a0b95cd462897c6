"""What stands above a column of the grid, read from its cells."""

from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from citeria_core.model import Indicator
from citeria_core.period import Period
from citeria_core.readings import Mark, Readings
from citeria_desktop.models.cell_look import decimals, shown_text, year_text


@dataclass(frozen=True, slots=True)
class ColumnHeading:
    """A column's name, the years and unit shown, and how many areas have a value that counts.

    `usual` is the period that most of its cells show, `decimals` the most digits any of them shows after the point.
    """

    name: str
    years: str = ""
    unit: str = ""
    scored: int = 0
    shown: int = 0  # areas with any value
    uncited: int = 0  # those of them without a source
    areas: int = 0
    decimals: int = 0
    marked: bool = False  # some cell has rivals
    usual: Period | None = None

    @property
    def detail(self) -> str:
        """Years and unit in one line."""
        return " · ".join(part for part in (self.years, self.unit) if part)


def heading(indicator: Indicator, readings: Readings, areas: int) -> ColumnHeading:
    """Describe the column of `indicator` in a grid of so many areas; `readings` may know areas that show nothing."""
    column = readings.column_of.get(indicator.code)
    if column is None:
        return ColumnHeading(indicator.name, unit=indicator.unit, areas=areas)
    marks = readings.marks[:, column]
    shows = (marks & Mark.SHOWS) > 0
    periods = _counted(readings, readings.period_at[shows, column])
    return ColumnHeading(
        name=indicator.name,
        years=_span(periods),
        unit=indicator.unit,
        scored=int(np.count_nonzero(marks & Mark.SCORED)),
        shown=int(np.count_nonzero(shows)),
        uncited=int(np.count_nonzero(marks & Mark.UNCITED)),
        areas=areas,
        decimals=_decimals(indicator.code, readings, column),
        marked=bool(np.any(marks & Mark.RIVALS)),
        usual=max(periods, key=lambda period: (periods[period], period)) if periods else None,
    )


def _counted(readings: Readings, places: NDArray[np.int32]) -> Counter[Period]:
    counts = np.bincount(places[places >= 0], minlength=len(readings.periods)).tolist()
    return Counter({period: count for period, count in zip(readings.periods, counts, strict=True) if count})


def _decimals(code: str, readings: Readings, column: int) -> int:
    """The most digits that any cell of the column shows after the point."""
    words = (readings.marks[:, column] & Mark.WORDS) > 0
    told = (shown_text(readings[readings.areas[row], code]) for row in np.flatnonzero(words).tolist())
    return max(most_decimals(readings.shown[~words, column]), max(map(decimals, told), default=0))


def most_decimals(numbers: NDArray[np.float64]) -> int:
    """The most digits after the point that `format_number` writes for any of the numbers; NaN writes nothing."""
    sizes = np.abs(numbers[np.isfinite(numbers)])
    sizes = sizes[(sizes >= 1e-6) & (sizes < 1e15)]  # beyond, a power of ten is written, and nothing is aligned
    small = sizes < 1
    places = np.full(len(sizes), 3)
    places[small] = 2 - np.floor(np.log10(sizes[small])).astype(np.int64)
    for most in range(int(places.max(initial=0)), 0, -1):
        open_ = places >= most
        whole = np.rint(sizes[open_] * 10.0 ** places[open_])
        if np.any(whole % 10.0 ** (places[open_] - most + 1)):
            return most
    return 0


def _span(periods: Counter[Period]) -> str:
    """ "2020", "2018–2020", "n.d.": the periods that a column shows."""
    if not periods:
        return ""
    first, last = min(periods), max(periods)
    return year_text(last) if first == last else f"{year_text(first)}–{year_text(last)}"
