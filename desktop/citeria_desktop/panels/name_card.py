"""A small card that asks for a name: nothing happens until the button or Enter; Escape drops it."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget


class NameCard(QFrame):
    """`named` brings what was typed, without spaces around it; nothing can be sent only where `empty` is allowed."""

    named = Signal(str)

    def __init__(self, question: str, verb: str, name: str, around: QWidget, *, empty: bool = False) -> None:
        super().__init__(around)
        self._around = around
        self._empty = empty
        self.setProperty("card", "accent")
        self.setAccessibleName(question)
        label = QLabel(question)
        label.setProperty("role", "strong")
        self.field = QLineEdit(name)
        self.field.setAccessibleName(question)
        self.field.setMinimumWidth(220)
        self.field.selectAll()
        self.button = QPushButton(verb)
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(self._send)
        self.field.returnPressed.connect(self._send)
        self.field.textChanged.connect(lambda text: self.button.setEnabled(empty or bool(text.strip())))
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(label)
        layout.addLayout(row)

    def show_below(self, place: QPoint) -> None:
        """Open at `place` (in the coordinates of what is around it), moved to fit inside."""
        self.adjustSize()
        left = max(4, min(place.x(), self._around.width() - self.width() - 4))
        self.move(left, max(4, min(place.y(), self._around.height() - self.height() - 4)))
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape drops it; nothing else falls through to what lies below."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            event.accept()

    def event(self, event: QEvent) -> bool:
        """Keep Escape and Enter from shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def _send(self) -> None:
        name = self.field.text().strip()
        if name or self._empty:
            self._close()
            self.named.emit(name)

    def _close(self) -> None:
        self.hide()
        self._around.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()
