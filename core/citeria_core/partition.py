"""Partitions of areas around centres: k-means and k-medoids, beside Ward's clusters, on the same features.

Deterministic for a seed. scikit-learn and scipy are imported when the first partition is asked for.
"""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from citeria_core.cluster import BadClusterCountError, Clustering, features, stable, ward_labels
from citeria_core.dataset import Column
from citeria_core.moments import tame
from citeria_core.result import Result
from citeria_core.threads import one_thread

STARTS: Final = 20
FEW_STARTS: Final = 3

Labels = NDArray[np.intp]
Clusterer = Callable[[Column, int, int], Labels]  # points, k, seed → a label per point


def kmeans(result: Result, k: int, seed: int = 1) -> Clustering:
    """`k` clusters by k-means (k-means++, 20 starts): Lloyd (1982), Arthur & Vassilvitskii (2007)."""
    return _around(result, k, seed, kmeans_labels)


def kmedoids(result: Result, k: int, seed: int = 1) -> Clustering:
    """`k` clusters around medoids, by building and swapping until no swap helps: Kaufman & Rousseeuw (1990).

    The seed is not used: the method has no chance in it.
    """
    return _around(result, k, seed, kmedoids_labels)


def _around(result: Result, k: int, seed: int, clusterer: Clusterer) -> Clustering:
    if k < 1:
        raise BadClusterCountError(k=k)
    points, complete = features(result)
    areas = tuple(area for area, here in zip(result.areas, complete, strict=True) if here)
    left_out = tuple(area for area, here in zip(result.areas, complete, strict=True) if not here)
    count = min(k, len(np.unique(points, axis=0))) if len(points) else 0
    labels = stable(clusterer(points, count, seed).tolist()) if count > 1 else (1,) * len(areas)
    return Clustering(areas, labels, np.empty((0, 4)), tuple(range(len(areas))), count, left_out)


def kmeans_labels(points: Column, k: int, seed: int, tries: int = STARTS) -> Labels:
    """A cluster number for each of the points (areas × features), the best of as many starts as `tries`."""
    from sklearn.cluster import KMeans

    starts: Any = tries  # scikit-learn's own annotation knows the default's type only
    with one_thread():
        return np.asarray(
            KMeans(n_clusters=k, n_init=starts, random_state=seed).fit_predict(tame(points)), dtype=np.intp
        )


def kmedoids_labels(points: Column, k: int, seed: int) -> Labels:
    """The place of the nearest medoid for each of the points."""
    from scipy.spatial.distance import pdist, squareform

    distances = squareform(pdist(tame(points)))
    medoids = _built(distances, k)
    cost = distances[medoids].min(axis=0).sum()
    while True:
        swapped, lower = _best_swap(distances, medoids)
        if lower >= cost * (1 - 1e-12):
            return np.asarray(np.argmin(distances[medoids], axis=0), dtype=np.intp)
        medoids, cost = swapped, lower


def _built(distances: Column, k: int) -> list[int]:
    """The first medoids: each the one that brings the points nearest to theirs."""
    medoids = [int(np.argmin(distances.sum(axis=0)))]
    while len(medoids) < k:
        nearest = distances[medoids].min(axis=0)
        gain = np.maximum(nearest[:, None] - distances, 0.0).sum(axis=0)
        gain[medoids] = -1.0
        medoids.append(int(np.argmax(gain)))
    return medoids


def _best_swap(distances: Column, medoids: list[int]) -> tuple[list[int], float]:
    """The exchange of one medoid for another point after which the distances sum to least."""
    best, lowest = medoids, np.inf
    for place in range(len(medoids)):
        others = medoids[:place] + medoids[place + 1 :]
        nearest = distances[others].min(axis=0) if others else np.full(len(distances), np.inf)
        totals = np.minimum(nearest[:, None], distances).sum(axis=0)
        point = int(np.argmin(totals))
        if totals[point] < lowest:
            best, lowest = [*medoids[:place], point, *medoids[place + 1 :]], float(totals[point])
    return best, lowest


def ward_clusterer(points: Column, k: int, seed: int) -> Labels:
    """Ward's clusters as a clusterer; the seed is not used."""
    return ward_labels(points, k)


CLUSTERERS: Mapping[str, Clusterer] = MappingProxyType(
    {"ward": ward_clusterer, "kmeans": kmeans_labels, "kmedoids": kmedoids_labels}
)
QUICK: Mapping[str, Clusterer] = MappingProxyType(  # for sets drawn by the hundred
    {**CLUSTERERS, "kmeans": partial(kmeans_labels, tries=FEW_STARTS)}
)
