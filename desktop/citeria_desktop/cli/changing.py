"""`citeria change`: other fields of an area, an indicator, an index, a node or a group, all in one step."""

import argparse
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from citeria_core.model import Status
from citeria_core.period import Period
from citeria_db import index_operations
from citeria_db import structure_operations as structure
from citeria_desktop.cli import fields, naming

if TYPE_CHECKING:
    from citeria_db.changes import Changes
    from citeria_db.store import Project
    from citeria_desktop.cli.opening import Subparsers

Look = Callable[[], object]


def add_parsers(subparsers: "Subparsers") -> None:
    """Add this module's command."""
    nouns = naming.verb(
        subparsers,
        "change",
        "change other fields of an area, indicator, index, node or group",
        "Changes the fields that are given, in one step; an empty text takes one away, the others stay.",
    )
    _area(nouns)
    _indicator(nouns)
    _index(nouns)
    _node(nouns)
    _group(nouns)


def _given(arguments: argparse.Namespace, *names: str) -> dict[str, Any]:
    """The plain texts that were given, by field."""
    return {name: value for name in names if (value := getattr(arguments, name)) is not None}


def _area(nouns: "Subparsers") -> None:
    parser = naming.noun(nouns, "area", _change_area, _check_area)
    parser.add_argument("--code", dest="new", metavar="NEW", help="another code")
    parser.add_argument("--kind")
    parser.add_argument("--variant", action="append", metavar="NAME", help="its other spellings from now on")
    parser.add_argument("--latitude", metavar="DEGREES")
    parser.add_argument("--longitude", metavar="DEGREES")
    parser.add_argument("--note")


def _check_area(_project: "Project", given: argparse.Namespace) -> list[Look]:
    return [
        lambda: structure.check_code(given.new or given.code, "an area"),
        lambda: given.latitude and fields.degrees(given.latitude, 90),
        lambda: given.longitude and fields.degrees(given.longitude, 180),
    ]


def _change_area(project: "Project", given: argparse.Namespace) -> "Changes":
    changed = replace(project.areas.get(given.code), **_given(given, "kind", "note"))
    if given.latitude is not None:
        changed = replace(changed, latitude=fields.degrees(given.latitude or None, 90))
    if given.longitude is not None:
        changed = replace(changed, longitude=fields.degrees(given.longitude or None, 180))
    if given.variant is not None:
        changed = replace(changed, variants=tuple(filter(None, given.variant)))
    return structure.change_area(project, given.code, replace(changed, code=given.new or given.code))


def _indicator(nouns: "Subparsers") -> None:
    parser = naming.noun(nouns, "indicator", _change_indicator, _check_indicator)
    parser.add_argument("--code", dest="new", metavar="NEW", help="another code")
    parser.add_argument("--unit")
    parser.add_argument("--definition")
    parser.add_argument("--measure")
    parser.add_argument("--direction", choices=tuple(fields.DIRECTIONS))
    parser.add_argument("--kind", choices=("number", "ordinal", "text"))
    parser.add_argument("--collection", action="append", metavar="CODE", help="its collections from now on")
    parser.add_argument("--note")


def _check_indicator(_project: "Project", given: argparse.Namespace) -> list[Look]:
    return [lambda: structure.check_code(given.new or given.code, "an indicator")]


def _change_indicator(project: "Project", given: argparse.Namespace) -> "Changes":
    held = project.indicators.get(given.code)
    changed = replace(held, **_given(given, "unit", "definition", "measure", "kind", "note"))
    if given.direction is not None:
        changed = replace(changed, direction=fields.DIRECTIONS[given.direction])
    if given.collection is not None:
        changed = replace(changed, collections=tuple(filter(None, given.collection)))
    return structure.change_indicator(project, given.code, replace(changed, code=given.new or given.code))


def _index(nouns: "Subparsers") -> None:
    parser = naming.noun(nouns, "index", _change_index, _check_index)
    parser.add_argument("--description")
    parser.add_argument("--as-of", metavar="PERIOD", help="values of later periods are not read")
    parser.add_argument("--published", metavar="CODE", help="the published ranking beside it")
    parser.add_argument("--add-area", action="append", default=[], metavar="CODE", help="rank it")
    parser.add_argument("--drop-area", action="append", default=[], metavar="CODE", help="rank it no longer")


def _check_index(project: "Project", given: argparse.Namespace) -> list[Look]:
    return [
        lambda: given.as_of and Period.parse(given.as_of),
        lambda: given.published and project.published.get(given.published),
        *(lambda area=area: project.areas.get(area) for area in (*given.add_area, *given.drop_area)),
    ]


def _change_index(project: "Project", given: argparse.Namespace) -> "Changes":
    held = project.indices.get(given.code)
    areas = tuple(area for area in dict.fromkeys((*held.areas, *given.add_area)) if area not in given.drop_area)
    changed = replace(held, areas=areas, **_given(given, "description"))
    if given.as_of is not None:
        changed = replace(changed, as_of=Period.parse(given.as_of))
    if given.published is not None:
        changed = replace(changed, published=given.published or None)
    return index_operations.change_index(project, given.code, changed)


def _node(nouns: "Subparsers") -> None:
    parser = naming.noun(nouns, "node", _change_node, _check_node)
    parser.add_argument("--weight", help="relative among its siblings")
    parser.add_argument("--indicator", metavar="CODE", help="what it stands for; empty: nothing")
    parser.add_argument("--direction", choices=("+", "-"))
    parser.add_argument("--period", help="read this period, whatever the index is as of; empty: as the index")
    parser.add_argument("--status", action="append", metavar="S", help="counts beside the usual ones; empty: none")


def _check_node(project: "Project", given: argparse.Namespace) -> list[Look]:
    return [
        lambda: given.weight is not None and fields.weight(given.weight),
        lambda: given.indicator and project.indicators.get(given.indicator),
        lambda: given.period and Period.parse(given.period),
        *(lambda status=status: fields.status(status) for status in given.status or () if status),
    ]


def _change_node(project: "Project", given: argparse.Namespace) -> "Changes":
    changed = naming.node(project, given)
    if given.weight is not None:
        changed = replace(changed, weight=fields.weight(given.weight))
    if given.indicator is not None:
        changed = replace(changed, indicator=given.indicator or None)
    if given.direction is not None:
        changed = replace(changed, direction=fields.DIRECTIONS[given.direction])
    if given.period is not None:
        changed = replace(changed, period=Period.parse(given.period) if given.period else None)
    if given.status is not None:
        changed = replace(changed, statuses=frozenset(map(Status, filter(None, given.status))))
    return index_operations.change_node(project, given.index, changed)


def _group(nouns: "Subparsers") -> None:
    parser = naming.noun(nouns, "group", _change_group, _check_group)
    parser.add_argument("--colour", metavar="#RRGGBB", help="empty: that of the palette")
    parser.add_argument("--story", help="what its members have in common")


def _check_group(_project: "Project", given: argparse.Namespace) -> list[Look]:
    return [lambda: structure.check_colour(given.colour or "")]


def _change_group(project: "Project", given: argparse.Namespace) -> "Changes":
    changed = replace(naming.group(project, given), **_given(given, "colour", "story"))
    return structure.change_group(project, given.grouping, changed)
