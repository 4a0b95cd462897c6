"""Work in the background: the newest request wins, every end is told, and the board holds a job while it runs only."""

import gc
import threading
import weakref
from collections.abc import Callable, Iterator

from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from citeria_core.errors import UnreadableNumberError
from citeria_desktop.jobs import PATIENCE_MS, JobBoard, LatestJob, fault_words
from citeria_desktop.panels.clusters.progress import Progress
from citeria_desktop.watched_job import WatchedJob


def _unknown(*_: object) -> Iterator[object]:
    raise ZeroDivisionError


def test_a_known_error_in_the_background_comes_back_as_words(qtbot: QtBot) -> None:
    job = LatestJob()

    def fail() -> object:
        raise UnreadableNumberError(text="x")

    with qtbot.waitSignal(job.failed) as told:
        job.start(fail)
    assert told.args is not None
    assert "cannot be read" in told.args[0]
    assert not job.busy


def test_a_long_job_tells_how_far_it_is_and_cancelling_stops_it(qtbot: QtBot) -> None:
    job = LatestJob()
    told: list[tuple[int, int]] = []
    job.progressed.connect(lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(job.finished) as found:
        job.start_long(lambda tell: [tell(done, 3) for done in range(1, 4)])
    assert found.args == [[True, True, True]]
    assert told == [(1, 3), (2, 3), (3, 3)]
    begun, stopped = threading.Event(), threading.Event()

    def endless(tell: Callable[[int, int], bool | None]) -> None:
        begun.set()
        while tell(0, 1) is not False:
            pass
        stopped.set()

    job.start_long(endless)
    assert begun.wait(10)  # one that is cancelled before it begins never does
    job.cancel()
    assert stopped.wait(10)


def test_a_cancelled_job_tells_nothing(qtbot: QtBot) -> None:
    job = LatestJob()
    with qtbot.assertNotEmitted(job.finished, wait=50):
        job.start(lambda: 1)
        job.cancel()
        QThreadPool.globalInstance().waitForDone()


def test_the_board_tells_how_far_the_newest_job_is_until_it_ends(qtbot: QtBot) -> None:
    board, first, second = JobBoard(), LatestJob(), LatestJob()
    go_on = threading.Event()
    for job in (first, second):
        board.watch(job)

    def half(tell: Callable[[int, int], bool | None]) -> None:
        tell(1, 2)
        go_on.wait(10)

    first.start_long(half)
    board.began("First", first)
    assert board.told == ("First", 0)
    qtbot.waitUntil(lambda: board.told == ("First", 50))
    second.start_long(half)
    board.began("Second", second)
    assert board.told == ("Second", 0)
    qtbot.waitUntil(lambda: board.told == ("Second", 50))
    board.stop()
    assert board.told == ("First", 50)
    go_on.set()
    qtbot.waitUntil(lambda: board.told is None)


def test_work_that_does_not_say_how_far_it_is_is_told_only_once_it_takes_long(qtbot: QtBot) -> None:
    board, job, told = JobBoard(), LatestJob(), list[object]()
    board.watch(job)
    board.changed.connect(lambda: told.append(board.told))
    with qtbot.waitSignal(job.finished):
        job.start(lambda: 1)
        board.awaited("Quick", job)
    qtbot.wait(PATIENCE_MS + 50)
    assert told == []
    go_on = threading.Event()
    job.start(lambda: go_on.wait(20))
    board.awaited("Slow", job)
    qtbot.waitUntil(lambda: told == [("Slow", None)])
    with qtbot.waitSignal(job.failed) as words:
        board.stop()
    assert (words.args, board.told, job.busy) == ([""], None, False)
    go_on.set()


def test_what_its_owner_drops_is_told_no_longer(qtbot: QtBot) -> None:
    board, job = JobBoard(), LatestJob()
    board.watch(job)
    job.start(lambda: 1)
    board.began("Rank intervals", job)
    assert board.told == ("Rank intervals", 0)
    with qtbot.waitSignal(board.changed):
        job.cancel()
    assert board.told is None


def test_the_board_keeps_no_job_that_has_ended(qtbot: QtBot) -> None:
    board = JobBoard()
    held: list[weakref.ref[LatestJob]] = []

    def write() -> None:
        job = LatestJob()
        held.append(weakref.ref(job))
        board.watch(job)
        job.start(lambda: 1)
        board.began("Writing", job)

    def gone() -> bool:
        gc.collect()
        return held[0]() is None

    write()
    assert not gone()
    qtbot.waitUntil(gone)
    assert board.told is None


# What an error's traceback holds stays alive for a while, so nothing that asks who is alive comes after these two.


def test_a_mistake_of_the_program_ends_the_waiting_and_is_not_hidden(qtbot: QtBot) -> None:
    job = LatestJob()
    with qtbot.captureExceptions() as raised:
        with qtbot.waitSignal(job.failed) as told:
            job.start(_unknown)
        assert QThreadPool.globalInstance().waitForDone(10_000)  # the end is told before the mistake goes on
    assert told.args == [fault_words()]
    assert not job.busy
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]


def test_work_told_piece_by_piece_ends_with_a_mistake_too_and_can_begin_again(qtbot: QtBot) -> None:
    def pieces() -> Iterator[object]:
        yield 1
        raise ZeroDivisionError

    job = WatchedJob()
    line = Progress(job, "Counting")
    qtbot.addWidget(line)
    line.begin()
    with qtbot.captureExceptions() as raised, qtbot.waitSignals([job.advanced, job.failed]):
        job.start(pieces)
    assert not job.busy
    assert line.label.text() == fault_words()
    assert line.again.isVisibleTo(line)
    assert not line.stop.isVisibleTo(line)
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]
