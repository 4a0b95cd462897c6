"""The order of the grid's rows: by name or by what a column shows, as an argsort."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from citeria_core.model import Area
from citeria_desktop.language.naming import name_of


def by_name(areas: Sequence[Area], *, descending: bool) -> list[int]:
    """Positions of the areas in the order of their names."""
    order: list[int] = np.argsort(np.array([name_of(area).casefold() for area in areas]), kind="stable").tolist()
    return order[::-1] if descending else order


def by_value(shown: NDArray[np.float64], *, descending: bool) -> list[int]:
    """Positions in the order of the numbers shown; what shows none (NaN) stays last, whichever way."""
    order: list[int] = np.argsort(-shown if descending else shown, kind="stable").tolist()  # NaN sorts last
    return order
