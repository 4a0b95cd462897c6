"""Imputation: each rule against its definition or an independent implementation."""

from typing import Any

import numpy as np
import pytest
from sklearn.impute import KNNImputer

from citeria_core import Dataset, Engine, Recipe
from citeria_core.errors import KnownError
from citeria_core.impute_jointly import expected, nearest
from citeria_core.model import Node

NAN = np.nan


def imputed(dataset: Dataset, text: str) -> Any:
    return Engine(dataset, Recipe.from_toml(text)).result.layers["imputed"]


@pytest.mark.parametrize(
    ("method", "filled"), [("mean", 14 / 3), ("median", 3), ("constant", 7.5), ("row_mean", 10), ("row_median", 10)]
)
def test_a_gap_is_filled_by_the_stated_rule_and_marked(method: str, filled: float, flat: Any):
    dataset = flat([[1, 5, 0], [3, 7, 2], [10, 6, 1], [NAN, 7, 2]])
    layer = imputed(dataset, f'[impute]\nmethod = "{method}"\nvalue = 7.5')
    np.testing.assert_allclose(layer.columns[0], [1, 3, 10, filled])
    (mark,) = layer.records[0]
    assert mark.method == method
    np.testing.assert_array_equal(mark.rows, [False, False, False, True])
    assert not layer.records[1]


def test_a_row_is_filled_from_its_other_indicators_by_their_place_between_worst_and_best(flat: Any):
    dataset = flat([[0, 0, 100], [10, 10, 0], [NAN, 2, 40]], directions=[1, 1, -1])
    column = imputed(dataset, '[impute]\nmethod = "row_mean"').columns[0]
    np.testing.assert_allclose(column, [0, 10, 4])
    negative = flat([[0, 0, 100], [10, 10, 0], [1, 2, NAN]], directions=[1, 1, -1])
    np.testing.assert_allclose(imputed(negative, '[impute]\nmethod = "row_mean"').columns[2], [100, 0, 85])


def test_only_the_indicators_inside_the_node_of_the_level_count():
    nodes = (
        Node("I", "", None, 1),
        Node("P", "", "I", 1),
        Node("Q", "", "I", 1),
        *(Node(f"x{n}", "", "P" if n < 2 else "Q", 1, f"x{n}") for n in range(4)),
    )
    values = [[0, 0, 0, 0], [10, 10, 10, 10], [NAN, 2, 8, NAN], [NAN, NAN, 5, 5]]
    dataset = Dataset.build([(f"A{n}", "") for n in range(4)], nodes, values)
    level = imputed(dataset, '[impute]\nmethod = "row_mean"\nlevel = 2').columns
    np.testing.assert_allclose(level[0], [0, 10, 2, NAN])
    np.testing.assert_allclose(level[3], [0, 10, 8, 5])
    whole = imputed(dataset, '[impute]\nmethod = "row_mean"').columns
    np.testing.assert_allclose(whole[0], [0, 10, 5, 5])


def test_a_group_fills_its_own_and_an_area_without_group_or_a_group_without_values_stays_missing(flat: Any):
    plain = flat([[1], [3], [NAN], [NAN], [NAN], [100]])
    dataset = Dataset.build(
        plain.area_names.items(), plain.nodes, plain.values, groups={"G": ("a", "a", "a", "b", "", "c")}
    )
    mean = imputed(dataset, '[impute]\nmethod = "group_mean"\ngroup = "G"').columns[0]
    np.testing.assert_array_equal(mean, [1, 3, 2, NAN, NAN, 100])


def test_one_indicator_may_be_filled_otherwise_or_not_at_all(flat: Any):
    dataset = flat([[1, 1], [3, 3], [NAN, NAN]])
    columns = imputed(dataset, '[impute]\nmethod = "mean"\n[indicator.x2.impute]\nmethod = "none"').columns
    np.testing.assert_array_equal(columns[0], [1, 3, 2])
    np.testing.assert_array_equal(columns[1], [1, 3, NAN])


@pytest.mark.parametrize(
    ("panel", "filled"),
    [
        ("latest", [NAN, 1, 1, 4, 4, 9]),
        ("constant", [1, 1, 1, 4, 4, 9]),
        ("linear", [1, 1, 2, 4, 4, 9]),
    ],
)
def test_a_panel_is_filled_along_each_areas_own_times(panel: str, filled: list[float]):
    nodes = (Node("I", "", None, 1), Node("x", "", "I", 1, "x"))
    rows = [
        ("A", "2016", NAN),
        ("A", "2017", 1),
        ("A", "2018", NAN),
        ("A", "2020", 4),
        ("A", "2021", NAN),
        ("B", "2016", 9),
    ]
    dataset = Dataset.build(
        [(row[0], "") for row in rows], nodes, [[row[2]] for row in rows], times=tuple(row[1] for row in rows)
    )
    layer = imputed(dataset, f'[impute]\npanel = "{panel}"')
    np.testing.assert_allclose(layer.columns[0], filled)
    assert layer.records[0][0].method == panel


