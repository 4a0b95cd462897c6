"""What a view gives to a picture: a drawing that takes any width, the keys of its legend, and words about it.

A drawing is painted by the very code that paints the screen, on whatever painter it is given: that of a bitmap, an SVG,
a PDF or a printer. It may not paint bitmaps of text, and it may not ask how large the device is.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget


class Drawing(Protocol):
    """Something that can be painted in any width."""

    def height(self, width: float) -> float:
        """The height (logical pixels) that it needs when it is `width` wide; the page shrinks what is too high."""
        ...

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint into `area`, whose height is what `height` said or more."""


@runtime_checkable
class Gradual(Protocol):
    """A drawing that may have so many parts that people wait for it: it can be painted bit by bit, and given up."""

    def painting(self, painter: QPainter, area: QRectF) -> Generator[float, None, None]:
        """Paint as `paint` does; after each bit the share that is done, from 0 to 1."""
        ...


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of a legend; `shape` is one of `theme.CLUSTER_SHAPES`."""

    name: str
    colour: QColor
    shape: str = "square"


@dataclass(frozen=True, slots=True)
class Picture:
    """What of a view leaves the app. Index, edition, date and sources are put around it by the page."""

    title: str
    drawing: Drawing
    legend: tuple[Key, ...] = ()
    note: str = ""  # such as that only the first rows of a very long table are shown


class AsItStands:
    """A widget as it is on the screen, scaled to the width."""

    def __init__(self, widget: QWidget, before: Callable[[], None] = lambda: None) -> None:
        self._widget = widget
        self._before = before

    def height(self, width: float) -> float:
        """That of the widget, by the same scale as its width."""
        return self._widget.height() * width / max(1, self._widget.width())

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Render the widget and everything in it."""
        self._before()
        scale = area.width() / max(1, self._widget.width())
        painter.save()
        painter.translate(area.topLeft())
        painter.scale(scale, scale)
        self._widget.render(painter, QPoint())
        painter.restore()
