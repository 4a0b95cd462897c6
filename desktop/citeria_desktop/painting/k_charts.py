"""Small charts of the criteria for the number of clusters, side by side on one row of numbers."""

from dataclasses import dataclass
from math import isnan

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from citeria_core.parse import format_number
from citeria_desktop.painting.figure import SMALL, Figure, Focus, Laid, walk, write
from citeria_desktop.theme import Theme

_LEAST = 210.0  # the width of one chart
_HIGH = 168.0
_GAP = 20.0
_HEAD = 42.0
_FOOT = 20.0
_SIDE = 54.0


@dataclass(frozen=True, eq=False)
class KChart:
    """One criterion: its name, what is better, figures by number, their errors if it has any, and its pick."""

    title: str
    hint: str
    ks: tuple[int, ...]
    values: tuple[float, ...]
    errors: tuple[float, ...] = ()
    pick: int | None = None


@dataclass(frozen=True, eq=False)
class KFigure(Figure):
    """Charts in a grid; the items are the numbers, as text. `now` is the number of clusters shown."""

    charts: tuple[KChart, ...]
    now: int

    def height(self, width: float) -> float:
        """As many rows as the width asks for."""
        return _rows(len(self.charts), width) * (_HIGH + _GAP) - _GAP

    def lay(self, area: QRectF) -> "LaidK":
        """All charts of the same size."""
        return LaidK(self, area)


def _columns(count: int, width: float) -> int:
    return max(1, min(count, int((width + _GAP) / (_LEAST + _GAP))))


def _rows(count: int, width: float) -> int:
    return -(-count // _columns(count, width)) if count else 0


class LaidK(Laid):
    """The charts in their rectangle."""

    def __init__(self, figure: KFigure, area: QRectF) -> None:
        self._figure = figure
        across = _columns(len(figure.charts), area.width())
        wide = (area.width() - _GAP * (across - 1)) / across
        self._rects = [
            QRectF(
                area.left() + (wide + _GAP) * (place % across),
                area.top() + (_HIGH + _GAP) * (place // across),
                wide,
                _HIGH,
            )
            for place in range(len(figure.charts))
        ]
        ks = sorted({k for chart in figure.charts for k in chart.ks})
        self._ks = ks
        self._items = tuple(str(k) for k in ks)

    def _x(self, rect: QRectF, k: int) -> float:
        plot = rect.adjusted(_SIDE, 0, -12, 0)
        at = self._ks.index(k)
        return plot.left() + plot.width() * (at + 0.5) / len(self._ks)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Chart by chart."""
        for chart, rect in zip(self._figure.charts, self._rects, strict=True):
            head = QRectF(rect.left(), rect.top(), rect.width(), 18)
            write(painter, head, chart.title, theme.colour("text"), bold=True)
            write(painter, head.translated(0, 18), chart.hint, theme.colour("muted"), size=SMALL)
            self._paint_numbers(painter, theme, chart, rect)
            self._paint_line(painter, theme, chart, rect)

    def _paint_numbers(self, painter: QPainter, theme: Theme, chart: KChart, rect: QRectF) -> None:
        foot = rect.bottom() - _FOOT
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(QLineF(rect.left() + _SIDE, foot, rect.right() - 12, foot))
        for k in self._ks:
            place = QRectF(self._x(rect, k) - 14, foot + 2, 28, _FOOT - 4)
            picked, centre = k == chart.pick, Qt.AlignmentFlag.AlignHCenter
            colour = theme.colour("text" if picked else "muted")
            write(painter, place, str(k), colour, size=SMALL, align=centre, bold=picked)

    def _paint_line(self, painter: QPainter, theme: Theme, chart: KChart, rect: QRectF) -> None:
        errors = chart.errors or (0.0,) * len(chart.values)
        known = [(k, v, e) for k, v, e in zip(chart.ks, chart.values, errors, strict=True) if not isnan(v)]
        if not known:
            return
        low, high = min(v - e for _, v, e in known), max(v + e for _, v, e in known)
        top, bottom = rect.top() + _HEAD + 8, rect.bottom() - _FOOT - 8

        def y(value: float) -> float:
            return (top + bottom) / 2 if high == low else bottom - (bottom - top) * (value - low) / (high - low)

        right, muted = Qt.AlignmentFlag.AlignRight, theme.colour("muted")
        for value in {low, high}:
            place = QRectF(rect.left(), y(value) - 8, _SIDE - 8, 16)
            write(painter, place, format_number(float(f"{value:.3g}")), muted, size=SMALL, align=right)
        points = [QPointF(self._x(rect, k), y(v)) for k, v, _ in known]
        painter.setPen(QPen(theme.colour("muted"), 1.4))
        painter.drawPolyline(QPolygonF(points))
        for (k, v, e), point in zip(known, points, strict=True):
            if e:
                painter.drawLine(QLineF(point.x(), y(v - e), point.x(), y(v + e)))
            picked = k == chart.pick
            painter.setBrush(theme.colour("accent") if picked else theme.colour("surface"))
            painter.setPen(QPen(theme.colour("accent" if picked else "muted"), 1.4))
            painter.drawEllipse(point, 5 if picked else 3, 5 if picked else 3)
            painter.setPen(QPen(theme.colour("muted"), 1.4))

    def paint_focus(self, painter: QPainter, theme: Theme, focus: Focus) -> None:
        """A band behind the number shown, a frame around the one that keys are at."""
        for rect in self._rects:
            for k in self._ks:
                column = self._column(rect, k)
                if k == self._figure.now:
                    ground = theme.colour("accent")
                    ground.setAlphaF(0.13)
                    painter.fillRect(column, ground)
                if str(k) == focus.item:
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.setPen(QPen(theme.colour("accent"), 1.4))
                    painter.drawRoundedRect(column, 3, 3)

    def _column(self, rect: QRectF, k: int) -> QRectF:
        wide = (rect.width() - _SIDE - 12) / len(self._ks)
        return QRectF(self._x(rect, k) - wide / 2, rect.top() + _HEAD, wide, _HIGH - _HEAD)

    def at(self, point: QPointF) -> str:
        """The number under the pointer, in whichever chart."""
        for rect in self._rects:
            for k in self._ks:
                if self._column(rect, k).contains(point):
                    return str(k)
        return ""

    def step(self, item: str, key: Qt.Key) -> str:
        """Number by number."""
        return walk(self._items, item or str(self._figure.now), key)
