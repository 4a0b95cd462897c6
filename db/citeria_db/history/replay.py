"""Take a step back: replay its changes from the last to the first, each only if the row still stands as recorded.

The writes go through the same triggers as any other, so an undo is itself logged, guarded and can be undone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from sqlite3 import IntegrityError
from typing import Any

from citeria_db.connection import Connection
from citeria_db.errors import StaleError
from citeria_db.history.triggers import UNLOGGED, Table, read_table


@dataclass(slots=True)
class _Event:
    """Consecutive changes of one row by one operation: column → what it was before them and after them."""

    table: str
    row: str
    op: str
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)


def take_back(connection: Connection, step_id: str, label: str) -> None:
    """Write the reverse of a step inside the open transaction; `StaleError` if something stands in its way."""
    connection.control("PRAGMA defer_foreign_keys = ON")  # ends with the transaction; rows may come back in any order
    tables: dict[str, Table] = {}
    for event in _events(connection, step_id):
        if event.table not in tables:
            tables[event.table] = _content_table(connection, event.table, label)
        try:
            done = _take_back(connection, tables[event.table], event)
        except IntegrityError:
            done = False
        if not done:
            raise StaleError(label=label, what=f"a row of “{event.table}”")


def _content_table(connection: Connection, name: str, label: str) -> Table:
    table = read_table(connection, name)
    if name in UNLOGGED or not table.columns:
        raise StaleError(label=label, what=f"the table “{name}”")
    return table


def _events(connection: Connection, step_id: str) -> Iterator[_Event]:
    rows = connection.rows(
        'SELECT "table", "row", op, "column", old, new FROM change WHERE step = ? ORDER BY seq DESC', (step_id,)
    )
    for (table, row, op), group in groupby(rows, key=lambda change: change[:3]):
        event = _Event(table, row, op)
        for *_, column, old, new in group:  # from the last change to the first
            event.after.setdefault(column, new)
            event.before[column] = old
        yield event


def _take_back(connection: Connection, table: Table, event: _Event) -> bool:
    if event.op == "insert":
        return _remove(connection, table, event)
    if event.op == "delete":
        return _restore(connection, table, event)
    return _revert(connection, table, event)


def _remove(connection: Connection, table: Table, event: _Event) -> bool:
    """Delete an inserted row if all its columns, recorded or left at their default, are as they were inserted."""
    same = " AND ".join(
        f'"{column.name}" IS {"?" if column.name in event.after else column.default}' for column in table.columns
    )
    values = [event.after[column.name] for column in table.columns if column.name in event.after]
    return connection.write(f'DELETE FROM "{table.name}" WHERE "id" = ? AND {same}', (event.row, *values)) == 1


def _restore(connection: Connection, table: Table, event: _Event) -> bool:
    """Insert a deleted row again; a row that has taken its place is guarded and makes this fail."""
    names = _known(table, event.before)
    listed = ", ".join(f'"{name}"' for name in ("id", *names))
    marks = ", ".join("?" for _ in range(len(names) + 1))
    values = [event.before[name] for name in names]
    return connection.write(f'INSERT INTO "{table.name}" ({listed}) VALUES ({marks})', (event.row, *values)) == 1


def _revert(connection: Connection, table: Table, event: _Event) -> bool:
    """Set updated columns back if they still hold what the update left."""
    names = _known(table, event.before)
    assigned = ", ".join(f'"{name}" = ?' for name in names)
    same = " AND ".join(f'"{name}" IS ?' for name in names)
    before, after = [event.before[name] for name in names], [event.after[name] for name in names]
    sql = f'UPDATE "{table.name}" SET {assigned} WHERE "id" = ? AND {same}'
    return connection.write(sql, (*before, event.row, *after)) == 1


def _known(table: Table, recorded: dict[str, Any]) -> Sequence[str]:
    """Give the recorded columns; names come from the file's schema, never from what history holds as text."""
    return [column.name for column in table.columns if column.name in recorded]
