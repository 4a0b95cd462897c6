"""Commands that arrange the structure: rename, retire, unretire, move, order, delete."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from citeria_core.errors import KnownError
from citeria_db import index_operations, placing
from citeria_db import structure_operations as structure
from citeria_desktop.cli import naming
from citeria_desktop.cli.opening import add_writing, check_all, open_to_write
from citeria_desktop.cli.printing import print_outcome

if TYPE_CHECKING:
    from citeria_db.changes import Changes
    from citeria_db.store import Project
    from citeria_desktop.cli.naming import Edit
    from citeria_desktop.cli.opening import Subparsers


class NoPlaceError(KnownError):
    """A move that says neither where into nor which place."""

    code = "no_place"
    template = "It was not said where “{given}” goes. Add {choices}."


class EmptyNameError(KnownError):
    """A new name without a character."""

    code = "empty_name"
    template = "The new name of “{given}” is empty. Write one."


def add_parsers(subparsers: "Subparsers") -> None:
    """Add this module's commands."""
    _rename_parsers(subparsers)
    for word, told, retired in (
        ("retire", "offer an area or indicator no longer; its values stay", True),
        ("unretire", "offer a retired area or indicator again", False),
    ):
        nouns = naming.verb(subparsers, word, told)
        naming.noun(nouns, "area", _retiring(structure.retire_area, retired=retired))
        naming.noun(nouns, "indicator", _retiring(structure.retire_indicator, retired=retired))
    _move_parsers(subparsers)
    _order_parsers(subparsers)
    nouns = naming.verb(
        subparsers,
        "delete",
        "remove something that nothing refers to",
        "Removes an area or indicator that nothing refers to, an index or node with all below it, a grouping or group "
        "without its areas. Values stay. What is in use is refused, and what uses it is named: retire it instead.",
    )
    for noun, edit in _DELETE.items():
        naming.noun(nouns, noun, edit)


def _rename_parsers(subparsers: "Subparsers") -> None:
    nouns = naming.verb(subparsers, "rename", "give something another name; its code stays")
    for noun, edit in _RENAME.items():
        parser = naming.noun(nouns, noun, edit, _check_name)
        parser.add_argument("name", metavar="NAME")
        if noun == "area":
            parser.add_argument("--language", default="en", help="which of its names; default en")


def _check_name(_project: "Project", arguments: argparse.Namespace) -> list[Callable[[], object]]:
    def look() -> None:
        if not arguments.name.strip() and getattr(arguments, "language", "en") == "en":
            raise EmptyNameError(given=arguments.code)

    return [look]


_RENAME: "Final[dict[str, Edit]]" = {
    "area": lambda project, given: structure.rename_area(project, given.code, {given.language: given.name}),
    "indicator": lambda project, given: structure.change_indicator(
        project, given.code, replace(project.indicators.get(given.code), name=given.name)
    ),
    "index": lambda project, given: index_operations.describe_index(project, given.code, given.name),
    "node": lambda project, given: index_operations.rename_node(project, given.index, given.code, given.name),
    "grouping": lambda project, given: structure.rename_grouping(project, given.code, given.name),
    "group": lambda project, given: structure.change_group(
        project, given.grouping, replace(naming.group(project, given), name=given.name)
    ),
}

_DELETE: "Final[dict[str, Edit]]" = {
    "area": lambda project, given: structure.remove_area(project, given.code),
    "indicator": lambda project, given: structure.remove_indicator(project, given.code),
    "index": lambda project, given: index_operations.remove_index(project, given.code),
    "node": lambda project, given: index_operations.remove_node(project, given.index, given.code),
    "grouping": lambda project, given: structure.remove_grouping(project, given.code),
    "group": lambda project, given: structure.remove_group(project, given.grouping, given.code),
}


def _retiring(operation: "Callable[[Project, str, bool], Changes]", *, retired: bool) -> "Edit":
    return lambda project, given: operation(project, given.code, retired)


def _move_parsers(subparsers: "Subparsers") -> None:
    nouns = naming.verb(
        subparsers,
        "move",
        "put something elsewhere: into another one, or to another place among its siblings",
        "Puts an area into another one, a node below another one, or anything to another place among its siblings; an "
        "area of a group into another group. What lies in it moves along.",
    )
    for noun, edit in _MOVE.items():
        parser = naming.noun(nouns, noun, edit, _check_place)
        into: list[str] = []
        if noun == "area":
            where = parser.add_mutually_exclusive_group()
            where.add_argument("--into", metavar="CODE", help="the area that it lies in from now on")
            where.add_argument("--out", action="store_true", help="it lies in no other area")
            into = ["--into CODE", "--out"]
        elif noun == "node":
            parser.add_argument("--into", metavar="CODE", help="the node that it is a part of from now on")
            into = ["--into CODE"]
        parser.add_argument("--at", type=_place, metavar="N", help="its place among its siblings, from 0")
        parser.set_defaults(choices=" or ".join([*into, "--at N"]))
    _member_parser(nouns)


