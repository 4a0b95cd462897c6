"""How the cells of a grid look, each decided when it is first asked for and kept until it reads something else."""

from citeria_core.model import Area, Indicator
from citeria_core.period import Period
from citeria_core.readings import Cell, Readings
from citeria_desktop.language.naming import name_of
from citeria_desktop.models.cell_look import CellLook, look


class CellLooks:
    """The looks of the cells that `readings` has."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        self._made: dict[Cell, CellLook] = {}

    def of(self, area: Area, indicator: Indicator, usual: Period | None) -> CellLook:
        """The look of a cell; `usual` is the period that most cells of its column show."""
        cell = area.code, indicator.code
        shown = self._made.get(cell)
        if shown is None:
            shown = look(self._readings.get(cell), usual, name_of(area), indicator.name)
            self._made[cell] = shown
        return shown

    def forget(self, cell: Cell) -> None:
        """A cell reads something else now."""
        self._made.pop(cell, None)

    def forget_column(self, indicator: str) -> None:
        """Another period is usual in a column now."""
        self._made = {cell: shown for cell, shown in self._made.items() if cell[1] != indicator}
