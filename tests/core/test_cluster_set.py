"""Given and computed clusters as one kind of object: crossed, matched, kept as a grouping; and their plane."""

from collections.abc import Callable
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citeria_core import Dataset
from citeria_core.biplot import biplot
from citeria_core.choice import gather
from citeria_core.cluster import features, ward
from citeria_core.cluster_profile import differences, peers, profiles
from citeria_core.cluster_set import (
    Cluster,
    ClusterSet,
    as_clustering,
    as_grouping,
    crossing,
    of_clustering,
    of_grouping,
)
from citeria_core.engine import Engine, UnknownCellError
from citeria_core.model import Group, Grouping
from citeria_core.partition import kmeans
from citeria_core.recipe import Recipe
from citeria_core.validity import gap, stability, validity

Flat = Callable[..., Dataset]
NAN = float("nan")


def _set(labels: list[int], key: str = "x") -> ClusterSet:
    members = {label: tuple(f"A{at}" for at, one in enumerate(labels) if one == label) for label in sorted(set(labels))}
    return ClusterSet(key, tuple(Cluster(label, areas) for label, areas in members.items()))


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_no_other_matching_of_clusters_would_move_fewer_areas(pairs: list[tuple[int, int]]) -> None:
    first, second = _set([one for one, _ in pairs]), _set([two for _, two in pairs])
    held = crossing(first, second, [f"A{at}" for at in range(len(pairs))])
    assert held.areas == len(pairs) == sum(map(sum, held.counts))
    rows = [cluster.position for cluster in first.clusters]
    moved = [
        sum(dict(zip(rows, order, strict=False)).get(one) != two for one, two in pairs)
        for order in permutations([0, 1, 2, 3], len(rows))
    ]
    assert len(held.movers) == min(moved)


def test_counts_stand_under_the_matched_cluster_and_only_common_areas_count() -> None:
    held = crossing(_set([0, 0, 1, 1]), _set([5, 5, 4, 5, 4]), ["A0", "A1", "A2", "A3", "A4"])
    assert [cluster.position for cluster in held.columns] == [5, 4]
    assert held.counts == ((2, 0), (1, 1))
    assert [(mover.area, mover.first, mover.second) for mover in held.movers] == [("A3", 1, 5)]


def test_a_computed_set_kept_as_a_grouping_comes_back_as_the_same_clusters(flat: Flat) -> None:
    computed = of_clustering("ward", ward(Engine(flat([[0], [1], [50], [51], [52]]), Recipe()).result, 2))
    kept = as_grouping(computed, "w2", "Ward", {0: "Cluster 1", 1: "Cluster 2"})
    again = of_grouping(kept)
    assert again.positions == computed.positions
    assert [(cluster.code, cluster.name) for cluster in again.clusters] == [
        ("cluster-1", "Cluster 1"),
        ("cluster-2", "Cluster 2"),
    ]


def test_a_set_as_a_clustering_holds_only_the_areas_that_are_wanted() -> None:
    grouping = Grouping("g", "G", (Group("a", "A", ("x", "y")), Group("b", "B", ("z",))))
    held = as_clustering(of_grouping(grouping), ["z", "w", "x"])
    assert (held.areas, held.labels, held.k) == (("z", "x"), (2, 1), 2)


def test_the_plane_keeps_distances_when_there_are_two_directions(flat: Flat) -> None:
    values = np.random.default_rng(4).normal(size=(15, 2))
    result = Engine(flat(values, weights=[3, 1]), Recipe()).result
    plane = biplot(result)
    assert plane is not None
    points, _ = features(result)
    apart = np.linalg.norm(points[:, None] - points[None], axis=2)
    assert np.linalg.norm(plane.points[:, None] - plane.points[None], axis=2) == pytest.approx(apart)
    assert sum(plane.shares) == pytest.approx(1)
    assert plane.points @ plane.loadings.T == pytest.approx(points - points.mean(axis=0))


