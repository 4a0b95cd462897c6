"""How one value counts: its way from the number to the score of its area, read from the engine's result."""

import math
from dataclasses import dataclass

from citeria_core.lineage import Lineage, lineage
from citeria_core.model import Node
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


def followed(session: Session, area: str, indicator: str) -> Lineage | None:
    """The way of the value that the index in view reads of a cell; None where it has no place in a result."""
    result, leaf = session.result, _leaf(session, indicator)
    if result is None or leaf is None:
        return None
    return session.once((followed, area, indicator), lambda: lineage(result, leaf.code, area))


def counting(session: Session, area: str, indicator: str) -> Counting | None:
    """How the value of `indicator` counts for `area` in the index in view; None where it does not count."""
    reading, leaf = session.readings.get((area, indicator)), _leaf(session, indicator)
    way = followed(session, area, indicator)
    if reading is None or reading.value is None or leaf is None or way is None or math.isnan(way.adds):
        return None
    return Counting(
        value=reading.value,
        normalised=float(way.stages[-1].value),
        weight=way.effective,
        adds=way.adds,
        direction=leaf.direction,
        method=way.method,
        multiplies=way.multiplies,
    )


def _leaf(session: Session, indicator: str) -> Node | None:
    """Where the index in view reads an indicator."""
    leaves = session.index.leaves() if session.index is not None else ()
    return next((node for node in leaves if node.indicator == indicator), None)
