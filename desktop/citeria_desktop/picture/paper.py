"""Long tables on paper: as many pages as they need, the heading on each, nothing shrunk; and how they are printed."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPagedPaintDevice, QPaintDevice, QPainter

from citeria_desktop.painting.figure import saved
from citeria_desktop.picture.caption import Caption
from citeria_desktop.picture.page import Page
from citeria_desktop.picture.subject import Picture
from citeria_desktop.picture.table import TableDrawing
from citeria_desktop.theme import Theme

Advance = Callable[[float], None]  # told the share that is done, from 0 to 1; stops the work by raising


def unwatched(share: float) -> None:
    """Nobody waits."""


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


def paint_pages(device: QPagedPaintDevice, sheets: Sequence[Page], scale: float, advance: Advance = unwatched) -> None:
    """Paint pages one after the other; `scale` is the device's pixels per logical pixel."""
    with painting_on(device) as painter:
        for number, page in enumerate(sheets):
            if number:
                device.newPage()
            with saved(painter):
                painter.scale(scale, scale)
                paint_watched(page, painter, _part(advance, number, len(sheets)))


def _part(advance: Advance, number: int, count: int) -> Advance:
    """Tells `advance` of one of several pages."""
    return lambda share: advance((number + share) / count)


def paint_watched(page: Page, painter: QPainter, advance: Advance) -> None:
    """Paint a page, telling after each bit how much of it is done; whatever `advance` raises ends the painting."""
    with closing(page.painting(painter)) as bits:  # given up, it gives the painter back as it was
        for share in bits:
            advance(share)


@contextmanager
def painting_on(device: QPaintDevice) -> Iterator[QPainter]:
    """A painter on a device, ended whatever happens."""
    painter = QPainter(device)
    try:
        yield painter
    finally:
        painter.end()
