"""Clusters beside scipy and scikit-learn called directly on features made here, and beside the formulas themselves."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import cdist
from sklearn import metrics
from sklearn.cluster import KMeans

from citeria_core import Dataset, Engine, Recipe
from citeria_core.agreement import agreement
from citeria_core.cluster import Clustering, ward
from citeria_core.model import Node
from citeria_core.partition import kmeans, kmedoids
from citeria_core.result import Result
from citeria_core.validity import gap, silhouettes, stability, validity

WEIGHTS = {"P": 2.0, "Q": 1.0, "x0": 1.0, "x1": 3.0, "x2": 1.0, "x3": 2.0}
AUDIT = settings(max_examples=15, deadline=None)


def made(seed: int, areas: int = 14) -> tuple[Result, Any, list[str]]:
    """A result, and the features of its complete areas made anew: directed min-max × √(product of the weights)."""
    random = np.random.default_rng(seed)
    values = random.normal(size=(areas, 4)) + random.integers(0, 3, (areas, 1)) * 2
    values[areas - 1, 2] = np.nan
    nodes = [Node("I", "", None, 1.0), Node("P", "", "I", 2.0), Node("Q", "", "I", 1.0)]
    nodes += [
        Node(f"x{n}", "", "P" if n < 2 else "Q", WEIGHTS[f"x{n}"], f"x{n}", -1 if n == 1 else 1) for n in range(4)
    ]
    codes = [f"A{row}" for row in range(areas)]
    result = Engine(Dataset.build([(code, "") for code in codes], nodes, values), Recipe()).result
    directed = values * np.array([1, -1, 1, 1])
    low, high = np.nanmin(directed, axis=0), np.nanmax(directed, axis=0)
    scaled = (directed - low) / (high - low) * 100
    effective = np.array([2 / 3 * 1 / 4, 2 / 3 * 3 / 4, 1 / 3 * 1 / 3, 1 / 3 * 2 / 3])
    return result, (scaled * np.sqrt(effective))[:-1], codes[:-1]


def same_parts(first: Any, second: Any) -> bool:
    return float(metrics.adjusted_rand_score(first, second)) == 1.0


@AUDIT
@given(st.integers(0, 10_000), st.integers(2, 6))
def test_ward_is_scipys(seed: int, k: int):
    result, points, areas = made(seed)
    held, merges = ward(result, k), linkage(points, "ward")
    assert (list(held.areas), held.left_out) == (areas, ("A13",))
    np.testing.assert_allclose(held.linkage[:, 2], merges[:, 2], rtol=1e-9)
    assert same_parts(held.labels, fcluster(merges, k, "maxclust"))


@AUDIT
@given(st.integers(0, 10_000), st.integers(2, 5))
def test_k_means_has_the_inertia_of_scikit_learn(seed: int, k: int):
    result, points, _ = made(seed)
    labels = np.array(kmeans(result, k).labels)
    centres = np.array([points[labels == one].mean(axis=0) for one in sorted(set(labels.tolist()))])
    own = cdist(points, centres, "sqeuclidean").min(axis=1).sum()
    # From the same starts: from others, either may end in a better local optimum.
    assert own <= KMeans(k, n_init=20, random_state=1).fit(points).inertia_ * (1 + 1e-6)  # type: ignore[arg-type]


@AUDIT
@given(st.integers(0, 10_000), st.integers(2, 3))
def test_no_exchange_of_one_medoid_brings_the_areas_nearer(seed: int, k: int):
    """What building and swapping promises (Kaufman & Rousseeuw 1990); the best of all choices of k it does not."""
    result, points, _ = made(seed, areas=10)
    labels = np.array(kmedoids(result, k).labels)
    distances = cdist(points, points)
    groups = [np.flatnonzero(labels == one) for one in sorted(set(labels.tolist()))]
    medoids = [int(group[distances[np.ix_(group, group)].sum(axis=0).argmin()]) for group in groups]
    own = distances[medoids].min(axis=0).sum()
    exchanged = [[*medoids[:place], point, *medoids[place + 1 :]] for place in range(k) for point in range(len(points))]
    assert min(distances[chosen].min(axis=0).sum() for chosen in exchanged) >= own * (1 - 1e-9)


def figures(points: Any, labels: Any) -> tuple[list[float], float, float]:
    """Silhouette widths, Calinski–Harabasz and Davies–Bouldin from their formulas."""
    groups = {one: points[labels == one] for one in sorted(set(labels.tolist()))}
    widths = []
    for point, label in zip(points, labels, strict=True):
        mean = {one: np.linalg.norm(held - point, axis=1).sum() for one, held in groups.items()}
        own = len(groups[label]) - 1
        a = mean[label] / own if own else 0.0
        b = min(total / len(groups[one]) for one, total in mean.items() if one != label)
        widths.append((b - a) / max(a, b) if own else 0.0)
    centres = {one: held.mean(axis=0) for one, held in groups.items()}
    within = sum(((held - centres[one]) ** 2).sum() for one, held in groups.items())
    between = sum(len(held) * ((centres[one] - points.mean(axis=0)) ** 2).sum() for one, held in groups.items())
    spread = {one: np.linalg.norm(held - centres[one], axis=1).mean() for one, held in groups.items()}
    worst = [
        max((spread[i] + spread[j]) / np.linalg.norm(centres[i] - centres[j]) for j in groups if j != i) for i in groups
    ]
    k, n = len(groups), len(points)
    return widths, (between / (k - 1)) / (within / (n - k)), float(np.mean(worst))


@AUDIT
@given(st.integers(0, 10_000), st.integers(2, 5))
def test_validity_is_that_of_the_formulas_and_of_scikit_learn(seed: int, k: int):
    result, points, areas = made(seed)
    held = ward(result, k)
    labels = np.array(held.labels)
    widths, harabasz, bouldin = figures(points, labels)
    found = validity(result, held)
    assert found.silhouette == pytest.approx(np.mean(widths))
    assert found.calinski_harabasz == pytest.approx(harabasz)
    assert found.davies_bouldin == pytest.approx(bouldin)
    assert found.silhouette == pytest.approx(metrics.silhouette_score(points, labels))
    assert silhouettes(result, held) == pytest.approx(dict(zip(areas, widths, strict=True)))


@AUDIT
@given(st.data())
def test_validity_of_clusters_of_one_and_of_areas_that_are_alike_is_that_of_scikit_learn(data: st.DataObject):
    """Groups as people give them: any, also of one area, also of areas with the same values."""
    result, points, areas = made(data.draw(st.integers(0, 10_000)))
    labels = data.draw(st.lists(st.integers(1, 4), min_size=13, max_size=13).filter(lambda one: len(set(one)) > 1))
    held = Clustering(tuple(areas), tuple(labels), np.empty((0, 4)), tuple(range(13)), 4, ())
    found = validity(result, held)
    assert found.silhouette == pytest.approx(metrics.silhouette_score(points, labels))
    assert found.calinski_harabasz == pytest.approx(metrics.calinski_harabasz_score(points, labels))
    assert found.davies_bouldin == pytest.approx(metrics.davies_bouldin_score(points, labels))


@AUDIT
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3)), min_size=1, max_size=40))
@example([(0, 0)])
@example([(0, 0), (0, 1)])
@example([(0, 1), (1, 0), (2, 2)])
def test_agreement_is_that_of_scikit_learn(pairs: list[tuple[int, int]]):
    left, right = ({str(area): pair[side] for area, pair in enumerate(pairs)} for side in (0, 1))
    found = agreement(left, right)
    ours, theirs = ([pair[side] for pair in pairs] for side in (0, 1))
    homogeneity, completeness, _ = metrics.homogeneity_completeness_v_measure(ours, theirs)
    assert found.ari == pytest.approx(metrics.adjusted_rand_score(ours, theirs))
    assert found.ami == pytest.approx(metrics.adjusted_mutual_info_score(ours, theirs), abs=1e-9)
    assert (found.homogeneity, found.completeness) == pytest.approx((homogeneity, completeness), abs=1e-9)


def log_spread(points: Any, k: int) -> float:
    """log W_k by Ward, W from pairs: Σ over clusters of the squared distances of all pairs / 2n."""
    labels = fcluster(linkage(points, "ward"), k, "maxclust")
    total = 0.0
    for one in set(labels.tolist()):
        held = points[labels == one]
        total += cdist(held, held, "sqeuclidean").sum() / (2 * len(held))
    return math.log(total)


def test_the_gap_is_that_of_tibshirani_with_the_rule_of_one_standard_error():
    result, points, _ = made(4, areas=20)
    found = gap(result, most=6, references=30, seed=8)
    random = np.random.default_rng(8)
    centred = points - points.mean(axis=0)
    axes = np.linalg.svd(centred, full_matrices=False)[2]
    turned = centred @ axes.T
    drawn = [
        random.uniform(turned.min(axis=0), turned.max(axis=0), size=turned.shape) @ axes + points.mean(axis=0)
        for _ in range(30)
    ]
    logs = np.array([[log_spread(one, k) for k in range(1, 7)] for one in drawn])
    gaps = logs.mean(axis=0) - [log_spread(points, k) for k in range(1, 7)]
    errors = logs.std(axis=0) * math.sqrt(1 + 1 / 30)
    np.testing.assert_allclose(found.gaps, gaps, rtol=1e-8)
    np.testing.assert_allclose(found.errors, errors, rtol=1e-8)
    assert found.k == next(k for k in range(1, 7) if k == 6 or gaps[k - 1] >= gaps[k] - errors[k])


def test_stability_is_the_mean_of_the_best_jaccard_over_resamples():
    result, points, _ = made(6)
    held: Clustering = ward(result, 3)
    found = stability(result, held, seed=3, resamples=40)
    labels, random = np.array(held.labels), np.random.default_rng(3)
    best: dict[int, list[float]] = {1: [], 2: [], 3: []}
    for _ in range(40):
        rows = random.integers(0, len(points), len(points))
        again = fcluster(linkage(points[rows], "ward"), 3, "maxclust")
        for label, kept in best.items():
            mine = {int(row) for row in rows if labels[row] == label}
            theirs = [{int(row) for row, new in zip(rows, again, strict=True) if new == one} for one in set(again)]
            if mine:
                kept.append(max(len(mine & other) / len(mine | other) for other in theirs))
    assert found == pytest.approx({label: float(np.mean(kept)) for label, kept in best.items()})
