"""Clusters of areas by what they score: Ward's method on normalised values × √effective weight.

scipy is imported when the first clustering is asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from citeria_core.dataset import Column
from citeria_core.errors import KnownError
from citeria_core.moments import tame, wildness
from citeria_core.result import Result


class BadClusterCountError(KnownError):
    """A number of clusters that cannot be."""

    code = "bad_cluster_count"
    template = "{k} is no number of clusters. Ask for 1 or more."


@dataclass(frozen=True, eq=False)
class Clustering:
    """Areas and the cluster of each, from 1: the largest first, of equal size the one with the earlier area.

    `linkage` has scipy's form, (n − 1) × 4, over `areas`; `order` is the order of the leaves in a dendrogram;
    `left_out` are areas with a missing normalised value. With fewer areas than asked, `k` is their number.
    """

    areas: tuple[str, ...]
    labels: tuple[int, ...]
    linkage: NDArray[np.float64]
    order: tuple[int, ...]
    k: int
    left_out: tuple[str, ...]


def features(result: Result) -> tuple[Column, NDArray[np.bool_]]:
    """Normalised values × √effective weight of the indicators that have any value, and which rows are complete."""
    values = result.normalised
    used = ~np.isnan(values).all(axis=0)
    weights = np.array([result.effective_weights[code] for code in result.dataset.indicators])
    spread = values[:, used] * np.sqrt(np.maximum(weights[used], 0.0))
    complete = np.asarray(~np.isnan(spread).any(axis=1) & used.any(), dtype=np.bool_)
    return spread[complete], complete


def ward(result: Result, k: int) -> Clustering:
    """`k` clusters by Ward's minimum variance (scipy's heights); raises `BadClusterCountError` for k < 1."""
    if k < 1:
        raise BadClusterCountError(k=k)
    points, complete = features(result)
    areas = tuple(area for area, here in zip(result.areas, complete, strict=True) if here)
    left_out = tuple(area for area, here in zip(result.areas, complete, strict=True) if not here)
    if len(areas) < 2:
        return Clustering(areas, (1,) * len(areas), np.empty((0, 4)), tuple(range(len(areas))), len(areas), left_out)
    merges = linkage(points)
    return recut(Clustering(areas, (1,) * len(areas), merges, leaves(merges), 1, left_out), k)


def recut(tree: Clustering, k: int) -> Clustering:
    """The tree of Ward's method, which a clustering of two areas or more holds, cut into `k` clusters."""
    if k < 1:
        raise BadClusterCountError(k=k)
    count = min(k, len(tree.areas))
    return replace(tree, labels=stable(cut(tree.linkage, count).tolist()), k=count)


def linkage(points: Column) -> NDArray[np.float64]:
    """The merges of Ward's method over points (areas × features), in scipy's form: Ward (1963)."""
    from scipy.cluster import hierarchy
    from scipy.spatial.distance import pdist

    exponent = wildness(points)
    merges: NDArray[np.float64] = hierarchy.linkage(pdist(tame(points)), method="ward")
    with np.errstate(over="ignore"):
        merges[:, 2] = np.ldexp(merges[:, 2], exponent)
    return merges


def leaves(merges: NDArray[np.float64]) -> tuple[int, ...]:
    """The order of the leaves in a dendrogram of a linkage."""
    from scipy.cluster import hierarchy

    return tuple(int(leaf) for leaf in hierarchy.leaves_list(merges))


def cut(merges: NDArray[np.float64], k: int) -> NDArray[np.intp]:
    """A cluster number for each leaf when all but the last k − 1 merges of a linkage are made."""
    count = len(merges) + 1
    member = np.arange(2 * count - 1)
    for merge in range(count - k - 1, -1, -1):  # downwards: a merged pair takes the number of what it became
        member[merges[merge, :2].astype(np.intp)] = member[count + merge]
    return np.unique(member[:count], return_inverse=True)[1].astype(np.intp)


def cut_height(merges: NDArray[np.float64], k: int) -> float | None:
    """Where a tree of merges is cut into `k` clusters: midway between the last merge made and the next.

    As a share of the tree's height, 0 to 1; None without merges.
    """
    if len(merges) < 1:
        return None
    heights, next_ = merges[:, 2], len(merges) + 1 - k
    top = float(heights[-1]) or 1.0
    above = float(heights[next_]) if next_ < len(heights) else top
    below = float(heights[next_ - 1]) if next_ > 0 else 0.0
    return (above + below) / 2 / top


def clusters_at(merges: NDArray[np.float64], height: float) -> int:
    """How many clusters a cut of a tree of merges makes at `height`, a share of the tree's (0 to 1)."""
    heights = merges[:, 2]
    return 1 + int((heights > height * (float(heights[-1]) or 1.0)).sum())


def ward_labels(points: Column, k: int) -> NDArray[np.intp]:
    """A cluster number for each of the points (areas × features), by Ward's method."""
    return cut(linkage(points), k)


def stable(labels: Sequence[int]) -> tuple[int, ...]:
    """The labels numbered from 1 by falling size, then by the first area that bears them."""
    found = list(dict.fromkeys(labels))
    found.sort(key=lambda label: (-list(labels).count(label), list(labels).index(label)))
    number = {label: place for place, label in enumerate(found, 1)}
    return tuple(number[label] for label in labels)


def keep_labels(previous: Clustering, new: Clustering) -> Clustering:
    """`new` with each cluster bearing the label of the previous one that it overlaps most; others take free numbers."""
    from scipy.optimize import linear_sum_assignment

    old = dict(zip(previous.areas, previous.labels, strict=True))
    fresh = sorted(set(new.labels))
    former = sorted(set(previous.labels))
    overlap = np.zeros((len(fresh), len(former)))
    for area, label in zip(new.areas, new.labels, strict=True):
        if area in old:
            overlap[fresh.index(label), former.index(old[area])] += 1
    chosen = {
        fresh[row]: former[column]
        for row, column in zip(*linear_sum_assignment(-overlap), strict=True)
        if overlap[row, column] > 0
    }
    free = (label for label in range(1, len(fresh) + len(former) + 1) if label not in chosen.values())
    for label in fresh:
        if label not in chosen:
            chosen[label] = next(free)
    labels = tuple(chosen[label] for label in new.labels)
    return Clustering(new.areas, labels, new.linkage, new.order, new.k, new.left_out)
