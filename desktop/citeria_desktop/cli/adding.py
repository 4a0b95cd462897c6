"""`citeria add`: areas, indicators, indices, nodes, groups and sources, each as one undoable step."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from citeria_core.cite import reference
from citeria_core.model import Area, Group, Grouping, Index, Indicator, Node, Source
from citeria_core.period import Period
from citeria_core.source_identity import Reason
from citeria_db import index_operations, operations, source_operations, structure_operations
from citeria_desktop.cli import fields
from citeria_desktop.cli.opening import add_index, add_writing, check_all, fill_index, open_to_write
from citeria_desktop.cli.printing import print_outcome

if TYPE_CHECKING:
    from citeria_db.changes import Changes
    from citeria_db.store import Project
    from citeria_desktop.cli.opening import Subparsers


def add_parsers(subparsers: "Subparsers") -> None:
    """Add this module's command."""
    add = subparsers.add_parser(
        "add",
        help="add an area, an indicator, an index, a node, a group or a source",
        description="Adds one thing as one step that can be undone. Everything wrong is said at once, and then nothing "
        "is changed (exit code 2).",
    )
    nouns = add.add_subparsers(metavar="NOUN", required=True)
    _area(nouns)
    _indicator(nouns)
    _index(nouns)
    _node(nouns)
    _group(nouns)
    _source(nouns)


def _noun(
    nouns: "Subparsers", noun: str, told: str, run: Callable[[argparse.Namespace], int]
) -> argparse.ArgumentParser:
    parser = nouns.add_parser(noun, help=told)
    parser.add_argument("file", type=Path)
    add_writing(parser)
    parser.set_defaults(run=run)
    return parser


def _area(nouns: "Subparsers") -> None:
    parser = _noun(nouns, "area", "a city, province, country or anything a value can be about", _add_area)
    parser.add_argument("code", metavar="CODE", help="a short word without spaces, such as wuhan")
    parser.add_argument(
        "--name", action="append", default=[], metavar="[LANGUAGE=]NAME", help="repeat it: Wuhan, zh=武汉"
    )
    parser.add_argument("--variant", action="append", default=[], metavar="NAME", help="another spelling in sources")
    parser.add_argument("--kind", default="city", help="city (default), province, country, …")
    parser.add_argument("--parent", metavar="CODE", help="the area that it lies in")
    parser.add_argument("--latitude", metavar="DEGREES")
    parser.add_argument("--longitude", metavar="DEGREES")
    parser.add_argument("--index", action="append", default=[], metavar="CODE", help="let this index rank it")
    parser.add_argument("--note", default="")


def _indicator(nouns: "Subparsers") -> None:
    parser = _noun(nouns, "indicator", "something that is measured", _add_indicator)
    parser.add_argument("code", metavar="CODE")
    parser.add_argument("--name", required=True)
    parser.add_argument("--unit", default="")
    parser.add_argument("--definition", default="")
    parser.add_argument(
        "--direction",
        choices=tuple(fields.DIRECTIONS),
        default="0",
        help="+ more is better, - less is better, 0 not stated",
    )
    parser.add_argument("--kind", choices=("number", "ordinal", "text"), default="number")
    parser.add_argument("--collection", action="append", default=[], metavar="CODE", help="tag it with a collection")
    parser.add_argument("--note", default="")


def _index(nouns: "Subparsers") -> None:
    parser = _noun(nouns, "index", "a composite index; its parts are added with `add node`", _add_index)
    parser.add_argument("code", metavar="CODE")
    parser.add_argument("--name", required=True)
    parser.add_argument("--description", default="")
    parser.add_argument("--as-of", required=True, metavar="PERIOD", help="values of later periods are not read")
    parser.add_argument("--area", action="append", default=[], metavar="CODE", help="rank it (default: every area)")


def _node(nouns: "Subparsers") -> None:
    parser = _noun(nouns, "node", "a part of an index, or with --indicator a leaf of its tree", _add_node)
    parser.add_argument("code", metavar="CODE")
    add_index(parser)
    parser.add_argument("--parent", metavar="CODE", help="the node that it is a part of (default: the whole index)")
    parser.add_argument("--name", help="default: the indicator's name, else the code")
    parser.add_argument("--indicator", metavar="CODE", help="makes it a leaf")
    parser.add_argument("--weight", default="1", help="relative among its siblings; default 1")
    parser.add_argument("--direction", choices=("+", "-"), help="default: the indicator's")
    parser.add_argument("--at", type=int, metavar="N", help="its place among its siblings, from 0 (default: the last)")


def _group(nouns: "Subparsers") -> None:
    parser = _noun(nouns, "group", "a group of a grouping, which is made if it is not there", _add_group)
    parser.add_argument("grouping", metavar="GROUPING")
    parser.add_argument("code", metavar="CODE")
    parser.add_argument("--name", required=True)
    parser.add_argument("--member", action="append", default=[], metavar="AREA", help="leaves its other group")
    parser.add_argument("--colour", default="", metavar="#RRGGBB")
    parser.add_argument("--story", default="", help="what its members have in common")


def _source(nouns: "Subparsers") -> None:
    parser = _noun(nouns, "source", "a source to cite", _add_source)
    parser.add_argument("key", metavar="KEY", nargs="?", default="", help="default: made from author and year")
    parser.add_argument("--title", required=True)
    parser.add_argument("--author", action="append", default=[], metavar="FAMILY[, GIVEN]", help="repeat it")
    parser.add_argument("--publisher", default="")
    parser.add_argument("--year", default="", metavar="YYYY[-MM[-DD]]")
    parser.add_argument("--url", default="")
    parser.add_argument("--doi", default="")
    parser.add_argument("--type", default="webpage", help="a CSL type: report, webpage, dataset, article-journal, …")
    parser.add_argument("--language", default="")
    parser.add_argument("--note", default="")


