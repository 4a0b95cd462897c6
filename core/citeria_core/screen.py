"""Screening: which areas take part, by the share of indicators present and the share of values that are not zero."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from citeria_core.dataset import Column, Dataset
from citeria_core.recipe import Screen


@dataclass(frozen=True, eq=False)
class Availability:
    """Per row: how many of the `total` indicators are missing, and how many values are zero."""

    missing: NDArray[np.int64]
    zero: NDArray[np.int64]
    total: int

    @property
    def available(self) -> Column:
        """The share of indicators present."""
        return (self.total - self.missing) / self.total

    @property
    def nonzero(self) -> Column:
        """The share of present values that are not zero; 0 where none is present."""
        present = self.total - self.missing
        return (present - self.zero) / np.maximum(present, 1)


def availability(columns: tuple[Column, ...]) -> Availability:
    """The availability of each row over all indicators."""
    missing = np.zeros(len(columns[0]), dtype=np.int64)
    zero = np.zeros(len(columns[0]), dtype=np.int64)
    for column in columns:
        missing += np.isnan(column)
        zero += column == 0
    return Availability(missing, zero, len(columns))


def rows(dataset: Dataset, columns: tuple[Column, ...], how: Screen) -> NDArray[np.intp] | None:
    """The rows that take part, in order, or None for all: the rule first, then include, then exclude."""
    if how.by == "none" and not how.exclude:
        return None
    kept = _by_rule(columns, how)
    areas = np.array(dataset.areas)
    kept |= np.isin(areas, how.include)
    kept &= ~np.isin(areas, how.exclude)
    return None if kept.all() else np.flatnonzero(kept)


def _by_rule(columns: tuple[Column, ...], how: Screen) -> NDArray[np.bool_]:
    if how.by == "none":
        return np.ones(len(columns[0]), dtype=bool)
    held = availability(columns)
    enough = held.available >= how.min_availability
    lively = held.nonzero >= how.min_nonzero
    return {"availability": enough, "nonzero": lively, "both": enough & lively}[how.by]


def reason(dataset: Dataset, held: Availability, how: Screen, row: int) -> str:
    """Why a row does not take part, in words."""
    if dataset.areas[row] in how.exclude:
        return "excluded by the recipe"
    share, lively = held.available[row], held.nonzero[row]
    if how.by in ("availability", "both") and share < how.min_availability:
        return (
            f"screened out: {held.total - held.missing[row]} of {held.total} values; "
            f"needs {how.min_availability * 100:g} %"
        )
    return f"screened out: {lively * 100:.3g} % of its values are not zero; needs {how.min_nonzero * 100:g} %"
