"""Chips in one line: what has no room is in the menu at its end, and does there what it did in the line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from citeria_core.scenario import Scenario
from citeria_db import scenario_operations, snapshot_operations
from citeria_desktop import offscreen
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.painting.alignments import Alignment
from citeria_desktop.panels.overflow_line import OverflowLine
from citeria_desktop.theme import Theme
from citeria_desktop.views.ranking import RankingView

ROOM = 702  # of the view in a window of 1024 beside the rail and the inspector


def shown(qtbot: QtBot, bridge: SessionBridge, theme: Theme, width: int) -> RankingView:
    view = RankingView(bridge, theme)
    qtbot.addWidget(view)
    view.resize(width, 500)
    with qtbot.waitExposed(view):
        view.show()
    qtbot.wait(10)
    return view


def lines(view: RankingView) -> tuple[OverflowLine, OverflowLine]:
    assert view.bench is not None
    assert view.standpoint is not None
    return view.bench.strip, view.standpoint.strip


def entry(menu: QMenu, text: str) -> QAction:
    menu.aboutToShow.emit()
    return next(action for action in menu.actions() if action.text() == text)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_chips_of_the_ranking_take_two_lines_in_the_least_window(
    qtbot: QtBot, qapp: QApplication, bridge: SessionBridge, light: Theme, language: str
) -> None:
    with offscreen.speaking(qapp, language):
        view = shown(qtbot, bridge, light, ROOM)
        for line in lines(view):
            assert line.height() < 2 * 26
            assert line.hidden
            there = [one for one in line._widgets if one.isVisible()]
            assert max(one.geometry().right() for one in (*there, line.more)) < line.width()
            assert all(one.width() >= one.minimumSizeHint().width() for one in there)
            line.menu.aboutToShow.emit()
            assert len(line.menu.actions()) == len(line.hidden)


def test_with_room_for_all_there_is_no_menu(qtbot: QtBot, bridge: SessionBridge, light: Theme) -> None:
    for line in lines(shown(qtbot, bridge, light, 1200)):
        assert line.hidden == ()
        assert line.more.isHidden()


def test_what_is_in_the_menu_does_what_its_chip_does(qtbot: QtBot, bridge: SessionBridge, light: Theme) -> None:
    bridge.run(snapshot_operations.take_snapshot, "ICI-CN-SUB", "Base")
    bridge.run(scenario_operations.add_scenario, Scenario("ICI-CN-SUB", "Odd", weights={"research": 300.0}))
    view = shown(qtbot, bridge, light, 320)
    above, below = lines(view)
    assert view.bench is not None
    assert view.standpoint is not None
    entry(above.menu, "values").trigger()
    assert view.table.bars.labels
    assert entry(above.menu, "values").isChecked()
    path = entry(below.menu, "path")
    path.trigger()
    assert view.standpoint.strip.path.isChecked()
    under = entry(below.menu, "What the ranking is shown under").menu()
    assert isinstance(under, QMenu)
    next(action for action in under.actions() if "Odd" in action.text()).trigger()
    assert bridge.session.looks.scenario is not None
    bridge.measure("Base")
    snapshots = entry(below.menu, "snapshot").menu()
    assert isinstance(snapshots, QMenu)
    snapshots.aboutToShow.emit()
    assert "Delete “Base”" in [action.text() for action in snapshots.actions()]


def test_keys_lay_the_bars_where_their_chip_has_no_room(qtbot: QtBot, bridge: SessionBridge, light: Theme) -> None:
    view = shown(qtbot, bridge, light, 320)
    above, _ = lines(view)
    assert view.bench is not None
    assert view.bench.strip.chips[Alignment.ORDERED] in above.hidden
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    qtbot.keyClick(view.table, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert view.table.bars.look.alignment is Alignment.ORDERED
    assert "by size" in above.more.accessibleName()


def test_another_word_in_a_chip_moves_what_stands_behind_it(qtbot: QtBot, bridge: SessionBridge, light: Theme) -> None:
    _, below = lines(shown(qtbot, bridge, light, ROOM))
    before = below.hidden
    (chip,) = [one for one in below._widgets if one.toolTip().startswith("What if")]
    chip.setText("what if a value of the selected area were quite another")  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: below.hidden != before)
    assert chip in below.hidden
