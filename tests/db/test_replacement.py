"""Nothing may replace a row silently: tried on every table and every key of the sample project, by plain sqlite3."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from citeria_db import sample
from citeria_db.connection import Connection
from citeria_db.history.triggers import Table, UniqueKey, content_tables


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.citeria"
    sample.build(path)
    return path


@pytest.fixture
def file(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(original, tmp_path / "sample.citeria"))


@pytest.fixture
def plain(file: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")  # only the guards are asked
        yield connection


def keys(plain: sqlite3.Connection, file: Path) -> list[tuple[Table, UniqueKey]]:
    tables = content_tables(Connection(plain, file))
    return [(table, key) for table in tables for key in (UniqueKey(("id",)), *table.keys)]


def first_row(plain: sqlite3.Connection, table: Table, key: UniqueKey) -> dict[str, object] | None:
    cursor = plain.execute(f'SELECT * FROM "{table.name}" WHERE {key.where or "1"} LIMIT 1')
    row = cursor.fetchone()
    return None if row is None else dict(zip((column[0] for column in cursor.description), row, strict=True))


def test_the_sample_tries_nearly_every_key(plain: sqlite3.Connection, file: Path) -> None:
    tried = {(table.name, key) for table, key in keys(plain, file) if first_row(plain, table, key) is not None}
    assert len(tried) >= 30
    assert (
        "observation",
        UniqueKey(("area_id", "indicator_id", "period_end", "period_start"), "preferred = 1"),
    ) in tried


@pytest.mark.parametrize("verb", ["INSERT OR REPLACE INTO", "REPLACE INTO", "INSERT OR IGNORE INTO"])
def test_no_insert_replaces_a_row(
    plain: sqlite3.Connection, file: Path, verb: str, content: Callable[[Path], object]
) -> None:
    before = content(file)
    for table, key in keys(plain, file):
        row = first_row(plain, table, key)
        if row is None:
            continue
        if key.columns != ("id",):
            row["id"] = "a-new-row"
        columns, marks = ", ".join(f'"{name}"' for name in row), ", ".join("?" for _ in row)
        with pytest.raises(sqlite3.IntegrityError, match="citeria: another row"):
            plain.execute(f'{verb} "{table.name}" ({columns}) VALUES ({marks})', tuple(row.values()))
    assert content(file) == before
    assert plain.execute("SELECT count(*) FROM step").fetchone() == (0,)


def test_no_update_replaces_a_row(plain: sqlite3.Connection, file: Path, content: Callable[[Path], object]) -> None:
    before, tried = content(file), 0
    for table, key in keys(plain, file):
        row = first_row(plain, table, key)
        if row is None or key.columns == ("id",):
            continue
        other = plain.execute(f'SELECT id FROM "{table.name}" WHERE id <> ?', (row["id"],)).fetchone()
        if other is None:
            continue
        tried += 1
        taken = {name: row[name] for name in key.columns}
        if key.where == "preferred = 1":
            taken["preferred"] = 1
        elif key.where:
            taken |= {name: row[name] for name in ("scope", "role", "parent_id", "indicator_id") if name in row}
        assigned = ", ".join(f'"{name}" = ?' for name in taken)
        with pytest.raises(sqlite3.IntegrityError, match="citeria: another row"):
            plain.execute(f'UPDATE OR REPLACE "{table.name}" SET {assigned} WHERE id = ?', (*taken.values(), *other))
    assert tried >= 12
    assert content(file) == before


def test_an_id_never_changes(plain: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="the id of a row of area never changes"):
        plain.execute(
            "UPDATE OR REPLACE area SET id = (SELECT max(id) FROM area) WHERE id = (SELECT min(id) FROM area)"
        )


def test_a_second_preferred_observation_is_refused_by_either_verb(plain: sqlite3.Connection) -> None:
    (id_,) = plain.execute("SELECT id FROM observation WHERE preferred = 1 LIMIT 1").fetchone()
    plain.execute("CREATE TEMP TABLE twin AS SELECT * FROM observation WHERE id = ?", (id_,))
    plain.execute("UPDATE twin SET id = 'twin', preferred = 0")
    plain.execute("INSERT INTO observation SELECT * FROM twin")
    with pytest.raises(sqlite3.IntegrityError, match="nothing is replaced"):
        plain.execute("UPDATE OR REPLACE observation SET preferred = 1 WHERE id = 'twin'")
    assert plain.execute("SELECT preferred FROM observation WHERE id IN (?, 'twin') ORDER BY 1", (id_,)).fetchall() == [
        (0,),
        (1,),
    ]
