"""Robustness: batched runs equal an Engine run by run, draws are what the recipe says, errors name what was drawn."""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from citeria_core import Dataset, Engine, Recipe, robustness
from citeria_core.aggregate import NotPositiveError
from citeria_core.errors import CombinedError, KnownError
from citeria_core.model import CellReading, Node
from citeria_core.recipe_path import RecipePath
from citeria_core.result import Result
from citeria_core.runs import RunError, StoppedError
from citeria_core.uncertainty import BadRunsError, Robustness

NODES = [
    Node("I", "I", None, 1.0),
    Node("P", "P", "I", 2.0),
    Node("Q", "Q", "I", 1.0),
    *(Node(f"x{n}", f"x{n}", "P" if n < 4 else "Q", 1.0 + n % 3, f"x{n}", -1 if n == 2 else 1) for n in range(7)),
]
SCALE = """
[[uncertainty.factor]]
name = "scale"
kind = "choice"
path = "normalise.method"
options = ["minmax", "rank"]
"""
NOISE = '[[uncertainty.factor]]\nname = "weights"\nkind = "weight_noise"\nspread = 0.25\n'
DROP = '[[uncertainty.factor]]\nname = "drop"\nkind = "drop_one"\n'
VALUES = '[[uncertainty.factor]]\nname = "values"\nkind = "values"\n'


def choice(name: str, path: str, *options: str) -> str:
    listed = ", ".join(f'"{option}"' for option in options)
    return f'[[uncertainty.factor]]\nname = "{name}"\nkind = "choice"\npath = "{path}"\noptions = [{listed}]\n'


def uniform(name: str, path: str, low: float, high: float) -> str:
    return f'[[uncertainty.factor]]\nname = "{name}"\nkind = "uniform"\npath = "{path}"\nlow = {low}\nhigh = {high}\n'


def made_up(seed: int, areas: int = 12, gaps: float = 0.1, **more: Any) -> Dataset:
    random = np.random.default_rng(seed)
    values = np.round(random.lognormal(2, 1, (areas, 7)), 1)
    values[random.random((areas, 7)) < gaps] = np.nan
    return Dataset.build([(f"A{row}", "") for row in range(areas)], NODES, values, **more)


def plain(dataset: Dataset, recipe: Recipe, drawn: Mapping[str, Any]) -> Result:
    """One run by an Engine of its own, from what the table of runs says it drew."""
    engine = Engine(dataset, replace(recipe, factors=()))
    chosen = replace(recipe, factors=())
    for factor in recipe.factors:
        if factor.kind in ("choice", "uniform"):
            path = RecipePath.of(str(factor.path))
            chosen = path.set(chosen, path.checked(drawn[factor.name]))
    engine.set_recipe(replace(chosen, aggregate=replace(chosen.aggregate, method="arithmetic")))
    for factor in recipe.factors:
        for column, number in drawn.items():
            name, _, rest = column.partition(".")
            if name == factor.name and factor.kind == "values":
                area, indicator = rest.split(".")
                engine.set_value(area, indicator, float(number))
    if not any(factor.kind in ("weight_noise", "drop_one") for factor in recipe.factors):
        return engine.set_recipe(chosen)
    if chosen.weights.source not in ("metadata", "equal"):
        derived = engine.set_recipe(chosen).weights
        chosen = replace(chosen, weights=replace(chosen.weights, source="metadata"))
        engine.set_recipe(chosen)
        for node, weight in derived.items():
            engine.set_weight(node, weight)
    elif chosen.weights.source == "equal":
        chosen = replace(chosen, weights=replace(chosen.weights, source="metadata"))
        for node in dataset.nodes:
            engine.set_weight(node.code, 1.0)
    for factor in recipe.factors:
        for node in engine.result.nodes:
            if factor.kind == "weight_noise" and f"{factor.name}.{node}" in drawn:
                engine.set_weight(node, engine.result.relative_weights[node] * drawn[f"{factor.name}.{node}"])
        if factor.kind == "drop_one" and drawn[factor.name] != "none":
            engine.set_weight(drawn[factor.name], 0.0)
    return engine.set_recipe(chosen)


def assert_as_an_engine_says(dataset: Dataset, recipe: Recipe, runs: int, seed: int = 1) -> Robustness:
    held = robustness(dataset, recipe, runs=runs, seed=seed)
    table, scores, ranks = held.runs, held.scores, held.ranks
    for run in table.index:
        result = plain(dataset, recipe, table.loc[run].to_dict())
        expected = result.scores[result.root].reindex(scores.index)
        np.testing.assert_allclose(scores[run], expected, rtol=1e-12, atol=1e-12)
        np.testing.assert_array_equal(ranks[run], result.ranks[result.root].reindex(scores.index))
    return held


