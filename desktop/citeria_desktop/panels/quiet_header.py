"""The header of a list: small muted words on a hairline, no boxes."""

import re
from typing import Final

from PySide6.QtCore import QItemSelection, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QHeaderView, QWidget

from citeria_desktop.theme import Theme, font

_FIRST: Final = re.compile("[,，]")  # what comes before it stands for all where there is no room


class QuietHeader(QHeaderView):
    """A horizontal header painted from the theme; the sorted section carries an arrow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, size: float = 12) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme = theme
        self.alignments: dict[int, Qt.AlignmentFlag] = {}
        self.lead = 0  # how much further right the first section begins
        self.flush: set[int] = set()  # sections whose cells begin at their very edge
        self._font = font(size)
        self.setFont(self._font)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(20)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.theme = theme
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """One line of small text with air; Qt would measure every title for it."""
        return QSize(self.length(), 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sections, then the ground beside them."""
        super().paintEvent(event)
        paint_rest(self, self.theme)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Nothing: no title shows what is selected below it, so none is painted again for that."""
        return QRegion()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """One title, and the arrow where the list is sorted by it."""
        text = str(self.model().headerData(section, self.orientation()) or "")
        side = self.alignments.get(section, Qt.AlignmentFlag.AlignLeft)
        sorted_by = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        if sorted_by:
            text += " ↑" if self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder else " ↓"
        painter.save()
        painter.fillRect(rect, self.theme.colour("surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self.theme.colour("line"))
        painter.setFont(self._font)
        painter.setPen(self.theme.colour("text" if sorted_by else "muted"))
        right = bool(side & Qt.AlignmentFlag.AlignRight)
        inner = QRectF(rect).adjusted(0 if right or section in self.flush else 8, 0, -8, 0)
        inner.adjust(0 if section else self.lead, 0, 0, 0)
        metrics = QFontMetricsF(self._font)
        if metrics.horizontalAdvance(text) > inner.width():
            text = metrics.elidedText(_FIRST.split(text)[0], Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(side | Qt.AlignmentFlag.AlignVCenter), text)
        painter.restore()


def paint_rest(header: QHeaderView, theme: Theme) -> None:
    """The ground right of a header's last section, which the style would paint as one more box."""
    rest = header.viewport().rect()
    rest.setLeft(header.length() - header.offset())
    painter = QPainter(header.viewport())
    painter.fillRect(rest, theme.colour("surface"))
    painter.fillRect(QRect(rest.left(), rest.bottom(), rest.width(), 1), theme.colour("line"))
