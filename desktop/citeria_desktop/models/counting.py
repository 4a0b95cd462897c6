"""How one value counts: its way from the number to the score of its area, read from the engine's result."""

import math
from dataclasses import dataclass

from citeria_core.explain import contributions
from citeria_desktop.session import Session


@dataclass(frozen=True, slots=True)
class Counting:
    """The value, its normalised form, its weight within its parent, and what it adds to the index's score."""

    value: float
    normalised: float
    parent: str  # name of the node it belongs to
    weight: float  # within that node, 0–1
    adds: float
    direction: int


def counting(session: Session, area: str, indicator: str) -> Counting | None:
    """How the value of `indicator` counts for `area` in the index in view; None where it does not count."""
    index, result = session.index, session.result
    reading = session.readings.get((area, indicator))
    if index is None or result is None or reading is None or reading.value is None or area not in result.areas:
        return None
    leaf = next((node for node in index.leaves() if node.indicator == indicator), None)
    if leaf is None:
        return None
    row, column = result.areas.index(area), result.dataset.column_of[leaf.code]
    adds = float(contributions(result)[row, column])
    if math.isnan(adds):
        return None
    parent = next(node.name for node in index.nodes if node.code == leaf.parent)
    return Counting(
        value=reading.value,
        normalised=float(result.score(leaf.code)[row]),
        parent=parent,
        weight=result.weights[leaf.code],
        adds=adds,
        direction=leaf.direction,
    )
