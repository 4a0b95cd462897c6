"""What an index keeps under names, its snapshots and its scenarios: the actions that both have."""

import argparse
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from citeria_desktop.cli.opening import add_writing, open_session, open_to_write
from citeria_desktop.cli.printing import print_json, print_outcome, print_table

if TYPE_CHECKING:
    from citeria_db.changes import Changes
    from citeria_db.store import Project
    from citeria_desktop.cli.opening import Subparsers
    from citeria_desktop.session import Session

_Kept = TypeVar("_Kept")
_Given = ParamSpec("_Given")
Run = Callable[[argparse.Namespace], int]


def add_actions(
    actions: "Subparsers", noun: str, *, listed: Run, shown: Run, renamed: Run, described: Run, deleted: Run
) -> None:
    """Add what is done with anything that has a name: list, show, rename, describe, delete."""
    listing = actions.add_parser("list", help=f"list the {noun}s of an index")
    listing.add_argument("file", type=Path)
    listing.add_argument("--index", metavar="CODE")
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(run=listed)
    show = named(actions, "show", f"print what a {noun} holds", shown)
    show.add_argument("--json", action="store_true")
    rename = named(actions, "rename", f"give a {noun} another name", renamed)
    rename.add_argument("new", metavar="NEW")
    add_writing(rename)
    describe = named(actions, "describe", f"give a {noun} another description", described)
    describe.add_argument("text", metavar="TEXT")
    add_writing(describe)
    add_writing(named(actions, "delete", f"delete a {noun} (undo brings it back)", deleted))


def named(actions: "Subparsers", action: str, told: str, run: Run) -> argparse.ArgumentParser:
    """Add an action on one named row of an index."""
    parser = actions.add_parser(action, help=told)
    parser.add_argument("file", type=Path)
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("--index", metavar="CODE", help="default: the first index that ranks somebody")
    parser.set_defaults(run=run)
    return parser


def index_of(session: "Session") -> str:
    """The code of the index in view; a project without one raises `NoResultError`."""
    from citeria_desktop.session import NoResultError

    if session.index is None:
        raise NoResultError(index="The project", problem=session.problem)
    return session.index.code


def reading(arguments: argparse.Namespace) -> "AbstractContextManager[Session]":
    """The session of an action that only reads."""
    return open_session(arguments.file, arguments.index, read_only=True)


def step(
    arguments: argparse.Namespace,
    edit: "Callable[Concatenate[Project, str, _Given], Changes]",
    *given: _Given.args,
    **named_: _Given.kwargs,
) -> int:
    """Carry out one step on what the index keeps, and say what came of it."""
    with open_to_write(arguments, arguments.index) as session:
        print_outcome(session.run(edit, index_of(session), *given, **named_), arguments)
    return 0


def print_list(
    arguments: argparse.Namespace,
    held: Sequence[_Kept],
    record: Callable[[_Kept], dict[str, object]],
    columns: Sequence[str],
    row: Callable[[_Kept], tuple[str, ...]],
    none: str,
    right: Sequence[int] = (),
) -> int:
    """Print a table of what is kept, or `none`; with `--json` a record of each."""
    if arguments.json:
        print_json([record(one) for one in held])
    elif not held:
        print(none)
    else:
        print_table(columns, [row(one) for one in held], right=right)
    return 0
