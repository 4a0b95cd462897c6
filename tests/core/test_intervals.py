"""Rank intervals: a study of robustness as a ranking shows it."""

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citeria_core import Dataset, Engine, Recipe, robustness
from citeria_core.errors import CombinedError
from citeria_core.intervals import STANDARD, Intervals, intervals
from citeria_core.model import CellReading, Missing, Node
from citeria_core.runs import StoppedError

NOISE = '[[uncertainty.factor]]\nname = "w"\nkind = "weight_noise"\nspread = 0.9\n'


@pytest.fixture
def six(flat: Any) -> Dataset:
    random = np.random.default_rng(2)
    return flat(random.lognormal(1, 1, (6, 4)).round(2), weights=[1, 2, 3, 1])


def test_they_are_what_a_study_of_robustness_says(six: Dataset):
    held = intervals(six, Recipe(), runs=80, seed=3, top=2)
    study = robustness(six, replace(Recipe(), factors=STANDARD), runs=80, seed=3)
    for one, (_, row) in zip(held.areas, study.rank_stats.iterrows(), strict=True):
        assert (one.nominal, one.low, one.median, one.high) == tuple(row[["nominal", "q05", "median", "q95"]])
    ranks = study.rank_matrix
    first = {area for area, rank in zip(six.areas, study.nominal, strict=True) if rank <= 2}
    runs = [{area for area, rank in zip(six.areas, ranks[:, run], strict=True) if rank <= 2} for run in range(80)]
    assert held.same == sum(found == first for found in runs) / 80
    assert held.kept == pytest.approx(sum(len(found & first) for found in runs) / 80 / len(first))
    for place, one in enumerate(held.areas):
        assert (one.best, one.worst) == (ranks[place].min(), ranks[place].max())
        assert one.first == (ranks[place] <= 2).mean()


def test_the_factors_of_the_recipe_are_drawn_when_asked_for(six: Dataset):
    recipe = Recipe.from_toml(NOISE)
    assert intervals(six, recipe, runs=5).factors == ("weights", "values")
    assert intervals(six, recipe, runs=5, own_factors=True).factors == ("w",)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000))
def test_the_same_seed_gives_the_same_intervals_and_the_nominal_rank_lies_between_the_extremes(seed: int):
    values = np.random.default_rng(seed).lognormal(size=(7, 3))
    nodes = [Node("I", "I", None, 1.0), *(Node(f"x{n}", f"x{n}", "I", 1.0, f"x{n}") for n in range(3))]
    data = Dataset.build([(f"A{row}", "") for row in range(7)], nodes, values)
    held, again = (intervals(data, Recipe(), runs=30, seed=seed) for _ in range(2))
    assert held == again
    assert all(one.best <= one.low <= one.median <= one.high <= one.worst for one in held.areas)


def test_an_area_that_only_a_bound_ranks_has_an_interval_without_a_nominal_rank(flat: Any):
    bound = CellReading("A2", "x1", None, Missing.BOUND_ONLY, low=4.0)
    data = replace(flat([[9.0], [np.nan], [1.0], [np.nan]]), readings={("A2", "x1"): bound})
    held = intervals(data, Recipe(), runs=50, top=1)
    bounded, absent = held.areas[1], held.areas[3]
    assert math.isnan(bounded.nominal)
    assert (bounded.low, bounded.high, bounded.ranked) == (2.0, 2.0, 1.0)
    assert math.isnan(absent.low)
    assert (absent.ranked, absent.first) == (0.0, 0.0)
    assert (held.same, held.kept) == (1.0, 1.0)


def test_edits_of_values_and_weights_are_in_what_is_drawn_from(six: Dataset):
    engine = Engine(six, Recipe())
    engine.set_value("A1", "x1", 99.0)
    engine.set_weight("x2", 7.0)
    fresh = Engine(engine.result.edited(), Recipe()).result
    assert fresh.score("I").tobytes() == engine.result.score("I").tobytes()
    assert intervals(engine.result.edited(), Recipe(), runs=5) != intervals(six, Recipe(), runs=5)


def test_wrong_numbers_are_told_at_once_and_work_can_be_stopped(six: Dataset):
    with pytest.raises(CombinedError, match="0 is no number of runs") as caught:
        intervals(six, Recipe(), runs=0, seed=-1, top=0)
    assert len(caught.value.errors) == 3
    with pytest.raises(StoppedError):
        intervals(six, Recipe(), progress=lambda done, total: False)


def test_nobody_ranked_has_no_stability(flat: Any):
    held: Intervals = intervals(flat([[np.nan], [np.nan]]), Recipe(), runs=3)
    assert math.isnan(held.same)
    assert [one.ranked for one in held.areas] == [0.0, 0.0]
