"""Peers of an area, and what sets a cluster apart."""

import math
from typing import Any

import numpy as np
import pytest
from sklearn.metrics.pairwise import nan_euclidean_distances

from citeria_core import Engine, Recipe
from citeria_core.cluster import keep_labels, ward
from citeria_core.cluster_profile import peers, profiles
from citeria_core.engine import UnknownCellError
from citeria_core.partition import kmeans, kmedoids

PLAIN = Recipe.from_toml('[normalise]\nmethod = "none"')


def test_peers_are_the_nearest_areas_over_what_both_have(flat: Any):
    values = np.random.default_rng(3).normal(size=(20, 4))
    values[[1, 4, 9], [0, 2, 2]] = np.nan
    values[7] = np.nan
    result = Engine(flat(values), PLAIN).result
    expected = nan_euclidean_distances(values / 2)[0]  # equal weights of 1/4
    held = peers(result, "A1", 18)
    assert [peer.area for peer in held] == [f"A{row + 1}" for row in np.argsort(expected) if row not in (0, 7)]
    assert [peer.distance for peer in held] == pytest.approx(sorted(expected[np.setdiff1d(np.arange(20), [0, 7])]))
    assert {peer.area: peer.shared for peer in held}["A2"] == 3
    assert len(peers(result, "A1")) == 5


def test_weights_say_which_peer_is_near(flat: Any):
    values = [[0, 0], [3, 1], [1, 3]]
    by_first = peers(Engine(flat(values, weights=[9, 1]), PLAIN).result, "A1")
    by_second = peers(Engine(flat(values, weights=[1, 9]), PLAIN).result, "A1")
    assert [peer.area for peer in by_first] == ["A3", "A2"]
    assert [peer.area for peer in by_second] == ["A2", "A3"]
    assert by_first[0].distance == pytest.approx(math.sqrt(0.9 * 1 + 0.1 * 9))


def test_an_unknown_area_has_no_peers_but_an_error(flat: Any):
    with pytest.raises(UnknownCellError, match="no area “A9”"):
        peers(Engine(flat([[1], [2]]), PLAIN).result, "A9")


def test_a_profile_by_hand(flat: Any):
    """x1 is 0 0 0 10 10 and tells the clusters; x2 is 1 2 3 2 2 and tells nothing; x3 does not vary."""
    result = Engine(flat([[0, 1, 5], [0, 2, 5], [0, 3, 5], [10, 2, 5], [10, 2, 5]]), PLAIN).result
    first, second = profiles(result, ward(result, 2))
    assert (first.label, first.areas, first.exemplar) == (1, ("A1", "A2", "A3"), "A2")
    assert (second.areas, second.exemplar) == (("A4", "A5"), "A4")
    assert [trait.indicator for trait in second.traits] == ["x1", "x2"]
    telling = second.traits[0]
    assert (telling.mean, telling.overall) == (10.0, 4.0)
    assert telling.difference == pytest.approx(6 / math.sqrt(24))
    assert telling.v == pytest.approx(6 / math.sqrt(3 / 4 * 24 / 2))
    assert second.traits[1].v == 0.0
    assert first.traits[0].v == pytest.approx(-telling.v)


def test_one_cluster_has_nothing_to_be_set_apart_from(flat: Any):
    result = Engine(flat([[1, 2], [3, 5]]), PLAIN).result
    assert profiles(result, ward(result, 1))[0].traits == ()


@pytest.mark.parametrize("method", [ward, kmeans, kmedoids])
def test_profiles_of_every_method_keep_labels_and_skip_areas_left_out(method: Any, flat: Any):
    values = np.vstack([np.random.default_rng(1).normal(size=(9, 2)) + np.repeat([[0], [9], [20]], 3, axis=0)])
    result = Engine(flat([*values, [np.nan, 1.0]]), PLAIN).result
    made = method(result, 3)
    held = keep_labels(made, made)
    assert held.labels == made.labels
    found = profiles(result, held)
    assert [profile.areas for profile in found] == [("A1", "A2", "A3"), ("A4", "A5", "A6"), ("A7", "A8", "A9")]
