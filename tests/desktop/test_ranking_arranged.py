"""The ranking filtered, sorted, grouped, shrunk and searched; what its bars rest on; all of it kept."""

import json
import statistics

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from citeria_core.arrange import Criterion
from citeria_core.period import Period
from citeria_db import operations
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.models.ranking_model import Column
from citeria_desktop.panels.ranking_bench import RankingBench
from citeria_desktop.theme import Theme
from citeria_desktop.views.ranking import RankingView
from citeria_desktop.windows.main_window import MainWindow

YEAR = Period.parse("2020")


def opened(qtbot: QtBot, bridge: SessionBridge, theme: Theme) -> RankingView:
    view = RankingView(bridge, theme)
    qtbot.addWidget(view)
    view.resize(1100, 700)
    with qtbot.waitExposed(view):
        view.show()
    return view


@pytest.fixture
def view(qtbot: QtBot, bridge: SessionBridge, light: Theme) -> RankingView:
    return opened(qtbot, bridge, light)


@pytest.fixture
def bench(view: RankingView) -> RankingBench:
    assert view.bench is not None
    return view.bench


def column(view: RankingView, which: Column) -> list[str]:
    return [str(view.model.index(row, which).data()) for row in range(view.model.rowCount())]


def areas(view: RankingView) -> list[str]:
    return [row.area for row in view.model.rows]


def test_filters_act_while_they_are_typed_and_say_how_many_they_leave_out(
    view: RankingView, bench: RankingBench
) -> None:
    bench.filters.text.setText("sh")
    assert areas(view) == ["shanghai", "shenzhen", "shenyang"]
    assert bench.filters.told.text() == "8 areas left out"
    bench.filters.text.setText("武")
    assert areas(view) == ["wuhan"]
    bench.filters.show_all()
    bench.filters.score.setText("40–60")
    assert areas(view) == ["guangzhou", "wuhan"]
    bench.filters.score.setText("")
    bench.filters.coverage.setText("> 50")
    assert "wuhan" not in areas(view)
    bench.filters.show_all()
    bench.filters.complete.setChecked(True)
    assert len(areas(view)) == 6
    assert column(view, Column.RANK) == ["1", "2", "3", "4", "5", "7"]
    bench.filters.recount.setChecked(True)
    assert column(view, Column.RANK) == ["1", "2", "3", "4", "5", "6"]
    bench.filters.show_all()
    assert len(areas(view)) == 11


def test_nobody_left_is_no_reason_to_lose_the_way_back(view: RankingView, bench: RankingBench) -> None:
    bench.filters.text.setText("nobody at all")
    assert view.model.rowCount() == 0
    assert view.table.isVisible()
    assert not view.empty.isVisible()
    bench.filters.show_all()
    assert view.model.rowCount() == 11


def test_groups_stand_above_their_rows_with_their_means(view: RankingView, bench: RankingBench) -> None:
    code = bench.filters.grouping.itemData(1)
    bench.filters.grouping.setCurrentIndex(1)
    assert bench.looks.arrangement.grouping == code
    assert view.model.heads
    first = view.model.heads[0]
    inside = [row for row in view.model.rows[1 : 1 + first.shown] if row.score is not None]
    mean = sum(row.score or 0 for row in inside) / len(inside)
    assert view.model.rows[0].score == pytest.approx(mean)
    told = view.model.index(0, Column.AREA).data(Qt.ItemDataRole.AccessibleTextRole)
    assert f"{first.name}, " in told
    assert "mean" in told
    bench.filters.top.setText("1")
    assert [head.shown for head in view.model.heads.values()] == [1] * len(view.model.heads)


def test_filters_and_orders_are_taken_back_one_by_one(qtbot: QtBot, view: RankingView, bench: RankingBench) -> None:
    first = areas(view)
    bench.filters.text.setText("s")
    bench.filters.text.setText("sh")
    filtered = areas(view)
    bench._sort_by("name", False)
    bench._sort_by("name", False)
    bench.filters.show_all()
    assert len(areas(view)) == len(first)
    bench.take_back()
    assert sorted(areas(view)) == sorted(filtered)
    assert bench.filters.text.text() == "sh"
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    for _ in range(2):
        qtbot.keyClick(view.table, Qt.Key.Key_Z, keys)
    assert areas(view) == filtered
    bench.filters.back.click()
    assert areas(view) == first
    assert bench.looks.earlier == []
    assert bench.filters.back.isHidden()


