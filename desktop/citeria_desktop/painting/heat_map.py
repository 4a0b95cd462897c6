"""A heat map behind a dendrogram: rows of areas the tree at their left, the marks of their clusters at their right.

Painted in one go for the rows that are seen: one image for all cells, one path of joins for each cluster.
"""

import re
from collections.abc import Generator
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from citeria_core.cluster_set import ClusterSet
from citeria_desktop.painting.cividis import cividis
from citeria_desktop.painting.cluster_look import colour_of, draw_mark
from citeria_desktop.painting.dendrogram import Link
from citeria_desktop.painting.figure import SMALL, TEXT, saved, write
from citeria_desktop.painting.marks import draw_alike
from citeria_desktop.theme import Theme, font

ROW: Final = 26.0
NAMED: Final = 13.0  # the height from which rows have words
_MARK: Final = 5.5
_SHADES: Final = 256
_ROOMY: Final = 600  # cells; more are painted as one image
_WRAPPED: Final = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom) | int(Qt.TextFlag.TextWordWrap)
_HEAD: Final = 92.0
_BREAKS: Final = re.compile(r"[^-/]+[-/]?|[-/]")  # what a word may be broken into
_LEAST_TITLE: Final = 8.0  # the width of a column from which its title can be read


@dataclass(frozen=True, slots=True)
class HeatLine:
    """One row: an area and the positions of its clusters in both sets; or words across the row instead of an area."""

    area: str
    name: str
    cluster: int | None = None
    other: int | None = None
    other_name: str = ""
    divider: str = ""


@dataclass(frozen=True, eq=False)
class HeatMap:
    """Rows, their values as shares of the scale (lines × indicators, NaN = none), and which cannot be normalised.

    `cut` is the height (0 to 1) at which the tree is cut, None where nothing is cut.
    """

    held: ClusterSet
    other: ClusterSet | None
    lines: tuple[HeatLine, ...]
    titles: tuple[str, ...]
    shares: NDArray[np.float64]
    alike: NDArray[np.bool_]
    links: tuple[Link, ...] = ()
    cut: float | None = None
    leaves: int = field(default=0)  # how many rows the tree has

    @cached_property
    def _spans(self) -> NDArray[np.float64]:
        return np.array([sorted((link.first_row, link.second_row)) for link in self.links]).reshape(-1, 2)

    def links_in(self, first: int, last: int) -> list[Link]:
        """The joins that touch rows `first` to `last`."""
        spans = self._spans
        touching = np.flatnonzero((spans[:, 0] <= last + 1) & (spans[:, 1] >= first - 1))
        return [self.links[place] for place in touching]


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns are: the tree, the cells, the names, the groups of the other set; x and width of each."""

    tree: tuple[float, float]
    cells: tuple[float, float]
    names: tuple[float, float]
    others: tuple[float, float]


def paint_rows(
    painter: QPainter, theme: Theme, heat: HeatMap, at: Columns, top: float, height: float, rows: range, chosen: str
) -> None:
    """Paint `rows` (the first of all would be at `top`), each `height` high, the row of the area `chosen` in colour."""
    paint_ground(painter, theme, heat, at, top, height, rows, chosen)
    if height >= NAMED:
        for row in rows:
            paint_words(painter, theme, heat, at, heat.lines[row], top + row * height, height)
    else:
        _paint_strip(painter, theme, heat, at, top, height, rows)


def paint_ground(
    painter: QPainter, theme: Theme, heat: HeatMap, at: Columns, top: float, height: float, rows: range, chosen: str
) -> None:
    """What of `rows` stands below or beside their words: the chosen row, cells and tree."""
    for row in rows:
        if heat.lines[row].area and heat.lines[row].area == chosen:
            right = at.others[0] + at.others[1]
            painter.fillRect(QRectF(at.tree[0], top + row * height, right, height), theme.colour("selection"))
    paint_cells(painter, theme, heat, QRectF(at.cells[0], top, at.cells[1], height), rows)
    paint_tree(painter, theme, heat, QRectF(at.tree[0], top, at.tree[1], height), rows)


def paint_tree(painter: QPainter, theme: Theme, heat: HeatMap, first: QRectF, rows: range) -> None:
    """The joins that touch `rows`, in the colour of their cluster below the cut; `first` is the first row."""
    if not heat.links or not rows:
        return
    left, width = first.left() + 16, first.width() - 24
    middle = first.top() + first.height() / 2

    def at(row: float, reach: float) -> QPointF:
        return QPointF(left + width * (1 - reach), middle + row * first.height())

    paths: dict[int | None, QPainterPath] = {}
    for join in heat.links_in(rows.start, rows.stop - 1):
        path = paths.setdefault(join.label, QPainterPath())
        path.moveTo(at(join.first_row, join.first_height))
        path.lineTo(at(join.first_row, join.height))
        path.lineTo(at(join.second_row, join.height))
        path.lineTo(at(join.second_row, join.second_height))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for position, path in paths.items():
        colour = theme.colour("muted") if position is None else colour_of(theme, heat.held, position)
        painter.setPen(QPen(colour, 1.5 if first.height() >= NAMED else 1.0))
        painter.drawPath(path)


def cut_x(heat: HeatMap, tree: tuple[float, float]) -> float | None:
    """Where the cut crosses the tree's column."""
    return None if heat.cut is None else tree[0] + 16 + (tree[1] - 24) * (1 - heat.cut)


