"""The bars of an overview as one image: a row has some pixels, one, or shares one with its neighbours.

Rows that share a pixel are mixed: each counts as much as the others, so that what most of them have is what is seen.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

Span = tuple[float, float, int]  # left, right, part


@dataclass(frozen=True, slots=True)
class LowRow:
    """A bar of an overview: where it begins, in pixels from the top, how high it is, and its parts.

    Rows that begin at the same pixel share it.
    """

    top: float
    height: float
    spans: Sequence[Span]


def mixed(
    rows: Sequence[LowRow], colours: Sequence[QColor], ground: QColor, size: tuple[int, int], ratio: float = 1.0
) -> QImage:
    """An image of `size` (width, height) with the bars of `rows`; `ratio`: how many pixels of the screen one has."""
    width, height = (round(side * ratio) for side in size)
    pixels = np.empty((height, width, 4), dtype=np.uint8)
    pixels[:] = _channels(ground)
    if rows:
        tops = np.array([row.top for row in rows])
        starts, line_of, counts = np.unique(np.rint(tops * ratio).astype(int), return_inverse=True, return_counts=True)
        ends = starts + 1
        np.maximum.at(ends, line_of, np.rint((tops + [row.height for row in rows]) * ratio).astype(int))
        lines = _lines(rows, line_of, counts, colours, ground, width, ratio)
        for line, start, end in zip(lines, starts.tolist(), ends.tolist(), strict=True):
            pixels[max(start, 0) : max(end, 0)] = line
    image = QImage(pixels.tobytes(), width, height, 4 * width, QImage.Format.Format_RGB32).copy()
    image.setDevicePixelRatio(ratio)
    return image


def _lines(
    rows: Sequence[LowRow],
    line_of: NDArray[np.intp],
    counts: NDArray[np.intp],
    colours: Sequence[QColor],
    ground: QColor,
    width: int,
    ratio: float,
) -> NDArray[np.uint8]:
    """One line of pixels for all rows that share one, each colour by how many of them have it there."""
    spans = [(line, *span) for line, row in zip(line_of.tolist(), rows, strict=True) for span in row.spans]
    behind = np.array(_channels(ground), dtype=np.float32)
    sums = np.zeros((len(counts), width + 1, 4), dtype=np.float32)
    if spans:
        found = np.array(spans)
        line, part = found[:, 0].astype(int), found[:, 3].astype(int)
        left, right = (np.rint(found[:, at] * ratio).clip(0, width).astype(int) for at in (1, 2))
        apart = np.array([_channels(colour) for colour in colours], dtype=np.float32)[part] - behind
        np.add.at(sums, (line, left), apart)  # begins here
        np.subtract.at(sums, (line, right), apart)  # and ends here
        np.cumsum(sums, axis=1, out=sums)
    shown = behind + sums[:, :width] / counts[:, None, None]
    return np.rint(shown).clip(0, 255).astype(np.uint8)


def _channels(colour: QColor) -> tuple[int, int, int, int]:
    """As the bytes of an image stand."""
    return colour.blue(), colour.green(), colour.red(), 255
