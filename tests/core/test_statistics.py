"""Statistics of columns and blocks, beside scipy, scikit-learn and plain formulas."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from sklearn.decomposition import PCA

from citeria_core import Engine, Recipe
from citeria_core.reports import correlations, reliability
from citeria_core.statistics import Correlation, components, correlation, cronbach, summary

NAN = np.nan


def test_a_summary_counts_present_values_and_takes_shares_of_them():
    held = summary(np.array([0.0, 2.0, 2.0, NAN, 8.0]))
    assert (held.minimum, held.maximum, held.mean, held.median) == (0, 8, 3, 2)
    assert held.sd == pytest.approx(np.std([0, 2, 2, 8], ddof=1))
    assert (held.available, held.nonzero, held.unique, held.same) == (4, 3, 3, 2)
    assert (held.share_available, held.share_nonzero, held.share_unique, held.share_same) == (0.8, 0.75, 0.75, 0.5)
    assert not held.outlying
    assert summary(np.array([*range(20), 1000.0])).outlying


def test_a_summary_of_nothing_one_value_and_huge_values_is_no_error():
    nothing = summary(np.array([NAN, NAN]))
    assert math.isnan(nothing.mean)
    assert (nothing.available, nothing.share_available) == (0, 0)
    one = summary(np.array([3.0]))
    assert (one.mean, one.median) == (3, 3)
    assert math.isnan(one.sd)
    huge = summary(np.array([1e308, 1.5e308, 1e308]))
    assert huge.mean == pytest.approx(3.5 / 3 * 1e308)
    assert huge.sd == pytest.approx(np.std([1.0, 1.5, 1.0], ddof=1) * 1e308)


@pytest.mark.parametrize(
    ("kind", "theirs"), [("pearson", stats.pearsonr), ("spearman", stats.spearmanr), ("kendall", stats.kendalltau)]
)
@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=4, max_size=25))
def test_correlations_are_pairwise_complete_with_n_and_p(kind: str, theirs: Any, pairs: list[tuple[int, int]]):
    left, right = np.array(pairs, dtype=float).T
    if len(set(left)) < 2 or len(set(right)) < 2:
        assert math.isnan(correlation(left, right, kind).value)
        return
    held = correlation(np.append(left, [NAN, 5]), np.append(right, [1, NAN]), kind)
    expected = theirs(left, right)
    assert held.n == len(pairs)
    assert held.value == pytest.approx(expected.statistic, abs=1e-12)
    assert held.p == pytest.approx(expected.pvalue, abs=1e-12)


def test_a_correlation_of_too_little_is_missing():
    assert math.isnan(correlation(np.array([1.0, NAN]), np.array([2.0, 3.0]), "pearson").value)
    assert math.isnan(correlation(np.array([1.0, 1, 1]), np.array([2.0, 3, 4]), "kendall").value)
    two = correlation(np.array([1.0, 2]), np.array([4.0, 3]), "pearson")
    assert (two.value, two.n) == (pytest.approx(-1), 2)
    assert math.isnan(two.p)


def test_strong_correlations_are_flagged():
    assert Correlation("pearson", 0.91, 9, 0.0).flag == "redundant"
    assert Correlation("pearson", -0.41, 9, 0.0).flag == "conflicting"
    assert Correlation("pearson", 0.9, 9, 0.0).flag == ""
    assert Correlation("pearson", math.nan, 0, math.nan).flag == ""


def test_cronbachs_alpha_of_complete_data_follows_the_usual_formula():
    source = np.random.default_rng(4)
    block = source.normal(size=(30, 1)) + source.normal(size=(30, 5))
    k = block.shape[1]
    usual = k / (k - 1) * (1 - block.var(axis=0, ddof=1).sum() / block.sum(axis=1).var(ddof=1))
    assert cronbach(list(block.T)) == pytest.approx(usual)
    assert math.isnan(cronbach([block[:, 0]]))
    assert math.isnan(cronbach([np.array([NAN, 1.0]), np.array([1.0, NAN])]))


def test_components_agree_with_scikit_learn_over_complete_rows():
    source = np.random.default_rng(6)
    block = source.normal(size=(30, 4)) @ source.normal(size=(4, 4))
    holed = block.copy()
    holed[3, 1] = NAN
    held = components(list(holed.T))
    rest = np.delete(block, 3, axis=0)
    theirs = PCA().fit((rest - rest.mean(axis=0)) / rest.std(axis=0))
    np.testing.assert_allclose(held.shares, theirs.explained_variance_ratio_)
    np.testing.assert_allclose(np.abs(held.loadings), np.abs(theirs.components_.T), rtol=1e-9, atol=1e-12)
    assert (held.loadings.sum(axis=0) >= 0).all()


def test_components_leave_constant_parts_aside():
    held = components([np.array([1.0, 2, 3]), np.array([5.0, 5, 5]), np.array([1.0, 0, 4])])
    assert held.used == (0, 2)
    assert components([np.array([5.0, 5.0])]).used == ()


def test_reports_correlate_every_part_with_its_node_the_index_and_its_siblings(flat: Any):
    result = Engine(flat([[1, 5], [2, 3], [3, 4], [7, 9]]), Recipe()).result
    pairs = [(row[0], row[1], row[6]) for row in correlations(result).rows if row[2] == "pearson"]
    assert pairs == [("I", "x1", "parent"), ("I", "x2", "parent"), ("x1", "x2", "siblings")]
    assert [row[0] for row in reliability(result).rows] == ["I"]