METHODS = ("arithmetic", "geometric", "harmonic", "power", "median", "minimum", "maximum", "copeland", "borda")
BASE = "[normalise]\nlower = 1.0\n[aggregate]\npower = 2.0\n"


@pytest.mark.parametrize(
    "text",
    [
        BASE + NOISE + choice("aggregation", "aggregate.method", *METHODS),
        BASE + NOISE + choice("upper", "aggregate.level.3.method", *METHODS) + "levels = [1]\n",
        BASE + NOISE + choice("one", "node.P.aggregate.method", *METHODS),
        BASE + NOISE + choice("scale", "normalise.method", "minmax", "rank", "percentile_rank", "distance_to_max"),
        BASE + NOISE + choice("own", "indicator.x3.normalise.method", "minmax", "rank", "borda"),
        BASE + NOISE + choice("outliers", "treat.method", "none", "winsorise", "winsorise_log", "log"),
        BASE + NOISE + choice("gaps", "impute.method", "none", "mean", "median", "row_mean", "knn", "em", "constant"),
        BASE + NOISE + choice("ties", "rank.ties", "min", "max", "average", "dense", "ordinal"),
        BASE + choice("source", "weights.source", "metadata", "equal", "pca", "entropy", "critic"),
        BASE + NOISE + choice("screening", "screen.by", "none", "availability") + "[screen]\nmin_availability = 0.9\n",
        BASE + NOISE + uniform("gap", "aggregate.min_availability", 0.0, 1.0),
        BASE + NOISE + uniform("skew", "treat.max_skew", 0.5, 3.0) + '[treat]\nmethod = "winsorise"\n',
        BASE + uniform("steps", "treat.max_winsorised", 0, 5) + '[treat]\nmethod = "winsorise"\nmax_skew = 0.1\n',
        BASE + NOISE + DROP,
        BASE + DROP + choice("aggregation", "aggregate.method", "arithmetic", "geometric", "copeland", "borda"),
        '[weights]\nsource = "equal"\n' + NOISE + DROP,
    ],
)
def test_batched_runs_equal_an_engine_run_by_run(text: str):
    assert_as_an_engine_says(made_up(3), Recipe.from_toml(text), runs=24)


def test_noise_on_weights_from_the_data_multiplies_what_the_data_suggest():
    random = np.random.default_rng(8)
    values = np.exp(random.normal(0, 1, (12, 1)) + random.normal(0, 0.3, (12, 7)))
    values[:, 2] = 1 / values[:, 2]  # the one with direction −1: all loadings are positive
    dataset = Dataset.build([(f"A{row}", "") for row in range(12)], NODES, values)
    recipe = Recipe.from_toml(BASE + NOISE + choice("source", "weights.source", "metadata", "equal", "pca", "critic"))
    assert_as_an_engine_says(dataset, recipe, runs=40)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.integers(0, 10_000),
    st.lists(
        st.sampled_from([NOISE, DROP, choice("n", "normalise.method", "rank", "minmax")]), min_size=1, unique=True
    ),
    st.sampled_from(["arithmetic", "geometric", "harmonic", "power", "copeland", "borda"]),
    st.floats(0, 0.5),
    st.sampled_from([0.0, 0.4, 0.7]),
)
def test_batched_runs_equal_an_engine_on_any_data(seed: int, factors: Any, method: str, gaps: float, enough: float):
    text = f'[normalise]\nlower = 1.0\n[aggregate]\nmethod = "{method}"\nmin_availability = {enough}\npower = -1.5\n'
    assert_as_an_engine_says(made_up(seed, gaps=gaps), Recipe.from_toml(text + "".join(factors)), runs=6, seed=seed)


