"""Verdicts in the dossier: kept by a dialog that says what is wrong, answered, entered as another value, undone."""

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from citeria_core.verdict import Ruling
from citeria_db import operations
from citeria_desktop.dialogs.verdict import AnswerDialog, GiveVerdictDialog
from citeria_desktop.panels.verdict_card import VerdictCard
from citeria_desktop.views.dossier import DossierView
from citeria_desktop.windows.main_window import MainWindow
from citeria_desktop.windows.workspace import Workspace

CELL = ("wuhan", "sub-smart-2020-score")
_Dialog = TypeVar("_Dialog", bound=QDialog)


@pytest.fixture
def work(window: MainWindow) -> Workspace:
    made = window.workspace
    assert made is not None
    made.bridge.select(*CELL)
    return made


def _dialog(window: MainWindow, kind: type[_Dialog]) -> _Dialog:
    (found,) = (one for one in window.findChildren(kind) if one.isVisible())
    return found


def _view(work: Workspace) -> DossierView:
    view = work.views["dossier"]
    assert isinstance(view, DossierView)
    view.values.settle()
    return view


def _words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def _press(widget: QWidget, name: str) -> None:
    visible = (one for one in widget.findChildren(QPushButton) if one.isVisible())
    (button,) = (one for one in visible if name in (one.accessibleName(), one.text()))
    button.click()


def _asked(window: MainWindow, work: Workspace, ruling: Ruling, proposed: str = "") -> None:
    window.actions_by_id["give_verdict"].trigger()
    dialog = _dialog(window, GiveVerdictDialog)
    dialog.reviewer.setText("Bo")
    dialog.ruling.setCurrentIndex(dialog.ruling.findData(ruling.value))
    dialog.proposed.setText(proposed)
    dialog.comment.setPlainText("Which table?")
    dialog.accept()
    _view(work)


def test_a_verdict_is_kept_from_anywhere_and_what_is_wrong_is_said_in_the_dialog(
    qtbot: QtBot, window: MainWindow, work: Workspace
) -> None:
    window.actions_by_id["give_verdict"].trigger()
    assert work.view == "dossier"
    assert "No reviewer has judged this value yet." in _words(_view(work))
    dialog = _dialog(window, GiveVerdictDialog)
    assert dialog.value.currentText() == "48.44 (in use)"
    assert not dialog.proposed.isEnabled()
    dialog.ruling.setCurrentIndex(dialog.ruling.findData("reject"))
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog.comment, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    assert dialog.why.text().splitlines() == [
        "A verdict needs its reviewer. Say who gave it.",
        "A query or a rejection needs words: what is asked, or why. Write a comment.",
    ]
    dialog.reviewer.setText("Bo")
    dialog.comment.setPlainText("The printed table says 44.48.")
    dialog.accept()
    (card,) = _view(work).findChildren(VerdictCard)
    assert _words(card)[0] == "Bo rejects this value"
    assert "Waits for an answer" in _words(card)
    work.undo()
    assert _view(work).values.cell_page is not None
    assert work.bridge.session.project.verdicts.all() == ()
    assert "No reviewer has judged this value yet." in _words(_view(work))


def test_a_query_is_answered_and_withdrawn(window: MainWindow, work: Workspace) -> None:
    _asked(window, work, Ruling.QUERY)
    _press(_view(work), "Answer the verdict of Bo")
    dialog = _dialog(window, AnswerDialog)
    dialog.answer.setPlainText("Table 2")
    dialog.accept()
    (card,) = (one for one in _view(work).findChildren(VerdictCard) if one.isVisible())
    told = _words(card)
    assert told[-1].endswith("answered: Table 2")
    assert "Waits for an answer" not in told
    _press(_view(work), "Withdraw the verdict of Bo")
    assert work.bridge.session.project.verdicts.all() == ()


def test_a_proposed_value_is_entered_as_another_value_like_any_other(window: MainWindow, work: Workspace) -> None:
    _asked(window, work, Ruling.PROPOSE, "61.5")
    before = work.bridge.session.project.observations.cell(*CELL)
    _press(_view(work), "Enter 61.5 as another value")
    page = _view(work).values.cell_page
    assert page is not None
    assert page.adding is not None
    assert page.adding.value.text() == "61.5"
    assert work.bridge.session.project.observations.cell(*CELL) == before


def test_a_value_changed_since_is_told_and_the_inspector_shows_the_verdict_too(
    qtbot: QtBot, window: MainWindow, work: Workspace
) -> None:
    _asked(window, work, Ruling.QUERY)
    (held,) = work.bridge.session.project.observations.cell(*CELL)
    work.bridge.run(operations.set_value, *CELL, held.period, "49")
    told = _words(_view(work))
    assert "The value was changed since. What was judged: 48.44 score reported" in told
    work.show_view("data")
    qtbot.waitUntil(work.inspector.isVisible)
    work.inspector.settle()
    assert [one for one in work.inspector.findChildren(VerdictCard) if one.isVisible()]


def test_keeping_a_verdict_recomputes_nothing(window: MainWindow, work: Workspace) -> None:
    before = work.bridge.session.result
    _asked(window, work, Ruling.QUERY)
    assert work.bridge.session.result is before
