"""From observations to a dataset, case by case (ARCHITECTURE.md, "From observations to a dataset")."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citeria_core import reading as core_reading
from citeria_core.model import CellReading, Citation, Index, Missing, Node, Observation, Qualifier, Role, Status
from citeria_core.period import UNDATED, Period
from citeria_core.plausible import doubtful
from citeria_core.readings import of_values
from citeria_db import load, source_operations
from citeria_db.errors import UnknownAreaError, UnknownIndexError, UnknownIndicatorError
from citeria_db.observations import SETTABLE
from citeria_db.source_rows import Upkeep
from citeria_db.store import Project

YEAR = Period.parse("2020")
NOTHING = Observation("", "beta", "firms", YEAR, None)
FIRM = replace(NOTHING, value=5.0, preferred=True)


def add(project: Project, *observations: Observation) -> tuple[str, ...]:
    with project.transact("Add"):
        return tuple(map(project.observations.add, observations))


def add_index(project: Project, leaf: Node, as_of: Period = YEAR) -> None:
    nodes = (Node("TRY", "Try", None, 1.0), leaf)
    with project.transact("Add an index"):
        project.indices.add(Index("TRY", "Try", "", as_of, ("beta",), nodes, ""))


def read(project: Project, index: str = "IX") -> CellReading:
    """Read beta's firms in all four ways, which must agree."""
    held = project.indices.get(index)
    leaves = {leaf.code: leaf for leaf in held.leaves()}
    dataset = load.dataset(project, index)
    one = load.reading(project, index, "beta", "firms")
    assert dataset.readings["beta", "firms"] == one
    assert load.readings(project, ["beta"], ["firms"], held.as_of, leaves)["beta", "firms"] == one
    leaf = next(leaf for leaf in held.leaves() if leaf.indicator == "firms")
    told = core_reading.read(project.observations.cell("beta", "firms"), leaf, "number", held.as_of)
    assert told == core_reading.Read(one.observation, one.value, one.reason)
    value = dataset.values[dataset.areas.index("beta"), dataset.indicators.index("firms")]
    assert (one.value is None and math.isnan(value)) or one.value == value
    return one


def test_a_cell_without_observations_is_not_found(project: Project) -> None:
    assert read(project) == CellReading("beta", "firms", None, Missing.NOT_FOUND)


def test_the_dataset_stands_in_the_order_of_its_index(project: Project) -> None:
    dataset = load.dataset(project, "IX")
    assert dataset.areas == ("alpha", "beta")
    assert dict(dataset.area_names) == {"alpha": "Alpha", "beta": "Beta"}
    assert dataset.indicators == ("firms", "pay")
    assert dataset.values[0, 0] == 7.0
    assert [math.isnan(value) for value in dataset.values.ravel()] == [False, True, True, True]
    assert len(dataset.readings) == 4


def test_a_preferred_value_is_read_with_all_that_stands_behind_it(project: Project) -> None:
    (id_,) = add(project, replace(FIRM, printed="5", citations=(Citation("", "smith-2020"),), note="why"))
    assert read(project) == CellReading(
        "beta", "firms", 5.0, None, YEAR, id_, shown=5.0, status=Status.REPORTED, cited=True, noted=True
    )


def test_the_latest_period_up_to_the_as_of_period_is_read(project: Project) -> None:
    periods = ["2018", "2019", "2021", "2020-Q3", "2020/2021"]
    add(project, *(replace(FIRM, period=Period.parse(text), value=float(at)) for at, text in enumerate(periods)))
    reading = read(project)
    assert (reading.value, str(reading.period)) == (3.0, "2020-Q3")


def test_of_two_periods_with_the_same_end_the_shorter_is_the_later(project: Project) -> None:
    periods = ["2019/2020", "2020-12", "2020"]
    add(project, *(replace(FIRM, period=Period.parse(text), value=float(at)) for at, text in enumerate(periods)))
    assert read(project).value == 1.0


def test_an_undated_value_is_the_earliest_of_all(project: Project) -> None:
    add(project, replace(FIRM, period=UNDATED, value=1.0))
    reading = read(project)
    assert (reading.value, reading.period) == (1.0, UNDATED)
    add(project, replace(FIRM, period=Period.parse("0002"), value=2.0))
    assert read(project).value == 2.0


