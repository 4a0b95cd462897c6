"""Long tables on paper: as many pages as they need, the heading on each, nothing shrunk; and how they are printed."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPagedPaintDevice, QPainter

from citeria_desktop.picture.caption import Caption
from citeria_desktop.picture.page import Page
from citeria_desktop.picture.subject import Picture
from citeria_desktop.picture.table import TableDrawing
from citeria_desktop.theme import Theme


def pages(picture: Picture, caption: Caption, theme: Theme, width: float, height: float) -> list[Page]:
    """A picture on pages of `width` × `height` pixels: a table in slices, anything else on one page."""
    first = Page(picture, caption, theme, width, height)
    if not isinstance(picture.drawing, TableDrawing) or first.fits:
        return [first]
    pieces = picture.drawing.slices(first.inner, first.room)
    titles = QCoreApplication.translate("Picture", "{title}, page {number} of {count}")
    return [
        Page(
            replace(picture, drawing=piece, title=titles.format(title=picture.title, number=number, count=len(pieces))),
            caption,
            theme,
            width,
            height,
        )
        for number, piece in enumerate(pieces, 1)
    ]


def paint_pages(device: QPagedPaintDevice, sheets: Sequence[Page], scale: float) -> None:
    """Paint pages one after the other; `scale` is the device's pixels per logical pixel."""
    painter = QPainter(device)
    for number, page in enumerate(sheets):
        if number:
            device.newPage()
        painter.save()
        painter.scale(scale, scale)
        page.paint(painter)
        painter.restore()
    painter.end()
