"""`citeria load`: a table of values, areas or indicators into a project, after a look at what it would do."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from citeria_core.model import Missing
from citeria_core.period import Period
from citeria_db import loading
from citeria_db.exchange import tables_in
from citeria_db.loaded import Terms
from citeria_db.observations import SETTABLE
from citeria_desktop.cli.opening import add_writing, check_all, open_session
from citeria_desktop.cli.printing import print_json, print_outcome

if TYPE_CHECKING:
    from citeria_db.loaded import Loaded
    from citeria_desktop.cli.opening import Subparsers

_DELIMITERS = {word: mark for mark, word in tables_in.DELIMITERS.items()}


def add_parsers(subparsers: "Subparsers") -> None:
    """Add this module's command."""
    load = subparsers.add_parser(
        "load",
        help="load a table of values, areas or indicators",
        description="Loads a text table as one step that can be undone. Its headings say what it holds. Values, a row "
        "each: area, indicator, value, and if wanted period, source, locator, quote, note, status, flags, missing. "
        "Values, a row per area: area, then a column per indicator, with --period and --source. Areas: area, name "
        "(name:zh …), kind, parent, latitude, longitude, variants (parted by |), note. Indicators: indicator, name, "
        "unit, definition, direction, kind, measure, collections, note. Areas and indicators are named by code or by a "
        "name that only one of them has. Everything wrong is listed at once with file, row and column (exit code 2), "
        "and then nothing is changed. An empty value leaves its cell as it is; a cell to which the table gives values "
        "of several sources keeps them all, and the one in use stays in use.",
    )
    load.add_argument("file", type=Path)
    load.add_argument("table", type=Path, metavar="TABLE.csv")
    load.add_argument("--dry-run", action="store_true", help="only say what it would do")
    load.add_argument("--kind", choices=("values", "areas", "indicators"), help="default: as the headings say")
    load.add_argument("--period", help="of values without one: 2020, 2020-03, 2020-Q3, 2018/2019 or undated")
    load.add_argument("--source", metavar="KEY", help="of values without one")
    load.add_argument("--locale", metavar="L", help="how numbers are written there: en, de, fr, ru, zh")
    load.add_argument("--encoding", help="default: recognised (UTF-8, UTF-16, GB 18030, Windows-1251)")
    load.add_argument("--delimiter", choices=tuple(_DELIMITERS), help="default: recognised")
    load.add_argument(
        "--missing", choices=sorted(map(str, SETTABLE)), help="what texts such as “n/a” mean; else they are errors"
    )
    load.add_argument("--add-missing", action="store_true", help="add areas and indicators that are not there")
    load.add_argument("--area-kind", default="city", help="of areas that are added; default city")
    load.add_argument("--index", metavar="CODE", help="let this index rank the areas that are added")
    add_writing(load)
    load.set_defaults(run=_load)


def _load(arguments: argparse.Namespace) -> int:
    delimiter = _DELIMITERS[arguments.delimiter] if arguments.delimiter else None
    with (
        open_session(arguments.file, read_only=arguments.dry_run) as session,
        session.project.because(arguments.reason),
    ):
        project = session.project
        check_all(
            lambda: arguments.period and Period.parse(arguments.period),
            lambda: arguments.source and project.sources.get(arguments.source),
            lambda: arguments.index and project.indices.get(arguments.index),
            lambda: tables_in.read(arguments.table, arguments.encoding, delimiter, arguments.kind),
        )
        table = tables_in.read(arguments.table, arguments.encoding, delimiter, arguments.kind)
        terms = Terms(
            Period.parse(arguments.period) if arguments.period else None,
            arguments.source,
            arguments.locale,
            Missing(arguments.missing) if arguments.missing else None,
            arguments.add_missing,
            arguments.area_kind,
            arguments.index,
        )
        loaded = loading.plan(project, table, terms)
        outcome = None if arguments.dry_run else session.run(loading.load, loaded)
    if arguments.json:
        print_json({**_summary(loaded), "written": outcome is not None and outcome.changes.step is not None})
        return 0
    print(_told(loaded))
    if outcome is None:
        print("Nothing was changed: a dry run.")
    elif outcome.changes.step is None:
        print("Nothing was changed: the project says all of it already.")
    else:
        print_outcome(outcome, arguments)
    return 0


def _summary(loaded: "Loaded") -> dict[str, object]:
    return {
        "table": loaded.table.file,
        "kind": loaded.table.kind,
        "form": "wide" if loaded.table.wide else "long",
        "encoding": loaded.table.encoding,
        "encoding_guessed": loaded.table.guessed,
        "delimiter": tables_in.DELIMITERS.get(loaded.table.delimiter, loaded.table.delimiter),
        "rows": len(loaded.table.rows),
        "values": len(loaded.writes),
        "empty": loaded.empty,
        "contested": loaded.contested,
        "new_areas": [area.code for area in loaded.areas],
        "changed_areas": [area.code for area in loaded.changed_areas],
        "new_indicators": [indicator.code for indicator in loaded.indicators],
        "changed_indicators": [indicator.code for indicator in loaded.changed_indicators],
    }


def _told(loaded: "Loaded") -> str:
    counts = {
        "values": len(loaded.writes),
        "empty cells left as they are": loaded.empty,
        "cells with values of several sources": loaded.contested,
        "new areas": len(loaded.areas),
        "changed areas": len(loaded.changed_areas),
        "new indicators": len(loaded.indicators),
        "changed indicators": len(loaded.changed_indicators),
    }
    told = ", ".join(f"{count:,} {what}" for what, count in counts.items() if count) or "nothing new"
    guessed = " (recognised)" if loaded.table.guessed else ""
    return f"{loaded.table.file}, {loaded.table.encoding}{guessed}, {len(loaded.table.rows):,} rows: {told}."
