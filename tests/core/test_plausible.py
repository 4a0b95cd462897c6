"""Doubtful cells: which there are, what each may be worth, and what that does to ranks.

The distributions are checked against a slow one of the tests' own, cell by cell and run by run.
"""

import math
from dataclasses import replace
from itertools import pairwise
from statistics import NormalDist
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citeria_core import Dataset, Engine, Recipe, robustness
from citeria_core.errors import CombinedError, KnownError
from citeria_core.model import UNJUDGED, CellReading, Missing, Node, Pedigree, Qualifier, Status
from citeria_core.plausible import BadBoundsError, doubtful
from citeria_core.quality import PEDIGREE, Assumptions

VALUES = '[[uncertainty.factor]]\nname = "doubt"\nkind = "values"\n'
ABOVE, BELOW = (Qualifier.ABOVE, Qualifier.AT_LEAST), (Qualifier.BELOW, Qualifier.AT_MOST)


def read(area: str, indicator: str, value: float | None, **more: Any) -> CellReading:
    return CellReading(area, indicator, value, None if value is not None else Missing.BOUND_ONLY, **more)


def judged(reliability: int) -> Pedigree:
    return (reliability, *UNJUDGED[1:])


def with_readings(dataset: Dataset, *readings: CellReading) -> Dataset:
    values = dataset.values.copy()
    for one in readings:
        cell = dataset.areas.index(one.area), dataset.column_of[one.indicator]
        values[cell] = math.nan if one.value is None else one.value
    held = {(one.area, one.indicator): one for one in readings}
    return replace(dataset, values=np.asfortranarray(values), readings=held)


@pytest.fixture
def plain(flat: Any) -> Dataset:
    return flat([[10.0, 4.0], [20.0, 5.0], [30.0, 3.0], [40.0, 4.5], [50.0, 2.0]])


# -- the slow one ------------------------------------------------------------------------------------------------------


def slow(column: list[float], reading: CellReading, settings: dict[str, Any], u: float) -> float | None:
    """The value of a cell at the quantile `u`; None where it is not in doubt. As the page of methods says it."""
    about, factor = settings["about"], settings["open_factor"]
    low, high, value = reading.low, reading.high, reading.value
    if len(set(reading.claims)) > 1:
        return list(dict.fromkeys(reading.claims))[int(u * len(dict.fromkeys(reading.claims)))]
    if low is None and high is None:
        return slow_trusted(reading, settings, u)
    if value is None and low is not None and high is None:
        reach = [x for x in column if x > low]
        high = (low * factor if low > 0 else low / factor) if factor else max(reach, default=low)
    elif value is None and low is None and high is not None:
        if reading.qualifier is Qualifier.NEARLY:
            low = high / (1 + about) if high > 0 else high * (1 + about)
        else:
            reach = [x for x in column if x < high]
            low = (high / factor if high > 0 else high * factor) if factor else min(reach, default=high)
    low, high = value if low is None else low, value if high is None else high
    assert low is not None
    assert high is not None
    return None if low == high and value is not None else low + u * (high - low)


def slow_trusted(reading: CellReading, settings: dict[str, Any], u: float) -> float | None:
    if not reading.value:
        return None
    score = max(
        {"estimated": 4, "provisional": 2, "modelled": 4, "imputed": 4}.get(reading.status, 1),
        *({"unvalidated": 2, "low reliability": 4}.get(flag, 1) for flag in (*reading.flags, "")),
        1 if reading.cited else 3,
        reading.pedigree[0] or 1,
    )
    factors = {**PEDIGREE, **settings["pedigree"]}
    wide = math.log(factors["reliability"][score - 1])
    for name, held in list(zip(factors, reading.pedigree, strict=True))[1:]:
        wide = math.sqrt(wide**2 + math.log(factors[name][(held or 1) - 1]) ** 2)
    if reading.qualifier is Qualifier.ABOUT:
        wide = math.sqrt(wide**2 + math.log(1 + settings["about"]) ** 2)
    if wide == 0:
        return None
    return math.exp(NormalDist(math.log(abs(reading.value)), wide / 2).inv_cdf(u)) * math.copysign(1, reading.value)


