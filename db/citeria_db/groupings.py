"""Groupings: partitions of areas given by people."""

from collections import defaultdict

from citeria_core.model import Group, Grouping
from citeria_db import codes
from citeria_db.connection import Connection
from citeria_db.errors import UnknownGroupingError
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

    def get(self, code: str) -> Grouping:
        """Give one grouping; `UnknownGroupingError` names close codes."""
        found = {grouping.code: grouping for grouping in self.all()}
        if code not in found:
            raise UnknownGroupingError(code, found)
        return found[code]

    def change(self, code: str, grouping: Grouping) -> None:
        """Write what `grouping` says over the grouping of `code`: groups of a code that is there change, others come
        or go.
        """
        connection = self._connection
        self.get(code)
        id_ = str(connection.value("SELECT id FROM grouping WHERE code = ?", (code,)))
        if grouping.code != code:
            codes.refuse_taken(connection, "grouping", "code", grouping.code, "a grouping")
        connection.write(
            "UPDATE grouping SET code = ?, name = ?, source_id = ? WHERE id = ?",
            (grouping.code, grouping.name, codes.optional_source_id(connection, grouping.source), id_),
        )
        there: dict[str, str] = dict(connection.rows("SELECT code, id FROM area_group WHERE grouping_id = ?", (id_,)))
        for gone in there.keys() - {group.code for group in grouping.groups}:
            self._remove_group(there[gone])
        for at, group in enumerate(grouping.groups):
            if group.code in there:
                self._change_group(there[group.code], group, at)
            else:
                self._add_group(id_, group, at)

    def remove(self, code: str) -> None:
        """Remove a grouping with its groups; the areas stay."""
        self.get(code)
        id_ = self._connection.value("SELECT id FROM grouping WHERE code = ?", (code,))
        for (group,) in self._connection.rows("SELECT id FROM area_group WHERE grouping_id = ?", (id_,)):
            self._remove_group(group)
        self._connection.write("DELETE FROM grouping WHERE id = ?", (id_,))

    def _remove_group(self, id_: str) -> None:
        self._connection.write("DELETE FROM group_member WHERE group_id = ?", (id_,))
        self._connection.write("DELETE FROM area_group WHERE id = ?", (id_,))

    def _change_group(self, id_: str, group: Group, position: int) -> None:
        connection = self._connection
        connection.write(
            "UPDATE area_group SET name = ?, colour = ?, story = ?, position = ? WHERE id = ?",
            (group.name, group.colour, group.story, position, id_),
        )
        wanted = {codes.area_id(connection, area): at for at, area in enumerate(group.members)}
        there: dict[str, int] = dict(
            connection.rows("SELECT area_id, position FROM group_member WHERE group_id = ?", (id_,))
        )
        gone = [(id_, area) for area, at in there.items() if wanted.get(area) != at]
        connection.write_many("DELETE FROM group_member WHERE group_id = ? AND area_id = ?", gone)
        connection.write_many(
            "INSERT INTO group_member (id, group_id, area_id, position) VALUES (?, ?, ?, ?)",
            [(new_id(), id_, area, at) for area, at in wanted.items() if there.get(area) != at],
        )

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
