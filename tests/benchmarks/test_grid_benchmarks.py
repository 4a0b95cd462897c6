"""How long an analyst waits for the grid: a block pasted until it is ranked, a frame while a large one scrolls."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from citeria_core.model import Area, CellReading, Index, Indicator, Node
from citeria_core.paste import Selection
from citeria_core.period import Period
from citeria_core.readings import Mark, Readings
from citeria_db import pasting
from citeria_db.store import Project
from citeria_desktop import theme as themes
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.models import paste_draft
from citeria_desktop.models.block_target import target
from citeria_desktop.models.grid_model import GridModel
from citeria_desktop.session import Session
from citeria_desktop.views.grid import GridView

YEAR = Period.parse("2020")


def _build(path: Path, areas: int, indicators: int) -> None:
    """A made-up project without values: areas, indicators and an index over all of them."""
    with Project.create(path) as project, project.base():
        for row in range(areas):
            project.areas.add(Area(code=f"a{row}", kind="city", names={"en": f"Area {row}"}))
        for place in range(indicators):
            project.indicators.add(Indicator(code=f"i{place}", name=f"Indicator {place}", direction=1))
        leaves = tuple(Node(f"leaf{place}", f"Leaf {place}", "BIG", 1.0, f"i{place}") for place in range(indicators))
        codes = tuple(f"a{row}" for row in range(areas))
        project.indices.add(Index("BIG", "Big", "", YEAR, codes, (Node("BIG", "Big", None, 1.0), *leaves), ""))


@pytest.fixture
def empty_bridge(tmp_path: Path, qapp: QApplication) -> Iterator[SessionBridge]:
    _build(tmp_path / "empty.citeria", 100, 50)
    with Project.open(tmp_path / "empty.citeria") as project:
        bridge = SessionBridge(Session(project))
        yield bridge
        bridge.close()


@pytest.fixture(scope="module")
def large_bridge(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[SessionBridge]:
    path = tmp_path_factory.mktemp("large") / "large.citeria"
    _build(path, 10_000, 100)
    values = np.random.default_rng(1).normal(50, 10, (10_000, 100)).round(2)
    with Project.open(path) as project:
        session = Session(project)
        session.live.readings = _read(values)
        bridge = SessionBridge(session)
        yield bridge
        bridge.close()


def _read(values: NDArray[np.float64]) -> Readings:
    """Readings as the file gives them: made when a cell is asked for."""
    areas, indicators = values.shape
    held = Readings((f"a{row}" for row in range(areas)), (f"i{place}" for place in range(indicators)), _reading)
    rows, columns = (at.ravel().tolist() for at in np.indices(values.shape))
    numbers = values.ravel().tolist()
    held.fill(rows, columns, numbers, numbers, [Mark.SHOWS | Mark.SCORED] * len(numbers), [YEAR] * len(numbers))
    return held


def _reading(area: str, indicator: str, value: float) -> CellReading:
    return CellReading(area, indicator, value, None, YEAR, "made-up", value)


def test_5000_cells_pasted_until_the_ranking_shows_them(
    benchmark: BenchmarkFixture, empty_bridge: SessionBridge
) -> None:
    session, model, drawn = empty_bridge.session, GridModel(empty_bridge), count()

    def paste() -> int:
        numbers = np.random.default_rng(next(drawn)).normal(50, 10, (100, 50)).round(2)
        text = "\n".join("\t".join(map(str, row)) for row in numbers)
        block = paste_draft.read_clipboard(text)
        plan = paste_draft.plan(block, target(model, Selection(0, 0)), paste_draft.Choices(locale="en"))
        empty_bridge.run(pasting.paste, plan)
        assert session.standing is not None
        return len(session.standing.rows)

    assert benchmark.pedantic(paste, rounds=5, warmup_rounds=1) == 100


def test_the_grid_made_at_10000_by_100(benchmark: BenchmarkFixture, large_bridge: SessionBridge) -> None:
    model = benchmark.pedantic(lambda: GridModel(large_bridge), rounds=1)
    assert (model.rowCount(), model.columnCount()) == (10_000, 101)


def test_a_frame_while_10000_by_100_scrolls(
    benchmark: BenchmarkFixture, qapp: QApplication, qtbot: QtBot, large_bridge: SessionBridge
) -> None:
    themes.load_fonts()
    themes.apply(qapp, themes.LIGHT)
    view = GridView(large_bridge, themes.LIGHT)
    qtbot.addWidget(view)
    view.resize(1360, 860)
    with qtbot.waitExposed(view):
        view.show()
    bar, place = view.table.verticalScrollBar(), count(1)

    def frame() -> int:
        bar.setValue(37 * next(place) % bar.maximum())
        view.table.viewport().repaint()
        view.grid.names.viewport().repaint()
        return bar.value()

    assert benchmark.pedantic(frame, rounds=200, warmup_rounds=5) > 0


def test_a_sort_of_10000_rows(benchmark: BenchmarkFixture, large_bridge: SessionBridge) -> None:
    model = GridModel(large_bridge)
    column = count()
    benchmark.pedantic(lambda: model.sort(1 + next(column) % 100), rounds=5)
    assert model.rowCount() == 10_000


def test_a_filter_over_10000_rows(benchmark: BenchmarkFixture, large_bridge: SessionBridge) -> None:
    model, limit = GridModel(large_bridge), count(40)
    benchmark.pedantic(lambda: model.filter("i3", f"> {next(limit)}"), rounds=5)
    assert 0 < model.rowCount() < 10_000
