"""Rankings as inputs: not ranked is neither last nor missing; and one ranking out of several."""

import math
from itertools import permutations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citeria_core import Dataset, Engine, Recipe
from citeria_core.consensus import TooManyAreasError, kemeny, mean_rank, rank_sum
from citeria_core.errors import CombinedError
from citeria_core.model import Node
from citeria_core.rank_inputs import RULES, BadListError, RankList, UnknownRuleError, matrix, scores

AREAS = ("a", "b", "c", "d", "e")
TOP = RankList("top 3", {"a": 1, "b": 3}, 3, frozenset("abcd"))


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule != "listed"])
def test_not_ranked_stands_behind_the_last_rank_and_what_was_not_looked_at_is_missing(rule: str):
    first, last, c, d, e = scores(TOP, AREAS, rule)
    assert first > last > c
    assert c == d
    assert math.isnan(e)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("linear", [1.0, 1 / 3, 0.0]),
        ("points", [3.0, 1.0, 0.0]),
        ("reciprocal", [1.0, 1 / 3, 0.0]),
        ("logarithmic", [1.0, 0.5, 0.0]),
        ("listed", [1.0, 1.0, 0.0]),
        ("rank_next", [-1.0, -3.0, -4.0]),
        ("rank_middle", [-1.0, -3.0, -4.5]),
    ],
)
def test_each_rule_scores_by_its_formula(rule: str, expected: list[float]):
    assert scores(TOP, AREAS, rule)[:3].tolist() == pytest.approx(expected)


def test_the_middle_of_the_places_behind_is_the_mean_rank_of_all_left_out():
    listed = RankList("top 2", {"a": 1, "b": 2}, 2)
    held = -scores(listed, AREAS, "rank_middle")
    assert held.sum() == sum(range(1, 6))


def test_a_list_that_looked_at_everybody_leaves_nobody_missing():
    assert not np.isnan(scores(RankList("world", {"a": 7}, 100), AREAS)).any()


def test_a_list_that_contradicts_itself_says_everything_at_once():
    with pytest.raises(CombinedError) as caught:
        RankList("top 3", {"a": 4, "z": 1}, 3, frozenset("abc"))
    assert "rank of “a” is 4" in str(caught.value)
    assert "ranks “z” without having looked at it" in str(caught.value)
    with pytest.raises(BadListError, match="length is 0"):
        RankList("none", {}, 0)


def test_an_unknown_rule_is_named_with_a_suggestion():
    with pytest.raises(UnknownRuleError, match="Did you mean “linear”"):
        scores(TOP, AREAS, "liner")


def test_lists_become_indicators_of_an_index():
    lists = [TOP, RankList("world", {"c": 1, "d": 2}, 2)]
    nodes = [Node("I", "I", None, 1.0), *(Node(code, code, "I", 1.0, code) for code in ("x", "y"))]
    data = Dataset.build([(area, area) for area in AREAS], nodes, matrix(lists, AREAS))
    result = Engine(data, Recipe.from_toml('[normalise]\nmethod = "none"')).result
    assert result.score("I").tolist() == pytest.approx([0.5, 1 / 6, 0.5, 0.25, 0.0])


def test_the_sum_of_rankings_and_their_mean_are_told_apart_by_missing_ranks():
    ballots = np.array([[1.0, 2.0, 3.0], [2.0, 1.0, np.nan], [np.nan] * 3])
    np.testing.assert_array_equal(rank_sum(ballots), [6.0, np.nan, np.nan])
    np.testing.assert_array_equal(mean_rank(ballots), [2.0, 1.5, np.nan])
    np.testing.assert_allclose(mean_rank(ballots, [1, 1, 2]), [9 / 4, 1.5, np.nan])


def test_a_mean_rank_is_the_arithmetic_mean_of_falling_ranks_in_the_engine(flat: Any):
    ballots = [[1.0, 2.0], [2.0, 3.0], [3.0, 1.0]]
    result = Engine(flat(ballots, directions=[-1, -1]), Recipe.from_toml('[normalise]\nmethod = "none"')).result
    assert (-result.score("I")).tolist() == mean_rank(np.array(ballots)).tolist()


def disagreement(order: Any, ballots: Any, weights: Any) -> float:
    total = 0.0
    for place, first in enumerate(order):
        for second in order[place + 1 :]:
            for ranks, weight in zip(ballots.T, weights, strict=True):
                if ranks[first] > ranks[second]:
                    total += weight
                elif ranks[first] == ranks[second]:
                    total += weight / 2
    return total


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_the_kemeny_order_disagrees_least_of_all_orders(data: Any):
    count, rankings = data.draw(st.integers(1, 6)), data.draw(st.integers(1, 4))
    cells = st.one_of(st.integers(1, 6).map(float), st.just(math.nan))
    rows = st.lists(st.lists(cells, min_size=rankings, max_size=rankings), min_size=count, max_size=count)
    ballots = np.array(data.draw(rows))
    weights = data.draw(st.lists(st.sampled_from([0.5, 1.0, 3.0]), min_size=rankings, max_size=rankings))
    made = kemeny(ballots, weights)
    every = {order: disagreement(order, ballots, weights) for order in permutations(range(count))}
    least = min(every.values())
    best = [order for order, total in every.items() if total <= least + 1e-9]
    assert made.disagreement == pytest.approx(least)
    assert made.order in best
    assert made.unique == (len(best) == 1)


def test_a_circle_of_majorities_is_cut_where_it_is_weakest():
    ballots = np.array([[1, 1, 3], [2, 3, 1], [3, 2, 2]]).astype(float)  # a before b twice, b before c twice, c, a once
    made = kemeny(ballots, [2, 1, 2])
    assert made.disagreement == disagreement(made.order, ballots, [2, 1, 2])


def test_many_areas_that_agree_or_all_tie_are_ordered_at_once():
    agreed = np.column_stack([np.arange(40.0, 0, -1)] * 3)
    assert kemeny(agreed).order == tuple(range(39, -1, -1))
    tied = kemeny(np.ones((20, 2)))
    assert tied.order == tuple(range(20))
    assert not tied.unique


def test_a_large_knot_of_circles_is_refused_in_words():
    first = np.arange(1.0, 21.0)
    ballots = np.column_stack([np.roll(first, step) for step in range(20)])
    with pytest.raises(TooManyAreasError, match="20 areas"):
        kemeny(ballots)
