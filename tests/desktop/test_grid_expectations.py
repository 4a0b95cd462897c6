"""What people expect of a grid of values who come from a spreadsheet, where no other test drives it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from citeria_core.model import Indicator
from citeria_core.period import Period
from citeria_db import operations, structure_operations
from citeria_desktop.windows.main_window import MainWindow
from citeria_desktop.windows.workspace import Workspace

SCORE = "sub-smart-2020-score"
Y2020 = Period.parse("2020")
CONTROL = Qt.KeyboardModifier.ControlModifier


def _work(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def test_ctrl_enter_in_the_inspector_stores_the_note_and_goes_to_the_next_row(qtbot: QtBot, window: MainWindow) -> None:
    work = _work(window)
    work.grid.go_to(work.grid.model.index_of("wuhan", SCORE))
    work.inspector.settle()
    page = work.inspector.cell_page
    assert page is not None
    page.note.setFocus()
    qtbot.keyClicks(page.note, "Ask Anna")
    row = work.grid.table.currentIndex().row()
    qtbot.keyClick(page.note, Qt.Key.Key_Return, CONTROL)
    work.inspector.settle()
    assert work.grid.table.currentIndex().row() == row + 1
    focus = QApplication.focusWidget()
    assert focus is not None
    assert work.inspector.isAncestorOf(focus) or focus is work.inspector
    held = work.bridge.session.readings["wuhan", SCORE].observation
    assert held is not None
    assert work.bridge.session.project.observations.get(held).note == "Ask Anna"


def test_a_cell_with_a_note_has_a_corner_and_says_so(window: MainWindow) -> None:
    work = _work(window)
    index = work.grid.model.index_of("wuhan", SCORE)
    before = work.grid.model.look(index).noted, work.grid.table.viewport().grab(work.grid.table.visualRect(index))
    held = work.bridge.session.readings["wuhan", SCORE].observation
    work.bridge.run(operations.set_note, "Ask Anna", observation=held)
    after = work.grid.model.look(index).noted, work.grid.table.viewport().grab(work.grid.table.visualRect(index))
    assert (before[0], after[0]) == (False, True)
    assert before[1].toImage() != after[1].toImage()
    assert "note" in str(index.data(Qt.ItemDataRole.ToolTipRole))


def test_the_column_and_not_the_text_says_what_a_value_is(qtbot: QtBot, window: MainWindow) -> None:
    work = _work(window)
    work.bridge.run(structure_operations.add_indicator, Indicator("postcode", "Post code", kind="text"))
    work.bridge.run(operations.set_value, "wuhan", "postcode", Y2020, "x")
    work.grid.show_everything(True)
    index = work.grid.model.index_of("wuhan", "postcode")
    work.grid.go_to(index)
    work.grid.table.setFocus()
    for text in ("01234", "1,234", "2020-03", "1e5"):
        work.grid.go_to(work.grid.model.index_of("wuhan", "postcode"))
        qtbot.keyClick(work.grid.table, text[0])
        editor = work.grid.table.cells.editor
        assert editor is not None
        qtbot.keyClicks(editor, text[1:])
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        (held,) = work.bridge.session.project.observations.cell("wuhan", "postcode", Y2020)
        assert (held.text, held.value) == (text, None)


def test_a_double_click_edits_in_place(qtbot: QtBot, window: MainWindow) -> None:
    work = _work(window)
    index = work.grid.model.index_of("beijing", SCORE)
    work.grid.go_to(index)
    place = work.grid.table.visualRect(index).center()
    qtbot.mouseClick(work.grid.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(work.grid.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert work.grid.table.editing
    editor = work.grid.table.cells.editor
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert work.bridge.session.undo_label is None
