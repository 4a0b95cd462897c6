"""Robustness: how much the ranks owe to choices and doubts, by computing the index again and again.

Each run draws every factor of the recipe independently. The figure whose sensitivity is told is the mean absolute rank
change of a run against the nominal ranks. Source: OECD/JRC Handbook (2008), section 7; Saisana, Saltelli & Tarantola
(2005). The same seed gives the same numbers, whatever the machine's number of threads.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from citeria_core import factors, sensitivity
from citeria_core.dataset import Column, Dataset
from citeria_core.engine import Engine
from citeria_core.errors import KnownError, raise_all
from citeria_core.recipe import Recipe
from citeria_core.runs import Progress, evaluate, spread
from citeria_core.sensitivity import Indices

if TYPE_CHECKING:
    import pandas as pd

STATISTICS = ("nominal", "mean", "median", "q05", "q95")
SENSITIVITY = ("Si", "Si_q05", "Si_q95", "STi", "STi_q05", "STi_q95")


class BadRunsError(KnownError):
    """A number of runs, or a seed, that cannot be."""

    code = "bad_runs"
    template = "{value} is no {what}. Write a whole number of {least} or more."


@dataclass(frozen=True, eq=False)
class Robustness:
    """The ranks of an index over many runs; arrays are areas × runs, NaN = no score or rank in that run.

    `drawn` holds what each run drew, a column per number. With a sensitivity study the runs are its whole design: A,
    then B, then A with the numbers of each factor in turn from B. DataFrames are made when somebody asks.
    """

    areas: tuple[str, ...]
    times: tuple[str, ...]  # the time of each row, or nothing where there is but one
    factors: tuple[str, ...]
    nominal: Column
    rank_matrix: Column
    score_matrix: Column
    drawn: dict[str, Sequence[Any]]
    indices: Indices | None
    findings: tuple[str, ...]

    @cached_property
    def statistics(self) -> dict[str, Column]:
        """Per area the nominal rank; mean, median and quantiles (type 7) of its ranks over the runs that rank it."""
        table = np.full((4, len(self.areas)), np.nan)
        full = ~np.isnan(self.rank_matrix).any(axis=1)
        if full.any():
            table[:, full] = _summary(self.rank_matrix[full])
        for row in np.flatnonzero(~full):
            held = self.rank_matrix[row][~np.isnan(self.rank_matrix[row])]
            if len(held):
                table[:, row] = _summary(held[None, :])[:, 0]
        return dict(zip(STATISTICS, (self.nominal, *table), strict=True))

    @property
    def rank_stats(self) -> "pd.DataFrame":
        """`statistics` as a DataFrame, index uCode (and Time where there are several)."""
        return self._frame(self.statistics)

    @property
    def runs(self) -> "pd.DataFrame":
        """What each run drew: a row per run (from 1), a column per factor.

        Noise has a column `factor.NODE` per weight, which holds what the weight was multiplied by; doubtful cells one
        `factor.AREA.INDICATOR` per cell (with `TIME.` between where there are several) with the value itself.
        """
        import pandas as pd

        count = self.rank_matrix.shape[1]
        return pd.DataFrame(dict(self.drawn), index=pd.RangeIndex(1, count + 1, name="run"))

    @property
    def scores(self) -> "pd.DataFrame":
        """The score of the index, a row per area, a column per run (from 1)."""
        return self._over_runs(self.score_matrix)

    @property
    def ranks(self) -> "pd.DataFrame":
        """The rank on the index, the same shape as `scores`."""
        return self._over_runs(self.rank_matrix)

    @property
    def frequencies(self) -> "pd.DataFrame":
        """The share of runs in which each area has each rank: a column per rank that occurs, in order."""
        places = np.unique(self.rank_matrix[~np.isnan(self.rank_matrix)])
        return self._frame({f"{place:g}": (self.rank_matrix == place).mean(axis=1) for place in places})

    @property
    def sensitivity(self) -> "pd.DataFrame":
        """Si and STi of each factor with bootstrap intervals, index factor; raises where no study was asked for."""
        import pandas as pd

        return pd.DataFrame(self.sensitivities, index=pd.Index(list(self.factors), name="factor"))

    @property
    def sensitivities(self) -> dict[str, Column]:
        """The columns of `sensitivity`, an entry per factor."""
        if self.indices is None:
            raise AttributeError("no sensitivity study was asked for: call robustness(…, sobol=True)")
        held = self.indices
        columns = (held.first, held.first_low, held.first_high, held.total, held.total_low, held.total_high)
        return dict(zip(SENSITIVITY, columns, strict=True))

    def _frame(self, columns: dict[str, Column]) -> "pd.DataFrame":
        import pandas as pd

        return pd.DataFrame(columns, index=self._index())

    def _over_runs(self, matrix: Column) -> "pd.DataFrame":
        import pandas as pd

        return pd.DataFrame(matrix, index=self._index(), columns=pd.RangeIndex(1, matrix.shape[1] + 1, name="run"))

    def _index(self) -> "pd.Index[Any]":
        import pandas as pd

        if self.times:
            return pd.MultiIndex.from_arrays([self.areas, self.times], names=["uCode", "Time"])
        return pd.Index(list(self.areas), name="uCode")


def robustness(
    dataset: Dataset, recipe: Recipe, runs: int, seed: int, sobol: bool = False, progress: Progress | None = None
) -> Robustness:
    """Compute the index `runs` times, drawing the factors of `recipe` anew; with `sobol`, `runs`·(factors + 2) times.

    `progress` is called with the runs done and their number, and stops the work by returning False (`StoppedError`).
    Raises everything wrong with the factors at once, `BadRunsError`, `RunError` for a run that cannot be computed.
    """
    raise_all(wrong(runs, seed))
    drawn_from = factors.lay_out(dataset, recipe)
    nominal = Engine(dataset, recipe).result
    random, resampling = np.random.default_rng([seed, 0]), np.random.default_rng([seed, 1])
    widths = [factor.width for factor in drawn_from]
    numbers = sensitivity.design(widths, runs, random) if sobol else random.random((runs, sum(widths)))
    draws = factors.draw(drawn_from, numbers)
    done = evaluate(dataset, recipe, draws, progress)
    ranks = spread(nominal.rank(nominal.root), nominal.rows, len(dataset.areas))
    target = _mean_change(done.ranks, ranks)
    done.used[slice(None) if nominal.rows is None else nominal.rows] = True
    rows = np.flatnonzero(done.used)
    indices = sensitivity.indices(target, runs, resampling) if sobol else None
    findings = [*nominal.findings, *done.findings, *(factor.idle for factor in drawn_from if factor.idle)]
    if indices is not None and np.isnan(indices.first).all():
        findings.append("No run changes a rank: there is no variance for a sensitivity study to share out.")
    return Robustness(
        areas=tuple(dataset.areas[row] for row in rows),
        times=tuple(dataset.times[row] for row in rows) if dataset.times else (),
        factors=tuple(factor.name for factor in drawn_from),
        nominal=_frozen(ranks[rows]),
        rank_matrix=_frozen(done.ranks[:, rows].T),
        score_matrix=_frozen(done.scores[:, rows].T),
        drawn=draws.table,
        indices=indices,
        findings=tuple(dict.fromkeys(findings)),
    )


def wrong(runs: int, seed: int) -> list[KnownError]:
    """What is wrong with a number of runs and a seed."""
    errors: list[KnownError] = []
    if isinstance(runs, bool) or not isinstance(runs, int | np.integer) or runs < 1:
        errors.append(BadRunsError(value=runs, what="number of runs", least=1))
    if isinstance(seed, bool) or not isinstance(seed, int | np.integer) or seed < 0:
        errors.append(BadRunsError(value=seed, what="seed", least=0))
    return errors


def _mean_change(ranks: Column, nominal: Column) -> Column:
    """Per run the mean of |rank − nominal rank| over the areas ranked in both; 0 where there is none."""
    moved = np.abs(ranks - nominal)
    counted = (~np.isnan(moved)).sum(axis=1)
    change: Column = np.nansum(moved, axis=1) / np.maximum(counted, 1)
    return change


def _summary(ranks: Column) -> Column:
    """Mean, median, 5 % and 95 % quantile of each row."""
    middle, low, high = np.quantile(ranks, [0.5, 0.05, 0.95], axis=1)
    return np.array([ranks.mean(axis=1), middle, low, high])


def _frozen(values: Column) -> Column:
    values.setflags(write=False)
    return values
