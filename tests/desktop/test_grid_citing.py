"""Citing many values: a source dropped on a block, one chosen for the selection, rings and the way to what is uncited;
copies that take their citations along; the handle at the corner of the selection; cells changed since a step."""

import pytest
from grids import select, shown
from PySide6.QtCore import QEvent, QItemSelectionModel, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from citeria_core.model import Observation
from citeria_core.period import Period
from citeria_db import operations
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs.cite_selection import CiteSelection
from citeria_desktop.models.carried import CELLS, SOURCE, CarriedCells, carrying_source
from citeria_desktop.models.cell_marks import CHANGED
from citeria_desktop.models.grid_model import COVERAGE_ROLE
from citeria_desktop.models.source_model import SourceModel
from citeria_desktop.panels.source_field import SourceField
from citeria_desktop.theme import Theme
from citeria_desktop.views.grid import GridView
from citeria_desktop.windows.main_window import MainWindow

SCORE, ORDER = "sub-smart-2020-score", "sub-aminer-2023-order"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
Y2020 = Period.parse("2020")


@pytest.fixture
def view(qtbot: QtBot, bridge: SessionBridge, light: Theme) -> GridView:
    """The grid alone, on the screen, with the focus."""
    return shown(qtbot, bridge, light, 1000)


def _in_use(bridge: SessionBridge, area: str, indicator: str = SCORE) -> Observation:
    reading = bridge.session.readings[area, indicator]
    assert reading.observation is not None
    return bridge.session.project.observations.get(reading.observation)


def _uncite(bridge: SessionBridge, area: str, indicator: str = SCORE) -> None:
    for citation in _in_use(bridge, area, indicator).citations:
        bridge.run(operations.uncite, citation.id)


def _sources(bridge: SessionBridge, area: str, indicator: str = SCORE) -> set[str]:
    return {citation.source for citation in _in_use(bridge, area, indicator).citations}


def _drop(view: GridView, data: QMimeData, area: str, indicator: str = SCORE) -> bool:
    """Drag something over a cell and let go, as the window system tells it."""
    place = view.table.visualRect(view.model.index_of(area, indicator)).center()
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(place, copy, data, LEFT, none)
    QApplication.sendEvent(view.table.viewport(), entering)
    moving = QDragMoveEvent(place, copy, data, LEFT, none)
    QApplication.sendEvent(view.table.viewport(), moving)
    view.table.viewport().grab()  # the frames around the cells are painted meanwhile
    dropping = QDropEvent(QPointF(place), copy, data, LEFT, none)
    QApplication.sendEvent(view.table.viewport(), dropping)
    return entering.isAccepted() and dropping.isAccepted()


def test_a_source_dropped_on_the_selection_is_cited_for_all_of_it_in_one_step(
    qtbot: QtBot, view: GridView, bridge: SessionBridge
) -> None:
    select(view, "beijing", SCORE, rows=3)
    areas = [area.code for area in view.model.areas[:3]]
    with qtbot.waitSignal(view.told) as told:
        assert _drop(view, carrying_source("ici-2020"), areas[1])
    assert told.args == ["3 values cite ici-2020"]
    assert all("ici-2020" in _sources(bridge, area) for area in areas)
    bridge.undo()
    assert not any("ici-2020" in _sources(bridge, area) for area in areas)


def test_a_source_dropped_beside_the_selection_is_cited_for_that_cell_alone(
    view: GridView, bridge: SessionBridge
) -> None:
    select(view, "beijing", SCORE, rows=2)
    other = view.model.areas[4].code
    assert _drop(view, carrying_source("ici-2020"), other)
    assert "ici-2020" in _sources(bridge, other)
    assert "ici-2020" not in _sources(bridge, "beijing")


def test_only_sources_can_be_dropped_and_none_into_a_file_that_cannot_be_written(
    view: GridView, bridge: SessionBridge
) -> None:
    text = QMimeData()
    text.setText("ici-2020")
    assert not _drop(view, text, "beijing")
    view.table.writable = False
    assert not _drop(view, carrying_source("ici-2020"), "beijing")
    assert bridge.session.undo_label is None


