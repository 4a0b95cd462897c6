"""Points that values are mapped to: bent, added, removed, turned round, and followed by the engine."""

import itertools
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeria_core import Engine, Recipe, mapping
from citeria_core.mapping import Points

POINTS = st.lists(
    st.tuples(st.floats(-1e6, 1e6).map(lambda x: round(x, 6)), st.floats(0, 100)),
    min_size=2,
    max_size=6,
    unique_by=lambda one: one[0],
).map(lambda points: tuple(sorted(points)))


def rising(points: Points) -> bool:
    return all(left[0] < right[0] for left, right in itertools.pairwise(points))


@given(POINTS, st.integers(0, 5), st.floats(-2e6, 2e6), st.floats(0, 100))
def test_a_moved_point_never_passes_its_neighbours(points: Points, place: int, x: float, y: float) -> None:
    number = place % len(points)
    if min(right[0] - left[0] for left, right in itertools.pairwise(points)) > 10:
        found = mapping.moved(points, number, (x, y))
        assert rising(found)
        assert found[:number] == points[:number]
        assert found[number + 1 :] == points[number + 1 :]
        assert found[number][1] == y


@given(POINTS, st.floats(0, 1))
def test_a_point_added_lies_on_the_line_and_can_be_taken_away_again(points: Points, share: float) -> None:
    x = points[0][0] + share * (points[-1][0] - points[0][0])
    found, place = mapping.added(points, x)
    assert found[place][0] == x
    if len(found) > len(points):
        assert mapping.removed(found, place) == points


def test_two_points_always_stay() -> None:
    points = ((0.0, 0.0), (1.0, 100.0))
    assert mapping.removed(points, 0) == points
    assert mapping.inverted(points) == ((0.0, 100.0), (1.0, 0.0))
    assert mapping.straight(((0.0, 0.0), (0.5, 90.0), (1.0, 100.0))) == points


@pytest.mark.parametrize("direction", [1, -1])
def test_the_points_first_shown_say_what_the_recipe_does(flat: Any, direction: int) -> None:
    dataset = flat([[10.0], [20.0], [40.0]], directions=[direction])
    result = Engine(dataset, Recipe()).result
    points = mapping.points_of(result, "x1")
    assert points == (((10, 0), (40, 100)) if direction > 0 else ((10, 100), (40, 0)))
    followed = Engine(dataset, mapping.mapped(Recipe(), "x1", points, direction)).result
    assert followed.score("x1") == pytest.approx(result.score("x1"))
    assert mapping.points_of(followed, "x1") == points


@given(st.sampled_from([1, -1]), POINTS)
def test_the_engine_follows_the_line(direction: int, points: Points) -> None:
    from citeria_core import Dataset
    from citeria_core.model import Node

    held = np.array([[-5.0], [0.0], [3.0], [1e5]])
    nodes = [Node("I", "I", None, 1.0), Node("x1", "x1", "I", 1.0, "x1", direction)]
    dataset = Dataset.build([(f"A{row}", "") for row in range(4)], nodes, held)
    result = Engine(dataset, mapping.mapped(Recipe(), "x1", points, direction)).result
    wanted = np.interp(held[:, 0], [x for x, _ in points], [y for _, y in points])
    assert result.score("x1") == pytest.approx(wanted, abs=1e-6)


def test_the_logarithm_is_an_exception_of_one_indicator_and_can_be_dropped(flat: Any) -> None:
    recipe = mapping.mapped(Recipe(), "x1", ((0.0, 0.0), (1.0, 100.0)), log=True)
    assert mapping.logged(recipe, "x1")
    assert Recipe.from_toml(recipe.to_toml()) == recipe
    result = Engine(flat([[1.0], [10.0], [12.0]]), recipe).result
    assert mapping.values(result, "x1").tolist() != [1.0, 10.0, 12.0]
    assert mapping.unmapped(recipe, "x1") == Recipe()
    assert mapping.logged(mapping.unmapped(recipe, "x1", log=True), "x1")


WIDE = POINTS.filter(lambda points: points[-1][0] - points[0][0] > 1)


@given(WIDE, st.sampled_from([0.5, 2.0, 3.0]))
def test_a_curve_goes_from_end_to_end_and_bends_by_its_power(points: Points, power: float) -> None:
    found = mapping.curved(points, power)
    assert rising(found)
    assert found[0] == points[0]
    assert found[-1] == pytest.approx(points[-1])
    middle = points[0][1] + (points[-1][1] - points[0][1]) * 0.5**power
    assert found[len(found) // 2] == pytest.approx(((points[0][0] + points[-1][0]) / 2, middle), abs=1e-6)


@given(WIDE)
def test_the_best_may_stand_in_the_middle_or_at_both_ends(points: Points) -> None:
    heights = [y for _, y in points]
    worst, best = min(heights), max(heights)
    assert [y for _, y in mapping.bent(points, middle=True)] == [worst, best, worst]
    assert [y for _, y in mapping.bent(points, middle=False)] == [best, worst, best]


@given(WIDE, st.floats(-100, 100), st.floats(1, 100))
def test_points_stretched_keep_scores_and_proportions(points: Points, low: float, width: float) -> None:
    found = mapping.stretched(points, low, low + width)
    assert [y for _, y in found] == [y for _, y in points]
    assert (found[0][0], found[-1][0]) == (low, low + width)
    shares = [(x - points[0][0]) / (points[-1][0] - points[0][0]) for x, _ in points]
    assert [(x - low) / width for x, _ in found] == pytest.approx(shares, abs=1e-9)
