"""Parallel coordinates: a line for every area across upright axes, one an indicator, all on one scale."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, isnan

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from citeria_core.cluster_set import ClusterSet
from citeria_core.parse import format_number
from citeria_desktop.painting.cluster_look import colour_of, draw_mark
from citeria_desktop.painting.figure import SMALL, Figure, Focus, Laid, seen, walk, write
from citeria_desktop.painting.heat_map import fitting
from citeria_desktop.theme import Theme, font

LEAST_STEP = 76.0  # between axes, so that titles can be read
_HEAD = 64.0
_FOOT = 22.0
_NAMES = 116.0  # room for names at the right
_MANY = 150  # areas; more are drawn without smoothing, which is what takes the time
_WRAPPED = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom) | int(Qt.TextFlag.TextWordWrap)
_NEAR = 5.0


@dataclass(frozen=True, eq=False)
class ParallelFigure(Figure):
    """Areas (rows of `values`) on axes (its columns), in the order in which axes stand.

    `values` lie between `low` and `high`, NaN where missing. `brushes` are the ranges, by axis code; a line
    that is not `passing` all of them is only a shadow. `axis` is the code of the axis that keys move.
    """

    held: ClusterSet
    areas: tuple[str, ...]
    names: tuple[str, ...]
    axes: tuple[tuple[str, str], ...]  # code, title
    values: tuple[tuple[float, ...], ...]
    low: float
    high: float
    brushes: Mapping[str, tuple[float, float]]
    passing: frozenset[str]
    axis: str = ""

    def height(self, width: float) -> float:
        """Wide rather than high."""
        return max(260.0, width * 0.5)

    def least_width(self) -> float:
        """The width from which titles can be read."""
        return LEAST_STEP * len(self.axes) + _NAMES

    def lay(self, area: QRectF) -> "LaidParallel":
        """Axes at equal distances."""
        return LaidParallel(self, area)


class LaidParallel(Laid):
    """Parallel coordinates in their rectangle."""

    def __init__(self, figure: ParallelFigure, area: QRectF) -> None:
        self.figure = figure
        self._area = area
        self._top, self._bottom = area.top() + _HEAD, area.bottom() - _FOOT
        count = len(figure.axes)
        self._step = (area.width() - _NAMES) / max(1, count)
        self.xs = [area.left() + self._step * (place + 0.5) for place in range(count)]
        self._passing = figure.passing
        self._where = figure.held.positions
        self._runs = [self._lay_line(row) for row in figure.values]
        self._places = {area: place for place, area in enumerate(figure.areas)}

    def y(self, value: float) -> float:
        """The height of a value."""
        spread = (self.figure.high - self.figure.low) or 1.0
        return self._bottom - (self._bottom - self._top) * (value - self.figure.low) / spread

    def value(self, y: float) -> float:
        """The value at a height, inside the scale."""
        share = (self._bottom - y) / max(1.0, self._bottom - self._top)
        return self.figure.low + min(1.0, max(0.0, share)) * (self.figure.high - self.figure.low)

    def _lay_line(self, row: Sequence[float]) -> list[QPolygonF]:
        """The runs of neighbouring values that are there."""
        runs: list[list[QPointF]] = [[]]
        for x, value in zip(self.xs, row, strict=True):
            if isnan(value):
                runs.append([])
            else:
                runs[-1].append(QPointF(x, self.y(value)))
        return [QPolygonF(run) for run in runs if run]

    def _between(self, runs: Sequence[QPolygonF], part: QRectF) -> list[QPolygonF]:
        """What of a line is to be drawn where only `part` is seen: from the axis before it to the axis behind it."""
        shown = []
        for run in runs:
            first = run.at(0).x()
            start = max(0, floor((part.left() - first) / self._step))
            end = min(run.size(), ceil((part.right() - first) / self._step) + 1)
            if start < end:
                shown.append(run if end - start == run.size() else QPolygonF([run.at(at) for at in range(start, end)]))
        return shown

    def painting(self, painter: QPainter, theme: Theme) -> Generator[float, None, None]:
        """Shadows, lines, axes, brushes."""
        many = len(self.figure.areas) > _MANY
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not many)
        shadow = QPen(theme.colour("line"), 1)
        lines = [self._between(runs, seen(painter, self._area)) for runs in self._runs]
        for area, runs in zip(self.figure.areas, lines, strict=True):
            if area not in self._passing:
                _draw(painter, runs, shadow)
                yield 0.0
        pens: dict[int | None, QPen] = {None: QPen(theme.colour("muted"), 1)}
        for cluster in self.figure.held.clusters:
            colour = QColor(colour_of(theme, self.figure.held, cluster.position))
            colour.setAlphaF(0.35 if many else 0.85)
            pens[cluster.position] = QPen(colour, 1 if many else 1.6)
        for place, (area, runs) in enumerate(zip(self.figure.areas, lines, strict=True)):
            if area in self._passing:
                _draw(painter, runs, pens[self._where.get(area)])
                yield place / len(lines)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axes(painter, theme)
        if not many:
            self._paint_names(painter, theme)

    def _paint_axes(self, painter: QPainter, theme: Theme) -> None:
        for (code, title), x in zip(self.figure.axes, self.xs, strict=True):
            chosen = code == self.figure.axis
            painter.setPen(QPen(theme.colour("accent" if chosen else "muted"), 2 if chosen else 1))
            painter.drawLine(QLineF(x, self._top, x, self._bottom))
            self._paint_title(painter, theme, title, x, chosen)
            brush = self.figure.brushes.get(code)
            if brush is not None:
                colour = theme.colour("accent")
                painter.setPen(QPen(colour, 1.4))
                colour.setAlphaF(0.22)
                painter.setBrush(colour)
                top, bottom = self.y(brush[1]), self.y(brush[0])
                painter.drawRoundedRect(QRectF(x - 6, top, 12, bottom - top), 2, 2)
        if self.xs:
            left, muted = Qt.AlignmentFlag.AlignHCenter, theme.colour("muted")
            for value, y in ((self.figure.high, self._top - 16), (self.figure.low, self._bottom + 2)):
                place = QRectF(self.xs[0] - 40, y, 80, 14)
                write(painter, place, format_number(value), muted, size=SMALL, align=left)

    def _paint_title(self, painter: QPainter, theme: Theme, title: str, x: float, chosen: bool) -> None:
        used = font(11)
        used.setWeight(used.Weight.DemiBold if chosen else used.Weight.Normal)
        painter.setFont(used)
        painter.setPen(theme.colour("text" if chosen else "muted"))
        place = self.title_rect(x)
        painter.drawText(place, _WRAPPED, fitting(title, place, QFontMetricsF(used)))

    def title_rect(self, x: float) -> QRectF:
        """Where the title of the axis at `x` is written, and can be taken hold of."""
        return QRectF(x - self._step / 2 + 3, self._area.top(), self._step - 6, _HEAD - 20)

    def _paint_names(self, painter: QPainter, theme: Theme) -> None:
        """The names at the end of lines, as far as there is room."""
        taken: list[float] = []
        for place, runs in enumerate(self._runs):
            if not runs or self.figure.areas[place] not in self._passing or not self.xs:
                continue
            end = runs[-1].at(runs[-1].size() - 1)
            if end.x() < self.xs[-1] - 1 or any(abs(end.y() - y) < 14 for y in taken):
                continue
            taken.append(end.y())
            self._write_name(painter, theme, place, end, bold=False)

    def _write_name(self, painter: QPainter, theme: Theme, place: int, end: QPointF, *, bold: bool) -> None:
        position = self._where.get(self.figure.areas[place])
        if position is not None:
            draw_mark(painter, QPointF(end.x() + 14, end.y()), 4.5, theme, self.figure.held, position)
        rect = QRectF(end.x() + 24, end.y() - 8, self._area.right() - end.x() - 24, 16)
        write(painter, rect, self.figure.names[place], theme.colour("text"), size=12, bold=bold)

    def paint_focus(self, painter: QPainter, theme: Theme, focus: Focus) -> None:
        """The selected line in full strength with its figures; the marked ones in full colour."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for area in [*sorted(focus.marked - {focus.item}), focus.item]:
            place = self._places.get(area)
            if place is None:
                continue
            position = self._where.get(area)
            own = theme.colour("text") if position is None else colour_of(theme, self.figure.held, position)
            chosen = area == focus.item
            if chosen:
                _draw(painter, self._runs[place], QPen(theme.colour("surface"), 6))
            _draw(painter, self._runs[place], QPen(own, 3.2 if chosen else 2.2))
            if chosen:
                self._paint_figures(painter, theme, place)

    def _paint_figures(self, painter: QPainter, theme: Theme, place: int) -> None:
        ground = theme.colour("selection")
        for x, value in zip(self.xs, self.figure.values[place], strict=True):
            if isnan(value):
                continue
            text = format_number(round(value, 1))
            wide = QFontMetricsF(font(SMALL)).horizontalAdvance(text) + 8
            last = x == self.xs[-1]  # whose other side has the name
            rect = QRectF(x - wide - 4 if last else x - wide / 2, self.y(value) - 20, wide, 15)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(rect, 3, 3)
            centre = Qt.AlignmentFlag.AlignHCenter
            write(painter, rect, text, theme.colour("text"), size=SMALL, align=centre)
        runs = self._runs[place]
        if runs:
            end = runs[-1].at(runs[-1].size() - 1)
            rect = QRectF(end.x() + 6, end.y() - 10, self._area.right() - end.x() - 6, 20)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(rect, 3, 3)
            self._write_name(painter, theme, place, end, bold=True)

    def at(self, point: QPointF) -> str:
        """The area whose line passes nearest, within reach."""
        best, found = _NEAR, ""
        for area, runs in zip(self.figure.areas, self._runs, strict=True):
            if area in self._passing:
                distance = min((_distance(run, point) for run in runs), default=99.0)
                if distance < best:
                    best, found = distance, area
        return found

    def axis_at(self, point: QPointF) -> str:
        """The code of the axis whose column the point is in."""
        for (code, _), x in zip(self.figure.axes, self.xs, strict=True):
            if abs(point.x() - x) <= self._step / 2:
                return code
        return ""

    def near_axis(self, point: QPointF) -> bool:
        """Whether the point is on an axis rather than between two."""
        return self._top - 8 <= point.y() <= self._bottom + 8 and any(abs(point.x() - x) <= 9 for x in self.xs)

    def on_title(self, point: QPointF) -> bool:
        """Whether the point is where titles are written."""
        return point.y() < self._top - 8

    def step(self, item: str, key: Qt.Key) -> str:
        """Up and down the areas by their value on the current axis, then by name."""
        at = next((place for place, (code, _) in enumerate(self.figure.axes) if code == self.figure.axis), 0)

        def height(place: int) -> tuple[float, int]:
            value = self.figure.values[place][at] if self.figure.axes else 0.0
            return (float("inf") if isnan(value) else -value, place)

        order = sorted((place for place, area in enumerate(self.figure.areas) if area in self._passing), key=height)
        return walk(tuple(self.figure.areas[place] for place in order), item, key)

    def where(self, item: str) -> QRectF | None:
        """The current axis."""
        for (code, _), x in zip(self.figure.axes, self.xs, strict=True):
            if code == self.figure.axis:
                return QRectF(x - self._step / 2, self._top, self._step, 10)
        return None


def _draw(painter: QPainter, runs: Sequence[QPolygonF], pen: QPen) -> None:
    painter.setPen(pen)
    for run in runs:
        if run.size() > 1:
            painter.drawPolyline(run)
        else:
            painter.drawEllipse(run.at(0), 1.5, 1.5)


def _distance(run: QPolygonF, point: QPointF) -> float:
    """How far above or below the line a point is; far off where the line does not pass."""
    for place in range(run.size() - 1):
        start, end = run.at(place), run.at(place + 1)
        if start.x() - 1 <= point.x() <= end.x() + 1:
            share = (point.x() - start.x()) / ((end.x() - start.x()) or 1.0)
            return abs(start.y() + share * (end.y() - start.y()) - point.y())
    return abs(run.at(0).y() - point.y()) if run.size() and abs(run.at(0).x() - point.x()) < _NEAR else 99.0
