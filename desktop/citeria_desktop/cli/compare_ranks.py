"""`citeria compare-ranks`: who moved between two rankings of an index, and why."""

import argparse
import math
from pathlib import Path
from typing import TYPE_CHECKING

from citeria_desktop.cli.kept import index_of
from citeria_desktop.cli.opening import check_all, open_session
from citeria_desktop.cli.printing import print_json, print_table

if TYPE_CHECKING:
    from citeria_core.compare import Change, Comparison, Ledger
    from citeria_core.result import Result
    from citeria_core.why import Why
    from citeria_desktop.cli.opening import Subparsers
    from citeria_desktop.session import Session

_NOW = "now"
_PARTS = ("data", "weights", "method", "peers")


def add_parsers(subparsers: "Subparsers") -> None:
    """Add this module's command."""
    ranks = subparsers.add_parser(
        "compare-ranks",
        help="say who moved between two rankings, and why",
        description="Compares two rankings of an index. Each change is told in four parts that sum to it exactly: "
        "data, weights, method and peers (the areas that take part). With --area also what each changed input of that "
        "area's way does alone.",
    )
    ranks.add_argument("file", type=Path)
    ranks.add_argument("--from", dest="early", required=True, metavar="SNAPSHOT")
    ranks.add_argument("--to", dest="late", default=_NOW, metavar="now|SNAPSHOT")
    ranks.add_argument("--index", metavar="CODE")
    ranks.add_argument("--area", metavar="CODE", help="also tell why this area moved")
    ranks.add_argument("--json", action="store_true")
    ranks.set_defaults(run=_compare)


def _compare(arguments: argparse.Namespace) -> int:
    from citeria_core.compare import compare
    from citeria_core.why import why

    with open_session(arguments.file, arguments.index, read_only=True) as session:
        check_all(
            lambda: _result(session, arguments.early),
            lambda: _result(session, arguments.late),
            lambda: arguments.area is None or session.project.areas.get(arguments.area),
        )
        before, after = _result(session, arguments.early), _result(session, arguments.late)
    found = compare(before, after)
    told = why(before, after, arguments.area) if arguments.area else None
    if arguments.json:
        print_json(_comparison(arguments, found, told))
        return 0
    moved = [change for change in found.changes if change.ranks.total or change.scores.total]
    if not moved and not found.entered and not found.left:
        print(f"Nobody moved between {arguments.early} and {arguments.late}.")
    else:
        print_table(
            ("area", "rank then", "now", "places", *(f"by {part}" for part in _PARTS), "score"),
            [_row(change) for change in moved],
            right=range(1, 9),
        )
    for name, gone in (("Entered", found.entered), ("Left", found.left)):
        if gone:
            print(f"{name}: {', '.join(area for area, _ in gone)}")
    if told is not None:
        _tell(told)
    return 0


def _result(session: "Session", name: str) -> "Result":
    from citeria_desktop.session import NoResultError

    if name != _NOW:
        return session.project.snapshots.ranking(index_of(session), name).result
    if session.result is None:
        raise NoResultError(index=index_of(session), problem=session.problem)
    return session.result


def _row(change: "Change") -> tuple[str, ...]:
    parts = (f"{float(getattr(change.ranks, part)):+.2f}" for part in _PARTS)
    moved = f"{change.rank_before - change.rank_after:+g}"
    score = f"{change.score_before:.2f} → {change.score_after:.2f}"
    return (change.area, f"{change.rank_before:g}", f"{change.rank_after:g}", moved, *parts, score)


def _tell(told: "Why") -> None:
    print(f"\nWhy {told.area} went from {told.before:g} to {told.after:g}; each input alone:")
    rows = [
        (
            f"weight of {one.node}" if one.node else f"{one.indicator} of {one.area}",
            f"{one.before:g}",
            f"{one.after:g}",
            f"{one.places:+g}",
            f"{one.points:+.2f}",
        )
        for one in told.effects
    ]
    if rows:
        print_table(("input", "then", "now", "places", "points"), rows, right=(1, 2, 3, 4))
    for line in told.method:
        print(line)
    if told.untried:
        print(f"{told.untried} more inputs changed that were not tried one by one.")


def _comparison(arguments: argparse.Namespace, found: "Comparison", told: "Why | None") -> dict[str, object]:
    record: dict[str, object] = {
        "from": arguments.early,
        "to": arguments.late,
        "differs": list(found.switched),
        "changes": [
            {
                "area": change.area,
                "rank": [change.rank_before, change.rank_after],
                "score": [change.score_before, change.score_after],
                "ranks": _ledger(change.ranks),
                "scores": _ledger(change.scores),
            }
            for change in found.changes
        ],
        "entered": [area for area, _ in found.entered],
        "left": [area for area, _ in found.left],
    }
    if told is not None:
        effects = [
            {
                "area": one.area,
                "indicator": one.indicator,
                "node": one.node,
                "before": _number(one.before),
                "after": _number(one.after),
                "places": _number(one.places),
                "points": _number(one.points),
            }
            for one in told.effects
        ]
        record["why"] = {"area": told.area, "effects": effects, "method": list(told.method)}
    return record


def _ledger(ledger: "Ledger") -> dict[str, object]:
    """Each part as an exact fraction and as a double."""
    return {
        part: {"exact": str(getattr(ledger, part)), "value": float(getattr(ledger, part))}
        for part in (*_PARTS, "total")
    }


def _number(value: float) -> float | None:
    return None if math.isnan(value) else value
