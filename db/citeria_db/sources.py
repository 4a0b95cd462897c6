"""Sources: bibliographic items as CSL-JSON, with what the checks need pulled out into columns."""

import json
from collections.abc import Iterable, Mapping
from datetime import date

from citeria_core.cite import year
from citeria_core.model import Source
from citeria_core.source_identity import canonical_url
from citeria_db import codes, source_rows
from citeria_db.connection import Connection, Row
from citeria_db.identity import new_id
from citeria_db.notes import write_note
from citeria_db.source_rows import Due, Upkeep


class Sources:
    """Read, search and add sources, keyed by their citation key."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Source, ...]:
        """Give every source that was not merged into another, in the order they were added."""
        return tuple(map(_source, self._rows("WHERE source.merged_into IS NULL", "source.position, source.id")))

    def get(self, key: str) -> Source:
        """Give one source; `UnknownSourceError` names close keys."""
        id_ = codes.source_id(self._connection, key)
        return _source(self._rows("WHERE source.id = ?", "source.id", (id_,))[0])

    def keys(self) -> frozenset[str]:
        """Give every key that is taken, also those of sources that were merged into others."""
        return frozenset(key for (key,) in self._connection.rows("SELECT key FROM source"))

    def search(self, text: str) -> tuple[Source, ...]:
        """Give the sources in which every word of `text` occurs (key, authors, title, producer, year), last used
        first."""
        words = text.casefold().split()
        rows = self._rows("WHERE source.merged_into IS NULL", "last_used DESC, source.position, source.id")
        return tuple(
            source for source in map(_source, rows) if all(word in _haystack(source).casefold() for word in words)
        )

    def behind(self, observations: Iterable[str]) -> tuple[Source, ...]:
        """Give the sources that these observations (ids) cite, the one cited most often first."""
        ids = json.dumps(list(observations))
        return tuple(
            map(
                _source,
                self._rows(
                    "JOIN (SELECT source_id, count(*) AS uses FROM citation"
                    " WHERE observation_id IN (SELECT value FROM json_each(?)) GROUP BY source_id) AS used"
                    " ON used.source_id = source.id",
                    "used.uses DESC, source.key",
                    (ids,),
                ),
            )
        )

    def upkeep(self, key: str) -> Upkeep:
        """Say how one source is judged and kept up to date; `UnknownSourceError` names close keys."""
        return source_rows.upkeep(self._connection, key)

    def due(self, on: date, among: tuple[Source, ...] | None = None) -> tuple[Due, ...]:
        """Give the sources (`among` those that are read already) due for an update on the day `on`, longest first."""
        return source_rows.due(self._connection, self.all() if among is None else among, on)

    def stale(self, on: date, after_days: int, among: tuple[Source, ...] | None = None) -> tuple[Due, ...]:
        """Give the cited sources without an update period that were read more than `after_days` before `on`."""
        return source_rows.stale(self._connection, self.all() if among is None else among, on, after_days)

    def add(self, source: Source) -> None:
        """Add a source under its key; `DuplicateCodeError` if the key is taken."""
        connection = self._connection
        codes.refuse_taken(connection, "source", "key", source.key, "a source")
        id_ = new_id()
        connection.write(
            "INSERT INTO source (id, key, csl, url_canonical, doi, producer, character, position)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                id_,
                source.key,
                json.dumps(dict(source.csl), ensure_ascii=False, sort_keys=True, allow_nan=False),
                canonical_url(source.url),
                str(source.csl.get("DOI", "")).strip().lower(),
                str(source.csl.get("publisher", "")),
                source.character,
                codes.next_position(connection, "source"),
            ),
        )
        write_note(connection, {"scope": "source", "source_id": id_}, source.note)

    def _rows(self, where: str, order: str, parameters: tuple[str, ...] = ()) -> list[Row]:
        return self._connection.rows(
            "SELECT source.key, source.csl, source.character, coalesce(note.text, ''),"
            " (SELECT count(*) FROM citation WHERE source_id = source.id),"
            " coalesce((SELECT max(id) FROM citation WHERE source_id = source.id), '') AS last_used"  # ids sort by time
            " FROM source LEFT JOIN note ON note.source_id = source.id AND note.scope = 'source'"
            f" {where} ORDER BY {order}",
            parameters,
        )


def _source(row: Row) -> Source:
    key, csl, character, note, cited, _ = row
    return Source(key, json.loads(csl), character, note, cited)


def _credited(csl: Mapping[str, object]) -> tuple[str, ...]:
    """Give the family or whole names of the authors of a CSL item, else its publisher, in order."""
    authors = csl.get("author")
    people = [author for author in authors if isinstance(author, dict)] if isinstance(authors, list) else []
    names = (str(author.get("family") or author.get("literal") or author.get("given") or "") for author in people)
    named = tuple(name for name in names if name)
    publisher = str(csl.get("publisher", ""))
    return named or ((publisher,) if publisher else ())


def _haystack(source: Source) -> str:
    return " ".join(
        (source.key, *_credited(source.csl), source.title, str(source.csl.get("publisher", "")), year(source))
    )
