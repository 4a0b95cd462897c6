"""Commands about verdicts, `citeria verdict …`: what reviewers hold of single values, and what they were answered."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from citeria_core.verdict import Ruling, Side, Verdict
from citeria_db import verdict_operations as operations
from citeria_desktop.cli.opening import add_action, add_writing, check_all, open_project, open_to_write
from citeria_desktop.cli.printing import print_json, print_outcome, print_table

if TYPE_CHECKING:
    from citeria_core.model import Observation
    from citeria_db.store import Project
    from citeria_desktop.cli.opening import Subparsers


def add_parsers(subparsers: "Subparsers") -> None:
    """Add this module's commands."""
    verdict = subparsers.add_parser("verdict", help="keep what reviewers hold of single values, and answer them")
    actions = verdict.add_subparsers(metavar="ACTION", required=True)
    listed = add_action(actions, "list", "list verdicts, the oldest first")
    listed.add_argument("--area", metavar="CODE")
    listed.add_argument("--indicator", metavar="CODE")
    listed.add_argument("--open", action="store_true", help="only those that wait for an answer")
    listed.set_defaults(run=_list)
    give = actions.add_parser("give", help="keep the verdict of a reviewer on an observation as it stands now")
    give.add_argument("file", type=Path)
    give.add_argument("observation", metavar="OBSERVATION", help="an id as `show --json` prints it")
    give.add_argument("ruling", choices=[str(ruling) for ruling in Ruling])
    give.add_argument("--reviewer", required=True, metavar="NAME")
    give.add_argument("--date", default="", metavar="YYYY-MM-DD", help="when it was given (default: today)")
    give.add_argument("--comment", default="", metavar="TEXT", help="needed by query and reject")
    give.add_argument("--value", default="", metavar="TEXT", help="what is proposed, as it would be printed")
    sides = [str(side) for side in Side if side]
    give.add_argument("--wrong", choices=sides, default="", help="who is wrong, where the reviewer says so")
    add_writing(give)
    give.set_defaults(run=_give)
    answer = actions.add_parser("answer", help="say what a reviewer was answered; an empty text takes it back")
    _add_named(answer)
    answer.add_argument("text", metavar="TEXT")
    answer.add_argument("--by", default="", metavar="NAME", help="who answered (default: whoever writes)")
    answer.set_defaults(run=_answer)
    withdraw = actions.add_parser("withdraw", help="take a verdict away; undo brings it back")
    _add_named(withdraw)
    withdraw.set_defaults(run=_withdraw)


def _add_named(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path)
    parser.add_argument("verdict", metavar="VERDICT", help="an id as `verdict list` prints it")
    add_writing(parser)


def _give(arguments: argparse.Namespace) -> int:
    with open_to_write(arguments) as session:
        outcome = session.run(
            operations.give_verdict,
            arguments.observation,
            Ruling(arguments.ruling),
            arguments.reviewer,
            arguments.date or date.today().isoformat(),
            comment=arguments.comment,
            proposed=arguments.value,
            wrong=Side(arguments.wrong),
        )
        print_outcome(outcome, arguments)
    return 0


def _answer(arguments: argparse.Namespace) -> int:
    with open_to_write(arguments) as session:
        outcome = session.run(operations.answer_verdict, arguments.verdict, arguments.text, arguments.by)
        print_outcome(outcome, arguments)
    return 0


def _withdraw(arguments: argparse.Namespace) -> int:
    with open_to_write(arguments) as session:
        print_outcome(session.run(operations.withdraw_verdict, arguments.verdict), arguments)
    return 0


def _list(arguments: argparse.Namespace) -> int:
    with open_project(arguments.file, read_only=True) as project:
        check_all(
            *([lambda: project.areas.get(arguments.area)] if arguments.area else []),
            *([lambda: project.indicators.get(arguments.indicator)] if arguments.indicator else []),
        )
        found = [(one, project.observations.get(one.observation)) for one in project.verdicts.all()]
        kept = [(one, held) for one, held in found if _asked(one, held, arguments)]
        _print(project, kept, arguments)
    return 0


def _asked(one: Verdict, held: "Observation", arguments: argparse.Namespace) -> bool:
    return (
        arguments.area in (None, held.area)
        and arguments.indicator in (None, held.indicator)
        and (one.open or not arguments.open)
    )


def _print(project: "Project", found: "list[tuple[Verdict, Observation]]", arguments: argparse.Namespace) -> None:
    if arguments.json:
        print_json([_record(one, held) for one, held in found])
    elif not found:
        print("No verdicts.")
    else:
        header = ("verdict", "given", "reviewer", "on", "ruling", "says", "answer")
        print_table(header, [_row(project, one, held) for one, held in found])


def _row(project: "Project", one: Verdict, held: "Observation") -> tuple[str, ...]:
    about = f"{project.indicators.get(held.indicator).name}, {project.areas.get(held.area).name()}, {held.period}"
    stale = " (the value was changed since)" if one.stale(held) else ""
    says = " · ".join(part for part in (one.proposed, one.wrong and f"wrong: {one.wrong}", one.comment) if part)
    answer = f"{one.answer} ({one.answered_by})" if one.answer else "waits" if one.open else ""
    return one.id, one.given, one.reviewer, about, f"{one.ruling}{stale}", says, answer


def _record(one: Verdict, held: "Observation") -> dict[str, object]:
    return {
        "verdict": one.id,
        "observation": one.observation,
        "area": held.area,
        "indicator": held.indicator,
        "period": str(held.period),
        "ruling": str(one.ruling),
        "reviewer": one.reviewer,
        "given": one.given,
        "judged": one.judged,
        "stale": one.stale(held),
        "comment": one.comment,
        "proposed": one.proposed,
        "wrong": str(one.wrong),
        "answer": one.answer,
        "answered_by": one.answered_by,
    }
