"""The ranking looked at from a standpoint: against a snapshot and why, paths, intervals, scenarios, what if."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt, QThreadPool
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from citeria_core.period import Period
from citeria_core.scenario import Scenario
from citeria_db import operations, recombine_operations, scenario_operations, snapshot_operations
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.models.ranking_model import Column
from citeria_desktop.panels.name_card import NameCard
from citeria_desktop.panels.ranking_standpoint import RankingStandpoint
from citeria_desktop.theme import Theme
from citeria_desktop.views.ranking import RankingView
from citeria_desktop.windows.main_window import MainWindow

INDEX = "ICI-CN-SUB"
TIP = Qt.ItemDataRole.ToolTipRole
CELL = ("wuhan", "sub-smart-2020-score")
Content = dict[str, list[tuple[object, ...]]]


@pytest.fixture
def moved(bridge: SessionBridge) -> SessionBridge:
    """The sample with a snapshot, and Wuhan fallen since."""
    bridge.run(snapshot_operations.take_snapshot, INDEX, "Base")
    bridge.run(operations.set_value, *CELL, Period.parse("2020"), "31.5")
    bridge.run(operations.set_weight, INDEX, "research", 31.0)
    return bridge


@pytest.fixture
def view(moved: SessionBridge, qtbot: QtBot, light: Theme) -> RankingView:
    made = RankingView(moved, light)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    with qtbot.waitExposed(made):
        made.show()
    return made


def standpoint(view: RankingView) -> RankingStandpoint:
    assert view.standpoint is not None
    return view.standpoint


def values(bridge: SessionBridge, view: RankingView, part: int) -> int:
    """How many values a part in view rests on."""
    assert bridge.session.result is not None
    return len(bridge.session.result.tree.leaves[view.model.parts[part].code])


def changes(view: RankingView) -> dict[str, int | None]:
    return {row.area: row.change for row in view.model.rows}


def test_changes_are_counted_against_the_snapshot_chosen(view: RankingView, moved: SessionBridge) -> None:
    kept = moved.session.looks.kept(INDEX, "Base").ranks
    strip = standpoint(view).strip
    strip.against.setCurrentIndex(strip.against.findData("Base"))
    strip.against.activated.emit(strip.against.currentIndex())
    for row in view.model.rows:
        assert row.rank is not None
        assert row.change == round(kept[row.area, ""] - row.rank)
    moved.select("wuhan")
    assert "Down 2 against “Base”" in view.sentence.text()
    against_base = changes(view)
    moved.measure("")
    assert changes(view) != against_base
    assert "since the last step" in str(view.model.headerData(Column.CHANGE, Qt.Orientation.Horizontal, TIP))


def test_changes_are_counted_against_the_scenario_chosen(view: RankingView, moved: SessionBridge, qtbot: QtBot) -> None:
    moved.run(scenario_operations.add_scenario, Scenario(INDEX, "Odd", weights={"research": 300.0}))
    moved.look(moved.session.project.scenarios.get(INDEX, "Odd"))
    odd = {row.area: row.rank for row in view.model.rows}
    moved.look(None)
    strip = standpoint(view).strip
    strip.against.setCurrentIndex(strip.against.findText("Δ against scenario “Odd”"))
    strip.against.activated.emit(strip.against.currentIndex())
    for row in view.model.rows:
        assert row.rank is not None
        assert row.change == round((odd[row.area] or 0) - row.rank)
    assert any(row.change for row in view.model.rows)
    assert "“Odd”" in str(view.model.headerData(Column.CHANGE, Qt.Orientation.Horizontal, TIP))
    area = next(row.area for row in view.model.rows if row.change)
    standpoint(view).ask_why(area)
    card = standpoint(view).why
    qtbot.waitUntil(lambda: "in “Odd”" in card.headline.text())
    assert "Weight of Research" in card.text
    moved.run(scenario_operations.delete_scenario, INDEX, "Odd")
    assert moved.session.looks.rival == ""
    assert strip.against.currentText() == "Δ since the last step"


def test_what_is_tried_is_adopted_in_one_step(view: RankingView, moved: SessionBridge) -> None:
    tried = moved.session.tried
    assert tried is not None
    recipe = '[normalise]\nlower = 1.0\nupper = 100.0\n[aggregate]\nmethod = "geometric"\n'
    assert moved.look(replace(tried, weights={"research": 300.0}, recipe=recipe))
    shown = {row.area: row.label for row in view.model.rows}
    strip = standpoint(view).strip
    strip.scenario_menu.aboutToShow.emit()
    adopt = "Adopt the weights and the method"
    next(action for action in strip.scenario_menu.actions() if action.text() == adopt).trigger()
    (card,) = view.findChildren(NameCard)
    card.field.setText("Agreed by the board")
    card.button.click()
    assert moved.session.looks.scenario is None
    assert {row.area: row.label for row in view.model.rows} == shown
    assert moved.session.undo_label == "Adopt the weights and the method that were tried"
    assert moved.session.project.history.steps(1)[0].reason == "Agreed by the board"


def test_enter_tells_why_against_what_changes_are_counted(
    view: RankingView, moved: SessionBridge, qtbot: QtBot
) -> None:
    moved.measure("Base")
    moved.select("wuhan")
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    card = standpoint(view).why
    qtbot.waitUntil(card.isVisible)
    assert card.headline.text().startswith("Wuhan: 6 in “Base”, 8")
    for told in ("Data", "Weights", "Together", "Weight of Research", "48.44 → 31.5"):
        assert told in card.text
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_a_path_leads_through_the_snapshots_to_now(view: RankingView, moved: SessionBridge) -> None:
    standpoint(view).strip.path.setChecked(True)
    row = view.model.rows[view.model.row_of("wuhan") or 0]
    assert view.model.path(row)[0] == 6
    assert view.model.path(row)[-1] == row.rank
    assert not view.table.isColumnHidden(Column.PATH)
    moved.run(snapshot_operations.take_snapshot, INDEX, "After")
    assert len(view.model.path(row)) == 3
    moved.undo()
    assert len(view.model.path(row)) == 2
    QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_intervals_are_computed_in_the_background_and_drawn_beside_the_ranks(
    view: RankingView, moved: SessionBridge, qtbot: QtBot
) -> None:
    held = standpoint(view)
    held.strip.interval.setChecked(True)
    assert view.busy
    qtbot.waitUntil(lambda: bool(view.model.intervals), timeout=60_000)
    assert not view.busy
    work = moved.session.intervals(top=5)
    assert work is not None
    expected = {one.area: one for one in work(lambda done, total: True).areas}
    assert view.model.intervals == expected
    row = view.model.rows[view.model.row_of("wuhan") or 0]
    low, high = expected["wuhan"].low, expected["wuhan"].high
    assert view.model.text(row, Column.INTERVAL) == f"{low:.3g}–{high:.3g}"
    assert "The first 5" in held.strip.told.text()
    assert view.grab().width() > 0


def test_paths_without_a_snapshot_are_advised_on_when_somebody_asks_for_them(
    qtbot: QtBot, bridge: SessionBridge, light: Theme
) -> None:
    view = RankingView(bridge, light)
    qtbot.addWidget(view)
    held, told = standpoint(view), list[str]()
    held.told.connect(told.append)
    held.restore(path=True, intervals=False, verify=False)
    assert told == []
    held.strip.path.click()
    held.strip.path.click()
    assert told == ["A path needs a snapshot: take one with “snapshot”."]


def test_intervals_and_paths_are_sorted_by_a_click_and_from_the_menu(
    view: RankingView, moved: SessionBridge, qtbot: QtBot
) -> None:
    held, bench = standpoint(view), view.bench
    assert bench is not None

    def click(which: Column) -> None:
        place = QPoint(bench.header.sectionViewportPosition(which) + 20, 50)
        qtbot.mouseClick(bench.header.viewport(), Qt.MouseButton.LeftButton, pos=place)

    held.strip.interval.setChecked(True)
    held.strip.path.setChecked(True)
    click(Column.INTERVAL)
    qtbot.waitUntil(lambda: bool(view.model.intervals), timeout=60_000)
    widths = [one.high - one.low for one in (view.model.intervals[row.area] for row in view.model.rows)]
    assert widths == sorted(widths, reverse=True)  # also of intervals that came after the click
    click(Column.PATH)
    gained = [view.model.path(row)[0] - row.rank for row in view.model.rows if row.rank]  # type: ignore[operator]
    assert gained == sorted(gained, reverse=True)
    menu = QMenu()
    bench.strip.menu_wanted.emit("sort", menu)
    best = next(action for action in menu.actions() if action.text() == "interval: the best rank")
    best.trigger()
    lows = [view.model.intervals[row.area].low for row in view.model.rows]
    assert lows == sorted(lows)
    menu.deleteLater()


def test_the_newest_request_wins_and_stopping_leaves_nothing_behind(
    view: RankingView, moved: SessionBridge, qtbot: QtBot
) -> None:
    held = standpoint(view)
    held.strip.interval.setChecked(True)
    moved.run(operations.set_weight, INDEX, "research", 80.0)
    qtbot.waitUntil(lambda: not held.job.busy, timeout=60_000)
    work = moved.session.intervals(top=5)
    assert work is not None
    assert view.model.intervals["wuhan"] == next(
        one for one in work(lambda done, total: True).areas if one.area == "wuhan"
    )
    moved.run(operations.set_weight, INDEX, "research", 40.0)
    assert moved.jobs.told is not None
    moved.jobs.stop()
    assert moved.jobs.told is None
    assert view.model.intervals == {}
    assert not view.busy


def test_the_status_line_tells_what_is_computed_and_stops_it(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.workspace
    assert workspace is not None
    workspace.show_view("ranking")
    view = workspace.views["ranking"]
    assert isinstance(view, RankingView)
    standpoint(view).strip.interval.setChecked(True)
    assert workspace.status.job.startswith("Rank intervals")
    qtbot.mouseClick(workspace.status.stop, Qt.MouseButton.LeftButton)
    assert workspace.status.job == ""
    assert not view.busy


def test_the_menu_leads_to_the_ranking_and_asks_there(window: MainWindow) -> None:
    workspace = window.workspace
    assert workspace is not None
    workspace.bridge.select("wuhan")
    window.actions_by_id["take_snapshot"].trigger()
    view = workspace.views["ranking"]
    assert isinstance(view, RankingView)
    assert workspace.view == "ranking"
    (card,) = view.findChildren(NameCard)
    assert card.isVisible()
    window.actions_by_id["what_if"].trigger()
    assert standpoint(view).what_if.area == "wuhan"


def test_a_scenario_is_shown_told_and_left_without_touching_the_data(
    view: RankingView, moved: SessionBridge, project_file: Path
) -> None:
    before = view.model.rows
    moved.run(scenario_operations.add_scenario, Scenario(INDEX, "Odd", weights={"research": 300.0}))
    strip = standpoint(view).strip
    strip.scenario.setCurrentIndex(strip.scenario.findData("Odd"))
    strip.scenario.activated.emit(strip.scenario.currentIndex())
    assert view.model.rows != before
    assert "Shown under “Odd”" in view.note.text()
    base = {row.area: row.rank for row in before}
    for row in view.model.rows:
        assert row.change == round((base[row.area] or 0) - (row.rank or 0))
    moved.look(None)
    assert {row.area: (row.label, row.score) for row in view.model.rows} == {
        row.area: (row.label, row.score) for row in before
    }


def test_a_deleted_scenario_leaves_the_ranking_of_the_data(view: RankingView, moved: SessionBridge) -> None:
    moved.run(scenario_operations.add_scenario, Scenario(INDEX, "Odd", weights={"research": 300.0}))
    moved.look(moved.session.project.scenarios.get(INDEX, "Odd"))
    moved.run(scenario_operations.delete_scenario, INDEX, "Odd")
    assert moved.session.looks.scenario is None
    assert "Shown under" not in view.note.text()
    moved.undo()
    assert standpoint(view).strip.scenario.findData("Odd") >= 0


def test_adopting_a_scenario_in_the_window_is_one_step(view: RankingView, moved: SessionBridge) -> None:
    moved.run(scenario_operations.add_scenario, Scenario(INDEX, "Odd", weights={"research": 300.0}))
    moved.look(moved.session.project.scenarios.get(INDEX, "Odd"))
    shown = {row.area: row.label for row in view.model.rows}
    strip = standpoint(view).strip
    strip.scenario_menu.aboutToShow.emit()
    next(action for action in strip.scenario_menu.actions() if action.text() == "Adopt the weights").trigger()
    (card,) = view.findChildren(NameCard)
    assert moved.session.looks.scenario is not None
    card.button.click()
    assert moved.session.looks.scenario is None
    assert {row.area: row.label for row in view.model.rows} == shown
    assert moved.session.undo_label == "Adopt the weights of scenario Odd"


def test_a_snapshot_is_taken_under_the_name_that_was_asked_for(
    view: RankingView, moved: SessionBridge, qtbot: QtBot
) -> None:
    standpoint(view).strip.take()
    (card,) = view.findChildren(NameCard)
    assert card.field.text() == "Snapshot 1"
    card.field.clear()
    assert not card.button.isEnabled()
    qtbot.keyClicks(card.field, "Spring")
    qtbot.keyClick(card.field, Qt.Key.Key_Return)
    assert [one.name for one in moved.session.project.snapshots.of(INDEX)] == ["Base", "Spring"]


def test_a_name_that_is_taken_leaves_a_snapshot_its_own_and_what_changes_are_counted_against(
    view: RankingView, moved: SessionBridge
) -> None:
    moved.run(snapshot_operations.take_snapshot, INDEX, "Spring")
    moved.measure("Base")
    strip = standpoint(view).strip
    for given, against in (("Spring", "Base"), ("Autumn", "Autumn")):
        strip.snapshot_menu.aboutToShow.emit()
        next(one for one in strip.snapshot_menu.actions() if one.text() == "Rename “Base”…").trigger()
        next(card for card in view.findChildren(NameCard) if card.isVisible()).named.emit(given)
        assert moved.session.looks.against == against
        for card in view.findChildren(NameCard):
            card.hide()


def test_a_snapshot_and_a_scenario_are_described_in_the_window(view: RankingView, moved: SessionBridge) -> None:
    moved.run(scenario_operations.add_scenario, Scenario(INDEX, "Odd", weights={"research": 300.0}))
    moved.look(moved.session.project.scenarios.get(INDEX, "Odd"))
    moved.measure("Base")
    strip = standpoint(view).strip
    for menu, name, chooser in (
        (strip.snapshot_menu, "Base", strip.against),
        (strip.scenario_menu, "Odd", strip.scenario),
    ):
        menu.aboutToShow.emit()
        next(action for action in menu.actions() if action.text() == f"Describe “{name}”…").trigger()
        card = next(card for card in view.findChildren(NameCard) if card.isVisible())
        card.named.emit("of the spring")
        card.hide()
        assert chooser.toolTip().endswith("of the spring")
        assert (moved.session.undo_label or "").endswith(name)


# -- what if -----------------------------------------------------------------------------------------------------------


def test_what_if_shows_the_rank_there_would_be_and_writes_nothing(
    view: RankingView, moved: SessionBridge, qtbot: QtBot
) -> None:
    steps = moved.session.project.counts()
    moved.select(*CELL)
    qtbot.keyClick(view.table, Qt.Key.Key_W)
    card = standpoint(view).what_if
    assert card.isVisible()
    assert card.field.text() == "31.5"
    card.field.setText("95")
    qtbot.keyClick(card.field, Qt.Key.Key_Return)
    row = view.model.rows[view.model.row_of("wuhan") or 0]
    assert row.change is not None
    assert row.change > 0
    assert f"{row.rank:g} with what is tried" in card.outcome.text()
    assert view.model.ghosts.keys() == {"wuhan"}
    assert moved.session.project.counts() == steps
    assert moved.session.readings[CELL].value == 31.5
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert moved.session.looks.scenario is None
    assert view.model.ghosts == {}


def test_what_is_tried_can_be_kept_as_a_scenario(view: RankingView, moved: SessionBridge, qtbot: QtBot) -> None:
    card = standpoint(view).what_if
    moved.select(*CELL)
    card.ask("wuhan", "Wuhan", CELL[1])
    card.try_value(95.0)
    card.keep.click()
    (naming,) = view.findChildren(NameCard)
    naming.named.emit("A better Wuhan")
    held = moved.session.project.scenarios.get(INDEX, "A better Wuhan")
    assert held.values == {CELL: 95.0}
    assert moved.session.looks.scenario == held
    assert moved.session.readings[CELL].value == 31.5
    moved.undo()
    assert moved.session.project.scenarios.of(INDEX) == ()


def test_the_value_needed_for_a_rank_is_found_by_keys(view: RankingView, moved: SessionBridge, qtbot: QtBot) -> None:
    card = standpoint(view).what_if
    card.ask("wuhan", "Wuhan", CELL[1])
    before = view.model.rows[view.model.row_of("wuhan") or 0].rank
    qtbot.keyClick(card, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not card.job.busy, timeout=60_000)
    after = view.model.rows[view.model.row_of("wuhan") or 0].rank
    assert before is not None
    assert after is not None
    assert after < before
    assert f"gives rank {after:g}" in card.needed.text()


def test_a_rank_that_no_value_reaches_is_said_with_names_not_with_codes(
    view: RankingView, moved: SessionBridge, qtbot: QtBot
) -> None:
    card = standpoint(view).what_if
    card.ask("harbin", "Harbin", CELL[1])
    card.rank.setValue(1)
    card.seek.click()
    qtbot.waitUntil(lambda: not card.job.busy, timeout=60_000)
    assert card.needed.text().startswith("No value of Smart-degree score 2020")
    assert "brings Harbin to rank 1" in card.needed.text()
    assert moved.session.looks.scenario is None


def test_what_is_sought_for_one_value_is_never_tried_on_another(
    view: RankingView, moved: SessionBridge, qtbot: QtBot
) -> None:
    card = standpoint(view).what_if
    card.ask("wuhan", "Wuhan", CELL[1])
    card.seek.click()
    assert card.job.busy
    card.ask("beijing", "Beijing", CELL[1])
    assert not card.job.busy
    assert QThreadPool.globalInstance().waitForDone(60_000)
    qtbot.wait(20)
    assert moved.session.looks.scenario is None
    assert card.needed.text() == ""


def test_the_card_says_what_the_data_are_after_an_edit_and_keeps_what_is_typed(
    view: RankingView, moved: SessionBridge, qtbot: QtBot
) -> None:
    card = standpoint(view).what_if
    card.ask("wuhan", "Wuhan", CELL[1])
    card.field.clear()
    qtbot.keyClicks(card.field, "12")
    moved.run(operations.set_value, *CELL, Period.parse("2020"), "77")
    assert "77" in card.unit.text()
    assert card.field.text() == "12"


def test_the_card_goes_with_the_index_that_it_was_opened_on(view: RankingView, moved: SessionBridge) -> None:
    card = standpoint(view).what_if
    card.ask("wuhan", "Wuhan", CELL[1])
    moved.choose_index("ICI-CN")
    assert not card.isVisible()


def test_a_text_that_is_no_number_is_told_and_an_empty_one_is_missing(
    view: RankingView, moved: SessionBridge, qtbot: QtBot
) -> None:
    card = standpoint(view).what_if
    card.ask("wuhan", "Wuhan", CELL[1])
    card.field.setText("many")
    card.go.click()
    assert "“many” is no number" in card.outcome.text()
    assert moved.session.looks.scenario is None
    card.field.setText("")
    card.go.click()
    held = moved.session.looks.scenario
    assert held is not None
    assert held.values == {CELL: None}


def test_opening_a_tried_value_leads_to_its_cell_with_nothing_written(view: RankingView, moved: SessionBridge) -> None:
    wanted: list[str] = []
    view.go_wanted.connect(lambda name, page: wanted.append(name))
    card = standpoint(view).what_if
    card.ask("wuhan", "Wuhan", CELL[1])
    card.try_value(95.0)
    card.open.click()
    assert wanted == ["data"]
    assert (moved.area, moved.indicator) == CELL
    assert moved.session.looks.scenario is None


def test_the_end_of_a_bar_is_drawn_to_another_value_and_escape_takes_it_back(
    view: RankingView, moved: SessionBridge, qtbot: QtBot
) -> None:
    moved.select("beijing")
    table = view.table
    number = view.model.row_of("beijing") or 0
    index = view.model.index(number, Column.BAR)
    rect = QRectF(table.visualRect(index))
    row = view.model.rows[number]
    segments = table.bars.segments(row.parts, table.bars.places(rect)[0])
    whole = next(
        one for one in segments if values(moved, view, one.part) == 1 and one.rect.width() > 20 and row.parts[one.part]
    )
    end = QPoint(round(whole.rect.right()), round(whole.rect.center().y()))
    port = table.viewport()
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(port, left, pos=end)
    QTest.mouseMove(port, end - QPoint(30, 0))
    held = moved.session.looks.scenario
    assert held is not None
    ((cell, value),) = held.values.items()
    assert cell[0] == "beijing"
    assert value is not None
    shown = view.model.rows[view.model.row_of("beijing") or 0].parts[whole.part]
    worth = (row.parts[whole.part] or 0.0) / whole.rect.width()
    assert shown == pytest.approx((row.parts[whole.part] or 0.0) - 30 * worth, abs=0.5)
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    assert moved.session.looks.scenario is None
    qtbot.mouseRelease(port, left, pos=end)
    assert view.model.rows[number].parts == row.parts


def test_the_end_of_a_part_with_several_values_tells_which_of_them_could_do_it_alone(
    view: RankingView, moved: SessionBridge, qtbot: QtBot
) -> None:
    steps = moved.session.project.counts()
    moved.select("nanjing")
    part = next(place for place, node in enumerate(view.model.parts) if node.code == "enterprise")
    before = view.model.rows[view.model.row_of("nanjing") or 0].parts[part]
    assert before is not None
    view.table.end_dragged.emit("nanjing", part, 5.0)
    tried = moved.session.looks.scenario
    assert tried is not None
    assert list(tried.values) == [("nanjing", "sub-financing-2024-order")]  # it can move the part farthest
    shown = view.model.rows[view.model.row_of("nanjing") or 0].parts[part]
    assert shown == pytest.approx(before + 5, abs=1e-3)
    view.table.end_released.emit(True)
    card = standpoint(view).what_if
    qtbot.waitUntil(lambda: not card.ways.job.busy, timeout=60_000)
    told = card.ways.ways.text()
    assert told.index("One of these alone") < told.index("sub-idc-2019-rank") < told.index("Not enough alone")
    card.ways.ways.linkActivated.emit("sub-idc-2019-rank")  # alone: the other value stands as it did
    tried = moved.session.looks.scenario
    assert tried is not None
    assert list(tried.values) == [("nanjing", "sub-idc-2019-rank")]
    assert view.model.rows[view.model.row_of("nanjing") or 0].parts[part] == pytest.approx(before + 5, abs=1e-3)
    card.close_card()
    assert moved.session.looks.scenario is None
    assert moved.session.project.counts() == steps


def test_points_for_a_part_are_asked_for_by_keys(view: RankingView, moved: SessionBridge, qtbot: QtBot) -> None:
    moved.select("nanjing")
    qtbot.keyClick(view.table, Qt.Key.Key_Right)
    qtbot.keyClick(view.table, Qt.Key.Key_W)
    card = standpoint(view).what_if
    assert card.ways.isVisible()
    card.ways.points.setText("many")
    qtbot.keyClick(card.ways.points, Qt.Key.Key_Return)
    assert "many" in card.ways.ways.text()
    card.ways.points.setText("1000")
    qtbot.keyClick(card.ways.points, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not card.ways.job.busy, timeout=60_000)
    assert card.ways.ways.text().startswith("Not enough alone")
    view.table.bars.part = 1  # a part of one value: the row of points has nothing to add to the value itself
    card.ask("nanjing", "Nanjing", part=view.model.parts[1])
    assert card.indicator == "sub-aminer-2023-order"
    assert not card.ways.isVisible()


def test_what_was_in_view_comes_back(view: RankingView, moved: SessionBridge, qtbot: QtBot, light: Theme) -> None:
    held = standpoint(view)
    held.strip.path.setChecked(True)
    held.strip.verify.click()
    again = RankingView(moved, light)
    qtbot.addWidget(again)
    again.restore(view.state())
    assert standpoint(again).state() == held.state() == {"path": True, "intervals": False, "verify": True}
    for one in (view, again):
        one.stop()


# -- what to verify next -----------------------------------------------------------------------------------------------


def test_the_doubtful_values_stand_by_what_they_could_move_and_lead_to_their_cell(
    view: RankingView, moved: SessionBridge, qtbot: QtBot
) -> None:
    moved.run(operations.set_value, *CELL, Period.parse("2020"), "~ 40")
    held = standpoint(view)
    held.strip.verify.click()
    qtbot.waitUntil(lambda: not held.verify.job.busy, timeout=60_000)
    model = held.verify.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert CELL in [model.cell(row) for row in range(len(model.rows))]
    expected = [row.expected for row in model.rows]
    assert expected == sorted(expected, reverse=True)
    wanted: list[str] = []
    view.go_wanted.connect(lambda name, page: wanted.append(name))
    held.verify.table.opened.emit(0)
    assert wanted == ["data"]
    assert (moved.area, moved.indicator) == model.cell(0)


def test_the_live_ranking_shows_what_the_full_one_shows(
    open_bridge: Callable[..., SessionBridge], qtbot: QtBot, light: Theme
) -> None:
    bridge = open_bridge()
    live = RankingView(bridge, light, compact=True)
    qtbot.addWidget(live)
    scenario = bridge.session.try_value(*CELL, 2.0)
    assert scenario is not None
    bridge.look(scenario)
    assert "the data are as they were" in live.note.text()
    assert live.standpoint is None


def test_another_language_rebuilds_the_ranking_as_it_was_looked_at(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.workspace
    assert workspace is not None
    workspace.show_view("ranking")
    view = workspace.views["ranking"]
    assert isinstance(view, RankingView)
    standpoint(view).strip.interval.setChecked(True)
    window.set_language("zh")
    rebuilt = window.workspace
    assert rebuilt is not None
    again = rebuilt.views["ranking"]
    assert isinstance(again, RankingView)
    assert again is not view
    qtbot.waitUntil(lambda: bool(again.model.intervals), timeout=60_000)
    assert rebuilt.status.job == ""
    window.set_language("en")


def test_a_scenario_to_count_against_that_no_longer_fits_says_why(view: RankingView, moved: SessionBridge) -> None:
    moved.run(scenario_operations.add_scenario, Scenario(INDEX, "Odd", weights={"research": 300.0}))
    assert moved.measure("", "Odd")
    assert "“Odd”" not in view.note.text()
    nodes = moved.session.project.indices.get(INDEX).nodes
    below = next(node.code for node in nodes if node.parent == "research")
    moved.run(recombine_operations.split, INDEX, "research")
    assert below in {node.code for node in moved.session.project.indices.get(INDEX).nodes}
    assert "“Odd”: " in view.note.text()
    assert "research" in view.note.text()
