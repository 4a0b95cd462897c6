"""What to verify next: expected and largest shifts as brute force finds them, in order."""

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citeria_core import Dataset, Engine, Recipe
from citeria_core.engine import UnknownCellError
from citeria_core.model import CellReading, Missing, Node, Qualifier, Status
from citeria_core.quality import Assumptions
from citeria_core.result import Result
from citeria_core.runs import StoppedError
from citeria_core.verify_next import Doubt, doubts, verify_next

cells = st.integers(-6, 9).map(float)
NODES = (Node("I", "Index", None, 1.0), *(Node(f"x{n}", f"x{n}", "I", 1.0 + n, f"x{n}") for n in range(3)))


def brute(result: Result, doubt: Doubt, values: Any) -> tuple[float, float]:
    """Mean and largest |shift| of the doubtful area over `values`, each computed afresh."""
    shifts = []
    row = result.areas.index(doubt.area)
    for value in values:
        matrix = np.column_stack(result.raw)
        matrix[row, result.dataset.column_of[doubt.indicator]] = value
        fresh = Engine(replace(result.dataset, values=np.asfortranarray(matrix)), result.recipe).result
        ranks = [held.rank(held.root) for held in (result, fresh)]
        places = [float(held[row]) if held[row] == held[row] else float((~np.isnan(held)).sum()) + 1 for held in ranks]
        shifts.append(abs(places[1] - places[0]))
    return float(np.mean(shifts)), max(shifts)


@settings(max_examples=12, deadline=None)
@given(
    st.lists(st.lists(cells, min_size=3, max_size=3), min_size=4, max_size=7),
    st.tuples(st.integers(-8, 8), st.integers(1, 8)),
)
def test_the_expected_and_largest_shift_are_those_of_brute_force(matrix: Any, span: tuple[int, int]):
    data = Dataset.build([(f"A{row}", "") for row in range(len(matrix))], NODES, np.array(matrix))
    result = Engine(data, Recipe()).result
    doubt = Doubt("A0", "x1", float(span[0]), float(sum(span)))
    made = verify_next(result, [doubt])[0]
    middles = span[0] + (np.arange(200) + 0.5) / 200 * span[1]
    expected, largest = brute(result, doubt, middles)
    assert made.expected == pytest.approx(expected, abs=0.02 + (len(matrix) - 1) / 200)
    assert made.largest >= largest
    assert made.largest == brute(result, doubt, [made.at])[1]


@settings(max_examples=10, deadline=None)
@given(
    st.lists(st.lists(cells, min_size=3, max_size=3), min_size=3, max_size=6),
    st.lists(st.integers(-9, 9).map(float), min_size=1, max_size=4, unique=True),
)
def test_rival_claims_have_equal_chances(matrix: Any, claims: list[float]):
    data = Dataset.build([(f"A{row}", "") for row in range(len(matrix))], NODES, np.array(matrix))
    result = Engine(data, Recipe.from_toml('[normalise]\nmethod = "zscore"')).result
    doubt = Doubt("A1", "x0", claims=tuple(claims))
    made = verify_next(result, [doubt])[0]
    assert (made.expected, made.largest) == pytest.approx(brute(result, doubt, claims))


@pytest.fixture
def plain(flat: Any) -> Dataset:
    return flat([[10.0, 1.0], [20.0, 5.0], [30.0, 3.0], [np.nan, 4.0], [50.0, np.nan]])


def reading(area: str, indicator: str, value: float | None, **more: Any) -> CellReading:
    return CellReading(area, indicator, value, None if value is not None else Missing.BOUND_ONLY, **more)


