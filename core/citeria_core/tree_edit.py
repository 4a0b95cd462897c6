"""Changing the tree of an index: nodes in, nodes out, in reading order, with the rules that make it a tree.

The root is the first node and has no parent; every other node follows its parent, siblings in their order. A leaf is a
node that names an indicator; it has no parts, and no indicator stands in a tree twice.
"""

from collections.abc import Sequence
from dataclasses import replace

from citeria_core.errors import KnownError
from citeria_core.model import Node
from citeria_core.spelling import suggestion

Nodes = tuple[Node, ...]


class TreeEditError(KnownError):
    """A change after which the nodes would be no tree."""

    code = "tree_edit"


class NoSuchNodeError(TreeEditError):
    """A node that is not there."""

    code = "no_such_node"
    template = "There is no node “{node}” in this index.{hint}"


class NodeTakenError(TreeEditError):
    """A code that another node has."""

    code = "node_taken"
    template = "There is already a node “{node}” in this index. Choose another code."


class SecondRootError(TreeEditError):
    """A node without a parent beside the root."""

    code = "second_root"
    template = "“{node}” needs a parent: an index has one root, “{root}”."


class RootStaysError(TreeEditError):
    """The root cannot be moved, removed or made a leaf."""

    code = "root_stays"
    template = "“{node}” is the root of the index and stays where it is. Change its parts, or remove the whole index."


class CycleError(TreeEditError):
    """A node below itself."""

    code = "cycle"
    template = "“{node}” cannot be moved below “{parent}”, which is itself a part of “{node}”. Choose another place."


class LeafParentError(TreeEditError):
    """Parts below an indicator."""

    code = "leaf_parent"
    template = "“{parent}” stands for the indicator “{indicator}” and can have no parts. Choose a node above it."


class IndicatorTakenError(TreeEditError):
    """An indicator twice in one tree."""

    code = "indicator_taken"
    template = "The indicator “{indicator}” is in this index already, as “{node}”. An index counts an indicator once."


class HasPartsError(TreeEditError):
    """An indicator for a node that has parts."""

    code = "has_parts"
    template = "“{node}” has parts and cannot stand for an indicator. Move or remove its parts first."


def add_node(nodes: Nodes, node: Node, at: int | None = None) -> Nodes:
    """Add a node below its parent, as its `at`-th part (default: the last)."""
    if any(there.code == node.code for there in nodes):
        raise NodeTakenError(node=node.code)
    if node.parent is None:
        raise SecondRootError(node=node.code, root=nodes[0].code)
    _check_parent(nodes, node.parent)
    if node.indicator is not None:
        _check_free(nodes, node.indicator)
    return _placed(nodes, (node,), node.parent, at)


def move_node(nodes: Nodes, code: str, parent: str, at: int | None = None) -> Nodes:
    """Put a node and all below it below `parent`, as its `at`-th part (default: the last)."""
    node = _inner(nodes, code)
    branch = below(nodes, code)
    _check_parent(nodes, parent)
    if any(part.code == parent for part in branch):
        raise CycleError(node=code, parent=parent)
    moved = (replace(node, parent=parent), *branch[1:])
    return _placed(tuple(there for there in nodes if there not in branch), moved, parent, at)


def change_node(nodes: Nodes, node: Node) -> Nodes:
    """Give the node of this code its name, weight, direction, period, statuses and indicator; its place stays."""
    held = get(nodes, node.code)
    if node.indicator is not None and node.indicator != held.indicator:
        _inner(nodes, node.code)
        if len(below(nodes, node.code)) > 1:
            raise HasPartsError(node=node.code)
        _check_free(nodes, node.indicator)
    return tuple(replace(node, parent=held.parent) if there.code == node.code else there for there in nodes)


def remove_node(nodes: Nodes, code: str) -> Nodes:
    """Take a node out, with all below it."""
    _inner(nodes, code)
    gone = {part.code for part in below(nodes, code)}
    return tuple(node for node in nodes if node.code not in gone)


def below(nodes: Nodes, code: str) -> Nodes:
    """Give a node and all below it, in reading order."""
    found = {get(nodes, code).code}
    for node in nodes:  # a node follows its parent
        if node.parent in found:
            found.add(node.code)
    return tuple(node for node in nodes if node.code in found)


def get(nodes: Nodes, code: str) -> Node:
    """Give the node of this code; `NoSuchNodeError`."""
    for node in nodes:
        if node.code == code:
            return node
    raise NoSuchNodeError(node=code, hint=suggestion(code, [node.code for node in nodes]))


def _inner(nodes: Nodes, code: str) -> Node:
    node = get(nodes, code)
    if node.parent is None:
        raise RootStaysError(node=code)
    return node


def _check_parent(nodes: Nodes, code: str) -> None:
    parent = get(nodes, code)
    if parent.indicator is not None:
        raise LeafParentError(parent=code, indicator=parent.indicator)


def _check_free(nodes: Nodes, indicator: str) -> None:
    for node in nodes:
        if node.indicator == indicator:
            raise IndicatorTakenError(indicator=indicator, node=node.code)


def _placed(nodes: Nodes, branch: Nodes, parent: str, at: int | None) -> Nodes:
    """Insert a branch before the part that is now the `at`-th of `parent`, or after the last one."""
    parts = [node.code for node in nodes if node.parent == parent]
    place = len(parts) if at is None else max(0, min(at, len(parts)))
    before: Sequence[str] = parts[place : place + 1]
    codes = [node.code for node in nodes]
    where = codes.index(before[0]) if before else codes.index(below(nodes, parent)[-1].code) + 1
    return (*nodes[:where], *branch, *nodes[where:])
