"""Bring a file to the schema of this program: plain SQL, run by sqlite-utils' migrations in one transaction.

`user_version` is the schema version and is set in the transaction of its script; `_sqlite_migrations` stands beside it.
sqlite-utils is imported only when there is something to migrate, because that takes half a second.
Never use its `transform()`: it drops triggers. A script may rebuild a table: foreign keys are off while scripts run and
checked before the commit, and the triggers are away while they run and made anew after the last one. What a script
does to content is therefore no step: it is the same content in another form.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from citeria_db.connection import Connection
from citeria_db.errors import DamagedFileError
from citeria_db.faults import raise_known
from citeria_db.history import triggers
from citeria_db.migrations import (
    archived_copies,
    first_light,
    reasons_and_retiring,
    snapshots_and_scenarios,
    speakers,
    verdicts,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID: Final = 0x43495452  # "CITR"


@dataclass(frozen=True, slots=True)
class Script:
    """The SQL that brings a file from schema version `version` − 1 to `version`."""

    version: int
    name: str
    sql: str


SCRIPTS: Final = (
    Script(1, "first_light", first_light.SQL),
    Script(2, "reasons_and_retiring", reasons_and_retiring.SQL),
    Script(3, "archived_copies", archived_copies.SQL),
    Script(4, "snapshots_and_scenarios", snapshots_and_scenarios.SQL),
    Script(5, "speakers", speakers.SQL),
    Script(6, "verdicts", verdicts.SQL),
)
SCHEMA: Final = SCRIPTS[-1].version


def migrate(connection: Connection, scripts: Sequence[Script] = SCRIPTS) -> None:
    """Run the scripts that the file has not seen, all or none, and raise its `user_version` to the last."""
    from sqlite_utils import Database, Migrations

    steps = Migrations("citeria")
    for script in scripts:
        steps(name=script.name)(_Runner(connection, script))
    connection.control("PRAGMA foreign_keys = OFF")  # no effect inside a transaction, so before it
    try:
        connection.control("BEGIN IMMEDIATE")  # sqlite-utils would begin deferred and could meet a lock half-way
        triggers.remove(connection)
        steps.apply(Database(connection.raw, execute_plugins=False, recursive_triggers=False))
        triggers.install(connection)
        if connection.rows("PRAGMA foreign_key_check"):
            raise DamagedFileError(path=connection.path, reason="rows refer to rows that are not there")
        connection.control("COMMIT")
    except sqlite3.Error as error:  # from sqlite-utils, which knows nothing of our words
        raise_known(error, connection.path)
        raise
    finally:
        connection.rollback()
        connection.control("PRAGMA foreign_keys = ON")


class _Runner:
    """One script in the shape that sqlite-utils calls."""

    def __init__(self, connection: Connection, script: Script) -> None:
        self.__name__ = script.name
        self._connection = connection
        self._script = script

    def __call__(self, _database: "Database", /) -> None:
        for statement in statements(self._script.sql):
            self._connection.write(statement)
        self._connection.control(f"PRAGMA application_id = {APPLICATION_ID}")
        self._connection.control(f"PRAGMA user_version = {self._script.version}")


def statements(sql: str) -> Iterator[str]:
    """Split a script into its statements, each ending a line; `executescript` would commit the open transaction."""
    gathered = ""
    for line in sql.splitlines(keepends=True):
        gathered += line
        if sqlite3.complete_statement(gathered):
            yield gathered
            gathered = ""
    if gathered.strip():
        raise ValueError(f"an SQL script ends inside a statement: {gathered.strip()[:60]}")
