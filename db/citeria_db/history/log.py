"""The log of steps: what was done, by whom, and how it is taken back."""

from collections.abc import Sequence
from sqlite3 import IntegrityError

from citeria_db import codes
from citeria_db.changes import Change, Changes, Step
from citeria_db.connection import Connection
from citeria_db.errors import NothingToRedoError, NothingToUndoError, StaleError, UnknownStepError
from citeria_db.history.about import LEFT, rows_about
from citeria_db.history.replay import Told, nobody, take_back
from citeria_db.history.reverting import Logged, revert
from citeria_db.history.stacks import Entry, Stacks, fold
from citeria_db.history.triggers import Table, content_tables
from citeria_db.transact import Writing, transact
from citeria_db.watch import Watch


class History:
    """Reads the log of steps and takes steps back."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._watch = Watch(connection)
        self._folded: Stacks | None = None
        self._schema: tuple[int, tuple[Table, ...]] | None = None  # its version, which a migration elsewhere raises

    def steps(self, limit: int | None = None) -> tuple[Step, ...]:
        """Give the newest `limit` steps (default: all), the newest first."""
        return self._steps("", {}, limit)

    def about(
        self,
        *,
        area: str | None = None,
        indicator: str | None = None,
        source: str | None = None,
        author: str | None = None,
        limit: int | None = None,
    ) -> tuple[Step, ...]:
        """Give the steps that reached something about all the named parts, taken by `author`, the newest first.

        Raises `UnknownAreaError`, `UnknownIndicatorError`, `UnknownSourceError`.
        """
        ids = self._ids(area, indicator, source)
        parameters: dict[str, str] = dict(ids)
        conditions = []
        if ids:
            conditions.append('step.id IN (SELECT change.step FROM rows_of JOIN change ON change."row" = rows_of.id)')
        if author is not None:
            conditions.append("step.author = :author")
            parameters["author"] = author
        with_ = f"WITH {rows_about(self._tables(), ids)}\n" if ids else ""
        return self._steps(f"WHERE {' AND '.join(conditions)}" if conditions else "", parameters, limit, with_)

    def changes_about(
        self, *, area: str | None = None, indicator: str | None = None, source: str | None = None
    ) -> tuple[Change, ...]:
        """Give the single changes about all the named parts, newest first; at least one part must be named."""
        ids = self._ids(area, indicator, source)
        sql = f"WITH {rows_about(self._tables(), ids)}\n{_CHANGES_OF_ROWS}"
        return tuple(Change(*row) for row in self._connection.rows(sql, ids))

    def authors(self) -> tuple[str, ...]:
        """Name everybody who has taken a step."""
        return tuple(name for (name,) in self._connection.rows("SELECT DISTINCT author FROM step ORDER BY author"))

    def _tables(self) -> tuple[Table, ...]:
        """Give the tables with content, read again only where the schema changed: that takes fifty queries."""
        ((version,),) = self._connection.rows("PRAGMA schema_version")
        if self._schema is None or self._schema[0] != version:
            self._schema = version, content_tables(self._connection)
        return self._schema[1]

    def _ids(self, area: str | None, indicator: str | None, source: str | None) -> dict[str, str]:
        ids: dict[str, str] = {}
        if area is not None:
            ids["area"] = codes.area_id(self._connection, area)
        if indicator is not None:
            ids["indicator"] = codes.indicator_id(self._connection, indicator)
        if source is not None:
            ids["source"] = codes.source_id(self._connection, source)
        return ids

    def _steps(self, where: str, parameters: dict[str, str], limit: int | None, with_: str = "") -> tuple[Step, ...]:
        rows = self._connection.rows(
            f"{with_}{_STEPS} {where} ORDER BY number DESC LIMIT :limit",
            {**parameters, "limit": -1 if limit is None else limit},
        )
        undone = self._undone()
        return tuple(
            Step(number, id_, label, author, time, undoes, id_ in undone, changes, reason)
            for number, id_, label, author, time, undoes, changes, reason in rows
        )

    def _undone(self, writing: str = "") -> frozenset[str]:
        """Give the steps whose effect is gone: those that a step that stands undoes, leaving the one being written."""
        undone: set[str] = set()
        for id_, undoes in self._connection.rows(
            "SELECT id, undoes FROM step WHERE undoes IS NOT NULL AND id <> ? ORDER BY number DESC", (writing,)
        ):
            if id_ not in undone:
                undone.add(undoes)
        return frozenset(undone)

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

    def undo_size(self) -> int:
        """Count the columns that undo would take back."""
        return self._size(self._stacks().undo)

    def redo_size(self) -> int:
        """Count the columns that redo would bring back."""
        return self._size(self._stacks().redo)

    def undo(self, author: str, reason: str = "", told: Told = nobody) -> Changes:
        """Take back the latest step that stands; `NothingToUndoError`, `StaleError`. `told` as for `take_back`."""
        stack = self._stacks().undo
        if not stack:
            raise NothingToUndoError
        return self._take_back(stack[-1], f"Undo: {stack[-1].label}", author, reason, told)

    def redo(self, author: str, reason: str = "", told: Told = nobody) -> Changes:
        """Take back the latest undo; `NothingToRedoError`, `StaleError`."""
        stack = self._stacks().redo
        if not stack:
            raise NothingToRedoError
        return self._take_back(stack[-1], f"Redo: {stack[-1].label}", author, reason, told)

    def revert(self, number: int, author: str, reason: str = "") -> Changes:
        """Take back the step with this number, if no later step that stands builds on what it did.

        Raises `UnknownStepError`, `AlreadyUndoneError`, `LaterStepError`, `StaleError`.
        """
        found = self._connection.row("SELECT id, label FROM step WHERE number = ?", (number,))
        if found is None:
            raise UnknownStepError(step=number, last=self._connection.value("SELECT max(number) FROM step") or 0)
        id_, label = found
        try:
            with transact(self._connection, Writing(f"Revert: {label}", author, id_, reason), self.took) as writing:
                revert(self._connection, Logged(number, id_, label), self._undone(writing.id), writing.id)
        except IntegrityError as error:  # a foreign key at the commit: a row that it needs is gone
            raise StaleError(label=label, what="a row it needs") from error
        return writing.changes

    def took(self, step: Step) -> None:
        """Learn of a step that this connection has just committed."""
        if self._folded is not None:
            self._folded.take(step.id, step.label, step.undoes)

    def _size(self, stack: Sequence[Entry]) -> int:
        if not stack:
            return 0
        return int(self._connection.value("SELECT count(*) FROM change WHERE step = ?", (stack[-1].step,)))

    def _take_back(self, entry: Entry, label: str, author: str, reason: str, told: Told) -> Changes:
        try:
            with transact(self._connection, Writing(label, author, entry.step, reason), self.took) as writing:
                self._check_top(entry)
                take_back(self._connection, entry.step, entry.label, told)
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
SELECT number, id, label, author, time, undoes, (SELECT count(*) FROM change WHERE step = step.id), reason FROM step
"""

