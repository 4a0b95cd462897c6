from collections.abc import Callable

import pytest

from citeria_core.errors import AmbiguousNumberError, KnownError, UnreadableNumberError
from citeria_core.model import Missing, Observation, Qualifier, Role, Source, Status
from citeria_core.period import UNDATED, Period
from citeria_db import load, operations
from citeria_db.changes import Changes
from citeria_db.errors import (
    BadRangeChoiceError,
    BadWeightError,
    DuplicateCodeError,
    MissingReasonError,
    NoteNowhereError,
    NoValueError,
    UnknownAreaError,
    UnknownCitationError,
    UnknownIndexError,
    UnknownIndicatorError,
    UnknownNodeError,
    UnknownObservationError,
    UnknownSourceError,
)
from citeria_db.store import Project

YEAR = Period.parse("2020")


def cell(
    project: Project, area: str = "beta", indicator: str = "firms", period: Period = YEAR
) -> tuple[Observation, ...]:
    return project.observations.cell(area, indicator, period)


def preferred(project: Project) -> list[float | None]:
    return [observation.value for observation in cell(project) if observation.preferred]


def set_firms(project: Project, text: str, source: str | None = None, locator: str = "", quote: str = "") -> Changes:
    return operations.set_value(project, "beta", "firms", YEAR, text, source, locator, quote)


def label(changes: Changes) -> str:
    assert changes.step is not None
    return changes.step.label


def test_a_value_typed_into_an_empty_cell_is_added_uncited_and_put_in_use(project: Project) -> None:
    assert label(set_firms(project, "1 234")) == "Set Firms, Beta"
    (held,) = cell(project)
    assert (held.value, held.printed, held.preferred, held.citations) == (1234, "1 234", True, ())
    assert (held.author, held.status, held.qualifier) == ("ada", Status.REPORTED, Qualifier.EXACT)


def test_a_value_typed_over_one_takes_its_place(project: Project) -> None:
    set_firms(project, "3", "smith-2020")
    set_firms(project, "> 5 thousand")
    (held,) = cell(project)
    assert (held.value, held.qualifier, held.low, held.high) == (5000, Qualifier.ABOVE, 5000, None)
    assert (held.unit, held.printed) == ("count", "> 5 thousand")
    assert [citation.source for citation in held.citations] == ["smith-2020"]


def test_a_source_new_to_the_cell_adds_a_rival_and_is_put_in_use(project: Project) -> None:
    set_firms(project, "3", "smith-2020")
    operations.set_value(
        project, "beta", "firms", YEAR, "4", "office-2021", "Table 2", "four firms", status=Status.CLAIMED
    )
    first, second = cell(project)
    assert (first.value, first.preferred) == (3, False)
    assert (second.value, second.preferred, second.status) == (4, True, Status.CLAIMED)
    (citation,) = second.citations
    assert (citation.source, citation.role) == ("office-2021", Role.PRIMARY)
    assert (citation.locator, citation.quote) == ("Table 2", "four firms")


def test_a_source_that_speaks_in_the_cell_already_changes_its_own_value(project: Project) -> None:
    set_firms(project, "3", "smith-2020")
    set_firms(project, "4", "office-2021")
    operations.set_value(project, "beta", "firms", YEAR, "3.5", "smith-2020", locator="p. 9")
    first, second = cell(project)
    assert (first.value, first.preferred, first.citations[0].locator) == (3.5, True, "p. 9")
    assert (second.value, second.preferred) == (4, False)
    set_firms(project, "3.6", "smith-2020")
    assert cell(project)[0].citations[0].locator == "p. 9"  # nothing said about it, so it stays


def test_a_source_that_only_contradicts_a_value_is_no_owner_of_it(project: Project) -> None:
    set_firms(project, "3", "smith-2020")
    operations.cite(project, cell(project)[0].id, "office-2021", Role.CONTRADICTS)
    set_firms(project, "4", "office-2021")
    assert [observation.value for observation in cell(project)] == [3, 4]


def test_typing_into_a_contested_cell_without_a_choice_adds_a_value(project: Project) -> None:
    with project.transact("Contest"):
        for value in (1.0, 2.0):
            project.observations.add(Observation("", "beta", "firms", YEAR, value))
    set_firms(project, "3")
    assert [(one.value, one.preferred) for one in cell(project)] == [(1, False), (2, False), (3, True)]


def test_each_period_is_a_cell_of_its_own(project: Project) -> None:
    for text in ("2020", "2020-12", "2019/2020", "2020-Q4", "undated"):
        operations.set_value(project, "beta", "firms", Period.parse(text), "1")
    found = project.observations.cell("beta", "firms")
    assert [str(one.period) for one in found] == ["undated", "2019/2020", "2020", "2020-Q4", "2020-12"]
    assert len(cell(project, period=UNDATED)) == 1


