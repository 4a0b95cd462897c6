"""Work away from the window's thread: pure functions of values, the newest request wins, stale results are dropped.

A job never touches the project file or a widget; what it needs is handed to it, what it found comes back as a signal.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from citeria_core.errors import KnownError
from citeria_desktop.language.phrases import error_words

Progress = Callable[[int, int], bool | None]


class _Work(QRunnable):
    """One request. It keeps its `LatestJob` alive until it has told it, whatever became of the view."""

    def __init__(self, work: Callable[[], object], job: "LatestJob", generation: int) -> None:
        super().__init__()
        self._work = work
        self._job = job
        self._generation = generation

    def run(self) -> None:
        """Compute, then report; a request overtaken before it began computes nothing."""
        if self._generation != self._job.generation:
            self._job.arrived.emit(self._generation, None, None)
            return
        try:
            found, problem = self._work(), None
        except KnownError as error:
            found, problem = None, error_words(error)
        self._job.arrived.emit(self._generation, found, problem)


class LatestJob(QObject):
    """Runs work in the application's thread pool and delivers the result of the newest request only.

    It has no parent on purpose: the work in flight keeps it alive, so that no signal leaves a destroyed object.
    """

    finished = Signal(object)
    failed = Signal(str)  # the words of a known error
    progressed = Signal(int, int)  # parts done, and their number; of the newest request
    arrived = Signal(int, object, object)  # generation, result, problem; from the pool's thread

    def __init__(self) -> None:
        super().__init__()
        self.generation = 0
        self.busy = False
        self.arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self, work: Callable[[], object]) -> None:
        """Compute `work` in the background; results of earlier requests will be dropped."""
        self.generation += 1
        self.busy = True
        QThreadPool.globalInstance().start(_Work(work, self, self.generation))

    def start_long(self, work: Callable[[Progress], object]) -> None:
        """Compute `work`, which is given a function to tell how far it is; a newer request or `cancel` stops it."""
        generation = self.generation + 1

        def tell(done: int, total: int) -> bool:
            if generation == self.generation:
                self.progressed.emit(done, total)
            return generation == self.generation

        self.start(lambda: work(tell))

    def cancel(self) -> None:
        """Drop whatever is under way."""
        self.generation += 1
        self.busy = False

    @Slot(int, object, object)
    def _deliver(self, generation: int, found: object, problem: object) -> None:
        if generation != self.generation:
            return
        self.busy = False
        if problem is not None:
            self.failed.emit(str(problem))
        else:
            self.finished.emit(found)


class JobBoard(QObject):
    """The long jobs under way, for the status line: the newest is told with how far it is, and can be stopped."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: dict[LatestJob, tuple[str, int]] = {}

    def watch(self, name: str, job: LatestJob) -> None:
        """Tell of `job` whenever it is under way; `name` is what it computes, in words."""
        job.progressed.connect(lambda done, total: self._note(job, name, round(100 * done / max(1, total))))
        job.finished.connect(lambda _: self._forget(job))
        job.failed.connect(lambda _: self._forget(job))

    def began(self, name: str, job: LatestJob) -> None:
        """Tell of a job that has just begun, before it says how far it is."""
        self._note(job, name, 0)

    @property
    def told(self) -> tuple[str, int] | None:
        """What is computed and how many per cent of it are done; None where nothing is."""
        return next(reversed(self._running.values()), None)

    def stop(self) -> None:
        """Stop what `told` tells of."""
        job = next(reversed(self._running), None)
        if job is not None:
            job.cancel()
            self._forget(job)
            job.failed.emit("")  # whoever waits for it waits no longer; there is nothing to say

    def close(self) -> None:
        """Stop them all: whoever would hear of them goes."""
        for job in self._running:
            job.cancel()
        self._running.clear()

    def _note(self, job: LatestJob, name: str, share: int) -> None:
        if job.busy:
            self._running[job] = name, share
            self.changed.emit()

    def _forget(self, job: LatestJob) -> None:
        if self._running.pop(job, None) is not None:
            self.changed.emit()
