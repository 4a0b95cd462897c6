"""Snapshots and scenarios: named rows of the project file, one undoable step each, bit-exact, and beside the data."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from citeria_core.errors import CombinedError, KnownError
from citeria_core.period import Period
from citeria_core.recipe import Recipe
from citeria_core.scenario import BadScenarioError, Scenario, apply
from citeria_db import index_operations, operations, scenario_operations, snapshot_operations
from citeria_db.errors import (
    BadNameError,
    DuplicateCodeError,
    NotRankedError,
    UnknownNodeError,
    UnknownScenarioError,
    UnknownSnapshotError,
)
from citeria_db.migrations import SCHEMA, SCRIPTS, migrate
from citeria_db.opening import connect
from citeria_db.store import Project

YEAR = Period.parse("2020")


@pytest.fixture
def measured(project: Project) -> Project:
    """The small project with a value in every cell of its index."""
    operations.set_value(project, "beta", "firms", YEAR, "9.1")
    operations.set_value(project, "alpha", "pay", YEAR, "0.30000000000000004")
    operations.set_value(project, "beta", "pay", YEAR, "5")
    return project


def tried(**more: object) -> Scenario:
    return replace(Scenario("IX", "More pay", weights={"pay": 90.0}), **more)


def test_a_snapshot_holds_the_ranking_bit_for_bit_whatever_becomes_of_the_values(measured: Project) -> None:
    before = snapshot_operations.current_ranking(measured, "IX")
    snapshot_operations.take_snapshot(measured, "IX", "Before", "as it was")
    operations.set_value(measured, "alpha", "firms", YEAR, "70")
    operations.set_weight(measured, "IX", "pay", 1.0)
    kept = measured.snapshots.ranking("IX", "Before")
    assert kept.text == before.text
    assert kept.reproduces
    assert kept.dataset.values.tobytes() == before.dataset.values.tobytes()
    assert snapshot_operations.current_ranking(measured, "IX").text != before.text


def test_a_snapshot_says_who_took_it_when_by_what_recipe_and_after_which_step(measured: Project) -> None:
    snapshot_operations.take_snapshot(measured, "IX", " Before ", " as it was ")
    (held,) = measured.snapshots.of("IX")
    steps = measured.history.steps()
    assert (held.name, held.description, held.author) == ("Before", "as it was", "ada")
    assert held.step == steps[1].number
    assert steps[0].label == "Take snapshot Before of IX"
    assert held.hash == measured.snapshots.ranking("IX", "Before").hash
    assert len(held.recipe_hash) == 64


def test_each_thing_done_to_a_snapshot_is_one_step_that_undo_takes_back(
    measured: Project, path: Path, content: Callable[[Path], object]
) -> None:
    snapshot_operations.take_snapshot(measured, "IX", "Before")
    steps = (
        lambda: snapshot_operations.take_snapshot(measured, "IX", "Again"),
        lambda: snapshot_operations.rename_snapshot(measured, "IX", "Before", "Then"),
        lambda: snapshot_operations.describe_snapshot(measured, "IX", "Before", "of the spring"),
        lambda: snapshot_operations.delete_snapshot(measured, "IX", "Before"),
    )
    for step in steps:
        before, count = content(path), measured.counts()["steps"]
        assert step().step is not None
        assert measured.counts()["steps"] == count + 1
        assert content(path) != before
        measured.undo()
        assert content(path) == before


def test_a_snapshot_that_cannot_be_taken_leaves_nothing(measured: Project) -> None:
    snapshot_operations.take_snapshot(measured, "IX", "Before")
    count = measured.counts()["steps"]
    with pytest.raises(DuplicateCodeError, match="already a snapshot “Before”"):
        snapshot_operations.take_snapshot(measured, "IX", "Before")
    for name in ("", "  ", "two\nlines"):
        with pytest.raises(BadNameError):
            snapshot_operations.take_snapshot(measured, "IX", name)
    with pytest.raises(UnknownSnapshotError, match=r"“Befor”.*Before"):
        measured.snapshots.get("IX", "Befor")
    index_operations.remove_node(measured, "IX", "firms")
    index_operations.remove_node(measured, "IX", "pay")
    with pytest.raises(NotRankedError, match="IX has no ranking to keep"):
        snapshot_operations.take_snapshot(measured, "IX", "Empty")
    assert measured.counts()["steps"] == count + 2


def test_each_thing_done_to_a_scenario_is_one_step_that_undo_takes_back(
    measured: Project, path: Path, content: Callable[[Path], object]
) -> None:
    scenario_operations.add_scenario(measured, tried())
    steps = (
        lambda: scenario_operations.add_scenario(measured, tried(name="Another")),
        lambda: scenario_operations.change_scenario(measured, "More pay", tried(name="Much more pay")),
        lambda: scenario_operations.change_scenario(measured, "More pay", tried(description="why not")),
        lambda: scenario_operations.change_scenario(measured, "More pay", tried(values={("beta", "pay"): None})),
        lambda: scenario_operations.adopt(measured, "IX", "More pay"),
        lambda: scenario_operations.delete_scenario(measured, "IX", "More pay"),
    )
    for step in steps:
        before, count = content(path), measured.counts()["steps"]
        assert step().step is not None
        assert measured.counts()["steps"] == count + 1
        measured.undo()
        assert content(path) == before


def test_a_scenario_never_writes_a_value_a_weight_or_a_recipe(
    measured: Project, path: Path, content: Callable[[Path], dict[str, object]]
) -> None:
    before = content(path)
    scenario = tried(
        values={("alpha", "firms"): 1e300, ("beta", "pay"): None}, recipe='[normalise]\nmethod = "zscore"\n'
    )
    scenario_operations.add_scenario(measured, scenario)
    base = snapshot_operations.current_ranking(measured, "IX").result
    apply(base, measured.scenarios.get("IX", "More pay"))
    after = content(path)
    assert {table for table in after if after[table] != before[table]} == {"scenario"}


def test_what_a_scenario_tries_comes_back_bit_for_bit(measured: Project) -> None:
    scenario = tried(
        weights={"pay": 0.1 + 0.2}, values={("alpha", "firms"): -0.0, ("beta", "pay"): 5e-324}, recipe="# mine\n"
    )
    scenario_operations.add_scenario(measured, scenario)
    held = measured.scenarios.get("IX", "More pay")
    assert held == scenario
    assert [str(value) for value in held.values.values()] == ["-0.0", "5e-324"]


def test_adopting_takes_the_weights_and_leaves_the_values(measured: Project) -> None:
    scenario_operations.add_scenario(measured, tried(values={("alpha", "firms"): 70.0}))
    changes = scenario_operations.adopt(measured, "IX", "More pay")
    assert changes.tables == {"node"}
    assert {node.code: node.weight for node in measured.indices.get("IX").nodes}["pay"] == 90.0
    assert measured.observations.cell("alpha", "firms")[0].value == 7.0
    scenario_operations.add_scenario(measured, tried(name="Firms", weights={}, values={("alpha", "firms"): 70.0}))
    with pytest.raises(BadScenarioError, match="tries no weight and no recipe"):
        scenario_operations.adopt(measured, "IX", "Firms")


def test_adopting_takes_the_recipe_too_and_nothing_where_it_does_not_fit(measured: Project) -> None:
    recipe = '[aggregate]\nmethod = "geometric"\n[normalise]\nlower = 1.0\nupper = 100.0\n'
    scenario_operations.add_scenario(measured, tried(name="Both", recipe=recipe))
    changes = scenario_operations.adopt(measured, "IX", "Both")
    assert changes.step is not None
    assert changes.step.label == "Adopt the weights and the method of scenario Both"
    held = measured.indices.get("IX")
    assert Recipe.from_toml(held.recipe).to_toml() == Recipe.from_toml(recipe).to_toml()
    assert {node.code: node.weight for node in held.nodes}["pay"] == 90.0
    measured.undo()
    before = measured.indices.get("IX")
    assert before.recipe != held.recipe
    with pytest.raises(KnownError):
        scenario_operations.adopt_tried(measured, tried(name="", recipe='[aggregate]\nmethod = "magic"\n'))
    with pytest.raises(UnknownNodeError):
        scenario_operations.adopt_tried(measured, tried(name="", weights={"gone": 1.0}, recipe=recipe))
    assert measured.indices.get("IX") == before


def test_everything_wrong_with_a_scenario_is_told_at_once(measured: Project) -> None:
    wrong = Scenario("IX", "Odd", weights={"pai": 1.0, "pay": -1.0}, values={("gamma", "firm"): 1.0})
    with pytest.raises(CombinedError) as told:
        scenario_operations.add_scenario(measured, wrong)
    assert len(str(told.value).splitlines()) == 4
    assert "“pai”" in str(told.value)
    with pytest.raises(BadScenarioError, match="tries nothing"):
        scenario_operations.add_scenario(measured, Scenario("IX", "Empty"))
    with pytest.raises(KnownError, match="normalise"):
        scenario_operations.add_scenario(measured, tried(recipe='[normalise]\nmethod = "best"'))
    with pytest.raises(UnknownScenarioError):
        measured.scenarios.get("IX", "Odd")


def test_a_part_that_is_gone_is_left_out_of_a_scenario_and_told(measured: Project) -> None:
    scenario_operations.add_scenario(measured, tried(weights={"firms": 1.0, "pay": 2.0}))
    index_operations.remove_node(measured, "IX", "firms")
    base = snapshot_operations.current_ranking(measured, "IX").result
    applied = apply(base, measured.scenarios.get("IX", "More pay"))
    assert applied.result.relative_weights["pay"] == 2.0
    assert applied.findings == ("The index has no part “firms” any more; its weight is left out.",)


def test_an_index_goes_with_its_snapshots_and_scenarios_and_comes_back_with_them(measured: Project) -> None:
    snapshot_operations.take_snapshot(measured, "IX", "Before")
    scenario_operations.add_scenario(measured, tried())
    text = measured.snapshots.ranking("IX", "Before").text
    index_operations.remove_index(measured, "IX")
    measured.undo()
    assert measured.snapshots.ranking("IX", "Before").text == text
    assert [held.name for held in measured.scenarios.of("IX")] == ["More pay"]


def test_an_older_file_gets_room_for_snapshots(tmp_path: Path) -> None:
    path = tmp_path / "second.citeria"
    second = connect(path, "rwc")
    migrate(second, SCRIPTS[:2])
    second.raw.close()
    with Project.open(path) as project:
        assert project.schema == SCHEMA
        assert project.connection.rows("SELECT count(*) FROM snapshot") == [(0,)]
