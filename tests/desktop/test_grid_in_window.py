"""The grid inside the window: what its keys do to the focus and to the status line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from citeria_core.period import Period
from citeria_db import operations
from citeria_desktop.views.registry import VIEWS, ViewSpec
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


@pytest.mark.parametrize("spec", VIEWS, ids=lambda spec: spec.name)
def test_the_view_that_is_gone_to_by_key_takes_the_focus(qtbot: QtBot, window: MainWindow, spec: ViewSpec) -> None:
    work = _work(window)
    if spec.name == "data":
        qtbot.keyClick(_focus(), Qt.Key.Key_2, CONTROL)
    qtbot.keySequence(_focus(), QKeySequence(spec.keys))
    assert work.view == spec.name
    assert work.views[spec.name].isAncestorOf(_focus())


def test_after_a_citation_the_line_no_longer_tells_of_the_step_before(window: MainWindow) -> None:
    work = _work(window)
    work.bridge.run(operations.set_value, "wuhan", SCORE, Period.parse("2020"), "61.9")
    (held,) = work.bridge.session.project.observations.cell("wuhan", SCORE)
    work.bridge.run(operations.cite, held.id, "ici-2020")
    assert work.status.message.startswith("Cite ici-2020 for")


def test_a_step_that_moves_nobody_is_told_once(window: MainWindow) -> None:
    work = _work(window)
    work.bridge.run(operations.set_value, "wuhan", SCORE, Period.parse("2020"), "48.45")
    assert (work.status.message, work.status.state) == ("No rank changed", "Saved")
