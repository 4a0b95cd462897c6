"""What an index reads in every cell of areas × indicators, as columns and as values.

A grid of a million cells shows a few hundred at a time: a `CellReading` is made when its cell is first asked for, and
what is asked of all cells at once (which are missing, uncited, contested; the numbers of a column) stands in arrays.
"""

from collections.abc import Callable, Iterable, Iterator, MutableMapping, Sequence
from enum import IntFlag
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from citeria_core.model import CellReading, Missing, Qualifier
from citeria_core.period import Period

Cell = tuple[str, str]  # area code, indicator code
NO_PERIOD: Final = -1
Make = Callable[[str, str, Any], CellReading]  # area, indicator, what was stored there


class Mark(IntFlag):
    """What is known of a cell without making its reading."""

    SHOWS = 1  # a number or a text
    SCORED = 2
    UNCITED = 4  # shows something without a source
    RIVALS = 8
    WORDS = 16  # shows a text or a range, not one number
    SIGNED = 32  # shows one number after a sign: ≈, <, ≥ …


class Readings(MutableMapping[Cell, CellReading]):
    """A reading for every cell of `areas` × `indicators`; the set of cells never changes, what they read may.

    `shown` (float64, NaN where no number is shown), `marks` (uint8, of `Mark`) and `period_at` (int32, a place in
    `periods` or `NO_PERIOD`) are areas × indicators and read-only to everybody else.
    """

    def __init__(self, areas: Iterable[str], indicators: Iterable[str], make: Make) -> None:
        self.areas = tuple(areas)
        self.indicators = tuple(indicators)
        self.row_of = {code: row for row, code in enumerate(self.areas)}
        self.column_of = {code: column for column, code in enumerate(self.indicators)}
        shape = len(self.areas), len(self.indicators)
        self.shown = np.full(shape, np.nan, order="F")
        self.marks = np.zeros(shape, dtype=np.uint8, order="F")
        self.period_at = np.full(shape, NO_PERIOD, dtype=np.int32, order="F")
        self.periods: list[Period] = []
        self._place_of: dict[Period, int] = {}
        self._make = make
        self._held: NDArray[np.object_] = np.full(shape, None, dtype=object)  # a reading, or what to make it of

    # -- as a mapping --------------------------------------------------------------------------------------------------

    def __getitem__(self, cell: Cell) -> CellReading:
        """The reading of a cell."""
        area, indicator = cell
        row, column = self.row_of[area], self.column_of[indicator]
        held = self._held[row, column]
        if not isinstance(held, CellReading):
            absent = held is None
            held = (
                CellReading(area, indicator, None, Missing.NOT_FOUND) if absent else self._make(area, indicator, held)
            )
            self._held[row, column] = held
        return held

    def __setitem__(self, cell: Cell, reading: CellReading) -> None:
        """Let a cell read something else; `KeyError` for a cell outside."""
        row, column = self.row_of[cell[0]], self.column_of[cell[1]]
        self._held[row, column] = reading
        self.shown[row, column] = np.nan if reading.shown is None else reading.shown
        self.marks[row, column] = marks_of(reading)
        self.period_at[row, column] = self._place(reading.period)

    def __delitem__(self, cell: Cell) -> None:
        """No cell ever goes."""
        raise TypeError("the cells of readings stay")

    def __contains__(self, cell: object) -> bool:
        """Whether a cell is among them."""
        return isinstance(cell, tuple) and len(cell) == 2 and cell[0] in self.row_of and cell[1] in self.column_of

    def __iter__(self) -> Iterator[Cell]:
        """The cells, area by area."""
        return ((area, indicator) for area in self.areas for indicator in self.indicators)

    def __len__(self) -> int:
        """How many cells there are."""
        return len(self.areas) * len(self.indicators)

    # -- many at once --------------------------------------------------------------------------------------------------

    def fill(
        self,
        rows: Sequence[int],
        columns: Sequence[int],
        held: Sequence[Any],
        shown: Sequence[float | None],
        marks: Sequence[int],
        periods: Sequence[Period | None],
    ) -> None:
        """Store what the cells at these places read, one entry each; their readings are made of `held` when asked."""
        at = np.asarray(rows, dtype=np.intp), np.asarray(columns, dtype=np.intp)
        entries = np.empty(len(held), dtype=object)
        entries[:] = held
        self._held[at] = entries
        self.shown[at] = np.array(shown, dtype=np.float64)
        self.marks[at] = np.asarray(marks, dtype=np.uint8)
        self.period_at[at] = [self._place(period) for period in periods]

    def adopt(self, other: "Readings") -> None:
        """Take over what `other` reads in the cells that both have."""
        areas = [code for code in other.areas if code in self.row_of]
        indicators = [code for code in other.indicators if code in self.column_of]
        here = np.ix_([self.row_of[code] for code in areas], [self.column_of[code] for code in indicators])
        there = np.ix_([other.row_of[code] for code in areas], [other.column_of[code] for code in indicators])
        places = np.array([self._place(period) for period in other.periods] + [NO_PERIOD], dtype=np.int32)
        self._held[here], self.shown[here] = other._held[there], other.shown[there]
        self.marks[here], self.period_at[here] = other.marks[there], places[other.period_at[there]]

    def copy(self) -> "Readings":
        """The same, to be changed apart."""
        made = Readings(self.areas, self.indicators, self._make)
        made.adopt(self)
        return made

    def scored(self) -> NDArray[np.float64]:
        """The number that each cell is scored with, NaN where it is not."""
        values = np.where(self.marks & Mark.SCORED, self.shown, np.nan)
        return np.asfortranarray(values)

    def _place(self, period: Period | None) -> int:
        if period is None:
            return NO_PERIOD
        place = self._place_of.get(period)
        if place is None:
            place = self._place_of[period] = len(self.periods)
            self.periods.append(period)
        return place


def marks_of(reading: CellReading) -> Mark:
    """The marks of a reading."""
    shows = reading.shown is not None or bool(reading.text)
    marks = Mark(0)
    if shows:
        words = reading.shown is None or reading.qualifier is Qualifier.RANGE
        signed = not words and reading.qualifier is not Qualifier.EXACT
        marks |= Mark.SHOWS | (Mark(0) if reading.cited else Mark.UNCITED)
        marks |= Mark.WORDS if words else Mark.SIGNED if signed else Mark(0)
    if reading.value is not None:
        marks |= Mark.SCORED
    return marks | (Mark.RIVALS if reading.rivals > 1 else Mark(0))


def of_values(readings: Iterable[CellReading]) -> Readings:
    """Readings of the cells that are given, every area with every indicator of any of them."""
    given = list(readings)
    made = Readings(
        dict.fromkeys(one.area for one in given),
        dict.fromkeys(one.indicator for one in given),
        lambda area, indicator, _: CellReading(area, indicator, None, Missing.NOT_FOUND),
    )
    for reading in given:
        made[reading.area, reading.indicator] = reading
    return made