def test_the_plane_is_that_of_scikit_learn_but_for_signs(flat: Flat) -> None:
    from sklearn.decomposition import PCA

    result = Engine(flat(np.random.default_rng(6).normal(size=(30, 5))), Recipe()).result
    plane, theirs = biplot(result), PCA(2).fit(features(result)[0])
    assert plane is not None
    assert plane.shares == pytest.approx(tuple(theirs.explained_variance_ratio_))
    assert np.abs(plane.points) == pytest.approx(np.abs(theirs.transform(features(result)[0])))
    assert (plane.loadings.sum(axis=0) >= 0).all()


def test_one_indicator_makes_a_line_and_areas_all_alike_make_no_plane(flat: Flat) -> None:
    line = biplot(Engine(flat([[0], [1], [5]]), Recipe()).result)
    assert line is not None
    assert line.shares == (1.0, 0.0)
    assert not line.points[:, 1].any()
    assert biplot(Engine(flat([[1, 2]]), Recipe()).result) is None


def test_the_evidence_holds_the_figures_of_every_number_on_its_own(flat: Flat) -> None:
    rng = np.random.default_rng(8)
    values = np.vstack([rng.normal(place, 1.5, (8, 3)) for place in (0, 10, 25)])
    result = Engine(flat(values.tolist()), Recipe()).result
    pieces = list(gather(result, "ward", most=5, references=6, resamples=7))
    told = pieces[-1]
    assert (told.ks, told.done, told.total, len(pieces)) == ((2, 3, 4, 5), 14, 14, 14)
    for k, silhouette, ch, db, stable in zip(
        told.ks, told.silhouette, told.calinski_harabasz, told.davies_bouldin, told.stability, strict=True
    ):
        own = ward(result, k)
        held = validity(result, own)
        assert (silhouette, ch, db) == (held.silhouette, held.calinski_harabasz, held.davies_bouldin)
        assert stable == pytest.approx(np.mean(list(stability(result, own, resamples=7).values())))
    alone = gap(result, 5, references=6)
    assert (told.gaps, told.gap_errors, told.gap_k) == (alone.gaps, alone.errors, alone.k)
    assert told.picks()["silhouette"] == 3
    assert told.favourite() == 3


def test_evidence_of_k_means_takes_k_means_and_too_few_areas_have_none(flat: Flat) -> None:
    result = Engine(flat(np.random.default_rng(1).normal(size=(9, 2)).tolist()), Recipe()).result
    told = list(gather(result, "kmeans", most=3, references=1, resamples=1))[-1]
    assert told.silhouette[1] == validity(result, kmeans(result, 3)).silhouette
    none = list(gather(Engine(flat([[1], [2]]), Recipe()).result))
    assert [(one.ks, one.picks(), one.favourite()) for one in none] == [((), {}, None)]


def test_a_profile_of_groups_with_gaps_is_of_the_areas_that_have_the_indicator(flat: Flat) -> None:
    result = Engine(flat([[0, 1], [2, NAN], [8, 9], [10, 11]]), Recipe.from_toml('[normalise]\nmethod="none"')).result
    held = ClusterSet("g", (Cluster(0, ("A1", "A2")), Cluster(1, ("A3", "A4"))), given=True)
    first, second = profiles(result, as_clustering(held, result.areas))
    by_code = {trait.indicator: trait for trait in first.traits}
    assert by_code["x2"].mean == 1
    assert by_code["x2"].overall == 7
    assert second.exemplar == "A3"


def test_shares_of_the_differences_add_up_to_the_distance_of_a_peer(flat: Flat) -> None:
    result = Engine(flat(np.random.default_rng(9).normal(size=(6, 3)).tolist(), weights=[1, 2, 3]), Recipe()).result
    peer = peers(result, "A1", 1)[0]
    told = differences(result, "A1", peer.area)
    assert sum(one.share for one in told) == pytest.approx(1)
    assert told[0].share == max(one.share for one in told)
    weights = result.effective_weights
    assert sum(weights[one.indicator] * one.gap**2 for one in told) == pytest.approx(peer.distance**2)
    with pytest.raises(UnknownCellError):
        differences(result, "A1", "A9")
