"""Contributions: they sum to the score, level by level and leaf by leaf."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citeria_core import Dataset, Engine, Recipe
from citeria_core.explain import contributions, of_part, parts
from citeria_core.model import Node

NODES = (
    Node("I", "Index", None, 1.0),
    Node("P", "P", "I", 2.0),
    Node("Q", "Q", "I", 1.0),
    *(Node(f"x{n}", f"x{n}", "P" if n < 3 else "Q", float(n), f"x{n}") for n in range(6)),
)
RECIPES = {
    "arithmetic": "",
    "geometric": '[normalise]\nlower = 1\n[aggregate]\nmethod = "geometric"',
    "mixed": '[normalise]\nlower = 1\n[node.P.aggregate]\nmethod = "geometric"',
    "harmonic": '[normalise]\nlower = 1\n[aggregate]\nmethod = "harmonic"',
    "power": '[aggregate]\nmethod = "power"\npower = 2.5',
    "median": '[normalise]\nmethod = "zscore"\n[aggregate]\nmethod = "median"',
    "extremes": '[aggregate]\nmethod = "minimum"\n[node.P.aggregate]\nmethod = "maximum"',
    "borda": '[aggregate]\nmethod = "borda"',
    "copeland": '[normalise]\nmethod = "zscore"\n[aggregate]\nmethod = "copeland"',
    "benefit of the doubt": '[weights]\nsource = "bod"',
    "negative weights": '[weights]\nsource = "pca"',
    "around one": '[normalise]\nlower = 0.5\nupper = 2\n[aggregate]\nmethod = "geometric"',
}


@pytest.mark.parametrize("text", RECIPES.values(), ids=RECIPES)
@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.lists(st.one_of(st.none(), st.floats(-100, 100).map(lambda x: round(x, 3))), min_size=6, max_size=6),
        min_size=2,
        max_size=6,
    )
)
def test_contributions_and_parts_sum_to_the_score(text: str, matrix: Any):
    dataset = Dataset.build([(f"A{row}", "") for row in range(len(matrix))], NODES, np.array(matrix, dtype=float))
    result = Engine(dataset, Recipe.from_toml(text)).result
    for node in ("I", "P"):
        for held in (contributions(result, node), parts(result, node).values):
            rounding = 1e-9 * (1 + np.max(np.abs(held), initial=0.0, where=~np.isnan(held)))
            np.testing.assert_allclose(held.sum(axis=1), result.score(node), rtol=1e-9, atol=rounding)


@pytest.mark.parametrize("text", RECIPES.values(), ids=RECIPES)
def test_a_part_contributed_what_its_indicators_did(text: str):
    matrix = np.random.default_rng(3).normal(20, 30, (12, 6)).round(2)
    matrix[[0, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3, 3], [0, 1, 3, 0, 1, 2, *range(6)]] = np.nan
    dataset = Dataset.build([(f"A{row}", "") for row in range(12)], NODES, matrix)
    result = Engine(dataset, Recipe.from_toml(text)).result
    every = contributions(result)
    for node in result.tree.by_code:
        columns = [dataset.column_of[leaf] for leaf in result.tree.leaves[node]]
        np.testing.assert_allclose(of_part(result, node), every[:, columns].sum(axis=1), rtol=1e-9, atol=1e-9)


def test_an_arithmetic_contribution_is_weight_times_value(flat: Any):
    result = Engine(flat([[0, 10], [5, 20], [10, 0]], weights=[1, 3]), Recipe()).result
    np.testing.assert_allclose(contributions(result), [[0, 37.5], [12.5, 75], [25, 0]])
    assert parts(result).method == "exact"


def test_the_weight_of_a_missing_part_goes_to_the_others_and_it_contributes_nothing(flat: Any):
    result = Engine(flat([[0, 10], [5, np.nan], [10, 0]], weights=[1, 3]), Recipe()).result
    np.testing.assert_allclose(parts(result).values[1], [50, 0])


def test_a_geometric_score_is_split_by_log_shares_and_says_so(flat: Any):
    recipe = Recipe.from_toml('[normalise]\nmethod = "none"\n[aggregate]\nmethod = "geometric"')
    held = parts(Engine(flat([[10, 1000], [1, 1]]), recipe).result)
    assert held.method == "log-share"
    np.testing.assert_allclose(held.values, [[25, 75], [0.5, 0.5]])


def test_a_row_without_a_score_has_no_contributions(flat: Any):
    result = Engine(flat([[0, 10], [np.nan, np.nan], [10, 0]]), Recipe()).result
    assert np.isnan(contributions(result)[1]).all()
    assert not np.isnan(contributions(result)[[0, 2]]).any()