def test_a_leaf_may_fix_its_period(project: Project) -> None:
    add(project, FIRM, replace(FIRM, period=Period.parse("2019"), value=4.0), replace(FIRM, period=UNDATED, value=1.0))
    add_index(project, Node("firms", "Firms", "TRY", 1.0, "firms", period=Period.parse("2019")))
    assert read(project, "TRY").value == 4.0


def test_a_fixed_period_may_be_undated_or_later_than_the_as_of_period(project: Project) -> None:
    add(project, FIRM, replace(FIRM, period=UNDATED, value=1.0), replace(FIRM, period=Period.parse("2030"), value=9.0))
    add_index(project, Node("firms", "Firms", "TRY", 1.0, "firms", period=UNDATED))
    assert read(project, "TRY").value == 1.0
    with project.transact("Move"):
        project.connection.write(
            "UPDATE node SET period_start = '2030-01-01', period_end = '2030-12-31' WHERE code = 'firms'"
        )
    assert read(project, "TRY").value == 9.0


def test_a_fixed_period_without_a_value_is_missing_though_others_have_one(project: Project) -> None:
    add(project, FIRM)
    add_index(project, Node("firms", "Firms", "TRY", 1.0, "firms", period=Period.parse("2020-Q4")))
    assert read(project, "TRY") == CellReading("beta", "firms", None, Missing.NOT_FOUND)


@pytest.mark.parametrize("qualifier", [Qualifier.EXACT, Qualifier.ABOUT])
def test_exact_and_approximate_values_are_scored(project: Project, qualifier: Qualifier) -> None:
    add(project, replace(FIRM, qualifier=qualifier))
    reading = read(project)
    assert (reading.value, reading.qualifier, reading.reason) == (5.0, qualifier, None)


@pytest.mark.parametrize(
    ("qualifier", "low", "high"),
    [
        (Qualifier.ABOVE, 5.0, None),
        (Qualifier.AT_LEAST, 5.0, None),
        (Qualifier.BELOW, None, 5.0),
        (Qualifier.AT_MOST, None, 5.0),
        (Qualifier.NEARLY, None, 5.0),
    ],
)
def test_a_bound_is_shown_and_carried_but_not_scored(
    project: Project, qualifier: Qualifier, low: float | None, high: float | None
) -> None:
    (id_,) = add(project, replace(FIRM, qualifier=qualifier))
    reading = read(project)
    assert (reading.value, reading.reason, reading.observation) == (None, Missing.BOUND_ONLY, id_)
    assert (reading.shown, reading.low, reading.high) == (5.0, low, high)


def test_an_earlier_exact_value_is_scored_before_a_later_bound(project: Project) -> None:
    add(project, replace(FIRM, qualifier=Qualifier.ABOVE), replace(FIRM, period=Period.parse("2018"), value=3.0))
    reading = read(project)
    assert (reading.value, str(reading.period), reading.low) == (3.0, "2018", None)


@pytest.mark.parametrize(("low", "high", "middle"), [(10.0, 20.0, 15.0), (0.1, 0.2, 0.15), (-1e308, 1.5e308, 2.5e307)])
def test_a_range_is_scored_at_its_middle(project: Project, low: float, high: float, middle: float) -> None:
    add(project, replace(FIRM, value=None, qualifier=Qualifier.RANGE, low=low, high=high))
    reading = read(project)
    assert reading.value == pytest.approx(middle, rel=1e-15)
    assert (reading.low, reading.high, reading.shown) == (low, high, reading.value)


def test_a_range_of_the_largest_numbers_does_not_overflow(project: Project) -> None:
    add(project, replace(FIRM, value=None, qualifier=Qualifier.RANGE, low=1.6e308, high=1.7e308))
    assert read(project).value == pytest.approx(1.65e308, rel=1e-15)


SCORED = [Status.REPORTED, Status.ESTIMATED, Status.PROVISIONAL, Status.IMPUTED, Status.MODELLED]
NAMED_ONLY = [Status.ANNOUNCED, Status.PLANNED, Status.TARGET, Status.FORECAST, Status.CLAIMED]


@pytest.mark.parametrize("status", SCORED)
def test_measured_and_estimated_values_are_scored(project: Project, status: Status) -> None:
    add(project, replace(FIRM, status=status))
    reading = read(project)
    assert (reading.value, reading.status) == (5.0, status)


