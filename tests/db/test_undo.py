import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from citeria_core.errors import KnownError
from citeria_core.model import Citation, Observation, Qualifier, Role, Source, Status
from citeria_core.period import UNDATED, Period
from citeria_db import operations, pasting
from citeria_db.errors import NothingToRedoError, NothingToUndoError, StaleError
from citeria_db.history.stacks import Entry, fold
from citeria_db.observations import SETTABLE
from citeria_db.store import Project

YEAR = Period.parse("2020")
Content = Callable[[Path], object]


def value(project: Project) -> float | None:
    return project.observations.cell("alpha", "firms", YEAR)[0].value


def set_value(project: Project, text: str) -> None:
    operations.set_value(project, "alpha", "firms", YEAR, text)


def test_the_base_is_not_undone(project: Project) -> None:
    assert project.history.undo_label() is None
    with pytest.raises(NothingToUndoError, match="as it was made"):
        project.undo()
    with pytest.raises(NothingToRedoError):
        project.redo()


def test_undo_and_redo_walk_the_named_steps(project: Project) -> None:
    set_value(project, "8")
    operations.set_weight(project, "IX", "pay", 10)
    assert (project.history.undo_label(), project.history.redo_label()) == ("Weight of Pay: 10", None)
    project.undo()
    assert (project.history.undo_label(), project.history.redo_label()) == ("Set Firms, Alpha", "Weight of Pay: 10")
    project.undo()
    assert (project.history.undo_label(), project.history.redo_label()) == (None, "Set Firms, Alpha")
    assert value(project) == 7
    project.redo()
    assert value(project) == 8
    assert (project.history.undo_label(), project.history.redo_label()) == ("Set Firms, Alpha", "Weight of Pay: 10")


def test_undo_appends_a_step_and_says_what_it_undoes(project: Project) -> None:
    set_value(project, "8")
    undone = project.undo().step
    redone = project.redo().step
    assert undone is not None
    assert redone is not None
    steps = project.history.steps()
    assert [(step.label, step.undoes, step.undone) for step in steps] == [
        ("Redo: Set Firms, Alpha", undone.id, False),
        ("Undo: Set Firms, Alpha", steps[2].id, True),
        ("Set Firms, Alpha", None, False),
    ]
    assert project.history.steps(limit=1) == steps[:1]


def test_undo_and_redo_survive_a_restart(path: Path) -> None:
    with Project.open(path) as project:
        set_value(project, "8")
        set_value(project, "9")
        project.undo()
    with Project.open(path) as project:
        assert (project.history.undo_label(), project.history.redo_label()) == ("Set Firms, Alpha", "Set Firms, Alpha")
        project.redo()
        assert value(project) == 9
    with Project.open(path) as project:
        project.undo()
        project.undo()
        assert value(project) == 7


def test_a_new_step_drops_what_could_be_redone(path: Path) -> None:
    with Project.open(path) as project:
        set_value(project, "8")
        project.undo()
        set_value(project, "9")
        assert project.history.redo_label() is None
        with pytest.raises(NothingToRedoError, match="nothing to redo"):
            project.redo()
    with Project.open(path) as project:
        assert project.history.redo_label() is None
        assert [step.undone for step in project.history.steps()] == [False, False, True]
        project.undo()
        assert value(project) == 7
        assert project.history.undo_label() is None


def test_the_stacks_kept_in_memory_are_those_folded_from_the_log(project: Project) -> None:
    set_value(project, "8")
    for move in "nnuunrurnuuurr":
        if move == "n":
            operations.set_weight(project, "IX", "pay", project.counts()["steps"])
        elif move == "u" and project.history.undo_label():
            project.undo()
        elif move == "r" and project.history.redo_label():
            project.redo()
        with Project.open(project.path, read_only=True) as fresh:
            labels = fresh.history.undo_label(), fresh.history.redo_label()
        assert (project.history.undo_label(), project.history.redo_label()) == labels


def test_folding_the_log_needs_nothing_but_the_log() -> None:
    stacks = fold(
        [("a", "A", None), ("b", "B", None), ("c", "Undo: B", "b"), ("d", "Undo: A", "a"), ("e", "Redo: A", "d")]
    )
    assert stacks.undo == [Entry("e", "A")]
    assert stacks.redo == [Entry("c", "B")]
    assert fold([]).undo == []


