"""How fast the engine is: full build, one cell edited, one weight changed, removal of doubt about clusters.

Reported, never asserted: `make bench`. Goals, on two cores: build ≤ 0.6 s at 10,000 × 100; a cell or weight to all
ranks ≤ 1 ms at 51 × 49 and ≤ 16 ms at 10,000 × 100; Copeland of 400 × 100 ≤ 0.5 s; clusters of 1,000 × 100 ≤ 150 ms.
"""

from collections.abc import Callable
from itertools import count
from typing import Any

import numpy as np
import pytest

from citeria_core import Dataset, Engine, Recipe
from citeria_core.cluster import ward
from citeria_core.model import Node
from citeria_core.result import Result
from citeria_core.statistics import components
from citeria_core.validity import validity

SIZES = [(51, 49), (1_000, 50), (10_000, 100)]
PIPELINE = '[impute]\nmethod = "median"\n[treat]\nmethod = "winsorise_log"'


def dataset(areas: int, indicators: int) -> Dataset:
    """Heavy-tailed values with 2 % gaps, ten indicators to a node, five nodes to a branch, a root."""
    source = np.random.default_rng(1)
    values = np.exp(source.normal(size=(areas, indicators)))
    values[source.random(values.shape) < 0.02] = np.nan
    pillars = max(indicators // 10, 1)
    nodes = [Node("I", "Index", None, 1.0)]
    nodes += [Node(f"B{number}", "", "I", 1.0) for number in range((pillars + 4) // 5)]
    nodes += [Node(f"P{number}", "", f"B{number // 5}", 1.0) for number in range(pillars)]
    for number in range(indicators):
        parent, sign = f"P{min(number // 10, pillars - 1)}", -1 if number % 5 == 0 else 1
        nodes.append(Node(f"x{number}", "", parent, 1.0, f"x{number}", sign))
    return Dataset.build([(f"A{number}", "") for number in range(areas)], nodes, values)


def ranked(result: Result) -> Result:
    """The result with the ranks of everything that changed."""
    for node in result.changed_nodes:
        result.rank(node)
    return result


@pytest.mark.parametrize(("areas", "indicators"), SIZES)
def test_full_build_to_ranks(areas: int, indicators: int, benchmark: Any, goal: Callable[[str], None]):
    goal(f"{areas:,} × {indicators}: full build to ranks")
    data, recipe = dataset(areas, indicators), Recipe.from_toml(PIPELINE)
    result = benchmark.pedantic(lambda: ranked(Engine(data, recipe).result), rounds=5, warmup_rounds=1)
    assert len(result.known_ranks) == len(result.nodes)


@pytest.mark.parametrize(("areas", "indicators"), SIZES)
def test_one_cell_edited_to_all_ranks(areas: int, indicators: int, benchmark: Any, goal: Callable[[str], None]):
    goal(f"{areas:,} × {indicators}: one cell edited → all ranks")
    engine = Engine(dataset(areas, indicators), Recipe.from_toml(PIPELINE))
    ranked(engine.result)
    turn = count(1)

    def edit() -> Result:
        number = next(turn)
        return ranked(engine.set_value(f"A{number * 7 % areas}", f"x{number * 3 % indicators}", 1 + number % 11 / 10))

    assert "I" in benchmark(edit).changed_nodes


@pytest.mark.parametrize(("areas", "indicators"), SIZES)
def test_one_weight_changed_to_all_ranks(areas: int, indicators: int, benchmark: Any, goal: Callable[[str], None]):
    goal(f"{areas:,} × {indicators}: one weight → all ranks")
    engine = Engine(dataset(areas, indicators), Recipe.from_toml(PIPELINE))
    ranked(engine.result)
    turn = count(1)
    result = benchmark(lambda: ranked(engine.set_weight("x3", 1 + next(turn) % 97 / 100)))
    assert result.changed_nodes == {"P0", "B0", "I"}


def test_copeland_of_400_areas_and_100_indicators(benchmark: Any, goal: Callable[[str], None]):
    goal("Copeland, 400 × 100")
    data = dataset(400, 100)
    recipe = Recipe.from_toml('[aggregate]\nmethod = "copeland"')
    result = benchmark.pedantic(lambda: Engine(data, recipe).result, rounds=5, warmup_rounds=1)
    assert not np.isnan(result.score("I")).all()


def test_clusters_components_and_silhouette_of_1000_areas_and_100_indicators(
    benchmark: Any, goal: Callable[[str], None]
):
    goal("Ward + PCA + silhouette, 1,000 × 100")
    result = Engine(dataset(1_000, 100), Recipe.from_toml('[impute]\nmethod = "median"')).result
    columns = [result.score(code) for code in result.dataset.indicators]

    def study() -> Any:
        return validity(result, ward(result, 6)), components(columns)

    held, _ = benchmark.pedantic(study, rounds=5, warmup_rounds=1)
    assert -1 <= held.silhouette <= 1
