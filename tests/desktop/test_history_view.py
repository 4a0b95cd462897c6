"""The history in the window: who did what, when and why; filtered, compared, and taken back one step at a time."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from citeria_core.period import Period
from citeria_db import operations
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.theme import DARK, Theme
from citeria_desktop.views.history import HistoryView
from citeria_desktop.windows.main_window import MainWindow

SCORE, YEAR = "sub-smart-2020-score", Period.parse("2020")


@pytest.fixture
def view(qtbot: QtBot, bridge: SessionBridge, light: Theme) -> HistoryView:
    """Four steps: Wuhan for a reason, the weight of Research, Harbin, Wuhan again."""
    project = bridge.session.project
    with project.because("read again"):
        bridge.run(operations.set_value, "wuhan", SCORE, YEAR, "71.5", source="emlyon-2021")
    bridge.run(operations.set_weight, "ICI-CN-SUB", "research", 45)
    bridge.run(operations.set_value, "harbin", SCORE, YEAR, "48")
    bridge.run(operations.set_value, "wuhan", SCORE, YEAR, "72.5")
    made = HistoryView(bridge, light)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def _numbers(view: HistoryView) -> list[int]:
    return [step.number for step in view.model.steps]


def _changes(view: HistoryView) -> list[str]:
    model = view.details.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_the_models_keep_qts_rules_while_steps_are_taken(view: HistoryView, bridge: SessionBridge) -> None:
    QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QAbstractItemModelTester(view.details.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    bridge.undo()
    view.show_about(area="harbin")
    view.show_about()


def test_the_newest_step_is_shown_with_what_it_changed_and_why(qtbot: QtBot, view: HistoryView) -> None:
    assert _numbers(view) == [4, 3, 2, 1]
    assert "value: 71.5 → 72.5" in _changes(view)
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_End)
    assert view.details.why.text() == "read again"
    spoken = str(view.model.index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.startswith("Step 1, Set Smart-degree score")
    assert spoken.endswith("read again")


def test_a_rival_put_in_use_is_told_in_words_not_in_the_marks_of_the_file(
    qtbot: QtBot, view: HistoryView, bridge: SessionBridge
) -> None:
    bridge.run(operations.set_value, "wuhan", SCORE, YEAR, "73.5", source="ici-2020")
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Home)
    told = _changes(view)
    assert "in use: yes → no" in told
    assert "in use: new, yes" in told
    assert not [line for line in told if line.startswith("period")]


def test_it_is_filtered_by_cell_area_source_and_person(view: HistoryView, bridge: SessionBridge) -> None:
    bridge.select("wuhan", SCORE)
    view.cell.click()
    assert _numbers(view) == [4, 1]
    assert view.filters["area"].currentText() == "Wuhan"
    view.everything.click()
    assert _numbers(view) == [4, 3, 2, 1]
    view.filters["source"].picked.emit("emlyon-2021")
    assert 2 not in _numbers(view)
    view.filters["source"].picked.emit(None)
    view.filters["author"].picked.emit(bridge.session.project.author)
    assert _numbers(view) == [4, 3, 2, 1]
    view.show_about(area="harbin", indicator="ici-r1-papers")
    assert _numbers(view) == []
    assert view.empty.isVisible()
    kept = view.state()
    view.show_about()
    view.restore(kept)
    view.show_about(**kept["about"])  # type: ignore[arg-type]
    assert _numbers(view) == []


def test_a_step_in_the_middle_is_taken_back_for_a_reason(
    qtbot: QtBot, view: HistoryView, bridge: SessionBridge
) -> None:
    view.table.selectRow(2)  # the weight
    view.details.reason.setFocus()
    qtbot.keyClicks(view.details.reason, "agreed otherwise")
    qtbot.keyClick(view.details.reason, Qt.Key.Key_Return)
    newest = bridge.session.project.history.steps(1)[0]
    assert (newest.reason, newest.undoes) == ("agreed otherwise", view.model.steps[3].id)
    weights = {node.code: node.weight for node in bridge.session.project.indices.get("ICI-CN-SUB").nodes}
    assert weights["research"] == 30
    assert view.model.steps[3].undone
    assert not view.details.revert.isVisible()
    assert view.details.reason.text() == ""


def test_a_step_that_a_later_one_builds_on_is_refused_in_words(view: HistoryView, bridge: SessionBridge) -> None:
    heard: list[str] = []
    bridge.failed.connect(heard.append)
    view.table.selectRow(3)
    view.details.revert.click()
    assert "step 4" in heard[0]
    assert bridge.session.project.counts()["steps"] == 4


def test_two_times_are_compared(qtbot: QtBot, view: HistoryView) -> None:
    flags = QItemSelectionModel.SelectionFlag
    view.table.selectRow(3)
    view.table.selectionModel().select(view.model.index(1, 0), flags.Select | flags.Rows)
    assert view.details.title.text() == "From step 1 to step 3"
    assert "weight: 30 → 45" in _changes(view)
    assert not any("72.5" in line for line in _changes(view))
    view.table.selectRow(3)
    qtbot.mouseClick(view.details.since, Qt.MouseButton.LeftButton)
    assert "value: 71.5 → 72.5" in _changes(view)
    assert "weight: 30 → 45" in _changes(view)


def test_a_change_leads_to_its_cell(qtbot: QtBot, view: HistoryView, bridge: SessionBridge) -> None:
    view.details.list.setFocus()
    view.details.list.setCurrentIndex(view.details.model.index(0))
    with qtbot.waitSignal(view.go_wanted) as gone:
        view.details.list.activated.emit(view.details.model.index(0))
    assert gone.args == ["data", ""]
    assert (bridge.area, bridge.indicator) == ("wuhan", SCORE)


def test_it_leaves_as_csv_and_keeps_its_shape(view: HistoryView) -> None:
    lines = view.table_text().splitlines()
    assert lines[0] == "step,time,author,what,why,taken back"
    assert lines[4].endswith(",read again,")
    view.resize(700, 560)
    view.set_theme(DARK)
    assert view.details.isVisible()


def test_it_opens_in_the_window_by_its_keys(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    assert window.workspace is not None
    shown = window.workspace.views["history"]
    assert isinstance(shown, HistoryView)
    assert shown.empty.isVisible()
