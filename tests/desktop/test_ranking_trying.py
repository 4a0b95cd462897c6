"""Weights, methods and values tried in the ranking and kept as scenarios; the data stay as they are."""

from decimal import Decimal

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from citeria_core.recipe import Recipe
from citeria_core.scenario import Scenario
from citeria_db import scenario_operations
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.panels.name_card import NameCard
from citeria_desktop.panels.ranking_bench import RankingBench
from citeria_desktop.panels.standpoint_strip import StandpointStrip
from citeria_desktop.theme import Theme
from citeria_desktop.views.ranking import RankingView

INDEX = "ICI-CN-SUB"
CELL = ("wuhan", "sub-smart-2020-score")


@pytest.fixture
def view(bridge: SessionBridge, qtbot: QtBot, light: Theme) -> RankingView:
    made = RankingView(bridge, light)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def bench(view: RankingView) -> RankingBench:
    assert view.bench is not None
    return view.bench


@pytest.fixture
def strip(view: RankingView) -> StandpointStrip:
    assert view.standpoint is not None
    return view.standpoint.strip


def entry(menu: QMenu, text: str) -> QAction:
    """What a menu offers under these words, when it is opened now."""
    menu.aboutToShow.emit()
    return next(action for action in menu.actions() if action.text() == text)


def gain(bench: RankingBench, part: str, by: int) -> None:
    """A part gains per cent by its border, and keeps them."""
    bench.header.stepped.emit(part, Decimal(by))
    bench.header.kept.emit()


def shares(bench: RankingBench) -> list[float]:
    return [float(part.share) for part in bench.header.parts]


def named(view: RankingView, name: str) -> None:
    card = next(card for card in view.findChildren(NameCard) if card.isVisible())
    card.field.setText(name)
    card.button.click()


def test_weights_are_tried_kept_as_a_scenario_and_never_touch_the_data(
    view: RankingView, bench: RankingBench, strip: StandpointStrip, bridge: SessionBridge
) -> None:
    before, scores = bridge.session.project.counts(), {row.area: row.score for row in view.model.rows}
    held = bridge.session.project.indices.get(INDEX)
    entry(strip.scenario_menu, "Try weights, methods and values").trigger()
    gain(bench, "research", 30)
    assert shares(bench)[1] == pytest.approx(63.3333)
    assert {row.area: row.score for row in view.model.rows} != scores
    result = bridge.session.result
    assert result is not None
    ranks = dict(zip(result.areas, result.rank(result.root).tolist(), strict=True))
    for row in view.model.rows:  # Δ is counted against the data
        assert row.rank is not None
        assert row.change == round(ranks[row.area] - row.rank)
    assert "the data are as they were" in view.note.text()
    assert not view.weights.isEnabled()
    assert bridge.session.project.counts() == before
    entry(strip.scenario_menu, "Keep as a scenario…").trigger()
    named(view, "Research first")
    kept = bridge.session.project.scenarios.get(INDEX, "Research first")
    assert kept.weights["research"] == pytest.approx(63.3333)
    assert bridge.session.looks.scenario == kept
    assert bridge.session.project.indices.get(INDEX) == held
    bridge.undo()
    assert bridge.session.project.scenarios.of(INDEX) == ()
    assert {row.area: row.score for row in view.model.rows} == scores


def test_tries_are_taken_back_one_by_one(
    view: RankingView, bench: RankingBench, strip: StandpointStrip, bridge: SessionBridge
) -> None:
    strip.begin()
    first = shares(bench)
    gain(bench, "research", 10)
    second = shares(bench)
    gain(bench, "enterprise", -20)
    entry(strip.scenario_menu, "Take back the last try").trigger()
    assert shares(bench) == second
    entry(strip.scenario_menu, "Take back the last try").trigger()
    assert shares(bench) == first
    entry(strip.scenario_menu, "Back to the data as they are").trigger()
    assert bridge.session.looks.scenario is None


