"""Steps in the middle of history, taken back one at a time."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citeria_core.errors import KnownError
from citeria_core.model import Missing, Source
from citeria_core.period import Period
from citeria_db import operations
from citeria_db.errors import AlreadyUndoneError, LaterStepError, ReadOnlyError, UnknownStepError
from citeria_db.store import Project

YEAR = Period.parse("2020")
Content = Callable[[Path], object]


def put(project: Project, area: str, indicator: str, text: str) -> int:
    step = operations.set_value(project, area, indicator, YEAR, text).step
    assert step is not None
    return step.number


def value(project: Project, area: str, indicator: str) -> float | None:
    found = [one.value for one in project.observations.cell(area, indicator, YEAR) if one.preferred]
    return found[0] if found else None


def test_a_step_in_the_middle_goes_and_the_others_stay(project: Project) -> None:
    first = put(project, "alpha", "firms", "8")
    put(project, "beta", "firms", "9")
    with project.because("the report was withdrawn"):
        changes = project.revert(first)
    assert (value(project, "alpha", "firms"), value(project, "beta", "firms")) == (7, 9)
    assert changes.cells == {("alpha", "firms")}
    newest, _, reverted = project.history.steps()
    assert (newest.label, newest.reason) == ("Revert: Set Firms, Alpha", "the report was withdrawn")
    assert (newest.undoes, reverted.undone) == (reverted.id, True)


def test_a_reverted_step_is_one_undoable_step_itself(project: Project, content: Content, template: Path) -> None:
    first = put(project, "alpha", "firms", "8")
    put(project, "beta", "firms", "9")
    edited = content(project.path)
    project.revert(first)
    reverted = content(project.path)
    assert project.history.undo_label() == "Revert: Set Firms, Alpha"
    project.undo()
    assert content(project.path) == edited
    project.redo()
    assert content(project.path) == reverted
    while project.history.undo_label():
        project.undo()
    assert content(project.path) == content(template)


def test_a_step_that_a_later_one_builds_on_is_refused_and_the_later_one_named(project: Project) -> None:
    first = put(project, "alpha", "firms", "8")
    put(project, "beta", "firms", "3")
    later = put(project, "alpha", "firms", "9")
    with pytest.raises(LaterStepError, match=rf"step {later}, “Set Firms, Alpha”, builds on it") as refused:
        project.revert(first)
    assert refused.value.params["later"] == later
    assert value(project, "alpha", "firms") == 9
    assert project.history.undo_label() == "Set Firms, Alpha"
    project.revert(later)
    project.revert(first)
    assert value(project, "alpha", "firms") == 7


def test_a_value_that_came_back_to_the_same_still_belongs_to_the_later_step(project: Project) -> None:
    first = put(project, "alpha", "firms", "8")
    put(project, "alpha", "firms", "9")
    last = put(project, "alpha", "firms", "8")
    with pytest.raises(LaterStepError, match=f"step {last},"):
        project.revert(first)


def test_what_was_undone_meanwhile_stands_in_nobodys_way(project: Project) -> None:
    first = put(project, "alpha", "firms", "8")
    put(project, "alpha", "firms", "9")
    project.undo()
    put(project, "beta", "firms", "1")
    project.revert(first)
    assert value(project, "alpha", "firms") == 7


def test_a_step_whose_row_is_cited_by_a_later_one_is_refused(project: Project) -> None:
    added = operations.add_source(project, Source("new-2022", {"title": "New"})).step
    assert added is not None
    held = project.observations.cell("alpha", "firms")[0]
    operations.cite(project, held.id, "new-2022")
    with pytest.raises(LaterStepError, match="Cite new-2022"):
        project.revert(added.number)
    assert project.sources.get("new-2022").cited == 1


def test_a_place_that_was_taken_since_names_who_took_it(project: Project) -> None:
    gone = operations.clear_value(project, "alpha", "firms", YEAR).step
    assert gone is not None
    put(project, "beta", "pay", "5")
    taken = put(project, "alpha", "firms", "99")
    put(project, "beta", "firms", "6")
    with pytest.raises(LaterStepError, match=f"step {taken},"):
        project.revert(gone.number)
    assert value(project, "alpha", "firms") == 99


def test_a_step_that_another_program_wrote_over_is_refused_too(project: Project) -> None:
    first = put(project, "alpha", "firms", "8")
    with closing(sqlite3.connect(project.path)) as plain, plain:
        plain.execute("UPDATE observation SET value_num = 5")
    with pytest.raises(LaterStepError, match="outside Citeria"):
        project.revert(first)


def test_a_step_is_reverted_once_and_must_exist(project: Project) -> None:
    first = put(project, "alpha", "firms", "8")
    put(project, "beta", "firms", "1")
    project.revert(first)
    with pytest.raises(AlreadyUndoneError, match=f"Step {first}"):
        project.revert(first)
    with pytest.raises(UnknownStepError, match="history goes to step 3"):
        project.revert(99)
    with Project.open(project.path, read_only=True) as reading, pytest.raises(ReadOnlyError):
        reading.revert(first)


def test_reverting_the_last_step_is_undoing_it(project: Project) -> None:
    put(project, "alpha", "firms", "8")
    project.revert(put(project, "beta", "firms", "1"))
    assert (project.history.undo_label(), project.history.redo_label()) == ("Set Firms, Alpha", "Set Firms, Beta")


CELLS = st.tuples(st.sampled_from(["alpha", "beta"]), st.sampled_from(["firms", "pay"]))
MOVES = st.one_of(
    st.tuples(st.just("put"), CELLS, st.integers(1, 4).map(str), st.sampled_from([None, "smith-2020", "office-2021"])),
    st.tuples(st.just("missing"), CELLS),
    st.tuples(st.just("clear"), CELLS),
    st.tuples(st.just("weight"), st.integers(1, 3)),
    st.tuples(st.just("revert"), st.integers(0, 7)),
    st.tuples(st.sampled_from(["undo", "redo"])),
)


def take(project: Project, move: tuple[object, ...]) -> None:
    match move:
        case ("put", (area, indicator), text, source):
            operations.set_value(project, area, indicator, YEAR, str(text), source)  # type: ignore[arg-type]
        case ("missing", (area, indicator)):
            operations.set_missing(project, area, indicator, YEAR, Missing.NOT_COLLECTED)
        case ("clear", (area, indicator)):
            operations.clear_value(project, area, indicator, YEAR)
        case ("weight", weight):
            operations.set_weight(project, "IX", "pay", float(weight))  # type: ignore[arg-type]
        case ("revert", back):
            project.revert(project.counts()["steps"] - int(back))  # type: ignore[call-overload]
        case ("undo",):
            project.undo()
        case ("redo",):
            project.redo()


@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(moves=st.lists(MOVES, min_size=3, max_size=20))
def test_with_reverts_in_between_undoing_everything_still_gives_back_the_base(
    template: Path, tmp_path: Path, content: Content, moves: list[tuple[object, ...]]
) -> None:
    path = Path(shutil.copy(template, tmp_path / "random.citeria"))
    with Project.open(path) as project:
        for move in moves:
            before, steps = content(path), project.counts()["steps"]
            try:
                take(project, move)
            except KnownError:
                assert content(path) == before
                assert project.counts()["steps"] == steps
        edited, undone = content(path), 0
        with Project.open(path, read_only=True) as fresh:
            assert project.history.undo_label() == fresh.history.undo_label()
            assert project.history.redo_label() == fresh.history.redo_label()
        while project.history.undo_label():
            project.undo()
            undone += 1
        assert content(path) == content(template)
        for _ in range(undone):
            project.redo()
        assert content(path) == edited
