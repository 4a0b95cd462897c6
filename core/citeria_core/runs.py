"""Many runs of one index: scores and ranks of the index for every draw of the factors.

Runs that share a recipe are scored together; stages up to the normalised columns are computed once for each distinct
choice that reaches them, each going on from the last. What comes out is what an Engine gives run by run.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from citeria_core import notebook, rank_many, weights
from citeria_core.block import Block, BlockError
from citeria_core.dataset import Column, Dataset
from citeria_core.errors import KnownError
from citeria_core.factors import Draws
from citeria_core.pipeline import compute
from citeria_core.plan import lay_out
from citeria_core.recipe import Aggregate, Rank, Recipe, Weights
from citeria_core.result import Result

Progress = Callable[[int, int], bool | None]
BLOCK: Final = 32_768  # runs × areas at a time: a handful of such arrays stays in the processor's cache
AFTER_COLUMNS = frozenset({"aggregate", "weights", "rank"})  # sections that leave the normalised columns alone
SHOWN: Final = 8  # drawn numbers that an error names


class RunError(KnownError):
    """A run that cannot be computed, with what it drew; `params["values"]` holds every number drawn."""

    code = "run_not_computable"
    template = "Run {run} ({drawn}) cannot be computed: {problem}"


class StoppedError(KnownError):
    """Runs that somebody stopped."""

    code = "stopped"
    template = "Stopped after {done} of {total} runs; nothing was kept."


@dataclass(frozen=True, eq=False)
class Runs:
    """Scores and ranks of the index, runs × rows of the dataset (NaN = none); `used`: the rows that ever took part."""

    scores: Column
    ranks: Column
    used: NDArray[np.bool_]
    findings: tuple[str, ...]


def evaluate(dataset: Dataset, recipe: Recipe, draws: Draws, progress: Progress | None = None) -> Runs:
    """Every run of `draws`; raises `RunError` for one that cannot be computed, `StoppedError` when told to stop.

    `progress` is called with the runs done and their number; it stops the work by returning False.
    """
    return _Evaluation(dataset, recipe, draws, progress).all()


def spread(values: Column, result: Result) -> Column:
    """A column of `result` over all rows of its dataset, NaN where a row was screened out."""
    if result.rows is None:
        return values
    every = np.full(len(result.dataset.areas), np.nan)
    every[result.rows] = values
    return every


@dataclass
class _Evaluation:
    dataset: Dataset
    recipe: Recipe
    draws: Draws
    progress: Progress | None
    done: int = 0
    last: Result | None = None  # what the next computation may reuse
    findings: dict[str, None] = field(default_factory=dict)

    def all(self) -> Runs:
        areas = len(self.dataset.areas)
        self.relative = MappingProxyType({node.code: node.weight for node in self.dataset.nodes})
        self.scores = np.full((self.draws.count, areas), np.nan)
        self.ranks = np.full((self.draws.count, areas), np.nan)
        self.used = np.zeros(areas, dtype=bool)
        self._tell()
        for groups in _grouped(self.draws).values():
            held: Result | None = None
            for runs in groups.values():
                held = self._group(runs, held)
        return Runs(self.scores, self.ranks, self.used, tuple(self.findings))

    def _group(self, runs: NDArray[np.intp], held: Result | None) -> Result | None:
        """Score runs that share a recipe; `held` has their columns if a group before had the same ones."""
        try:
            recipe = self._recipe(int(runs[0]))
            aggregation = lay_out(self.dataset, recipe).aggregate
            if recipe.weights.source == "bod" or self.draws.cells:
                for run in runs:
                    self._alone(recipe, aggregation, run)
                return None
            if held is None or recipe.weights.source not in weights.STATED:
                held = self._result(recipe, self.dataset.columns)
        except KnownError as error:
            raise self._error(int(runs[0]), error) from error
        step = max(1, BLOCK // len(self.dataset.areas))
        for start in range(0, len(runs), step):
            self._block(recipe, aggregation, held, runs[start : start + step])
        return held if recipe.weights.source in weights.STATED else None

    def _recipe(self, run: int) -> Recipe:
        recipe = self.recipe
        for path, values in self.draws.settings:
            recipe = path.set(recipe, values[run])
        notebook.check(recipe)
        return recipe

    def _alone(self, recipe: Recipe, aggregation: Mapping[str, Aggregate], run: int) -> None:
        """Score one run whose data are its own, or whose weights are each area's own."""
        raw = list(self.dataset.columns)
        for row, place, values in self.draws.cells:
            if raw[place] is self.dataset.columns[place]:
                raw[place] = raw[place].copy()
            raw[place][row] = values[run]
        own_weights = recipe.weights.source == "bod"
        for code, gone in self.draws.dropped.items():
            if own_weights and gone[run]:
                raw[self.dataset.column_of[code]] = np.full(len(self.dataset.areas), np.nan)
        try:
            result = self._result(recipe, tuple(raw))
        except KnownError as error:
            raise self._error(run, error) from error
        runs = np.array([run], dtype=np.intp)
        if own_weights:
            self._keep(recipe, runs, spread(result.score(result.root), result))
        else:
            self._block(recipe, aggregation, result, runs)

    def _result(self, recipe: Recipe, raw: tuple[Column, ...]) -> Result:
        """The columns of a recipe, and its weights where they come from the data."""
        if recipe.weights.source in weights.STATED:
            # Plain means of columns that may not suit a geometric one: only some runs may have that problem.
            recipe = replace(
                recipe, aggregate=Aggregate(), levels={}, nodes={}, weights=Weights(), rank=Rank(), factors=()
            )
        result = compute(self.dataset, recipe, lay_out(self.dataset, recipe), self.relative, raw, self.last)
        self.last = result
        self.used[slice(None) if result.rows is None else result.rows] = True
        self.findings.update(dict.fromkeys(result.findings))
        return result

    def _block(
        self, recipe: Recipe, aggregation: Mapping[str, Aggregate], held: Result, runs: NDArray[np.intp]
    ) -> None:
        source = recipe.weights.source
        given = {"metadata": self.relative, "equal": dict.fromkeys(self.relative, 1.0)}.get(source) or held.weights
        columns = {
            code: spread(column, held)
            for code, column in zip(self.dataset.indicators, held.layers["normalised"].columns, strict=True)
        }
        try:
            scores = Block(self.dataset.tree, aggregation, columns, given, self.draws, runs).scores()
        except BlockError as error:
            cause = error.cause
            cause.params |= {"node": error.node, "part": error.part, "area": self.dataset.areas[cause.row]}
            raise self._error(int(runs[error.place]), cause) from error
        self._keep(recipe, runs, scores)

    def _keep(self, recipe: Recipe, runs: NDArray[np.intp], scores: Column) -> None:
        every = np.broadcast_to(scores, (len(runs), scores.shape[-1]))
        self.scores[runs] = every
        self.ranks[runs] = rank_many.ranks(every, recipe.rank.ties, self.dataset.times)
        self.done += len(runs)
        self._tell()

    def _tell(self) -> None:
        if self.progress is not None and self.progress(self.done, self.draws.count) is False:
            raise StoppedError(done=self.done, total=self.draws.count)

    def _error(self, run: int, problem: KnownError) -> RunError:
        values = {name: column[run] for name, column in self.draws.table.items()}
        named = sorted(values, key=lambda name: isinstance(values[name], np.floating))  # choices before numbers
        drawn = ", ".join(f"{name} = {_shown(values[name])}" for name in named[:SHOWN])
        more = f", and {len(named) - SHOWN} more" if len(named) > SHOWN else ""
        return RunError(run=run + 1, drawn=drawn + more, problem=problem, values=values)


def _shown(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _grouped(draws: Draws) -> dict[tuple[Any, ...], dict[tuple[Any, ...], NDArray[np.intp]]]:
    """Runs with the same normalised columns, and among them runs with the same recipe."""
    early = [values for path, values in draws.settings if path.section not in AFTER_COLUMNS]
    late = [values for path, values in draws.settings if path.section in AFTER_COLUMNS]
    found: dict[tuple[Any, ...], dict[tuple[Any, ...], list[int]]] = {}
    for run, (columns, rest) in enumerate(zip(_keys(early, draws.count), _keys(late, draws.count), strict=True)):
        found.setdefault(columns, {}).setdefault(rest, []).append(run)
    return {
        columns: {rest: np.array(runs, dtype=np.intp) for rest, runs in groups.items()}
        for columns, groups in found.items()
    }


def _keys(settings: list[list[Any]], count: int) -> Iterator[tuple[Any, ...]]:
    return zip(*settings, strict=True) if settings else iter([()] * count)
