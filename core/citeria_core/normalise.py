"""Normalising: one indicator brought to a common scale, larger = better.

Every method takes the directed column (undirected × direction) unless it says otherwise; NaN stays NaN. What cannot be
normalised (a constant column under min-max) is missing, with a finding in words.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np

from citeria_core.dataset import Column
from citeria_core.errors import KnownError
from citeria_core.rank import ascending
from citeria_core.recipe import Normalise


class CannotNormaliseError(KnownError):
    """An indicator that lacks what its normalisation needs."""

    code = "cannot_normalise"
    template = "Indicator “{indicator}” cannot be normalised by {method}: {problem}"


class Outcome(NamedTuple):
    """A column after a stage, and what there is to say about it."""

    values: Column
    findings: tuple[str, ...] = ()
    record: Any = None  # what was done, in the stage's own form


@dataclass(frozen=True, slots=True)
class Context:
    """What a method may need beside the column itself."""

    indicator: str
    direction: int = 1
    target: float | None = None  # undirected
    reference: int | None = None  # row of the reference area


Method = Callable[[Column, Normalise, Context], Outcome]


def normalise(column: Column, how: Normalise, context: Context) -> Outcome:
    """The normalised column of an undirected one.

    Sources: OECD/JRC Handbook (2008), section 5; the definitions of the recipe reference.
    """
    if np.isnan(column).all():
        return Outcome(column)
    with np.errstate(over="ignore", invalid="ignore", divide="ignore", under="ignore"):
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


def tame(values: Column) -> Column:
    """The values scaled by a power of two where their squares or cubes would overflow or vanish (exact)."""
    largest = float(np.nanmax(np.abs(values)))
    if largest == 0 or 1e-60 < largest < 1e60:
        return values
    return np.ldexp(values, -int(np.frexp(largest)[1]))


def _rank(directed: Column, how: Normalise, context: Context) -> Outcome:
    return Outcome(ascending(directed, how.ties))


def _none(directed: Column, how: Normalise, context: Context) -> Outcome:
    return Outcome(directed)


METHODS: Mapping[str, Method] = MappingProxyType({"minmax": _minmax, "zscore": _zscore, "rank": _rank, "none": _none})
