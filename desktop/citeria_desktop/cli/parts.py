"""Commands that put parts of an index together, into one another, apart and out; no indicator gains or loses weight."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from citeria_core import recipe_rules
from citeria_desktop.cli.opening import add_index, add_writing, open_index, whole_number
from citeria_desktop.cli.printing import print_outcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from citeria_desktop.cli.opening import Subparsers


def add_parsers(subparsers: "Subparsers") -> None:
    """Add this module's commands."""
    told = "put parts of an index together, into one another, apart or out, each indicator keeping its share"
    actions = subparsers.add_parser("part", help=told).add_subparsers(metavar="ACTION", required=True)
    combine = _add(actions, "combine", "put two parts together under a new node, in the place of the second", _combine)
    combine.add_argument("code", metavar="CODE")
    combine.add_argument("onto", metavar="ONTO")
    combine.add_argument("--name", required=True, help="what they are together")
    combine.add_argument("--method", choices=recipe_rules.AGGREGATIONS, help="how they add up (default: as the level)")
    into = _add(actions, "into", "put a part into another node", _into)
    into.add_argument("code", metavar="CODE")
    into.add_argument("parent", metavar="PARENT")
    into.add_argument("--at", type=whole_number, metavar="N", help="before its N-th part (default: the last)")
    split = _add(actions, "split", "put the parts of a node in its place", _split)
    split.add_argument("code", metavar="CODE")
    out = _add(actions, "out", "take a part out of the index, with all below it; values stay", _out)
    out.add_argument("code", metavar="CODE")


def _add(
    actions: "Subparsers", name: str, told: str, run: "Callable[[argparse.Namespace], int]"
) -> argparse.ArgumentParser:
    parser = actions.add_parser(name, help=told)
    parser.add_argument("file", type=Path)
    add_index(parser)
    add_writing(parser)
    parser.set_defaults(run=run)
    return parser


def _combine(given: argparse.Namespace) -> int:
    from citeria_db import recombine_operations as parts

    return _run(given, parts.combine, given.code, given.onto, given.name, given.method)


def _into(given: argparse.Namespace) -> int:
    from citeria_db import recombine_operations as parts

    return _run(given, parts.put_into, given.code, given.parent, None if given.at is None else given.at - 1)


def _split(given: argparse.Namespace) -> int:
    from citeria_db import recombine_operations as parts

    return _run(given, parts.split, given.code)


def _out(given: argparse.Namespace) -> int:
    from citeria_db import recombine_operations as parts

    return _run(given, parts.take_out, given.code)


def _run(given: argparse.Namespace, operation: "Callable[..., object]", *arguments: object) -> int:
    with open_index(given) as session:
        print_outcome(session.run(operation, given.index, *arguments), given)  # type: ignore[arg-type]
    return 0
