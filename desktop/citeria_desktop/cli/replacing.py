"""`citeria replace`: find and replace over values, shown before it is done."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from citeria_core.find import Sought
from citeria_db import replacing
from citeria_desktop.cli.opening import add_writing, check_all, open_session
from citeria_desktop.cli.printing import outcome_record, print_json, print_outcome

if TYPE_CHECKING:
    from citeria_db.replacing import Hit
    from citeria_desktop.cli.opening import Subparsers


def add_parsers(subparsers: "Subparsers") -> None:
    """Add this module's command."""
    replace = subparsers.add_parser(
        "replace",
        help="find and replace in values, as one step",
        description="Searches the values in use as they would be typed (12.5, > 3, 10–20) and replaces in all of "
        "them as one step. A value whose new text cannot be read is listed and left as it is. --dry-run only lists.",
    )
    replace.add_argument("file", type=Path)
    replace.add_argument("find", metavar="FIND")
    replace.add_argument("by", metavar="WITH")
    replace.add_argument("--regex", action="store_true", help=r"FIND is a pattern; WITH may name its groups: \1")
    replace.add_argument("--case", action="store_true", help="tell upper from lower case")
    replace.add_argument("--whole", action="store_true", help="FIND must be all of a value")
    replace.add_argument("--area", action="append", default=[], metavar="CODE", help="only of this area; repeat it")
    replace.add_argument("--indicator", action="append", default=[], metavar="CODE", help="only of this one; repeat it")
    replace.add_argument("--locale", metavar="L", help="how WITH writes numbers: en, de, fr, ru, zh")
    replace.add_argument("--dry-run", action="store_true", help="only say what it would change")
    add_writing(replace)
    replace.set_defaults(run=_replace)


def _replace(arguments: argparse.Namespace) -> int:
    sought = Sought(arguments.find, arguments.regex, arguments.case, arguments.whole)
    with (
        open_session(arguments.file, read_only=arguments.dry_run) as session,
        session.project.because(arguments.reason),
    ):
        project = session.project
        check_all(
            sought.pattern,
            *(lambda area=area: project.areas.get(area) for area in arguments.area),
            *(lambda indicator=indicator: project.indicators.get(indicator) for indicator in arguments.indicator),
        )
        hits = replacing.plan(project, sought, arguments.by, arguments.area, arguments.indicator, arguments.locale)
        can = any(hit.said is not None for hit in hits)
        outcome = None
        if can and not arguments.dry_run:
            outcome = session.run(replacing.carry_out, hits, arguments.find, arguments.by)
    if arguments.json:
        done = {} if outcome is None else outcome_record(outcome)
        print_json({"hits": [_record(hit) for hit in hits], "written": outcome is not None, **done})
        return 0
    for hit in hits:
        print(_told(hit))
    if outcome is not None:
        print_outcome(outcome, arguments)
    else:
        print("Nothing was changed: a dry run." if can else "Nothing to change.")
    return 0


def _record(hit: "Hit") -> dict[str, object]:
    return {
        "area": hit.area,
        "indicator": hit.indicator,
        "period": str(hit.period),
        "before": hit.before,
        "after": hit.after,
        "value": None if hit.said is None else hit.said.value,
        "problem": None if hit.problem is None else str(hit.problem),
    }


def _told(hit: "Hit") -> str:
    left = f"  left as it is: {hit.problem}" if hit.problem is not None else ""
    return f"{hit.area}, {hit.indicator}, {hit.period}: {hit.before} → {hit.after or '∅'}{left}"
