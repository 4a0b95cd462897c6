"""How a part comes to other points by one value: what the engine says at that value."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from citeria_core import Dataset, Engine, Recipe
from citeria_core.explain import contributions
from citeria_core.model import Node
from citeria_core.reach import Way, limits, ranges, ways
from citeria_core.result import Result

RECIPES = (
    "",
    '[normalise]\nmethod = "zscore"',
    '[normalise]\nlower = 1\n[aggregate]\nmethod = "geometric"',
    '[node.P.aggregate]\nmethod = "maximum"',
    "[aggregate]\nmin_availability = 0.4",
)


def dataset(matrix: Any) -> Dataset:
    leaves = [
        Node(f"x{n}", f"x{n}", "P" if n < 3 else "I", float(n + 1), f"x{n}", -1 if n == 1 else 1) for n in range(4)
    ]
    nodes = [Node("I", "Index", None, 1.0), Node("P", "P", "I", 2.0), *leaves]
    return Dataset.build([(f"A{row}", "") for row in range(len(matrix))], nodes, np.array(matrix, dtype=float))


def added(result: Result, area: int, part: str = "P") -> float:
    columns = [result.dataset.column_of[leaf] for leaf in result.tree.leaves[part]]
    return float(contributions(result)[area, columns].sum())


def check(result: Result, area: int, held: Way, wanted: float) -> None:
    engine = Engine.resumed(result)
    then = engine.set_value(f"A{area}", held.indicator, held.value)
    assert added(then, area) == pytest.approx(held.points, rel=1e-12, abs=1e-12)
    if held.reaches:
        (moved,) = [one for one in ranges(result, f"A{area}", "P") if one.indicator == held.indicator]
        assert abs(held.points - wanted) <= 1e-4 * (moved.most - moved.least)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.lists(st.integers(1, 9), min_size=4, max_size=4), min_size=4, max_size=5),
    st.sampled_from(RECIPES),
    st.integers(0, 3),
    st.floats(0, 1),
)
def test_the_engine_says_what_a_way_says(matrix: list[list[int]], text: str, area: int, share: float) -> None:
    result = Engine(dataset(matrix), Recipe.from_toml(text)).result
    assume(not math.isnan(result.score("I")[area]))
    found = ranges(result, f"A{area}", "P")
    assume(found)
    wanted = found[0].least + share * (found[0].most - found[0].least)
    held = ways(result, f"A{area}", "P", wanted)
    assert [one.reaches for one in held] == sorted((one.reaches for one in held), reverse=True)
    efforts = [one.effort for one in held if one.reaches]
    assert efforts == sorted(efforts)
    for one in held:
        check(result, area, one, wanted)


def test_under_means_every_value_between_the_measured_ones_has_its_exact_way() -> None:
    result = Engine(dataset([[2, 5, 2, 1], [1, 1, 1, 1], [9, 9, 9, 9], [5, 5, 5, 5]]), Recipe()).result
    now = added(result, 0)
    first, second, third = ways(result, "A0", "P", now + 1.0)
    share = 100 * (1 / 6) * (2 / 6)  # of x0 in P, of P in the index (2 of 2 + 4), over a scale of 8
    (x0,) = [one for one in (first, second, third) if one.indicator == "x0"]
    assert x0.reaches
    assert x0.value == pytest.approx(2 + 8 / share, rel=1e-4)
    assert x0.effort == pytest.approx(1 / share, rel=1e-4)
    assert first.effort <= second.effort <= third.effort


def test_more_than_any_value_gives_is_told_as_how_near_each_comes() -> None:
    result = Engine(dataset([[2, 5, 2, 1], [1, 1, 1, 1], [9, 9, 9, 9], [5, 5, 5, 5]]), Recipe()).result
    held = ways(result, "A0", "P", 1000.0)
    assert not any(one.reaches for one in held)
    assert [one.points for one in held] == sorted((one.points for one in held), reverse=True)


def test_a_missing_value_is_a_way_without_an_effort_and_comes_after_the_measured_ones() -> None:
    matrix = [[2, 5, math.nan, 1], [1, 1, 1, 1], [9, 9, 9, 9], [5, 5, 5, 5]]
    result = Engine(dataset(matrix), Recipe.from_toml("[aggregate]\nmin_availability = 0.4")).result
    reaching = [one for one in ways(result, "A0", "P", added(result, 0) + 0.5) if one.reaches]
    assert reaching[-1].indicator == "x2"
    assert math.isnan(reaching[-1].effort)


def test_values_are_tried_a_span_beyond_what_was_measured_and_never_below_nought_where_none_is() -> None:
    result = Engine(dataset([[2, -5, 3, 1], [4, 5, 3, 2]]), Recipe()).result
    assert limits(result, "x0") == (0.0, 6.0)
    assert limits(result, "x1") == (-15.0, 15.0)
    assert limits(result, "x2") is None
