"""Where the window is put together: application, fonts, theme, settings, and the file to begin with."""

import os
import sys
from pathlib import Path

import platformdirs
from PySide6.QtCore import QProcess, QProcessEnvironment, QThreadPool
from PySide6.QtWidgets import QApplication

from citeria_desktop import mistakes, rubbish
from citeria_desktop import theme as themes
from citeria_desktop.language.catalogue import ENGLISH, LANGUAGES, speak
from citeria_desktop.settings import Settings
from citeria_desktop.windows.main_window import MainWindow

SAMPLE_NAME = "sample.citeria"
MISTAKES_NAME = "mistakes.txt"
_TURN = 0.0005  # seconds
_SCALE, _OURS = "QT_SCALE_FACTOR", "CITERIA_SCALED"


def run_window(path: Path | None, theme: str | None = None) -> int:
    """Show the window until it is closed, with `path` open or the welcome page; returns Qt's exit code."""
    settings = Settings.of_user()
    if settings.size != 100 and _SCALE not in os.environ:  # Qt reads it once, when the application begins
        os.environ |= {_SCALE: str(settings.size / 100), _OURS: "yes"}
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Citeria")
    application.setDesktopFileName("citeria")
    window = build_window(application, path, theme, settings)
    window.show()
    told = platformdirs.user_log_path("citeria", appauthor=False) / MISTAKES_NAME
    with mistakes.written(told, window.tell_mistake), rubbish.collected_in_quiet():
        code = application.exec()
        _leave_clipboard(application)
        QThreadPool.globalInstance().waitForDone()  # work under way would meet an interpreter that is shutting down
    if window.anew and not begin_anew(window.anew_with):
        return 1  # nobody is there to be told; the size holds from the next start all the same
    return code


def begin_anew(path: Path | None) -> bool:
    """Start the program once more, with a project or with none; says whether that could be done."""
    program = QProcess()
    program.setProgram(sys.executable)
    program.setArguments(["-m", "citeria_desktop", *([] if path is None else [str(path)])])
    around = QProcessEnvironment.systemEnvironment()
    if around.value(_OURS):  # `run_window` set it for the size that was chosen before, not by whoever began
        around.remove(_SCALE)
        around.remove(_OURS)
    program.setProcessEnvironment(around)
    return bool(program.startDetached())


def _leave_clipboard(application: QApplication) -> None:
    """What was copied stays as text: data made in Python would be destroyed after Python, which ends in a crash."""
    clipboard = application.clipboard()
    ours = clipboard.ownsClipboard() or application.platformName() == "offscreen"  # which never says so
    if ours and clipboard.text():  # asked of the clipboard itself: where nothing was copied, Qt holds no data at all
        clipboard.setText(clipboard.text())


def build_window(
    application: QApplication,
    path: Path | None = None,
    theme: str | None = None,
    settings: Settings | None = None,
    sample_path: Path | None = None,
) -> MainWindow:
    """Make the window without showing it. `theme` (light, dark, contrast) goes before the remembered one.

    Without a `path` the project that was open the last time is opened, if people want that; one that is gone or damaged
    leads to the welcome page, which says so once. `sample_path` is where the sample project is kept once it was asked
    for.
    """
    sys.setswitchinterval(_TURN)  # the window waits for what is computed beside it ten times as short as by default
    held = settings or Settings.of_user()
    chosen = themes.THEMES.get(theme or held.theme, themes.LIGHT)
    themes.load_fonts()
    themes.apply(application, chosen)
    speak(application, held.language if held.language in LANGUAGES else ENGLISH)
    kept = sample_path or platformdirs.user_data_path("citeria", appauthor=False) / SAMPLE_NAME
    window = MainWindow(held, chosen, kept)
    first = path or (held.last if held.reopen else None)
    if first is not None and not window.open_project(first):
        held.last = None
    return window
