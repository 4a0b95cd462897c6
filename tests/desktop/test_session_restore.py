"""Opening again: the last project, where its user was, in every view; and what a narrow window took comes back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from citeria_desktop.dialogs.preferences import PreferencesDialog
from citeria_desktop.settings import Settings
from citeria_desktop.views.registry import VIEWS
from citeria_desktop.views.sources import SourcesView
from citeria_desktop.windows.main_window import MainWindow
from citeria_desktop.windows.workspace import Workspace

SCORE = "sub-smart-2020-score"


def _work(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def test_the_window_begins_with_the_project_it_was_closed_with(
    open_window: Callable[..., MainWindow], project_file: Path
) -> None:
    open_window(project_file).close()
    assert _work(open_window()).bridge.session.project.path == project_file


def test_a_file_that_is_named_goes_before_the_last_one(
    open_window: Callable[..., MainWindow], project_file: Path, pristine: Path, tmp_path: Path
) -> None:
    open_window(project_file).close()
    other = tmp_path / "other.citeria"
    other.write_bytes(pristine.read_bytes())
    assert _work(open_window(other)).bridge.session.project.path == other


def test_who_closed_the_project_or_wants_it_so_begins_with_the_welcome_page(
    open_window: Callable[..., MainWindow], project_file: Path, settings: Settings
) -> None:
    first = open_window(project_file)
    first.close_project()
    first.close()
    second = open_window()
    assert second.workspace is None
    second.open_project(project_file)
    dialog = PreferencesDialog(settings, second)
    dialog.reopen.click()
    dialog.close()
    second.close()
    assert open_window().workspace is None


@pytest.mark.parametrize("damage", [None, b"no project"])
def test_a_last_project_that_is_gone_or_damaged_is_told_once_on_the_welcome_page(
    open_window: Callable[..., MainWindow], project_file: Path, damage: bytes | None
) -> None:
    open_window(project_file).close()
    project_file.unlink()
    if damage is not None:
        project_file.write_bytes(damage)
    window = open_window()
    assert window.workspace is None
    assert project_file.name in window.welcome.message.text().replace("\u200b", "")
    window.close()
    assert open_window().welcome.message.text() == ""


@pytest.mark.parametrize("name", [view.name for view in VIEWS])
def test_the_view_in_the_middle_comes_back(
    open_window: Callable[..., MainWindow], project_file: Path, name: str
) -> None:
    first = open_window(project_file)
    _work(first).show_view(name)
    first.close()
    second = open_window(project_file)
    assert _work(second).view == name
    assert second.actions_by_id[name].isChecked()


def test_the_index_the_scope_and_the_filters_come_back(
    open_window: Callable[..., MainWindow], project_file: Path
) -> None:
    first = open_window(project_file)
    _work(first).bridge.choose_index("ICI-CN")
    grid = _work(first).grid
    grid.show_everything(True)
    grid.show_filters(True)
    grid.model.filter("", "an")
    grid.show_marked("uncited")
    rows = [area.code for area in grid.model.areas]
    first.close()
    second = _work(open_window(project_file))
    assert second.bridge.session.index is not None
    assert second.bridge.session.index.code == "ICI-CN"
    assert second.grid.model.everything
    assert [area.code for area in second.grid.model.areas] == rows
    assert second.grid.model.filters == {"": "an"}


def test_the_grid_is_scrolled_as_it_was(
    qtbot: QtBot, open_window: Callable[..., MainWindow], project_file: Path
) -> None:
    first = open_window(project_file)
    first.resize(1024, 640)
    grid = _work(first).grid
    grid.show_everything(True)
    bar = grid.table.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 200)
    bar.setValue(150)
    first.close()
    again = _work(open_window(project_file)).grid
    qtbot.waitUntil(lambda: again.table.horizontalScrollBar().value() == 150)


def test_a_page_of_the_structure_comes_back_folded_and_chosen_as_it_was(
    open_window: Callable[..., MainWindow], project_file: Path
) -> None:
    first = open_window(project_file)
    _work(first).go("structure", "indices")
    tree = _work(first).views["structure"].pages["indices"].tree  # type: ignore[attr-defined]
    top = tree.entries.index(0, 0)
    tree.setExpanded(top, False)
    tree.setCurrentIndex(top)
    key = tree.key
    first.close()
    view = _work(open_window(project_file)).views["structure"]
    again = view.page.tree  # type: ignore[attr-defined]
    assert view.page is view.pages["indices"]  # type: ignore[attr-defined]
    assert not again.isExpanded(again.entries.index(0, 0))
    assert again.key == key


def test_a_state_that_a_hand_has_been_at_counts_as_nothing(
    open_window: Callable[..., MainWindow], project_file: Path, settings: Settings
) -> None:
    settings.keep_state(
        project_file, '{"view": "atlantis", "index": 7, "views": {"data": [1], "sources": {"column": "x"}}}'
    )
    work = _work(open_window(project_file))
    assert work.view == "data"
    for spec in VIEWS:
        work.show_view(spec.name)


def test_panes_have_their_widths_again_after_the_window_was_narrow(qtbot: QtBot, window: MainWindow) -> None:
    work = _work(window)
    window.resize(1600, 860)
    qtbot.waitUntil(lambda: work.splitter.width() > 1400)
    work.splitter.setSizes([700, 480, work.splitter.width() - 1182])
    before = work.splitter.sizes()
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: work.splitter.width() < 1000)
    assert work.splitter.sizes()[0] >= 390
    window.resize(1600, 860)
    qtbot.waitUntil(lambda: work.splitter.sizes() == before)


def test_a_pane_hidden_in_a_narrow_window_comes_back_as_wide_as_it_was(qtbot: QtBot, window: MainWindow) -> None:
    work = _work(window)
    window.resize(1400, 800)
    qtbot.waitUntil(lambda: work.splitter.width() > 1200)
    width = work.inspector.width()
    qtbot.keyClick(window, Qt.Key.Key_F10)
    assert not work.is_shown("inspector")
    qtbot.keyClick(window, Qt.Key.Key_F10)
    assert work.inspector.width() == width


def test_the_list_of_sources_keeps_its_rows_with_the_inspector_beside_it(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1024, 640)
    work = _work(window)
    work.show_view("sources")
    work.toggle("inspector")
    qtbot.wait(20)
    view = work.views["sources"]
    assert isinstance(view, SourcesView)
    model, table = view.table.model(), view.table
    seen = [table.visualRect(model.index(row, 0)) for row in range(model.rowCount())]
    assert sum(rect.top() >= 0 and rect.bottom() <= table.viewport().height() for rect in seen) >= 6
