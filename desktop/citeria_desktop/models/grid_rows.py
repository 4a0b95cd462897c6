"""Which areas stand in the grid's rows, and in which order: filters and the sort over what the cells read."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from PySide6.QtCore import Qt

from citeria_core.model import Area, CellReading
from citeria_core.typed_text import edit_text
from citeria_desktop.models.cell_look import shown_text
from citeria_desktop.models.filtering import Column, column_of, condition, names_of
from citeria_desktop.models.row_order import by_name, by_value

Readings = Mapping[tuple[str, str], CellReading]


def passing(
    areas: Sequence[Area], readings: Readings, filters: Mapping[str, str], marked: Callable[[Area], bool] | None
) -> list[int]:
    """Positions of the areas that pass every filter (by indicator code, "" for the names) and are `marked`."""
    passes = np.ones(len(areas), dtype=np.bool_)
    for code, text in filters.items():
        asked = condition(text)
        if asked is not None:
            passes &= asked(_column(areas, readings, code))
    if marked is not None:
        passes &= np.array([marked(area) for area in areas], dtype=np.bool_)
    return [int(place) for place in np.flatnonzero(passes)]


def in_order(
    areas: Sequence[Area], readings: Readings, positions: Iterable[int], sort: tuple[str, Qt.SortOrder] | None
) -> list[int]:
    """Positions of areas in the order of a column ("" for the names); without one, in the project's own."""
    places = sorted(positions)
    if sort is None or not places:
        return places
    code, descending = sort[0], sort[1] == Qt.SortOrder.DescendingOrder
    chosen = [areas[place] for place in places]
    if not code:
        return [places[at] for at in by_name(chosen, descending=descending)]
    read = [readings.get((area.code, code)) for area in chosen]
    return [places[at] for at in by_value(read, descending=descending)]


def typed_text(reading: CellReading) -> str:
    """What a cell reads, as it would be typed."""
    return edit_text(reading.shown, reading.text, reading.qualifier, reading.low, reading.high)


def _column(areas: Sequence[Area], readings: Readings, code: str) -> Column:
    if not code:
        return names_of(areas)
    column = [readings.get((area.code, code)) for area in areas]

    def text(place: int) -> str:
        shown = column[place]
        assert shown is not None
        return f"{shown_text(shown)}\n{typed_text(shown)}"

    return column_of(column, text)