def unlogged(path: Path, statement: str) -> None:
    """Write as only a program that goes round history on purpose can."""
    with closing(sqlite3.connect(path)) as plain, plain:
        plain.execute("UPDATE writing SET base = 1")
        plain.execute(statement)
        plain.execute("UPDATE writing SET base = 0")


def test_an_undo_that_would_overwrite_something_newer_is_refused_in_words(project: Project) -> None:
    set_value(project, "8")
    unlogged(project.path, "UPDATE observation SET value_num = 99")
    with pytest.raises(
        StaleError, match=r"“Set Firms, Alpha” cannot be undone: a row of “observation” has been changed"
    ):
        project.undo()
    assert value(project) == 99
    assert project.counts()["steps"] == 1
    assert project.history.undo_label() == "Set Firms, Alpha"


def test_an_undo_of_a_row_that_changed_in_any_column_is_refused(project: Project) -> None:
    operations.set_value(project, "beta", "firms", YEAR, "3")
    unlogged(project.path, "UPDATE observation SET review_state = 'seen'")
    with pytest.raises(StaleError):
        project.undo()
    assert len(project.observations.cell("beta", "firms")) == 1


def test_an_undo_that_needs_a_row_that_is_gone_is_refused(project: Project) -> None:
    operations.add_source(project, Source("new-2022", {"title": "New"}))
    unlogged(project.path, "UPDATE citation SET source_id = (SELECT id FROM source WHERE key = 'new-2022')")
    with pytest.raises(StaleError, match="a row it needs"):
        project.undo()
    assert project.sources.get("new-2022").cited == 1


def test_an_undo_whose_place_is_taken_is_refused(project: Project) -> None:
    held = project.observations.cell("alpha", "firms")[0]
    operations.remove_observation(project, held.id)
    unlogged(
        project.path,
        "INSERT INTO observation (id, area_id, indicator_id, period_start, period_end, value_num, preferred, created)"
        " SELECT 'squatter', a.id, i.id, '2020-01-01', '2020-12-31', 1.0, 1, '' FROM area a, indicator i"
        " WHERE a.code = 'alpha' AND i.code = 'firms'",
    )
    with pytest.raises(StaleError):
        project.undo()
    assert [found.id for found in project.observations.cell("alpha", "firms")] == ["squatter"]


def test_what_another_program_wrote_can_be_undone(path: Path, content: Content) -> None:
    before = content(path)
    with closing(sqlite3.connect(path)) as plain, plain:
        plain.execute("DELETE FROM citation")
        plain.execute("DELETE FROM note")
        plain.execute("DELETE FROM observation")
        plain.execute("UPDATE area SET code = 'renamed', longitude = 0.1 WHERE code = 'alpha'")
    with Project.open(path) as project:
        assert project.history.undo_label() == "outside Citeria"
        project.undo()
    assert content(path) == before


def test_rows_that_another_program_deleted_in_any_order_come_back(path: Path, content: Content) -> None:
    before = content(path)
    with closing(sqlite3.connect(path)) as plain, plain:  # foreign keys are off by default: parents can go first
        for table in ("indicator", "area", "observation", "note", "citation", "source", "node", "composite_index"):
            plain.execute(f"DELETE FROM {table}")
    with Project.open(path) as project:
        project.undo()
    assert content(path) == before


AREAS = st.sampled_from(["land", "alpha", "beta"])
INDICATORS = st.sampled_from(["firms", "pay", "grade"])
PERIODS = st.sampled_from([YEAR, Period.parse("2019"), Period.parse("2020-Q3"), UNDATED])
KEYS = st.sampled_from(["smith-2020", "office-2021"])
SOURCES = st.none() | KEYS
TEXTS = st.one_of(
    st.floats(allow_nan=False, allow_infinity=False).map(lambda number: f"{number:.17g}"),
    st.sampled_from(["> 5", "10–20", "≈ 0.1", "40 thousand", "planned 4", "0.30000000000000004"]),
)
MOVES = st.one_of(
    st.tuples(st.just("set_value"), AREAS, INDICATORS, PERIODS, TEXTS, SOURCES, st.sampled_from(["", "p. 1"])),
    st.tuples(st.just("clear_value"), AREAS, INDICATORS, PERIODS),
    st.tuples(st.just("set_missing"), AREAS, INDICATORS, PERIODS, st.sampled_from(sorted(SETTABLE))),
    st.tuples(st.just("set_weight"), st.just("IX"), st.sampled_from(["IX", "firms", "pay"]), st.floats(0, 1e300)),
    st.tuples(st.just("add_source"), st.builds(Source, st.sampled_from(["", "x"]), st.just({"title": "X"}))),
    st.tuples(st.sampled_from(["prefer", "remove_observation"]), st.integers(0, 9)),
    st.tuples(
        st.just("cite"),
        st.integers(0, 9),
        st.sampled_from(["smith-2020", "office-2021"]),
        st.sampled_from(Role),
        st.sampled_from(["", "p. 2"]),
    ),
    st.tuples(st.just("uncite"), st.integers(0, 9)),
    st.tuples(
        st.just("set_status"),
        st.integers(0, 9),
        st.sampled_from(Status),
        st.lists(st.sampled_from(["break", "revised"])),
        st.sampled_from([None, *Qualifier]),
    ),
    st.tuples(st.just("set_note"), st.sampled_from(["", "look", "again"]), AREAS, INDICATORS, PERIODS),
    st.tuples(st.sampled_from(["undo", "redo", "outside"])),
)


