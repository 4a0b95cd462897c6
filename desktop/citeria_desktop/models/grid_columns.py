"""Which indicators stand in the grid's columns, in which order, and what stands over each."""

from collections.abc import Sequence

from citeria_core.model import Indicator
from citeria_core.readings import Readings
from citeria_desktop.models.column_heading import ColumnHeading, heading
from citeria_desktop.models.column_layout import ColumnLayout


class GridColumns:
    """The indicators of a scope as a layout orders and hides them; columns count from 1, after that of the names."""

    def __init__(self, indicators: Sequence[Indicator], layout: ColumnLayout, readings: Readings, areas: int) -> None:
        """`areas` is how many there are in the scope, filtered or not."""
        named = {indicator.code: indicator for indicator in indicators}
        self.arranged = tuple(named[code] for code in layout.arranged(list(named)))  # with those that are hidden
        self.shown = tuple(one for one in self.arranged if one.code not in layout.hidden)
        self.column_of = {indicator.code: column for column, indicator in enumerate(self.shown, 1)}
        self._readings, self._areas = readings, areas
        self._headings: dict[int, ColumnHeading] = {}

    def indicator(self, column: int) -> Indicator:
        """The indicator of a column."""
        return self.shown[column - 1]

    def heading(self, column: int) -> ColumnHeading:
        """What stands over a column, made when it is first asked for."""
        if column not in self._headings:
            self._headings[column] = heading(self.indicator(column), self._readings, self._areas)
        return self._headings[column]

    def head_again(self, column: int) -> tuple[ColumnHeading | None, ColumnHeading]:
        """What stood over a column, None if nobody has asked, and what does since its cells read something else."""
        return self._headings.pop(column, None), self.heading(column)
