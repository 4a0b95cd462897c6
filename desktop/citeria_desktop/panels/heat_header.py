"""The header of a heat map: names across where columns are wide, upright where they are narrow."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from citeria_desktop.painting.heat_map import paint_title
from citeria_desktop.panels.quiet_header import QuietHeader
from citeria_desktop.theme import Theme, font

_WIDE = 58
_LEAST = 44
_MOST = 92  # six lines
_UPRIGHT = 150
_WRAPPED = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom) | int(Qt.TextFlag.TextWordWrap)


class HeatHeader(QuietHeader):
    """Sections 1 … `heat` are indicators; the others read as in any list."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.heat = 0
        self.setMinimumSectionSize(1)

    def _upright(self) -> bool:
        return self.heat > 0 and self.sectionSize(1) < _WIDE

    def sizeHint(self) -> QSize:
        """The lines that the longest name needs, or room for upright words."""
        width = super().sizeHint().width()
        if self._upright():
            return QSize(width, _UPRIGHT)
        metrics = QFontMetricsF(font(11))
        lines = [
            metrics.boundingRect(QRectF(0, 0, self.sectionSize(column) - 8, 400), _WRAPPED, self._text(column)).height()
            for column in range(1, self.heat + 1)
        ]
        return QSize(width, round(min(max([_LEAST, *(height + 12 for height in lines)]), _MOST)))

    def _text(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Indicators wrapped or upright; others at the foot of the header."""
        small = font(11)
        painter.save()
        painter.fillRect(rect, self.theme.colour("surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self.theme.colour("line"))
        painter.setPen(self.theme.colour("muted"))
        painter.setFont(small)
        text = self._text(section)
        if 1 <= section <= self.heat:
            paint_title(painter, text, QRectF(rect), self.theme)
        else:
            foot = QRectF(rect).adjusted(8, 0, -4, -6)
            shown = QFontMetricsF(small).elidedText(text, Qt.TextElideMode.ElideRight, foot.width())
            painter.drawText(foot, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), shown)
        painter.restore()
