"""The coverage ring: a full sector for what is cited, a hatched one for what has no source, the rest is empty."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from citeria_desktop.models.coverage import Coverage
from citeria_desktop.theme import Theme

RING: Final = 10  # pixels across
_WHOLE: Final = 360 * 16  # a circle, and its top, as Qt counts angles
_TOP: Final = 90 * 16
_LEAST: Final = 24 * 16  # a narrower sector is not seen


def ring_of(cell: QRect) -> QRectF:
    """Where the ring of a name stands: at the right edge of its cell."""
    return QRectF(cell.right() - RING - 6.5, cell.center().y() - RING / 2 + 0.5, RING, RING)


def paint_ring(painter: QPainter, ring: QRectF, coverage: Coverage, theme: Theme) -> None:
    """Clockwise from the top: cited, uncited, nothing."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    accent = theme.colour("accent")
    painter.setPen(QPen(accent, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if coverage.cells and coverage.cited == coverage.cells:
        painter.setBrush(accent)
    painter.drawEllipse(ring)
    if coverage.cells and coverage.cited < coverage.cells:
        painter.setPen(Qt.PenStyle.NoPen)
        cited, uncited = (round(_WHOLE * part / coverage.cells) for part in (coverage.cited, coverage.uncited))
        if cited:
            painter.setBrush(accent)
            painter.drawPie(ring, _TOP, -cited)
        if uncited:
            painter.setBrush(QBrush(theme.colour("warn"), Qt.BrushStyle.Dense4Pattern))
            painter.drawPie(ring, _TOP - cited, -max(uncited, _LEAST))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
