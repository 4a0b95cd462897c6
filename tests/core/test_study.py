"""Clusters beside groupings: who takes part, whose label is kept, how well partitions agree."""

from collections.abc import Callable

import numpy as np
import pytest

from citeria_core import Dataset
from citeria_core.engine import Engine
from citeria_core.model import Group, Grouping
from citeria_core.recipe import Recipe
from citeria_core.study import membership, study

NAN = float("nan")
HALVES = Grouping("halves", "Halves", (Group("low", "Low", ("A1", "A2", "X9")), Group("high", "High", ("A3", "A4"))))
PAIRS = Grouping(
    "pairs", "Pairs", (Group("p1", "P1", ("A1",)), Group("p2", "P2", ("A2",)), Group("p3", "P3", ("A3", "A4")))
)


def _result(flat: Callable[..., Dataset], values: list[list[float]]):  # type: ignore[no-untyped-def]
    return Engine(flat(values), Recipe()).result


def test_clusters_agree_fully_with_the_groups_that_made_them(flat: Callable[..., Dataset]) -> None:
    found = study(_result(flat, [[1, 2], [2, 1], [50, 60], [51, 61]]), 2, [HALVES, PAIRS])
    assert found.clustering is not None
    assert found.computed["halves"].ari == pytest.approx(1)
    assert found.computed["pairs"].homogeneity < 1
    assert found.computed["pairs"].completeness == pytest.approx(1)


def test_finer_groups_are_nested_in_coarser_ones_and_not_the_other_way_round(flat: Callable[..., Dataset]) -> None:
    found = study(_result(flat, [[1, 2], [2, 1], [50, 60], [51, 61]]), 2, [HALVES, PAIRS])
    assert found.given["pairs", "halves"].homogeneity == pytest.approx(1)
    assert found.given["halves", "pairs"].homogeneity < 1
    assert found.given["pairs", "halves"].areas == 4


def test_an_area_with_a_missing_value_is_left_out(flat: Callable[..., Dataset]) -> None:
    found = study(_result(flat, [[1, 2], [2, NAN], [50, 60], [51, 61]]), 2, [])
    assert found.clustering is not None
    assert found.left_out == ("A2",)


def test_fewer_than_three_areas_with_every_value_make_no_clusters_however_few_columns_are_filled(
    flat: Callable[..., Dataset],
) -> None:
    found = study(_result(flat, [[1, NAN], [2, NAN], [50, NAN], [51, NAN]]), 2, [HALVES, PAIRS])
    assert found.clustering is None
    assert found.left_out == ("A1", "A2", "A3", "A4")
    assert not found.computed
    assert ("pairs", "halves") in found.given


def test_more_clusters_than_there_can_be_are_cut_to_one_fewer_than_areas(flat: Callable[..., Dataset]) -> None:
    found = study(_result(flat, [[1, 2], [2, 1], [50, 60], [51, 61]]), 9, [])
    assert found.clustering is not None
    assert found.clustering.k == 3


def test_labels_are_kept_from_the_clustering_before(flat: Callable[..., Dataset]) -> None:
    rng = np.random.default_rng(5)
    values = np.vstack([rng.normal(place, 1, (size, 2)) for place, size in ((0, 3), (40, 4), (90, 5))])
    first = study(_result(flat, values.tolist()), 3, []).clustering
    assert first is not None
    values[:3] += 1
    again = study(_result(flat, values[::-1].tolist()), 3, [], first).clustering
    fewer = study(_result(flat, values.tolist()), 2, [], first).clustering
    assert again is not None
    assert fewer is not None
    assert set(again.labels) == set(first.labels)
    assert set(fewer.labels) < set(first.labels)


def test_membership_is_over_the_areas_asked_for() -> None:
    assert membership(HALVES, ("A1", "A3", "A7")) == {"A1": "low", "A3": "high"}
