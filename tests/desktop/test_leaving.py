"""A project or language that is left leaves nothing behind, whatever was under way: no widget, no session, no file."""

import gc
import os
import subprocess
import sys
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from citeria_desktop.views.ranking import RankingView
from citeria_desktop.views.registry import VIEWS
from citeria_desktop.windows import exporting
from citeria_desktop.windows.main_window import MainWindow
from citeria_desktop.windows.workspace import Workspace


def _work(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def _see_everything(window: MainWindow) -> list[weakref.ref[object]]:
    """Turn to every view, with all that the ranking computes beside it under way."""
    work = _work(window)
    for view in VIEWS:
        work.go(view.name)
    ranking = work.views["ranking"]
    assert isinstance(ranking, RankingView)
    assert ranking.standpoint is not None
    ranking.standpoint.strip.interval.setChecked(True)
    ranking.standpoint.strip.verify.setChecked(True)
    ranking.standpoint.ask_why("wuhan")
    return [weakref.ref(one) for one in (work, work.bridge, *work.views.values(), work.live, work.inspector)]


def _gone(held: list[weakref.ref[object]]) -> Callable[[], bool]:
    def gone() -> bool:
        gc.collect()
        return not [one() for one in held if one() is not None]

    return gone


@pytest.mark.parametrize("leave", [lambda window: window.set_language("zh"), MainWindow.close_project])
def test_views_bridge_and_jobs_go_while_they_compute(
    qtbot: QtBot, window: MainWindow, leave: Callable[[MainWindow], None]
) -> None:
    held = _see_everything(window)
    leave(window)
    assert QThreadPool.globalInstance().waitForDone(60_000)
    qtbot.waitUntil(_gone(held))
    window.set_language("en")


def test_a_project_closed_while_its_workbook_is_written_is_one_file_and_leaves_no_half_workbook(
    qtbot: QtBot, window: MainWindow, project_file: Path, tmp_path: Path
) -> None:
    job = exporting.export(_work(window), tmp_path / "out.xlsx")
    with qtbot.waitSignal(job.progressed):
        pass
    window.close_project()
    assert QThreadPool.globalInstance().waitForDone(60_000)
    qtbot.wait(20)
    assert sorted(path.name for path in project_file.parent.glob("*sample.citeria*")) == ["sample.citeria"]
    assert not list(tmp_path.glob("*out.xlsx*"))


def test_what_was_computing_in_another_language_is_told_no_more(qtbot: QtBot, window: MainWindow) -> None:
    _see_everything(window)
    window.set_language("zh")
    assert _work(window).status.job == ""
    assert QThreadPool.globalInstance().waitForDone(60_000)
    qtbot.wait(20)
    window.set_language("en")


def test_the_program_ends_well_after_cells_were_copied(project_file: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QTimer; "
        "from PySide6.QtWidgets import QApplication; from citeria_desktop.app import run_window; "
        "from citeria_desktop.windows.main_window import MainWindow; app = QApplication([]); "
        "shown = lambda: next(one for one in app.topLevelWidgets() if isinstance(one, MainWindow)); "
        "QTimer.singleShot(300, lambda: (shown().workspace.grid.copy(), shown().close())); "
        f"sys.exit(run_window(Path({str(project_file)!r})))"
    )
    home = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path / "config")}
    assert subprocess.run([sys.executable, "-c", code], env=home, check=False, timeout=60).returncode == 0
