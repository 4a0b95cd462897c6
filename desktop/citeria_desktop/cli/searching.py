"""`citeria search`: where words stand, in names, notes, quotes, verdicts and sources."""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from citeria_desktop.cli.opening import open_project
from citeria_desktop.cli.printing import print_json, print_table

if TYPE_CHECKING:
    from citeria_desktop.cli.opening import Subparsers


def add_parsers(subparsers: "Subparsers") -> None:
    """Add this module's command."""
    search = subparsers.add_parser(
        "search",
        help="find words in names, notes, quotes, verdicts and sources",
        description="Lists the areas, indicators, indices, nodes, groupings, groups, sources, notes, quotes and "
        "verdicts in which every word occurs, also as a part of longer words and in any script. Where there are more "
        "of a kind than --limit, it says so.",
    )
    search.add_argument("file", type=Path)
    search.add_argument("text", nargs="+", metavar="TEXT")
    search.add_argument("--limit", type=int, default=100, help="at most so many of each kind (default 100)")
    search.add_argument("--json", action="store_true")
    search.set_defaults(run=_search)


def _search(arguments: argparse.Namespace) -> int:
    with open_project(arguments.file, read_only=True) as project:
        found = project.search(" ".join(arguments.text), max(1, arguments.limit))
    if arguments.json:
        print_json({"hits": [asdict(hit) for hit in found.hits], "more": list(found.more)})
        return 0
    if not found.hits:
        print("Nothing was found.")
        return 0
    rows = [
        (hit.kind, hit.code, ", ".join(part for part in (hit.area, hit.indicator, hit.period) if part), hit.text)
        for hit in found.hits
    ]
    print_table(("what", "code", "where", "text"), rows)
    if found.more:
        print(f"\nThere are more of these: {', '.join(found.more)}. Say more words, or raise --limit.")
    return 0
