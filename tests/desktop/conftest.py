"""A real window without a screen, on a real file: what the tests of the desktop share."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything makes an application

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from citeria_db import sample
from citeria_db.store import Project
from citeria_desktop import theme as themes
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.session import Session
from citeria_desktop.theme import Theme


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project, built once."""
    path = tmp_path_factory.mktemp("sample") / "sample.citeria"
    sample.build(path)
    return path


@pytest.fixture
def project_file(pristine: Path, tmp_path: Path) -> Path:
    """A copy of the sample that a test may change."""
    path = tmp_path / "sample.citeria"
    path.write_bytes(pristine.read_bytes())
    return path


@pytest.fixture
def light(qapp: QApplication) -> Theme:
    """The application dressed as it is for people."""
    themes.load_fonts()
    themes.apply(qapp, themes.LIGHT)
    return themes.LIGHT


@pytest.fixture
def open_bridge(project_file: Path, light: Theme) -> Iterator[Callable[..., SessionBridge]]:
    """Opens the sample through one of its indices; everything is closed afterwards, background work waited for."""
    projects, bridges = [], []

    def open_(index: str | None = None) -> SessionBridge:
        projects.append(Project.open(project_file))
        bridges.append(SessionBridge(Session(projects[-1], index)))
        return bridges[-1]

    yield open_
    assert QThreadPool.globalInstance().waitForDone(60_000)
    for bridge in bridges:
        bridge.close()
    for project in projects:
        project.close()


@pytest.fixture
def bridge(open_bridge: Callable[..., SessionBridge]) -> SessionBridge:
    """The sample through the index that ranks somebody."""
    return open_bridge()