def test_a_rating_keeps_its_text(project: Project) -> None:
    operations.set_value(project, "beta", "grade", YEAR, " AA− ")
    (held,) = cell(project, indicator="grade")
    assert (held.value, held.text, held.printed) == (None, "AA−", " AA− ")


def test_a_range_keeps_both_ends(project: Project) -> None:
    set_firms(project, "10–20")
    (held,) = cell(project)
    assert (held.qualifier, held.low, held.high, held.value) == (Qualifier.RANGE, 10, 20, 15)


def test_the_same_value_again_is_no_step(project: Project) -> None:
    set_firms(project, "3", "smith-2020")
    assert set_firms(project, "3", "smith-2020").step is None
    assert len(project.history.steps()) == 1


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (lambda p: set_firms(p, "12,345"), AmbiguousNumberError),
        (lambda p: set_firms(p, "many"), UnreadableNumberError),
        (lambda p: set_firms(p, ""), UnreadableNumberError),
        (lambda p: set_firms(p, "1", "smith-2021"), UnknownSourceError),
        (lambda p: operations.set_value(p, "bet", "firms", YEAR, "1"), UnknownAreaError),
        (lambda p: operations.set_value(p, "beta", "fims", YEAR, "1"), UnknownIndicatorError),
        (lambda p: operations.prefer(p, "x"), UnknownObservationError),
        (lambda p: operations.cite(p, "x", "smith-2020"), UnknownObservationError),
        (lambda p: operations.uncite(p, "x"), UnknownCitationError),
        (lambda p: operations.clear_value(p, "beta", "firms", YEAR), NoValueError),
        (lambda p: operations.set_weight(p, "IY", "pay", 1), UnknownIndexError),
        (lambda p: operations.set_weight(p, "IX", "pays", 1), UnknownNodeError),
        (lambda p: operations.set_weight(p, "IX", "pay", -1), BadWeightError),
        (lambda p: operations.set_weight(p, "IX", "pay", float("nan")), BadWeightError),
        (lambda p: operations.add_source(p, Source("smith-2020", {})), DuplicateCodeError),
        (lambda p: operations.set_missing(p, "beta", "firms", YEAR, Missing.UNDECIDED), MissingReasonError),
        (lambda p: operations.set_note(p, "x", area="bet"), UnknownAreaError),
        (lambda p: operations.remove_observation(p, "x"), UnknownObservationError),
        (lambda p: operations.set_status(p, "x"), UnknownObservationError),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(
    project: Project, wrong: Callable[[Project], object], error: type[KnownError]
) -> None:
    with pytest.raises(error) as caught:
        wrong(project)
    assert "{" not in str(caught.value)
    assert project.counts()["steps"] == 0


def test_a_locale_settles_what_is_ambiguous(project: Project) -> None:
    operations.set_value(project, "beta", "firms", YEAR, "12,345", locale="en")
    assert preferred(project) == [12345]
    operations.set_value(project, "beta", "firms", YEAR, "12,345", locale="de")
    assert preferred(project) == [12.345]


def test_a_close_code_is_suggested(project: Project) -> None:
    with pytest.raises(UnknownSourceError, match=r"no source “smith-2021” in this project. Did you mean “smith-2020”"):
        set_firms(project, "1", "smith-2021")


def test_clearing_a_cell_removes_the_value_in_use_and_leaves_its_rivals(project: Project) -> None:
    set_firms(project, "3", "smith-2020")
    set_firms(project, "4", "office-2021")
    assert label(operations.clear_value(project, "beta", "firms", YEAR)) == "Clear Firms, Beta"
    assert preferred(project) == [3]  # the one that is left is in use
    operations.clear_value(project, "beta", "firms", YEAR)
    assert cell(project) == ()
    project.undo()
    assert preferred(project) == [3]


def test_removing_one_of_three_rivals_chooses_none_of_the_others(project: Project) -> None:
    for text, source in (("3", None), ("4", "smith-2020"), ("5", "office-2021")):
        set_firms(project, text, source)
    operations.remove_observation(project, cell(project)[2].id)
    assert [(one.value, one.preferred) for one in cell(project)] == [(3, False), (4, False)]


