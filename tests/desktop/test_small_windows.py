"""Small windows: what a view is about has the room; the rest steps back."""

import pytest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from citeria_desktop.panels.clusters.tree import TreePage
from citeria_desktop.views.clusters import ClustersView
from citeria_desktop.views.sources import SourcesView
from citeria_desktop.windows.main_window import MainWindow
from citeria_desktop.windows.workspace import Workspace


def _work(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def _rows_in_view(table: QTableView) -> int:
    """Rows shown from top to bottom."""
    model = table.model()
    seen = (table.visualRect(model.index(row, 0)) for row in range(model.rowCount()))
    return sum(rect.top() >= 0 and rect.bottom() <= table.viewport().height() for rect in seen)


@pytest.mark.parametrize(("width", "height", "least"), [(1360, 860, 20), (1024, 640, 14)])
def test_the_sources_fill_the_window_with_rows_and_no_cell_is_inspected_beside_them(
    qtbot: QtBot, window: MainWindow, width: int, height: int, least: int
) -> None:
    window.resize(width, height)
    work = _work(window)
    work.show_view("sources")
    qtbot.wait(20)
    view = work.views["sources"]
    assert isinstance(view, SourcesView)
    assert _rows_in_view(view.table) >= least
    assert view.details.isVisible()
    assert not work.is_shown("inspector")
    assert not work.is_shown("live")


def test_the_heat_map_shows_every_row_in_the_least_window(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1024, 640)
    work = _work(window)
    work.show_view("clusters")
    view = work.views["clusters"]
    assert isinstance(view, ClustersView)
    page = view.pages["tree"]
    assert isinstance(page, TreePage)
    qtbot.waitUntil(lambda: not view.busy and page.model.rowCount() > 0, timeout=60_000)
    qtbot.wait(20)
    assert _rows_in_view(page.table) == page.model.rowCount()
    assert view.side.isVisible()
