"""The smaller cells of the ranking: the area with its own script, the change, the coverage."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView

from citeria_desktop.delegates.row_delegate import LEAST_TEXT_HEIGHT, PAD, AnyIndex, RowDelegate
from citeria_desktop.models.ranking_model import ROW_ROLE, RankingModel
from citeria_desktop.painting import marks
from citeria_desktop.theme import Theme


class AreaDelegate(RowDelegate):
    """The name, and the name in its own script where there is room."""

    def __init__(self, theme: Theme, view: QAbstractItemView, model: RankingModel, *, compact: bool) -> None:
        super().__init__(theme, view)
        self._model = model
        self._compact = compact

    def content(self, painter: QPainter, rect: QRectF, index: AnyIndex) -> None:
        """Name, then native name."""
        row = index.data(ROW_ROLE)
        inner = rect.adjusted(PAD, 0, -4, 0)
        if index.row() in self._model.heads:
            self.write(painter, inner, str(index.data()), Qt.AlignmentFlag.AlignLeft, "muted")
            return
        width = self.write(painter, inner, row.name, Qt.AlignmentFlag.AlignLeft)
        native = self._model.natives.get(row.area, "")
        rest = inner.adjusted(width + PAD, 0, 0, 0)
        if native and not self._compact and QFontMetricsF(self.font).horizontalAdvance(native) <= rest.width():
            self.write(painter, rest, native, Qt.AlignmentFlag.AlignLeft, "muted")


class ChangeDelegate(RowDelegate):
    """An arrow and the places gained or lost since the last step."""

    def content(self, painter: QPainter, rect: QRectF, index: AnyIndex) -> None:
        """A triangle up or down with its number."""
        row = index.data(ROW_ROLE)
        if not row.change or rect.height() < LEAST_TEXT_HEIGHT:
            return
        token = "good" if row.change > 0 else "bad"
        marks.draw_arrow(painter, QPointF(rect.left() + 8, rect.center().y()), 9, row.change > 0, self.colour(token))
        self.write(painter, rect.adjusted(15, 0, 0, 0), str(abs(row.change)), Qt.AlignmentFlag.AlignLeft, token)


class CoverageDelegate(RowDelegate):
    """How many values are there, with a word where the score rests on few."""

    def content(self, painter: QPainter, rect: QRectF, index: AnyIndex) -> None:
        """A fraction, then the word."""
        row = index.data(ROW_ROLE)
        token = "warn" if row.partial and row.label else "muted"
        if rect.height() < LEAST_TEXT_HEIGHT:
            return
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        self.write(painter, rect.adjusted(PAD, 0, 0, 0), text, Qt.AlignmentFlag.AlignLeft, token)
