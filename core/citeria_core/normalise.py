"""Normalising: one indicator brought to a common scale, larger = better.

Every method takes the directed column (undirected × direction) unless it says otherwise; NaN stays NaN. What cannot be
normalised (a constant column under min-max) is missing, with a finding in words.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from citeria_core.dataset import Column
from citeria_core.moments import tame
from citeria_core.outcome import Outcome
from citeria_core.rank import ascending
from citeria_core.recipe import Normalise


@dataclass(frozen=True, slots=True)
class Context:
    """What a method may need beside the column itself."""

    indicator: str
    direction: int = 1
    target: float | None = None  # undirected
    reference: NDArray[np.intp] | None = None  # for each row, the row of the reference area (at its time); -1 = none


Method = Callable[[Column, Normalise, Context], Outcome]


def normalise(column: Column, how: Normalise, context: Context) -> Outcome:
    """The normalised column of an undirected one.

    Sources: OECD/JRC Handbook (2008), section 5; the definitions of the recipe reference.
    """
    if np.isnan(column).all():
        return Outcome(column)
    with np.errstate(all="ignore"):
        return METHODS[how.method](column * context.direction, how, context)


def _constant(directed: Column, context: Context) -> Outcome:
    value = float(np.nanmax(directed)) * context.direction
    told = f"Indicator “{context.indicator}” is constant ({value:g}): it tells no area from another and stays missing."
    return Outcome(np.full(len(directed), np.nan), (told,))


def span(directed: Column) -> tuple[Column, float, float]:
    """The column with its smallest and largest value, halved where their difference would overflow."""
    low, high = float(np.nanmin(directed)), float(np.nanmax(directed))
    return (directed, low, high) if np.isfinite(high - low) else (directed / 4, low / 4, high / 4)


def _minmax(directed: Column, how: Normalise, context: Context) -> Outcome:
    scaled, low, high = span(directed)
    if low == high:
        return _constant(directed, context)
    return Outcome((scaled - low) / (high - low) * (how.upper - how.lower) + how.lower)


def _zscore(directed: Column, how: Normalise, context: Context) -> Outcome:
    scaled = tame(directed)
    present = scaled[~np.isnan(scaled)]
    if len(present) < 2 or present.min() == present.max():
        return _constant(directed, context)
    mean = present.mean()
    return Outcome((scaled - mean) / present.std(ddof=1) * how.sd + how.mean)


def _scaled(directed: Column, how: Normalise, context: Context) -> Outcome:
    return Outcome((directed - how.lower) / (how.upper - how.lower) * how.scale)


def _rank(directed: Column, how: Normalise, context: Context) -> Outcome:
    return _ranked(ascending(directed, how.ties), directed, context)


def _borda(directed: Column, how: Normalise, context: Context) -> Outcome:
    return _ranked(ascending(directed, how.ties) - 1, directed, context)


def _percentile_rank(directed: Column, how: Normalise, context: Context) -> Outcome:
    present = int((~np.isnan(directed)).sum())
    if present == 1:
        return _constant(directed, context)
    return _ranked((ascending(directed, how.ties) - 1) / (present - 1), directed, context)


def _ranked(values: Column, directed: Column, context: Context) -> Outcome:
    if np.nanmin(directed) < np.nanmax(directed):
        return Outcome(values)
    return Outcome(values, (f"Indicator “{context.indicator}” is constant: all areas share a rank.",))


def _distance_to_max(directed: Column, how: Normalise, context: Context) -> Outcome:
    scaled, low, high = span(directed)
    if low == high:
        return _constant(directed, context)
    return Outcome(1 - (high - scaled) / (high - low))


def _distance_to_reference(directed: Column, how: Normalise, context: Context) -> Outcome:
    rows = context.reference if context.reference is not None else np.full(len(directed), -1)
    scaled, low, _ = span(directed)
    at = np.where(rows >= 0, scaled[rows], np.nan)
    if not (at > low).any():
        told = f"the value of “{how.reference}” is missing or the worst of all, so there is no distance to it"
        return _without(directed, context, told)
    values = 1 - (at - scaled) / np.where(at > low, at - low, np.nan)
    return Outcome(np.where(values > 1, 1.0, values) if how.cap else values)


def _distance_to_target(directed: Column, how: Normalise, context: Context) -> Outcome:
    target = (np.nan if context.target is None else context.target) * context.direction
    low = float(np.nanmin(directed))
    if not target > low:
        told = f"its target {target * context.direction:g} is not better than the worst value"
        return _without(directed, context, told)
    values = (directed / 4 - low / 4) / (target / 4 - low / 4)
    return Outcome(values if how.cap is False else np.where(values > 1, 1.0, values))


def _fraction_of_max(directed: Column, how: Normalise, context: Context) -> Outcome:
    column = directed * context.direction
    if context.direction > 0:
        high = float(np.nanmax(column))
        return Outcome(column / high) if high > 0 else _without(directed, context, "its largest value is not above 0")
    low = float(np.nanmin(column))
    return Outcome(low / column) if low > 0 else _without(directed, context, "its smallest value is not above 0")


def _goalposts(directed: Column, how: Normalise, context: Context) -> Outcome:
    low, high = (how.lower, how.upper) if context.direction > 0 else (-how.upper, -how.lower)
    share = (directed - low) / (high - low)
    if how.clip:
        share = np.where(share < 0, 0.0, np.where(share > 1, 1.0, share))
    return Outcome(share * how.scale)


def _piecewise(directed: Column, how: Normalise, context: Context) -> Outcome:
    x, y = np.array(how.points).T
    held = ~np.isnan(directed)
    values = directed.copy()
    values[held] = np.interp(directed[held], x, y)
    return Outcome(values)


def _without(directed: Column, context: Context, why: str) -> Outcome:
    told = f"Indicator “{context.indicator}” stays missing: {why}."
    return Outcome(np.full(len(directed), np.nan), (told,))


def _none(directed: Column, how: Normalise, context: Context) -> Outcome:
    return Outcome(directed)


METHODS: Mapping[str, Method] = MappingProxyType(
    {
        "minmax": _minmax,
        "zscore": _zscore,
        "scaled": _scaled,
        "rank": _rank,
        "borda": _borda,
        "percentile_rank": _percentile_rank,
        "distance_to_max": _distance_to_max,
        "distance_to_reference": _distance_to_reference,
        "distance_to_target": _distance_to_target,
        "fraction_of_max": _fraction_of_max,
        "goalposts": _goalposts,
        "piecewise": _piecewise,
        "none": _none,
    }
)
