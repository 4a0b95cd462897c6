"""A table of rows painted by delegates: no grid, no boxes, whole rows selected."""

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from citeria_desktop.delegates.row_delegate import ROW_HEIGHT, RowDelegate
from citeria_desktop.panels.quiet_header import QuietHeader
from citeria_desktop.theme import Theme


class RowTable(QTableView):
    """`delegates` by column; `opened` is Enter or a double click on a row.

    With a `lead` the first column begins that much further right: where a table fills a page, under its other words.
    """

    opened = Signal(int)

    def __init__(
        self,
        model: QAbstractItemModel,
        theme: Theme,
        *,
        row_height: int = ROW_HEIGHT,
        header: QuietHeader | None = None,
        lead: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.lead = lead
        self.header = header or QuietHeader(theme)
        self.header.lead = lead
        self.setHorizontalHeader(self.header)  # before the model: Qt's own would measure every title
        self.setModel(model)
        self.header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(row_height)
        self._delegates: list[RowDelegate] = []
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def paint_with(self, *delegates: RowDelegate) -> None:
        """Paint column after column with these."""
        self._delegates = list(delegates)
        for column, delegate in enumerate(delegates):
            delegate.lead = self.lead
            self.setItemDelegateForColumn(column, delegate)

    def set_widths(self, *widths: int) -> None:
        """The width of each column, that of the first without its lead; 0 takes what is left."""
        for column, width in enumerate(widths):
            if width:
                self.header.resizeSection(column, width + (0 if column else self.lead))
            else:
                self.header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.header.set_theme(theme)
        for delegate in self._delegates:
            delegate.theme = theme
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current row; Home and End go to the first and the last, as in any list."""
        last = self.model().rowCount() - 1
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and last >= 0:
            self.selectRow(0 if event.key() == Qt.Key.Key_Home else last)
        else:
            super().keyPressEvent(event)
