"""The grid's header: the indicator's name in up to three lines, its years, its unit, a ring for its coverage."""

import math
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from citeria_desktop.models.column_heading import ColumnHeading
from citeria_desktop.models.coverage import Coverage
from citeria_desktop.models.grid_model import HEADING_ROLE, GridModel
from citeria_desktop.painting.broken_names import BrokenNames
from citeria_desktop.painting.ring import RING, paint_ring
from citeria_desktop.panels.quiet_header import paint_rest
from citeria_desktop.theme import Theme, font

HEIGHT: Final = 98
_EDGE: Final = 10
_LEFT: Final = 4
_MOST_UNIT: Final = 96  # a longer unit is elided; the tooltip has it all


class GridHeader(QHeaderView):
    """Paints headings and sorts by click: up, down, and back to the project's own order."""

    placed = Signal()  # the sections stand elsewhere now
    ring_pressed = Signal(int)  # section

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(56)
        self.setMouseTracking(True)
        self._foot = 0
        self._pressed_ring = 0
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self._name, self._detail = font(12, QFont.Weight.Medium), font(11.5)
        self._names = BrokenNames(self._name)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Three lines of a name, the years, and the unit with the ring; Qt would ask every heading how high it is."""
        return QSize(self.length(), HEIGHT + self._foot)

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
        return math.ceil(max(self._names.narrowest(heading.name), years, min(unit, _MOST_UNIT))) + _EDGE + _LEFT

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
        name = f"{heading.name} {arrow}" if first and arrow else heading.name
        painter.drawText(above, int(side | Qt.AlignmentFlag.AlignBottom), self._names.broken(name, above.width()))
        if arrow and not first:  # in the edge beside the name, which stays as it is
            painter.drawText(above.adjusted(above.width(), 0, _EDGE, 0), Qt.AlignmentFlag.AlignBottom, arrow)

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
        coverage = Coverage(heading.shown - heading.uncited, heading.uncited, heading.areas)
        paint_ring(painter, QRectF(self._ring(box.right(), below.center().y())), coverage, self._theme)

    @staticmethod
    def _ring(right: int, middle: int) -> QRect:
        return QRect(right - RING, middle - RING // 2 + 1, RING, RING)

    def _on_ring(self, place: QPoint) -> int:
        """The column whose ring is at `place`; 0 for none."""
        section = self.logicalIndexAt(place)
        if section < 1:
            return 0
        left, line = self.sectionViewportPosition(section), QFontMetrics(self._detail).height()
        right = left + self.sectionSize(section) - 1 - _EDGE
        middle = HEIGHT - 1 - 8 - line // 2
        return section if self._ring(right, middle).adjusted(-5, -5, 5, 5).contains(place) else 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a ring is not one on the heading: it asks for the next value without a source."""
        section = self._on_ring(event.position().toPoint()) if event.button() == Qt.MouseButton.LeftButton else 0
        self._pressed_ring = section
        if section:
            self.ring_pressed.emit(section)
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The release that belongs to a ring sorts nothing."""
        pressed, self._pressed_ring = self._pressed_ring, 0
        if not pressed:
            super().mouseReleaseEvent(event)

    def _arrow(self, section: int) -> str:
        model = self.model()
        if not isinstance(model, GridModel) or model.sorted_by is None or model.sorted_by[0] != section:
            return ""
        return "↑" if model.sorted_by[1] == Qt.SortOrder.AscendingOrder else "↓"
