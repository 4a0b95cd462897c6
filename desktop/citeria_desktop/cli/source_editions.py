"""`citeria sources recite`: many values cited to a new edition of their source."""

import argparse
from typing import TYPE_CHECKING, Any

from citeria_core.errors import KnownError
from citeria_db import source_recite
from citeria_desktop.cli.opening import add_action, add_reason, open_project
from citeria_desktop.cli.printing import print_json, print_table

if TYPE_CHECKING:
    from citeria_db.source_recite import Recited
    from citeria_desktop.cli.opening import Subparsers


class BadPairError(KnownError):
    """A pair of locators that is none."""

    code = "bad_pair"
    template = "“{given}” does not say what a locator becomes. Write OLD=NEW, as in “p. 3=p. 5”."


def add_actions(actions: "Subparsers") -> None:
    """Add this module's subcommand of `sources`."""
    recited = add_action(actions, "recite", "cite a new edition instead of an old one, in one step")
    recited.add_argument("old", metavar="OLD", help="the key of the edition that is cited")
    recited.add_argument("new", metavar="NEW", help="the key of the edition to cite")
    recited.add_argument(
        "--indicator", action="append", default=[], metavar="CODE", help="only of this one (repeat it)"
    )
    recited.add_argument("--area", action="append", default=[], metavar="CODE", help="of this one (repeat it)")
    recited.add_argument("--locator", action="append", default=[], metavar="OLD=NEW", help="what a locator becomes")
    recited.add_argument("--dry-run", action="store_true", help="show it, change nothing")
    add_reason(recited)
    recited.set_defaults(run=_recite)


def _recite(arguments: argparse.Namespace) -> int:
    locators = dict(_pair(text) for text in arguments.locator)
    reading = arguments.dry_run
    with open_project(arguments.file, read_only=reading) as project, project.because(arguments.reason):
        plan = source_recite.plan(
            project,
            arguments.old,
            arguments.new,
            indicators=arguments.indicator,
            areas=arguments.area,
            locators=locators,
        )
        if not reading:
            source_recite.recite(project, arguments.old, arguments.new, plan)
    if arguments.json:
        print_json({"done": not reading, "citations": [_told(one) for one in plan]})
        return 0
    print_table(
        ("area", "indicator", "period", "value", "role", "locator", "quote"),
        [(one.area, one.indicator, str(one.period), one.value, one.role, _locators(one), _quote(one)) for one in plan],
    )
    values = f"{len(plan):,} citation{'' if len(plan) == 1 else 's'}"
    print(f"{values} would go" if reading else f"{values} went", f"from {arguments.old} to {arguments.new}")
    return 0


def _pair(text: str) -> tuple[str, str]:
    old, mark, new = text.partition("=")
    if not mark:
        raise BadPairError(given=text)
    return old.strip(), new.strip()


def _locators(one: "Recited") -> str:
    moved = one.locator if one.locator == one.new_locator else f"{one.locator} → {one.new_locator}"
    return f"{moved} (joined with the one there)" if one.joins else moved


def _quote(one: "Recited") -> str:
    return "to be checked" if one.to_check else ""


def _told(one: "Recited") -> dict[str, Any]:
    return {
        "citation": one.citation,
        "observation": one.observation,
        "area": one.area,
        "indicator": one.indicator,
        "period": str(one.period),
        "value": one.value,
        "role": str(one.role),
        "locator": one.locator,
        "new_locator": one.new_locator,
        "quote": one.quote,
        "quote_to_check": one.to_check,
        "joins": one.joins,
    }