def take(project: Project, move: tuple[object, ...]) -> None:
    """Take one random step; one that cannot be taken (nothing to clear, a key that is taken …) is refused."""
    name, *given_ = move
    if name in ("undo", "redo"):
        getattr(project, str(name))()
    elif name == "outside":
        with closing(sqlite3.connect(project.path)) as plain, plain:
            plain.execute("UPDATE observation SET value_num = value_num * 1.1, author = 'x' WHERE value_num < 1e300")
    elif name in ("prefer", "remove_observation", "cite", "set_status", "uncite"):
        present = project.observations.all()
        held = present[given_[0] % len(present)] if present and isinstance(given_[0], int) else None
        target = held and (held.citations[0].id if name == "uncite" and held.citations else held.id)
        getattr(operations, str(name))(project, target or "none", *given_[1:])
    elif name == "set_note":
        place = dict(zip(("area", "indicator", "period"), given_[1:], strict=True))
        operations.set_note(project, str(given_[0]), **place)  # type: ignore[arg-type]
    else:
        getattr(operations, str(name))(project, *given_)


@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(moves=st.lists(MOVES, min_size=1, max_size=25))
def test_undoing_everything_gives_back_the_base(
    template: Path, tmp_path: Path, content: Content, moves: list[tuple[object, ...]]
) -> None:
    path = Path(shutil.copy(template, tmp_path / "random.citeria"))
    with Project.open(path) as project:
        for move in moves:
            try:
                take(project, move)
            except KnownError as refused:
                event(type(refused).__name__)
        edited = content(path)
        undone = 0
        while project.history.undo_label():
            project.undo()
            undone += 1
        assert content(path) == content(template)
        for _ in range(undone):
            project.redo()
        assert content(path) == edited
        assert project.connection.control("PRAGMA integrity_check") == "ok"
        assert project.connection.rows("PRAGMA foreign_key_check") == []


def test_a_large_step_is_undone_as_one(project: Project, content: Content) -> None:
    before = content(project.path)
    with project.transact("Paste") as writing:
        for year in range(1500, 2000):
            project.observations.add(
                Observation(
                    "", "beta", "pay", Period.parse(str(year)), year / 7, citations=(Citation("", "smith-2020"),)
                )
            )
    assert writing.changes.cells == {("beta", "pay")}
    project.undo()
    assert content(project.path) == before


def test_a_large_step_is_taken_back_exactly_in_parts_that_are_told_of_and_can_be_stopped(project: Project) -> None:
    before = project.connection.rows("SELECT * FROM observation ORDER BY id")
    said = [
        Observation("", area, "firms", Period.parse(str(year)), float(year % 3), printed="x" * (year % 2))
        for area in ("alpha", "beta")
        for year in range(1000, 1900)
    ]
    pasting.set_values(project, said, "Many")
    after = project.connection.rows("SELECT * FROM observation ORDER BY id")
    size, heard = project.history.undo_size(), list[int]()

    class EnoughError(Exception):
        pass

    def stop(_done: int) -> None:
        raise EnoughError

    with pytest.raises(EnoughError):
        project.undo(stop)
    assert project.connection.rows("SELECT * FROM observation ORDER BY id") == after
    assert project.history.undo_label() == "Many"
    project.undo(heard.append)
    assert len(heard) > 3
    assert heard[-1] == size
    assert project.connection.rows("SELECT * FROM observation ORDER BY id") == before
    project.redo()
    assert project.connection.rows("SELECT * FROM observation ORDER BY id") == after
