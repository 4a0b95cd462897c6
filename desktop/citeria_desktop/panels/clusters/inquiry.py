"""What is asked about clusters and what was found of it, away from the window's thread; the newest question wins."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from citeria_core.study import Question
from citeria_desktop.jobs import PATIENCE_MS, LatestJob

if TYPE_CHECKING:
    from citeria_core.study import Study
    from citeria_desktop.bridge import SessionBridge


class Inquiry(QObject):
    """`found` brings a study, or None where nothing can be found.

    `slow` tells that finding takes long, `stopped` that somebody has stopped it: the study stays, and so its question.
    """

    found = Signal(object)
    slow = Signal()
    stopped = Signal()

    def __init__(self, bridge: "SessionBridge", question: Question, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._name = name
        self.question = question
        self.study: Study | None = None
        self.stale = True  # something changed since the last request
        self._patience = QTimer(self)  # what is found sooner is not announced
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self.slow)
        self.job = LatestJob()
        self.job.finished.connect(self._take)
        self.job.failed.connect(self._fail)
        bridge.jobs.watch(self.job)

    @property
    def busy(self) -> bool:
        """Whether an answer is waited for, or will be asked for."""
        return self.stale or self.job.busy

    def seek(self) -> None:
        """Find what is asked; whatever is under way is dropped."""
        self.stale = False
        work = self._bridge.session.study(self.question, self._bridge.study or self.study)
        if work is None:
            self.job.cancel()
            self._take(None)
            return
        self._patience.start()
        self.job.start(work)
        self._bridge.jobs.awaited(self._name, self.job)

    def drop(self) -> None:
        """Drop what is under way, and what was about to be asked."""
        self.stale = False
        self._patience.stop()
        self.job.cancel()

    @Slot(object)
    def _take(self, study: "Study | None") -> None:
        self._patience.stop()
        self.study = study
        if study is not None:
            self._bridge.share_study(study)
        self.found.emit(study)

    @Slot(str)
    def _fail(self, words: str) -> None:
        self._patience.stop()
        if words:
            self._bridge.failed.emit(words)
            self._take(None)
            return
        if self.study is not None:
            self.question = self.study.question
        self.stopped.emit()
