"""Names over narrow columns, broken at their spaces into a few lines; what they break into is kept."""

import math
from bisect import bisect_left
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

LINES: Final = 3


class BrokenNames:
    """Breaks names in `font`, which must not be changed afterwards."""

    def __init__(self, font: QFont) -> None:
        self._metrics = QFontMetricsF(font)
        self._kept: dict[tuple[str, int], str] = {}

    def broken(self, name: str, width: int) -> str:
        """A name in at most `LINES` lines of a width; the last takes the rest, elided."""
        if (name, width) not in self._kept:
            lines = self._lines(name, width)
            lines = [*lines[: LINES - 1], " ".join(lines[LINES - 1 :])] if len(lines) > LINES else lines
            self._kept[name, width] = "\n".join(self._shortened(line, width) for line in lines)
        return self._kept[name, width]

    def narrowest(self, name: str) -> int:
        """The least width at which a name breaks into its lines without losing a letter."""
        words = (math.ceil(self._metrics.horizontalAdvance(word)) for word in name.split(" "))
        widths = range(max(words), math.ceil(self._metrics.horizontalAdvance(name)) + 1)
        fits = bisect_left(widths, True, hi=len(widths) - 1, key=lambda width: len(self._lines(name, width)) <= LINES)
        return widths[fits]

    def _shortened(self, line: str, width: int) -> str:
        """A line with an ellipsis where it does not fit; Qt also shortens some that fit by less than a pixel."""
        if self._metrics.horizontalAdvance(line) <= width:
            return line
        return self._metrics.elidedText(line, Qt.TextElideMode.ElideRight, width)

    def _lines(self, name: str, width: int) -> list[str]:
        """A name broken at its spaces, each line as full as `width` allows."""
        lines = [""]
        for word in name.split(" "):
            longer = f"{lines[-1]} {word}".strip()
            if not lines[-1] or self._metrics.horizontalAdvance(longer) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines
