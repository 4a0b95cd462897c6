"""The key of a heat map: cividis from the least to the largest value, and what values without a colour look like."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from citeria_core.parse import format_number
from citeria_desktop.painting.cividis import cividis
from citeria_desktop.painting.marks import draw_alike
from citeria_desktop.theme import Theme, font


class ColourScale(QWidget):
    """A strip of the scale with its ends in numbers."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._low, self._high, self._alike = 0.0, 1.0, False
        self.setFixedHeight(22)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.update()

    def show_range(self, low: float, high: float, *, alike: bool = False) -> None:
        """The values at the two ends; `alike` if some value cannot be normalised, since nothing differs from it."""
        self._low, self._high, self._alike = low, high, alike
        told = self.tr("Colours from {low} to {high}").format(low=format_number(low), high=format_number(high))
        self.setAccessibleName(f"{told}; {self.tr('framed: one distinct value')}" if alike else told)
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(320, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words, strip, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._x = 0.0
        self._say(painter, self.tr("normalised"))
        self._say(painter, format_number(self._low))
        gradient = QLinearGradient(self._x, 0, self._x + 96, 0)
        for step in range(11):
            gradient.setColorAt(step / 10, cividis(step / 10))
        self._box(painter, 96, gradient)
        self._say(painter, format_number(self._high))
        self._x += 12
        self._box(painter, 18, self._theme.colour("line"), "·")
        self._say(painter, self.tr("missing"))
        if self._alike:
            self._x += 12
            draw_alike(painter, QRectF(self._x, self.height() / 2 - 6, 18, 12), self._theme.colour("muted"))
            self._x += 26
            self._say(painter, self.tr("one distinct value: cannot be normalised"))

    def _say(self, painter: QPainter, text: str) -> None:
        small = font(12)
        width = QFontMetricsF(small).horizontalAdvance(text)
        painter.setFont(small)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(QRectF(self._x, 0, width + 1, self.height()), int(Qt.AlignmentFlag.AlignVCenter), text)
        self._x += width + 8

    def _box(self, painter: QPainter, width: float, brush: QColor | QLinearGradient, text: str = "") -> None:
        rect = QRectF(self._x, self.height() / 2 - 6, width, 12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush)
        painter.drawRoundedRect(rect, 2, 2)
        if text:
            painter.setPen(self._theme.colour("muted"))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)
        self._x += width + 8
