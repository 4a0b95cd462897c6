"""Clusters: given and computed ones alike, moved by hand, computed away from the window and never out of date."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QThreadPool
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from citeria_core.model import Grouping, Missing
from citeria_core.period import Period
from citeria_core.study import Question
from citeria_db import operations
from citeria_desktop import theme as themes
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.models.cluster_list import ROW_ROLE, ClusterList
from citeria_desktop.models.cluster_model import State
from citeria_desktop.painting import heat_map, marks
from citeria_desktop.painting.cividis import cividis
from citeria_desktop.painting.cluster_look import contrast
from citeria_desktop.painting.dendrogram import links
from citeria_desktop.panels.clusters.agreement import AgreementPage
from citeria_desktop.panels.clusters.tree import TreePage
from citeria_desktop.panels.name_card import NameCard
from citeria_desktop.theme import CLUSTER_SHAPES, DARK, LIGHT, Theme
from citeria_desktop.views.clusters import ClustersView
from citeria_desktop.windows.main_window import MainWindow

YEAR = Period.parse("2020")
Opener = Callable[..., SessionBridge]
COMPLETE = {"beijing", "shanghai", "shenzhen", "hangzhou", "guangzhou", "nanjing"}
CLUSTERS, REGIONS = "given:ici-clusters", "given:ici-regions"


def _open(qtbot: QtBot, bridge: SessionBridge, theme: Theme) -> ClustersView:
    view = ClustersView(bridge, theme)
    qtbot.addWidget(view)
    view.resize(1100, 700)
    with qtbot.waitExposed(view):
        view.show()
    _wait(qtbot, view)
    return view


def _wait(qtbot: QtBot, view: ClustersView) -> None:
    qtbot.waitUntil(lambda: not view.busy, timeout=60_000)


def _look_at(qtbot: QtBot, view: ClustersView, shown: str, against: str | None = None) -> None:
    sets = view.header.sets
    sets.setCurrentIndex(sets.findData(shown))
    sets.activated.emit(sets.currentIndex())
    if against is not None:
        view.show_page("agreement")
        chooser = _agreement(view).against
        chooser.setCurrentIndex(chooser.findData(against))
        chooser.activated.emit(chooser.currentIndex())
    _wait(qtbot, view)


def _tree(view: ClustersView) -> TreePage:
    page = view.pages["tree"]
    assert isinstance(page, TreePage)
    return page


def _agreement(view: ClustersView) -> AgreementPage:
    page = view.pages["agreement"]
    assert isinstance(page, AgreementPage)
    return page


@pytest.fixture
def view(qtbot: QtBot, bridge: SessionBridge, light: Theme) -> ClustersView:
    return _open(qtbot, bridge, light)


def _labels(view: ClustersView) -> dict[str, int]:
    assert view.study is not None
    return dict(view.study.shown.positions)


def _marks_in_list(view: ClustersView) -> dict[str, int | None]:
    model = view.side.model
    places = {area: model.row(model.index_of(area)) for area in _labels(view)}
    return {area: row.position for area, row in places.items() if row is not None}


def _parts(view: ClustersView) -> set[tuple[str, ...]]:
    assert view.study is not None
    return {cluster.members for cluster in view.study.shown.clusters}


def _grouping(bridge: SessionBridge, code: str = "ici-clusters") -> Grouping:
    return next(one for one in bridge.session.groupings() if one.code == code)


def _members(bridge: SessionBridge, code: str = "ici-clusters") -> dict[str, tuple[str, ...]]:
    return {group.code: group.members for group in _grouping(bridge, code).groups}


# -- the tree ----------------------------------------------------------------------------------------------------------


def test_areas_with_every_value_are_clustered_and_the_others_named_as_left_out(view: ClustersView) -> None:
    assert set(_labels(view)) == COMPLETE
    lines = _tree(view).model.lines
    assert [line.divider for line in lines if line.divider] == ["Not in the tree, because a value is missing: 5"]
    left_out = {line.area for line in lines if line.area and line.cluster is None}
    assert left_out == {"wuhan", "xian", "chengdu", "harbin", "shenyang"}


def test_rows_stand_in_the_order_of_the_trees_leaves_so_that_a_cluster_is_one_block(
    qtbot: QtBot, view: ClustersView
) -> None:
    for k in (2, 3, 4, 5):
        view.header.count.setValue(k)
        _wait(qtbot, view)
        labels = [line.cluster for line in _tree(view).model.lines if line.cluster is not None]
        blocks = [label for place, label in enumerate(labels) if place == 0 or labels[place - 1] != label]
        assert len(blocks) == len(set(labels)) == k


def test_plus_and_minus_change_the_number_of_clusters_between_two_and_one_fewer_than_areas(
    qtbot: QtBot, view: ClustersView
) -> None:
    count, table = view.header.count, _tree(view).table
    assert (count.minimum(), count.maximum()) == (2, 5)
    table.setFocus()
    for wanted in (4, 5, 5):
        qtbot.keyClicks(table, "+")
        _wait(qtbot, view)
        assert len(set(_labels(view).values())) == wanted
    for _ in range(4):
        qtbot.keyClicks(table, "-")
        _wait(qtbot, view)
    assert count.value() == 2
    assert len(set(_labels(view).values())) == 2


def test_the_number_of_clusters_can_be_stepped_in_its_field_and_by_its_buttons(
    qtbot: QtBot, view: ClustersView
) -> None:
    view.header.count.setFocus()
    qtbot.keyClick(view.header.count, Qt.Key.Key_Down)
    _wait(qtbot, view)
    assert len(set(_labels(view).values())) == 2
    qtbot.mouseClick(view.header.more, Qt.MouseButton.LeftButton)
    _wait(qtbot, view)
    assert len(set(_labels(view).values())) == 3


def test_dragging_the_cut_of_the_tree_makes_the_clusters_that_keys_make_and_escape_puts_it_back(
    qtbot: QtBot, view: ClustersView
) -> None:
    table, left = _tree(view).table, Qt.MouseButton.LeftButton
    heat = _tree(view).model.heat
    x = heat_map.cut_x(heat, table.columns.tree)
    assert x is not None
    heights = sorted({link.height for link in heat.links})
    between = (heights[-4] + heights[-5]) / 2  # five clusters
    column = table.columns.tree
    to = column[0] + 16 + (column[1] - 24) * (1 - between)
    qtbot.mousePress(table.viewport(), left, pos=QPoint(round(x), 20))
    qtbot.mouseMove(table.viewport(), QPoint(round(to), 22))
    _wait(qtbot, view)
    assert len(set(_labels(view).values())) == 5
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    _wait(qtbot, view)
    assert len(set(_labels(view).values())) == 3
    dragged_from = heat_map.cut_x(_tree(view).model.heat, table.columns.tree)
    assert dragged_from is not None
    qtbot.mousePress(table.viewport(), left, pos=QPoint(round(dragged_from), 20))
    qtbot.mouseMove(table.viewport(), QPoint(round(to), 22))
    qtbot.mouseRelease(table.viewport(), left, pos=QPoint(round(to), 22))
    _wait(qtbot, view)
    dragged = _labels(view)
    for step in "--++":
        qtbot.keyClicks(table, step)
        _wait(qtbot, view)
    assert _labels(view) == dragged


def test_all_rows_are_seen_at_once_when_asked_and_named_when_not(qtbot: QtBot, view: ClustersView) -> None:
    view.resize(700, 330)
    page = _tree(view)
    qtbot.waitUntil(lambda: page.table.viewport().height() < 26 * page.model.rowCount())
    page.all.click()
    assert page.table.rowHeight(0) * page.model.rowCount() <= page.table.viewport().height()
    page.all.click()
    assert page.table.rowHeight(0) == 26


# -- sets --------------------------------------------------------------------------------------------------------------


def test_given_groupings_and_methods_stand_in_one_list(view: ClustersView) -> None:
    sets = view.header.sets
    assert [sets.itemData(at) for at in range(sets.count())] == [CLUSTERS, REGIONS, "ward", "kmeans", "kmedoids"]


@pytest.mark.parametrize("shown", [CLUSTERS, REGIONS, "ward", "kmeans", "kmedoids"])
def test_every_set_is_shown_by_every_page_with_the_figures_of_the_engine(
    qtbot: QtBot, view: ClustersView, bridge: SessionBridge, shown: str
) -> None:
    _look_at(qtbot, view, shown)
    work = bridge.session.study(Question(shown, view.question.against, view.question.k))
    assert work is not None
    found = work()
    assert view.study is not None
    assert _parts(view) == {cluster.members for cluster in found.shown.clusters}
    assert view.study.silhouettes == found.silhouettes
    assert view.study.agreement == found.agreement
    bridge.select("beijing")
    for name in view.pages:
        view.show_page(name)
        _wait(qtbot, view)
        assert view.page.name == name
        assert not view.grab().isNull()
        if name in ("tree", "biplot", "parallel", "profile"):
            assert view.table_text(), name


def test_colours_stay_where_they_were_whatever_the_method(qtbot: QtBot, view: ClustersView) -> None:
    before = _labels(view)
    _look_at(qtbot, view, "kmedoids")
    after = _labels(view)
    _look_at(qtbot, view, CLUSTERS)
    _look_at(qtbot, view, "ward")
    assert _labels(view) == before
    assert sum(before[area] == after[area] for area in before) >= len(before) - 2


def test_a_cluster_keeps_its_mark_when_another_one_is_split_and_when_they_are_one_again(
    qtbot: QtBot, view: ClustersView
) -> None:
    before = _labels(view)
    view.header.more.click()
    _wait(qtbot, view)
    after = _labels(view)
    assert len([label for label in set(before.values()) if label in after.values()]) == 3
    assert set(before.values()) < set(after.values())
    view.header.fewer.click()
    _wait(qtbot, view)
    assert _labels(view) == before


def test_clusters_keep_their_marks_while_values_change(qtbot: QtBot, view: ClustersView, bridge: SessionBridge) -> None:
    before = _labels(view)
    for value in ("70", "71", "60"):
        bridge.run(operations.set_value, "shenzhen", "sub-smart-2020-score", YEAR, value)
        _wait(qtbot, view)
        assert sum(_labels(view)[area] == label for area, label in before.items()) >= len(before) - 1


def test_in_the_window_a_typed_value_moves_areas_and_no_colours(
    qtbot: QtBot, open_window: Callable[..., MainWindow], project_file: Path
) -> None:
    window = open_window(project_file)
    work = window.workspace
    assert work is not None
    work.show_view("clusters")
    view = work.views["clusters"]
    assert isinstance(view, ClustersView)
    _wait(qtbot, view)
    before, painted = _labels(view), _marks_in_list(view)
    work.bridge.run(operations.set_value, "shenzhen", "sub-smart-2020-score", YEAR, "60")
    _wait(qtbot, view)
    kept = [area for area, label in before.items() if _labels(view)[area] == label]
    assert len(kept) >= len(before) - 1
    assert all(_marks_in_list(view)[area] == painted[area] for area in kept)
    work.bridge.undo()
    _wait(qtbot, view)
    assert _labels(view) == before


def test_what_was_overtaken_is_never_shown(qtbot: QtBot, view: ClustersView) -> None:
    shown: list[int] = []
    view.inquiry.found.connect(lambda study: shown.append(study.k))
    for k in (2, 4, 5):
        view.header.count.setValue(k)
    _wait(qtbot, view)
    QThreadPool.globalInstance().waitForDone()
    assert shown == [5]
    assert view.header.told.text() == ""


def test_only_what_takes_long_is_announced(
    qtbot: QtBot, view: ClustersView, bridge: SessionBridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, found, study = [], threading.Event(), bridge.session.study
    view.header.told.setText("")

    def slowly(*asked: Any) -> Any:
        work = study(*asked)
        return lambda: work() if found.wait(20) and work is not None else None

    monkeypatch.setattr(bridge.session, "study", slowly)
    view.header.count.setValue(4)
    told.append(view.header.told.text())
    qtbot.waitUntil(lambda: view.header.told.text() == "Computing…")
    found.set()
    _wait(qtbot, view)
    assert told == [""]
    assert view.header.told.text() == ""


def test_an_edit_clusters_anew_with_the_areas_that_are_complete_now(
    qtbot: QtBot, view: ClustersView, bridge: SessionBridge
) -> None:
    bridge.run(operations.set_missing, "nanjing", "sub-smart-2020-score", YEAR, Missing.NOT_FOUND)
    _wait(qtbot, view)
    assert set(_labels(view)) == COMPLETE - {"nanjing"}
    bridge.undo()
    _wait(qtbot, view)
    assert set(_labels(view)) == COMPLETE


# -- agreement and peers -----------------------------------------------------------------------------------------------


def test_the_given_clusters_are_nested_in_the_regions_but_not_the_same_partition(
    qtbot: QtBot, view: ClustersView
) -> None:
    _look_at(qtbot, view, CLUSTERS, REGIONS)
    card = _agreement(view).card
    assert card is not None
    assert card.accessibleName() == "ICI-CN clusters against ICI-CN economic regions"
    assert card.figures["homogeneity"] == "1.00 yes"
    assert card.figures["ari"] == "0.43 no"
    assert card.figures["ami"] == "0.62 partly"


def test_counts_cross_both_sets_and_name_the_areas_that_would_move(qtbot: QtBot, view: ClustersView) -> None:
    _look_at(qtbot, view, CLUSTERS, REGIONS)
    page = _agreement(view)
    counts = [list(map(int, row.cells[1:])) for row in page.crossing.rows]
    assert sum(map(sum, counts)) == 11
    assert {row.key for row in page.movers.rows} == {"beijing", "shenzhen", "guangzhou"}
    page.mover_table.setFocus()
    qtbot.keyClick(page.mover_table, Qt.Key.Key_Down)
    assert view._bridge.area in {"beijing", "shenzhen", "guangzhou"}


def test_peers_are_those_of_the_engine_and_enter_goes_on_to_one(
    qtbot: QtBot, view: ClustersView, bridge: SessionBridge
) -> None:
    from citeria_core.cluster_profile import peers

    bridge.select("wuhan")
    view.show_page("peers")
    _wait(qtbot, view)
    assert bridge.session.result is not None
    expected = [peer.area for peer in peers(bridge.session.result, "wuhan", 10)]
    table = view.page.table  # type: ignore[attr-defined]
    assert [row.key for row in table.model().rows] == expected
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Home)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert bridge.area == expected[0]


# -- groups moved by hand ----------------------------------------------------------------------------------------------


def _group_of(model: ClusterList, area: str) -> QModelIndex:
    """The row of the cluster that an area is listed under."""
    rows = (model.index(row) for row in range(model.index_of(area).row(), -1, -1))
    return next(index for index in rows if index.data(ROW_ROLE).area == "")


def _drop(model: ClusterList, areas: list[str], onto: str) -> None:
    data: QMimeData = model.mimeData([model.index_of(area) for area in areas])
    target = _group_of(model, onto)
    assert model.canDropMimeData(data, Qt.DropAction.MoveAction, -1, -1, target)
    model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, target)


def test_an_area_dragged_into_another_group_keys_and_menu_do_the_same_and_undo_restores(
    qtbot: QtBot, view: ClustersView, bridge: SessionBridge
) -> None:
    _look_at(qtbot, view, CLUSTERS)
    before = _members(bridge)
    _drop(view.side.model, ["wuhan"], "harbin")
    dragged = _members(bridge)
    assert dragged["industrial-northeast"] == ("harbin", "shenyang", "wuhan")
    bridge.undo()
    assert _members(bridge) == before
    _wait(qtbot, view)
    bridge.select("wuhan")
    qtbot.keyClick(view.side.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert _members(bridge) == dragged
    bridge.undo()
    _wait(qtbot, view)
    bridge.select("wuhan")
    view.side.menu.aboutToShow.emit()
    action = next(one for one in view.side.menu.actions() if one.text() == "Industrial Northeast")
    action.trigger()
    assert _members(bridge) == dragged
    assert bridge.session.undo_label == "Move Wuhan into Industrial Northeast"


def test_clusters_that_are_stopped_leave_what_was_found_before_and_its_question(
    qtbot: QtBot, view: ClustersView, bridge: SessionBridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, go_on = view.study, threading.Event()
    assert before is not None
    monkeypatch.setattr(bridge.session, "study", lambda *_: lambda: go_on.wait(20))
    view.header.sets.setCurrentIndex(view.header.sets.findData("kmeans"))
    view.header.set_wanted.emit("kmeans")
    qtbot.waitUntil(lambda: bridge.jobs.told == ("Clusters", None))
    bridge.jobs.stop()
    go_on.set()
    assert (view.study, view.busy, bridge.jobs.told) == (before, False, None)
    assert view.header.sets.currentData() == before.shown.key
    assert view.question == before.question
    assert view.header.told.text().startswith("Stopped.")


def test_an_area_is_dropped_anywhere_on_the_rows_of_a_group(
    qtbot: QtBot, view: ClustersView, bridge: SessionBridge
) -> None:
    """As Qt brings it: at the edges of a row too, where a list would put things between two rows."""
    _look_at(qtbot, view, CLUSTERS)
    rows, model = view.side.list, view.side.model
    data, action = model.mimeData([model.index_of("wuhan")]), Qt.DropAction.MoveAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    row = rows.visualRect(model.index_of("harbin"))
    for y in (row.top() + 1, row.center().y(), row.bottom() - 1):
        before, place = _members(bridge), QPoint(row.center().x(), y)
        for event in (
            QDragEnterEvent(place, action, data, left, none),
            QDragMoveEvent(place, action, data, left, none),
            QDropEvent(QPointF(place), action, data, left, none),
        ):
            QApplication.sendEvent(rows.viewport(), event)
        assert _members(bridge)["industrial-northeast"] == ("harbin", "shenyang", "wuhan"), y
        bridge.undo()
        _wait(qtbot, view)
        assert _members(bridge) == before


def test_several_areas_move_as_one_step_and_out_of_every_group(
    qtbot: QtBot, view: ClustersView, bridge: SessionBridge
) -> None:
    _look_at(qtbot, view, CLUSTERS)
    before = _members(bridge)
    view.side.move_wanted.emit(("harbin", "shenyang"), None)
    assert _members(bridge)["industrial-northeast"] == ()
    _wait(qtbot, view)
    assert _group_of(view.side.model, "harbin").data() == "In no cluster"
    bridge.undo()
    assert _members(bridge) == before


def test_marked_areas_become_a_group_of_their_own(qtbot: QtBot, view: ClustersView, bridge: SessionBridge) -> None:
    _look_at(qtbot, view, CLUSTERS)
    view.pages["tree"].marked.emit(frozenset({"wuhan", "harbin"}))
    view.side.group_button.click()
    panel = view.findChild(NameCard)
    assert panel is not None
    qtbot.keyClicks(panel.field, "On rivers")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert set(_members(bridge)["on-rivers"]) == {"wuhan", "harbin"}
    assert "wuhan" not in _members(bridge)["rising-centre"]
    bridge.undo()
    assert "on-rivers" not in _members(bridge)


def test_computed_clusters_saved_as_a_grouping_are_the_same_clusters_with_the_same_marks(
    qtbot: QtBot, view: ClustersView, bridge: SessionBridge
) -> None:
    before = _labels(view)
    view.side.keep_button.click()
    panel = view.findChild(NameCard)
    assert panel is not None
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    _wait(qtbot, view)
    assert view.question.shown == "given:ward-3-clusters"
    assert _labels(view) == before
    assert view.study is not None
    assert view.study.agreement is not None
    assert view.study.agreement.ari == pytest.approx(1)
    bridge.undo()
    _wait(qtbot, view)
    assert view.question.shown == "ward"


def test_computed_clusters_cannot_be_moved_by_hand(qtbot: QtBot, view: ClustersView, bridge: SessionBridge) -> None:
    model = view.side.model
    assert not model.flags(model.index_of("wuhan")) & Qt.ItemFlag.ItemIsDragEnabled
    before = bridge.session.undo_label
    bridge.select("wuhan")
    qtbot.keyClick(view.side.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert bridge.session.undo_label == before


def test_what_is_dragged_from_another_set_is_not_taken(qtbot: QtBot, view: ClustersView) -> None:
    _look_at(qtbot, view, CLUSTERS)
    data = view.side.model.mimeData([view.side.model.index_of("wuhan")])
    _look_at(qtbot, view, REGIONS)
    target = _group_of(view.side.model, "harbin")
    assert not view.side.model.canDropMimeData(data, Qt.DropAction.MoveAction, -1, -1, target)


def test_choosing_a_cluster_in_the_list_marks_all_its_areas(qtbot: QtBot, view: ClustersView) -> None:
    _look_at(qtbot, view, CLUSTERS)
    view.side.list.setFocus()
    view.side.list.setCurrentIndex(_group_of(view.side.model, "xian"))
    assert view.marks == {"xian", "chengdu"}


# -- one selection -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", ["tree", "biplot", "parallel", "silhouette"])
def test_keys_walk_from_area_to_area_and_the_words_of_the_selected_one_are_told(
    qtbot: QtBot, view: ClustersView, bridge: SessionBridge, page: str
) -> None:
    view.show_page(page)
    chart = _tree(view).table if page == "tree" else view.page.chart  # type: ignore[attr-defined]
    chart.setFocus()
    seen = set()
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End):
        qtbot.keyClick(chart, key)
        seen.add(bridge.area)
    assert len(seen) >= 2
    assert "" not in seen
    name = bridge.session.names[bridge.area]
    assert view.page.told.text().startswith(name)  # type: ignore[attr-defined]
    if page != "tree":
        assert chart.accessibleDescription().startswith(name)


def test_clicking_a_point_of_the_biplot_selects_the_area_everywhere(
    qtbot: QtBot, view: ClustersView, bridge: SessionBridge
) -> None:
    view.show_page("biplot")
    chart = view.page.chart  # type: ignore[attr-defined]
    at = chart.laid.points[chart.figure.areas.index("nanjing")].toPoint()
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=at)
    assert bridge.area == "nanjing"
    assert view.side.list.currentIndex().data() == "Nanjing"
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, pos=at)
    assert view.marks == {"nanjing"}


def test_an_axis_moved_by_mouse_stands_where_keys_would_move_it(qtbot: QtBot, view: ClustersView) -> None:
    view.show_page("parallel")
    page = view.page
    before = page.axes  # type: ignore[attr-defined]
    chart = page.chart  # type: ignore[attr-defined]
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    by_key = page.axes  # type: ignore[attr-defined]
    assert by_key == (before[1], before[0], *before[2:])
    qtbot.keyClick(chart, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert page.axes == before  # type: ignore[attr-defined]
    start, end = (QPoint(round(x), 30) for x in chart.laid.xs[:2])
    qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(chart, end)
    qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=end)
    assert page.axes == by_key  # type: ignore[attr-defined]


def test_a_range_brushed_by_mouse_or_by_keys_marks_the_areas_in_it(
    qtbot: QtBot, view: ClustersView, bridge: SessionBridge
) -> None:
    view.show_page("parallel")
    chart = view.page.chart  # type: ignore[attr-defined]
    x = round(chart.laid.xs[0])
    top, middle = round(chart.laid.y(100)), round(chart.laid.y(60))
    qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=QPoint(x, top))
    qtbot.mouseMove(chart, QPoint(x, middle))
    qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=QPoint(x, middle))
    by_mouse = view.marks
    assert by_mouse
    result = bridge.session.result
    assert result is not None
    low = chart.figure.brushes[chart.figure.axis][0]
    assert by_mouse == {area for area, value in zip(result.areas, result.normalised[:, 0], strict=True) if value >= low}
    qtbot.keyClick(chart, Qt.Key.Key_Delete)
    assert view.marks == frozenset()
    least = min(by_mouse, key=lambda area: result.normalised[result.areas.index(area), 0])
    bridge.select(least)
    qtbot.keyClicks(chart, "[")
    assert view.marks == by_mouse


def test_a_number_in_the_evidence_is_walked_to_told_and_taken(qtbot: QtBot, view: ClustersView) -> None:
    view.show_page("choice")
    _wait(qtbot, view)
    chart = view.page.chart  # type: ignore[attr-defined]
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert view.page.told.text().startswith("4 clusters: silhouette")  # type: ignore[attr-defined]
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    _wait(qtbot, view)
    assert len(set(_labels(view).values())) == 4


def test_gathering_evidence_can_be_stopped_and_begun_again(qtbot: QtBot, view: ClustersView) -> None:
    view.show_page("choice")
    page = view.page
    page.progress.stop.click()  # type: ignore[attr-defined]
    assert not page.busy
    page.progress.again.click()  # type: ignore[attr-defined]
    _wait(qtbot, view)
    evidence = page.evidence  # type: ignore[attr-defined]
    assert evidence.done == evidence.total


def test_stability_is_that_of_the_engine_and_given_groups_have_none(qtbot: QtBot, view: ClustersView) -> None:
    from citeria_core.cluster_set import as_clustering
    from citeria_core.validity import stability

    view.show_page("stability")
    _wait(qtbot, view)
    study = view.study
    assert study is not None
    expected = stability(study.result, as_clustering(study.shown, study.result.areas))
    assert view.page.stability.figures == expected  # type: ignore[attr-defined]
    _look_at(qtbot, view, CLUSTERS)
    assert view.page.drawing() is None
    assert "not found by a method" in view.page.note.text()  # type: ignore[attr-defined]


def test_the_profile_turns_to_the_cluster_of_the_selected_area(
    qtbot: QtBot, view: ClustersView, bridge: SessionBridge
) -> None:
    _look_at(qtbot, view, CLUSTERS)
    view.show_page("profile")
    bridge.select("chengdu")
    assert view.page.cluster.currentText() == "Developing West"  # type: ignore[attr-defined]
    assert view.page.note.text().startswith("Developing West holds 2 areas")  # type: ignore[attr-defined]
    assert "Strengths: research; policy conditions" in view.page.note.text()  # type: ignore[attr-defined]


# -- what every view must --------------------------------------------------------------------------------------------


def test_the_state_of_all_pages_comes_back(
    qtbot: QtBot, view: ClustersView, bridge: SessionBridge, light: Theme
) -> None:
    import json

    _look_at(qtbot, view, "kmedoids", REGIONS)
    view.header.count.setValue(4)
    _wait(qtbot, view)
    view.show_page("parallel")
    chart = view.page.chart  # type: ignore[attr-defined]
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    view.header.list.setChecked(False)
    kept = json.loads(json.dumps(view.state()))
    other = _open(qtbot, bridge, light)
    other.restore(kept)
    _wait(qtbot, other)
    assert other.state() == view.state()
    assert _parts(other) == _parts(view)
    other.restore({"shown": "given:gone", "k": "many", "page": 7, "pages": 3})
    assert other.question.shown == "kmedoids"


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_page_is_painted_at_its_least_size_in_every_theme(
    qtbot: QtBot, qapp: QApplication, view: ClustersView, bridge: SessionBridge, theme: Theme
) -> None:
    bridge.select("shanghai")
    themes.apply(qapp, theme)
    view.set_theme(theme)
    view.resize(view.minimumSize())
    for name in view.pages:
        view.show_page(name)
        _wait(qtbot, view)
        image = view.grab().toImage()
        assert image.pixelColor(4, image.height() - 4).name() == theme.surface.lower()
    assert view.width() == 480


def test_every_page_gives_a_picture_of_itself_or_of_the_screen(
    qtbot: QtBot, view: ClustersView, bridge: SessionBridge
) -> None:
    bridge.select("shanghai")
    for name in view.pages:
        view.show_page(name)
        _wait(qtbot, view)
        picture = view.picture()
        assert picture.title
        assert picture.drawing.height(600) > 0
        assert len(picture.legend) == 3


def test_every_control_has_a_name_and_is_reached_by_tab(qtbot: QtBot, view: ClustersView) -> None:
    for name, page in view.pages.items():
        view.show_page(name)
        _wait(qtbot, view)
        reached = set()
        view.header.sets.setFocus()
        for _ in range(30):
            widget = QApplication.focusWidget()
            assert widget is not None
            reached.add(widget)
            if page.isAncestorOf(widget):
                assert widget.accessibleName() or getattr(widget, "text", str)(), (name, widget)
            qtbot.keyClick(widget, Qt.Key.Key_Tab)
        assert view.tabs in reached
        assert view.side.list in reached
        assert any(page.isAncestorOf(widget) for widget in reached), name


# -- empty states and models -------------------------------------------------------------------------------------------


def test_clicking_and_walking_select_the_area_and_skip_the_dividing_line(
    qtbot: QtBot, view: ClustersView, bridge: SessionBridge
) -> None:
    page = _tree(view)
    row = page.model.row_of("shanghai")
    assert row is not None
    place = page.table.visualRect(page.model.index(row, page.model.area_column)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert bridge.area == "shanghai"
    page.table.setFocus()
    seen = []
    for _ in range(12):
        qtbot.keyClick(page.table, Qt.Key.Key_Down)
        seen.append(bridge.area)
    assert seen[-1] == page.model.lines[-1].area
    assert "" not in seen


def test_an_index_with_too_few_complete_areas_says_so_and_offers_the_way_out(
    qtbot: QtBot, open_bridge: Opener, light: Theme
) -> None:
    bridge = open_bridge("ICI-CN")
    view = _open(qtbot, bridge, light)
    assert view.empty.isVisible()
    assert "three areas with every value, normalised; ICI-CN has 0" in view.why.text()
    assert not view.header.count.isVisible()
    assert _tree(view).model.rowCount() == 11
    for name in view.pages:
        view.show_page(name)
        _wait(qtbot, view)
    _look_at(qtbot, view, CLUSTERS, REGIONS)
    assert not view.empty.isVisible()
    assert _agreement(view).card is not None
    _look_at(qtbot, view, "ward")
    with qtbot.waitSignal(view.go_wanted):
        qtbot.mouseClick(view.fill, Qt.MouseButton.LeftButton)
    assert bridge.session.readings[bridge.area, bridge.indicator].value is None


def test_cells_tell_their_value_and_what_is_missing(view: ClustersView) -> None:
    model = _tree(view).model
    row = model.row_of("wuhan")
    assert row is not None
    told = [model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) for column in range(1, model.area_column)]
    assert sum("missing" in text for text in told) == 3
    assert sum("normalised" in text for text in told) == 2
    assert model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Wuhan: in no cluster; not all")


def test_a_value_that_cannot_be_normalised_is_told_from_a_missing_one(
    qtbot: QtBot, open_bridge: Opener, light: Theme
) -> None:
    bridge = open_bridge("ICI-CN")
    view = _open(qtbot, bridge, light)
    model, result = _tree(view).model, bridge.session.result
    assert result is not None
    told, states = {}, {}
    for area in result.areas:
        row = model.row_of(area)
        assert row is not None
        for column, indicator in enumerate(model.indicators, 1):
            told[area, indicator] = str(model.index(row, column).data(Qt.ItemDataRole.ToolTipRole))
            states[area, indicator] = model.state(row, column)
    for cell, state in states.items():
        value = bridge.session.readings[cell].value
        assert (state is State.MISSING) == (value is None), cell
        assert ("missing" in told[cell]) == (value is None), cell
    assert State.ALIKE in states.values()
    startups = [text for text in told.values() if "1\u2009237" in text]
    assert startups
    assert all(text.endswith("not normalised: no other value to compare it with") for text in startups)
    assert "one distinct value" in _tree(view).scale.accessibleName()


def test_the_models_keep_qts_rules_through_every_change(qtbot: QtBot, view: ClustersView) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    page = _agreement(view)
    testers = [
        QAbstractItemModelTester(model, mode, view)
        for model in (_tree(view).model, view.side.model, page.crossing, page.movers)
    ]
    view.header.more.click()
    _wait(qtbot, view)
    _look_at(qtbot, view, CLUSTERS, REGIONS)
    _look_at(qtbot, view, "kmeans", "")
    _tree(view).model.show(None, view.words)
    assert _tree(view).model.rowCount() == 0
    assert len(testers) == 4


def test_a_narrow_view_puts_the_list_below(qtbot: QtBot, view: ClustersView) -> None:
    assert view.side.geometry().left() >= view.stack.geometry().right()
    view.resize(640, 900)
    qtbot.waitUntil(lambda: view.side.geometry().top() >= view.stack.geometry().bottom())


def test_where_there_is_no_room_for_both_the_list_and_the_pages_take_turns(view: ClustersView) -> None:
    view.resize(560, 420)
    assert view.stack.isVisible()
    assert not view.side.isVisible()
    view.header.list.click()
    assert view.side.isVisible()
    assert not view.stack.isVisible()
    view.show_page("profile")
    assert view.stack.isVisible()
    view.resize(1100, 700)
    assert view.side.isVisible()


def test_closing_the_view_in_the_middle_of_the_work_harms_nothing(
    qtbot: QtBot, bridge: SessionBridge, light: Theme
) -> None:
    before = threading.active_count()
    view = ClustersView(bridge, light)
    view.warm()
    view.deleteLater()
    del view
    assert QThreadPool.globalInstance().waitForDone(60_000)
    qtbot.wait(10)
    assert threading.active_count() == before


# -- painting ------------------------------------------------------------------------------------------------------


def test_every_branch_of_a_tree_meets_between_its_rows_and_is_coloured_below_the_cut() -> None:
    tree = links([[0, 1, 1.0, 2], [2, 3, 4.0, 3]], order=[2, 0, 1], labels=[1, 1, 2])
    assert [(one.first_row, one.second_row, one.height, one.label) for one in tree] == [
        (1.0, 2.0, 0.25, 1),
        (0.0, 1.5, 1.0, None),
    ]


def test_cividis_runs_from_dark_blue_to_yellow_and_only_gets_lighter() -> None:
    lightness = [cividis(step / 50).lightnessF() for step in range(51)]
    grey = [0.2126 * c.redF() + 0.7152 * c.greenF() + 0.0722 * c.blueF() for c in (cividis(s / 50) for s in range(51))]
    assert grey == sorted(grey)
    assert lightness[0] < 0.25
    assert cividis(-1) == cividis(0)
    assert cividis(2) == cividis(1)


def test_no_two_clusters_share_shape_or_colour_and_every_mark_stands_out() -> None:
    assert len({marks.shape_of(place) for place in range(8)}) == len(CLUSTER_SHAPES) == 8
    for theme in (LIGHT, DARK):
        assert len({theme.cluster(place).name() for place in range(8)}) == 8
        assert min(contrast(theme.cluster(place), theme.colour("surface")) for place in range(8)) >= 3


def test_keys_go_to_the_page_in_view_and_turn_the_pages(qtbot: QtBot, view: ClustersView) -> None:
    view.window().activateWindow()
    view.setFocus()
    assert view.page.isAncestorOf(view.window().focusWidget())
    qtbot.keyClick(view.window().focusWidget(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert view.page.name == "biplot"
    assert view.window().focusWidget() is view.page.chart  # type: ignore[attr-defined]
    qtbot.keyClick(view.window().focusWidget(), Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert view.page.name == "tree"


def test_a_value_selected_elsewhere_is_the_cell_the_axis_and_the_bar_here(
    qtbot: QtBot, view: ClustersView, bridge: SessionBridge
) -> None:
    assert view.study is not None
    wanted = view.study.result.dataset.indicators[2]
    bridge.select("nanjing", wanted)
    page = view.pages["tree"]
    index = page.table.currentIndex()  # type: ignore[attr-defined]
    assert page.model.lines[index.row()].area == "nanjing"  # type: ignore[attr-defined]
    assert page.model.indicators[index.column() - 1] == wanted  # type: ignore[attr-defined]
    view.show_page("parallel")
    assert view.page.chart.figure.axis == wanted  # type: ignore[attr-defined]
    other = view.study.result.dataset.indicators[1]
    bridge.select("nanjing", other)
    assert view.page.chart.figure.axis == other  # type: ignore[attr-defined]
    view.show_page("profile")
    assert view.page.chart.focus.item == other  # type: ignore[attr-defined]
    view.show_page("tree")
    bridge.select("wuhan")
    assert page.table.currentIndex().column() == page.model.area_column  # type: ignore[attr-defined]
