"""The command that tells and sets the shares of a node's parts: exactly 100 together, as the lanes of the window."""

import argparse
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from citeria_core import reweigh
from citeria_core.errors import KnownError, raise_all
from citeria_core.reweigh import Rule, Shares
from citeria_desktop.cli.opening import add_index, add_writing, open_index
from citeria_desktop.cli.printing import print_json, print_outcome, print_table

if TYPE_CHECKING:
    from citeria_core.model import Node
    from citeria_desktop.cli.opening import Subparsers
    from citeria_desktop.session import Session


class BadShareError(KnownError):
    """A share that cannot be set."""

    code = "bad_share"
    template = "“{given}”: {problem} Write CODE=SHARE with a part of {node} ({parts}) and a number from 0 to 100."


class NoPartsError(KnownError):
    """A node without parts."""

    code = "no_parts"
    template = "“{node}” has no parts to share. Nodes with parts: {nodes}."


def add_parsers(subparsers: "Subparsers") -> None:
    """Add this module's command."""
    shares = subparsers.add_parser("shares", help="tell the shares of a node's parts, or set them, 100 together")
    shares.add_argument("file", type=Path)
    add_index(shares)
    shares.add_argument("--node", metavar="CODE", help="the node whose parts they are (default: the index)")
    change = shares.add_mutually_exclusive_group()
    change.add_argument(
        "--set", action="append", default=[], metavar="CODE=SHARE", help="give a part this share; may be repeated"
    )
    change.add_argument("--equal", action="store_true", help="give all that are not locked the same")
    change.add_argument("--reset", action="store_true", help="the weights that they came with")
    shares.add_argument("--rule", choices=[rule.value for rule in Rule], default=Rule.PROPORTIONAL.value)
    shares.add_argument("--lock", action="append", default=[], metavar="CODE", help="neither gives nor takes")
    add_writing(shares)
    shares.set_defaults(run=_shares)


def _shares(arguments: argparse.Namespace) -> int:
    from citeria_db import operations

    writes = bool(arguments.set or arguments.equal or arguments.reset)
    with open_index(arguments, read_only=not writes) as session:
        parts = _parts(session, arguments.node or arguments.index)
        held = reweigh.shares_of([part.weight for part in parts])
        if arguments.reset:
            first = session.project.indices.first_weights(arguments.index)
            weights = {part.code: first[part.code] for part in parts}
        else:
            made = _changed(arguments, parts, held)
            weights = {part.code: float(share) for part, share in zip(parts, made, strict=True)}
        if writes:
            print_outcome(session.run(operations.set_weights, arguments.index, weights), arguments)
        elif arguments.json:
            print_json({part.code: float(share) for part, share in zip(parts, held, strict=True)})
        else:
            rows = [
                (one.code, one.name, f"{share} %", f"{one.weight:g}") for one, share in zip(parts, held, strict=True)
            ]
            print_table(("part", "name", "share", "weight"), rows, right=(2, 3))
    return 0


def _parts(session: "Session", node: str) -> "list[Node]":
    nodes = session.index.nodes if session.index is not None else ()
    parts = [one for one in nodes if one.parent == node]
    if not parts:
        raise NoPartsError(node=node, nodes=", ".join(dict.fromkeys(one.parent for one in nodes if one.parent)))
    return parts


def _changed(arguments: argparse.Namespace, parts: "list[Node]", held: Shares) -> Shares:
    """The shares after everything that was asked for; raises all that is wrong with it at once."""
    codes = [part.code for part in parts]
    node, rule = arguments.node or arguments.index, Rule(arguments.rule)
    about = {"node": node, "parts": ", ".join(codes)}
    errors: list[KnownError] = [
        BadShareError(given=code, problem="it is no part to lock.", **about)
        for code in arguments.lock
        if code not in codes
    ]
    wanted: dict[str, Decimal] = {}
    for given in arguments.set:
        code, _, text = given.partition("=")
        number = _number(text)
        if code not in codes or number is None:
            errors.append(BadShareError(given=given, problem="that is no share of a part.", **about))
        else:
            wanted[code] = number
    raise_all(errors)
    locked = {codes.index(code) for code in arguments.lock}
    if arguments.equal:
        return reweigh.equalised(held, locked)
    done: set[int] = set()
    for code, share in wanted.items():  # what was set before stays while the next is set
        place = codes.index(code)
        least, most = reweigh.reach(held, place, rule, locked | done)
        if not least <= share <= most:
            problem = f"locks and shares set before leave it between {least} and {most} %."
            raise BadShareError(given=f"{code}={share}", problem=problem, **about)
        held = reweigh.set_share(held, place, share, rule, locked | done)
        done.add(place)
    return held


def _number(text: str) -> Decimal | None:
    try:
        share = Decimal(text.strip().rstrip("%").strip())
    except ArithmeticError:
        return None
    return share.quantize(reweigh.GRAIN) if share.is_finite() and 0 <= share <= 100 else None
