"""Many runs of one index: scores and ranks of the index for every draw of the factors.

Runs that share a recipe are scored together; stages up to the normalised columns are computed once for each distinct
choice that reaches them, each going on from the last. What comes out is what an Engine gives run by run.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from citeria_core import notebook, pipeline, rank_many, weights
from citeria_core.dataset import Column, Dataset
from citeria_core.errors import KnownError
from citeria_core.factors import Draws
from citeria_core.layers import Layers
from citeria_core.plan import Plan, lay_out
from citeria_core.recipe import Recipe
from citeria_core.result import Layer, Result
from citeria_core.run_block import Block, BlockError

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


def spread(values: Column, rows: NDArray[np.intp] | None, areas: int) -> Column:
    """A column over the `rows` that take part (None = all), over all rows: NaN where a row was screened out."""
    if rows is None:
        return values
    every = np.full(areas, np.nan)
    every[rows] = values
    return every


@dataclass(frozen=True)
class _Basis:
    """What runs of one recipe share: normalised columns over all rows, and the weights before noise."""

    columns: Mapping[str, Column]
    weights: Mapping[str, float]


@dataclass
class _Evaluation:
    dataset: Dataset
    recipe: Recipe
    draws: Draws
    progress: Progress | None
    done: int = 0
    rows: NDArray[np.intp] | None = None
    layers: Mapping[str, Layer] = field(default_factory=dict)  # the last ones, of which the next reuse what they can
    last: Result | None = None  # the same for runs whose weights come from the data
    held: Mapping[str, Column] | None = None  # the columns, where the runs before had the same
    findings: dict[str, None] = field(default_factory=dict)

    def all(self) -> Runs:
        areas = len(self.dataset.areas)
        self.relative: Mapping[str, float] = MappingProxyType({node.code: node.weight for node in self.dataset.nodes})
        self.scores = np.full((self.draws.count, areas), np.nan)
        self.ranks = np.full((self.draws.count, areas), np.nan)
        self.used = np.zeros(areas, dtype=bool)
        self._tell()
        for groups in _grouped(self.draws).values():
            self.held = None
            for runs in groups.values():
                self._group(runs)
        return Runs(self.scores, self.ranks, self.used, tuple(self.findings))

    def _group(self, runs: NDArray[np.intp]) -> None:
        """Score runs that share a recipe."""
        run = int(runs[0])
        try:
            recipe = self._recipe(run)
            plan = lay_out(self.dataset, recipe)
            alike = not self.draws.cells and recipe.weights.source != "bod"
            basis = self._basis(recipe, plan, self.dataset.columns) if alike else None
        except KnownError as error:
            raise self._error(run, error) from error
        self.held = basis.columns if basis is not None and recipe.weights.source in weights.STATED else None
        step = max(1, BLOCK // len(self.dataset.areas))
        for start in range(0, len(runs), step):
            some = runs[start : start + step]
            if basis is not None:
                self._block(recipe, plan, basis, some)
            elif recipe.weights.source in weights.STATED:
                self._block(recipe, plan, self._own_data(recipe, plan, some), some)
            else:
                for run in some:
                    self._own_weights(recipe, plan, int(run))

    def _recipe(self, run: int) -> Recipe:
        recipe = self.recipe
        for path, values in self.draws.settings:
            recipe = path.set(recipe, values[run])
        notebook.check(recipe)
        return recipe

    def _raw(self, run: int) -> list[Column]:
        """The raw columns of one run."""
        raw = list(self.dataset.columns)
        for row, place, values in self.draws.cells:
            if raw[place] is self.dataset.columns[place]:
                raw[place] = raw[place].copy()
            raw[place][row] = values[run]
        return raw

    def _own_data(self, recipe: Recipe, plan: Plan, runs: NDArray[np.intp]) -> _Basis:
        """The columns of runs whose data differ: runs × areas each, where they do."""
        bases = []
        for run in map(int, runs):
            try:
                bases.append(self._basis(recipe, plan, tuple(self._raw(run))))
            except KnownError as error:
                raise self._error(run, error) from error
        columns = {}
        for code, first in bases[0].columns.items():
            every = [basis.columns[code] for basis in bases]
            columns[code] = first if all(column is first for column in every) else np.array(every)
        return _Basis(columns, bases[0].weights)

    def _own_weights(self, recipe: Recipe, plan: Plan, run: int) -> None:
        """Score one run with weights from its own data; with those of the benefit of the doubt, each area its own."""
        runs, raw = np.array([run], dtype=np.intp), self._raw(run)
        try:
            if recipe.weights.source != "bod":
                self._block(recipe, plan, self._basis(recipe, plan, tuple(raw)), runs)
                return
            for code, gone in self.draws.dropped.items():
                if gone[run]:
                    raw[self.dataset.column_of[code]] = np.full(len(self.dataset.areas), np.nan)
            result = self._result(recipe, plan, tuple(raw))
        except RunError:
            raise
        except KnownError as error:
            raise self._error(run, error) from error
        self._keep(recipe, runs, spread(result.score(result.root), result.rows, len(self.dataset.areas)))

    def _basis(self, recipe: Recipe, plan: Plan, raw: tuple[Column, ...]) -> _Basis:
        source = recipe.weights.source
        given = self.relative if source == "metadata" else dict.fromkeys(self.relative, 1.0)
        if source in weights.STATED and self.held is not None:
            return _Basis(self.held, given)
        if source in weights.STATED:
            # Not a whole Result: its scores are not needed, and only some runs may fail to have any.
            self.rows = pipeline.taking_part(self.dataset, raw, recipe.screen, self.rows)
            with np.errstate(all="ignore"):  # what overflows is missing, with a finding
                self.layers = Layers(self.dataset, plan, self.rows, self.layers).all(raw)
            self._note(self.rows, (line for layer in self.layers.values() for told in layer.findings for line in told))
        else:
            result = self._result(recipe, plan, raw)
            self.layers, self.rows, given = result.layers, result.rows, result.weights
        columns = [spread(column, self.rows, len(self.dataset.areas)) for column in self.layers["normalised"].columns]
        return _Basis(dict(zip(self.dataset.indicators, columns, strict=True)), given)

    def _result(self, recipe: Recipe, plan: Plan, raw: tuple[Column, ...]) -> Result:
        self.last = result = pipeline.compute(self.dataset, recipe, plan, self.relative, raw, self.last)
        self._note(result.rows, result.findings)
        return result

    def _note(self, rows: NDArray[np.intp] | None, findings: Iterable[str]) -> None:
        self.used[slice(None) if rows is None else rows] = True
        self.findings.update(dict.fromkeys(findings))

    def _block(self, recipe: Recipe, plan: Plan, basis: _Basis, runs: NDArray[np.intp]) -> None:
        block = Block(self.dataset.tree, plan.aggregate, basis.columns, basis.weights, self.draws, runs)
        try:
            scores = block.scores()
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
