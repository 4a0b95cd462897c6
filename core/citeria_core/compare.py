"""Why ranks changed between two results: a ledger of four parts, data, weights, method and peers, that sum exactly.

Each part is a Shapley value (Shapley 1953): the mean effect of switching that one input from before to after, over
every order in which the four may be switched; so no order is favoured and the parts sum to the change. The mixed
inputs are computed by the engine itself; sums are of exact fractions, not of rounded doubles.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import factorial, lcm
from typing import Final

from citeria_core import mixed_inputs
from citeria_core.mixed_inputs import Key, Mixture
from citeria_core.result import Result

Switched = frozenset[str]
Values = Mapping[Switched, Fraction]  # a state → what an area has in it; a state where it has nothing is absent

ZERO: Final = Fraction(0)


@dataclass(frozen=True, slots=True)
class Ledger:
    """A change in four parts, whose sum is exactly the change.

    `data`: values, denominators, groups. `weights`: the relative weights of nodes. `method`: the recipe and the tree.
    `peers`: the areas that take part, entered or left.
    """

    data: Fraction = ZERO
    weights: Fraction = ZERO
    method: Fraction = ZERO
    peers: Fraction = ZERO

    @property
    def total(self) -> Fraction:
        """The whole change."""
        return self.data + self.weights + self.method + self.peers


@dataclass(frozen=True, slots=True)
class Change:
    """One area ranked in both results. `ranks`: places gained, + = up. `scores`: points gained."""

    area: str
    time: str
    rank_before: float
    rank_after: float
    ranks: Ledger
    score_before: float
    score_after: float
    scores: Ledger


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two results side by side: the areas ranked in both, in the order of the second, and those ranked in one only.

    `switched` names the inputs that differ. `joint` names the areas some of whose inputs could only be switched
    together, because a mixture of the two results has no score for them; these inputs share their effect evenly.
    """

    changes: tuple[Change, ...]
    entered: tuple[Key, ...]
    left: tuple[Key, ...]
    switched: tuple[str, ...]
    joint: tuple[Key, ...]


def compare(before: Result, after: Result, node: str | None = None) -> Comparison:
    """The ledger of every area ranked in both results on `node` (default: the index of each).

    Raises `UnknownNodeError`. An input counts as different only where it concerns both results: the values of an area
    that entered, or of an indicator that is new, are peers and method. Who is screened out is peers.
    """
    tops = (node or before.root, node or after.root)
    ranks, scores = (_of_rows(before, tops[0]), _of_rows(after, tops[1]))
    mixed = Mixture(before, after)
    switched = mixed.differing()
    states = _states(mixed, switched, tops)
    common = [key for key in scores if key in ranks]
    changes, joint = [], []
    for key in common:
        held = {state: rows[key] for state, rows in states.items() if key in rows}
        places, joined = shared({state: -Fraction(rank) for state, (rank, _) in held.items()}, switched)
        points, _ = shared({state: Fraction(score) for state, (_, score) in held.items()}, switched)
        (rank_before, score_before), (rank_after, score_after) = ranks[key], scores[key]
        changes.append(
            Change(*key, rank_before, rank_after, Ledger(**places), score_before, score_after, Ledger(**points))
        )
        if joined:
            joint.append(key)
    entered = tuple(key for key in scores if key not in ranks)
    left = tuple(key for key in ranks if key not in scores)
    return Comparison(tuple(changes), entered, left, switched, tuple(joint))


def _of_rows(result: Result, node: str) -> dict[Key, tuple[float, float]]:
    """(area, time) → rank and score on `node`, of the rows that have them."""
    ranks, scores = result.rank(node).tolist(), result.score(node).tolist()
    keys = mixed_inputs.keys(result)
    return {key: (rank, score) for key, rank, score in zip(keys, ranks, scores, strict=True) if rank == rank}


def _states(
    mixed: Mixture, switched: Sequence[str], tops: tuple[str, str]
) -> dict[Switched, dict[Key, tuple[float, float]]]:
    """Every mixture of the inputs that differ, with what each area has in it; those the engine refuses are left out."""
    states = {}
    for mask in range(2 ** len(switched)):
        state = frozenset(name for place, name in enumerate(switched) if mask >> place & 1)
        result = mixed.result(state, len(state) == len(switched))
        if result is not None:
            states[state] = _of_rows(result, tops["method" in state])
    return states


def shared(values: Values, switched: Sequence[str]) -> tuple[dict[str, Fraction], bool]:
    """The part of each of `switched` in `values[all] − values[none]`, and whether some had to be switched together.

    Where every state has a value: the Shapley values. Else the mean over the finest sequences of steps that pass only
    through states with a value; inputs switched in one step share its effect evenly.
    """
    every = frozenset(switched)
    if len(values) == 2 ** len(switched):
        return _shapley(values, switched), False
    routes = _finest(values, frozenset(), every)
    parts = dict.fromkeys(switched, ZERO)
    for route in routes:
        state: Switched = frozenset()
        for step in route:
            effect = values[state | step] - values[state]
            for name in step:
                parts[name] += effect / (len(step) * len(routes))
            state |= step
    return parts, any(len(step) > 1 for step in routes[0])


def _shapley(values: Values, switched: Sequence[str]) -> dict[str, Fraction]:
    """The mean effect of switching each name over all orders: those with the same ones before it are alike."""
    count = len(switched)
    scale = lcm(*(value.denominator for value in values.values()))
    whole = {state: value.numerator * (scale // value.denominator) for state, value in values.items()}  # fast, exact
    parts = {}
    for name in switched:
        total = 0
        for state, value in whole.items():
            if name not in state:
                orders = factorial(len(state)) * factorial(count - len(state) - 1)
                total += (whole[state | {name}] - value) * orders
        parts[name] = Fraction(total, scale * factorial(count))
    return parts


def _finest(values: Values, state: Switched, every: Switched) -> list[tuple[Switched, ...]]:
    """The sequences of steps from `state` to `every` through states with a value that have the most steps."""
    if state == every:
        return [()]
    left = sorted(every - state)
    found: list[tuple[Switched, ...]] = []
    for mask in range(1, 2 ** len(left)):
        step = frozenset(name for place, name in enumerate(left) if mask >> place & 1)
        if state | step in values:
            found += [(step, *rest) for rest in _finest(values, state | step, every)]
    most = max(map(len, found))
    return [route for route in found if len(route) == most]
