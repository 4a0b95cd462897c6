"""`citeria compute`: the two tables of the field in, one CSV per stage out."""

import argparse
from collections.abc import Iterable
from pathlib import Path

from citeria_desktop.cli import tables


def add_parsers(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the `compute` command."""
    parser = subparsers.add_parser(
        "compute",
        help="compute scores and ranks from two CSV tables",
        description="Reads a data table (a row per area) and a metadata table (a row per code), follows a recipe, and "
        "writes one CSV per stage. Errors are reported all at once, and then nothing is written.",
    )
    tables.add_arguments(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Compute and write; 0, or 2 with every error on standard error and nothing written."""
    return tables.carried_out(lambda: _compute(arguments))


def _compute(arguments: argparse.Namespace) -> Iterable[str]:
    from citeria_core.engine import Engine
    from citeria_db.exchange import coin_tables

    result = Engine(*tables.inputs(arguments)).result

    def fill(directory: Path) -> None:
        coin_tables.write_stages(result, directory)
        coin_tables.write_reports(result, directory)

    tables.write(arguments.out, fill)
    return result.findings