def _place(text: str) -> int:
    place = int(text)
    if place < 0:
        raise argparse.ArgumentTypeError(f"{text} is not 0 or more")
    return place


def _check_place(project: "Project", given: argparse.Namespace) -> list[Callable[[], object]]:
    into, out = getattr(given, "into", None), getattr(given, "out", False)

    def look() -> None:
        if into is None and not out and given.at is None:
            raise NoPlaceError(given=given.code, choices=given.choices)

    if into is None or hasattr(given, "index"):  # what is no node of an index, moving it will say
        return [look]
    return [look, lambda: project.areas.get(into)]


def _move_area(project: "Project", given: argparse.Namespace) -> "Changes":
    held = project.areas.get(given.code).parent
    parent = None if given.out else given.into if given.into is not None else held
    return placing.place_area(project, given.code, parent, given.at)


def _move_node(project: "Project", given: argparse.Namespace) -> "Changes":
    into = given.into if given.into is not None else naming.node(project, given).parent
    return index_operations.move_node(project, given.index, given.code, into or given.index, given.at)


def _among(codes: Sequence[str], code: str, at: int) -> list[str]:
    others = [one for one in codes if one != code]
    return [*others[:at], code, *others[at:]]


_MOVE: "Final[dict[str, Edit]]" = {
    "area": _move_area,
    "indicator": lambda project, given: structure.reorder_indicators(
        project, _among([one.code for one in project.indicators.all()], given.code, given.at)
    ),
    "index": lambda project, given: index_operations.reorder_indices(
        project, _among([one.code for one in project.indices.all()], given.code, given.at)
    ),
    "node": _move_node,
    "grouping": lambda project, given: placing.reorder_groupings(
        project, _among([one.code for one in project.groupings.all()], given.code, given.at)
    ),
    "group": lambda project, given: structure.reorder_groups(
        project,
        given.grouping,
        _among([one.code for one in project.groupings.get(given.grouping).groups], given.code, given.at),
    ),
}


def _member_parser(nouns: "Subparsers") -> None:
    parser = nouns.add_parser("member", help="areas of a grouping into one of its groups, or out of it")
    parser.add_argument("file", type=Path)
    parser.add_argument("areas", nargs="+", metavar="AREA")
    parser.add_argument("--grouping", required=True, metavar="CODE")
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--into", metavar="GROUP", help="their group from now on")
    where.add_argument("--out", action="store_true", help="they are in no group")
    add_writing(parser)
    parser.set_defaults(run=_move_members)


def _move_members(given: argparse.Namespace) -> int:
    with open_to_write(given) as session:
        project = session.project
        check_all(
            lambda: given.out or structure.group_in(project.groupings.get(given.grouping), given.into),
            lambda: given.out and project.groupings.get(given.grouping),
            *(lambda area=area: project.areas.get(area) for area in given.areas),
        )
        outcome = session.run(structure.move_members, given.grouping, given.areas, given.into)
        print_outcome(outcome, given)
    return 0


def _order_parsers(subparsers: "Subparsers") -> None:
    nouns = naming.verb(
        subparsers,
        "order",
        "put areas, indicators, indices, groupings or groups into an order",
        "Puts those that are named into this order, in the places that they hold together; the others stay.",
    )
    for plural, edit in _ORDER.items():
        parser = nouns.add_parser(plural, help=plural)
        parser.add_argument("file", type=Path)
        parser.add_argument("codes", nargs="+", metavar="CODE")
        if plural == "areas":
            parser.add_argument("--index", metavar="CODE", help="as this index lists them (default: the project)")
        elif plural == "groups":
            parser.add_argument("--grouping", required=True, metavar="CODE")
        add_writing(parser)
        parser.set_defaults(run=_order, edit=edit)


def _order(arguments: argparse.Namespace) -> int:
    with open_to_write(arguments) as session:
        print_outcome(session.run(arguments.edit, arguments), arguments)
    return 0


def _order_areas(project: "Project", given: argparse.Namespace) -> "Changes":
    if given.index is None:
        return structure.reorder_areas(project, given.codes)
    return index_operations.reorder_index_areas(project, given.index, given.codes)


_ORDER: "Final[dict[str, Edit]]" = {
    "areas": _order_areas,
    "indicators": lambda project, given: structure.reorder_indicators(project, given.codes),
    "indices": lambda project, given: index_operations.reorder_indices(project, given.codes),
    "groupings": lambda project, given: placing.reorder_groupings(project, given.codes),
    "groups": lambda project, given: structure.reorder_groups(project, given.grouping, given.codes),
}
