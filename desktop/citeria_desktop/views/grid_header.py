"""The grid's header: the indicator's name in up to three lines, its years and unit, a ring for its coverage."""

import math
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from citeria_desktop.models.column_heading import ColumnHeading
from citeria_desktop.models.grid_model import HEADING_ROLE, GridModel
from citeria_desktop.theme import Theme, font

HEIGHT: Final = 84
LINES: Final = 3  # of the name
RING: Final = 10
_EDGE: Final = 12
_LEFT: Final = 8


class GridHeader(QHeaderView):
    """Paints headings and sorts by click: up, down, and back to the project's own order."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(56)
        self.setMouseTracking(True)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self._name, self._detail = font(12, QFont.Weight.Medium), font(11.5)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Three lines of a name and one below."""
        return QSize(super().sizeHint().width(), HEIGHT)

    def wanted_width(self, heading: ColumnHeading) -> int:
        """Wide enough for the name in its lines and for the years and unit in one."""
        metrics, detail = QFontMetrics(self._name), QFontMetrics(self._detail)
        longest = max((metrics.horizontalAdvance(word) for word in heading.name.split()), default=0)
        share = metrics.horizontalAdvance(heading.name) / LINES * 1.2  # lines break unevenly
        below = detail.horizontalAdvance(heading.detail) + RING + 6
        return math.ceil(max(longest, share, below)) + _EDGE + _LEFT

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """One heading."""
        heading: ColumnHeading | None = self.model().headerData(section, Qt.Orientation.Horizontal, HEADING_ROLE)
        painter.save()
        painter.fillRect(rect, self._theme.colour("surface"))
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if heading is not None:
            self._paint_heading(painter, rect, section, heading)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, section: int, heading: ColumnHeading) -> None:
        first = section == 0
        box = rect.adjusted(_EDGE if first else _LEFT, 8, -_EDGE, -8)
        side = Qt.AlignmentFlag.AlignLeft if first else Qt.AlignmentFlag.AlignRight
        line = QFontMetrics(self._detail).height()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        below = QRect(box.left(), box.bottom() - line, box.width(), line)
        arrow = self._arrow(section)
        if not first:
            ring = QRectF(box.right() - RING, below.center().y() - RING / 2 + 0.5, RING, RING)
            self._paint_ring(painter, ring, heading.scored / heading.areas if heading.areas else 0.0)
            painter.setFont(self._detail)
            painter.setPen(self._theme.colour("muted"))
            words = below.adjusted(0, 0, -RING - 5, 0)
            text = QFontMetrics(self._detail).elidedText(heading.detail, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, int(side | Qt.AlignmentFlag.AlignVCenter), text)
        painter.setFont(self._name)
        painter.setPen(self._theme.colour("accent" if arrow else "text"))
        above = QRect(box.left(), box.top(), box.width(), box.height() - (0 if first else line + 1))
        name = self._broken(heading.name + arrow, above.width())
        painter.drawText(above, int(side | Qt.AlignmentFlag.AlignBottom), name)

    def _paint_ring(self, painter: QPainter, ring: QRectF, share: float) -> None:
        """A filled sector: how many areas have a value that counts."""
        accent = self._theme.colour("accent")
        painter.setPen(QPen(accent, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        if share > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            path = QPainterPath(QPointF(ring.center()))
            path.arcTo(ring, 90, -360 * share)
            path.closeSubpath()
            painter.drawPath(path)

    def _arrow(self, section: int) -> str:
        model = self.model()
        if not isinstance(model, GridModel) or model.sorted_by is None or model.sorted_by[0] != section:
            return ""
        return " ↑" if model.sorted_by[1] == Qt.SortOrder.AscendingOrder else " ↓"

    def _broken(self, text: str, width: int) -> str:
        """Break a name at spaces into at most three lines; the last takes the rest, elided."""
        metrics = QFontMetrics(self._name)
        lines = [""]
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}".strip()
            if not lines[-1] or metrics.horizontalAdvance(longer) <= width or len(lines) == LINES:
                lines[-1] = longer
            else:
                lines.append(word)
        return "\n".join(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines)
