"""How values are spread, as a row of small bars."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter


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
