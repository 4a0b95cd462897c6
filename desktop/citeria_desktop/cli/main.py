"""The `citeria` command's parser, and how its errors end: every one in words on standard error, exit code 2."""

import argparse
import importlib
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from io import TextIOWrapper
from typing import Final, TextIO

from citeria_core.errors import KnownError
from citeria_desktop.cli.parser import Parser

_PACKAGE: Final = "citeria_desktop.cli"
# Module → the commands that it adds. One command needs no other's module: reading them all takes longer than a ranking.
GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "project": ("new", "info", "copy", "export"),
    "listing": ("list",),
    "index": ("rank", "weight"),
    "shares": ("shares",),
    "parts": ("part",),
    "recipe": ("recipe",),
    "values": ("set", "show", "rivals", "prefer", "describe", "missing", "clear", "remove", "note"),
    "citations": ("cite", "uncite"),
    "verdicts": ("verdict",),
    "sources": ("sources",),
    "bibliography": ("bibliography",),
    "adding": ("add",),
    "arranging": ("rename", "retire", "unretire", "move", "order", "delete"),
    "changing": ("change",),
    "loading": ("load",),
    "replacing": ("replace",),
    "history": ("history", "undo", "redo", "revert", "compare"),
    "snapshots": ("snapshot",),
    "compare_ranks": ("compare-ranks",),
    "scenarios": ("scenario",),
    "searching": ("search",),
    "parse": ("parse",),
    "answers": ("intervals", "explain", "breakeven", "ways", "verify-next"),
    "clusters": ("clusters",),
    "compute": ("compute",),
    "robustness": ("robustness",),
    "pictures": ("gallery", "picture"),
}
COMMANDS: Final = frozenset(command for commands in GROUPS.values() for command in commands)


class _Version(argparse.Action):
    """Prints the version; the metadata of the distribution are read only then."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib import metadata

        print(f"citeria {metadata.version('citeria')}")
        parser.exit()


def build_parser(command: str = "") -> Parser:
    """The parser of all commands, each made by its own module; or of the module that has `command` alone."""
    parser = Parser(
        prog="citeria",
        description="Maintain an index of cities: every number cited, every rank explained.",
        epilog="`citeria` or `citeria FILE` opens the window. Exit codes: 0 done, 2 bad input (nothing was changed).",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show program's version number and exit")
    subparsers = parser.add_subparsers(metavar="COMMAND", required=True)
    for group, commands in GROUPS.items():
        if command in commands or command not in COMMANDS:
            importlib.import_module(f"{_PACKAGE}.{group}").add_parsers(subparsers)
    return parser


def run(argv: Sequence[str]) -> int:
    """Carry out one command and return its exit code."""
    _write_utf8(sys.stdout, sys.stderr)
    arguments = build_parser(argv[0] if argv else "").parse_args(argv)
    return guarded(lambda: arguments.run(arguments))


def guarded(work: Callable[[], int]) -> int:
    """Do `work` and give its exit code; a known error is said on standard error and gives 2."""
    try:
        code = work()
        sys.stdout.flush()
    except KnownError as error:
        print_error(error)
        return 2
    except BrokenPipeError:  # the reader, `head` say, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def print_error(error: KnownError) -> None:
    """Write an error to standard error, a line for each when there are several."""
    for line in str(error).splitlines():
        print(f"citeria: {line}", file=sys.stderr)


def _write_utf8(*streams: TextIO) -> None:
    """Let names such as 哈尔滨 through where the console's own encoding could not hold them."""
    for stream in streams:
        if isinstance(stream, TextIOWrapper) and stream.encoding.lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding="utf-8")
