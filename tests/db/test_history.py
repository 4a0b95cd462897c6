import math
import sqlite3
import struct
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from citeria_core.model import Area, Citation, Observation, Source
from citeria_core.period import Period
from citeria_db import operations
from citeria_db.changes import Changes
from citeria_db.errors import HistoryBegunError, NotFiniteError
from citeria_db.store import Project, current_author

YEAR = Period.parse("2020")
DOUBLES = st.floats(allow_nan=False, allow_infinity=False)

# Fixtures are shared between the examples of a property on purpose: each example leaves the project as it was.
shared = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)


def bits(value: float) -> bytes:
    return struct.pack("<d", value)


def test_a_step_records_each_changed_column_with_its_author(project: Project) -> None:
    held = project.observations.cell("alpha", "firms")[0]
    changes = operations.set_value(project, "alpha", "firms", YEAR, "planned 9")
    step = changes.step
    assert step is not None
    assert (step.number, step.label, step.author, step.undoes, step.undone) == (
        1,
        "Set Firms, Alpha",
        "ada",
        None,
        False,
    )
    logged = {
        (change.op, change.column): (change.old, change.new) for change in project.history.of_cell("alpha", "firms")
    }
    assert logged == {
        ("update", "value_num"): (7.0, 9.0),
        ("update", "printed_text"): ("7", "planned 9"),
        ("update", "status"): ("reported", "planned"),
        ("update", "quote"): ("seven firms", ""),  # it stated another value
        ("insert", "observation_id"): (None, held.id),
        ("insert", "flag"): (None, "changed since cited"),
    }
    assert step.changes == 6


def test_changes_say_what_to_look_at_again(project: Project) -> None:
    held = project.observations.cell("alpha", "firms")[0]
    changes = operations.set_value(project, "alpha", "firms", YEAR, "9")
    assert changes.tables == {"observation", "citation", "observation_flag"}
    assert changes.cells == {("alpha", "firms")}
    assert changes.keys["observation"] == {held.id}
    assert changes.keys["citation"] == {held.citations[0].id}
    assert operations.set_weight(project, "IX", "pay", 10).cells == frozenset()
    assert operations.set_note(project, "look", area="beta", indicator="pay", period=YEAR).cells == {("beta", "pay")}
    assert operations.uncite(project, held.citations[0].id).cells == {("alpha", "firms")}
    assert operations.remove_observation(project, held.id).cells == {("alpha", "firms")}
    assert project.undo().cells == {("alpha", "firms")}


def test_a_step_that_changes_nothing_is_no_step(project: Project) -> None:
    assert operations.set_value(project, "alpha", "firms", YEAR, "7") == Changes()
    assert project.history.steps() == ()
    assert project.history.undo_label() is None


def test_a_write_outside_a_step_is_refused(project: Project) -> None:
    with pytest.raises(RuntimeError, match="outside `transact`"):
        project.areas.add(Area("gamma", "city", {"en": "Gamma"}))


def test_a_step_inside_a_step_is_refused_and_both_are_taken_back(project: Project) -> None:
    def nested() -> None:
        with project.transact("Outer"):
            project.areas.add(Area("gamma", "city", {"en": "Gamma"}))
            operations.set_value(project, "alpha", "firms", YEAR, "9")

    with pytest.raises(RuntimeError, match="a step is one action"):
        nested()
    assert project.counts()["areas"] == 3
    assert project.counts()["steps"] == 0


def test_an_error_inside_a_step_takes_everything_back(project: Project) -> None:
    def broken() -> None:
        with project.transact("Broken"):
            project.areas.add(Area("gamma", "city", {"en": "Gamma"}))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken()
    assert project.counts()["areas"] == 3
    operations.set_weight(project, "IX", "pay", 10)
    assert [step.label for step in project.history.steps()] == ["Weight of Pay: 10"]


def test_the_changes_of_a_step_are_not_known_before_its_end(project: Project) -> None:
    with project.transact("Early") as writing, pytest.raises(RuntimeError, match="after its transaction"):
        _ = writing.changes


def test_without_a_name_given_the_author_is_who_is_logged_in(path: Path) -> None:
    with Project.open(path) as project:
        step = operations.set_weight(project, "IX", "pay", 10).step
    assert step is not None
    assert step.author == current_author() != ""


def test_the_base_leaves_no_step_and_ends_with_the_first(project: Project) -> None:
    with project.base():
        project.areas.add(Area("gamma", "city", {"en": "Gamma"}))
    assert project.counts()["steps"] == 0
    operations.set_weight(project, "IX", "pay", 10)
    with pytest.raises(HistoryBegunError, match="steps have been taken already"):
        project.base().__enter__()
    project.undo()
    assert project.areas.get("gamma").name() == "Gamma"


