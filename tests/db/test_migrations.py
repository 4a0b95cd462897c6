import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from citeria_core.period import Period
from citeria_db import operations
from citeria_db.errors import DamagedFileError, NewerFileError
from citeria_db.migrations import SCHEMA, SCRIPTS, Script, migrate, statements
from citeria_db.opening import connect
from citeria_db.store import Project

YEAR = Period.parse("2020")
NEXT = (
    *SCRIPTS,
    Script(
        SCHEMA + 1,
        "with_wishes",
        """
        ALTER TABLE area ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm';
        CREATE TABLE wish (
            id TEXT PRIMARY KEY,
            area_id TEXT NOT NULL REFERENCES area (id),
            text TEXT NOT NULL UNIQUE
        ) STRICT, WITHOUT ROWID;
        """,
    ),
)


@pytest.fixture
def older(path: Path) -> Path:
    """A file of the present schema version, with a step in its history, for a program that knows the next."""
    with Project.open(path) as project:
        operations.set_value(project, "alpha", "firms", YEAR, "8")
    return path


def backups(path: Path) -> list[Path]:
    return [entry for entry in path.parent.iterdir() if entry != path]


def test_an_older_file_is_brought_up_to_date_after_a_backup(older: Path, content: Callable[[Path], object]) -> None:
    before = content(older)
    with Project.open(older, scripts=NEXT) as project:
        assert project.schema == SCHEMA + 1
        assert project.connection.rows("SELECT DISTINCT mood FROM area") == [("calm",)]
        assert project.observations.cell("alpha", "firms")[0].value == 8
        assert project.connection.rows("SELECT name FROM _sqlite_migrations ORDER BY id") == [
            *((script.name,) for script in SCRIPTS),
            ("with_wishes",),
        ]
    (backup,) = backups(older)
    assert backup.name.startswith(f"small.before-version-{SCHEMA + 1}-")
    assert content(backup) == before
    with Project.open(backup) as project:
        assert project.schema == SCHEMA


def test_history_and_undo_go_on_through_a_migration(older: Path) -> None:
    with Project.open(older, scripts=NEXT) as project:
        with project.transact("Wish"):
            project.connection.write(
                "INSERT INTO wish SELECT 'w', id, 'more parks' FROM area WHERE code = 'alpha'",
            )
            project.connection.write("UPDATE area SET mood = 'glad' WHERE code = 'alpha'")
        project.undo()
        assert project.connection.rows("SELECT * FROM wish") == []
        assert project.connection.rows("SELECT DISTINCT mood FROM area") == [("calm",)]
        project.undo()
        assert project.observations.cell("alpha", "firms")[0].value == 7
        project.redo()
        project.redo()
        assert project.connection.rows("SELECT text FROM wish") == [("more parks",)]


def test_new_tables_are_guarded_like_old_ones(older: Path) -> None:
    with Project.open(older, scripts=NEXT) as project, closing(sqlite3.connect(older)) as plain, plain:
        plain.execute("INSERT INTO wish SELECT 'w', id, 'more parks' FROM area WHERE code = 'alpha'")
        with pytest.raises(sqlite3.IntegrityError, match="another row of wish has this text"):
            plain.execute("REPLACE INTO wish SELECT 'v', id, 'more parks' FROM area WHERE code = 'beta'")
        assert project.path == older


def test_a_program_that_knows_less_refuses_the_migrated_file(older: Path) -> None:
    Project.open(older, scripts=NEXT).close()
    with pytest.raises(NewerFileError, match=f"file version {SCHEMA + 1}; this program knows {SCHEMA}"):
        Project.open(older)


@pytest.mark.parametrize(
    ("bad", "error"),
    [
        ("ALTER TABLE area ADD COLUMN whim TEXT;\nSELECT * FROM no_such_table;", sqlite3.OperationalError),
        ("DELETE FROM area;", DamagedFileError),
    ],
)
def test_a_migration_that_fails_leaves_the_file_as_it_was(
    older: Path, content: Callable[[Path], object], bad: str, error: type[Exception]
) -> None:
    before = content(older)
    with pytest.raises(error):
        Project.open(older, scripts=(*NEXT, Script(SCHEMA + 2, "bad", bad)))
    assert content(older) == before
    with Project.open(older) as project:
        assert project.schema == SCHEMA
        project.undo()
        assert project.observations.cell("alpha", "firms")[0].value == 7


def test_what_a_migration_does_to_content_is_no_step(older: Path) -> None:
    rewrite = Script(SCHEMA + 2, "rewrite", "UPDATE indicator SET unit = upper(unit);")
    with Project.open(older, scripts=(*NEXT, rewrite)) as project:
        assert project.indicators.get("firms").unit == "COUNT"
        assert [step.label for step in project.history.steps()] == ["Set Firms, Alpha"]


def test_a_file_that_is_up_to_date_gets_no_backup(older: Path) -> None:
    Project.open(older).close()
    assert backups(older) == []


def test_a_script_is_split_into_its_statements() -> None:
    script = "CREATE TABLE a (b);\nCREATE TRIGGER t AFTER INSERT ON a BEGIN\n SELECT ';';\n SELECT 2;\nEND;\n"
    assert [found.split()[1] for found in statements(script)] == ["TABLE", "TRIGGER"]
    with pytest.raises(ValueError, match="ends inside a statement: CREATE TABLE c"):
        list(statements(script + "CREATE TABLE c ("))


def test_a_file_of_the_first_version_keeps_its_content_and_its_history(tmp_path: Path) -> None:
    path = tmp_path / "first.citeria"
    first = connect(path, "rwc")
    migrate(first, SCRIPTS[:1])
    with closing(first), first.raw:
        first.control("BEGIN")
        first.write("INSERT INTO area (id, code, kind, position) VALUES ('a', 'alpha', 'city', 1)")
        first.write("UPDATE area SET kind = 'port'")
    with Project.open(path) as project:
        assert project.schema == SCHEMA
        assert project.areas.get("alpha").retired is False
        assert [step.reason for step in project.history.steps()] == [""]
        project.undo()
        assert project.areas.all() == ()
