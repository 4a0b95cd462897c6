"""Commands that answer questions about a ranking: how firm it is, why, what would change it, what to verify next."""

import argparse
import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from citeria_core.errors import KnownError, raise_all
from citeria_desktop.cli.opening import open_session, whole_number
from citeria_desktop.cli.printing import print_json, print_table
from citeria_desktop.session import NoResultError

if TYPE_CHECKING:
    from citeria_core.compare import Change, Ledger
    from citeria_core.result import Result
    from citeria_desktop.cli.opening import Subparsers
    from citeria_desktop.session import Session

Record = dict[str, Any]
_MOST = 20  # rows that people are shown; programs get all
_LONG, _ENDLESS = 1e4, 1e15  # numbers between are shown with all digits before their point


def add_parsers(subparsers: "Subparsers") -> None:
    """Add this module's commands."""
    _add_intervals(subparsers)
    _add_explain(subparsers)
    _add_breakeven(subparsers)
    _add_ways(subparsers)
    _add_verify_next(subparsers)


def _add(subparsers: "Subparsers", name: str, told: str, more: str) -> argparse.ArgumentParser:
    parser = subparsers.add_parser(name, help=told, description=more)
    parser.add_argument("file", type=Path)
    parser.add_argument("--index", metavar="CODE", help="default: the first index that ranks somebody")
    parser.add_argument("--json", action="store_true")
    return parser


def _add_intervals(subparsers: "Subparsers") -> None:
    parser = _add(
        subparsers,
        "intervals",
        "print between which ranks each area stands if weights and doubtful values were others",
        "Computes an index again and again, each time drawing every weight within ± 25 % of what it is and every "
        "doubtful value anew, and prints the nominal rank and the 5 %, 50 % and 95 % quantiles of each area. The same "
        "seed gives the same intervals.",
    )
    parser.add_argument("--runs", type=whole_number, default=1000, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="a whole number of 0 or more")
    parser.add_argument("--top", type=whole_number, default=5, metavar="K", help="how many first ranks to judge")
    parser.add_argument("--recipe-factors", action="store_true", help="draw what the recipe of the index lists instead")
    parser.set_defaults(run=_intervals)


def _add_explain(subparsers: "Subparsers") -> None:
    parser = _add(
        subparsers,
        "explain",
        "print what the score of an area is made of",
        "Prints what every indicator contributed to the score of an area; the contributions sum to it. With --since, a "
        "copy of the project kept earlier, also what the change of its rank owes to data, weights, method and peers.",
    )
    parser.add_argument("--area", required=True, metavar="CODE")
    parser.add_argument("--node", metavar="CODE", help="a part of the index; default: the index")
    parser.add_argument("--since", type=Path, metavar="FILE", help="the project as it was")
    parser.set_defaults(run=_explain)


def _add_breakeven(subparsers: "Subparsers") -> None:
    parser = _add(
        subparsers,
        "breakeven",
        "print the value or weight at which an area passes another or reaches a rank",
        "Finds the number nearest to the present one at which the goal is met: for a value of the area, or of another "
        "one named with --of, or for the weight of a node.",
    )
    parser.add_argument("--area", required=True, metavar="CODE", help="who is to rise")
    lever = parser.add_mutually_exclusive_group(required=True)
    lever.add_argument("--indicator", metavar="CODE", help="whose value is to change")
    lever.add_argument("--weight", metavar="NODE", help="whose weight is to change")
    parser.add_argument("--of", metavar="AREA", help="whose value is to change; default: the area itself")
    goal = parser.add_mutually_exclusive_group(required=True)
    goal.add_argument("--pass", dest="rival", metavar="AREA", help="whom to pass")
    goal.add_argument("--rank", type=whole_number, metavar="K", help="the rank to reach")
    parser.add_argument("--low", type=float, default=-math.inf, metavar="X", help="the least number that is possible")
    parser.add_argument("--high", type=float, default=math.inf, metavar="X", help="the largest one")
    parser.set_defaults(run=_breakeven)


def _add_ways(subparsers: "Subparsers") -> None:
    parser = _add(
        subparsers,
        "ways",
        "print which single value could bring a part of the index to other points for an area",
        "Tries every value below a node alone, all others as they stand, between the ends of what was measured of its "
        "indicator and one such span beyond them. Effort is how far the value moves, in those spans.",
    )
    parser.add_argument("--area", required=True, metavar="CODE")
    parser.add_argument("--node", required=True, metavar="CODE", help="the part; an indicator is one as well")
    parser.add_argument("--points", required=True, type=_points, metavar="X", help="what it is to add to the score")
    parser.set_defaults(run=_ways)


def _points(text: str) -> float:
    points = float(text)
    if not math.isfinite(points):
        raise argparse.ArgumentTypeError(f"{text} is no number of points")
    return points