def test_history_tells_of_what_is_gone(project: Project) -> None:
    operations.set_value(project, "beta", "firms", YEAR, "3", source="smith-2020", quote="three")
    held = project.observations.cell("beta", "firms")[0]
    operations.set_status(project, held.id, flags=["break"])
    operations.remove_observation(project, held.id)
    told = {(change.table, change.op) for change in project.history.of_cell("beta", "firms")}
    assert told == {
        ("observation", "insert"),
        ("observation", "update"),  # put in use
        ("citation", "insert"),
        ("observation_flag", "insert"),
        ("observation", "delete"),
        ("citation", "delete"),
        ("observation_flag", "delete"),
    }
    assert project.history.of_cell("alpha", "firms") == ()


@shared
@given(value=DOUBLES, other=DOUBLES)
@example(0.1 + 0.2, 5e-324)
@example(1.7976931348623157e308, -1.7976931348623157e308)
@example(2.0**53 + 2, 1e15)
@example(-0.0, 1.0)
def test_every_double_goes_through_history_bit_by_bit(project: Project, value: float, other: float) -> None:
    assume(value != other)  # writing the same value again is no step
    blank = Observation("", "beta", "pay", YEAR, value, low=min(value, other), high=max(value, other))
    with project.transact("Add"):
        id_ = project.observations.add(blank)
    with project.transact("Replace"):
        project.observations.replace_value(id_, replace(blank, value=other))
    operations.remove_observation(project, id_)

    def held() -> tuple[bytes, ...]:
        found = project.observations.get(id_)
        assert found.value is not None
        assert found.low is not None
        assert found.high is not None
        return bits(found.value), bits(found.low), bits(found.high)

    ends = bits(min(value, other) + 0.0), bits(max(value, other) + 0.0)
    project.undo()
    assert held() == (bits(other + 0.0), *ends)
    project.undo()
    assert held() == (bits(value + 0.0), *ends)
    project.redo()
    assert held() == (bits(other + 0.0), *ends)
    project.undo()
    project.undo()
    assert project.observations.cell("beta", "pay") == ()


def test_history_keeps_numbers_as_numbers(project: Project) -> None:
    with project.transact("Add"):
        project.observations.add(Observation("", "beta", "pay", YEAR, 5))
    kinds = project.connection.rows("SELECT typeof(new) FROM change WHERE \"column\" = 'value_num'")
    assert kinds == [("real",)]


def test_minus_zero_is_stored_as_zero(project: Project) -> None:
    with project.transact("Add"):
        id_ = project.observations.add(Observation("", "beta", "pay", YEAR, -0.0))
    value = project.observations.get(id_).value
    assert value is not None
    assert math.copysign(1.0, value) == 1.0


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_is_refused_in_words(project: Project, value: float) -> None:
    for wrong in (
        Observation("", "beta", "pay", YEAR, value),
        Observation("", "beta", "pay", YEAR, 1.0, high=value),
    ):
        with pytest.raises(NotFiniteError, match="pay, beta is not a number that can be kept"), project.transact("Add"):
            project.observations.add(wrong)
    assert project.counts()["steps"] == 0


@pytest.fixture
def plain(project: Project) -> sqlite3.Connection:
    """Another program's connection to the open project; closed by the test that asked for it through `closing`."""
    return sqlite3.connect(project.path, isolation_level=None)


def test_another_programs_writes_are_logged(project: Project, plain: sqlite3.Connection) -> None:
    with closing(plain):
        plain.execute("UPDATE observation SET value_num = 8.5")
        plain.execute("INSERT INTO area (id, code, kind, position) VALUES ('x', 'gamma', 'city', 9)")
        plain.execute("DELETE FROM area WHERE code = 'gamma'")
    steps = project.history.steps()
    assert [(step.label, step.author, step.undoes) for step in steps] == [("outside Citeria", "unknown", None)]
    assert steps[0].changes == 1 + 3 + 3
    assert len(steps[0].id) == 36
    assert steps[0].id[14] == "7"
    assert [change.new for change in project.history.of_cell("alpha", "firms")] == [8.5]


def test_a_step_of_citeria_parts_what_is_written_outside(project: Project, plain: sqlite3.Connection) -> None:
    with closing(plain):
        plain.execute("UPDATE observation SET value_num = 8.5")
        operations.set_weight(project, "IX", "pay", 10)
        plain.execute("UPDATE observation SET value_num = 9.5")
        plain.execute("UPDATE node SET weight = 11.0 WHERE code = 'pay'")
    assert [step.label for step in project.history.steps()] == [
        "outside Citeria",
        "Weight of Pay: 10",
        "outside Citeria",
    ]
    for expected in (8.5, 8.5, 7.0):
        project.undo()
        assert project.observations.cell("alpha", "firms")[0].value == expected


