"""Sobol indices: against published values, against SALib, and by hand."""

import math
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from citeria_core import Recipe, robustness
from citeria_core.sensitivity import design, indices, study

Array = NDArray[np.float64]
A, B = 7.0, 0.1
PARTS = (1 / 2 * (1 + B * math.pi**4 / 5) ** 2, A**2 / 8, B**2 * math.pi**8 * (1 / 18 - 1 / 50))
TOTAL = sum(PARTS[:2]) + PARTS[2]
ISHIGAMI_FIRST = (PARTS[0] / TOTAL, PARTS[1] / TOTAL, 0.0)
ISHIGAMI_TOTAL = ((PARTS[0] + PARTS[2]) / TOTAL, PARTS[1] / TOTAL, PARTS[2] / TOTAL)


def ishigami(u: Array) -> Array:
    """Ishigami & Homma (1990) on three uniform numbers."""
    x = (2 * u - 1) * math.pi
    result: Array = np.sin(x[:, 0]) + A * np.sin(x[:, 1]) ** 2 + B * x[:, 2] ** 4 * np.sin(x[:, 0])
    return result


COEFFICIENTS = np.array([0.0, 1.0, 4.5, 9.0, 99.0])


def g_function(u: Array) -> Array:
    """Sobol's g (Saltelli & Sobol 1995)."""
    result: Array = np.prod((np.abs(4 * u - 2) + COEFFICIENTS) / (1 + COEFFICIENTS), axis=1)
    return result


def test_ishigami_comes_out_as_published():
    assert pytest.approx((0.3139, 0.4424, 0.0), abs=5e-5) == ISHIGAMI_FIRST
    assert pytest.approx((0.5576, 0.4424, 0.2437), abs=5e-5) == ISHIGAMI_TOTAL
    held = study(ishigami, [1, 1, 1], 20_000, np.random.default_rng(1), resamples=200)
    assert held.first == pytest.approx(ISHIGAMI_FIRST, abs=0.03)
    assert held.total == pytest.approx(ISHIGAMI_TOTAL, abs=0.02)
    assert (held.first_low < held.first).all()
    assert (held.total < held.total_high).all()
    assert (held.first_high - held.first_low < 0.08).all()


def test_the_g_function_comes_out_as_its_formula_says():
    partial = 1 / 3 / (1 + COEFFICIENTS) ** 2
    variance = np.prod(1 + partial) - 1
    held = study(g_function, [1] * 5, 20_000, np.random.default_rng(2), resamples=10)
    assert held.first == pytest.approx(partial / variance, abs=0.03)
    assert held.total == pytest.approx(partial * np.prod(1 + partial) / (1 + partial) / variance, abs=0.02)


@pytest.mark.parametrize(("function", "factors"), [(ishigami, 3), (g_function, 5)])
def test_the_estimators_are_those_of_salib(function: Any, factors: int):
    from SALib.analyze import sobol

    size = 256
    figures = function(design([1] * factors, size, np.random.default_rng(3)))
    figures = (figures - figures.mean()) / figures.std()  # as SALib does before it estimates
    held = indices(figures, size, np.random.default_rng(4), resamples=10)
    blocks = figures.reshape(-1, size)
    woven = np.concatenate([blocks[:1], blocks[2:], blocks[1:2]]).T.ravel()  # SALib's order: A, AB_1 … AB_d, B
    names = [f"x{place}" for place in range(factors)]
    problem = {"num_vars": factors, "names": names, "bounds": [[0, 1]] * factors}
    theirs = sobol.analyze(problem, woven, calc_second_order=False, num_resamples=10, seed=1)
    divisor = (2 * size - 1) / (2 * size)  # SALib's variance divides by n, ours by n − 1
    np.testing.assert_allclose(held.first, theirs["S1"] * divisor, rtol=1e-10, atol=1e-12)
    np.testing.assert_allclose(held.total, theirs["ST"] * divisor, rtol=1e-10, atol=1e-12)


def test_indices_by_hand():
    """y_A = 1, 3; y_B = 2, 4; y_AB = 2, 3 → V = 5/3, S = mean(2·1, 4·0)/V, ST = (1 + 0)/(2·2·V)."""
    held = indices(np.array([1.0, 3.0, 2.0, 4.0, 2.0, 3.0]), 2, np.random.default_rng(1))
    assert held.first.tolist() == pytest.approx([1 / (5 / 3)])
    assert held.total.tolist() == pytest.approx([0.25 / (5 / 3)])


def test_a_factor_of_several_numbers_is_one_factor():
    rows = design([2, 1], 4, np.random.default_rng(1)).reshape(4, 4, 3)
    a, b, first, second = rows
    np.testing.assert_array_equal(first, np.column_stack([b[:, :2], a[:, 2]]))
    np.testing.assert_array_equal(second, np.column_stack([a[:, :2], b[:, 2]]))


FACTORS = """
[[uncertainty.factor]]
name = "weights"
kind = "weight_noise"
spread = 0.9
[[uncertainty.factor]]
name = "scale"
kind = "choice"
path = "normalise.method"
options = ["minmax", "rank"]
[[uncertainty.factor]]
name = "idle"
kind = "uniform"
path = "normalise.sd"
low = 1.0
high = 2.0
"""


def test_a_study_runs_the_whole_design_and_an_idle_factor_explains_nothing(flat: Any):
    values = np.random.default_rng(5).lognormal(0, 1.5, (15, 4))
    held = robustness(flat(values), Recipe.from_toml(FACTORS), runs=64, seed=9, sobol=True)
    assert held.rank_matrix.shape == (15, 64 * 5)
    table = held.sensitivity
    assert list(table.columns) == ["Si", "Si_q05", "Si_q95", "STi", "STi_q05", "STi_q95"]
    assert table.loc["idle"].tolist() == [0.0] * 6
    assert table["STi"].drop("idle").min() > 0
    change = np.abs(held.rank_matrix - held.nominal[:, None]).mean(axis=0).reshape(5, 64)
    variance = change[:2].var(ddof=1)
    expected = [np.mean(change[1] * (mixed - change[0])) / variance for mixed in change[2:]]
    assert table["Si"].tolist() == pytest.approx(expected, abs=1e-12)
    drawn = held.runs["scale"].to_numpy().reshape(5, 64)
    np.testing.assert_array_equal(drawn[3], drawn[1])
    np.testing.assert_array_equal(drawn[2], drawn[0])


def test_without_a_change_of_ranks_there_is_nothing_to_share_out(flat: Any):
    held = robustness(flat([[1.0], [2.0]]), Recipe.from_toml(FACTORS), runs=8, seed=1, sobol=True)
    assert held.sensitivity.isna().all().all()
    assert any("no variance" in told for told in held.findings)
    with pytest.raises(AttributeError, match="sobol=True"):
        _ = robustness(flat([[1.0], [2.0]]), Recipe.from_toml(FACTORS), runs=8, seed=1).sensitivity
