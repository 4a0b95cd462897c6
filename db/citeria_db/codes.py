"""From the codes that people use to the ids that stay inside; unknown ones raise with the closest that exist."""

import math
from collections.abc import Iterable, Mapping
from typing import Final

from citeria_db.connection import Connection
from citeria_db.errors import (
    DuplicateCodeError,
    NotFiniteError,
    UnknownAreaError,
    UnknownCitationError,
    UnknownCodeError,
    UnknownIndexError,
    UnknownIndicatorError,
    UnknownObservationError,
    UnknownRankingError,
    UnknownSourceError,
)


def area_id(connection: Connection, code: str) -> str:
    """Find the area with this code."""
    return _id(connection, "area", "code", code, UnknownAreaError)


def indicator_id(connection: Connection, code: str) -> str:
    """Find the indicator with this code."""
    return _id(connection, "indicator", "code", code, UnknownIndicatorError)


def source_id(connection: Connection, key: str) -> str:
    """Find the source with this key."""
    return _id(connection, "source", "key", key, UnknownSourceError)


def optional_source_id(connection: Connection, key: str | None) -> str | None:
    """Find the source with this key; no key, no source."""
    return source_id(connection, key) if key else None


def index_id(connection: Connection, code: str) -> str:
    """Find the index with this code."""
    return _id(connection, "composite_index", "code", code, UnknownIndexError)


def ranking_id(connection: Connection, code: str) -> str:
    """Find the published ranking with this code."""
    return _id(connection, "published_ranking", "code", code, UnknownRankingError)


def named(connection: Connection, table: str, index_id: str) -> dict[str, str]:
    """Find the ids of what an index has in a table of named rows, by name."""
    return dict(connection.rows(f"SELECT name, id FROM {table} WHERE index_id = ? ORDER BY position, id", (index_id,)))


def observation_id(connection: Connection, given: str) -> str:
    """Check that there is an observation with this id."""
    return _id(connection, "observation", "id", given, UnknownObservationError, suggest=False)


def citation_id(connection: Connection, given: str) -> str:
    """Check that there is a citation with this id."""
    return _id(connection, "citation", "id", given, UnknownCitationError, suggest=False)


def _id(
    connection: Connection,
    table: str,
    column: str,
    given: str,
    unknown: type[UnknownCodeError],
    *,
    suggest: bool = True,
) -> str:
    found = connection.value(f"SELECT id FROM {table} WHERE {column} = ?", (given,))
    if found is None:
        known = connection.rows(f"SELECT {column} FROM {table}") if suggest else []
        raise unknown(given, [code for (code,) in known])
    return str(found)


def ids(connection: Connection, noun: str, given: Iterable[str]) -> dict[str, str]:
    """Find the ids of many areas, indicators or sources by code or key; raises for the first that is unknown."""
    column, unknown = _MANY[noun]
    known: dict[str, str] = dict(connection.rows(f"SELECT {column}, id FROM {noun}"))
    for code in given:
        if code not in known:
            raise unknown(code, known)
    return known


_MANY: Final[dict[str, tuple[str, type[UnknownCodeError]]]] = {
    "area": ("code", UnknownAreaError),
    "indicator": ("code", UnknownIndicatorError),
    "source": ("key", UnknownSourceError),
}


def uses(connection: Connection, id_: str, counts: Mapping[str, str]) -> tuple[str, ...]:
    """Say how many rows of each kind refer to a row: "one|several" in words and the counting query are given."""
    found = ((what.partition("|"), connection.value(sql, (id_,))) for what, sql in counts.items())
    return tuple(f"{count:,} {one if count == 1 else several}" for (one, _, several), count in found if count)


def refuse_taken(connection: Connection, table: str, column: str, given: str, noun: str) -> None:
    """Raise `DuplicateCodeError` if a row of `table` has this code already."""
    if connection.value(f"SELECT 1 FROM {table} WHERE {column} = ?", (given,)):
        raise DuplicateCodeError(noun=noun, given=given)


def next_position(connection: Connection, table: str) -> int:
    """The place after the last row of a table that keeps the order in which its rows were added."""
    return int(connection.value(f"SELECT coalesce(max(position), 0) + 1 FROM {table}"))


def finite(value: float | None, what: str, where: str) -> float | None:
    """Give the number as it is stored (−0.0 as 0.0); NaN and infinities raise `NotFiniteError`."""
    if value is None:
        return None
    if not math.isfinite(value):
        raise NotFiniteError(what=what, where=where, value=value)
    return float(value) + 0.0  # −0.0 + 0.0 is 0.0