def test_what_is_written_outside_a_minute_later_is_a_step_of_its_own(
    project: Project, plain: sqlite3.Connection
) -> None:
    with closing(plain):
        plain.execute(
            "INSERT INTO step (id, label, author, time, outside) VALUES ('earlier', 'outside Citeria', 'unknown',"
            " strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-61 seconds'), 1)"
        )
        plain.execute("UPDATE observation SET value_num = 8.5")
        plain.execute("UPDATE observation SET value_num = 9.5")
    assert [step.changes for step in project.history.steps()] == [2, 0]


def test_an_outside_write_that_changes_nothing_is_no_step(project: Project, plain: sqlite3.Connection) -> None:
    with closing(plain):
        plain.execute("UPDATE observation SET value_num = value_num")
    assert project.history.steps() == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE observation SET value_num = 9e999",
        "UPDATE observation SET low = -9e999",
        "UPDATE observation SET value_num = NULL",  # what a NaN becomes on its way through SQLite
        "UPDATE observation SET value_num = 'seven'",
        "UPDATE observation SET status = 'guessed'",
        "UPDATE observation SET qualifier = 'range'",
        "UPDATE node SET weight = -1",
        "UPDATE node SET weight = 9e999",
        "UPDATE source SET csl = 'no json'",
        "UPDATE observation SET id = 'other'",
        "DELETE FROM change",
        "DELETE FROM step",
        "UPDATE step SET label = 'nothing happened'",
        "UPDATE change SET new = 1",
        "DELETE FROM writing",
        'INSERT OR REPLACE INTO change (seq, step, "table", "row", op, "column")'
        " SELECT 1, step, '', '', op, '' FROM change",
        "INSERT OR REPLACE INTO step (number, id, label, author, time) SELECT number, id, '', '', '' FROM step",
        "INSERT OR REPLACE INTO step (id, label, author, time) SELECT id, '', '', '' FROM step",
    ],
)
def test_the_file_itself_refuses_what_would_break_it(
    project: Project, plain: sqlite3.Connection, statement: str, content: Callable[[Path], object]
) -> None:
    operations.set_weight(project, "IX", "pay", 10)
    before, steps = content(project.path), project.history.steps()
    with closing(plain), pytest.raises(sqlite3.IntegrityError):
        plain.execute(statement)
    assert content(project.path) == before
    assert project.history.steps() == steps


def test_minus_zero_from_another_program_reads_as_zero(project: Project, plain: sqlite3.Connection) -> None:
    with closing(plain):
        plain.execute("UPDATE observation SET value_num = -0.0")
    value = project.observations.cell("alpha", "firms")[0].value
    assert value is not None
    assert math.copysign(1.0, value) == 1.0
    project.undo()
    assert project.observations.cell("alpha", "firms")[0].value == 7.0


def test_a_change_from_outside_is_noticed_once_and_ones_own_never(project: Project) -> None:
    assert not project.changed_outside()
    operations.set_weight(project, "IX", "pay", 10)
    assert not project.changed_outside()
    with Project.open(project.path) as other:
        operations.set_weight(other, "IX", "pay", 20)
        assert project.changed_outside()
        assert not project.changed_outside()
        assert not other.changed_outside()
    assert project.history.undo_label() == "Weight of Pay: 20"


def test_a_change_from_outside_is_noticed_after_the_step_under_way_not_in_the_middle_of_it(project: Project) -> None:
    with Project.open(project.path) as other:
        operations.set_weight(other, "IX", "pay", 20)
    asked: list[bool] = []
    project.undo(lambda _: asked.append(project.changed_outside()))
    assert asked
    assert not any(asked)
    assert project.changed_outside()


def test_two_windows_take_turns_in_one_history(project: Project) -> None:
    with Project.open(project.path, author="bob") as other:
        operations.set_weight(project, "IX", "pay", 10)
        operations.set_weight(other, "IX", "pay", 20)
        operations.set_weight(project, "IX", "pay", 30)
        other.undo()
        project.undo()
        assert [step.author for step in other.history.steps()] == ["ada", "bob", "ada", "bob", "ada"]
    assert {node.code: node.weight for node in project.indices.get("IX").nodes}["pay"] == 10
    assert project.history.redo_label() == "Weight of Pay: 20"


def test_a_citation_and_a_source_are_history_too(project: Project) -> None:
    held = project.observations.cell("alpha", "firms")[0]
    with project.transact("Cite anew"):
        project.sources.add(Source("new-2022", {"title": "New"}))
        project.citations.add(held.id, Citation("", "new-2022"))
    assert project.counts()["citations"] == 2
    project.undo()
    assert project.counts()["citations"] == 1
    assert [source.key for source in project.sources.all()] == ["smith-2020", "office-2021"]
