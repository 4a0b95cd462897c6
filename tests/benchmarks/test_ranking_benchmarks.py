"""What somebody feels in the ranking: a frame of a weight being dragged, a frame of scrolling. They only report."""

from decimal import Decimal
from itertools import cycle
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from citeria_core.model import Area, Index, Indicator, Node, Observation
from citeria_core.period import Period
from citeria_db import snapshot_operations
from citeria_db.store import Project
from citeria_desktop import theme as themes
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.session import Session
from citeria_desktop.views.ranking import RankingView
from citeria_desktop.views.slope import SlopeView

YEAR = Period.parse("2024")
GOAL_MS = 16


def _build(path: Path, areas: int, indicators: int) -> None:
    """A made-up project of areas × indicators in six parts."""
    values = np.random.default_rng(1).normal(50, 10, (areas, indicators))
    parts = [Node(f"p{part}", f"Part {part}", "BIG", 1.0) for part in range(6)]
    leaves = [Node(f"i{at}", f"Indicator {at}", f"p{at % 6}", 1.0, f"i{at}") for at in range(indicators)]
    codes = tuple(f"a{row}" for row in range(areas))
    with Project.create(path) as project, project.base():
        for code in codes:
            project.areas.add(Area(code, "city", {"en": f"Area {code}"}))
        for at in range(indicators):
            project.indicators.add(Indicator(f"i{at}", f"Indicator {at}"))
        for row, code in enumerate(codes):
            for at in range(indicators):
                made = Observation("", code, f"i{at}", YEAR, float(values[row, at]), preferred=True)
                project.observations.add(made)
        project.indices.add(Index("BIG", "Big", "", YEAR, codes, (Node("BIG", "Big", None, 1.0), *parts, *leaves), ""))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "large.citeria"
    _build(path, 300, 60)
    return path


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("long") / "long.citeria"
    _build(path, 1000, 6)
    return path


def _view(qtbot: QtBot, qapp: QApplication, project: Project) -> RankingView:
    themes.load_fonts()
    themes.apply(qapp, themes.LIGHT)
    view = RankingView(SessionBridge(Session(project)), themes.LIGHT)
    qtbot.addWidget(view)
    view.resize(1100, 900)
    with qtbot.waitExposed(view):
        view.show()
    return view


def _paint(view: RankingView, image: QImage) -> None:
    view.table.viewport().render(image)


def _drag(benchmark: BenchmarkFixture, view: RankingView) -> None:
    """Measure a frame of a weight being dragged, and put it back."""
    assert view.bench is not None
    image = QImage(view.table.viewport().size(), QImage.Format.Format_RGB32)
    weighing, gained = view.bench.weighing, cycle(range(1, 60))
    weighing.grab("p0")

    def frame() -> None:
        weighing.drag("p0", float(next(gained)), Decimal("0.1"))
        _paint(view, image)

    benchmark(frame)
    weighing.restore()


def test_a_frame_of_a_weight_being_dragged(
    benchmark: BenchmarkFixture, qtbot: QtBot, qapp: QApplication, large: Path
) -> None:
    with Project.open(large, read_only=True) as project:
        _drag(benchmark, _view(qtbot, qapp, project))


def test_a_frame_of_scrolling_through_a_thousand_areas(
    benchmark: BenchmarkFixture, qtbot: QtBot, qapp: QApplication, long: Path
) -> None:
    with Project.open(long, read_only=True) as project:
        view = _view(qtbot, qapp, project)
        image = QImage(view.table.viewport().size(), QImage.Format.Format_RGB32)
        bar, places = view.table.verticalScrollBar(), cycle(range(0, 25_000, 130))

        def frame() -> None:
            bar.setValue(next(places))
            _paint(view, image)

        benchmark(frame)


def test_a_frame_of_the_overview_of_a_thousand_areas(
    benchmark: BenchmarkFixture, qtbot: QtBot, qapp: QApplication, long: Path
) -> None:
    with Project.open(long, read_only=True) as project:
        view = _view(qtbot, qapp, project)
        assert view.bench is not None
        view.bench.strip.overview.setChecked(True)
        image = QImage(view.table.viewport().size(), QImage.Format.Format_RGB32)
        benchmark(_paint, view, image)


def test_a_drag_in_the_overview_of_a_thousand_areas(
    benchmark: BenchmarkFixture, qtbot: QtBot, qapp: QApplication, long: Path
) -> None:
    with Project.open(long, read_only=True) as project:
        view = _view(qtbot, qapp, project)
        assert view.bench is not None
        view.bench.strip.overview.setChecked(True)
        _drag(benchmark, view)


def test_a_what_if_value_over_300_areas_and_60_indicators(
    benchmark: BenchmarkFixture, qtbot: QtBot, qapp: QApplication, large: Path
) -> None:
    with Project.open(large, read_only=True) as project:
        view = _view(qtbot, qapp, project)
        image = QImage(view.table.viewport().size(), QImage.Format.Format_RGB32)
        bridge, values = view._bridge, cycle(range(20, 80))

        def frame() -> None:
            bridge.look(bridge.session.try_value("a7", "i3", float(next(values))))
            _paint(view, image)

        benchmark(frame)


def test_the_first_paint_of_a_slope_of_300_areas(
    benchmark: BenchmarkFixture, qtbot: QtBot, qapp: QApplication, large: Path, tmp_path: Path
) -> None:
    path = tmp_path / "slope.citeria"
    path.write_bytes(large.read_bytes())
    with Project.open(path) as project:
        for name in ("one", "two"):
            snapshot_operations.take_snapshot(project, "BIG", name)
        themes.load_fonts()
        themes.apply(qapp, themes.LIGHT)
        bridge = SessionBridge(Session(project))

        def first_paint() -> None:
            view = SlopeView(bridge, themes.LIGHT)
            qtbot.addWidget(view)
            view.resize(1100, 900)
            view.grab()

        benchmark.pedantic(first_paint, rounds=5)


def test_taking_a_snapshot_of_300_areas_and_60_indicators(
    benchmark: BenchmarkFixture, large: Path, tmp_path: Path
) -> None:
    path = tmp_path / "snapshots.citeria"
    path.write_bytes(large.read_bytes())
    numbers = iter(range(1000))
    with Project.open(path) as project:
        benchmark.pedantic(
            lambda: snapshot_operations.take_snapshot(project, "BIG", f"number {next(numbers)}"), rounds=5
        )
