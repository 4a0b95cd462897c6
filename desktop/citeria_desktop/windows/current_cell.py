"""The one cell that all panes show: always one that the grid shows too, in view, and the same after opening again."""

from PySide6.QtCore import QModelIndex, QObject, QTimer

from citeria_desktop.bridge import SessionBridge
from citeria_desktop.settings import Settings
from citeria_desktop.views.grid import GridView


class CurrentCell(QObject):
    """Watches the grid: other rows or columns there may take the selected cell away, or out of sight."""

    def __init__(self, bridge: SessionBridge, grid: GridView, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._grid = grid
        self._settings = settings
        self._later = QTimer(self)  # once the columns have their widths
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.show)
        grid.model.modelReset.connect(self.keep)

    def begin(self) -> None:
        """Go where the work on this project stopped, else to the first value, so that no pane is empty."""
        area, indicator = self._settings.cell(self._bridge.session.project.path)
        index = self._grid.model.index_of(area, indicator) if indicator else QModelIndex()
        self._go(index if index.isValid() else self._first())

    def keep(self) -> None:
        """Select the same cell if the grid has it, else the first of its row, else the first of all; and show it."""
        area, indicator = self._bridge.area, self._bridge.indicator
        index = self._grid.model.index_of(area, indicator)
        if not index.isValid():
            row = self._grid.model.index_of(area)
            index = row.siblingAtColumn(1) if row.isValid() else self._first()
        self._go(index)
        self._later.start()

    def show(self) -> None:
        """Scroll the grid to the cell, its column too."""
        index = self._grid.table.currentIndex()
        if index.isValid() and index.column() > 0:
            self._grid.table.scrollTo(index)

    def stop(self) -> None:
        """Remember the cell; the project is about to be closed."""
        self._later.stop()
        if self._bridge.indicator:
            self._settings.keep_cell(self._bridge.session.project.path, self._bridge.area, self._bridge.indicator)

    def _first(self) -> QModelIndex:
        model = self._grid.model
        return model.index(0, 1) if model.rowCount() and model.columnCount() > 1 else QModelIndex()

    def _go(self, index: QModelIndex) -> None:
        if not index.isValid():
            self._bridge.select("")
            return
        self._grid.go_to(index)
        self._bridge.select(*self._grid.model.cell(index))
