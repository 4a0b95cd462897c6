"""Search in names, notes, quotes, verdicts and sources, from the keyboard, to the place of the hit."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from citeria_core.period import Period
from citeria_db import operations
from citeria_desktop.dialogs.search import SearchDialog
from citeria_desktop.windows.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


def _open(qtbot: QtBot, window: MainWindow, words: str) -> SearchDialog:
    window.actions_by_id["search"].trigger()
    assert window.workspace is not None
    dialog = window.workspace.findChildren(SearchDialog)[-1]
    dialog.line.setText(words) if not words.isascii() else qtbot.keyClicks(dialog.line, words)
    dialog.look()
    return dialog


def _go(qtbot: QtBot, dialog: SearchDialog, kind: str) -> None:
    rows = [row for row, hit in enumerate(dialog.model.hits) if hit.kind == kind]
    for _ in range(rows[0]):
        qtbot.keyClick(dialog.line, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)


def test_two_chinese_signs_are_found_and_lead_to_the_cell(qtbot: QtBot, window: MainWindow) -> None:
    work = window.workspace
    assert work is not None
    quote = "武汉市发表五篇"
    cell = ("wuhan", "sub-smart-2020-score", Period.parse("2020"))
    work.bridge.run(operations.set_value, *cell, "71.5", source="emlyon-2021", quote=quote)
    work.show_view("structure")
    dialog = _open(qtbot, window, "发表")
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert [hit.kind for hit in dialog.model.hits] == ["quote"]
    _go(qtbot, dialog, "quote")
    assert work.view == "data"
    assert (work.bridge.area, work.bridge.indicator) == cell[:2]
    assert work.grid.table.currentIndex() == work.grid.model.index_of(*cell[:2])


def test_a_source_a_node_and_a_group_lead_to_their_views(qtbot: QtBot, window: MainWindow) -> None:
    work = window.workspace
    assert work is not None
    _go(qtbot, _open(qtbot, window, "emlyon-2021"), "source")
    assert work.view == "sources"
    _go(qtbot, _open(qtbot, window, "research quality"), "node")
    assert work.view == "structure"
    assert work.views["structure"].page.tree.key[0] == "node"  # type: ignore[attr-defined]
    _go(qtbot, _open(qtbot, window, "east coast"), "group")
    assert work.views["structure"].page.tree.key[0] == "group"  # type: ignore[attr-defined]


def test_what_the_index_does_not_show_is_found_in_all_data(qtbot: QtBot, window: MainWindow) -> None:
    work = window.workspace
    assert work is not None
    assert not work.grid.model.everything
    _go(qtbot, _open(qtbot, window, "planned or built"), "indicator")
    assert work.view == "data"
    assert work.grid.model.everything


def test_nothing_found_is_said(qtbot: QtBot, window: MainWindow) -> None:
    dialog = _open(qtbot, window, "zzzz")
    assert dialog.told.text() == "Nothing holds all of “zzzz”"
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.reject()