def test_sources_are_dragged_from_the_library_and_from_the_offers_of_a_field(
    qtbot: QtBot, bridge: SessionBridge
) -> None:
    model = SourceModel()
    model.show(bridge.session.project.sources.all())
    first = model.index(0, 0)
    assert model.flags(first) & Qt.ItemFlag.ItemIsDragEnabled
    assert bytes(model.mimeData([first]).data(SOURCE).data()).decode() == model.entries[0].source.key
    field = SourceField(bridge)
    qtbot.addWidget(field)
    qtbot.keyClicks(field.line, "ici-2020")
    data = field.list.mimeData([field.list.item(0)])
    assert bytes(data.data(SOURCE).data()).decode() == "ici-2020"
    assert not field.list.mimeData([field.list.item(field.list.count() - 1)]).hasFormat(SOURCE)


def test_a_value_whose_citation_went_stale_is_cited_again_by_a_drop(view: GridView, bridge: SessionBridge) -> None:
    bridge.run(operations.set_value, "beijing", SCORE, Y2020, "77")
    assert not bridge.session.readings["beijing", SCORE].cited
    assert _drop(view, carrying_source("ici-2020"), "beijing")
    assert bridge.session.readings["beijing", SCORE].cited


def _work_focus() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def test_a_source_is_chosen_for_the_selection_by_keys_alone(qtbot: QtBot, window: MainWindow) -> None:
    assert window.workspace is not None
    grid, bridge = window.workspace.grid, window.workspace.bridge
    select(grid, "beijing", SCORE, rows=2)
    window.actions_by_id["cite_selection"].trigger()
    dialog = grid.citing.dialog
    assert isinstance(dialog, CiteSelection)
    qtbot.keyClicks(dialog.source.line, "ici-2020")
    qtbot.keyClick(dialog.source.line, Qt.Key.Key_Return)
    qtbot.keyClick(dialog.source.line, Qt.Key.Key_Return)
    qtbot.keyClicks(dialog.locator, "p. 3")
    qtbot.keyClick(dialog.locator, Qt.Key.Key_Return)
    assert grid.citing.dialog is None
    assert _work_focus() is grid.table
    held = _in_use(bridge, "beijing").citations
    assert ("ici-2020", "p. 3") in [(one.source, one.locator) for one in held]
    assert bridge.session.undo_label == "Cite ici-2020 for 2 values"


# -- rings ---------------------------------------------------------------------------------------------------------


def test_rings_say_how_much_of_a_column_and_of_a_row_is_cited(view: GridView, bridge: SessionBridge) -> None:
    column, row = view.model.index_of("wuhan", SCORE).column(), view.model.index_of("wuhan").row()
    before, across = view.model.heading_at(column), view.model.coverage(row)
    assert before.uncited == across.uncited == 0
    _uncite(bridge, "wuhan")
    after = view.model.index(row, 0).data(COVERAGE_ROLE)
    assert view.model.heading_at(column).uncited == 1
    assert (after.uncited, after.cited) == (1, across.cited - 1)
    assert "1 without a source" in view.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_press_on_the_ring_of_a_heading_goes_to_the_next_value_without_a_source_and_sorts_nothing(
    qtbot: QtBot, view: GridView, bridge: SessionBridge
) -> None:
    _uncite(bridge, "wuhan")
    _uncite(bridge, "beijing")
    rows = sorted(view.model.index_of(area).row() for area in ("wuhan", "beijing"))
    header = view.table.horizontalHeader()
    column = view.model.index_of("wuhan", SCORE).column()
    right = header.sectionViewportPosition(column) + header.sectionSize(column) - 1
    for row in (*rows, rows[0]):
        qtbot.mouseClick(header.viewport(), LEFT, pos=QPoint(right - 15, 81))
        assert (view.table.currentIndex().row(), view.table.currentIndex().column()) == (row, column)
    assert view.model.sorted_by is None


