"""Labels beside points without overlap: each takes the first free place around its point, or none."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF

_CELL = 3.0  # pixels: the grain in which room is taken


class Room:
    """A rectangle in which room is taken bit by bit."""

    def __init__(self, area: QRectF) -> None:
        self._area = area
        self._taken: NDArray[np.bool_] = np.zeros(
            (int(area.height() / _CELL) + 1, int(area.width() / _CELL) + 1), dtype=np.bool_
        )

    def take(self, rect: QRectF) -> None:
        """Take what `rect` covers."""
        self._taken[self._cells(rect)] = True

    def free(self, rect: QRectF) -> bool:
        """Whether `rect` lies inside and nothing of it is taken."""
        return self._area.contains(rect) and not self._taken[self._cells(rect)].any()

    def _cells(self, rect: QRectF) -> tuple[slice, slice]:
        top, left = rect.top() - self._area.top(), rect.left() - self._area.left()
        return (
            slice(max(0, int(top / _CELL)), max(0, int((top + rect.height()) / _CELL) + 1)),
            slice(max(0, int(left / _CELL)), max(0, int((left + rect.width()) / _CELL) + 1)),
        )


def place(
    room: Room, points: Sequence[QPointF], sizes: Sequence[QSizeF], order: Iterable[int], gap: float
) -> dict[int, QRectF]:
    """Where the label of each point goes: beside, above, below or aslant, at `gap`, in the order of `order`.

    A point all of whose places are taken has no label.
    """
    found: dict[int, QRectF] = {}
    for number in order:
        for rect in _around(points[number], sizes[number], gap):
            if room.free(rect):
                room.take(rect)
                found[number] = rect
                break
    return found


def _around(point: QPointF, size: QSizeF, gap: float) -> Iterable[QRectF]:
    wide, high = size.width(), size.height()
    x, y = point.x(), point.y()
    yield QRectF(x + gap, y - high / 2, wide, high)
    yield QRectF(x - gap - wide, y - high / 2, wide, high)
    yield QRectF(x - wide / 2, y - gap - high, wide, high)
    yield QRectF(x - wide / 2, y + gap, wide, high)
    yield QRectF(x + gap * 0.7, y - gap * 0.5 - high, wide, high)
    yield QRectF(x + gap * 0.7, y + gap * 0.5, wide, high)
    yield QRectF(x - gap * 0.7 - wide, y - gap * 0.5 - high, wide, high)
    yield QRectF(x - gap * 0.7 - wide, y + gap * 0.5, wide, high)
