"""The shape of an index: which node holds which, in what order, at what level. Knows no values and no weights."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from citeria_core.errors import KnownError, raise_all
from citeria_core.model import Node


class BadTreeError(KnownError):
    """Nodes that do not form one tree."""

    code = "bad_tree"
    template = "Node “{node}”: {problem}"


@dataclass(frozen=True)
class Tree:
    """The nodes of one index, root first, every node after its parent; leaves name the indicators."""

    nodes: tuple[Node, ...]

    @classmethod
    def of(cls, nodes: Iterable[Node]) -> "Tree":
        """Order `nodes` from the root downwards, siblings as given; raises every `BadTreeError` at once."""
        given = tuple(nodes)
        raise_all(_problems(given))
        held = _by_parent(given)
        return cls(tuple(_downwards(held[None][0], held)))

    @cached_property
    def root(self) -> str:
        """The code of the topmost node."""
        return self.nodes[0].code

    @cached_property
    def by_code(self) -> Mapping[str, Node]:
        """Node code → node."""
        return {node.code: node for node in self.nodes}

    @cached_property
    def children(self) -> Mapping[str, tuple[str, ...]]:
        """Node code → the codes of its direct children, in order; a leaf has none."""
        held: dict[str, list[str]] = {node.code: [] for node in self.nodes}
        for node in self.nodes:
            if node.parent is not None:
                held[node.parent].append(node.code)
        return {code: tuple(codes) for code, codes in held.items()}

    @cached_property
    def aggregates(self) -> tuple[str, ...]:
        """The codes of the nodes that have parts, children before parents."""
        return tuple(node.code for node in reversed(self.nodes) if self.children[node.code])

    @cached_property
    def leaves(self) -> Mapping[str, tuple[str, ...]]:
        """Node code → the codes of all leaves below it (of a leaf: itself), in reading order."""
        below: dict[str, tuple[str, ...]] = {}
        for node in reversed(self.nodes):
            parts = self.children[node.code]
            below[node.code] = tuple(leaf for part in parts for leaf in below[part]) if parts else (node.code,)
        return below

    @cached_property
    def levels(self) -> Mapping[str, int]:
        """Node code → its height: 1 for a leaf, one more than its highest part otherwise."""
        height: dict[str, int] = {}
        for node in reversed(self.nodes):
            height[node.code] = 1 + max((height[part] for part in self.children[node.code]), default=0)
        return height

    def ancestors(self, code: str) -> tuple[str, ...]:
        """The nodes above `code`, nearest first."""
        found = []
        parent = self.by_code[code].parent
        while parent is not None:
            found.append(parent)
            parent = self.by_code[parent].parent
        return tuple(found)

    def at_level(self, code: str, level: int) -> str | None:
        """The ancestor of `code` (or itself) that has `level`, or None."""
        return next((node for node in (code, *self.ancestors(code)) if self.levels[node] == level), None)


def _by_parent(nodes: Iterable[Node]) -> dict[str | None, list[Node]]:
    held: dict[str | None, list[Node]] = {}
    for node in nodes:
        held.setdefault(node.parent, []).append(node)
    return held


def _downwards(node: Node, held: Mapping[str | None, list[Node]]) -> Iterator[Node]:
    yield node
    for part in held.get(node.code, ()):
        yield from _downwards(part, held)


def _problems(nodes: tuple[Node, ...]) -> Iterator[KnownError]:
    codes = [node.code for node in nodes]
    roots = [node.code for node in nodes if node.parent is None]
    if len(roots) != 1:
        named = ", ".join(roots) or "none"
        yield BadTreeError(node=named, problem="exactly one node has no parent; give all others theirs.")
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        yield BadTreeError(node=code, problem="the code is used twice; give each node its own.")
    known = set(codes)
    for node in nodes:
        if node.parent is not None and node.parent not in known:
            yield BadTreeError(node=node.code, problem=f"its parent “{node.parent}” does not exist.")
        if node.direction not in (1, -1):
            yield BadTreeError(node=node.code, problem=f"its direction is {node.direction}; write 1 or -1.")
        if not 0 <= node.weight < float("inf"):
            yield BadTreeError(node=node.code, problem=f"its weight is {node.weight}; write a number of 0 or more.")
    yield from _loops(nodes)


def _loops(nodes: tuple[Node, ...]) -> Iterator[KnownError]:
    parents = {node.code: node.parent for node in nodes}
    for node in nodes:
        seen = {node.code}
        above = node.parent
        while above is not None and above not in seen:
            seen.add(above)
            above = parents.get(above)
        if above == node.code:
            yield BadTreeError(node=node.code, problem="it stands above itself; break the circle.")
