"""A line of points over the histogram of an indicator's values: dragged, or moved by keys."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from citeria_core import mapping
from citeria_core.histogram import Histogram
from citeria_core.mapping import Points
from citeria_core.model import Qualifier
from citeria_desktop.models.cell_look import value_text
from citeria_desktop.painting.histogram import draw_histogram
from citeria_desktop.theme import Theme, font

_RADIUS: Final = 5.0
_NEAR: Final = 12.0  # pixels from a point that still mean it
_MARGIN: Final = (52.0, 12.0, 16.0, 26.0)  # left, top, right, bottom


class MappingPlot(QWidget):
    """`points` are drawn within `span` (values) and `scores` (heights). Tab walks from point to point.

    Arrows move the current point by a hundredth of the range, with Shift by a twentieth; Insert adds a point after it,
    Delete removes it. A double click adds one on the line, a click with Ctrl removes one.
    """

    changed = Signal(object)  # Points, while they move
    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._held = Histogram(0.0, 1.0, ())
        self._grip: int | None = None
        self.points: Points = ((0.0, 0.0), (1.0, 100.0))
        self.current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Points that values are mapped to"))

    def sizeHint(self) -> QSize:
        """Wide enough for a line to be bent."""
        return QSize(460, 260)

    def show_values(self, held: Histogram) -> None:
        """The values that are mapped."""
        self._held = held
        self.update()

    def show_points(self, points: Points, current: int | None = None) -> None:
        """Show these points."""
        self.points = points
        self.current = min(self.current if current is None else current, len(points) - 1)
        self.setAccessibleDescription(self.told())
        self.update()

    def told(self) -> str:
        """The current point in words."""
        x, y = self.points[self.current]
        told = self.tr("Point {place} of {count}: {value} becomes {score}")
        return told.format(place=self.current + 1, count=len(self.points), value=_written(x), score=_written(y))

    # -- geometry ------------------------------------------------------------------------------------------------------

    def field(self) -> QRectF:
        """Where the line is drawn."""
        left, top, right, bottom = _MARGIN
        return QRectF(self.rect()).adjusted(left, top, -right, -bottom)

    def span(self) -> tuple[float, float]:
        """The values from the left to the right edge."""
        low, high = min(self._held.low, self.points[0][0]), max(self._held.high, self.points[-1][0])
        return (low, high) if low < high else (low - 0.5, high + 0.5)

    def scores(self) -> tuple[float, float]:
        """The scores from the bottom to the top edge."""
        heights = [y for _, y in self.points]
        low, high = min(0.0, *heights), max(heights)
        return (low, high) if low < high else (low, low + 1.0)

    def place_of(self, point: tuple[float, float]) -> QPointF:
        """Where a point is drawn."""
        (left, right), (low, high), field = self.span(), self.scores(), self.field()
        return QPointF(
            field.left() + field.width() * (point[0] - left) / (right - left),
            field.bottom() - field.height() * (point[1] - low) / (high - low),
        )

    def point_at(self, place: QPointF) -> tuple[float, float]:
        """The value and the score at a place."""
        (left, right), (low, high), field = self.span(), self.scores(), self.field()
        x = left + (right - left) * (place.x() - field.left()) / field.width()
        y = low + (high - low) * (field.bottom() - place.y()) / field.height()
        return x, min(max(y, low), high)

    def _near(self, place: QPointF) -> int | None:
        for number, point in enumerate(self.points):
            if (self.place_of(point) - place).manhattanLength() <= _NEAR:
                return number
        return None

    # -- mouse and keys ------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a point; with Ctrl remove it."""
        near = self._near(event.position())
        if near is None:
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._take(mapping.removed(self.points, near), near)
            return
        self._grip = near
        self._choose(near)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it."""
        if self._grip is not None:
            self._take(mapping.moved(self.points, self._grip, self.point_at(event.position())), self._grip)
        near = self._near(event.position()) is not None
        self.setCursor(Qt.CursorShape.SizeAllCursor if near else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._grip = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """One more point on the line."""
        if self._near(event.position()) is None:
            self._take(*mapping.added(self.points, self.point_at(event.position())[0]))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks along the points before it leaves."""
        step = self.current + (1 if forward else -1)
        if 0 <= step < len(self.points):
            self._choose(step)
            return True
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, add, remove."""
        large = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        steps = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
        if (step := steps.get(Qt.Key(event.key()))) is not None:
            (left, right), (low, high), share = self.span(), self.scores(), 0.05 if large else 0.01
            x, y = self.points[self.current]
            to = (x + step[0] * share * (right - left), min(max(y + step[1] * share * (high - low), low), high))
            self._take(mapping.moved(self.points, self.current, to), self.current)
        elif event.key() in (Qt.Key.Key_Insert, Qt.Key.Key_Plus):
            place = min(self.current, len(self.points) - 2)
            between = (self.points[place][0] + self.points[place + 1][0]) / 2
            self._take(*mapping.added(self.points, between))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Minus):
            self._take(mapping.removed(self.points, self.current), self.current)
        else:
            super().keyPressEvent(event)

    def _choose(self, number: int) -> None:
        self.show_points(self.points, number)
        self.chosen.emit(number)

    def _take(self, points: Points, current: int) -> None:
        self.show_points(points, current)
        self.changed.emit(self.points)
        self.chosen.emit(self.current)

    # -- paint ---------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Histogram, axes, line, points."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field, theme = self.field(), self._theme
        painter.fillRect(field, theme.colour("window"))
        start, end = self.place_of((self._held.low, 0)).x(), self.place_of((self._held.high, 0)).x()
        if self._held.counts and end > start:
            below = QRectF(start, field.top() + field.height() * 0.35, end - start, field.height() * 0.65)
            draw_histogram(painter, below, self._held.counts, theme.colour("edge"), 1.0)
        self._paint_axes(painter, field)
        line = QPolygonF([self.place_of(point) for point in self.points])
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.drawLine(QPointF(field.left(), line.first().y()), line.first())
        painter.drawLine(line.last(), QPointF(field.right(), line.last().y()))
        painter.drawPolyline(line)
        for number in range(line.size()):
            current = number == self.current
            painter.setBrush(theme.colour("accent" if current else "surface"))
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawEllipse(line.at(number), _RADIUS, _RADIUS)
            if current and self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme.colour("accent"), 1))
                painter.drawEllipse(line.at(number), _RADIUS + 4, _RADIUS + 4)

    def _paint_axes(self, painter: QPainter, field: QRectF) -> None:
        painter.setFont(font(11))
        metrics = QFontMetricsF(font(11))
        painter.setPen(self._theme.colour("muted"))
        (left, right), (low, high) = self.span(), self.scores()
        for x, value, side in ((field.left(), left, 0.0), (field.right(), right, 1.0)):
            text = _written(value)
            painter.drawText(QPointF(x - side * metrics.horizontalAdvance(text), field.bottom() + 17), text)
        for y, score in ((field.bottom(), low), (field.top() + 8, high)):
            text = _written(score)
            painter.drawText(QPointF(field.left() - _RADIUS - 8 - metrics.horizontalAdvance(text), y), text)
        painter.setPen(QPen(self._theme.colour("muted"), 1))
        painter.drawLine(field.bottomLeft(), field.bottomRight())
        painter.drawLine(field.bottomLeft(), field.topLeft())


def _written(value: float) -> str:
    return value_text(float(f"{value:.4g}"), "", Qualifier.EXACT, None, None)
