"""`citeria compute`: the two tables of the field in, one CSV per stage out."""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from citeria_core.errors import CombinedError, KnownError

if TYPE_CHECKING:
    from citeria_core.dataset import Dataset
    from citeria_core.recipe import Recipe
    from citeria_core.result import Result


class UnusableFileError(KnownError):
    """A file or folder named on the command line that cannot be used."""

    code = "unusable_file"
    template = "{file}: {problem}"


def add_parsers(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the `compute` command."""
    parser = subparsers.add_parser(
        "compute",
        help="compute scores and ranks from two CSV tables",
        description="Reads a data table (a row per area) and a metadata table (a row per code), follows a recipe, and "
        "writes one CSV per stage. Errors are reported all at once, and then nothing is written.",
    )
    parser.add_argument("--data", required=True, type=Path, metavar="D.csv", help="the data: uCode, then a column each")
    parser.add_argument("--meta", required=True, type=Path, metavar="M.csv", help="the metadata: a row per code")
    parser.add_argument("--recipe", type=Path, metavar="R.toml", help="the recipe; without it, every default")
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="where the tables go; made if absent")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Compute and write; 0, or 2 with every error on standard error and nothing written."""
    from citeria_core.engine import Engine

    try:
        dataset, recipe = _inputs(arguments)
        result = Engine(dataset, recipe).result
        _write(result, arguments.out)
    except KnownError as error:
        print(error, file=sys.stderr)
        return 2
    for finding in result.findings:
        print(f"warning: {finding}", file=sys.stderr)
    return 0


def _inputs(arguments: argparse.Namespace) -> "tuple[Dataset, Recipe]":
    """The dataset and the recipe; the errors of both are reported together."""
    from citeria_core.recipe import Recipe
    from citeria_db.exchange import coin_tables

    errors: list[KnownError] = []
    dataset, recipe = None, None
    try:
        dataset = coin_tables.dataset(arguments.data, arguments.meta)
    except KnownError as error:
        errors.append(error)
    try:
        recipe = _recipe(arguments.recipe) if arguments.recipe else Recipe()
    except KnownError as error:
        errors.append(error)
    if dataset is None or recipe is None:
        raise CombinedError(errors)
    return dataset, recipe


def _recipe(path: Path) -> "Recipe":
    from citeria_core.recipe import Recipe

    text = _text(path)
    try:
        return Recipe.from_toml(text)
    except CombinedError as error:
        raise CombinedError(UnusableFileError(file=path, problem=wrong) for wrong in error.errors) from error
    except KnownError as error:
        raise UnusableFileError(file=path, problem=error) from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnusableFileError(file=path, problem="this is not UTF-8 text.") from error
    except OSError as error:
        raise UnusableFileError(file=path, problem=f"cannot be read: {error.strerror or error}.") from error


def _write(result: "Result", out: Path) -> None:
    """Write all tables beside `out` first, then move them in: a full disk leaves nothing half-written."""
    from citeria_db.exchange import coin_tables

    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out, prefix=".citeria-") as beside:
            coin_tables.write_stages(result, Path(beside))
            coin_tables.write_reports(result, Path(beside))
            for table in sorted(Path(beside).iterdir()):
                shutil.move(table, out / table.name)
    except OSError as error:
        raise UnusableFileError(file=out, problem=f"cannot be written: {error.strerror or error}.") from error
