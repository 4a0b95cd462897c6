"""How values are spread, as a row of small bars, or as a box with whiskers."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from citeria_core.histogram import Histogram


def draw_histogram(
    painter: QPainter, rect: QRectF, counts: Sequence[int], colour: QColor, strength: float = 0.65
) -> None:
    """Bars from the bottom of `rect`, the highest as high as it; an empty class is a hairline."""
    most = max(counts, default=0)
    if not most:
        return
    width = rect.width() / len(counts)
    faint = QColor(colour)
    faint.setAlphaF(strength)
    for place, count in enumerate(counts):
        height = max(1.0, rect.height() * count / most)
        painter.fillRect(QRectF(rect.left() + place * width, rect.bottom() - height, width - 1, height), faint)


def draw_box(painter: QPainter, rect: QRectF, spread: Histogram, colour: QColor, line: QColor) -> None:
    """A box from the lower to the upper quartile, the median in it, whiskers to the smallest and the largest value."""
    if not spread.counts:
        return
    width, span = rect.width() - 1, spread.high - spread.low

    def at(value: float) -> float:
        return rect.left() + (width * (value - spread.low) / span if span > 0 else width / 2)

    lower, median, upper = map(at, spread.quartiles)
    middle, high = rect.center().y(), min(rect.height(), 12.0)
    box = QRectF(lower, middle - high / 2, max(upper - lower, 1.0), high)
    painter.fillRect(QRectF(at(spread.low), middle - 0.5, at(spread.high) - at(spread.low), 1), line)
    for end in (spread.low, spread.high):
        painter.fillRect(QRectF(at(end), middle - high / 4, 1, high / 2), line)
    painter.fillRect(box, colour)
    painter.fillRect(QRectF(median - 1, box.top() - 2, 2, high + 4), line)
