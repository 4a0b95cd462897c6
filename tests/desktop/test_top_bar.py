"""The bar at the top and the message below it: names that can be read, and nothing that moves with every step."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from citeria_core.period import Period
from citeria_db import operations
from citeria_desktop.windows.main_window import MainWindow
from citeria_desktop.windows.workspace import Workspace

SCORE = "sub-smart-2020-score"
Y2020 = Period.parse("2020")


def _work(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def _place(widget: QWidget, window: MainWindow) -> tuple[int, int]:
    return widget.mapTo(window, QPoint()).x(), widget.width()


@pytest.mark.parametrize("code", ["ICI-CN", "ICI-CN-SUB"])
def test_the_name_of_the_index_has_room_and_its_tooltip_says_all(qtbot: QtBot, window: MainWindow, code: str) -> None:
    window.resize(1360, 860)
    work = _work(window)
    work.bridge.choose_index(code)
    qtbot.wait(10)
    box, index = work.top.index, work.bridge.session.index
    assert index is not None
    assert QFontMetrics(box.font()).horizontalAdvance(box.currentText()) <= box.width() - 36
    assert index.name in box.toolTip()
    assert index.description in box.toolTip()
    for row in range(box.count()):
        assert box.itemText(row).split(" · ", 1)[1] in box.itemData(row, Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize("width", [1180, 1360, 1600])
def test_boxes_keep_their_places_whatever_the_last_step_is_called(qtbot: QtBot, window: MainWindow, width: int) -> None:
    window.resize(width, 860)
    work = _work(window)
    qtbot.wait(10)

    def places() -> list[object]:
        undo = work.top.undo  # its words take room that is kept for them at its left; its right end stays
        boxes = (work.top.index, work.top.seek, work.top.redo)
        return [*(_place(box, window) for box in boxes), undo.mapTo(window, undo.rect().topRight())]

    before = places()
    work.bridge.run(operations.set_weight, "ICI-CN-SUB", "research", 31)
    qtbot.wait(10)
    assert places() == before
    work.bridge.run(operations.set_value, "wuhan", SCORE, Y2020, "61.9")
    qtbot.wait(10)
    assert places() == before


def test_the_undo_button_shows_the_end_of_the_name_of_a_step_where_the_area_stands(window: MainWindow) -> None:
    _work(window).bridge.run(operations.set_value, "wuhan", SCORE, Y2020, "61.9")
    shown = window.actions_by_id["undo"].iconText()
    assert shown.startswith("Undo “Set Smart")
    assert shown.endswith("Wuhan”")


def test_a_message_lies_over_the_work_and_moves_nothing(qtbot: QtBot, window: MainWindow) -> None:
    work = _work(window)
    before = work.splitter.mapTo(window, QPoint())
    height = work.splitter.height()
    work.bridge.failed.emit("This could not be done. " * 12)
    qtbot.wait(10)
    assert work.banner.isVisible()
    assert (work.splitter.mapTo(window, QPoint()), work.splitter.height()) == (before, height)
    assert work.banner.width() == work.body.width()
    assert work.banner.words.height() >= work.banner.words.heightForWidth(work.banner.words.width())
    window.resize(1100, 700)
    qtbot.wait(10)
    assert work.banner.width() == work.body.width()
