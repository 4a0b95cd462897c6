"""What the status line says of selected cells."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from citeria_core.parse import format_number
from citeria_desktop.language import lists
from citeria_desktop.language.phrases import say


@dataclass(frozen=True, slots=True)
class Summary:
    """How many cells are selected, how many show no number, and the mean of those that do (NaN without one)."""

    count: int
    missing: int
    mean: float

    def __str__(self) -> str:
        told = [f"n {self.count}"]
        if self.missing:
            told.append(say(f"{self.missing} missing"))
        if math.isfinite(self.mean):
            told.append(say(f"mean {format_number(self.mean)}"))
        return lists.clauses(told)


def summarise(values: Iterable[float | None]) -> Summary:
    """Summarise the numbers shown in some cells; None is a cell without one."""
    held = list(values)
    numbers = [value for value in held if value is not None]
    mean = math.fsum(numbers) / len(numbers) if numbers else math.nan
    return Summary(count=len(held), missing=len(held) - len(numbers), mean=mean)
