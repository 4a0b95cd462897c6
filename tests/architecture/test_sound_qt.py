"""A guard: PySide6 6.12.0 on Python 3.11 loses a reference to None on most calls that return nothing."""

import sys

from PySide6.QtCore import QLineF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot


def test_a_thousand_calls_that_return_nothing_lose_no_reference_to_none(qtbot: QtBot) -> None:
    image = QImage(8, 8, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    before = sys.getrefcount(None)
    for _ in range(1000):
        painter.drawLine(QLineF(0, 0, 8, 8))
    after = sys.getrefcount(None)
    painter.end()
    assert after > before - 500
