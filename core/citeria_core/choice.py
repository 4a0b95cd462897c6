"""How many clusters: what each criterion says of each number, gathered step by step so that it can be watched.

Every criterion is information. None is a verdict, and they often disagree.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from citeria_core.cluster import Clustering, cut, features, linkage, stable
from citeria_core.dataset import Column
from citeria_core.partition import CLUSTERERS, QUICK, Clusterer, Labels
from citeria_core.result import Result
from citeria_core.validity import REFERENCES, RESAMPLES, GapCount, best_jaccard, validity

MOST: Final = 10
CRITERIA: Final = ("silhouette", "calinski_harabasz", "davies_bouldin", "gap", "stability")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for each of `ks` (2, 3 …): a figure a number, NaN while it is not known.

    `gaps` and `gap_errors` begin at k = 1, `gap_k` is what the 1-SE rule picks. `stability` is the mean over clusters
    of their bootstrap Jaccard similarity. `done` of `total` steps are made.
    """

    ks: tuple[int, ...]
    silhouette: tuple[float, ...] = ()
    calinski_harabasz: tuple[float, ...] = ()
    davies_bouldin: tuple[float, ...] = ()
    gaps: tuple[float, ...] = ()
    gap_errors: tuple[float, ...] = ()
    gap_k: int | None = None
    stability: tuple[float, ...] = ()
    done: int = 0
    total: int = 0

    def picks(self) -> Mapping[str, int]:
        """Criterion → the number it speaks for, of the criteria that are known; of equal figures the smallest k."""
        found: dict[str, int] = {}
        for name in CRITERIA:
            if name == "gap":
                if self.gap_k is not None:
                    found[name] = self.gap_k
                continue
            figures = np.array(getattr(self, name), dtype=np.float64)
            if len(figures) and not np.isnan(figures).all():
                best = np.nanargmin(figures) if name == "davies_bouldin" else np.nanargmax(figures)
                found[name] = self.ks[int(best)]
        return found

    def favourite(self) -> int | None:
        """The number of two or more that most criteria speak for, the smallest of equals; None while none is known."""
        counted = Counter(k for k in self.picks().values() if k > 1)
        return min(counted, key=lambda k: (-counted[k], k)) if counted else None


def gather(
    result: Result,
    method: str = "ward",
    most: int = MOST,
    seed: int = 1,
    references: int = REFERENCES,
    resamples: int = RESAMPLES,
) -> Iterator[Evidence]:
    """The evidence for 2 … `most` clusters (at most one fewer than distinct areas), after every step of the work.

    First the figures of each clustering, then the gap statistic, then bootstrap stability; in the sets drawn for these
    k-means has fewer starts. With fewer than three
    distinct areas one piece of evidence without numbers comes.
    """
    points, complete = features(result)
    highest = min(most, len(np.unique(points, axis=0)) - 1) if len(points) else 0
    ks = tuple(range(2, highest + 1))
    told = Evidence(ks, total=1 + references + resamples if ks else 0)
    if not ks:
        yield told
        return
    areas = tuple(area for area, here in zip(result.areas, complete, strict=True) if here)
    sorted_ = _partitions(points, ks, method, seed, CLUSTERERS)
    held = [validity(result, _clustering(areas, labels)) for labels in sorted_]
    told = replace(
        told,
        silhouette=tuple(one.silhouette for one in held),
        calinski_harabasz=tuple(one.calinski_harabasz for one in held),
        davies_bouldin=tuple(one.davies_bouldin for one in held),
        done=1,
    )
    yield told
    counting = GapCount(points, highest, method, seed, QUICK)
    for _ in range(references):
        counting.draw()
        told = replace(told, done=told.done + 1)
        yield told
    gap = counting.gap()
    told = replace(told, gaps=gap.gaps, gap_errors=gap.errors, gap_k=gap.k)
    found: list[dict[int, list[float]]] = [{label: [] for label in set(labels.tolist())} for labels in sorted_]
    source = np.random.default_rng(seed)
    for _ in range(resamples):
        rows = source.integers(0, len(points), len(points))
        fresh = _partitions(points[rows], ks, method, seed, QUICK)
        for labels, again, jaccards in zip(sorted_, fresh, found, strict=True):
            best_jaccard(labels, rows, again, jaccards)
        told = replace(told, stability=tuple(_mean(jaccards) for jaccards in found), done=told.done + 1)
        yield told


def _partitions(
    points: Column, ks: tuple[int, ...], method: str, seed: int, clusterers: Mapping[str, Clusterer]
) -> list[Labels]:
    """A partition for each k, from one tree where the method makes one; never into more than distinct points."""
    distinct = len(np.unique(points, axis=0))
    if method == "ward":
        merges = linkage(points)
        return [cut(merges, min(k, distinct)) for k in ks]
    return [
        clusterers[method](points, min(k, distinct), seed) if distinct > 1 else np.zeros(len(points), dtype=np.intp)
        for k in ks
    ]


def _clustering(areas: tuple[str, ...], labels: Labels) -> Clustering:
    numbered = stable(labels.tolist())
    return Clustering(areas, numbered, np.empty((0, 4)), tuple(range(len(areas))), max(numbered), ())


def _mean(jaccards: Mapping[int, list[float]]) -> float:
    """The mean over clusters of the mean over samples."""
    held = [float(np.mean(values)) for values in jaccards.values() if values]
    return float(np.mean(held)) if held else math.nan
