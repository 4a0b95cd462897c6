"""How far work in the background is, with the button that stops it and the one that begins it again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from citeria_desktop.watched_job import WatchedJob


class Progress(QWidget):
    """A line that is there only while a job is under way or was stopped; `wanted` asks for it to begin again."""

    wanted = Signal()

    def __init__(self, job: WatchedJob, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job, self._words = job, words
        self.label = QLabel(words)
        self.label.setProperty("role", "small")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setMinimumWidth(80)
        self.bar.setMaximumWidth(220)
        self.bar.setAccessibleName(words)
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setProperty("kind", "small")
        self.stop.clicked.connect(self._stop)
        self.again = QPushButton(self.tr("Compute"))
        self.again.setProperty("kind", "small")
        self.again.clicked.connect(self.wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 4, 16, 4)
        line.setSpacing(8)
        for widget in (self.label, self.bar, self.stop, self.again):
            line.addWidget(widget)
        line.addStretch(1)
        job.finished.connect(self.hide)
        job.failed.connect(self._fail)
        self.hide()

    def begin(self) -> None:
        """Show that work is under way."""
        self.label.setText(self._words)
        self._turn(running=True)
        self.bar.setRange(0, 0)
        self.show()

    def show_progress(self, done: int, total: int) -> None:
        """How much of it is done."""
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)

    def _fail(self, words: str) -> None:
        self.label.setText(words)
        self._turn(running=False)

    def _stop(self) -> None:
        self._job.cancel()
        self.label.setText(self.tr("Stopped; what is shown rests on the steps done."))
        self._turn(running=False)

    def _turn(self, *, running: bool) -> None:
        self.bar.setVisible(running)
        self.stop.setVisible(running)
        self.again.setVisible(not running)
