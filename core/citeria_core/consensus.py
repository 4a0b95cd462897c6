"""One ranking out of several: mean rank, sum of ranks, and the exact Kemeny order. Knows no dataset and no recipe.

Ballots are areas × rankings of ranks, 1 = best, NaN = not known to the ranking. Borda and Copeland are aggregators of
scores (`aggregate`); ranks go into them as −rank.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from citeria_core.dataset import Column
from citeria_core.errors import KnownError

LARGEST: Final = 16  # areas in one knot of majorities: 2^16 subsets are looked at
SAME: Final = 1e-12  # weights of majorities differing by less are equal


class TooManyAreasError(KnownError):
    """A Kemeny order that would take too long to be exact."""

    code = "too_many_areas"
    template = (
        "{areas} areas beat one another in circles; an exact Kemeny order takes at most {most}. "
        "Choose mean rank, Borda or Copeland instead."
    )


@dataclass(frozen=True, slots=True)
class Kemeny:
    """An order of the areas (their rows, best first) with the least disagreement.

    `disagreement`: Σ over pairs and rankings of the weight of those that have the pair the other way round; a tie in a
    ranking counts half. `unique`: whether every other order disagrees more.
    """

    order: tuple[int, ...]
    disagreement: float
    unique: bool


def mean_rank(ballots: Column, weights: Sequence[float] | None = None) -> Column:
    """The weighted mean of the ranks that each area has; NaN where it has none, smaller = better."""
    given = np.ones(ballots.shape[1]) if weights is None else np.asarray(weights, dtype=float)
    held = np.where(np.isnan(ballots), 0.0, given)
    total = held.sum(axis=1)
    with np.errstate(invalid="ignore"):
        mean: Column = (np.where(np.isnan(ballots), 0.0, ballots) * held).sum(axis=1) / np.where(
            total > 0, total, np.nan
        )
    return mean


def rank_sum(ballots: Column, weights: Sequence[float] | None = None) -> Column:
    """The weighted sum of the ranks of each area; NaN where one is missing (a sum of fewer would look better)."""
    given = np.ones(ballots.shape[1]) if weights is None else np.asarray(weights, dtype=float)
    total: Column = np.where(np.isnan(ballots), np.nan, ballots * given).sum(axis=1)
    return total


def kemeny(ballots: Column, weights: Sequence[float] | None = None) -> Kemeny:
    """The exact Kemeny order; of several the one that puts the earlier row first.

    Sources: Kemeny (1959); knots of majorities are ordered apart (Truchon 1998), each by dynamic programming over
    its subsets. Raises `TooManyAreasError` for a knot of more than 16 areas.
    """
    against = _against(ballots, weights)
    order: list[int] = []
    unique = True
    for knot in _knots(against):
        inside = against[np.ix_(knot, knot)]
        if len(knot) > 1 and (np.abs(inside - inside.T) <= SAME).all():
            order, unique = order + knot, False  # nobody is ahead of anybody: every order is as good
            continue
        if len(knot) > LARGEST:
            raise TooManyAreasError(areas=len(knot), most=LARGEST)
        best, alone = _ordered(inside)
        order += [knot[place] for place in best]
        unique = unique and alone
    places = np.array(order, dtype=np.intp)
    ahead = np.triu(np.ones((len(places), len(places)), dtype=bool), 1)
    return Kemeny(tuple(order), float(against[np.ix_(places, places)][ahead].sum()), unique)


def _against(ballots: Column, weights: Sequence[float] | None) -> Column:
    """[i, j]: the weight of the rankings that speak against putting i before j."""
    given: Iterable[float] = np.ones(ballots.shape[1]) if weights is None else weights
    against = np.zeros((len(ballots), len(ballots)))
    for ranks, weight in zip(ballots.T, given, strict=True):
        against += weight * (ranks[:, None] > ranks[None, :]) + weight / 2 * (ranks[:, None] == ranks[None, :])
    np.fill_diagonal(against, 0.0)
    return against


def _knots(against: Column) -> list[list[int]]:
    """The rows in groups, best first: each of a group beats each of a later one by majority; none can be split."""
    count = len(against)
    reaches: NDArray[np.bool_] = against <= against.T + SAME  # is not beaten by
    for middle in range(count):
        reaches |= reaches[:, middle : middle + 1] & reaches[middle]
    together = reaches & reaches.T
    knots = {tuple(np.flatnonzero(row).tolist()) for row in together}
    return [list(knot) for knot in sorted(knots, key=lambda knot: (-int(reaches[knot[0]].sum()), knot[0]))]


def _ordered(against: Column) -> tuple[list[int], bool]:
    """The best order of a few rows, and whether it is the only one."""
    count = len(against)
    cost = np.full(1 << count, np.inf)  # of ordering a subset by itself, best first
    cost[0] = 0.0
    orders = np.zeros(1 << count)  # how many orders of it cost that
    orders[0] = 1.0
    subsets = np.arange(1 << count)
    # Of a subset, putting row i first costs what speaks against i before each of the others.
    first = np.zeros((count, 1 << count))
    for other in range(count):
        first[:, subsets >> other & 1 == 1] += against[:, other : other + 1]
    by_size = np.array([int(subset).bit_count() for subset in subsets])
    for size in range(1, count + 1):
        here = subsets[by_size == size]
        options = np.full((count, len(here)), np.inf)
        for row in range(count):
            inside = here >> row & 1 == 1
            rest = here[inside] ^ (1 << row)
            options[row, inside] = first[row, rest] + cost[rest]
        least = options.min(axis=0)
        cost[here] = least
        for row in range(count):
            equal = options[row] <= least + SAME * (1 + np.abs(least))
            orders[here[equal]] += orders[here[equal] ^ (1 << row)]
    return _walked(against, cost, first), bool(orders[-1] == 1)


def _walked(against: Column, cost: Column, first: Column) -> list[int]:
    """The order behind the least cost, the earlier row first among equals."""
    left, order = (1 << len(against)) - 1, []
    while left:
        for row in range(len(against)):
            if left >> row & 1:
                rest = left ^ (1 << row)
                if first[row, rest] + cost[rest] <= cost[left] + SAME * (1 + abs(float(cost[left]))):
                    order.append(row)
                    left = rest
                    break
    return order
