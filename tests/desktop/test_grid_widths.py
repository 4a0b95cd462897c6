"""How wide the columns of the grid are by themselves."""

from collections.abc import Callable

import pytest

from citeria_core.period import Period
from citeria_db import operations
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.models.grid_model import LOOK_ROLE, GridModel
from citeria_desktop.painting.cells import CellPainter
from citeria_desktop.theme import LIGHT

SCORE = "sub-smart-2020-score"


@pytest.mark.parametrize("everything", [False, True])
@pytest.mark.parametrize("index", ["ICI-CN-SUB", "ICI-CN"])
def test_the_cells_that_decide_a_columns_width_are_as_wide_as_the_widest_of_all(
    open_bridge: Callable[..., SessionBridge], index: str, everything: bool
) -> None:
    bridge = open_bridge(index)
    typed = {"beijing": "≈ 1234567.25", "wuhan": "< 3", "harbin": "-5000.5", "nanjing": "10–20", "xian": "0.000123"}
    for area, text in typed.items():
        year = "2019" if area == "xian" else "2020"
        assert bridge.run(operations.set_value, area, SCORE, Period.parse(year), text)
    model, painter = GridModel(bridge), CellPainter(LIGHT)
    model.show_everything(everything)
    for column in range(1, model.columnCount()):
        heading = model.heading_at(column)
        looks = [model.index(row, column).data(LOOK_ROLE) for row in range(model.rowCount())]
        every, chosen = (
            [painter.width_of(one, heading.decimals, marked=heading.marked) for one in many if not one.missing]
            for many in (looks, model.widest_looks(column))
        )
        assert max(chosen, default=0) == max(every, default=0), heading.name
