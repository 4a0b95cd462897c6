"""Commands about scenarios, `citeria scenario …`: what would be if weights, values or the recipe were others."""

import argparse
import math
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from citeria_desktop.cli.kept import add_actions, index_of, named, print_list, reading, step
from citeria_desktop.cli.opening import add_writing, open_to_write
from citeria_desktop.cli.printing import print_json, print_outcome, print_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from citeria_core.scenario import Scenario
    from citeria_desktop.cli.opening import Subparsers


def add_parsers(subparsers: "Subparsers") -> None:
    """Add this module's commands."""
    scenario = subparsers.add_parser("scenario", help="try other weights, values or a recipe without touching the data")
    actions = scenario.add_subparsers(metavar="ACTION", required=True)
    add = named(actions, "add", "keep what is tried under a name", _add)
    _add_tried(add)
    add.add_argument(
        "--present-weights", action="store_true", help="keep the weights of the data, whatever they become"
    )
    add.add_argument("--description", default="", metavar="TEXT")
    add_writing(add)
    change = named(actions, "change", "try more in a scenario", _try_more)
    _add_tried(change)
    add_writing(change)
    add_actions(actions, "scenario", listed=_list, shown=_show, renamed=_rename, described=_describe, deleted=_delete)
    rank = named(actions, "rank", "print the ranking under a scenario", _rank)
    rank.add_argument("--format", choices=("table", "csv", "json"), default="table")
    add_writing(named(actions, "adopt", "make its weights and recipe those of the index, in one step", _adopt))


def _add_tried(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--weight", action="append", default=[], type=_weight, metavar="NODE=NUMBER")
    parser.add_argument("--value", action="append", default=[], type=_value, metavar="AREA:INDICATOR=NUMBER",
                        help="without a number: as if it were missing")  # fmt: skip
    parser.add_argument("--recipe", type=Path, metavar="R.toml")


def _with_tried(arguments: argparse.Namespace, scenario: "Scenario") -> "Scenario":
    """A scenario that tries what the arguments say as well; its name and description stay."""
    from citeria_core.scenario import more
    from citeria_desktop.cli.tables import file_text

    recipe = None if arguments.recipe is None else file_text(arguments.recipe)
    tried = more(scenario, dict(arguments.weight), dict(arguments.value), recipe)
    return replace(tried, name=scenario.name, description=scenario.description)


def _weight(text: str) -> tuple[str, float]:
    node, _, number = text.rpartition("=")
    if not node:
        raise argparse.ArgumentTypeError(f"“{text}” is not NODE=NUMBER, such as research=35")
    return node, _number(number, text)


def _value(text: str) -> tuple[tuple[str, str], float | None]:
    cell, equals, number = text.rpartition("=")
    area, colon, indicator = cell.partition(":")
    if not (equals and colon and area and indicator):
        raise argparse.ArgumentTypeError(f"“{text}” is not AREA:INDICATOR=NUMBER, such as wuhan:ai-startups-2019=38")
    return (area, indicator), _number(number, text) if number.strip() else None


def _number(number: str, text: str) -> float:
    try:
        value = float(number)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise argparse.ArgumentTypeError(f"“{number}” in “{text}” is no number; write one such as 1234.5")
    return value


def _add(arguments: argparse.Namespace) -> int:
    from citeria_core.scenario import Scenario
    from citeria_db import scenario_operations

    with open_to_write(arguments, arguments.index) as session:
        held = session.present_weights() if arguments.present_weights else None
        begun = held or Scenario(index_of(session), "")
        scenario = _with_tried(arguments, replace(begun, name=arguments.name, description=arguments.description))
        print_outcome(session.run(scenario_operations.add_scenario, scenario), arguments)
    return 0


def _try_more(arguments: argparse.Namespace) -> int:
    return _change(arguments, lambda held: _with_tried(arguments, held))


def _list(arguments: argparse.Namespace) -> int:
    with reading(arguments) as session:
        held = session.project.scenarios.of(index_of(session))
    none = "No scenario yet. Keep one with “citeria scenario add FILE NAME --weight NODE=NUMBER”."
    return print_list(arguments, held, _record, ("name", "tries", "description"), _row, none)


def _row(scenario: "Scenario") -> tuple[str, ...]:
    return scenario.name, _told(scenario), scenario.description


def _told(scenario: "Scenario") -> str:
    weights, values = len(scenario.weights), len(scenario.values)
    told = [f"{weights} weight{'s' * (weights != 1)}"] if weights else []
    told += [f"{values} value{'s' * (values != 1)}"] if values else []
    return ", ".join([*told, "a recipe"] if scenario.recipe is not None else told)


def _record(scenario: "Scenario") -> dict[str, object]:
    values = [
        {"area": area, "indicator": indicator, "value": value} for (area, indicator), value in scenario.values.items()
    ]
    return {
        "index": scenario.index,
        "name": scenario.name,
        "description": scenario.description,
        "weights": dict(scenario.weights),
        "values": values,
        "recipe": scenario.recipe,
    }


def _show(arguments: argparse.Namespace) -> int:
    with reading(arguments) as session:
        held = session.project.scenarios.get(index_of(session), arguments.name)
    if arguments.json:
        print_json(_record(held))
        return 0
    rows = [("weight", node, f"{weight:.15g}") for node, weight in held.weights.items()]
    for (area, indicator), value in held.values.items():
        rows.append(("value", f"{indicator} of {area}", "missing" if value is None else f"{value:.15g}"))
    if rows:
        print_table(("kind", "of", "tried"), rows, right=(2,))
    if held.recipe is not None:
        print(f"recipe:\n{held.recipe}")
    if held.description:
        print(held.description)
    return 0


def _rank(arguments: argparse.Namespace) -> int:
    from citeria_desktop.cli.index import print_ranking

    with reading(arguments) as session:
        session.look(session.project.scenarios.get(index_of(session), arguments.name))
        print_ranking(session, arguments.format)
        findings = session.looks.findings(session.result)
    if arguments.format == "table":
        for line in findings:
            print(line)
    return 0


def _rename(arguments: argparse.Namespace) -> int:
    return _change(arguments, lambda held: replace(held, name=arguments.new))


def _describe(arguments: argparse.Namespace) -> int:
    return _change(arguments, lambda held: replace(held, description=arguments.text.strip()))


def _change(arguments: argparse.Namespace, made: "Callable[[Scenario], Scenario]") -> int:
    from citeria_db import scenario_operations

    with open_to_write(arguments, arguments.index) as session:
        held = session.project.scenarios.get(index_of(session), arguments.name)
        change = scenario_operations.change_scenario
        print_outcome(session.run(change, arguments.name, made(held)), arguments)
    return 0


def _adopt(arguments: argparse.Namespace) -> int:
    from citeria_db.scenario_operations import adopt

    return step(arguments, adopt, arguments.name)


def _delete(arguments: argparse.Namespace) -> int:
    from citeria_db.scenario_operations import delete_scenario

    return step(arguments, delete_scenario, arguments.name)