def test_removing_takes_citations_flags_and_note_along(project: Project) -> None:
    set_firms(project, "3", "smith-2020")
    (held,) = cell(project)
    operations.set_status(project, held.id, flags=["break"])
    operations.set_note(project, "why", observation=held.id)
    assert cell(project)[0].note == "why"
    before = project.counts()["citations"]
    operations.remove_observation(project, held.id)
    assert project.counts()["citations"] == before - 1
    assert project.connection.value("SELECT count(*) FROM observation_flag") == 0


def test_choosing_a_value_is_a_step_that_names_it(project: Project) -> None:
    set_firms(project, "3", "smith-2020")
    set_firms(project, "4", "office-2021")
    assert label(operations.prefer(project, cell(project)[0].id)) == "Use 3 for Firms, Beta"
    assert preferred(project) == [3]
    project.undo()
    assert preferred(project) == [4]


def test_citing_again_in_the_same_role_refines_the_citation(project: Project) -> None:
    set_firms(project, "3")
    (held,) = cell(project)
    assert label(operations.cite(project, held.id, "smith-2020")) == "Cite smith-2020 for Firms, Beta"
    operations.cite(project, held.id, "smith-2020", locator="p. 2", quote="three")
    operations.cite(project, held.id, "smith-2020", Role.METHOD)
    operations.cite(project, held.id, "office-2021", Role.CORROBORATES)
    told = [(one.source, one.role, one.locator) for one in cell(project)[0].citations]
    assert told == [
        ("smith-2020", Role.PRIMARY, "p. 2"),
        ("smith-2020", Role.METHOD, ""),
        ("office-2021", Role.CORROBORATES, ""),
    ]
    assert project.sources.get("smith-2020").cited == 3  # these two and the base's own
    operations.uncite(project, cell(project)[0].citations[1].id)
    assert [one.role for one in cell(project)[0].citations] == [Role.PRIMARY, Role.CORROBORATES]


def test_another_place_in_a_source_is_a_citation_of_its_own(project: Project) -> None:
    set_firms(project, "3")
    (held,) = cell(project)
    operations.cite(project, held.id, "smith-2020", locator="p. 2", quote="three")
    operations.cite(project, held.id, "smith-2020", locator="p. 40")
    told = [(one.locator, one.quote) for one in cell(project)[0].citations]
    assert told == [("p. 2", "three"), ("p. 40", "")]
    operations.cite(project, held.id, "smith-2020", locator="p. 3", instead=cell(project)[0].citations[0].id)
    assert [(one.locator, one.quote) for one in cell(project)[0].citations] == [("p. 3", ""), ("p. 40", "")]


def test_words_quoted_for_another_value_go_with_it(project: Project) -> None:
    set_firms(project, "3", "smith-2020", locator="p. 2", quote="three firms")
    set_firms(project, "3.0")
    assert cell(project)[0].citations[0].quote == "three firms"  # the same number, typed again
    set_firms(project, "4", "smith-2020")
    (held,) = cell(project)
    assert (held.citations[0].locator, held.citations[0].quote, held.flags) == ("p. 2", "", frozenset())
    project.undo()
    assert cell(project)[0].citations[0].quote == "three firms"


def test_a_cited_value_changed_without_naming_its_source_counts_as_uncited_until_it_is_cited_again(
    project: Project,
) -> None:
    set_firms(project, "3", "smith-2020", quote="three firms")
    set_firms(project, "5")
    (held,) = cell(project)
    assert held.flags == {operations.CHANGED_SINCE_CITED}
    assert not load.reading(project, "IX", "beta", "firms").cited
    operations.cite(project, held.id, "smith-2020", quote="five firms")
    assert cell(project)[0].flags == frozenset()
    assert load.reading(project, "IX", "beta", "firms").cited


def test_what_a_value_is_can_be_described(project: Project) -> None:
    set_firms(project, "> 3")
    (held,) = cell(project)
    operations.set_status(project, held.id, status=Status.PLANNED, flags=["break", "built"])
    (held,) = cell(project)
    assert (held.status, held.flags, held.qualifier, held.low) == (
        Status.PLANNED,
        {"break", "built"},
        Qualifier.ABOVE,
        3,
    )
    operations.set_status(project, held.id, flags=["built"], qualifier=Qualifier.ABOUT)
    (held,) = cell(project)
    assert (held.status, held.flags, held.qualifier, held.low) == (Status.PLANNED, {"built"}, Qualifier.ABOUT, None)


def test_one_number_cannot_be_called_a_range_but_a_range_can_become_its_middle(project: Project) -> None:
    set_firms(project, "3")
    with pytest.raises(BadRangeChoiceError, match="“3” is one number"):
        operations.set_status(project, cell(project)[0].id, qualifier=Qualifier.RANGE)
    set_firms(project, "10–20")
    operations.set_status(project, cell(project)[0].id, qualifier=Qualifier.ABOUT)
    (held,) = cell(project)
    assert (held.value, held.low, held.high) == (15, None, None)


