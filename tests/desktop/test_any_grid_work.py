"""Whatever an analyst does in the grid, in any order, it shows what a plain dictionary says; undo takes it all back.

The file alone is worked on at random in `tests/db/test_any_work.py`; here keys and model stand between.
"""

import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import ClassVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from citeria_core.model import Area, Index, Indicator, Node
from citeria_core.period import Period
from citeria_db.store import Project
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.session import Session
from citeria_desktop.theme import Theme
from citeria_desktop.views.grid import GridView

YEAR = Period.parse("2020")
AREAS, INDICATORS = ("a", "b", "c"), ("x", "y")
Cell = tuple[str, str]
texts = st.sampled_from(["1", "2.5", "30", "4"])
rows, columns = st.integers(0, len(AREAS) - 1), st.integers(0, len(INDICATORS) - 1)


class AnyGridWork(RuleBasedStateMachine):
    """Random work in one grid, beside a dictionary of what its cells say."""

    template: ClassVar[Path]
    qtbot: ClassVar[QtBot]
    theme: ClassVar[Theme]

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(shutil.copy(self.template, self.folder.name))
        self.before = content(self.path)
        self.project = Project.open(self.path)
        self.bridge = SessionBridge(Session(self.project))
        self.refused: list[str] = []
        self.bridge.failed.connect(self.refused.append)
        self.view = GridView(self.bridge, self.theme)
        self.view.blocks.carry = False
        self.view.resize(700, 400)
        self.view.show()
        self.view.activateWindow()
        self.tester = QAbstractItemModelTester(self.view.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        self.cells: dict[Cell, str] = {}
        self.undoable: list[dict[Cell, str]] = []
        self.redoable: list[dict[Cell, str]] = []

    def teardown(self) -> None:
        while self.bridge.session.undo_label:
            self.bridge.undo()
        assert content(self.path) == self.before
        self.tester.deleteLater()
        self.view.stop()
        self.view.close()
        self.view.deleteLater()
        QApplication.processEvents()
        self.bridge.close()
        self.project.close()
        self.folder.cleanup()

    def change(self, after: dict[Cell, str]) -> None:
        """Let the dictionary follow; what changed nothing is no step."""
        if after != self.cells:
            self.undoable.append(self.cells)
            self.redoable.clear()
            self.cells = after

    def cell(self, row: int, column: int) -> Cell:
        """The cell that is shown there now."""
        return self.view.model.areas[row].code, self.view.model.indicators[column].code

    def select(self, row: int, column: int, down: int = 1, across: int = 1) -> list[Cell]:
        """Select a rectangle as far as there is a grid, and give its cells."""
        model = self.view.model
        last_row, last_column = min(row + down, len(AREAS)) - 1, min(column + across, len(INDICATORS)) - 1
        first = model.index(row, column + 1)
        self.view.go_to(first)
        self.view.table.setFocus()
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        chosen = QItemSelection(first, model.index(last_row, last_column + 1))
        self.view.table.selectionModel().select(chosen, flags)
        return [self.cell(r, c) for r in range(row, last_row + 1) for c in range(column, last_column + 1)]

    @rule(row=rows, column=columns, text=texts)
    def type_and_press_enter(self, row: int, column: int, text: str) -> None:
        (cell,) = self.select(row, column)
        self.qtbot.keyClicks(self.view.table, text[0])
        editor = self.view.table.viewport().focusWidget() or QApplication.focusWidget()
        self.qtbot.keyClicks(editor, text[1:])
        self.qtbot.keyClick(editor, Qt.Key.Key_Return)
        self.change({**self.cells, cell: text})

    @rule(row=rows, column=columns)
    def type_and_press_escape(self, row: int, column: int) -> None:
        self.select(row, column)
        self.qtbot.keyClicks(self.view.table, "9")
        self.qtbot.keyClick(self.view.table.viewport().focusWidget() or self.view.table, Qt.Key.Key_Escape)

    @rule(row=rows, column=columns, text=texts)
    def put_one_value_into_all_selected(self, row: int, column: int, text: str) -> None:
        chosen = self.select(row, column, 2, 2)
        self.view.blocks.spread(text)
        self.change({**self.cells, **dict.fromkeys(chosen, text)})

    @rule(row=st.integers(0, 1), texts=st.tuples(texts, texts, texts, texts))
    def paste_a_block(self, row: int, texts: tuple[str, ...]) -> None:
        chosen = self.select(row, 0)
        chosen = [self.cell(row + down, across) for down in (0, 1) for across in (0, 1)]
        data = QMimeData()
        data.setText("{}\t{}\r\n{}\t{}\r\n".format(*texts))
        QApplication.clipboard().setMimeData(data)
        self.view.blocks.paste()
        preview = self.view.blocks.preview
        assert preview is not None
        self.qtbot.waitUntil(preview.apply.isEnabled)
        self.qtbot.keyClick(preview, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: self.view.blocks.preview is None)
        self.change({**self.cells, **dict(zip(chosen, texts, strict=True))})

    @rule(row=st.integers(0, 1), column=columns)
    def fill_down(self, row: int, column: int) -> None:
        first, *others = self.select(row, column, len(AREAS))
        if first in self.cells:
            self.view.blocks.fill_down()
            self.change({**self.cells, **dict.fromkeys(others, self.cells[first])})

    @rule(row=rows)
    def fill_right(self, row: int) -> None:
        first, *others = self.select(row, 0, 1, len(INDICATORS))
        if first in self.cells:
            self.view.blocks.fill_right()
            self.change({**self.cells, **dict.fromkeys(others, self.cells[first])})

    @rule(column=st.integers(0, len(INDICATORS)), descending=st.booleans())
    def sort(self, column: int, descending: bool) -> None:
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.view.table.sortByColumn(column, order)

    @rule()
    def undo(self) -> None:
        if self.undoable:
            self.bridge.undo()
            self.redoable.append(self.cells)
            self.cells = self.undoable.pop()

    @rule()
    def redo(self) -> None:
        if self.redoable:
            self.bridge.redo()
            self.undoable.append(self.cells)
            self.cells = self.redoable.pop()

    @invariant()
    def the_grid_shows_what_the_dictionary_says(self) -> None:
        model = self.view.model
        shown = {(a, i): model.typed(model.index_of(a, i)) for a in AREAS for i in INDICATORS}
        assert {cell: text for cell, text in shown.items() if text} == self.cells
        assert self.refused == []
        assert (self.bridge.session.undo_label is None) == (not self.undoable)


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as plain:
        tables = [
            name
            for (name,) in plain.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            if name not in ("step", "change", "writing") and not name.startswith(("sqlite_", "_sqlite"))
        ]
        return {table: sorted(plain.execute(f'SELECT * FROM "{table}"'), key=repr) for table in tables}


def test_any_work_in_the_grid_is_what_a_dictionary_says_and_can_be_undone(
    qtbot: QtBot, light: Theme, tmp_path: Path
) -> None:
    path = tmp_path / "template.citeria"
    leaves = tuple(Node(code, code, "IX", 1.0, code) for code in INDICATORS)
    with Project.create(path) as project, project.base():
        for code in AREAS:
            project.areas.add(Area(code, "city", {"en": code.upper()}))
        for code in INDICATORS:
            project.indicators.add(Indicator(code, code.upper(), direction=1))
        project.indices.add(Index("IX", "IX", "", YEAR, AREAS, (Node("IX", "IX", None, 1.0), *leaves), ""))
    AnyGridWork.template, AnyGridWork.qtbot, AnyGridWork.theme = path, qtbot, light
    bounded = settings(
        deadline=None,
        max_examples=5,
        stateful_step_count=12,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],  # a failing example is short enough as it is
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    )
    run_state_machine_as_test(AnyGridWork, settings=bounded)
