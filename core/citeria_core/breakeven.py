"""Break-even: the value of one cell, or the weight of one node, at which an area passes another or reaches a rank.

The answer is exact in the engine's own terms: at `value` the goal is met, at the next double towards the present one it
is not. Where all scores are affine along the way (`affine`), the crossings are known in closed form and the nearest one
is found. Where the goal, once met, stays met (`monotone`), a bisection finds it. Elsewhere the numbers tried are those
of the column itself, the middles between them and ever larger steps beyond, and a crossing that is undone between two
of them may be missed (`method` says which).
"""

import bisect
import math
from dataclasses import dataclass
from itertools import islice
from typing import Final

import numpy as np

from citeria_core import affine, crossing, monotone
from citeria_core.dataset import Column
from citeria_core.result import Result
from citeria_core.what_if import Lever, Trial, Value, Weight, rank_of, row_of

CLOSED_FORM: Final = "closed form"
MONOTONE: Final = "monotone search"
SEARCH: Final = "search"
CANDIDATES: Final = 4  # roots of one piece that the engine is asked about before searching instead


@dataclass(frozen=True, slots=True)
class Pass:
    """`area` has a better rank than `rival`."""

    area: str
    rival: str
    time: str = ""

    def met(self, result: Result | None) -> bool:
        """Whether a result fulfils it."""
        return rank_of(result, self.area, self.time) < rank_of(result, self.rival, self.time)

    def __str__(self) -> str:
        return f"brings “{self.area}” past “{self.rival}”"


@dataclass(frozen=True, slots=True)
class Reach:
    """`area` has `rank` or a better one."""

    area: str
    rank: int
    time: str = ""

    def met(self, result: Result | None) -> bool:
        """Whether a result fulfils it."""
        return rank_of(result, self.area, self.time) <= self.rank

    def __str__(self) -> str:
        return f"brings “{self.area}” to rank {self.rank}"


Goal = Pass | Reach


@dataclass(frozen=True, slots=True)
class BreakEven:
    """The first number at which the goal is met, going away from the `present` one (NaN: a missing value).

    `value` is None where there is none, and `reason` says why; it is `present` where the goal is met already. `rank` is
    that of the area at `value`. `method`: closed form, monotone search, search, or empty where nothing had to be found.
    """

    value: float | None
    present: float
    rank: float = math.nan
    method: str = ""
    reason: str = ""


def break_even(result: Result, lever: Lever, goal: Goal, low: float = -math.inf, high: float = math.inf) -> BreakEven:
    """The number nearest to the present one, within low..high, at which `goal` is met; weights are 0 or more.

    From a missing value, the nearest to the worst one. Raises `UnknownCellError`, `UnknownNodeError`.
    """
    trial = Trial(result, lever)
    if isinstance(lever, Weight):
        low = max(low, 0.0)
    if goal.met(result):
        held = rank_of(result, goal.area, goal.time)
        return BreakEven(trial.present, trial.present, held, reason="It is so already.")
    reason = _impossible(result, lever, goal)
    if reason:
        return BreakEven(None, trial.present, reason=reason)
    asked = _Question(trial, goal, low, high)
    if math.isnan(trial.present) and asked.met(asked.worst(beyond=True)) and asked.met(asked.worst()):
        held = rank_of(trial.at(asked.worst()), goal.area, goal.time)
        return BreakEven(asked.worst(), trial.present, held, SEARCH, "The worst number does already.")
    found, method = asked.answer()
    if found is None:
        return BreakEven(None, trial.present, method=method, reason=asked.refusal())
    return BreakEven(found, trial.present, rank_of(trial.at(found), goal.area, goal.time), method)


def _impossible(result: Result, lever: Lever, goal: Goal) -> str:
    """Why no number can help, where that is plain beforehand; else an empty text."""
    areas = [goal.area, goal.rival] if isinstance(goal, Pass) else [goal.area]
    for area in areas:
        if row_of(result, area, goal.time) is None:
            return f"“{area}” takes no part."
    if isinstance(goal, Pass) and goal.area == goal.rival:
        return "An area cannot pass itself."
    if isinstance(goal, Reach) and goal.rank < 1:
        return f"There is no rank {goal.rank}; the best is 1."
    if isinstance(lever, Weight) and lever.node == result.root:
        return "The index itself has no weight."
    if isinstance(lever, Value) and row_of(result, lever.area, lever.time) is None:
        return f"“{lever.area}” takes no part."
    return ""