def _add_verify_next(subparsers: "Subparsers") -> None:
    parser = _add(
        subparsers,
        "verify-next",
        "print the doubtful values, those first whose truth could move their area most",
        "Varies each doubtful value (rivals, a range or bound, about, estimated, uncited, of a poor source) over what "
        "is plausible, all others as they stand, and orders them by the expected shift of their area in the ranking.",
    )
    parser.add_argument("--most", type=whole_number, metavar="N", help="print no more than N of them")
    parser.set_defaults(run=_verify_next)


def _result(session: "Session") -> "Result":
    if session.result is None:
        raise NoResultError(index=session.index.code if session.index else "The project", problem=session.problem)
    return session.result


def _check(result: "Result", areas: Iterable[str], indicators: Iterable[str] = (), nodes: Iterable[str] = ()) -> None:
    """Raise every code that the index does not have, all at once."""
    from citeria_core import weights
    from citeria_core.engine import UnknownCellError
    from citeria_core.spelling import suggestion

    data = result.dataset
    wrong: list[KnownError] = [
        UnknownCellError(what=what, named=code, hint=suggestion(code, known))
        for what, given, known in (("area", areas, data.areas), ("indicator", indicators, data.indicators))
        for code in given
        if code not in known
    ]
    unknown = [code for code in nodes if code not in result.nodes]
    raise_all([*wrong, *(weights.UnknownNodeError(node=code, hint=suggestion(code, result.nodes)) for code in unknown)])


def _plain(value: object) -> object:
    """A number as JSON has it: none for NaN and infinities."""
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _record(names: Sequence[str], held: object, **more: object) -> Record:
    return {name: _plain(getattr(held, name)) for name in names} | {name: _plain(one) for name, one in more.items()}


def _shown(value: object) -> str:
    """A number with four digits, or with all those before its point: 298479 is not to be read as 2.985e+05."""
    if isinstance(value, float):
        return f"{value:.0f}" if _LONG <= abs(value) < _ENDLESS else f"{value:.4g}"
    return "" if value is None else str(value)


def _print_rows(rows: Sequence[Record], columns: Sequence[str], left: int) -> None:
    """Records as a table; the first `left` columns are text."""
    shown = [[_shown(row[column]) for column in columns] for row in rows[:_MOST]]
    print_table(columns, shown, right=range(left, len(columns)))
    if len(rows) > _MOST:
        print(f"\n{_MOST} of {len(rows)} are shown; --json prints all.")


_INTERVAL = ("area", "nominal", "low", "median", "high", "best", "worst", "ranked", "first")


def _intervals(arguments: argparse.Namespace) -> int:
    from citeria_core.intervals import intervals

    with open_session(arguments.file, arguments.index, read_only=True) as session:
        recipe, data = _result(session).recipe, session.dataset()
        note = session.standing.note if session.standing is not None else ""
    held = intervals(data, recipe, arguments.runs, arguments.seed, arguments.top, arguments.recipe_factors)
    rows = [_record(_INTERVAL, one, name=data.name(one.area)) for one in held.areas]
    if arguments.json:
        told = ("top", "same", "kept", "runs", "seed", "factors", "findings")
        print_json(_record(told, held, index=data.tree.root, areas=rows))
        return 0
    print_table(_INTERVAL, [[_shown(row[name]) for name in _INTERVAL] for row in _by_rank(rows)], right=range(1, 9))
    if not math.isnan(held.same):
        print(f"\nIn {held.same:.0%} of {held.runs} runs the same areas hold the first {held.top} ranks; ", end="")
        print(f"on average {held.kept:.0%} of them stay there.")
    for finding in (*([note] if note else []), *held.findings):
        print(f"Note: {finding}")
    return 0


def _by_rank(rows: Sequence[Record]) -> list[Record]:
    return sorted(rows, key=lambda row: (row["nominal"] is None, row["nominal"] or row["median"] or math.inf))


def _explain(arguments: argparse.Namespace) -> int:
    with open_session(arguments.file, arguments.index, read_only=True) as session:
        result = _result(session)
    _check(result, [arguments.area], nodes=[arguments.node] if arguments.node else [])
    told = _made_of(result, arguments.area, arguments.node or result.root)
    if arguments.since is not None:
        with open_session(arguments.since, result.root, read_only=True) as session:
            told["since"] = _since(_result(session), result, arguments.area, arguments.node)
    if arguments.json:
        print_json(told)
    else:
        _print_explained(told)
    return 0


def _made_of(result: "Result", area: str, node: str) -> Record:
    """The score of an area on a node with what each indicator below contributed, the largest first."""
    from citeria_core import explain
    from citeria_core.what_if import row_of

    row = row_of(result, area)
    if row is None:
        raise NoResultError(index=f"“{area}”", problem="it takes no part in the index.")
    shares = explain.contributions(result, node)[row]
    below = [code for code in result.dataset.indicators if node in (code, *result.tree.ancestors(code))]
    rows: list[Record] = []
    for code in below:
        place = result.dataset.column_of[code]
        figures = {
            "value": float(result.raw[place][result.dataset.row_of[area, ""]]),
            "normalised": float(result.score(code)[row]),
            "weight": result.effective_weights[code],
            "contribution": float(shares[place]),
        }
        name = result.tree.by_code[code].name
        rows.append({"indicator": code, "name": name, **{key: _plain(one) for key, one in figures.items()}})
    rows.sort(key=lambda entry: -(entry["contribution"] or 0.0))
    score, rank = float(result.score(node)[row]), float(result.rank(node)[row])
    told = {"area": area, "node": node, "score": _plain(score), "rank": _plain(rank)}
    return told | {"method": explain.method(result, node), "contributions": rows}


