"""Commands about an index: its ranking and its weights."""

import argparse
import csv
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from citeria_core import beside
from citeria_core.arrange import EVERYTHING, Arrangement, arrange
from citeria_desktop.cli import fields, rows
from citeria_desktop.cli.opening import add_index, add_writing, check_all, open_index, open_session
from citeria_desktop.cli.printing import print_json, print_outcome, print_table
from citeria_desktop.session import NoResultError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from citeria_core.ranking import Row, Standing
    from citeria_desktop.cli.opening import Subparsers
    from citeria_desktop.session import Session

_COLUMNS = ("rank", "area", "name", "score", "coverage", "published")


def add_parsers(subparsers: "Subparsers") -> None:
    """Add this module's commands."""
    rank = subparsers.add_parser("rank", help="print the ranking of an index")
    rank.add_argument("file", type=Path)
    rank.add_argument("--index", metavar="CODE", help="default: the first index that ranks somebody")
    rank.add_argument("--format", choices=("table", "csv", "json"), default="table")
    rows.add_arguments(rank)
    rank.set_defaults(run=_rank)

    weight = subparsers.add_parser("weight", help="change the weight of a node of an index")
    weight.add_argument("file", type=Path)
    add_index(weight)
    weight.add_argument("--node", required=True, metavar="CODE")
    weight.add_argument("value", help="the relative weight among its siblings")
    add_writing(weight)
    weight.set_defaults(run=_weight)


def _rank(arguments: argparse.Namespace) -> int:
    with open_session(arguments.file, arguments.index, read_only=True) as session:
        parts = [part.code for part in standing_of(session).parts]
        nodes = session.index.nodes if session.index is not None else ()
        print_ranking(session, arguments.format, rows.arrangement(arguments, session.groupings(), parts, nodes))
    return 0


def print_ranking(session: "Session", form: str, how: Arrangement = EVERYTHING) -> None:
    """Print the session's ranking as a table, as CSV or as JSON; `NoResultError` where there is none."""
    standing = arranged(session, how)
    if form == "json":
        print_json([_record(row) for row in standing.rows])
    elif form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(_COLUMNS)
        writer.writerows([_record(row)[column] for column in _COLUMNS] for row in standing.rows)
    else:
        print_standing(standing)


def arranged(session: "Session", how: Arrangement) -> "Standing":
    """The session's ranking as `how` asks for it; a group is a row without an area, with its means."""
    standing, shown = standing_of(session), session.shown
    ties = shown.recipe.rank.ties if shown is not None else "min"
    natives = {area.code: " ".join(area.names.values()) for area in session.project.areas.all()} if how.text else {}
    measures = _measures(session, standing, {one.key for one in how.sort})
    if shown is not None:
        measures = {**measures, **beside.of_result(shown, [key for key, _ in how.ranges])}
    return replace(standing, rows=arrange(standing, how, session.groupings(), natives, ties, measures).rows)


def _measures(session: "Session", standing: "Standing", keys: set[str]) -> beside.Measures:
    """What rows are sorted by that does not stand in them; rank intervals are computed only where they are."""
    found: dict[str, Mapping[str, float]] = {}
    if keys & {beside.WIDTH, beside.BEST}:
        work = session.intervals()
        found |= beside.of_intervals(work(lambda done, total: True).areas) if work is not None else {}
    if beside.GAINED in keys:
        found |= beside.of_path([ranks for _, ranks in session.looks.path()], standing.rows)
    return found


def standing_of(session: "Session") -> "Standing":
    """The session's ranking; an index that cannot be computed raises `NoResultError`."""
    if session.standing is None:
        raise NoResultError(index=session.index.code if session.index else "The project", problem=session.problem)
    return session.standing


def print_standing(standing: "Standing") -> None:
    """Print a ranking as a table for people, with the note that explains gaps."""
    table = [
        (
            row.label,
            row.area,
            row.name,
            "" if row.score is None else f"{row.score:.2f}",
            f"{row.present}/{row.total}" + (" partial" if row.partial and row.rank is not None else ""),
            row.published,
        )
        for row in standing.rows
    ]
    print_table(_COLUMNS, table, right=(0, 3))
    if standing.note:
        print(f"\n{standing.note}")


def _record(row: "Row") -> dict[str, object]:
    return {
        "rank": row.label,
        "area": row.area,
        "name": row.name,
        "score": row.score,
        "coverage": row.present / row.total if row.total else 0.0,
        "published": row.published,
        "present": row.present,
        "total": row.total,
        "reason": row.reason,
    }


def _weight(arguments: argparse.Namespace) -> int:
    from citeria_core import tree_edit
    from citeria_db import operations  # `rank` does without them

    with open_index(arguments) as session:
        check_all(
            lambda: tree_edit.get(session.project.indices.get(arguments.index).nodes, arguments.node),
            lambda: fields.weight(arguments.value),
        )
        weight = fields.weight(arguments.value)
        outcome = session.run(operations.set_weight, arguments.index, arguments.node, weight)
        print_outcome(outcome, arguments)
    return 0
