"""Indices: their trees of nodes, their areas, their recipe."""

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from citeria_core.model import Index, Node, Status
from citeria_core.period import Period
from citeria_db import codes
from citeria_db.connection import Connection
from citeria_db.errors import BadWeightError, UnknownNodeError
from citeria_db.identity import new_id


class Indices:
    """Read and add indices, keyed by code, and change their weights."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Index, ...]:
        """Give every index, in the order they were added."""
        return self._read("", ())

    def get(self, code: str) -> Index:
        """Give one index; `UnknownIndexError` names close codes."""
        return self._read("WHERE composite_index.id = ?", (codes.index_id(self._connection, code),))[0]

    def add(self, index: Index) -> None:
        """Add an index; its areas, indicators and published ranking must be there already."""
        connection = self._connection
        codes.refuse_taken(connection, "composite_index", "code", index.code, "an index")
        id_ = new_id()
        connection.write(
            "INSERT INTO composite_index (id, code, name, description, as_of_start, as_of_end, recipe, published_id,"
            " position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                id_,
                index.code,
                index.name,
                index.description,
                index.as_of.start,
                index.as_of.end,
                index.recipe,
                codes.ranking_id(connection, index.published) if index.published else None,
                codes.next_position(connection, "composite_index"),
            ),
        )
        for at, area in enumerate(index.areas):
            connection.write(
                "INSERT INTO index_area (id, index_id, area_id, position) VALUES (?, ?, ?, ?)",
                (new_id(), id_, codes.area_id(connection, area), at),
            )
        self._add_nodes(id_, index.nodes)

    def _add_nodes(self, index_id: str, nodes: tuple[Node, ...]) -> None:
        ids: dict[str, str] = {}
        for at, node in enumerate(nodes):
            if node.parent is not None and node.parent not in ids:
                raise UnknownNodeError(node.parent, ids)
            ids[node.code] = new_id()
            self._add_node(index_id, ids[node.code], ids[node.parent] if node.parent else None, node, at)

    def _add_node(self, index_id: str, id_: str, parent_id: str | None, node: Node, at: int) -> None:
        row = {"id": id_, "index_id": index_id, "code": node.code, **self._columns(node, parent_id, at)}
        marks = ", ".join(f":{column}" for column in row)
        self._connection.write(f"INSERT INTO node ({', '.join(row)}) VALUES ({marks})", row)

    def _columns(self, node: Node, parent_id: str | None, at: int) -> dict[str, Any]:
        period = node.period
        return {
            "name": node.name,
            "parent_id": parent_id,
            "weight": _weight(node.code, node.weight),
            "indicator_id": codes.indicator_id(self._connection, node.indicator) if node.indicator else None,
            "direction": node.direction,
            "period_start": period.start if period else None,
            "period_end": period.end if period else None,
            "statuses": " ".join(sorted(node.statuses)),
            "position": at,
        }

    def set_nodes(self, index: str, nodes: tuple[Node, ...]) -> None:
        """Make `nodes` the tree of an index: those of a code that is there already change, others come or go.

        Their order and parents must make a tree, as `citeria_core.tree_edit` gives it.
        """
        connection, index_id = self._connection, codes.index_id(self._connection, index)
        ids: dict[str, str] = dict(
            connection.rows("SELECT code, id FROM node WHERE index_id = ? ORDER BY position, id", (index_id,))
        )
        kept = {node.code for node in nodes}
        gone = [code for code in reversed(ids) if code not in kept]  # parts before what they are parts of
        left = self._left(index_id, gone)  # their parts go elsewhere first
        for code in gone:
            if code not in left:
                connection.write("DELETE FROM node WHERE id = ?", (ids.pop(code),))
        for at, node in enumerate(nodes):
            parent_id = ids[node.parent] if node.parent else None
            if node.code in ids:
                columns = self._columns(node, parent_id, at)
                assigned = ", ".join(f"{column} = :{column}" for column in columns)
                connection.write(f"UPDATE node SET {assigned} WHERE id = :id", {"id": ids[node.code], **columns})
            else:
                ids[node.code] = new_id()
                self._add_node(index_id, ids[node.code], parent_id, node, at)
        for code in (code for code in gone if code in left):
            connection.write("DELETE FROM node WHERE id = ?", (ids[code],))

    def _left(self, index_id: str, gone: Sequence[str]) -> set[str]:
        """Those of the nodes `gone` that have parts which stay, and those above them."""
        rows = self._connection.rows(
            "SELECT node.code, parent.code FROM node JOIN node AS parent ON parent.id = node.parent_id"
            " WHERE node.index_id = ?",
            (index_id,),
        )
        above: dict[str, str] = dict(rows)
        left = {parent for code, parent in above.items() if code not in gone and parent in gone}
        for code in gone:  # parts before what they are parts of
            if code in left and above.get(code) in gone:
                left.add(above[code])
        return left

    def set_areas(self, index: str, areas: Sequence[str]) -> None:
        """Make `areas` the areas that an index ranks, in this order."""
        connection, index_id = self._connection, codes.index_id(self._connection, index)
        wanted = {codes.area_id(connection, area): at for at, area in enumerate(dict.fromkeys(areas))}
        there: dict[str, str] = dict(
            connection.rows("SELECT area_id, id FROM index_area WHERE index_id = ?", (index_id,))
        )
        for area_id in there.keys() - wanted.keys():
            connection.write("DELETE FROM index_area WHERE id = ?", (there[area_id],))
        for area_id, at in wanted.items():
            if area_id in there:
                connection.write("UPDATE index_area SET position = ? WHERE id = ?", (at, there[area_id]))
            else:
                connection.write(
                    "INSERT INTO index_area (id, index_id, area_id, position) VALUES (?, ?, ?, ?)",
                    (new_id(), index_id, area_id, at),
                )

    def describe(self, index: str, name: str, description: str, as_of: Period) -> None:
        """Change the name, description and as-of period of an index; its root is named as the index is."""
        id_ = codes.index_id(self._connection, index)
        self._connection.write(
            "UPDATE composite_index SET name = ?, description = ?, as_of_start = ?, as_of_end = ? WHERE id = ?",
            (name, description, as_of.start, as_of.end, id_),
        )
        self._connection.write("UPDATE node SET name = ? WHERE index_id = ? AND parent_id IS NULL", (name, id_))

    def set_published(self, index: str, ranking: str | None) -> None:
        """Choose the published ranking to compare an index with; `UnknownRankingError`."""
        published = codes.ranking_id(self._connection, ranking) if ranking else None
        id_ = codes.index_id(self._connection, index)
        self._connection.write("UPDATE composite_index SET published_id = ? WHERE id = ?", (published, id_))

    def remove(self, index: str) -> None:
        """Remove an index with its tree, snapshots and scenarios; areas, indicators and values stay."""
        id_ = codes.index_id(self._connection, index)
        for table in ("snapshot", "scenario"):
            self._connection.write(f"DELETE FROM {table} WHERE index_id = ?", (id_,))
        self._connection.write("DELETE FROM index_area WHERE index_id = ?", (id_,))
        nodes = self._connection.rows("SELECT id FROM node WHERE index_id = ? ORDER BY position DESC, id DESC", (id_,))
        self._connection.write_many("DELETE FROM node WHERE id = ?", nodes)
        self._connection.write("DELETE FROM composite_index WHERE id = ?", (id_,))

    def set_weight(self, index: str, node: str, weight: float) -> None:
        """Give a node another weight (relative among its siblings, not negative)."""
        connection = self._connection
        id_ = codes.index_id(connection, index)
        known: dict[str, str] = dict(connection.rows("SELECT code, id FROM node WHERE index_id = ?", (id_,)))
        if node not in known:
            raise UnknownNodeError(node, known)
        connection.write("UPDATE node SET weight = ? WHERE id = ?", (_weight(node, weight), known[node]))

    def first_weights(self, index: str) -> dict[str, float]:
        """Give the weight that each node of an index came with, before anybody changed it."""
        connection = self._connection
        id_ = codes.index_id(connection, index)
        held: dict[str, float] = dict(connection.rows("SELECT code, weight FROM node WHERE index_id = ?", (id_,)))
        return held | dict(connection.rows(_FIRST_WEIGHTS, (id_,)))

    def set_recipe(self, index: str, recipe: str) -> None:
        """Give an index another recipe, as TOML that has been checked."""
        id_ = codes.index_id(self._connection, index)
        self._connection.write("UPDATE composite_index SET recipe = ? WHERE id = ?", (recipe, id_))

    def _read(self, where: str, parameters: tuple[str, ...]) -> tuple[Index, ...]:
        narrowed = where.replace("composite_index.id", "index_id")
        areas: dict[str, list[str]] = defaultdict(list)
        for index, area in self._connection.rows(
            f"SELECT index_id, area.code FROM index_area JOIN area ON area.id = area_id {narrowed}"
            " ORDER BY index_area.position, index_area.id",
            parameters,
        ):
            areas[index].append(area)
        nodes: dict[str, list[Node]] = defaultdict(list)
        of_node = where.replace("composite_index.id", "node.index_id")
        for index, *node in self._connection.rows(f"{_NODES} {of_node} ORDER BY node.position, node.id", parameters):
            nodes[index].append(_node(*node))
        rows = self._connection.rows(
            "SELECT composite_index.id, composite_index.code, composite_index.name, description, as_of_end,"
            " as_of_start, recipe, published_ranking.code FROM composite_index"
            " LEFT JOIN published_ranking ON published_ranking.id = published_id"
            f" {where} ORDER BY composite_index.position, composite_index.id",
            parameters,
        )
        return tuple(
            Index(code, name, about, Period(end, start), tuple(areas[id_]), tuple(nodes[id_]), recipe, published)
            for id_, code, name, about, end, start, recipe, published in rows
        )


_NODES = """
SELECT node.index_id, node.code, node.name, parent.code, node.weight, indicator.code, node.direction, node.period_end,
    node.period_start, node.statuses
FROM node LEFT JOIN node parent ON parent.id = node.parent_id LEFT JOIN indicator ON indicator.id = node.indicator_id
"""

_FIRST_WEIGHTS = """
SELECT node.code, change.old FROM node JOIN change ON change."row" = node.id
WHERE node.index_id = ? AND change."table" = 'node' AND change.op = 'update' AND change."column" = 'weight'
ORDER BY change.seq DESC
"""


def _node(
    code: str,
    name: str,
    parent: str | None,
    weight: float,
    indicator: str | None,
    direction: int,
    end: str | None,
    start: str | None,
    statuses: str,
) -> Node:
    period = Period(end, start) if end is not None and start is not None else None
    return Node(code, name, parent, weight, indicator, direction, period, frozenset(map(Status, statuses.split())))


def _weight(node: str, weight: float) -> float:
    if not math.isfinite(weight) or weight < 0:
        raise BadWeightError(node=node, weight=weight)
    return float(weight) + 0.0
