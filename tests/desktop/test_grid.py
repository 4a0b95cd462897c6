"""The grid, used as a spreadsheet is used."""

from collections.abc import Callable

import pytest
from grids import shown
from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from citeria_core.model import CellReading, Missing, Qualifier, Status
from citeria_core.period import Period
from citeria_core.typed_text import edit_text
from citeria_db import operations
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.models.cell_look import look, value_text
from citeria_desktop.models.cell_marks import MARKS
from citeria_desktop.models.grid_model import HEADING_ROLE, GridModel
from citeria_desktop.theme import DARK, LIGHT, Theme
from citeria_desktop.views.grid import GridView

SCORE = "sub-smart-2020-score"
ORDER = "sub-aminer-2023-order"
IDC = "sub-idc-2019-rank"
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Y2020 = Period.parse("2020")


@pytest.fixture
def view(qtbot: QtBot, bridge: SessionBridge, light: Theme) -> GridView:
    """The grid alone, on the screen, with the focus."""
    return shown(qtbot, bridge, light, 900, 600)


def _go(view: GridView, area: str, indicator: str) -> None:
    view.go_to(view.model.index_of(area, indicator))


def _type(qtbot: QtBot, text: str, end: Qt.Key | None = None, modifier: Qt.KeyboardModifier | None = None) -> None:
    for sign in text:
        qtbot.keyClicks(QApplication.focusWidget(), sign)
    if end is not None:
        qtbot.keyClick(QApplication.focusWidget(), end, modifier or Qt.KeyboardModifier.NoModifier)


def _here(view: GridView) -> tuple[str, str]:
    return view.model.cell(view.table.currentIndex())


def _shown(view: GridView, area: str, indicator: str) -> str:
    return str(view.model.index_of(area, indicator).data())


@pytest.mark.parametrize("everything", [False, True])
def test_the_model_keeps_qts_rules_through_edits_sorting_and_scopes(bridge: SessionBridge, everything: bool) -> None:
    model = GridModel(bridge)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_everything(everything)
    bridge.run(operations.set_value, "wuhan", SCORE, Y2020, "50")
    model.sort(1, Qt.SortOrder.DescendingOrder)
    bridge.undo()
    model.sort(-1)
    model.show_everything(not everything)


@pytest.mark.parametrize("everything", [False, True])
def test_a_model_that_followed_every_step_shows_what_a_fresh_one_shows(bridge: SessionBridge, everything: bool) -> None:
    followed = GridModel(bridge)
    followed.show_everything(everything)
    followed.sort(2, Qt.SortOrder.DescendingOrder)
    held = bridge.session.project.observations
    steps = (
        lambda: bridge.run(operations.set_value, "wuhan", SCORE, Y2020, "50.125"),
        lambda: bridge.run(operations.set_value, "wuhan", SCORE, Y2020, "51", source="ici-2020"),
        lambda: bridge.run(operations.set_value, "harbin", SCORE, Period.parse("2019"), "~ 12"),
        lambda: bridge.run(operations.set_missing, "beijing", IDC, Period.parse("2019"), Missing.SUPPRESSED),
        lambda: bridge.run(operations.set_weight, "ICI-CN-SUB", "research", 35),
        lambda: bridge.run(operations.prefer, held.cell("beijing", "ici-i3a-5g-count", Y2020)[1].id),
        bridge.undo,
        bridge.undo,
        bridge.redo,
        lambda: bridge.run(operations.remove_observation, held.cell("wuhan", SCORE, Y2020)[0].id),
        lambda: bridge.choose_index("ICI-CN"),
        bridge.undo,
        lambda: bridge.choose_index("ICI-CN-SUB"),
    )
    for step in steps:
        step()
        fresh = GridModel(bridge)
        fresh.show_everything(everything)
        for area in fresh.areas:
            for indicator in fresh.indicators:
                cell = area.code, indicator.code
                assert followed.look(followed.index_of(*cell)) == fresh.look(fresh.index_of(*cell)), cell
        for column in range(fresh.columnCount()):
            head = Qt.Orientation.Horizontal, HEADING_ROLE
            assert followed.headerData(column, *head) == fresh.headerData(column, *head)
        assert [followed.count(mark) for mark in MARKS] == [fresh.count(mark) for mark in MARKS]
        assert [len(followed.marked(mark)) for mark in MARKS] == [fresh.count(mark) for mark in MARKS]


