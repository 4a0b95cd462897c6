"""How fast many runs are, on the countries of the ASEM golden set (51 × 49) where it is there, else on as many made up.

Reported, never asserted: `make bench`. Goals, on two cores: 1,000 runs over normalisation × treatment × weights ×
aggregation ≤ 0.2 s, 10,000 runs ≤ 2 s, a Sobol study of 4 factors with N = 500 (3,000 runs) ≤ 1 s.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from citeria_core import Dataset, Recipe, robustness
from citeria_core.model import Node
from citeria_core.uncertainty import Robustness

ASEM = Path(__file__).parents[3] / "shared" / "reference" / "coinr"
METHOD = """
[treat]
method = "winsorise_log"
[normalise]
lower = 1
mean = 100
sd = 5
"""
NOISE = '[[uncertainty.factor]]\nname = "weights"\nkind = "weight_noise"\nspread = 0.25\n'
CHOICES = """
[[uncertainty.factor]]
name = "normalisation"
kind = "choice"
path = "normalise.method"
options = ["minmax", "zscore", "rank"]
[[uncertainty.factor]]
name = "treatment"
kind = "choice"
path = "treat.max_winsorised"
options = [0, 3, 5]
[[uncertainty.factor]]
name = "aggregation"
kind = "choice"
path = "aggregate.method"
options = ["arithmetic", "geometric"]
"""
DOUBT = '[[uncertainty.factor]]\nname = "doubt"\nkind = "values"\n'
DROP = '[[uncertainty.factor]]\nname = "drop"\nkind = "drop_one"\n'


@pytest.fixture(scope="module")
def asem() -> Dataset:
    if not ASEM.exists():
        return made_up(51, 49)
    from citeria_db.exchange import coin_tables

    return coin_tables.dataset(ASEM / "raw_iData.csv", ASEM / "raw_iMeta.csv")


def made_up(areas: int, indicators: int) -> Dataset:
    """Heavy-tailed values in eight pillars of two halves."""
    nodes = [Node("I", "", None, 1.0), Node("L", "", "I", 1.0), Node("R", "", "I", 1.0)]
    nodes += [Node(f"P{number}", "", "L" if number < 4 else "R", 1.0) for number in range(8)]
    nodes += [Node(f"x{number}", "", f"P{number % 8}", 1.0, f"x{number}") for number in range(indicators)]
    values = np.random.default_rng(1).lognormal(size=(areas, indicators))
    return Dataset.build([(f"A{row}", "") for row in range(areas)], nodes, values)


def study(benchmark: Any, dataset: Dataset, text: str, runs: int, sobol: bool = False) -> Robustness:
    recipe = Recipe.from_toml(METHOD + text)

    def work() -> Robustness:
        held = robustness(dataset, recipe, runs=runs, seed=1, sobol=sobol)
        assert len(held.statistics["q05"]) == len(dataset.areas)
        return held

    made: Robustness = benchmark.pedantic(work, rounds=5, warmup_rounds=1)
    return made


@pytest.mark.parametrize("runs", [1_000, 10_000])
def test_runs_over_normalisation_treatment_weights_and_aggregation(
    benchmark: Any, asem: Dataset, runs: int, goal: Callable[[str], None]
):
    goal({1_000: "robustness, 51 × 49, 1,000 runs over four factors"}.get(runs, "robustness, 51 × 49, 10,000 runs"))
    assert study(benchmark, asem, NOISE + CHOICES, runs).rank_matrix.shape == (51, runs)


def test_a_sobol_study_of_four_factors(benchmark: Any, asem: Dataset, goal: Callable[[str], None]):
    goal("Sobol, 51 × 49, N = 500, four factors")
    held = study(benchmark, asem, NOISE + CHOICES, 500, sobol=True)
    assert held.rank_matrix.shape == (51, 3_000)
    assert list(held.sensitivities) == ["Si", "Si_q05", "Si_q95", "STi", "STi_q05", "STi_q95"]


def test_1000_runs_each_without_one_indicator(benchmark: Any, asem: Dataset):
    assert study(benchmark, asem, DROP + NOISE, 1_000).rank_matrix.shape == (51, 1_000)


def test_1000_runs_over_20_doubtful_columns_where_every_run_has_its_own_data(benchmark: Any, asem: Dataset):
    bounds = {}
    for code, column in list(zip(asem.indicators, asem.columns, strict=True))[:20]:
        low, high = np.full(len(column), np.nan), np.full(len(column), np.nan)
        row = int(np.flatnonzero(~np.isnan(column))[7])
        low[row], high[row] = column[row] - abs(column[row]) / 10, column[row] + abs(column[row]) / 10 + 1e-9
        bounds[code] = (low, high)
    held = study(benchmark, replace(asem, bounds=bounds), DOUBT, 1_000)
    assert len(held.drawn) == 20


def test_1000_runs_of_weights_at_10000_areas_by_100_indicators(benchmark: Any):
    large = made_up(10_000, 100)
    recipe = Recipe.from_toml(NOISE)
    held = benchmark.pedantic(lambda: robustness(large, recipe, runs=1_000, seed=1), rounds=1)
    assert held.rank_matrix.shape == (10_000, 1_000)
