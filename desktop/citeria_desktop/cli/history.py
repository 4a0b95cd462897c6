"""Commands about what was done: history, undo, redo, revert, compare."""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

from citeria_db.history import comparing
from citeria_db.store import Project
from citeria_desktop.cli.opening import add_writing, check_all, open_project, open_to_write, whole_number
from citeria_desktop.cli.printing import print_json, print_outcome, print_table

if TYPE_CHECKING:
    from citeria_db.changes import Change, Step
    from citeria_db.history.comparing import Difference
    from citeria_desktop.cli.opening import Subparsers
    from citeria_desktop.session import Outcome

_LONGEST: Final = 100  # characters of a value in a table


def add_parsers(subparsers: "Subparsers") -> None:
    """Add this module's commands."""
    _history_parser(subparsers)
    for name, told, run in (("undo", "undo the last step", _undo), ("redo", "redo the step undone last", _redo)):
        command = subparsers.add_parser(name, help=told)
        command.add_argument("file", type=Path)
        add_writing(command)
        command.set_defaults(run=run)
    _revert_parser(subparsers)
    _compare_parser(subparsers)


def _history_parser(subparsers: "Subparsers") -> None:
    history = subparsers.add_parser(
        "history",
        help="list the steps, newest first: who, when, what, why",
        description="Lists the steps, the newest first. Filters combine: with --area and --indicator only what touched "
        "both is listed. With --area, --indicator or --source, --json also gives each single change about them.",
    )
    history.add_argument("file", type=Path)
    history.add_argument("--area", metavar="CODE", help="only steps that touched something about this area")
    history.add_argument("--indicator", metavar="CODE", help="only steps that touched something about this indicator")
    history.add_argument("--source", metavar="KEY", help="only steps that touched this source or a value citing it")
    history.add_argument("--author", metavar="NAME", help="only steps taken by this person")
    history.add_argument("--limit", type=whole_number, default=None, help="at most so many steps")
    history.add_argument("--json", action="store_true")
    history.set_defaults(run=_history)


def _revert_parser(subparsers: "Subparsers") -> None:
    revert = subparsers.add_parser(
        "revert",
        help="take back one step, though others have followed",
        description="Takes back one step in the middle of history, as one new step that can be undone itself. Refused "
        "if a later step builds on it: that step is named.",
    )
    revert.add_argument("file", type=Path)
    revert.add_argument("step", type=int, metavar="STEP", help="the number of the step, as `history` lists it")
    add_writing(revert)
    revert.set_defaults(run=_revert)


def _compare_parser(subparsers: "Subparsers") -> None:
    compare = subparsers.add_parser(
        "compare",
        help="say what differs between two times",
        description="Lists the cells and columns that differ between two states of the project. A moment is the number "
        "of a step (the state after it; 0: as the project was made) or a time in UTC: 2026-11-22T08:36, or 2026-11-22 "
        "for the end of that day.",
    )
    compare.add_argument("file", type=Path)
    compare.add_argument("--from", dest="early", required=True, metavar="MOMENT")
    compare.add_argument("--to", dest="late", required=True, metavar="MOMENT")
    compare.add_argument("--json", action="store_true")
    compare.set_defaults(run=_compare)


def _history(arguments: argparse.Namespace) -> int:
    about = {noun: getattr(arguments, noun) for noun in ("area", "indicator", "source")}
    with open_project(arguments.file, read_only=True) as project:
        _check(project, about)
        steps = project.history.about(**about, author=arguments.author, limit=arguments.limit)
        named = arguments.json and any(code is not None for code in about.values())
        changes = project.history.changes_about(**about) if named else None
    if arguments.json:
        print_json([_record(step, changes) for step in steps])
    elif not steps:
        print("No step yet." if not arguments.author and not any(about.values()) else "No such step.")
    else:
        rows = [(str(step.number), step.time, step.author, _told(step)) for step in steps]
        print_table(("step", "time", "author", "what"), rows, right=(0,))
    return 0


def _check(project: Project, about: dict[str, str | None]) -> None:
    area, indicator, source = about.values()
    check_all(
        lambda: area is None or project.areas.get(area),
        lambda: indicator is None or project.indicators.get(indicator),
        lambda: source is None or project.sources.get(source),
    )


def _told(step: "Step") -> str:
    return step.label + (" (undone)" if step.undone else "") + (f" – {step.reason}" if step.reason else "")


def _record(step: "Step", changes: "tuple[Change, ...] | None") -> dict[str, object]:
    record: dict[str, object] = {
        "step": step.number,
        "id": step.id,
        "label": step.label,
        "author": step.author,
        "time": step.time,
        "reason": step.reason,
        "undoes": step.undoes,
        "undone": step.undone,
        "changes": step.changes,
    }
    if changes is not None:
        record["changed"] = [
            {
                "table": change.table,
                "row": change.row,
                "op": change.op,
                "column": change.column,
                "old": change.old,
                "new": change.new,
            }
            for change in changes
            if change.step == step.number
        ]
    return record


def _undo(arguments: argparse.Namespace) -> int:
    with open_to_write(arguments) as session:
        _print_taken(session.undo(), arguments)
    return 0


def _redo(arguments: argparse.Namespace) -> int:
    with open_to_write(arguments) as session:
        _print_taken(session.redo(), arguments)
    return 0


def _print_taken(outcome: "Outcome", arguments: argparse.Namespace) -> None:
    """An undo or redo says in its message which step it took back."""
    if arguments.json:
        print_outcome(outcome, arguments)
    else:
        print(outcome.message)


def _revert(arguments: argparse.Namespace) -> int:
    with open_to_write(arguments) as session:
        outcome = session.run(Project.revert, arguments.step)
        print_outcome(outcome, arguments)
    return 0


def _compare(arguments: argparse.Namespace) -> int:
    with open_project(arguments.file, read_only=True) as project:
        check_all(
            lambda: comparing.step_at(project, arguments.early), lambda: comparing.step_at(project, arguments.late)
        )
        early, late = comparing.step_at(project, arguments.early), comparing.step_at(project, arguments.late)
        found = comparing.compare(project, early, late)
    if arguments.json:
        print_json({"from": early, "to": late, "differences": [asdict(difference) for difference in found]})
    elif not found:
        print(f"Nothing differs between step {early} and step {late}.")
    else:
        print_table(("what", "where", "column", "then", "now"), [_row(difference) for difference in found])
    return 0


def _row(difference: "Difference") -> tuple[str, ...]:
    place = ", ".join(part for part in (difference.area, difference.indicator, difference.period) if part)
    held = (_shown(value) for value in (difference.before, difference.after))
    return (f"{difference.table} {difference.op}", place, difference.column, *held)


def _shown(value: object) -> str:
    """A value on one line of a table; `--json` has all of a long text."""
    text = "–" if value is None else " ".join(str(value).split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