def test_a_range_of_a_part_or_of_a_value_leaves_the_others_out_and_has_a_chip(
    view: RankingView, bench: RankingBench, bridge: SessionBridge
) -> None:
    bench._do("range", "research")
    filters = bench.filters
    assert filters.isVisible()
    assert filters.number.currentData() == "part:research"
    filters.range.setText("20–40")
    place = [part.code for part in view.model.parts].index("research")
    held = [row.parts[place] for row in view.model.rows]
    assert held
    assert all(part is not None and 20 <= part <= 40 for part in held)
    kept = areas(view)
    bench.looks.opened = frozenset({"enterprise"})
    bench.refresh_wanted.emit()
    assert areas(view) == kept
    filters.number.setCurrentIndex(filters.number.findData("raw:sub-smart-2020-score"))
    assert filters.range.text() == ""
    filters.range.setText("> 40")
    assert all((bridge.session.readings[area, "sub-smart-2020-score"].value or 0) >= 40 for area in areas(view))
    chips = [chip for chip in filters.ranges.findChildren(QPushButton) if not chip.isHidden()]
    assert len(chips) == 2
    state = json.loads(json.dumps(view.state()))
    chips[0].click()
    chips = [chip for chip in filters.ranges.findChildren(QPushButton) if not chip.isHidden()]
    assert len(chips) == 1
    view.restore(state)
    assert len(bench.looks.arrangement.ranges) == 2


def test_enter_or_a_double_click_on_the_heading_of_a_group_folds_it(
    qtbot: QtBot, view: RankingView, bench: RankingBench
) -> None:
    filters = bench.filters
    filters.grouping.setCurrentIndex(1)
    before = view.model.rowCount()
    head = view.model.heads[0]
    view.table.setCurrentIndex(view.model.index(0, Column.AREA))
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert view.model.rowCount() == before - head.shown
    assert view.model.heads[0].shown == 0
    assert view.model.rows[0].parts in view.model.field.stacks  # its mean fits between the borders
    qtbot.mouseDClick(
        view.table.viewport(), Qt.MouseButton.LeftButton, pos=view.table.visualRect(view.model.index(0, 2)).center()
    )
    assert view.model.rowCount() == before
    filters.by_mean.setChecked(True)
    means = [view.model.rows[number].score for number in view.model.heads if view.model.heads[number].code]
    assert means == sorted(means, key=lambda mean: -(mean or 0))


def test_a_click_sorts_and_ctrl_with_a_click_adds_a_column(
    qtbot: QtBot, view: RankingView, bench: RankingBench
) -> None:
    header = bench.header

    def click(which: Column, *, add: bool = False) -> None:
        x = header.sectionViewportPosition(which) + 20
        modifier = Qt.KeyboardModifier.ControlModifier if add else Qt.KeyboardModifier.NoModifier
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, modifier, QPoint(x, 50))

    click(Column.AREA)
    names = column(view, Column.AREA)
    assert names == sorted(names, key=str.casefold)
    click(Column.AREA)
    assert column(view, Column.AREA) == names[::-1]
    click(Column.COVERAGE)
    click(Column.AREA, add=True)
    assert bench.looks.arrangement.sort == (Criterion("coverage", True), Criterion("name"))
    shares = [row.present / row.total for row in view.model.rows]
    assert shares == sorted(shares, reverse=True)
    assert header.sorted_by == {str(int(Column.COVERAGE)): " ↓1", str(int(Column.AREA)): " ↑2"}
    bench._sort_by("part:research", False)
    parts = [row.parts[1] for row in view.model.rows if row.parts[1] is not None]
    assert parts == sorted(parts, reverse=True)


def test_the_number_shown_is_the_one_that_orders(view: RankingView, bench: RankingBench) -> None:
    bench._sort_by("score", False)
    shown = [float(text) for text in column(view, Column.SCORE)]
    assert shown == sorted(shown, reverse=True)


def test_an_overview_shrinks_the_rows_and_keeps_the_selected_ones(
    view: RankingView, bench: RankingBench, bridge: SessionBridge
) -> None:
    bridge.select("wuhan")
    view.resize(1100, 320)
    bench.strip.overview.setChecked(True)
    number = view.model.row_of("wuhan")
    assert number is not None
    heights = [view.table.rowHeight(row) for row in range(view.model.rowCount())]
    assert heights[number] == 32
    assert max(height for row, height in enumerate(heights) if row != number) < 32
    assert sum(heights) <= view.table.viewport().height() + 32
    view.table.grab()
    bench.strip.overview.setChecked(False)
    assert {view.table.rowHeight(row) for row in range(view.model.rowCount())} == {32}


def test_find_jumps_and_enter_goes_to_the_next(qtbot: QtBot, bench: RankingBench, bridge: SessionBridge) -> None:
    bench.strip.seek.setFocus()
    qtbot.keyClicks(bench.strip.seek, "sh")
    assert bridge.area == "shanghai"
    qtbot.keyClick(bench.strip.seek, Qt.Key.Key_Return)
    assert bridge.area == "shenzhen"
    bench.strip.seek.setText("哈尔")
    bench.strip.seek.textEdited.emit("哈尔")
    assert bridge.area == "harbin"


