"""Take a step back: replay its changes from the last to the first, each only if the row still stands as recorded.

The writes go through the same triggers as any other, so an undo is itself logged, guarded and can be undone.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, islice
from sqlite3 import IntegrityError
from typing import Any

from citeria_db.connection import Connection
from citeria_db.errors import StaleError
from citeria_db.history.triggers import UNLOGGED, Table, read_table

Told = Callable[[int], None]
_PART = 500  # rows written between two words about progress


def nobody(_done: int) -> None:
    """Hear how far the work is, and say nothing."""


@dataclass(slots=True)
class _Event:
    """Consecutive changes of one row by one operation: column → what it was before them and after them."""

    table: str
    row: str
    op: str
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Shape:
    """A table as it is replayed: its columns, what they hold where nothing was recorded, and its statements.

    A removed row is compared and a restored one filled in all its columns, so that the statement is the same for every
    row of a table: thousands of them are one.
    """

    name: str
    columns: tuple[str, ...]
    defaults: tuple[Any, ...]
    remove: str
    restore: str

    @classmethod
    def of(cls, connection: Connection, table: Table) -> "_Shape":
        """Read the defaults of a table."""
        columns = tuple(column.name for column in table.columns)
        defaults = connection.row(f"SELECT {', '.join(column.default for column in table.columns)}") or ()
        same = " AND ".join(f'"{column}" IS ?' for column in columns)
        listed, marks = ", ".join(f'"{column}"' for column in ("id", *columns)), ", ".join("?" * (len(columns) + 1))
        return cls(
            table.name,
            columns,
            defaults,
            f'DELETE FROM "{table.name}" WHERE "id" = ? AND {same}',
            f'INSERT INTO "{table.name}" ({listed}) VALUES ({marks})',
        )

    def filled(self, recorded: dict[str, Any]) -> tuple[Any, ...]:
        """What every column holds: as recorded, else its default."""
        return tuple(map(recorded.get, self.columns, self.defaults))


def take_back(connection: Connection, step_id: str, label: str, told: Told = nobody) -> None:
    """Write the reverse of a step inside the open transaction; `StaleError` if something stands in its way.

    `told` hears now and then how many of the changed columns are back; what it raises undoes everything.
    """
    connection.control("PRAGMA defer_foreign_keys = ON")  # ends with the transaction; rows may come back in any order
    shapes: dict[str, _Shape] = {}
    done = 0
    for (table, sql), group in groupby(_statements(connection, step_id, label, shapes), key=lambda one: one[:2]):
        while part := list(islice(group, _PART)):
            try:
                reached = connection.write_many(sql, [values for *_, values, _ in part])
            except IntegrityError:
                reached = -1
            if reached != len(part):
                raise StaleError(label=label, what=f"a row of “{table}”")
            done += sum(size for *_, size in part)
            told(done)


_Statement = tuple[str, str, tuple[Any, ...], int]  # table, SQL, its values, how many columns it takes back


def _statements(connection: Connection, step_id: str, label: str, shapes: dict[str, _Shape]) -> Iterator[_Statement]:
    for event in _events(connection, step_id):
        if event.table not in shapes:
            shapes[event.table] = _Shape.of(connection, _content_table(connection, event.table, label))
        sql, values = _reverse(shapes[event.table], event)
        yield event.table, sql, values, len(event.before)


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


def _reverse(shape: _Shape, event: _Event) -> tuple[str, tuple[Any, ...]]:
    """The statement that takes an event back and reaches one row, or none if the row is not as recorded."""
    if event.op == "insert":
        return shape.remove, (event.row, *shape.filled(event.after))
    if event.op == "delete":  # a row that has taken its place is guarded and makes this fail
        return shape.restore, (event.row, *shape.filled(event.before))
    known = [column for column in shape.columns if column in event.before]  # never what history holds as text
    assigned = ", ".join(f'"{column}" = ?' for column in known)
    same = " AND ".join(f'"{column}" IS ?' for column in known)
    before, after = [event.before[column] for column in known], [event.after[column] for column in known]
    return f'UPDATE "{shape.name}" SET {assigned} WHERE "id" = ? AND {same}', (*before, event.row, *after)
