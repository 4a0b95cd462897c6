"""A column keeps its width while lines come and go, and shows a handle only where there is something to scroll."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from citeria_desktop.panels.scrolled_column import ScrolledColumn


def test_lines_that_come_and_go_leave_the_width_alone(qtbot: QtBot) -> None:
    column, page = ScrolledColumn(), QWidget()
    lines = QVBoxLayout(page)
    column.setWidget(page)
    qtbot.addWidget(column)
    column.resize(300, 200)
    with qtbot.waitExposed(column):
        column.show()
    bar, width = column.verticalScrollBar(), page.width()
    assert not bar.isEnabled()
    assert 0 < width < 300
    for line in range(40):
        lines.addWidget(QLabel(f"line {line}"))
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert bar.isEnabled()
    assert page.width() == width
    while (item := lines.takeAt(0)) is not None:
        item.widget().deleteLater()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    assert not bar.isEnabled()
    assert page.width() == width
