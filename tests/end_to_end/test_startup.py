"""What is said before a window is asked for."""

import sys
from importlib import metadata

import pytest

from citeria_desktop import startup


@pytest.fixture
def linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("linux")
@pytest.mark.parametrize(("name", "shown"), [("DISPLAY", True), ("WAYLAND_DISPLAY", True), ("TERM", False)])
def test_on_linux_a_window_needs_a_named_display(monkeypatch: pytest.MonkeyPatch, name: str, shown: bool) -> None:
    monkeypatch.setenv(name, ":0")
    assert startup.has_display() is shown


@pytest.mark.usefixtures("linux")
def test_offscreen_is_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert startup.has_display() is False


@pytest.mark.usefixtures("linux")
def test_missing_system_libraries_are_named_with_their_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(startup, "_loads", lambda library: library not in {"libGL.so.1", "libxcb-cursor.so.0"})
    with pytest.raises(startup.MissingLibraryError, match=r"libGL\.so\.1, libxcb-cursor\.so\.0") as told:
        startup.check_window_libraries(offscreen=False)
    assert "apt-get install libgl1 libxcb-cursor0" in str(told.value)
    with pytest.raises(startup.MissingLibraryError, match=r"apt-get install libgl1\."):
        startup.check_window_libraries(offscreen=True)


def test_the_qt_that_crashes_on_python_3_11_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metadata, "version", lambda _: "6.12.0")
    monkeypatch.setattr(sys, "version_info", (3, 11, 7))
    with pytest.raises(startup.UnsoundQtError, match=r"PySide6 6\.12\.0 crashes on Python 3\.11"):
        startup.check_window_libraries(offscreen=True)


def test_this_machine_can_draw_offscreen() -> None:
    startup.check_window_libraries(offscreen=True)
