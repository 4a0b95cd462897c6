"""Where somebody is in the grid: what is selected, told to every view; where other views go, followed."""

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, Signal

from citeria_desktop.bridge import SessionBridge
from citeria_desktop.figures import whole
from citeria_desktop.models.grid_model import GridModel
from citeria_desktop.models.grid_text import find
from citeria_desktop.models.summary import summary
from citeria_desktop.views.grid_table import FrozenGrid

_MOST_SUMMARISED: Final = 50_000  # selected cells; to look at more would hold up the selecting


class GridSelection(QObject):
    """The current cell and the selected ones of a grid, and the selection that all views share."""

    summarised = Signal(str)  # what the selected numbers come to

    def __init__(self, bridge: SessionBridge, model: GridModel, grid: FrozenGrid, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._model, self._grid = bridge, model, grid
        self._table = grid.values
        self._hits: list[QModelIndex] = []
        self._hit = -1
        self._following = False
        selection = self._table.selectionModel()
        selection.currentChanged.connect(self._tell_current)
        selection.selectionChanged.connect(self.summarise)
        bridge.selected.connect(self._follow)

    @property
    def chosen(self) -> list[QModelIndex]:
        """The selected cells, without names."""
        return [index for index in self._table.selectionModel().selectedIndexes() if index.column() > 0]

    def go_to(self, index: QModelIndex) -> None:
        """Make a cell the current one and show it."""
        self._table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if index.column() > 0:
            self._table.scrollTo(index)
        else:
            self._grid.names.scrollTo(index)

    def seek(self, text: str) -> tuple[int, int]:
        """Look for `text` and go to the first hit; returns its place from 1 and how many there are (0, 0: none)."""
        self._hits = find(self._model, text)
        self._hit = -1
        return self.find_next(1)

    def find_next(self, step: int) -> tuple[int, int]:
        """Go to the next (1) or previous (−1) hit, round the end."""
        if not self._hits:
            return 0, 0
        self._hit = (self._hit + step) % len(self._hits)
        self.go_to(self._hits[self._hit])
        return self._hit + 1, len(self._hits)

    def come_back(self) -> None:
        """Other rows or columns stand here now: go to what is selected, if it is among them."""
        self._follow(self._bridge.area, self._bridge.indicator)

    def summarise(self) -> None:
        """Tell what the selected numbers come to."""
        ranges = self._table.selectionModel().selection()
        count = sum(ranges.at(n).height() * ranges.at(n).width() for n in range(ranges.count()))
        if count > _MOST_SUMMARISED:
            self.summarised.emit(f"n {whole(count)}")
            return
        chosen = self.chosen
        self.summarised.emit(summary(self._model.selection(chosen)) if len(chosen) > 1 else "")

    def _tell_current(self, now: QModelIndex) -> None:
        if now.isValid() and not self._following:
            self._bridge.select(*self._model.cell(now))

    def _follow(self, area: str, indicator: str) -> None:
        """Go where another view went; an indicator that is not shown here leaves the row."""
        index = self._model.index_of(area, indicator)
        if not index.isValid():
            index = self._model.index_of(area)
        now = self._table.currentIndex()
        if index.isValid() and (not now.isValid() or self._model.cell(now) != (area, indicator)):
            self._following = True
            self.go_to(index)
            self._following = False
