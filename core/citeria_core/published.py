"""A ranking of ours beside one that somebody else published: how well they agree, and where they differ most.

Only areas in both count, and both are ranked anew among them: a place among 60 says nothing beside one among 20.
scipy is imported when the first figure is asked for.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from citeria_core import rank as ranking
from citeria_core.dataset import Column
from citeria_core.result import Result


@dataclass(frozen=True, slots=True)
class Difference:
    """One common area: its ranks as they stand, and among the common areas."""

    area: str
    ours: float
    published: float
    ours_common: float
    published_common: float

    @property
    def gap(self) -> float:
        """Published − ours among the common areas: by how many places ours is better."""
        return self.published_common - self.ours_common


@dataclass(frozen=True, slots=True)
class Beside:
    """The agreement of two rankings over `count` common areas; differences largest first, then by our rank, then area.

    `kendall`: tau-b (Kendall 1945); `spearman`: rho on average ranks; with their two-sided p values. NaN for fewer than
    two common areas, or where one of the rankings puts all of them on one rank.
    """

    count: int
    kendall: float
    kendall_p: float
    spearman: float
    spearman_p: float
    mean_gap: float  # mean of |gap|
    differences: tuple[Difference, ...]
    only_ours: tuple[str, ...]
    only_published: tuple[str, ...]


def beside(ours: Mapping[str, float], published: Mapping[str, float]) -> Beside:
    """Compare two rankings (area → rank, 1 = best; NaN = unranked); ties within a ranking count as "min"."""
    mine = {area: float(rank) for area, rank in ours.items() if not math.isnan(rank)}
    theirs = {area: float(rank) for area, rank in published.items() if not math.isnan(rank)}
    common = [area for area in mine if area in theirs]
    left, right = (np.array([held[area] for area in common]) for held in (mine, theirs))
    places = (ranking.ascending(left), ranking.ascending(right))
    rows = zip(common, left.tolist(), right.tolist(), places[0].tolist(), places[1].tolist(), strict=True)
    differences = sorted((Difference(*row) for row in rows), key=lambda one: (-abs(one.gap), one.ours, one.area))
    figures = _agreement(left, right)
    return Beside(
        count=len(common),
        kendall=figures[0],
        kendall_p=figures[1],
        spearman=figures[2],
        spearman_p=figures[3],
        mean_gap=float(np.mean(np.abs(places[0] - places[1]))) if common else math.nan,
        differences=tuple(differences),
        only_ours=tuple(area for area in mine if area not in theirs),
        only_published=tuple(area for area in theirs if area not in mine),
    )


def beside_result(result: Result, published: Mapping[str, float], node: str | None = None, time: str = "") -> Beside:
    """Compare the ranks of a result on `node` (default: the index), at `time` where it has several, with published."""
    ranks = result.rank(node or result.root).tolist()
    times = result.times or (time,) * len(ranks)
    rows = zip(result.areas, ranks, times, strict=True)
    return beside({area: rank for area, rank, held in rows if held == time}, published)


def _agreement(left: Column, right: Column) -> tuple[float, float, float, float]:
    if len(left) < 2 or np.ptp(left) == 0 or np.ptp(right) == 0:
        return math.nan, math.nan, math.nan, math.nan
    from scipy import stats

    kendall = stats.kendalltau(left, right)
    if len(left) == 2:  # two areas agree or do not; there is no p value to Spearman's rho
        return float(kendall.statistic), float(kendall.pvalue), float(kendall.statistic), math.nan
    spearman = stats.spearmanr(left, right)
    return float(kendall.statistic), float(kendall.pvalue), float(spearman.statistic), float(spearman.pvalue)