def test_a_scenario_that_is_only_looked_at_has_no_try_to_take_back(
    view: RankingView, strip: StandpointStrip, bridge: SessionBridge
) -> None:
    bridge.run(scenario_operations.add_scenario, Scenario(INDEX, "Odd", weights={"research": 300.0}))
    bridge.look(bridge.session.project.scenarios.get(INDEX, "Odd"))
    strip.scenario_menu.aboutToShow.emit()
    offered = [action.text() for action in strip.scenario_menu.actions()]
    assert "Back to the data as they are" in offered
    assert "Take back the last try" not in offered


def test_what_is_tried_over_a_scenario_leaves_it_alone_until_it_is_kept_in_it(
    view: RankingView, bench: RankingBench, strip: StandpointStrip, bridge: SessionBridge
) -> None:
    bridge.run(scenario_operations.add_scenario, Scenario(INDEX, "Odd", "why", weights={"research": 300.0}))
    odd = bridge.session.project.scenarios.get(INDEX, "Odd")
    bridge.look(odd)
    gain(bench, "research", -20)
    assert bridge.session.project.scenarios.get(INDEX, "Odd") == odd
    entry(strip.scenario_menu, "Keep in “Odd”").trigger()
    changed = bridge.session.project.scenarios.get(INDEX, "Odd")
    assert changed.description == "why"
    assert changed.weights != odd.weights
    assert bridge.session.looks.scenario == changed
    bridge.undo()
    assert bridge.session.looks.scenario == odd


def test_equal_weights_and_those_of_the_data_are_tried_too(
    bench: RankingBench, strip: StandpointStrip, bridge: SessionBridge
) -> None:
    first = shares(bench)
    menu = QMenu()
    bench.strip.menu_wanted.emit("weights", menu)
    entry(menu, "Only try weights, write nothing").trigger()
    assert bridge.session.looks.scenario is not None
    bench.strip.menu_wanted.emit("weights", menu)
    entry(menu, "Equal weights").trigger()
    assert max(shares(bench)) - min(shares(bench)) < 0.001
    entry(menu, "Weights as the data have them").trigger()
    assert shares(bench) == first
    menu.deleteLater()


def test_a_bent_line_is_tried_as_a_recipe(view: RankingView, strip: StandpointStrip, bridge: SessionBridge) -> None:
    recipe = bridge.session.project.indices.get(INDEX).recipe
    strip.begin()
    dialog = view.edit_mapping(CELL[1])
    assert dialog is not None
    dialog.turn.click()
    dialog.use.click()
    tried = bridge.session.looks.scenario
    assert tried is not None
    assert tried.recipe is not None
    assert Recipe.from_toml(tried.recipe).normalise_of(CELL[1]).method == "piecewise"
    assert bridge.session.project.indices.get(INDEX).recipe == recipe


def test_the_present_weights_are_kept_whatever_becomes_of_them(
    view: RankingView, bench: RankingBench, strip: StandpointStrip, bridge: SessionBridge
) -> None:
    gain(bench, "research", 30)
    scores = [row.score for row in view.model.rows]
    entry(strip.scenario_menu, "Keep the present weights as a scenario…").trigger()
    named(view, "As dragged")
    bench.weighing.reset(INDEX)
    assert [row.score for row in view.model.rows] != scores
    bridge.look(bridge.session.project.scenarios.get(INDEX, "As dragged"))
    assert [row.score for row in view.model.rows] == scores


def test_a_value_tried_over_weights_leaves_them_tried_when_its_card_is_closed(
    view: RankingView, bench: RankingBench, strip: StandpointStrip, bridge: SessionBridge
) -> None:
    strip.begin()
    gain(bench, "research", 10)
    tried = bridge.session.looks.scenario
    assert view.standpoint is not None
    card = view.standpoint.what_if
    card.ask("wuhan", "Wuhan", CELL[1])
    card.try_value(95.0)
    card.close_card()
    assert bridge.session.looks.scenario == tried
