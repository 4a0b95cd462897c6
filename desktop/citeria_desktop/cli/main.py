"""The `citeria` command's parser, and how its errors end: every one in words on standard error, exit code 2."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import metadata
from io import TextIOWrapper
from typing import TextIO

from citeria_core.errors import KnownError
from citeria_desktop.cli import (
    adding,
    answers,
    arranging,
    bibliography,
    changing,
    citations,
    clusters,
    compute,
    history,
    index,
    listing,
    loading,
    parse,
    pictures,
    project,
    recipe,
    replacing,
    robustness,
    scenarios,
    searching,
    shares,
    snapshots,
    sources,
    values,
)

_GROUPS = (
    project,
    listing,
    index,
    shares,
    recipe,
    values,
    citations,
    sources,
    bibliography,
    adding,
    arranging,
    changing,
    loading,
    replacing,
    history,
    snapshots,
    scenarios,
    searching,
    parse,
    answers,
    clusters,
    compute,
    robustness,
    pictures,
)


class _Parser(argparse.ArgumentParser):
    """A parser, of `citeria` or of one command, that answers for what is written after it."""

    def parse_known_args(self, args=None, namespace=None):  # type: ignore[no-untyped-def]
        """What is left over is an error of the command that was given it, so that its own usage is shown."""
        known, extra = super().parse_known_args(args, namespace)
        if extra:
            told = "unrecognized arguments: {}; “{} --help” lists those there are"
            self.error(told.format(" ".join(extra), self.prog))
        return known, extra


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands; each command's module adds its own."""
    parser = _Parser(
        prog="citeria",
        description="Maintain an index of cities: every number cited, every rank explained.",
        epilog="`citeria` or `citeria FILE` opens the window. Exit codes: 0 done, 2 bad input (nothing was changed).",
    )
    parser.add_argument("--version", action="version", version=f"citeria {metadata.version('citeria')}")
    subparsers = parser.add_subparsers(metavar="COMMAND", required=True)
    for group in _GROUPS:
        group.add_parsers(subparsers)
    return parser


def commands() -> frozenset[str]:
    """The names of all commands, so that the start can tell a command from a file."""
    parser = build_parser()
    action = next(action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    return frozenset(action.choices)


def run(argv: Sequence[str]) -> int:
    """Carry out one command and return its exit code."""
    _write_utf8(sys.stdout, sys.stderr)
    arguments = build_parser().parse_args(argv)
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
