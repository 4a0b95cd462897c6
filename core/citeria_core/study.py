"""Computed clusters beside given groupings: one clustering, and how well every pair of partitions agrees.

Pure and made of values, so that a window may compute it away from its own thread.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from citeria_core import cluster
from citeria_core.agreement import Agreement, agreement
from citeria_core.cluster import Clustering
from citeria_core.model import Grouping
from citeria_core.result import Result

FEWEST: Final = 3  # areas with every value; fewer make no clusters worth the name


@dataclass(frozen=True, eq=False)
class Study:
    """A clustering (None with fewer than three areas that have every value of the index) and agreements.

    `computed[g]`: of the clustering with grouping g. `given[a, b]`: of grouping a, taken as the computed one, with b;
    its homogeneity is 1 when every group of a lies in one group of b. Pairs without a common area are absent.
    """

    clustering: Clustering | None
    left_out: tuple[str, ...]
    computed: Mapping[str, Agreement]
    given: Mapping[tuple[str, str], Agreement]


def study(result: Result, k: int, groupings: Iterable[Grouping], previous: Clustering | None = None) -> Study:
    """Cluster the areas of `result` into `k` (at most one fewer than areas), keeping the labels of `previous`.

    Agreements are over the areas of the index. Raises `BadClusterCountError` for k < 1.
    """
    members = {grouping.code: membership(grouping, result.areas) for grouping in groupings}
    present, total = result.coverage()
    count = int((present == total).sum())
    given = {
        (first, second): agreement(members[second], members[first])
        for first in members
        for second in members
        if first != second and set(members[first]) & set(members[second])
    }
    if count < FEWEST:
        # Without this, indicators that nobody has a value of would drop out and few columns would pass for the whole.
        out = tuple(area for area, held in zip(result.areas, present, strict=True) if held < total)
        return Study(None, out, MappingProxyType({}), MappingProxyType(given))
    made = cluster.ward(result, min(k, count - 1))
    if previous is not None:
        made = cluster.keep_labels(previous, made)
    labels = dict(zip(made.areas, made.labels, strict=True))
    computed = {code: agreement(held, labels) for code, held in members.items() if set(held) & set(labels)}
    return Study(made, made.left_out, MappingProxyType(computed), MappingProxyType(given))


def membership(grouping: Grouping, areas: Iterable[str]) -> dict[str, str]:
    """Area → the code of its group, for those of `areas` that the grouping holds."""
    held = {area: group.code for group in grouping.groups for area in group.members}
    return {area: held[area] for area in areas if area in held}