numbers = st.sampled_from([-40.0, -3.0, 0.0, 0.5, 2.0, 7.0, 100.0])
qualities: dict[str, Any] = {
    "status": st.sampled_from([Status.REPORTED, Status.ESTIMATED, Status.PROVISIONAL, Status.MODELLED]),
    "flags": st.frozensets(st.sampled_from(["unvalidated", "low reliability", "break"]), max_size=2),
    "cited": st.booleans(),
    "pedigree": st.tuples(*[st.one_of(st.none(), st.integers(1, 5))] * 5),
}


@st.composite
def readings(draw: Any) -> CellReading:
    """A reading as the files give them: a value, about a value, a range, a bound, or rivals."""
    kind = draw(st.sampled_from(["value", "about", "range", "above", "below", "nearly", "rivals"]))
    value, other = draw(numbers), draw(numbers)
    more = {name: draw(one) for name, one in qualities.items()}
    if kind == "range":
        low, high = min(value, other), max(value, other)
        return read("A1", "x1", (low + high) / 2, low=low, high=high, qualifier=Qualifier.RANGE, **more)
    if kind == "above":
        return read("A1", "x1", None, low=value, qualifier=draw(st.sampled_from(ABOVE)), **more)
    if kind in ("below", "nearly"):
        bound = Qualifier.NEARLY if kind == "nearly" else draw(st.sampled_from(BELOW))
        return read("A1", "x1", None, high=value, qualifier=bound, **more)
    claims = tuple(draw(st.lists(numbers, min_size=2, max_size=4))) if kind == "rivals" else ()
    return read(
        "A1", "x1", value, qualifier=Qualifier.ABOUT if kind == "about" else Qualifier.EXACT, claims=claims, **more
    )


assumed = st.fixed_dictionaries(
    {
        "about": st.sampled_from([0.0, 0.1, 0.5]),
        "open_factor": st.sampled_from([None, 1.0, 1.5, 3.0]),
        "pedigree": st.sampled_from([{}, dict.fromkeys(PEDIGREE, (1.0,) * 5), {"temporal": (1.0, 1.2, 1.4, 1.6, 3.0)}]),
    }
)


@settings(max_examples=300, deadline=None)
@given(readings(), assumed, st.lists(numbers, min_size=0, max_size=4), st.lists(st.floats(1e-9, 0.999), min_size=1))
def test_every_distribution_is_that_of_the_slow_one(reading: CellReading, held: Any, others: Any, quantiles: Any):
    column = [math.nan if reading.value is None else reading.value, *others]
    areas = [(f"A{row + 1}", "") for row in range(len(column))]
    nodes = [Node("I", "I", None, 1.0), Node("x1", "x1", "I", 1.0, "x1")]
    data = Dataset.build(areas, nodes, np.array(column)[:, None], readings={("A1", "x1"): reading})
    found = doubtful(data, Assumptions(**held))
    expected = [slow([x for x in column if not math.isnan(x)], reading, held, u) for u in quantiles]
    assert [cell.row for cell in found] == [0] * (expected[0] is not None)
    for cell in found:
        np.testing.assert_allclose(cell.at(np.array(quantiles)), np.array(expected, dtype=float), rtol=1e-9)


