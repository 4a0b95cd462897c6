"""The lanes of the parts in view: as wide as their weights, and wide enough to be grabbed where they weigh nothing.

Header and rows take them from here, so that a bar stands under the name of its part.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

LEAST: Final = 26.0  # pixels of a lane that weighs nothing: a name's first letters and a border to grab


@dataclass(frozen=True, slots=True)
class Edges:
    """Where one lane begins and ends, in pixels from the left of the bars."""

    left: float
    right: float

    @property
    def width(self) -> float:
        """Pixels."""
        return self.right - self.left


def lanes(weights: Sequence[float], width: float) -> tuple[Edges, ...]:
    """A lane for each weight, side by side over `width`; the weights are shares of the whole."""
    if not weights:
        return ()
    least, spread = _room(len(weights), width)
    total = sum(weights)
    found, left = [], 0.0
    for weight in weights:
        right = left + least + spread * (weight / total if total > 0 else 1 / len(weights))
        found.append(Edges(left, right))
        left = right
    return tuple(found)


def share_of(distance: float, count: int, width: float) -> float:
    """What share of the whole a distance in pixels stands for, of `count` lanes over `width`."""
    _, spread = _room(count, width)
    return distance / spread if spread > 0 else 0.0


def _room(count: int, width: float) -> tuple[float, float]:
    least = min(LEAST, width / (2 * count))
    return least, width - least * count
