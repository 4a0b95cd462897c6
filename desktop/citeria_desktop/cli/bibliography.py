"""The bibliography in a citation style."""

import argparse
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from citeria_desktop.cli.opening import open_project
from citeria_desktop.cli.printing import print_json

if TYPE_CHECKING:
    from citeria_desktop.cli.opening import Subparsers


def add_parsers(subparsers: "Subparsers") -> None:
    """Add this module's command."""
    bibliography = subparsers.add_parser("bibliography", help="print the sources in a citation style")
    bibliography.add_argument("file", type=Path)
    bibliography.add_argument("--style", required=True, metavar="ID", help="apa, ieee, gb-t-7714-2015-numeric …")
    bibliography.add_argument("--lang", metavar="LANGUAGE", help="all in this language (default: each in its own)")
    bibliography.add_argument("--key", action="append", metavar="KEY", help="only this source (may be repeated)")
    form = bibliography.add_mutually_exclusive_group()
    form.add_argument("--html", action="store_true", help="a page of HTML instead of one entry a line")
    form.add_argument("--json", action="store_true")
    bibliography.set_defaults(run=_bibliography)


def _bibliography(arguments: argparse.Namespace) -> int:
    from citeria_db.exchange import bibliography  # citeproc-py is needed here alone

    with open_project(arguments.file, read_only=True) as project:
        chosen = [project.sources.get(key) for key in arguments.key] if arguments.key else project.sources.all()
    found = bibliography.bibliography(chosen, arguments.style, arguments.lang, html=arguments.html)
    for remark in found.remarks:
        print(f"citeria: {remark}", file=sys.stderr)
    if arguments.json:
        print_json([asdict(entry) for entry in found.entries])
    else:
        print(found.page() if arguments.html else found.plain(), end="")
    return 0
