"""What stands above a column of the grid, read from its cells."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from citeria_core.model import CellReading, Indicator
from citeria_core.period import Period
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
    areas: int = 0
    decimals: int = 0
    marked: bool = False  # some cell has rivals
    usual: Period | None = None

    @property
    def detail(self) -> str:
        """Years and unit in one line."""
        return " · ".join(part for part in (self.years, self.unit) if part)


def heading(indicator: Indicator, column: Sequence[CellReading | None]) -> ColumnHeading:
    """Describe the column of `indicator` whose cells, one an area, read `column`."""
    shown = [one for one in column if one is not None and (one.shown is not None or one.text)]
    periods = Counter(one.period for one in shown if one.period is not None)
    return ColumnHeading(
        name=indicator.name,
        years=_span(periods),
        unit=indicator.unit,
        scored=sum(one.value is not None for one in shown),
        areas=len(column),
        decimals=max((decimals(shown_text(one)) for one in shown), default=0),
        marked=any(one is not None and one.rivals > 1 for one in column),
        usual=max(periods, key=lambda period: (periods[period], period)) if periods else None,
    )


def _span(periods: Counter[Period]) -> str:
    """ "2020", "2018–2020", "n.d.": the periods that a column shows."""
    if not periods:
        return ""
    first, last = min(periods), max(periods)
    return year_text(last) if first == last else f"{year_text(first)}–{year_text(last)}"