class _Question:
    """One question to the engine: what it has been asked so far, and the nearest answer."""

    def __init__(self, trial: Trial, goal: Goal, low: float, high: float) -> None:
        self.trial = trial
        self.goal = goal
        self.low = low
        self.high = high
        now = rank_of(trial.result, goal.area, goal.time)
        self.best = (math.inf if math.isnan(now) else now, trial.present)  # the best rank seen, and where

    def met(self, number: float) -> bool:
        result = self.trial.at(number)
        rank = rank_of(result, self.goal.area, self.goal.time)
        if rank < self.best[0]:
            self.best = (rank, number)
        return self.goal.met(result)

    def refusal(self) -> str:
        """Why there is no answer, in words."""
        result, lever, goal = self.trial.result, self.trial.lever, self.goal
        if isinstance(goal, Pass) and math.isnan(rank_of(result, goal.rival, goal.time)):
            return f"“{goal.rival}” has no rank to be passed."
        stated = result.recipe.weights.source == "metadata"
        if isinstance(lever, Value) and stated and not result.effective_weights[lever.indicator]:
            return f"“{lever.indicator}” weighs nothing in the index."
        rank, number = self.best
        limits = "" if math.isinf(self.low) and math.isinf(self.high) else f" between {self.low:g} and {self.high:g}"
        told = f"No number for {self.trial.lever}{limits} {self.goal}"
        if math.isinf(rank):
            return f"{told}: with none that was tried has it a rank."
        best = "the present" if number == self.trial.present else f"that at {number:.6g},"
        return f"{told}: with none that was tried is its rank better than {best} {rank:g}."

    def answer(self) -> tuple[float | None, str]:
        """The nearest number on either side, and how it was found."""
        held = () if self._counts_levels() else affine.pieces(self.trial.result, self.trial.lever)
        rising = 0.0 if held else self._rising()
        if rising:
            return self._bisected(rising), MONOTONE
        sides = (1.0, -1.0) if not math.isnan(self.trial.present) else (self._better(),)
        found, method = [], CLOSED_FORM if held else SEARCH
        for side in sides:
            number, sure = self._crossing(held, side)
            if number is None and not (sure and self._none_far(side)):
                number = self._searched(side)
                method = SEARCH if number is not None else method
            if number is not None:
                found.append(number)
        start = self.trial.present
        if not found:
            return None, method
        return (found[0] if math.isnan(start) else min(found, key=lambda number: abs(number - start))), method

    def _rising(self) -> float:
        """The side on which the goal, once met, stays met, and on the other never is; 0 where none is known."""
        lever, goal = self.trial.lever, self.goal
        if not isinstance(lever, Value) or self._counts_levels() or not monotone.rises(self.trial.result, lever):
            return 0.0
        own, rival = (goal.area, goal.time), (goal.rival if isinstance(goal, Pass) else "", goal.time)
        return {own: self._better(), rival: -self._better()}.get((lever.area, lever.time), 0.0)

    def _bisected(self, side: float) -> float | None:
        """The number from which on the goal is met; None where it is not met far out either."""
        numbers = self._tried(side)
        if not numbers or not self.met(numbers[-1]):
            return None
        place = bisect.bisect_left(numbers, True, key=self.met)
        before = numbers[place - 1] if place else self._from(side)
        return crossing.bisected(self.met, before, numbers[place]) if math.isfinite(before) else numbers[place]

    def worst(self, beyond: bool = False) -> float:
        """The worst number in the column of the cell, or one far beyond it."""
        side = -self._better()
        known = self._known()
        extreme = float((known * side).max() * side) if len(known) else 0.0
        number = (self._tried(side) or [extreme])[-1] if beyond else extreme
        return min(max(number, self.low), self.high)

    def _counts_levels(self) -> bool:
        """Whether a rank counts distinct scores ahead instead of areas."""
        return isinstance(self.goal, Reach) and self.trial.result.recipe.rank.ties == "dense"

    def _better(self) -> float:
        """The side on which the value of a cell gets better for its area."""
        lever = self.trial.lever
        return float(self.trial.result.tree.by_code[lever.indicator].direction) if isinstance(lever, Value) else 1.0

    def _from(self, side: float) -> float:
        if math.isnan(self.trial.present):
            return self.low if side > 0 else self.high
        return min(max(self.trial.present, self.low), self.high)

    def _crossing(self, held: tuple[affine.Piece, ...], side: float) -> tuple[float | None, bool]:
        """The nearest number on one side, if any, and whether the pieces tell all there is to know of that side."""
        sure = bool(held)
        start, end = self._from(side), self.high if side > 0 else self.low
        for piece in held if side > 0 else held[::-1]:
            near, far = (piece.low, piece.high) if side > 0 else (piece.high, piece.low)
            near, far = (max(near, start), min(far, end)) if side > 0 else (min(near, start), max(far, end))
            if (far - near) * side <= 0 or math.isnan(far - near):
                continue
            line = affine.leads(self.trial, piece, self.goal.area, self.goal.time)
            if line is None:
                sure = False
                continue
            if isinstance(self.goal, Pass):
                line = line.of(row_of(self.trial.result, self.goal.rival, self.goal.time))
            allowed = self.goal.rank - 1 if isinstance(self.goal, Reach) else 0
            for number in islice(affine.crossings(line, piece, near, far, allowed), CANDIDATES):
                exact = crossing.stepped(self.met, number, side, start, self.low, self.high)
                if exact is not None:
                    return exact, True
                sure = False  # the engine knows better
        return None, sure

    def _none_far(self, side: float) -> bool:
        """Whether the goal is not met at the end of one side either, nor at the extreme of the column."""
        tried = self._tried(side)
        return not any(self.met(number) for number in (*tried[:1], *tried[len(tried) // 2 :][:1], *tried[-1:]))

    def _searched(self, side: float) -> float | None:
        before = self._from(side)
        if not math.isfinite(before):
            before = math.nan
        for number in self._tried(side):
            if self.met(number):
                return number if math.isnan(before) else crossing.bisected(self.met, before, number)
            before = number
        return None

    def _tried(self, side: float) -> list[float]:
        """Numbers to try on one side of the present one, nearest first."""
        return crossing.samples(self._known(), self.trial.present, side, self.low, self.high)

    def _known(self) -> Column:
        """Numbers of the kind asked for that stand in the data already."""
        result, lever = self.trial.result, self.trial.lever
        if isinstance(lever, Value):
            column = result.raw[result.dataset.column_of[lever.indicator]]
            return column[~np.isnan(column)]
        parent = result.tree.by_code[lever.node].parent
        siblings = [result.relative_weights[code] for code in result.tree.children[str(parent)]]
        return np.array([0.0, *np.linspace(0, 2 * sum(siblings), 33)])
