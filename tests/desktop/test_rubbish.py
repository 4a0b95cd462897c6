"""Rubbish is collected by the window's thread, in quiet moments."""

import gc
import weakref

from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from citeria_desktop import rubbish


class Ring:
    """An object that only the collector frees."""

    def __init__(self) -> None:
        self.ring = self


def _made(pool: QThreadPool) -> None:
    """Much work in another thread, which would set off any collection, and leaves rubbish."""

    def work() -> None:
        held: list[object] = [Ring() for _ in range(1_000)]
        held += [[] for _ in range(100_000)]

    pool.start(work)
    assert pool.waitForDone(20_000)


def test_work_in_the_background_frees_no_objects_of_the_window_and_quiet_does(qtbot: QtBot) -> None:
    pool, ring = QThreadPool(), Ring()
    seen = weakref.ref(ring)
    with rubbish.collected_in_quiet():
        del ring
        _made(pool)
        assert seen() is not None
        qtbot.waitUntil(lambda: seen() is None, timeout=10_000)
    assert gc.isenabled()


def test_all_objects_are_looked_through_after_work_and_never_in_the_midst_of_it() -> None:
    looked: list[int] = []
    held: list[list[list[object]]] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            looked.append(info["generation"])

    collector = rubbish._Collector()
    gc.callbacks.append(note)
    gc.disable()
    try:
        for _ in range(25):
            held.append([[] for _ in range(5_000)])
            collector.collect()
        assert looked == [1] * 25
        collector.collect()
        assert looked == [*[1] * 25, 2]
        collector.collect()
        assert len(looked) == 26
    finally:
        gc.enable()
        gc.callbacks.remove(note)
