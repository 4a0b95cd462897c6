"""Commands about values: set, show, rivals, prefer, describe, missing, remove, note."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from citeria_core.model import Missing, Qualifier, Status
from citeria_core.parse import format_number
from citeria_core.period import Period
from citeria_db import operations
from citeria_db.observations import SETTABLE
from citeria_desktop.cli.opening import add_writing, check_all, open_project, open_session, open_to_write
from citeria_desktop.cli.printing import print_json, print_outcome

if TYPE_CHECKING:
    from citeria_core.effects import Effect
    from citeria_core.model import Observation
    from citeria_db.store import Project
    from citeria_desktop.cli.opening import Subparsers
    from citeria_desktop.session import Session


def add_parsers(subparsers: "Subparsers") -> None:
    """Add this module's commands."""
    put = _of_cell(subparsers, "set", "set the value that a source gives, and use it", _set, period=True)
    put.add_argument("--value", required=True, metavar="TEXT", help="as printed: 12.5, “> 3”, “10–20”")
    put.add_argument("--source", required=True, metavar="KEY")
    put.add_argument("--locator", default="", help="page, table, paragraph")
    put.add_argument("--quote", default="", help="the words that state it")
    put.add_argument("--locale", default=None, metavar="L", help="how numbers are written there: en, de, fr, ru, zh")
    add_writing(put)

    show = _of_cell(subparsers, "show", "show every observation of a cell with its citations", _show, period=False)
    show.add_argument("--json", action="store_true")

    told = "show the values of a cell that are not in use, and what each would do to the ranks"
    rivals = _of_cell(subparsers, "rivals", told, _rivals, period=False)
    rivals.add_argument("--index", default=None, metavar="CODE", help="the index whose ranks are meant")
    rivals.add_argument(
        "--hanging", action="store_true", help="what hangs on the value in use instead: without it, and at its ends"
    )
    rivals.add_argument("--json", action="store_true")

    prefer = _of_observation(subparsers, "prefer", "use this observation among its rivals", _prefer)
    prefer.add_argument("--index", default=None, metavar="CODE", help="the index whose ranks are told")
    prefer.add_argument("--dry-run", action="store_true", help="only tell what it would do")

    describe = _of_observation(subparsers, "describe", "say what kind of claim an observation is", _describe)
    describe.add_argument("--status", choices=[str(status) for status in Status], default=None)
    describe.add_argument("--qualifier", choices=[str(one) for one in Qualifier], default=None)
    describe.add_argument("--flag", action="append", metavar="FLAG", help="its flags from now on (may be repeated)")
    describe.add_argument("--no-flags", action="store_true", help="it has none")

    missing = _of_cell(subparsers, "missing", "say why a cell has no value", _missing, period=True)
    missing.add_argument(
        "--reason", dest="why", choices=sorted(str(reason) for reason in SETTABLE), default="not_found"
    )
    add_writing(missing, "--because")

    clear = _of_cell(
        subparsers, "clear", "remove the value in use from a cell, with its citations", _clear, period=True
    )
    add_writing(clear)

    _of_observation(subparsers, "remove", "remove an observation with its citations", _remove)
    _note_parser(subparsers)


def _of_cell(
    subparsers: "Subparsers", name: str, told: str, run: Callable[[argparse.Namespace], int], *, period: bool
) -> argparse.ArgumentParser:
    """A command about one cell; `period` says whether it has to be named."""
    parser = subparsers.add_parser(name, help=told)
    parser.add_argument("file", type=Path)
    parser.add_argument("--area", required=True, metavar="CODE")
    parser.add_argument("--indicator", required=True, metavar="CODE")
    parser.add_argument("--period", required=period, default=None, help="2020, 2020-03, 2020-Q3, 2018/2019 or undated")
    parser.set_defaults(run=run)
    return parser


def _of_observation(
    subparsers: "Subparsers", name: str, told: str, run: Callable[[argparse.Namespace], int]
) -> argparse.ArgumentParser:
    """A command that changes one observation."""
    parser = subparsers.add_parser(name, help=told)
    parser.add_argument("file", type=Path)
    parser.add_argument("observation", metavar="OBSERVATION", help="an id as `show --json` prints it")
    add_writing(parser)
    parser.set_defaults(run=run)
    return parser


def _note_parser(subparsers: "Subparsers") -> None:
    note = subparsers.add_parser("note", help="write a note on an area, an indicator, a cell or an observation")
    note.add_argument("file", type=Path)
    note.add_argument("--area", default=None, metavar="CODE")
    note.add_argument("--indicator", default=None, metavar="CODE")
    note.add_argument("--period", default=None)
    note.add_argument("--observation", default=None, metavar="ID")
    note.add_argument("text", help="the note; an empty text removes it")
    add_writing(note)
    note.set_defaults(run=_note)


