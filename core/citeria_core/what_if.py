"""What-if questions: one number of a result varied, the rest as it stands, and what the engine then says."""

import math
from dataclasses import dataclass

import numpy as np

from citeria_core import weights
from citeria_core.dataset import Column
from citeria_core.engine import Engine, UnknownCellError
from citeria_core.errors import KnownError
from citeria_core.result import Result
from citeria_core.spelling import suggestion


@dataclass(frozen=True, slots=True)
class Value:
    """The raw value of one cell, in the unit of the dataset."""

    area: str
    indicator: str
    time: str = ""

    def __str__(self) -> str:
        return f"“{self.indicator}” of “{self.area}”"


@dataclass(frozen=True, slots=True)
class Weight:
    """The relative weight of one node among its siblings."""

    node: str

    def __str__(self) -> str:
        return f"the weight of “{self.node}”"


Lever = Value | Weight


def present(result: Result, lever: Lever) -> float:
    """What the lever stands at; NaN for a missing value. Raises `UnknownCellError`, `UnknownNodeError`."""
    if isinstance(lever, Weight):
        if lever.node not in result.relative_weights:
            raise weights.UnknownNodeError(node=lever.node, hint=suggestion(lever.node, result.nodes))
        return result.relative_weights[lever.node]
    if lever.indicator not in result.dataset.column_of:
        hint = suggestion(lever.indicator, result.dataset.indicators)
        raise UnknownCellError(what="indicator", named=lever.indicator, hint=hint)
    row = result.dataset.row_of.get((lever.area, lever.time))
    if row is None:
        raise UnknownCellError(what="area", named=lever.area, hint=suggestion(lever.area, result.dataset.areas))
    return float(result.raw[result.dataset.column_of[lever.indicator]][row])


class Trial:
    """An engine of its own that tries numbers at one lever; `result` is left alone."""

    def __init__(self, result: Result, lever: Lever) -> None:
        self.result = result
        self.lever = lever
        self.present = present(result, lever)
        self._engine = Engine.resumed(result)

    def at(self, number: float) -> Result | None:
        """The result with the lever at `number` (NaN: the value missing); None where the engine refuses it."""
        lever = self.lever
        try:
            if isinstance(lever, Weight):
                return self._engine.set_weight(lever.node, number)
            return self._engine.set_value(lever.area, lever.indicator, number, lever.time)
        except KnownError:  # a mean over a number it cannot take, nobody left to rank
            return None


def row_of(result: Result, area: str, time: str = "") -> int | None:
    """The row of an area in the arrays of a result; None where it takes no part."""
    row = result.dataset.row_of.get((area, time))
    if row is None or result.rows is None:
        return row
    place = int(np.searchsorted(result.rows, row))
    return place if place < len(result.rows) and result.rows[place] == row else None


def rank_of(result: Result | None, area: str, time: str = "") -> float:
    """The rank of an area on the index; NaN where it has none."""
    row = None if result is None else row_of(result, area, time)
    return math.nan if result is None or row is None else float(result.rank(result.root)[row])


def peers_of(result: Result, time: str) -> Column:
    """The scores on the index of the rows at `time`, NaN for the others."""
    scores = result.score(result.root)
    if not result.times:
        return scores
    held = scores.copy()
    held[[other != time for other in result.times]] = math.nan
    return held