def test_a_panel_is_filled_before_the_method_and_means_are_those_of_one_time():
    nodes = (Node("I", "", None, 1), Node("x", "", "I", 1, "x"))
    rows = [("A", "1", 1), ("A", "2", NAN), ("B", "1", NAN), ("B", "2", NAN), ("C", "1", 5), ("C", "2", 7)]
    dataset = Dataset.build(
        [(row[0], "") for row in rows], nodes, [[row[2]] for row in rows], times=tuple(row[1] for row in rows)
    )
    layer = imputed(dataset, '[impute]\npanel = "latest"\nmethod = "mean"')
    np.testing.assert_array_equal(layer.columns[0], [1, 1, 3, 4, 5, 7])
    assert [mark.method for mark in layer.records[0]] == ["latest", "mean"]


def test_a_single_nearest_neighbour_gives_its_very_value():
    columns = [np.array([0.1, 0.7, 1.3, 2.9]), np.array([33.1, NAN, 7.7, 0.3]), np.array([5.0, 6.1, 8.2, 9.3])]
    assert nearest(columns, 1)[1][1] == 33.1


@pytest.mark.parametrize("neighbours", [1, 3, 50])
def test_nearest_neighbours_agree_with_scikit_learn_on_scaled_data(neighbours: int):
    source = np.random.default_rng(7)
    matrix = source.normal(size=(40, 6)) * [1, 10, 100, 1e3, 1e-3, 5]
    matrix[source.random(matrix.shape) < 0.15] = NAN
    sd = np.nanstd(matrix, axis=0, ddof=1)
    theirs = KNNImputer(n_neighbors=neighbours, weights="distance").fit_transform(matrix / sd) * sd
    ours = np.column_stack(nearest(list(matrix.T), neighbours))
    np.testing.assert_allclose(ours, theirs, rtol=1e-9)


def test_em_reaches_the_maximum_of_the_normal_likelihood():
    source = np.random.default_rng(3)
    mixing = np.array([[2.0, 0, 0], [1, 1, 0], [0.5, -1, 0.7]])
    matrix = source.normal(size=(60, 3)) @ mixing.T + [10, 0, -3]
    holes = matrix.copy()
    holes[source.random(matrix.shape) < 0.15] = NAN
    filled = np.column_stack(expected(list(holes.T)))
    known = ~np.isnan(holes)
    np.testing.assert_array_equal(filled[known], holes[known])

    def loglikelihood(means: Any, covariance: Any) -> float:
        total = 0.0
        for row, seen in zip(holes, known, strict=True):
            if seen.any():
                part = covariance[np.ix_(seen, seen)]
                gap = row[seen] - means[seen]
                total -= 0.5 * (np.linalg.slogdet(part)[1] + gap @ np.linalg.solve(part, gap))
        return total

    means = filled.mean(axis=0)
    best = loglikelihood(means, _em_covariance(holes, filled))
    for place in range(3):
        for step in (-1e-3, 1e-3):
            shifted = means.copy()
            shifted[place] += step
            assert loglikelihood(shifted, _em_covariance(holes, filled)) < best


def _em_covariance(holes: Any, filled: Any) -> Any:
    """The covariance at the fixed point: that of the filled data and what the gaps add, solved by iteration."""
    covariance = np.cov(filled.T, bias=True)
    means = filled.mean(axis=0)
    for _ in range(200):
        extra = np.zeros_like(covariance)
        for row in np.isnan(holes):
            seen = ~row
            if row.any():
                slope = covariance[np.ix_(row, seen)] @ np.linalg.inv(covariance[np.ix_(seen, seen)])
                extra[np.ix_(row, row)] += covariance[np.ix_(row, row)] - slope @ covariance[np.ix_(seen, row)]
        covariance = ((filled - means).T @ (filled - means) + extra) / len(filled)
    return covariance


def test_em_refuses_in_words_when_there_are_no_more_areas_than_indicators(flat: Any):
    with pytest.raises(KnownError, match="2 areas and 2 indicators"):
        imputed(flat([[1, NAN], [2, 3]]), '[impute]\nmethod = "em"')
