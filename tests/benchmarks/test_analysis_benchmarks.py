"""How long an analyst waits for an answer: removing elements, break-even, why ranks changed, what to verify next.

Reported, never asserted: `make bench`. Goal, on two cores: all 49 indicators removed in turn ≤ 20 ms at 51 × 49.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from citeria_core import Dataset, Engine, Recipe
from citeria_core.breakeven import Pass, break_even
from citeria_core.compare import compare
from citeria_core.model import Node
from citeria_core.removal import remove_elements
from citeria_core.result import Result
from citeria_core.verify_next import Doubt, verify_next
from citeria_core.what_if import Value

AREAS, INDICATORS = 51, 49


@pytest.fixture
def result() -> Result:
    """Heavy-tailed values of 51 areas × 49 indicators in eight nodes and two branches, without gaps."""
    values = np.exp(np.random.default_rng(1).normal(size=(AREAS, INDICATORS)))
    nodes = [Node("I", "Index", None, 1.0), Node("B0", "", "I", 1.0), Node("B1", "", "I", 1.0)]
    nodes += [Node(f"P{number}", "", f"B{number % 2}", 1.0) for number in range(8)]
    nodes += [Node(f"x{number}", "", f"P{number % 8}", 1.0, f"x{number}") for number in range(INDICATORS)]
    data = Dataset.build([(f"A{number}", "") for number in range(AREAS)], nodes, values)
    return Engine(data, Recipe()).result


def test_all_49_indicators_removed_in_turn(result: Result, benchmark: Any, goal: Callable[[str], None]):
    goal("remove elements, 49 indicators")
    assert benchmark(lambda: remove_elements(result)).ranks.shape == (AREAS, INDICATORS)


def test_the_value_at_which_an_area_passes_the_next_one(result: Result, benchmark: Any):
    order = np.argsort(result.rank("I"))
    area, rival = (result.areas[order[place]] for place in (20, 19))
    assert benchmark(lambda: break_even(result, Value(area, "x3"), Pass(area, rival))).method


def test_why_ranks_changed_between_two_results_that_differ_in_everything(result: Result, benchmark: Any):
    engine = Engine.resumed(result)
    engine.set_value("A3", "x3", 9.0)
    engine.set_weight("P2", 3.0)
    after = engine.set_recipe(Recipe.from_toml('[normalise]\nmethod = "rank"\n[screen]\nexclude = ["A9"]'))
    assert benchmark(lambda: compare(result, after)).switched == ("data", "weights", "method", "peers")


def test_twenty_doubtful_cells_in_order_of_what_they_are_worth(result: Result, benchmark: Any):
    doubts = [Doubt(f"A{number}", f"x{number}", 0.5, 2.0) for number in range(20)]
    assert len(benchmark(lambda: verify_next(result, doubts))) == 20
