"""`citeria robustness`: how much the ranks owe to choices and doubts, from the two tables of the field."""

import argparse
from collections.abc import Iterable

from citeria_desktop.cli import tables


def add_parsers(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the `robustness` command."""
    parser = subparsers.add_parser(
        "robustness",
        help="compute an index many times, drawing the recipe's uncertainty factors anew",
        description="Computes the index of two CSV tables again and again, each time drawing every factor that the "
        "recipe lists under [[uncertainty.factor]]. Writes rank_stats.csv, runs.csv (what each run drew; of a weight "
        "what it was multiplied by) and scores.csv, with --sobol also sensitivity.csv. The same seed gives the same "
        "tables. Errors are reported all at once; then nothing is written.",
    )
    tables.add_arguments(parser, recipe_required=True)
    parser.add_argument(
        "--runs", required=True, type=int, metavar="N", help="how many runs; the base size with --sobol"
    )
    parser.add_argument("--seed", required=True, type=int, metavar="S", help="a whole number of 0 or more")
    parser.add_argument("--sobol", action="store_true", help="tell each factor's share, by N × (factors + 2) runs")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Compute and write; 0, or 2 with every error on standard error and nothing written."""
    return tables.carried_out(lambda: _robustness(arguments))


def _robustness(arguments: argparse.Namespace) -> Iterable[str]:
    from citeria_core import factors, uncertainty
    from citeria_db.exchange import robustness_tables

    dataset, recipe = tables.inputs(arguments, uncertainty.wrong(arguments.runs, arguments.seed), factors.problems)
    held = uncertainty.robustness(dataset, recipe, arguments.runs, arguments.seed, arguments.sobol)
    tables.write(arguments.out, lambda directory: robustness_tables.write(held, directory))
    return held.findings
