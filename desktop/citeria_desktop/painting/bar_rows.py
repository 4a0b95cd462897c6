"""Rows with a bar each on one scale: what sets a cluster apart, how stable clusters are, how far peers are."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from citeria_core.parse import format_number
from citeria_desktop.painting.figure import SMALL, Figure, Focus, Laid, seen, walk, width_of, write
from citeria_desktop.theme import Theme

_ROW = 28.0
_HEAD = 26.0
_FOOT = 24.0

Painted = Callable[[QPainter, QPointF, Theme], None]  # a mark, at its middle


@dataclass(frozen=True, eq=False)
class BarRow:
    """One row: its code, name, value (NaN = none), the words behind the bar, and a mark before the name.

    `colour` of the bar by theme; a `pale` bar is one that may be chance.
    """

    key: str
    name: str
    value: float
    words: str
    colour: Callable[[Theme], QColor]
    mark: Painted | None = None
    pale: bool = False


@dataclass(frozen=True, eq=False)
class BarFigure(Figure):
    """Rows from top to bottom on a scale from `low` to `high`; `rules` are dashed lines with words."""

    rows: tuple[BarRow, ...]
    low: float
    high: float
    rules: tuple[tuple[float, str], ...] = ()
    ticks: tuple[float, ...] = ()

    def height(self, width: float) -> float:
        """A line for each row, the scale below, the words of the rules above."""
        return _HEAD + _ROW * len(self.rows) + _FOOT

    def lay(self, area: QRectF) -> "LaidBars":
        """Names at the left, words at the right of the bars."""
        return LaidBars(self, area)


class LaidBars(Laid):
    """Rows of bars in their rectangle."""

    def __init__(self, figure: BarFigure, area: QRectF) -> None:
        self._figure = figure
        self._area = area
        self._marked = any(row.mark is not None for row in figure.rows)
        inset = 24 if self._marked else 4
        names = max((width_of(row.name) for row in figure.rows), default=0.0)
        words = max((width_of(row.words, SMALL) for row in figure.rows), default=0.0)
        self._left = area.left() + inset + min(names, area.width() * 0.42) + 12
        self._right = max(self._left + 40, area.right() - min(words, area.width() * 0.3) - 14)
        self._names = QRectF(area.left() + inset, 0, self._left - 12 - area.left() - inset, _ROW)
        self._top = area.top() + _HEAD
        self._keys = tuple(row.key for row in figure.rows)
        self._rows = [
            QRectF(area.left(), self._top + _ROW * place, area.width(), _ROW) for place in range(len(figure.rows))
        ]
        self._bottom = self._top + _ROW * len(figure.rows)

    def _x(self, value: float) -> float:
        spread = (self._figure.high - self._figure.low) or 1.0
        share = min(1.0, max(0.0, (value - self._figure.low) / spread))
        return self._left + (self._right - self._left) * share

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Scale, rules, rows."""
        self._paint_scale(painter, theme)
        part = seen(painter, self._area)
        shown = (pair for pair in zip(self._figure.rows, self._rows, strict=True) if pair[1].intersects(part))
        for row, rect in shown:
            if row.mark is not None:
                row.mark(painter, QPointF(rect.left() + 11, rect.center().y()), theme)
            place = QRectF(self._names.left(), rect.top(), self._names.width(), rect.height())
            write(painter, place, row.name, theme.colour("text"))
            self._paint_bar(painter, theme, row, rect)

    def _paint_bar(self, painter: QPainter, theme: Theme, row: BarRow, rect: QRectF) -> None:
        behind = self._right
        if row.value == row.value:
            start, end = sorted((self._x(0.0), self._x(row.value)))
            bar = QRectF(start, rect.center().y() - 7, max(1.5, end - start), 14)
            colour = row.colour(theme)
            painter.setPen(QPen(colour, 1.2))
            painter.setBrush(theme.colour("surface") if row.pale else colour)
            painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
            behind = max(end, self._x(0.0))
        place = QRectF(behind + 8, rect.top(), width_of(row.words, SMALL) + 4, rect.height())
        painter.fillRect(place.adjusted(-2, 4, 0, -4), theme.colour("surface"))  # no line of the scale runs through it
        write(painter, place, row.words, theme.colour("muted"), size=SMALL)

    def _paint_scale(self, painter: QPainter, theme: Theme) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        for tick in self._figure.ticks:
            x = self._x(tick)
            painter.setPen(QPen(theme.colour("muted" if tick == 0 else "line"), 1))
            painter.drawLine(QPointF(x, self._top - 2), QPointF(x, self._bottom + 2))
            place = QRectF(x - 30, self._bottom + 3, 60, 16)
            write(painter, place, format_number(tick), theme.colour("muted"), size=SMALL, align=centre)
        for value, words in self._figure.rules:
            x = self._x(value)
            pen = QPen(theme.colour("muted"), 1)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            painter.drawLine(QPointF(x, self._top - 4), QPointF(x, self._bottom + 2))
            wide = width_of(words, SMALL) + 4
            write(painter, QRectF(x - wide / 2, self._top - 22, wide, 16), words, theme.colour("muted"), size=SMALL)

    def paint_focus(self, painter: QPainter, theme: Theme, focus: Focus) -> None:
        """A frame around the selected row."""
        if focus.item in self._keys:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 1.6))
            rect = self._rows[self._keys.index(focus.item)]
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)

    def at(self, point: QPointF) -> str:
        """The row's code."""
        return next((key for key, row in zip(self._keys, self._rows, strict=True) if row.contains(point)), "")

    def step(self, item: str, key: Qt.Key) -> str:
        """Row by row."""
        return walk(self._keys, item, key)

    def where(self, item: str) -> QRectF | None:
        """Its row."""
        return self._rows[self._keys.index(item)] if item in self._keys else None
