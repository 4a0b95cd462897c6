"""Citations: the links from observations to sources."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

from citeria_core.model import Citation
from citeria_db import codes
from citeria_db.connection import Connection
from citeria_db.identity import new_id


class Citations:
    """Add, change and remove citations; sources are named by key, observations and citations by id."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, observation_id: str, citation: Citation) -> str:
        """Cite a source for an observation, after its other citations; give the new citation's id."""
        connection = self._connection
        codes.observation_id(connection, observation_id)
        position = connection.value(
            "SELECT coalesce(max(position) + 1, 0) FROM citation WHERE observation_id = ?", (observation_id,)
        )
        return write_citation(connection, observation_id, citation, position)

    def add_many(self, added: Sequence[tuple[str, Citation]]) -> None:
        """Do as `add` does for many (observation id, citation) at once; the observations must be there, each once."""
        connection = self._connection
        sources = codes.ids(connection, "source", (citation.source for _, citation in added))
        last: dict[str, int] = dict(
            connection.rows(
                "SELECT observation_id, max(position) FROM citation WHERE observation_id IN"
                " (SELECT value FROM json_each(?)) GROUP BY observation_id",
                (json.dumps([id_ for id_, _ in added]),),
            )
        )
        write_citations(connection, ((id_, sources[one.source], one, last.get(id_, -1) + 1) for id_, one in added))

    def change(self, citation: Citation) -> None:
        """Write what `citation` says over the citation with its id."""
        connection = self._connection
        connection.write(
            "UPDATE citation SET source_id = ?, role = ?, locator = ?, quote = ?, quote_language = ?, translation = ?,"
            " retrieved = ?, speaker = ? WHERE id = ?",
            (
                codes.source_id(connection, citation.source),
                citation.role.value,
                citation.locator,
                citation.quote,
                citation.quote_language,
                citation.translation,
                citation.retrieved,
                citation.speaker,
                codes.citation_id(connection, citation.id),
            ),
        )

    def remove(self, citation_id: str) -> None:
        """Remove one citation."""
        self._connection.write("DELETE FROM citation WHERE id = ?", (codes.citation_id(self._connection, citation_id),))

    def observation_of(self, citation_id: str) -> str:
        """Give the id of the observation that a citation belongs to."""
        codes.citation_id(self._connection, citation_id)
        return str(self._connection.value("SELECT observation_id FROM citation WHERE id = ?", (citation_id,)))


def write_citation(connection: Connection, observation_id: str, citation: Citation, position: int) -> str:
    """Add the row of a citation at `position` among those of its observation; give its id (made if empty)."""
    named = replace(citation, id=citation.id or new_id())
    write_citations(connection, [(observation_id, codes.source_id(connection, citation.source), named, position)])
    return named.id


def write_citations(connection: Connection, rows: Iterable[tuple[str, str, Citation, int]]) -> None:
    """Add the rows of many citations: the ids of observation and source, the citation, its position."""
    connection.write_many(
        "INSERT INTO citation (id, observation_id, source_id, role, locator, quote, quote_language, translation,"
        " retrieved, speaker, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                citation.id or new_id(),
                observation,
                source,
                citation.role.value,
                citation.locator,
                citation.quote,
                citation.quote_language,
                citation.translation,
                citation.retrieved,
                citation.speaker,
                position,
            )
            for observation, source, citation, position in rows
        ),
    )
