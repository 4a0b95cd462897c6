"""A small panel over its parent with a button for each answer; nothing happens until one is pressed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


class SmallQuestion(QFrame):
    """`answers` are the text of a button, what a screen reader says of it, and what `answered` then tells."""

    answered = Signal(str)
    dropped = Signal()

    def __init__(
        self, name: str, words: str, hint: str, answers: Sequence[tuple[str, str, str]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._around = parent
        self.setProperty("card", "accent")
        self.setAccessibleName(name)
        label, below = QLabel(words), QLabel(hint)
        label.setProperty("role", "strong")
        below.setProperty("role", "small")
        self.buttons = tuple(self._button(*answer) for answer in answers)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(label)
        layout.addLayout(row)
        layout.addWidget(below)

    def _button(self, text: str, spoken: str, answer: str) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(spoken)
        button.clicked.connect(lambda: self._answer(answer))
        return button

    def show_below(self, place: QPoint) -> None:
        """Open at `place` (in the parent's coordinates), moved to fit inside the parent."""
        self.adjustSize()
        frame = self._around.rect()
        left = max(4, min(place.x(), frame.width() - self.width() - 4))
        top = place.y() if place.y() + self.height() < frame.height() else max(4, place.y() - self.height() - 36)
        self.move(left, top)
        self.show()
        self.raise_()
        self.buttons[0].setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def drop(self) -> None:
        """Take the question back without an answer, unless there is one."""
        if self.isHidden():
            return
        self.hide()
        self.dropped.emit()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape drops the question; Enter presses the focused button; arrows move between them."""
        if event.key() == Qt.Key.Key_Escape:
            self.drop()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = next((button for button in self.buttons if button.hasFocus()), self.buttons[0])
            focused.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        else:
            event.accept()  # letters must not fall through to the grid and begin another edit

    def event(self, event: QEvent) -> bool:
        """Keep Escape and Enter from shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def _answer(self, answer: str) -> None:
        self.hide()
        self.answered.emit(answer)
        self.deleteLater()
