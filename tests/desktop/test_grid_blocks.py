"""Blocks of cells as people move them: paste with its preview, fills, one value everywhere, the citation again."""

import pytest
from grids import select, shown
from PySide6.QtCore import QItemSelectionModel, QMimeData, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from citeria_core.model import Citation, Missing
from citeria_core.period import Period
from citeria_db import operations
from citeria_db.errors import StoppedError
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs import paste_preview
from citeria_desktop.dialogs.paste_preview import PastePreview
from citeria_desktop.models import paste_draft
from citeria_desktop.models.preview_model import Kind
from citeria_desktop.theme import Theme
from citeria_desktop.views.grid import GridView
from citeria_desktop.windows.main_window import MainWindow

SCORE = "sub-smart-2020-score"
ORDER = "sub-aminer-2023-order"
IDC = "sub-idc-2019-rank"
CONTROL = Qt.KeyboardModifier.ControlModifier
Y2020 = Period.parse("2020")


@pytest.fixture
def view(qtbot: QtBot, bridge: SessionBridge, light: Theme) -> GridView:
    """The grid alone, on the screen, with the focus."""
    return shown(qtbot, bridge, light, 1000)


def _clip(text: str, page: str = "") -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    if page:
        data.setHtml(page)
    QApplication.clipboard().setMimeData(data)


def _shown(view: GridView, row: int, indicator: str) -> str:
    return str(view.model.index(row, view.model.index_of("wuhan", indicator).column()).data())


def _preview(view: GridView) -> PastePreview:
    assert view.blocks.preview is not None
    return view.blocks.preview


def _press(qtbot: QtBot, preview: PastePreview, key: Qt.Key = Qt.Key.Key_Return) -> None:
    qtbot.keyClick(preview, key)


def test_a_block_is_shown_before_it_is_stored_and_is_one_step(
    qtbot: QtBot, view: GridView, bridge: SessionBridge
) -> None:
    select(view, "beijing", SCORE)
    _clip("11.5\n12.5\n")
    view.blocks.paste()
    preview = _preview(view)
    assert preview.title.text() == "Paste 2 values   (2 × 1 on the clipboard)"
    assert preview.model.index(0, 0).data() == "59.64 → 11.5"
    assert bridge.session.undo_label is None
    with qtbot.waitSignal(view.told) as told:
        _press(qtbot, preview)
    assert told.args == ["Pasted 2 values"]
    assert [_shown(view, row, SCORE) for row in (0, 1)] == ["11.5", "12.5"]
    bridge.undo()
    assert [_shown(view, row, SCORE) for row in (0, 1)] == ["59.64", "61.85"]
    assert bridge.session.undo_label is None


def test_the_preview_has_the_columns_in_the_order_of_the_grid(view: GridView) -> None:
    first, second = (view.model.indicators[at].code for at in (0, 1))
    select(view, "beijing", first)
    _clip("no number\t2\n")
    view.blocks.paste()
    assert list(_preview(view).model._columns) == [first, second]


def test_escape_leaves_everything_as_it_was(qtbot: QtBot, view: GridView, bridge: SessionBridge) -> None:
    select(view, "beijing", SCORE)
    _clip("11.5\n12.5\n")
    view.blocks.paste()
    _press(qtbot, _preview(view), Qt.Key.Key_Escape)
    assert view.blocks.preview is None
    assert bridge.session.undo_label is None
    assert QApplication.focusWidget() is view.table


def test_a_table_of_a_page_is_pasted_where_there_is_no_text(qtbot: QtBot, view: GridView) -> None:
    select(view, "beijing", SCORE)
    _clip("", "<table><tr><td>11.5</td></tr><tr><td><b>12.5</b></td></tr></table>")
    view.blocks.paste()
    _press(qtbot, _preview(view))
    assert [_shown(view, row, SCORE) for row in (0, 1)] == ["11.5", "12.5"]


