"""Indicators that are rankings: full or top-N lists turned into scores, by a named rule.

A list tells three things of an area: its rank; that it is *not ranked* (the list looked at it, and it is not among the
N); or nothing (the list did not look at it: missing). Not ranked is neither the last rank nor a missing value.
"""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np

from citeria_core.dataset import Column
from citeria_core.errors import KnownError, raise_all
from citeria_core.spelling import suggestion


class BadListError(KnownError):
    """A ranking that contradicts itself."""

    code = "bad_list"
    template = "List “{list}”: {problem}"


class UnknownRuleError(KnownError):
    """A rule for turning ranks into scores that does not exist."""

    code = "unknown_rule"
    template = "There is no rule “{rule}”.{hint} The rules are {rules}."


@dataclass(frozen=True)
class RankList:
    """A ranking as published. `ranks`: area → rank, 1 = best, ties share a rank.

    `length`: how many places the list has (N of a top-N list). `looked_at`: the areas it could have ranked; those
    without a rank are *not ranked*, all other areas are missing. None: it looked at every area there is, as a list of
    "the world's top 100" does.
    """

    name: str
    ranks: Mapping[str, float]
    length: int
    looked_at: frozenset[str] | None = None

    def __post_init__(self) -> None:
        raise_all(BadListError(list=self.name, problem=problem) for problem in self._problems())

    def _problems(self) -> Iterable[str]:
        if self.length < 1:
            yield f"its length is {self.length}; write how many places it has."
        for area, rank in self.ranks.items():
            if not 1 <= rank <= max(self.length, 1):
                yield f"the rank of “{area}” is {rank:g}; a list of {self.length} has ranks from 1 to {self.length}."
            if self.looked_at is not None and area not in self.looked_at:
                yield f"it ranks “{area}” without having looked at it."

    def not_ranked(self, area: str) -> bool:
        """Whether the list looked at an area and left it out."""
        return area not in self.ranks and (self.looked_at is None or area in self.looked_at)


@dataclass(frozen=True, slots=True)
class Rule:
    """How a rank becomes a score, larger = better; `behind` is the score of not ranked, from N and how many are so."""

    score: Callable[[float, int], float]
    behind: Callable[[int, int], float]
    formula: str


RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "linear": Rule(lambda r, n: (n - r + 1) / n, lambda n, left: 0.0, "(N − r + 1) / N; not ranked 0"),
        "points": Rule(lambda r, n: n - r + 1, lambda n, left: 0.0, "N − r + 1; not ranked 0"),
        "reciprocal": Rule(lambda r, n: 1 / r, lambda n, left: 0.0, "1 / r; not ranked 0"),
        "logarithmic": Rule(lambda r, n: 1 / math.log2(1 + r), lambda n, left: 0.0, "1 / log₂(1 + r); not ranked 0"),
        "listed": Rule(lambda r, n: 1.0, lambda n, left: 0.0, "1; not ranked 0"),
        "rank_next": Rule(lambda r, n: -r, lambda n, left: -(n + 1.0), "−r; not ranked −(N + 1)"),
        "rank_middle": Rule(
            lambda r, n: -r,
            lambda n, left: -(n + (left + 1) / 2),
            "−r; the m not ranked share the middle of the places behind, −(N + (m + 1) / 2)",
        ),
    }
)


def scores(listed: RankList, areas: Iterable[str], rule: str = "linear") -> Column:
    """The score of each of `areas` in the list, larger = better, NaN where the list did not look at it.

    Sources: reciprocal: Voorhees (1999); logarithmic: Järvelin & Kekäläinen (2002); rank_middle: the average rank of
    a tie. Raises `UnknownRuleError`.
    """
    if rule not in RULES:
        raise UnknownRuleError(rule=rule, hint=suggestion(rule, RULES, listed=True), rules=", ".join(RULES))
    every = tuple(areas)
    left_out = sum(listed.not_ranked(area) for area in every)
    chosen = RULES[rule]

    def score(area: str) -> float:
        if area in listed.ranks:
            return chosen.score(listed.ranks[area], listed.length)
        return chosen.behind(listed.length, left_out) if listed.not_ranked(area) else math.nan

    return np.array([score(area) for area in every])


def matrix(lists: Iterable[RankList], areas: Iterable[str], rule: str = "linear") -> Column:
    """Areas × lists: `scores` of each list, to build a dataset of indicators from; directions are 1."""
    every = tuple(areas)
    return np.column_stack([scores(listed, every, rule) for listed in lists])
