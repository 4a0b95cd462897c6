"""Why ranks changed: the four parts of every ledger sum exactly to the change, whatever changed."""

from dataclasses import replace
from fractions import Fraction
from itertools import permutations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citeria_core import Dataset, Engine, Recipe
from citeria_core.compare import Ledger, compare, shared
from citeria_core.errors import KnownError
from citeria_core.mixed_inputs import SWITCHES, Mixture, keys
from citeria_core.model import Node
from citeria_core.result import Result

RECIPES = (
    "",
    '[normalise]\nmethod = "zscore"\n[rank]\nties = "average"',
    '[normalise]\nlower = 1\n[aggregate]\nmethod = "geometric"',
    '[normalise]\nmethod = "none"\n[aggregate]\nmethod = "geometric"',
    "[aggregate]\nmin_availability = 0.9",
    '[screen]\nby = "availability"\nmin_availability = 0.7',
    '[screen]\nexclude = ["A1", "A2"]',
)
cells = st.one_of(st.none(), st.integers(-3, 9).map(float))


def dataset(matrix: Any, areas: list[int], weights: list[float], sign: int = 1, width: int = 3) -> Dataset:
    leaves = [
        Node(f"x{n}", f"x{n}", "P" if n < 2 else "I", weights[n], f"x{n}", sign if n == 0 else 1) for n in range(width)
    ]
    nodes = [Node("I", "Index", None, 1.0), Node("P", "P", "I", 2.0), *leaves]
    values = np.array([matrix[area][:width] for area in areas], dtype=float)
    return Dataset.build([(f"A{area}", "") for area in areas], nodes, values)


@st.composite
def results(draw: Any) -> Result:
    areas = draw(st.lists(st.integers(0, 6), min_size=2, max_size=7, unique=True))
    matrix = draw(st.lists(st.lists(cells, min_size=4, max_size=4), min_size=7, max_size=7))
    weights = draw(st.lists(st.sampled_from([0.0, 1.0, 2.0, 5.0]), min_size=4, max_size=4))
    width = draw(st.sampled_from([3, 4]))
    made = dataset(matrix, areas, weights, draw(st.sampled_from([1, -1])), width)
    recipe = Recipe.from_toml(draw(st.sampled_from(RECIPES)))
    try:
        return Engine(made, recipe).result
    except KnownError:
        return Engine(made, Recipe()).result


@settings(max_examples=60, deadline=None)
@given(results(), results())
def test_the_parts_of_every_ledger_sum_exactly_to_the_change(before: Result, after: Result):
    made = compare(before, after)
    for change in made.changes:
        assert change.ranks.total == Fraction(change.rank_before) - Fraction(change.rank_after)
        assert change.scores.total == Fraction(change.score_after) - Fraction(change.score_before)
        for name in set(SWITCHES) - set(made.switched):
            assert getattr(change.ranks, name) == getattr(change.scores, name) == 0
    ranked = [
        {key for key, rank in zip(keys(result), result.rank("I"), strict=True) if rank == rank}
        for result in (before, after)
    ]
    assert {(change.area, change.time) for change in made.changes} == ranked[0] & ranked[1]
    assert set(made.entered) == ranked[1] - ranked[0]
    assert set(made.left) == ranked[0] - ranked[1]


@settings(max_examples=25, deadline=None)
@given(results(), results())
def test_switching_everything_gives_the_second_result_bit_for_bit(before: Result, after: Result):
    mixed = Mixture(before, after).result(frozenset(SWITCHES), last=False)
    assert mixed is not None
    assert mixed.areas == after.areas
    assert mixed.score("I").tobytes() == after.score("I").tobytes()


@settings(max_examples=25, deadline=None)
@given(results(), results())
def test_the_way_back_is_the_same_ledger_with_the_signs_turned(before: Result, after: Result):
    there = {change.area: change for change in compare(before, after).changes}
    back = {change.area: change for change in compare(after, before).changes}
    for area, change in there.items():
        for name in SWITCHES:
            assert getattr(change.ranks, name) == -getattr(back[area].ranks, name)
            assert getattr(change.scores, name) == -getattr(back[area].scores, name)


