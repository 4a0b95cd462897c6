"""Published rankings: where others put the areas, to stand beside ours."""

from collections import defaultdict

from citeria_core.model import PublishedRank, PublishedRanking
from citeria_db import codes
from citeria_db.connection import Connection
from citeria_db.identity import new_id


class PublishedRankings:
    """Read and add published rankings, keyed by code."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[PublishedRanking, ...]:
        """Give every published ranking, in the order they were added, with its ranks in the order given."""
        ranks: dict[str, list[PublishedRank]] = defaultdict(list)
        for ranking, area, rank, score, source in self._connection.rows(
            "SELECT ranking_id, area.code, rank, score, coalesce(source.key, '') FROM published_rank"
            " JOIN area ON area.id = area_id LEFT JOIN source ON source.id = source_id"
            " ORDER BY published_rank.position, published_rank.id"
        ):
            ranks[ranking].append(PublishedRank(area, rank, score, source))
        rows = self._connection.rows("SELECT id, code, index_name, name FROM published_ranking ORDER BY position, id")
        return tuple(PublishedRanking(code, index, name, tuple(ranks[id_])) for id_, code, index, name in rows)

    def get(self, code: str) -> PublishedRanking:
        """Give one published ranking; `UnknownRankingError` names close codes."""
        codes.ranking_id(self._connection, code)
        return next(ranking for ranking in self.all() if ranking.code == code)

    def add(self, ranking: PublishedRanking) -> None:
        """Add a published ranking; its areas and sources must be there already."""
        connection = self._connection
        codes.refuse_taken(connection, "published_ranking", "code", ranking.code, "a published ranking")
        id_ = new_id()
        connection.write(
            "INSERT INTO published_ranking (id, code, index_name, name, position) VALUES (?, ?, ?, ?, ?)",
            (id_, ranking.code, ranking.index, ranking.name, codes.next_position(connection, "published_ranking")),
        )
        for at, entry in enumerate(ranking.ranks):
            connection.write(
                "INSERT INTO published_rank (id, ranking_id, area_id, rank, score, source_id, position)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    new_id(),
                    id_,
                    codes.area_id(connection, entry.area),
                    entry.rank,
                    codes.finite(entry.score, "score", entry.area),
                    codes.optional_source_id(connection, entry.source),
                    at,
                ),
            )
