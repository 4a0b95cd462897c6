"""Screening and denominating, and what a Result gives of its stages."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from citeria_core import Dataset, Engine, Recipe
from citeria_core.errors import KnownError
from citeria_core.model import Node

NAN = np.nan
VALUES = [
    [1, 2, 3, 4],  # complete
    [1, NAN, 3, 4],  # 3 of 4
    [NAN, NAN, 3, 4],  # half
    [0, 0, 0, 4],  # complete, a quarter not zero
    [NAN, NAN, NAN, NAN],  # nothing
]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", "A1 A2 A3 A4 A5"),
        ('by = "availability"\nmin_availability = 0.75', "A1 A2 A4"),
        ('by = "availability"', "A1 A2 A4"),
        ('by = "nonzero"\nmin_nonzero = 0.25', "A1 A2 A3 A4"),
        ('by = "nonzero"\nmin_nonzero = 0.26', "A1 A2 A3"),
        ('by = "both"\nmin_nonzero = 0.5', "A1 A2"),
        ('by = "both"\nmin_nonzero = 0.5\ninclude = ["A5"]\nexclude = ["A1"]', "A2 A5"),
        ('include = ["A5"]\nexclude = ["A5"]', "A1 A2 A3 A4"),
    ],
)
def test_areas_are_kept_by_the_rule_then_included_then_excluded(text: str, kept: str, flat: Any):
    result = Engine(flat(VALUES), Recipe.from_toml(f"[screen]\n{text}")).result
    assert list(result.areas) == kept.split()
    assert len(result.score("I")) == len(result.areas)


def test_what_is_screened_out_does_not_shift_the_scale_of_the_others(flat: Any):
    dataset = flat([[1], [2], [3], [1000]])
    result = Engine(dataset, Recipe.from_toml('[screen]\nexclude = ["A4"]')).result
    np.testing.assert_array_equal(result.score("x1"), [0, 50, 100])


def test_an_edit_may_bring_an_area_in_and_out(flat: Any):
    engine = Engine(flat(VALUES), Recipe.from_toml('[screen]\nby = "availability"\nmin_availability = 0.75'))
    assert engine.set_value("A3", "x1", 9.0).areas == ("A1", "A2", "A3", "A4")
    assert engine.set_value("A1", "x1", None).areas == ("A1", "A2", "A3", "A4")
    assert engine.set_value("A1", "x2", None).areas == ("A2", "A3", "A4")


def test_screening_that_leaves_nobody_is_an_error_in_words(flat: Any):
    with pytest.raises(KnownError, match="leaves no area"):
        Engine(flat([[NAN, 1]]), Recipe.from_toml('[screen]\nby = "availability"\nmin_availability = 1'))
    with pytest.raises(KnownError, match="no area “A9”"):
        Engine(flat([[1]]), Recipe.from_toml('[screen]\nexclude = ["A9"]'))


@pytest.fixture
def sized() -> Dataset:
    """Two indicators of which the first has a denominator that is 0 for one area and missing for another."""
    nodes = (Node("I", "", None, 1), Node("x", "", "I", 1, "x"), Node("y", "", "I", 1, "y"))
    return Dataset.build(
        [("A", ""), ("B", ""), ("C", ""), ("D", "")],
        nodes,
        [[10, 1], [20, 2], [30, 3], [NAN, 4]],
        denominators={"Pop": np.array([2.0, 0.0, NAN, 5.0])},
        denominator_of={"x": "Pop"},
    )


def test_an_indicator_is_divided_by_its_own_denominator_where_the_recipe_says_so(sized: Dataset):
    text = "[denominate]\nenabled = true\nscale_factor = 1000"
    result = Engine(sized, Recipe.from_toml(text)).result
    held = result.stage_columns("denominated")
    np.testing.assert_array_equal(held["x"], [5000, NAN, NAN, NAN])
    np.testing.assert_array_equal(held["y"], [1, 2, 3, 4])
    assert result.findings[:2] == (
        "Indicator “x”: its denominator “Pop” is 0 for B; these values stay missing.",
        "Indicator “x”: its denominator “Pop” is missing for C; these values stay missing.",
    )
    off = Recipe.from_toml(text + "\n[indicator.x.denominate]\nenabled = false")
    np.testing.assert_array_equal(Engine(sized, off).result.stage_columns("denominated")["x"], [10, 20, 30, NAN])


def test_denominators_follow_the_areas_that_were_kept(sized: Dataset):
    text = '[denominate]\nenabled = true\n[screen]\nexclude = ["A", "B"]'
    sound = Dataset.build(
        sized.area_names.items(),
        sized.nodes,
        sized.values,
        denominators={"Pop": np.array([1.0, 2, 3, 4])},
        denominator_of={"x": "Pop"},
    )
    np.testing.assert_array_equal(
        Engine(sound, Recipe.from_toml(text)).result.stage_columns("denominated")["x"], [10, NAN]
    )


def test_frames_are_indexed_by_area_and_hold_indicators_then_nodes(sized: Dataset):
    result = Engine(sized, Recipe()).result
    assert list(result.scores.columns) == ["x", "y", "I"]
    assert result.scores.index.name == "uCode"
    assert list(result.ranks["I"]) == [4, 3, 2, 1]
    pd.testing.assert_frame_equal(result.stage("ranks"), result.ranks)
    assert list(result.stage("raw").index) == ["A", "B", "C", "D"]
    with pytest.raises(KnownError, match="Did you mean “treated”"):
        result.stage("treatd")
    with pytest.raises(KnownError, match="no node “J”"):
        result.score("J")


def test_a_result_tells_which_values_were_filled_and_what_was_treated(sized: Dataset):
    plain = Engine(sized, Recipe()).result
    assert (plain.filled("x"), plain.treatment("x")) == ({}, None)
    text = '[impute]\nmethod = "mean"\n[treat]\nmethod = "winsorise"'
    result = Engine(sized, Recipe.from_toml(text)).result
    assert result.filled("x")["mean"].tolist() == [False, False, False, True]
    assert result.filled("y") == {}
    treatment = result.treatment("x")
    assert treatment is not None
    assert treatment.passed_before


def test_coverage_counts_values_before_imputing(sized: Dataset):
    result = Engine(sized, Recipe.from_toml('[impute]\nmethod = "mean"')).result
    present, total = result.coverage()
    assert (present.tolist(), total) == ([2, 2, 2, 1], 2)
    assert result.available("I").all()


def test_the_engine_comes_up_without_pandas_scipy_and_scikit_learn():
    import subprocess
    import sys

    code = (
        "import sys, citeria_core.engine, citeria_core.ranking, citeria_core.explain, citeria_core.cluster; "
        "print(sorted({'pandas', 'scipy', 'sklearn'} & set(sys.modules)))"
    )
    held = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert held.stdout.strip() == "[]"
