"""How a command opens its project: for the length of one `with` block, and closed whatever happens."""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from citeria_core.errors import KnownError, raise_all
from citeria_db.store import Project
from citeria_desktop.session import Session

Subparsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


@contextmanager
def open_project(path: Path, *, read_only: bool = False) -> Iterator[Project]:
    """The project at `path`."""
    with Project.open(path, read_only=read_only) as project:
        yield project


@contextmanager
def open_session(path: Path, index: str | None = None, *, read_only: bool = False) -> Iterator[Session]:
    """A session on the project at `path`, looking through `index` (default: the first that ranks somebody)."""
    with open_project(path, read_only=read_only) as project:
        yield Session(project, index)


def check_all(*looks: Callable[[], object]) -> None:
    """Look at every argument before anything is done, and raise all that is wrong with them at once."""
    errors = []
    for look in looks:
        try:
            look()
        except KnownError as error:
            errors.append(error)
    raise_all(errors)


def whole_number(text: str) -> int:
    """A number of things from an argument: 1 or more."""
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is no number of things; give a whole number, 1 or more")
    return number


def add_reason(parser: argparse.ArgumentParser, *names: str) -> None:
    """Add `--reason`, which history keeps with the step; `names` are others for it, where that means something else."""
    named = names or ("--reason", "--because")
    parser.add_argument(*named, dest="reason", default="", metavar="TEXT", help="why; history keeps it with the step")


def add_action(actions: Subparsers, name: str, told: str, *aliases: str) -> argparse.ArgumentParser:
    """Add a subcommand that names the project first and can print JSON."""
    action = actions.add_parser(name, help=told, aliases=aliases)
    action.add_argument("file", type=Path)
    action.add_argument("--json", action="store_true")
    return action


def add_writing(parser: argparse.ArgumentParser, *reasons: str) -> None:
    """Add what every command that writes takes: the reason, as `add_reason` does, and `--json` for the outcome."""
    add_reason(parser, *reasons)
    parser.add_argument("--json", action="store_true", help="say what came of it as one JSON object")


@contextmanager
def open_to_write(arguments: argparse.Namespace, index: str | None = None) -> Iterator[Session]:
    """The session of a command that writes: every step in the `with` has the reason that was given."""
    with open_session(arguments.file, index) as session, session.project.because(arguments.reason):
        yield session


class WhichIndexError(KnownError):
    """A project with several indices, or none, and a command that is about one."""

    code = "which_index"
    template = "Say which index is meant: --index CODE. The project has {codes}."


def add_index(parser: argparse.ArgumentParser) -> None:
    """Add `--index`, which `open_index` and `fill_index` take."""
    parser.add_argument("--index", metavar="CODE", help="needed where the project has several")


def fill_index(arguments: argparse.Namespace, project: Project) -> None:
    """Take the only index where none was named; raises `WhichIndexError`."""
    if arguments.index is None:
        codes = [index.code for index in project.indices.all()]
        if len(codes) != 1:
            raise WhichIndexError(codes=", ".join(codes) or "none yet")
        (arguments.index,) = codes


@contextmanager
def open_index(arguments: argparse.Namespace, *, read_only: bool = False) -> Iterator[Session]:
    """The session of a command about one index, which need not be named where it is the only one.

    `arguments.index` is its code inside the `with`. Raises `WhichIndexError`.
    """
    with open_project(arguments.file, read_only=read_only) as project, project.because(arguments.reason):
        fill_index(arguments, project)
        yield Session(project, arguments.index)
