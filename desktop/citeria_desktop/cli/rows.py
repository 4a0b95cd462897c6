"""How a ranking is to be printed: filtered, sorted, in groups. The arguments, and the `Arrangement` they ask for."""

import argparse
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from citeria_core import beside
from citeria_core.arrange import EVERYTHING, PART, RANK, Arrangement, Criterion, Span, read_span
from citeria_core.errors import KnownError, raise_all
from citeria_core.spelling import suggestion
from citeria_desktop.cli.opening import whole_number

if TYPE_CHECKING:
    from citeria_core.model import Grouping, Node

_KEYS = (RANK, "name", "score", "coverage", "published", "change", *beside.KEYS)
_FALLING = ":falling"


class UnknownChoiceError(KnownError):
    """Something to arrange by that there is not."""

    code = "unknown_choice"
    template = "There is no {what} “{given}”.{hint} Use one of: {choices}."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what chooses and orders the rows."""
    group = parser.add_argument_group("which areas, in what order")
    keys = ", ".join(_KEYS)
    group.add_argument(
        "--sort",
        action="append",
        default=[],
        metavar="KEY",
        help=f"{keys} or the code of a part; with {_FALLING} from the largest down; may be repeated ({beside.WIDTH}: "
        f"width of the rank interval; {beside.BEST}: its better end; {beside.GAINED}: places gained through snapshots)",
    )
    group.add_argument("--text", default="", help="only areas whose name contains this")
    group.add_argument("--score", default="", metavar="RANGE", help="only scores such as 40-60, '> 40', '< 60'")
    group.add_argument("--coverage", default="", metavar="RANGE", help="only this share of the values, in per cent")
    for name, told in (("points", "what a part adds"), ("value", "the value of an indicator")):
        group.add_argument(
            f"--{name}",
            action="append",
            default=[],
            metavar="CODE=RANGE",
            help=f"only areas where {told} is in a range",
        )
    group.add_argument("--complete", action="store_true", help="only areas that lack no part")
    group.add_argument("--ranked", action="store_true", help="only areas with a rank")
    group.add_argument("--grouping", default="", metavar="CODE", help="put the rows under the groups of a grouping")
    group.add_argument("--by-mean", action="store_true", help="with --grouping: groups in the order of their means")
    group.add_argument("--within", action="append", default=[], metavar="GROUP", help="only these groups of it")
    group.add_argument("--top", type=whole_number, metavar="N", help="at most N rows, of each group with --grouping")
    group.add_argument("--recount", action="store_true", help="rank the areas that are left among themselves")


def arrangement(
    arguments: argparse.Namespace, groupings: "Sequence[Grouping]", parts: Iterable[str], nodes: "Sequence[Node]"
) -> Arrangement:
    """What the arguments ask for; raises everything in them that there is not, at once.

    `parts` can be sorted by; `nodes` are those of the index, which ranges can be for.
    """
    errors: list[KnownError] = []
    grouping = next((one for one in groupings if one.code == arguments.grouping), None)
    if arguments.grouping and grouping is None:
        errors.append(_unknown("grouping", arguments.grouping, [one.code for one in groupings]))
    groups = [group.code for group in grouping.groups] if grouping else []
    errors += [_unknown("group", code, groups) for code in arguments.within if code not in groups]
    known = (*_KEYS, *parts)
    plain = [key.removesuffix(_FALLING) for key in arguments.sort]
    errors += [_unknown("column", key, known) for key in plain if key not in known]
    spans = []
    for text, unit in ((arguments.score, 1.0), (arguments.coverage, 100.0)):
        try:
            spans.append(read_span(text, unit))
        except KnownError as error:
            errors.append(error)
    ranges: list[tuple[str, Span]] = []
    for prefix, what, codes, given in (
        (PART, "part", [node.code for node in nodes], arguments.points),
        (beside.RAW, "indicator", [node.indicator for node in nodes if node.indicator], arguments.value),
    ):
        for text in given:
            code, _, span = text.rpartition("=")
            if code not in codes:
                errors.append(_unknown(what, code or text, codes))
                continue
            try:
                ranges.append((f"{prefix}{code}", read_span(span)))
            except KnownError as error:
                errors.append(error)
    raise_all(errors)
    return Arrangement(
        text=arguments.text,
        grouping=arguments.grouping,
        within=frozenset(arguments.within),
        score=spans[0],
        coverage=spans[1],
        ranges=tuple(ranges),
        by_mean=arguments.by_mean,
        incomplete=not arguments.complete,
        unranked=not arguments.ranked,
        sort=tuple(
            Criterion(key if key in _KEYS else f"part:{key}", given.endswith(_FALLING))
            for key, given in zip(plain, arguments.sort, strict=True)
        )
        or EVERYTHING.sort,
        grouped=bool(arguments.grouping),
        top=arguments.top,
        recount=arguments.recount,
    )


def _unknown(what: str, given: str, known: Iterable[str]) -> UnknownChoiceError:
    choices = list(known)
    return UnknownChoiceError(
        what=what, given=given, hint=suggestion(given, choices, listed=True), choices=", ".join(choices) or "none"
    )
