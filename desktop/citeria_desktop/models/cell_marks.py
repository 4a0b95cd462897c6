"""Which cells of the grid want attention: asked of all of them at once."""

from collections.abc import Collection, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt

from citeria_core.readings import Cell, Mark, Readings
from citeria_desktop.models.coverage import Coverage

MARKS: Final = ("uncited", "rivals", "missing")
CHANGED: Final = "changed"


class CellMarks:
    """The cells of some areas × indicators that carry a mark: no source, several values, no value, changed since."""

    def __init__(
        self, readings: Readings, areas: Sequence[str], indicators: Sequence[str], changed: Collection[Cell] = ()
    ) -> None:
        self._readings = readings
        self.rows = np.array([readings.row_of[code] for code in areas], dtype=np.intp)
        self._coverages: dict[str, Coverage] = {}
        self._columns = np.array([readings.column_of[code] for code in indicators], dtype=np.intp)
        self._changed = np.zeros(readings.marks.shape, dtype=np.bool_)
        for area, indicator in changed:
            if area in readings.row_of and indicator in readings.column_of:
                self._changed[readings.row_of[area], readings.column_of[indicator]] = True

    def count(self, mark: str) -> int:
        """How many cells carry a mark."""
        return int(np.count_nonzero(self.table(mark)))

    def table(self, mark: str) -> NDArray[np.bool_]:
        """Whether each cell carries a mark: areas × indicators in the order given."""
        every = slice(None)
        whole = len(self.rows) == len(self._readings.areas) and bool(np.all(np.diff(self.rows) == 1))
        rows = every if whole else self.rows
        if mark == CHANGED:
            return np.asarray(self._changed[rows][:, self._columns])
        marks = self._readings.marks[rows][:, self._columns]
        if mark == "missing":
            return np.asarray((marks & Mark.SHOWS) == 0)
        return np.asarray((marks & (Mark.UNCITED if mark == "uncited" else Mark.RIVALS)) > 0)

    def carries(self, mark: str, cell: Cell) -> bool:
        """Whether a cell carries a mark."""
        row, column = self._readings.row_of[cell[0]], self._readings.column_of[cell[1]]
        if mark == CHANGED:
            return bool(self._changed[row, column])
        marks = int(self._readings.marks[row, column])
        if mark == "missing":
            return not marks & Mark.SHOWS
        return bool(marks & (Mark.UNCITED if mark == "uncited" else Mark.RIVALS))

    def next(
        self, mark: str, order: Sequence[int], here: tuple[int, int], along: Qt.Orientation | None = None
    ) -> tuple[int, int] | None:
        """The place after `here` that carries a mark, row and column, round the end; None where none does.

        `order` says which of the areas stand in the rows; with `along` only the row or the column of `here` is asked.
        """
        row, column = here
        table, columns = self.table(mark)[order], len(self._columns)
        if along == Qt.Orientation.Horizontal:
            table = np.where((np.arange(len(order)) == row)[:, None], table, False)
        elif along == Qt.Orientation.Vertical:
            table = np.where(np.arange(columns) == column, table, False)
        found = np.flatnonzero(table)
        if not len(found):
            return None
        after = np.searchsorted(found, row * columns + column, side="right")
        return divmod(int(found[after % len(found)]), columns)

    def coverage(self, area: str) -> Coverage:
        """How many values of an area there are among the indicators, cited and not; kept until it is forgotten."""
        if area not in self._coverages:
            self._coverages[area] = self._cover(area)
        return self._coverages[area]

    def forget(self, area: str) -> None:
        """A cell of an area reads something else now."""
        self._coverages.pop(area, None)

    def _cover(self, area: str) -> Coverage:
        marks = self._readings.marks[self._readings.row_of[area], self._columns]
        uncited = int(np.count_nonzero(marks & Mark.UNCITED))
        return Coverage(int(np.count_nonzero(marks & Mark.SHOWS)) - uncited, uncited, len(self._columns))
