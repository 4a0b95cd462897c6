"""A clipboard of a million cells, a cell of a megabyte: bounded, refused in words, nothing stored."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from citeria_core.errors import KnownError
from citeria_core.model import Indicator
from citeria_core.period import Period
from citeria_db import operations, pasting, structure_operations
from citeria_db.errors import LongTextError, StoppedError
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs.long_step import LongStep
from citeria_desktop.models.carried import CELLS
from citeria_desktop.theme import Theme
from citeria_desktop.views.grid import GridView

SCORE = "sub-smart-2020-score"
Y2020 = Period.parse("2020")
MEGABYTE = 1024 * 1024


@pytest.fixture
def view(qtbot: QtBot, bridge: SessionBridge, light: Theme) -> Iterator[GridView]:
    made = GridView(bridge, light)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.go_to(made.model.index_of("wuhan", SCORE))
    yield made
    QApplication.clipboard().clear()  # Qt would let go of it after Python has


def _clip(text: str, carried: bytes = b"") -> None:
    data = QMimeData()
    data.setText(text)
    if carried:
        data.setData(CELLS, carried)
    QApplication.clipboard().setMimeData(data)


@pytest.mark.parametrize("shape", ["1\t" * 999_999 + "1", "1\n" * 1_000_000, "\t" * 1_000_000])
def test_a_clipboard_of_a_million_cells_is_refused_in_words(
    qtbot: QtBot, view: GridView, bridge: SessionBridge, shape: str
) -> None:
    _clip(shape, b'[[["' + b"x" * MEGABYTE + b'", "1"]]]')
    heard: list[str] = []
    view.told.connect(heard.append)
    view.blocks.paste()
    preview = view.blocks.preview
    if preview is None:
        assert heard  # nothing but separators is nothing to paste
    else:
        qtbot.waitUntil(lambda: not preview.job.busy, timeout=60_000)
        assert "too large" in preview.state.text()
        assert not preview.apply.isEnabled()
        preview.reject()
    assert bridge.session.undo_label is None


@pytest.mark.parametrize("sign", ["9", "x", "1,", "(", "亿", "e", "-", "\u202e"])
def test_a_megabyte_for_a_number_is_refused_with_a_short_message(
    view: GridView, bridge: SessionBridge, sign: str
) -> None:
    heard: list[str] = []
    bridge.failed.connect(heard.append)
    _clip((sign * MEGABYTE)[:MEGABYTE] + "7")
    view.blocks.paste()
    if view.question is not None:
        view.question.hide()
    assert all(len(words) < 2_000 for words in heard)
    assert bridge.session.undo_label is None


def test_a_megabyte_for_words_is_refused_and_a_long_text_is_stored_and_painted(
    view: GridView, bridge: SessionBridge
) -> None:
    bridge.run(structure_operations.add_indicator, Indicator("remark", "Remark", kind="text"))
    with pytest.raises(LongTextError, match=r"at most 20,000 characters.*1,048,576"):
        operations.set_value(bridge.session.project, "wuhan", "remark", Y2020, "x" * MEGABYTE)
    remark = bridge.session.project.indicators.get("remark")
    with pytest.raises(KnownError):
        pasting.read_text(remark, Y2020, "x" * MEGABYTE)
    bridge.run(operations.set_value, "wuhan", "remark", Y2020, "words " * 3_000)
    view.show_everything(True)
    view.go_to(view.model.index_of("wuhan", "remark"))
    assert not view.grab().isNull()


def test_a_long_step_says_how_far_it_is_and_stops_when_asked(qtbot: QtBot, light: Theme) -> None:
    shown = LongStep("Undoing…", 1_000)
    qtbot.addWidget(shown)
    shown.advance(1)
    assert not shown.isVisible()  # nobody waits yet
    qtbot.wait(320)
    shown.advance(500)
    assert shown.isVisible()
    assert shown.bar.value() == 500
    shown.cancel.click()
    with pytest.raises(StoppedError):
        shown.advance(600)


def test_an_undo_that_is_stopped_leaves_everything_as_it_was(bridge: SessionBridge) -> None:
    bridge.run(operations.set_value, "wuhan", SCORE, Y2020, "12")
    heard: list[str] = []
    bridge.failed.connect(heard.append)

    def stop(_done: int) -> None:
        raise StoppedError

    assert bridge.undo(stop) is None
    assert heard == ["Stopped. Nothing was changed."]
    assert bridge.session.undo_label is not None
    assert bridge.session.readings["wuhan", SCORE].value == 12
