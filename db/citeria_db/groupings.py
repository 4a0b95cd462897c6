"""Groupings: partitions of areas given by people."""

from collections import defaultdict

from citeria_core.model import Group, Grouping
from citeria_db import codes
from citeria_db.connection import Connection
from citeria_db.identity import new_id


class Groupings:
    """Read and add groupings with their groups and members."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Grouping, ...]:
        """Give every grouping, in the order they were added."""
        members: dict[str, list[str]] = defaultdict(list)
        for group, area in self._connection.rows(
            "SELECT group_id, area.code FROM group_member JOIN area ON area.id = area_id"
            " ORDER BY group_member.position, group_member.id"
        ):
            members[group].append(area)
        groups: dict[str, list[Group]] = defaultdict(list)
        for id_, grouping, code, name, colour, story in self._connection.rows(
            "SELECT id, grouping_id, code, name, colour, story FROM area_group ORDER BY position, id"
        ):
            groups[grouping].append(Group(code, name, tuple(members[id_]), colour, story))
        rows = self._connection.rows(
            "SELECT grouping.id, code, name, source.key FROM grouping LEFT JOIN source ON source.id = source_id"
            " ORDER BY grouping.position, grouping.id"
        )
        return tuple(Grouping(code, name, tuple(groups[id_]), source) for id_, code, name, source in rows)

    def add(self, grouping: Grouping) -> None:
        """Add a grouping; its areas and its source must be there already."""
        connection = self._connection
        codes.refuse_taken(connection, "grouping", "code", grouping.code, "a grouping")
        id_ = new_id()
        connection.write(
            "INSERT INTO grouping (id, code, name, source_id, position) VALUES (?, ?, ?, ?, ?)",
            (
                id_,
                grouping.code,
                grouping.name,
                codes.optional_source_id(connection, grouping.source),
                codes.next_position(connection, "grouping"),
            ),
        )
        for at, group in enumerate(grouping.groups):
            self._add_group(id_, group, at)

    def _add_group(self, grouping_id: str, group: Group, position: int) -> None:
        id_ = new_id()
        self._connection.write(
            "INSERT INTO area_group (id, grouping_id, code, name, colour, story, position)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (id_, grouping_id, group.code, group.name, group.colour, group.story, position),
        )
        for at, area in enumerate(group.members):
            self._connection.write(
                "INSERT INTO group_member (id, group_id, area_id, position) VALUES (?, ?, ?, ?)",
                (new_id(), id_, codes.area_id(self._connection, area), at),
            )
