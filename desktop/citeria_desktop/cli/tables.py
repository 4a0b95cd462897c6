"""Commands that take the two tables of the field and a recipe, and fill a folder with tables."""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from citeria_core.errors import CombinedError, KnownError

if TYPE_CHECKING:
    from citeria_core.dataset import Dataset
    from citeria_core.recipe import Recipe


class UnusableFileError(KnownError):
    """A file or folder named on the command line that cannot be used."""

    code = "unusable_file"
    template = "{file}: {problem}"


def add_arguments(parser: argparse.ArgumentParser, recipe_required: bool = False) -> None:
    """Add `--data`, `--meta`, `--recipe` and `--out`."""
    parser.add_argument("--data", required=True, type=Path, metavar="D.csv", help="the data: uCode, then a column each")
    parser.add_argument("--meta", required=True, type=Path, metavar="M.csv", help="the metadata: a row per code")
    told = "the recipe" if recipe_required else "the recipe; without it, every default"
    parser.add_argument("--recipe", required=recipe_required, type=Path, metavar="R.toml", help=told)
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="where the tables go; made if absent")


def carried_out(work: Callable[[], Iterable[str]]) -> int:
    """Do the work: 0 with its findings as warnings, or 2 with every error, a line each on standard error."""
    try:
        findings = work()
    except KnownError as error:
        print(error, file=sys.stderr)
        return 2
    for finding in findings:
        print(f"warning: {finding}", file=sys.stderr)
    return 0


Problems = Callable[["Dataset", "Recipe"], Iterable[KnownError]]


def inputs(
    arguments: argparse.Namespace, wrong: Iterable[KnownError] = (), also: Problems | None = None
) -> "tuple[Dataset, Recipe]":
    """The dataset and the recipe; the errors of both, of one beside the other, and what else is `wrong`, together.

    `also` tells what may be wrong with the factors beside the data; it is not asked where they could not be read.
    """
    from citeria_core import plan
    from citeria_db.exchange import coin_tables

    errors = list(wrong)
    dataset = None
    try:
        dataset = coin_tables.dataset(arguments.data, arguments.meta)
    except KnownError as error:
        errors.append(error)
    recipe, found = _recipe(arguments.recipe)
    if dataset is not None and recipe is not None:
        told = any(str(error.params.get("path")).startswith("uncertainty") for error in found)
        found += plan.problems(dataset, recipe)
        found += also(dataset, recipe) if also is not None and not told else ()
    named = (error if isinstance(error, UnusableFileError) else _in(arguments.recipe, error) for error in found)
    errors += {str(error): error for error in named}.values()
    if dataset is None or recipe is None or errors:
        raise CombinedError(errors)
    return dataset, recipe


def _in(recipe: Path | None, error: KnownError) -> KnownError:
    """The error with the file of the recipe, where it speaks of the recipe."""
    from citeria_core.notebook import BadRecipeError

    return UnusableFileError(file=recipe, problem=error) if recipe and isinstance(error, BadRecipeError) else error


def _recipe(path: Path | None) -> "tuple[Recipe | None, list[KnownError]]":
    from citeria_core import notebook
    from citeria_core.recipe import Recipe

    if path is None:
        return Recipe(), []
    try:
        return notebook.read_what_can_be(file_text(path))
    except UnusableFileError as error:
        return None, [error]


def file_text(path: Path) -> str:
    """The text of a file in UTF-8; raises `UnusableFileError`."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnusableFileError(file=path, problem="this is not UTF-8 text.") from error
    except OSError as error:
        raise UnusableFileError(file=path, problem=f"cannot be read: {error.strerror or error}.") from error


def write(out: Path, fill: Callable[[Path], None]) -> None:
    """Let `fill` write all tables beside `out` first, then move them in: a full disk leaves nothing half-written."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out, prefix=".citeria-") as beside:
            fill(Path(beside))
            for table in sorted(Path(beside).iterdir()):
                shutil.move(table, out / table.name)
    except OSError as error:
        raise UnusableFileError(file=out, problem=f"cannot be written: {error.strerror or error}.") from error
