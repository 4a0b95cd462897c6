"""Tables in and out of the window: previewed, refused in words, read as one step; copied and written as CSV."""

import csv
import io
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from citeria_core.period import Period
from citeria_desktop.dialogs.read_table import ReadTableDialog
from citeria_desktop.windows import tables
from citeria_desktop.windows.main_window import MainWindow
from citeria_desktop.windows.workspace import Workspace

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER = Qt.Key.Key_Return


def _work(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def _open(qtbot: QtBot, window: MainWindow, path: Path, text: str) -> ReadTableDialog:
    """File ▸ Read a table…, and the file."""
    path.write_text(text, encoding="utf-8")
    qtbot.keyClick(window, Qt.Key.Key_O, CONTROL | SHIFT)
    files = window.findChild(QFileDialog)
    assert files is not None
    files.fileSelected.emit(str(path))
    files.reject()
    dialog = _work(window).findChild(ReadTableDialog)
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def _steps(window: MainWindow) -> int:
    return int(_work(window).bridge.session.project.counts()["steps"])


def test_areas_are_previewed_then_read_as_one_step(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    text = "area,name,name:zh,kind,parent\nningbo,Ningbo,宁波,city,zhejiang-prov\nwuhan,Wuhan City,,,\n"
    dialog = _open(qtbot, window, tmp_path / "areas.csv", text)
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert dialog.kind.text().startswith("A table of areas: 2 rows")
    assert dialog.summary.text() == "1 new area, 1 changed area."
    assert [row[:3] for row in dialog.model.preview.rows] == [
        ("new", "area", "Ningbo"),
        ("changed", "area", "Wuhan City"),
    ]
    assert _steps(window) == 0
    qtbot.mouseClick(dialog.read, Qt.MouseButton.LeftButton)
    project = _work(window).bridge.session.project
    assert project.areas.get("ningbo").name("zh") == "宁波"
    assert project.areas.get("wuhan").name() == "Wuhan City"
    assert _steps(window) == 1
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert project.areas.get("wuhan").name() == "Wuhan"


def test_indicators_are_read(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    text = "indicator;name;unit;direction\nchargers;Public charging points;count;higher is better\n"
    dialog = _open(qtbot, window, tmp_path / "indicators.csv", text)
    assert "semicolon" in dialog.kind.text()
    dialog.read.setFocus()
    qtbot.keyClick(dialog.read, Qt.Key.Key_Space)
    held = _work(window).bridge.session.project.indicators.get("chargers")
    assert (held.name, held.unit, held.direction) == ("Public charging points", "count", 1)


def test_everything_wrong_is_told_with_file_row_and_column_and_nothing_is_read(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    text = "area,indicator,period,value\nwuhan,ici-e1-firms,2020,many\natlantis,ici-e1-firms,someday,4\n"
    dialog = _open(qtbot, window, tmp_path / "wrong.csv", text)
    told = [row[:3] for row in dialog.model.preview.rows]
    assert told == [
        ("wrong.csv", "row 2", "value"),
        ("wrong.csv", "row 3", "area"),
        ("wrong.csv", "row 3", "period"),
    ]
    assert dialog.summary.text() == "3 problems: nothing is read until the table is mended."
    assert not dialog.read.isEnabled()
    qtbot.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    assert _steps(window) == 0


def test_a_wide_table_asks_for_its_period_and_may_add_what_is_not_there(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    dialog = _open(qtbot, window, tmp_path / "wide.csv", "area,Chargers\nWuhan,120\nNingbo,45\n")
    assert not dialog.read.isEnabled()
    dialog.add_missing.setFocus()
    qtbot.keyClick(dialog.add_missing, Qt.Key.Key_Space)
    qtbot.keyClicks(dialog.period, "soon")
    qtbot.keyClick(dialog.period, ENTER)
    assert "not a period" in dialog.summary.text()
    dialog.period.selectAll()
    qtbot.keyClicks(dialog.period, "2024")
    qtbot.keyClick(dialog.period, ENTER)
    dialog.source.setFocus()
    qtbot.keyClick(dialog.source, Qt.Key.Key_Down)
    assert dialog.summary.text() == "1 new area, 1 new indicator, 2 values."
    qtbot.mouseClick(dialog.read, Qt.MouseButton.LeftButton)
    project = _work(window).bridge.session.project
    (held,) = project.observations.cell("wuhan", "chargers", Period.parse("2024"))
    assert held.value == 120
    assert [citation.source for citation in held.citations] == [project.sources.all()[0].key]
    assert _work(window).bridge.session.index is not None
    assert "ningbo" in project.indices.get(_work(window).bridge.session.index.code).areas
    assert _steps(window) == 1


def test_encoding_and_delimiter_are_recognised_told_and_can_be_chosen(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "areas.csv"
    path.write_bytes("area|name|name:zh\nlijiang|Lijiang|丽江市古城区政府\n".encode("gb18030"))
    tables.open_table(_work(window), path)
    dialog = _work(window).findChild(ReadTableDialog)
    assert dialog is not None
    assert "GB 18030 (recognised by its bytes), parted by bar" in dialog.kind.text()
    assert "丽江市古城区政府" in dialog.kind.text()
    dialog.encoding.setFocus()
    while dialog.encoding.value != "cp1251":
        qtbot.keyClick(dialog.encoding, Qt.Key.Key_Down)
    assert "Windows-1251, parted by bar" in dialog.kind.text()
    assert "丽江" not in dialog.kind.text()
    dialog.delimiter.setFocus()
    qtbot.keyClick(dialog.delimiter, Qt.Key.Key_Down)  # comma
    assert not dialog.read.isEnabled()
    assert "Its first line: area|name" in dialog.kind.text()
    qtbot.keyClick(dialog.delimiter, Qt.Key.Key_Home)
    dialog.encoding.setFocus()
    qtbot.keyClick(dialog.encoding, Qt.Key.Key_Home)
    assert dialog.read.isEnabled()


def test_an_encoding_that_cannot_be_told_is_asked_for(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "areas.csv"
    path.write_bytes("area,name\nmunster,Münster\n".encode("cp1252"))
    tables.open_table(_work(window), path)
    dialog = _work(window).findChild(ReadTableDialog)
    assert dialog is not None
    assert "Choose it, or save the file" in dialog.model.preview.rows[0][-1]
    dialog.encoding.setFocus()
    while dialog.encoding.value != "cp1252":
        qtbot.keyClick(dialog.encoding, Qt.Key.Key_Down)
    assert dialog.read.isEnabled()
    assert "Münster" in dialog.kind.text()


@pytest.mark.parametrize("content", [b"", b"\x00\x01\xff\xfe", b"name,colour\nWuhan,red\n"])
def test_a_file_that_is_no_table_is_explained(qtbot: QtBot, window: MainWindow, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "strange.csv"
    path.write_bytes(content)
    tables.open_table(_work(window), path)
    dialog = _work(window).findChild(ReadTableDialog)
    assert dialog is not None
    assert "strange.csv" in dialog.model.preview.rows[0][-1]
    assert not dialog.read.isEnabled()


def test_the_grid_is_copied_as_csv_with_headings(window: MainWindow) -> None:
    window.actions_by_id["copy_csv"].trigger()
    grid = _work(window).grid.model
    rows = list(csv.reader(io.StringIO(QApplication.clipboard().text())))
    assert rows[0] == ["area", *(indicator.name for indicator in grid.indicators)]
    assert [row[0] for row in rows[1:]] == [area.name() for area in grid.areas]
    assert [row[1] for row in rows[1:]] == [grid.typed(grid.index(row, 1)) for row in range(grid.rowCount())]
    assert _work(window).status.message == f"Copied “Data” as CSV, {grid.rowCount()} rows"


def test_the_ranking_is_written_as_csv_whole(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    qtbot.keyClick(window, Qt.Key.Key_3, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL | SHIFT)
    files = window.findChild(QFileDialog)
    assert files is not None
    files.fileSelected.emit(str(tmp_path / "ranks"))
    files.reject()
    text = (tmp_path / "ranks.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    standing = _work(window).bridge.session.standing
    assert standing is not None
    assert [row[2] for row in rows[1:]] == [row.name for row in standing.rows]
    assert [row[3] for row in rows[1:]] == ["" if row.score is None else repr(row.score) for row in standing.rows]
    assert [path.name for path in tmp_path.glob("*.csv")] == ["ranks.csv"]
    assert _work(window).status.message == f"Wrote “Ranking” to ranks.csv, {len(standing.rows)} rows"


def test_a_table_that_cannot_be_written_is_told_in_words(window: MainWindow, tmp_path: Path) -> None:
    tables.save_csv(_work(window), tmp_path / "no" / "where.csv")
    assert _work(window).banner.isVisible()
    assert "where.csv" in _work(window).banner.words.text()
