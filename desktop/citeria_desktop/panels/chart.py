"""A widget that shows one figure: painted once and kept, what is selected on top, walked by keys, told in words.

Screen readers hear the words of what is selected; they are shown below a chart as well, by whoever owns it.
"""

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolTip, QWidget

from citeria_desktop.painting.figure import Figure, FigureDrawing, Focus, Laid
from citeria_desktop.theme import Theme

ARROWS: Final = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End}
)
_MARGIN: Final = 16
_WHOLE: Final = 1600  # pixels; a chart that is wider or higher is painted in tiles, each when it is first seen
_TILE: Final = 512
_MOST_TILES: Final = 24  # kept at once


class Chart(QWidget):
    """`chosen` is the item that was clicked or walked to; `marked` an item whose mark is wanted on or off.

    `words` tells an item in a sentence.
    """

    chosen = Signal(str)
    marked = Signal(str)
    opened = Signal(str)  # Enter or a double click

    def __init__(self, theme: Theme, words: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.theme = theme
        self.figure: Figure | None = None
        self.focus = Focus()
        self._words = words
        self._laid: Laid | None = None
        self._tiles: dict[tuple[int, int], QPixmap] = {}  # by the corner of each, the oldest first

    def show_figure(self, figure: Figure | None) -> None:
        """Show other values."""
        self.figure = figure
        self.forget()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.theme = theme
        self.forget()

    def follow(self, item: str, marked: frozenset[str] = frozenset()) -> None:
        """Show what is selected and marked."""
        if self.focus == Focus(item, marked):
            return
        self.focus = Focus(item, marked)
        self.setAccessibleDescription(self._words(item) if item else "")
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()
        self._reveal()

    def forget(self) -> None:
        """Lay out and paint anew."""
        self._laid = None
        self._tiles.clear()
        self.updateGeometry()
        self.update()

    def drawing(self) -> FigureDrawing | None:
        """What a picture takes."""
        return None if self.figure is None else FigureDrawing(self.figure, self.theme, self.focus)

    @property
    def laid(self) -> Laid | None:
        """The figure laid out in the widget."""
        if self._laid is None and self.figure is not None:
            self._laid = self.figure.lay(QRectF(self.rect()).adjusted(_MARGIN, 8, -_MARGIN, -8))
        return self._laid

    def minimumSizeHint(self) -> QSize:
        """Small: charts shrink before words do."""
        return QSize(200, 120)

    def _reveal(self) -> None:
        """Scroll to what is selected, where the chart is larger than its window."""
        window = self.parentWidget()
        scroll = window.parentWidget() if window is not None else None
        place = self.laid.where(self.focus.item) if self.laid is not None else None
        if isinstance(scroll, QScrollArea) and place is not None:
            middle = place.center().toPoint()
            scroll.ensureVisible(middle.x(), middle.y(), round(place.width() / 2) + 8, round(place.height() / 2) + 8)

    # -- painting ------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tiles that are seen, the selection, the frame of the keyboard's focus."""
        painter = QPainter(self)
        laid = self.laid
        if laid is None:
            return
        for tile in self._tiles_in(event.rect()):
            painter.drawPixmap(tile.topLeft(), self._kept(laid, tile))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        laid.paint_focus(painter, self.theme, self.focus)
        self.paint_over(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.colour("accent"), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4.5, 2.5, -4.5, -2.5), 4, 4)

    def paint_over(self, painter: QPainter) -> None:
        """What subclasses paint on top, such as something being dragged."""

    def _tiles_in(self, rect: QRect) -> Iterator[QRect]:
        wide = self.width() if self.width() <= _WHOLE else _TILE
        high = self.height() if self.height() <= _WHOLE else _TILE
        for top in range(rect.top() // high * high, rect.bottom() + 1, high):
            for left in range(rect.left() // wide * wide, rect.right() + 1, wide):
                yield QRect(left, top, wide, high).intersected(self.rect())

    def _kept(self, laid: Laid, tile: QRect) -> QPixmap:
        corner = tile.left(), tile.top()
        if corner not in self._tiles:
            while len(self._tiles) >= _MOST_TILES:
                del self._tiles[next(iter(self._tiles))]
            self._tiles[corner] = self._painted(laid, tile)
        return self._tiles[corner]

    def _painted(self, laid: Laid, tile: QRect) -> QPixmap:
        ratio = self.devicePixelRatioF()
        ground = QPixmap(tile.size() * ratio)
        ground.setDevicePixelRatio(ratio)
        ground.fill(self.theme.colour("surface"))
        painter = QPainter(ground)
        painter.translate(-tile.topLeft())
        painter.setClipRect(tile)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        laid.paint(painter, self.theme)
        painter.end()
        return ground

    # -- what the hand does --------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size."""
        self._laid = None
        self._tiles.clear()
        super().resizeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys go here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that they no longer do."""
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the pointer; with Ctrl mark it. A menu is about what it was opened on."""
        item = self.item_at(event.position())
        if item and event.button() == Qt.MouseButton.RightButton:
            self.chosen.emit(item)
        elif event.button() != Qt.MouseButton.LeftButton or not item:
            super().mousePressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.marked.emit(item)
        else:
            self.chosen.emit(item)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is under the pointer."""
        item = self.item_at(event.position())
        if item:
            self.opened.emit(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Space marks, Enter opens."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in ARROWS and plain and self.laid is not None:
            item = self.laid.step(self.focus.item, key)
            if item:
                self.chosen.emit(item)
        elif key == Qt.Key.Key_Space and self.focus.item:
            self.marked.emit(self.focus.item)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.focus.item:
            self.opened.emit(self.focus.item)
        else:
            super().keyPressEvent(event)

    def item_at(self, point: QPointF) -> str:
        """The item under a point of the widget."""
        return self.laid.at(point) if self.laid is not None else ""

    def event(self, event: QEvent) -> bool:
        """A tooltip tells what is under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            item = self.item_at(QPointF(event.pos()))
            if item:
                QToolTip.showText(event.globalPos(), self._words(item), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)
