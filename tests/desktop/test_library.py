"""References of other programs, from the File menu or dropped on the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from citeria_desktop.windows.library import import_references
from citeria_desktop.windows.main_window import MainWindow
from citeria_desktop.windows.workspace import Workspace

_FILES = {
    "a.bib": "@book{new-book, title={A yearbook}, publisher={House}, year={2021}}\n",
    "a.ris": "TY  - BOOK\nID  - new-book\nTI  - A yearbook\nPY  - 2021\nER  - \n",
    "a.json": '[{"id": "new-book", "type": "book", "title": "A yearbook"}]',
}


def _work(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def _written(tmp_path: Path, name: str) -> Path:
    path = tmp_path / name
    path.write_text(_FILES[name], encoding="utf-8")
    return path


@pytest.mark.parametrize("name", _FILES)
def test_references_dropped_on_the_window_become_sources_in_one_step(
    window: MainWindow, tmp_path: Path, name: str
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(_written(tmp_path, name)))])
    place, buttons = QPointF(300, 300), Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(place, Qt.DropAction.CopyAction, data, buttons, Qt.KeyboardModifier.NoModifier))
    work = _work(window)
    assert work.bridge.session.project.sources.get("new-book").title == "A yearbook"
    assert work.status.message == f"Imported 1 of 1 sources from {name}"
    assert work.view == "sources"
    work.undo()
    assert "new-book" not in {source.key for source in work.bridge.session.project.sources.all()}


def test_a_source_that_is_here_already_is_said_to_be_and_is_no_step(window: MainWindow, tmp_path: Path) -> None:
    work, path = _work(window), _written(tmp_path, "a.bib")
    import_references(work, path)
    work.undo()
    work.redo()
    label = work.bridge.session.undo_label
    import_references(work, path)
    assert work.status.message == "Imported 0 of 1 sources from a.bib (new-book is here already.)"
    assert work.bridge.session.undo_label == label


def test_a_file_that_cannot_be_read_is_explained(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "broken.json"
    path.write_text("[{", encoding="utf-8")
    import_references(_work(window), path)
    assert "broken.json" in _work(window).banner.words.text()


def test_the_menu_asks_which_file_to_read(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_by_id["import_sources"].trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert "*.bib" in dialog.nameFilters()[0]
    dialog.close()
