"""How long an analyst waits for the window: from the open project to its first paint, and from nothing at all."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from citeria_db import sample
from citeria_desktop.app import build_window
from citeria_desktop.settings import Settings

_FROM_NOTHING = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from citeria_desktop.app import build_window
from citeria_desktop.settings import Settings
application = QApplication([])
settings = Settings(Path(sys.argv[2]))
window = build_window(application, Path(sys.argv[1]), settings=settings)
window.show()
assert not window.grab().isNull()
window.close()
"""


def test_window_open_to_first_paint(
    benchmark: BenchmarkFixture, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "sample.citeria"
    sample.build(path)
    settings = Settings(tmp_path)

    def opened() -> bool:
        window = build_window(qapp, path, settings=settings)
        window.show()
        painted = not window.grab().isNull()
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # or every round dresses the windows before
        return painted

    assert benchmark.pedantic(opened, rounds=10, warmup_rounds=1)


def test_process_start_to_first_paint(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    path = tmp_path / "sample.citeria"
    sample.build(path)
    command = [sys.executable, "-c", _FROM_NOTHING, str(path), str(tmp_path)]
    benchmark.pedantic(lambda: subprocess.run(command, check=True, capture_output=True), rounds=5, warmup_rounds=1)