def test_a_press_on_the_ring_of_a_name_goes_along_the_row(qtbot: QtBot, view: GridView, bridge: SessionBridge) -> None:
    _uncite(bridge, "wuhan", ORDER)
    names = view.grid.names
    rect = names.visualRect(view.model.index_of("wuhan"))
    qtbot.mouseClick(names.viewport(), LEFT, pos=QPoint(rect.right() - 11, rect.center().y()))
    assert view.model.cell(view.table.currentIndex()) == ("wuhan", ORDER)
    select(view, "beijing", SCORE)
    rect = names.visualRect(view.model.index_of("beijing"))
    with qtbot.waitSignal(view.told) as told:
        qtbot.mouseClick(names.viewport(), LEFT, pos=QPoint(rect.right() - 11, rect.center().y()))
    assert told.args == ["Every value here has a source"]


def test_keys_go_down_the_column_and_along_the_row(qtbot: QtBot, window: MainWindow) -> None:
    assert window.workspace is not None
    grid, bridge = window.workspace.grid, window.workspace.bridge
    _uncite(bridge, "wuhan", ORDER)
    _uncite(bridge, "wuhan", SCORE)
    grid.go_to(grid.model.index_of("beijing", SCORE))
    qtbot.keyClick(_work_focus(), Qt.Key.Key_F8, CONTROL)
    assert grid.model.cell(grid.table.currentIndex()) == ("wuhan", SCORE)
    qtbot.keyClick(_work_focus(), Qt.Key.Key_F8, SHIFT)
    assert grid.model.cell(grid.table.currentIndex()) == ("wuhan", ORDER)


# -- copies that carry their citations ---------------------------------------------------------------------------------


def _copied(view: GridView, area: str, rows: int = 1) -> None:
    select(view, area, SCORE, rows=rows)
    view.copy()


def test_a_copy_within_citeria_takes_its_citation_along_after_one_question(
    view: GridView, bridge: SessionBridge
) -> None:
    source = next(iter(_sources(bridge, "wuhan")))
    bridge.run(operations.set_value, "beijing", SCORE, Y2020, "1", source="ici-2020")
    _copied(view, "wuhan")
    select(view, "beijing", SCORE)
    view.blocks.paste()
    assert view.blocks.question is not None
    view.blocks.question.buttons[0].click()
    assert view.blocks.carry is True
    assert _in_use(bridge, "beijing").value == _in_use(bridge, "wuhan").value
    assert source in _sources(bridge, "beijing")
    bridge.undo()
    view.blocks.paste()
    assert view.blocks.question is None
    assert source in _sources(bridge, "beijing")


def test_the_value_only_is_pasted_as_a_text(view: GridView, bridge: SessionBridge) -> None:
    _copied(view, "wuhan")
    select(view, "beijing", SCORE)
    view.blocks.paste()
    assert view.blocks.question is not None
    view.blocks.question.buttons[1].click()
    assert view.blocks.carry is False
    assert _in_use(bridge, "beijing").value == _in_use(bridge, "wuhan").value
    assert not bridge.session.readings["beijing", SCORE].cited


def test_a_carried_block_is_repeated_over_a_selection_of_several_times_its_size(
    view: GridView, bridge: SessionBridge
) -> None:
    view.blocks.carry = True
    _copied(view, view.model.areas[0].code, rows=2)
    third = view.model.areas[2].code
    select(view, third, SCORE, rows=4)
    view.blocks.paste()
    values = [_in_use(bridge, view.model.areas[row].code).value for row in range(6)]
    assert values[2:] == values[:2] * 2


@pytest.mark.parametrize("spoilt", [b"", b"[[]]", b"[[1, 2], 3]", b'[[["no-such-id", "5"]]]', b"\xff"])
def test_a_clipboard_that_another_program_has_spoilt_is_pasted_as_text(
    view: GridView, bridge: SessionBridge, spoilt: bytes
) -> None:
    view.blocks.carry = True
    data = QMimeData()
    data.setData(CELLS, spoilt)
    data.setText("41.5")
    QApplication.clipboard().setMimeData(data)
    select(view, "beijing", SCORE)
    view.blocks.paste()
    assert _in_use(bridge, "beijing").value == 41.5


