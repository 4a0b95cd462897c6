"""The list of sources as a table: two lines a row where there is height for them, one where there is not."""

from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QWidget

from citeria_desktop.delegates.source_delegate import SourceDelegate
from citeria_desktop.models.source_model import Column, SourceModel
from citeria_desktop.panels.row_table import RowTable
from citeria_desktop.theme import Theme

NARROW: Final = 820  # pixels of the view; below it the details stand under the list
_NARROWER: Final = 640  # the type is in the details, too
_ROW, _ONE_LINE = 44, 28
_FEW: Final = 18  # with less than so many rows of two lines in view, one line each must do


class SourceTable(RowTable):
    """Sorted by any column, those cited most first; a row is dragged onto cells of the grid."""

    def __init__(self, model: SourceModel, theme: Theme) -> None:
        super().__init__(model, theme, row_height=_ROW, lead=8)
        self.paint_with(
            SourceDelegate(theme, self, strong=True),
            SourceDelegate(theme, self),
            SourceDelegate(theme, self),
            SourceDelegate(theme, self),
            SourceDelegate(theme, self, right=True),
            SourceDelegate(theme, self, token="accent"),
        )
        self.set_widths(196, 0, 118, 52, 58, 42)
        self.header.alignments = {Column.CITED: Qt.AlignmentFlag.AlignRight}
        self.setDragEnabled(True)
        self.header.setSectionsClickable(True)
        self.header.setSortIndicator(Column.CITED, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)

    def fit(self, room: QSize) -> None:
        """Show what there is room for in a view of so many pixels, without its header."""
        self.setColumnHidden(Column.KIND, room.width() < _NARROWER)
        self.set_widths(160 if room.width() < NARROW else 196)
        self.verticalHeader().setDefaultSectionSize(_ONE_LINE if room.height() < _FEW * _ROW else _ROW)

    def row_at(self, place: QPoint, view: QWidget) -> int:
        """The row at a place of `view`, −1 where there is none."""
        inside = self.viewport().mapFrom(view, place)
        return self.rowAt(inside.y()) if self.viewport().rect().contains(inside) else -1
