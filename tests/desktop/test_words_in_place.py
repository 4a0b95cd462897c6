"""Small things said where they are looked for: the first hit, why there is no rank, a unit, a note in full."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from citeria_desktop.bridge import SessionBridge
from citeria_desktop.panels.inspector import Inspector
from citeria_desktop.panels.note_field import NoteField
from citeria_desktop.theme import Theme
from citeria_desktop.views.ranking import RankingView
from citeria_desktop.windows.main_window import MainWindow

ENTER = Qt.Key.Key_Return


def test_the_first_enter_after_typing_stays_at_the_first_hit(qtbot: QtBot, window: MainWindow) -> None:
    work = window.workspace
    assert work is not None
    work.begin_find()
    qtbot.keyClicks(work.top.seek, "an")
    told = []
    for _ in range(3):
        qtbot.keyClick(work.top.seek, ENTER)
        told.append(work.top.hits.text().split()[0])
    assert told == ["1", "2", "3"]


def test_an_area_without_a_rank_names_what_it_lacks(
    qtbot: QtBot, open_bridge: Callable[..., SessionBridge], light: Theme
) -> None:
    bridge = open_bridge("ICI-CN")
    view = RankingView(bridge, light, compact=True)
    qtbot.addWidget(view)
    bridge.select("wuhan")
    row = next(row for row in view.model.rows if row.area == "wuhan")
    assert row.reason.rstrip(".") in view.sentence.text()
    assert "Missing: AI-engaged companies, " in view.sentence.text()
    assert view.table.bars.fitting(row.reason, 100.0) == row.reason.split(";")[0]
    assert view.table.bars.fitting(row.reason, 2000.0) == row.reason


def test_a_unit_that_says_what_a_number_is_does_not_follow_it(
    qtbot: QtBot, bridge: SessionBridge, light: Theme
) -> None:
    bridge.select("wuhan", "sub-smart-2020-score")
    panel = Inspector(bridge, light)
    qtbot.addWidget(panel)
    panel.show()
    said = [label for label in panel.findChildren(QLabel) if label.text() == "score"]
    assert [label.property("role") for label in said] == ["chip"]


def test_a_note_is_as_high_as_its_lines_at_the_width_it_gets(qtbot: QtBot, light: Theme) -> None:
    note = NoteField(lambda _: True)
    qtbot.addWidget(note)
    note.resize(600, 50)
    note.show()
    note.setPlainText("Beijing and Hangzhou confirmed by another ranking of the same year and city. " * 2)
    wide = note.height()
    note.resize(220, wide)
    assert note.height() > wide
    assert not note.verticalScrollBar().isVisible()
