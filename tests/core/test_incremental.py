"""The law of the incremental engine: any sequence of edits equals a fresh computation bit for bit."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from citeria_core import Dataset, Engine, Recipe
from citeria_core.aggregate import NotPositiveError
from citeria_core.errors import KnownError
from citeria_core.model import Node
from citeria_core.result import STAGES, Result

RECIPES = (
    "",
    '[normalise]\nmethod = "zscore"\n[rank]\nties = "average"',
    '[normalise]\nmethod = "rank"\n[aggregate]\nmin_availability = 0.65',
    '[normalise]\nlower = 1\n[aggregate]\nmethod = "geometric"\n[impute]\nmethod = "median"',
    '[screen]\nby = "both"\nmin_availability = 0.5\nmin_nonzero = 0.2\n[weights]\nsource = "equal"',
    '[indicator.x1.normalise]\nmethod = "none"\n[node.P.aggregate]\nweighted = false',
    '[impute]\nmethod = "row_mean"\nlevel = 2\n[treat]\nmethod = "winsorise_log"\nmax_skew = 1\nmax_kurtosis = 0.5',
    '[impute]\nmethod = "knn"\nneighbours = 2\n[treat]\nmethod = "log"\nmax_skew = 0.5\nlog = "gii"',
    '[impute]\nmethod = "em"\n[aggregate]\nmethod = "copeland"\n[normalise]\nmethod = "percentile_rank"',
    '[treat]\nmethod = "winsorise"\nmax_skew = 0.5\nmax_kurtosis = 0\n[aggregate]\nmethod = "median"',
    '[weights]\nsource = "pca"\n[normalise]\nmethod = "distance_to_reference"\nreference = "A2"',
    '[weights]\nsource = "critic"\n[aggregate]\nmethod = "borda"\n[node.I.aggregate]\nmethod = "minimum"',
    '[weights]\nsource = "entropy"\n[normalise]\nlower = 1\n[aggregate]\nmethod = "power"\npower = 3',
    '[normalise]\nmethod = "goalposts"\n[aggregate.level.2]\nmethod = "maximum"',
)
AREAS, INDICATORS = 7, 5
NODES = (
    Node("I", "Index", None, 1.0),
    Node("P", "P", "I", 2.0),
    Node("Q", "Q", "I", 1.0),
    *(Node(f"x{n}", f"x{n}", "P" if n < 3 else "Q", 1.0 + n, f"x{n}", -1 if n == 2 else 1) for n in range(INDICATORS)),
)

values = st.one_of(
    st.none(),
    st.sampled_from([0.0, -0.0, 1.0, 5.0, 1e308, -1e308, 5e-324, float("nan")]),
    st.floats(-1e6, 1e6),
)
edits = st.one_of(
    st.tuples(st.just("value"), st.integers(0, AREAS - 1), st.integers(0, INDICATORS - 1), values),
    st.tuples(
        st.just("values"),
        st.lists(st.tuples(st.integers(0, AREAS - 1), st.integers(0, INDICATORS - 1), values), max_size=4),
    ),
    st.tuples(st.just("weight"), st.sampled_from([node.code for node in NODES]), st.floats(0, 10)),
    st.tuples(st.just("recipe"), st.sampled_from(RECIPES)),
)


def dataset(matrix: Sequence[Sequence[float | None]]) -> Dataset:
    areas = [(f"A{row}", "") for row in range(len(matrix))]
    return Dataset.build(areas, NODES, np.array(matrix, dtype=float))


def bits(result: Result) -> dict[Any, Any]:
    held: dict[Any, Any] = {
        (stage, code): column.tobytes() for stage in STAGES for code, column in result.stage_columns(stage).items()
    }
    held["areas"], held["findings"], held["weights"] = result.areas, result.findings, dict(result.weights)
    return held


def edited(engine: Engine, edit: tuple[Any, ...]) -> None:
    match edit:
        case ("value", row, place, value):
            engine.set_value(f"A{row}", f"x{place}", value)
        case ("values", cells):
            engine.set_values((f"A{row}", f"x{place}", value) for row, place, value in cells)
        case ("weight", node, weight):
            engine.set_weight(node, weight)
        case ("recipe", text):
            engine.set_recipe(Recipe.from_toml(text))


def fresh(result: Result) -> Result:
    """The same inputs, computed from nothing."""
    values = np.column_stack(result.raw)
    nodes = tuple(replace(node, weight=result.relative_weights[node.code]) for node in NODES)
    areas = [(area, "") for area in result.dataset.areas]
    return Engine(Dataset.build(areas, nodes, values), result.recipe).result


@settings(
    max_examples=100,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(
    st.lists(st.lists(values, min_size=INDICATORS, max_size=INDICATORS), min_size=AREAS, max_size=AREAS),
    st.lists(edits, min_size=1, max_size=8),
)
def test_any_sequence_of_edits_equals_a_fresh_computation_bit_for_bit(matrix: Any, sequence: Any):
    engine = Engine(dataset(matrix), Recipe())
    for edit in sequence:
        before, old = engine.result, bits(engine.result)
        try:
            edited(engine, edit)
        except KnownError:
            assert engine.result is before
            continue
        assert bits(engine.result) == bits(fresh(engine.result))
        assert bits(before) == old
        differing = {
            code
            for code in (*engine.result.dataset.indicators, "P", "Q", "I")
            if engine.result.score(code).tobytes() != before.score(code).tobytes()
        }
        if before.areas == engine.result.areas and before.recipe.rank == engine.result.recipe.rank:
            assert differing == engine.result.changed_nodes
        else:
            assert engine.result.changed_nodes == set(engine.result.nodes)


@pytest.fixture
def engine() -> Engine:
    matrix = [[row + place**2 + 1.0 for place in range(INDICATORS)] for row in range(AREAS)]
    return Engine(dataset(matrix), Recipe())


def test_an_edit_recomputes_only_what_it_reaches(engine: Engine):
    before = engine.result
    after = engine.set_value("A3", "x0", 2.5)
    assert after.changed_nodes == {"x0", "P", "I"}
    assert after.score("Q") is before.score("Q")
    assert after.layers["normalised"].columns[1] is before.layers["normalised"].columns[1]


def test_a_weight_reaches_ancestors_only(engine: Engine):
    engine.set_value("A3", "x0", 2.5)
    after = engine.set_weight("x1", 9.0)
    assert after.changed_nodes == {"P", "I"}


def test_a_snapshot_is_left_alone_by_later_edits_and_the_dataset_is_never_changed(engine: Engine):
    first = engine.result
    kept = bits(first)
    engine.set_value("A1", "x4", 1000.0)
    engine.set_weight("P", 0.0)
    engine.set_recipe(Recipe.from_toml('[normalise]\nmethod = "zscore"'))
    assert bits(first) == kept
    assert first.dataset.values[1, 4] == 18.0
    with pytest.raises(ValueError, match="read-only"):
        first.score("I")[0] = 1.0


def test_an_edit_that_cannot_be_computed_names_the_cell_and_changes_nothing(engine: Engine):
    engine.set_recipe(
        Recipe.from_toml(
            '[normalise]\nmethod = "none"\n[aggregate]\nmethod = "geometric"\n'
            '[indicator.x2.normalise]\nmethod = "minmax"\nlower = 1'
        )
    )
    before = engine.result
    with pytest.raises(NotPositiveError, match="“x0” of area “A2” is -3"):
        engine.set_value("A2", "x0", -3.0)
    assert engine.result is before
    assert before.raw[0][2] == 3.0


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda engine: engine.set_value("A33", "x0", 1.0), "no area “A33”. Did you mean “A3”?"),
        (lambda engine: engine.set_value("A3", "x00", 1.0), "no indicator “x00”. Did you mean “x0”?"),
        (lambda engine: engine.set_value("A3", "x0", float("inf")), "no finite number"),
        (lambda engine: engine.set_weight("R", 1.0), "no node “R”"),
        (lambda engine: engine.set_weight("P", -1.0), "no weight"),
        (lambda engine: engine.set_weight("P", float("nan")), "no weight"),
        (lambda engine: engine.set_recipe(Recipe.from_toml("[node.Z.aggregate]")), "no node with parts “Z”"),
    ],
)
def test_an_edit_of_what_does_not_exist_says_so(engine: Engine, call: Any, told: str):
    with pytest.raises(KnownError, match=told.replace("?", r"\?")):
        call(engine)


def test_many_cells_are_set_at_once_or_none_of_them(engine: Engine):
    after = engine.set_values([("A1", "x0", 9.0), ("A2", "x0", None), ("A1", "x0", 8.0)])
    assert (after.raw[0][1], np.isnan(after.raw[0][2])) == (8.0, True)
    with pytest.raises(KnownError):
        engine.set_values([("A3", "x0", 5.0), ("A9", "x0", 5.0)])
    assert engine.result is after


def test_other_areas_or_another_rule_for_ties_change_every_node(engine: Engine):
    assert engine.set_recipe(Recipe.from_toml('[rank]\nties = "max"')).changed_nodes == set(engine.result.nodes)
    assert engine.set_recipe(Recipe.from_toml('[screen]\nexclude = ["A0"]')).changed_nodes == set(engine.result.nodes)
