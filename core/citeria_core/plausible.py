"""The plausible values of doubtful cells: what the truth about each may be, as a distribution.

A cell is in doubt where its observations contend, its source states a range or only a bound, or where its value is
printed as about so much or is not to be trusted fully (`quality`). Nothing else here is uncertain: bounds are kept.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from citeria_core.dataset import Column, Dataset
from citeria_core.errors import KnownError, raise_all
from citeria_core.model import SCORED_STATUSES, CellReading, Missing, Qualifier
from citeria_core.quality import USUAL, Assumptions

LARGEST: Final = float(np.finfo(np.float64).max)
TO_BE_CHOSEN: Final = frozenset({Missing.BOUND_ONLY, Missing.UNDECIDED})  # missing, yet something is known


class BadBoundsError(KnownError):
    """A cell whose plausible range is upside down."""

    code = "bad_bounds"
    template = "“{indicator}” of area “{area}”: its low, {low:g}, is above its high, {high:g}. Swap or mend them."


@dataclass(frozen=True, slots=True)
class Cell:
    """A doubtful cell: one of `claims` with equal chances, else a value about `middle`, else anywhere in low..high.

    Where there is a `middle`, ln of the value is normal about ln of it, and low..high holds 95 % of them.
    `why`: rivals, range, bound, about, unsettled, uncited, flagged or source.
    """

    row: int
    place: int
    low: float
    high: float
    claims: tuple[float, ...] = ()
    middle: float = math.nan
    spread: float = 1.0
    why: str = "range"

    def at(self, numbers: Column) -> Column:
        """The values at quantiles in [0, 1): claim ⌊u·k⌋, middle · exp(½ ln U · Φ⁻¹(u)), or low + u (high − low)."""
        if self.claims:
            places = np.minimum((numbers * len(self.claims)).astype(int), len(self.claims) - 1)
            claimed: Column = np.array(self.claims)[places]
            return claimed
        if not math.isnan(self.middle):
            from scipy.special import ndtri

            deviations = ndtri(np.maximum(numbers, 2.0**-54))
            with np.errstate(over="ignore"):
                off = self.middle * np.exp(math.log(self.spread) / 2 * deviations)
            within: Column = np.clip(off, -LARGEST, LARGEST)
            return within
        width = self.high - self.low
        drawn = self.low + numbers * width if math.isfinite(width) else self.low * (1 - numbers) + self.high * numbers
        return np.minimum(drawn, self.high)


def doubtful(
    dataset: Dataset, assumptions: Assumptions = USUAL, raw: Sequence[Column] | None = None
) -> tuple[Cell, ...]:
    """The doubtful cells of `dataset` (with the columns `raw` in place of its own), by row, then indicator.

    Rival claims come first, then the range in the tables' `CODE.low` and `CODE.high`, else in the reading. A cell that
    has a value is itself the end that is not stated; one that has none is open there. Raises every `BadBoundsError`.
    """
    search = _Search(dataset, assumptions, dataset.columns if raw is None else raw)
    found = [(row, place, search.cell(row, place)) for row, place in sorted(search.candidates())]
    raise_all(search.errors)
    return tuple(cell for _, _, cell in found if cell is not None)


class _Search:
    def __init__(self, dataset: Dataset, assumptions: Assumptions, raw: Sequence[Column]) -> None:
        self.dataset = dataset
        self.assumptions = assumptions
        self.raw = raw
        self.errors: list[KnownError] = []

    def candidates(self) -> set[tuple[int, int]]:
        """The cells of which something more than a value is known."""
        found = {
            (int(row), self.dataset.column_of[code])
            for code, (low, high) in self.dataset.bounds.items()
            for row in np.flatnonzero(~(np.isnan(low) & np.isnan(high)))
        }
        return found | set(self._read())

    def _read(self) -> Iterator[tuple[int, int]]:
        rows: dict[str, list[int]] = {}
        for row, area in enumerate(self.dataset.areas):
            rows.setdefault(area, []).append(row)
        for area, indicator in self.dataset.readings:
            if indicator in self.dataset.column_of:
                yield from ((row, self.dataset.column_of[indicator]) for row in rows.get(area, ()))

    def cell(self, row: int, place: int) -> Cell | None:
        area, indicator = self.dataset.areas[row], self.dataset.indicators[place]
        value = float(self.raw[place][row])
        reading = self.dataset.readings.get((area, indicator))
        if reading is not None and not self._may_be_scored(reading, value):
            reading = None
        claims = tuple(dict.fromkeys(reading.claims)) if reading is not None else ()
        if len(claims) > 1:
            return Cell(row, place, min(claims), max(claims), claims, why="rivals")
        low, high = self._stated(row, indicator, reading)
        if math.isnan(low) and math.isnan(high):
            return None if reading is None else self._trusted(row, place, value, reading)
        why = "bound" if math.isnan(value) and math.isnan(low + high) else "range"
        if why == "bound":
            low, high = self._closed(low, high, place, reading)
        else:
            low, high = value if math.isnan(low) else low, value if math.isnan(high) else high
        if low > high:
            self.errors.append(BadBoundsError(indicator=indicator, area=area, low=low, high=high))
        return Cell(row, place, low, high, why=why) if low < high or (low == high and math.isnan(value)) else None

    def _may_be_scored(self, reading: CellReading, value: float) -> bool:
        """Whether the index would take the truth about a cell, were it known."""
        if not math.isnan(value) or reading.reason is None:
            return True
        leaf = self.dataset.tree.by_code[reading.indicator]
        return reading.reason in TO_BE_CHOSEN and reading.status in SCORED_STATUSES | leaf.statuses

    def _stated(self, row: int, indicator: str, reading: CellReading | None) -> tuple[float, float]:
        """The ends that tables or sources state; NaN for one that they do not."""
        low = high = math.nan
        if indicator in self.dataset.bounds:
            low, high = (float(bound[row]) for bound in self.dataset.bounds[indicator])
        if reading is not None:
            low = float(reading.low) if math.isnan(low) and reading.low is not None else low
            high = float(reading.high) if math.isnan(high) and reading.high is not None else high
        return low, high

    def _closed(self, low: float, high: float, place: int, reading: CellReading | None) -> tuple[float, float]:
        """A one-sided bound with its open side closed: by a factor, else at the extreme of the column.

        A bound beyond that extreme is all there is. “<~” says that the value is hardly less.
        """
        factor = self.assumptions.open_factor
        if reading is not None and reading.qualifier is Qualifier.NEARLY:
            factor = 1 + self.assumptions.about
        bound, side = (low, 1) if math.isnan(high) else (high, -1)
        if factor is not None:
            away = bound * factor if (bound > 0) == (side > 0) else bound / factor
            far = min(max(away, -LARGEST), LARGEST)
        else:
            column = self.raw[place]
            known = column[~np.isnan(column)]
            far = float((known * side).max(initial=bound * side)) * side
        return (bound, far) if side > 0 else (far, bound)

    def _trusted(self, row: int, place: int, value: float, reading: CellReading) -> Cell | None:
        """A value that is about so much or not to be trusted fully; 0 has no size for it to be off by."""
        if math.isnan(value) or value == 0:
            return None
        spread, why = self.assumptions.spread(reading)
        if not spread > 1:
            return None
        ends = (value / spread, min(max(value * spread, -LARGEST), LARGEST))
        return Cell(row, place, min(ends), max(ends), middle=value, spread=spread, why=why)
