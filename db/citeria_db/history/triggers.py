"""The triggers that keep history and refuse silent replacement, generated from the schema that a file really has.

They use only SQLite's built-in functions, so that a write by any other program is logged and guarded too:

* `TABLE_insert`, `TABLE_update`, `TABLE_delete` write one `change` row per column that changed. An insert leaves out
  the columns that hold their default, a delete likewise: undo fills them in from the schema. Values pass through
  columns of type ANY, never through JSON or text, so every double comes back bit for bit.
* `TABLE_guard_insert`, `TABLE_guard_update` abort what would replace another row: `INSERT OR REPLACE` deletes the old
  row without firing any DELETE trigger, so that it would vanish from the file and from history. An id never changes.
* `step`, `change` and `held_part` (the bytes of archived copies) can only be added to.

Which step a change belongs to: `transact` puts the id of its step into the one row of `writing` and takes it out before
the commit, so no other connection ever sees it. A write that finds none comes from outside: its trigger adds a step
labelled "outside Citeria", or joins the newest step if that is an outside one begun less than `OUTSIDE_SECONDS` ago.
A trigger cannot see where a transaction begins, and one step per row would make undoing a script's thousand rows a
thousand steps; a minute keeps a script together and still parts what was done in the morning from the afternoon.
A step of Citeria in between always parts them. While `writing.base` is 1 (set and taken back within one transaction)
nothing is logged: that is how a project's base is laid.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from citeria_db.clock import NOW_SQL
from citeria_db.connection import Connection
from citeria_db.identity import NEW_ID_SQL

OUTSIDE_LABEL: Final = "outside Citeria"
OUTSIDE_AUTHOR: Final = "unknown"
OUTSIDE_SECONDS: Final = 60
UNLOGGED: Final = frozenset({"step", "change", "writing", "held_part", "_sqlite_migrations"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column beside the id: its name and its default as an SQL expression."""

    name: str
    default: str


@dataclass(frozen=True, slots=True)
class UniqueKey:
    """Columns that no two rows may share, among the rows for which `where` holds."""

    columns: tuple[str, ...]
    where: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """What history needs to know of a table with content."""

    name: str
    columns: tuple[Column, ...]
    keys: tuple[UniqueKey, ...]


def content_tables(connection: Connection) -> tuple[Table, ...]:
    """Read the schema of every table whose rows belong to history, in the order they were made."""
    names = connection.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    )
    return tuple(read_table(connection, name) for (name,) in names if name not in UNLOGGED)


def read_table(connection: Connection, name: str) -> Table:
    """Read the schema of one table with content."""
    info = connection.rows("SELECT name, dflt_value FROM pragma_table_info(?) WHERE name <> 'id'", (name,))
    columns = tuple(Column(column, default if default is not None else "NULL") for column, default in info)
    indexes = connection.rows(
        "SELECT l.name, s.sql FROM pragma_index_list(?) l LEFT JOIN sqlite_schema s ON s.name = l.name"
        " WHERE l.\"unique\" = 1 AND l.origin <> 'pk'",
        (name,),
    )
    return Table(name, columns, tuple(_key(connection, index, sql) for index, sql in indexes))


def _key(connection: Connection, index: str, sql: str | None) -> UniqueKey:
    columns = connection.rows("SELECT name FROM pragma_index_info(?) ORDER BY seqno", (index,))
    condition = re.split(r"\bWHERE\b", sql, maxsplit=1)[1].strip() if sql and "WHERE" in sql else ""
    return UniqueKey(tuple(column for (column,) in columns), condition)


def remove(connection: Connection) -> None:
    """Drop all triggers; inside a migration's transaction, before its scripts."""
    for (name,) in connection.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'"):
        connection.write(f'DROP TRIGGER "{name}"')


def install(connection: Connection) -> None:
    """Make all triggers for the schema as it is; inside a migration's transaction, after its scripts."""
    for table in content_tables(connection):
        for statement in (*_guards(table), *_history(table)):
            connection.write(statement)
    for statement in _APPEND_ONLY:
        connection.write(statement)
    if connection.row("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'held_part'"):  # since version 3
        for statement in _HELD:
            connection.write(statement)


def _guards(table: Table) -> Sequence[str]:
    keys = (UniqueKey(("id",)), *table.keys)
    inserting = "\n".join(_refusal(table, key, 'NEW."id"', inserting=True) for key in keys)
    updating = "\n".join(_refusal(table, key, 'OLD."id"', inserting=False) for key in table.keys)
    return (
        f'CREATE TRIGGER "{table.name}_guard_insert" BEFORE INSERT ON "{table.name}" BEGIN\n{inserting}\nEND',
        f'CREATE TRIGGER "{table.name}_guard_update" BEFORE UPDATE ON "{table.name}" BEGIN\n'
        f"    SELECT RAISE(ABORT, 'citeria: the id of a row of {table.name} never changes')"
        f' WHERE NEW."id" IS NOT OLD."id";\n{updating}\nEND',
    )


