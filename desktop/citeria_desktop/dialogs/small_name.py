"""A small panel over its parent that asks for one name; nothing happens until it is given."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget


class SmallName(QFrame):
    """`named` tells the name; Enter gives it, Escape drops the question."""

    named = Signal(str)

    def __init__(self, words: str, suggestion: str, button: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self.setProperty("card", "accent")
        self.setAccessibleName(words)
        label = QLabel(words)
        label.setProperty("role", "strong")
        self.line = QLineEdit(suggestion)
        self.line.setAccessibleName(words)
        self.line.setMinimumWidth(220)
        self.line.selectAll()
        self.button = QPushButton(button)
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(self._give)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(label)
        layout.addLayout(row)

    def show_at(self, place: QPoint) -> None:
        """Open at `place` (in the parent's coordinates), moved to fit inside the parent."""
        self.adjustSize()
        frame = self._around.rect()
        left = max(4, min(place.x(), frame.width() - self.width() - 4))
        top = max(4, min(place.y(), frame.height() - self.height() - 4))
        self.move(left, top)
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter gives the name, Escape drops the question."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.deleteLater()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._give()
        else:
            event.accept()

    def event(self, event: QEvent) -> bool:
        """Keep Escape and Enter from shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def _give(self) -> None:
        name = self.line.text().strip()
        if name:
            self.hide()
            self.named.emit(name)
            self.deleteLater()