EXTREME = st.sampled_from([0.0, 1.0, -1.0, 1e308, -1e308, 5e-324, 1e-300, math.nan, 3.0, 7.5])


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.lists(EXTREME, min_size=7, max_size=7), min_size=1, max_size=5),
    st.sampled_from(["arithmetic", "power", "copeland", "borda"]),
    st.sampled_from(["minmax", "zscore", "rank", "none"]),
)
@example([[0.0, 0.0, -1e308, 0.0, 0.0, 0.0, 0.0]], "power", "none")
def test_huge_tiny_and_missing_numbers_are_ranked_as_an_engine_does_or_refused_in_words(
    values: Any, method: str, scale: str
):
    dataset = Dataset.build([(f"A{row}", "") for row in range(len(values))], NODES, values)
    text = f'[normalise]\nmethod = "{scale}"\n[aggregate]\nmethod = "{method}"\npower = 0.5\n'
    try:
        held = assert_as_an_engine_says(dataset, Recipe.from_toml(text + NOISE + DROP), runs=3)
    except NotPositiveError:  # of the power mean, in words
        return
    assert np.isfinite(held.rank_matrix[~np.isnan(held.score_matrix)]).all()


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from(["arithmetic", "geometric", "median", "copeland"]))
def test_noise_without_spread_gives_the_nominal_ranks_in_every_run(seed: int, method: str):
    text = f'[normalise]\nlower = 1.0\n[aggregate]\nmethod = "{method}"\n' + NOISE.replace("0.25", "0.0")
    held = robustness(made_up(seed), Recipe.from_toml(text), runs=4, seed=seed)
    for run in range(4):
        np.testing.assert_array_equal(held.rank_matrix[:, run], held.nominal)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.permutations(range(12)), st.floats(0.01, 100))
def test_the_order_of_areas_and_the_unit_of_weights_change_nothing(seed: int, order: Any, unit: float):
    dataset = made_up(seed)
    turned = Dataset.build(
        [(dataset.areas[row], "") for row in order],
        [replace(node, weight=node.weight * unit) for node in NODES],
        dataset.values[list(order)],
    )
    recipe = Recipe.from_toml(BASE + NOISE + DROP + SCALE)
    first, second = (robustness(one, recipe, runs=8, seed=seed) for one in (dataset, turned))
    np.testing.assert_allclose(second.score_matrix, first.score_matrix[list(order)], rtol=1e-12)
    np.testing.assert_array_equal(second.rank_matrix, first.rank_matrix[list(order)])


def test_doubtful_cells_are_drawn_within_their_range_and_scored_like_edits():
    low, high = np.full(12, np.nan), np.full(12, np.nan)
    low[4], high[4], low[7] = 1.0, 90.0, 0.5
    reading = CellReading("A5", "x1", 3.0, None, rivals=2, claims=(3.0, 40.0))
    dataset = made_up(3, gaps=0.0, bounds={"x0": (low, high)}, readings={("A5", "x1"): reading})
    recipe = Recipe.from_toml(BASE + VALUES + NOISE + choice("source", "weights.source", "metadata", "equal"))
    held = assert_as_an_engine_says(dataset, recipe, runs=40)
    drawn = held.runs
    assert [column for column in drawn if column.startswith("values")] == [
        "values.A4.x0",
        "values.A5.x1",
        "values.A7.x0",
    ]
    assert drawn["values.A4.x0"].between(1, 90).all()
    assert drawn["values.A7.x0"].between(0.5, dataset.values[7, 0]).all()
    assert set(drawn["values.A5.x1"]) == {3.0, 40.0}


def test_a_factor_of_values_without_a_doubtful_cell_is_a_finding():
    held = robustness(made_up(1), Recipe.from_toml(VALUES), runs=3, seed=1)
    assert any("no cell has a range or rival values" in told for told in held.findings)
    assert (held.rank_matrix.std(axis=1) == 0).all()


def test_a_range_upside_down_names_its_cell():
    low, high = np.full(12, 5.0), np.full(12, 9.0)
    high[2] = 4.0
    with pytest.raises(KnownError, match="“x0” of area “A2”: its low, 5, is above its high, 4"):
        robustness(made_up(1, bounds={"x0": (low, high)}), Recipe.from_toml(VALUES), runs=3, seed=1)


@pytest.mark.parametrize("method", ["median", "minimum", "maximum"])
def test_dropping_leaves_the_indicator_out_where_weights_are_unused(method: str):
    dataset = made_up(5, gaps=0.0)
    recipe = Recipe.from_toml(f'[aggregate]\nmethod = "{method}"\n' + DROP)
    held = robustness(dataset, recipe, runs=60, seed=2)
    assert set(held.runs["drop"]) == {*dataset.indicators, "none"}
    for run, code in held.runs["drop"].items():
        kept = [node for node in NODES if node.code != code]
        places = [place for place, other in enumerate(dataset.indicators) if other != code]
        areas = [(area, "") for area in dataset.areas]
        without = Engine(Dataset.build(areas, kept, dataset.values[:, places]), replace(recipe, factors=())).result
        np.testing.assert_allclose(held.scores[run], without.score("I"), rtol=1e-12)


