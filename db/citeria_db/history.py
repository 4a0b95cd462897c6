"""The log of steps: what was done, by whom, and how it is taken back."""

from sqlite3 import IntegrityError

from citeria_db import codes
from citeria_db.changes import Change, Changes, Step
from citeria_db.connection import Connection
from citeria_db.errors import NothingToRedoError, NothingToUndoError, StaleError
from citeria_db.replay import take_back
from citeria_db.stacks import Entry, Stacks, fold
from citeria_db.transact import Writing, transact
from citeria_db.watch import Watch


class History:
    """Reads the log of steps and takes steps back."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._watch = Watch(connection)
        self._folded: Stacks | None = None

    def steps(self, limit: int | None = None) -> tuple[Step, ...]:
        """Give the newest `limit` steps (default: all), the newest first."""
        rows = self._connection.rows(_STEPS, (-1 if limit is None else limit,))
        undone: set[str] = set()
        for _, id_, _, _, _, undoes, _ in rows:  # a step is undone if one that stands undoes it
            if undoes is not None and id_ not in undone:
                undone.add(undoes)
        return tuple(
            Step(number, id_, label, author, time, undoes, id_ in undone, changes)
            for number, id_, label, author, time, undoes, changes in rows
        )

    def of_cell(self, area: str, indicator: str) -> tuple[Change, ...]:
        """Give every change of the observations of an area and indicator and of all that hangs on them, newest first.

        Observations, citations and flags that are gone are included.
        """
        place = {
            "area": codes.area_id(self._connection, area),
            "indicator": codes.indicator_id(self._connection, indicator),
        }
        return tuple(Change(*row) for row in self._connection.rows(_OF_CELL, place))

    def undo_label(self) -> str | None:
        """Name the step that undo would take back, or None."""
        stack = self._stacks().undo
        return stack[-1].label if stack else None

    def redo_label(self) -> str | None:
        """Name the step that redo would bring back, or None."""
        stack = self._stacks().redo
        return stack[-1].label if stack else None

    def undo(self, author: str) -> Changes:
        """Take back the latest step that stands; `NothingToUndoError`, `StaleError`."""
        stack = self._stacks().undo
        if not stack:
            raise NothingToUndoError
        return self._take_back(stack[-1], f"Undo: {stack[-1].label}", author)

    def redo(self, author: str) -> Changes:
        """Take back the latest undo; `NothingToRedoError`, `StaleError`."""
        stack = self._stacks().redo
        if not stack:
            raise NothingToRedoError
        return self._take_back(stack[-1], f"Redo: {stack[-1].label}", author)

    def took(self, step: Step) -> None:
        """Learn of a step that this connection has just committed."""
        if self._folded is not None:
            self._folded.take(step.id, step.label, step.undoes)

    def _take_back(self, entry: Entry, label: str, author: str) -> Changes:
        try:
            with transact(self._connection, Writing(label, author, entry.step), self.took) as writing:
                self._check_top(entry)
                take_back(self._connection, entry.step, entry.label)
        except IntegrityError as error:  # a foreign key at the commit: a row that it needs is gone
            raise StaleError(label=entry.label, what="a row it needs") from error
        return writing.changes

    def _check_top(self, entry: Entry) -> None:
        """Somebody may have written between the look at the stack and the lock; the own new row changes nothing."""
        if self._watch.changed():
            self._folded = None
            raise StaleError(label=entry.label, what="the project")

    def _stacks(self) -> Stacks:
        if self._watch.changed():
            self._folded = None
        if self._folded is None:
            self._folded = fold(self._connection.rows("SELECT id, label, undoes FROM step ORDER BY number"))
        return self._folded


_STEPS = """
SELECT number, id, label, author, time, undoes, (SELECT count(*) FROM change WHERE step = step.id)
FROM step ORDER BY number DESC LIMIT ?
"""

_OF_CELL = """
WITH present (id) AS (
    SELECT id FROM observation WHERE area_id = :area AND indicator_id = :indicator
), gone (id) AS (
    SELECT a."row" FROM change a JOIN change i ON i."row" = a."row" AND i.op = 'delete' AND i."column" = 'indicator_id'
    WHERE a.old = :area AND a.op = 'delete' AND a."column" = 'area_id' AND i.old = :indicator
        AND a."table" = 'observation'
), observed (id) AS (
    SELECT id FROM present UNION SELECT id FROM gone
), rows_of (id) AS (
    SELECT id FROM observed
    UNION SELECT c.id FROM citation c JOIN observed ON observed.id = c.observation_id
    UNION SELECT f.id FROM observation_flag f JOIN observed ON observed.id = f.observation_id
    UNION SELECT n.id FROM note n JOIN observed ON observed.id = n.observation_id
    UNION SELECT n.id FROM note n WHERE n.area_id = :area AND n.indicator_id = :indicator
    UNION SELECT d."row" FROM change d JOIN observed ON d.old = observed.id
        WHERE d.op = 'delete' AND d."column" = 'observation_id'
    UNION SELECT a."row" FROM change a JOIN change i ON i."row" = a."row" AND i.op = 'delete'
        WHERE a.old = :area AND a.op = 'delete' AND a."column" = 'area_id' AND i.old = :indicator
            AND i."column" = 'indicator_id' AND a."table" = 'note'
)
SELECT step.number, step.label, step.author, step.time, change."table", change."row", change.op, change."column",
    change.old, change.new
FROM rows_of JOIN change ON change."row" = rows_of.id JOIN step ON step.id = change.step
ORDER BY change.seq DESC
"""
