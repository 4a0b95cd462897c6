"""How one value counts: its way from the number to the score of its area, read from the engine's result."""

import math
from dataclasses import dataclass

from citeria_core.lineage import lineage
from citeria_desktop.session import Session


@dataclass(frozen=True, slots=True)
class Counting:
    """The value, its normalised form, its weight within the index, and what it adds to the index's score."""

    value: float
    normalised: float
    weight: float  # its weights up the tree multiplied, 0–1
    adds: float
    direction: int
    method: str  # of `explain`, by which `adds` is its share of the score
    multiplies: bool  # whether normalised × weight is what it adds


def counting(session: Session, area: str, indicator: str) -> Counting | None:
    """How the value of `indicator` counts for `area` in the index in view; None where it does not count."""
    index, result = session.index, session.result
    reading = session.readings.get((area, indicator))
    if index is None or result is None or reading is None or reading.value is None or area not in result.areas:
        return None
    leaf = next((node for node in index.leaves() if node.indicator == indicator), None)
    if leaf is None:
        return None
    followed = lineage(result, leaf.code, area)
    if followed is None or math.isnan(followed.adds):
        return None
    return Counting(
        value=reading.value,
        normalised=float(followed.stages[-1].value),
        weight=followed.effective,
        adds=followed.adds,
        direction=leaf.direction,
        method=followed.method,
        multiplies=followed.multiplies,
    )
