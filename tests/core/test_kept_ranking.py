"""A ranking kept as text comes back bit for bit, and computes to the same ranks."""

from collections.abc import Callable
from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citeria_core import Dataset, Engine, Recipe
from citeria_core.kept_ranking import BadKeptRankingError, KeptRanking, keep
from citeria_core.scenario import Scenario, apply, more, read, without_weights, written


def test_the_golden_set_comes_back_bit_for_bit(synthetic: Dataset) -> None:
    recipe = '[normalise]\nmethod = "zscore"\n'
    engine = Engine(synthetic, Recipe.from_toml(recipe))
    engine.set_value(synthetic.areas[3], synthetic.indicators[2], 0.1 + 0.2)
    engine.set_weight(synthetic.indicators[0], 1 / 3)
    kept = keep(engine.result, recipe)
    back = KeptRanking.from_text(kept.text)
    assert back.text == kept.text
    assert back.hash == kept.hash
    assert back.reproduces
    assert back.result.score(back.result.root).tobytes() == engine.result.score(engine.result.root).tobytes()


def test_every_field_of_a_dataset_is_kept_but_its_readings(synthetic: Dataset) -> None:
    back = KeptRanking.from_text(keep(Engine(synthetic, Recipe()).result, "").text).dataset
    for field in fields(Dataset):
        held, read_back = getattr(synthetic, field.name), getattr(back, field.name)
        if field.name == "readings":
            assert read_back == {}
        elif field.name == "values":
            assert np.array_equal(held, read_back, equal_nan=True)
        elif field.name in ("denominators", "bounds"):
            assert held.keys() == read_back.keys()
            assert all(np.array_equal(held[code], read_back[code], equal_nan=True) for code in held)
        else:
            assert held == read_back, field.name


@settings(max_examples=50, deadline=None)
@given(
    st.dictionaries(st.text(min_size=1), st.floats(0, 1e300)),
    st.dictionaries(st.tuples(st.text(), st.text()), st.none() | st.floats(allow_nan=False, allow_infinity=False)),
)
def test_what_a_scenario_tries_is_written_and_read_back_alike(weights: dict, values: dict) -> None:
    held = Scenario("I", "n", "d", weights, values, None)
    back = read("I", "n", "d", written(held))
    assert repr(back) == repr(held)


def test_a_text_that_is_no_kept_ranking_is_refused_in_words() -> None:
    for text in ("", "{}", "[1]", '{"format": 99}'):
        with pytest.raises(BadKeptRankingError, match="cannot be read"):
            KeptRanking.from_text(text)


def test_weights_of_a_scenario_change_places_all_at_once(flat: Callable[..., Dataset]) -> None:
    base = Engine(flat([[1, 5], [2, 3], [3, 1]], [1.0, 0.0]), Recipe()).result
    turned = apply(base, Scenario("I", "n", weights={"x1": 0.0, "x2": 1.0})).result
    assert turned.rank("I").tolist() == base.rank("I").tolist()[::-1]


def test_what_is_tried_over_a_scenario_has_no_name_and_leaves_it_alone() -> None:
    held = Scenario("I", "n", "told", weights={"x1": 9.0}, values={("A1", "x1"): 4.0}, recipe="r")
    tried = more(held, {"x2": 1.0}, {("A1", "x1"): None})
    assert tried == Scenario("I", "", weights={"x1": 9.0, "x2": 1.0}, values={("A1", "x1"): None}, recipe="r")
    assert without_weights(tried, ["x1"]).weights == {"x2": 1.0}
    assert held.weights == {"x1": 9.0}


def test_a_scenario_leaves_the_result_it_is_applied_to_alone(flat: Callable[..., Dataset]) -> None:
    base = Engine(flat([[1, 5], [2, 3], [3, 1]]), Recipe()).result
    scores = base.score("I").copy()
    scenario = Scenario("I", "n", weights={"x1": 9.0}, values={("A1", "x1"): 4.0}, recipe="[rank]\nties = 'dense'\n")
    tried = apply(base, scenario).result
    assert base.score("I").tolist() == scores.tolist()
    fresh = Engine(flat([[4, 5], [2, 3], [3, 1]], [9.0, 1.0]), Recipe.from_toml(scenario.recipe or "")).result
    assert tried.score("I").tolist() == fresh.score("I").tolist()
