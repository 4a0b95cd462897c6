"""Snapshots: rankings kept under a name. What was kept never changes; its name and description may."""

from typing import TYPE_CHECKING

from citeria_core.model import Snapshot
from citeria_db import codes
from citeria_db.connection import Connection
from citeria_db.errors import DuplicateCodeError, UnknownSnapshotError
from citeria_db.identity import new_id

if TYPE_CHECKING:
    from citeria_core.kept_ranking import KeptRanking

_COLUMNS = "snapshot.name, snapshot.description, taken, author, step, snapshot.recipe, recipe_hash, hash"


class Snapshots:
    """Read and write the snapshots of an index; each is named within its index."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, index: str) -> tuple[Snapshot, ...]:
        """Give the snapshots of an index in the order they were taken; `UnknownIndexError`."""
        id_ = codes.index_id(self._connection, index)
        rows = self._connection.rows(
            f"SELECT {_COLUMNS} FROM snapshot WHERE index_id = ? ORDER BY position, id", (id_,)
        )
        return tuple(Snapshot(index, *row) for row in rows)

    def get(self, index: str, name: str) -> Snapshot:
        """Give one snapshot; `UnknownSnapshotError` names close ones."""
        id_ = self._id(index, name)
        return Snapshot(index, *self._connection.rows(f"SELECT {_COLUMNS} FROM snapshot WHERE id = ?", (id_,))[0])

    def ranking(self, index: str, name: str) -> "KeptRanking":
        """Give what was kept; `UnknownSnapshotError`, `BadKeptRankingError`."""
        from citeria_core.kept_ranking import KeptRanking  # brings NumPy, which a file is opened without

        id_ = self._id(index, name)
        return KeptRanking.from_text(str(self._connection.value("SELECT content FROM snapshot WHERE id = ?", (id_,))))

    def add(self, snapshot: Snapshot, ranking: "KeptRanking") -> None:
        """Add a snapshot; `DuplicateCodeError` where the index has one of this name."""
        index_id = codes.index_id(self._connection, snapshot.index)
        self._refuse_taken(index_id, snapshot.name)
        row = {
            "id": new_id(),
            "index_id": index_id,
            "name": snapshot.name,
            "description": snapshot.description,
            "taken": snapshot.taken,
            "author": snapshot.author,
            "step": snapshot.step,
            "recipe": snapshot.recipe,
            "recipe_hash": snapshot.recipe_hash,
            "content": ranking.text,
            "hash": snapshot.hash,
            "position": codes.next_position(self._connection, "snapshot"),
        }
        marks = ", ".join(f":{column}" for column in row)
        self._connection.write(f"INSERT INTO snapshot ({', '.join(row)}) VALUES ({marks})", row)

    def rename(self, index: str, name: str, new: str) -> None:
        """Give a snapshot another name."""
        id_ = self._id(index, name)
        if new != name:
            self._refuse_taken(codes.index_id(self._connection, index), new)
        self._connection.write("UPDATE snapshot SET name = ? WHERE id = ?", (new, id_))

    def describe(self, index: str, name: str, description: str) -> None:
        """Give a snapshot another description."""
        self._connection.write("UPDATE snapshot SET description = ? WHERE id = ?", (description, self._id(index, name)))

    def remove(self, index: str, name: str) -> None:
        """Remove a snapshot."""
        self._connection.write("DELETE FROM snapshot WHERE id = ?", (self._id(index, name),))

    def _id(self, index: str, name: str) -> str:
        known = codes.named(self._connection, "snapshot", codes.index_id(self._connection, index))
        if name not in known:
            raise UnknownSnapshotError(name, known)
        return known[name]

    def _refuse_taken(self, index_id: str, name: str) -> None:
        if name in codes.named(self._connection, "snapshot", index_id):
            raise DuplicateCodeError(noun="a snapshot", given=name)