@settings(max_examples=200, deadline=None)
@given(readings(), assumed, st.lists(st.floats(0, 1, exclude_max=True), min_size=1))
def test_what_a_source_states_is_never_left(reading: CellReading, held: Any, quantiles: Any):
    nodes = [Node("I", "I", None, 1.0), Node("x1", "x1", "I", 1.0, "x1")]
    values = np.array([[math.nan if reading.value is None else reading.value], [-50.0], [200.0]])
    data = Dataset.build([("A1", ""), ("A2", ""), ("A3", "")], nodes, values, readings={("A1", "x1"): reading})
    for cell in doubtful(data, Assumptions(**held)):
        drawn = cell.at(np.array(quantiles))
        assert np.isfinite(drawn).all()
        if cell.claims:
            assert set(drawn.tolist()) <= set(reading.claims)
        if not cell.claims and reading.low is not None:
            assert drawn.min() >= reading.low
        if not cell.claims and reading.high is not None:
            assert drawn.max() <= reading.high
        if cell.middle:
            assert (np.sign(drawn) == np.sign(cell.middle)).all() or not math.isfinite(cell.middle)


# -- which cells -------------------------------------------------------------------------------------------------------


def test_a_value_as_good_as_can_be_is_beyond_doubt(plain: Dataset):
    data = with_readings(plain, read("A1", "x1", 10.0, pedigree=judged(1)))
    assert doubtful(data) == ()


def test_quality_is_the_worst_of_what_source_status_and_flags_say():
    told = {
        read("A", "x", 1.0): (1, ""),
        read("A", "x", 1.0, pedigree=judged(3)): (3, "source"),
        read("A", "x", 1.0, status=Status.PROVISIONAL, pedigree=judged(5)): (5, "source"),
        read("A", "x", 1.0, status=Status.ESTIMATED, pedigree=judged(2)): (4, "unsettled"),
        read("A", "x", 1.0, cited=False, status=Status.PROVISIONAL): (3, "uncited"),
        read("A", "x", 1.0, flags=frozenset({"unvalidated", "break"})): (2, "flagged"),
    }
    assert {reading: Assumptions().score(reading) for reading in told} == told
    own = Assumptions(scores={"break": 5, "unvalidated": 1})
    assert own.score(read("A", "x", 1.0, flags=frozenset({"break"}))) == (5, "flagged")
    assert own.score(read("A", "x", 1.0, flags=frozenset({"unvalidated"}))) == (1, "")
    assert own.score(read("A", "x", 1.0, status=Status.ESTIMATED)) == (4, "unsettled")


def test_a_lognormal_keeps_95_percent_within_its_factor(plain: Dataset):
    (cell,) = doubtful(with_readings(plain, read("A1", "x1", -10.0, pedigree=judged(5))))
    assert (cell.low, cell.high, cell.spread) == (-15.0, pytest.approx(-10 / 1.5), 1.5)
    drawn = cell.at(np.random.default_rng(1).random(20_000))
    assert ((drawn >= cell.low) & (drawn <= cell.high)).mean() == pytest.approx(0.9545, abs=0.005)
    assert np.median(drawn) == pytest.approx(-10.0, rel=0.005)


def test_a_bound_is_in_doubt_only_where_the_index_would_take_the_value(plain: Dataset):
    planned = read("A1", "x1", None, low=12.0, qualifier=Qualifier.ABOVE, status=Status.PLANNED)
    assert doubtful(with_readings(plain, planned)) == ()
    named = [replace(node, statuses=frozenset({Status.PLANNED})) if node.code == "x1" else node for node in plain.nodes]
    assert [cell.why for cell in doubtful(replace(with_readings(plain, planned), nodes=tuple(named)))] == ["bound"]
    announced = CellReading("A1", "x1", None, Missing.STATUS_NOT_ALLOWED, low=1.0, high=3.0)
    assert doubtful(with_readings(plain, announced)) == ()


def bounded(dataset: Dataset, value: float, low: float = math.nan, high: float = math.nan) -> Dataset:
    values, ends = dataset.values.copy(), np.full((2, 5), math.nan)
    values[1, 0] = value
    ends[:, 1] = low, high
    return replace(dataset, values=np.asfortranarray(values), bounds={"x1": (ends[0], ends[1])})


