"""A note takes the height of its text at any width, at once."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from citeria_desktop.panels.note_field import NoteField

WORDS = "Beijing and Hangzhou confirmed by synced-idc-2019."


class Counted(QObject):
    """How often what it watches was resized."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() == QEvent.Type.Resize
        return False


@pytest.mark.parametrize("times", [1, 3, 12])
def test_no_width_makes_it_grow_and_shrink_without_end(qtbot: QtBot, times: int) -> None:
    """A scroll bar that takes room breaks lines elsewhere; one that comes and goes by that has kept the window busy."""
    around = QWidget()
    qtbot.addWidget(around)
    field, counted = NoteField(lambda _: True), Counted()
    QVBoxLayout(around).addWidget(field)
    field.show_note(" ".join([WORDS] * times))
    around.resize(420, 400)
    around.show()
    field.viewport().installEventFilter(counted)
    for width in range(420, 120, -1):
        counted.count = 0
        around.resize(width, 400)
        QApplication.processEvents()
        assert counted.count < 10, width
        lines = int(field.document().size().height())
        assert field.verticalScrollBar().isVisible() == (lines > 10)
        if lines <= 10:
            assert field.verticalScrollBar().maximum() == 0, width
