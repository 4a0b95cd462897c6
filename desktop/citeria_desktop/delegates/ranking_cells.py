"""The smaller cells of the ranking: the area with its own script, the change, the coverage."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QTableView

from citeria_desktop.delegates.row_delegate import LEAST_TEXT_HEIGHT, PAD, AnyIndex, RowDelegate
from citeria_desktop.models.ranking_model import ROW_ROLE, Column, RankingModel
from citeria_desktop.painting import marks
from citeria_desktop.painting.lettering import Lettering
from citeria_desktop.theme import Theme, font


class AreaDelegate(RowDelegate):
    """The name, and the name in its own script where there is room."""

    def __init__(self, theme: Theme, view: QTableView, model: RankingModel, *, compact: bool) -> None:
        super().__init__(theme, view)
        self._table = view
        self._bold = Lettering(font(13, QFont.Weight.DemiBold))
        self._model = model
        self._compact = compact

    def content(self, painter: QPainter, rect: QRectF, index: AnyIndex) -> None:
        """Name, then native name."""
        row = index.data(ROW_ROLE)
        inner = rect.adjusted(PAD, 0, -4, 0)
        if index.row() in self._model.heads:
            self._write_group(painter, inner, str(index.data()))
            return
        width = self.write(painter, inner, row.name)
        native = self._model.natives.get(row.area, "")
        rest = inner.adjusted(width + PAD, 0, 0, 0)
        if native and not self._compact and self.letters.width(native) <= rest.width():
            self.write(painter, rest, native, token="muted")

    def _write_group(self, painter: QPainter, rect: QRectF, name: str) -> None:
        """The name of a group begins where the row does: the cells before it are empty, and painted already."""
        if rect.height() < LEAST_TEXT_HEIGHT:
            return
        before = self._table.columnViewportPosition(Column.AREA) - self._table.columnViewportPosition(Column.RANK)
        wide = rect.adjusted(-max(before, 0), 0, 0, 0)
        self.write(painter, wide, name, letters=self._bold)


class ChangeDelegate(RowDelegate):
    """An arrow and the places gained or lost since the last step."""

    def content(self, painter: QPainter, rect: QRectF, index: AnyIndex) -> None:
        """A triangle up or down with its number."""
        row = index.data(ROW_ROLE)
        if not row.change or rect.height() < LEAST_TEXT_HEIGHT:
            return
        token = "good" if row.change > 0 else "bad"
        marks.draw_arrow(painter, QPointF(rect.left() + 8, rect.center().y()), 9, row.change > 0, self.colour(token))
        self.write(painter, rect.adjusted(15, 0, 0, 0), str(abs(row.change)), token=token)


class CoverageDelegate(RowDelegate):
    """How many values are there, with a word where the score rests on few."""

    def content(self, painter: QPainter, rect: QRectF, index: AnyIndex) -> None:
        """A fraction, then the word."""
        row = index.data(ROW_ROLE)
        token = "warn" if row.partial and row.label else "muted"
        if rect.height() < LEAST_TEXT_HEIGHT:
            return
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        self.write(painter, rect.adjusted(PAD, 0, 0, 0), text, token=token)
