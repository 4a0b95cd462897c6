"""Ranks: ties by the stated rule, missing scores, labels."""

import numpy as np
import pytest

from citeria_core.rank import ascending, ranks
from citeria_core.ranking import rank_labels

SCORES = np.array([3.0, 1.0, np.nan, 3.0, 2.0, 5.0])


@pytest.mark.parametrize(
    ("ties", "expected"),
    [
        ("min", [2, 5, np.nan, 2, 4, 1]),
        ("max", [3, 5, np.nan, 3, 4, 1]),
        ("average", [2.5, 5, np.nan, 2.5, 4, 1]),
        ("dense", [2, 4, np.nan, 2, 3, 1]),
        ("ordinal", [2, 5, np.nan, 3, 4, 1]),
    ],
)
def test_the_largest_score_ranks_first_and_ties_follow_the_rule(ties: str, expected: list[float]):
    np.testing.assert_array_equal(ranks(SCORES, ties), expected)


def test_scores_that_differ_by_a_millionth_of_a_millionth_share_a_rank_with_their_predecessor():
    step = 0.9e-12
    chained = np.array([1.0, 1.0 - step, 1.0 - 2 * step, 0.5])
    np.testing.assert_array_equal(ranks(chained), [1, 1, 1, 4])
    np.testing.assert_array_equal(ranks(np.array([1.0, 1.0 - 3e-12])), [1, 2])


def test_the_tie_rule_is_relative_and_holds_at_the_ends_of_the_number_range():
    np.testing.assert_array_equal(ranks(np.array([0.0, -0.0, 5e-324])), [2, 2, 1])
    np.testing.assert_array_equal(ranks(np.array([1e308, -1e308, 1e-300, 2e-300])), [1, 4, 3, 2])


def test_normalisers_compare_doubles_exactly_and_count_from_below():
    close = np.array([1.0, 1.0 + 1e-15, 0.5, np.nan, 0.5])
    np.testing.assert_array_equal(ascending(close), [3, 4, 1, np.nan, 1])
    np.testing.assert_array_equal(ascending(close, "max"), [3, 4, 2, np.nan, 2])
    np.testing.assert_array_equal(ascending(close, "average"), [3, 4, 1.5, np.nan, 1.5])


def test_nothing_to_rank_is_no_error():
    assert len(ranks(np.array([]))) == 0
    assert np.isnan(ranks(np.array([np.nan]))).all()


def test_a_shared_rank_is_labelled_with_an_equals_sign():
    assert rank_labels([1.0, 3.0, 3.0, float("nan"), 2.5]) == ["1", "3=", "3=", "", "2.5"]
