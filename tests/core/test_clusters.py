"""Clusters: Ward, labels that stay put, agreement with a given grouping."""

from typing import Any

import numpy as np
import pytest

from citeria_core import Engine, Recipe
from citeria_core.agreement import NothingInCommonError, agreement
from citeria_core.cluster import BadClusterCountError, clusters_at, cut_height, keep_labels, linkage, stable, ward
from citeria_core.cluster_reading import Accord, Steadiness, Structure, accord, steadiness, structure

ICI_CLUSTERS = {
    "beijing": "Intelligent Capital",
    "shanghai": "East Coast Challengers",
    "nanjing": "East Coast Challengers",
    "hangzhou": "East Coast Challengers",
    "wuhan": "Rising Centre",
    "shenzhen": "Giants of the South Coast",
    "guangzhou": "Giants of the South Coast",
    "harbin": "Industrial Northeast",
    "shenyang": "Industrial Northeast",
    "xian": "Developing West",
    "chengdu": "Developing West",
}
REGIONS = {
    **dict.fromkeys(("beijing", "shanghai", "nanjing", "hangzhou", "shenzhen", "guangzhou"), "Coastal"),
    "wuhan": "Central",
    **dict.fromkeys(("harbin", "shenyang"), "Northeastern"),
    **dict.fromkeys(("xian", "chengdu"), "Western"),
}


def test_six_given_clusters_agree_with_four_regions_as_published():
    held = agreement(REGIONS, ICI_CLUSTERS)
    assert held.areas == 11
    figures = (held.ari, held.ami, held.homogeneity, held.completeness)
    assert figures == pytest.approx((0.429783, 0.621792, 1.0, 0.679295), abs=5e-7)


def test_agreement_counts_common_areas_only():
    assert agreement({"a": 1, "b": 2, "c": 2}, {"b": "x", "c": "x", "d": "y"}).areas == 2
    with pytest.raises(NothingInCommonError, match="no area in common"):
        agreement({"a": 1}, {"b": 1})


def test_ward_finds_two_plain_groups_and_leaves_out_areas_with_gaps(flat: Any):
    dataset = flat([[0, 0], [100, 98], [1, 2], [np.nan, 5], [99, 100], [2, 1]])
    held = ward(Engine(dataset, Recipe()).result, 2)
    assert held.areas == ("A1", "A2", "A3", "A5", "A6")
    assert held.labels == (1, 2, 1, 2, 1)
    assert held.left_out == ("A4",)
    assert held.linkage.shape == (4, 4)
    assert sorted(held.order) == [0, 1, 2, 3, 4]


def test_weights_stretch_the_space_in_which_areas_are_near(flat: Any):
    values = [[0, 0], [0, 100], [100, 0], [100, 100]]
    by_first = ward(Engine(flat(values, weights=[9, 1]), Recipe()).result, 2)
    by_second = ward(Engine(flat(values, weights=[1, 9]), Recipe()).result, 2)
    assert by_first.labels == (1, 1, 2, 2)
    assert by_second.labels == (1, 2, 1, 2)


def test_an_indicator_without_values_is_left_aside_and_few_areas_are_no_error(flat: Any):
    held = ward(Engine(flat([[1, 7], [2, 7], [3, 7]]), Recipe()).result, 5)
    assert (held.k, held.left_out) == (3, ())
    lone = ward(Engine(flat([[1, np.nan], [2, 3], [np.nan, 4]]), Recipe()).result, 2)
    assert (lone.areas, lone.labels, lone.k) == (("A2",), (1,), 1)
    with pytest.raises(BadClusterCountError):
        ward(Engine(flat([[1], [2]]), Recipe()).result, 0)


def test_labels_are_numbered_by_size_then_first_area():
    assert stable([7, 3, 3, 9, 9, 3]) == (3, 1, 1, 2, 2, 1)


def test_labels_stay_put_across_recomputes_by_overlap(flat: Any):
    engine = Engine(flat([[0], [1], [2], [50], [51], [99], [100]]), Recipe())
    first = ward(engine.result, 3)
    assert first.labels == (1, 1, 1, 2, 2, 3, 3)
    second = ward(engine.set_value("A3", "x1", 52.0), 3)
    third = keep_labels(first, ward(engine.set_value("A2", "x1", 53.0), 3))
    assert second.k == 3
    assert third.labels == (1, 2, 2, 2, 2, 3, 3)


def test_a_tree_cut_where_a_number_of_clusters_is_cut_gives_that_number():
    merges = linkage(np.random.default_rng(3).normal(size=(12, 3)))
    for k in range(2, 12):
        height = cut_height(merges, k)
        assert height is not None
        assert clusters_at(merges, height) == k
    assert cut_height(merges[:0], 1) is None


def test_figures_are_read_as_their_authors_read_them():
    assert [structure(width) for width in (0.71, 0.7, 0.5, 0.25)] == list(Structure)
    assert [steadiness(one) for one in (0.75, 0.74, 0.59)] == list(Steadiness)
    assert [accord(one) for one in (1.0, 0.8, 0.5, -0.2)] == list(Accord)
