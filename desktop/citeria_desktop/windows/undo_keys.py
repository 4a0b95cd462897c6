"""Ctrl+Z reaches the project also from a line of text.

A focused line edit claims Ctrl+Z for itself even when it has nothing to undo. The filter follows the focus, and where
the text field has nothing of its own to take back (or bring back), it leaves the keys to the window.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid


class UndoKeys(QObject):
    """Watches whichever text field has the focus."""

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._application = application
        self._watched: QWidget | None = None
        application.focusChanged.connect(self._watch)

    def stop(self) -> None:
        """Stop following the focus."""
        self._application.focusChanged.disconnect(self._watch)

    def eventFilter(self, field: QObject, event: QEvent) -> bool:
        """Refuse, in the field's name, undo and redo that it cannot use."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
            if (undo and not _can(field, redo=False)) or (redo and not _can(field, redo=True)):
                event.ignore()
                return True
        return super().eventFilter(field, event)

    def _watch(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = now if isinstance(now, QLineEdit | QPlainTextEdit | QTextEdit) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)


def _can(field: QObject, *, redo: bool) -> bool:
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable() if redo else field.isUndoAvailable()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        document = field.document()
        return document.isRedoAvailable() if redo else document.isUndoAvailable()
    return False
