"""How wide the columns of the grid are by themselves."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from citeria_core.period import Period
from citeria_db import operations
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.language.catalogue import speak
from citeria_desktop.models.grid_model import LOOK_ROLE, GridModel
from citeria_desktop.painting.broken_names import LINES, BrokenNames
from citeria_desktop.painting.cells import CellPainter
from citeria_desktop.settings import Settings
from citeria_desktop.theme import LIGHT, font
from citeria_desktop.views.grid import GridView
from citeria_desktop.windows.main_window import FIRST_SIZE, MainWindow

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


def test_a_column_widens_for_a_longer_number_and_for_the_sign_of_a_rival(
    open_bridge: Callable[..., SessionBridge], qtbot: QtBot
) -> None:
    bridge = open_bridge()
    view = GridView(bridge, LIGHT)
    qtbot.addWidget(view)
    column = view.model.index_of("harbin", SCORE).column()
    view.grid.fit()
    for source, number in (("emlyon-2021", "123456789012"), ("ici-2020", "123456789013")):
        before = view.table.columnWidth(column)
        assert bridge.run(operations.set_value, "harbin", SCORE, Period.parse("2020"), number, source=source)
        wider = view.table.columnWidth(column)
        assert wider > before
        view.grid.fit_column(column)
        assert view.table.columnWidth(column) == wider
    assert view.model.layout_now.widths == {}


def test_a_width_that_somebody_gave_stays_whatever_is_typed(
    open_bridge: Callable[..., SessionBridge], qtbot: QtBot
) -> None:
    bridge = open_bridge()
    view = GridView(bridge, LIGHT)
    qtbot.addWidget(view)
    column = view.model.index_of("harbin", SCORE).column()
    view.table.setColumnWidth(column, 60)
    assert bridge.run(operations.set_value, "harbin", SCORE, Period.parse("2020"), "123456789012")
    assert view.table.columnWidth(column) == 60


@pytest.fixture(params=["en", "zh"])
def language(request: pytest.FixtureRequest, qapp: QApplication, settings: Settings) -> Iterator[str]:
    settings.language = request.param
    yield request.param
    speak(qapp, "en")


@pytest.mark.usefixtures("language")
def test_every_column_of_the_sample_stands_whole_in_a_window_as_it_first_opens(
    open_window: Callable[..., MainWindow], project_file: Path
) -> None:
    window = open_window(project_file)
    window.resize(*FIRST_SIZE)
    work = window.workspace
    assert work is not None
    assert work.is_shown("live")
    assert work.is_shown("inspector")
    view = work.views["data"]
    assert isinstance(view, GridView)
    assert view.table.horizontalHeader().length() <= view.table.viewport().width()


@pytest.mark.usefixtures("light")
@pytest.mark.parametrize("name", ["Smart-degree score 2020 (49 Chinese cities)", "one two three four " * 12])
def test_a_heading_is_as_narrow_as_its_name_can_be_without_losing_a_letter(name: str) -> None:
    names, name = BrokenNames(font(12)), name.strip()
    width = names.narrowest(name)
    told = names.broken(name, width).split("\n")
    assert " ".join(told) == name
    assert len(told) <= LINES
    assert " ".join(names.broken(name, width - 1).split("\n")) != name


@pytest.mark.usefixtures("light")
@pytest.mark.parametrize("name", ["Bike lanes", "Green space per head", "Broadband share", "Smart-degree score"])
def test_at_every_width_from_the_narrowest_on_a_heading_keeps_its_letters(name: str) -> None:
    names = BrokenNames(font(12))
    first = names.narrowest(name)
    assert [width for width in range(first, 2 * first) if "…" in names.broken(name, width)] == []
