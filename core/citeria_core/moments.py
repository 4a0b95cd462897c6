"""Moments of one column: sample-corrected skewness and kurtosis, and the outlier test that rests on them.

Type 2 of Joanes & Gill (1998), as in Excel's SKEW and KURT: excess kurtosis; both without the present values' unit, so
that huge and tiny columns are scaled by a power of two first, which is exact.
"""

import math
from typing import NamedTuple

import numpy as np

from citeria_core.dataset import Column


class Shape(NamedTuple):
    """Skewness and excess kurtosis; NaN where undefined (n < 3 or constant; n < 4)."""

    skew: float
    kurtosis: float


def tame(values: Column) -> Column:
    """The values scaled by a power of two where their squares or cubes would overflow or vanish (exact)."""
    exponent = wildness(values)
    return np.ldexp(values, -exponent) if exponent else values


def wildness(values: Column) -> int:
    """The power of two by which `tame` divides: 0 unless squares or cubes would overflow or vanish."""
    largest = float(np.max(np.abs(values), initial=0.0, where=~np.isnan(values)))
    return 0 if largest == 0 or 1e-60 < largest < 1e60 else int(np.frexp(largest)[1])


def present(column: Column) -> Column:
    """The values that are not missing."""
    missing = np.isnan(column)
    return column[~missing] if missing.any() else column


def mean(values: Column) -> float:
    """The mean of values without gaps; does not overflow."""
    with np.errstate(over="ignore", invalid="ignore"):
        held = float(values.mean())
    return held if math.isfinite(held) else float((values / len(values)).sum())


def median(values: Column) -> float:
    """The median of values without gaps; does not overflow."""
    half = len(values) // 2
    ordered = np.sort(values)
    if len(values) % 2:
        return float(ordered[half])
    return mean(ordered[half - 1 : half + 1])


def shape(column: Column) -> Shape:
    """Skewness and kurtosis of the present values."""
    values = present(column)
    count = len(values)
    if count < 3:
        return Shape(math.nan, math.nan)
    low, high = float(values.min()), float(values.max())
    if low == high:
        return Shape(math.nan, math.nan)
    if not 1e-60 < max(abs(low), abs(high)) < 1e60:
        values = tame(values)
    deviation = values - values.sum() / count
    power = deviation * deviation
    second = float(power.sum()) / count
    if second == 0:
        return Shape(math.nan, math.nan)
    third = float((power * deviation).sum()) / count
    skew = third / second**1.5 * math.sqrt(count * (count - 1)) / (count - 2)
    if count < 4:
        return Shape(skew, math.nan)
    power *= power
    excess = float(power.sum()) / count / second**2 - 3
    return Shape(skew, (count - 1) / ((count - 2) * (count - 3)) * ((count + 1) * excess + 6))


def passes(held: Shape, max_skew: float, max_kurtosis: float) -> bool:
    """The outlier test: |skew| below its limit or kurtosis below its; an undefined skewness passes."""
    if math.isnan(held.skew):
        return True
    return abs(held.skew) < max_skew or held.kurtosis < max_kurtosis
