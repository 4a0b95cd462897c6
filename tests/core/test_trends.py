"""Trends: growth, slope and change of a series."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeria_core import Dataset, Engine, Recipe
from citeria_core.model import Node
from citeria_core.trends import NoYearError, of_indicator, of_scores, trend
from citeria_core.weights import UnknownNodeError

numbers = st.floats(-1e6, 1e6)


def panel(times: tuple[str, ...], values: list[list[float]]) -> Dataset:
    areas = [("A", "A") if place < len(times) // 2 else ("B", "B") for place in range(len(times))]
    nodes = [Node("I", "Index", None, 1.0), Node("x", "x", "I", 1.0, "x"), Node("y", "y", "I", 1.0, "y")]
    return Dataset.build(areas, nodes, np.array(values), times=times)


def test_a_doubling_over_ten_years_grows_by_the_tenth_root_of_two():
    made = trend([2010, 2020], [50.0, 100.0])
    assert made.cagr == pytest.approx(2 ** (1 / 10) - 1, rel=1e-14)
    assert (made.change, made.slope) == (50.0, 5.0)


@given(st.dictionaries(st.integers(1990, 2030), numbers, min_size=2, max_size=12))
def test_the_slope_is_that_of_least_squares(series: dict[int, float]):
    made = trend(list(series), list(series.values()))
    assert made.slope == pytest.approx(np.polyfit(list(series), list(series.values()), 1)[0], rel=1e-6, abs=1e-6)
    assert made.change == series[max(series)] - series[min(series)]


@given(st.floats(-0.2, 0.2), st.integers(1, 20))
def test_steady_growth_is_found_again(rate: float, years: int):
    values = [7.0 * (1 + rate) ** year for year in range(years + 1)]
    assert trend(range(years + 1), values).cagr == pytest.approx(rate, abs=1e-12)


@pytest.mark.parametrize("values", [[-1.0, 5.0], [0.0, 5.0], [5.0, -1.0]])
def test_there_is_no_growth_rate_without_two_positive_values(values: list[float]):
    made = trend([2010, 2020], values)
    assert math.isnan(made.cagr)
    assert made.change == values[1] - values[0]


def test_missing_years_are_left_out_and_one_year_makes_no_trend():
    made = trend([2012, 2010, 2011], [math.nan, 4.0, math.nan])
    assert (made.count, made.first_year, made.last_year) == (1, 2010, 2010)
    assert all(math.isnan(figure) for figure in (made.change, made.cagr, made.slope))
    assert trend([2010], [math.nan]).count == 0


def test_each_area_of_a_panel_has_its_own_trend():
    data = panel(("2020", "2018", "2018", "2019"), [[4.0, 1.0], [1.0, 2.0], [3.0, 3.0], [3.0, 0.0]])
    made = of_indicator(data, "x")
    assert made["A"].cagr == pytest.approx(1.0)
    assert made["B"].slope == 0.0
    scored = of_scores(Engine(data, Recipe.from_toml('[normalise]\nmethod = "none"')).result)
    assert scored["B"].change == 1.5 - 3.0


def test_one_moment_makes_no_trend(flat: Any):
    data = flat([[1.0], [2.0]])
    assert of_indicator(data, "x1")["A1"].count == 1
    assert math.isnan(of_indicator(data, "x1")["A1"].slope)


def test_what_is_no_year_or_no_indicator_is_named():
    data = panel(("first", "second", "first", "second"), [[1.0, 1.0]] * 4)
    with pytest.raises(NoYearError, match="first"):
        of_indicator(data, "x")
    with pytest.raises(UnknownNodeError, match="z"):
        of_indicator(data, "z")
