"""Indices: their trees of nodes, their areas, their recipe."""

import math
from collections import defaultdict

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
            period = node.period
            self._connection.write(
                "INSERT INTO node (id, index_id, code, name, parent_id, weight, indicator_id, direction, period_start,"
                " period_end, statuses, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    ids[node.code],
                    index_id,
                    node.code,
                    node.name,
                    ids[node.parent] if node.parent else None,
                    _weight(node.code, node.weight),
                    codes.indicator_id(self._connection, node.indicator) if node.indicator else None,
                    node.direction,
                    period.start if period else None,
                    period.end if period else None,
                    " ".join(sorted(node.statuses)),
                    at,
                ),
            )

    def set_weight(self, index: str, node: str, weight: float) -> None:
        """Give a node another weight (relative among its siblings, not negative)."""
        connection = self._connection
        id_ = codes.index_id(connection, index)
        known: dict[str, str] = dict(connection.rows("SELECT code, id FROM node WHERE index_id = ?", (id_,)))
        if node not in known:
            raise UnknownNodeError(node, known)
        connection.write("UPDATE node SET weight = ? WHERE id = ?", (_weight(node, weight), known[node]))

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
