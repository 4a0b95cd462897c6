"""Observations: claimed values of (area, indicator, period), rivals side by side, at most one preferred per cell."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from citeria_core.model import Citation, Missing, Observation, Qualifier, Role, Status
from citeria_core.period import Period
from citeria_db import codes
from citeria_db.citations import write_citation, write_citations
from citeria_db.clock import now
from citeria_db.connection import Connection, Row
from citeria_db.errors import EmptyObservationError, RangeError
from citeria_db.identity import new_id
from citeria_db.notes import write_note

SETTABLE = frozenset(
    {Missing.NOT_FOUND, Missing.NOT_COLLECTED, Missing.CANNOT_EXIST, Missing.NOT_APPLICABLE, Missing.SUPPRESSED}
)


class Observations:
    """Read and write observations by id; areas and indicators are named by code."""

    def __init__(self, connection: Connection, author: str) -> None:
        self._connection = connection
        self._author = author

    def all(self) -> tuple[Observation, ...]:
        """Give every observation, by area and indicator in their order, then by period and time."""
        return self._read("", (), "a.position, i.position, o.period_end, o.period_start, o.created, o.id")

    def cell(self, area: str, indicator: str, period: Period | None = None) -> tuple[Observation, ...]:
        """Give the observations of a cell (without a period: of all its periods), by period, then in time."""
        place = (codes.area_id(self._connection, area), codes.indicator_id(self._connection, indicator))
        where = "WHERE o.area_id = ? AND o.indicator_id = ?"
        parameters: tuple[str, ...] = place
        if period is not None:
            where, parameters = (
                f"{where} AND o.period_end = ? AND o.period_start = ?",
                (*place, period.end, period.start),
            )
        return self._read(where, parameters, "o.period_end, o.period_start, o.created, o.id")

    def citing(self, source: str) -> tuple[Observation, ...]:
        """Give the observations that cite a source, by area, indicator and period; `UnknownSourceError` by its key."""
        where = "WHERE o.id IN (SELECT observation_id FROM citation WHERE source_id = ?)"
        order = "a.position, i.position, o.period_end, o.period_start, o.created, o.id"
        return self._read(where, (codes.source_id(self._connection, source),), order)

    def get(self, id_: str) -> Observation:
        """Give one observation; `UnknownObservationError` if there is none."""
        codes.observation_id(self._connection, id_)
        return self._read("WHERE o.id = ?", (id_,), "o.id")[0]

    def many(self, ids: Iterable[str]) -> dict[str, Observation]:
        """Give many observations by their ids at once; `UnknownObservationError` for the first that is not there."""
        wanted = list(dict.fromkeys(ids))
        where = "WHERE o.id IN (SELECT value FROM json_each(?))"
        found = {one.id: one for one in self._read(where, (json.dumps(wanted),), "o.id")}
        for id_ in wanted:
            if id_ not in found:
                codes.observation_id(self._connection, id_)
        return found

    def add(self, observation: Observation) -> str:
        """Add an observation with its flags, note and citations, as it is; give its id (made if empty)."""
        connection = self._connection
        columns = self._columns(
            observation,
            codes.area_id(connection, observation.area),
            codes.indicator_id(connection, observation.indicator),
            now(),
        )
        connection.write(_INSERT, columns)
        id_ = str(columns["id"])
        self._add_flags(id_, observation.flags)
        if observation.note:
            write_note(connection, {"scope": "observation", "observation_id": id_}, observation.note)
        for at, citation in enumerate(observation.citations):
            write_citation(connection, id_, citation, at)
        return id_

    def add_many(self, observations: Sequence[Observation]) -> tuple[str, ...]:
        """Add observations as `add` does, but all at once; give their ids in order.

        Raises `UnknownAreaError`, `UnknownIndicatorError`, `UnknownSourceError` before any is added.
        """
        connection, moment = self._connection, now()
        areas = codes.ids(connection, "area", (one.area for one in observations))
        indicators = codes.ids(connection, "indicator", (one.indicator for one in observations))
        sources = codes.ids(connection, "source", (cited.source for one in observations for cited in one.citations))
        rows = [self._columns(one, areas[one.area], indicators[one.indicator], moment) for one in observations]
        ids = tuple(str(row["id"]) for row in rows)
        connection.write_many(_INSERT, rows)
        write_citations(
            connection,
            (
                (id_, sources[cited.source], cited, at)
                for id_, one in zip(ids, observations, strict=True)
                for at, cited in enumerate(one.citations)
            ),
        )
        for id_, one in zip(ids, observations, strict=True):
            self._add_flags(id_, one.flags)
            if one.note:
                write_note(connection, {"scope": "observation", "observation_id": id_}, one.note)
        return ids

    def _columns(self, observation: Observation, area: str, indicator: str, moment: str) -> dict[str, Any]:
        return {
            "id": observation.id or new_id(),
            "area_id": area,
            "indicator_id": indicator,
            "period_start": observation.period.start,
            "period_end": observation.period.end,
            **_values(observation),
            "preferred": int(observation.preferred),
            "author": observation.author or self._author,
            "created": observation.created or moment,
        }

    def in_cells(self, cells: Iterable[tuple[str, str, Period]]) -> dict[tuple[str, str, Period], list[Observation]]:
        """Give the observations of many cells at once, in time; cells without any are left out."""
        wanted = json.dumps([(area, indicator, period.end, period.start) for area, indicator, period in cells])
        found: dict[tuple[str, str, Period], list[Observation]] = defaultdict(list)
        for observation in self._read(_IN_CELLS, (wanted,), "o.created, o.id"):
            found[observation.area, observation.indicator, observation.period].append(observation)
        return found

    def replace_values(self, changed: Iterable[tuple[str, Observation]]) -> None:
        """Do as `replace_value` for many (id, observation) at once; the ids must be there."""
        self._connection.write_many(_UPDATE, ({"id": id_, **_values(one)} for id_, one in changed))

    def set_preferred(self, ids: Iterable[str], *, preferred: bool) -> None:
        """Put observations in use, or out of use, at once; those that were in use in their cells must be out first."""
        self._connection.write_many(
            "UPDATE observation SET preferred = ? WHERE id = ?", ((int(preferred), id_) for id_ in ids)
        )

    def replace_value(self, id_: str, observation: Observation) -> None:
        """Write the value of `observation` (number, text, printed, qualifier, ends, unit, status, reason) over `id_`.

        Its place, flags, note, citations and whether it is preferred stay.
        """
        codes.observation_id(self._connection, id_)
        self._connection.write(_UPDATE, {"id": id_, **_values(observation)})

    def set_flags(self, id_: str, flags: Iterable[str]) -> None:
        """Make `flags` the flags of an observation."""
        connection = self._connection
        codes.observation_id(connection, id_)
        wanted = frozenset(flags)
        there = {
            flag for (flag,) in connection.rows("SELECT flag FROM observation_flag WHERE observation_id = ?", (id_,))
        }
        for flag in sorted(there - wanted):
            connection.write("DELETE FROM observation_flag WHERE observation_id = ? AND flag = ?", (id_, flag))
        self._add_flags(id_, wanted - there)

    def prefer(self, id_: str) -> None:
        """Make an observation the one in use in its cell."""
        connection = self._connection
        codes.observation_id(connection, id_)
        connection.write(
            "UPDATE observation SET preferred = 0 WHERE preferred = 1 AND id <> :id AND (area_id, indicator_id,"
            " period_end, period_start) = (SELECT area_id, indicator_id, period_end, period_start FROM observation"
            " WHERE id = :id)",
            {"id": id_},
        )
        connection.write("UPDATE observation SET preferred = 1 WHERE id = ?", (id_,))

    def remove(self, id_: str) -> None:
        """Remove an observation with its citations, flags, verdicts and note."""
        connection = self._connection
        codes.observation_id(connection, id_)
        for table in ("citation", "observation_flag", "verdict", "note"):
            connection.write(f"DELETE FROM {table} WHERE observation_id = ?", (id_,))
        connection.write("DELETE FROM observation WHERE id = ?", (id_,))

    def _add_flags(self, id_: str, flags: Iterable[str]) -> None:
        for flag in sorted(flags):
            self._connection.write(
                "INSERT INTO observation_flag (id, observation_id, flag) VALUES (?, ?, ?)", (new_id(), id_, flag)
            )

    def _read(self, where: str, parameters: tuple[str, ...], order: str) -> tuple[Observation, ...]:
        rows = self._connection.rows(f"{_SELECT} {where} ORDER BY {order}", parameters)
        if not rows:
            return ()
        within = "" if not where else f"WHERE observation_id IN (SELECT o.id FROM observation o {where})"
        citations: dict[str, list[Citation]] = defaultdict(list)
        for id_, *citation in self._connection.rows(
            f"{_CITATIONS} {within} ORDER BY citation.position, citation.id", parameters
        ):
            citations[id_].append(_citation(*citation))
        flags: dict[str, set[str]] = defaultdict(set)
        for id_, flag in self._connection.rows(
            f"SELECT observation_id, flag FROM observation_flag {within}", parameters
        ):
            flags[id_].add(flag)
        return tuple(_observation(row, citations[row[0]], flags[row[0]]) for row in rows)


_VALUE_COLUMNS = (
    "value_num",
    "value_text",
    "printed_text",
    "qualifier",
    "low",
    "high",
    "unit",
    "currency",
    "status",
    "missing_reason",
)
_COLUMNS = (
    "id",
    "area_id",
    "indicator_id",
    "period_start",
    "period_end",
    *_VALUE_COLUMNS,
    "preferred",
    "author",
    "created",
)
_INSERT = f"INSERT INTO observation ({', '.join(_COLUMNS)}) VALUES ({', '.join(f':{column}' for column in _COLUMNS)})"
_UPDATE = f"UPDATE observation SET {', '.join(f'{column} = :{column}' for column in _VALUE_COLUMNS)} WHERE id = :id"

_SELECT = """
SELECT o.id, a.code, i.code, o.period_end, o.period_start, o.value_num, o.value_text, o.printed_text, o.qualifier,
    o.low, o.high, o.unit, o.currency, o.status, o.missing_reason, o.preferred, o.author, o.created,
    coalesce((SELECT text FROM note WHERE scope = 'observation' AND note.observation_id = o.id), '')
