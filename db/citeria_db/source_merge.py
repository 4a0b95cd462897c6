"""Several sources made one: everything that pointed to the others points to the one that is kept.

The others stay in the file, marked as merged, with all they said; lists of sources leave them out.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Final

from citeria_db.connection import Connection
from citeria_db.history.triggers import Table, content_tables
from citeria_db.notes import write_note

_OWN_WAY: Final = {
    ("citation", "source_id"),
    ("note", "source_id"),
    ("source", "derived_from"),
    ("source", "merged_into"),
}


def merge(connection: Connection, kept: str, other: str) -> None:
    """Merge the source with id `other` into the one with id `kept`, inside a transaction."""
    move(connection, kept, other)
    _join_notes(connection, kept, other)
    for table, column in _references(connection):
        _repoint(connection, table, column, kept, other)
    _repoint_origin(connection, kept, other)
    connection.write("UPDATE source SET merged_into = ? WHERE id = ? OR merged_into = ?", (kept, other, other))


def move(connection: Connection, kept: str, other: str, chosen: Sequence[str] | None = None) -> None:
    """Point citations of `other` (all, or those with the chosen ids) to `kept`, inside a transaction.

    Where an observation cites both sources in one role, one citation says all that the two say.
    """
    terms = {"kept": kept, "other": other, "chosen": None if chosen is None else json.dumps(chosen)}
    _join_doubles(connection, terms)
    connection.write(f"UPDATE citation SET source_id = :kept WHERE source_id = :other AND {_CHOSEN}", terms)


def _join_doubles(connection: Connection, terms: Mapping[str, str | None]) -> None:
    doubles = connection.rows(_DOUBLES, terms)
    before = {own: tuple(held[:_TEXTS]) for own, _, *held in doubles}
    after = dict(before)
    for own, _, *held in doubles:
        after[own] = _joined(after[own], tuple(held[_TEXTS:]))
    changed = {own: texts for own, texts in after.items() if texts != before[own]}
    connection.write_many(
        "UPDATE citation SET locator = ?, quote = ?, quote_language = ?, translation = ?, speaker = ?,"
        " retrieved = ? WHERE id = ?",
        [(*texts, own) for own, texts in changed.items()],
    )
    connection.write_many("DELETE FROM citation WHERE id = ?", [(theirs,) for _, theirs, *_ in doubles])


_NOTES: Final = "SELECT source_id, text FROM note WHERE scope = 'source' AND source_id IN (?, ?)"
_FOREIGN: Final = 'SELECT "from" FROM pragma_foreign_key_list(?) WHERE "table" = \'source\''
_TEXTS: Final = 6  # locator, quote, language of the quote, translation, speaker, retrieved
_CHOSEN: Final = "(:chosen IS NULL OR citation.id IN (SELECT value FROM json_each(:chosen)))"
# `min`: an observation may cite the kept source more than once in one role; the first citation takes it all.
_DOUBLES: Final = f"""
SELECT own.id, citation.id, own.locator, own.quote, own.quote_language, own.translation, own.speaker,
    own.retrieved, citation.locator, citation.quote, citation.quote_language, citation.translation, citation.speaker,
    citation.retrieved
FROM citation JOIN citation own ON own.id = (
    SELECT min(first.id) FROM citation AS first
    WHERE first.observation_id = citation.observation_id AND first.role = citation.role AND first.source_id = :kept)
WHERE citation.source_id = :other AND {_CHOSEN} ORDER BY citation.id
"""


def _joined(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    """Both texts where they differ: locators by semicolons, quotes on lines of their own; the later day of reading."""
    between = ("; ", "\n", "; ", "\n", "; ")
    texts = [_both(one, two, mark) for one, two, mark in zip(ours, theirs, between, strict=False)]
    return (*texts, max(ours[-1], theirs[-1]))


def _both(ours: str, theirs: str, between: str) -> str:
    if not theirs or theirs in ours.split(between):
        return ours
    return f"{ours}{between}{theirs}" if ours else theirs


def _join_notes(connection: Connection, kept: str, other: str) -> None:
    notes: dict[str, str] = dict(connection.rows(_NOTES, (kept, other)))
    if other in notes:
        write_note(connection, {"scope": "source", "source_id": other}, "")
        write_note(connection, {"scope": "source", "source_id": kept}, _both(notes.get(kept, ""), notes[other], "\n\n"))


def _references(connection: Connection) -> list[tuple[Table, str]]:
    """Every other column of the file that names a source, as its schema says, those of later versions too."""
    return [
        (table, column)
        for table in content_tables(connection)
        for (column,) in connection.rows(_FOREIGN, (table.name,))
        if (table.name, column) not in _OWN_WAY
    ]


def _repoint(connection: Connection, table: Table, column: str, kept: str, other: str) -> None:
    """Point the rows of one table to the kept source; one that the kept source has already stays where it is."""
    clashes = "".join(
        f' AND NOT EXISTS (SELECT 1 FROM "{table.name}" AS own WHERE own."{column}" = :kept'
        + "".join(f' AND own."{name}" = "{table.name}"."{name}"' for name in key.columns if name != column)
        + ")"
        for key in table.keys
        if column in key.columns
    )
    connection.write(
        f'UPDATE "{table.name}" SET "{column}" = :kept WHERE "{column}" = :other{clashes}',
        {"kept": kept, "other": other},
    )


def _repoint_origin(connection: Connection, kept: str, other: str) -> None:
    """What came from the other comes from the kept one; the kept one itself comes from where the other came from."""
    connection.write("UPDATE source SET derived_from = ? WHERE derived_from = ? AND id <> ?", (kept, other, kept))
    origin = connection.value("SELECT derived_from FROM source WHERE id = ?", (other,))
    connection.write(
        "UPDATE source SET derived_from = ? WHERE id = ? AND (derived_from IS NULL OR derived_from = ?)",
        (None if origin == kept else origin, kept, other),
    )
