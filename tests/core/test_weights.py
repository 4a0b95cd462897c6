"""Weights: stated, and suggested by the data, against independent computations."""

from typing import Any

import numpy as np
import pytest
from scipy import optimize

from citeria_core import Dataset, Engine, Recipe
from citeria_core.benefit_of_doubt import frontier
from citeria_core.weights import rescaled

NAN = np.nan


@pytest.fixture
def block(flat: Any) -> Dataset:
    source = np.random.default_rng(11)
    common = source.normal(size=(40, 1))
    made: Dataset = flat(
        common * [1, 0.8, 0.5, 0.2] + source.normal(size=(40, 4)) * [1, 2, 0.5, 1] + 20, weights=[1, 2, 3, 4]
    )
    return made


def shares(dataset: Dataset, source: str, text: str = "") -> Any:
    recipe = Recipe.from_toml(f'[weights]\nsource = "{source}"\n{text}')
    result = Engine(dataset, recipe).result
    return np.array([result.weights[code] for code in dataset.indicators]), result


def test_weights_are_rescaled_to_sum_one_whatever_their_size():
    assert rescaled((1, 3)) == (0.25, 0.75)
    assert rescaled((1e308, 1e308)) == (0.5, 0.5)
    assert rescaled((5e-324, 5e-324)) == (0.5, 0.5)
    assert rescaled((0, 0)) == (0, 0)


def test_equal_weights_ignore_the_metadata(block: Dataset):
    np.testing.assert_array_equal(shares(block, "equal")[0], [0.25] * 4)


def test_pca_weights_are_the_loadings_of_the_first_component(block: Dataset):
    held, result = shares(block, "pca")
    z = (result.normalised - result.normalised.mean(axis=0)) / result.normalised.std(axis=0)
    first = np.linalg.eigh(z.T @ z)[1][:, -1]
    np.testing.assert_allclose(held, first / first.sum(), rtol=1e-9)


def test_negative_loadings_are_reported(flat: Any):
    source = np.random.default_rng(2)
    common = source.normal(size=(30, 1))
    held, result = shares(flat(common * [1, 1, -1] + 0.1 * source.normal(size=(30, 3))), "pca")
    assert (held < 0).sum() == 1
    assert result.findings == ("Node “I”: 1 of its weights by “pca” are negative.",)


def test_entropy_weights_follow_shannon(block: Dataset):
    held, _ = shares(block, "entropy", '[normalise]\nmethod = "none"')
    p = block.values / block.values.sum(axis=0)
    diversity = 1 + (p * np.log(p)).sum(axis=0) / np.log(40)
    np.testing.assert_allclose(held, diversity / diversity.sum(), rtol=1e-9)


def test_critic_weights_are_spread_times_conflict(block: Dataset):
    held, _ = shares(block, "critic")
    unit = (block.values - block.values.min(axis=0)) / np.ptp(block.values, axis=0)
    c = unit.std(axis=0) * (1 - np.corrcoef(unit.T)).sum(axis=0)
    np.testing.assert_allclose(held, c / c.sum(), rtol=1e-9)


def test_balanced_weights_bring_correlations_into_the_stated_proportion(block: Dataset):
    held, result = shares(block, "optimised_balance")
    r = np.array([np.corrcoef(result.score(code), result.score("I"))[0, 1] for code in block.indicators])
    loss = ((np.array([0.1, 0.2, 0.3, 0.4]) - r / r.sum()) ** 2).mean()
    assert (held >= 0).all()
    source = np.random.default_rng(0)
    for _ in range(300):
        trial = np.maximum(held + source.normal(size=4) * 10 ** source.uniform(-5, -0.5), 0)
        score = result.normalised @ trial
        q = np.array([np.corrcoef(column, score)[0, 1] for column in result.normalised.T])
        assert ((np.array([0.1, 0.2, 0.3, 0.4]) - q / q.sum()) ** 2).mean() >= loss - 1e-12


def test_infomax_weights_have_the_largest_sum_of_correlations(block: Dataset):
    held, result = shares(block, "optimised_infomax")
    analytic = 1 / result.normalised.std(axis=0)  # all correlations positive: the sum of the standardised columns
    np.testing.assert_allclose(held, analytic / analytic.sum(), rtol=1e-5)


def test_too_little_variation_gives_equal_weights_and_a_finding(flat: Any):
    held, result = shares(flat([[1, 1], [2, 1], [3, 1]]), "pca")
    np.testing.assert_array_equal(held, [0.5, 0.5])
    assert any("too little varies" in told for told in result.findings)


def test_the_benefit_of_the_doubt_gives_each_area_its_best_weights(flat: Any):
    parts = [np.array([4.0, 1, 2, 1, NAN]), np.array([1.0, 4, 3, 1, NAN])]
    scores, given = frontier(parts)
    x = np.column_stack(parts)[:4]
    for row in range(4):
        best = optimize.linprog(-x[row], A_ub=x, b_ub=np.ones(4)).fun
        assert scores[row] == pytest.approx(-best)
        assert (given[row] >= 0).all()
        assert given[row].sum() == pytest.approx(scores[row])
    assert np.isnan(scores[4])
    _, result = shares(flat(np.column_stack(parts)), "bod", '[normalise]\nmethod = "none"')
    np.testing.assert_allclose(result.score("I"), scores)
    assert sum(result.weights[code] for code in ("x1", "x2")) == pytest.approx(1)


def test_the_benefit_of_the_doubt_refuses_negative_parts_in_words(flat: Any):
    _, result = shares(flat([[1, -1], [2, 3]]), "bod", '[normalise]\nmethod = "none"')
    assert np.isnan(result.score("I")).all()
    assert "needs parts of 0 or more" in result.findings[0]