@pytest.mark.parametrize("status", NAMED_ONLY)
def test_plans_and_claims_are_scored_only_where_the_leaf_names_them(project: Project, status: Status) -> None:
    add(project, replace(FIRM, status=status))
    reading = read(project)
    assert (reading.value, reading.reason, reading.shown) == (None, Missing.STATUS_NOT_ALLOWED, 5.0)
    add_index(project, Node("firms", "Firms", "TRY", 1.0, "firms", statuses=frozenset({status})))
    assert read(project, "TRY").value == 5.0
    others = frozenset(NAMED_ONLY) - {status}
    with project.transact("Allow others"):
        project.connection.write("UPDATE node SET statuses = ? WHERE parent_id NOTNULL", (" ".join(others),))
    assert read(project, "TRY").reason is Missing.STATUS_NOT_ALLOWED


def test_every_status_is_either_scored_or_has_to_be_named() -> None:
    assert {*SCORED, *NAMED_ONLY} == set(Status)


def test_a_contested_cell_without_a_choice_is_undecided(project: Project) -> None:
    add(project, replace(FIRM, preferred=False), replace(FIRM, value=6.0, preferred=False, note="n"))
    undecided = CellReading("beta", "firms", None, Missing.UNDECIDED, YEAR, rivals=2, claims=(5.0, 6.0))
    assert read(project) == undecided


def test_a_choice_settles_a_contested_cell_and_its_rivals_are_counted(project: Project) -> None:
    add(project, FIRM, replace(FIRM, value=6.0, preferred=False), replace(FIRM, value=7.0, preferred=False))
    reading = read(project)
    assert (reading.value, reading.rivals) == (5.0, 3)


def test_rivals_claim_what_each_could_be_scored_with_to_the_last_bit(project: Project) -> None:
    third = 0.1 + 0.2
    add(
        project,
        replace(FIRM, value=third, created="2024-01-01T00:00:01"),
        replace(FIRM, value=None, low=1.0, high=4.0, qualifier=Qualifier.RANGE, preferred=False),
        replace(FIRM, value=9.0, qualifier=Qualifier.ABOVE, preferred=False),
        replace(FIRM, value=8.0, status=Status.PLANNED, preferred=False),
        replace(NOTHING, missing=Missing.NOT_FOUND),
    )
    reading = read(project)
    assert reading.rivals == 5
    assert sorted(reading.claims) == [third, 2.5]


def test_rivals_in_other_periods_are_not_rivals(project: Project) -> None:
    add(project, FIRM, replace(FIRM, period=Period.parse("2019"), preferred=False))
    assert read(project).rivals == 0


def test_a_chosen_value_of_an_earlier_period_is_read_while_a_later_cell_is_undecided(project: Project) -> None:
    add(project, replace(FIRM, preferred=False), replace(FIRM, period=Period.parse("2019"), value=4.0))
    assert read(project).value == 4.0


def test_a_chosen_bound_is_shown_before_an_undecided_cell(project: Project) -> None:
    add(
        project,
        replace(FIRM, preferred=False),
        replace(FIRM, period=Period.parse("2019"), qualifier=Qualifier.ABOVE),
    )
    reading = read(project)
    assert (reading.reason, str(reading.period)) == (Missing.BOUND_ONLY, "2019")


@pytest.mark.parametrize("reason", sorted(SETTABLE))
def test_a_reason_given_for_a_missing_value_is_read(project: Project, reason: Missing) -> None:
    (id_,) = add(project, replace(NOTHING, missing=reason, preferred=True))
    reading = read(project)
    assert (reading.value, reading.reason, reading.observation, reading.shown) == (None, reason, id_, None)


def test_a_rating_is_shown_but_is_not_a_number(project: Project) -> None:
    add(project, Observation("", "beta", "grade", YEAR, None, text="AA−", preferred=True))
    reading = load.reading(project, "IX", "beta", "grade")
    assert (reading.value, reading.reason, reading.text) == (None, Missing.NOT_A_NUMBER, "AA−")
    assert load.readings(project, ["beta"], ["grade"], YEAR)["beta", "grade"] == reading


@pytest.mark.parametrize("role", Role)
def test_a_value_is_cited_if_a_source_speaks_for_it(project: Project, role: Role) -> None:
    add(project, replace(FIRM, citations=(Citation("", "smith-2020", role),)))
    assert read(project).cited is (role in (Role.PRIMARY, Role.VIA, Role.CORROBORATES))


