"""How long views take: every view of the registry to its first paint, and all that is visible after one edit."""

import shutil
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QSize, QThreadPool
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from citeria_core.model import Area, Index, Indicator, Node, Observation
from citeria_core.period import Period
from citeria_db import operations, sample
from citeria_db.store import Project
from citeria_desktop import rubbish
from citeria_desktop import theme as themes
from citeria_desktop.app import build_window
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.session import Session
from citeria_desktop.settings import Settings
from citeria_desktop.views.registry import HOME, VIEWS, Surroundings, ViewSpec
from citeria_desktop.windows.workspace import Workspace

YEAR = Period.parse("2024")
SIZES = {"sample": (0, 0), "300 × 60": (300, 60), "1,000 × 100": (1000, 100)}
ROOM = QSize(1100, 700)


def _build(path: Path, areas: int, indicators: int) -> None:
    """A made-up project: six parts, values drawn at random."""
    values = np.random.default_rng(1).normal(50, 10, (areas, indicators)).round(2)
    codes = [f"a{row}" for row in range(areas)]
    parts = [Node(f"p{part}", f"Part {part}", "BIG", 1.0) for part in range(6)]
    leaves = [Node(f"n{at}", f"Leaf {at}", f"p{at % 6}", 1.0, indicator=f"i{at}") for at in range(indicators)]
    with Project.create(path) as project, project.base():
        for code in codes:
            project.areas.add(Area(code, "city", {"en": f"Area {code[1:]}"}))
        for at in range(indicators):
            project.indicators.add(Indicator(f"i{at}", f"Indicator {at}", direction=1))
        project.observations.add_many(
            [
                Observation("", code, f"i{at}", YEAR, value=float(values[row, at]), preferred=True)
                for row, code in enumerate(codes)
                for at in range(indicators)
            ]
        )
        nodes = (Node("BIG", "Big", None, 1.0), *parts, *leaves)
        project.indices.add(Index("BIG", "Big", "", YEAR, tuple(codes), nodes, ""))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder, made = tmp_path_factory.mktemp("views"), {}
    for name, (areas, indicators) in SIZES.items():
        made[name] = folder / f"{areas}.citeria"
        if areas:
            _build(made[name], areas, indicators)
        else:
            sample.build(made[name])
    return made


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("spec", VIEWS, ids=lambda spec: spec.public_name)
def test_first_paint_of_a_view(
    benchmark: BenchmarkFixture, qapp: QApplication, files: dict[str, Path], tmp_path: Path, spec: ViewSpec, size: str
) -> None:
    themes.load_fonts()
    themes.apply(qapp, themes.LIGHT)
    image = QImage(ROOM, QImage.Format.Format_RGB32)
    with Project.open(files[size], read_only=True) as project:
        session = Session(project)

        def painted() -> None:
            bridge = SessionBridge(session)
            view = spec.make(Surroundings(bridge, themes.LIGHT, Settings(tmp_path)))
            view.resize(ROOM)
            view.show()
            QCoreApplication.processEvents()
            view.render(image)
            view.stop()
            view.close()
            bridge.close()
            view.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

        benchmark.pedantic(painted, rounds=5, warmup_rounds=1)
        assert QThreadPool.globalInstance().waitForDone(120_000)


@pytest.fixture
def edited(
    qtbot: QtBot, qapp: QApplication, files: dict[str, Path], tmp_path: Path
) -> Iterator[Callable[[ViewSpec], Workspace]]:
    """Opens the window on 300 × 60 with a view in the middle, live ranking and inspector beside it."""
    shutil.copyfile(files["300 × 60"], tmp_path / "edited.citeria")
    window = build_window(qapp, tmp_path / "edited.citeria", settings=Settings(tmp_path))
    window.resize(1600, 900)
    with qtbot.waitExposed(window):
        window.show()

    def open_on(spec: ViewSpec) -> Workspace:
        work = window.workspace
        assert work is not None
        work.bridge.select("a7", "i3")
        work.show_view(spec.name)
        for pane in ("live", "inspector"):
            if not work.is_shown(pane):
                work.toggle(pane)
        qtbot.waitUntil(lambda: not work.views[spec.name].busy, timeout=120_000)
        assert work.views.keys() >= {HOME, spec.name}
        return work

    with rubbish.collected_in_quiet():  # as in the application
        yield open_on
    window.close()
    window.deleteLater()
    assert QThreadPool.globalInstance().waitForDone(120_000)


@pytest.mark.parametrize("spec", VIEWS, ids=lambda spec: spec.public_name)
def test_everything_visible_after_one_edit_of_300_by_60(
    benchmark: BenchmarkFixture, edited: Callable[[ViewSpec], Workspace], spec: ViewSpec
) -> None:
    """The view in the middle with live ranking and inspector, until its events have painted the window."""
    work, values = edited(spec), cycle(("61.5", "38.25"))

    def edit() -> None:
        work.bridge.run(operations.set_value, "a7", "i3", YEAR, next(values))
        QCoreApplication.processEvents()

    benchmark.pedantic(edit, rounds=15, warmup_rounds=2)


def test_clusters_found_anew_after_one_edit_of_300_by_60(
    benchmark: BenchmarkFixture, edited: Callable[[ViewSpec], Workspace]
) -> None:
    """What the window shows at once, and then the clusters, which are found in the background, until they are taken."""
    spec = next(one for one in VIEWS if one.public_name == "clusters")
    work, values = edited(spec), cycle(("61.5", "38.25"))
    view = work.views[spec.name]

    def edit() -> None:
        work.bridge.run(operations.set_value, "a7", "i3", YEAR, next(values))
        while view.busy:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QCoreApplication.processEvents()

    benchmark.pedantic(edit, rounds=15, warmup_rounds=2)