def _refusal(table: Table, key: UniqueKey, own: str, *, inserting: bool) -> str:
    names = ", ".join(key.columns)
    same = " AND ".join(f'other."{column}" = NEW."{column}"' for column in key.columns)
    there = f" AND {_of_row('other', key.where, table)}" if key.where else ""
    here = f"{_of_row('NEW', key.where, table)} AND " if key.where else ""
    others = "" if inserting else f' AND other."id" <> {own}'
    return (
        f"    SELECT RAISE(ABORT, 'citeria: another row of {table.name} has this {names}; nothing is replaced')"
        f' WHERE {here}EXISTS (SELECT 1 FROM "{table.name}" AS other WHERE {same}{there}{others});'
    )


def _of_row(row: str, condition: str, table: Table) -> str:
    """Say a partial index's condition of one row, by putting `row.` before every column in it."""
    names = "|".join(re.escape(column.name) for column in table.columns)
    parts = re.split(r"('[^']*')", condition)  # odd parts are quoted text
    return "".join(part if at % 2 else re.sub(rf"\b({names})\b", rf'{row}."\1"', part) for at, part in enumerate(parts))


def _history(table: Table) -> Sequence[str]:
    inserted = [
        f'SELECT \'{c.name}\', NULL, NEW."{c.name}" WHERE NEW."{c.name}" IS NOT {c.default}' for c in table.columns
    ]
    deleted = [
        f'SELECT \'{c.name}\', OLD."{c.name}", NULL WHERE OLD."{c.name}" IS NOT {c.default}' for c in table.columns
    ]
    updated = [
        f'SELECT \'{c.name}\', OLD."{c.name}", NEW."{c.name}" WHERE OLD."{c.name}" IS NOT NEW."{c.name}"'
        for c in table.columns
    ]
    differs = " OR ".join(f'OLD."{c.name}" IS NOT NEW."{c.name}"' for c in table.columns)
    return (
        _log(table, "insert", "NEW", inserted, ""),
        _log(table, "update", "NEW", updated, f" AND ({differs})"),
        _log(table, "delete", "OLD", deleted, ""),
    )


def _log(table: Table, op: str, row: str, columns: list[str], condition: str) -> str:
    listed = "\n        UNION ALL ".join(columns)
    return f"""CREATE TRIGGER "{table.name}_{op}" AFTER {op.upper()} ON "{table.name}"
WHEN NOT EXISTS (SELECT 1 FROM writing WHERE base = 1){condition} BEGIN
{_OUTSIDE_STEP}
    INSERT INTO change (step, "table", "row", op, "column", old, new)
    SELECT {_STEP}, '{table.name}', {row}."id", '{op}', * FROM (
        {listed});
END"""


_STEP: Final = "coalesce((SELECT step FROM writing), (SELECT id FROM step ORDER BY number DESC LIMIT 1))"

_OUTSIDE_STEP: Final = f"""    INSERT INTO step (id, label, author, time, outside)
    SELECT {NEW_ID_SQL}, '{OUTSIDE_LABEL}', '{OUTSIDE_AUTHOR}', {NOW_SQL}, 1
    WHERE (SELECT step FROM writing) IS NULL AND NOT EXISTS (
        SELECT 1 FROM step WHERE number = (SELECT max(number) FROM step) AND outside = 1
            AND julianday('now') - julianday(time) < {OUTSIDE_SECONDS} / 86400.0);"""

_APPEND_ONLY: Final = (
    """CREATE TRIGGER change_guard_insert BEFORE INSERT ON change WHEN NEW.seq > 0 BEGIN
    SELECT RAISE(ABORT, 'citeria: history is never replaced') WHERE EXISTS (SELECT 1 FROM change WHERE seq = NEW.seq);
END""",
    """CREATE TRIGGER step_guard_insert BEFORE INSERT ON step BEGIN
    SELECT RAISE(ABORT, 'citeria: history is never replaced')
    WHERE EXISTS (SELECT 1 FROM step WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM step WHERE number = NEW.number);
END""",
    *(
        f"""CREATE TRIGGER {table}_guard_{op} BEFORE {op.upper()} ON {table} BEGIN
    SELECT RAISE(ABORT, 'citeria: history is only added to');
END"""
        for table in ("step", "change")
        for op in ("update", "delete")
    ),
    """CREATE TRIGGER writing_guard_delete BEFORE DELETE ON writing BEGIN
    SELECT RAISE(ABORT, 'citeria: the row of writing stays');
END""",
)

_HELD: Final = (
    """CREATE TRIGGER held_part_guard_insert BEFORE INSERT ON held_part BEGIN
    SELECT RAISE(ABORT, 'citeria: what is held is never replaced')
    WHERE EXISTS (SELECT 1 FROM held_part WHERE sha256 = NEW.sha256 AND part = NEW.part);
END""",
    *(
        f"""CREATE TRIGGER held_part_guard_{op} BEFORE {op.upper()} ON held_part BEGIN
    SELECT RAISE(ABORT, 'citeria: what is held is only added to');
END"""
        for op in ("update", "delete")
    ),
)
