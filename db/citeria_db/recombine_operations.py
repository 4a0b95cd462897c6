"""Parts of an index put together, into one another, apart and out, one undoable step each.

No indicator gains or loses weight by it (`citeria_core.recombine`). Exceptions of the recipe go with what they are of.
"""

from citeria_core import notebook, recombine, tree_edit
from citeria_core.model import Index
from citeria_core.recipe import Recipe
from citeria_core.recipe_path import RecipePath
from citeria_db.changes import Changes
from citeria_db.pasting import free_code
from citeria_db.snapshot_operations import checked_name
from citeria_db.store import Project


def combine(project: Project, index: str, moved: str, onto: str, name: str, method: str | None = None) -> Changes:
    """Put two parts together under a new node of this name, in the place of `onto`; `method` is how they add up there.

    Raises what `recombine.combined` raises, `BadNameError`, `BadRecipeError` for a method that there is not.
    """
    held, name = project.indices.get(index), checked_name(name, "a part")
    code = free_code(name, [node.code for node in held.nodes])
    nodes = recombine.combined(held.nodes, moved, onto, code, name)
    recipe = Recipe.from_toml(held.recipe)
    if method is not None:
        path = RecipePath.of(f"node.{code}.aggregate.method")
        recipe = path.set(recipe, path.checked(method))
    first, second = (tree_edit.get(held.nodes, one).name for one in (moved, onto))
    with project.transact(f"Combine {first} and {second}: {name}") as writing:
        _write(project, held, nodes, recipe)
    return writing.changes


def put_into(project: Project, index: str, moved: str, parent: str, at: int | None = None) -> Changes:
    """Put a part into another node, as its `at`-th part (default: the last)."""
    held = project.indices.get(index)
    nodes = recombine.put_into(held.nodes, moved, parent, at)
    part, into = (tree_edit.get(held.nodes, code).name for code in (moved, parent))
    with project.transact(f"Put {part} into {into}") as writing:
        _write(project, held, nodes)
    return writing.changes


def split(project: Project, index: str, code: str) -> Changes:
    """Put the parts of a node in its place; raises what `recombine.split` raises."""
    held = project.indices.get(index)
    nodes = recombine.split(held.nodes, code)
    name = tree_edit.get(held.nodes, code).name
    with project.transact(f"Split {name}") as writing:
        _write(project, held, nodes)
    return writing.changes


def take_out(project: Project, index: str, code: str) -> Changes:
    """Take a part out of an index, with all below it; indicators and values stay."""
    held = project.indices.get(index)
    nodes = recombine.taken_out(held.nodes, code)
    name = tree_edit.get(held.nodes, code).name
    with project.transact(f"Remove {name} from {held.name}") as writing:
        _write(project, held, nodes)
    return writing.changes


def _write(project: Project, held: Index, nodes: tree_edit.Nodes, recipe: Recipe | None = None) -> None:
    """Give an index other nodes, and the recipe without exceptions of what is gone."""
    before = Recipe.from_toml(held.recipe)
    wanted = recombine.fitting(before if recipe is None else recipe, nodes)
    notebook.check(wanted)
    project.indices.set_nodes(held.code, nodes)
    if wanted != before:
        project.indices.set_recipe(held.code, wanted.to_toml())
