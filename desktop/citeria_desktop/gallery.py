"""Pictures of every view, made without a screen: for the README, for reviewers, and to be looked at after a change.

A copy of the project is shown, so the file itself is never changed. The same project gives the same pictures: fonts are
bundled, carets do not blink, and a picture waits for what is computed in the background.
"""

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDeadlineTimer, QEvent, QIODevice, QSaveFile, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from citeria_core.errors import KnownError
from citeria_db.errors import OlderReadOnlyError
from citeria_db.store import Project
from citeria_desktop import theme as themes
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.language.catalogue import LANGUAGES, speak, spoken
from citeria_desktop.language.phrases import speech
from citeria_desktop.session import Session
from citeria_desktop.settings import Settings
from citeria_desktop.theme import Theme
from citeria_desktop.views.registry import VIEWS, Surroundings, ViewSpec

_PATIENCE_MS: Final = 60_000  # for what is computed in the background


class PictureError(KnownError):
    """A picture that cannot be written."""

    code = "picture"
    template = "“{path}” could not be written: {reason}. Choose a folder that can be written to."


class UnknownLookError(KnownError):
    """A theme, language or scale that the gallery does not have."""

    code = "unknown_look"
    template = "There is no {kind} “{given}”. Use one of: {known}."


@dataclass(frozen=True, slots=True)
class Scene:
    """What an exhibit is made from: `path` names the project as given, `copy` is the file in a folder of its own."""

    application: QApplication
    bridge: SessionBridge
    theme: Theme
    path: Path
    copy: Path
    cell: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One picture's subject: its name, size in logical pixels, and how to make it."""

    name: str
    size: QSize
    make: Callable[[Scene], QWidget]


def render(
    project_path: Path,
    directory: Path,
    themes: Iterable[str] = tuple(themes.THEMES),
    languages: Iterable[str] = tuple(LANGUAGES),
    scales: Iterable[int] = (1, 2),
) -> list[Path]:
    """Write `VIEW-THEME-LANGUAGE-SCALE.png` of every view into `directory` and return the paths.

    Scales are device pixels per logical pixel (1 to 3). Raises `PictureError`, `UnknownLookError`, and what opening a
    project raises.
    """
    chosen = [_known_theme(name) for name in themes]
    spoken = [_known("language", name, LANGUAGES) for name in languages]
    sizes = [int(_known("scale", str(scale), ("1", "2", "3"))) for scale in scales]
    _make_directory(directory)
    made: list[Path] = []
    with _application() as application, _copy(project_path) as copy:
        for theme, language in product(chosen, spoken):
            for exhibit in EXHIBITS:
                stem = f"{exhibit.name}-{theme.name}-{language}"
                paths = {scale: directory / f"{stem}-{scale}x.png" for scale in sizes}
                _show(application, exhibit, theme, language, project_path, copy, paths)
                made += paths.values()
    return made


def _show(
    application: QApplication,
    exhibit: Exhibit,
    theme: Theme,
    language: str,
    path: Path,
    copy: Path,
    paths: Mapping[int, Path],
) -> None:
    """One exhibit in one theme and language, at every scale."""
    themes.apply(application, theme)
    speak(application, language)
    with Project.open(copy) as project:
        bridge = SessionBridge(Session(project, speech=speech()))
        cell = telling_cell(bridge.session)
        widget = exhibit.make(Scene(application, bridge, theme, path, copy, cell))
        widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        widget.resize(exhibit.size)
        widget.show()
        bridge.select(*cell)
        try:
            _settle(application, widget)
            for scale, place in paths.items():
                _save(_picture(widget, theme, scale), place)
        finally:
            widget.close()
            widget.deleteLater()
            bridge.close()
            application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            application.processEvents()


