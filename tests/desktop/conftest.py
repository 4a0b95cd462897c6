"""A real window without a screen, on a real file: what the tests of the desktop share."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from citeria_db import sample
from citeria_db.store import Project
from citeria_desktop import theme as themes
from citeria_desktop.app import build_window
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.session import Session
from citeria_desktop.settings import Settings
from citeria_desktop.theme import Theme
from citeria_desktop.windows.main_window import MainWindow


@pytest.fixture(autouse=True)
def _nothing_lingers() -> Iterator[None]:
    """Widgets that a test has closed are gone before the next: dressing the application would dress them too."""
    yield
    if QApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session", autouse=True)
def _the_clipboard_holds_nothing_of_python() -> Iterator[None]:
    """Qt lets go of the clipboard after Python has ended, and what Python made would end the process with a fault."""
    yield
    if QApplication.instance() is not None:
        QApplication.clipboard().clear()


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


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """What a window remembers, beginning with nothing."""
    return Settings(tmp_path / "settings")


@pytest.fixture
def open_window(
    qtbot: QtBot, qapp: QApplication, settings: Settings, tmp_path: Path
) -> Iterator[Callable[..., MainWindow]]:
    """Shows a window on a file (or the welcome page); closed afterwards, with no clock of its own still ticking."""
    windows: list[MainWindow] = []

    def open_(path: Path | None = None) -> MainWindow:
        window = build_window(qapp, path, None, settings, tmp_path / "data" / "sample.citeria")
        windows.append(window)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield open_
    for window in windows:
        window.close()
        assert window.project is None
        assert [timer for timer in window.findChildren(QTimer) if timer.isActive()] == []
    assert QThreadPool.globalInstance().waitForDone(60_000)


@pytest.fixture
def window(open_window: Callable[..., MainWindow], project_file: Path) -> MainWindow:
    """The window on a copy of the sample."""
    return open_window(project_file)
