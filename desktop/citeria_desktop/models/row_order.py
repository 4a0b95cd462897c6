"""The order of the grid's rows: by name or by what a column shows, as an argsort."""

from collections.abc import Sequence

import numpy as np

from citeria_core.model import Area, CellReading


def by_name(areas: Sequence[Area], *, descending: bool) -> list[int]:
    """Positions of the areas in the order of their names."""
    order: list[int] = np.argsort(np.array([area.name().casefold() for area in areas]), kind="stable").tolist()
    return order[::-1] if descending else order


def by_value(readings: Sequence[CellReading | None], *, descending: bool) -> list[int]:
    """Positions in the order of the numbers shown; what shows none stays last, whichever way."""
    keys = np.array([np.nan if one is None or one.shown is None else one.shown for one in readings], dtype=np.float64)
    order: list[int] = np.argsort(-keys if descending else keys, kind="stable").tolist()  # NaN sorts last
    return order
