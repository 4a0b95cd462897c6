"""Clusters: computed beside given, agreement in words, computed away from the window and never out of date."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from citeria_core.errors import UnreadableNumberError
from citeria_core.model import Missing
from citeria_core.period import Period
from citeria_db import operations
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.jobs import LatestJob
from citeria_desktop.models.cluster_model import STATE_ROLE, State
from citeria_desktop.painting import marks
from citeria_desktop.painting.cividis import cividis
from citeria_desktop.painting.dendrogram import links
from citeria_desktop.theme import CLUSTER_SHAPES, DARK, LIGHT, Theme
from citeria_desktop.views.clusters import ClustersView

YEAR = Period.parse("2020")
Opener = Callable[..., SessionBridge]
COMPLETE = {"beijing", "shanghai", "shenzhen", "hangzhou", "guangzhou", "nanjing"}


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


@pytest.fixture
def view(qtbot: QtBot, bridge: SessionBridge, light: Theme) -> ClustersView:
    return _open(qtbot, bridge, light)


def _labels(view: ClustersView) -> dict[str, int]:
    return {line.area: line.label for line in view.model.lines if line.label is not None}


def test_areas_with_every_value_are_clustered_and_the_others_named_as_left_out(view: ClustersView) -> None:
    assert set(_labels(view)) == COMPLETE
    divider = [line.divider for line in view.model.lines if line.divider]
    assert divider == ["Left out, because a value is missing: 5"]
    left_out = {line.area for line in view.model.lines if line.area and line.label is None}
    assert left_out == {"wuhan", "xian", "chengdu", "harbin", "shenyang"}


def test_rows_stand_in_the_order_of_the_trees_leaves_so_that_a_cluster_is_one_block(
    qtbot: QtBot, view: ClustersView
) -> None:
    for k in (2, 3, 4, 5):
        view.count.setValue(k)
        _wait(qtbot, view)
        labels = list(_labels(view).values())
        blocks = [label for place, label in enumerate(labels) if place == 0 or labels[place - 1] != label]
        assert len(blocks) == len(set(labels)) == k


def test_plus_and_minus_change_the_number_of_clusters_between_two_and_one_fewer_than_areas(
    qtbot: QtBot, view: ClustersView
) -> None:
    assert (view.count.minimum(), view.count.maximum()) == (2, 5)
    view.table.setFocus()
    for wanted in (4, 5, 5):
        qtbot.keyClicks(view.table, "+")
        _wait(qtbot, view)
        assert len(set(_labels(view).values())) == wanted
    for _ in range(4):
        qtbot.keyClicks(view.table, "-")
        _wait(qtbot, view)
    assert view.count.value() == 2
    assert len(set(_labels(view).values())) == 2


def test_the_number_of_clusters_can_be_stepped_in_its_field_and_by_its_buttons(
    qtbot: QtBot, view: ClustersView
) -> None:
    view.count.setFocus()
    qtbot.keyClick(view.count, Qt.Key.Key_Down)
    _wait(qtbot, view)
    assert len(set(_labels(view).values())) == 2
    qtbot.mouseClick(view.more, Qt.MouseButton.LeftButton)
    _wait(qtbot, view)
    assert len(set(_labels(view).values())) == 3


def test_a_cluster_keeps_its_mark_when_another_one_is_split(qtbot: QtBot, view: ClustersView) -> None:
    before = _labels(view)
    view.more.click()
    _wait(qtbot, view)
    after = _labels(view)
    kept = [
        label for label in set(before.values()) if {after[area] for area in after if before[area] == label} == {label}
    ]
    assert len(kept) >= 2
    assert set(before.values()) < set(after.values())


def test_what_was_overtaken_is_never_shown(qtbot: QtBot, view: ClustersView) -> None:
    shown: list[int] = []
    view.job.finished.connect(lambda study: shown.append(study.clustering.k))
    for k in (2, 4, 5):
        view.count.setValue(k)
    assert view.progress.text() == "Computing…"
    _wait(qtbot, view)
    QThreadPool.globalInstance().waitForDone()
    assert shown == [5]
    assert view.progress.text() == ""


def test_an_edit_clusters_anew_with_the_areas_that_are_complete_now(
    qtbot: QtBot, view: ClustersView, bridge: SessionBridge
) -> None:
    bridge.run(operations.set_missing, "nanjing", "sub-smart-2020-score", YEAR, Missing.NOT_FOUND)
    _wait(qtbot, view)
    assert set(_labels(view)) == COMPLETE - {"nanjing"}
    bridge.undo()
    _wait(qtbot, view)
    assert set(_labels(view)) == COMPLETE


def test_the_given_clusters_are_nested_in_the_regions_but_not_the_same_partition(view: ClustersView) -> None:
    card = next(
        card for card in view.cards if card.accessibleName() == "ICI-CN clusters against ICI-CN economic regions"
    )
    assert card.figures["homogeneity"] == "1.00 yes"
    assert card.figures["ari"] == "0.43 no"


def test_the_computed_clusters_are_compared_with_the_grouping_chosen(qtbot: QtBot, view: ClustersView) -> None:
    assert view.cards[0].accessibleName() == "Computed clusters against ICI-CN clusters"
    qtbot.keyClick(view.given, Qt.Key.Key_Down)
    assert view.given.currentText() == "ICI-CN economic regions"
    assert view.cards[0].accessibleName() == "Computed clusters against ICI-CN economic regions"
    assert len(view.groups.entries) == 4
    row = view.model.row_of("wuhan")
    assert row is not None
    assert "Central" in view.model.index(row, view.model.group_column).data()


def test_the_given_groups_list_their_members_and_a_name_selects_the_area(
    view: ClustersView, bridge: SessionBridge
) -> None:
    entry = next(entry for entry in view.groups.entries if "wuhan" in entry.members.text())
    entry.members.linkActivated.emit("wuhan")
    assert bridge.area == "wuhan"
    assert "font-weight:600" in entry.members.text()
    assert view.model.lines[view.table.currentIndex().row()].area == "wuhan"


def test_clicking_and_walking_select_the_area_and_skip_the_dividing_line(
    qtbot: QtBot, view: ClustersView, bridge: SessionBridge
) -> None:
    row = view.model.row_of("shanghai")
    assert row is not None
    place = view.table.visualRect(view.model.index(row, view.model.area_column)).center()
    qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert bridge.area == "shanghai"
    view.table.setFocus()
    seen = []
    for _ in range(12):
        qtbot.keyClick(view.table, Qt.Key.Key_Down)
        seen.append(bridge.area)
    assert seen[-1] == view.model.lines[-1].area
    assert "" not in seen


def test_an_index_with_too_few_complete_areas_says_so_and_offers_the_way_out(
    qtbot: QtBot, open_bridge: Opener, light: Theme
) -> None:
    bridge = open_bridge("ICI-CN")
    view = _open(qtbot, bridge, light)
    assert view.empty.isVisible()
    assert "three areas with every value, normalised; ICI-CN has 0" in view.why.text()
    assert not view.count.isVisible()
    assert view.model.rowCount() == 11
    assert [card.accessibleName() for card in view.cards] == ["ICI-CN clusters against ICI-CN economic regions"]
    with qtbot.waitSignal(view.go_wanted):
        qtbot.mouseClick(view.fill, Qt.MouseButton.LeftButton)
    assert bridge.session.readings[bridge.area, bridge.indicator].value is None


def test_cells_tell_their_value_and_what_is_missing(view: ClustersView) -> None:
    row = view.model.row_of("wuhan")
    assert row is not None
    told = [
        view.model.index(row, column).data(Qt.ItemDataRole.ToolTipRole)
        for column in range(1, 1 + len(view.model.indicators))
    ]
    assert sum("missing" in text for text in told) == 3
    assert sum("normalised" in text for text in told) == 2
    assert view.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Wuhan: left out")


def test_a_value_that_cannot_be_normalised_is_told_from_a_missing_one(
    qtbot: QtBot, open_bridge: Opener, light: Theme
) -> None:
    bridge = open_bridge("ICI-CN")
    view = _open(qtbot, bridge, light)
    result = bridge.session.result
    assert result is not None
    told, states = {}, {}
    for area in result.areas:
        row = view.model.row_of(area)
        assert row is not None
        for column, indicator in enumerate(view.model.indicators, 1):
            index = view.model.index(row, column)
            told[area, indicator] = str(index.data(Qt.ItemDataRole.ToolTipRole))
            states[area, indicator] = index.data(STATE_ROLE)
    for cell, state in states.items():
        value = bridge.session.readings[cell].value
        assert (state is State.MISSING) == (value is None), cell
        assert ("missing" in told[cell]) == (value is None), cell
    assert State.ALIKE in states.values()
    startups = [text for text in told.values() if "1\u2009237" in text]
    assert startups
    assert all(text.endswith("not normalised: no other value to compare it with") for text in startups)
    assert "one distinct value" in view.scale.accessibleName()


def test_the_model_keeps_qts_rules_through_every_change(qtbot: QtBot, view: ClustersView) -> None:
    QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Fatal, view)
    view.more.click()
    _wait(qtbot, view)
    view.given.setCurrentIndex(1)
    view.model.show(None, None, {}, None)
    assert view.model.rowCount() == 0


def test_a_narrow_view_puts_the_given_groups_below(qtbot: QtBot, view: ClustersView) -> None:
    assert view.side.geometry().left() >= view.table.geometry().right()
    view.resize(640, 900)
    qtbot.waitUntil(lambda: view.side.geometry().top() >= view.table.geometry().bottom())


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


# -- jobs and painting -------------------------------------------------------------------------------------------------


def test_a_known_error_in_the_background_comes_back_as_words(qtbot: QtBot) -> None:
    job = LatestJob()

    def fail() -> object:
        raise UnreadableNumberError(text="x")

    with qtbot.waitSignal(job.failed) as told:
        job.start(fail)
    assert "cannot be read" in told.args[0]
    assert not job.busy


def test_a_long_job_tells_how_far_it_is_and_cancelling_stops_it(qtbot: QtBot) -> None:
    job = LatestJob()
    told: list[tuple[int, int]] = []
    job.progressed.connect(lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(job.finished) as found:
        job.start_long(lambda tell: [tell(done, 3) for done in range(1, 4)])
    assert found.args == [[True, True, True]]
    assert told == [(1, 3), (2, 3), (3, 3)]
    stopped = threading.Event()

    def endless(tell: Callable[[int, int], bool | None]) -> None:
        while tell(0, 1) is not False:
            pass
        stopped.set()

    job.start_long(endless)
    job.cancel()
    assert stopped.wait(10)


def test_a_cancelled_job_tells_nothing(qtbot: QtBot) -> None:
    job = LatestJob()
    with qtbot.assertNotEmitted(job.finished, wait=50):
        job.start(lambda: 1)
        job.cancel()
        QThreadPool.globalInstance().waitForDone()


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
        assert min(_contrast(theme.cluster(place), theme.colour("surface")) for place in range(8)) >= 3


def _contrast(one: QColor, other: QColor) -> float:
    def luminance(colour: QColor) -> float:
        parts = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3])
        return sum(factor * part for factor, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