def _set(arguments: argparse.Namespace) -> int:
    with open_to_write(arguments) as session:
        project = session.project
        check_all(
            lambda: project.areas.get(arguments.area),
            lambda: project.indicators.get(arguments.indicator),
            lambda: Period.parse(arguments.period),
            lambda: project.sources.get(arguments.source),
        )
        outcome = session.run(
            operations.set_value,
            arguments.area,
            arguments.indicator,
            Period.parse(arguments.period),
            arguments.value,
            source=arguments.source,
            locator=arguments.locator,
            quote=arguments.quote,
            locale=arguments.locale,
        )
        print_outcome(outcome, arguments)
    return 0


def _period(arguments: argparse.Namespace) -> Period | None:
    return None if arguments.period is None else Period.parse(arguments.period)


def _show(arguments: argparse.Namespace) -> int:
    with open_project(arguments.file, read_only=True) as project:
        check_all(
            lambda: project.areas.get(arguments.area),
            lambda: project.indicators.get(arguments.indicator),
            lambda: _period(arguments),
        )
        area, indicator = project.areas.get(arguments.area), project.indicators.get(arguments.indicator)
        period = _period(arguments)
        found = project.observations.cell(area.code, indicator.code, period)
    if arguments.json:
        print_json(_cell(area.code, indicator.code, period, found))
        return 0
    print(f"{area.name()} · {indicator.name}" + (f" ({indicator.unit})" if indicator.unit else ""))
    if not found:
        print("No observation yet.")
    for observation in found:
        print(_line(observation))
        for citation in observation.citations:
            quoted = f" “{citation.quote}”" if citation.quote else ""
            quoted += f" ({citation.speaker})" if citation.speaker else ""
            print(f"      {citation.role}: {citation.source}, {citation.locator or 'no locator'}{quoted}")
    return 0


def _line(observation: "Observation") -> str:
    mark = "in use" if observation.preferred else "rival"
    sign = "" if observation.qualifier == "=" else f"{observation.qualifier} "
    value = observation.text if observation.value is None else f"{observation.value:g}"
    return f"  {observation.period}  {sign}{value}  {observation.status}  [{mark}]  {observation.id}"


def _cell(area: str, indicator: str, period: Period | None, found: "tuple[Observation, ...]") -> dict[str, object]:
    """The cell as `show --json` prints it; without a period, every period's observations stand in it.

    `preferred` is the id of the preferred observation, of the latest period that has one.
    """
    preferred = [observation.id for observation in found if observation.preferred]
    return {
        "area": area,
        "indicator": indicator,
        "period": None if period is None else str(period),
        "preferred": preferred[-1] if preferred else None,
        "observations": [
            {
                "id": observation.id,
                "value": observation.text if observation.value is None and observation.text else observation.value,
                "printed": observation.printed,
                "qualifier": str(observation.qualifier),
                "status": str(observation.status),
                "citations": [
                    {
                        "source": citation.source,
                        "locator": citation.locator,
                        "quote": citation.quote,
                        "role": str(citation.role),
                        "id": citation.id,
                        **({"speaker": citation.speaker} if citation.speaker else {}),
                    }
                    for citation in observation.citations
                ],
                "period": str(observation.period),
                "preferred": observation.preferred,
                "low": observation.low,
                "high": observation.high,
                "unit": observation.unit,
                "missing": observation.missing,
                "flags": sorted(observation.flags),
                "note": observation.note,
            }
            for observation in found
        ],
    }


def _rivals(arguments: argparse.Namespace) -> int:
    with open_session(arguments.file, arguments.index, read_only=True) as session:
        project = session.project
        check_all(
            lambda: project.areas.get(arguments.area),
            lambda: project.indicators.get(arguments.indicator),
            lambda: _period(arguments),
        )
        held = project.observations.cell(arguments.area, arguments.indicator, _period(arguments))
        rivals = [one for one in held if not one.preferred]
        effects = {effect.observation: effect for effect in session.effects(arguments.area, arguments.indicator)}
        supposed = session.supposed(arguments.area, arguments.indicator)
    if arguments.hanging:
        return _print_supposed(session, supposed, json=arguments.json)
    if arguments.json:
        print_json([_rival(one, effects.get(one.id)) for one in rivals])
        return 0
    if not rivals:
        print("No rivals.")
    for one in rivals:
        print(_line(one))
        print(f"      {_told(session, effects.get(one.id))}")
    return 0


