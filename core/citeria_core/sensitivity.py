"""Sobol sensitivity: how much of a figure's variance each factor explains, alone and with its interactions.

The design draws two independent samples A and B; AB_i is A with the numbers of factor i from B. Nothing here knows
what is computed: any function of uniform numbers may be studied. Sources: Saltelli et al. (2010) for S_i; Jansen (1999)
for ST_i; Saltelli et al. (2008), Global Sensitivity Analysis: The Primer.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from citeria_core.dataset import Column

RESAMPLES: Final = 1000
LOW, HIGH = 0.05, 0.95


@dataclass(frozen=True, eq=False)
class Indices:
    """Per factor the first-order and total index with the bounds of its bootstrap interval (5 % and 95 %).

    NaN throughout where the figure does not vary at all.
    """

    first: Column
    first_low: Column
    first_high: Column
    total: Column
    total_low: Column
    total_high: Column


def design(widths: Sequence[int], size: int, random: np.random.Generator) -> Column:
    """`size`·(d + 2) rows of uniform numbers: A, then B, then AB_1 … AB_d; factor i owns `widths[i]` columns."""
    columns = sum(widths)
    a, b = random.random((size, columns)), random.random((size, columns))
    blocks = [a, b]
    start = 0
    for width in widths:
        mixed = a.copy()
        mixed[:, start : start + width] = b[:, start : start + width]
        blocks.append(mixed)
        start += width
    return np.concatenate(blocks)


def study(
    function: Callable[[Column], Column],
    widths: Sequence[int],
    size: int,
    random: np.random.Generator,
    resamples: int = RESAMPLES,
) -> Indices:
    """The indices of `function`, which gives a figure for each row of uniform numbers."""
    return indices(function(design(widths, size, random)), size, random, resamples)


def indices(figures: Column, size: int, random: np.random.Generator, resamples: int = RESAMPLES) -> Indices:
    """The indices from the figures of a `design` of `size`; intervals by resampling its `size` base rows.

    S_i = mean(y_B (y_AB − y_A)) / V, ST_i = Σ(y_A − y_AB)² / (2 N V), V = variance (n − 1) of y_A and y_B together.
    """
    blocks = figures.reshape(-1, size)
    a, b, mixed = blocks[0], blocks[1], blocks[2:]
    terms = np.concatenate([b * (mixed - a), (a - mixed) ** 2 / 2])
    first, total = _ratios(terms.mean(axis=1), _variance(a, b), len(mixed))
    drawn = np.empty((resamples, 2 * len(mixed)))
    for number in range(resamples):
        rows = random.integers(size, size=size)
        ratios = _ratios(terms[:, rows].mean(axis=1), _variance(a[rows], b[rows]), len(mixed))
        drawn[number] = np.concatenate(ratios)
    low, high = _quantiles(drawn)
    d = len(mixed)
    return Indices(first, low[:d], high[:d], total, low[d:], high[d:])


def _variance(a: Column, b: Column) -> float:
    both = np.concatenate([a, b])
    return float(both.var(ddof=1)) if np.ptp(both) > 0 else 0.0


def _ratios(means: Column, variance: float, factors: int) -> tuple[Column, Column]:
    ratios = means / variance if variance > 0 else np.full(len(means), np.nan)
    return ratios[:factors], ratios[factors:]


def _quantiles(drawn: Column) -> tuple[Column, Column]:
    """The bounds over the resamples in which the figure varied; NaN where it did in none."""
    varied = drawn[~np.isnan(drawn).any(axis=1)]
    if not len(varied):
        return np.full(drawn.shape[1], np.nan), np.full(drawn.shape[1], np.nan)
    low, high = np.quantile(varied, [LOW, HIGH], axis=0)
    return low, high