def test_benefit_of_the_doubt_weighs_for_itself_and_can_lose_an_indicator():
    dataset = made_up(5, areas=6, gaps=0.0)
    recipe = Recipe.from_toml('[weights]\nsource = "bod"\n' + DROP)
    held = robustness(dataset, recipe, runs=12, seed=2)
    nominal = Engine(dataset, replace(recipe, factors=())).result
    for run, code in held.runs["drop"].items():
        engine = Engine(dataset, replace(recipe, factors=()))
        for area in dataset.areas if code != "none" else ():
            engine.set_value(area, code, None)
        np.testing.assert_array_equal(held.scores[run], engine.result.score("I"))
    np.testing.assert_array_equal(held.nominal, nominal.rank("I"))


def test_two_areas_two_choices_by_hand(flat: Any):
    """x1 says A1, x2 says A2 by more; ranks count both alike, so that the weights 3 : 2 decide for A1 there."""
    dataset = flat([[1, 1], [0, 3], [0.5, 0]], weights=[3, 2])
    text = '[normalise]\nmethod = "none"\n' + choice("scale", "normalise.method", "none", "rank")
    held = robustness(dataset, Recipe.from_toml(text), runs=400, seed=7)
    by_scale = {scale: held.scores[run] for run, scale in held.runs["scale"].items()}
    assert by_scale["none"].tolist() == pytest.approx([1.0, 1.2, 0.3])
    assert by_scale["rank"].tolist() == pytest.approx([(9 + 4) / 5, (3 + 6) / 5, (6 + 2) / 5])
    share = (held.runs["scale"] == "rank").mean()
    assert 0.4 < share < 0.6
    stats = held.rank_stats
    assert stats.loc["A1"].to_dict() == pytest.approx(
        {
            "nominal": 2.0,
            "mean": 1 * share + 2 * (1 - share),
            "median": 1.0 if share > 0.5 else 2.0,
            "q05": 1.0,
            "q95": 2.0,
        }
    )
    assert stats.loc["A3"].tolist() == [3.0] * 5
    frequencies = held.frequencies
    assert frequencies.loc["A2"].to_dict() == pytest.approx({"1": 1 - share, "2": share, "3": 0.0})


def test_rank_quantiles_are_of_type_7_and_over_the_runs_that_rank_the_area():
    matrix = np.array([[1.0, 2.0, 4.0, 8.0], [1.0, np.nan, np.nan, 3.0], [np.nan] * 4])
    held = Robustness(("a", "b", "c"), (), (), np.array([1.0, 2.0, np.nan]), matrix, matrix, {}, None, ())
    stats = held.statistics
    assert stats["q05"].tolist()[:2] == pytest.approx([1.15, 1.1])
    assert stats["q95"].tolist()[:2] == pytest.approx([7.4, 2.9])
    assert stats["median"].tolist()[:2] == [3.0, 2.0]
    assert all(math.isnan(column[2]) for column in stats.values())


def test_times_are_ranked_apart():
    dataset = replace(made_up(4), times=("2019",) * 6 + ("2020",) * 6)
    held = robustness(dataset, Recipe.from_toml(NOISE), runs=20, seed=1)
    assert held.ranks.loc[(slice(None), "2020"), :].max().max() == 6
    assert held.rank_stats.index.names == ["uCode", "Time"]
    nominal = Engine(dataset, Recipe()).result
    np.testing.assert_array_equal(held.rank_stats["nominal"], nominal.rank("I"))


FOUR = BASE + NOISE + DROP + SCALE + VALUES


def test_the_same_seed_gives_the_same_numbers_and_another_seed_others():
    dataset = made_up(3)
    first, second, third = (robustness(dataset, Recipe.from_toml(FOUR), runs=30, seed=seed) for seed in (5, 5, 6))
    assert first.score_matrix.tobytes() == second.score_matrix.tobytes()
    assert first.runs.equals(second.runs)
    assert not first.runs.equals(third.runs)


def test_more_runs_begin_with_the_fewer_ones():
    dataset = made_up(3)
    fewer, more = (robustness(dataset, Recipe.from_toml(FOUR), runs=runs, seed=5) for runs in (10, 40))
    np.testing.assert_array_equal(more.score_matrix[:, :10], fewer.score_matrix)


def test_noise_stays_within_its_spread_on_the_levels_asked_for():
    recipe = Recipe.from_toml(NOISE + "levels = [2]\n")
    drawn = robustness(made_up(3), recipe, runs=500, seed=1).runs
    assert list(drawn.columns) == ["weights.P", "weights.Q"]
    assert drawn.min().min() >= 0.75
    assert drawn.max().max() < 1.25
    assert abs(drawn.to_numpy().mean() - 1) < 0.02


