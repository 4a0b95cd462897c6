"""How numbers are spread: their counts in classes of equal width."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Histogram:
    """The counts of the classes from `low` to `high`; none of them where there is no number."""

    low: float
    high: float
    counts: tuple[int, ...]


def histogram(values: Iterable[float | None], classes: int = 12) -> Histogram:
    """Count the numbers among `values` (None and NaN are none); numbers that are all one stand in the middle."""
    held = np.array([value for value in values if value is not None], dtype=float)
    held = held[np.isfinite(held)]
    if not len(held):
        return Histogram(0.0, 1.0, ())
    low, high = float(held.min()), float(held.max())
    if not low < high:
        return Histogram(low, high, tuple(len(held) if place == classes // 2 else 0 for place in range(classes)))
    places = np.minimum((held - low) / (high - low) * classes, classes - 1)
    return Histogram(low, high, tuple(np.bincount(places.astype(int), minlength=classes).tolist()))
