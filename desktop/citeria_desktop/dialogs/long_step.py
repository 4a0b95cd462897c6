"""How far a long step is, with a way to stop it: shown over the window once it takes longer than people wait for."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from citeria_db.errors import StoppedError
from citeria_desktop.jobs import PATIENCE_MS

WHOLE: Final = 1000  # of what is told by shares


class LongStep(QDialog):
    """Told by the work itself through `advance`; nothing else of the window can be used meanwhile."""

    def __init__(self, words: str, size: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(words)
        self._stopped = False
        self._clock = QElapsedTimer()
        self._clock.start()
        title = QLabel(words)
        title.setTextFormat(Qt.TextFormat.PlainText)  # it may name a file
        title.setProperty("role", "title")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setRange(0, max(1, size))
        self.bar.setAccessibleName(words)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setProperty("kind", "ghost")
        self.cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(self.bar)
        layout.addLayout(foot)
        self.setMinimumWidth(360)

    def advance(self, done: int, whole: int | None = None) -> None:
        """Show how far it is, of `whole` where only the work knows that; raises `StoppedError` once asked to stop."""
        if self._clock.elapsed() < PATIENCE_MS:
            return
        if not self.isVisible():
            self.show()
        if whole is not None:
            self.bar.setRange(0, max(1, whole))
        self.bar.setValue(done)
        QApplication.processEvents()
        if self._stopped:
            raise StoppedError

    def advance_to(self, share: float) -> None:
        """Show the share that is done, from 0 to 1, of a step whose size is `WHOLE`; raises `StoppedError` likewise."""
        self.advance(round(share * WHOLE))

    def reject(self) -> None:
        """Stop: everything stays as it was."""
        self._stopped = True


@contextmanager
def waiting(words: str, parent: QWidget | None) -> Iterator[Callable[[float], None]]:
    """What is told the shares of the work done in the `with`; it shows itself over `parent` only if that takes long."""
    shown = LongStep(words, WHOLE, parent)
    try:
        yield shown.advance_to
    finally:
        shown.hide()
        shown.deleteLater()
