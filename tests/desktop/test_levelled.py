"""A figure stands on the first line of the words beside it, also where Chinese signs make that line higher."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from citeria_desktop.panels.figure_lines import FigureLines
from citeria_desktop.theme import Theme


def _foot(image: QImage, area: QRect) -> int:
    """The lowest row of an area in which anything is written."""
    ground = image.pixel(area.topLeft())
    rows = range(area.top(), area.bottom() + 1)
    return max(y for y in rows if any(image.pixel(x, y) != ground for x in range(area.left(), area.right() + 1)))


@pytest.mark.parametrize("words", ["1", "得1"])
def test_the_feet_of_a_figure_and_of_the_words_beside_it_are_level(qtbot: QtBot, light: Theme, words: str) -> None:
    lines = FigureLines()
    qtbot.addWidget(lines)
    lines.tell(((words, "1"),))
    lines.resize(200, lines.heightForWidth(200))
    with qtbot.waitExposed(lines):
        lines.show()
    ((said, figure),) = lines._lines
    image = lines.grab().toImage()
    metrics = said.fontMetrics()
    digit = QRect(said.pos() + QPoint(metrics.horizontalAdvance(words[:-1]), 0), said.size())
    digit.setWidth(metrics.horizontalAdvance("1"))
    own = QRect(figure.pos(), figure.size())
    assert abs(_foot(image, digit) - _foot(image, own)) <= 1