def test_a_quoted_text_with_a_line_break_is_one_cell(view: GridView) -> None:
    select(view, "beijing", ORDER)
    _clip('"11.5"\t"two\nlines"\r\n"12.5"\t3\r\n')
    view.blocks.paste()
    plan = _preview(view).plan
    assert plan is not None
    assert [problem.text for problem in plan.problems] == ["two\nlines"]
    assert len(plan.cells) == 3


def test_what_reaches_beyond_the_edge_waits_for_a_decision(qtbot: QtBot, view: GridView, bridge: SessionBridge) -> None:
    last = view.model.areas[-1].code
    select(view, last, SCORE)
    _clip("11.5\n12.5\n13.5")
    view.blocks.paste()
    preview = _preview(view)
    assert preview.beyond.title.text() == "The block reaches beyond the grid by 2 rows."
    assert not preview.apply.isEnabled()
    _press(qtbot, preview)
    assert bridge.session.undo_label is None
    preview.beyond.choice.setFocus()
    qtbot.keyClick(preview.beyond.choice, Qt.Key.Key_Down)
    preview.beyond.choice.activated.emit(1)
    assert "2 texts left out" in preview.state.text()
    _press(qtbot, preview)
    assert view.model.index_of(last, SCORE).data() == "11.5"


def test_rows_are_added_by_their_names(qtbot: QtBot, view: GridView, bridge: SessionBridge) -> None:
    title = next(one.name for one in view.model.indicators if one.code == SCORE)
    select(view, "beijing", SCORE)
    _clip(f"City\t{title}\nWuhan\t50\nNowhere City\t51\n")
    view.blocks.paste()
    preview = _preview(view)
    preview.beyond.choice.setCurrentIndex(2)
    preview.beyond.choice.activated.emit(2)
    assert "1 new area" in preview.state.text()
    _press(qtbot, preview)
    assert view.model.index_of("wuhan", SCORE).data() == "50"
    assert view.model.index_of("nowhere-city", SCORE).data() == "51"
    bridge.undo()
    assert not view.model.index_of("nowhere-city", SCORE).isValid()


def test_ambiguous_texts_are_asked_once_for_all(qtbot: QtBot, view: GridView, bridge: SessionBridge) -> None:
    select(view, "beijing", SCORE)
    _clip("12,345\n1,234\n12,345")
    view.blocks.paste()
    preview = _preview(view)
    assert preview.ambiguous.title.text() == "2 texts may mean two numbers each. Choose which is meant."
    assert list(preview.ambiguous.asked) == ["12,345", "1,234"]
    assert preview.model.change_at(preview.model.index(0, 0)).kind is Kind.OPEN  # type: ignore[union-attr]
    assert not preview.apply.isEnabled()
    qtbot.mouseClick(preview.ambiguous.all_comma, Qt.MouseButton.LeftButton)
    _press(qtbot, preview)
    held = [bridge.session.readings[area.code, SCORE].value for area in view.model.areas[:3]]
    assert held == [12.345, 1.234, 12.345]


def test_ambiguous_texts_may_be_answered_one_by_one(qtbot: QtBot, view: GridView, bridge: SessionBridge) -> None:
    select(view, "beijing", SCORE)
    _clip("12,345\n1,234")
    view.blocks.paste()
    preview = _preview(view)
    for text, row in (("12,345", 1), ("1,234", 2)):
        choice = preview.ambiguous.asked[text]
        choice.setFocus()
        for _ in range(row):
            qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert preview.apply.isEnabled()
    _press(qtbot, preview)
    assert [bridge.session.readings[area.code, SCORE].value for area in view.model.areas[:2]] == [12345.0, 1.234]


def test_texts_that_are_no_numbers_are_listed_and_may_be_left_out(qtbot: QtBot, view: GridView) -> None:
    select(view, "beijing", SCORE)
    _clip("11.5\nsome")
    view.blocks.paste()
    preview = _preview(view)
    assert "Row 2, column 1" in preview.unreadable.list.text()
    assert "“some” cannot be read as a number" in preview.unreadable.list.text()
    preview.unreadable.leave_out.setFocus()
    qtbot.keyClick(preview.unreadable.leave_out, Qt.Key.Key_Space)
    _press(qtbot, preview)
    assert [_shown(view, row, SCORE) for row in (0, 1)] == ["11.5", "61.85"]


