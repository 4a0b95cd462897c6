"""What a figure is: values laid out in a rectangle, then painted, found under the pointer and walked through by keys.

Screen and picture lay out and paint by the same code. A figure holds items that can be selected, each by its code:
areas in most, indicators or numbers in some.
"""

from abc import ABC, abstractmethod
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from citeria_desktop.theme import Theme, font

SMALL = 11.5
TEXT = 13.0
PREVIOUS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Left})
NEXT = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Right})


@dataclass(frozen=True, slots=True)
class Focus:
    """What is selected in a figure, and which items are marked beside it."""

    item: str = ""
    marked: frozenset[str] = field(default_factory=frozenset)


class Laid(ABC):
    """A figure laid out in a rectangle."""

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint all that does not depend on what is selected."""
        for _ in self.painting(painter, theme):
            pass

    def painting(self, painter: QPainter, theme: Theme) -> Generator[float, None, None]:
        """The same bit by bit, each time with the share that is done, for figures of very many parts.

        A figure has one of the two: this one, or, where all of it is painted in no time, `paint`.
        """
        self.paint(painter, theme)
        yield 1.0

    @abstractmethod
    def paint_focus(self, painter: QPainter, theme: Theme, focus: Focus) -> None:
        """Paint what is selected and marked on top."""

    @abstractmethod
    def at(self, point: QPointF) -> str:
        """The item under a point, or an empty text."""

    @abstractmethod
    def step(self, item: str, key: Qt.Key) -> str:
        """The item that an arrow key leads to from `item` ("" = none yet), Home to the first, End to the last."""

    def where(self, item: str) -> QRectF | None:
        """The place to be seen when `item` is selected."""
        return None


class Figure(ABC):
    """Values that can be laid out."""

    @abstractmethod
    def height(self, width: float) -> float:
        """The height (logical pixels) that it needs when it is `width` wide."""

    @abstractmethod
    def lay(self, area: QRectF) -> Laid:
        """Lay it out in `area`."""


class FigureDrawing:
    """A figure as a picture takes it: painted in any width, with what is selected."""

    def __init__(self, figure: Figure, theme: Theme, focus: Focus) -> None:
        self._figure, self._theme, self._focus = figure, theme, focus

    def height(self, width: float) -> float:
        """That of the figure."""
        return self._figure.height(width)

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Lay out and paint."""
        for _ in self.painting(painter, area):
            pass

    def painting(self, painter: QPainter, area: QRectF) -> Generator[float, None, None]:
        """The same bit by bit."""
        laid = self._figure.lay(area)
        with saved(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            yield from laid.painting(painter, self._theme)
            laid.paint_focus(painter, self._theme, self._focus)


@contextmanager
def saved(painter: QPainter) -> Iterator[None]:
    """The painter as it is now comes back at the end, also where painting is given up."""
    painter.save()
    try:
        yield
    finally:
        painter.restore()


def seen(painter: QPainter, area: QRectF) -> QRectF:
    """The part of `area` that is being painted: what lies outside of it need not be drawn."""
    return painter.clipBoundingRect() if painter.hasClipping() else area


def walk(items: tuple[str, ...], item: str, key: Qt.Key) -> str:
    """The neighbour of `item` in a list that arrow keys walk through; the first where none is selected."""
    if not items:
        return ""
    if key == Qt.Key.Key_Home or item not in items:
        return items[-1] if key == Qt.Key.Key_End else items[0]
    if key == Qt.Key.Key_End:
        return items[-1]
    at = items.index(item) + (1 if key in NEXT else -1)
    return items[min(max(at, 0), len(items) - 1)]


def write(
    painter: QPainter,
    rect: QRectF,
    text: str,
    colour: QColor,
    *,
    size: float = TEXT,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    bold: bool = False,
) -> None:
    """Write one line into `rect`, elided to fit, in the middle of its height."""
    used = font(size)
    if bold:
        used.setWeight(used.Weight.DemiBold)
    shown = QFontMetricsF(used).elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, rect.width()))
    painter.setFont(used)
    painter.setPen(QPen(colour))
    painter.drawText(rect, int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)


def width_of(text: str, size: float = TEXT) -> float:
    """How wide a line of text is."""
    return QFontMetricsF(font(size)).horizontalAdvance(text)
