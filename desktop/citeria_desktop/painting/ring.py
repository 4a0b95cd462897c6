"""The coverage ring: a full sector for what is cited, a hatched one for what has no source, the rest is empty."""

import math
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen

from citeria_desktop.models.coverage import Coverage
from citeria_desktop.theme import Theme

RING: Final = 10  # pixels across


def ring_of(cell: QRect) -> QRectF:
    """Where the ring of a name stands: at the right edge of its cell."""
    return QRectF(cell.right() - RING - 6.5, cell.center().y() - RING / 2 + 0.5, RING, RING)


def paint_ring(painter: QPainter, ring: QRectF, coverage: Coverage, theme: Theme) -> None:
    """Clockwise from the top: cited, uncited, nothing."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    accent, warn = theme.colour("accent"), theme.colour("warn")
    painter.setPen(QPen(accent, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(ring)
    if coverage.cells:
        cited, uncited = (360 * part / coverage.cells for part in (coverage.cited, coverage.uncited))
        _sector(painter, ring, 90, cited, QBrush(accent))
        if uncited:
            _sector(painter, ring, 90 - cited, max(uncited, 24), QBrush(warn, Qt.BrushStyle.Dense4Pattern))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _sector(painter: QPainter, ring: QRectF, start: float, span: float, brush: QBrush) -> None:
    if math.isclose(span, 0):
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    path = QPainterPath(QPointF(ring.center()))
    path.arcTo(ring, start, -span)
    path.closeSubpath()
    painter.drawPath(path)
    painter.setBrush(Qt.BrushStyle.NoBrush)
