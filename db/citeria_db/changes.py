"""What a write did, as values: steps, their changes, and what a reader has to look at again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from citeria_db.connection import Connection


@dataclass(frozen=True, slots=True)
class Step:
    """One undoable user action. `undoes` is the id of the step it took back; `undone` says that its effect is gone."""

    number: int
    id: str
    label: str
    author: str
    time: str  # UTC, `2026-11-22T08:36:11.123Z`
    undoes: str | None
    undone: bool
    changes: int  # how many columns of rows it changed
    reason: str = ""  # why, in the words of who took it


@dataclass(frozen=True, slots=True)
class Change:
    """One changed column of one row inside a step; `old` or `new` is None where there was or is no value."""

    step: int
    label: str
    author: str
    time: str
    table: str
    row: str
    op: str  # insert | update | delete
    column: str
    old: str | float | int | None
    new: str | float | int | None
    reason: str = ""  # why the step was taken


@dataclass(frozen=True, slots=True)
class Changes:
    """What one step reached: tables, row ids by table, and the (area code, indicator code) of every cell in it.

    `step` is None if nothing was changed; then nothing was written either.
    """

    step: Step | None = None
    tables: frozenset[str] = frozenset()
    cells: frozenset[tuple[str, str]] = frozenset()
    keys: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))


NO_CHANGES = Changes()


def gather(connection: Connection, step: Step) -> Changes:
    """Collect what the changes logged under `step` reached."""
    rows = connection.rows('SELECT DISTINCT "table", "row" FROM change WHERE step = ?', (step.id,))
    keys: dict[str, set[str]] = {}
    for table, row in rows:
        keys.setdefault(table, set()).add(row)
    frozen = {table: frozenset(ids) for table, ids in keys.items()}
    cells = frozenset(connection.rows(_CELLS, {"step": step.id})) if frozen.keys() & _CELL_TABLES else frozenset()
    return Changes(step, frozenset(frozen), cells, MappingProxyType(frozen))


_CELL_TABLES = frozenset({"observation", "observation_flag", "citation", "verdict", "note", "source"})

# Rows that are gone are known by what their delete recorded; rows that moved count in both places.
_CELLS = """
WITH reached ("table", "row") AS MATERIALIZED (
    SELECT DISTINCT "table", "row" FROM change WHERE step = :step
), logged AS MATERIALIZED (
    SELECT "table", "row", op, "column", old FROM change
    WHERE step = :step AND ("table" = 'source' OR (op <> 'insert' AND "column" IN (
        'area_id', 'indicator_id', 'observation_id')))
), touched (observation) AS (
    SELECT "row" FROM reached WHERE "table" = 'observation'
    UNION SELECT c.observation_id FROM reached JOIN citation c ON c.id = reached."row" WHERE "table" = 'citation'
    UNION SELECT f.observation_id FROM reached JOIN observation_flag f ON f.id = reached."row"
        WHERE "table" = 'observation_flag'
    UNION SELECT v.observation_id FROM reached JOIN verdict v ON v.id = reached."row" WHERE "table" = 'verdict'
    UNION SELECT n.observation_id FROM reached JOIN note n ON n.id = reached."row" WHERE "table" = 'note'
    UNION SELECT c.observation_id FROM logged JOIN citation c ON c.source_id = logged."row"
        WHERE "table" = 'source' AND ("column" = 'reliability' OR "column" GLOB 'pedigree_*')
    UNION SELECT old FROM logged WHERE "column" = 'observation_id' AND old IS NOT NULL
), places (area, indicator) AS (
    SELECT o.area_id, o.indicator_id FROM touched JOIN observation o ON o.id = touched.observation
    UNION SELECT n.area_id, n.indicator_id FROM reached JOIN note n ON n.id = reached."row" WHERE "table" = 'note'
    UNION SELECT a.old, i.old FROM logged a JOIN logged i ON i."row" = a."row" AND i."column" = 'indicator_id'
        WHERE a."column" = 'area_id' AND a.op IN ('delete', 'update') AND i.op IN ('delete', 'update')
    UNION SELECT a.old, o.indicator_id FROM logged a JOIN observation o ON o.id = a."row"
        WHERE a."column" = 'area_id' AND a.op = 'update'
    UNION SELECT o.area_id, i.old FROM logged i JOIN observation o ON o.id = i."row"
        WHERE i."column" = 'indicator_id' AND i.op = 'update'
)
SELECT area.code, indicator.code
FROM places JOIN area ON area.id = places.area JOIN indicator ON indicator.id = places.indicator
"""
