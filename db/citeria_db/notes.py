"""Notes in the words of people, at the scopes World Bank data use: area, indicator, both, indicator and period, cell;
and on an observation or a source. One note per place; an empty text takes it away.
"""

from collections.abc import Mapping

from citeria_core.period import Period
from citeria_db import codes
from citeria_db.connection import Connection
from citeria_db.errors import NoteNowhereError
from citeria_db.identity import new_id

_COLUMNS = ("area_id", "indicator_id", "period_start", "period_end", "observation_id", "source_id")
_SCOPES = {
    frozenset({"area_id"}): "area",
    frozenset({"indicator_id"}): "indicator",
    frozenset({"area_id", "indicator_id"}): "area_indicator",
    frozenset({"indicator_id", "period_start", "period_end"}): "indicator_period",
    frozenset({"area_id", "indicator_id", "period_start", "period_end"}): "cell",
    frozenset({"observation_id"}): "observation",
    frozenset({"source_id"}): "source",
}


class Notes:
    """Read and write notes; what they are about is named by code, an observation by id."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def set(
        self,
        text: str,
        *,
        area: str | None = None,
        indicator: str | None = None,
        period: Period | None = None,
        observation: str | None = None,
        source: str | None = None,
    ) -> None:
        """Put `text` as the note on what the named parts say together; an empty text removes the note."""
        place = self._place(area, indicator, period, observation, source)
        write_note(self._connection, place, text)

    def get(
        self,
        *,
        area: str | None = None,
        indicator: str | None = None,
        period: Period | None = None,
        observation: str | None = None,
        source: str | None = None,
    ) -> str:
        """Give the note on exactly these parts, or an empty text."""
        place = self._place(area, indicator, period, observation, source)
        where, parameters = _where(place)
        return str(self._connection.value(f"SELECT text FROM note WHERE {where}", parameters) or "")

    def of_cell(self, area: str, indicator: str, period: Period | None = None) -> tuple[tuple[str, str], ...]:
        """Give every note that applies to the cell as (scope, text), the most specific first.

        Without a period the cells of all periods are meant. Notes on single observations stand with those.
        """
        place = (codes.area_id(self._connection, area), codes.indicator_id(self._connection, indicator))
        found = self._connection.rows(
            "SELECT scope, text FROM note WHERE scope NOT IN ('observation', 'source')"
            " AND (area_id IS NULL OR area_id = :area) AND (indicator_id IS NULL OR indicator_id = :indicator)"
            " AND (period_end IS NULL OR :end IS NULL OR (period_end = :end AND period_start = :start))"
            " ORDER BY CASE scope WHEN 'cell' THEN 0 WHEN 'area_indicator' THEN 1 WHEN 'indicator_period' THEN 2"
            " WHEN 'indicator' THEN 3 ELSE 4 END, period_end, period_start",
            {
                "area": place[0],
                "indicator": place[1],
                "start": period.start if period else None,
                "end": period.end if period else None,
            },
        )
        return tuple((scope, text) for scope, text in found)

    def _place(
        self,
        area: str | None,
        indicator: str | None,
        period: Period | None,
        observation: str | None,
        source: str | None,
    ) -> dict[str, str]:
        connection = self._connection
        place: dict[str, str] = {}
        if area is not None:
            place["area_id"] = codes.area_id(connection, area)
        if indicator is not None:
            place["indicator_id"] = codes.indicator_id(connection, indicator)
        if period is not None:
            place |= {"period_start": period.start, "period_end": period.end}
        if observation is not None:
            place["observation_id"] = codes.observation_id(connection, observation)
        if source is not None:
            place["source_id"] = codes.source_id(connection, source)
        scope = _SCOPES.get(frozenset(place))
        if scope is None:
            raise NoteNowhereError
        return {"scope": scope, **place}


def write_note(connection: Connection, place: Mapping[str, str], text: str) -> None:
    """Write, change or (with an empty text) remove the note at `place`: its scope and the ids that the scope needs."""
    where, parameters = _where(place)
    there = connection.value(f"SELECT id FROM note WHERE {where}", parameters)
    if not text:
        if there is not None:
            connection.write("DELETE FROM note WHERE id = ?", (there,))
    elif there is not None:
        connection.write("UPDATE note SET text = ? WHERE id = ?", (text, there))
    else:
        columns = {"id": new_id(), **place, "text": text}
        marks = ", ".join("?" for _ in columns)
        connection.write(f"INSERT INTO note ({', '.join(columns)}) VALUES ({marks})", tuple(columns.values()))


def _where(place: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    parts = [f"{column} = ?" for column in _COLUMNS if column in place]
    return " AND ".join([f"scope = '{place['scope']}'", *parts]), tuple(place[c] for c in _COLUMNS if c in place)
