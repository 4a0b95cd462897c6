"""The command palette: found by a part of the name, done by Enter, and why not when it cannot be."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from citeria_desktop.actions.catalogue import PAGES
from citeria_desktop.dialogs.palette import Entry, PaletteDialog
from citeria_desktop.theme import Theme
from citeria_desktop.views.registry import VIEWS
from citeria_desktop.windows.main_window import MainWindow


@pytest.fixture
def entries(qapp: QApplication) -> list[Entry]:
    made = []
    for text, menu, keys in (
        ("Export workbook…", "File", "Ctrl+E"),
        ("Read a table…", "File", ""),
        ("Fill down", "Edit", "Ctrl+D"),
        ("Next value without a source", "Edit", "F8"),
    ):
        action = QAction(text, qapp)
        action.setShortcut(QKeySequence(keys))
        made.append(Entry.of(action, menu))
    return made


@pytest.fixture
def palette(qtbot: QtBot, entries: list[Entry], light: Theme) -> PaletteDialog:
    dialog = PaletteDialog(entries, light)
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal, dialog)
    dialog.open()
    return dialog


def test_without_words_every_action_stands_in_the_order_of_the_menus(
    palette: PaletteDialog, entries: list[Entry]
) -> None:
    assert palette.model.entries == tuple(entries)


def test_words_are_found_in_any_order_and_the_best_match_comes_first(qtbot: QtBot, palette: PaletteDialog) -> None:
    qtbot.keyClicks(palette.sought, "table read")
    assert [entry.text for entry in palette.model.entries] == ["Read a table"]
    palette.sought.setText("e")
    assert palette.model.entries[0].text == "Export workbook"


def test_enter_does_what_is_chosen_and_the_arrows_choose(
    qtbot: QtBot, palette: PaletteDialog, entries: list[Entry]
) -> None:
    qtbot.keyClick(palette.sought, Qt.Key.Key_Down)
    qtbot.keyClick(palette.sought, Qt.Key.Key_Down)
    with qtbot.waitSignal(entries[2].action.triggered):
        qtbot.keyClick(palette.sought, Qt.Key.Key_Return)
    assert not palette.isVisible()


def test_an_action_that_cannot_be_used_says_why_and_the_palette_stays(
    qtbot: QtBot, palette: PaletteDialog, entries: list[Entry]
) -> None:
    entries[0].action.setEnabled(False)
    entries[0].action.setToolTip("This project has no index yet")
    qtbot.keyClick(palette.sought, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert palette.told.text() == "This project has no index yet"


def test_a_reader_hears_the_menu_and_the_keys(palette: PaletteDialog) -> None:
    heard = palette.model.data(palette.model.index(2), Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Fill down, Edit, Ctrl+D"


def test_words_that_nothing_has_are_said_so(palette: PaletteDialog) -> None:
    palette.sought.setText("zeppelin")
    assert palette.model.entries == ()
    assert palette.told.text() == "No command has these words"


def test_every_page_of_a_view_is_found_in_the_palette(window: MainWindow) -> None:
    work = window.workspace
    assert work is not None
    pages = [(spec.name, page) for spec in VIEWS for page in spec.pages]
    assert [f"{name}.{page}" for name, page in pages] == list(PAGES)
    for name, page in pages:
        window.actions_by_id[f"{name}.{page}"].trigger()
        assert work.view == name
        assert work.views[name].state()["page"] == page