def test_a_value_changed_since_it_was_copied_is_pasted_as_it_was_copied(view: GridView, bridge: SessionBridge) -> None:
    view.blocks.carry = True
    _copied(view, "wuhan")
    copied = _in_use(bridge, "wuhan").value
    bridge.run(operations.set_value, "wuhan", SCORE, Y2020, "5")
    select(view, "beijing", SCORE)
    view.blocks.paste()
    assert _in_use(bridge, "beijing").value == copied


def test_the_clipboard_holds_the_usual_forms_beside_the_cells(view: GridView) -> None:
    _copied(view, "wuhan")
    data = QApplication.clipboard().mimeData()
    assert data.hasText()
    assert data.hasHtml()
    assert data.hasFormat("text/csv")
    carried = CarriedCells.of(data)
    assert carried is not None
    assert carried.cells[0][0][1] == data.text().strip()


# -- the handle ------------------------------------------------------------------------------------------------------


def _pull(qtbot: QtBot, view: GridView, to_row: int, to_column: int, *, escape: bool = False) -> None:
    handle = view.table.handle()
    assert handle is not None
    port = view.table.viewport()
    qtbot.mousePress(port, LEFT, pos=handle.center())
    there = view.table.visualRect(view.model.index(to_row, to_column)).center()
    for place in (handle.center() + QPoint(4, 4), there):
        qtbot.mouseMove(port, place)
    port.grab()  # with the outline
    if escape:
        qtbot.keyClick(view.table, Qt.Key.Key_Escape)
    qtbot.mouseRelease(port, LEFT, pos=there)


def test_the_handle_fills_down_in_one_step(qtbot: QtBot, view: GridView, bridge: SessionBridge) -> None:
    view.blocks.carry = True
    first = view.model.areas[0].code
    source = next(iter(_sources(bridge, first)))
    select(view, first, SCORE)
    column = view.table.currentIndex().column()
    _pull(qtbot, view, 3, column)
    for area in view.model.areas[1:4]:
        assert _in_use(bridge, area.code).value == _in_use(bridge, first).value
        assert source in _sources(bridge, area.code)
    assert len(view.table.selectionModel().selectedIndexes()) == 4
    assert bridge.session.undo_label == "Fill 3 values"
    bridge.undo()
    assert bridge.session.undo_label is None


def test_escape_lets_go_of_the_handle_without_a_step(qtbot: QtBot, view: GridView, bridge: SessionBridge) -> None:
    view.blocks.carry = True
    select(view, view.model.areas[0].code, SCORE)
    _pull(qtbot, view, 3, view.table.currentIndex().column(), escape=True)
    assert bridge.session.undo_label is None


def test_the_handle_fills_right_and_over_several_columns(qtbot: QtBot, view: GridView, bridge: SessionBridge) -> None:
    view.blocks.carry = True
    select(view, view.model.areas[0].code, view.model.indicators[0].code, rows=2)
    values = [view.model.index(row, 1).data() for row in range(2)]
    _pull(qtbot, view, 0, 3)
    assert [view.model.index(row, column).data() for column in (2, 3) for row in range(2)] == values * 2


def test_several_rectangles_and_a_file_that_cannot_be_written_have_no_handle(view: GridView) -> None:
    select(view, "beijing", SCORE)
    assert view.table.handle() is not None
    view.table.selectionModel().select(view.model.index(3, 1), QItemSelectionModel.SelectionFlag.Select)
    assert view.table.handle() is None
    select(view, "beijing", SCORE)
    view.table.writable = False
    assert view.table.handle() is None


# -- changed since ---------------------------------------------------------------------------------------------------


def test_cells_changed_since_a_step_are_marked_and_alone_shown(view: GridView, bridge: SessionBridge) -> None:
    bridge.run(operations.set_value, "wuhan", SCORE, Y2020, "12")
    bridge.run(operations.set_value, "harbin", SCORE, Y2020, "13")
    view.bar.since_wanted.emit(1)
    assert [area.code for area in view.model.areas] == ["harbin"]
    assert view.model.is_changed(0, view.model.index_of("harbin", SCORE).column())
    assert view.bar.changed.text() == "changed since step 1: 1"
    view.bar.since_wanted.emit(0)
    assert {area.code for area in view.model.areas} == {"wuhan", "harbin"}
    bridge.undo()
    assert view.model.count(CHANGED) == 1
    bridge.run(operations.set_value, "beijing", SCORE, Y2020, "14")
    assert view.model.count(CHANGED) == 2
    view.bar.since_wanted.emit(None)
    assert view.model.rowCount() == 11
    assert view.bar.changed.text() == "changed since…"


