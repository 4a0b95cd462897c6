"""Texts of one font, shaped once: a list paints the same words frame after frame, and shaping them costs most of it.

What is painted is what `QPainter.drawText` paints into the same rectangle, to the pixel at any scale, in a third of the
time. A text is one line: a line break in it is a space.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout

LEFT: Final = 0.0  # where a text stands in room that it does not fill
CENTRE: Final = 0.5
RIGHT: Final = 1.0
_MOST: Final = 4096  # texts that are kept: those of some thousand rows
_WIDE: Final = 1e6  # no line is broken for want of room
_ONE_LINE: Final = str.maketrans("\n\t", "  ")


@dataclass(frozen=True, slots=True)
class _Shaped:
    """A text as it is painted, and how large it is."""

    layout: QTextLayout
    width: float
    height: float


class Lettering:
    """Measures, shortens and writes texts in `font`, which must not be changed afterwards."""

    def __init__(self, font: QFont) -> None:
        self.font: Final = font
        self._metrics = QFontMetricsF(font)
        self._shaped: dict[str, _Shaped] = {}
        self._shortened: dict[tuple[str, float], str] = {}

    def width(self, text: str) -> float:
        """How wide a text is, in pixels."""
        return self._of(text).width

    def shortened(self, text: str, room: float) -> str:
        """The text, or as much of its beginning as fits into `room` pixels, with an ellipsis."""
        if self._of(text).width <= room:
            return text
        key = text, room
        if key not in self._shortened:
            if len(self._shortened) >= _MOST:
                self._shortened.clear()
            short = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            over = self._of(short).width - room
            if over > 0:  # as it is shaped it may be a little wider than as it is measured
                short = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room - over - 1)
            self._shortened[key] = short
        return self._shortened[key]

    def write(self, painter: QPainter, rect: QRectF, text: str, colour: QColor, share: float = LEFT) -> float:
        """Write a text in the middle of the height of `rect`, shortened to fit; returns its width.

        `share` of the room that is left over stands before the text: `LEFT`, `CENTRE`, `RIGHT`. Sets the pen.
        """
        room = rect.width()
        shaped = self._of(text)
        if shaped.width > room:
            shaped = self._of(self.shortened(text, room))
        place = QPointF(rect.left() + (room - shaped.width) * share, rect.top() + (rect.height() - shaped.height) / 2)
        painter.setPen(colour)
        if shaped.width <= room and shaped.height <= rect.height():
            shaped.layout.draw(painter, place)
        else:
            painter.save()
            painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
            shaped.layout.draw(painter, place)
            painter.restore()
        return shaped.width

    def _of(self, text: str) -> _Shaped:
        shaped = self._shaped.get(text)
        if shaped is None:
            if len(self._shaped) >= _MOST:
                self._shaped.clear()
            shaped = self._shaped[text] = _shape(text, self.font)
        return shaped


def _shape(text: str, font: QFont) -> _Shaped:
    layout = QTextLayout(text.translate(_ONE_LINE), font)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_WIDE)
    line.setPosition(QPointF(0.0, 0.0))
    layout.endLayout()
    return _Shaped(layout, line.naturalTextWidth(), line.ascent() + line.descent())  # its own height is rounded up
