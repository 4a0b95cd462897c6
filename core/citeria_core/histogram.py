"""How numbers are spread: their counts in classes of equal width, and their quartiles."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from citeria_core.dataset import Column


@dataclass(frozen=True, slots=True)
class Histogram:
    """The counts of the classes from `low` to `high`; none of them where there is no number.

    `quartiles` are the lower one, the median and the upper one, linear between two numbers (R's type 7).
    """

    low: float
    high: float
    counts: tuple[int, ...]
    quartiles: tuple[float, float, float] = (0.0, 0.0, 0.0)


def histogram(values: Iterable[float | None], classes: int = 12) -> Histogram:
    """Count the numbers among `values` (None and NaN are none); numbers that are all one stand in the middle."""
    held = np.array([value for value in values if value is not None], dtype=float)
    held = held[np.isfinite(held)]
    if not len(held):
        return Histogram(0.0, 1.0, ())
    held.sort()
    low, high = float(held[0]), float(held[-1])
    quartiles = (_quantile(held, 0.25), _quantile(held, 0.5), _quantile(held, 0.75))
    if not low < high:
        counts = tuple(len(held) if place == classes // 2 else 0 for place in range(classes))
        return Histogram(low, high, counts, quartiles)
    places = np.minimum((held - low) / (high - low) * classes, classes - 1)
    return Histogram(low, high, tuple(np.bincount(places.astype(int), minlength=classes).tolist()), quartiles)


def _quantile(ordered: Column, share: float) -> float:
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return float(ordered[below] + (ordered[above] - ordered[below]) * (place - below))
