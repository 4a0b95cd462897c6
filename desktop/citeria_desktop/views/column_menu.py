"""What can be done with the grid's columns: found, sorted by, hidden, shown and moved."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from citeria_desktop.dialogs.columns import ColumnsDialog
from citeria_desktop.models.grid_model import GridModel
from citeria_desktop.views.value_table import ValueTable


class ColumnMenu(QObject):
    """The menu of each heading, and the list of all columns."""

    gone_to = Signal(QModelIndex)  # a cell of the column that was looked for
    filters_wanted = Signal()

    def __init__(self, model: GridModel, table: ValueTable, view: QWidget) -> None:
        super().__init__(view)
        self._model, self._table, self._view = model, table, view
        self._row_sought = ""
        table.horizontalHeader().setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.horizontalHeader().customContextMenuRequested.connect(self._open)

    def find_column(self) -> None:
        """Open the list of columns: find one, show, hide and move them."""
        dialog = ColumnsDialog(self._model.all_indicators, self._model.layout_now, self._view.window())
        dialog.arranged.connect(self._model.keep_layout)
        dialog.gone_to.connect(self._go_to)
        now = self._table.currentIndex()
        self._row_sought = self._model.cell(now)[0] if now.isValid() else ""
        dialog.open()

    def menu(self, column: int) -> QMenu:
        """What can be done with a column."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Sort up"), lambda: self._model.sort(column, Qt.SortOrder.AscendingOrder))
        menu.addAction(self.tr("Sort down"), lambda: self._model.sort(column, Qt.SortOrder.DescendingOrder))
        menu.addAction(self.tr("The project's own order"), lambda: self._model.sort(-1))
        menu.addSeparator()
        hide = menu.addAction(self.tr("Hide this column"), lambda: self.hide(column))
        hide.setEnabled(self._model.columnCount() > 2)
        menu.addAction(self.tr("Columns…"), self.find_column)
        menu.addAction(self.tr("Filter"), self.filters_wanted.emit)
        return menu

    def hide(self, column: int) -> None:
        """Hide a column; the list of columns shows it again."""
        layout, code = self._model.layout_now, self._model.indicators[column - 1].code
        self._model.keep_layout(replace(layout, hidden=layout.hidden | {code}))

    def _open(self, place: QPoint) -> None:
        header = self._table.horizontalHeader()
        column = header.logicalIndexAt(place)
        if column > 0:
            self.menu(column).popup(header.mapToGlobal(place))

    def _go_to(self, indicator: str) -> None:
        """To the cell of a column in the row that one came from; without one, in the first."""
        index = self._model.index_of(self._row_sought, indicator)
        if not index.isValid() and self._model.rowCount():
            index = self._model.index_of(self._model.areas[0].code, indicator)
        if index.isValid():
            self.gone_to.emit(index)
        self._table.setFocus()
