"""Pictures of every view, panel and dialog, made without a screen: for the README, for reviewers, to be looked at.

A copy of the project is shown, so the file itself is never changed. The same project gives the same pictures: fonts are
bundled, carets do not blink, and a picture waits for what is computed in the background.
"""

import itertools
import tempfile
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QIODevice, QSaveFile, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from citeria_db.store import Project
from citeria_desktop import offscreen
from citeria_desktop import theme as themes
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.exhibits import EXHIBITS, Exhibit, Scene
from citeria_desktop.language.catalogue import LANGUAGES
from citeria_desktop.language.phrases import speech
from citeria_desktop.picture.formats import PictureError
from citeria_desktop.session import Session
from citeria_desktop.theme import LIGHT, Theme

_Known = TypeVar("_Known")
_SCALES = ("1", "2", "3")


def render(
    project_path: Path,
    directory: Path,
    themes: Iterable[str] = tuple(themes.THEMES),
    languages: Iterable[str] = tuple(LANGUAGES),
    scales: Iterable[int] = (1, 2),
    exhibits: Iterable[str] | None = None,
) -> list[Path]:
    """Write `NAME-THEME-LANGUAGE-SCALE.png` of every exhibit, or of these, into `directory`; return the paths.

    Scales are device pixels per logical pixel (1 to 3). Raises `UnknownLookError`, or `CombinedError` with all of them,
    `PictureError`, and what opening a project raises.
    """
    checked = offscreen.Checked()

    def each(given: Iterable[object], known: Callable[[str], _Known], instead: _Known) -> list[_Known]:
        return [checked(partial(known, str(one)), instead) for one in given]

    dressed = each(themes, offscreen.known_theme, LIGHT)
    voices = each(languages, offscreen.known_language, "")
    sizes = each(scales, lambda scale: int(offscreen.known("scale", scale, _SCALES)), 1)
    wanted = EXHIBITS if exhibits is None else each(exhibits, _exhibit, EXHIBITS[0])
    checked.end()
    shown = [one for one in EXHIBITS if one in wanted]  # in their own order, whatever that of the names is
    _make_directory(directory)
    made: list[Path] = []
    with offscreen.application() as application, offscreen.copy(project_path) as copy:
        for theme, language in itertools.product(dressed, voices):
            with offscreen.speaking(application, language):
                paths = [
                    {scale: directory / f"{one.name}-{theme.name}-{language}-{scale}x.png" for scale in sizes}
                    for one in shown
                ]
                _show(application, theme, project_path, copy, list(zip(shown, paths, strict=True)))
                made += (path for one in paths for path in one.values())
    return made


def _exhibit(name: str) -> Exhibit:
    by_name = {one.name: one for one in EXHIBITS}
    return by_name[offscreen.known("picture", name, by_name)]


def _show(
    application: QApplication,
    theme: Theme,
    path: Path,
    copy: Path,
    exhibits: Iterable[tuple[Exhibit, Mapping[int, Path]]],
) -> None:
    """Exhibits in one theme, at every scale."""
    themes.apply(application, theme)
    with Project.open(copy) as project, tempfile.TemporaryDirectory(dir=copy.parent) as folder:
        bridge = SessionBridge(Session(project, speech=speech()))
        scene = Scene(application, bridge, theme, path, copy, Path(folder))
        try:
            for exhibit, paths in exhibits:
                _picture(scene, exhibit, paths)
        finally:
            scene.close()
            _forget_deleted(application)


def _picture(scene: Scene, exhibit: Exhibit, paths: Mapping[int, Path]) -> None:
    widget = exhibit.make(scene)
    if exhibit.size is not None:
        widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        widget.resize(exhibit.size)
        widget.show()
    scene.bridge.select(*scene.cell)
    try:
        offscreen.settle(scene.application, widget)
        shown = widget if widget.isWindow() else widget.parentWidget() or widget
        for scale, place in paths.items():
            _save(_image(shown, scene.theme, scale), place)
    finally:
        _dismiss(widget, scene)


def _dismiss(widget: QWidget, scene: Scene) -> None:
    """Take away what was shown: the window stays, what lies over it goes as it goes for people, by Escape."""
    if widget is scene.opened:
        return
    if widget.parentWidget() is not None:
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier(0)))
        if widget.isWindow() and widget.isVisible():  # a step that is under way goes only once it is over
            widget.hide()
            widget.deleteLater()
    else:
        widget.close()
        widget.deleteLater()
    _forget_deleted(scene.application)


def _forget_deleted(application: QApplication) -> None:
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application.processEvents()


def _image(widget: QWidget, theme: Theme, scale: int) -> QImage:
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
