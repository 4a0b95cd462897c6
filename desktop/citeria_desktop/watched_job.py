"""Work away from the window's thread that takes a while: told piece by piece, the newest request wins, can be stopped.

The work is an iterator of values, each saying more than the one before; it stops between two of them.
"""

import time
from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from citeria_core.errors import KnownError
from citeria_desktop.jobs import fault_words
from citeria_desktop.language.phrases import error_words

_PACE: Final = 0.1  # seconds between two pieces that are shown


class _Watched(QRunnable):
    """One request; it keeps its job alive until it has told it the end."""

    def __init__(self, pieces: Callable[[], Iterator[object]], job: "WatchedJob", generation: int) -> None:
        super().__init__()
        self._pieces, self._job, self._generation = pieces, job, generation

    def run(self) -> None:
        """Go on until the end or until something newer is wanted."""
        last, told = None, 0.0
        problem: str | None = fault_words()
        try:
            for piece in self._pieces() if self._generation == self._job.generation else ():
                last = piece
                if self._generation != self._job.generation:
                    break
                if time.monotonic() - told >= _PACE:
                    told = time.monotonic()
                    self._job.came.emit(self._generation, piece, None, False)
            problem = None
        except KnownError as error:
            problem = error_words(error)
        finally:  # a mistake goes on to the log, but nobody waits for its end for ever
            if self._generation == self._job.generation:
                self._job.came.emit(self._generation, last, problem, True)


class WatchedJob(QObject):
    """Runs work in the application's thread pool. It has no parent on purpose: the work in flight keeps it alive."""

    advanced = Signal(object)  # a piece on the way, or the last one
    finished = Signal()
    failed = Signal(str)  # the words of a known error, or of a fault
    came = Signal(
        int, object, object, bool
    )  # generation, piece, problem, whether it is the end; from the pool's thread

    def __init__(self) -> None:
        super().__init__()
        self.generation = 0
        self.busy = False
        self.came.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self, pieces: Callable[[], Iterator[object]]) -> None:
        """Begin; what was under way is dropped."""
        self.generation += 1
        self.busy = True
        QThreadPool.globalInstance().start(_Watched(pieces, self, self.generation))

    def cancel(self) -> None:
        """Stop after the piece under way; what was told before stays told."""
        self.generation += 1
        self.busy = False

    @Slot(int, object, object, bool)
    def _deliver(self, generation: int, piece: object, problem: object, end: bool) -> None:
        if generation != self.generation:
            return
        if piece is not None:
            self.advanced.emit(piece)
        if not end:
            return
        self.busy = False
        if problem is not None:
            self.failed.emit(str(problem))
        else:
            self.finished.emit()
