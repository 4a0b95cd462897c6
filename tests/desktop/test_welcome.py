"""The first page, and what the window remembers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from citeria_db.store import Project
from citeria_desktop.settings import Settings
from citeria_desktop.theme import DARK, LIGHT, Theme
from citeria_desktop.views.welcome import WelcomeView
from citeria_desktop.windows.main_window import MainWindow


def _drop(view: WelcomeView, *paths: Path) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(40, 40), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    view.dropEvent(event)
    return event


def test_the_page_says_what_this_is_and_offers_the_sample(qtbot: QtBot, light: Theme) -> None:
    view = WelcomeView(light, [])
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.sample_requested):
        qtbot.mouseClick(view.sample, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(view.new_requested):
        qtbot.mouseClick(view.new, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(view.browse_requested):
        qtbot.mouseClick(view.browse, Qt.MouseButton.LeftButton)


def test_recent_files_open_by_a_click_and_a_file_that_is_gone_can_only_be_taken_off(
    qtbot: QtBot, light: Theme, project_file: Path, tmp_path: Path
) -> None:
    gone = tmp_path / "gone.citeria"
    view = WelcomeView(light, [project_file, gone])
    qtbot.addWidget(view)
    there, missing = view.rows
    with qtbot.waitSignal(view.open_requested) as told:
        qtbot.mouseClick(there.name, Qt.MouseButton.LeftButton)
    assert told.args == [project_file]
    assert not missing.name.isEnabled()
    with qtbot.waitSignal(view.forget_requested) as told:
        qtbot.mouseClick(missing.forget, Qt.MouseButton.LeftButton)
    assert told.args == [gone]


def test_a_project_file_dropped_on_the_page_is_opened(qtbot: QtBot, light: Theme, tmp_path: Path) -> None:
    view = WelcomeView(light, [])
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.open_requested) as told:
        _drop(view, tmp_path / "notes.txt", tmp_path / "a.citeria")
    assert told.args == [tmp_path / "a.citeria"]
    with qtbot.assertNotEmitted(view.open_requested):
        _drop(view, tmp_path / "notes.txt")


def test_the_sample_is_made_once_and_keeps_its_edits(
    qtbot: QtBot, open_window: Callable[..., MainWindow], tmp_path: Path
) -> None:
    window = open_window()
    qtbot.mouseClick(window.welcome.sample, Qt.MouseButton.LeftButton)
    assert window.project is not None
    assert window.project.path == tmp_path / "data" / "sample.citeria"
    assert window.workspace is not None
    window.workspace.bridge.select("wuhan", "sub-smart-2020-score")
    qtbot.keyClick(window.workspace.grid.table, Qt.Key.Key_Delete)
    window.close_project()
    window.open_sample()
    assert window.project is not None
    assert window.project.history.undo_label() is not None


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "it is empty"),
        (b"SQLite format 3\x00" + b"\x00" * 40, "it ends inside its header"),
        (b"%PDF-1.7 and so on, long enough to be read as a header of a hundred bytes", "it is no SQLite file"),
    ],
)
def test_a_file_that_is_no_project_is_explained_on_the_page(
    open_window: Callable[..., MainWindow], tmp_path: Path, content: bytes, told: str
) -> None:
    path = tmp_path / "strange.citeria"
    path.write_bytes(content)
    window = open_window(path)
    assert window.project is None
    assert window.welcome.isVisible()
    assert window.welcome.message.isVisible()
    assert told in window.welcome.message.text().replace("\u200b", "")
    assert path.read_bytes() == content


def test_a_newer_and_a_damaged_project_are_explained(
    open_window: Callable[..., MainWindow], project_file: Path
) -> None:
    window = open_window()
    whole = project_file.read_bytes()
    project_file.write_bytes(whole[:60] + (99).to_bytes(4, "big") + whole[64:])  # user_version stands at byte 60
    window.open_project(project_file)
    assert "newer Citeria" in window.welcome.message.text()
    project_file.write_bytes(whole[: len(whole) // 2])
    window.open_project(project_file)
    assert "is damaged" in window.welcome.message.text()


def test_the_message_goes_once_a_project_opens(
    open_window: Callable[..., MainWindow], project_file: Path, tmp_path: Path
) -> None:
    window = open_window(tmp_path / "nothing.citeria")
    assert "There is no file" in window.welcome.message.text()
    window.open_project(project_file)
    window.close_project()
    assert not window.welcome.message.isVisible()


def test_a_new_project_over_an_existing_file_is_refused(
    open_window: Callable[..., MainWindow], project_file: Path
) -> None:
    before = project_file.read_bytes()
    window = open_window()
    window.create_project(project_file)
    assert "exists already" in window.welcome.message.text()
    assert project_file.read_bytes() == before


def test_the_list_of_recent_files_is_short_and_the_newest_stands_first(settings: Settings, tmp_path: Path) -> None:
    for number in range(14):
        settings.remember(tmp_path / f"{number}.citeria")
    settings.remember(tmp_path / "5.citeria")
    assert [path.stem for path in settings.recent()] == ["5", "13", "12", "11", "10", "9", "8", "7", "6", "4"]
    settings.forget(tmp_path / "13.citeria")
    assert tmp_path / "13.citeria" not in settings.recent()


def test_one_recent_file_alone_is_read_back(settings: Settings, tmp_path: Path) -> None:
    settings.remember(tmp_path / "only, one.citeria")
    settings.save()
    again = Settings(tmp_path / "settings")
    assert again.recent() == [tmp_path / "only, one.citeria"]


def test_settings_spoilt_by_hand_are_as_good_as_none(settings: Settings, tmp_path: Path) -> None:
    settings.keep_sizes(tmp_path / "a", "data", [1, 2, 3])
    settings.save()
    file = tmp_path / "settings" / "citeria.ini"
    file.write_text(file.read_text().replace("1, 2, 3", "one, 2, 3"))
    assert Settings(tmp_path / "settings").sizes(tmp_path / "a", "data") == []


def test_the_recent_menu_lists_what_was_opened(
    open_window: Callable[..., MainWindow], project_file: Path, tmp_path: Path
) -> None:
    window = open_window(project_file)
    window._list_recent()
    assert [action.text().split()[0] for action in window._recent.actions()] == ["sample"]
    window.close_project()
    Project.create(tmp_path / "other.citeria").close()
    window.open_project(tmp_path / "other.citeria")
    window._list_recent()
    assert [action.text().split()[0] for action in window._recent.actions()] == ["other", "sample"]


def test_the_page_is_drawn_in_light_and_dark(
    qtbot: QtBot, qapp: QApplication, light: Theme, project_file: Path
) -> None:
    view = WelcomeView(light, [project_file])
    qtbot.addWidget(view)
    view.resize(1100, 700)
    for theme in (DARK, LIGHT):
        view.set_theme(theme)
        assert not view.grab().isNull()
