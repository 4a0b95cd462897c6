"""Strengths and weaknesses of one area."""

from typing import Any

import numpy as np
import pytest

from citeria_core import Dataset, Engine, Recipe
from citeria_core.engine import UnknownCellError
from citeria_core.explain import contributions
from citeria_core.profile import profile
from citeria_core.result import Result


@pytest.fixture
def result(flat: Any) -> Result:
    values = [
        [9.0, 1.0, 5.0, 7.0, np.nan],
        [5.0, 5.0, 5.0, 9.0, 1.0],
        [1.0, 9.0, 6.0, 8.0, 2.0],
        [0, 8.0, 7.0, 7.0, 3.0],
    ]
    return Engine(flat(values, weights=[1, 2, 3, 4, 5], directions=[1, 1, -1, 1, 1]), Recipe()).result


def test_indicators_stand_best_first_and_equals_by_weight(result: Result):
    made = profile(result, "A1")
    assert [(place.indicator, place.label) for place in made.places] == [
        ("x3", "1="),
        ("x1", "1"),
        ("x4", "3="),
        ("x2", "4"),
    ]
    assert made.missing == ("x5",)


def test_strengths_are_above_the_median_and_weaknesses_below(result: Result):
    made = profile(result, "A1", most=1)
    assert [place.indicator for place in made.strengths] == ["x3"]
    assert [place.indicator for place in made.weaknesses] == ["x2"]
    assert made.strengths[0].lead > 0 > made.weaknesses[0].lead


def test_every_indicator_says_what_it_adds_to_the_score(result: Result):
    made = profile(result, "A2")
    assert sum(place.contribution for place in made.places) == pytest.approx(result.score("I")[1])
    assert {place.value for place in made.places} == {5.0, 9.0, 1.0}


def test_what_weighs_nothing_is_neither_strength_nor_weakness(result: Result):
    weightless = Engine.resumed(result).set_weight("x1", 0.0)
    assert "x1" not in {place.indicator for place in profile(weightless, "A1").places}


def test_no_indicator_is_both_and_all_are_placed(synthetic: Dataset):
    result = Engine(synthetic, Recipe()).result
    shares = contributions(result)
    for row, area in enumerate(result.areas):
        made = profile(result, area, most=100)
        assert len(made.places) + len(made.missing) == len(result.dataset.indicators)
        assert not {place.indicator for place in made.strengths} & {place.indicator for place in made.weaknesses}
        assert sum(place.contribution for place in made.places) == pytest.approx(np.nansum(shares[row]))


def test_among_several_times_only_peers_of_the_same_time_count(flat: Any):
    from dataclasses import replace

    data = replace(flat([[1.0], [2.0], [3.0], [9.0]]), areas=("A", "B", "A", "B"), times=("1", "1", "2", "2"))
    place = profile(Engine(data, Recipe()).result, "B", "1").places[0]
    assert (place.rank, place.label, place.count) == (1.0, "1", 2)


def test_an_area_that_does_not_exist_is_named(result: Result):
    with pytest.raises(UnknownCellError, match="A9"):
        profile(result, "A9")
