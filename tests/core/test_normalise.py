"""Normalising: each method against its definition, by hand."""

from typing import Any

import numpy as np
import pytest

from citeria_core.normalise import METHODS, Context, normalise
from citeria_core.recipe import Normalise

NAN = np.nan
COLUMN = np.array([2.0, 8.0, NAN, 4.0, 4.0])


def normalised(method: str, direction: int = 1, target: float | None = None, column: Any = COLUMN, **more: Any) -> Any:
    reference = np.full(len(column), 3) if method == "distance_to_reference" else None
    how = Normalise(method=method, **more)
    return normalise(np.array(column, dtype=float), how, Context("x", direction, target, reference))


@pytest.mark.parametrize(
    ("method", "direction", "more", "expected"),
    [
        ("minmax", 1, {}, [0, 100, NAN, 100 / 3, 100 / 3]),
        ("minmax", -1, {"lower": 1.0, "upper": 7.0}, [7, 1, NAN, 5, 5]),
        ("zscore", 1, {}, np.array([-2.5, 3.5, NAN, -0.5, -0.5]) / np.sqrt((2.5**2 + 3.5**2 + 0.5) / 3)),
        (
            "zscore",
            -1,
            {"mean": 10.0, "sd": 0.0001},
            [10 + 2.5e-4 / 2.516611478, 10 - 3.5e-4 / 2.516611478, NAN] + [10 + 0.5e-4 / 2.516611478] * 2,
        ),
        ("scaled", 1, {"lower": 0.0, "upper": 5.0, "scale": 10.0}, [4, 16, NAN, 8, 8]),
        ("scaled", -1, {"lower": -10.0, "upper": 0.0, "scale": 1.0}, [0.8, 0.2, NAN, 0.6, 0.6]),
        ("rank", 1, {}, [1, 4, NAN, 2, 2]),
        ("rank", -1, {"ties": "average"}, [4, 1, NAN, 2.5, 2.5]),
        ("borda", 1, {"ties": "max"}, [0, 3, NAN, 2, 2]),
        ("percentile_rank", 1, {}, [0, 1, NAN, 1 / 3, 1 / 3]),
        ("distance_to_max", 1, {}, [0, 1, NAN, 1 / 3, 1 / 3]),
        ("distance_to_max", -1, {}, [1, 0, NAN, 2 / 3, 2 / 3]),
        ("distance_to_reference", 1, {}, [0, 3, NAN, 1, 1]),
        ("distance_to_reference", 1, {"cap": True}, [0, 1, NAN, 1, 1]),
        ("distance_to_reference", -1, {}, [1.5, 0, NAN, 1, 1]),
        ("distance_to_target", 1, {"target": 6.0}, [0, 1, NAN, 0.5, 0.5]),
        ("distance_to_target", 1, {"target": 6.0, "cap": False}, [0, 1.5, NAN, 0.5, 0.5]),
        ("distance_to_target", -1, {"target": 4.0}, [1, 0, NAN, 1, 1]),
        ("fraction_of_max", 1, {}, [0.25, 1, NAN, 0.5, 0.5]),
        ("fraction_of_max", -1, {}, [1, 0.25, NAN, 0.5, 0.5]),
        ("goalposts", 1, {"lower": 3.0, "upper": 5.0, "scale": 10.0}, [0, 10, NAN, 5, 5]),
        ("goalposts", -1, {"lower": 3.0, "upper": 5.0, "scale": 10.0}, [10, 0, NAN, 5, 5]),
        ("goalposts", 1, {"lower": 3.0, "upper": 5.0, "scale": 1.0, "clip": False}, [-0.5, 2.5, NAN, 0.5, 0.5]),
        ("piecewise", 1, {"points": ((3.0, 0.0), (5.0, 1.0), (9.0, 2.0))}, [0, 1.75, NAN, 0.5, 0.5]),
        ("piecewise", -1, {"points": ((-5.0, 0.0), (-3.0, 1.0))}, [1, 0, NAN, 0.5, 0.5]),
        ("none", -1, {}, [-2, -8, NAN, -4, -4]),
    ],
)
def test_a_method_does_what_its_definition_says(method: str, direction: int, more: Any, expected: Any):
    np.testing.assert_allclose(normalised(method, direction, **more).values, expected, rtol=1e-9)


def test_every_method_is_covered_by_a_definition_here():
    marks = test_a_method_does_what_its_definition_says.pytestmark  # type: ignore[attr-defined]
    assert {case[0] for case in marks[0].args[1]} == set(METHODS)


@pytest.mark.parametrize("method", ["minmax", "zscore", "distance_to_max", "percentile_rank"])
def test_what_cannot_be_normalised_is_missing_and_told(method: str):
    held = normalised(method, column=[3, NAN, NAN] if method == "percentile_rank" else [3, 3, NAN])
    assert np.isnan(held.values).all()
    assert held.findings == ("Indicator “x” is constant (3): it tells no area from another and stays missing.",)


@pytest.mark.parametrize(
    ("method", "column", "target"),
    [
        ("distance_to_target", [2, 3], 2.0),
        ("distance_to_target", [2, 3], -5.0),
        ("distance_to_reference", [2, 3, 4, NAN], None),
        ("distance_to_reference", [2, 3, 4, 1], None),
        ("fraction_of_max", [-2, -3], None),
    ],
)
def test_a_distance_that_would_divide_by_nothing_or_turn_the_order_is_missing_and_told(
    method: str, column: Any, target: float | None
):
    held = normalised(method, 1, target, column)
    assert np.isnan(held.values).all()
    assert len(held.findings) == 1


def test_ranks_of_a_constant_column_are_shared_and_told():
    held = normalised("rank", column=[5, 5, NAN])
    np.testing.assert_array_equal(held.values, [1, 1, NAN])
    assert "share a rank" in held.findings[0]


@pytest.mark.parametrize("scale", [1e308 / 8, 1e-323 / 2, 1e-310])
@pytest.mark.parametrize("method", ["minmax", "zscore", "rank", "percentile_rank", "distance_to_max"])
def test_huge_and_tiny_columns_are_normalised_like_others(method: str, scale: float):
    integers = np.array([-2.0, 8.0, 4.0, 4.0])
    held = normalised(method, column=integers * scale)
    np.testing.assert_allclose(held.values, normalised(method, column=integers).values, rtol=1e-9)
    assert held.findings == ()
