"""An analyst makes a project of her own, from a blank file to a ranking, without a command line."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from citeria_db.store import Project
from citeria_desktop.dialogs.add_source import AddSourceDialog
from citeria_desktop.dialogs.new_project import NewProjectDialog
from citeria_desktop.views.sources import SourcesView
from citeria_desktop.views.structure import StructureView
from citeria_desktop.windows.main_window import MainWindow
from citeria_desktop.windows.workspace import Workspace

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER = Qt.Key.Key_Return
NO_POPUPS = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


def _work(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def _structure(window: MainWindow) -> StructureView:
    view = _work(window).views["structure"]
    assert isinstance(view, StructureView)
    return view


def _begin(qtbot: QtBot, window: MainWindow, path: Path, template: str) -> None:
    """File ▸ New project…, the template, the file: as somebody does it with the keyboard."""
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    dialog = window.findChild(NewProjectDialog)
    assert dialog is not None
    dialog.options[template].setChecked(True)
    qtbot.keyClick(dialog, ENTER)
    files = window.findChild(QFileDialog)
    assert files is not None
    assert [Path(file).name for file in files.selectedFiles()] == ["New project.citeria"]
    files.fileSelected.emit(str(path))
    files.reject()


def _focus() -> QLineEdit:
    widget = QApplication.focusWidget()
    assert isinstance(widget, QLineEdit)
    return widget


def _enter(qtbot: QtBot, *names: str) -> None:
    """Name one thing after the other in the line that has the focus."""
    for name in names:
        qtbot.keyClicks(_focus(), name)
        qtbot.keyClick(_focus(), ENTER)


def _content(path: Path) -> dict[str, int]:
    with Project.open(path, read_only=True) as project:
        return {name: int(count) for name, count in project.counts().items() if isinstance(count, int)}


@NO_POPUPS
def test_from_a_blank_file_to_a_ranking_and_back(
    qtbot: QtBot, open_window: Callable[..., MainWindow], tmp_path: Path
) -> None:
    window = open_window()
    path = tmp_path / "mine.citeria"
    _begin(qtbot, window, path, "")
    work = _work(window)
    assert work.view == "structure"
    view = _structure(window)
    assert view.areas.empty.isVisible()
    blank = _content(path)

    qtbot.waitUntil(lambda: QApplication.focusWidget() is view.areas.line)
    _enter(qtbot, "Arden", "Brook", "Cairn")
    qtbot.keyClick(_focus(), Qt.Key.Key_PageDown, CONTROL)
    _enter(qtbot, "Firms", "Papers")
    for _ in range(2):
        qtbot.keyClick(_focus(), Qt.Key.Key_PageDown, CONTROL)
    assert view.page is view.indices
    _enter(qtbot, "Talent", "People", "Firms", "Papers")
    project = work.bridge.session.project
    assert [node.code for node in project.indices.get("talent").nodes] == ["talent", "people", "firms", "papers"]
    assert project.indices.get("talent").areas == ("arden", "brook", "cairn")
    view.indices.tree.choose(("node", "talent", "papers"))
    _pick_parts(qtbot, view, ("firms", "papers"))
    assert [node.parent for node in project.indices.get("talent").leaves()] == ["people", "people"]

    _add_source(qtbot, window)
    _type_values(qtbot, window, {"arden": ("3", "40"), "brook": ("9", "80"), "cairn": ("5", "10")})
    assert {row.area: row.label for row in work.live.model.rows} == {"brook": "1", "arden": "2", "cairn": "3"}
    for area in ("arden", "brook", "cairn"):
        for indicator in ("firms", "papers"):
            _cite(qtbot, window, area, indicator)

    steps = 0
    while window.actions_by_id["undo"].isEnabled():
        qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
        steps += 1
    assert steps == 3 + 2 + 4 + 2 + 1 + 6 + 6
    work.show_view("structure")
    for name, page in view.pages.items():
        view.show_page(name)
        assert page.empty.isVisible()
    window.close()
    assert {name: count for name, count in _content(path).items() if name != "steps"} == {
        name: count for name, count in blank.items() if name != "steps"
    }


def _pick_parts(qtbot: QtBot, view: StructureView, codes: tuple[str, ...]) -> None:
    """Move each below the part before it: Alt and the right arrow."""
    tree = view.indices.tree
    for code in codes:
        tree.choose(("node", "talent", code))
        tree.setFocus()
        qtbot.keyClick(tree, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)


def _add_source(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    sources = _work(window).views["sources"]
    assert isinstance(sources, SourcesView)
    qtbot.mouseClick(sources.add, Qt.MouseButton.LeftButton)
    dialog = sources.findChild(AddSourceDialog)
    assert dialog is not None
    qtbot.keyClicks(dialog.title, "Counts of the three towns")
    qtbot.keyClicks(dialog.authors, "Smith, Ada")
    qtbot.keyClicks(dialog.year, "2024")
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)


def _type_values(qtbot: QtBot, window: MainWindow, values: dict[str, tuple[str, ...]]) -> None:
    qtbot.keyClick(window, Qt.Key.Key_1, CONTROL)
    grid = _work(window).grid
    for area, texts in values.items():
        for indicator, text in zip(("firms", "papers"), texts, strict=True):
            index = grid.model.index_of(area, indicator)
            place = grid.table.visualRect(index).center()
            qtbot.mouseClick(grid.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
            for sign in text:
                qtbot.keyClicks(QApplication.focusWidget(), sign)
            qtbot.keyClick(QApplication.focusWidget(), ENTER)


def _cite(qtbot: QtBot, window: MainWindow, area: str, indicator: str) -> None:
    """Cite the value of a cell in the inspector, by typing a part of the author."""
    work = _work(window)
    work.bridge.select(area, indicator)
    work.inspector.settle()
    page = work.inspector.cell_page
    assert page is not None
    assert page.cite is not None
    line = page.cite.source.line
    line.setFocus()
    qtbot.keyClicks(line, "smith")
    qtbot.keyClick(line, ENTER)
    qtbot.keyClicks(page.cite.locator, "p. 2")
    qtbot.keyClick(page.cite.locator, ENTER)
    project = work.bridge.session.project
    (held,) = project.observations.cell(area, indicator)
    assert [citation.source for citation in held.citations] == [project.sources.all()[0].key]


def test_a_project_from_the_pyramid_asks_for_areas_that_join_its_index(
    qtbot: QtBot, open_window: Callable[..., MainWindow], tmp_path: Path
) -> None:
    window = open_window()
    _begin(qtbot, window, tmp_path / "pyramid", "ici-pyramid")
    view = _structure(window)
    session = _work(window).bridge.session
    assert session.index is not None
    assert session.index.code == "ICI"
    assert view.areas.empty.isVisible()
    assert view.areas.ranked.isChecked()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is view.areas.line)
    _enter(qtbot, "Arden")
    assert session.project.indices.get("ICI").areas == ("arden",)
    assert [area.code for area in _work(window).grid.model.areas] == ["arden"]


def test_the_empty_page_says_what_will_be_here_and_its_button_begins(
    qtbot: QtBot, open_window: Callable[..., MainWindow], tmp_path: Path
) -> None:
    window = open_window()
    window.create_project(tmp_path / "mine")
    view = _structure(window)
    for name, page in view.pages.items():
        view.show_page(name)
        button = page.empty.findChildren(type(view.read_table))[0]
        assert button.text() == page.first_action()
        view.chips[name].setFocus()
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert QApplication.focusWidget() is page.line


def test_a_file_that_is_there_is_not_made_anew(
    qtbot: QtBot, open_window: Callable[..., MainWindow], project_file: Path
) -> None:
    window = open_window()
    before = project_file.read_bytes()
    for template in ("", "ici-pyramid"):
        window.create_project(project_file, template)
        assert window.project is None
        assert "exists already" in window.welcome.message.text()
    assert project_file.read_bytes() == before


def test_what_is_being_typed_into_the_structure_is_stored_when_the_window_closes(
    qtbot: QtBot, open_window: Callable[..., MainWindow], project_file: Path
) -> None:
    window = open_window(project_file)
    qtbot.keyClick(window, Qt.Key.Key_5, CONTROL)
    page = _structure(window).areas
    page.tree.choose(("area", "wuhan"))
    page.kind.setFocus()
    page.kind.selectAll()
    qtbot.keyClicks(page.kind, "metropolis")
    assert window.close()
    with Project.open(project_file) as project:
        assert project.areas.get("wuhan").kind == "metropolis"


def test_where_nothing_is_yet_one_button_leads_to_where_it_is_built(
    qtbot: QtBot, open_window: Callable[..., MainWindow], tmp_path: Path
) -> None:
    window = open_window()
    window.create_project(tmp_path / "mine")
    work = _work(window)
    for view, text, page in (("data", "Add areas and indicators", "areas"), ("ranking", "Build the index", "indices")):
        work.show_view(view)
        button = next(one for one in work.middle.findChildren(QPushButton) if one.isVisible() and one.text() == text)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert work.view == "structure"
        assert _structure(window).page is _structure(window).pages[page]
        assert QApplication.focusWidget() is _structure(window).page.line


def test_the_keys_of_the_tree_are_not_taken_by_the_window(
    qtbot: QtBot, open_window: Callable[..., MainWindow], project_file: Path
) -> None:
    window = open_window(project_file)
    qtbot.keyClick(window, Qt.Key.Key_5, CONTROL)
    tree = _structure(window).areas.tree
    tree.choose(("area", "wuhan"))
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_F2)
    assert _work(window).view == "structure"
    assert tree.editing
    qtbot.keyClicks(_focus(), "Wuhan City")
    assert window.close()
    with Project.open(project_file) as project:
        assert project.areas.get("wuhan").name() == "Wuhan City"
