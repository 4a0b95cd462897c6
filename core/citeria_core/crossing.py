"""Finding, to the double, the number at which something becomes true, and where to look for it. Knows no index."""

import math
import sys
from collections.abc import Callable
from itertools import pairwise
from typing import Final

import numpy as np

from citeria_core.dataset import Column

SAMPLES: Final = 48  # known numbers that are tried on one side, at most
STEPS: Final = 20  # beyond them, each four times as large as the one before

Met = Callable[[float], bool]


def bisected(met: Met, outside: float, inside: float) -> float:
    """The double at which `met` begins, between `outside` (where it is not) and `inside` (where it is)."""
    while True:
        middle = outside / 2 + inside / 2
        if not min(outside, inside) < middle < max(outside, inside):
            return inside
        if met(middle):
            inside = middle
        else:
            outside = middle


def stepped(met: Met, number: float, side: float, start: float, low: float, high: float) -> float | None:
    """The double at which `met` begins close to `number`, seen from `start` (it lies the other way than `side`).

    None where `met` does not begin there.
    """
    if not math.isfinite(number):
        return None
    smallest = max(abs(number), 1e-300) * 2.0**-50
    inside, step = number, smallest
    for _ in range(30):
        if met(inside):
            break
        inside, step = min(max(number + side * step, low), high), step * 4
    else:
        return None
    outside, step = number, smallest
    for _ in range(40):
        if not met(outside):
            return bisected(met, outside, inside)
        outside, step = number - side * step, step * 4
        if math.isfinite(start) and (outside - start) * side <= 0:
            outside = start
    return None


def samples(known: Column, present: float, side: float, low: float, high: float) -> list[float]:
    """Numbers on one side of `present`, nearest first, within low..high: known ones, middles, ever larger steps.

    From a `present` of NaN the way begins far on the other side.
    """
    distinct = np.unique(known)
    start = present
    if math.isnan(present):
        start = float(distinct[0] if side > 0 else distinct[-1]) if len(distinct) else 0.0
    span = float(distinct[-1]) - float(distinct[0]) if len(distinct) > 1 else 0.0
    span = min(span, sys.float_info.max) or abs(start) or 1.0
    kept = distinct[distinct > start] if side > 0 else distinct[distinct < start][::-1]
    if len(kept) > SAMPLES:
        kept = kept[np.linspace(0, len(kept) - 1, SAMPLES).astype(int)]
    edge = float(kept[-1]) if len(kept) else start
    beyond = [edge + side * span * 4.0**power for power in range(-2, STEPS)]
    if math.isnan(present):
        beyond += [start - side * span * 4.0**power for power in range(-2, STEPS)]
    numbers = sorted({start, *map(float, kept), *beyond}, key=lambda number: number * side)
    middles = [one / 2 + other / 2 for one, other in pairwise(numbers)]
    finite = filter(math.isfinite, (*numbers, *middles))
    clipped = {min(max(number, low), high) for number in finite} - {present}
    return sorted(clipped, key=lambda number: number * side)
