"""Weighted means of many runs at once, by the rules of `aggregate`: a run per row, an area per column.

Each mean is g⁻¹(Σ w g(x) / Σ w); sums go over the parts in their order, one elementwise step each, so that neither the
number of threads nor a linear-algebra library has a say in the last bit.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from citeria_core.aggregate import CANCELLED
from citeria_core.dataset import Column
from citeria_core.recipe import Aggregate

Runs = NDArray[np.bool_] | None  # which runs go without a part; None = no run
Step = Callable[[Column, float], Column]

FORWARD: Mapping[str, Step] = MappingProxyType(
    {
        "arithmetic": lambda x, power: x,
        "geometric": lambda x, power: np.log(x),
        "harmonic": lambda x, power: 1 / x,
        "power": lambda x, power: x**power,
    }
)
BACK: Mapping[str, Step] = MappingProxyType(
    {
        "arithmetic": lambda x, power: x,
        "geometric": lambda x, power: np.exp(x),
        "harmonic": lambda x, power: 1 / x,
        "power": lambda x, power: x ** (1 / power),
    }
)


def mean(parts: Sequence[Column], weights: Column, how: Aggregate, without: Sequence[Runs]) -> Column | None:
    """Runs × areas: the mean of `parts`, each (areas,) alike in all runs, or (runs, areas).

    `weights` is runs × parts, not rescaled; `without` says for each part which runs leave it out altogether. None where
    some value is outside what can be computed many at once: such runs go one by one through `aggregate`.
    """
    if any(_refused(part, how).any() for part in parts):
        return None
    shares = _rescaled(weights)
    shape = (len(weights), parts[0].shape[-1])
    total, step = np.zeros(shape), np.empty(shape)
    weight: Column = np.zeros((len(weights), 1))
    present: Column = np.zeros((len(weights), 1))
    size: Column = np.zeros((len(weights), 1))  # Σ|w|, where weights of both signs may cancel out
    signed = bool((shares < 0).any())
    with np.errstate(all="ignore"):
        for place, part in enumerate(parts):
            share = shares[:, place : place + 1]
            here: Column | float = 1.0
            runs = without[place]
            if runs is not None:
                here = np.where(runs, 0.0, 1.0)[:, None]
                share = share * here
            value, missing = FORWARD[how.method](part, how.power), np.isnan(part)
            if missing.any():
                value = np.where(missing, 0.0, value)
                here, share_here = here * ~missing, share * ~missing
                weight = weight + share_here
            else:
                weight, share_here = weight + share, share
            if signed:
                size = size + np.abs(share_here)
            total += np.multiply(share, value, out=step)
            present = present + here
        result = BACK[how.method](total / weight, how.power)
        nothing = np.broadcast_to(np.abs(weight) <= CANCELLED * size if signed else weight == 0, shape)
        result[nothing] = np.nan
        if not np.isfinite(result[~nothing]).all():
            return None
        if how.min_availability > 0:
            fewer = np.zeros((len(weights), 1))
            for runs in without:
                fewer += 0.0 if runs is None else runs[:, None]
            short = present / (len(parts) - fewer) < how.min_availability
            result[np.broadcast_to(short, shape)] = np.nan
    return result


def _refused(part: Column, how: Aggregate) -> NDArray[np.bool_]:
    """Where a mean may not exist; `aggregate` knows, and names what it refuses."""
    if how.method == "arithmetic":
        return np.zeros(1, dtype=bool)
    return part < 0 if how.method == "power" and how.power > 0 else part <= 0


def _rescaled(weights: Column) -> Column:
    """Each row divided by its sum, without overflow; all 0 where that is 0. Weights from the data may be negative."""
    largest = np.abs(weights).max(axis=1, keepdims=True)
    shrunk = weights / np.where(largest > 0, largest, 1.0)
    total = shrunk.sum(axis=1, keepdims=True)
    shares: Column = np.where(total != 0, shrunk / np.where(total != 0, total, 1.0), 0.0)
    return shares
