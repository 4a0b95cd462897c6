"""Find and replace over what the cells of a grid say as it would be typed."""

from collections.abc import Iterable
from typing import Final

from citeria_core.find import Sought, replacements
from citeria_db.replacing import Hit, hit
from citeria_desktop.models.grid_model import AnyIndex, GridModel

MOST_CELLS: Final = 50_000  # of one step


def hits(model: GridModel, cells: Iterable[AnyIndex], sought: Sought, by: str) -> list[Hit]:
    """Every cell that would say something else; raises `BadPatternError`."""
    if not sought.text:
        return []
    texts = ((index, model.typed(index)) for index in cells if index.column() > 0)
    return [
        _hit(model, found.place, found.before, after)
        for found in replacements(texts, sought, by)
        if (after := found.after.strip()) != found.before
    ]


def _hit(model: GridModel, index: AnyIndex, before: str, after: str) -> Hit:
    area, _ = model.cell(index)
    return hit(area, model.indicators[index.column() - 1], model.period_at(index), before, after)
