"""Work away from the window's thread: pure functions of values, the newest request wins, stale results are dropped.

A job never touches the project file or a widget; what it needs is handed to it, what it found comes back as a signal.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThreadPool, QTimer, Signal, Slot

from citeria_core.errors import KnownError
from citeria_desktop.language.phrases import error_words

PATIENCE_MS: Final = 300  # work that takes longer is told
Progress = Callable[[int, int], bool | None]


def fault_words() -> str:
    """What is said where work ended by a mistake of the program, which itself goes to whoever reads the log."""
    return QCoreApplication.translate(
        "jobs", "This could not be computed: Citeria made a mistake. What is stored is as it was; please report it."
    )


class _Work(QRunnable):
    """One request. It keeps its `LatestJob` alive until it has told it, whatever became of the view."""

    def __init__(self, work: Callable[[], object], job: "LatestJob", generation: int) -> None:
        super().__init__()
        self._held = [(work, job, generation)]

    def run(self) -> None:
        """Compute, then report, whatever happened; a request overtaken before it began computes nothing."""
        # Python's side of a runnable that ends before it was handed over whole is never freed; it keeps nothing alive.
        work, job, generation = self._held.pop()
        found: object = None
        problem: str | None = fault_words()
        try:
            found = work() if generation == job.generation else None
            problem = None
        except KnownError as error:
            problem = error_words(error)
        finally:  # a mistake goes on to the log, but nobody waits for its result for ever
            job.arrived.emit(generation, found, problem)


class LatestJob(QObject):
    """Runs work in the application's thread pool and delivers the result of the newest request only.

    It has no parent on purpose: the work in flight keeps it alive, so that no signal leaves a destroyed object.
    """

    finished = Signal(object)
    failed = Signal(str)  # the words of a known error, or of a fault
    progressed = Signal(int, int)  # parts done, and their number; of the newest request
    dropped = Signal()  # what was under way is not wanted any more
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
        if self.busy:
            self.busy = False
            self.dropped.emit()

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
    """The long jobs under way, for the status line: the newest is told with how far it is, and can be stopped.

    It holds a job while it runs, no longer.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: dict[LatestJob, tuple[str, int | None]] = {}

    def watch(self, job: LatestJob) -> None:
        """Hear of `job`, once in its life; told is it whenever it `began`."""
        job.progressed.connect(self._advance)
        for end in (job.finished, job.failed, job.dropped):
            end.connect(self._end)

    def began(self, name: str, job: LatestJob) -> None:
        """Tell of a watched job that has just begun, before it says how far it is; `name` says what it computes."""
        self._running[job] = name, 0
        self.changed.emit()

    def awaited(self, name: str, job: LatestJob) -> None:
        """Tell of a watched job that has just begun and does not say how far it is, but only if it takes long."""
        generation = job.generation

        def tell() -> None:
            if job.busy and job.generation == generation:
                self._running[job] = name, None
                self.changed.emit()

        QTimer.singleShot(PATIENCE_MS, self, tell)

    @property
    def told(self) -> tuple[str, int | None] | None:
        """What is computed and how many per cent of it are done, where that is known; None where nothing is."""
        return next(reversed(self._running.values()), None)

    def stop(self) -> None:
        """Stop what `told` tells of."""
        job = next(reversed(self._running), None)
        if job is not None:
            job.cancel()
            job.failed.emit("")  # whoever waits for it waits no longer; there is nothing to say

    def close(self) -> None:
        """Stop them all: whoever would hear of them goes."""
        for job in tuple(self._running):
            job.cancel()
        self._running.clear()

    @Slot(int, int)
    def _advance(self, done: int, total: int) -> None:
        job = self.sender()
        if isinstance(job, LatestJob) and job in self._running:
            self._running[job] = self._running[job][0], round(100 * done / max(1, total))
            self.changed.emit()

    @Slot()
    def _end(self) -> None:
        job = self.sender()
        if isinstance(job, LatestJob) and self._running.pop(job, None) is not None:
            self.changed.emit()
