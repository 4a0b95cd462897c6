"""The cell that all panes show is one that the grid shows, in view, also after another index, scope or run."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from citeria_desktop.windows.main_window import MainWindow
from citeria_desktop.windows.workspace import Workspace

SCORE = "sub-smart-2020-score"


def _work(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def _shown(work: Workspace) -> tuple[str, str]:
    work.inspector.settle()
    page = work.inspector.cell_page
    assert page is not None
    return page.shown.area.code, page.shown.indicator.code


def _in_view(work: Workspace) -> bool:
    table = work.grid.table
    return table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())


def test_a_cell_that_another_index_lacks_gives_way_to_one_it_has(qtbot: QtBot, window: MainWindow) -> None:
    work = _work(window)
    work.bridge.select("wuhan", SCORE)
    other = next(one for one in work.bridge.session.project.indices.all() if one.code == "ICI-CN")
    assert SCORE not in {leaf.indicator for leaf in other.leaves()}
    work.bridge.choose_index("ICI-CN")
    QApplication.processEvents()
    held = work.grid.model.cell(work.grid.table.currentIndex())
    assert held[0] == "wuhan"
    assert held == _shown(work) == (work.bridge.area, work.bridge.indicator)
    assert _in_view(work)


def test_all_data_keeps_the_cell_and_scrolls_to_its_column(qtbot: QtBot, window: MainWindow) -> None:
    work = _work(window)
    work.bridge.select("wuhan", SCORE)
    work.grid.show_everything(True)
    QApplication.processEvents()
    assert (work.bridge.area, work.bridge.indicator) == ("wuhan", SCORE)
    assert work.grid.model.cell(work.grid.table.currentIndex()) == ("wuhan", SCORE)
    assert _in_view(work)


def test_back_at_the_index_the_inspector_shows_no_cell_that_the_grid_does_not(qtbot: QtBot, window: MainWindow) -> None:
    work, model = _work(window), _work(window).grid.model
    work.grid.show_everything(True)
    work.grid.go_to(model.index(model.rowCount() - 1, model.columnCount() - 1))
    left = work.bridge.area, work.bridge.indicator
    work.grid.show_everything(False)
    QApplication.processEvents()
    assert not model.index_of(*left).isValid()
    assert model.cell(work.grid.table.currentIndex()) == _shown(work) == (work.bridge.area, work.bridge.indicator)
    assert _in_view(work)


def test_opening_again_comes_back_to_the_cell(
    qtbot: QtBot, open_window: Callable[..., MainWindow], project_file: Path
) -> None:
    first = open_window(project_file)
    _work(first).bridge.select("wuhan", SCORE)
    first.close()
    again = _work(open_window(project_file))
    assert (again.bridge.area, again.bridge.indicator) == ("wuhan", SCORE)
    assert again.grid.model.cell(again.grid.table.currentIndex()) == ("wuhan", SCORE)


def test_a_project_without_indicators_opens_on_nothing(
    qtbot: QtBot, open_window: Callable[..., MainWindow], tmp_path: Path
) -> None:
    window = open_window()
    window.create_project(tmp_path / "empty.citeria")
    assert (_work(window).bridge.area, _work(window).bridge.indicator) == ("", "")
    qtbot.keyClick(window, Qt.Key.Key_F6)
