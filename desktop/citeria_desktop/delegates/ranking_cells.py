"""The cells of the ranking: words, the area with its own script, the change, the coverage."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QTableView

from citeria_desktop.delegates.row_delegate import LEAST_TEXT_HEIGHT, PAD, AnyIndex, RowDelegate
from citeria_desktop.models.ranking_model import Column, RankingModel
from citeria_desktop.painting import marks
from citeria_desktop.painting.lettering import LEFT, RIGHT, Lettering
from citeria_desktop.theme import Theme, font


class RankingCell(RowDelegate):
    """Paints a cell from the row that the model holds: a frame has no time to ask for it role by role."""

    def __init__(
        self,
        theme: Theme,
        view: QAbstractItemView,
        model: RankingModel,
        *,
        token: str = "text",
        size: float = 13,
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> None:
        super().__init__(theme, view, token=token, size=size, weight=weight)
        self._model = model

    def content(self, painter: QPainter, rect: QRectF, index: AnyIndex) -> None:
        """What the cell of that row holds."""
        self.cell(painter, rect, index.row())

    def cell(self, painter: QPainter, rect: QRectF, number: int) -> None:
        """Paint what row `number` has in this column."""
        raise NotImplementedError


class WordsDelegate(RankingCell):
    """The words of a column with air around them; what stands at the right may begin at the very left."""

    def __init__(
        self,
        theme: Theme,
        view: QAbstractItemView,
        model: RankingModel,
        column: Column,
        *,
        token: str = "text",
        size: float = 13,
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> None:
        super().__init__(theme, view, model, token=token, size=size, weight=weight)
        self._column = column

    def cell(self, painter: QPainter, rect: QRectF, number: int) -> None:
        """At the right, as numbers stand."""
        text = self._model.shown(number, self._column)
        if text:
            self.write(painter, rect.adjusted(0, 0, -PAD, 0), text, RIGHT, self._token)


class AreaDelegate(RankingCell):
    """The name, and the name in its own script where there is room."""

    def __init__(self, theme: Theme, view: QTableView, model: RankingModel, *, compact: bool) -> None:
        super().__init__(theme, view, model)
        self._table = view
        self._bold = Lettering(font(13, QFont.Weight.DemiBold))
        self._compact = compact

    def cell(self, painter: QPainter, rect: QRectF, number: int) -> None:
        """Name, then native name."""
        row = self._model.rows[number]
        inner = rect.adjusted(PAD, 0, -4, 0)
        if number in self._model.heads:
            self._write_group(painter, inner, self._model.shown(number, Column.AREA))
            return
        width = self.write(painter, inner, row.name)
        native = "" if self._compact else self._model.natives.get(row.area, "")
        if native and self.letters.width(native) <= inner.width() - width - PAD:
            self.write(painter, inner.adjusted(width + PAD, 0, 0, 0), native, token="muted")

    def _write_group(self, painter: QPainter, rect: QRectF, name: str) -> None:
        """The name of a group begins where the row does: the cells before it are empty."""
        before = self._table.columnViewportPosition(Column.AREA) - self._table.columnViewportPosition(Column.RANK)
        self.write(painter, rect.adjusted(-max(before, 0), 0, 0, 0), name, letters=self._bold)


class ChangeDelegate(RankingCell):
    """An arrow and the places gained or lost since the last step."""

    def cell(self, painter: QPainter, rect: QRectF, number: int) -> None:
        """A triangle up or down with its number."""
        change = self._model.rows[number].change
        if not change or rect.height() < LEAST_TEXT_HEIGHT:
            return
        token = "good" if change > 0 else "bad"
        marks.draw_arrow(painter, QPointF(rect.left() + 8, rect.center().y()), 9, change > 0, self.colour(token))
        self.write(painter, rect.adjusted(15, 0, 0, 0), str(abs(change)), token=token)


class CoverageDelegate(RankingCell):
    """How many values are there, with a word where the score rests on few."""

    def cell(self, painter: QPainter, rect: QRectF, number: int) -> None:
        """A fraction, then the word."""
        row = self._model.rows[number]
        token = "warn" if row.partial and row.label else "muted"
        text = self._model.shown(number, Column.COVERAGE)
        self.write(painter, rect.adjusted(PAD, 0, 0, 0), text, LEFT, token)
