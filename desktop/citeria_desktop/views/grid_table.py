"""The grid's two synchronised tables: the names that stay, and the values that scroll; keys as in a spreadsheet."""

from dataclasses import replace
from typing import Final, cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from citeria_desktop.delegates.cell_delegate import NameDelegate
from citeria_desktop.language.naming import name_of, second_name
from citeria_desktop.models.column_layout import ColumnLayout
from citeria_desktop.models.grid_model import HEADING_ROLE, GridModel
from citeria_desktop.painting.ring import ring_of
from citeria_desktop.theme import Theme
from citeria_desktop.views.grid_filters import FilterRow
from citeria_desktop.views.grid_header import GridHeader
from citeria_desktop.views.value_table import ValueTable, dress

_SAMPLE: Final = 300  # names whose widths are looked at
_MOST_NAME, _MOST_VALUE = 240, 210  # pixels that a column takes by itself; a double click on its edge gives it all


class NameTable(QTableView):
    """The names: the first column, in a view of its own that does not scroll sideways."""

    ring_pressed = Signal(int)  # row

    def __init__(self, model: GridModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, model, theme)
        self.naming = NameDelegate(theme, self)
        self.setItemDelegate(self.naming)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Areas"))
        self.horizontalHeader().setStretchLastSection(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a ring asks for the next value of the row without a source; elsewhere it selects."""
        index = self.indexAt(event.position().toPoint())
        ring = ring_of(self.visualRect(index)).adjusted(-4, -8, 6, 8)
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and ring.contains(event.position()):
            self.ring_pressed.emit(index.row())
        else:
            super().mousePressEvent(event)


class FrozenGrid(QFrame):
    """Both tables side by side, one selection, one vertical scroll."""

    def __init__(self, model: GridModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._fitting = False
        self.values = ValueTable(model, theme)
        self.names = NameTable(model, theme)
        self.names.setSelectionModel(self.values.selectionModel())
        self._line = QFrame()
        self._line.setFixedWidth(1)
        self._foot = QWidget()  # as high as the scroll bar beside it, so that the rows of both tables stay level
        self._foot.setFixedHeight(0)
        self._foot.setObjectName("Surface")
        self._foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.names, 1)
        beside.addWidget(self._foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(beside)
        layout.addWidget(self._line)
        layout.addWidget(self.values, 1)
        self.setFocusProxy(self.values)
        headers = self.values.horizontalHeader(), self.names.horizontalHeader()
        assert all(isinstance(header, GridHeader) for header in headers)
        self.filters = FilterRow(cast("GridHeader", headers[0]), model, names=False)
        self.name_filter = FilterRow(cast("GridHeader", headers[1]), model, names=True)
        self._join()
        self.fit()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._line.setStyleSheet(f"background: {theme.line};")
        for table, delegate in ((self.values, self.values.cells), (self.names, self.names.naming)):
            delegate.set_theme(theme)
            header = table.horizontalHeader()
            assert isinstance(header, GridHeader)
            header.set_theme(theme)
            table.viewport().update()

    def fit(self) -> None:
        """Give every column the width its values and heading need, and show only names on the left."""
        self._fitting = True
        kept = self._model.layout_now.widths
        for column, indicator in enumerate(self._model.indicators, 1):
            self.names.setColumnHidden(column, True)
            if indicator.code in kept:
                self.values.setColumnWidth(column, kept[indicator.code])
            else:
                self.fit_column(column, _MOST_VALUE)
        self.values.setColumnHidden(0, True)
        self._fitting = False
        if not self._model.rowCount() and self._model.areas_in_all:
            return  # a filter that nobody passes leaves the names as wide as they were
        areas = self._model.areas
        sample = areas[:: max(1, len(areas) // _SAMPLE)]
        widths = [self.names.naming.width_of(name_of(area), second_name(area)) for area in sample]
        width = min(_MOST_NAME, max(widths, default=120))
        self.names.setFixedWidth(width)
        self.names.setColumnWidth(0, width)

    def fit_column(self, column: int, most: int = 10_000) -> None:
        """Fit one column; its widest cells stand for all, since measuring thousands would be slow."""
        self.values.setColumnWidth(column, min(most, self._wanted(column)))

    def _wanted(self, column: int) -> int:
        """How wide a column must be for its values and its heading."""
        heading = self._model.headerData(column, Qt.Orientation.Horizontal, HEADING_ROLE)
        header = self.values.horizontalHeader()
        assert isinstance(header, GridHeader)
        width_of, looks = self.values.cells.painter.width_of, self._model.widest_looks(column)
        cells = [width_of(look, heading.decimals, marked=heading.marked) for look in looks]
        return max(header.wanted_width(heading), *cells, 72)

    def _widen(self, first: QModelIndex, last: QModelIndex) -> None:
        """Give columns whose cells changed the room that they need now, except where somebody has given a width.

        A longer number, or the sign of a rival, would shorten every number of its column. None becomes narrower, so
        that columns stay put while one types.
        """
        kept = self._model.layout_now.widths
        self._fitting = True
        for column in range(max(1, first.column()), last.column() + 1):
            if self._model.indicators[column - 1].code not in kept:
                wanted = min(_MOST_VALUE, self._wanted(column))
                if wanted > self.values.columnWidth(column):
                    self.values.setColumnWidth(column, wanted)
        self._fitting = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the names level with the values when the scroll bar below comes or goes."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Resize):
            bar = self.values.horizontalScrollBar()
            self._foot.setFixedHeight(bar.height() if event.type() != QEvent.Type.Hide and bar.isVisible() else 0)
        return super().eventFilter(watched, event)

    def _join(self) -> None:
        self.values.verticalScrollBar().valueChanged.connect(self.names.verticalScrollBar().setValue)
        self.names.verticalScrollBar().valueChanged.connect(self.values.verticalScrollBar().setValue)
        self.values.horizontalScrollBar().installEventFilter(self)
        self._model.modelReset.connect(self.fit)
        self._model.dataChanged.connect(self._widen)
        self.values.horizontalHeader().sectionClicked.connect(self.sort_by)
        self.names.horizontalHeader().sectionClicked.connect(self.sort_by)
        header = self.values.horizontalHeader()
        header.sectionHandleDoubleClicked.connect(self.fit_column)
        header.setSectionsMovable(True)
        header.sectionMoved.connect(self._move)
        header.sectionResized.connect(self._keep_width)
        self.values.horizontalScrollBar().valueChanged.connect(self.filters.place)
        self.filters.left.connect(self.values.setFocus)
        self.name_filter.left.connect(self.values.setFocus)
        self.values.selectionModel().currentChanged.connect(self._repaint_rows)

    def sort_by(self, column: int) -> None:
        """Up, then down, then the project's own order again."""
        ascending, descending = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        if self._model.sorted_by == (column, ascending):
            self._model.sort(column, descending)
        elif self._model.sorted_by == (column, descending):
            self._model.sort(-1)
        else:
            self._model.sort(column, ascending)
        self.values.horizontalHeader().viewport().update()
        self.names.horizontalHeader().viewport().update()

    def show_filters(self, shown: bool) -> None:
        """Show or hide the filters under the headings; hiding takes them away."""
        self.name_filter.show(shown)
        self.filters.show(shown)
        if not shown:
            self._model.clear_filters()

    def _keep_width(self, column: int, _before: int, width: int) -> None:
        """Remember a width that somebody has given."""
        if self._fitting or width == 0 or not 0 < column < self._model.columnCount():
            return
        layout = self._model.layout_now
        code = self._model.indicators[column - 1].code
        self._model.keep_layout(replace(layout, widths={**layout.widths, code: width}))

    def _move(self) -> None:
        """A heading was dragged: the model takes the order, the header its own back."""
        header = self.values.horizontalHeader()
        order = [header.logicalIndex(place) for place in range(header.count())]
        if self._fitting or order == sorted(order):
            return
        shown = tuple(self._model.indicators[column - 1].code for column in order if column > 0)
        self._fitting = True
        for column in range(header.count()):
            header.moveSection(header.visualIndex(column), column)
        self._fitting = False
        every = [indicator.code for indicator in self._model.all_indicators]
        layout = self._model.layout_now
        arranged = tuple(ColumnLayout(order=shown).arranged(every))
        QTimer.singleShot(0, self, lambda: self._model.keep_layout(replace(layout, order=arranged)))

    def _repaint_rows(self) -> None:
        """The row of the current cell is shaded right across."""
        self.values.viewport().update()
        self.names.viewport().update()
