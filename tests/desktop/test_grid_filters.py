"""Which rows and columns the grid shows, and as of when: filters, chips, columns, periods."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from grids import shown
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from citeria_core.model import Missing
from citeria_core.period import Period
from citeria_db import operations, periods
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs.columns import ColumnsDialog
from citeria_desktop.models.column_layout import ColumnLayout
from citeria_desktop.models.filtering import BadFilterError, Column, condition
from citeria_desktop.models.grid_model import GridModel
from citeria_desktop.theme import Theme
from citeria_desktop.views import grid_selection
from citeria_desktop.views.grid import GridView
from citeria_desktop.windows.main_window import MainWindow
from citeria_desktop.windows.workspace import Workspace

SCORE = "sub-smart-2020-score"
ORDER = "sub-aminer-2023-order"
IDC = "sub-idc-2019-rank"
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
Y2020 = Period.parse("2020")


@pytest.fixture
def view(qtbot: QtBot, bridge: SessionBridge, light: Theme) -> GridView:
    """The grid alone, on the screen, with the focus."""
    return shown(qtbot, bridge, light, 1100)


def _grid(window: MainWindow) -> GridView:
    assert window.workspace is not None
    return window.workspace.grid


def _work(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def _rows(view: GridView) -> list[str]:
    return [area.code for area in view.model.areas]


def _columns(view: GridView) -> list[str]:
    return [indicator.code for indicator in view.model.indicators]


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("> 5", [False, True, False, False]),
        (">= 5", [True, True, False, False]),
        ("≤5", [True, False, False, True]),
        ("= 5", [True, False, False, False]),
        ("≠ 5", [False, True, False, True]),
        ("!= 5", [False, True, False, True]),
        ("> 1 000", [False, True, False, False]),
        ("missing", [False, False, True, False]),
        ("is missing", [False, False, True, False]),
        ("not missing", [True, True, False, True]),
        ("8000", [False, True, False, False]),
        ("≠ 8 000", [True, False, False, True]),
        ("", None),
    ],
)
def test_a_filter_asks_of_a_column_what_its_words_say(text: str, passes: list[bool] | None) -> None:
    column = Column(np.array([5.0, 8000.0, np.nan, -2.5]), ["5", "8000", "", "-2.5"])
    asked = condition(text)
    assert (None if asked is None else asked(column).tolist()) == passes


def test_a_comparison_with_no_number_is_refused_in_words() -> None:
    with pytest.raises(BadFilterError, match="compares with no number"):
        condition("> some")


def test_the_filtered_model_keeps_qts_rules_through_edits_and_sorting(bridge: SessionBridge) -> None:
    model = GridModel(bridge)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.filter(SCORE, "> 45")
    model.sort(model.index_of("wuhan", SCORE).column(), Qt.SortOrder.DescendingOrder)
    bridge.run(operations.set_value, "wuhan", SCORE, Y2020, "1.5")
    assert model.index_of("wuhan", SCORE).isValid()  # the row that was edited does not slip away
    bridge.run(operations.set_value, "harbin", SCORE, Y2020, "50")
    assert not model.index_of("harbin").isValid()
    model.keep_layout(ColumnLayout(hidden=frozenset({IDC})))
    model.show_as_of(Period.parse("2019"))
    model.clear_filters()
    model.show_as_of(None)
    assert model.index_of("harbin", SCORE).data() == "50"


def test_filters_are_typed_under_the_headings_and_combine(qtbot: QtBot, view: GridView) -> None:
    view.go_to(view.model.index_of("wuhan", SCORE))
    view.toggle_filters()
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.accessibleName() == "Filter of Smart-degree score 2020 (49 Chinese cities)"
    qtbot.keyClicks(line, "> 45")
    assert _rows(view) == ["beijing", "shanghai", "wuhan", "shenzhen", "guangzhou"]
    qtbot.keyClicks(view.grid.name_filter.lines[""], "an")
    assert _rows(view) == ["shanghai", "wuhan", "guangzhou"]
    assert view.bar.size_told.text() == "3 of 11 × 5"
    assert line.isVisible()
    assert line.text() == "> 45"
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert len(_rows(view)) > 3
    assert QApplication.focusWidget() is view.table


def test_enter_in_a_filter_goes_to_the_rows_and_hiding_the_filters_shows_all(qtbot: QtBot, view: GridView) -> None:
    view.show_filters(True)
    line = view.grid.filters.lines[IDC]
    line.setFocus()
    qtbot.keyClicks(line, "missing")
    found = len(_rows(view))
    assert 0 < found < 11
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is view.table
    view.toggle_filters()
    view.toggle_filters()
    assert len(_rows(view)) == 11
    assert not line.isVisible()


def test_a_filter_that_nobody_passes_leaves_the_lines_to_change_it(qtbot: QtBot, view: GridView) -> None:
    view.show_filters(True)
    line = view.grid.filters.lines[SCORE]
    qtbot.keyClicks(line, "> 999")
    assert _rows(view) == []
    assert line.isVisible()
    line.clear()
    line.textEdited.emit("")
    assert len(_rows(view)) == 11


def test_a_chip_shows_only_the_rows_it_counts(qtbot: QtBot, view: GridView) -> None:
    qtbot.mouseClick(view.bar.marks["missing"], Qt.MouseButton.LeftButton)
    missing = view.bar.marks["missing"]
    assert missing.isChecked()
    shown = _rows(view)
    assert 0 < len(shown) < 11
    assert all(
        any(not view.model.look(view.model.index(row, c)).scored for c in range(1, 6)) for row in range(len(shown))
    )
    qtbot.mouseClick(missing, Qt.MouseButton.LeftButton)
    assert len(_rows(view)) == 11


def test_the_column_finder_goes_to_the_column_that_is_typed(qtbot: QtBot, view: GridView) -> None:
    view.go_to(view.model.index_of("wuhan", IDC))
    view.find_column()
    dialog = view.window().findChild(ColumnsDialog)
    assert dialog is not None
    qtbot.keyClicks(dialog.sought, "smart score")
    assert dialog.told.text() == "5 of 5 columns shown, 1 found"
    qtbot.keyClick(dialog.sought, Qt.Key.Key_Return)
    assert view.model.cell(view.table.currentIndex()) == ("wuhan", SCORE)
    assert QApplication.focusWidget() is view.table


def test_columns_are_hidden_and_moved_by_key(qtbot: QtBot, view: GridView) -> None:
    before = _columns(view)
    view.find_column()
    dialog = view.window().findChild(ColumnsDialog)
    assert dialog is not None
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert _columns(view) == before[1:]
    assert view.bar.size_told.text() == "11 × 4 (1 hidden)"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down, ALT)
    assert _columns(view) == [before[2], before[1], *before[3:]]
    qtbot.mouseClick(dialog.all, Qt.MouseButton.LeftButton)
    assert sorted(_columns(view)) == sorted(before)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_the_last_column_cannot_be_hidden(qtbot: QtBot, view: GridView) -> None:
    view.find_column()
    dialog = view.window().findChild(ColumnsDialog)
    assert dialog is not None
    for row in range(dialog.list.count()):
        dialog.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert len(_columns(view)) == 1


def test_a_heading_dragged_elsewhere_moves_its_column(qtbot: QtBot, view: GridView) -> None:
    before = _columns(view)
    header = view.table.horizontalHeader()
    header.moveSection(1, 3)
    qtbot.waitUntil(lambda: _columns(view) != before)
    assert _columns(view) == [before[1], before[2], before[0], *before[3:]]
    assert [header.logicalIndex(place) for place in range(header.count())] == list(range(6))


def test_the_menu_of_a_heading_hides_its_column(view: GridView) -> None:
    before = _columns(view)
    menu = view.column_menu(2)
    next(action for action in menu.actions() if action.text() == "Hide this column").trigger()
    assert _columns(view) == [before[0], *before[2:]]
    menu.close()


def test_columns_widths_and_sort_are_there_again_the_next_time(
    open_window: Callable[..., MainWindow], project_file: Path
) -> None:
    window = open_window(project_file)
    grid = _grid(window)
    column = grid.model.index_of("wuhan", SCORE).column()
    grid.table.setColumnWidth(column, 187)
    grid.grid.sort_by(column)
    grid.model.keep_layout(ColumnLayout.from_json(grid.model.layout_now.to_json()))
    grid.columns.hide(1)
    rows, shown = _rows(grid), _columns(grid)
    window.close_project()
    window.open_project(project_file)
    again = _grid(window)
    assert (_rows(again), _columns(again)) == (rows, shown)
    assert again.table.columnWidth(again.model.index_of("wuhan", SCORE).column()) == 187


def test_a_spoilt_layout_is_the_one_nobody_has_touched() -> None:
    for text in ("", "{}", "[]", '{"order": 3, "hidden": [], "widths": {}, "sort": null}', "null"):
        assert ColumnLayout.from_json(text) == ColumnLayout()
    layout = ColumnLayout(("b", "a"), frozenset({"a"}), {"b": 90}, ("b", True))
    assert ColumnLayout.from_json(layout.to_json()) == layout


def test_a_new_column_stands_after_its_neighbour() -> None:
    assert ColumnLayout(order=("c", "a")).arranged(["a", "b", "c", "d"]) == ["c", "d", "a", "b"]


def test_another_period_shows_what_was_known_then_and_leaves_the_index(
    qtbot: QtBot, view: GridView, bridge: SessionBridge
) -> None:
    ranks = bridge.session.result
    assert view.model.index_of("wuhan", SCORE).data() == "48.44"
    view.bar.menu.aboutToShow.emit()
    chosen = next(action for action in view.bar.menu.actions() if action.text() == "2019")
    chosen.trigger()
    assert view.model.index_of("wuhan", SCORE).data() == "·"
    assert view.model.index_of("beijing", IDC).data() == "1"
    assert view.bar.as_of.text() == "as of 2019"
    assert bridge.session.result is ranks
    assert view.model.blank_period(view.model.index_of("wuhan", SCORE).column()) in (Period.parse("2019"), Y2020)
    view.bar.menu.aboutToShow.emit()
    view.bar.menu.actions()[0].trigger()
    assert view.model.index_of("wuhan", SCORE).data() == "48.44"


def test_the_periods_offered_are_those_of_the_values(bridge: SessionBridge) -> None:
    offered = periods.held(bridge.session.project)
    assert list(offered) == sorted(set(offered), reverse=True)
    assert {Period.parse("2019"), Y2020} <= set(offered)


def test_an_edit_of_another_period_is_followed(view: GridView, bridge: SessionBridge) -> None:
    view.show_as_of(Period.parse("2019"))
    bridge.run(operations.set_value, "beijing", IDC, Period.parse("2019"), "7")
    assert view.model.index_of("beijing", IDC).data() == "7"
    bridge.run(operations.set_missing, "beijing", IDC, Period.parse("2019"), Missing.SUPPRESSED)
    assert view.model.index_of("beijing", IDC).data() == "×"


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
@pytest.mark.parametrize(
    ("name", "key", "held"),
    [
        ("filters", Qt.Key.Key_F, CONTROL | SHIFT),
        ("columns", Qt.Key.Key_G, CONTROL),
        ("as_of", Qt.Key.Key_T, CONTROL),
        ("replace", Qt.Key.Key_H, CONTROL),
    ],
)
def test_each_has_its_key_in_the_window(
    qtbot: QtBot, window: MainWindow, name: str, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    grid = _grid(window)
    qtbot.keyClick(QApplication.focusWidget(), key, held)
    opened = {
        "filters": lambda: grid.grid.filters.shown,
        "columns": lambda: window.findChild(ColumnsDialog) is not None,
        "as_of": grid.bar.menu.isVisible,
        "replace": lambda: QApplication.activeModalWidget() is not None,
    }
    if name == "as_of":
        qtbot.waitUntil(opened[name])
        grid.bar.menu.close()
        return
    assert opened[name]()
    modal = QApplication.activeModalWidget()
    if modal is not None:
        modal.close()


def test_a_huge_selection_is_counted_only(view: GridView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid_selection, "_MOST_SUMMARISED", 10)
    told: list[str] = []
    view.summarised.connect(told.append)
    view.table.selectAll()
    assert told[-1].startswith("n ")
    assert "mean" not in told[-1]
