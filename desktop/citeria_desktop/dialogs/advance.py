"""How far a long piece of work on the file is, with a button that stops it; it shows itself after a moment."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressDialog, QWidget

from citeria_db.archive.errors import StoppedError

_AFTER_MS = 300
_WHOLE = 1000


class Advance(QProgressDialog):
    """Call it with what is done and the whole; it raises `StoppedError` once somebody has stopped it.

    It is modal: while a step is written its `setValue` lets the window paint and take that one click, nothing else.
    """

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self.setLabel(label)
        self.setCancelButtonText(self.tr("Stop"))
        self.setRange(0, _WHOLE)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumDuration(_AFTER_MS)
        self.setAutoReset(False)

    def __call__(self, done: int, whole: int) -> None:
        """Show how far it is."""
        self.setValue(min(_WHOLE - 1, done * _WHOLE // max(1, whole)))
        if self.wasCanceled():
            raise StoppedError
