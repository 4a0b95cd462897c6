"""What bars are made of: parts opened at any depth sum to the score; what is not measured is told from what is."""

from typing import Any

import numpy as np
import pytest

from citeria_core import Dataset, Engine, Recipe
from citeria_core.engine import Result
from citeria_core.ranking import standing
from citeria_core.row_parts import in_view, row_parts, score_range

NAN = float("nan")


def result_of(dataset: Dataset, text: str = "") -> Result:
    return Engine(dataset, Recipe.from_toml(text)).result


@pytest.mark.parametrize("method", ["arithmetic", "geometric", "power"])
def test_parts_opened_at_any_depth_sum_to_the_score(synthetic: Dataset, method: str) -> None:
    text = f'[normalise]\nlower = 1.0\nupper = 100.0\n[aggregate]\nmethod = "{method}"\npower = 2.0'
    result = result_of(synthetic, text)
    tree = result.tree
    first = tree.children[tree.root][0]
    for opened in (set(), {first}, {first, *tree.children[first]}, set(tree.aggregates)):
        made = row_parts(result, opened)
        assert made.codes == in_view(tree, opened)
        scores = result.score(result.root)
        assert np.nansum(made.values, axis=1)[~np.isnan(scores)] == pytest.approx(scores[~np.isnan(scores)])


def test_an_opened_part_is_replaced_where_it_stood(synthetic: Dataset) -> None:
    tree = result_of(synthetic).tree
    first, second = tree.children[tree.root][:2]
    assert in_view(tree) == tree.children[tree.root]
    assert in_view(tree, {second})[:2] == (first, tree.children[second][0])
    assert in_view(tree, set(tree.aggregates)) == tree.leaves[tree.root]


def test_what_was_imputed_is_a_share_of_each_part_and_what_is_absent_has_none(flat: Any) -> None:
    dataset = flat([[0, 0], [10, NAN], [20, 20]])
    made = row_parts(result_of(dataset, '[impute]\nmethod = "mean"'))
    assert made.imputed.tolist() == [[0, 0], [0, 1], [0, 0]]
    bare = row_parts(result_of(dataset))
    assert np.isnan(bare.values[1, 1])
    assert not bare.imputed.any()


def test_the_range_of_a_score_spans_the_scale_of_what_is_missing(flat: Any) -> None:
    dataset = flat([[0, 0], [10, NAN], [20, 20]], weights=[3, 1])
    low, high = score_range(result_of(dataset))
    assert (low.tolist(), high.tolist()) == ([0, 37.5, 100], [0, 62.5, 100])
    rows = {row.area: (row.low, row.high) for row in standing(result_of(dataset), {}, {}).rows}
    assert rows == {"A1": (None, None), "A2": (37.5, 62.5), "A3": (None, None)}


def test_brute_force_over_the_ends_finds_the_same_range(flat: Any) -> None:
    dataset = flat([[0, 5, 1], [10, NAN, NAN], [20, 20, 3], [NAN, 0, 2]])
    result = result_of(dataset)
    low, high = score_range(result)
    for row, area in enumerate(dataset.areas):
        found = []
        for first in (0.0, 20.0):
            for second in (1.0, 3.0):
                engine = Engine(dataset, Recipe())
                fills = {"x1": first, "x2": first, "x3": second}
                for code, value in fills.items():
                    if np.isnan(dataset.values[row, dataset.column_of[code]]):
                        engine.set_value(area, code, value)
                found.append(float(engine.result.score("I")[row]))
        assert (min(found), max(found)) == pytest.approx((low[row], high[row]))


def test_a_score_that_hangs_on_all_others_has_no_range(flat: Any) -> None:
    low, high = score_range(result_of(flat([[0, 0], [10, NAN]]), '[aggregate]\nmethod = "copeland"'))
    assert np.isnan([low, high]).all()


def test_an_end_that_a_mean_does_not_take_leaves_that_end_open(flat: Any) -> None:
    text = '[normalise]\nlower = 1.0\n[aggregate]\nmethod = "geometric"'
    low, high = score_range(result_of(flat([[0, 0], [10, NAN], [20, 20]]), text))
    assert low[1] == pytest.approx(np.sqrt(50.5))
    assert high[1] == pytest.approx(np.sqrt(5050))
