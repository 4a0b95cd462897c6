"""What is checked before a window is asked for: is there a display, are Qt's system libraries there, is Qt sound.

Nothing here imports Qt at the top: a machine without its libraries still gets words.
"""

import ctypes
import os
import sys
from importlib import metadata

from citeria_core.errors import KnownError

# What PySide6's own libraries load on a bare Debian, by the package that brings each.
_OFFSCREEN_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
_SCREEN_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


class MissingLibraryError(KnownError):
    """A system library that Qt needs is not installed."""

    code = "missing_library"
    template = (
        "The window needs system libraries that are not installed: {libraries}. "
        "On Debian or Ubuntu: apt-get install {packages}. All commands that need no window work without them."
    )


class UnsoundQtError(KnownError):
    """PySide6 6.12.0 on Python 3.11 loses references and crashes within seconds."""

    code = "unsound_qt"
    template = (
        "PySide6 {version} crashes on Python {python}. Install the release that Citeria names: "
        'python -m pip install "pyside6-essentials>=6.11.3,<6.12"'
    )


def has_display() -> bool:
    """Whether a window could be shown: not offscreen, and on Linux a display is named."""
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return False
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def check_window_libraries(*, offscreen: bool) -> None:
    """Raise `MissingLibraryError` or `UnsoundQtError` when a window (or a picture, `offscreen`) cannot be had."""
    version = metadata.version("pyside6-essentials")
    if sys.version_info < (3, 12) and version.startswith("6.12."):
        raise UnsoundQtError(version=version, python=".".join(map(str, sys.version_info[:2])))
    if sys.platform != "linux":
        return
    needed = dict(_OFFSCREEN_LIBRARIES)
    if not offscreen and not os.environ.get("WAYLAND_DISPLAY"):
        needed |= _SCREEN_LIBRARIES
    missing = [library for library in needed if not _loads(library)]
    if missing:
        packages = " ".join(needed[library] for library in missing)
        raise MissingLibraryError(libraries=", ".join(missing), packages=packages)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