def test_a_value_without_a_citation_is_uncited(project: Project) -> None:
    add(project, FIRM)
    assert read(project).cited is False


def judge(project: Project, **reliability: int) -> None:
    for key, score in reliability.items():
        source_operations.set_upkeep(project, Upkeep(key.replace("_", "-"), reliability=score))


@pytest.mark.parametrize("role", Role)
def test_a_value_is_as_reliable_as_the_source_that_speaks_for_it(project: Project, role: Role) -> None:
    add(project, replace(FIRM, citations=(Citation("", "smith-2020", role),)))
    assert read(project).pedigree[0] is None
    judge(project, smith_2020=4)
    assert read(project).pedigree[0] == (4 if role in (Role.PRIMARY, Role.VIA, Role.CORROBORATES) else None)


def test_the_best_source_that_is_judged_counts(project: Project) -> None:
    add(project, replace(FIRM, citations=(Citation("", "smith-2020"), Citation("", "office-2021", Role.CORROBORATES))))
    judge(project, smith_2020=4)
    assert read(project).pedigree[0] == 4
    judge(project, office_2021=2)
    assert read(project).pedigree[0] == 2


def test_a_whole_pedigree_is_read_and_stands_over_the_plain_reliability(project: Project) -> None:
    add(project, replace(FIRM, citations=(Citation("", "smith-2020"),)))
    source_operations.set_upkeep(project, Upkeep("smith-2020", reliability=4, pedigree=(None, 2, None, 5, None)))
    assert read(project).pedigree == (4, 2, None, 5, None)
    changed = source_operations.set_upkeep(project, Upkeep("smith-2020", reliability=4, pedigree=(3, 2, 1, 5, 1)))
    assert changed.cells >= {("beta", "firms")}
    assert read(project).pedigree == (3, 2, 1, 5, 1)


def test_the_flags_of_a_value_are_read_and_one_changed_since_it_was_cited_has_no_source_to_rely_on(
    project: Project,
) -> None:
    held = replace(FIRM, citations=(Citation("", "smith-2020"),))
    (id_,) = add(project, replace(held, flags=frozenset({"unvalidated", "break"})))
    judge(project, smith_2020=2)
    reading = read(project)
    assert (reading.flags, reading.cited, reading.pedigree[0]) == ({"unvalidated", "break"}, True, 2)
    with project.transact("Flag"):
        project.observations.set_flags(id_, {"changed since cited"})
    reading = read(project)
    assert (reading.flags, reading.cited, reading.pedigree[0]) == ({"changed since cited"}, False, None)


def test_a_source_judged_anew_reaches_the_cells_that_cite_it(project: Project) -> None:
    add(project, replace(FIRM, citations=(Citation("", "office-2021"),)))
    judged = source_operations.set_upkeep(project, Upkeep("office-2021", reliability=4))
    assert judged.cells == {("beta", "firms")}
    renamed = source_operations.set_upkeep(project, Upkeep("office-2021", producer="Office", reliability=4))
    assert renamed.cells == frozenset()


def test_what_is_known_of_doubtful_values_reaches_the_runs_of_a_robustness_study(project: Project) -> None:
    paid = replace(FIRM, area="alpha", indicator="pay", value=80.0, citations=(Citation("", "smith-2020"),))
    above = replace(FIRM, qualifier=Qualifier.ABOVE, value=12_000.0)
    add(project, above, replace(paid, flags=frozenset({"low reliability"})))
    cells = doubtful(load.dataset(project, "IX"))
    assert [(cell.row, cell.place, cell.low, cell.high, cell.middle, cell.why) for cell in cells] == [
        (0, 1, pytest.approx(80 / 1.2), pytest.approx(96.0), 80.0, "flagged"),
        (1, 0, 12_000.0, 12_000.0, pytest.approx(math.nan, nan_ok=True), "bound"),
    ]


def test_a_note_on_the_cell_or_on_area_and_indicator_marks_it(project: Project) -> None:
    add(project, FIRM)
    assert read(project).noted is False
    for period in (YEAR, None):
        with project.transact("Note"):
            project.notes.set("look", area="beta", indicator="firms", period=period)
        assert read(project).noted is True
        project.undo()
    with project.transact("Note elsewhere"):
        project.notes.set("look", area="beta", indicator="firms", period=Period.parse("2019"))
    assert read(project).noted is False


