"""Small marks: cluster shapes, coverage pies, arrows of change. Shape and number say it; colour only repeats it."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from citeria_desktop.theme import CLUSTER_SHAPES

_CORNERS = {"triangle": 3, "diamond": 4, "pentagon": 5, "hexagon": 6}


def shape_of(position: int) -> str:
    """The shape that a cluster keeps, by its position."""
    return CLUSTER_SHAPES[position % len(CLUSTER_SHAPES)]


def shape_path(shape: str, centre: QPointF, radius: float) -> QPainterPath:
    """The outline of a cluster's shape."""
    path = QPainterPath()
    if shape == "circle":
        path.addEllipse(centre, radius * 0.9, radius * 0.9)
    elif shape == "square":
        side = radius * 1.6
        path.addRect(QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side))
    elif shape == "cross":
        path.addPolygon(QPolygonF(_cross(centre, radius)))
        path.closeSubpath()
    elif shape == "star":
        path.addPolygon(QPolygonF(_ring(centre, radius * 1.1, 10, inner=0.45)))
        path.closeSubpath()
    else:
        path.addPolygon(QPolygonF(_ring(centre, radius, _CORNERS[shape])))
        path.closeSubpath()
    return path


def draw_shape(painter: QPainter, centre: QPointF, radius: float, position: int, colour: QColor, filled: bool) -> None:
    """A cluster's mark: filled where it was computed, hollow where people gave it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = shape_path(shape_of(position), centre, radius if filled else radius - 0.5)
    painter.setPen(Qt.PenStyle.NoPen if filled else QPen(colour, 1.8))
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.restore()


def draw_pie(painter: QPainter, rect: QRectF, share: float, colour: QColor) -> None:
    """How much of something is there, as a pie that fills clockwise from twelve."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(rect)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPie(rect, 90 * 16, round(-share * 360 * 16))
    painter.restore()


def draw_alike(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """A frame with an equals sign: a value that no other differs from, so that it has no place on a scale."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
    centre = rect.center()
    for step in (-1.75, 1.75):
        painter.drawLine(QPointF(centre.x() - 3.5, centre.y() + step), QPointF(centre.x() + 3.5, centre.y() + step))
    painter.restore()


def draw_arrow(painter: QPainter, centre: QPointF, size: float, up: bool, colour: QColor) -> None:
    """A small triangle that points up or down."""
    half, sign = size / 2, -1 if up else 1
    corners = [
        QPointF(centre.x() - half, centre.y() - sign * half * 0.8),
        QPointF(centre.x() + half, centre.y() - sign * half * 0.8),
        QPointF(centre.x(), centre.y() + sign * half * 0.9),
    ]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF(corners))
    painter.restore()


def _ring(centre: QPointF, radius: float, corners: int, inner: float = 1.0) -> list[QPointF]:
    found = []
    for corner in range(corners):
        reach = radius * (inner if corner % 2 else 1.0)
        angle = 2 * pi * corner / corners - pi / 2
        found.append(QPointF(centre.x() + reach * cos(angle), centre.y() + reach * sin(angle)))
    return found


def _cross(centre: QPointF, radius: float) -> list[QPointF]:
    arm = radius * 0.36
    steps = [(-arm, -radius), (arm, -radius), (arm, -arm), (radius, -arm), (radius, arm), (arm, arm)]
    steps += [(-x, -y) for x, y in steps]
    return [QPointF(centre.x() + x, centre.y() + y) for x, y in steps]
