"""How much of a row or a column of the grid has a value, and how much of that is cited."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of `cells`, so many show a value with a source (`cited`), so many one without."""

    cited: int
    uncited: int
    cells: int
