"""Where a block goes: the grid as it is shown, by what people call its rows and columns."""

from citeria_core.paste import Grid, Selection
from citeria_core.period import Period
from citeria_desktop.models.grid_model import GridModel
from citeria_desktop.models.paste_draft import Target


def target(model: GridModel, selection: Selection) -> Target:
    """The target of a paste into `model` at `selection` (rows and columns from 0, the column of names not counted)."""
    areas, indicators = model.areas, model.indicators
    row_labels = {label: area.code for area in areas for label in (*area.variants, *area.names.values())}
    return Target(
        Grid(
            [area.code for area in areas],
            [indicator.code for indicator in indicators],
            row_labels,
            {indicator.name: indicator.code for indicator in indicators},
        ),
        selection,
        {indicator.code: indicator for indicator in indicators},
        {indicator.code: model.blank_period(column) for column, indicator in enumerate(indicators, 1)},
        lambda area, indicator: _period(model, area, indicator),
    )


def _period(model: GridModel, area: str, indicator: str) -> Period | None:
    reading = model.reading_of(area, indicator)
    return None if reading is None else reading.period
