"""How well two groupings of the same areas agree. scipy is imported when the first figure is asked for."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from citeria_core.errors import KnownError


class NothingInCommonError(KnownError):
    """Two groupings that share no area."""

    code = "nothing_in_common"
    template = "The two groupings have no area in common, so their agreement cannot be told."


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement over the common `areas` (how many): 1 = the same grouping; near 0 = chance for `ari` and `ami`.

    `ari`: Hubert & Arabie (1985). `ami`: Vinh, Epps & Bailey (2010), arithmetic mean of entropies. `homogeneity`: every
    computed cluster holds areas of one given group only; `completeness`: every given group lies in one computed cluster
    (Rosenberg & Hirschberg 2007).
    """

    areas: int
    ari: float
    ami: float
    homogeneity: float
    completeness: float


def agreement(given: Mapping[str, Hashable], computed: Mapping[str, Hashable]) -> Agreement:
    """The agreement of a computed grouping (area → label) with a given one; raises `NothingInCommonError`."""
    common = sorted(set(given) & set(computed))
    if not common:
        raise NothingInCommonError()
    counts = _counts(_numbered(given, common), _numbered(computed, common))
    ours, theirs = _entropy(counts.sum(axis=1)), _entropy(counts.sum(axis=0))
    shared = _shared(counts)
    return Agreement(
        areas=len(common),
        ari=_adjusted_rand(counts),
        ami=_adjusted_information(counts, shared, (ours + theirs) / 2),
        homogeneity=shared / ours if ours else 1.0,
        completeness=shared / theirs if theirs else 1.0,
    )


Counts = NDArray[np.int64]


def _counts(left: list[int], right: list[int]) -> Counts:
    """How many areas are in each group of one grouping and each of the other."""
    table = np.zeros((max(left) + 1, max(right) + 1), dtype=np.int64)
    np.add.at(table, (left, right), 1)
    return table


def _same(counts: Counts) -> bool:
    """Whether the two are one grouping: every group of either lies in one group of the other."""
    there = counts > 0
    return bool((there.sum(axis=0) == 1).all() and (there.sum(axis=1) == 1).all())


def _adjusted_rand(counts: Counts) -> float:
    """Pairs that are together, or apart, in both groupings, beyond chance: Hubert & Arabie (1985)."""
    areas, together = int(counts.sum()), int((counts**2).sum())
    rows, columns = int((counts.sum(axis=1) ** 2).sum()), int((counts.sum(axis=0) ** 2).sum())
    both, left, right = together - areas, rows - together, columns - together
    neither = areas**2 - together - left - right
    if _same(counts):
        return 1.0
    return 2 * (both * neither - left * right) / ((both + left) * (left + neither) + (both + right) * (right + neither))


def _entropy(sizes: Counts) -> float:
    """The entropy, in nats, of groups of these sizes; exactly 0 with one group."""
    shares = sizes[sizes > 0] / sizes.sum()
    return float(-(shares * np.log(shares)).sum()) if len(shares) > 1 else 0.0


def _shared(counts: Counts) -> float:
    """The information, in nats, that each grouping has of the other."""
    total = counts.sum()
    expected = np.outer(counts.sum(axis=1), counts.sum(axis=0)) / total
    there = counts > 0
    told = float((counts[there] / total * np.log(counts[there] / expected[there])).sum())
    return max(told, 0.0)


def _adjusted_information(counts: Counts, shared: float, entropy: float) -> float:
    """Shared information beyond what chance gives, to the mean `entropy` beyond it: Vinh, Epps & Bailey (2010)."""
    if _same(counts):
        return 1.0
    if 1 in counts.shape:
        return 0.0
    chance = _chance(counts.sum(axis=1), counts.sum(axis=0))
    return (shared - chance) / (entropy - chance)


def _chance(rows: Counts, columns: Counts) -> float:
    """The shared information to expect of groups of these sizes whose areas are dealt at random (hypergeometric)."""
    from scipy.special import gammaln

    total, expected = int(rows.sum()), 0.0
    for ours in rows.tolist():
        for theirs in columns.tolist():
            both = np.arange(max(1, ours + theirs - total), min(ours, theirs) + 1)
            told = both / total * np.log(total * both / (ours * theirs))
            ways = gammaln([ours + 1, theirs + 1, total - ours + 1, total - theirs + 1]).sum() - gammaln(total + 1)
            ways = ways - gammaln(both + 1) - gammaln(ours - both + 1) - gammaln(theirs - both + 1)
            expected += float((told * np.exp(ways - gammaln(total - ours - theirs + both + 1))).sum())
    return expected


def _numbered(labels: Mapping[str, Hashable], areas: list[str]) -> list[int]:
    number: dict[Hashable, int] = {}
    return [number.setdefault(labels[area], len(number)) for area in areas]