def test_a_run_that_cannot_be_computed_names_what_it_drew():
    text = '[normalise]\nmethod = "rank"\n[aggregate]\nmethod = "geometric"\n'
    dataset = made_up(3, gaps=0.0)
    with pytest.raises(RunError, match=r"Run \d+ \(scale = minmax, weights\.P = .*geometric mean of node") as caught:
        robustness(dataset, Recipe.from_toml(text + NOISE + SCALE), runs=50, seed=1)
    assert caught.value.params["values"]["scale"] == "minmax"  # type: ignore[index]


def test_everything_wrong_with_the_factors_is_told_at_once():
    text = (
        NOISE
        + "levels = [1, 7]\n"
        + choice("a", "node.Z.aggregate.method", "median")
        + choice("b", "normalise.method", "rank")
        + choice("c", "normalise.method", "minmax")
        + uniform("d", "treat.max_winsorised", 0.5, 3)
        + uniform("e", "aggregate.min_availability", 0.5, 3)
    )
    with pytest.raises(CombinedError) as caught:
        robustness(made_up(3), Recipe.from_toml(text), runs=5, seed=1)
    told = str(caught.value).splitlines()
    assert len(told) == 4
    for words in ("no weight stands on level 7", "two factors vary", "whole numbers", "from 0 to 1"):
        assert any(words in line for line in told)
    with pytest.raises(RunError, match="no node with parts “Z”"):
        robustness(made_up(3), Recipe.from_toml(choice("a", "node.Z.aggregate.method", "median")), runs=5, seed=1)


def test_no_factor_no_run_and_no_seed_are_errors_in_words():
    with pytest.raises(KnownError, match="no factor is named"):
        robustness(made_up(3), Recipe(), runs=5, seed=1)
    with pytest.raises(CombinedError, match="0 is no number of runs") as caught:
        robustness(made_up(3), Recipe.from_toml(NOISE), runs=0, seed=-1)
    assert all(isinstance(error, BadRunsError) for error in caught.value.errors)


def test_options_that_contradict_one_another_are_an_error_of_the_run():
    text = '[normalise]\nlower = 0.0\n[[uncertainty.factor]]\nname="top"\nkind="choice"\npath="normalise.upper"\n'
    with pytest.raises(RunError, match=r"top = -5.*“lower” must be below “upper”"):
        robustness(made_up(3), Recipe.from_toml(text + "options = [10, -5]\n"), runs=20, seed=1)


def test_progress_is_told_and_can_stop_the_work():
    told: list[tuple[int, int]] = []
    recipe = Recipe.from_toml(NOISE + SCALE)
    robustness(made_up(3), recipe, runs=40, seed=1, progress=lambda done, total: told.append((done, total)))
    assert (told[0], told[-1]) == ((0, 40), (40, 40))
    assert len(told) > 2
    with pytest.raises(StoppedError, match="of 40 runs"):
        robustness(made_up(3), recipe, runs=40, seed=1, progress=lambda done, total: done == 0)


def test_a_single_area_and_a_constant_column_are_no_errors(flat: Any):
    held = robustness(flat([[1, 2]]), Recipe.from_toml('[normalise]\nmethod = "none"\n' + NOISE), runs=3, seed=1)
    assert held.rank_matrix.tolist() == [[1.0, 1.0, 1.0]]
    constant = robustness(flat([[1, 2], [1, 3]]), Recipe.from_toml(NOISE), runs=3, seed=1)
    assert constant.rank_matrix.tolist() == [[2.0] * 3, [1.0] * 3]
    assert any("constant" in told for told in constant.findings)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[weights]\nsource = "bod"\n', "by the benefit of the doubt each area finds its own weights"),
        ('[aggregate]\nmethod = "median"\n', "no node uses these weights"),
        ("[aggregate]\nweighted = false\n", "no node uses these weights"),
    ],
)
def test_noise_on_weights_that_nothing_uses_says_so(text: str, told: str):
    held = robustness(made_up(3, gaps=0), Recipe.from_toml(text + NOISE), runs=3, seed=1)
    assert (held.rank_matrix == held.rank_matrix[:, :1]).all()
    assert any(told in line for line in held.findings)


def test_noise_on_weights_that_some_runs_use_says_nothing():
    text = '[aggregate]\nmethod = "median"\n' + NOISE + choice("mean", "aggregate.method", "median", "arithmetic")
    assert not any("weights" in line for line in robustness(made_up(3), Recipe.from_toml(text), 3, 1).findings)
