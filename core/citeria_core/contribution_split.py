"""How the score of one node splits among its direct parts, by the node's method. The parts sum to the score.

exact: the method is a sum (arithmetic, borda, benefit of the doubt) or picks a part (minimum, maximum, median).
log-share: a geometric mean by each part's share of Σ w ln x; where those cancel out, by its share of the weight.
marginal: each part's marginal effect times its value, which for harmonic and power means sums to the score (Euler).
leave-one-out: by what the score loses without the part, scaled to the score; where that cancels, by weight.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from citeria_core import benefit_of_doubt
from citeria_core.aggregate import aggregate
from citeria_core.dataset import Column
from citeria_core.rank import outranked
from citeria_core.recipe import Aggregate
from citeria_core.result import Result

EXACT: Final = "exact"
LOG_SHARE: Final = "log-share"
MARGINAL: Final = "marginal"
LEAVE_ONE_OUT: Final = "leave-one-out"
_ROUNDING: Final = 1e-12  # relative


@dataclass(frozen=True, eq=False)
class Split:
    """Areas × parts: `factors` × scores of the parts + `rest` sum to the node's score; 0 for a missing part.

    `shares` are the weights of the parts present, sum 1 in each row that has any.
    """

    factors: Column
    rest: Column
    shares: Column
    method: str


@dataclass(frozen=True, eq=False)
class _Node:
    """One node as its splitter sees it: areas × parts, NaN = missing; renormalised weights; the score."""

    values: Column
    shares: Column
    score: Column
    how: Aggregate
    stated: tuple[float, ...]

    @property
    def missing(self) -> NDArray[np.bool_]:
        return np.isnan(self.values)


Splitter = Callable[[_Node], Column]  # contributions, areas × parts


def split(result: Result, node: str) -> Split:
    """The split of the score of an aggregate node among its direct parts."""
    codes = result.tree.children[node]
    values = np.column_stack([result.score(code) for code in codes])
    missing = np.isnan(values)
    stated = result.aggregates[node].shares
    with np.errstate(all="ignore"):
        weights = np.where(missing, 0.0, np.array(stated))
        total = np.cumsum(weights, axis=1)[:, -1:]  # one after the other, as `aggregate` adds them up
        even = ~missing / np.maximum((~missing).sum(axis=1, keepdims=True), 1)
        shares = np.where(total == 0, even, weights / np.where(total == 0, 1.0, total))
        how, score, method = result.plan_of(node), result.score(node), rule(result, node)
        doubted = _is_doubted(result, node)
        if how.method == "arithmetic" and not doubted:
            return Split(np.where(missing, 0.0, shares), np.zeros_like(values), shares, method)
        if np.isnan(score).all():
            return Split(np.zeros_like(values), np.zeros_like(values), shares, method)
        splitter = _doubted if doubted else SPLITTERS[how.method]
        held = splitter(_Node(values, shares, score, how, stated))
        held = np.where(missing | np.isnan(held), 0.0, held)
        ratios = held / values
        direct = ~missing & np.isfinite(ratios) & (values != 0)  # a value of (almost) 0 has no ratio
    return Split(np.where(direct, ratios, 0.0), np.where(direct, 0.0, held), shares, method)


def rule(result: Result, node: str) -> str:
    """By which of the four rules the score of an aggregate node splits; exact where no area has one."""
    how = result.plan_of(node)
    if _is_doubted(result, node) or np.isnan(result.score(node)).all():
        return EXACT
    if how.method == "power" and how.power == 1:
        return EXACT
    return ROUGH.get(how.method, EXACT)


def _is_doubted(result: Result, node: str) -> bool:
    """Whether each area weighs the parts of the node to its own benefit."""
    return result.recipe.weights.source == "bod" and result.plan_of(node).weighted


def _zeroed(values: Column) -> Column:
    return np.where(np.isnan(values), 0.0, values)


def _geometric(node: _Node) -> Column:
    weighted = np.where(node.shares > 0, node.shares * np.log(np.where(node.values > 0, node.values, 1.0)), 0.0)
    return _proportional(weighted, node)


def _proportional(amounts: Column, node: _Node) -> Column:
    """The score in proportion to `amounts`; where they cancel out, to the weights."""
    total = amounts.sum(axis=1, keepdims=True)
    steady = np.abs(total) > 1e-9 * np.abs(amounts).sum(axis=1, keepdims=True)
    parts: Column = np.where(steady, amounts / np.where(steady, total, 1.0), node.shares) * node.score[:, None]
    return parts


def _power(node: _Node) -> Column:
    exponent = -1.0 if node.how.method == "harmonic" else node.how.power
    largest = np.nanmax(np.where(node.missing, 0.0, np.abs(node.values)), axis=1, keepdims=True)
    relative = np.where(node.shares > 0, node.values / np.where(largest > 0, largest, 1.0), 0.0)
    amounts = np.where(node.shares > 0, node.shares * relative**exponent, 0.0)
    return _proportional(amounts, node)


def _picked(node: _Node) -> Column:
    """Minimum, maximum and median are the value of one part, or halfway between two; equal parts share alike.

    Equal but for rounding: a geometric mean of 100 alone is a few units of the last place off.
    """
    ordered = np.sort(node.values, axis=1)  # NaN last
    count = (~node.missing).sum(axis=1)
    places = {
        "minimum": (np.zeros_like(count), np.zeros_like(count)),
        "maximum": (count - 1, count - 1),
        "median": ((count - 1) // 2, count // 2),
    }[node.how.method]
    picked = np.zeros_like(node.values)
    for place in places:
        value = np.take_along_axis(ordered, np.maximum(place, 0)[:, None], axis=1)
        alike = np.isclose(node.values, value, rtol=_ROUNDING, atol=0.0)
        picked += 0.5 * alike / np.maximum(alike.sum(axis=1, keepdims=True), 1)
    return picked * node.values


def _borda(node: _Node) -> Column:
    places = np.column_stack([outranked(part) for part in node.values.T])
    return node.shares * _zeroed(places)


def _doubted(node: _Node) -> Column:
    return benefit_of_doubt.frontier(list(node.values.T))[1]


def _copeland(node: _Node) -> Column:
    parts = list(node.values.T)
    lost = np.zeros_like(node.values)
    for place in range(len(parts)):
        others = [part for other, part in enumerate(parts) if other != place]
        stated = [share for other, share in enumerate(node.stated) if other != place]
        without = aggregate(others, stated, Aggregate("copeland")) if others else np.zeros(len(node.score))
        lost[:, place] = node.score - _zeroed(without)
    return _proportional(np.where(node.missing, 0.0, _zeroed(lost)), node)


SPLITTERS: Mapping[str, Splitter] = MappingProxyType(
    {
        "geometric": _geometric,
        "harmonic": _power,
        "power": _power,
        "median": _picked,
        "minimum": _picked,
        "maximum": _picked,
        "borda": _borda,
        "copeland": _copeland,
    }
)
ROUGH: Mapping[str, str] = MappingProxyType(
    {"geometric": LOG_SHARE, "harmonic": MARGINAL, "power": MARGINAL, "copeland": LEAVE_ONE_OUT}
)
