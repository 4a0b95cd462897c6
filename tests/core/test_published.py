"""Our ranking beside a published one: agreement over the common areas, largest differences first."""

import math
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citeria_core import Engine, Recipe
from citeria_core.published import beside, beside_result

rankings = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 6).map(float), min_size=2)


def tau_b(left: list[float], right: list[float]) -> float:
    pairs = list(combinations(range(len(left)), 2))
    signs = [(left[i] - left[j], right[i] - right[j]) for i, j in pairs]
    score = sum((x * y > 0) - (x * y < 0) for x, y in signs)
    free = [sum(1 for pair in signs if pair[side]) for side in (0, 1)]
    return score / math.sqrt(free[0] * free[1]) if all(free) else math.nan


@settings(deadline=None)
@given(rankings, rankings)
def test_kendall_is_tau_b_counted_pair_by_pair(ours: dict[str, float], published: dict[str, float]):
    made = beside(ours, published)
    common = sorted(set(ours) & set(published))
    assert made.count == len(common)
    expected = tau_b([ours[area] for area in common], [published[area] for area in common])
    assert made.kendall == pytest.approx(expected, nan_ok=True)
    assert {one.area for one in made.differences} == set(common)


def test_both_rankings_are_ranked_anew_among_the_common_areas():
    ours = {"a": 10.0, "b": 20.0, "c": 30.0, "d": 1.0}
    made = beside(ours, {"a": 3.0, "b": 2.0, "c": 1.0, "e": 7.0})
    assert [(one.area, one.ours_common, one.published_common, one.gap) for one in made.differences] == [
        ("a", 1.0, 3.0, 2.0),
        ("c", 3.0, 1.0, -2.0),
        ("b", 2.0, 2.0, 0.0),
    ]
    assert (made.kendall, made.spearman) == (-1.0, pytest.approx(-1.0))
    assert made.mean_gap == pytest.approx(4 / 3)
    assert (made.only_ours, made.only_published) == (("d",), ("e",))


def test_an_area_without_a_rank_is_not_common():
    made = beside({"a": 1.0, "b": math.nan}, {"a": 1.0, "b": 2.0})
    assert made.count == 1
    assert math.isnan(made.kendall)
    assert made.only_published == ("b",)


@pytest.mark.parametrize("published", [{}, {"a": 1.0}, {"a": 1.0, "b": 1.0}])
def test_too_little_in_common_gives_no_figure_instead_of_a_wrong_one(published: dict[str, float]):
    made = beside({"a": 1.0, "b": 2.0}, published)
    assert math.isnan(made.kendall)
    assert math.isnan(made.spearman)


def test_a_result_is_compared_by_its_ranks(flat: Any):
    result = Engine(flat([[3.0], [2.0], [1.0]]), Recipe()).result
    made = beside_result(result, {"A1": 1.0, "A2": 3.0, "A3": 2.0})
    assert made.kendall == pytest.approx(1 / 3)
    assert [one.area for one in made.differences] == ["A2", "A3", "A1"]
