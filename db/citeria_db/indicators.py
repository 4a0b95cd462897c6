"""Indicators and the collections that tag them."""

from collections import defaultdict

from citeria_core.model import Indicator
from citeria_db import codes
from citeria_db.connection import Connection
from citeria_db.identity import new_id
from citeria_db.notes import write_note


class Indicators:
    """Read and add indicators, keyed by code."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Indicator, ...]:
        """Give every indicator, in the order they were added."""
        return self._read("", ())

    def get(self, code: str) -> Indicator:
        """Give one indicator; `UnknownIndicatorError` names close codes."""
        return self._read("WHERE indicator.id = ?", (codes.indicator_id(self._connection, code),))[0]

    def add(self, indicator: Indicator) -> None:
        """Add an indicator; a collection it names that is not there yet is made, titled by its code."""
        connection = self._connection
        codes.refuse_taken(connection, "indicator", "code", indicator.code, "an indicator")
        id_ = new_id()
        connection.write(
            "INSERT INTO indicator (id, code, name, unit, definition, direction, kind, area_kind, measure, position,"
            " retired) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                id_,
                indicator.code,
                indicator.name,
                indicator.unit,
                indicator.definition,
                indicator.direction,
                indicator.kind,
                indicator.area_kind,
                indicator.measure,
                codes.next_position(connection, "indicator"),
                int(indicator.retired),
            ),
        )
        self._tag(id_, indicator)
        write_note(connection, {"scope": "indicator", "indicator_id": id_}, indicator.note)

    def change(self, code: str, indicator: Indicator) -> None:
        """Write what `indicator` says (also another code) over the indicator of `code`; its place stays."""
        connection, id_ = self._connection, codes.indicator_id(self._connection, code)
        if indicator.code != code:
            codes.refuse_taken(connection, "indicator", "code", indicator.code, "an indicator")
        connection.write(
            "UPDATE indicator SET code = ?, name = ?, unit = ?, definition = ?, direction = ?, kind = ?, area_kind = ?,"
            " measure = ?, retired = ? WHERE id = ?",
            (
                indicator.code,
                indicator.name,
                indicator.unit,
                indicator.definition,
                indicator.direction,
                indicator.kind,
                indicator.area_kind,
                indicator.measure,
                int(indicator.retired),
                id_,
            ),
        )
        self._tag(id_, indicator)
        write_note(connection, {"scope": "indicator", "indicator_id": id_}, indicator.note)

    def uses(self, code: str) -> tuple[str, ...]:
        """Say what refers to an indicator, each as a few words, such as "3 values"."""
        return codes.uses(self._connection, codes.indicator_id(self._connection, code), _USES)

    def remove(self, code: str) -> None:
        """Remove an indicator that nothing refers to, with its tags and its note."""
        id_ = codes.indicator_id(self._connection, code)
        for table in ("indicator_collection", "note"):
            self._connection.write(f"DELETE FROM {table} WHERE indicator_id = ?", (id_,))
        self._connection.write("DELETE FROM indicator WHERE id = ?", (id_,))

    def _tag(self, id_: str, indicator: Indicator) -> None:
        connection = self._connection
        wanted = {self._collection_id(code): at for at, code in enumerate(dict.fromkeys(indicator.collections))}
        there: dict[str, int] = dict(
            connection.rows("SELECT collection_id, position FROM indicator_collection WHERE indicator_id = ?", (id_,))
        )
        gone = [(id_, collection) for collection, at in there.items() if wanted.get(collection) != at]
        connection.write_many("DELETE FROM indicator_collection WHERE indicator_id = ? AND collection_id = ?", gone)
        connection.write_many(
            "INSERT INTO indicator_collection (id, indicator_id, collection_id, position) VALUES (?, ?, ?, ?)",
            [(new_id(), id_, collection, at) for collection, at in wanted.items() if there.get(collection) != at],
        )

    def add_collection(self, code: str, title: str, note: str = "") -> None:
        """Add a collection: a named set that indicators are tagged with."""
        codes.refuse_taken(self._connection, "collection", "code", code, "a collection")
        self._connection.write(
            "INSERT INTO collection (id, code, title, note, position) VALUES (?, ?, ?, ?, ?)",
            (new_id(), code, title, note, codes.next_position(self._connection, "collection")),
        )

    def collections(self) -> dict[str, str]:
        """Give the collections as code → title, in the order they were added."""
        return dict(self._connection.rows("SELECT code, title FROM collection ORDER BY position, id"))

    def _collection_id(self, code: str) -> str:
        sql = "SELECT id FROM collection WHERE code = ?"
        found = self._connection.value(sql, (code,))
        if found is None:
            self.add_collection(code, code)
            found = self._connection.value(sql, (code,))
        return str(found)

    def _read(self, where: str, parameters: tuple[str, ...]) -> tuple[Indicator, ...]:
        rows = self._connection.rows(
            "SELECT indicator.id, indicator.code, indicator.name, unit, definition, direction, kind, area_kind,"
            " measure, coalesce(note.text, ''), indicator.retired FROM indicator"
            " LEFT JOIN note ON note.indicator_id = indicator.id AND note.scope = 'indicator'"
            f" {where} ORDER BY indicator.position, indicator.id",
            parameters,
        )
        tags: dict[str, list[str]] = defaultdict(list)
        for indicator, collection in self._connection.rows(
            "SELECT indicator_id, collection.code FROM indicator_collection"
            " JOIN collection ON collection.id = collection_id"
            f" {where.replace('indicator.id', 'indicator_id')} ORDER BY indicator_collection.position, collection.id",
            parameters,
        ):
            tags[indicator].append(collection)
        return tuple(
            Indicator(
                code, name, unit, definition, direction, kind, area_kind, measure, tuple(tags[id_]), note, bool(gone)
            )
            for id_, code, name, unit, definition, direction, kind, area_kind, measure, note, gone in rows
        )


_USES = {
    "value|values": "SELECT count(*) FROM observation WHERE indicator_id = ?",
    "index that counts it|indices that count it": "SELECT count(*) FROM node WHERE indicator_id = ?",
    "note on its cells|notes on its cells": "SELECT count(*) FROM note WHERE indicator_id = ? AND scope <> 'indicator'",
}
