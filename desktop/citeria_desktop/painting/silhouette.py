"""The silhouette plot: a bar for every area, sorted inside its cluster, and the mean of all."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from citeria_core.cluster_set import ClusterSet
from citeria_core.parse import format_number
from citeria_desktop.figures import fixed
from citeria_desktop.painting.cluster_look import colour_of, draw_mark
from citeria_desktop.painting.figure import SMALL, Figure, Focus, Laid, seen, walk, width_of, write
from citeria_desktop.theme import Theme

ROW = 22.0
_LEAST_ROW = 3.0
_NAMED_ROW = 14.0  # the height from which rows have names
_GAP = 12.0
_HEAD = 30.0
_FOOT = 24.0


@dataclass(frozen=True, slots=True)
class SilhouetteBar:
    """One area: its name, the position of its cluster, its width from −1 to 1."""

    area: str
    name: str
    position: int
    value: float


@dataclass(frozen=True, eq=False)
class SilhouetteFigure(Figure):
    """Bars in the order in which they stand, clusters together; `mean` of all and of each cluster by position.

    `row` is the height of a bar.
    """

    held: ClusterSet
    bars: tuple[SilhouetteBar, ...]
    mean: float
    means: Mapping[int, float]
    mean_words: str
    row: float = ROW

    def height(self, width: float) -> float:
        """A row for each bar, a gap between clusters."""
        return _HEAD + _FOOT + self.row * len(self.bars) + _GAP * max(0, len(self.means) - 1)

    def lay(self, area: QRectF) -> "LaidSilhouette":
        """Names at the left, bars to the right of them."""
        return LaidSilhouette(self, area)


def row_height(bars: int, clusters: int, height: float) -> float:
    """The height of a bar when `bars` of them are to fit `height`, not too small to be seen nor larger than a row."""
    room = height - _HEAD - _FOOT - _GAP * max(0, clusters - 1)
    return min(ROW, max(_LEAST_ROW, room / max(1, bars)))


class LaidSilhouette(Laid):
    """A silhouette plot in its rectangle."""

    def __init__(self, figure: SilhouetteFigure, area: QRectF) -> None:
        self._figure = figure
        self._area = area
        names = [bar.name for bar in figure.bars] if figure.row >= _NAMED_ROW else []
        self._left = area.left() + 30 + min(160.0, max(map(width_of, names), default=0.0))
        low = min([0.0, *(bar.value for bar in figure.bars)])
        self._low = -1.0 if low < -0.5 else -0.5 if low < 0 else 0.0
        self._right = area.right() - 52
        self.rows: list[QRectF] = []
        y, before = area.top() + _HEAD, None
        for bar in figure.bars:
            if before is not None and before != bar.position:
                y += _GAP
            self.rows.append(QRectF(area.left(), y, area.width(), figure.row))
            y, before = y + figure.row, bar.position
        self._bottom = y
        self._areas = tuple(bar.area for bar in figure.bars)

    def _x(self, value: float) -> float:
        return self._left + (self._right - self._left) * (value - self._low) / (1 - self._low)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Scale, bars with names and figures, the dashed mean."""
        self._paint_scale(painter, theme)
        named = self._figure.row >= _NAMED_ROW
        thick = max(1.0, self._figure.row - (6 if named else 1))
        before, part = None, seen(painter, self._area)
        for bar, row in zip(self._figure.bars, self.rows, strict=True):
            if not row.adjusted(0, -8, 0, 8).intersects(part):  # a mark may be higher than its row
                before = bar.position
                continue
            colour = colour_of(theme, self._figure.held, bar.position)
            ends = sorted((self._x(0), self._x(bar.value)))
            middle = row.center().y()
            painter.fillRect(QRectF(ends[0], middle - thick / 2, max(1.0, ends[1] - ends[0]), thick), colour)
            if named:
                place = QRectF(row.left() + 22, row.top(), self._left - row.left() - 28, row.height())
                write(painter, place, bar.name, theme.colour("text"))
            if named or before != bar.position:
                centre = QPointF(row.left() + 10, row.top() + 7 if not named else middle)
                draw_mark(painter, centre, 5, theme, self._figure.held, bar.position)
            before = bar.position
        self._paint_mean(painter, theme)
        if named:
            self._paint_values(painter, theme)

    def _paint_values(self, painter: QPainter, theme: Theme) -> None:
        """The figure beside each bar, legible also where the mean runs through it."""
        for bar, row in zip(self._figure.bars, self.rows, strict=True):
            words, left = fixed(bar.value, 2), max(self._x(0), self._x(bar.value)) + 4
            place = QRectF(left, row.top() + 2, width_of(words, SMALL) + 4, row.height() - 4)
            painter.fillRect(place, theme.colour("surface"))
            write(painter, place.adjusted(2, 0, 2, 0), words, theme.colour("muted"), size=SMALL)

    def _paint_scale(self, painter: QPainter, theme: Theme) -> None:
        steps = [-1.0, -0.5, 0.0, 0.5, 1.0]
        for step in (step for step in steps if step >= self._low):
            x = self._x(step)
            painter.setPen(QPen(theme.colour("muted" if step == 0 else "line"), 1))
            painter.drawLine(QPointF(x, self._area.top() + _HEAD - 4), QPointF(x, self._bottom + 4))
            place = QRectF(x - 30, self._bottom + 4, 60, _FOOT - 6)
            centre = Qt.AlignmentFlag.AlignHCenter
            write(painter, place, format_number(step), theme.colour("muted"), size=SMALL, align=centre)

    def _paint_mean(self, painter: QPainter, theme: Theme) -> None:
        x = self._x(self._figure.mean)
        pen = QPen(theme.colour("text"), 1.2)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(x, self._area.top() + _HEAD - 6), QPointF(x, self._bottom + 4))
        wide = width_of(self._figure.mean_words, SMALL) + 4
        left = min(max(x - wide / 2, self._area.left()), self._area.right() - wide)
        place = QRectF(left, self._area.top() + 4, wide, _HEAD - 12)
        write(painter, place, self._figure.mean_words, theme.colour("text"), size=SMALL)

    def paint_focus(self, painter: QPainter, theme: Theme, focus: Focus) -> None:
        """A frame around the selected row, a stroke at the left of marked ones."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for bar, row in zip(self._figure.bars, self.rows, strict=True):
            if bar.area == focus.item:
                painter.setPen(QPen(theme.colour("accent"), 1.6))
                painter.drawRoundedRect(row.adjusted(1, 0, -1, 0), 3, 3)
            elif bar.area in focus.marked:
                painter.fillRect(QRectF(row.left(), row.top() + 1, 3, row.height() - 2), theme.colour("accent"))

    def at(self, point: QPointF) -> str:
        """The area whose row it is."""
        found = (area for area, row in zip(self._areas, self.rows, strict=True) if row.contains(point))
        return next(found, "")

    def step(self, item: str, key: Qt.Key) -> str:
        """Row by row."""
        return walk(self._areas, item, key)

    def where(self, item: str) -> QRectF | None:
        """Its row."""
        return self.rows[self._areas.index(item)] if item in self._areas else None
