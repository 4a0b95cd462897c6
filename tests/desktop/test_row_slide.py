"""Rows slide to their new rank: from where they stood to their place, or at once where no motion is wanted."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from citeria_core.period import Period
from citeria_db import operations
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.panels import row_slide
from citeria_desktop.theme import Theme
from citeria_desktop.views.ranking import RankingView

SCORE, Y2020 = "sub-smart-2020-score", Period.parse("2020")


@pytest.fixture
def shown(qtbot: QtBot, bridge: SessionBridge, light: Theme) -> Callable[..., RankingView]:
    def show(*, still: bool = False, compact: bool = False) -> RankingView:
        view = RankingView(bridge, light, compact=compact, still=lambda: still)
        qtbot.addWidget(view)
        view.resize(1000, 600)
        with qtbot.waitExposed(view):
            view.show()
        return view

    return show


def _raise_harbin(bridge: SessionBridge, value: str = "75") -> None:
    bridge.run(operations.set_value, "harbin", SCORE, Y2020, value)


def _look(widget: QWidget) -> bytes:
    return bytes(widget.grab().toImage().constBits())


@pytest.mark.parametrize("compact", [False, True])
def test_a_row_is_seen_where_it_stood_and_ends_at_its_place(
    qtbot: QtBot, bridge: SessionBridge, shown: Callable[..., RankingView], compact: bool
) -> None:
    view = shown(compact=compact)
    slide, before = view.table.slide, view.model.places_of_areas()
    _raise_harbin(bridge)
    slide.motion.pause()
    slide.motion.setCurrentTime(0)
    after = view.model.places_of_areas()
    assert after["harbin"] < before["harbin"]
    assert view.busy
    assert {area: at + slide.offset(at) for area, at in after.items()} == before
    first = _look(view.table.viewport())
    slide.motion.resume()
    qtbot.waitUntil(lambda: not slide.motion.running)
    assert all(slide.offset(at) == 0 for at in after.values())
    assert _look(view.table.viewport()) != first


def test_where_no_motion_is_wanted_rows_are_at_their_place_at_once(
    bridge: SessionBridge, shown: Callable[..., RankingView]
) -> None:
    view = shown(still=True)
    _raise_harbin(bridge)
    assert not view.table.slide.motion.running
    assert not view.busy


def test_orders_that_follow_each_other_fast_are_shown_at_once(
    bridge: SessionBridge, shown: Callable[..., RankingView], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(row_slide, "_APART_MS", 60_000)
    view = shown()
    _raise_harbin(bridge)
    assert view.table.slide.motion.running
    _raise_harbin(bridge, "12")
    assert not view.table.slide.motion.running