def test_readings_come_for_any_areas_and_indicators_in_any_order(project: Project) -> None:
    found = load.readings(project, ["beta", "land", "alpha"], ["grade", "firms"], YEAR)
    assert list(found) == [(area, indicator) for area in ("beta", "land", "alpha") for indicator in ("grade", "firms")]
    assert found["alpha", "firms"].value == 7.0
    assert load.readings(project, [], [], YEAR) == {}


def test_unknown_codes_are_named_with_close_ones(project: Project) -> None:
    with pytest.raises(UnknownAreaError, match=r"no area “alpa”.*“alpha”"):
        load.readings(project, ["alpa"], ["firms"], YEAR)
    with pytest.raises(UnknownIndicatorError, match="“firms”"):
        load.readings(project, ["alpha"], ["firm"], YEAR)
    with pytest.raises(UnknownIndexError, match="“IX”"):
        load.dataset(project, "IXX")
    with pytest.raises(UnknownIndexError):
        load.reading(project, "none", "alpha", "firms")
    with pytest.raises(UnknownAreaError):
        load.reading(project, "IX", "none", "firms")
    with pytest.raises(UnknownIndicatorError):
        load.reading(project, "IX", "alpha", "none")


PERIODS = ["2018", "2019", "2020", "2020-12", "2021", "undated"]
MADE = st.builds(
    replace,
    st.just(NOTHING),
    period=st.sampled_from(PERIODS).map(Period.parse),
    value=st.integers(0, 9).map(float),
    qualifier=st.sampled_from([Qualifier.EXACT, Qualifier.ABOUT, Qualifier.ABOVE]),
    status=st.sampled_from([Status.REPORTED, Status.PLANNED]),
    preferred=st.booleans(),
)


def one_preferred_a_cell(made: list[Observation]) -> list[Observation]:
    chosen: set[Period] = set()
    kept = []
    for one in made:
        kept.append(replace(one, preferred=one.preferred and one.period not in chosen))
        if one.preferred:
            chosen.add(one.period)
    return kept


def by_hand(made: list[Observation], as_of: Period, allowed: frozenset[Status]) -> tuple[float | None, Missing | None]:
    """The rule once more, in Python and in its own words."""
    seen = sorted((one for one in made if one.period.end <= as_of.end), key=lambda one: one.period, reverse=True)
    chosen = [one for one in seen if one.preferred]
    for one in chosen:
        if one.qualifier is not Qualifier.ABOVE and (one.status is Status.REPORTED or one.status in allowed):
            return one.value, None
    if chosen:
        bound = chosen[0].qualifier is Qualifier.ABOVE
        return None, Missing.BOUND_ONLY if bound else Missing.STATUS_NOT_ALLOWED
    return None, Missing.UNDECIDED if seen else Missing.NOT_FOUND


@settings(deadline=None, max_examples=80, suppress_health_check=list(HealthCheck))
@given(
    made=st.lists(MADE, max_size=8).map(one_preferred_a_cell),
    as_of=st.sampled_from(PERIODS[:5]).map(Period.parse),
    allowed=st.sampled_from([frozenset(), frozenset({Status.PLANNED})]),
)
def test_the_query_follows_the_rule_whatever_a_cell_holds(
    project: Project, made: list[Observation], as_of: Period, allowed: frozenset[Status]
) -> None:
    steps = project.counts()["steps"]
    add(project, *made)
    leaf = Node("firms", "Firms", "TRY", 1.0, "firms", statuses=allowed)
    found = load.readings(project, ["beta"], ["firms"], as_of, {"firms": leaf})
    unmade = found.copy()
    reading = found["beta", "firms"]
    assert (reading.value, reading.reason) == by_hand(made, as_of, allowed)
    told = core_reading.read(project.observations.cell("beta", "firms"), leaf, "number", as_of)
    assert told == core_reading.Read(reading.observation, reading.value, reading.reason)
    again = of_values([reading])
    assert np.array_equal(unmade.marks, again.marks)
    assert np.array_equal(unmade.shown, again.shown, equal_nan=True)
    assert np.array_equal(unmade.scored(), again.scored(), equal_nan=True)
    assert [unmade.periods[at] for at in unmade.period_at.ravel() if at >= 0] == again.periods
    if project.counts()["steps"] > steps:
        project.undo()
