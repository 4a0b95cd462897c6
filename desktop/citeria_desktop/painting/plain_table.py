"""A table of words as a picture: a heading on a line, rows below, columns as wide as their words."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from citeria_desktop.painting.figure import SMALL, width_of, write
from citeria_desktop.theme import Theme

_ROW = 26.0
_PAD = 10.0


class TableDrawing:
    """`rows` under `head`; the columns in `right` are of numbers."""

    def __init__(self, head: Sequence[str], rows: Sequence[Sequence[str]], right: frozenset[int], theme: Theme) -> None:
        self._head, self._rows, self._right, self._theme = head, rows, right, theme

    def height(self, width: float) -> float:
        """A line each."""
        return _ROW * (len(self._rows) + 1)

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Line by line; where all are wider than the picture, the widest columns give way."""
        wide = [max(map(width_of, column)) + 2 * _PAD for column in zip(self._head, *self._rows, strict=True)]
        wide = _fitting(wide, area.width())
        for number, row in enumerate([self._head, *self._rows]):
            x, y = area.left(), area.top() + _ROW * number
            for column, text in enumerate(row):
                place = QRectF(x, y, wide[column], _ROW).adjusted(_PAD, 0, -_PAD, 0)
                side = Qt.AlignmentFlag.AlignRight if column in self._right else Qt.AlignmentFlag.AlignLeft
                token, size = ("text", 13.0) if number else ("muted", SMALL)
                write(painter, place, text, self._theme.colour(token), size=size, align=side)
                x += wide[column]
            painter.fillRect(QRectF(area.left(), y + _ROW - 1, x - area.left(), 1), self._theme.colour("line"))


def _fitting(wide: Sequence[float], room: float) -> list[float]:
    """The widths, cut to the largest that lets all of them fit."""
    left = room
    for place, width in enumerate(sorted(wide)):
        share = left / (len(wide) - place)
        if width > share:
            return [min(one, share) for one in wide]
        left -= width
    return list(wide)