def test_a_mark_of_absence_asks_why(qtbot: QtBot, view: GridView, bridge: SessionBridge) -> None:
    select(view, "beijing", SCORE)
    _clip("n/a\n12.5")
    view.blocks.paste()
    preview = _preview(view)
    assert "“n/a”: there is no value" in preview.marks.title.text()
    preview.marks.choice.setFocus()
    qtbot.keyClick(preview.marks.choice, Qt.Key.Key_Down)
    qtbot.keyClick(preview.marks.choice, Qt.Key.Key_Down)
    _press(qtbot, preview)
    assert bridge.session.readings["beijing", SCORE].reason is Missing.NOT_COLLECTED


def test_one_source_is_cited_for_all_pasted_values(qtbot: QtBot, view: GridView, bridge: SessionBridge) -> None:
    select(view, "beijing", SCORE)
    _clip("11.5\n12.5")
    view.blocks.paste()
    preview = _preview(view)
    preview.source.choose("ici-2020")
    qtbot.keyClicks(preview.locator, "p. 3")
    _press(qtbot, preview)
    for area in view.model.areas[:2]:
        held = next(o for o in bridge.session.project.observations.cell(area.code, SCORE, Y2020) if o.preferred)
        assert [(one.source, one.locator) for one in held.citations] == [("ici-2020", "p. 3")]


def test_the_way_numbers_are_written_is_told_with_a_sample(view: GridView) -> None:
    select(view, "beijing", SCORE)
    _clip("1.234,5\n12,5")
    view.blocks.paste()
    assert _preview(view).format.text() == "Numbers are written with a decimal comma (1.234,5 = 1\u2009234.5)"


def test_one_value_fills_the_selection_and_is_counted(qtbot: QtBot, view: GridView, bridge: SessionBridge) -> None:
    select(view, "beijing", SCORE, rows=4)
    _clip("7.5\n")
    with qtbot.waitSignal(view.told) as told:
        view.blocks.paste()
    assert told.args == ["7.5 put into 4 cells"]
    assert [_shown(view, row, SCORE) for row in range(4)] == ["7.5"] * 4
    bridge.undo()
    assert bridge.session.undo_label is None


def test_a_block_is_repeated_over_a_multiple_of_it(qtbot: QtBot, view: GridView) -> None:
    select(view, "beijing", SCORE, rows=4)
    _clip("1.5\n2.5")
    view.blocks.paste()
    preview = _preview(view)
    assert preview.title.text() == "Paste 4 values   (2 × 1 on the clipboard, 4 × 1 selected)"
    _press(qtbot, preview)
    assert [_shown(view, row, SCORE) for row in range(4)] == ["1.5", "2.5", "1.5", "2.5"]


def test_a_clipboard_of_a_million_cells_is_refused_in_words(qtbot: QtBot, view: GridView) -> None:
    select(view, "beijing", SCORE)
    _clip(("1\t" * 999 + "1\n") * 1000)
    view.blocks.paste()
    preview = _preview(view)
    qtbot.waitUntil(lambda: not preview.job.busy, timeout=60_000)
    assert "1,000,000 cells, at most 250,000 at once. Nothing was changed" in preview.state.text()
    assert not preview.apply.isEnabled()


def test_storing_can_be_stopped_and_then_nothing_is_stored(
    qtbot: QtBot, view: GridView, bridge: SessionBridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paste_preview, "PATIENCE_MS", 0)
    select(view, "beijing", SCORE)
    _clip("11.5\n12.5")
    view.blocks.paste()
    preview = _preview(view)
    advance = preview._advance

    def press_cancel(done: int) -> None:
        qtbot.mouseClick(preview.cancel, Qt.MouseButton.LeftButton)
        advance(done)

    monkeypatch.setattr(preview, "_advance", press_cancel)
    with qtbot.waitSignal(bridge.failed) as told:
        _press(qtbot, preview)
    assert told.args == ["Stopped. Nothing was changed."]
    assert view.blocks.preview is None
    assert bridge.session.undo_label is None


