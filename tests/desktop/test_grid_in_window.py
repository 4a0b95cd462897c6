"""The grid inside the window: what its keys do to the focus and to the status line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from citeria_core.period import Period
from citeria_db import operations
from citeria_desktop.views.registry import VIEWS
from citeria_desktop.windows.main_window import MainWindow
from citeria_desktop.windows.workspace import Workspace

SCORE = "sub-smart-2020-score"
CONTROL = Qt.KeyboardModifier.ControlModifier


def _work(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def _focus() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


NAMES = [view.name for view in VIEWS]


@pytest.mark.parametrize("name", [*NAMES[1:], NAMES[0]])
def test_the_view_that_is_gone_to_by_key_takes_the_focus(qtbot: QtBot, window: MainWindow, name: str) -> None:
    work = _work(window)
    if name == "data":
        qtbot.keyClick(_focus(), Qt.Key.Key_2, CONTROL)
    qtbot.keyClick(_focus(), Qt.Key(Qt.Key.Key_1.value + NAMES.index(name)), CONTROL)
    assert work.view == name
    assert work.views[name].isAncestorOf(_focus())


def test_a_step_that_moves_nobody_is_told_once(window: MainWindow) -> None:
    work = _work(window)
    work.bridge.run(operations.set_value, "wuhan", SCORE, Period.parse("2020"), "48.45")
    assert (work.status.message, work.status.state) == ("No rank changed", "Saved")