@pytest.mark.parametrize(
    ("value", "low", "high", "expected"),
    [
        (20.0, 15.0, 30.0, (15.0, 30.0)),
        (20.0, 15.0, math.nan, (15.0, 20.0)),  # a value is itself the end that is not stated, as ever
        (20.0, math.nan, 30.0, (20.0, 30.0)),
        (20.0, 20.0, math.nan, None),
        (math.nan, 15.0, 30.0, (15.0, 30.0)),
        (math.nan, 15.0, math.nan, (15.0, 50.0)),  # without one, the side is open
        (math.nan, math.nan, 30.0, (10.0, 30.0)),
        (math.nan, 60.0, math.nan, (60.0, 60.0)),  # beyond all others the bound is all there is
        (math.nan, math.nan, math.nan, None),
    ],
)
def test_a_table_states_both_ends_one_or_none(plain: Dataset, value: float, low: float, high: float, expected: Any):
    found = doubtful(bounded(plain, value, low, high))
    assert [(cell.low, cell.high) for cell in found] == ([] if expected is None else [expected])


def test_all_bounds_upside_down_are_told_at_once(plain: Dataset):
    data = with_readings(plain, read("A1", "x1", 5.0, low=9.0), read("A2", "x2", 5.0, low=9.0, high=7.0))
    with pytest.raises(CombinedError, match="“x1” of area “A1”") as caught:
        doubtful(data)
    assert [type(error) for error in caught.value.errors] == [BadBoundsError] * 2


@pytest.mark.parametrize("size", [1e308, -1e308, 5e-324, 1e-300])
def test_huge_and_tiny_values_are_drawn_as_finite_numbers(plain: Dataset, size: float):
    data = with_readings(
        plain,
        read("A1", "x1", size, pedigree=judged(5)),
        read("A2", "x1", None, low=size),
        read("A3", "x1", None, high=size),
        read("A4", "x2", 0.0, low=-1.7e308, high=1.7e308),
    )
    for how in (
        Assumptions(),
        Assumptions(open_factor=1e300),
        Assumptions(pedigree={"reliability": (1.0, 1.0, 1.0, 1.0, 1e308)}),
    ):
        for cell in doubtful(data, how):
            drawn = cell.at(np.array([0.0, 1e-300, 0.3, 1 - 2**-53]))
            assert np.isfinite(drawn).all()
            assert (drawn[1:] >= drawn[:-1]).all() or cell.middle < 0


# -- what it does to ranks ---------------------------------------------------------------------------------------------


def doubted(seed: int, reliability: int) -> Dataset:
    """Twelve areas by four indicators of sources that are all as reliable as told."""
    values = np.random.default_rng(seed).lognormal(3, 0.5, (12, 4))
    nodes = [Node("I", "I", None, 1.0), *(Node(f"x{n}", f"x{n}", "I", 1.0, f"x{n}") for n in range(4))]
    readings = {
        (f"A{row}", f"x{place}"): read(f"A{row}", f"x{place}", float(values[row, place]), pedigree=judged(reliability))
        for row in range(12)
        for place in range(4)
    }
    return Dataset.build([(f"A{row}", "") for row in range(12)], nodes, values, readings=readings)


def width(seed: int, reliability: int) -> float:
    stats = robustness(doubted(seed, reliability), Recipe.from_toml(VALUES), runs=200, seed=seed).statistics
    return float((stats["q95"] - stats["q05"]).mean())


def test_the_worse_the_sources_the_wider_the_rank_intervals():
    """In expectation: the mean over areas and a dozen data sets."""
    widths = [np.mean([width(seed, score) for seed in range(12)]) for score in range(1, 6)]
    assert widths[0] == 0
    assert all(right >= left for left, right in pairwise(widths))
    assert widths[4] > 2 * widths[1] > 0


def test_values_beyond_doubt_give_the_nominal_ranks_and_say_so():
    held = robustness(doubted(3, 1), Recipe.from_toml(VALUES), runs=5, seed=1)
    assert (held.rank_matrix == held.nominal[:, None]).all()
    assert any("varies nothing" in told for told in held.findings)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10_000), st.sampled_from(["", "open_factor = 2.0\nabout = 0.3\n"]))