FROM observation o JOIN area a ON a.id = o.area_id JOIN indicator i ON i.id = o.indicator_id
"""

_IN_CELLS = """
WHERE o.id IN (
    SELECT there.id FROM json_each(?) cell
    JOIN area ON area.code = cell.value ->> 0 JOIN indicator ON indicator.code = cell.value ->> 1
    JOIN observation there ON there.area_id = area.id AND there.indicator_id = indicator.id
        AND there.period_end = cell.value ->> 2 AND there.period_start = cell.value ->> 3)
"""

_CITATIONS = """
SELECT observation_id, citation.id, source.key, role, locator, quote, quote_language, translation, retrieved,
    speaker
FROM citation JOIN source ON source.id = source_id
"""


def _values(observation: Observation) -> dict[str, Any]:
    where = f"{observation.indicator}, {observation.area}"
    low, high = codes.finite(observation.low, "lower end", where), codes.finite(observation.high, "upper end", where)
    value = codes.finite(observation.value, "value", where)
    is_range = observation.qualifier is Qualifier.RANGE
    if (is_range and None in (low, high)) or (low is not None and high is not None and low > high):
        raise RangeError(low=low, high=high)
    if value is None and not observation.text and observation.missing is None and not is_range:
        raise EmptyObservationError(indicator=observation.indicator, area=observation.area)
    return {
        "value_num": value,
        "value_text": observation.text,
        "printed_text": observation.printed,
        "qualifier": observation.qualifier.value,
        "low": low,
        "high": high,
        "unit": observation.unit,
        "currency": observation.currency,
        "status": observation.status.value,
        "missing_reason": observation.missing.value if observation.missing else None,
    }


def _citation(
    id_: str,
    source: str,
    role: str,
    locator: str,
    quote: str,
    language: str,
    translation: str,
    retrieved: str,
    speaker: str,
) -> Citation:
    return Citation(id_, source, Role(role), locator, quote, language, translation, retrieved, speaker)


def _observation(row: Row, citations: list[Citation], flags: set[str]) -> Observation:
    id_, area, indicator, end, start, value, text, printed, qualifier, low, high, unit, currency, status, missing = row[
        :15
    ]
    preferred, author, created, note = row[15:]
    return Observation(
        id=id_,
        area=area,
        indicator=indicator,
        period=Period(end, start),
        value=value,
        text=text,
        printed=printed,
        qualifier=Qualifier(qualifier),
        low=low,
        high=high,
        unit=unit,
        currency=currency,
        status=Status(status),
        missing=Missing(missing) if missing else None,
        preferred=bool(preferred),
        flags=frozenset(flags),
        note=note,
        citations=tuple(citations),
        author=author,
        created=created,
    )
