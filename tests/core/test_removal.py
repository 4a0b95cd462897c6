"""Removing elements: the same as weight 0 in the engine, and as the golden files say."""

import csv
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citeria_core import Dataset, Engine, Recipe
from citeria_core.model import Node
from citeria_core.removal import remove_elements
from citeria_core.weights import UnknownNodeError

SYNTHETIC = Path(__file__).parent.parent / "reference" / "synthetic"
GOLDEN = (
    '[denominate]\nenabled = true\n[impute]\nmethod = "median"\n[treat]\nmethod = "winsorise_log"\n'
    "[normalise]\nlower = 1\nupper = 100"
)
NODES = (
    Node("I", "Index", None, 1.0),
    Node("P", "P", "I", 2.0),
    Node("Q", "Q", "I", 1.0),
    Node("R", "R", "I", 0.5),
    *(Node(f"x{n}", f"x{n}", "PPPQQR"[n], 1.0 + n, f"x{n}", -1 if n == 2 else 1) for n in range(6)),
)
METHODS = (
    "",
    "[aggregate]\nmin_availability = 0.6",
    '[normalise]\nlower = 1\n[aggregate]\nmethod = "geometric"',
    '[normalise]\nlower = 1\n[node.P.aggregate]\nmethod = "harmonic"\n[rank]\nties = "average"',
    '[aggregate]\nmethod = "copeland"',
    '[aggregate.level.3]\nmethod = "borda"',
)
cells = st.one_of(st.none(), st.floats(-100, 100).map(lambda x: round(x, 2)))


def table(name: str) -> list[dict[str, str]]:
    with (SYNTHETIC / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_golden_ranks_without_each_indicator_are_met(synthetic: Dataset):
    removal = remove_elements(Engine(synthetic, Recipe.from_toml(GOLDEN)).result)
    golden = table("removed_ranks.csv")
    assert removal.areas == tuple(row["uCode"] for row in golden)
    assert removal.nominal.tolist() == [float(row["Nominal"]) for row in golden]
    for place, code in enumerate(removal.removed):
        assert removal.ranks[:, place].tolist() == [float(row[code]) for row in golden]


def test_the_golden_mean_rank_changes_are_met(synthetic: Dataset):
    removal = remove_elements(Engine(synthetic, Recipe.from_toml(GOLDEN)).result)
    golden = {row["removed"]: float(row["mean_abs_rank_change"]) for row in table("removed_mean_abs_rank_change.csv")}
    given_changes = dict(zip(removal.removed, removal.mean_rank_change, strict=True))
    assert set(golden) == {"Nominal", *given_changes}
    for code, change in given_changes.items():
        assert change == pytest.approx(golden[code], rel=1e-9)


@pytest.mark.parametrize("text", METHODS)
@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(cells, min_size=6, max_size=6), min_size=2, max_size=6))
def test_removing_an_element_is_giving_it_the_weight_0(text: str, matrix: Any):
    dataset = Dataset.build([(f"A{row}", "") for row in range(len(matrix))], NODES, np.array(matrix, dtype=float))
    recipe = Recipe.from_toml(text)
    result = Engine(dataset, recipe).result
    elements = [node.code for node in NODES if node.parent]
    removal = remove_elements(result, elements)
    for place, code in enumerate(elements):
        without = Engine(dataset, recipe).set_weight(code, 0.0)
        np.testing.assert_array_equal(np.isnan(removal.scores[:, place]), np.isnan(without.score("I")))
        np.testing.assert_allclose(removal.scores[:, place], without.score("I"), rtol=1e-12)


def test_where_the_method_knows_no_weights_the_element_is_left_out(flat: Any):
    values = [[1.0, 5.0, 9.0], [2.0, 3.0, 4.0], [9.0, 8.0, 1.0]]
    recipe = Recipe.from_toml('[normalise]\nmethod = "none"\n[aggregate]\nmethod = "median"')
    removal = remove_elements(Engine(flat(values), recipe).result)
    np.testing.assert_array_equal(removal.scores[:, 0], [7.0, 3.5, 4.5])
    np.testing.assert_array_equal(removal.scores[:, 2], [3.0, 2.5, 8.5])


def test_unweighted_means_leave_the_element_out_too(flat: Any):
    recipe = Recipe.from_toml('[normalise]\nmethod = "none"\n[aggregate]\nweighted = false')
    removal = remove_elements(Engine(flat([[1.0, 5.0], [2.0, 3.0]], weights=[9, 1]), recipe).result)
    np.testing.assert_array_equal(removal.scores, [[5.0, 1.0], [3.0, 2.0]])


def test_under_the_benefit_of_the_doubt_the_rest_is_an_index_of_its_own(flat: Any):
    values = np.array([[9.0, 1.0, 2.0], [5.0, 5.0, 4.0], [1.0, 8.0, 9.0], [2.0, 2.0, 5.0]])
    recipe = Recipe.from_toml('[normalise]\nmethod = "none"\n[weights]\nsource = "bod"')
    removal = remove_elements(Engine(flat(values), recipe).result, ["x3"])
    rest = Engine(flat(values[:, :2]), recipe).result
    np.testing.assert_allclose(removal.scores[:, 0], rest.score("I"), rtol=1e-9)


def test_an_area_that_loses_its_only_value_counts_in_no_mean_change(flat: Any):
    removal = remove_elements(Engine(flat([[0, np.nan], [1, 0], [2, 5]]), Recipe()).result)
    assert np.isnan(removal.ranks[0, 0])
    assert removal.mean_rank_change[0] == 0.0


@pytest.mark.parametrize("code", ["x9", "I"])
def test_what_cannot_be_removed_is_named(flat: Any, code: str):
    with pytest.raises(UnknownNodeError, match=code):
        remove_elements(Engine(flat([[0, 1], [1, 0]]), Recipe()).result, [code])
