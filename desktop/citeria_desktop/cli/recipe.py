"""The command that tells the recipe of an index in words, and changes its keys as one undoable step."""

import argparse
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from citeria_core.errors import KnownError, raise_all
from citeria_core.notebook import BadRecipeError
from citeria_core.recipe import Recipe
from citeria_core.recipe_path import RecipePath
from citeria_desktop.cli.opening import add_index, add_writing, open_index
from citeria_desktop.cli.printing import print_json, print_outcome

if TYPE_CHECKING:
    from citeria_desktop.cli.opening import Subparsers


def add_parsers(subparsers: "Subparsers") -> None:
    """Add this module's command."""
    recipe = subparsers.add_parser("recipe", help="tell the recipe of an index in words, or change its keys")
    recipe.add_argument("file", type=Path)
    add_index(recipe)
    recipe.add_argument("--toml", action="store_true", help="print the recipe as TOML, every choice spelt out")
    recipe.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="such as normalise.method=zscore or indicator.CODE.normalise.points=[[0,0],[10,100]]; may be repeated, "
        "all of them are one step",
    )
    add_writing(recipe)
    recipe.set_defaults(run=_recipe)


def _recipe(arguments: argparse.Namespace) -> int:
    from citeria_core import recipe_words
    from citeria_db import index_operations

    with open_index(arguments, read_only=not arguments.set) as session:
        held = Recipe.from_toml(session.project.indices.get(arguments.index).recipe)
        if arguments.set:
            changed = changed_by(held, arguments.set)
            print_outcome(session.run(index_operations.set_recipe, arguments.index, changed), arguments)
        elif arguments.json:
            print_json({"words": recipe_words.describe(held).splitlines(), "toml": held.to_toml()})
        else:
            print(held.to_toml() if arguments.toml else recipe_words.describe(held))
    return 0


def changed_by(recipe: Recipe, assignments: list[str]) -> Recipe:
    """The recipe with every `KEY=VALUE` set; raises everything wrong with any of them at once."""
    errors: list[KnownError] = []
    for text in assignments:
        key, _, value = text.partition("=")
        try:
            place = RecipePath.of(key.strip())
            recipe = place.set(recipe, place.checked(_value(value.strip())))
        except KnownError as error:
            errors.append(error)
    raise_all(errors)
    return recipe


def _value(text: str) -> Any:
    """What a value says: TOML where it is TOML (2, true, [[0, 0], [1, 100]]), else the text itself (zscore)."""
    if not text:
        raise BadRecipeError(path="--set", problem="write KEY=VALUE, such as normalise.method=zscore.")
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text
