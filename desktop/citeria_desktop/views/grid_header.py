"""The grid's header: the indicator's name in up to three lines, its years, its unit, a ring for its coverage."""

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from citeria_desktop.models.column_heading import ColumnHeading
from citeria_desktop.models.grid_model import HEADING_ROLE, GridModel
from citeria_desktop.panels.quiet_header import paint_rest
from citeria_desktop.theme import Theme, font

HEIGHT: Final = 98
LINES: Final = 3  # of the name
RING: Final = 10
_EDGE: Final = 10
_LEFT: Final = 4
_MOST_UNIT: Final = 96  # a longer unit is elided; the tooltip has it all
_SLACK: Final = 4  # widths of single words add up to a little less than those of a line


class GridHeader(QHeaderView):
    """Paints headings and sorts by click: up, down, and back to the project's own order."""

    placed = Signal()  # the sections stand elsewhere now

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(56)
        self.setMouseTracking(True)
        self._foot = 0
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self._name, self._detail = font(12, QFont.Weight.Medium), font(11.5)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Three lines of a name, the years, and the unit with the ring."""
        return QSize(super().sizeHint().width(), HEIGHT + self._foot)

    def set_foot(self, height: int) -> None:
        """Leave room below the headings, for filters."""
        self._foot = height
        self.setViewportMargins(0, 0, 0, height)
        self.setFixedHeight(HEIGHT + height)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that what stands in the foot has to be placed anew."""
        super().resizeEvent(event)
        self.placed.emit()

    def wanted_width(self, heading: ColumnHeading) -> int:
        """Wide enough for the name in its lines and for years and unit below."""
        detail = QFontMetrics(self._detail)
        years, unit = detail.horizontalAdvance(heading.years), detail.horizontalAdvance(heading.unit) + RING + 5
        return math.ceil(max(self._narrowest(heading.name), years, min(unit, _MOST_UNIT))) + _EDGE + _LEFT + _SLACK

    def _narrowest(self, name: str) -> int:
        """The least width at which a name breaks into its lines without losing a letter."""
        metrics = QFontMetrics(self._name)
        words = [metrics.horizontalAdvance(word) for word in name.split(" ")]
        space = metrics.horizontalAdvance(" ")
        width = max(words)
        while _lines(words, space, width) > LINES:
            width += 4
        return width

    def paintEvent(self, event: QPaintEvent) -> None:
        """The headings, then the ground beside them."""
        super().paintEvent(event)
        paint_rest(self, self._theme)

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
        box = rect.adjusted(12 if first else _LEFT, 6, -_EDGE, -8)
        side = Qt.AlignmentFlag.AlignLeft if first else Qt.AlignmentFlag.AlignRight
        line = QFontMetrics(self._detail).height()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        arrow = self._arrow(section)
        if not first:
            self._paint_detail(painter, QRect(box.left(), box.bottom() - 2 * line, box.width(), 2 * line), heading)
        painter.setFont(self._name)
        painter.setPen(self._theme.colour("accent" if arrow else "text"))
        above = QRect(box.left(), box.top(), box.width(), box.height() - (0 if first else 2 * line + 2))
        name = self._broken(heading.name + arrow, above.width())
        painter.drawText(above, int(side | Qt.AlignmentFlag.AlignBottom), name)

    def _paint_detail(self, painter: QPainter, box: QRect, heading: ColumnHeading) -> None:
        """The years, and below them the unit beside the ring."""
        painter.setFont(self._detail)
        painter.setPen(self._theme.colour("muted"))
        metrics, right = QFontMetrics(self._detail), int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        half = box.height() // 2
        above = QRect(box.left(), box.top(), box.width(), half)
        below = QRect(box.left(), box.top() + half, box.width() - RING - 5, half)
        for place, text in ((above, heading.years), (below, heading.unit)):
            painter.drawText(place, right, metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width()))
        ring = QRectF(box.right() - RING, below.center().y() - RING / 2 + 0.5, RING, RING)
        self._paint_ring(painter, ring, heading.scored / heading.areas if heading.areas else 0.0)

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


def _lines(words: Sequence[int], space: int, width: int) -> int:
    """How many lines words of these widths fill."""
    lines, filled = 1, -space
    for word in words:
        if filled + space + word > width and filled >= 0:
            lines, filled = lines + 1, -space
        filled += space + word
    return lines
