"""One transaction, one step: how every change of a project is written.

`BEGIN IMMEDIATE` takes the write lock at once (or says "locked" after the connection's patience), the step's row and id
are put in place for the triggers, and the commit makes it durable. A transaction that changed nothing leaves no step.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from citeria_db.changes import NO_CHANGES, Changes, Step, gather
from citeria_db.clock import now
from citeria_db.connection import Connection
from citeria_db.identity import new_id


class Writing:
    """An open transaction, and afterwards what it changed."""

    def __init__(self, label: str, author: str, undoes: str | None = None, reason: str = "") -> None:
        self.id = new_id()
        self.label = label
        self.author = author
        self.time = now()
        self.undoes = undoes
        self.reason = reason
        self._changes: Changes | None = None

    @property
    def changes(self) -> Changes:
        """What was changed; known once the transaction has been committed."""
        if self._changes is None:
            raise RuntimeError("the changes of a step are known after its transaction")
        return self._changes

    def begin(self, connection: Connection) -> None:
        """Add the step's row and tell the triggers about it."""
        connection.write(
            "INSERT INTO step (id, label, author, time, undoes, reason) VALUES (?, ?, ?, ?, ?, ?)",
            (self.id, self.label, self.author, self.time, self.undoes, self.reason),
        )
        connection.write("UPDATE writing SET step = ?", (self.id,))

    def end(self, connection: Connection) -> bool:
        """Gather the changes, take the step from the triggers, and commit; without changes roll back and say False."""
        count = connection.value("SELECT count(*) FROM change WHERE step = ?", (self.id,))
        if not count:
            connection.rollback()
            self._changes = NO_CHANGES
            return False
        number = connection.value("SELECT number FROM step WHERE id = ?", (self.id,))
        step = Step(number, self.id, self.label, self.author, self.time, self.undoes, False, count, self.reason)
        changes = gather(connection, step)
        connection.write("UPDATE writing SET step = NULL")
        connection.control("COMMIT")
        self._changes = changes
        return True


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """Hold the write lock; whatever goes wrong inside, everything is taken back. The body commits."""
    if connection.raw.in_transaction:
        raise RuntimeError("a transaction inside a transaction: a step is one action")
    connection.control("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        connection.rollback()  # does nothing after a commit


@contextmanager
def transact(connection: Connection, writing: Writing, committed: Callable[[Step], None]) -> Iterator[Writing]:
    """Write one step; `committed` is called with it if it changed something."""
    with transaction(connection):
        writing.begin(connection)
        yield writing
        if writing.end(connection) and writing.changes.step is not None:
            committed(writing.changes.step)


@contextmanager
def base(connection: Connection) -> Iterator[None]:
    """Write without history, as part of the base that undo never reaches."""
    with transaction(connection):
        connection.write("UPDATE writing SET base = 1")
        yield
        connection.write("UPDATE writing SET base = 0")
        connection.control("COMMIT")