def _done(
    arguments: argparse.Namespace, checks: "Callable[[Project], list[Callable[[], object]]]", work: "_Work"
) -> int:
    with open_to_write(arguments) as session:
        check_all(*checks(session.project))
        outcome = session.run(work)
        print_outcome(outcome, arguments)
    return 0


_Work = Callable[["Project"], "Changes"]


def _add_area(arguments: argparse.Namespace) -> int:
    def area() -> Area:
        return Area(
            arguments.code,
            arguments.kind,
            dict(fields.named(name) for name in arguments.name),
            tuple(arguments.variant),
            arguments.parent,
            fields.degrees(arguments.latitude, 90),
            fields.degrees(arguments.longitude, 180),
            arguments.note,
        )

    return _done(
        arguments,
        lambda project: [
            lambda: structure_operations.check_code(arguments.code, "an area"),
            *(lambda name=name: fields.named(name) for name in arguments.name),
            lambda: arguments.parent and project.areas.get(arguments.parent),
            lambda: fields.degrees(arguments.latitude, 90),
            lambda: fields.degrees(arguments.longitude, 180),
            *(lambda index=index: project.indices.get(index) for index in arguments.index),
        ],
        lambda project: structure_operations.add_area(project, area(), tuple(arguments.index)),
    )


def _add_indicator(arguments: argparse.Namespace) -> int:
    indicator = Indicator(
        arguments.code,
        arguments.name,
        arguments.unit,
        arguments.definition,
        fields.DIRECTIONS[arguments.direction],
        arguments.kind,
        collections=tuple(arguments.collection),
        note=arguments.note,
    )
    return _done(arguments, lambda _: [], lambda project: structure_operations.add_indicator(project, indicator))


def _add_index(arguments: argparse.Namespace) -> int:
    def work(project: "Project") -> "Changes":
        areas = tuple(arguments.area) or tuple(area.code for area in project.areas.all() if not area.retired)
        as_of = Period.parse(arguments.as_of)
        index = Index(arguments.code, arguments.name, arguments.description, as_of, areas, (), "")
        return index_operations.add_index(project, index)

    return _done(
        arguments,
        lambda project: [
            lambda: structure_operations.check_code(arguments.code, "an index"),
            lambda: Period.parse(arguments.as_of),
            *(lambda area=area: project.areas.get(area) for area in arguments.area),
        ],
        work,
    )


def _add_node(arguments: argparse.Namespace) -> int:
    def work(project: "Project") -> "Changes":
        about = project.indicators.get(arguments.indicator) if arguments.indicator else None
        stated = about.direction if about is not None and about.direction else 1
        node = Node(
            arguments.code,
            arguments.name or (about.name if about is not None else arguments.code),
            arguments.parent or arguments.index,
            fields.weight(arguments.weight),
            arguments.indicator,
            fields.DIRECTIONS[arguments.direction] if arguments.direction else stated,
        )
        return index_operations.add_node(project, arguments.index, node, arguments.at)

    return _done(
        arguments,
        lambda project: [
            lambda: structure_operations.check_code(arguments.code, "a node"),
            lambda: fill_index(arguments, project),
            lambda: arguments.index and project.indices.get(arguments.index),
            lambda: arguments.indicator and project.indicators.get(arguments.indicator),
            lambda: fields.weight(arguments.weight),
        ],
        work,
    )


def _add_group(arguments: argparse.Namespace) -> int:
    members = tuple(dict.fromkeys(arguments.member))
    group = Group(arguments.code, arguments.name, members, arguments.colour, arguments.story)

    def work(project: "Project") -> "Changes":
        if any(grouping.code == arguments.grouping for grouping in project.groupings.all()):
            return structure_operations.add_group(project, arguments.grouping, group)
        grouping = Grouping(arguments.grouping, arguments.grouping, (group,))
        return structure_operations.add_grouping(project, grouping)

    return _done(
        arguments,
        lambda project: [
            lambda: structure_operations.check_code(arguments.code, "a group"),
            lambda: structure_operations.check_colour(arguments.colour),
            *(lambda area=area: project.areas.get(area) for area in members),
        ],
        work,
    )


def _add_source(arguments: argparse.Namespace) -> int:
    named = {"publisher": "publisher", "url": "URL", "doi": "DOI", "language": "language"}
    alike: list[tuple[Source, Reason]] = []

    def work(project: "Project") -> "Changes":
        csl: dict[str, object] = {"type": arguments.type, "title": arguments.title}
        csl |= {name: getattr(arguments, given) for given, name in named.items() if getattr(arguments, given)}
        if arguments.author:
            csl["author"] = [_author(author) for author in arguments.author]
        if arguments.year:
            csl["issued"] = {"date-parts": [fields.date(arguments.year)]}
        made = Source(arguments.key, csl, note=arguments.note)
        alike.extend(source_operations.alike(project, made))
        return operations.add_source(project, made)

    code = _done(
        arguments,
        lambda _: [
            lambda: structure_operations.check_code(arguments.key or "made", "a source"),
            lambda: arguments.year and fields.date(arguments.year),
        ],
        work,
    )
    for held, reason in alike:
        told = f"{held.key} looks like the same source ({reason}): {reference(held)}"
        print(told, file=sys.stderr if arguments.json else sys.stdout)
    return code


def _author(text: str) -> dict[str, str]:
    family, mark, given = text.partition(",")
    return {"family": family.strip(), "given": given.strip()} if mark else {"literal": text.strip()}