_CHANGES_OF_ROWS = """
SELECT step.number, step.label, step.author, step.time, change."table", change."row", change.op, change."column",
    change.old, change.new, step.reason
FROM rows_of JOIN change ON change."row" = rows_of.id JOIN step ON step.id = change.step
ORDER BY change.seq DESC
"""

_OF_CELL = f"""
WITH present (id) AS (
    SELECT id FROM observation WHERE area_id = :area AND indicator_id = :indicator
), gone (id, "table") AS (
    SELECT "row", "table" FROM change WHERE {LEFT} AND "column" = 'area_id' AND op = 'delete' AND old = :area
        AND EXISTS (SELECT 1 FROM change i WHERE i."row" = change."row" AND i.op = 'delete'
            AND i."column" = 'indicator_id' AND i.old = :indicator)
), observed (id) AS (
    SELECT id FROM present UNION SELECT id FROM gone WHERE "table" = 'observation'
), rows_of (id) AS (
    SELECT id FROM observed
    UNION SELECT c.id FROM citation c JOIN observed ON observed.id = c.observation_id
    UNION SELECT f.id FROM observation_flag f JOIN observed ON observed.id = f.observation_id
    UNION SELECT v.id FROM verdict v JOIN observed ON observed.id = v.observation_id
    UNION SELECT n.id FROM note n JOIN observed ON observed.id = n.observation_id
    UNION SELECT n.id FROM note n WHERE n.area_id = :area AND n.indicator_id = :indicator
    UNION SELECT "row" FROM change WHERE {LEFT} AND "column" = 'observation_id' AND op = 'delete'
        AND old IN (SELECT id FROM observed)
    UNION SELECT id FROM gone WHERE "table" = 'note'
){_CHANGES_OF_ROWS}"""
