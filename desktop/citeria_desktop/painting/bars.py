"""Stacked bars of a score's parts, with coverage below: geometry first, then paint.

Parts above zero run to the right of the zero line, parts below it to the left. An absent part never takes length from
a bar: it is a dashed stub in its colour behind the measured ones, so that the solid length stays the score.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

Parts = Sequence[float | None]
GAP: Final = 1.0  # between parts, so that neighbours are told apart without their colours
_STUB: Final = 14.0
_STUB_GAP: Final = 6.0
_TINY: Final = 1e-200  # below it, pixels per value would overflow
_LANE_GAP: Final = 44.0
_HEADROOM: Final = 0.92  # a bar never touches the number beside it


@dataclass(frozen=True, slots=True)
class Scale:
    """The range of values that a bar's width stands for."""

    low: float
    high: float

    @classmethod
    def of(cls, stacks: Iterable[Parts]) -> "Scale":
        """The range that holds every stack, zero included."""
        rows = [[part for part in stack if part is not None] for stack in stacks]
        high = max((sum(part for part in row if part > 0) for row in rows), default=0.0)
        low = min((sum(part for part in row if part < 0) for row in rows), default=0.0)
        return cls(low, high if high > low else low + 1.0)

    def at(self, value: float, rect: QRectF) -> float:
        """The x of `value` inside `rect`."""
        return rect.left() + rect.width() * _HEADROOM * (value - self.low) / (self.high - self.low)


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of a bar: its position among the parts and where it lies; absent parts are stubs."""

    part: int
    rect: QRectF
    absent: bool = False


def stacked(parts: Parts, rect: QRectF, scale: Scale) -> tuple[Segment, ...]:
    """The segments of one stacked bar, measured parts first, then a stub for each absent one that has room."""
    made: list[Segment] = []
    right = left = 0.0
    for position, value in enumerate(parts):
        if value is None:
            continue
        start = right if value >= 0 else left + value
        made.append(Segment(position, _span(rect, scale, start, start + abs(value))))
        right, left = (right + value, left) if value >= 0 else (right, left + value)
    edge = scale.at(right, rect) + _STUB_GAP
    for position, value in enumerate(parts):
        if value is None and edge + _STUB <= rect.right():
            made.append(Segment(position, QRectF(edge, rect.top(), _STUB, rect.height()), absent=True))
            edge += _STUB + _STUB_GAP
    return tuple(made)


@dataclass(frozen=True, slots=True)
class Lane:
    """Where one part of every row is drawn when parts are aligned: its left edge, its zero, and pixels per value."""

    left: float
    zero: float
    unit: float


def lanes(stacks: Sequence[Parts], rect: QRectF) -> tuple[Lane, ...]:
    """A lane per part, as wide as its values reach and a gap; one unit for all, so that equal lengths are equal."""
    count = max((len(stack) for stack in stacks), default=0)
    held = [[value for stack in stacks if (value := stack[part]) is not None] for part in range(count)]
    lows = [min([0.0, *values]) for values in held]
    highs = [max([0.0, *values]) for values in held]
    gap = min(_LANE_GAP, rect.width() / (2 * count or 1))
    reach = sum(highs) - sum(lows)
    unit = (rect.width() - gap * count) / (reach if reach > _TINY else 1.0)
    found, left = [], rect.left()
    for low, high in zip(lows, highs, strict=True):
        found.append(Lane(left, left - low * unit, unit))
        left += (high - low) * unit + gap
    return tuple(found)


def aligned(parts: Parts, places: Sequence[Lane], rect: QRectF) -> tuple[Segment, ...]:
    """The segments of one bar with every part on a base line of its own; nothing is still a hair wide."""
    made = []
    for position, (value, lane) in enumerate(zip(parts, places, strict=True)):
        if value is None:
            stub = QRectF(lane.left + 4, rect.top(), _STUB, rect.height())
            made.append(Segment(position, stub, absent=True))
        else:
            start = lane.zero + min(0.0, value * lane.unit)
            made.append(Segment(position, QRectF(start, rect.top(), max(1.0, abs(value) * lane.unit), rect.height())))
    return tuple(made)


def draw(painter: QPainter, segments: Iterable[Segment], colours: Sequence[QColor]) -> None:
    """Paint the segments: measured parts solid, absent ones as dashes."""
    painter.save()
    for segment in segments:
        colour = colours[segment.part]
        if segment.absent:
            pen = QPen(colour, 1.5)
            pen.setDashPattern([2.0, 2.0])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            middle = segment.rect.center().y()
            painter.drawLine(QLineF(segment.rect.left(), middle, segment.rect.right(), middle))
        else:
            painter.fillRect(segment.rect, colour)
    painter.restore()


def draw_zero(painter: QPainter, rect: QRectF, scale: Scale, colour: QColor) -> None:
    """The zero line, where there are values below it."""
    if scale.low < 0:
        x = scale.at(0.0, rect)
        painter.setPen(QPen(colour, 1))
        painter.drawLine(QPointF(x, rect.top() - 2), QPointF(x, rect.bottom() + 2))


def draw_coverage(painter: QPainter, rect: QRectF, share: float, colour: QColor, track: QColor) -> None:
    """The share of values present as a thin line on its track."""
    painter.fillRect(rect, track)
    painter.fillRect(QRectF(rect.left(), rect.top(), rect.width() * share, rect.height()), colour)


def _span(rect: QRectF, scale: Scale, start: float, end: float) -> QRectF:
    left, right = scale.at(start, rect), scale.at(end, rect)
    width = right - left
    return QRectF(left, rect.top(), width - GAP if width > 3 * GAP else width, rect.height())
