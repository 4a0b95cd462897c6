"""Treatment: moments, the outlier test, winsorising step by step, the logs."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from citeria_core.moments import passes, shape
from citeria_core.recipe import Treat
from citeria_core.treat import treat

NAN = np.nan
HEAVY = np.array([1.0, 2, 3, 4, 5, 6, 7, 8, 9, 60, 60, 400, NAN])
STRICT: Any = {"max_skew": 1.0, "max_kurtosis": -1.0}


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(-1000, 1000), min_size=4, max_size=30).filter(lambda held: len(set(held)) > 1))
def test_moments_are_those_of_the_sample_corrected_definition(values: list[int]):
    held = shape(np.array([*values, NAN], dtype=float))
    assert held.skew == pytest.approx(stats.skew(values, bias=False), rel=1e-9, abs=1e-9)
    assert held.kurtosis == pytest.approx(stats.kurtosis(values, bias=False), rel=1e-9, abs=1e-9)


def test_moments_that_are_undefined_are_missing_and_pass_the_test():
    assert np.isnan(shape(np.array([1.0, 2.0]))).all()
    assert np.isnan(shape(np.array([5.0, 5.0, 5.0]))).all()
    three = shape(np.array([0.0, 0.0, 9.0]))
    assert three.skew == pytest.approx(3**0.5)
    assert np.isnan(three.kurtosis)
    assert passes(shape(np.array([1.0, 2.0])), 0, 0)
    assert passes(three, 2, 3.5)
    assert not passes(three, 1, 3.5)


def test_moments_do_not_depend_on_the_unit_even_at_the_ends_of_the_number_range():
    for scale in (1e300, 1e-300):
        np.testing.assert_allclose(shape(HEAVY * scale), shape(HEAVY), rtol=1e-12)


def test_winsorising_pulls_all_equal_maxima_in_at_once_until_the_test_passes():
    held = treat(HEAVY, Treat("winsorise", **STRICT), "x")
    np.testing.assert_array_equal(held.values, [1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 9, NAN])
    assert held.record.winsorised == 3
    np.testing.assert_array_equal(np.flatnonzero(held.record.high), [9, 10, 11])
    assert (held.record.passed_before, held.record.passed_winsorised) == (False, True)


def test_a_step_of_tied_points_may_overshoot_the_limit_but_none_follows_it():
    held = treat(HEAVY, Treat("winsorise", max_winsorised=2, **STRICT), "x")
    assert held.record.winsorised == 3
    first = treat(HEAVY, Treat("winsorise", max_winsorised=1, **STRICT), "x")
    np.testing.assert_array_equal(first.values[9:12], [60, 60, 60])
    assert (first.record.winsorised, first.record.passed_winsorised) == (1, False)


def test_the_side_is_chosen_anew_and_points_of_both_sides_are_counted_together():
    column = np.array([-500.0, *range(10, 20), 700.0])
    held = treat(column, Treat("winsorise", max_skew=0, max_kurtosis=0), "x")
    assert held.record.low is not None
    assert held.record.winsorised == (held.record.high | held.record.low).sum()
    assert held.record.low.any()
    assert held.record.high.any()


def test_a_step_that_would_leave_one_value_is_not_made():
    column = np.array([0.0] * 12 + [1.0])
    held = treat(column, Treat("winsorise"), "x")
    np.testing.assert_array_equal(held.values, column)
    assert (held.record.winsorised, held.record.passed_winsorised) == (0, False)


def test_a_column_that_passes_is_left_alone_by_every_method():
    column = np.array([1.0, 2, 3, 4, 6])
    for method in ("winsorise", "winsorise_log", "log"):
        held = treat(column, Treat(method), "x")
        assert held.values is column
        assert held.record.passed_before


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        ("ct", lambda x: np.log(x - 1 + 0.01 * 399)),
        ("ct_plus", lambda x: np.log(x - 1 + 0.01 * 399)),
        ("ct_orig", lambda x: np.log(x - 1 + 1)),
        ("gii", lambda x: np.log(399 * (x - 1) / 399 + 1)),
        ("boxcox", lambda x: (x**0.5 - 1) / 0.5),
    ],
)
def test_a_log_is_the_one_defined(log: str, expected: Any):
    held = treat(HEAVY, Treat("log", log=log, lambda_=0.5), "x")
    np.testing.assert_allclose(held.values, expected(HEAVY), rtol=1e-12)
    assert held.record.log == log


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        ("ct", lambda x: np.log(x + 400 + 0.01 * 399)),
        ("ct_plus", lambda x: -np.log(-1 + 0.01 * 399 - x)),
        ("gii", lambda x: np.full(len(x), NAN)),
    ],
)
def test_a_negative_skew_is_mirrored_where_the_log_says_so(log: str, expected: Any):
    held = treat(-HEAVY, Treat("log", log=log), "x")
    if log == "gii":  # max − 1 is negative: the logarithm does not exist
        assert held.values is not None
        assert "does not exist" in held.findings[0]
        np.testing.assert_array_equal(held.values, -HEAVY)
    else:
        np.testing.assert_allclose(held.values, expected(-HEAVY), rtol=1e-12)


def test_gii_of_a_negative_skew_mirrors_about_the_maximum():
    column = 500 - HEAVY
    held = treat(column, Treat("log", log="gii"), "x")
    np.testing.assert_allclose(held.values, -np.log(498 * (499 - column) / 399 + 1), rtol=1e-12)


def test_boxcox_with_lambda_0_is_the_logarithm():
    held = treat(HEAVY, Treat("log", log="boxcox"), "x")
    np.testing.assert_allclose(held.values, np.log(HEAVY), rtol=1e-12)


def test_what_still_fails_after_winsorising_is_logged_from_the_original_or_the_winsorised_values():
    how = Treat("winsorise_log", max_winsorised=1, **STRICT)
    winsorised = np.where(HEAVY == 400, 60, HEAVY)
    held = treat(HEAVY, how, "x")
    np.testing.assert_allclose(held.values, np.log(HEAVY - 1 + 3.99), rtol=1e-12)
    assert (held.record.winsorised, held.record.log) == (1, "ct")
    other = treat(HEAVY, Treat("winsorise_log", max_winsorised=1, log_input="winsorised", **STRICT), "x")
    np.testing.assert_allclose(other.values, np.log(winsorised - 1 + 0.59), rtol=1e-12)
