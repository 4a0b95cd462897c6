"""What selected values come to: how many there are, how many of them are no number, and the mean of the others."""

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selection:
    """`count` values, `missing` of them without a number; `mean` is NaN where all are."""

    count: int
    missing: int
    mean: float


def selection(values: Iterable[float | None]) -> Selection:
    """What some values come to; None is one without a number."""
    held = list(values)
    numbers = [value for value in held if value is not None]
    mean = math.fsum(numbers) / len(numbers) if numbers else math.nan
    return Selection(len(held), len(held) - len(numbers), mean)
