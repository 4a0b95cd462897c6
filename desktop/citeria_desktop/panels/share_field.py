"""One share of a hundred, typed where its lane is: committed on Enter or on leaving, by arrow keys step by step."""

from decimal import Decimal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from citeria_core.errors import KnownError
from citeria_desktop.language.phrases import error_words
from citeria_desktop.models.typed_weight import read_share, shown_share
from citeria_desktop.theme import font

HEIGHT = 22


class ShareField(QLineEdit):
    """Shows a share; `typed` carries one that was typed, `stepped` an arrow key, `refused` why a text is no share."""

    typed = Signal(object)  # Decimal
    stepped = Signal(object)  # Decimal: by how much
    restored = Signal()  # Escape
    kept = Signal()  # Enter, or the focus went elsewhere
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = Decimal(0)
        self._measured = ("", 0)  # what was measured last, and how wide it wants to be
        self.setFont(font(12, QFont.Weight.DemiBold))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setStyleSheet("padding: 0 5px;")
        self.setFixedHeight(HEIGHT)

    @property
    def dirty(self) -> bool:
        """Whether something else stands here than the share that is shown."""
        return self.text() != shown_share(self._share)

    @property
    def wanted_width(self) -> int:
        """As wide as its digits."""
        text = shown_share(self._share)
        if text != self._measured[0]:
            self._measured = text, QFontMetrics(self.font()).horizontalAdvance(text) + 16
        return self._measured[1]

    def show_share(self, share: Decimal) -> None:
        """The share is now `share`; what is being typed stays."""
        dirty = self.dirty
        self._share = share
        if not dirty or not self.hasFocus():
            self.setText(shown_share(share))

    def commit(self) -> None:
        """Hand over what was typed, then say that it may be kept."""
        if self.dirty:
            try:
                share = read_share(self.text())
            except KnownError as error:
                self.refused.emit(error_words(error))
                return
            self.setText(shown_share(self._share))
            self.typed.emit(share)
        self.kept.emit()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window while nothing is being typed: a focused line edit would swallow them."""
        keys = QKeySequence.StandardKey
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and not self.dirty
            and (event.matches(keys.Undo) or event.matches(keys.Redo))
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter commits, Escape restores, Up and Down step by one, with Shift by five."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
            self.selectAll()
        elif event.key() == Qt.Key.Key_Escape:
            self.setText(shown_share(self._share))
            self.restored.emit()
            self.selectAll()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = Decimal(5 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            self.setText(shown_share(self._share))
            self.stepped.emit(step if event.key() == Qt.Key.Key_Up else -step)
            self.selectAll()
        else:
            super().keyPressEvent(event)

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
