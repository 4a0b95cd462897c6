"""Where rows stand: the cell of each row that history names, and the codes behind the ids that its columns hold.

Rows that are gone are known by what the log says they held last.
"""

import json
from collections.abc import Iterable, Mapping

from citeria_db.connection import Connection

Place = tuple[str, str, str, str]  # (area id, indicator id, period end, period start); "" where the row has none

_CODES = {
    "area": "code",
    "indicator": "code",
    "source": "key",
    "grouping": "code",
    "area_group": "code",
    "collection": "code",
    "published_ranking": "code",
    "composite_index": "code",
    "node": "code",
    "snapshot": "name",
    "scenario": "name",
}
_PLACED = ("area_id", "indicator_id", "period_end", "period_start", "observation_id")


def codes_by_id(connection: Connection) -> dict[str, str]:
    """Give the code (of a source its key) of every row that has one, also of those that are gone, by id."""
    known: dict[str, str] = {}
    for table, column in _CODES.items():
        known |= dict(
            connection.rows(
                'SELECT "row", old FROM change WHERE "table" = ? AND op = \'delete\' AND "column" = ? ORDER BY seq',
                (table, column),
            )
        )
        known |= dict(connection.rows(f"SELECT id, {column} FROM {table}"))
    return known


def places(connection: Connection, rows: Mapping[str, Iterable[str]]) -> dict[str, Place]:
    """Give the place of each row (ids by table) by its id; a row on an observation stands where that does."""
    found = {id_: terms for table, ids in rows.items() for id_, terms in _terms(connection, table, ids).items()}
    held = {terms["observation_id"] for terms in found.values() if terms.get("observation_id")}
    observed = _terms(connection, "observation", held)
    return {id_: _place(observed.get(terms.get("observation_id", ""), terms)) for id_, terms in found.items()}


def _place(terms: Mapping[str, str]) -> Place:
    return (
        terms.get("area_id", ""),
        terms.get("indicator_id", ""),
        terms.get("period_end", ""),
        terms.get("period_start", ""),
    )


def _terms(connection: Connection, table: str, ids: Iterable[str]) -> dict[str, dict[str, str]]:
    """Give what the placing columns of rows hold now, or held when they were removed."""
    wanted = json.dumps(sorted(set(ids)))
    known = {column for (column,) in connection.rows("SELECT name FROM pragma_table_info(?)", (table,))}
    columns = [column for column in _PLACED if column in known]
    terms: dict[str, dict[str, str]] = {id_: {} for id_ in json.loads(wanted)}
    for id_, column, old in connection.rows(_GONE, {"table": table, "ids": wanted}):
        if column in columns:
            terms[id_][column] = old
    if columns:
        listed = ", ".join(columns)
        for id_, *values in connection.rows(
            f'SELECT id, {listed} FROM "{table}" WHERE id IN (SELECT value FROM json_each(?))', (wanted,)
        ):
            terms[id_] = {column: value for column, value in zip(columns, values, strict=True) if value is not None}
    return terms


_GONE = """
SELECT "row", "column", old FROM change
WHERE "row" IN (SELECT value FROM json_each(:ids)) AND "table" = :table AND op = 'delete'
    AND "column" IN ('area_id', 'indicator_id', 'period_end', 'period_start', 'observation_id')
ORDER BY seq
"""
