"""Find and replace across the grid: counted, shown, and one step."""

import pytest
from grids import shown
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs.replace import ReplaceDialog
from citeria_desktop.models.preview_model import Kind
from citeria_desktop.theme import Theme
from citeria_desktop.views.grid import GridView

SCORE = "sub-smart-2020-score"
ORDER = "sub-aminer-2023-order"


@pytest.fixture
def view(qtbot: QtBot, bridge: SessionBridge, light: Theme) -> GridView:
    """The grid alone, on the screen, with the focus."""
    made = shown(qtbot, bridge, light, 1100)
    made.go_to(made.model.index_of("wuhan", SCORE))
    return made


def _open(qtbot: QtBot, view: GridView, sought: str, by: str, *, regex: bool = False) -> ReplaceDialog:
    view.replace()
    dialog = view.window().findChild(ReplaceDialog)
    assert dialog is not None
    qtbot.keyClicks(dialog.sought, sought)
    qtbot.keyClicks(dialog.by, by)
    if regex:
        qtbot.keyClick(dialog.regex, Qt.Key.Key_Space)
    dialog.look()
    return dialog


def test_what_would_change_is_counted_and_shown_before_it_is_done(
    qtbot: QtBot, view: GridView, bridge: SessionBridge
) -> None:
    dialog = _open(qtbot, view, "48.4", "58.4")
    assert dialog.told.text() == "1 value would change in 1 row"
    assert dialog.model.index(0, 0).data() == "48.44 → 58.44"
    assert bridge.session.undo_label is None
    with qtbot.waitSignal(view.told) as told:
        qtbot.keyClick(dialog.by, Qt.Key.Key_Return)
    assert told.args == ["Replaced in 1 cell"]
    assert view.model.index_of("wuhan", SCORE).data() == "58.44"
    assert bridge.session.undo_label == "Replace “48.4” by “58.4” in 1 cell"
    bridge.undo()
    assert view.model.index_of("wuhan", SCORE).data() == "48.44"
    assert QApplication.focusWidget() is view.table


def test_a_regular_expression_with_groups_changes_many_cells_in_one_step(
    qtbot: QtBot, view: GridView, bridge: SessionBridge
) -> None:
    before = {area.code: view.model.typed(view.model.index_of(area.code, SCORE)) for area in view.model.areas}
    dialog = _open(qtbot, view, r"^(\d+)\.(\d\d)$", r"\1.5", regex=True)
    qtbot.keyClick(dialog.sought, Qt.Key.Key_Return)
    for area, text in before.items():
        whole, point, _ = text.partition(".")
        assert view.model.typed(view.model.index_of(area, SCORE)) == (f"{whole}.5" if point else text)
    bridge.undo()
    assert bridge.session.undo_label is None


def test_only_the_selection_is_searched_if_there_is_one(qtbot: QtBot, view: GridView) -> None:
    column = view.model.index_of("wuhan", ORDER).column()
    chosen = QItemSelection(view.model.index(0, column), view.model.index(2, column))
    view.table.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    dialog = _open(qtbot, view, r"\d+", "9", regex=True)
    assert dialog.within.text() == "Only the 3 cells selected"
    assert dialog.told.text() == "3 values would change in 3 rows"
    qtbot.keyClick(dialog.within, Qt.Key.Key_Space)
    assert len(dialog.hits) > 3
    dialog.reject()


def test_a_result_that_is_no_number_stays_as_it_is_and_says_so(
    qtbot: QtBot, view: GridView, bridge: SessionBridge
) -> None:
    dialog = _open(qtbot, view, "48.44", "some")
    assert "1 value left as it is" in dialog.left_out.text()
    assert "“some” cannot be read as a number" in dialog.left_out.text()
    assert dialog.model.change_at(dialog.model.index(0, 0)).kind is Kind.OPEN  # type: ignore[union-attr]
    assert not dialog.apply.isEnabled()
    qtbot.keyClick(dialog.sought, Qt.Key.Key_Return)
    assert bridge.session.undo_label is None
    dialog.reject()


def test_a_cell_is_not_emptied_by_replacing(qtbot: QtBot, view: GridView) -> None:
    dialog = _open(qtbot, view, "48.44", "")
    assert "mark the value as missing instead" in dialog.left_out.text()
    dialog.reject()


def test_a_broken_expression_is_told_while_it_is_typed(qtbot: QtBot, view: GridView) -> None:
    dialog = _open(qtbot, view, "(", "", regex=True)
    assert "“(” cannot be used" in dialog.told.text()
    assert not dialog.apply.isEnabled()
    dialog.reject()
