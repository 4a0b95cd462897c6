"""Aggregation: each method against a plain computation row by row."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from citeria_core import Engine, Recipe
from citeria_core.aggregate import METHODS, NotPositiveError, aggregate
from citeria_core.recipe import Aggregate

NAN = np.nan


def by_hand(method: str, row: Any, weights: Any, power: float) -> float:
    """One area's score from the parts it has."""
    held = ~np.isnan(row)
    x, w = row[held], np.array(weights)[held]
    if not held.any() or (method not in ("median", "minimum", "maximum") and w.sum() == 0):
        return NAN
    match method:
        case "arithmetic":
            return float(np.average(x, weights=w))
        case "geometric":
            return float(stats.gmean(x, weights=w))
        case "harmonic":
            return float(stats.hmean(x, weights=w))
        case "power":
            return float(stats.pmean(x, power, weights=w))
        case "median":
            return float(np.median(x))
        case "minimum":
            return float(x.min())
        case _:
            return float(x.max())


matrices = st.integers(1, 5).flatmap(
    lambda width: st.tuples(
        st.lists(
            st.lists(st.one_of(st.just(NAN), st.floats(0.01, 1000)), min_size=width, max_size=width),
            min_size=1,
            max_size=6,
        ),
        st.lists(st.floats(0.05, 10), min_size=width, max_size=width),
    )
)


@pytest.mark.parametrize("method", ["arithmetic", "geometric", "harmonic", "power", "median", "minimum", "maximum"])
@settings(max_examples=40, deadline=None)
@given(matrices, st.sampled_from([2.0, 0.5, -1.5, 3.0]))
def test_a_mean_leaves_out_what_is_missing_and_renormalises_the_weights(method: str, given_: Any, power: float):
    matrix, weights = np.array(given_[0]), given_[1]
    shares = tuple(np.array(weights) / sum(weights))
    scores = aggregate(list(matrix.T.copy()), shares, Aggregate(method, power=power))
    expected = [by_hand(method, row, weights, power) for row in matrix]
    np.testing.assert_allclose(scores, expected, rtol=1e-9)


def copeland_by_hand(matrix: Any, weights: Any) -> list[float]:
    scores = []
    for i, mine in enumerate(matrix):
        score = 0.0
        for j, other in enumerate(matrix):
            both = ~np.isnan(mine) & ~np.isnan(other)
            if i == j or not both.any() or weights[both].sum() == 0:
                continue
            w = weights[both] / weights[both].sum()
            won = (w * ((mine[both] > other[both]) + 0.5 * (mine[both] == other[both]))).sum()
            score += 0.0 if abs(won - 0.5) <= 1e-12 else np.sign(won - 0.5)
        scores.append(NAN if np.isnan(mine).all() else score)
    return scores


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.one_of(st.just(NAN), st.integers(0, 4)), min_size=4, max_size=4), min_size=1, max_size=7),
    st.lists(st.integers(0, 5), min_size=4, max_size=4).filter(any),
)
def test_copeland_counts_majorities_over_what_both_have(rows: Any, weights: Any):
    matrix, w = np.array(rows, dtype=float), np.array(weights, dtype=float)
    scores = aggregate(list(matrix.T.copy()), tuple(w / w.sum()), Aggregate("copeland"))
    np.testing.assert_array_equal(scores, copeland_by_hand(matrix, w))


def test_borda_is_the_weighted_mean_of_ranks_from_below():
    parts = [np.array([5.0, 1, 3, NAN]), np.array([2.0, 2, 9, 4])]
    np.testing.assert_allclose(aggregate(parts, (0.25, 0.75), Aggregate("borda")), [0.5, 0, 2.5, 2])


def test_all_methods_are_tested():
    assert set(METHODS) == {
        *("arithmetic", "geometric", "harmonic", "power", "median", "minimum", "maximum", "copeland", "borda")
    }


def test_below_the_share_of_present_parts_the_score_is_missing_and_at_it_not():
    parts = [np.array([1.0, NAN, NAN]), np.array([2.0, 2, NAN]), np.array([3.0, 3, 3]), np.array([4.0, 4, 4])]
    scores = aggregate(parts, (1.0, 0, 0, 0), Aggregate("median", min_availability=0.75))
    np.testing.assert_array_equal(scores, [2.5, 3, NAN])


@pytest.mark.parametrize("method", ["geometric", "harmonic", "power"])
def test_a_value_that_has_no_such_mean_is_an_error_that_names_the_cell(method: str, flat: Any):
    recipe = Recipe.from_toml(
        f'[normalise]\nmethod = "none"\n[aggregate]\nmethod = "{method}"\npower = 0.5\n[screen]\nexclude = ["A1"]'
    )
    with pytest.raises(NotPositiveError, match=r"“x2” of area “A3” is -4.*lower = 1"):
        Engine(flat([[-1, -1], [1, 2], [3, -4]]), recipe)


def test_weights_of_zero_count_for_nothing_even_where_a_mean_needs_positive_numbers(flat: Any):
    recipe = Recipe.from_toml('[normalise]\nmethod = "none"\n[aggregate]\nmethod = "geometric"')
    result = Engine(flat([[4, -1], [9, 0]], weights=[1, 0]), recipe).result
    np.testing.assert_allclose(result.score("I"), [4, 9])


def test_parts_that_all_weigh_zero_give_a_finding_and_no_score(flat: Any):
    result = Engine(flat([[4, 1], [9, 0]], weights=[0, 0]), Recipe()).result
    assert np.isnan(result.score("I")).all()
    assert np.isnan(result.rank("I")).all()
    assert result.findings == ("The parts of node “I” all weigh 0: it has no score.",)


def test_unweighted_parts_weigh_the_same_whatever_the_metadata_say(flat: Any):
    recipe = Recipe.from_toml("[aggregate]\nweighted = false")
    result = Engine(flat([[0, 10], [5, 0], [10, 5]], weights=[0, 7]), recipe).result
    np.testing.assert_allclose(result.score("I"), [50, 25, 75])
    assert result.weights["x1"] == 0.5


def test_what_is_too_large_to_compute_is_missing_with_a_finding(flat: Any):
    recipe = Recipe.from_toml('[normalise]\nmethod = "zscore"\nsd = 1e308\n[impute]\nmethod = "mean"')
    result = Engine(flat([[1], [2], [3], [4], [5], [6], [7], [1000]]), recipe).result
    assert any("too large" in told for told in result.findings)
    means = Recipe.from_toml('[normalise]\nmethod = "none"\n[impute]\nmethod = "mean"')
    held = Engine(flat([[1.7e308], [1.7e308], [NAN]]), means).result
    np.testing.assert_array_equal(held.score("I"), [1.7e308] * 3)
    assert held.findings == ()


@pytest.mark.parametrize(("method", "expected"), [("borda", [0, 0, 2]), ("copeland", [-1, -1, 2])])
def test_parts_that_differ_by_rounding_only_count_as_equal(method: str, expected: list[float]):
    part = np.array([0.1 + 0.2, 0.3, 0.5])  # as sums of weighted parts come out
    assert part[0] != part[1]
    assert aggregate([part], (1.0,), Aggregate(method=method)).tolist() == expected
