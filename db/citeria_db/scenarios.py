"""Scenarios: what is tried over an index, kept under a name. They hold no value of the project and change none."""

from typing import TYPE_CHECKING

from citeria_db import codes
from citeria_db.connection import Connection, Row
from citeria_db.errors import DuplicateCodeError, UnknownScenarioError
from citeria_db.identity import new_id

if TYPE_CHECKING:
    from citeria_core.scenario import Scenario


class Scenarios:
    """Read and write the scenarios of an index; each is named within its index."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, index: str) -> tuple["Scenario", ...]:
        """Give the scenarios of an index in the order they were added; `UnknownIndexError`, `BadScenarioError`."""
        rows = self._connection.rows(
            "SELECT name, description, tried FROM scenario WHERE index_id = ? ORDER BY position, id",
            (codes.index_id(self._connection, index),),
        )
        return tuple(_read(index, row) for row in rows)

    def get(self, index: str, name: str) -> "Scenario":
        """Give one scenario; `UnknownScenarioError` names close ones."""
        id_ = self._id(index, name)
        row = self._connection.rows("SELECT name, description, tried FROM scenario WHERE id = ?", (id_,))[0]
        return _read(index, row)

    def add(self, scenario: "Scenario") -> None:
        """Add a scenario; `DuplicateCodeError` where the index has one of this name."""
        index_id = codes.index_id(self._connection, scenario.index)
        self._refuse_taken(index_id, scenario.name)
        position = codes.next_position(self._connection, "scenario")
        self._connection.write(
            "INSERT INTO scenario (id, index_id, name, description, tried, position) VALUES (?, ?, ?, ?, ?, ?)",
            (new_id(), index_id, scenario.name, scenario.description, _written(scenario), position),
        )

    def change(self, name: str, scenario: "Scenario") -> None:
        """Make the scenario of this name what `scenario` is, its name included."""
        id_ = self._id(scenario.index, name)
        if scenario.name != name:
            self._refuse_taken(codes.index_id(self._connection, scenario.index), scenario.name)
        self._connection.write(
            "UPDATE scenario SET name = ?, description = ?, tried = ? WHERE id = ?",
            (scenario.name, scenario.description, _written(scenario), id_),
        )

    def remove(self, index: str, name: str) -> None:
        """Remove a scenario."""
        self._connection.write("DELETE FROM scenario WHERE id = ?", (self._id(index, name),))

    def _id(self, index: str, name: str) -> str:
        known = codes.named(self._connection, "scenario", codes.index_id(self._connection, index))
        if name not in known:
            raise UnknownScenarioError(name, known)
        return known[name]

    def _refuse_taken(self, index_id: str, name: str) -> None:
        if name in codes.named(self._connection, "scenario", index_id):
            raise DuplicateCodeError(noun="a scenario", given=name)


def _read(index: str, row: Row) -> "Scenario":
    from citeria_core import scenario  # brings NumPy, which a file is opened without

    return scenario.read(index, *row)


def _written(tried: "Scenario") -> str:
    from citeria_core import scenario

    return scenario.written(tried)