def test_a_reason_for_a_missing_value_stands_beside_what_sources_said(project: Project) -> None:
    set_firms(project, "3", "smith-2020")
    changes = operations.set_missing(project, "beta", "firms", YEAR, Missing.SUPPRESSED)
    assert label(changes) == "Mark Firms, Beta as missing"
    operations.set_missing(project, "beta", "firms", YEAR, Missing.NOT_APPLICABLE)
    value, reason = cell(project)
    assert (value.value, value.preferred) == (3, False)
    assert (reason.value, reason.missing, reason.preferred) == (None, Missing.NOT_APPLICABLE, True)
    set_firms(project, "4")
    assert [(one.value, one.missing, one.preferred) for one in cell(project)] == [(3, None, False), (4, None, True)]


def test_notes_stand_at_their_scope_the_most_specific_first(project: Project) -> None:
    operations.set_note(project, "on the area", area="beta")
    operations.set_note(project, "on the cell", area="beta", indicator="firms", period=YEAR)
    operations.set_note(project, "on both", area="beta", indicator="firms")
    operations.set_note(project, "on the year", indicator="firms", period=YEAR)
    assert project.notes.of_cell("beta", "firms", YEAR) == (
        ("cell", "on the cell"),
        ("area_indicator", "on both"),
        ("indicator_period", "on the year"),
        ("indicator", "n"),
        ("area", "on the area"),
    )
    assert [scope for scope, _ in project.notes.of_cell("beta", "firms", UNDATED)] == [
        "area_indicator",
        "indicator",
        "area",
    ]
    assert project.notes.get(area="beta") == "on the area"
    assert project.areas.get("beta").note == "on the area"


def test_a_note_is_changed_and_removed(project: Project) -> None:
    place = {"area": "beta", "indicator": "firms"}
    assert label(operations.set_note(project, "one", **place)) == "Note on Firms, Beta"  # type: ignore[arg-type]
    operations.set_note(project, "two", **place)  # type: ignore[arg-type]
    assert project.notes.get(**place) == "two"  # type: ignore[arg-type]
    assert label(operations.set_note(project, "", **place)) == "Remove the note on Firms, Beta"  # type: ignore[arg-type]
    assert project.notes.get(**place) == ""  # type: ignore[arg-type]
    assert operations.set_note(project, "", **place).step is None  # type: ignore[arg-type]


def test_a_note_needs_something_to_be_about(project: Project) -> None:
    with pytest.raises(NoteNowhereError):
        operations.set_note(project, "floating")


def test_a_weight_is_changed_and_named(project: Project) -> None:
    assert label(operations.set_weight(project, "IX", "pay", 12.5)) == "Weight of Pay: 12.5"
    assert {node.code: node.weight for node in project.indices.get("IX").nodes} == {"IX": 1, "firms": 60, "pay": 12.5}


def test_a_source_without_a_key_gets_one_from_its_author_and_year(project: Project) -> None:
    csl = {"title": "More", "author": [{"family": "Smith"}], "issued": {"date-parts": [[2020]]}}
    assert label(operations.add_source(project, Source("", csl))) == "Add source smith-2020-b"
    assert label(operations.add_source(project, Source("", csl))) == "Add source smith-2020-c"
    operations.add_source(
        project, Source("", {"title": "Sans", "publisher": "Statistisches Amt", "issued": {"literal": "2019"}})
    )
    operations.add_source(project, Source("", {"author": [{"literal": "国家统计局"}]}))
    operations.add_source(project, Source("", {}))
    assert [source.key for source in project.sources.all()][2:] == [
        "smith-2020-b",
        "smith-2020-c",
        "statistisches-amt-2019",
        "国家统计局",
        "source",
    ]


def test_several_weights_are_one_step_and_the_first_weights_stay_known(project: Project) -> None:
    index = next(one for one in project.indices.all() if len(one.parts()) > 1)
    first = project.indices.first_weights(index.code)
    assert first == {node.code: node.weight for node in index.nodes}
    given = {part.code: 10.0 + place for place, part in enumerate(index.parts())}
    steps = len(project.history.steps())
    operations.set_weights(project, index.code, given)
    operations.set_weights(project, index.code, dict.fromkeys(given, 7.5))
    assert len(project.history.steps()) == steps + 2
    assert project.indices.first_weights(index.code) == first
    project.undo()
    held = {node.code: node.weight for node in project.indices.get(index.code).nodes}
    assert {code: held[code] for code in given} == given
