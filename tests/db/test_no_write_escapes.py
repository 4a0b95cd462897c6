"""No write escapes history: what another program does to any table of the file is a step, and undo takes it back."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from citeria_db import sample
from citeria_db.store import Project

_BOOKKEEPING = frozenset({"step", "change", "writing"})


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.citeria"
    sample.build(path)
    return path


@pytest.fixture
def file(pristine: Path, tmp_path: Path) -> Path:
    path = tmp_path / "sample.citeria"
    path.write_bytes(pristine.read_bytes())
    return path


def tables(plain: sqlite3.Connection) -> list[str]:
    names = plain.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return sorted(name for (name,) in names if name not in _BOOKKEEPING and not name.startswith("_"))


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as plain:
        return {name: sorted(plain.execute(f'SELECT * FROM "{name}"'), key=repr) for name in tables(plain)}


def deleted(plain: sqlite3.Connection, table: str) -> Iterator[dict[str, object]]:
    """Delete rows one by one that nothing refers to, and give each."""
    plain.row_factory = sqlite3.Row
    plain.execute("PRAGMA foreign_keys = ON")
    for row in plain.execute(f'SELECT * FROM "{table}" LIMIT 1000').fetchall():
        try:
            with plain:
                plain.execute(f'DELETE FROM "{table}" WHERE id = ?', (row["id"],))
        except sqlite3.IntegrityError:
            continue
        yield dict(row)


def test_a_row_deleted_from_any_table_is_a_step_and_comes_back(file: Path) -> None:
    before = content(file)
    with closing(sqlite3.connect(file)) as plain:
        names = [name for name in tables(plain) if before[name] and name != "project"]
        with plain:  # all that hangs on one observation, so that it can be deleted too
            for name in ("citation", "observation_flag", "note"):
                one = "(SELECT id FROM observation ORDER BY id LIMIT 1)"
                plain.execute(f'DELETE FROM "{name}" WHERE observation_id = {one}')
        gone = {name: row for name in names if (row := next(deleted(plain, name), None)) is not None}
    assert {"observation", "citation", "note", "node", "area_name", "group_member", "index_area"} <= gone.keys()
    with Project.open(file) as project:
        logged = {change.table for name in gone for change in _changes(project, name)}
        assert logged == gone.keys()
        while project.history.undo_label():
            project.undo()
    assert content(file) == before


def test_a_row_inserted_again_and_one_changed_are_steps_too(file: Path) -> None:
    before = content(file)
    with closing(sqlite3.connect(file)) as plain:
        row = next(deleted(plain, "citation"))
        holes, columns = ", ".join("?" * len(row)), ", ".join(f'"{name}"' for name in row)
        with plain:
            plain.execute(f"INSERT INTO citation ({columns}) VALUES ({holes})", tuple(row.values()))
        assert content(file) == before
        with plain:
            plain.execute("UPDATE source SET csl = json_set(csl, '$.title', 'Another')")
    with Project.open(file) as project:
        assert {change.op for change in _changes(project, "citation")} == {"insert", "delete"}
        assert {source.title for source in project.sources.all()} == {"Another"}
        project.undo()
    assert content(file) == before


def _changes(project: Project, table: str) -> "list[_Change]":
    found = project.connection.rows('SELECT "table", op FROM change WHERE "table" = ?', (table,))
    return [_Change(*row) for row in found]


class _Change:
    def __init__(self, table: str, op: str) -> None:
        self.table, self.op = table, op
