"""The inspector after a change: keys stay where they do no harm, and what was chosen stays in view."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from citeria_core.model import Status
from citeria_core.period import Period
from citeria_db import operations
from citeria_desktop.panels.cell_page import CellPage
from citeria_desktop.windows.main_window import MainWindow
from citeria_desktop.windows.workspace import Workspace

SCORE, STATIONS = "sub-smart-2020-score", "ici-i3a-5g-count"
Y2020 = Period.parse("2020")
ENTER, LEFT = Qt.Key.Key_Return, Qt.MouseButton.LeftButton


def _work(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def _page(window: MainWindow) -> CellPage:
    work = _work(window)
    work.inspector.settle()
    assert work.inspector.cell_page is not None
    return work.inspector.cell_page


def _button(window: MainWindow, text: str, nth: int = 0) -> QPushButton:
    found = [one for one in _page(window).findChildren(QPushButton) if one.text() == text and one.isVisible()]
    return found[nth]


def _seen(window: MainWindow, widget: QWidget) -> bool:
    """Whether the top of a widget of the inspector is in view."""
    view = _work(window).inspector._scroll.viewport()
    top = widget.mapTo(view, QPoint(0, 0)).y()
    return 0 <= top < view.height() - 20


@pytest.mark.parametrize("field", ["locator", "quote"])
def test_after_citing_with_enter_the_next_keys_reach_the_cite_field_and_no_status(
    qtbot: QtBot, window: MainWindow, field: str
) -> None:
    work = _work(window)
    work.bridge.select("wuhan", SCORE)
    cite = _page(window).cite
    assert cite is not None
    cite.source.line.setFocus()
    qtbot.keyClicks(cite.source.line, "riemer")
    qtbot.keyClick(cite.source.line, ENTER)
    entered = getattr(cite, field)
    entered.setFocus()
    qtbot.keyClick(entered, ENTER)
    page = _page(window)
    assert page.cite is not None
    assert QApplication.focusWidget() is page.cite.source.line
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    held = next(one for one in work.bridge.session.project.observations.cell("wuhan", SCORE) if one.preferred)
    assert held.status is Status.REPORTED
    assert [one.source for one in held.citations][-1] == "ici-2020"


def test_after_using_a_rival_its_card_has_the_focus_and_is_in_view(qtbot: QtBot, window: MainWindow) -> None:
    work = _work(window)
    work.bridge.select("beijing", STATIONS)
    _page(window)
    work.inspector.choose_period(Y2020)
    button = _button(window, "Use this value", 3)
    work.inspector._unfold(button)
    button.setFocus()
    index = work.bridge.session.index
    qtbot.mouseClick(button, LEFT)
    page = _page(window)
    assert page.card is not None
    assert QApplication.focusWidget() is page.card
    assert _seen(window, page.card)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert work.bridge.session.index == index


def test_removing_a_value_stands_apart_from_using_it_and_looks_quieter(window: MainWindow) -> None:
    work = _work(window)
    work.bridge.run(operations.set_value, "wuhan", SCORE, Y2020, "52", source="ici-2020")
    work.bridge.select("wuhan", SCORE)
    use, remove = _button(window, "Use this value"), _button(window, "Remove value")
    apart = remove.mapToGlobal(QPoint()) - use.mapToGlobal(QPoint(use.width(), 0))
    assert apart.x() > 24
    assert abs(apart.y()) > use.height()
    assert (use.property("kind"), remove.property("kind")) == ("small", "quiet")


def test_the_wheel_over_a_box_of_choices_chooses_nothing(window: MainWindow) -> None:
    work = _work(window)
    work.bridge.select("wuhan", SCORE)
    boxes = [box for box in [*_page(window).findChildren(QComboBox), work.top.index] if box.count() > 1]
    assert len(boxes) >= 3
    for box in boxes:
        before = box.currentIndex()
        for turn in (-120, 120):
            event = QWheelEvent(
                QPointF(8, 8),
                box.mapToGlobal(QPointF(8, 8)),
                QPoint(),
                QPoint(0, turn),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(box, event)
            assert box.currentIndex() == before, box.accessibleName()
            assert not event.isAccepted()


@pytest.mark.parametrize("width", [280, 300, 420])
def test_a_cell_of_several_periods_with_many_marks_is_not_clipped(qtbot: QtBot, window: MainWindow, width: int) -> None:
    work = _work(window)
    work.bridge.run(operations.set_value, "wuhan", SCORE, Period.parse("2018"), "33", source="ici-2020")
    held = next(one for one in work.bridge.session.project.observations.cell("wuhan", SCORE) if one.preferred)
    work.bridge.run(
        operations.set_status,
        held.id,
        status=Status.ESTIMATED,
        qualifier=held.qualifier,
        flags=frozenset({"definition differs", "low reliability", "in other category"}),
    )
    work.bridge.select("wuhan", SCORE)
    page = _page(window)
    work.splitter.setSizes([900 - width, 300, width])
    qtbot.wait(20)
    edge = work.inspector._scroll.viewport().width()
    assert page.width() <= edge
    for child in page.findChildren(QWidget):
        if child.isVisible():
            assert child.mapTo(page, QPoint(child.width(), 0)).x() <= edge, child
