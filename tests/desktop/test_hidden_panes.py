"""Panes while nobody looks: they cost no edit its time, and know everything when they are shown."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from citeria_core.period import Period
from citeria_db import operations
from citeria_desktop.views.ranking import RankingView
from citeria_desktop.views.registry import HOME
from citeria_desktop.windows.main_window import MainWindow


def test_an_inspector_that_was_hidden_shows_the_cell_as_it_is_now(qtbot: QtBot, window: MainWindow) -> None:
    work = window.workspace
    assert work is not None
    qtbot.keyClick(window, Qt.Key.Key_F10)
    before = work.inspector.cell_page
    work.bridge.select("wuhan", "sub-smart-2020-score")
    work.bridge.run(operations.set_value, "wuhan", "sub-smart-2020-score", Period.parse("2020"), "61.9")
    qtbot.wait(20)
    assert work.inspector.cell_page is before
    qtbot.keyClick(window, Qt.Key.Key_F10)
    page = work.inspector.cell_page
    assert page is not None
    assert page.figure.text() == "61.9"


def test_a_ranking_that_was_hidden_shows_the_ranks_as_they_are_now(window: MainWindow) -> None:
    work = window.workspace
    assert work is not None
    work.show_view("ranking")
    view = work.views["ranking"]
    assert isinstance(view, RankingView)
    work.show_view(HOME)
    before = view.model.rows
    work.bridge.run(operations.set_value, "harbin", "sub-smart-2020-score", Period.parse("2020"), "99.5")
    assert view.model.rows == before
    work.show_view("ranking")
    standing = work.bridge.session.standing
    assert standing is not None
    assert [(row.area, row.label) for row in view.model.rows] == [(row.area, row.label) for row in standing.rows]
    assert view.model.rows != before


def test_a_hidden_ranking_takes_another_theme_and_another_look_while_it_holds_another_index(
    window: MainWindow,
) -> None:
    work = window.workspace
    assert work is not None
    work.show_view("ranking")
    view = work.views["ranking"]
    assert isinstance(view, RankingView)
    work.show_view(HOME)
    work.bridge.choose_index("ICI-CN")
    window.set_theme("dark")
    work.bridge.look(work.bridge.session.tried)
    work.bridge.look(None)
    work.show_view("ranking")
    index = work.bridge.session.index
    assert index is not None
    tops = [node.name for node in index.nodes if node.parent == index.code]
    assert view.bench is not None
    assert [part.name for part in view.bench.header.parts] == tops
    assert view.bench.header.theme.name == "dark"
