"""The drawn slope: pointer and keys choose an area in it; what is chosen is told to screen readers as a sentence."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QToolTip, QWidget

from citeria_desktop.painting.slope import SlopeDrawing


class SlopeCanvas(QWidget):
    """`chosen` is an area picked by pointer or keys, `why_wanted` asks why it moved."""

    chosen = Signal(str)
    lane_chosen = Signal(int)
    why_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drawing: SlopeDrawing | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Rankings side by side"))
        self._sentence: Callable[[str], str] = str

    def show_drawing(self, drawing: SlopeDrawing, sentence: Callable[[str], str]) -> None:
        """Paint another drawing; `sentence` says an area in words."""
        self.drawing, self._sentence = drawing, sentence
        self.setAccessibleDescription(sentence(drawing.subject.selected))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.setMinimumHeight(0 if drawing.fitted else round(drawing.height(self.width())))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The drawing, and a frame while keys move in it."""
        painter = QPainter(self)
        if self.drawing is None:
            return
        painter.fillRect(self.rect(), self.drawing.theme.colour("surface"))
        self.drawing.paint(painter, QRectF(self.rect()), QRectF(event.rect()))
        if self.hasFocus():
            painter.setPen(self.drawing.theme.colour("accent"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A line, a disc or a name chooses its area."""
        held = self._at(event.position())
        if held is not None and event.button() == Qt.MouseButton.LeftButton:
            self.lane_chosen.emit(held[1])
            self.chosen.emit(held[0])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Twice on an area asks why it moved."""
        if self._at(event.position()) is not None:
            self.why_wanted.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be chosen."""
        over = self._at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↑ ↓ the next area in the marked ranking, ← → the next ranking, Home and End, Enter or Space why."""
        drawing = self.drawing
        if drawing is None or not drawing.subject.lanes.rankings:
            super().keyPressEvent(event)
            return
        lanes, lane = drawing.subject.lanes, drawing.subject.lane
        order = [code for code in lanes.order(lane) if code in drawing.subject.movers]
        at = order.index(drawing.subject.selected) if drawing.subject.selected in order else -1
        count, key = len(order), event.key()
        steps = {
            Qt.Key.Key_Down: at + 1,
            Qt.Key.Key_Up: at - 1 if at >= 0 else count - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: count - 1,
            Qt.Key.Key_PageDown: min(count - 1, at + 10),
            Qt.Key.Key_PageUp: max(0, at - 10),
        }
        held = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if key in steps:
            if 0 <= steps[Qt.Key(key)] < count:
                self.chosen.emit(order[steps[Qt.Key(key)]])
        elif key in held:
            last = len(lanes.rankings) - 1
            now = lane if lane >= 0 else last
            self.lane_chosen.emit(max(0, min(last, now + held[Qt.Key(key)])))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.why_wanted.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say the area under the pointer in words."""
        if event.type() == QEvent.Type.ToolTip:
            place = self.mapFromGlobal(self.cursor().pos())
            held = self._at(QPointF(place))
            QToolTip.showText(self.mapToGlobal(place), self._sentence(held[0]) if held else "", self)
            return True
        return super().event(event)

    def reveal(self, area: str, pane: QScrollArea) -> None:
        """Scroll `pane` so that the area's place in the marked ranking is in view."""
        drawing = self.drawing
        if drawing is None or area not in drawing.subject.lanes.areas or not drawing.subject.lanes.rankings:
            return
        where = drawing.geometry(QRectF(self.rect()))
        point = where.point(drawing.subject.lane, area).toPoint()
        shown = pane.verticalScrollBar().value()
        if not QRect(0, shown, self.width(), pane.viewport().height()).adjusted(0, 20, 0, -20).contains(point):
            pane.ensureVisible(self.width() // 2, point.y(), 0, 60)

    def _at(self, place: QPointF) -> tuple[str, int] | None:
        if self.drawing is None or not self.drawing.subject.lanes.rankings:
            return None
        return self.drawing.geometry(QRectF(self.rect())).hit(place)
