"""A note that is never lost: it is stored when the focus leaves, on Ctrl+Enter, and before another cell is shown."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_MOST_LINES: Final = 10  # seen at once


class NoteField(QPlainTextEdit):
    """A few lines of text that grow with what is written; `store` says whether the file has taken them."""

    def __init__(self, store: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._stored = ""
        self.setTabChangesFocus(True)
        self.setPlaceholderText(self.tr("Why this value, what to check, what was decided…"))
        self.setAccessibleName(self.tr("Note"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # Qt shows it where a line just fits
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self._grow)
        self._grow()

    def show_note(self, text: str) -> None:
        """Show a stored note, unless somebody has begun to change the one that stands here."""
        untouched, self._stored = not self.changed, text
        if untouched and self.toPlainText() != text:
            self.setPlainText(text)

    @property
    def changed(self) -> bool:
        """Whether the text differs from the stored note."""
        return self.toPlainText().strip() != self._stored.strip()

    def flush(self) -> None:
        """Store what was changed; what cannot be stored stays a change."""
        if self.changed:
            before, self._stored = self._stored, self.toPlainText().strip()  # once, whoever flushes meanwhile
            if not self._store(self._stored):
                self._stored = before

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving stores."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter stores and stays."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.flush()
            event.ignore()  # the inspector goes on to the next row
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self._grow()

    def sizeHint(self) -> QSize:
        """As high as its text, from two lines to ten."""
        return QSize(super().sizeHint().width(), self._height())

    def _height(self) -> int:
        lines = max(2, min(_MOST_LINES, self._lines))
        return lines * self.fontMetrics().lineSpacing() + 18

    @property
    def _lines(self) -> int:
        return int(self.document().size().height())

    def _grow(self) -> None:
        """Take the height of the text. A bar that came as needed broke lines elsewhere, went, and came again."""
        policies = Qt.ScrollBarPolicy
        long = self._lines > _MOST_LINES
        self.setVerticalScrollBarPolicy(policies.ScrollBarAlwaysOn if long else policies.ScrollBarAlwaysOff)
        self.setFixedHeight(self._height())
