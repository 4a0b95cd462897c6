"""The way of one value through the engine: what each stage made of it, its weights up the tree, what it came to."""

import itertools
import math
from dataclasses import dataclass

import numpy as np

from citeria_core.explain import method, of_part
from citeria_core.result import Result
from citeria_core.what_if import row_of

_BETWEEN = ("denominated", "imputed", "treated")  # told only where they changed the value


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of `result.STAGES` and the value after it; NaN = missing."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Share:
    """The weight (0–1) that a node has within its parent, both by code."""

    node: str
    parent: str
    weight: float


@dataclass(frozen=True, slots=True)
class Lineage:
    """What became of the value of one leaf for one area.

    `stages` begin with the raw value and end with the normalised one. `shares` lead from the leaf to the root, and
    `effective` is their product. `adds` is the contribution to `score` by the rule `method` of `explain`; `score` and
    `rank` are those of the area on the index. NaN where there is none.
    """

    leaf: str
    stages: tuple[Stage, ...]
    shares: tuple[Share, ...]
    effective: float
    adds: float
    method: str
    score: float
    rank: float

    @property
    def multiplies(self) -> bool:
        """Whether normalised value times weights is what it adds: not where missing parts hand their weights on."""
        return math.isclose(self.adds, self.stages[-1].value * self.effective, rel_tol=1e-9, abs_tol=1e-12)


def lineage(result: Result, leaf: str, area: str) -> Lineage | None:
    """Follow the value of `leaf` for `area` through `result`; None where the area takes no part in it."""
    row = row_of(result, area)
    if row is None or leaf not in result.dataset.column_of:
        return None
    place = result.dataset.column_of[leaf]
    steps = (leaf, *result.tree.ancestors(leaf))
    return Lineage(
        leaf=leaf,
        stages=_stages(result, place, row),
        shares=tuple(Share(one, above, result.weights[one]) for one, above in itertools.pairwise(steps)),
        effective=result.effective_weights[leaf],
        adds=float(of_part(result, leaf)[row]),
        method=method(result),
        score=float(result.score(result.root)[row]),
        rank=float(result.rank(result.root)[row]),
    )


def _stages(result: Result, place: int, row: int) -> tuple[Stage, ...]:
    """The raw and the normalised value, and between them those stages that changed it."""
    held = [Stage("raw", float(result.layers["screened"].columns[place][row]))]
    for name in _BETWEEN:
        value = float(result.layers[name].columns[place][row])
        if not np.array_equal([value], [held[-1].value], equal_nan=True):
            held.append(Stage(name, value))
    return (*held, Stage("normalised", float(result.layers["normalised"].columns[place][row])))
