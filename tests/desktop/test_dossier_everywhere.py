"""From every number on every screen to its dossier, by key and by mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from citeria_db import operations
from citeria_desktop.dialogs.search import SearchDialog
from citeria_desktop.models.provenance import Provenance
from citeria_desktop.panels.ranking_table import RankingTable
from citeria_desktop.pointing import CellLink
from citeria_desktop.views.clusters import ClustersView
from citeria_desktop.views.history import HistoryView
from citeria_desktop.views.ranking import RankingView
from citeria_desktop.views.registry import VIEWS
from citeria_desktop.views.structure import StructureView
from citeria_desktop.windows.dossiers import OFFERED
from citeria_desktop.windows.main_window import MainWindow
from citeria_desktop.windows.searching import open_search
from citeria_desktop.windows.workspace import Workspace

RANK, SCORE = "sub-idc-2019-rank", "sub-smart-2020-score"
WAIT = 30_000
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


@pytest.fixture
def work(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    window.activateWindow()
    return window.workspace


@pytest.fixture
def clusters(qtbot: QtBot, work: Workspace) -> ClustersView:
    work.go("clusters")
    view = work.views["clusters"]
    assert isinstance(view, ClustersView)
    qtbot.waitUntil(lambda: not view.busy, timeout=WAIT)
    return view


def _asked(work: Workspace) -> tuple[str, str]:
    """The cell whose dossier the key of the dossier opens now."""
    work.actions_by_id["cell_dossier"].trigger()
    assert work.view == "dossier"
    return work.bridge.area, work.bridge.indicator


def _menu_at(qtbot: QtBot, widget: QWidget, place: QPoint) -> QMenu:
    """The menu that a right click opens, as the window system sends it."""
    window = widget.window()
    QTest.mouseClick(
        window.windowHandle(), Qt.MouseButton.RightButton, Qt.KeyboardModifier(0), widget.mapTo(window, place)
    )
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def _choose_dossier(qtbot: QtBot, menu: QMenu) -> None:
    wanted = next(one for one in menu.actions() if one.text().replace("&", "") == "Cell dossier")
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(wanted).center())


@pytest.mark.parametrize("name", [spec.name for spec in VIEWS if spec.name != "data"])
def test_every_view_offers_dossier_table_and_picture_by_the_menu_key(qtbot: QtBot, work: Workspace, name: str) -> None:
    work.go(name)
    view = work.views[name]
    qtbot.waitUntil(lambda: not view.busy, timeout=WAIT)
    view.customContextMenuRequested.emit(QPoint(4, 4))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert {one for one in OFFERED if one != "-"} == {
        key for key, action in work.actions_by_id.items() if action in menu.actions()
    }
    menu.close()


def test_a_right_click_on_a_cell_of_the_heat_map_leads_to_its_dossier(
    qtbot: QtBot, work: Workspace, clusters: ClustersView
) -> None:
    page = clusters.pages["tree"]
    table, model = page.table, page.model  # type: ignore[attr-defined]
    index = model.index(model.row_of("nanjing"), 2)
    _choose_dossier(qtbot, _menu_at(qtbot, table.viewport(), table.visualRect(index).center()))
    assert work.view == "dossier"
    assert (work.bridge.area, work.bridge.indicator) == ("nanjing", model.indicators[1])


def test_enter_on_a_cell_of_the_heat_map_opens_its_dossier(
    qtbot: QtBot, work: Workspace, clusters: ClustersView
) -> None:
    page = clusters.pages["tree"]
    table, model = page.table, page.model  # type: ignore[attr-defined]
    table.setCurrentIndex(model.index(model.row_of("nanjing"), 1))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert (work.view, work.bridge.area, work.bridge.indicator) == ("dossier", "nanjing", model.indicators[0])


def test_on_parallel_axes_it_is_the_value_of_the_line_on_the_axis_that_was_chosen(
    qtbot: QtBot, work: Workspace, clusters: ClustersView
) -> None:
    clusters.show_page("parallel")
    work.bridge.select("nanjing")
    chart = clusters.page.chart  # type: ignore[attr-defined]
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    axis = clusters.page.axes[1]  # type: ignore[attr-defined]
    assert (work.bridge.area, work.bridge.indicator) == ("nanjing", axis)
    assert _asked(work) == ("nanjing", axis)


def test_of_a_peer_it_is_the_value_in_which_it_differs_most(
    qtbot: QtBot, work: Workspace, clusters: ClustersView
) -> None:
    clusters.show_page("peers")
    work.bridge.select("shanghai")
    page = clusters.page
    qtbot.waitUntil(lambda: not page.busy and bool(page.found), timeout=WAIT)  # type: ignore[attr-defined]
    page.table.setFocus()  # type: ignore[attr-defined]
    page.table.selectRow(1)  # type: ignore[attr-defined]
    nearest = page.found[1]  # type: ignore[attr-defined]
    assert _asked(work) == (nearest.peer.area, nearest.differences[0].indicator)


def _area(view: StructureView) -> None:
    view.show_page("areas")
    view.page.tree.choose(("area", "harbin"))


def _indicator(view: StructureView) -> None:
    view.show_page("indicators")
    view.page.tree.choose(("indicator", SCORE))


def _leaf(view: StructureView) -> None:
    session = view._bridge.session
    assert session.index is not None
    leaf = next(node for node in session.index.leaves() if node.indicator == SCORE)
    view.show_page("indices")
    view.page.tree.choose(("node", session.index.code, leaf.code))


@pytest.mark.parametrize(
    ("choose", "area", "indicator"),
    [(_area, "harbin", ""), (_indicator, "wuhan", SCORE), (_leaf, "wuhan", SCORE)],
)
def test_in_the_structure_it_is_of_the_chosen_area_indicator_or_part(
    work: Workspace, choose: Callable[[StructureView], None], area: str, indicator: str
) -> None:
    work.bridge.select("wuhan", RANK)
    work.go("structure")
    view = work.views["structure"]
    assert isinstance(view, StructureView)
    choose(view)
    view.page.tree.setFocus()
    found = _asked(work)
    assert found[0] == area
    assert found[1] == indicator or (not indicator and found[1])


def test_in_the_history_it_is_of_the_cell_that_the_chosen_step_touched(work: Workspace) -> None:
    cell = ("harbin", SCORE)
    period = work.bridge.session.project.observations.cell("wuhan", SCORE)[0].period
    work.bridge.run(operations.set_value, *cell, period, "12.5")
    work.bridge.select("wuhan", RANK)
    work.go("history")
    view = work.views["history"]
    assert isinstance(view, HistoryView)
    view.table.selectRow(0)
    assert _asked(work) == cell


def test_from_the_inspector_it_is_of_the_value_shown_there_whatever_the_view_points_at(work: Workspace) -> None:
    work.go("structure", "areas")
    view = work.views["structure"]
    assert isinstance(view, StructureView)
    view.page.tree.choose(("area", "harbin"))
    if not work.is_shown("inspector"):
        work.toggle("inspector")
    work.bridge.select("wuhan")
    work.inspector.settle()
    link = next(one for one in work.inspector.findChildren(CellLink) if one.cell == ("wuhan", SCORE))
    link.setFocus()
    assert _asked(work) == ("wuhan", SCORE)


def test_a_right_click_on_a_part_of_a_bar_is_about_the_values_below_it(qtbot: QtBot, work: Workspace) -> None:
    work.go("ranking")
    view = work.views["ranking"]
    assert isinstance(view, RankingView)
    table: RankingTable = view.table
    work.bridge.select("")
    row = next(at for at, one in enumerate(view.model.rows) if one.area == "shanghai")
    rect = table.visualRect(view.model.index(row, 3))
    place = next(
        QPoint(x, rect.center().y())
        for x in range(rect.left(), rect.right())
        if table.bars.part_at(view.model.rows[row], rect.toRectF(), x) == 1
    )
    _choose_dossier(qtbot, _menu_at(qtbot, table.viewport(), place))
    part = view.model.parts[1].code
    assert work.view == "dossier"
    assert (work.bridge.area, work.bridge.indicator) == (
        "shanghai",
        Provenance(work.bridge.session).cell("shanghai", part),
    )


def test_a_hit_of_the_search_leads_to_its_dossier(qtbot: QtBot, work: Workspace) -> None:
    open_search(work)
    dialog = work.findChild(SearchDialog)
    assert dialog is not None
    dialog.line.setText("Wuhan")
    dialog.look()
    row = next(at for at, hit in enumerate(dialog.model.hits) if hit.kind == "area" and hit.area == "wuhan")
    dialog.list.setCurrentIndex(dialog.model.index(row))
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog.line, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert (work.view, work.bridge.area) == ("dossier", "wuhan")
    assert work.bridge.indicator
