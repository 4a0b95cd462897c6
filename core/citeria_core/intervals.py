"""Rank intervals for a ranking: between which ranks each area stands if weights and doubtful values were others.

A reading of `uncertainty` for those who look at a ranking: pure, of values only, so that any thread may compute it.
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from citeria_core import uncertainty
from citeria_core.dataset import Column, Dataset
from citeria_core.errors import KnownError, raise_all
from citeria_core.recipe import Factor, Recipe
from citeria_core.runs import Progress
from citeria_core.uncertainty import BadRunsError, Robustness

RUNS: Final = 1000
SEED: Final = 1
TOP: Final = 5
# Weights within a quarter of what they are, the JRC's usual choice, and what the data leave open.
STANDARD: Final = (Factor("weights", "weight_noise", spread=0.25), Factor("values", "values"))


@dataclass(frozen=True, slots=True)
class Interval:
    """The ranks of one area over all runs that rank it: nominal, 5 %, 50 % and 95 % quantiles (type 7), extremes.

    NaN where there is none. `ranked` and `first` are the shares of runs that rank it, and that have it among the first.
    """

    area: str
    time: str
    nominal: float
    low: float
    median: float
    high: float
    best: float
    worst: float
    ranked: float
    first: float


@dataclass(frozen=True, slots=True)
class Intervals:
    """The interval of every area, in the order of the dataset, and how firm the first `top` ranks are.

    `same`: the share of runs with the same areas on the first `top` ranks as nominally. `kept`: the mean share of those
    areas that stay there. NaN where nobody stands there.
    """

    areas: tuple[Interval, ...]
    top: int
    same: float
    kept: float
    runs: int
    seed: int
    factors: tuple[str, ...]
    findings: tuple[str, ...]


def intervals(
    dataset: Dataset,
    recipe: Recipe,
    runs: int = RUNS,
    seed: int = SEED,
    top: int = TOP,
    own_factors: bool = False,
    progress: Progress | None = None,
) -> Intervals:
    """Compute the index `runs` times and read every area's interval off; the same seed gives the same intervals.

    Drawn are weights within ± 25 % and doubtful values (`STANDARD`), or with `own_factors` what the recipe lists.
    `progress` and errors are those of `uncertainty.robustness`.
    """
    errors: list[KnownError] = uncertainty.wrong(runs, seed)
    if top < 1:
        errors.append(BadRunsError(value=top, what="number of first ranks", least=1))
    raise_all(errors)
    drawn = recipe if own_factors else replace(recipe, factors=STANDARD)
    return read(uncertainty.robustness(dataset, drawn, runs, seed, progress=progress), runs, seed, top)


def read(held: Robustness, runs: int, seed: int, top: int) -> Intervals:
    """The intervals of a study of `runs` runs that is there already."""
    ranked = ~np.isnan(held.rank_matrix)
    first = held.rank_matrix <= top
    nominal = held.nominal <= top
    best, worst = (np.full(len(held.areas), np.nan) for _ in range(2))
    some = ranked.any(axis=1)
    best[some], worst[some] = np.nanmin(held.rank_matrix[some], axis=1), np.nanmax(held.rank_matrix[some], axis=1)
    statistics = held.statistics
    columns: list[Column] = [statistics[name] for name in ("nominal", "q05", "median", "q95")]
    columns += [best, worst, ranked.mean(axis=1), first.mean(axis=1)]
    times = held.times or ("",) * len(held.areas)
    rows = zip(held.areas, times, *(column.tolist() for column in columns), strict=True)
    there = first[nominal]
    return Intervals(
        areas=tuple(Interval(*row) for row in rows),
        top=top,
        same=float((first == nominal[:, None]).all(axis=0).mean()) if nominal.any() else np.nan,
        kept=float(there.mean()) if nominal.any() else np.nan,
        runs=runs,
        seed=seed,
        factors=held.factors,
        findings=held.findings,
    )
