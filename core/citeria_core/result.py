"""A Result: one immutable snapshot of everything computed, sharing with earlier ones every column that did not change.

Arrays are read-only. DataFrames and ranks are made when somebody asks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from citeria_core import rank as ranking
from citeria_core import weights as weighting
from citeria_core.dataset import Column, Dataset, frozen
from citeria_core.errors import KnownError
from citeria_core.recipe import Aggregate, Recipe
from citeria_core.spelling import suggestion
from citeria_core.treat import Treatment
from citeria_core.tree import Tree

if TYPE_CHECKING:
    import pandas as pd

STAGES = ("raw", "screened", "denominated", "imputed", "treated", "normalised", "aggregated", "ranks")


class UnknownStageError(KnownError):
    """A stage name that does not exist."""

    code = "unknown_stage"
    template = "There is no stage “{stage}”.{hint} The stages are {stages}."


@dataclass(frozen=True, eq=False, repr=False)
class Layer:
    """One stage over the indicators: a column each, the findings of each, and a record of what was done."""

    columns: tuple[Column, ...]
    keys: tuple[Any, ...]  # what each column was computed from; equal keys mean an equal column
    findings: tuple[tuple[str, ...], ...]
    records: tuple[Any, ...] = ()


@dataclass(frozen=True, eq=False, repr=False)
class Score:
    """The score of one aggregate node over the rows, and what it was computed from."""

    values: Column
    shares: tuple[float, ...]  # of its direct parts, sum 1
    key: tuple[Any, ...]
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, repr=False)
class Result:
    """Everything computed from one dataset, recipe and set of weights. Made by an Engine, never changed.

    A row of every array is one of `areas`: those that were screened in, in the order of the dataset.
    """

    dataset: Dataset
    recipe: Recipe
    relative_weights: Mapping[str, float]
    raw: tuple[Column, ...]
    rows: NDArray[np.intp] | None  # the rows of the dataset that take part; None = all
    layers: Mapping[str, Layer]  # screened … normalised
    aggregates: Mapping[str, Score]
    changed_nodes: frozenset[str]
    known_ranks: dict[str, Column] = field(default_factory=dict)

    @property
    def tree(self) -> Tree:
        """The shape of the index."""
        return self.dataset.tree

    @property
    def root(self) -> str:
        """The code of the index."""
        return self.tree.root

    def edited(self) -> Dataset:
        """The dataset as the edits have left it: with the raw values and relative weights of this result."""
        nodes = tuple(replace(node, weight=self.relative_weights[node.code]) for node in self.dataset.nodes)
        return replace(self.dataset, values=frozen(np.column_stack(self.raw)), nodes=nodes)

    @property
    def nodes(self) -> tuple[str, ...]:
        """The codes of all nodes, the root first, leaves included."""
        return tuple(node.code for node in self.tree.nodes)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of `scores` and `ranks`: indicators, then aggregates, each in the order of the metadata."""
        return self.dataset.indicators + self.dataset.aggregates

    @cached_property
    def areas(self) -> tuple[str, ...]:
        """The code of each row."""
        return self._taken(self.dataset.areas)

    @cached_property
    def times(self) -> tuple[str, ...]:
        """The time of each row, or nothing where there is but one."""
        return self._taken(self.dataset.times) if self.dataset.times else ()

    def _taken(self, every: tuple[str, ...]) -> tuple[str, ...]:
        return every if self.rows is None else tuple(every[row] for row in self.rows)

    def score(self, node: str) -> Column:
        """The score of each area on `node` (of a leaf: its normalised value); NaN = missing."""
        if node in self.aggregates:
            return self.aggregates[node].values
        if node in self.dataset.column_of:
            return self.layers["normalised"].columns[self.dataset.column_of[node]]
        raise weighting.UnknownNodeError(node=node, hint=suggestion(node, self.nodes))

    def rank(self, node: str) -> Column:
        """The rank of each area on `node`, 1 = best, ties as the recipe says, within a time; NaN = unranked."""
        if node not in self.known_ranks:
            self.known_ranks[node] = self._ranked(self.score(node))
        return self.known_ranks[node]

    def _ranked(self, scores: Column) -> Column:
        ties = self.recipe.rank.ties
        if not self.times:
            return ranking.ranks(scores, ties)
        times = np.array(self.times)
        result = np.full(len(scores), np.nan)
        for time in dict.fromkeys(self.times):
            result[times == time] = ranking.ranks(scores[times == time], ties)
        return result

    @cached_property
    def normalised(self) -> Column:
        """Areas × indicators, normalised."""
        return self._matrix("normalised")

    def _matrix(self, stage: str) -> Column:
        columns = self.layers[stage].columns
        matrix = np.empty((len(columns[0]), len(columns)), order="F")
        for place, column in enumerate(columns):
            matrix[:, place] = column
        matrix.setflags(write=False)
        return matrix

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """Node → its weight, rescaled to sum 1 within its siblings (all 0 where they sum to 0); 1 for the root."""
        shares = {self.root: 1.0}
        for node, score in self.aggregates.items():
            shares.update(zip(self.tree.children[node], score.shares, strict=True))
        return shares

    @cached_property
    def effective_weights(self) -> Mapping[str, float]:
        """Node → the product of the weights from it up to the root."""
        return weighting.effective(self.tree, self.weights)

    def plan_of(self, node: str) -> Aggregate:
        """How the parts of an aggregate node were put together."""
        return self.recipe.aggregate_of(node, self.tree.levels[node])

    def filled(self, indicator: str) -> Mapping[str, NDArray[np.bool_]]:
        """Rule of imputation → which rows of the indicator it filled; empty where nothing was filled."""
        records = self.layers["imputed"].records
        record = records[self.dataset.column_of[indicator]] if records else None
        return {mark.method: mark.rows for mark in record or ()}

    def treatment(self, indicator: str) -> Treatment | None:
        """What the treatment did to one indicator, and the tests it rests on; None where the recipe treats nothing."""
        records = self.layers["treated"].records
        record = records[self.dataset.column_of[indicator]] if records else None
        return record if isinstance(record, Treatment) else None

    def available(self, node: str) -> NDArray[np.bool_]:
        """Whether each area has a score on `node`."""
        return ~np.isnan(self.score(node))

    def coverage(self, node: str | None = None) -> tuple[NDArray[np.int64], int]:
        """How many leaves below `node` (default: the root) each area has a value of before imputing; of how many."""
        held = self._coverage
        code = node or self.root
        if code not in self.tree.by_code:
            raise weighting.UnknownNodeError(node=code, hint=suggestion(code, self.nodes))
        if code not in held:
            places = [self.dataset.column_of[leaf] for leaf in self.tree.leaves[code]]
            present = np.zeros(len(self.areas), dtype=np.int64)
            for place in places:
                present += ~np.isnan(self.layers["screened"].columns[place])
            held[code] = present, len(places)
        return held[code]

    @cached_property
    def _coverage(self) -> dict[str, tuple[NDArray[np.int64], int]]:
        return {}

    @cached_property
    def findings(self) -> tuple[str, ...]:
        """What the data themselves give cause to say, a line each, in the order of stages and columns."""
        lines = [line for layer in self.layers.values() for told in layer.findings for line in told]
        lines += [line for score in self.aggregates.values() for line in score.findings]
        return tuple(dict.fromkeys(lines))

    @property
    def scores(self) -> "pd.DataFrame":
        """Scores, areas × (indicators and nodes), index uCode (and Time where there are several)."""
        return self._frame({code: self.score(code) for code in self.columns})

    @property
    def ranks(self) -> "pd.DataFrame":
        """Ranks, the same shape as `scores`."""
        return self._frame({code: self.rank(code) for code in self.columns})

    def stage(self, name: str) -> "pd.DataFrame":
        """One stage by its file name: raw, screened, denominated, imputed, treated, normalised, aggregated, ranks."""
        return self._frame(self.stage_columns(name), every=name == "raw")

    def stage_columns(self, name: str) -> dict[str, Column]:
        """The columns of one stage by code; those of `raw` have every area, others the screened ones."""
        if name == "raw":
            return dict(zip(self.dataset.indicators, self.raw, strict=True))
        if name == "aggregated":
            return {code: self.score(code) for code in self.columns}
        if name == "ranks":
            return {code: self.rank(code) for code in self.columns}
        if name in self.layers:
            return dict(zip(self.dataset.indicators, self.layers[name].columns, strict=True))
        raise UnknownStageError(stage=name, hint=suggestion(name, STAGES, listed=True), stages=", ".join(STAGES))

    def _frame(self, columns: Mapping[str, Column], every: bool = False) -> "pd.DataFrame":
        import pandas as pd

        areas = self.dataset.areas if every else self.areas
        times = self.dataset.times if every else self.times
        index = (
            pd.MultiIndex.from_arrays([areas, times], names=["uCode", "Time"])
            if times
            else pd.Index(list(areas), name="uCode")
        )
        return pd.DataFrame(dict(columns), index=index)
