"""The header of a heat map: names across where columns are wide, upright where they are narrow."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

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
        if not 1 <= section <= self.heat:
            foot = QRectF(rect).adjusted(8, 0, 0, -6)
            painter.drawText(foot, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), text)
        elif self._upright():
            painter.translate(rect.left() + rect.width() / 2, rect.bottom() - 5)
            painter.rotate(-90)
            place = QRectF(0, -rect.width() / 2, rect.height() - 8, rect.width())
            shown = QFontMetricsF(small).elidedText(text, Qt.TextElideMode.ElideMiddle, place.width())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        else:
            place = QRectF(rect).adjusted(4, 4, -4, -5)
            painter.drawText(place, _WRAPPED, _fitting(text, place, QFontMetricsF(small)))
        painter.restore()


def _fitting(text: str, place: QRectF, metrics: QFontMetricsF) -> str:
    """`text` without the last words that have no room."""
    words, shown = text.split(), text
    while words and metrics.boundingRect(place, _WRAPPED, shown).height() > place.height():
        words.pop()
        shown = f"{' '.join(words)}…"
    return shown
