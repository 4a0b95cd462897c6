"""Many cells written as one step, as if each had been typed."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citeria_core.clipboard import read_block
from citeria_core.errors import AmbiguousNumberError
from citeria_core.model import Citation, Indicator, Missing, Observation, Qualifier, Role, Status
from citeria_core.paste import Beyond, Grid, MissingMarkError, Plan, Selection, plan_paste
from citeria_core.period import Period
from citeria_db import operations, pasting
from citeria_db.errors import EmptyPasteError, UnknownAreaError, UnknownSourceError, UnreadyPlanError
from citeria_db.store import Project
from citeria_db.typed import typed

YEAR = Period.parse("2020")
GRID = Grid(("alpha", "beta"), ("firms", "pay", "grade"), {"Alpha": "alpha", "Beta": "beta"}, {"Firms": "firms"})
Content = Callable[[Path], object]


def plan(project: Project, text: str, at: Selection = Selection(0, 0), **more: object) -> Plan:  # noqa: B008
    read = pasting.reader(project, YEAR)
    return plan_paste(read_block(text), GRID, at, read, **more)  # type: ignore[arg-type]


def in_use(project: Project, area: str, indicator: str) -> Observation:
    (found,) = [one for one in project.observations.cell(area, indicator, YEAR) if one.preferred]
    return found


def test_a_block_is_pasted_as_one_step_and_undone_as_one(project: Project, content: Content) -> None:
    before = content(project.path)
    changes = pasting.paste(project, plan(project, "8\t¥40\thigh\r\n> 9\t10–20\tlow\r\n"), "office-2021", "p. 2")
    assert changes.step is not None
    assert changes.step.label == "Paste 6 values"
    assert len(changes.cells) == 6
    assert in_use(project, "beta", "firms").qualifier is Qualifier.ABOVE
    assert in_use(project, "beta", "pay").value == 15
    assert in_use(project, "alpha", "grade").text == "high"
    (cited,) = in_use(project, "beta", "grade").citations
    assert (cited.source, cited.role, cited.locator) == ("office-2021", Role.PRIMARY, "p. 2")
    project.undo()
    assert content(project.path) == before


def test_another_source_gets_a_rival_and_its_own_value_is_written_over(project: Project) -> None:
    pasting.paste(project, plan(project, "8"), "office-2021")
    assert [(one.value, one.preferred) for one in project.observations.cell("alpha", "firms")] == [
        (7, False),
        (8, True),
    ]
    pasting.paste(project, plan(project, "9"), "smith-2020", quote="nine")
    first, second = project.observations.cell("alpha", "firms")
    assert [(first.value, first.preferred), (second.value, second.preferred)] == [(9, True), (8, False)]
    assert (first.citations[0].quote, first.citations[0].locator, first.note) == ("nine", "p. 3", "by hand")


def test_a_paste_without_a_source_changes_the_value_in_use(project: Project) -> None:
    pasting.paste(project, plan(project, "8\t5"))
    assert [(one.value, len(one.citations)) for one in project.observations.cell("alpha", "firms")] == [(8, 1)]
    assert [(one.value, len(one.citations)) for one in project.observations.cell("alpha", "pay")] == [(5, 0)]


def test_a_plan_with_problems_or_a_question_is_not_carried_out(project: Project, content: Content) -> None:
    before = content(project.path)
    ambiguous = plan(project, "12,345\t1")
    assert isinstance(ambiguous.problems[0].error, AmbiguousNumberError)
    for unready in (ambiguous, plan(project, "many"), plan(project, "1\n2\n3\n4")):
        with pytest.raises(UnreadyPlanError, match="Nothing was pasted"):
            pasting.paste(project, unready)
    with pytest.raises(EmptyPasteError):
        pasting.paste(project, plan(project, "\t\n"))
    with pytest.raises(UnknownSourceError):
        pasting.paste(project, plan(project, "1"), "nobody")
    assert content(project.path) == before


def test_a_plan_that_fails_half_way_writes_nothing(project: Project, content: Content) -> None:
    before = content(project.path)
    stale = plan_paste(
        (("1",), ("2",)), Grid(("alpha", "gone"), ("firms",)), Selection(0, 0), pasting.reader(project, YEAR)
    )
    with pytest.raises(UnknownAreaError):
        pasting.paste(project, stale)
    assert content(project.path) == before
    assert project.history.undo_label() is None


def test_marks_of_missing_values_are_asked_about_or_mean_what_was_said(project: Project) -> None:
    assert isinstance(plan(project, "n/a").problems[0].error, MissingMarkError)
    read = pasting.reader(project, YEAR, marks=Missing.NOT_COLLECTED)
    pasting.paste(project, plan_paste((("n/a", "…", "-"),), GRID, Selection(0, 0), read))
    assert in_use(project, "alpha", "firms").missing is Missing.NOT_COLLECTED
    assert in_use(project, "alpha", "pay").missing is Missing.NOT_COLLECTED
    assert in_use(project, "alpha", "grade").text == "-"  # of a grade nobody knows what a dash means
    assert [one.value for one in project.observations.cell("alpha", "firms")] == [7, None]


def test_new_rows_become_areas_and_join_the_index(project: Project, content: Content) -> None:
    before = content(project.path)
    planned = plan(project, "\tFirms\nBeta\t3\nNew  York\t4\nnew york!\t5", beyond=Beyond.ADD_ROWS)
    pasting.paste(project, planned, index="IX")
    assert [area.code for area in project.areas.all()][3:] == ["new-york", "new-york-2"]
    assert project.areas.get("new-york-2").names == {"en": "new york!"}
    assert project.indices.get("IX").areas == ("alpha", "beta", "new-york", "new-york-2")
    assert in_use(project, "new-york", "firms").value == 4
    project.undo()
    assert content(project.path) == before


def test_a_fill_takes_the_citation_along_or_leaves_it(project: Project) -> None:
    held = project.observations.cell("alpha", "firms")[0]
    pasting.fill(project, [(held.id, ("beta", "firms", YEAR)), (held.id, ("beta", "pay", YEAR))])
    filled = in_use(project, "beta", "pay")
    assert (filled.value, filled.printed, filled.note) == (7, "7", "")
    assert [(cited.source, cited.locator, cited.quote) for cited in filled.citations] == [
        ("smith-2020", "p. 3", "seven firms")
    ]
    assert filled.citations[0].id != held.citations[0].id
    pasting.fill(project, [(held.id, ("alpha", "pay", YEAR))], cited=False)
    assert in_use(project, "alpha", "pay").citations == ()
    assert project.history.undo_label() == "Fill 1 value"
    with pytest.raises(EmptyPasteError):
        pasting.fill(project, [])


def test_many_observations_are_added_as_one_by_one(project: Project, template: Path, tmp_path: Path) -> None:
    several = [
        Observation(
            "",
            "beta",
            "pay",
            Period.parse(str(year)),
            year / 7,
            flags=frozenset({"break"}),
            note="n",
            citations=(Citation("", "smith-2020"), Citation("", "office-2021", Role.VIA, "p. 1")),
        )
        for year in range(2000, 2010)
    ]
    with project.transact("Many"):
        ids = project.observations.add_many(several)
    with Project.open(shutil.copy(template, tmp_path / "other.citeria")) as other:
        with other.transact("One by one"):
            for one in several:
                other.observations.add(one)
        expected = other.observations.cell("beta", "pay")
    found = project.observations.cell("beta", "pay")
    assert tuple(one.id for one in found) == ids
    assert [(one.value, one.flags, one.note, len(one.citations)) for one in found] == [
        (one.value, one.flags, one.note, len(one.citations)) for one in expected
    ]
    with pytest.raises(UnknownAreaError), project.transact("Bad"):
        project.observations.add_many([Observation("", "nobody", "pay", YEAR, 1.0)])


PLAIN = st.one_of(
    st.integers(-(10**14), 10**15 - 1).map(str),
    st.decimals(-(10**6), 10**6, places=2).map(str),
    st.decimals(-(10**3), 10**3, places=5).map(str),
    st.decimals(-(10**3), 10**3, places=3).map(str),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    PLAIN, st.sampled_from(["", "count", "percent", "CNY billion", "million persons", "stations per 100,000 people"])
)
def test_a_plain_number_read_at_once_is_the_one_that_reading_in_full_gives(text: str, unit: str) -> None:
    indicator = Indicator("x", "X", unit)
    try:
        full, status = typed(Observation("", "", "x", YEAR, None), indicator, text, None)
    except AmbiguousNumberError:
        with pytest.raises(AmbiguousNumberError):
            pasting.read_text(indicator, YEAR, text)
        return
    assert status is None
    assert pasting.read_text(indicator, YEAR, text) == full


VALUES = st.sampled_from(["1", "2.5", "> 3", "4–5", ""])
BLOCKS = st.lists(st.tuples(VALUES, VALUES), min_size=1, max_size=2)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
@given(
    st.lists(
        st.tuples(
            st.lists(st.tuples(VALUES, VALUES), min_size=1, max_size=2),
            st.sampled_from([None, "smith-2020", "office-2021"]),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_a_paste_leaves_what_typing_each_cell_would(
    template: Path, tmp_path: Path, blocks: list[tuple[list[tuple[str, str]], str | None]]
) -> None:
    def told(project: Project) -> list[object]:
        return [
            (
                o.area,
                o.indicator,
                o.value,
                o.low,
                o.high,
                o.printed,
                o.preferred,
                o.status,
                [c.source for c in o.citations],
            )
            for o in project.observations.all()
        ]

    with (
        Project.open(shutil.copy(template, tmp_path / "pasted.citeria")) as pasted,
        Project.open(shutil.copy(template, tmp_path / "typed.citeria")) as one_by_one,
    ):
        for block, source in blocks:
            planned = plan_paste(tuple(block), GRID, Selection(0, 0), pasting.reader(pasted, YEAR))
            if planned.cells:
                pasting.paste(pasted, planned, source)
            for area, row in zip(("alpha", "beta"), block, strict=False):
                for indicator, text in zip(("firms", "pay"), row, strict=True):
                    if text:
                        operations.set_value(one_by_one, area, indicator, YEAR, text, source)
        assert told(pasted) == told(one_by_one)
        assert all(one.status is Status.REPORTED for one in pasted.observations.all())
