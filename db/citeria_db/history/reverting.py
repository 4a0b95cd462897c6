"""Whether one step in the middle of history can be taken back, and if not, which later step stands in its way.

A later step counts while its effect stands: not one that was undone since, nor the undoing of one that came later too.
It builds on a step if it wrote to a row that the step added or removed, to a column that the step changed, if it names
a row that the step added, or removed one that the step's rows need. The log tells that much. What it does not tell, a
unique place that was taken since, is found by trying: the later steps are taken back one by one until it goes.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from citeria_db.connection import Connection
from citeria_db.errors import AlreadyUndoneError, LaterStepError, StaleError
from citeria_db.history.replay import take_back

_MOST_TRIED = 100  # later steps taken back on trial; beyond, the refusal names none


@dataclass(frozen=True, slots=True)
class Logged:
    """A step as the log has it."""

    number: int
    id: str
    label: str


def revert(connection: Connection, step: Logged, undone: frozenset[str], writing: str) -> None:
    """Write the reverse of `step` inside the open transaction, whose own step is `writing`.

    `undone` are the ids of all steps whose effect is gone. Raises `AlreadyUndoneError`, `LaterStepError`, `StaleError`.
    """
    if step.id in undone:
        raise AlreadyUndoneError(step=step.number, label=step.label)
    later = _later(connection, step, undone, writing)
    builds = _builds_on(connection, step, later)
    if builds is not None:
        raise _refusal(step, builds)
    if not _try(connection, step):
        _name_what_stands_in_the_way(connection, step, later)


def _later(connection: Connection, step: Logged, undone: frozenset[str], writing: str) -> Sequence[Logged]:
    """Give the later steps whose effect stands, the newest first."""
    rows = connection.rows(
        "SELECT number, id, label, undoes FROM step WHERE number > ? AND id <> ? ORDER BY number DESC",
        (step.number, writing),
    )
    ids = {id_ for _, id_, _, _ in rows}
    return [Logged(*found) for *found, undoes in rows if found[1] not in undone and undoes not in ids]


def _builds_on(connection: Connection, step: Logged, later: Sequence[Logged]) -> Logged | None:
    """Give the newest later step that the log shows to build on `step`."""
    terms = {"step": step.id, "later": json.dumps([found.id for found in later])}
    found = connection.row(_BUILDS_ON, terms)
    return Logged(*found) if found else None


def _try(connection: Connection, step: Logged) -> bool:
    connection.control("SAVEPOINT reverting")
    try:
        take_back(connection, step.id, step.label)
    except StaleError:
        connection.control("ROLLBACK TO reverting")
        return False
    finally:
        connection.control("RELEASE reverting")
    return True


def _name_what_stands_in_the_way(connection: Connection, step: Logged, later: Sequence[Logged]) -> None:
    """Take later steps back until `step` goes, and raise with the last of them; the transaction is lost by then."""
    for tried in later[:_MOST_TRIED]:
        if not _try(connection, tried):
            break
        if _try(connection, step):
            raise _refusal(step, tried)
    raise StaleError(label=step.label, what="something that it wrote")


def _refusal(step: Logged, later: Logged) -> LaterStepError:
    return LaterStepError(step=step.number, label=step.label, later=later.number, later_label=later.label)


_BUILDS_ON = """
WITH mine ("row", op, old) AS MATERIALIZED (
    SELECT "row", op, old FROM change WHERE step = :step
)
SELECT step.number, step.id, step.label FROM step JOIN change c ON c.step = step.id
WHERE step.id IN (SELECT value FROM json_each(:later)) AND (
    (c."row" IN (SELECT "row" FROM mine) AND EXISTS (
        SELECT 1 FROM change m WHERE m."row" = c."row" AND m.step = :step AND m."table" = c."table"
            AND (m.op <> 'update' OR c.op <> 'update' OR m."column" = c."column")))
    OR (c.op <> 'delete' AND c.new IN (SELECT "row" FROM mine WHERE op = 'insert'))
    OR (c.op = 'delete' AND c."row" IN (SELECT old FROM mine WHERE op <> 'insert')))
ORDER BY step.number DESC LIMIT 1
"""
