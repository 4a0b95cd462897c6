"""How commands name one thing of the structure: its noun, its code, and the index or grouping that it stands in."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from citeria_core import tree_edit
from citeria_db import structure_operations
from citeria_desktop.cli.opening import add_index, add_writing, check_all, fill_index, open_to_write
from citeria_desktop.cli.printing import print_outcome

if TYPE_CHECKING:
    from citeria_core.model import Area, Group, Grouping, Index, Indicator, Node
    from citeria_db.changes import Changes
    from citeria_db.store import Project
    from citeria_desktop.cli.opening import Subparsers

    Thing = Area | Indicator | Index | Node | Group | Grouping

Edit = Callable[["Project", argparse.Namespace], "Changes"]
Checks = Callable[["Project", argparse.Namespace], "list[Callable[[], object]]"]

TOLD: Final[Mapping[str, str]] = {
    "area": "an area",
    "indicator": "an indicator",
    "index": "an index",
    "node": "a node of an index",
    "grouping": "a grouping",
    "group": "a group of a grouping",
}


def verb(subparsers: "Subparsers", name: str, told: str, description: str = "") -> "Subparsers":
    """A command that is told a noun first."""
    parser = subparsers.add_parser(name, help=told, description=description or f"{told[0].upper()}{told[1:]}.")
    return parser.add_subparsers(metavar="NOUN", required=True)


def noun(
    nouns: "Subparsers", name: str, edit: Edit, checks: Checks = lambda _project, _arguments: []
) -> argparse.ArgumentParser:
    """One noun of a verb: FILE and CODE, and where it stands. `checks` look at what else was given."""
    parser = nouns.add_parser(name, help=TOLD[name])
    parser.add_argument("file", type=Path)
    parser.add_argument("code", metavar="CODE")
    if name == "node":
        add_index(parser)
    elif name == "group":
        parser.add_argument("--grouping", required=True, metavar="CODE")
    add_writing(parser)
    parser.set_defaults(run=lambda arguments: carry_out(arguments, name, edit, checks))
    return parser


def carry_out(arguments: argparse.Namespace, name: str, edit: Edit, checks: Checks) -> int:
    """Look at everything that was given, then edit in one step and say what came of it."""
    with open_to_write(arguments) as session:
        check_all(lambda: find(session.project, name, arguments), *checks(session.project, arguments))
        print_outcome(session.run(edit, arguments), arguments)
    return 0


def find(project: "Project", name: str, arguments: argparse.Namespace) -> "Thing":
    """The thing that a command names; raises what says that it is not there."""
    match name:
        case "area":
            return project.areas.get(arguments.code)
        case "indicator":
            return project.indicators.get(arguments.code)
        case "index":
            return project.indices.get(arguments.code)
        case "node":
            return node(project, arguments)
        case "group":
            return group(project, arguments)
        case _:
            return project.groupings.get(arguments.code)


def node(project: "Project", arguments: argparse.Namespace) -> "Node":
    """The node that a command names, of the index that it names, else of the only one."""
    fill_index(arguments, project)
    return tree_edit.get(project.indices.get(arguments.index).nodes, arguments.code)


def group(project: "Project", arguments: argparse.Namespace) -> "Group":
    """The group that a command names."""
    return structure_operations.group_in(project.groupings.get(arguments.grouping), arguments.code)