def test_an_edit_tells_of_its_cell_and_of_the_name_of_its_row_alone(bridge: SessionBridge) -> None:
    model = GridModel(bridge)
    bridge.run(operations.set_value, "wuhan", SCORE, Y2020, "48.45")
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(
        lambda first, last: told.extend(
            (row, column)
            for row in range(first.row(), last.row() + 1)
            for column in range(first.column(), last.column() + 1)
        )
    )
    heads: list[int] = []
    model.headerDataChanged.connect(lambda _, first, last: heads.extend(range(first, last + 1)))
    bridge.run(operations.set_value, "wuhan", SCORE, Y2020, "48.46")
    cell = model.index_of("wuhan", SCORE)
    assert sorted(told) == [(cell.row(), 0), (cell.row(), cell.column())]
    assert heads == []
    bridge.run(operations.set_value, "wuhan", SCORE, Y2020, "48.4625")  # all numbers of its column move for the point
    assert {row for row, column in told if column == cell.column()} == set(range(model.rowCount()))
    assert heads == [cell.column()]


def test_a_cell_is_spoken_with_area_indicator_period_value_and_source(view: GridView) -> None:
    spoken = view.model.index_of("wuhan", SCORE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Wuhan, Smart-degree score 2020 (49 Chinese cities), 2020, 48.44, cited"


def test_a_missing_value_is_a_sign_and_never_a_zero(view: GridView) -> None:
    index = view.model.index_of("wuhan", IDC)
    assert index.data() == "·"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith("not found yet")
    assert view.model.typed(index) == ""


@pytest.mark.parametrize(
    ("reason", "sign"),
    [
        (Missing.NOT_FOUND, "·"),
        (Missing.NOT_APPLICABLE, "—"),
        (Missing.SUPPRESSED, "×"),
        (Missing.NOT_COLLECTED, "∅"),
    ],
)
def test_each_reason_for_a_missing_value_has_its_own_sign(reason: Missing, sign: str) -> None:
    shown = look(CellReading("a", "i", None, reason), None, "A", "I")
    assert (shown.text, shown.missing, shown.scored) == (sign, True, False)


def test_a_cell_shows_its_year_only_where_it_is_not_the_columns_own() -> None:
    reading = CellReading("a", "i", 38.0, None, period=Period.parse("2019"), observation="o", shown=38.0)
    assert look(reading, Period.parse("2019"), "A", "I").year == ""
    assert look(reading, Y2020, "A", "I").year == "2019"


@pytest.mark.parametrize(
    ("qualifier", "text", "typed"),
    [
        (Qualifier.EXACT, "8\u2009000", "8000"),
        (Qualifier.ABOUT, "≈ 8\u2009000", "~ 8000"),
        (Qualifier.ABOVE, "> 8\u2009000", "> 8000"),
        (Qualifier.AT_MOST, "≤ 8\u2009000", "<= 8000"),
    ],
)
def test_a_qualifier_is_read_and_typed_in_the_text(qualifier: Qualifier, text: str, typed: str) -> None:
    assert value_text(8000.0, "", qualifier, None, None) == text
    assert edit_text(8000.0, "", qualifier, None, None) == typed


def test_a_value_that_is_not_scored_is_muted_and_says_why(view: GridView) -> None:
    view.show_everything(True)
    shown = view.model.look(view.model.index_of("wuhan", "ici-i3a-5g-count"))
    assert (shown.text, shown.scored, shown.dotted) == ("10\u2009000", False, True)
    assert "planned: shown, not scored" in shown.tip


def test_a_contested_cell_shows_how_many_values_stand_there(view: GridView) -> None:
    view.show_everything(True)
    shown = view.model.look(view.model.index_of("beijing", "ici-i3a-5g-count"))
    assert (shown.text, shown.rivals) == ("?", 5)
    assert shown.spoken.endswith("5 values, none in use")


def test_a_heading_names_years_unit_and_coverage(view: GridView) -> None:
    heading = view.model.headerData(1, Qt.Orientation.Horizontal, HEADING_ROLE)
    assert (heading.name, heading.detail) == ("IDC/Inspur AI city rank 2019", "2019 · rank")
    assert (heading.scored, heading.areas) == (7, 11)


def test_an_uncited_value_carries_its_mark_and_can_be_gone_to(qtbot: QtBot, view: GridView) -> None:
    _go(view, "wuhan", IDC)
    _type(qtbot, "6", Qt.Key.Key_Return)
    assert view.model.look(view.model.index_of("wuhan", IDC)).uncited
    _go(view, "beijing", SCORE)
    view.next_marked("uncited")
    assert _here(view) == ("wuhan", IDC)


def test_typing_replaces_the_value_and_enter_goes_down(qtbot: QtBot, view: GridView) -> None:
    _go(view, "beijing", SCORE)
    below = view.model.areas[1].code
    _type(qtbot, "12.5", Qt.Key.Key_Return)
    assert _shown(view, "beijing", SCORE) == "12.5"
    assert _here(view) == (below, SCORE)


def test_shift_enter_goes_up(qtbot: QtBot, view: GridView) -> None:
    second = view.model.areas[1].code
    _go(view, second, SCORE)
    _type(qtbot, "12.5", Qt.Key.Key_Return, SHIFT)
    assert _here(view) == (view.model.areas[0].code, SCORE)


def test_tab_goes_right_and_enter_after_tabs_returns_to_where_they_began(qtbot: QtBot, view: GridView) -> None:
    first, third = view.model.indicators[0].code, view.model.indicators[2].code
    _go(view, "beijing", first)
    _type(qtbot, "1", Qt.Key.Key_Tab)
    _type(qtbot, "2", Qt.Key.Key_Tab)
    assert _here(view) == ("beijing", third)
    _type(qtbot, "3", Qt.Key.Key_Return)
    assert _here(view) == (view.model.areas[1].code, first)


def test_shift_tab_goes_left(qtbot: QtBot, view: GridView) -> None:
    _go(view, "beijing", view.model.indicators[1].code)
    qtbot.keyClick(view.table, Qt.Key.Key_Backtab, SHIFT)
    assert _here(view) == ("beijing", view.model.indicators[0].code)


@pytest.mark.parametrize("row", [0, -1], ids=["a name", "nothing"])
def test_editing_where_no_value_is_current_does_nothing(view: GridView, row: int) -> None:
    view.table.setCurrentIndex(view.model.index(row, 0))
    view.edit()
    assert not view.table.editing


def test_f2_edits_with_the_caret_at_the_end_and_escape_reverts(qtbot: QtBot, view: GridView) -> None:
    _go(view, "wuhan", SCORE)
    qtbot.keyClick(view.table, Qt.Key.Key_F2)
    editor = view.table.cells.editor
    assert editor is not None
    assert (editor.text(), editor.cursorPosition(), editor.selectedText()) == ("48.44", 5, "")
    _type(qtbot, "9", Qt.Key.Key_Escape)
    assert _shown(view, "wuhan", SCORE) == "48.44"
    assert view.model.typed(view.model.index_of("wuhan", SCORE)) == "48.44"


def test_enter_on_an_unchanged_value_leaves_no_step(qtbot: QtBot, view: GridView, bridge: SessionBridge) -> None:
    _go(view, "wuhan", SCORE)
    qtbot.keyClick(view.table, Qt.Key.Key_F2)
    _type(qtbot, "", Qt.Key.Key_Return)
    assert bridge.session.undo_label is None


def test_an_edit_is_in_the_file_before_the_next_key(qtbot: QtBot, view: GridView, bridge: SessionBridge) -> None:
    _go(view, "wuhan", SCORE)
    _type(qtbot, "50", Qt.Key.Key_Return)
    held = bridge.session.project.observations.cell("wuhan", SCORE, Y2020)
    assert [(one.value, one.preferred) for one in held] == [(50.0, True)]
    assert held[0].citations  # the value changed, its source stayed


def test_delete_marks_the_value_as_missing_in_one_step(qtbot: QtBot, view: GridView, bridge: SessionBridge) -> None:
    _go(view, "wuhan", SCORE)
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert _shown(view, "wuhan", SCORE) == "·"
    assert bridge.session.readings["wuhan", SCORE].value is None
    bridge.undo()
    assert _shown(view, "wuhan", SCORE) == "48.44"


def test_delete_of_several_values_is_one_step(qtbot: QtBot, view: GridView, bridge: SessionBridge) -> None:
    _go(view, "beijing", SCORE)
    qtbot.keyClick(view.table, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert [_shown(view, area.code, SCORE) for area in view.model.areas[:2]] == ["·", "·"]
    bridge.undo()
    assert _shown(view, "beijing", SCORE) == "59.64"
    assert bridge.session.undo_label is None


def test_an_ambiguous_number_asks_and_stores_nothing_until_it_is_answered(
    qtbot: QtBot, view: GridView, bridge: SessionBridge
) -> None:
    _go(view, "wuhan", SCORE)
    _type(qtbot, "12,345", Qt.Key.Key_Return)
    assert view.question is not None
    assert [button.text() for button in view.question.buttons] == ["12\u2009345", "12.345"]
    assert bridge.session.undo_label is None
    qtbot.mouseClick(view.question.buttons[1], Qt.MouseButton.LeftButton)
    assert _shown(view, "wuhan", SCORE) == "12.345"
    assert view.question is None


def test_an_ambiguous_number_with_a_multiplier_asks_too(qtbot: QtBot, view: GridView, bridge: SessionBridge) -> None:
    _go(view, "wuhan", SCORE)
    _type(qtbot, "82,673 billion", Qt.Key.Key_Return)
    assert view.question is not None
    assert [button.text() for button in view.question.buttons] == [
        "82\u2009673\u2009000\u2009000\u2009000",
        "82\u2009673\u2009000\u2009000",
    ]
    assert bridge.session.undo_label is None
    qtbot.keyClick(view.question, Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert bridge.session.readings["wuhan", SCORE].value == 82_673_000_000


def test_escape_from_the_question_gives_the_text_back(qtbot: QtBot, view: GridView, bridge: SessionBridge) -> None:
    _go(view, "wuhan", SCORE)
    _type(qtbot, "12,345", Qt.Key.Key_Return)
    assert view.question is not None
    qtbot.keyClick(view.question.buttons[0], Qt.Key.Key_Escape)
    editor = view.table.cells.editor
    assert view.table.editing
    assert editor is not None
    assert editor.text() == "12,345"
    assert bridge.session.undo_label is None
    qtbot.keyClick(editor, Qt.Key.Key_Escape)


def test_a_text_that_is_no_number_is_refused_in_words_and_kept(
    qtbot: QtBot, view: GridView, bridge: SessionBridge
) -> None:
    _go(view, "wuhan", SCORE)
    with qtbot.waitSignal(bridge.failed) as told:
        _type(qtbot, "some", Qt.Key.Key_Return)
    assert "“some” cannot be read as a number" in told.args[0]
    assert view.table.editing
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert _shown(view, "wuhan", SCORE) == "48.44"


def test_a_qualifier_may_be_typed(qtbot: QtBot, view: GridView) -> None:
    _go(view, "wuhan", SCORE)
    _type(qtbot, "> 40", Qt.Key.Key_Return)
    shown = view.model.look(view.model.index_of("wuhan", SCORE))
    assert (shown.text, shown.scored) == ("> 40", False)


def test_text_composed_by_an_input_method_is_stored(qtbot: QtBot, view: GridView) -> None:
    _go(view, "wuhan", SCORE)
    QApplication.sendEvent(view.table, QInputMethodEvent("5", []))
    editor = view.table.cells.editor
    assert editor is not None
    committed = QInputMethodEvent()
    committed.setCommitString("55")
    QApplication.sendEvent(editor, committed)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert _shown(view, "wuhan", SCORE) == "55"


def test_a_click_on_a_header_sorts_up_then_down_then_not_and_missing_values_stay_last(view: GridView) -> None:
    own = [area.code for area in view.model.areas]
    column = view.model.index_of("wuhan", SCORE).column()

    def order() -> list[float | None]:
        return [view.model.reading(view.model.index(row, column)).shown for row in range(len(own))]  # type: ignore[union-attr]

    header = view.table.horizontalHeader()
    header.sectionClicked.emit(column)
    ascending = [value for value in order() if value is not None]
    assert ascending == sorted(ascending)
    assert order()[len(ascending) :] == [None] * 4
    header.sectionClicked.emit(column)
    descending = [value for value in order() if value is not None]
    assert descending == sorted(descending, reverse=True)
    assert order()[len(descending) :] == [None] * 4
    header.sectionClicked.emit(column)
    assert [area.code for area in view.model.areas] == own


def test_sorting_keeps_the_current_cell_on_its_value(view: GridView) -> None:
    _go(view, "wuhan", SCORE)
    view.grid.sort_by(view.table.currentIndex().column())
    assert _here(view) == ("wuhan", SCORE)


def test_find_counts_what_it_finds_and_goes_round(view: GridView) -> None:
    assert view.seek("48.44") == (1, 1)
    assert _here(view) == ("wuhan", SCORE)
    assert view.seek("武汉") == (1, 1)
    assert view.model.cell(view.table.currentIndex())[0] == "wuhan"
    place, count = view.seek("an")
    assert place == 1
    assert count > 4
    assert view.find_next(-1) == (count, count)
    assert view.find_next(1) == (1, count)
    assert view.seek("no such thing") == (0, 0)


def test_copy_puts_a_block_on_the_clipboard_in_three_forms(qtbot: QtBot, view: GridView) -> None:
    _go(view, "beijing", ORDER)
    qtbot.keyClick(view.table, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(view.table, Qt.Key.Key_Right, SHIFT)
    view.copy()
    data = QApplication.clipboard().mimeData()
    assert data.text() == "1\t59.64\r\n2\t61.85\r\n"
    assert bytes(data.data("text/csv").data()).decode() == "1,59.64\r\n2,61.85\r\n"
    assert "<td>59.64</td>" in data.html()


def test_copy_with_headers_names_areas_and_indicators(view: GridView) -> None:
    _go(view, "wuhan", SCORE)
    view.copy(headed=True)
    title = "Smart-degree score 2020 (49 Chinese cities)"
    assert QApplication.clipboard().text() == f"Area\t{title}\r\nWuhan\t48.44\r\n"
    assert f"<th>{title}</th>" in QApplication.clipboard().mimeData().html()


def test_the_selection_is_counted_and_averaged(qtbot: QtBot, view: GridView) -> None:
    told: list[str] = []
    view.summarised.connect(told.append)
    column = view.model.index_of("wuhan", SCORE).column()
    view.table.setFocus()
    flags = QItemSelectionModel.SelectionFlag
    view.table.selectionModel().select(view.model.index(0, column), flags.ClearAndSelect | flags.Columns)
    numbers = [59.64, 61.85, 34.67, 41.21, 48.44, 55.81, 47.83]
    assert told[-1] == f"n 11, 4 missing, mean {sum(numbers) / 7:.3f}"


def test_all_data_shows_every_area_and_indicator_that_has_a_value(view: GridView) -> None:
    assert (view.model.rowCount(), view.model.columnCount()) == (11, 6)
    view.show_everything(True)
    assert (view.model.rowCount(), view.model.columnCount()) == (83, 143)
    view.show_everything(False)
    assert (view.model.rowCount(), view.model.columnCount()) == (11, 6)


def test_names_stay_beside_their_values_while_scrolling(qtbot: QtBot, view: GridView) -> None:
    view.show_everything(True)
    view.table.verticalScrollBar().setValue(400)
    assert view.grid.names.verticalScrollBar().value() == 400
    view.grid.names.verticalScrollBar().setValue(90)
    assert view.table.verticalScrollBar().value() == 90
    index = view.model.index(5, 0)
    value = view.model.index(5, 1)
    assert view.grid.names.visualRect(index).top() == view.table.visualRect(value).top()
    qtbot.waitUntil(lambda: view.grid.names.viewport().height() == view.table.viewport().height())


def test_a_selection_made_elsewhere_is_followed_and_one_made_here_is_told(
    qtbot: QtBot, view: GridView, bridge: SessionBridge
) -> None:
    bridge.select("wuhan", SCORE)
    assert _here(view) == ("wuhan", SCORE)
    with qtbot.waitSignal(bridge.selected) as told:
        qtbot.keyClick(view.table, Qt.Key.Key_Up)
    assert told.args == [view.model.areas[3].code, SCORE]
    bridge.select("harbin")
    assert _here(view)[0] == "harbin"


def test_the_menu_of_a_cell_offers_the_reasons_for_a_missing_value(view: GridView, bridge: SessionBridge) -> None:
    _go(view, "wuhan", SCORE)
    menu = view.cell_menu()
    absent = next(action for action in menu.actions() if action.text() == "Mark as missing").menu()
    next(action for action in absent.actions() if action.text() == "Suppressed").trigger()
    assert _shown(view, "wuhan", SCORE) == "×"
    menu.close()


@pytest.mark.parametrize("status", list(Status))
def test_every_status_other_than_reported_is_dotted(status: Status) -> None:
    reading = CellReading("a", "i", 1.0, None, period=Y2020, observation="o", shown=1.0, status=status)
    assert look(reading, Y2020, "A", "I").dotted == (status is not Status.REPORTED)


def test_the_grid_is_painted_in_the_colours_of_its_theme(view: GridView) -> None:
    for theme in (LIGHT, DARK):
        view.set_theme(theme)
        picture = view.table.viewport().grab().toImage()
        assert picture.pixelColor(4, 4 * 30 + 6) == theme.colour("surface")


def test_without_an_index_everything_is_shown(open_bridge: Callable[..., SessionBridge], qtbot: QtBot) -> None:
    bridge = open_bridge()
    bridge.session.live.enter(None)
    view = GridView(bridge, LIGHT)
    qtbot.addWidget(view)
    assert view.model.everything
    assert view.model.rowCount() == 83


def test_the_editor_ignores_events_that_are_not_keys(view: GridView) -> None:
    assert not view.table.cells.eventFilter(view.table, QEvent(QEvent.Type.User))
