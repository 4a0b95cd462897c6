"""A lane of the header is drawn on another one: the name goes along with the pointer, the lane below it is framed."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QRubberBand

from citeria_desktop.panels.ranking_header import RankingHeader


class LaneDrag(QObject):
    """Watches the header; a short press stays a click, and every drag has its twin in the menu of the lane."""

    dropped = Signal(str, str, QPoint)  # a part, the part it was dropped on, and where on the screen

    def __init__(self, header: RankingHeader) -> None:
        super().__init__(header)
        self._header = header
        self._held = ""
        self._begun = QPoint()
        self._label = QLabel(header.viewport())
        self._label.setProperty("card", "accent")
        self._label.setMargin(4)
        self._frame = QRubberBand(QRubberBand.Shape.Rectangle, header.viewport())
        for widget in (self._label, self._frame):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            widget.hide()
        header.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the moves of a drag from the header, and its end."""
        if not isinstance(event, QMouseEvent):
            return False
        place = event.position().toPoint()
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.LeftButton:
                self._held, self._begun = self._header.part_at(place), place
            case QEvent.Type.MouseMove if self._held and event.buttons() & Qt.MouseButton.LeftButton:
                return self._move(place)
            case QEvent.Type.MouseButtonRelease if self._held:
                return self._release(place, event.globalPosition().toPoint())
        return False

    def _move(self, place: QPoint) -> bool:
        far = (place - self._begun).manhattanLength() >= QApplication.startDragDistance()
        if not far and self._label.isHidden():
            return True  # the header would begin to move its column
        self._label.setText(self._name(self._held))
        self._label.adjustSize()
        self._label.move(place + QPoint(10, -self._label.height() // 2))
        self._label.show()
        self._label.raise_()
        target = self._header.part_at(place)
        self._frame.setVisible(target not in ("", self._held))
        self._frame.setGeometry(self._lane(target))
        return True

    def _release(self, place: QPoint, on_screen: QPoint) -> bool:
        held, self._held = self._held, ""
        dragged = not self._label.isHidden()
        self._label.hide()
        self._frame.hide()
        target = self._header.part_at(place)
        if dragged and target not in ("", held):
            self.dropped.emit(held, target, on_screen)
        return dragged  # a click is the header's

    def _name(self, code: str) -> str:
        return next((part.name for part in self._header.parts if part.code == code), "")

    def _lane(self, code: str) -> QRect:
        for part, edge in zip(self._header.parts, self._header.edges(), strict=True):
            if part.code == code:
                left = round(self._header.bars_left + edge.left)
                return QRect(left, 2, round(edge.width), self._header.height() - 4)
        return QRect()