def test_rows_are_selected_inverted_cleared_and_copied(qtbot: QtBot, view: RankingView, bridge: SessionBridge) -> None:
    bridge.select("beijing")
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(view.table.selectionModel().selectedRows()) == 2
    qtbot.keyClick(view.table, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert len(view.table.selectionModel().selectedRows()) == 9
    qtbot.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 10
    qtbot.keyClick(view.table, Qt.Key.Key_Escape)
    assert view.table.selectionModel().selectedRows() == []


def test_columns_are_hidden_and_moved_without_a_mouse_and_kept(
    qtbot: QtBot, view: RankingView, bench: RankingBench, bridge: SessionBridge, light: Theme
) -> None:
    menu = QMenu(view)
    bench._fill("columns", menu)
    next(action for action in menu.actions() if action.text() == "published").trigger()
    assert view.table.isColumnHidden(Column.PUBLISHED)
    bench._sort_by("name", False)
    bench.filters.text.setText("a")
    bench._do("open", "enterprise")
    kept = json.loads(json.dumps(view.state()))
    other = opened(qtbot, bridge, light)
    other.restore(kept)
    assert other.state() == kept
    assert areas(other) == areas(view)
    assert other.table.isColumnHidden(Column.PUBLISHED)
    other.restore({"sort": "nonsense", "columns": "?"})
    assert areas(other) == areas(view)


# -- what bars rest on -------------------------------------------------------------------------------------------------


def test_space_and_hovering_tell_what_a_part_rests_on(qtbot: QtBot, view: RankingView, bridge: SessionBridge) -> None:
    bridge.select("wuhan")
    view.table.setFocus()
    told: list[str] = []
    view.told.connect(told.append)
    qtbot.keyClick(view.table, Qt.Key.Key_Right)
    qtbot.keyClick(view.table, Qt.Key.Key_Right)
    assert view.table.bars.part == 1
    assert told[-1].startswith("Research: 21.4 · ")
    assert "AMiner" in told[-1]
    assert "(20" in told[-1]
    said = view.table.bars.explained("wuhan", 0)
    assert said.startswith("Enterprise: not measured")
    assert "missing" in said


def test_a_part_with_a_value_that_has_no_source_is_outlined(
    view: RankingView, bench: RankingBench, bridge: SessionBridge
) -> None:
    assert view.table.bars.uncited("harbin") == frozenset()
    bridge.run(operations.set_value, "harbin", "sub-smart-2020-score", YEAR, "99")
    assert len(view.table.bars.uncited("harbin")) == 1


def test_enter_goes_to_the_cell_that_a_part_rests_on(qtbot: QtBot, view: RankingView, bridge: SessionBridge) -> None:
    bridge.select("wuhan")
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Right)
    with qtbot.waitSignal(view.go_wanted) as gone:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert gone.args == ["data", ""]
    assert bridge.area == "wuhan"
    reading = bridge.session.readings[("wuhan", bridge.indicator)]
    assert reading.value is None  # the first that is missing is what most wants looking at


def test_alt_left_comes_back_from_the_cell(qtbot: QtBot, window: MainWindow) -> None:
    work = window.workspace
    assert work is not None
    work.show_view("ranking")
    view = work.views["ranking"]
    assert isinstance(view, RankingView)
    work.bridge.select("wuhan")
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Right)
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert work.view == "data"
    assert work.bridge.indicator
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert work.view == "ranking"
    assert work.bridge.area == "wuhan"


def test_a_partial_row_tells_how_far_its_score_may_lie(view: RankingView, bridge: SessionBridge) -> None:
    bridge.select("wuhan")
    row = next(row for row in view.model.rows if row.area == "wuhan")
    assert row.low is not None
    assert row.high is not None
    assert row.low < (row.score or 0) < row.high
    assert f"between {row.low:.1f} and {row.high:.1f}" in view.sentence.text()
    whole = next(row for row in view.model.rows if row.area == "beijing")
    assert (whole.low, whole.high) == (None, None)


def test_heads_draw_how_values_are_spread_as_boxes_where_somebody_wants_them_and_say_it(
    qtbot: QtBot, view: RankingView, bench: RankingBench
) -> None:
    header, menu = bench.header, QMenu()
    qtbot.addWidget(menu)
    before = header.grab().toImage()
    bench._fill("columns", menu)
    next(action for action in menu.actions() if action.text() == "Box plots in the heads").trigger()
    assert header.grab().toImage() != before
    part = header.parts[0]
    told = header.spread_at(QPoint(header.bars_left + 4, 10))
    numbers = [one for row in view.model.rows if row.label and (one := row.parts[0]) is not None]
    assert told.startswith(f"{part.name}: from {min(numbers):.1f} to {max(numbers):.1f}; half of them from ")
    assert f"the median {statistics.median(numbers):.1f}" in told
    assert header.spread_at(QPoint(2, 10)) == ""
    assert view.state()["boxes"] is True
    view.restore({**view.state(), "boxes": False})
    assert header.grab().toImage() == before
