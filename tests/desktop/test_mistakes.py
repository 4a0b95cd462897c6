"""A mistake of the program leaves a trace that can be sent, and the window says where."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from citeria_desktop import mistakes
from citeria_desktop.jobs import LatestJob
from citeria_desktop.windows.main_window import MainWindow


def _fail() -> None:
    raise ZeroDivisionError


@pytest.mark.parametrize(
    "begin", [lambda: QTimer.singleShot(0, _fail), lambda: LatestJob().start(_fail)], ids=["a slot", "a job"]
)
def test_what_nothing_catches_is_written_to_a_file_that_the_window_names(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, begin: Callable[[], None]
) -> None:
    file = tmp_path / "log" / "mistakes.txt"
    assert window.workspace is not None
    banner = window.workspace.banner
    with qtbot.captureExceptions() as raised:
        before = sys.excepthook
        with mistakes.written(file, window.tell_mistake):
            begin()
            qtbot.waitUntil(banner.isVisible)
        assert sys.excepthook is before
    assert str(file) in banner.words.text()
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]
    held = file.read_text(encoding="utf-8")
    assert held.count(" UTC\n") == 1
    assert "in _fail" in held


def test_the_same_mistake_is_told_once_and_the_file_is_begun_anew_before_it_grows_large(
    qtbot: QtBot, tmp_path: Path
) -> None:
    file, told = tmp_path / "mistakes.txt", list[Path]()
    file.write_text("x" * 1_000_001, encoding="utf-8")
    with qtbot.captureExceptions(), mistakes.written(file, told.append):
        for _ in range(3):  # as a view that cannot be painted does
            sys.excepthook(ZeroDivisionError, ZeroDivisionError("again"), None)
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
        qtbot.waitUntil(lambda: bool(told))
    assert told == [file]
    assert file.read_text(encoding="utf-8").endswith("UTC\nZeroDivisionError: again\n\n")
    assert file.stat().st_size < 1000
