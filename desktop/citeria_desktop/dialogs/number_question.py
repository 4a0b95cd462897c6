"""The question a number such as “12,345” raises: which of its two readings is meant. Until then nothing is stored."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from citeria_core.errors import AmbiguousNumberError
from citeria_desktop.models.cell_look import full_number


class NumberQuestion(QFrame):
    """A small panel over its parent with a button for each reading; Escape leaves the text as it was typed."""

    answered = Signal(str)  # the locale whose reading was chosen
    dropped = Signal()

    def __init__(self, error: AmbiguousNumberError, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self.setProperty("card", "accent")
        self.setAccessibleName(self.tr("Which number is meant?"))
        given = error.params
        label = QLabel(self.tr("How is “{0}” meant?").format(given["text"]))
        label.setProperty("role", "strong")
        hint = QLabel(self.tr("Nothing is stored until you choose. Esc goes back to the text."))
        hint.setProperty("role", "small")
        self.buttons = tuple(
            self._button(str(given[reading]), str(given[f"{reading}_locale"])) for reading in ("first", "second")
        )
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
        layout.addWidget(hint)

    def _button(self, reading: str, locale: str) -> QPushButton:
        button = QPushButton(full_number(float(reading)))
        button.setAccessibleName(self.tr("It means {0}").format(reading))
        button.clicked.connect(lambda: self._answer(locale))
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape drops the question; Enter presses the focused button; arrows move between the two."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.dropped.emit()
            self.deleteLater()
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

    def _answer(self, locale: str) -> None:
        self.hide()
        self.answered.emit(locale)
        self.deleteLater()
