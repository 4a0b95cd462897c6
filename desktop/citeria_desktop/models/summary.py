"""What the status line says of selected cells."""

import math

from citeria_core.parse import format_number
from citeria_core.selection import Selection
from citeria_desktop.language import lists
from citeria_desktop.language.phrases import say


def summary(held: Selection) -> str:
    """How many cells are selected, how many show no number, and the mean of those that do."""
    told = [f"n {held.count}"]
    if held.missing:
        told.append(say(f"{held.missing} missing"))
    if math.isfinite(held.mean):
        told.append(say(f"mean {format_number(held.mean)}"))
    return lists.clauses(told)
