"""Areas: their codes, parents, places and names in several languages."""

from collections import defaultdict

from citeria_core.model import Area
from citeria_db import codes
from citeria_db.connection import Connection, Row
from citeria_db.identity import new_id
from citeria_db.notes import write_note


class Areas:
    """Read and add areas, keyed by code."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Area, ...]:
        """Give every area, in the order they were added."""
        return self._read("", ())

    def get(self, code: str) -> Area:
        """Give one area; `UnknownAreaError` names close codes."""
        return self._read("WHERE area.id = ?", (codes.area_id(self._connection, code),))[0]

    def add(self, area: Area) -> None:
        """Add an area; its parent must be there already."""
        connection = self._connection
        codes.refuse_taken(connection, "area", "code", area.code, "an area")
        id_ = new_id()
        connection.write(
            "INSERT INTO area (id, code, kind, parent_id, latitude, longitude, position, retired)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                id_,
                area.code,
                area.kind,
                codes.area_id(connection, area.parent) if area.parent else None,
                codes.finite(area.latitude, "latitude", area.code),
                codes.finite(area.longitude, "longitude", area.code),
                codes.next_position(connection, "area"),
                int(area.retired),
            ),
        )
        self._set_names(id_, area)
        write_note(connection, {"scope": "area", "area_id": id_}, area.note)

    def change(self, code: str, area: Area) -> None:
        """Write what `area` says (also another code) over the area of `code`; its place in the order stays."""
        connection, id_ = self._connection, codes.area_id(self._connection, code)
        if area.code != code:
            codes.refuse_taken(connection, "area", "code", area.code, "an area")
        connection.write(
            "UPDATE area SET code = ?, kind = ?, parent_id = ?, latitude = ?, longitude = ?, retired = ? WHERE id = ?",
            (
                area.code,
                area.kind,
                codes.area_id(connection, area.parent) if area.parent else None,
                codes.finite(area.latitude, "latitude", area.code),
                codes.finite(area.longitude, "longitude", area.code),
                int(area.retired),
                id_,
            ),
        )
        self._set_names(id_, area)
        write_note(connection, {"scope": "area", "area_id": id_}, area.note)

    def uses(self, code: str) -> tuple[str, ...]:
        """Say what refers to an area, each as a few words, such as "3 values"."""
        return codes.uses(self._connection, codes.area_id(self._connection, code), _USES)

    def remove(self, code: str) -> None:
        """Remove an area that nothing refers to, with its names and its note."""
        id_ = codes.area_id(self._connection, code)
        for table in ("area_name", "note"):
            self._connection.write(f"DELETE FROM {table} WHERE area_id = ?", (id_,))
        self._connection.write("DELETE FROM area WHERE id = ?", (id_,))

    def _set_names(self, id_: str, area: Area) -> None:
        connection = self._connection
        wanted = {("shown", language, name): 0 for language, name in area.names.items()}
        wanted |= {("variant", "", name): at for at, name in enumerate(dict.fromkeys(area.variants))}
        there = {
            (role, language, name): (row, at)
            for row, role, language, name, at in connection.rows(
                "SELECT id, role, language, name, position FROM area_name WHERE area_id = ?", (id_,)
            )
        }
        gone = [(row,) for key, (row, at) in there.items() if wanted.get(key) != at]
        connection.write_many("DELETE FROM area_name WHERE id = ?", gone)
        connection.write_many(
            "INSERT INTO area_name (id, area_id, role, language, name, position) VALUES (?, ?, ?, ?, ?, ?)",
            [(new_id(), id_, *key, at) for key, at in wanted.items() if key not in there or there[key][1] != at],
        )

    def _read(self, where: str, parameters: tuple[str, ...]) -> tuple[Area, ...]:
        rows = self._connection.rows(
            "SELECT area.id, area.code, area.kind, parent.code, area.latitude, area.longitude, coalesce(note.text, ''),"
            " area.retired"
            " FROM area LEFT JOIN area parent ON parent.id = area.parent_id"
            " LEFT JOIN note ON note.area_id = area.id AND note.scope = 'area'"
            f" {where} ORDER BY area.position, area.id",
            parameters,
        )
        names = self._connection.rows(
            f"SELECT area_id, role, language, name FROM area_name {where.replace('area.id', 'area_id')}"
            " ORDER BY position, id",
            parameters,
        )
        return _areas(rows, names)


_USES = {
    "value|values": "SELECT count(*) FROM observation WHERE area_id = ?",
    "area inside it|areas inside it": "SELECT count(*) FROM area WHERE parent_id = ?",
    "index that ranks it|indices that rank it": "SELECT count(*) FROM index_area WHERE area_id = ?",
    "group that holds it|groups that hold it": "SELECT count(*) FROM group_member WHERE area_id = ?",
    "published rank|published ranks": "SELECT count(*) FROM published_rank WHERE area_id = ?",
    "note on its cells|notes on its cells": "SELECT count(*) FROM note WHERE area_id = ? AND scope <> 'area'",
}


def _areas(rows: list[Row], names: list[Row]) -> tuple[Area, ...]:
    shown: dict[str, dict[str, str]] = defaultdict(dict)
    variants: dict[str, list[str]] = defaultdict(list)
    for area, role, language, name in names:
        if role == "shown":
            shown[area][language] = name
        else:
            variants[area].append(name)
    return tuple(
        Area(code, kind, shown[id_], tuple(variants[id_]), parent, latitude, longitude, note, bool(gone))
        for id_, code, kind, parent, latitude, longitude, note, gone in rows
    )