def test_a_date_or_a_step_is_typed_and_nonsense_is_refused_in_words(
    qtbot: QtBot, view: GridView, bridge: SessionBridge
) -> None:
    bridge.run(operations.set_value, "wuhan", SCORE, Y2020, "12")
    view.bar._list_changes()
    asked = next(action for action in view.bar.changes.actions() if action.text() == "Since a date or a step…")
    asked.trigger()
    dialog = view.bar.asking
    assert dialog is not None
    dialog.setTextValue("2020-01-01")
    dialog.accept()
    assert view.model.since == 0
    with qtbot.waitSignal(bridge.failed):
        view.bar._take_since("the day before yesterday")
    assert view.model.since == 0


def test_what_changed_since_the_project_was_left_is_known_the_next_time(
    qtbot: QtBot, open_window: object, project_file: object
) -> None:
    window: MainWindow = open_window(project_file)  # type: ignore[operator]
    assert window.workspace is not None
    window.workspace.bridge.run(operations.set_value, "wuhan", SCORE, Y2020, "12")
    window.close_project()
    window.open_project(project_file)  # type: ignore[arg-type]
    work = window.workspace
    assert work is not None
    work.bridge.run(operations.set_value, "harbin", SCORE, Y2020, "13")
    work.grid.bar._list_changes()
    first = work.grid.bar.changes.actions()[0]
    assert first.text() == "Since you last opened this project"
    first.trigger()
    assert [area.code for area in work.grid.model.areas] == ["harbin"]


# -- drafts ----------------------------------------------------------------------------------------------------------


def test_the_status_line_says_saved_only_when_nothing_typed_is_a_draft(qtbot: QtBot, window: MainWindow) -> None:
    work = window.workspace
    assert work is not None
    work.bridge.select("wuhan", SCORE)
    work.inspector.settle()
    page = work.inspector.cell_page
    assert page is not None
    assert page.cite is not None
    assert work.status.state == "Saved"
    page.note.setFocus()
    qtbot.keyClicks(page.note, "Ask Anna")
    assert work.status.state == "Draft not stored yet"
    qtbot.keyClick(page.note, Qt.Key.Key_Return, CONTROL)
    work.bridge.select("wuhan", SCORE)
    work.inspector.settle()
    assert work.status.state == "Saved"
    page = work.inspector.cell_page
    assert page is not None
    assert page.cite is not None
    qtbot.keyClicks(page.cite.source.line, "ici-2020")
    assert work.status.state == "Draft not stored yet"
    work.bridge.select("beijing", SCORE)
    work.inspector.settle()
    assert work.status.state == "Draft not stored yet"
    work.bridge.select("wuhan", SCORE)
    work.inspector.settle()
    page = work.inspector.cell_page
    assert page is not None
    assert page.cite is not None
    page.cite.clear()
    assert work.status.state == "Saved"


def test_a_source_held_over_a_button_of_the_rail_opens_its_view(qtbot: QtBot, window: MainWindow) -> None:
    work = window.workspace
    assert work is not None
    work.show_view("sources")
    button = next(one for one in work.rail.buttons if one.defaultAction() is window.actions_by_id["data"])
    data, copy, none = carrying_source("ici-2020"), Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    place = button.geometry().center()
    entering = QDragEnterEvent(place, copy, data, LEFT, none)
    QApplication.sendEvent(work.rail, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(work.rail, QDragMoveEvent(place, copy, data, LEFT, none))
    qtbot.waitUntil(lambda: work.view == "data", timeout=3000)
    QApplication.sendEvent(work.rail, QEvent(QEvent.Type.DragLeave))
