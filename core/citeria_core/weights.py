"""Weights: what each part of a node counts, rescaled to sum 1 inside the node.

A relative weight is what the metadata or an analyst says. Weights that sum to 0 cannot be rescaled: the node then has
no score, and a finding says so.
"""

import math
from collections.abc import Mapping, Sequence
from numbers import Real
from typing import Final

from citeria_core.errors import KnownError
from citeria_core.tree import Tree

STATED: Final = ("metadata", "equal")  # sources that need no data


class BadWeightError(KnownError):
    """A weight that is no weight."""

    code = "bad_weight"
    template = "“{weight}” is no weight for “{node}”. Write a finite number of 0 or more."


class UnknownNodeError(KnownError):
    """A node code that the index does not have."""

    code = "unknown_node"
    template = "The index has no node “{node}”.{hint}"


def checked(node: str, weight: float) -> float:
    """The weight as a double; raises `BadWeightError` unless it is finite and not negative."""
    if not (isinstance(weight, Real) and math.isfinite(weight) and weight >= 0):
        raise BadWeightError(node=node, weight=weight)
    return float(weight)


def rescaled(relative: Sequence[float]) -> tuple[float, ...]:
    """The weights divided by their sum; all 0 where that is 0. Very large ones do not overflow.

    Those that data suggest may be negative.
    """
    largest = max(map(abs, relative), default=0.0)
    if largest == 0:
        return (0.0,) * len(relative)
    shrunk = [weight / largest for weight in relative] if math.isinf(sum(relative)) or largest < 1e-290 else relative
    total = math.fsum(shrunk)
    if total == 0:
        return (0.0,) * len(relative)
    return tuple(weight / total for weight in shrunk)


def effective(tree: Tree, shares: Mapping[str, float]) -> dict[str, float]:
    """Node → the product of the rescaled weights from it up to the root."""
    held = {tree.root: shares.get(tree.root, 1.0)}
    for node in tree.nodes[1:]:
        held[node.code] = held[str(node.parent)] * shares[node.code]
    return held
