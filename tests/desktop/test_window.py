"""The window as its user meets it: typing, seeing, undoing, closing, opening again."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QThreadPool, QTimer, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from citeria_core.period import Period
from citeria_db import load, operations
from citeria_db.store import Project
from citeria_desktop.app import begin_anew, run_window
from citeria_desktop.dialogs import long_step
from citeria_desktop.dialogs.long_step import LongStep
from citeria_desktop.dialogs.preferences import PreferencesDialog
from citeria_desktop.settings import Settings
from citeria_desktop.windows import exporting
from citeria_desktop.windows.main_window import MainWindow
from citeria_desktop.windows.workspace import Workspace

SCORE = "sub-smart-2020-score"
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def _work(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def _click(qtbot: QtBot, window: MainWindow, area: str, indicator: str) -> None:
    grid = _work(window).grid
    index = grid.model.index_of(area, indicator)
    grid.table.scrollTo(index)
    qtbot.mouseClick(grid.table.viewport(), Qt.MouseButton.LeftButton, pos=grid.table.visualRect(index).center())


def _type(qtbot: QtBot, text: str, *, end: Qt.Key | None = None) -> None:
    """Type as hands do: each key goes to whatever has the focus by then."""
    for sign in text:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClicks(focus, sign)
    if end is not None:
        qtbot.keyClick(QApplication.focusWidget(), end)


def _labels(window: MainWindow) -> dict[str, str]:
    return {row.area: row.label for row in _work(window).live.model.rows}


def test_a_value_typed_into_the_grid_moves_the_ranking_and_the_status_line_says_so(
    qtbot: QtBot, window: MainWindow
) -> None:
    before = _labels(window)["wuhan"]
    _click(qtbot, window, "wuhan", SCORE)
    _type(qtbot, "61.9", end=Qt.Key.Key_Return)
    after = _labels(window)["wuhan"]
    assert (before, after) == ("6", "5")
    assert _work(window).status.message.startswith("Wuhan 6 → 5")
    assert "Infrastructure +" in _work(window).status.message
    assert _work(window).status.state == "Saved"


def test_the_status_line_sets_apart_only_the_reason_at_the_end(window: MainWindow) -> None:
    status = _work(window).status
    status.tell("Redone: Set Score (49 cities), Harbin. Harbin 11 → 10 (Infrastructure +20.4)")
    assert status.consequence == "Redone: Set Score (49 cities), Harbin. Harbin 11 → 10"


def test_ctrl_z_takes_the_step_back_and_ctrl_shift_z_brings_it_again(qtbot: QtBot, window: MainWindow) -> None:
    _click(qtbot, window, "wuhan", SCORE)
    _type(qtbot, "61.9", end=Qt.Key.Key_Return)
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert _labels(window)["wuhan"] == "6"
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert _labels(window)["wuhan"] == "5"


def test_the_undo_button_names_the_step(qtbot: QtBot, window: MainWindow) -> None:
    undo = window.actions_by_id["undo"]
    assert not undo.isEnabled()
    assert undo.toolTip() == "Nothing to undo"
    _click(qtbot, window, "wuhan", SCORE)
    _type(qtbot, "61.9", end=Qt.Key.Key_Return)
    assert undo.isEnabled()
    assert undo.text() == "Undo “Set Smart-degree score 2020 (49 Chinese cities), Wuhan”"


def test_ctrl_z_in_an_empty_line_of_text_reaches_the_project(qtbot: QtBot, window: MainWindow) -> None:
    _click(qtbot, window, "wuhan", SCORE)
    _type(qtbot, "61.9", end=Qt.Key.Key_Return)
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    assert QApplication.focusWidget() is _work(window).top.seek
    qtbot.keyClick(_work(window).top.seek, Qt.Key.Key_Z, CONTROL)
    assert _labels(window)["wuhan"] == "6"


def test_ctrl_z_in_a_line_that_was_typed_into_takes_back_the_typing_first(qtbot: QtBot, window: MainWindow) -> None:
    _click(qtbot, window, "wuhan", SCORE)
    _type(qtbot, "61.9", end=Qt.Key.Key_Return)
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    _type(qtbot, "Bei")
    qtbot.keyClick(_work(window).top.seek, Qt.Key.Key_Z, CONTROL)
    assert _work(window).top.seek.text() == ""
    assert _labels(window)["wuhan"] == "5"


def test_undo_and_redo_survive_quitting(
    qtbot: QtBot, open_window: Callable[..., MainWindow], project_file: Path
) -> None:
    first = open_window(project_file)
    _click(qtbot, first, "wuhan", SCORE)
    _type(qtbot, "61.9", end=Qt.Key.Key_Return)
    qtbot.keyClick(first, Qt.Key.Key_Z, CONTROL)
    first.close()
    second = open_window(project_file)
    assert second.actions_by_id["redo"].isEnabled()
    qtbot.keyClick(second, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert _labels(second)["wuhan"] == "5"


def test_a_project_closed_again_is_one_file(open_window: Callable[..., MainWindow], project_file: Path) -> None:
    open_window(project_file).close()
    assert [path.name for path in project_file.parent.glob("sample.citeria*")] == ["sample.citeria"]


def test_another_index_is_chosen_in_the_bar(qtbot: QtBot, window: MainWindow) -> None:
    bar = _work(window).top
    assert bar.as_of.text() == "as of 2024"
    bar.index.setFocus()
    qtbot.keyClick(bar.index, Qt.Key.Key_Home)
    qtbot.keyClick(bar.index, Qt.Key.Key_Return)
    bar.index_chosen.emit("ICI-CN")
    assert bar.as_of.text() == "as of 2020"
    assert _work(window).grid.model.columnCount() == 14
    assert all(label == "" for label in _labels(window).values())


@pytest.mark.parametrize(
    ("key", "name"), [("2", "sources"), ("3", "ranking"), ("4", "clusters"), ("5", "structure"), ("1", "data")]
)
def test_control_and_a_digit_choose_a_view(qtbot: QtBot, window: MainWindow, key: str, name: str) -> None:
    _work(window).show_view("sources" if name == "data" else "data")
    qtbot.keyClick(window, getattr(Qt.Key, f"Key_{key}"), CONTROL)
    assert _work(window).view == name
    assert _work(window).middle.currentWidget() is _work(window).views[name]
    assert window.actions_by_id[name].isChecked()


def test_f6_goes_round_the_panes_and_shift_f6_back(qtbot: QtBot, window: MainWindow) -> None:
    work = _work(window)
    work.grid.setFocus()
    visited = []
    for _ in range(4):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        visited.append(
            next(pane for pane in (work.grid, work.live, work.inspector, work.rail) if pane.isAncestorOf(focus))
        )
    assert visited == [work.live, work.inspector, work.rail, work.grid]
    qtbot.keyClick(window, Qt.Key.Key_F6, SHIFT)
    assert work.rail.isAncestorOf(QApplication.focusWidget())


def test_the_live_ranking_goes_and_comes_by_key(qtbot: QtBot, window: MainWindow) -> None:
    work = _work(window)
    assert work.live.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert not work.live.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert work.live.isVisible()
    assert work.live.width() >= 240


def test_the_widths_of_the_panes_are_remembered_for_a_project(
    open_window: Callable[..., MainWindow], project_file: Path
) -> None:
    first = open_window(project_file)
    first.resize(1024, 700)  # the screen of the test is small, and a window comes back no larger than its screen
    _work(first).splitter.setSizes([330, 340, 270])
    kept = _work(first).splitter.sizes()
    first.close()
    second = open_window(project_file)
    assert _work(second).splitter.sizes() == kept


def test_dark_is_chosen_remembered_and_worn_by_every_pane(
    qapp: QApplication, open_window: Callable[..., MainWindow], project_file: Path, settings: Settings
) -> None:
    window = open_window(project_file)
    window.actions_by_id["toggle_theme"].trigger()
    assert settings.theme == "dark"
    assert qapp.palette().window().color().name() == "#14171b"
    pixel = _work(window).grid.table.grab().toImage().pixelColor(40, 250)
    assert pixel.lightness() < 60
    window.close()
    assert open_window(project_file).theme.name == "dark"


def test_what_another_program_wrote_appears_by_itself(qtbot: QtBot, window: MainWindow, project_file: Path) -> None:
    with Project.open(project_file) as other:
        operations.set_value(other, "wuhan", SCORE, Period.parse("2020"), "61.9")
    qtbot.waitUntil(lambda: _labels(window)["wuhan"] == "5", timeout=4000)
    assert "Wuhan 6 → 5" in _work(window).status.message


def test_nothing_is_read_anew_under_the_fingers_of_somebody_typing(
    qtbot: QtBot, window: MainWindow, project_file: Path
) -> None:
    _click(qtbot, window, "wuhan", SCORE)
    _type(qtbot, "50")
    with Project.open(project_file) as other:
        operations.set_value(other, "beijing", SCORE, Period.parse("2020"), "10")
    _work(window).look_outside()
    editor = _work(window).grid.table.cells.editor
    assert editor is not None
    assert editor.text() == "50"
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    _work(window).look_outside()
    assert _labels(window)["beijing"] != "1"


def test_a_file_that_cannot_be_opened_is_explained_and_the_open_project_stays(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    broken = tmp_path / "broken.citeria"
    broken.write_bytes(b"not a project")
    assert not window.open_project(broken)
    assert window.project is not None
    banner = _work(window).banner
    assert banner.isVisible()
    assert "broken.citeria” is not a Citeria project" in banner.words.text()
    qtbot.mouseClick(banner.copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == banner.words.text()
    qtbot.mouseClick(banner.dismiss, Qt.MouseButton.LeftButton)
    assert not banner.isVisible()


def test_the_message_goes_when_the_next_step_succeeds(qtbot: QtBot, window: MainWindow) -> None:
    _click(qtbot, window, "wuhan", SCORE)
    _type(qtbot, "many", end=Qt.Key.Key_Return)
    assert "“many” cannot be read as a number" in _work(window).banner.words.text()
    editor = _work(window).grid.table.cells.editor
    assert editor is not None
    assert editor.text() == "many"
    editor.selectAll()
    _type(qtbot, "50", end=Qt.Key.Key_Return)
    assert not _work(window).banner.isVisible()


def test_the_focus_stays_in_the_grid_while_the_other_panes_follow(
    qtbot: QtBot, qapp: QApplication, window: MainWindow
) -> None:
    for area, indicator in (("wuhan", SCORE), ("beijing", SCORE), ("wuhan", "sub-idc-2019-rank")):
        _click(qtbot, window, area, indicator)
        with qtbot.assertNotEmitted(qapp.focusChanged):
            qtbot.wait(30)
        assert QApplication.focusWidget() is _work(window).grid.table
        assert qapp.activeWindow() is window
        assert [widget for widget in qapp.topLevelWidgets() if widget.isVisible()] == [window]
    _type(qtbot, "many", end=Qt.Key.Key_Return)
    qtbot.wait(30)
    assert QApplication.focusWidget() is _work(window).grid.table.cells.editor
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def test_a_copy_and_a_workbook_are_written_and_told(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.save_copy(tmp_path / "copy")
    assert (tmp_path / "copy.citeria").exists()
    assert _work(window).status.message == "Saved a copy as copy.citeria"
    exporting.export(_work(window), tmp_path / "out")
    qtbot.waitUntil(lambda: _work(window).status.message == "Workbook written: out.xlsx")
    assert (tmp_path / "out.xlsx").read_bytes().startswith(b"PK")


def test_a_workbook_that_is_stopped_leaves_no_file(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    job = exporting.export(_work(window), tmp_path / "out.xlsx")
    _work(window).bridge.jobs.stop()
    assert not job.busy
    assert QThreadPool.globalInstance().waitForDone(20_000)
    assert not list(tmp_path.glob("*out.xlsx*"))


def test_a_copy_over_the_open_project_is_refused_in_words(window: MainWindow, project_file: Path) -> None:
    window.save_copy(project_file)
    assert _work(window).banner.isVisible()
    assert "it is the open project itself" in _work(window).banner.words.text()


def test_opening_a_large_project_can_be_stopped_and_leaves_the_window_as_it_was(
    open_window: Callable[..., MainWindow], project_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    monkeypatch.setattr(load, "_AT_ONCE", 30)
    monkeypatch.setattr(long_step, "PATIENCE_MS", 0)
    told: list[str] = []

    def stop() -> None:
        (shown,) = window.findChildren(LongStep)
        told.append(shown.windowTitle())
        shown.cancel.click()

    QTimer.singleShot(0, stop)
    assert not window.open_project(project_file)
    assert told == ["Opening sample.citeria…"]
    assert window.project is None
    assert window.workspace is None
    monkeypatch.undo()
    assert window.open_project(project_file)


def test_the_file_dialogs_do_not_stop_the_window(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.fileSelected.emit(str(tmp_path / "chosen.citeria"))
    assert (tmp_path / "chosen.citeria").exists()
    dialog.reject()


def test_a_new_project_is_empty_and_says_what_will_be_here(
    open_window: Callable[..., MainWindow], tmp_path: Path
) -> None:
    window = open_window()
    window.create_project(tmp_path / "mine")
    assert (tmp_path / "mine.citeria").exists()
    work = _work(window)
    assert work.grid.model.rowCount() == 0
    assert work.top.as_of.text() == ""
    assert not window.actions_by_id["export"].isEnabled()
    assert window.actions_by_id["export"].toolTip() == "This project has no index yet"
    for name in ("sources", "ranking", "clusters"):
        work.show_view(name)


def test_a_project_that_cannot_be_written_says_so_and_takes_no_edit(
    qtbot: QtBot, open_window: Callable[..., MainWindow], project_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("citeria_db.opening.is_writable", lambda path: False)  # root may write everywhere
    window = open_window(project_file)
    assert _work(window).status.state == "Read-only"
    _click(qtbot, window, "wuhan", SCORE)
    _type(qtbot, "5", end=Qt.Key.Key_Delete)
    assert not _work(window).grid.editing
    _work(window).inspector.settle()
    assert _work(window).inspector.cell_page is not None
    assert _work(window).inspector.cell_page.cite is None
    assert not window.actions_by_id["edit_value"].isEnabled()


def test_closing_the_project_brings_back_the_welcome_page(qtbot: QtBot, window: MainWindow, project_file: Path) -> None:
    qtbot.keyClick(window, Qt.Key.Key_W, CONTROL)
    assert window.project is None
    assert window.welcome.isVisible()
    assert [row.name.text() for row in window.welcome.rows] == [project_file.stem]
    assert not window.actions_by_id["save_copy"].isEnabled()
    assert window.actions_by_id["save_copy"].toolTip() == "Open a project first"


def test_a_value_being_typed_is_stored_when_the_window_closes(
    qtbot: QtBot, open_window: Callable[..., MainWindow], project_file: Path
) -> None:
    window = open_window(project_file)
    _click(qtbot, window, "wuhan", SCORE)
    _type(qtbot, "61.9")
    window.close()
    with Project.open(project_file) as project:
        assert [one.value for one in project.observations.cell("wuhan", SCORE)] == [61.9]


def test_closing_asks_once_where_something_typed_would_be_lost(
    qtbot: QtBot, open_window: Callable[..., MainWindow], project_file: Path
) -> None:
    window = open_window(project_file)
    _click(qtbot, window, "wuhan", SCORE)
    _type(qtbot, "12,345")
    assert not window.close()
    assert window.project is not None
    assert "not stored yet" in _work(window).banner.words.text()
    assert window.close()


def test_a_form_that_was_not_sent_is_asked_about(
    qtbot: QtBot, open_window: Callable[..., MainWindow], project_file: Path
) -> None:
    window = open_window(project_file)
    _click(qtbot, window, "wuhan", SCORE)
    inspector = _work(window).inspector
    inspector.settle()
    assert inspector.cell_page is not None
    assert inspector.cell_page.cite is not None
    inspector.cell_page.cite.source.line.setText("xinh")
    _click(qtbot, window, "beijing", SCORE)
    inspector.settle()
    window.close_project()
    assert window.project is not None
    assert "typed into the inspector" in _work(window).banner.words.text()
    window.close_project()
    assert window.project is None


def test_a_project_dropped_on_the_window_is_opened(window: MainWindow, tmp_path: Path) -> None:
    other = tmp_path / "other.citeria"
    Project.create(other).close()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    place, buttons = QPointF(300, 300), Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(place, Qt.DropAction.CopyAction, data, buttons, Qt.KeyboardModifier.NoModifier))
    assert window.project is not None
    assert window.project.path == other


def test_what_was_selected_is_selected_again_among_other_columns(window: MainWindow) -> None:
    work = _work(window)
    work.bridge.select("wuhan", SCORE)
    work.grid.show_everything(True)
    assert work.grid.model.cell(work.grid.table.currentIndex()) == ("wuhan", SCORE)
    work.top.index_chosen.emit("ICI-CN")
    assert work.grid.model.cell(work.grid.table.currentIndex())[0] == "wuhan"


def test_closing_in_the_middle_of_a_clustering_leaves_nothing_behind(
    qtbot: QtBot, open_window: Callable[..., MainWindow], project_file: Path
) -> None:
    window = open_window(project_file)
    _work(window).show_view("clusters")
    qtbot.wait(1)
    window.close_project()
    assert QThreadPool.globalInstance().waitForDone(60_000)
    qtbot.wait(20)  # an exception in a slot would fail the test here
    assert window.welcome.isVisible()


def test_the_window_fits_a_small_screen(window: MainWindow) -> None:
    window.resize(1024, 640)
    assert (window.width(), window.height()) == (1024, 640)
    assert _work(window).status.geometry().bottom() < 640


def test_the_whole_start_shows_a_window_and_ends_when_it_is_closed(
    qapp: QApplication, project_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    seen: list[str] = []

    def look_and_close() -> None:
        for widget in qapp.topLevelWidgets():
            if isinstance(widget, MainWindow) and widget.isVisible():
                seen.append(widget.windowTitle())
                widget.close()

    QTimer.singleShot(200, look_and_close)
    assert run_window(project_file, "dark") == 0
    assert seen == ["Cities and artificial intelligence: the sample — Citeria"]
    assert list((tmp_path / "config").rglob("citeria.ini"))


def test_another_size_starts_the_program_again_with_the_project_that_is_open(
    qapp: QApplication, project_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    begun: list[Path | None] = []
    monkeypatch.setattr("citeria_desktop.app.begin_anew", lambda path: begun.append(path) is None)

    def choose() -> None:
        window = next(one for one in qapp.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible())
        window.open_preferences()
        dialog = window.findChild(PreferencesDialog)
        assert dialog is not None
        assert not dialog.anew.isEnabled()
        dialog.size_.setCurrentIndex(dialog.size_.findData("150"))
        dialog.size_.activated.emit(dialog.size_.currentIndex())
        dialog.anew.click()

    QTimer.singleShot(200, choose)
    assert run_window(project_file, "dark") == 0
    assert begun == [project_file.resolve()]


@pytest.mark.skipif(sys.platform == "win32", reason="the program in its place is a shell script")
def test_the_program_that_begins_anew_takes_its_own_size_and_leaves_that_of_the_surroundings(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said, program = tmp_path / "said", tmp_path / "program"
    program.write_text(f'#!/bin/sh\nprintf "%s|" "$@" "$QT_SCALE_FACTOR" > {said}.part; mv {said}.part {said}\n')
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setenv("QT_SCALE_FACTOR", "2")
    for ours, scale in (("", "2"), ("yes", "")):
        monkeypatch.setenv("CITERIA_SCALED", ours)
        assert begin_anew(tmp_path / "a b.citeria")
        qtbot.waitUntil(said.exists, timeout=10_000)
        assert said.read_text() == f"-m|citeria_desktop|{tmp_path / 'a b.citeria'}|{scale}|"
        said.unlink()


def test_the_first_screen_brings_in_nothing_heavy_that_it_does_not_show(project_file: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from PySide6.QtWidgets import QApplication; "
        "from citeria_desktop.app import build_window; from citeria_desktop.settings import Settings; "
        f"app = QApplication([]); window = build_window(app, Path({str(project_file)!r}), 'light', "
        f"Settings(Path({str(tmp_path)!r})), Path('unused')); window.show(); app.processEvents(); window.close(); "
        "print(sorted({'pandas', 'scipy', 'sklearn', 'xlsxwriter', 'openpyxl', 'sqlite_utils'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.stdout == "[]\n", done.stderr


def test_another_theme_and_the_first_again_look_as_before(qtbot: QtBot, window: MainWindow) -> None:
    def settled() -> QImage:
        """What is seen once it stays so: a busy machine paints late."""
        images = [window.grab().toImage()]
        while len(images) < 2 or images[-1] != images[-2]:
            qtbot.wait(150)
            images.append(window.grab().toImage())
        return images[-1]

    window.set_theme("light")
    light = settled()
    window.set_theme("dark")
    dark = settled()
    assert dark.pixelColor(5, 5).lightness() < 100 < light.pixelColor(5, 5).lightness()
    window.set_theme("light")
    assert settled() == light
