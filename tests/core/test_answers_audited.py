"""Answers derived a second time from their definitions, beside the naive engine: nothing is shared.

Tables have gaps and ties; recipes impute, treat, and aggregate by every kind of mean.
"""

import math
import statistics
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from naive import PARTS, SIGNS, WEIGHTS, Values, naive, ranks

from citeria_core import Dataset, Engine, Recipe, explain
from citeria_core.breakeven import CLOSED_FORM, MONOTONE, Pass, Reach, break_even
from citeria_core.errors import KnownError
from citeria_core.model import Node
from citeria_core.result import Result
from citeria_core.verify_next import Doubt, verify_next
from citeria_core.what_if import Value

Matrix = list[list[float | None]]
NODES = [
    Node("I", "", None, 1.0),
    *(
        Node(part, "", node, WEIGHTS[part], part if part in SIGNS else None, SIGNS.get(part, 1))
        for node in ("I", "P", "Q")
        for part in PARTS[node]
    ),
]
cells = st.one_of(st.none(), st.integers(-6, 12), st.sampled_from([100, -50]))
matrices = st.integers(4, 7).flatmap(
    lambda rows: st.lists(st.lists(cells, min_size=6, max_size=6), min_size=rows, max_size=rows)
)
MEANS = ("arithmetic", "geometric", "harmonic", "median", "minimum", "maximum")
TREAT = '[treat]\nmethod = "winsorise"\nmax_skew = 0.5\nmax_kurtosis = 0\n'
recipes = st.builds(
    lambda *parts: "".join(parts),
    st.sampled_from(["", TREAT]),
    st.sampled_from(["", '[impute]\nmethod = "median"\n']),
    st.sampled_from(["minmax", "rank"]).map(lambda method: f'[normalise]\nlower = 1\nmethod = "{method}"\n'),
    st.sampled_from(MEANS).map(lambda method: f'[aggregate]\nmethod = "{method}"\n'),
    st.sampled_from(["", *(f'[node.P.aggregate]\nmethod = "{method}"\n' for method in MEANS)]),
)
goals = st.sampled_from([Pass("A0", "A1"), Reach("A0", 2)])
AUDIT = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


def computed(matrix: Matrix, recipe: Recipe) -> Result:
    areas = [(f"A{row}", "") for row in range(len(matrix))]
    try:
        return Engine(Dataset.build(areas, NODES, np.array(matrix, dtype=float)), recipe).result
    except KnownError:
        assume(False)
        raise


def changed(matrix: Matrix, row: int, place: int, value: float) -> Matrix:
    return [[value if (r, p) == (row, place) else x for p, x in enumerate(held)] for r, held in enumerate(matrix)]


def scored(matrix: Matrix, recipe: Recipe) -> dict[str, Values]:
    return naive(matrix, recipe, [1.0] * len(matrix))


# -- explain -----------------------------------------------------------------------------------------------------------


def shares(parts: list[tuple[float, float]], method: str) -> list[float]:
    """The share of each (value, weight) in the node's score, from the definitions; they sum to 1."""
    total = sum(weight for _, weight in parts)
    values = sorted(value for value, _ in parts)
    picked = {"minimum": values[:1], "maximum": values[-1:], "median": None}.get(method, [])
    if picked is None:
        middle = len(values) // 2
        picked = values[middle : middle + 1] if len(values) % 2 else values[middle - 1 : middle + 1]
    if picked:
        held = [value for value, _ in parts]
        return [sum(value == one for one in picked) * value / held.count(value) / sum(picked) for value in held]
    amounts = {
        "arithmetic": [weight * value for value, weight in parts],
        "geometric": [weight * math.log(value) for value, weight in parts],
        "harmonic": [weight / value for value, weight in parts],
    }[method]
    if not math.isclose(sum(amounts), 0, abs_tol=1e-9):
        return [amount / sum(amounts) for amount in amounts]
    return [weight / total for _, weight in parts]


