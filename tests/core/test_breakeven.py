"""Break-even: exact to the double in the engine's own terms, and nothing nearer by brute force."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from citeria_core import Dataset, Engine, Recipe
from citeria_core.breakeven import CLOSED_FORM, SEARCH, BreakEven, Pass, Reach, break_even
from citeria_core.errors import KnownError
from citeria_core.model import Node
from citeria_core.result import Result
from citeria_core.what_if import Lever, Trial, Value, Weight

LINEAR = (
    "",
    '[normalise]\nmethod = "none"',
    '[normalise]\nmethod = "scaled"\nlower = -3\nupper = 8\n[rank]\nties = "average"',
    '[weights]\nsource = "equal"\n[aggregate]\nmin_availability = 0.4',
    "[denominate]\nenabled = true",
)
OTHERS = (
    '[normalise]\nmethod = "zscore"',
    '[normalise]\nmethod = "rank"',
    '[normalise]\nlower = 1\n[aggregate]\nmethod = "geometric"',
    '[treat]\nmethod = "winsorise"\nmax_skew = 0.5\nmax_kurtosis = 0.5',
    '[impute]\nmethod = "row_mean"',
    '[rank]\nties = "dense"',
    '[screen]\nby = "both"\nmin_availability = 0.8\nmin_nonzero = 0.7',
)
AREAS = 5
cells = st.integers(-6, 9).map(float)


def dataset(matrix: Any, weights: list[float]) -> Dataset:
    leaves = [Node(f"x{n}", f"x{n}", "P" if n < 2 else "I", weights[n], f"x{n}", -1 if n == 1 else 1) for n in range(4)]
    nodes = [Node("I", "Index", None, 1.0), Node("P", "P", "I", 2.0), *leaves]
    return Dataset.build(
        [(f"A{row}", "") for row in range(len(matrix))],
        nodes,
        np.array(matrix, dtype=float),
        denominators={"size": np.array([2.0, 0.5, -1.0, 3.0, 1.0])[: len(matrix)]},
        denominator_of={"x0": "size", "x1": "size"},
    )


@st.composite
def results(draw: Any, texts: tuple[str, ...]) -> Result:
    matrix = draw(st.lists(st.lists(cells, min_size=4, max_size=4), min_size=AREAS, max_size=AREAS))
    for gap in draw(st.lists(st.tuples(st.integers(0, AREAS - 1), st.integers(0, 3)), max_size=2)):
        matrix[gap[0]][gap[1]] = None
    weights = draw(st.lists(st.sampled_from([0.5, 1.0, 2.0, 5.0]), min_size=4, max_size=4))
    try:
        return Engine(dataset(matrix, weights), Recipe.from_toml(draw(st.sampled_from(texts)))).result
    except KnownError:
        assume(False)
        raise


levers = st.one_of(
    st.builds(Value, st.sampled_from(["A0", "A3"]), st.sampled_from(["x0", "x1", "x3"])),
    st.builds(Weight, st.sampled_from(["P", "x0", "x2"])),
)
goals = st.one_of(
    st.builds(Pass, st.just("A0"), st.sampled_from(["A1", "A2", "A3"])), st.builds(Reach, st.just("A0"), st.just(2))
)


def checked(result: Result, lever: Lever, goal: Any, made: BreakEven) -> None:
    """At the answer the goal is met; one double nearer to the present number it is not."""
    trial = Trial(result, lever)
    if made.value is None:
        assert made.reason
        assert not goal.met(result)
    elif made.reason:
        assert goal.met(result) or made.reason == "The worst number does already."
    else:
        assert goal.met(trial.at(made.value))
        towards = made.present
        if math.isnan(towards):
            towards = -math.inf if result.tree.by_code[lever.indicator].direction > 0 else math.inf  # type: ignore[union-attr]
        assert not goal.met(trial.at(math.nextafter(made.value, towards)))


def nearer(result: Result, lever: Lever, goal: Any, made: BreakEven) -> list[float]:
    """Numbers of a dense grid that are nearer to the present one than the answer and meet the goal all the same."""
    trial = Trial(result, lever)
    low = 0.0 if isinstance(lever, Weight) else -60.0
    grid = np.concatenate([np.linspace(low, 60, 241), [1e3, 1e6] if low == 0 else [-1e6, -1e3, 1e3, 1e6]])
    if made.value is not None:
        reach = abs(made.value - made.present) * (1 - 1e-9)
        grid = grid[np.abs(grid - made.present) < reach]
    return [number for number in grid.tolist() if goal.met(trial.at(number))]


@settings(max_examples=60, deadline=None)
@given(results(LINEAR), levers, goals)
def test_on_affine_ways_the_answer_is_exact_and_nothing_nearer_will_do(result: Result, lever: Lever, goal: Any):
    made = break_even(result, lever, goal)
    checked(result, lever, goal, made)
    if not math.isnan(made.present) and made.value != made.present:
        assert nearer(result, lever, goal, made) == []


@settings(max_examples=60, deadline=None)
@given(results(OTHERS), levers, goals)
def test_on_other_ways_the_answer_is_exact_for_the_crossing_found(result: Result, lever: Lever, goal: Any):
    try:
        made = break_even(result, lever, goal)
    except KnownError:
        assume(False)
        raise
    checked(result, lever, goal, made)


@settings(max_examples=60, deadline=None)
@given(results(('[normalise]\nmethod = "rank"', '[normalise]\nlower = 1\n[aggregate]\nmethod = "geometric"')), goals)
def test_on_monotone_ways_the_search_finds_the_nearest_too(result: Result, goal: Any):
    lever = Value("A0", "x0")
    made = break_even(result, lever, goal)
    if not math.isnan(made.present) and made.value != made.present:
        assert nearer(result, lever, goal, made) == []


def test_between_the_extremes_the_value_is_that_of_the_straight_line(flat: Any):
    result = Engine(flat([[2.0, 0.0], [6.0, 0.0], [0.0, 10.0], [10.0, 10.0]]), Recipe()).result
    made = break_even(result, Value("A1", "x1"), Pass("A1", "A2"))
    assert made.method == CLOSED_FORM
    assert made.value == pytest.approx(6.0, rel=1e-11)
    assert made.value is not None
    assert made.value > 6.0
    assert made.rank == 3.0


def test_beyond_the_extremes_a_value_pulls_the_others_down(flat: Any):
    result = Engine(flat([[1.0, 0.0], [10.0, 5.0], [0.0, 10.0]]), Recipe()).result
    made = break_even(result, Value("A1", "x1"), Pass("A1", "A2"))
    assert made.method == CLOSED_FORM
    assert made.value == pytest.approx(20.0, rel=1e-10)  # 100 against 100·10/20 + 50


def test_what_no_value_can_do_is_said_with_the_best_it_can(flat: Any):
    result = Engine(flat([[1.0, 0.0], [10.0, 5.0], [0.0, 10.0]], weights=[1, 3]), Recipe()).result
    made = break_even(result, Value("A1", "x1"), Pass("A1", "A2"))
    assert made.value is None
    assert made.reason == (
        "No number for “x1” of “A1” brings “A1” past “A2”: "
        "with none that was tried is its rank better than the present 3."
    )


def test_a_missing_value_is_sought_from_its_worst_end(flat: Any):
    result = Engine(flat([[np.nan, 0.0], [4.0, 5.0], [0.0, 10.0], [8.0, 2.0]]), Recipe()).result
    made = break_even(result, Value("A1", "x1"), Reach("A1", 3))
    assert math.isnan(made.present)
    assert made.value is not None
    trial = Trial(result, Value("A1", "x1"))
    assert all(not Reach("A1", 3).met(trial.at(made.value - step)) for step in (1e-9, 0.5, 5.0, 1e3, 1e6))


def test_a_weight_that_lets_an_area_pass_is_found(flat: Any):
    result = Engine(flat([[0.0, 10.0], [10.0, 0.0], [4.0, 4.0]], weights=[3.0, 1.0]), Recipe()).result
    made = break_even(result, Weight("x2"), Pass("A1", "A2"))
    assert made.method == CLOSED_FORM
    assert made.value == pytest.approx(3.0, rel=1e-11)


def test_limits_given_by_the_caller_are_kept(flat: Any):
    result = Engine(flat([[0.0, 10.0], [10.0, 0.0], [4.0, 4.0]], weights=[3.0, 1.0]), Recipe()).result
    made = break_even(result, Weight("x2"), Pass("A1", "A2"), high=2.5)
    assert made.value is None
    assert "between 0 and 2.5" in made.reason


@pytest.mark.parametrize(
    ("lever", "goal", "told"),
    [
        (Value("A2", "x1"), Pass("A2", "A2"), "cannot pass itself"),
        (Value("A2", "x1"), Reach("A2", 0), "no rank 0"),
        (Value("A2", "x1"), Pass("A2", "A9"), "“A9” takes no part"),
        (Value("A2", "x1"), Pass("A2", "A4"), "“A4” has no rank"),
        (Value("A2", "x3"), Pass("A2", "A1"), "“x3” weighs nothing"),
        (Weight("I"), Pass("A2", "A1"), "has no weight"),
    ],
)
def test_what_no_number_can_do_is_refused_with_its_reason(flat: Any, lever: Lever, goal: Any, told: str):
    matrix = [[9.0, 9.0, 1.0], [5.0, 5.0, 2.0], [0.0, 0.0, 3.0], [np.nan] * 3]
    made = break_even(Engine(flat(matrix, weights=[1, 1, 0]), Recipe()).result, lever, goal)
    assert made.value is None
    assert told in made.reason


def test_what_is_so_already_needs_nothing(flat: Any):
    result = Engine(flat([[9.0], [5.0]]), Recipe()).result
    made = break_even(result, Value("A1", "x1"), Pass("A1", "A2"))
    assert (made.value, made.rank, made.reason) == (9.0, 1.0, "It is so already.")


def test_a_winsorised_way_is_searched(flat: Any):
    recipe = Recipe.from_toml('[treat]\nmethod = "winsorise"')
    result = Engine(flat([[1.0], [2.0], [3.0], [4.0], [90.0]]), recipe).result
    made = break_even(result, Value("A2", "x1"), Pass("A2", "A4"))
    assert made.method == SEARCH
    assert made.value == pytest.approx(4.0)