def _since(before: "Result", after: "Result", area: str, node: str | None) -> Record:
    """Why the rank of an area differs from what it was, in four parts that sum to the change."""
    from citeria_core.compare import compare

    _check(before, [], nodes=[node] if node else [])
    found = compare(before, after, node)
    change = next((one for one in found.changes if one.area == area), None)
    if change is None:
        known = (area, "") in found.entered or (area, "") in found.left
        return {"reason": f"“{area}” is ranked in one of the two only." if known else f"“{area}” is ranked in neither."}
    return _told(change) | {"switched": list(found.switched)}


def _told(change: "Change") -> Record:
    def parts(ledger: "Ledger") -> Mapping[str, float]:
        names = ("data", "weights", "method", "peers", "total")
        return {name: float(getattr(ledger, name)) for name in names}

    return {
        "rank_before": change.rank_before,
        "rank_after": change.rank_after,
        "ranks": parts(change.ranks),
        "score_before": change.score_before,
        "score_after": change.score_after,
        "scores": parts(change.scores),
    }


def _print_explained(told: Record) -> None:
    outcome = "not ranked" if told["score"] is None else f"score {_shown(told['score'])}, rank {_shown(told['rank'])}"
    print(f"{told['area']} on {told['node']}: {outcome}.")
    print(f"What each indicator contributed ({told['method']}):\n")
    _print_rows(told["contributions"], ("indicator", "value", "normalised", "weight", "contribution"), 1)
    since = told.get("since")
    if since is None:
        return
    if "reason" in since:
        print(f"\n{since['reason']}")
        return
    print(f"\nSince then: rank {since['rank_before']:g} → {since['rank_after']:g}.\n")
    rows: list[Record] = [{"of the": what, **since[what]} for what in ("ranks", "scores")]
    _print_rows(rows, ("of the", "data", "weights", "method", "peers", "total"), 1)


def _breakeven(arguments: argparse.Namespace) -> int:
    from citeria_core.breakeven import Pass, Reach, break_even
    from citeria_core.what_if import Value, Weight

    with open_session(arguments.file, arguments.index, read_only=True) as session:
        result = _result(session)
    area, rival = arguments.area, arguments.rival
    areas = [code for code in dict.fromkeys((area, rival, arguments.of)) if code is not None]
    named = [arguments.indicator] if arguments.indicator else []
    _check(result, areas, named, [arguments.weight] if arguments.weight else [])
    lever = Weight(arguments.weight) if arguments.weight else Value(arguments.of or area, arguments.indicator)
    goal = Reach(area, arguments.rank) if rival is None else Pass(area, rival)
    found = break_even(result, lever, goal, arguments.low, arguments.high)
    if arguments.json:
        told = ("value", "present", "rank", "method", "reason")
        print_json(_record(told, found, index=result.root, lever=str(lever), goal=str(goal)))
    elif found.value is None or found.reason:
        print(found.reason)
    else:
        present = "missing" if math.isnan(found.present) else f"{found.present:.10g}"
        print(f"{found.value!r} for {lever} {goal} (now {present}; {found.method}).")
    return 0


_WAY = ("indicator", "present", "value", "points", "effort", "reaches")


def _ways(arguments: argparse.Namespace) -> int:
    from citeria_core.reach import ways

    with open_session(arguments.file, arguments.index, read_only=True) as session:
        result = _result(session)
    _check(result, [arguments.area], (), [arguments.node])
    rows = [_record(_WAY, one) for one in ways(result, arguments.area, arguments.node, arguments.points)]
    if arguments.json:
        print_json(rows)
    elif rows:
        _print_rows(rows, _WAY, 1)
    else:
        print("No value below this part moves it.")
    return 0


_WORTH = ("area", "indicator", "why", "low", "high", "present", "expected", "largest", "at", "ripple")


def _verify_next(arguments: argparse.Namespace) -> int:
    from citeria_core.verify_next import verify_next

    with open_session(arguments.file, arguments.index, read_only=True) as session:
        result = _result(session)
    found = verify_next(result)[: arguments.most]
    rows = [
        _record(("area", "indicator", "why", "low", "high"), one.doubt, claims=list(one.doubt.claims))
        | _record(("present", "expected", "largest", "at", "ripple", "trials"), one)
        for one in found
    ]
    if arguments.json:
        print_json(rows)
    elif rows:
        _print_rows(rows, _WORTH, 3)
    else:
        print("No value is in doubt.")
    return 0
