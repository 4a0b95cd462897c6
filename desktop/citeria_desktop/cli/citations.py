"""Commands about citations."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from citeria_core.model import Role
from citeria_db import operations
from citeria_desktop.cli.opening import add_writing, check_all, open_to_write
from citeria_desktop.cli.printing import print_outcome

if TYPE_CHECKING:
    from citeria_desktop.cli.opening import Subparsers


def add_parsers(subparsers: "Subparsers") -> None:
    """Add this module's commands."""
    cite = subparsers.add_parser("cite", help="cite a source for an observation")
    cite.add_argument("file", type=Path)
    cite.add_argument("observation", metavar="OBSERVATION", help="an id as `show --json` prints it")
    cite.add_argument("--source", required=True, metavar="KEY")
    cite.add_argument("--role", choices=[str(role) for role in Role], default=str(Role.PRIMARY))
    cite.add_argument("--locator", default="", help="page, table, paragraph")
    cite.add_argument("--quote", default="", help="the words that state it")
    cite.add_argument("--speaker", default="", metavar="NAME", help="who says them, if that is not the publisher")
    add_writing(cite)
    cite.set_defaults(run=_cite)

    uncite = subparsers.add_parser("uncite", help="remove a citation")
    uncite.add_argument("file", type=Path)
    uncite.add_argument("citation", metavar="CITATION", help="an id as `show --json` prints it")
    add_writing(uncite)
    uncite.set_defaults(run=_uncite)


def _cite(arguments: argparse.Namespace) -> int:
    with open_to_write(arguments) as session:
        check_all(
            lambda: session.project.observations.get(arguments.observation),
            lambda: session.project.sources.get(arguments.source),
        )
        outcome = session.run(
            operations.cite,
            arguments.observation,
            arguments.source,
            role=Role(arguments.role),
            locator=arguments.locator,
            quote=arguments.quote,
            speaker=arguments.speaker,
        )
        print_outcome(outcome, arguments)
    return 0


def _uncite(arguments: argparse.Namespace) -> int:
    with open_to_write(arguments) as session:
        print_outcome(session.run(operations.uncite, arguments.citation), arguments)
    return 0
