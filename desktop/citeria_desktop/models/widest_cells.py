"""Which cells decide how wide a column of the grid must be, found in its numbers without looking at each cell.

Numbers of a column stand aligned at their points, and all digits are equally wide: of those with years of the same
length beside them the largest and the lowest are the widest. Texts, and numbers with a sign before them, are as wide as
they are; of many some are looked at.
"""

import math
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from citeria_core.period import Period
from citeria_core.readings import Mark, Readings
from citeria_desktop.models.cell_look import year_text

_TEXTS: Final = 60  # of a column that are looked at
_LEAST, _MOST = 1e-6, 1e15  # numbers outside are written with a power of ten


def widest(readings: Readings, rows: NDArray[np.intp], code: str, usual: Period | None) -> list[int]:
    """Places in `rows` (rows of `readings`) of which one is the widest in the column `code`; mostly two or four.

    A cell shows its year beside its number if that is not the `usual` one.
    """
    column = readings.column_of[code]
    marks, numbers = readings.marks[rows, column], readings.shown[rows, column]
    shows, sizes = (marks & Mark.SHOWS) > 0, np.abs(numbers)
    plain = shows & ((marks & Mark.WORDS) == 0) & ((sizes == 0) | ((sizes >= _LEAST) & (sizes < _MOST)))
    beside = _lengths(readings.periods, usual)[readings.period_at[rows, column]]
    found: list[int] = []
    for length in np.unique(beside[plain]).tolist():
        alike = np.flatnonzero(plain & (beside == length))
        found += [int(alike[np.argmax(numbers[alike])]), int(alike[np.argmin(numbers[alike])])]
    texts = np.flatnonzero(shows & (~plain | ((marks & Mark.SIGNED) > 0)))
    return list(dict.fromkeys(found + texts[:: math.ceil(len(texts) / _TEXTS) or 1].tolist()))


def _lengths(periods: Sequence[Period], usual: Period | None) -> NDArray[np.intp]:
    """The length of the year that a cell shows, by the place of its period; the last is for those without one."""
    lengths = [0 if period == usual else len(year_text(period)) for period in periods]
    return np.array([*lengths, 0], dtype=np.intp)
