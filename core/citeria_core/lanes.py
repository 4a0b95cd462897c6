"""Several rankings side by side: where each area stands in each of them, and how far it moved from one to the next.

A ranking may know fewer areas than its neighbours (a published list, an earlier set of areas). Not to be listed, or to
be listed without a rank, is not to be last: such areas have no slot.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from citeria_core.ranking import rank_labels


@dataclass(frozen=True, slots=True)
class Ranked:
    """One ranking: area → rank (NaN = listed without one), in the order in which ties shall stand."""

    name: str
    ranks: Mapping[str, float]
    note: str = ""  # when it was taken, whose it is


@dataclass(frozen=True, slots=True)
class Place:
    """Where an area stands: its slot from the top (0 = first), its rank as shown, and which slots share the rank."""

    slot: int
    label: str
    tied: tuple[int, ...] = ()


@dataclass(frozen=True)
class Lanes:
    """Rankings side by side over `areas`; areas that a ranking knows beyond these are left out of it."""

    rankings: tuple[Ranked, ...]
    areas: tuple[str, ...]

    @cached_property
    def places(self) -> tuple[Mapping[str, Place], ...]:
        """Of each ranking: area → place, of the areas that have a rank in it."""
        return tuple(_places(ranked.ranks, self.areas) for ranked in self.rankings)

    @cached_property
    def unplaced(self) -> tuple[tuple[str, ...], ...]:
        """Of each ranking: the areas without a rank in it, in the order of `areas`."""
        return tuple(tuple(area for area in self.areas if area not in held) for held in self.places)

    @cached_property
    def moves(self) -> tuple[Mapping[str, int], ...]:
        """Between each ranking and the next: area → places gained (+ = up) among the areas that both rank.

        Where both rank the same areas this is the difference of the ranks; where one list is longer, its further areas
        move nobody.
        """
        pairs = zip(self.rankings, self.rankings[1:], strict=False)
        return tuple(_moves(before.ranks, after.ranks, self.areas) for before, after in pairs)

    def most(self, area: str) -> int:
        """The most places that an area moved, up or down, from one ranking to the next."""
        return max((abs(held.get(area, 0)) for held in self.moves), default=0)

    @cached_property
    def totals(self) -> Mapping[str, int]:
        """Area → places gained from the first to the last ranking, among the areas that both rank."""
        if len(self.rankings) < 2:
            return {}
        return _moves(self.rankings[0].ranks, self.rankings[-1].ranks, self.areas)

    def total(self, area: str) -> int | None:
        """The places that an area gained in all; None where it has no rank in the first or the last ranking."""
        return self.totals.get(area)

    def movers(self, least: int) -> frozenset[str]:
        """The areas that moved `least` places or more in one go; of 0, all."""
        return frozenset(area for area in self.areas if self.most(area) >= least)

    def order(self, lane: int) -> tuple[str, ...]:
        """The areas as they stand in one ranking, those without a rank last."""
        held = self.places[lane]
        return (*sorted(held, key=lambda area: held[area].slot), *self.unplaced[lane])


def _present(ranks: Mapping[str, float], areas: Iterable[str]) -> dict[str, float]:
    return {area: ranks[area] for area in areas if area in ranks and not math.isnan(ranks[area])}


def _places(ranks: Mapping[str, float], areas: Sequence[str]) -> dict[str, Place]:
    held = _present(ranks, areas)
    order = sorted(held, key=lambda area: held[area])
    labels = rank_labels(held[area] for area in order)
    slots: dict[float, list[int]] = {}
    for slot, area in enumerate(order):
        slots.setdefault(held[area], []).append(slot)
    return {
        area: Place(slot, label, tuple(slots[held[area]]) if len(slots[held[area]]) > 1 else ())
        for slot, (area, label) in enumerate(zip(order, labels, strict=True))
    }


def _moves(before: Mapping[str, float], after: Mapping[str, float], areas: Sequence[str]) -> dict[str, int]:
    old, new = _present(before, areas), _present(after, areas)
    both = [area for area in areas if area in old and area in new]
    then, now = _among(old, both), _among(new, both)
    return {area: then[area] - now[area] for area in both}


def _among(ranks: Mapping[str, float], areas: Sequence[str]) -> dict[str, int]:
    """The rank of each of `areas` among them, ties sharing the better one."""
    held = sorted(ranks[area] for area in areas)
    first: dict[float, int] = {}
    for at, rank in enumerate(held, 1):
        first.setdefault(rank, at)
    return {area: first[ranks[area]] for area in areas}
