"""Which areas stand in the grid's rows, and in which order: filters and the sort over what the cells read.

Both hold still while cells are edited, so that no row slips away under a hand.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt

from citeria_core.model import Area, CellReading
from citeria_core.readings import Mark, Readings
from citeria_core.typed_text import edit_text
from citeria_desktop.models.cell_look import shown_text
from citeria_desktop.models.filtering import Column, condition, folded, names_of
from citeria_desktop.models.row_order import by_name, by_value

Sort = tuple[str, Qt.SortOrder]  # indicator code, "" for the names


class GridRows:
    """The areas of a scope, and those of them that are shown, row by row."""

    def __init__(self, areas: Sequence[Area], readings: Readings) -> None:
        self.all = tuple(areas)
        self.order: list[int] = []  # places in `all`
        self.row_of: dict[str, int] = {}
        self.place_of = {area.code: place for place, area in enumerate(areas)}
        self._readings = readings

    @property
    def shown(self) -> tuple[Area, ...]:
        """The areas in the order of the rows."""
        return tuple(self.all[place] for place in self.order)

    def area(self, row: int) -> Area:
        """The area of a row."""
        return self.all[self.order[row]]

    def arrange(self, filters: Mapping[str, str], marked: NDArray[np.bool_] | None, sort: Sort | None) -> None:
        """Show the areas that pass every filter and are `marked`, in an order; see `passing` and `in_order`."""
        self._put(passing(self.all, self._readings, filters, marked), sort)

    def sort(self, sort: Sort | None) -> None:
        """Show the same areas in another order."""
        self._put(self.order, sort)

    def stay(self, before: "GridRows") -> None:
        """Stand as `before` did, which has the same areas."""
        self.order, self.row_of = before.order, before.row_of

    def _put(self, places: Iterable[int], sort: Sort | None) -> None:
        self.order = in_order(self.all, self._readings, places, sort)
        self.row_of = {self.all[place].code: row for row, place in enumerate(self.order)}


def passing(
    areas: Sequence[Area], readings: Readings, filters: Mapping[str, str], marked: NDArray[np.bool_] | None
) -> list[int]:
    """Positions of the areas that pass every filter (by indicator code, "" for the names) and are `marked`."""
    passes = np.ones(len(areas), dtype=np.bool_)
    for code, text in filters.items():
        asked = condition(text)
        if asked is not None:
            passes &= asked(_column(areas, readings, code))
    if marked is not None:
        passes &= marked
    places: list[int] = np.flatnonzero(passes).tolist()
    return places


def in_order(areas: Sequence[Area], readings: Readings, positions: Iterable[int], sort: Sort | None) -> list[int]:
    """Positions of areas in the order of a column ("" for the names); without one, in the project's own."""
    places = sorted(positions)
    if sort is None or not places:
        return places
    code, descending = sort[0], sort[1] == Qt.SortOrder.DescendingOrder
    chosen = [areas[place] for place in places]
    if not code:
        return [places[at] for at in by_name(chosen, descending=descending)]
    shown = readings.shown[[readings.row_of[area.code] for area in chosen], readings.column_of[code]]
    return [places[at] for at in by_value(shown, descending=descending)]


def typed_text(reading: CellReading) -> str:
    """What a cell reads, as it would be typed."""
    return edit_text(reading.shown, reading.text, reading.qualifier, reading.low, reading.high)


def _column(areas: Sequence[Area], readings: Readings, code: str) -> Column:
    if not code:
        return names_of(areas)
    rows = [readings.row_of[area.code] for area in areas]
    numbers = readings.shown[rows, readings.column_of[code]]
    shows = ((readings.marks[rows, readings.column_of[code]] & Mark.SHOWS) > 0).tolist()

    def text(place: int) -> str:
        shown = readings[areas[place].code, code]
        return f"{shown_text(shown)}\n{typed_text(shown)}"

    return Column(numbers, [folded(text(place)) if shown else "" for place, shown in enumerate(shows)])
