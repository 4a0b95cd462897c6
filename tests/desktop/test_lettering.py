"""Texts that are shaped once: they look as if they were drawn anew."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from citeria_desktop.painting.lettering import CENTRE, LEFT, RIGHT, Lettering
from citeria_desktop.theme import Theme, font

TEXTS = ["Shanghai", "上海", "98.4", "Xi'an 西安", "−12.3", "No value of Enterprise; it may not be scored", ""]
SIDES = {LEFT: Qt.AlignmentFlag.AlignLeft, CENTRE: Qt.AlignmentFlag.AlignHCenter, RIGHT: Qt.AlignmentFlag.AlignRight}
INK = QColor("#1A1E23")
MIDDLE = Qt.AlignmentFlag.AlignVCenter


def blank(scale: float) -> QImage:
    image = QImage(400, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    image.setDevicePixelRatio(scale)
    return image


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("share", SIDES)
@pytest.mark.parametrize("rect", [QRectF(10, 3, 130, 31), QRectF(10.4, 3.5, 121.3, 31), QRectF(5, 5, 60, 12)])
def test_a_text_looks_as_if_it_were_drawn_anew(light: Theme, scale: float, share: float, rect: QRectF) -> None:
    for size, weight in ((13, QFont.Weight.Normal), (12, QFont.Weight.DemiBold), (11, QFont.Weight.Normal)):
        used = font(size, weight)
        letters = Lettering(used)
        for text in TEXTS * 2:  # the second time it is held
            found, expected = blank(scale), blank(scale)
            painter = QPainter(found)
            letters.write(painter, rect, text, INK, share)
            painter.end()
            painter = QPainter(expected)
            painter.setFont(used)
            painter.setPen(INK)
            painter.drawText(rect, int(SIDES[share] | MIDDLE), letters.shortened(text, rect.width()))
            painter.end()
            assert found == expected, (size, text)


def test_what_has_no_room_is_shortened_and_what_has_stays_whole(light: Theme) -> None:
    letters = Lettering(font(13))
    whole = letters.width("Guangzhou")
    assert letters.shortened("Guangzhou", whole) == "Guangzhou"
    short = letters.shortened("Guangzhou", whole - 1)
    assert short.endswith("…")
    assert letters.width(short) <= whole - 1


def test_a_line_break_is_a_space(light: Theme) -> None:
    letters = Lettering(font(13))
    assert letters.width("two\nlines") == letters.width("two lines")
