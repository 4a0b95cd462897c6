"""The biplot: areas as the marks of their clusters with a hull around each, indicators as arrows from the middle."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPainterPathStroker, QPen, QPolygonF

from citeria_core.cluster_set import ClusterSet
from citeria_desktop.painting import labels
from citeria_desktop.painting.cluster_look import colour_of, mark_path
from citeria_desktop.painting.figure import SMALL, Figure, Focus, Laid, walk, write
from citeria_desktop.theme import Theme, font

_GAP = 6.0  # between a mark and its label: room for the ring
_BOLD = 8.0  # pixels that a name in bold may be wider than its label
_MARK = 6.0
_FEW = 120  # areas; more have smaller marks
_AXIS = 26.0
_REACH = 0.86  # of the shorter half, for the longest arrow
_MOST_ARROWS = 24  # named; the longest
_DIRECTIONS = {
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}


@dataclass(frozen=True, eq=False)
class BiplotFigure(Figure):
    """Areas and indicators with their places in the plane (any unit), the names to write, and the words of the axes."""

    held: ClusterSet
    areas: tuple[str, ...]
    names: tuple[str, ...]
    points: tuple[tuple[float, float], ...]
    arrows: tuple[tuple[str, float, float], ...]  # name, and where it points
    across: str
    up: str

    def height(self, width: float) -> float:
        """Three quarters of the width."""
        return width * 0.72

    def lay(self, area: QRectF) -> "LaidBiplot":
        """One scale for both axes, so that distances are true."""
        return LaidBiplot(self, area)


class LaidBiplot(Laid):
    """A biplot in its rectangle."""

    def __init__(self, figure: BiplotFigure, area: QRectF) -> None:
        self._figure = figure
        self._frame = area.adjusted(_AXIS, 8, -8, -_AXIS)
        self._mark = _MARK if len(figure.areas) <= _FEW else 3.5
        xs = [x for x, _ in figure.points] + [0.0]
        ys = [y for _, y in figure.points] + [0.0]
        inner = self._frame.adjusted(34, 22, -34, -22)
        wide, high = (max(xs) - min(xs)) or 1.0, (max(ys) - min(ys)) or 1.0
        unit = max(1e-12, min(inner.width() / wide, inner.height() / high))
        left = inner.center().x() - unit * (max(xs) + min(xs)) / 2
        top = inner.center().y() + unit * (max(ys) + min(ys)) / 2
        self.points = [QPointF(left + unit * x, top - unit * y) for x, y in figure.points]
        self._middle = QPointF(left, top)
        self._place = {area: number for number, area in enumerate(figure.areas)}
        self._where = figure.held.positions
        self._lay_arrows()
        self._lay_labels()

    def _lay_arrows(self) -> None:
        reach = _REACH * min(self._frame.width(), self._frame.height()) / 2
        longest = max((hypot(x, y) for _, x, y in self._figure.arrows), default=0.0) or 1.0
        self._arrows = [
            (name, QPointF(self._middle.x() + x / longest * reach, self._middle.y() - y / longest * reach))
            for name, x, y in self._figure.arrows
        ]

    def _lay_labels(self) -> None:
        room = labels.Room(self._frame)
        near = self._mark * 0.8
        for point in self.points:
            room.take(QRectF(point.x() - near, point.y() - near, 2 * near, 2 * near))
        areas, arrows = font(12), font(SMALL)
        sizes = [_size(name, QFontMetricsF(areas)) for name in self._figure.names]
        self._labels = labels.place(room, self.points, sizes, range(len(self.points)), self._mark + _GAP)
        ends = [end for _, end in self._arrows]
        sizes = [_size(name, QFontMetricsF(arrows), most=170) for name, _ in self._arrows]
        long_first = sorted(range(len(ends)), key=lambda at: -_length(ends[at] - self._middle))[:_MOST_ARROWS]
        self._arrow_labels = labels.place(room, ends, sizes, long_first, 5)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Frame and axes, hulls, arrows, points, names."""
        self._paint_frame(painter, theme)
        for cluster in self._figure.held.clusters:
            colour = colour_of(theme, self._figure.held, cluster.position)
            own = [self.points[self._place[area]] for area in cluster.members if area in self._place]
            _paint_hull(painter, own, colour, self._mark)
        self._paint_arrows(painter, theme)
        self._paint_points(painter, theme)
        for number, rect in self._labels.items():
            write(painter, rect, self._figure.names[number], theme.colour("text"), size=12)

    def _paint_frame(self, painter: QPainter, theme: Theme) -> None:
        frame, line = self._frame, QPen(theme.colour("line"), 1)
        painter.setPen(line)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame)
        line.setDashPattern([3, 3])
        painter.setPen(line)
        painter.drawLine(QPointF(self._middle.x(), frame.top()), QPointF(self._middle.x(), frame.bottom()))
        painter.drawLine(QPointF(frame.left(), self._middle.y()), QPointF(frame.right(), self._middle.y()))
        muted, centre = theme.colour("muted"), Qt.AlignmentFlag.AlignHCenter
        foot = QRectF(frame.left(), frame.bottom() + 2, frame.width(), _AXIS - 4)
        write(painter, foot, self._figure.across, muted, size=SMALL, align=centre)
        painter.save()
        painter.translate(frame.left() - _AXIS, frame.bottom())
        painter.rotate(-90)
        write(painter, QRectF(0, 0, frame.height(), _AXIS - 4), self._figure.up, muted, size=SMALL, align=centre)
        painter.restore()

    def _paint_arrows(self, painter: QPainter, theme: Theme) -> None:
        colour = theme.colour("muted")
        painter.setPen(QPen(colour, 1.2))
        for _, end in self._arrows:
            if _length(end - self._middle) > 3:
                painter.drawLine(self._middle, end)
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        for _, end in self._arrows:
            if _length(end - self._middle) > 3:
                painter.drawPolygon(_head(self._middle, end))
        for number, rect in self._arrow_labels.items():
            write(painter, rect, self._arrows[number][0], colour, size=SMALL)

    def _paint_points(self, painter: QPainter, theme: Theme) -> None:
        paths: dict[int | None, QPainterPath] = {}
        for area, point in zip(self._figure.areas, self.points, strict=True):
            position = self._where.get(area)
            path = paths.setdefault(position, QPainterPath())
            path.setFillRule(Qt.FillRule.WindingFill)
            if position is None:
                path.addEllipse(point, 2.5, 2.5)
            else:
                path.addPath(mark_path(point, self._mark, position))
        ground = theme.colour("surface")
        for position, path in paths.items():
            colour = theme.colour("muted") if position is None else colour_of(theme, self._figure.held, position)
            hollow = self._figure.held.given or position is None
            painter.setPen(QPen(colour if hollow else ground, 1.6 if hollow else 1.0))
            painter.setBrush(ground if hollow else colour)
            painter.drawPath(path)

    def paint_focus(self, painter: QPainter, theme: Theme, focus: Focus) -> None:
        """A ring around what is selected, with its name below it; thin rings around what is marked."""
        chosen = self._place.get(focus.item)
        if chosen is not None:
            self._name(painter, theme, chosen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for area in focus.marked | {focus.item}:
            number = self._place.get(area)
            if number is not None:
                painter.setPen(QPen(theme.colour("accent"), 2.2 if number == chosen else 1.3))
                painter.drawEllipse(self.points[number], self._mark + 4, self._mark + 4)

    def _name(self, painter: QPainter, theme: Theme, number: int) -> None:
        """In bold on a ground of its own, over its label; the bold letters are wider, away from the point."""
        size, point = _size(self._figure.names[number], QFontMetricsF(font(12))), self.points[number]
        rect = QRectF(point.x() + self._mark + _GAP, point.y() - size.height() / 2, size.width(), size.height())
        rect = self._labels.get(number, rect)
        left = rect.right() < point.x()
        room = max(0.0, self._frame.right() - rect.right())
        rect = rect.adjusted(-_BOLD if left else -3, 0, 3 if left else min(_BOLD, room), 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("selection"))
        painter.drawRoundedRect(rect, 3, 3)
        write(painter, rect.adjusted(3, 0, 4, 0), self._figure.names[number], theme.colour("text"), size=12, bold=True)

    def at(self, point: QPointF) -> str:
        """The nearest area within reach of the pointer."""
        near = [(_length(own - point), number) for number, own in enumerate(self.points)]
        distance, number = min(near, default=(99.0, 0))
        return self._figure.areas[number] if distance <= self._mark + 6 else ""

    def step(self, item: str, key: Qt.Key) -> str:
        """The nearest area in the direction of the arrow, those straight ahead before those aslant."""
        if key not in _DIRECTIONS or item not in self._place:
            return walk(self._figure.areas, item, key)
        from_, (dx, dy) = self.points[self._place[item]], _DIRECTIONS[key]
        ahead = []
        for area, point in zip(self._figure.areas, self.points, strict=True):
            x, y = point.x() - from_.x(), point.y() - from_.y()
            along, aside = x * dx + y * dy, abs(x * dy) + abs(y * dx)
            if area != item and along > 0.5 and along >= 0.3 * aside:
                ahead.append((along + 2 * aside, area))
        return min(ahead)[1] if ahead else item

    def where(self, item: str) -> QRectF | None:
        """Around the point."""
        number = self._place.get(item)
        return None if number is None else QRectF(self.points[number].x() - 20, self.points[number].y() - 20, 40, 40)


def hull(points: Sequence[QPointF]) -> list[QPointF]:
    """The convex hull, counter-clockwise, by Andrew's monotone chain (1979)."""
    ordered = sorted({(point.x(), point.y()) for point in points})
    if len(ordered) < 3:
        return [QPointF(x, y) for x, y in ordered]
    halves = []
    for run in (ordered, ordered[::-1]):
        half: list[tuple[float, float]] = []
        for point in run:
            while len(half) > 1 and _turn(half[-2], half[-1], point) <= 0:
                half.pop()
            half.append(point)
        halves += half[:-1]
    return [QPointF(x, y) for x, y in halves]


def _turn(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _paint_hull(painter: QPainter, points: Sequence[QPointF], colour: QColor, mark: float) -> None:
    """A soft, wide outline with a pale inside; of two points it is a band, of one nothing."""
    corners = hull(points)
    if len(corners) < 2:
        return
    pale = QColor(colour)
    pale.setAlphaF(0.13)
    pen = QPen(pale, 2 * mark + 8)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    path = QPainterPath()
    path.addPolygon(QPolygonF(corners))
    path.closeSubpath()
    stroker = QPainterPathStroker(pen)
    around = stroker.createStroke(path).united(path).simplified()
    painter.setBrush(pale)
    edge = QColor(colour)
    edge.setAlphaF(0.55)
    painter.setPen(QPen(edge, 1))
    painter.drawPath(around)


def _size(text: str, metrics: QFontMetricsF, most: float = 220) -> QSizeF:
    return QSizeF(min(metrics.horizontalAdvance(text) + 1, most), metrics.height())


def _length(step: QPointF) -> float:
    return hypot(step.x(), step.y())


def _head(start: QPointF, end: QPointF) -> QPolygonF:
    angle = atan2(end.y() - start.y(), end.x() - start.x())
    sides = [QPointF(end.x() + 8 * cos(angle + turn), end.y() + 8 * sin(angle + turn)) for turn in (pi - 0.4, pi + 0.4)]
    return QPolygonF([end, *sides])
