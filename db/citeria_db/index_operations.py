"""What an analyst does to an index and its tree, one undoable step each; what makes a tree is `core.tree_edit`'s."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from citeria_core import notebook, recipe_words, tree_edit
from citeria_core.errors import KnownError
from citeria_core.model import Index, Node
from citeria_core.period import Period
from citeria_core.plan import lay_out
from citeria_core.recipe import Recipe
from citeria_db import load
from citeria_db.changes import Changes
from citeria_db.ordering import rearranged, reorder
from citeria_db.store import Project
from citeria_db.structure_operations import check_code


def add_index(project: Project, index: Index) -> Changes:
    """Add an index; without nodes it gets its root."""
    check_code(index.code, "an index")
    nodes = index.nodes or (Node(index.code, index.name, None, 1.0),)
    with project.transact(f"Add index {index.name}") as writing:
        project.indices.add(replace(index, nodes=nodes))
    return writing.changes


def describe_index(
    project: Project, code: str, name: str | None = None, description: str | None = None, as_of: Period | None = None
) -> Changes:
    """Give an index another name, description or as-of period; what is not given stays."""
    held = project.indices.get(code)
    with project.transact(f"Change index {held.name}") as writing:
        project.indices.describe(
            code,
            held.name if name is None else name,
            held.description if description is None else description,
            as_of or held.as_of,
        )
    return writing.changes


def set_as_of(project: Project, code: str, as_of: Period) -> Changes:
    """Read an index as of another period."""
    held = project.indices.get(code)
    with project.transact(f"Read {held.name} as of {as_of}") as writing:
        project.indices.describe(code, held.name, held.description, as_of)
    return writing.changes


def change_index(project: Project, code: str, wanted: Index) -> Changes:
    """Give an index the name, description, as-of period, published ranking and areas of `wanted`, in one step."""
    held = project.indices.get(code)
    with project.transact(f"Change index {held.name}") as writing:
        project.indices.describe(code, wanted.name, wanted.description, wanted.as_of)
        if wanted.published != held.published:
            project.indices.set_published(code, wanted.published)
        if wanted.areas != held.areas:
            project.indices.set_areas(code, wanted.areas)
    return writing.changes


def set_published(project: Project, code: str, ranking: str | None) -> Changes:
    """Set beside an index the published ranking of this code, or none."""
    held = project.indices.get(code)
    with project.transact(f"Published ranking of {held.name}") as writing:
        project.indices.set_published(code, ranking)
    return writing.changes


def set_index_areas(project: Project, code: str, areas: Sequence[str]) -> Changes:
    """Choose the areas that an index ranks, in order."""
    held = project.indices.get(code)
    with project.transact(f"Areas of {held.name}") as writing:
        project.indices.set_areas(code, areas)
    return writing.changes


def set_recipe(project: Project, code: str, recipe: Recipe) -> Changes:
    """Compute an index by another recipe; the step is labelled with what differs, in words.

    Raises everything at once in which the recipe contradicts itself or does not fit the index (`BadRecipeError`), and
    `BadTreeError` for a tree that is still being built. A recipe that says what already holds leaves no step.
    """
    held = project.indices.get(code)
    _check_fit(project, code, recipe)
    told = "; ".join(recipe_words.differences(_recipe_of(held), recipe))
    with project.transact(f"Method of {held.name}: {told or 'as before'}") as writing:
        if told:
            project.indices.set_recipe(code, recipe.to_toml())
    return writing.changes


def fitting_recipe(project: Project, code: str, text: str) -> Recipe:
    """Read a recipe (TOML) that an index is to be computed by; raises all that `set_recipe` raises."""
    recipe = Recipe.from_toml(text)
    _check_fit(project, code, recipe)
    return recipe


def _check_fit(project: Project, code: str, recipe: Recipe) -> None:
    notebook.check(recipe)
    lay_out(load.dataset(project, code), recipe)


def _recipe_of(index: Index) -> Recipe:
    """The recipe of an index; the default where what stands in the file cannot be read."""
    try:
        return Recipe.from_toml(index.recipe)
    except KnownError:
        return Recipe()


def reorder_index_areas(project: Project, code: str, areas: Sequence[str]) -> Changes:
    """Put areas of an index into this order, in the places that they hold together; `OrderError`."""
    held = project.indices.get(code)
    with project.transact(f"Reorder areas of {held.name}") as writing:
        project.indices.set_areas(code, rearranged(held.areas, areas))
    return writing.changes


def remove_index(project: Project, code: str) -> Changes:
    """Remove an index with its tree, snapshots and scenarios; areas, indicators and values stay."""
    held = project.indices.get(code)
    with project.transact(f"Remove index {held.name}") as writing:
        project.indices.remove(code)
    return writing.changes


def reorder_indices(project: Project, codes: Sequence[str]) -> Changes:
    """Put indices into this order, in the places that they hold together."""
    with project.transact("Reorder indices") as writing:
        reorder(project.connection, "composite_index", codes)
    return writing.changes


def add_node(project: Project, index: str, node: Node, at: int | None = None) -> Changes:
    """Add a node below its parent, as its `at`-th part (default: the last). Raises what `tree_edit.add_node` raises."""
    check_code(node.code, "a node")
    return _edit(project, index, f"Add {node.name}", lambda nodes: tree_edit.add_node(nodes, node, at))


def move_node(project: Project, index: str, code: str, parent: str, at: int | None = None) -> Changes:
    """Move a node with its parts; raises what `tree_edit.move_node` raises."""
    name = tree_edit.get(project.indices.get(index).nodes, code).name
    return _edit(project, index, f"Move {name}", lambda nodes: tree_edit.move_node(nodes, code, parent, at))


def rename_node(project: Project, index: str, code: str, name: str) -> Changes:
    """Give a node another name; the root is named as its index."""
    held = project.indices.get(index)
    node = tree_edit.get(held.nodes, code)
    if node.parent is None:
        return describe_index(project, index, name=name)
    changed = replace(node, name=name)
    return _edit(project, index, f"Rename {node.name}: {name}", lambda nodes: tree_edit.change_node(nodes, changed))


def change_node(project: Project, index: str, node: Node) -> Changes:
    """Give the node of this code its name, weight, direction, period, statuses and indicator; its place stays."""
    return _edit(project, index, f"Change {node.name}", lambda nodes: tree_edit.change_node(nodes, node))


def set_leaf(project: Project, index: str, code: str, indicator: str | None) -> Changes:
    """Let a node without parts stand for an indicator, or for none; raises what `tree_edit.change_node` raises."""
    node = tree_edit.get(project.indices.get(index).nodes, code)
    if indicator is not None:
        project.indicators.get(indicator)
    return change_node(project, index, replace(node, indicator=indicator))


def remove_node(project: Project, index: str, code: str) -> Changes:
    """Remove a node with its parts; indicators and values stay."""
    name = tree_edit.get(project.indices.get(index).nodes, code).name
    return _edit(project, index, f"Remove {name}", lambda nodes: tree_edit.remove_node(nodes, code))


def _edit(project: Project, index: str, label: str, edit: Callable[[tree_edit.Nodes], tree_edit.Nodes]) -> Changes:
    held = project.indices.get(index)
    nodes = edit(held.nodes)
    with project.transact(f"{label} ({held.code})") as writing:
        project.indices.set_nodes(index, nodes)
    return writing.changes