def height_at(x: float, tree: tuple[float, float]) -> float:
    """The height of the tree (0 to 1) at an x of its column."""
    return min(1.0, max(0.0, 1 - (x - tree[0] - 16) / max(1.0, tree[1] - 24)))


def paint_cut(painter: QPainter, theme: Theme, x: float, top: float, bottom: float, *, held: bool) -> None:
    """The line that cuts the tree, with a handle to take hold of."""
    pen = QPen(theme.colour("accent"), 2 if held else 1.3)
    pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.drawLine(QLineF(x, top, x, bottom))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawRoundedRect(QRectF(x - 2.5, (top + bottom) / 2 - 8, 5, 16), 2.5, 2.5)


def paint_cells(painter: QPainter, theme: Theme, heat: HeatMap, first: QRectF, rows: range) -> None:
    """The values of `rows`; `first` are the cells of the first row."""
    count = len(heat.titles)
    if not count or not rows:
        return
    if len(rows) * count <= _ROOMY and first.height() >= NAMED:
        _paint_roomy(painter, theme, heat, first, rows)
        return
    colours = _shades()[np.nan_to_num(heat.shares[rows.start : rows.stop] * (_SHADES - 1)).astype(np.intp)]
    colours[np.isnan(heat.shares[rows.start : rows.stop])] = theme.colour("line").rgb()
    for row in rows:
        if not heat.lines[row].area:
            colours[row - rows.start] = theme.colour("surface").rgb()
    packed = np.ascontiguousarray(colours, dtype=np.uint32)
    image = QImage(packed.tobytes(), count, len(rows), 4 * count, QImage.Format.Format_RGB32)
    place = QRectF(first.left(), first.top() + rows.start * first.height(), first.width(), len(rows) * first.height())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(place, image)


def _paint_roomy(painter: QPainter, theme: Theme, heat: HeatMap, first: QRectF, rows: range) -> None:
    wide = first.width() / len(heat.titles)
    inset = 0.5 if wide > 6 else 0.0
    for row in rows:
        if not heat.lines[row].area:
            continue
        for column in range(len(heat.titles)):
            share = heat.shares[row, column]
            left, top = first.left() + wide * column, first.top() + row * first.height()
            cell = QRectF(left + inset, top + inset, wide - 2 * inset, first.height() - 2 * inset)
            if heat.alike[row, column]:
                draw_alike(painter, cell, theme.colour("muted"))
                continue
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("line") if np.isnan(share) else cividis(float(share)))
            painter.drawRoundedRect(cell, 2, 2)
            if np.isnan(share):
                write(painter, cell, "·", theme.colour("muted"), align=Qt.AlignmentFlag.AlignHCenter)


def paint_words(
    painter: QPainter, theme: Theme, heat: HeatMap, at: Columns, line: HeatLine, top: float, height: float
) -> None:
    """The names of a line and of its clusters."""
    middle = top + height / 2
    if line.divider:
        place = QRectF(at.tree[0] + 16, top + 3, at.others[0] + at.others[1], height - 3)
        write(painter, place, line.divider, theme.colour("muted"), size=12)
        return
    size = TEXT if height >= 20 else SMALL
    x, wide = at.names
    if line.cluster is not None:
        draw_mark(painter, QPointF(x + 8 + _MARK, middle), min(_MARK, height / 3), theme, heat.held, line.cluster)
    write(painter, QRectF(x + 27, top, wide - 31, height), line.name, theme.colour("text"), size=size)
    x, wide = at.others
    if line.other is not None and heat.other is not None and wide > 0:
        draw_mark(painter, QPointF(x + 8 + _MARK, middle), min(_MARK, height / 3), theme, heat.other, line.other)
        if wide > 60:
            place = QRectF(x + 27, top, wide - 31, height)
            write(painter, place, line.other_name, theme.colour("muted"), size=min(size, 12.0))