def test_doubts_are_found_where_the_sources_leave_them(plain: Dataset):
    held = [
        reading("A1", "x1", 10.0, low=8.0, high=40.0),
        reading("A2", "x1", 20.0, qualifier=Qualifier.ABOUT),
        reading("A3", "x1", 30.0, status=Status.ESTIMATED),
        reading("A4", "x1", None, qualifier=Qualifier.ABOVE, low=25.0),
        reading("A5", "x1", 50.0),
        reading("A1", "x2", 1.0, cited=False),
        reading("A2", "x2", 5.0, rivals=2, claims=(5.0, 2.0)),
        reading("A5", "x2", None, qualifier=Qualifier.BELOW, high=0.5),
    ]
    data = replace(plain, readings={(one.area, one.indicator): one for one in held})
    found = doubts(Engine(data, Recipe()).result, Assumptions(about=0.1, scores={"uncited": 5}))
    told = {(one.area, one.indicator): (one.why, one.low, one.high, one.claims) for one in found}
    assert told == {
        ("A1", "x1"): ("range", 8.0, 40.0, ()),
        ("A2", "x1"): ("about", pytest.approx(20 / 1.1), pytest.approx(20 * 1.1), ()),
        ("A3", "x1"): ("unsettled", 25.0, 36.0, ()),
        ("A4", "x1"): ("bound", 25.0, 50.0, ()),
        ("A1", "x2"): ("uncited", pytest.approx(1 / 1.5), 1.5, ()),
        ("A2", "x2"): (
            "rivals",
            pytest.approx(math.nan, nan_ok=True),
            pytest.approx(math.nan, nan_ok=True),
            (5.0, 2.0),
        ),
        ("A5", "x2"): ("bound", 0.5, 0.5, ()),
    }


def test_ranges_of_the_tables_are_doubts_too(plain: Dataset):
    low, high = np.full(5, np.nan), np.full(5, np.nan)
    low[2], high[2] = 25.0, 60.0
    data = replace(plain, bounds={"x1": (low, high)})
    found = doubts(Engine(data, Recipe()).result)
    assert [(one.area, one.indicator, one.low, one.high) for one in found] == [("A3", "x1", 25.0, 60.0)]


def test_what_would_move_its_area_most_comes_first(plain: Dataset):
    result = Engine(plain, Recipe()).result
    made = verify_next(result, [Doubt("A1", "x1", 9.0, 11.0), Doubt("A1", "x1", 0.0, 90.0), Doubt("A3", "x1", 29, 33)])
    assert [one.doubt.high for one in made] == [90.0, 11.0, 33.0]
    assert made[0].expected > made[1].expected == 0.0
    assert made[0].ripple > 0


def test_an_area_that_gains_a_rank_comes_from_behind_the_last(flat: Any):
    result = Engine(flat([[5.0], [3.0], [np.nan]]), Recipe()).result
    made = verify_next(result, [Doubt("A3", "x1", claims=(9.0,))])[0]
    assert (made.expected, made.largest, made.at) == (2.0, 2.0, 9.0)
    assert made.ripple == 2.0


def test_an_area_that_is_screened_out_has_no_doubts(plain: Dataset):
    data = replace(plain, readings={("A1", "x1"): reading("A1", "x1", 10.0, low=1.0, high=99.0)})
    assert doubts(Engine(data, Recipe.from_toml('[screen]\nexclude = ["A1"]')).result) == ()


def test_the_result_is_left_as_it_was(plain: Dataset):
    result = Engine(plain, Recipe()).result
    before = result.rank("I").tolist()
    verify_next(result, [Doubt("A1", "x1", 0.0, 90.0)])
    assert np.array_equal(result.rank("I"), before, equal_nan=True)
    assert result.raw[0][0] == 10.0


def test_a_cell_that_does_not_exist_is_named_and_work_can_be_stopped(plain: Dataset):
    result = Engine(plain, Recipe()).result
    with pytest.raises(UnknownCellError, match="A9"):
        verify_next(result, [Doubt("A9", "x1", 1.0, 2.0)])
    with pytest.raises(StoppedError):
        verify_next(result, [Doubt("A1", "x1", 1.0, 2.0)] * 3, progress=lambda done, total: done < 1)
