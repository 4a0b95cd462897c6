"""Parts of an index put together, put into one another and taken apart, so that no indicator gains or loses weight.

What every leaf weighs in the whole index is the same before and after; the weights of the nodes above follow from it.
So under plain weighted means and with every value there, scores stay as they are until a weight or a method is changed.
"""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from citeria_core import tree_edit
from citeria_core.model import Node
from citeria_core.recipe import Recipe
from citeria_core.tree_edit import Nodes, TreeEditError

_SAME: Final = 1e-12  # relative: weights that differ by less are left as people wrote them


class TogetherAlreadyError(TreeEditError):
    """Two parts that are all there is below their node."""

    code = "together_already"
    template = "“{first}” and “{second}” are all that “{parent}” is made of, so they are together already."


class PartOfItselfError(TreeEditError):
    """A part put together with itself, or with something inside it."""

    code = "part_of_itself"
    template = "“{first}” cannot be put together with “{second}”: one is inside the other."


def combined(nodes: Nodes, moved: str, onto: str, code: str, name: str) -> Nodes:
    """A new node `code` in the place of `onto`, made of `onto` and `moved`."""
    first, second = tree_edit.get(nodes, moved), tree_edit.get(nodes, onto)
    inside = {node.code for node in (*tree_edit.below(nodes, moved), *tree_edit.below(nodes, onto))}
    if second.parent is None or first.parent is None or moved == onto or {first.parent, second.parent} & inside:
        raise PartOfItselfError(first=first.name, second=second.name)
    siblings = [node.code for node in nodes if node.parent == second.parent]
    if set(siblings) == {moved, onto}:
        raise TogetherAlreadyError(
            first=first.name, second=second.name, parent=tree_edit.get(nodes, second.parent).name
        )
    made = tree_edit.add_node(nodes, Node(code, name, second.parent, 1.0), siblings.index(onto))
    for part in (onto, moved):
        made = tree_edit.move_node(made, part, code)
    return _weighed_as(nodes, _without_hollow(made, first.parent))


def put_into(nodes: Nodes, moved: str, parent: str, at: int | None = None) -> Nodes:
    """A node as the `at`-th part of another one (default: the last); what it left without parts is gone."""
    left = tree_edit.get(nodes, moved).parent
    made = tree_edit.move_node(nodes, moved, parent, at)
    return _weighed_as(nodes, _without_hollow(made, left))


def split(nodes: Nodes, code: str) -> Nodes:
    """A node's parts in its place."""
    held = tree_edit.get(nodes, code)
    if held.parent is None:
        raise tree_edit.RootStaysError(node=code)
    parts = [node.code for node in nodes if node.parent == code]
    if not parts:
        raise tree_edit.LeafParentError(parent=code, indicator=held.indicator or "")
    place = [node.code for node in nodes if node.parent == held.parent].index(code)
    made = nodes
    for part in reversed(parts):
        made = tree_edit.move_node(made, part, held.parent, place)
    return _weighed_as(nodes, tree_edit.remove_node(made, code))


def taken_out(nodes: Nodes, code: str) -> Nodes:
    """The nodes without one and all below it; what that left without parts is gone as well. Weights stay."""
    left = tree_edit.get(nodes, code).parent
    return _without_hollow(tree_edit.remove_node(nodes, code), left)


def fitting(recipe: Recipe, nodes: Nodes) -> Recipe:
    """A recipe without the exceptions of nodes and indicators that are not there; what else it says stays."""
    codes = {node.code for node in nodes}
    leaves = {node.indicator for node in nodes if node.indicator is not None}
    if recipe.nodes.keys() <= codes and recipe.indicators.keys() <= leaves:
        return recipe
    return replace(
        recipe,
        nodes={code: keys for code, keys in recipe.nodes.items() if code in codes},
        indicators={code: keys for code, keys in recipe.indicators.items() if code in leaves},
        factors=tuple(one for one in recipe.factors if _owner(one.path) in {"", *codes, *leaves}),
    )


def shares(nodes: Nodes) -> dict[str, float]:
    """What every node weighs in the whole index by the weights that people state; 0 below weights that are all 0."""
    found = {nodes[0].code: 1.0}
    for node in nodes[1:]:  # a node follows its parent
        assert node.parent is not None
        total = math.fsum(one.weight for one in nodes if one.parent == node.parent)
        found[node.code] = found[node.parent] * node.weight / total if total else 0.0
    return found


def _owner(path: str | None) -> str:
    """The node or indicator whose exception a factor draws; "" where it draws something else."""
    first, _, rest = (path or "").partition(".")
    return rest.rsplit(".", 2)[0] if first in ("node", "indicator") else ""


def _without_hollow(nodes: Nodes, code: str | None) -> Nodes:
    """The nodes without `code` and those above it, as far as they have neither parts nor an indicator."""
    while code is not None:
        node = tree_edit.get(nodes, code)
        if node.parent is None or node.indicator is not None or any(one.parent == code for one in nodes):
            break
        nodes, code = tree_edit.remove_node(nodes, code), node.parent
    return nodes


def _weighed_as(before: Nodes, after: Nodes) -> Nodes:
    """`after` with weights under which every leaf has the share that it has in `before`; the units of weights stay."""
    held = shares(before)
    wanted = {node.code: held.get(node.code, 0.0) if node.indicator is not None else 0.0 for node in after}
    for node in reversed(after):  # parts before what they make up
        if node.parent is not None:
            wanted[node.parent] += wanted[node.code]
    scales = {node.code: _scale(before, after, held, wanted, node.code) for node in after if node.indicator is None}
    return tuple(_weighing(node, wanted[node.code] * scales.get(node.parent or "", 0.0)) for node in after)


def _weighing(node: Node, weight: float) -> Node:
    """A node with another weight; one that cannot be told, or is the same but for rounding, leaves it as it is."""
    if node.parent is None or math.isnan(weight) or math.isclose(weight, node.weight, rel_tol=_SAME):
        return node
    return replace(node, weight=weight)


def _scale(before: Nodes, after: Nodes, held: Mapping[str, float], wanted: Mapping[str, float], parent: str) -> float:
    """The weight of a share of the index among the parts of a node: in the units they had, or had elsewhere."""
    first = next(node.code for node in after if node.parent == parent)
    there, whole = parent, wanted[parent]
    if not any(node.parent == parent for node in before):
        there = next(node.parent or "" for node in before if node.code == first)
        whole = held[there]
    total = math.fsum(node.weight for node in before if node.parent == there)
    return total / whole if whole and total else math.nan
