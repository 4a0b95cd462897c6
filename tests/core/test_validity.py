"""Clusters around centres, their validity, their number, their stability, beside independent libraries."""

from itertools import islice
from typing import Any

import numpy as np
import pytest
from scipy.cluster import hierarchy
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score, silhouette_score

from citeria_core import Engine, Recipe
from citeria_core.cluster import BadClusterCountError, cut, features, linkage, ward
from citeria_core.partition import kmeans, kmedoids
from citeria_core.result import Result
from citeria_core.validity import gap, resampled, silhouettes, stability, validity


@pytest.fixture
def three(flat: Any) -> Result:
    """Three plain groups of ten areas in two dimensions, and an area with a gap."""
    source = np.random.default_rng(5)
    centres = np.repeat([[0.0, 0.0], [10.0, 1.0], [4.0, 9.0]], 10, axis=0)
    values = np.vstack([centres + source.normal(scale=0.6, size=centres.shape), [[1.0, np.nan]]])
    return Engine(flat(values), Recipe()).result


def test_a_linkage_is_cut_as_scipy_cuts_it():
    points = np.random.default_rng(1).normal(size=(40, 3))
    merges = linkage(points)
    for k in (1, 2, 5, 17, 40):
        theirs = hierarchy.cut_tree(merges, n_clusters=[k])[:, 0]
        assert adjusted_rand_score(theirs, cut(merges, k)) == 1
        assert len(set(cut(merges, k).tolist())) == k


@pytest.mark.parametrize("method", [ward, kmeans, kmedoids])
def test_every_method_finds_three_plain_groups_and_leaves_out_the_gap(method: Any, three: Result):
    held = method(three, 3)
    assert held.labels == (1,) * 10 + (2,) * 10 + (3,) * 10
    assert held.left_out == ("A31",)
    assert held.k == 3


def test_k_means_reaches_the_least_spread_that_scikit_learn_finds(three: Result):
    points, _ = features(three)
    labels = np.array(kmeans(three, 5).labels)
    spread = sum(((points[labels == one] - points[labels == one].mean(axis=0)) ** 2).sum() for one in set(labels))
    assert spread <= KMeans(5, n_init=100, random_state=0).fit(points).inertia_ * (1 + 1e-9)


def test_no_swap_of_a_medoid_brings_the_areas_nearer(three: Result):
    points, _ = features(three)
    labels = np.array(kmedoids(three, 4).labels)
    distances = np.linalg.norm(points[:, None] - points[None], axis=2)
    medoids = []
    for one in sorted(set(labels)):
        inside = np.flatnonzero(labels == one)
        medoids.append(int(inside[distances[np.ix_(inside, inside)].sum(axis=0).argmin()]))
    cost = distances[medoids].min(axis=0).sum()
    for place in range(4):
        for point in range(len(points)):
            swapped = [*medoids[:place], point, *medoids[place + 1 :]]
            assert distances[swapped].min(axis=0).sum() >= cost - 1e-9


def test_asking_for_more_clusters_than_distinct_areas_gives_as_many_as_there_are(flat: Any):
    result = Engine(flat([[1], [1], [2], [2]]), Recipe()).result
    assert kmeans(result, 4).labels == (1, 1, 2, 2)
    assert kmedoids(result, 4).k == 2
    with pytest.raises(BadClusterCountError):
        kmeans(result, 0)


def test_validity_is_that_of_the_points_and_undefined_for_one_cluster(three: Result):
    held = validity(three, ward(three, 3))
    points, _ = features(three)
    assert held.silhouette == pytest.approx(silhouette_score(points, [1] * 10 + [2] * 10 + [3] * 10))
    assert held.calinski_harabasz > validity(three, ward(three, 2)).calinski_harabasz
    assert held.davies_bouldin < validity(three, ward(three, 4)).davies_bouldin
    assert np.isnan(validity(three, ward(three, 1)).silhouette)
    assert np.mean(list(silhouettes(three, ward(three, 3)).values())) == pytest.approx(held.silhouette)
    assert silhouettes(three, ward(three, 1)) == {}


@pytest.mark.parametrize("method", ["ward", "kmedoids"])
def test_the_gap_statistic_tells_two_groups_from_one(method: str, three: Result, flat: Any):
    source = np.random.default_rng(5)
    pair = np.repeat([[0.0, 0.0], [10.0, 9.0]], 30, axis=0) + source.normal(scale=0.6, size=(60, 2))
    assert gap(Engine(flat(pair), Recipe()).result, most=6, method=method).k == 2
    alike = np.random.default_rng(8).uniform(size=(40, 2))
    assert gap(Engine(flat(alike), Recipe()).result, most=6, method=method).k == 1
    assert gap(three, most=6, seed=3) == gap(three, most=6, seed=3)


def test_plain_groups_are_found_again_in_resamples_and_arbitrary_ones_are_not(three: Result, flat: Any):
    plain = stability(three, ward(three, 3), resamples=40)
    assert set(plain) == {1, 2, 3}
    assert min(plain.values()) > 0.95
    source = np.random.default_rng(8).uniform(size=(40, 2))
    arbitrary = Engine(flat(source), Recipe()).result
    assert min(stability(arbitrary, ward(arbitrary, 5), resamples=40).values()) < 0.75


def test_resampling_can_be_watched_and_stopped(three: Result):
    seen = list(islice(resampled(three, ward(three, 3)), 3))
    assert [(piece.done, piece.total) for piece in seen] == [(1, 100), (2, 100), (3, 100)]
    assert stability(three, ward(three, 3), resamples=3) == seen[-1].figures