@AUDIT
@given(matrices, recipes)
@example(  # P and Q are 100, one of them as a geometric mean
    [[None] * 6, [None] * 6, [None, None, None, None, None, 0], [0, *[None] * 5], [1, None, None, None, None, -1]],
    '[normalise]\nlower = 1\nmethod = "minmax"\n[aggregate]\nmethod = "minimum"\n'
    '[node.P.aggregate]\nmethod = "geometric"\n',
)
def test_contributions_are_products_of_shares_down_the_tree(matrix: Matrix, text: str):
    recipe = Recipe.from_toml(text)
    result = computed(matrix, recipe)
    held = scored(matrix, recipe)
    made = explain.contributions(result)
    for row, score in enumerate(held["I"]):
        expected = dict.fromkeys(SIGNS, 0.0)
        owed = {"I": score}
        for node, level in (("I", 3), ("P", 2), ("Q", 2)):
            if owed.get(node) is None:
                continue
            own = recipe.aggregate_of(node, level)
            there = [part for part in PARTS[node] if held[part][row] is not None]
            parts = [(float(held[part][row] or 0), WEIGHTS[part]) for part in there]
            for part, share in zip(there, shares(parts, own.method), strict=True):
                owed[part] = owed[node] * share  # type: ignore[operator]
        if score is None:
            assert np.isnan(made[row]).all()
            continue
        expected |= {code: amount for code, amount in owed.items() if code in SIGNS and amount is not None}
        np.testing.assert_allclose(made[row], list(expected.values()), rtol=1e-8, atol=1e-8)
        assert made[row].sum() == pytest.approx(score, rel=1e-9)


# -- break-even --------------------------------------------------------------------------------------------------------


def place_of(matrix: Matrix, recipe: Recipe, row: int) -> float:
    rank = ranks(scored(matrix, recipe)["I"])[row]
    return math.nan if rank is None else rank


def meets(goal: Pass | Reach, recipe: Recipe) -> Callable[[Matrix], bool]:
    def met(matrix: Matrix) -> bool:
        try:
            own = place_of(matrix, recipe, 0)
            return own <= goal.rank if isinstance(goal, Reach) else own < place_of(matrix, recipe, 1)
        except (ValueError, ZeroDivisionError, OverflowError):  # a mean over what it cannot take
            return False

    return met


@AUDIT
@given(
    matrices, recipes, st.sampled_from([0, 1]), st.integers(0, 5), st.sampled_from([Pass("A0", "A1"), Reach("A0", 2)])
)
def test_the_nearest_number_that_breaks_even_is_found_where_the_way_is_known(
    matrix: Matrix, text: str, row: int, place: int, goal: Any
):
    recipe = Recipe.from_toml(text)
    result = computed(matrix, recipe)
    made = break_even(result, Value(f"A{row}", f"x{place}"), goal)
    assume(not math.isnan(made.present) and not made.reason.startswith("It is so"))
    assume(made.method in (CLOSED_FORM, MONOTONE))
    met = meets(goal, recipe)
    grid = np.concatenate([np.linspace(-60, 110, 171) + 0.003, [-1e5, -700.0, 700.0, 1e5]])
    if made.value is not None:
        away = math.copysign(max(1e-6, abs(made.value) * 1e-6), made.value - made.present)
        assert met(changed(matrix, row, place, made.value + away))
        grid = grid[np.abs(grid - made.present) < abs(made.value - made.present) - 1e-6 * max(1, abs(made.value))]
    assert [x for x in grid.tolist() if met(changed(matrix, row, place, x))] == []


# -- verify next -------------------------------------------------------------------------------------------------------


def standing(matrix: Matrix, recipe: Recipe) -> list[float]:
    """Ranks, those without one behind the last; as the naive engine has them."""
    held = ranks(scored(matrix, recipe)["I"])
    return [sum(rank is not None for rank in held) + 1 if rank is None else rank for rank in held]


@settings(AUDIT, max_examples=20)
@given(matrices, recipes, st.integers(0, 5), st.integers(-6, 10), st.integers(1, 12))
def test_what_knowing_a_value_is_worth_is_its_mean_shift(matrix: Matrix, text: str, place: int, low: int, span: int):
    recipe = Recipe.from_toml(text)
    result = computed(matrix, recipe)
    made = verify_next(result, [Doubt("A0", f"x{place}", float(low), float(low + span))])[0]
    now, shifts = standing(matrix, recipe), []
    for step in range(120):
        value = low + (step + 0.5) / 120 * span
        try:
            computed_then = standing(changed(matrix, 0, place, value), recipe)
        except (ValueError, ZeroDivisionError, OverflowError):
            assume(False)
            raise
        shifts.append([abs(then - before) for then, before in zip(computed_then, now, strict=True)])
    own = [shift[0] for shift in shifts]
    others = [sum(shift[1:]) for shift in shifts]
    slack = 0.05 + 2 * len(matrix) / 120
    assert made.expected == pytest.approx(statistics.fmean(own), abs=slack)
    assert made.ripple == pytest.approx(statistics.fmean(others), abs=slack * len(matrix))
    assert made.largest >= max(own) - (1 if max(own) not in own[1:-1] else 0)
    assert abs(standing(changed(matrix, 0, place, made.at), recipe)[0] - now[0]) == pytest.approx(made.largest, abs=1)
