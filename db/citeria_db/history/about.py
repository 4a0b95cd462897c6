"""Which rows are about an area, an indicator or a source: those that stand and those that history remembers.

Built from the schema that the file has, so that a table added later is found too. A row is about an area if it names
it, or if it hangs on an observation that does; about a source also if it is an observation that cites it. Rows that
are gone, or that once named something else, are known by what the log says they held.
"""

from collections.abc import Mapping, Sequence

from citeria_db.history.triggers import Table

# The words of the index `change_left`, so that SQLite uses it.
LEFT = "op <> 'insert' AND \"column\" IN ('area_id', 'indicator_id', 'observation_id', 'source_id')"

_CITING = (
    "SELECT observation_id FROM citation WHERE source_id = :source",
    f'SELECT old FROM change WHERE {LEFT} AND "column" = \'observation_id\' AND "row" IN (SELECT id FROM named_source)',
)


def rows_about(tables: Sequence[Table], ids: Mapping[str, str]) -> str:
    """Give the common table expressions that end in `rows_of (id)`: the rows about every one of `ids` at once.

    `tables` are all with content. `ids` are ids by noun ("area", "indicator", "source"); the query takes them as
    parameters of these names.
    """
    parts = [_about(tables, noun) for noun in ids]
    common = "\nINTERSECT ".join(f"SELECT id FROM about_{noun}" for noun in ids)
    return ",\n".join([*parts, f"rows_of (id) AS MATERIALIZED ({common})"])


def _about(tables: Sequence[Table], noun: str) -> str:
    named = "\n    UNION ".join([f"SELECT :{noun}", *_naming(tables, f"{noun}_id", f"= :{noun}")])
    direct = f"named_{noun} (id) AS MATERIALIZED (\n    {named}\n)"
    hanging = [f"SELECT id FROM named_{noun}"]
    if noun == "source":
        hanging += _CITING
    else:
        hanging += _naming(tables, "observation_id", f"IN (SELECT id FROM named_{noun})")
    return f"{direct},\nabout_{noun} (id) AS MATERIALIZED (\n    " + "\n    UNION ".join(hanging) + "\n)"


def _naming(tables: Sequence[Table], column: str, condition: str) -> list[str]:
    """Select the rows whose `column` meets the condition now, and those of which history says that it did."""
    present = [
        f'SELECT id FROM "{table.name}" WHERE "{column}" {condition}'
        for table in tables
        if any(there.name == column for there in table.columns)
    ]
    return [*present, f'SELECT "row" FROM change WHERE {LEFT} AND "column" = \'{column}\' AND old {condition}']
