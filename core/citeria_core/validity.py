"""How good a clustering is, and how many clusters there are: indices, the gap statistic, bootstrap stability.

All are of the same features as the clusters themselves. The indices are written out here: a window asks for them after
every edit, and loading scikit-learn for three formulas would keep it waiting for more than a second.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from citeria_core.cluster import Clustering, cut, features, linkage
from citeria_core.dataset import Column
from citeria_core.moments import tame
from citeria_core.partition import CLUSTERERS, Clusterer, Labels
from citeria_core.result import Result
from citeria_core.threads import one_thread

REFERENCES: Final = 50
RESAMPLES: Final = 100


@dataclass(frozen=True, slots=True)
class Validity:
    """Figures of one clustering; NaN with fewer than two clusters, or as many as areas.

    `silhouette`: Rousseeuw (1987), −1..1, more is better. `calinski_harabasz` (1974): more is better.
    `davies_bouldin` (1979): less is better.
    """

    silhouette: float
    calinski_harabasz: float
    davies_bouldin: float


def validity(result: Result, clustering: Clustering, widths: Mapping[str, float] | None = None) -> Validity:
    """The validity of a clustering of `result`'s complete areas; `widths` are its `silhouettes` where known."""
    points, labels = _placed(result, clustering)
    if not 2 <= len(set(labels.tolist())) < len(points):
        return Validity(math.nan, math.nan, math.nan)
    with one_thread():
        parted = _Parted.of(points, labels)
        return Validity(
            silhouette=float(np.mean(list((widths or silhouettes(result, clustering)).values()))),
            calinski_harabasz=_calinski_harabasz(points, parted),
            davies_bouldin=_davies_bouldin(points, parted),
        )


def silhouettes(result: Result, clustering: Clustering) -> Mapping[str, float]:
    """Area → its own silhouette width; empty with fewer than two clusters, or as many as areas."""
    points, labels = _placed(result, clustering)
    if not 2 <= len(set(labels.tolist())) < len(points):
        return {}
    with one_thread():
        widths = _widths(points, _Parted.of(points, labels))
    return dict(zip(clustering.areas, widths.tolist(), strict=True))


@dataclass(frozen=True, eq=False, slots=True)
class _Parted:
    """Points in clusters: the `place` of each point's cluster from 0, which are in which (points × clusters, 0 or 1).

    `counts` are the clusters' sizes, `centres` their means (clusters × features).
    """

    place: Labels
    within: Column
    counts: Column
    centres: Column

    @classmethod
    def of(cls, points: Column, labels: Labels) -> "_Parted":
        found, place = np.unique(labels, return_inverse=True)
        within = np.zeros((len(points), len(found)))
        within[np.arange(len(points)), place] = 1.0
        counts = within.sum(axis=0)
        return cls(place, within, counts, (within.T @ points) / counts[:, None])


def _widths(points: Column, parted: _Parted) -> Column:
    """The silhouette width of each point: Rousseeuw (1987); 0 for one alone in its cluster."""
    from scipy.spatial.distance import pdist, squareform

    rows, place = np.arange(len(points)), parted.place
    sums = squareform(pdist(points)) @ parted.within
    own = sums[rows, place] / np.maximum(parted.counts[place] - 1, 1)
    others = sums / parted.counts
    others[rows, place] = np.inf
    nearest = others.min(axis=1)
    larger = np.maximum(own, nearest)
    alone = (parted.counts[place] == 1) | (larger == 0)
    return np.where(alone, 0.0, (nearest - own) / np.where(alone, 1.0, larger))


def _calinski_harabasz(points: Column, parted: _Parted) -> float:
    """Dispersion between clusters to that within, per degree of freedom; 1 where there is none within."""
    between = float((parted.counts * ((parted.centres - points.mean(axis=0)) ** 2).sum(axis=1)).sum())
    within = float(((points - parted.centres[parted.place]) ** 2).sum())
    k = len(parted.counts)
    return between * (len(points) - k) / (within * (k - 1)) if within else 1.0


def _davies_bouldin(points: Column, parted: _Parted) -> float:
    """The mean over clusters of the worst ratio of scatter to distance; 0 where none scatters or all centres meet."""
    from scipy.spatial.distance import pdist, squareform

    away = np.sqrt(((points - parted.centres[parted.place]) ** 2).sum(axis=1))
    scatter = (away @ parted.within) / parted.counts
    apart = squareform(pdist(parted.centres))
    if np.allclose(scatter, 0) or np.allclose(apart, 0):
        return 0.0
    apart[apart == 0] = np.inf
    return float(((scatter[:, None] + scatter[None, :]) / apart).max(axis=1).mean())


def _placed(result: Result, clustering: Clustering) -> tuple[Column, Labels]:
    """The points of the clustered areas in the order of its labels; no figure here depends on their unit."""
    points, complete = features(result)
    place = {area: row for row, area in enumerate(a for a, here in zip(result.areas, complete, strict=True) if here)}
    return tame(points[[place[area] for area in clustering.areas]]), np.array(clustering.labels, dtype=np.intp)


@dataclass(frozen=True, slots=True)
class Gap:
    """The gap statistic for k = 1, 2 …: `gaps`, their simulation errors, and the `k` that the 1-SE rule picks."""

    gaps: tuple[float, ...]
    errors: tuple[float, ...]
    k: int