def _print_supposed(session: "Session", supposed: "tuple[Effect, ...]", *, json: bool) -> int:
    if json:
        print_json([_effect(effect) for effect in supposed])
        return 0
    for effect in supposed:
        what = "without it" if effect.value is None else f"at {format_number(effect.value)}"
        print(f"{what}: {_told(session, effect)}")
    if not supposed:
        print("The index scores no value of this cell.")
    return 0


def _rival(observation: "Observation", effect: "Effect | None") -> dict[str, object]:
    """A rival as `rivals --json` prints it; `effect` is null where the index does not read the cell."""
    return {
        "observation": observation.id,
        "period": str(observation.period),
        "value": observation.text if observation.value is None and observation.text else observation.value,
        "qualifier": str(observation.qualifier),
        "status": str(observation.status),
        "sources": [citation.source for citation in observation.citations],
        "effect": None if effect is None else _effect(effect),
    }


def _effect(effect: "Effect") -> dict[str, object]:
    return {
        "computed": effect.computed,
        "read": effect.read,
        "scored": effect.value,
        "reason": None if effect.reason is None else str(effect.reason),
        "score_change": effect.shift,
        "moves": [
            {"area": move.area, "name": move.name, "before": move.before_label, "after": move.after_label}
            for move in effect.moves
        ],
    }


def _told(session: "Session", effect: "Effect | None") -> str:
    """An effect in one line."""
    if effect is None:
        return "the index does not read this cell"
    if not effect.computed:
        return "with it the ranking cannot be computed"
    ranks = session.spell(effect.moves) or "no rank changes"
    score = "" if effect.shift is None else f"; score {effect.shift:+.2f}"
    if not effect.read:
        return f"the index would still read another period: {ranks}{score}"
    return f"{ranks}{score}" if effect.reason is None else f"not scored ({effect.reason}): {ranks}{score}"


def _prefer(arguments: argparse.Namespace) -> int:
    if arguments.dry_run:
        return _try(arguments)
    with open_to_write(arguments, arguments.index) as session:
        print_outcome(session.run(operations.prefer, arguments.observation), arguments)
    return 0


def _try(arguments: argparse.Namespace) -> int:
    """Tell what a choice would do, and do nothing."""
    with open_session(arguments.file, arguments.index, read_only=True) as session:
        held = session.project.observations.get(arguments.observation)
        found = session.effects(held.area, held.indicator)
        effect = next((one for one in found if one.observation == held.id), None)
    if arguments.json:
        print_json(_rival(held, effect))
    else:
        print("It is in use already." if held.preferred else f"Would do: {_told(session, effect)}")
    return 0


def _describe(arguments: argparse.Namespace) -> int:
    with open_to_write(arguments) as session:
        outcome = session.run(
            operations.set_status,
            arguments.observation,
            status=None if arguments.status is None else Status(arguments.status),
            flags=() if arguments.no_flags else arguments.flag,
            qualifier=None if arguments.qualifier is None else Qualifier(arguments.qualifier),
        )
        print_outcome(outcome, arguments)
    return 0


def _named_cell(project: "Project", arguments: argparse.Namespace) -> tuple[str, str, Period]:
    """The cell that a command names; everything wrong with its name is raised at once."""
    check_all(
        lambda: project.areas.get(arguments.area),
        lambda: project.indicators.get(arguments.indicator),
        lambda: Period.parse(arguments.period),
    )
    return arguments.area, arguments.indicator, Period.parse(arguments.period)


def _missing(arguments: argparse.Namespace) -> int:
    with open_to_write(arguments) as session:
        cell = _named_cell(session.project, arguments)
        print_outcome(session.run(operations.set_missing, *cell, Missing(arguments.why)), arguments)
    return 0


def _clear(arguments: argparse.Namespace) -> int:
    with open_to_write(arguments) as session:
        cell = _named_cell(session.project, arguments)
        print_outcome(session.run(operations.clear_value, *cell), arguments)
    return 0


def _remove(arguments: argparse.Namespace) -> int:
    with open_to_write(arguments) as session:
        print_outcome(session.run(operations.remove_observation, arguments.observation), arguments)
    return 0


def _note(arguments: argparse.Namespace) -> int:
    period = _period(arguments)
    with open_to_write(arguments) as session:
        outcome = session.run(
            operations.set_note,
            arguments.text,
            area=arguments.area,
            indicator=arguments.indicator,
            period=period,
            observation=arguments.observation,
        )
        print_outcome(outcome, arguments)
    return 0
