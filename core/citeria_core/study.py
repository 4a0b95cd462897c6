"""What is asked about clusters and what is found: a set of clusters, the tree and the plane it is seen on, another set.

Pure and made of values, so that a window may compute it away from its own thread.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from statistics import fmean
from types import MappingProxyType
from typing import Final

import numpy as np

from citeria_core import cluster, partition
from citeria_core.agreement import Agreement, agreement
from citeria_core.biplot import Biplot, biplot
from citeria_core.cluster import Clustering
from citeria_core.cluster_profile import ClusterProfile, profiles
from citeria_core.cluster_set import ClusterSet, Crossing, as_clustering, crossing, of_clustering, of_grouping
from citeria_core.model import Grouping
from citeria_core.result import Result
from citeria_core.validity import Validity, silhouettes, validity

FEWEST: Final = 3  # areas with every value; fewer make no clusters worth the name
METHODS: Final[Mapping[str, Callable[[Result, int], Clustering]]] = MappingProxyType(
    {"ward": cluster.ward, "kmeans": partition.kmeans, "kmedoids": partition.kmedoids}
)


@dataclass(frozen=True, slots=True)
class Question:
    """Which set of clusters is looked at, and beside which: methods of `METHODS`, or `cluster_set.given_key` of a code.

    `k` is the number of clusters of a computed set.
    """

    shown: str = "ward"
    against: str = ""
    k: int = 3


@dataclass(frozen=True, eq=False)
class Study:
    """What was found about a question.

    `tree`: Ward's merges of the areas that have every value of the index; None with fewer than three of them, and then
    a computed set has no clusters. `left_out` are the others. `k` is the number of clusters that were found, `most` the
    largest that can be asked for. Figures of a given set are of its members among those areas, profiles of all.
    """

    question: Question
    result: Result
    shown: ClusterSet
    against: ClusterSet | None = None
    tree: Clustering | None = None
    left_out: tuple[str, ...] = ()
    k: int = 0
    most: int = 2
    silhouettes: Mapping[str, float] = field(default_factory=dict)
    crossing: Crossing | None = None
    agreement: Agreement | None = None
    labels: Clustering | None = None  # whose labels the next computed set keeps
    made: Mapping[tuple[str, int], Clustering] = field(default_factory=dict)  # of this result, by method and number

    # What one page alone shows is found when it is asked for: each takes as long as the tree itself.

    @cached_property
    def plane(self) -> Biplot | None:
        """The biplot of the areas of the tree; None without it."""
        return biplot(self.result) if self.tree is not None else None

    @cached_property
    def validity(self) -> Validity | None:
        """How good the clusters of the areas of the tree are; None where none of these is in one."""
        inside = as_clustering(self.shown, self.tree.areas if self.tree is not None else ())
        return validity(self.result, inside, self.silhouettes) if inside.areas else None

    @cached_property
    def profiles(self) -> tuple[ClusterProfile, ...]:
        """What sets each cluster apart."""
        return profiles(self.result, as_clustering(self.shown, self.result.areas))

    @cached_property
    def scale(self) -> tuple[float, float]:
        """The smallest and the largest normalised value; 0 and 1 without any."""
        held = self.result.normalised[np.isfinite(self.result.normalised)]
        return (float(held.min()), float(held.max())) if held.size else (0.0, 1.0)

    @cached_property
    def widths(self) -> Mapping[int, float]:
        """The mean silhouette width of each cluster that has any, by its position."""
        known = self.silhouettes
        held = ((one.position, [known[area] for area in one.members if area in known]) for one in self.shown.clusters)
        return {position: fmean(widths) for position, widths in held if widths}

    def within(self, ranges: Mapping[str, tuple[float, float]]) -> frozenset[str]:
        """The areas whose normalised values lie in every range, by indicator; a missing value lies in none."""
        result, passes = self.result, np.ones(len(self.result.areas), dtype=np.bool_)
        for code, (low, high) in ranges.items():
            if code in result.dataset.indicators:
                column = result.normalised[:, result.dataset.indicators.index(code)]
                passes &= (low <= column) & (column <= high)
        return frozenset(area for area, here in zip(result.areas, passes, strict=True) if here)


def study(
    result: Result, question: Question, groupings: Iterable[Grouping] = (), previous: "Study | None" = None
) -> Study:
    """Find what is asked; computed clusters keep the labels of `previous`.

    Its tree and clusters serve the same result: going back to a number brings back the very clusters it had.
    A given set that is no longer there is empty. Raises `BadClusterCountError` for k < 1.
    """
    held = {one.key: one for one in map(of_grouping, groupings)}
    present, total = result.coverage()
    complete = [area for area, count in zip(result.areas, present, strict=True) if count == total]
    out = tuple(area for area, count in zip(result.areas, present, strict=True) if count < total)
    # Without this, indicators that nobody has a value of would drop out and few columns would pass for the whole.
    enough = len(complete) >= FEWEST
    same = previous is not None and previous.result is result
    tree = None if not enough else previous.tree if same and previous is not None else cluster.ward(result, 1)
    labels = previous.labels if previous is not None else None
    found = _Sets(result, question.k, held, labels, tree, previous.made if same and previous is not None else {})
    shown = found.set_of(question.shown)
    inside = as_clustering(shown, complete if enough else ())
    other = question.against if question.against != question.shown else ""  # beside itself it says nothing
    against = found.set_of(other) if other else None
    widths = silhouettes(result, inside) if inside.areas else {}
    return Study(
        question=question,
        result=result,
        shown=shown,
        against=against,
        tree=tree,
        left_out=out,
        k=len(shown.clusters),
        most=max(2, len(complete) - 1),
        silhouettes=widths,
        crossing=crossing(shown, against, result.areas) if against is not None else None,
        agreement=_agreement(shown, against, result.areas),
        labels=found.labels,
        made=MappingProxyType(found.made),
    )


class _Sets:
    """The sets of one result: given ones by key, computed ones when asked, their labels kept from the ones before."""

    def __init__(
        self,
        result: Result,
        k: int,
        given: Mapping[str, ClusterSet],
        labels: Clustering | None,
        tree: Clustering | None,
        made: Mapping[tuple[str, int], Clustering],
    ) -> None:
        self._result, self._k, self._given, self._tree = result, k, given, tree
        self.labels = self._former = labels
        self.made = dict(made)

    def set_of(self, key: str) -> ClusterSet:
        if key not in METHODS:
            return self._given.get(key, ClusterSet(key, (), given=True))
        if self._tree is None:
            return ClusterSet(key, ())
        made = self._make(key, min(self._k, len(self._tree.areas) - 1), self._tree)
        if self.labels is self._former:  # the set that is looked at, not the one beside it
            self.labels = made
        return of_clustering(key, made)

    def _make(self, key: str, k: int, tree: Clustering) -> Clustering:
        if (key, k) not in self.made:
            found = cluster.recut(tree, k) if key == "ward" else METHODS[key](self._result, k)
            known = self._former or self.labels
            self.made[key, k] = cluster.keep_labels(known, found) if known is not None else found
        return self.made[key, k]


def _agreement(first: ClusterSet, second: ClusterSet | None, areas: Iterable[str]) -> Agreement | None:
    """The agreement over `areas`, the first set taken as the computed one; None where no area is in both."""
    if second is None:
        return None
    ours = set(areas)
    left, right = ({a: p for a, p in one.positions.items() if a in ours} for one in (first, second))
    return agreement(right, left) if left.keys() & right.keys() else None