def test_every_run_is_an_engine_with_the_values_drawn(seed: int, keys: str):
    random = np.random.default_rng(seed)
    dataset, held = doubted(seed, int(random.integers(1, 6))), []
    for row in range(3):
        bound = float(random.uniform(5, 40))
        held.append(read(f"A{row}", "x1", None, **{random.choice(["low", "high"]): bound}))
    dataset = replace(with_readings(dataset, *held), readings={**dataset.readings, **{(h.area, "x1"): h for h in held}})
    recipe = Recipe.from_toml("[normalise]\nlower = 1\n" + VALUES + keys)
    made = robustness(dataset, recipe, runs=4, seed=seed)
    for run, drawn in made.runs.iterrows():
        engine = Engine(dataset, replace(recipe, factors=()))
        for label, value in drawn.items():
            _, area, indicator = str(label).split(".")
            engine.set_value(area, indicator, float(value))
        np.testing.assert_array_equal(made.ranks[run], engine.result.rank("I"))
        np.testing.assert_allclose(made.scores[run], engine.result.score("I"), rtol=1e-12)


def test_a_bound_gives_an_area_without_a_score_its_ranks(flat: Any):
    """A3 is known to be above 30 while the others reach 50: as likely before A2 as behind it."""
    data = with_readings(flat([[10.0], [40.0], [0.0], [50.0]]), read("A3", "x1", None, low=30.0))
    held = robustness(data, Recipe.from_toml(VALUES), runs=2_000, seed=1)
    assert math.isnan(held.nominal[2])
    frequencies = held.frequencies.loc["A3"]
    assert frequencies["2"] == pytest.approx(0.5, abs=0.03)
    assert frequencies["2"] + frequencies["3"] == 1.0


def test_the_same_seed_gives_the_same_draws():
    first, second = (robustness(doubted(1, 4), Recipe.from_toml(VALUES), runs=20, seed=9) for _ in range(2))
    assert first.score_matrix.tobytes() == second.score_matrix.tobytes()
    assert first.runs.equals(second.runs)


# -- the recipe --------------------------------------------------------------------------------------------------------

SCORES = 'scores = { uncited = 1, "low reliability" = 5 }\n'
OWN = "about = 0.2\nopen_factor = 1.5\npedigree = { temporal = [1, 1.1, 1.2, 1.4, 2] }\n" + SCORES


def test_a_recipe_sets_what_is_assumed_and_keeps_it():
    recipe = Recipe.from_toml(VALUES + OWN)
    assert Recipe.from_toml(recipe.to_toml()) == recipe
    turned = OWN.replace(SCORES, 'scores = { "low reliability" = 5, uncited = 1 }')
    assert Recipe.from_toml(VALUES + turned).hash() == recipe.hash()
    assert Recipe.from_toml(VALUES).hash() != recipe.hash()


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("about = -0.1", "factor 1.about: -0.1 is not allowed"),
        ("open_factor = 0.5", "write a number of 1 or more"),
        ("pedigree = [1, 1.1, 1.2, 1.3, 1.4]", "is no table"),
        ("pedigree = { temporal = [1, 1.1, 1.2] }", "write five factors of “temporal”"),
        ("pedigree = { temporal = [1, 1.3, 1.2, 1.4, 1.5] }", "none below the one before"),
        ("pedigree = { temporl = [1, 1, 1, 1, 1] }", "Did you mean “temporal”?"),
        ("scores = 4", "is no table"),
        ("scores = { estimatd = 4 }", "Did you mean “estimated”?"),
        ("scores = { estimated = 6 }", "whole number from 1 (best) to 5"),
        ("open_facter = 2", "Did you mean “open_factor”?"),
    ],
)
def test_a_wrong_assumption_is_refused_in_words(key: str, told: str):
    with pytest.raises(KnownError) as caught:
        Recipe.from_toml(VALUES + key)
    assert told in str(caught.value)