def test_planning_can_be_stopped(view: GridView) -> None:
    from citeria_core.paste import Selection
    from citeria_desktop.models.block_target import target

    where = target(view.model, Selection(0, 0))
    with pytest.raises(StoppedError):
        paste_draft.plan((("1",),), where, paste_draft.Choices(), lambda: True)


def test_control_enter_puts_what_is_typed_into_every_selected_cell(
    qtbot: QtBot, view: GridView, bridge: SessionBridge
) -> None:
    select(view, "beijing", SCORE, rows=3)
    qtbot.keyClicks(view.table, "9")
    qtbot.keyClicks(QApplication.focusWidget(), ".5")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CONTROL)
    assert [_shown(view, row, SCORE) for row in range(3)] == ["9.5"] * 3
    assert bridge.session.undo_label == "Set 3 values to 9.5"


def test_an_ambiguous_value_for_many_cells_asks_first(qtbot: QtBot, view: GridView, bridge: SessionBridge) -> None:
    select(view, "beijing", SCORE, rows=2)
    view.blocks.spread("12,345")
    assert view.blocks.question is not None
    assert bridge.session.undo_label is None
    qtbot.keyClick(view.blocks.question, Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert [_shown(view, row, SCORE) for row in range(2)] == ["12.345"] * 2


def test_what_was_asked_about_some_cells_is_never_answered_for_others(view: GridView, bridge: SessionBridge) -> None:
    select(view, "beijing", SCORE, rows=2)
    view.blocks.spread("12,345")
    assert view.blocks.question is not None
    select(view, "wuhan", SCORE, rows=2)
    assert view.blocks.question is None
    assert bridge.session.undo_label is None


def test_fill_down_asks_once_whether_the_citation_goes_along(
    qtbot: QtBot, view: GridView, bridge: SessionBridge
) -> None:
    asked: list[bool] = []
    view.blocks.carry_chosen.connect(asked.append)
    select(view, "beijing", SCORE, rows=3)
    view.blocks.fill_down()
    assert view.blocks.question is not None
    assert bridge.session.undo_label is None
    qtbot.keyClick(view.blocks.question, Qt.Key.Key_Return)
    assert [_shown(view, row, SCORE) for row in range(3)] == ["59.64"] * 3
    assert asked == [True]
    bridge.undo()
    view.blocks.fill_down()
    assert view.blocks.question is None
    assert [_shown(view, row, SCORE) for row in range(3)] == ["59.64"] * 3


@pytest.mark.parametrize(("carry", "sources"), [(True, 1), (False, 0)])
def test_a_copy_from_above_carries_the_citation_or_not(
    view: GridView, bridge: SessionBridge, carry: bool, sources: int
) -> None:
    view.blocks.carry = carry
    bare = next(row for row in range(1, 11) if bridge.session.readings[view.model.areas[row].code, SCORE].value is None)
    above = view.model.areas[bare - 1].code
    operations.set_value(bridge.session.project, above, SCORE, Y2020, "33", source="ici-2020")
    bridge.session.project.undo()
    area = view.model.areas[bare].code
    bridge.run(operations.set_value, above, SCORE, Y2020, "33", source="ici-2020")
    select(view, area, SCORE)
    view.blocks.copy_above()
    held = bridge.session.project.observations.cell(area, SCORE, Y2020)
    assert [(one.value, len(one.citations)) for one in held if one.preferred] == [(33.0, sources)]


def test_fill_right_copies_the_first_column(view: GridView, bridge: SessionBridge) -> None:
    view.blocks.carry = False
    first = view.model.indicators[0].code
    bridge.run(operations.set_value, "beijing", first, view.model.blank_period(1), "3")
    select(view, "beijing", first, columns=3)
    view.blocks.fill_right()
    assert [view.model.index(0, column).data() for column in (1, 2, 3)] == ["3"] * 3


def test_the_last_citation_is_repeated_on_the_selection(qtbot: QtBot, view: GridView, bridge: SessionBridge) -> None:
    wuhan = bridge.session.readings["wuhan", SCORE].observation
    assert wuhan is not None
    bridge.run(operations.cite, wuhan, "ici-2020", locator="p. 9")
    select(view, "beijing", SCORE, rows=2)
    with qtbot.waitSignal(view.told) as told:
        view.citing.repeat()
    assert told.args == ["2 values cite ici-2020 p. 9"]
    for area in view.model.areas[:2]:
        held = bridge.session.project.observations.cell(area.code, SCORE, Y2020)[0]
        assert ("ici-2020", "p. 9") in [(one.source, one.locator) for one in held.citations]
    with qtbot.waitSignal(view.told) as told:
        view.citing.repeat()
    assert told.args == ["All of them cite ici-2020 p. 9 already"]


def test_cut_says_why_it_is_not_offered(qtbot: QtBot, view: GridView, bridge: SessionBridge) -> None:
    select(view, "beijing", SCORE)
    with qtbot.waitSignal(view.told) as told:
        qtbot.keyClick(view.table, Qt.Key.Key_X, CONTROL)
    assert told.args is not None
    assert "Cut is not offered" in told.args[0]
    assert bridge.session.undo_label is None


def test_two_rectangles_are_not_pasted_into(qtbot: QtBot, view: GridView) -> None:
    select(view, "beijing", SCORE)
    other = view.model.index(3, 1)
    view.table.selectionModel().select(other, QItemSelectionModel.SelectionFlag.Select)
    _clip("1\n2")
    with qtbot.waitSignal(view.told) as told:
        view.blocks.paste()
    assert told.args == ["Select one rectangle of cells"]


@pytest.mark.parametrize(
    ("key", "told"),
    [
        (Qt.Key.Key_V, ""),
        (Qt.Key.Key_D, "Filled 1 cell, with the citation"),
        (Qt.Key.Key_R, "Filled 1 cell, with the citation"),
        (Qt.Key.Key_Apostrophe, "Filled 1 cell, with the citation"),
        (Qt.Key.Key_Semicolon, "1 value cite"),
    ],
)
def test_each_block_action_has_its_key_in_the_window(qtbot: QtBot, window: MainWindow, key: Qt.Key, told: str) -> None:
    assert window.workspace is not None
    grid = window.workspace.grid
    grid.blocks.carry = True
    window.workspace.bridge.run(operations.set_value, "shenzhen", SCORE, Y2020, "7", source="ici-2020")
    bare = next(row for row in range(11) if _shown(grid, row, SCORE) == "·")
    above = grid.model.areas[bare - 1].code
    window.workspace.bridge.run(operations.set_value, above, SCORE, Y2020, "8", source="ici-2020")
    grid.go_to(grid.model.index(bare if told.startswith("Filled") else bare - 1, grid.model.columnCount() - 1))
    _clip("7.25")
    heard: list[str] = []
    grid.told.connect(heard.append)
    qtbot.keyClick(QApplication.focusWidget(), key, CONTROL)
    if told:
        assert heard
        assert heard[0].startswith(told) or heard[0].startswith("All of them cite")
    else:
        assert _shown(grid, bare - 1, SCORE) == "7.25"


def test_a_citation_has_no_words_when_it_is_repeated(view: GridView, bridge: SessionBridge) -> None:
    wuhan = bridge.session.readings["wuhan", SCORE].observation
    assert wuhan is not None
    bridge.run(operations.cite, wuhan, "ici-2020", locator="p. 9", quote="its own words")
    select(view, "beijing", SCORE)
    view.citing.repeat()
    held = bridge.session.project.observations.cell("beijing", SCORE, Y2020)[0]
    cited: Citation = next(one for one in held.citations if one.source == "ici-2020")
    assert cited.quote == ""
