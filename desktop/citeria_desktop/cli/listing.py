"""`citeria list`: the codes that other commands are given."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from citeria_desktop.cli.opening import open_project
from citeria_desktop.cli.printing import print_json, print_table

if TYPE_CHECKING:
    from citeria_db.store import Project
    from citeria_desktop.cli.opening import Subparsers

Record = dict[str, object]


def add_parsers(subparsers: "Subparsers") -> None:
    """Add this module's command."""
    command = subparsers.add_parser(
        "list", help="list areas, indicators, indices, nodes, groups or published rankings by their codes"
    )
    command.add_argument("what", choices=list(_LISTS), metavar="WHAT", help=", ".join(_LISTS))
    command.add_argument("file", type=Path)
    command.add_argument("--json", action="store_true")
    command.set_defaults(run=_list)


def _list(arguments: argparse.Namespace) -> int:
    with open_project(arguments.file, read_only=True) as project:
        records = _LISTS[arguments.what](project)
    if arguments.json:
        print_json(records)
    elif records:
        print_table(list(records[0]), [[_shown(value) for value in record.values()] for record in records])
    else:
        print(f"No {arguments.what} yet.")
    return 0


def _shown(value: object) -> str:
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _areas(project: "Project") -> list[Record]:
    return [
        {"code": area.code, "name": area.name(), "zh": area.names.get("zh"), "kind": area.kind, "parent": area.parent}
        for area in project.areas.all()
    ]


def _indicators(project: "Project") -> list[Record]:
    return [
        {"code": one.code, "unit": one.unit, "kind": one.kind, "direction": one.direction, "name": one.name}
        for one in project.indicators.all()
    ]


def _indices(project: "Project") -> list[Record]:
    return [
        {"code": index.code, "as_of": str(index.as_of), "areas": len(index.areas), "name": index.name}
        for index in project.indices.all()
    ]


def _nodes(project: "Project") -> list[Record]:
    return [
        {"index": index.code, "node": node.code, "parent": node.parent, "weight": node.weight, "name": node.name}
        for index in project.indices.all()
        for node in index.nodes
    ]


def _groups(project: "Project") -> list[Record]:
    return [
        {"grouping": grouping.code, "group": group.code, "name": group.name, "members": " ".join(group.members)}
        for grouping in project.groupings.all()
        for group in grouping.groups
    ]


def _published(project: "Project") -> list[Record]:
    return [
        {"code": ranking.code, "index": ranking.index, "ranking": ranking.name, "areas": len(ranking.ranks)}
        for ranking in project.published.all()
    ]


_LISTS: dict[str, Callable[["Project"], list[Record]]] = {
    "areas": _areas,
    "indicators": _indicators,
    "indices": _indices,
    "nodes": _nodes,
    "groups": _groups,
    "published": _published,
}