def _paint_strip(
    painter: QPainter, theme: Theme, heat: HeatMap, at: Columns, top: float, height: float, rows: range
) -> None:
    """Where rows are too low for words: a strip of the cluster's colour."""
    for row in rows:
        line = heat.lines[row]
        for held, position, x in ((heat.held, line.cluster, at.names[0]), (heat.other, line.other, at.others[0])):
            if held is not None and position is not None:
                place = QRectF(x + 8, top + row * height, 14, max(1.0, height))
                painter.fillRect(place, colour_of(theme, held, position))


@cache
def _shades() -> NDArray[np.uint32]:
    return np.array([cividis(step / (_SHADES - 1)).rgb() for step in range(_SHADES)], dtype=np.uint32)


class HeatDrawing:
    """The whole heat map with its titles, as a picture takes it."""

    def __init__(self, heat: HeatMap, theme: Theme, chosen: str) -> None:
        self._heat, self._theme, self._chosen = heat, theme, chosen

    def height(self, width: float) -> float:
        """Titles and a row each."""
        return _HEAD + ROW * len(self._heat.lines)

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Titles above, rows below, all columns inside the width."""
        for _ in self.painting(painter, area):
            pass

    def painting(self, painter: QPainter, area: QRectF) -> Generator[float, None, None]:
        """The same row by row."""
        others = 170.0 if self._heat.other is not None else 0.0
        tree = 118.0 if self._heat.links else 16.0
        cells = max(40.0, area.width() - tree - 140 - others)
        cells = min(cells, 84.0 * max(1, len(self._heat.titles)))
        xs = [area.left(), area.left() + tree, area.left() + tree + cells, area.left() + tree + cells + 140]
        at = Columns((xs[0], tree), (xs[1], cells), (xs[2], 140), (xs[3], others))
        top, count = area.top() + _HEAD, len(self._heat.lines)
        with saved(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_titles(painter, self._heat.titles, QRectF(at.cells[0], area.top(), cells, _HEAD), self._theme)
            paint_ground(painter, self._theme, self._heat, at, top, ROW, range(count), self._chosen)
            for row in range(count):
                paint_words(painter, self._theme, self._heat, at, self._heat.lines[row], top + row * ROW, ROW)
                yield row / count
            x = cut_x(self._heat, at.tree)
            if x is not None:
                paint_cut(painter, self._theme, x, top, top + ROW * self._heat.leaves, held=False)


def paint_titles(painter: QPainter, titles: tuple[str, ...], rect: QRectF, theme: Theme) -> None:
    """Titles over columns of equal width: across, or upright, or none where there is no room."""
    wide = rect.width() / max(1, len(titles))
    for column, title in enumerate(titles):
        paint_title(painter, title, QRectF(rect.left() + wide * column, rect.top(), wide, rect.height()), theme)


def paint_title(painter: QPainter, title: str, rect: QRectF, theme: Theme) -> None:
    """One title over its column."""
    small = font(11 if rect.width() >= 12 else rect.width())
    painter.save()
    painter.setPen(theme.colour("muted"))
    painter.setFont(small)
    metrics = QFontMetricsF(small)
    if rect.width() >= 58:
        place = rect.adjusted(4, 4, -4, -5)
        painter.drawText(place, _WRAPPED, fitting(title, place, metrics))
    elif rect.width() >= _LEAST_TITLE:
        painter.translate(rect.center().x(), rect.bottom() - 5)
        painter.rotate(-90)
        place = QRectF(0, -rect.width() / 2, rect.height() - 8, rect.width())
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideMiddle, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
    painter.restore()


def _within(word: str, width: float, metrics: QFontMetricsF) -> str:
    """A word, shortened where it would reach beyond both sides of its column; behind hyphen and slash it may break."""
    widest = max(map(metrics.horizontalAdvance, _BREAKS.findall(word)), default=0.0)
    return word if widest <= width else metrics.elidedText(word, Qt.TextElideMode.ElideRight, width)


def fitting(text: str, place: QRectF, metrics: QFontMetricsF) -> str:
    """`text` without the last words that have no room; of a text without spaces, without the last signs."""
    space = " " if " " in text else ""
    words = [_within(word, place.width(), metrics) for word in text.split()] if space else list(text)
    shown = space.join(words)
    while words and metrics.boundingRect(place, _WRAPPED, shown).height() > place.height():
        words.pop()
        shown = f"{space.join(words)}…"
    return shown
