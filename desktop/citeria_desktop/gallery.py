"""Pictures of every view, made without a screen: for the README, for reviewers, and to be looked at after a change.

A copy of the project is shown, so the file itself is never changed. The same project gives the same pictures: fonts are
bundled, carets do not blink, and a picture waits for what is computed in the background.
"""

import itertools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QIODevice, QSaveFile, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from citeria_db.store import Project
from citeria_desktop import offscreen
from citeria_desktop import theme as themes
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.language.catalogue import LANGUAGES, spoken
from citeria_desktop.language.phrases import speech
from citeria_desktop.picture.formats import PictureError
from citeria_desktop.session import Session
from citeria_desktop.settings import Settings
from citeria_desktop.theme import Theme
from citeria_desktop.views.registry import VIEWS, Surroundings, ViewSpec


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
    exhibits: Iterable[str] | None = None,
) -> list[Path]:
    """Write `VIEW-THEME-LANGUAGE-SCALE.png` of every view, or of these `exhibits`, into `directory`; return the paths.

    Scales are device pixels per logical pixel (1 to 3). Raises `PictureError`, `UnknownLookError`, and what opening a
    project raises.
    """
    chosen = [offscreen.known_theme(name) for name in themes]
    voices = [offscreen.known_language(name) for name in languages]
    sizes = [int(offscreen.known("scale", str(scale), ("1", "2", "3"))) for scale in scales]
    wanted = None if exhibits is None else set(exhibits)
    shown = [one for one in EXHIBITS if wanted is None or one.name in wanted]
    _make_directory(directory)
    made: list[Path] = []
    with offscreen.application() as application, offscreen.copy(project_path) as copy:
        for theme, language, exhibit in itertools.product(chosen, voices, shown):
            stem = f"{exhibit.name}-{theme.name}-{language}"
            paths = {scale: directory / f"{stem}-{scale}x.png" for scale in sizes}
            with offscreen.speaking(application, language):
                _show(application, exhibit, theme, project_path, copy, paths)
            made += paths.values()
    return made


def _show(
    application: QApplication, exhibit: Exhibit, theme: Theme, path: Path, copy: Path, paths: Mapping[int, Path]
) -> None:
    """One exhibit in one theme, at every scale."""
    themes.apply(application, theme)
    with Project.open(copy) as project:
        bridge = SessionBridge(Session(project, speech=speech()))
        cell = telling_cell(bridge.session)
        widget = exhibit.make(Scene(application, bridge, theme, path, copy, cell))
        widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        widget.resize(exhibit.size)
        widget.show()
        bridge.select(*cell)
        try:
            offscreen.settle(application, widget)
            for scale, place in paths.items():
                _save(_picture(widget, theme, scale), place)
        finally:
            widget.close()
            widget.deleteLater()
            bridge.close()
            application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            application.processEvents()


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
