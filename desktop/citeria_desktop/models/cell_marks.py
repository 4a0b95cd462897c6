"""Which cells of the grid want attention, kept up to date cell by cell."""

from collections.abc import Iterable, Mapping
from typing import Final

from citeria_core.model import CellReading

Cell = tuple[str, str]  # area code, indicator code
MARKS: Final = ("uncited", "rivals", "missing")


class CellMarks:
    """The cells that carry each mark: a value without a source, several values, no value."""

    def __init__(self, readings: Mapping[Cell, CellReading], cells: Iterable[Cell]) -> None:
        self._held: dict[str, set[Cell]] = {mark: set() for mark in MARKS}
        for cell in cells:
            self.take(cell, readings.get(cell))

    def take(self, cell: Cell, reading: CellReading | None) -> None:
        """Learn what a cell reads now."""
        shows = reading is not None and (reading.shown is not None or bool(reading.text))
        self._put("uncited", cell, shows and reading is not None and not reading.cited)
        self._put("rivals", cell, reading is not None and reading.rivals > 1)
        self._put("missing", cell, not shows)

    def count(self, mark: str) -> int:
        """How many cells carry a mark."""
        return len(self._held[mark])

    def carries(self, mark: str, cell: Cell) -> bool:
        """Whether a cell carries a mark."""
        return cell in self._held[mark]

    def _put(self, mark: str, cell: Cell, carried: bool) -> None:
        (self._held[mark].add if carried else self._held[mark].discard)(cell)
