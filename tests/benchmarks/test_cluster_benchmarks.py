"""How long clusters take: the study away from the window, the first paint of every page, what follows a selection."""

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from citeria_core.model import Area, Index, Indicator, Node, Observation
from citeria_core.period import Period
from citeria_core.study import Question, study
from citeria_db import sample
from citeria_db.store import Project
from citeria_desktop import theme as themes
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.session import Session
from citeria_desktop.views.clusters import ClustersView

YEAR = Period.parse("2024")
PAGES = ("tree", "biplot", "parallel", "silhouette", "profile", "agreement")


def _build(path: Path, areas: int, indicators: int) -> None:
    """A made-up project of areas about five centres."""
    source = np.random.default_rng(1)
    values = source.normal(50, 12, (5, indicators))[np.arange(areas) % 5] + source.normal(0, 9, (areas, indicators))
    leaves = [Node(f"n{at}", f"Indicator {at}", "BIG", 1.0, indicator=f"i{at}") for at in range(indicators)]
    codes = tuple(f"a{row}" for row in range(areas))
    with Project.create(path) as project, project.base():
        for code in codes:
            project.areas.add(Area(code, "city", {"en": f"Area {code[1:]}"}))
        for at in range(indicators):
            project.indicators.add(Indicator(f"i{at}", f"Indicator {at}", direction=1))
        for row, code in enumerate(codes):
            for at in range(indicators):
                held = float(values[row, at])
                project.observations.add(Observation("", code, f"i{at}", YEAR, value=held, preferred=True))
        project.indices.add(Index("BIG", "Big", "", YEAR, codes, (Node("BIG", "Big", None, 1.0), *leaves), ""))


@pytest.fixture(scope="module", params=["sample", "300 × 60", "1,000 × 100"])
def file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("clusters") / "big.citeria"
    if request.param == "sample":
        sample.build(path)
    else:
        _build(path, *((300, 60) if request.param == "300 × 60" else (1000, 100)))
    return path


@pytest.fixture
def bridge(file: Path) -> Iterator[SessionBridge]:
    with Project.open(file, read_only=True) as project:
        bridge = SessionBridge(Session(project))
        yield bridge
        assert QThreadPool.globalInstance().waitForDone(120_000)
        bridge.close()


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication, bridge: SessionBridge) -> ClustersView:
    themes.load_fonts()
    themes.apply(qapp, themes.LIGHT)
    view = ClustersView(bridge, themes.LIGHT)
    qtbot.addWidget(view)
    view.resize(1100, 700)
    with qtbot.waitExposed(view):
        view.show()
    qtbot.waitUntil(lambda: not view.busy, timeout=120_000)
    return view


def test_a_study_of_other_values(benchmark: BenchmarkFixture, bridge: SessionBridge) -> None:
    result = bridge.session.result
    assert result is not None
    study(result, Question())  # scipy and scikit-learn are imported then
    assert benchmark(study, result, Question()).tree is not None


def test_a_study_with_one_cluster_more(benchmark: BenchmarkFixture, bridge: SessionBridge) -> None:
    result = bridge.session.result
    assert result is not None
    before, numbers = study(result, Question()), cycle((4, 3))
    assert benchmark(lambda: study(result, Question(k=next(numbers)), (), before)).tree is before.tree


@pytest.mark.parametrize("page", PAGES)
def test_the_first_paint_of_a_page(benchmark: BenchmarkFixture, view: ClustersView, page: str) -> None:
    view.show_page(page)

    def painted() -> bool:
        view.page.show_study(view.study, view.words)
        return not view.grab().isNull()

    assert benchmark(painted)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_follows_the_selection(
    benchmark: BenchmarkFixture, view: ClustersView, bridge: SessionBridge, page: str
) -> None:
    view.show_page(page)
    assert bridge.session.result is not None
    areas = cycle(bridge.session.result.areas[:6])

    def follows() -> bool:
        bridge.select(next(areas))
        return not view.page.grab().isNull()

    assert benchmark(follows)