@contextmanager
def _copy(path: Path) -> Iterator[Path]:
    """The project as it stands, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / path.name
        try:
            with Project.open(path, read_only=True) as project:
                project.save_copy(copy)
        except OlderReadOnlyError:  # the copy will be brought up to date, the file stays as it is
            shutil.copyfile(path, copy)
        yield copy


def telling_cell(session: Session) -> tuple[str, str]:
    """The cell that shows most: with rival values, else any with a value; ("", "") in an empty project."""
    held = [reading for reading in session.readings.values() if reading.observation is not None]
    if not held:
        return "", ""
    best = max(held, key=lambda reading: (reading.rivals > 1, reading.noted, reading.cited))
    return best.area, best.indicator


def _picture(widget: QWidget, theme: Theme, scale: int) -> QImage:
    image = QImage(widget.size() * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(theme.colour("window"))
    widget.render(image)
    return image


def _save(image: QImage, path: Path) -> None:
    """Write whole or not at all."""
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise PictureError(path=path, reason=file.errorString())
    image.save(file, "PNG")  # type: ignore[call-overload]
    if not file.commit():
        raise PictureError(path=path, reason=file.errorString())


def _settle(application: QApplication, widget: QWidget) -> None:
    """Lay out, then wait until neither the widget nor anything in it waits for a result."""
    deadline = QDeadlineTimer(_PATIENCE_MS)
    application.processEvents()
    application.processEvents()
    while not deadline.hasExpired() and any(getattr(one, "busy", False) for one in _everything(widget)):
        application.processEvents()
        time.sleep(0.01)  # the pool's threads need the interpreter too
    application.processEvents()


def _everything(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    yield from (child for child in widget.findChildren(QWidget) if child.isVisible())


@contextmanager
def _application() -> Iterator[QApplication]:
    """The application there is, dressed as before afterwards; or one without a screen."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        font, palette, sheet = running.font(), running.palette(), running.styleSheet()
        flash, language = running.cursorFlashTime(), spoken()
        themes.load_fonts()
        running.setCursorFlashTime(0)
        yield running
        running.setCursorFlashTime(flash)
        speak(running, language)
        running.setFont(font)
        running.setPalette(palette)
        running.setStyleSheet(sheet)
        return
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication([])
    themes.load_fonts()
    application.setCursorFlashTime(0)
    yield application
    application.processEvents()


def _known(kind: str, given: str, known: Iterable[str]) -> str:
    if given not in known:
        raise UnknownLookError(kind=kind, given=given, known=", ".join(known))
    return given


def _known_theme(name: str) -> Theme:
    return themes.THEMES[_known("theme", name, themes.THEMES)]


def _make_directory(directory: Path) -> None:
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PictureError(path=directory, reason=error.strerror or str(error)) from error


_VIEW: Final = QSize(1100, 700)


# -- what is shown -----------------------------------------------------------------------------------------------------


def _welcome(scene: Scene) -> QWidget:
    from citeria_desktop.views.welcome import WelcomeView

    return WelcomeView(scene.theme, [scene.path])


def _exhibit(spec: ViewSpec) -> "Exhibit":
    def make(scene: Scene) -> QWidget:
        view = spec.make(Surroundings(scene.bridge, scene.theme, Settings(scene.copy.parent / "settings")))
        if spec.page:
            view.show_page(spec.page)
            view.setFocus()
        return view

    return Exhibit(spec.public_name, _VIEW, make)


def _inspector(scene: Scene) -> QWidget:
    from citeria_desktop.panels.inspector import Inspector

    return Inspector(scene.bridge, scene.theme)


def _window(scene: Scene) -> QWidget:
    from citeria_desktop.app import build_window

    folder = scene.copy.parent
    settings, sample = Settings(folder / "settings"), folder / "sample.citeria"
    settings.language = spoken()
    window = build_window(scene.application, scene.copy, scene.theme.name, settings, sample)
    if window.workspace is not None:
        window.workspace.bridge.select(*scene.cell)
    return window


EXHIBITS: Final = (
    Exhibit("welcome", _VIEW, _welcome),
    *(_exhibit(spec) for spec in VIEWS),
    Exhibit("inspector", QSize(340, 860), _inspector),
    Exhibit("window", QSize(1360, 860), _window),
)
