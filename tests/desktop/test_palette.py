"""The command palette: found by a part of the name, done by Enter, and why not when it cannot be."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QMenu
from pytestqt.qtbot import QtBot

from citeria_desktop.actions.catalogue import PAGES
from citeria_desktop.dialogs.palette import Entry, PaletteDialog
from citeria_desktop.theme import Theme
from citeria_desktop.views.clusters import ClustersView
from citeria_desktop.views.ranking import RankingView
from citeria_desktop.views.registry import VIEWS, ViewSpec
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


def _sought(window: MainWindow, words: str) -> PaletteDialog:
    window.open_palette()
    (dialog,) = (one for one in window.findChildren(PaletteDialog) if one.isVisible())
    dialog.sought.setText(words)
    return dialog


@pytest.mark.parametrize("spec", VIEWS, ids=lambda spec: spec.public_name)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_button_menu_and_choice_of_the_panes_in_view_is_found(
    qtbot: QtBot, window: MainWindow, spec: ViewSpec, language: str
) -> None:
    window.set_language(language)
    work = window.workspace
    assert work is not None
    work.bridge.select("wuhan", "sub-smart-2020-score")
    work.show_view(spec.name)
    view = work.views[spec.name]
    qtbot.waitUntil(lambda: not view.busy, timeout=20_000)
    dialog = _sought(window, "")
    found = {(entry.text, entry.menu) for entry in dialog.model.entries}
    for title, pane in work.panes_in_view():
        for button in pane.findChildren(QAbstractButton):
            name = (button.accessibleName() or button.text()).replace(" ▾", "").replace("▾", "")
            if button.isVisibleTo(pane) and name:
                assert (name, title) in found
                for menu in button.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
                    done = (one for one in menu.actions() if one.menu() is None and not one.isSeparator())
                    entries = [action.text().replace("&&", "&") for action in done]
                    opened = name.split(":")[0]
                    for text in entries if button.isEnabled() else ():
                        assert not text or (f"{opened}: {text}", title) in found
        for box in pane.findChildren(QComboBox):
            if box.isVisibleTo(pane) and box.count() <= 20:
                choices = [box.itemText(at) for at in range(box.count()) if at != box.currentIndex()]
                assert {(f"{box.accessibleName()}: {choice}", title) for choice in choices if choice} <= found
    dialog.close()


def test_a_chip_an_entry_of_a_menu_and_a_choice_of_a_view_are_done_from_the_palette(
    qtbot: QtBot, window: MainWindow
) -> None:
    work = window.workspace
    assert work is not None
    work.show_view("ranking")
    view = work.views["ranking"]
    assert isinstance(view, RankingView)
    assert view.bench is not None
    qtbot.keyClick(_sought(window, "overview shrink").sought, Qt.Key.Key_Return)
    assert view.table.overview
    former = [row.area for row in view.model.rows]
    qtbot.keyClick(_sought(window, "sort: area").sought, Qt.Key.Key_Return)
    named = [row.name for row in view.model.rows]
    assert named == sorted(named)
    assert [row.area for row in view.model.rows] != former
    work.show_view("clusters")
    clusters = work.views["clusters"]
    assert isinstance(clusters, ClustersView)
    qtbot.waitUntil(lambda: not clusters.busy, timeout=20_000)
    qtbot.keyClick(_sought(window, "set in view: k-means").sought, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not clusters.busy, timeout=20_000)
    assert clusters.study is not None
    assert clusters.study.shown.key == clusters.question.shown != ""


def test_what_a_view_cannot_do_now_stays_in_the_palette_and_says_why(qtbot: QtBot, window: MainWindow) -> None:
    work = window.workspace
    assert work is not None
    work.show_view("sources")
    (due,) = (
        button
        for button in work.views["sources"].findChildren(QAbstractButton)
        if button.text().split() == ["Due", "0"]
    )
    dialog = _sought(window, "due 0")
    assert not due.isEnabled()
    qtbot.keyClick(dialog.sought, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.told.text()
    dialog.close()