def gap(result: Result, most: int = 10, method: str = "ward", seed: int = 1, references: int = REFERENCES) -> Gap:
    """How many clusters there are: the smallest k whose gap is not more than one error below the next.

    Reference data are uniform over the box of the principal axes. Tibshirani, Walther & Hastie (2001).
    """
    points = tame(features(result)[0])
    highest = min(most, len(np.unique(points, axis=0)) - 1) if len(points) else 0
    if highest < 1:
        return Gap((), (), min(1, len(points)))
    counting = GapCount(points, highest, method, seed)
    for _ in range(references):
        counting.draw()
    return counting.gap()


class GapCount:
    """The gap statistic of points, one set of reference data after the other; `gap` tells what is known so far."""

    def __init__(
        self,
        points: Column,
        highest: int,
        method: str,
        seed: int,
        clusterers: Mapping[str, Clusterer] = CLUSTERERS,
    ) -> None:
        self._points, self._highest, self._method, self._seed = points, highest, method, seed
        self._clusterers = clusterers
        self._source = np.random.default_rng(seed)
        self._own = _spreads(points, highest, method, seed, CLUSTERERS)
        self._others: list[Column] = []

    def draw(self) -> None:
        """Draw one set of reference data and cluster it."""
        with one_thread():
            drawn = _reference(self._points, self._source)
        self._others.append(_spreads(drawn, self._highest, self._method, self._seed, self._clusterers))

    def gap(self) -> Gap:
        """The gaps over the sets drawn, of which there must be one."""
        others = np.array(self._others)
        gaps = others.mean(axis=0) - self._own
        errors = others.std(axis=0) * math.sqrt(1 + 1 / len(others))
        enough = np.flatnonzero(gaps[:-1] >= gaps[1:] - errors[1:])
        k = int(enough[0]) + 1 if len(enough) else self._highest
        return Gap(tuple(gaps.tolist()), tuple(errors.tolist()), k)


def _spreads(points: Column, most: int, method: str, seed: int, clusterers: Mapping[str, Clusterer]) -> Column:
    """log W for k = 1 … most: the sum of squares within clusters."""
    spreads = []
    for labels in _partitions(points, most, method, seed, clusterers):
        held = [points[labels == one] for one in range(labels.max() + 1)]
        within = sum(float(((own - own.mean(axis=0)) ** 2).sum()) for own in held if len(own))
        spreads.append(math.log(max(within, 1e-300)))
    return np.array(spreads)


def _partitions(
    points: Column, most: int, method: str, seed: int, clusterers: Mapping[str, Clusterer]
) -> Iterator[Labels]:
    if method == "ward":
        merges = linkage(points)
        yield from (cut(merges, k) for k in range(1, most + 1))
    else:
        yield np.zeros(len(points), dtype=np.intp)
        yield from (clusterers[method](points, k, seed) for k in range(2, most + 1))


def _reference(points: Column, source: np.random.Generator) -> Column:
    centre = points.mean(axis=0)
    axes = np.linalg.svd(points - centre, full_matrices=False)[2]
    turned = (points - centre) @ axes.T
    drawn: Column = source.uniform(turned.min(axis=0), turned.max(axis=0), size=turned.shape) @ axes + centre
    return drawn


@dataclass(frozen=True, slots=True)
class Stability:
    """Label → how well the cluster is found again in bootstrap samples: mean of its best Jaccard similarity, 0..1.

    Above 0.75 a cluster is commonly called stable, below 0.6 not. Hennig (2007). NaN while none of its areas was drawn;
    `done` of `total` samples are drawn.
    """

    figures: Mapping[int, float]
    done: int
    total: int


def resampled(
    result: Result, clustering: Clustering, method: str = "ward", seed: int = 1, resamples: int = RESAMPLES
) -> Iterator[Stability]:
    """The stability of a clustering that `method` made, after every sample."""
    points, labels = _placed(result, clustering)
    source = np.random.default_rng(seed)
    found: dict[int, list[float]] = {label: [] for label in sorted(set(clustering.labels))}
    for done in range(1, resamples + 1):
        rows = source.integers(0, len(points), len(points))
        k = min(clustering.k, len(np.unique(points[rows], axis=0)))
        again = CLUSTERERS[method](points[rows], k, seed) if k > 1 else np.zeros(len(rows), dtype=np.intp)
        best_jaccard(labels, rows, again, found)
        figures = {label: float(np.mean(held)) if held else math.nan for label, held in found.items()}
        yield Stability(figures, done, resamples)


def stability(
    result: Result, clustering: Clustering, method: str = "ward", seed: int = 1, resamples: int = RESAMPLES
) -> Mapping[int, float]:
    """The figures of `Stability` after all samples."""
    *_, last = resampled(result, clustering, method, seed, resamples)
    return last.figures


def best_jaccard(labels: Labels, rows: Labels, again: Labels, found: dict[int, list[float]]) -> None:
    """Add each cluster's best Jaccard similarity among the resample's clusters, over the areas drawn."""
    drawn, first = np.unique(rows, return_index=True)
    new = again[first]
    for label, held in found.items():
        mine = labels[drawn] == label
        if mine.any():
            held.append(
                max(float((mine & (new == one)).sum() / (mine | (new == one)).sum()) for one in set(new.tolist()))
            )
