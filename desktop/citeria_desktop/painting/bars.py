"""Stacked bars of a score's parts, with coverage below: geometry first, then paint.

Parts above zero run to the right of the zero line, parts below it to the left. An absent part never takes length from
a bar: it is a dashed stub in its colour behind the measured ones, so that the solid length stays the score.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

Parts = Sequence[float | None]
GAP: Final = 1.0  # between parts, so that neighbours are told apart without their colours
_STUB: Final = 14.0
_STUB_GAP: Final = 6.0
TINY: Final = 1e-200  # below it, pixels per value would overflow
_HATCH: Final = 4.0
_EDGE: Final = 1.5  # of a part without a source
_HEADROOM: Final = 0.92  # a bar never touches the number beside it


@dataclass(frozen=True, slots=True)
class Scale:
    """The range of values that a bar's width stands for."""

    low: float
    high: float

    @classmethod
    def of(cls, stacks: Iterable[Parts]) -> "Scale":
        """The range that holds every stack, zero included."""
        low = high = 0.0
        for stack in stacks:
            left = right = 0.0
            for part in stack:
                if part is None:
                    continue
                if part > 0:
                    right += part
                else:
                    left += part
            low, high = min(low, left), max(high, right)
        return cls(low, high if high > low else low + 1.0)

    def at(self, value: float, rect: QRectF) -> float:
        """The x of `value` inside `rect`."""
        return self.inside(rect)(value)

    def inside(self, rect: QRectF) -> Callable[[float], float]:
        """The x of a value inside `rect`, to be asked for many."""
        left, width, low, high = rect.left(), rect.width() * _HEADROOM, self.low, self.high
        return lambda value: left + width * (value - low) / (high - low)


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of a bar: its position among the parts and where it lies; absent parts are stubs."""

    part: int
    rect: QRectF
    absent: bool = False


def stacked(parts: Parts, rect: QRectF, scale: Scale) -> tuple[Segment, ...]:
    """The segments of one stacked bar, measured parts first, then a stub for each absent one that has room."""
    made: list[Segment] = []
    top, height, at = rect.top(), rect.height(), scale.inside(rect)
    right = left = 0.0
    for position, value in enumerate(parts):
        if value is None:
            continue
        if value >= 0:
            start, right = right, right + value
        else:
            start = left = left + value
        begin = at(start)
        width = at(start + abs(value)) - begin
        made.append(Segment(position, QRectF(begin, top, width - GAP if width > 3 * GAP else width, height)))
    if len(made) < len(parts):
        edge = at(right) + _STUB_GAP
        for position, value in enumerate(parts):
            if value is None and edge + _STUB <= rect.right():
                made.append(Segment(position, QRectF(edge, top, _STUB, height), absent=True))
                edge += _STUB + _STUB_GAP
    return tuple(made)


@dataclass(frozen=True, slots=True)
class Marks:
    """What is told of the parts of one row beside their size: the share imputed, and which rest on no source."""

    imputed: Sequence[float] = ()
    uncited: frozenset[int] = frozenset()


NO_MARKS: Final = Marks()


def draw(
    painter: QPainter,
    segments: Iterable[Segment],
    colours: Sequence[QColor],
    told: Marks = NO_MARKS,
    outline: QColor | None = None,
) -> None:
    """Paint the segments: measured solid, imputed hatched at the outer end, absent dashed, uncited in an `outline`."""
    painter.save()
    for segment in segments:
        rect, part = segment.rect, segment.part
        share = told.imputed[part] if told.imputed else 0.0
        edged = outline if part in told.uncited and rect.width() > 3 else None
        if segment.absent:
            _draw_stub(painter, rect, colours[part])
        elif share > 0:
            _draw_partly(painter, rect, colours[part], share, edged)
        elif edged is None:
            painter.fillRect(rect, colours[part])
        else:  # two grounds cost a fraction of a frame
            painter.fillRect(rect, edged)
            painter.fillRect(rect.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE), colours[part])
    painter.restore()


def _draw_partly(painter: QPainter, rect: QRectF, colour: QColor, share: float, edge: QColor | None) -> None:
    """A part of which a share was imputed."""
    width = rect.width() * (1 - share)
    painter.fillRect(QRectF(rect.left(), rect.top(), width, rect.height()), colour)
    _draw_hatched(painter, rect.adjusted(width, 0, 0, 0), colour)
    if edge is not None:
        painter.setPen(QPen(edge, _EDGE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(_EDGE / 2, _EDGE / 2, -_EDGE / 2, -_EDGE / 2))


def _draw_stub(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    pen = QPen(colour, 1.5)
    pen.setDashPattern([2.0, 2.0])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    middle = rect.center().y()
    painter.drawLine(QLineF(rect.left(), middle, rect.right(), middle))


def _draw_hatched(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Slanting lines on a pale ground: there, but not measured."""
    painter.save()
    pale = QColor(colour)
    pale.setAlphaF(0.22)
    painter.fillRect(rect, pale)
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.2))
    x = rect.left() - rect.height()
    while x < rect.right():
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()))
        x += _HATCH
    painter.restore()


def draw_whisker(painter: QPainter, rect: QRectF, scale: Scale, low: float, high: float, colour: QColor) -> None:
    """Above the bar, from the worst to the best score that a row may have, with a cap at either end."""
    left, right, height = scale.at(low, rect), scale.at(high, rect), rect.top() - 3
    painter.setPen(QPen(colour, 1))
    painter.drawLine(QPointF(left, height), QPointF(right, height))
    for x in (left, right):
        painter.drawLine(QPointF(x, height - 2), QPointF(x, height + 2))


def draw_coverage(painter: QPainter, rect: QRectF, share: float, colour: QColor, track: QColor) -> None:
    """The share of values present as a line on its thinner track: the two are not told apart by colour alone."""
    painter.fillRect(rect.adjusted(0, rect.height() - 1, 0, 0), track)
    painter.fillRect(QRectF(rect.left(), rect.top(), rect.width() * share, rect.height()), colour)
