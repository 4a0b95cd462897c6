"""A place without a screen: the application, a copy of a project to show, widgets waited for; looks refused in words.

The gallery and single pictures are made here. Fonts are bundled and carets do not blink, so that the same project gives
the same pictures.
"""

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication, QWidget

from citeria_core.errors import KnownError, raise_all
from citeria_core.spelling import suggestion
from citeria_db.errors import OlderReadOnlyError
from citeria_db.store import Project
from citeria_desktop import theme as themes
from citeria_desktop.language.catalogue import LANGUAGES, speak, spoken
from citeria_desktop.theme import Theme
from citeria_desktop.views.view import View

_Value = TypeVar("_Value")
_PATIENCE_MS: Final = 60_000  # for what is computed in the background


class UnknownLookError(KnownError):
    """A theme, language or scale that the gallery does not have."""

    code = "unknown_look"
    template = "There is no {kind} “{given}”.{hint} Use one of: {known}."


@contextmanager
def copy(path: Path) -> Iterator[Path]:
    """The project as it stands, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / path.name
        try:
            with Project.open(path, read_only=True) as project:
                project.save_copy(copy)
        except OlderReadOnlyError:  # the copy will be brought up to date, the file stays as it is
            shutil.copyfile(path, copy)
        yield copy


def settle(application: QApplication, widget: QWidget) -> None:
    """Lay out, then wait until neither the widget, if it is a view, nor any view in it waits for a result."""
    deadline = QDeadlineTimer(_PATIENCE_MS)
    application.processEvents()
    application.processEvents()
    while not deadline.hasExpired() and any(view.busy for view in _views(widget)):
        application.processEvents()
        time.sleep(0.01)  # the pool's threads need the interpreter too
    application.processEvents()


def _views(widget: QWidget) -> Iterator[View]:
    if isinstance(widget, View):
        yield widget
    yield from (view for view in widget.findChildren(View) if view.isVisible())


@contextmanager
def application() -> Iterator[QApplication]:
    """The application there is, dressed as before afterwards; or one without a screen."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        font, palette, sheet = running.font(), running.palette(), running.styleSheet()
        flash = running.cursorFlashTime()
        themes.load_fonts()
        running.setCursorFlashTime(0)
        yield running
        running.setCursorFlashTime(flash)
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


@contextmanager
def speaking(application: QApplication, language: str) -> Iterator[None]:
    """The application speaks a language, and its own again afterwards."""
    before = spoken()
    speak(application, language)
    try:
        yield
    finally:
        speak(application, before)


class Checked:
    """Takes what was asked for word by word; what is wrong with any of it is told at the `end`, all at once."""

    def __init__(self) -> None:
        self._problems: list[KnownError] = []

    def __call__(self, work: Callable[[], _Value], instead: _Value) -> _Value:
        """What `work` gives; where it raises a `KnownError`, `instead`."""
        try:
            return work()
        except KnownError as error:
            self._problems.append(error)
            return instead

    def end(self) -> None:
        """Raise the one error there was, or all of them as a `CombinedError`."""
        raise_all(self._problems)


def known(kind: str, given: str, known: Iterable[str]) -> str:
    """`given`, which has to be among the `known` ones; else `UnknownLookError`."""
    if given not in known:
        raise UnknownLookError(
            kind=kind, given=given, hint=suggestion(given, known, listed=True), known=", ".join(known)
        )
    return given


def known_language(code: str) -> str:
    """A language by its code; `UnknownLookError` where the interface does not speak it."""
    return known("language", code, LANGUAGES)


def known_theme(name: str) -> Theme:
    """A theme by its name; `UnknownLookError` where there is none."""
    return themes.THEMES[known("theme", name, themes.THEMES)]
