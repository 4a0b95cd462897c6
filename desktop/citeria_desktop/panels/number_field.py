"""One number, typed where it is shown: Enter or leaving commits, Escape restores, arrow keys step."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from citeria_desktop.theme import font


class NumberField(QLineEdit):
    """What fields of weights and of shares have in common; each says what it holds and what its keys do with that."""

    def __init__(self, size: float, padding: int, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(font(size, QFont.Weight.DemiBold))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setStyleSheet(f"padding: 0 {padding}px;")
        self.setFixedHeight(height)

    @property
    def held_text(self) -> str:
        """The number that holds, as it is shown."""
        raise NotImplementedError

    @property
    def dirty(self) -> bool:
        """Whether something else stands here than the number that holds."""
        return self.text() != self.held_text

    def commit(self) -> None:
        """Hand over what was typed."""
        raise NotImplementedError

    def restore(self) -> None:
        """Back to the number that holds."""
        self.setText(self.held_text)

    def step(self, direction: int, *, large: bool) -> None:
        """One step up (1) or down (−1), a `large` one with Shift."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window while nothing is being typed: a focused line edit would swallow them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._leaves(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter commits, Escape restores, Up and Down step by one, with Shift by five."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
            self.selectAll()
        elif event.key() == Qt.Key.Key_Escape and self.takes_escape:
            self.restore()
            self.selectAll()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            large = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.step(1 if event.key() == Qt.Key.Key_Up else -1, large=large)
        else:
            super().keyPressEvent(event)

    @property
    def takes_escape(self) -> bool:
        """Whether Escape is for this field; else it goes on to whatever lies behind it."""
        return self.dirty

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing replaces: everything is selected on arrival by key."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving commits; it never drops what was typed."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def _leaves(self, event: QKeyEvent) -> bool:
        keys = QKeySequence.StandardKey
        return not self.dirty and (event.matches(keys.Undo) or event.matches(keys.Redo))