@given(st.lists(st.integers(-20, 20), min_size=16, max_size=16))
def test_a_part_is_the_mean_effect_over_all_orders(numbers: list[int]):
    def state(names: Any) -> frozenset[str]:
        return frozenset(names)

    values = {
        state(name for place, name in enumerate(SWITCHES) if mask >> place & 1): Fraction(numbers[mask])
        for mask in range(16)
    }
    expected = dict.fromkeys(SWITCHES, Fraction(0))
    for order in permutations(SWITCHES):
        for place, name in enumerate(order):
            expected[name] += (values[state(order[: place + 1])] - values[state(order[:place])]) / 24
    assert shared(values, SWITCHES) == (expected, False)


@pytest.fixture
def base() -> Result:
    rows = [[1.0, 5.0, 2.0, 0.0], [4.0, 4.0, 4.0, 0.0], [9.0, 0.0, 7.0, 0.0], [3.0, 9.0, 1.0, 0.0], [0.0, 1, 9, 0]]
    return Engine(dataset(rows, [0, 1, 2, 3, 4], [1.0, 1.0, 1.0, 1.0]), Recipe()).result


@pytest.mark.parametrize(
    ("edit", "switch"),
    [
        (lambda engine: engine.set_value("A0", "x0", 40.0), "data"),
        (lambda engine: engine.set_weight("P", 0.1), "weights"),
        (lambda engine: engine.set_recipe(Recipe.from_toml('[normalise]\nmethod = "rank"')), "method"),
        (lambda engine: engine.set_recipe(Recipe.from_toml('[screen]\nexclude = ["A2"]')), "peers"),
    ],
)
def test_one_kind_of_edit_fills_one_column_of_the_ledger(base: Result, edit: Any, switch: str):
    after = edit(Engine.resumed(base))
    made = compare(base, after)
    assert made.switched == (switch,)
    assert any(change.ranks.total for change in made.changes)
    for change in made.changes:
        assert getattr(change.ranks, switch) == change.ranks.total
        assert getattr(change.scores, switch) == change.scores.total


def test_an_edit_of_data_and_weights_is_split_between_them(base: Result):
    engine = Engine.resumed(base)
    data_only = engine.set_value("A0", "x2", 9.0)
    both = engine.set_weight("P", 0.1)
    weights_only = Engine.resumed(base).set_weight("P", 0.1)
    change = compare(base, both).changes[0]
    first, alone, late, last = (Fraction(float(held.score("I")[0])) for held in (base, data_only, weights_only, both))
    assert change.scores == Ledger(data=(alone - first + last - late) / 2, weights=(late - first + last - alone) / 2)


def test_a_mixture_without_a_score_makes_its_inputs_share_evenly(base: Result):
    engine = Engine.resumed(base)
    engine.set_value("A0", "x2", None)
    before = engine.result  # A0 misses one of two parts of the index
    strict = Recipe.from_toml("[aggregate]\nmin_availability = 0.9")
    engine.set_value("A0", "x2", 9.0)
    after = engine.set_recipe(strict)
    made = compare(before, after)
    assert made.switched == ("data", "method")
    # Only data first, then method, has a score throughout: no step needs two switches.
    assert made.joint == ()
    both_ways, joined = shared(
        {frozenset(): Fraction(1), frozenset({"data", "method"}): Fraction(4)}, ("data", "method")
    )
    assert joined
    assert both_ways == {"data": Fraction(3, 2), "method": Fraction(3, 2)}


def test_areas_that_entered_or_left_are_told_apart_from_those_that_moved(base: Result):
    rows = [[1.0, 5.0, 2.0, 0.0], [4.0, 4.0, 4.0, 0.0], [9.0, 0.0, 7.0, 0.0], [3.0, 9.0, 1.0, 0.0], [9.0, 9, 9, 0]]
    after = Engine(dataset([*rows, [9.0, 9.0, 9.0, 0.0]], [0, 1, 2, 5], [1.0] * 4), Recipe()).result
    made = compare(base, after)
    assert made.entered == (("A5", ""),)
    assert set(made.left) == {("A3", ""), ("A4", "")}
    assert made.switched == ("peers",)


def test_two_times_are_compared_row_by_row(base: Result):
    timed = replace(base.dataset, areas=("A0", "A0", "A1", "A1", "A2"), times=("1", "2", "1", "2", "1"))
    before = Engine(timed, Recipe()).result
    after = Engine.resumed(before).set_value("A0", "x0", 9.0, "2")
    made = compare(before, after)
    assert [(change.area, change.time) for change in made.changes] == list(keys(before))
    assert made.switched == ("data",)
