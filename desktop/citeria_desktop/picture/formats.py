"""Pages as files: SVG and PDF as vectors with text that stays text, PNG at a scale; written whole or not at all."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSaveFile, QSize
from PySide6.QtGui import QImage, QPageSize, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from citeria_core.errors import KnownError
from citeria_desktop.picture.page import Page
from citeria_desktop.picture.paper import Advance, paint_pages, paint_watched, painting_on, unwatched

DPI: Final = 96  # logical pixels to the inch
FORMATS: Final = ("svg", "pdf", "png")
_MOST_SIDE: Final = 32_000  # pixels that an image can have each way
_MOST_PIXELS: Final = 200_000_000  # 800 MB while it is painted
_MM: Final = 25.4
_PACE: Final = 0.05  # seconds between two looks at a bitmap that is being compressed


class PictureError(KnownError):
    """A picture that cannot be written."""

    code = "picture"
    template = "“{path}” could not be written: {reason}. Choose a folder that can be written to."


class UnknownFormatError(KnownError):
    """A file name that says no format."""

    code = "unknown_format"
    template = "“{name}” says no format that pictures have. Let its name end in {known}."


class TooLargeError(KnownError):
    """A bitmap that nothing could hold."""

    code = "picture_too_large"
    template = (
        "A bitmap of {width} × {height} pixels is too large to be written. "
        "Choose a smaller size or scale, or SVG or PDF, which have no pixels."
    )


def format_of(path: Path) -> str:
    """The format that a file's name says; `UnknownFormatError` if it says none."""
    suffix = path.suffix.lower().removeprefix(".")
    if suffix not in FORMATS:
        raise UnknownFormatError(name=path.name, known=", ".join(f".{one}" for one in FORMATS))
    return suffix


def write(
    page: Page, path: Path, scale: float = 1.0, *, sheets: Sequence[Page] = (), advance: Advance = unwatched
) -> None:
    """Write a page in the format that the name of `path` says.

    `scale` is device pixels per logical pixel of a PNG; a PDF may have several `sheets` instead of the one page.
    `advance` is told how far it is; where it raises, nothing is written.
    """
    match format_of(path):
        case "svg":
            data = _svg(page, advance)
        case "pdf":
            data = _pdf(sheets or [page], advance)
        case _:
            data = _png(page, scale, advance)
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise PictureError(path=path, reason=file.errorString())
    file.write(data)
    if not file.commit():
        raise PictureError(path=path, reason=file.errorString())


def image(page: Page, scale: float = 1.0, advance: Advance = unwatched) -> QImage:
    """A page as a bitmap, for the preview and the clipboard; `TooLargeError` if it could not be held."""
    size = QSize(round(page.size.width() * scale), round(page.size.height() * scale))
    if max(size.width(), size.height()) > _MOST_SIDE or size.width() * size.height() > _MOST_PIXELS:
        raise TooLargeError(width=size.width(), height=size.height())
    made = QImage(size, QImage.Format.Format_RGB32)
    made.setDotsPerMeterX(round(DPI * scale * 1000 / _MM))
    made.setDotsPerMeterY(round(DPI * scale * 1000 / _MM))
    made.fill(page.ground)
    with painting_on(made) as painter:
        painter.scale(scale, scale)
        paint_watched(page, painter, advance)
    made.setText("Title", page.title)
    made.setText("Description", page.words)
    return made


def _png(page: Page, scale: float, advance: Advance) -> bytes:
    """Compressed away from this thread, which tells meanwhile that it is nearly done."""
    made = image(page, scale, advance)
    executor = ThreadPoolExecutor(1)
    try:
        compressed = executor.submit(_compressed, made)
        while not compressed.done():
            advance(1.0)
            wait((compressed,), _PACE)
        return compressed.result()
    finally:
        executor.shutdown(wait=False)  # given up, nobody waits for what is thrown away


def _compressed(made: QImage) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made.save(buffer, "PNG")  # type: ignore[call-overload]
    buffer.close()
    return bytes(held.data())


def _svg(page: Page, advance: Advance) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)  # the older one forgets clips
    generator.setOutputDevice(buffer)
    generator.setSize(page.size.toSize())
    generator.setViewBox(QRect(0, 0, round(page.size.width()), round(page.size.height())))
    generator.setResolution(DPI)
    generator.setTitle(page.title)
    generator.setDescription(page.words)
    with painting_on(generator) as painter:
        paint_watched(page, painter, advance)
    return bytes(held.data())


def _pdf(sheets: Sequence[Page], advance: Advance) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    points = sheets[0].size * 72 / DPI
    writer.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(sheets[0].title)
    writer.setCreator("Citeria")
    paint_pages(writer, sheets, 1.0, advance)
    buffer.close()
    return bytes(held.data())
