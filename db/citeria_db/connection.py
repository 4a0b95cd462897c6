"""The one place where SQL meets SQLite: a connection that belongs to one thread and speaks in known errors.

Reading is free; writing is refused outside a transaction, so that no change can escape history by accident.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from citeria_db.faults import raise_known

Parameters = Sequence[Any] | Mapping[str, Any]
Row = tuple[Any, ...]


class Connection:
    """A wrapped `sqlite3.Connection` in autocommit mode; transactions are begun and ended by `transact`."""

    def __init__(self, raw: sqlite3.Connection, path: Path) -> None:
        self.raw = raw
        self.path = path

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """Run a query and give all its rows."""
        try:
            return self.raw.execute(sql, parameters).fetchall()
        except (sqlite3.Error, UnicodeError) as error:
            raise_known(error, self.path)
            raise

    def row(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """Run a query and give its first row, or None."""
        found = self.rows(sql, parameters)  # all rows: a statement left half-read would keep its lock
        return found[0] if found else None

    def value(self, sql: str, parameters: Parameters = ()) -> Any:
        """Run a query and give the first column of its first row, or None."""
        found = self.row(sql, parameters)
        return None if found is None else found[0]

    def write(self, sql: str, parameters: Parameters = ()) -> int:
        """Run one statement inside the transaction and give the number of rows it reached."""
        self._check_writing()
        try:
            return self.raw.execute(sql, parameters).rowcount
        except (sqlite3.Error, UnicodeError) as error:
            raise_known(error, self.path)
            raise

    def write_many(self, sql: str, parameters: Iterable[Parameters]) -> int:
        """Run one statement for each set of parameters inside the transaction; give how many rows they reached."""
        self._check_writing()
        try:
            return self.raw.executemany(sql, parameters).rowcount
        except (sqlite3.Error, UnicodeError) as error:
            raise_known(error, self.path)
            raise

    def _check_writing(self) -> None:
        if not self.raw.in_transaction:
            raise RuntimeError("a write outside `transact`: it would not be a step that can be undone")

    def control(self, sql: str) -> Any:
        """Run BEGIN, COMMIT, ROLLBACK or a PRAGMA and give the first value it answers, or None."""
        return self.value(sql)

    def rollback(self) -> None:
        """Take back the open transaction, if SQLite has not done so already."""
        if self.raw.in_transaction:
            self.control("ROLLBACK")

    def close(self) -> None:
        """Close the connection; a second time does nothing."""
        self.raw.close()
