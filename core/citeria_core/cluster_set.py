"""Areas sorted into clusters, given by people or found by a method: one kind of object, compared in pairs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

import numpy as np

from citeria_core.cluster import Clustering
from citeria_core.model import Group, Grouping


@dataclass(frozen=True, slots=True)
class Cluster:
    """One cluster. `position`, from 0, is its own as long as it lives: colour and mark hang on it.

    `code` and `name` are those of a given group and empty for a computed cluster, as `colour` and `story` may be.
    """

    position: int
    members: tuple[str, ...]
    code: str = ""
    name: str = ""
    colour: str = ""
    story: str = ""


@dataclass(frozen=True)
class ClusterSet:
    """Clusters that share no area, in order; `key` tells sets apart, `name` is that of a given grouping."""

    key: str
    clusters: tuple[Cluster, ...]
    name: str = ""
    given: bool = False

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """Area → the position of its cluster."""
        return {area: cluster.position for cluster in self.clusters for area in cluster.members}

    def at(self, position: int) -> Cluster | None:
        """The cluster of a position."""
        return self._by_position.get(position)

    @cached_property
    def _by_position(self) -> Mapping[int, Cluster]:
        return {cluster.position: cluster for cluster in self.clusters}


def given_key(code: str) -> str:
    """The key of the set that a given grouping makes."""
    return f"given:{code}"


def of_grouping(grouping: Grouping) -> ClusterSet:
    """A grouping that people gave, as a set: its groups in their order."""
    clusters = tuple(
        Cluster(place, group.members, group.code, group.name, group.colour, group.story)
        for place, group in enumerate(grouping.groups)
    )
    return ClusterSet(given_key(grouping.code), clusters, grouping.name, given=True)


def of_clustering(key: str, clustering: Clustering) -> ClusterSet:
    """What a method found, as a set: clusters by label, the cluster of label 1 at position 0."""
    members: dict[int, list[str]] = {label: [] for label in sorted(set(clustering.labels))}
    for area, label in zip(clustering.areas, clustering.labels, strict=True):
        members[label].append(area)
    return ClusterSet(key, tuple(Cluster(label - 1, tuple(areas)) for label, areas in members.items()))


def as_clustering(held: ClusterSet, areas: Iterable[str]) -> Clustering:
    """A set as the figures of `validity` and `cluster_profile` take it: those of `areas` that are in a cluster."""
    places = held.positions
    inside = tuple(area for area in areas if area in places)
    labels = tuple(places[area] + 1 for area in inside)
    return Clustering(inside, labels, np.empty((0, 4)), tuple(range(len(inside))), len(set(labels)), ())


def as_grouping(held: ClusterSet, code: str, name: str, names: Mapping[int, str]) -> Grouping:
    """A set as a grouping to be kept: `names` are those of the clusters by position."""
    groups = tuple(
        Group(cluster.code or f"cluster-{cluster.position + 1}", names[cluster.position], cluster.members)
        for cluster in held.clusters
    )
    return Grouping(code, name, groups)


@dataclass(frozen=True, slots=True)
class Mover:
    """An area that would change clusters: where it is in the first set, and in the second."""

    area: str
    first: int
    second: int


@dataclass(frozen=True, slots=True)
class Crossing:
    """Two sets crossed over the areas that both hold: `counts` has a row per cluster of the first set.

    `matches` pairs clusters so that as many areas as possible stay in matched ones; `movers` are the others.
    """

    rows: tuple[Cluster, ...]
    columns: tuple[Cluster, ...]
    counts: tuple[tuple[int, ...], ...]
    matches: Mapping[int, int]
    movers: tuple[Mover, ...]

    @property
    def areas(self) -> int:
        """How many areas both sets hold."""
        return sum(map(sum, self.counts))

    @property
    def staying(self) -> int:
        """How many of them are in matched clusters."""
        return self.areas - len(self.movers)


def crossing(first: ClusterSet, second: ClusterSet, areas: Iterable[str]) -> Crossing:
    """Cross two sets over `areas`; clusters of the second that match none of the first stand last."""
    from scipy.optimize import linear_sum_assignment

    left, right = first.positions, second.positions
    both = [area for area in areas if area in left and area in right]
    rows = [cluster for cluster in first.clusters if any(left[area] == cluster.position for area in both)]
    columns = [cluster for cluster in second.clusters if any(right[area] == cluster.position for area in both)]
    down = {cluster.position: place for place, cluster in enumerate(rows)}
    across = {cluster.position: place for place, cluster in enumerate(columns)}
    counts = np.zeros((len(rows), len(columns)), dtype=np.intp)
    for area in both:
        counts[down[left[area]], across[right[area]]] += 1
    assigned = zip(*linear_sum_assignment(-counts), strict=True)
    pairs = [(int(row), int(column)) for row, column in assigned if counts[row, column]]
    matches = {rows[row].position: columns[column].position for row, column in pairs}
    order = [column for _, column in sorted(pairs)]
    order += [column for column in range(len(columns)) if column not in order]
    movers = [Mover(area, left[area], right[area]) for area in both if matches.get(left[area]) != right[area]]
    return Crossing(
        tuple(rows),
        tuple(columns[column] for column in order),
        tuple(tuple(int(count) for count in row[order]) for row in counts),
        MappingProxyType(matches),
        tuple(movers),
    )
