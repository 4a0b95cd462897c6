"""Rankings side by side as lines between places: geometry first, then paint; the same code for screen and pictures.

Every place is a disc with its rank in it, so that colour tells nothing alone. What has no rank in a list stands below
its line, apart from the ranked, and its line is dashed.
"""

import math
from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from citeria_core.lanes import Lanes
from citeria_desktop.painting import marks
from citeria_desktop.painting.cluster_look import group_colour
from citeria_desktop.painting.figure import saved
from citeria_desktop.theme import Theme, font

ROW: Final = 26.0  # between two places
_ROOMY: Final = 36.0  # what rows may grow to where there is room
_CLOSE: Final = 2.0  # what they may shrink to where all shall be seen
HEAD: Final = 48.0  # the names of the rankings
TAIL: Final = 12.0
APART: Final = 22.0  # between the last place and those without one
RADIUS: Final = 10.0
_MARK: Final = 18.0
_LABEL_GAP: Final = 10.0
_LEAST_ROW: Final = 15.0  # closer than that, labels would lie on one another
_MARGIN: Final = 16.0
_FAINT: Final = 70  # of 255
_BAND: Final = 46


@dataclass(frozen=True, slots=True)
class Subject:
    """What is drawn: `names` of the areas, their `groups` (position of the group, None = in none), who is chosen.

    `movers` are drawn in full, the others faintly; `bands` lays a group's areas on a common ground.
    """

    lanes: Lanes
    names: Mapping[str, str]
    groups: Mapping[str, int] = field(default_factory=dict)
    own_colours: Sequence[str] = ()  # of the groups, by position; "" = that of the position
    filled: bool = False  # the marks of the groups: full for computed ones, hollow for those that people gave
    movers: frozenset[str] = frozenset()
    selected: str = ""
    lane: int = -1  # the ranking that keys move in; -1 = none is marked
    bands: bool = False
    unranked: str = "not ranked"  # in the language of the interface


class Geometry:
    """Where everything lies for a given width; heights follow from the rows, or rows from a height to fit."""

    def __init__(self, subject: Subject, area: QRectF, fitted: bool = False) -> None:
        self.subject = subject
        self.area = area
        lanes = subject.lanes
        metrics = QFontMetricsF(font(13))
        widest = max((metrics.horizontalAdvance(subject.names.get(code, code)) for code in lanes.areas), default=0.0)
        side = min(widest, area.width() * 0.3) + _LABEL_GAP + RADIUS + (_MARK if subject.groups else 0.0)
        left, right = area.left() + _MARGIN + side, area.right() - _MARGIN - side
        count = len(lanes.rankings)
        step = (right - left) / max(1, count - 1)
        self.xs = [left + step * at for at in range(count)] if count > 1 else [area.center().x()]
        self.label_width = side - RADIUS - _LABEL_GAP
        rows = self.deepest
        room = area.height() - HEAD - TAIL - (APART if self.any_unplaced else 0.0)
        self.row = min(_ROOMY, max(_CLOSE if fitted else ROW, room / max(1, rows)))

    @property
    def any_unplaced(self) -> bool:
        """Whether some list lacks a rank of somebody."""
        return any(self.subject.lanes.unplaced)

    @property
    def ranked(self) -> int:
        """The slots of the longest list."""
        return max((len(held) for held in self.subject.lanes.places), default=0)

    @property
    def deepest(self) -> int:
        """Rows from the top to the lowest entry, those without a rank included."""
        below = max((len(held) for held in self.subject.lanes.unplaced), default=0)
        return self.ranked + below

    @property
    def line(self) -> float:
        """The y of the line below which nobody is ranked."""
        return self.area.top() + HEAD + self.ranked * self.row + APART / 2

    def height(self) -> float:
        """All of it."""
        return HEAD + self.deepest * self.row + (APART if self.any_unplaced else 0.0) + TAIL

    def point(self, lane: int, code: str) -> QPointF:
        """Where an area stands in one ranking."""
        place = self.subject.lanes.places[lane].get(code)
        top = self.area.top() + HEAD + self.row / 2
        if place is not None:
            return QPointF(self.xs[lane], top + place.slot * self.row)
        below = self.subject.lanes.unplaced[lane].index(code)
        return QPointF(self.xs[lane], top + (self.ranked + below) * self.row + APART)

    def hit(self, place: QPointF) -> tuple[str, int] | None:
        """The area at a point and the ranking next to it; the line within six pixels counts, a label as well."""
        nearest: tuple[float, str] | None = None
        for code in self.subject.lanes.areas:
            distance = self._distance(code, place)
            if distance is not None and distance <= 6 and (nearest is None or distance < nearest[0]):
                nearest = distance, code
        if nearest is None:
            return None
        lane = min(range(len(self.xs)), key=lambda at: abs(self.xs[at] - place.x()))
        return nearest[1], lane

    def _distance(self, code: str, place: QPointF) -> float | None:
        x = place.x()
        if x <= self.xs[0] or x >= self.xs[-1]:
            y = self.point(0 if x <= self.xs[0] else -1 + len(self.xs), code).y()
            return max(0.0, abs(y - place.y()) - self.row / 2 + 6)
        for at, (left, right) in enumerate(zip(self.xs, self.xs[1:], strict=False)):
            if left <= x <= right:
                start, end = self.point(at, code).y(), self.point(at + 1, code).y()
                return abs(_eased(start, end, (x - left) / (right - left)) - place.y())
        return None

    def shown_labels(self) -> frozenset[str]:
        """The areas whose names are written: all where rows are high enough, else the chosen first, then the movers."""
        areas = self.subject.lanes.areas
        wanted = [code for code in areas if code in self.subject.movers or code == self.subject.selected]
        if self.row >= _LEAST_ROW:
            return frozenset(wanted)
        lanes = self.subject.lanes
        wanted.sort(key=lambda code: (code != self.subject.selected, -lanes.most(code)))
        ends = (0, len(self.xs) - 1)
        shown: set[str] = set()
        taken: dict[int, list[float]] = {lane: [] for lane in ends}
        for code in wanted:
            places = {lane: self.point(lane, code).y() for lane in ends}
            if all(abs(y - other) >= _LEAST_ROW for lane, y in places.items() for other in taken[lane]):
                shown.add(code)
                for lane, y in places.items():
                    taken[lane].append(y)
        return frozenset(shown)


@lru_cache(maxsize=4096)
def _wide(label: str) -> float:
    """Half the width of a disc that holds a rank."""
    return QFontMetricsF(font(11)).horizontalAdvance(label) / 2 + 4


def _eased(start: float, end: float, share: float) -> float:
    """The y of the curve of `_path` at a share of its way across: x of a cubic with these handles is not linear."""
    low, high = 0.0, 1.0
    for _ in range(24):  # x(t) = 1.5 t (1 − t)² + 1.5 t² (1 − t) + t³ rises: halve
        t = (low + high) / 2
        x = 1.5 * t * (1 - t) ** 2 + 1.5 * t * t * (1 - t) + t**3
        low, high = (t, high) if x < share else (low, t)
    t = (low + high) / 2
    return start + (end - start) * (3 * t * t - 2 * t**3)


def _path(start: QPointF, end: QPointF) -> QPainterPath:
    middle = (start.x() + end.x()) / 2
    path = QPainterPath(start)
    path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
    return path


class SlopeDrawing:
    """Paints a `Subject`; `fitted` squeezes the rows into the height given instead of asking for one."""

    def __init__(self, subject: Subject, theme: Theme, fitted: bool = False) -> None:
        self.subject = subject
        self.theme = theme
        self.fitted = fitted
        self._top, self._bottom = -math.inf, math.inf  # beyond them nothing is painted
        self._fonts: dict[tuple[float, QFont.Weight], tuple[QFont, QFontMetricsF]] = {}

    def height(self, width: float) -> float:
        """The height (logical pixels) that all rows need."""
        return Geometry(self.subject, QRectF(0, 0, width, 0)).height()

    def geometry(self, area: QRectF) -> Geometry:
        """Where everything lies in `area`."""
        return Geometry(self.subject, area, self.fitted)

    def paint(self, painter: QPainter, area: QRectF, within: QRectF | None = None) -> None:
        """Bands, lines, discs, names; the chosen area on top of all. Only what reaches into `within`, where given."""
        for _ in self.painting(painter, area, within):
            pass

    def painting(self, painter: QPainter, area: QRectF, within: QRectF | None = None) -> Generator[float, None, None]:
        """The same area by area."""
        where, codes = self.geometry(area), list(self._bottom_up())
        held = within or area
        self._top, self._bottom = held.top() - ROW, held.bottom() + ROW
        with saved(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._heads(painter, where)
            if self.subject.bands:
                self._bands(painter, where)
            for place, code in enumerate(codes):
                self._lines(painter, where, code)
                yield 0.5 * place / len(codes)
            self._ties(painter, where)
            shown = where.shown_labels()
            for place, code in enumerate(codes):
                self._discs(painter, where, code)
                if code in shown:
                    self._names(painter, where, code)
                yield 0.5 + 0.5 * place / len(codes)

    # -- what is painted, from the back to the front -----------------------------------------------------------------

    def _bottom_up(self) -> Iterable[str]:
        held = self.subject
        return sorted(held.lanes.areas, key=lambda code: (code == held.selected, code in held.movers))

    def _heads(self, painter: QPainter, where: Geometry) -> None:
        lanes = self.subject.lanes
        last = len(where.xs) - 1
        for at, ranked in enumerate(lanes.rankings):
            x = where.xs[at]
            left = where.area.left() + _MARGIN if at == 0 else (where.xs[at - 1] + x) / 2
            right = where.area.right() - _MARGIN if at == last else (x + where.xs[at + 1]) / 2
            reach = min(x - left, right - x)
            box = QRectF(x - reach, where.area.top() + 6, 2 * reach, 18).adjusted(2, 0, -2, 0)
            marked = at == self.subject.lane
            self._write(painter, box, ranked.name, 13, "accent" if marked else "text", QFont.Weight.DemiBold)
            self._write(painter, box.translated(0, 17), ranked.note, 11, "muted")
            bottom = where.point(at, lanes.order(at)[-1]).y() if lanes.areas else where.area.top() + HEAD
            pen = QPen(self.theme.colour("accent" if marked else "line"), 1)
            painter.setPen(pen)
            painter.drawLine(QPointF(x, where.area.top() + HEAD - 4), QPointF(x, bottom))
        if where.any_unplaced:
            self._write_line(painter, where)

    def _write_line(self, painter: QPainter, where: Geometry) -> None:
        """The line below which nobody has a rank; its words stand left of all curves."""
        y, left = where.line, where.area.left() + _MARGIN
        text = self.subject.unranked
        wide = min(QFontMetricsF(font(11)).horizontalAdvance(text) + 2, where.xs[0] - left)
        self._write(painter, QRectF(left, y - 8, wide, 16), text, 11, "muted", side=Qt.AlignmentFlag.AlignLeft)
        painter.setPen(QPen(self.theme.colour("line"), 1))
        painter.drawLine(QPointF(left + wide + 8, y), QPointF(where.area.right() - _MARGIN, y))

    def _bands(self, painter: QPainter, where: Geometry) -> None:
        """A ground from the best to the worst place of each group, through all the rankings."""
        members: dict[int, list[str]] = {}
        for code in self.subject.lanes.areas:
            if code in self.subject.groups:
                members.setdefault(self.subject.groups[code], []).append(code)
        half = where.row / 2 - 1
        for group, codes in sorted(members.items()):
            upper, lower = [], []
            for lane, x in enumerate(where.xs):
                held = [where.point(lane, code).y() for code in codes if code in self.subject.lanes.places[lane]]
                if held:
                    upper.append(QPointF(x, min(held) - half))
                    lower.append(QPointF(x, max(held) + half))
            colour = self._group(group)
            colour.setAlpha(_BAND)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            if len(upper) > 1:
                painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))

    def _lines(self, painter: QPainter, where: Geometry, code: str) -> None:
        lanes = self.subject.lanes
        for lane in range(len(where.xs) - 1):
            start, end = where.point(lane, code), where.point(lane + 1, code)
            if not self._seen(start.y(), end.y()):
                continue
            pen = QPen(self._colour(code, lane), self._width(code))
            if code not in lanes.places[lane] or code not in lanes.places[lane + 1]:
                pen.setDashPattern([3.0, 3.0])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(_path(start, end))

    def _ties(self, painter: QPainter, where: Geometry) -> None:
        """Discs that share a rank are joined by a thick short line behind them."""
        painter.setPen(QPen(self.theme.colour("muted"), 3))
        for lane, held in enumerate(self.subject.lanes.places):
            for code, place in held.items():
                if place.tied and place.slot != place.tied[-1]:
                    start = where.point(lane, code)
                    painter.drawLine(start, start + QPointF(0, where.row))

    def _discs(self, painter: QPainter, where: Geometry, code: str) -> None:
        radius = min(RADIUS, where.row * 0.42)
        for lane, held in enumerate(self.subject.lanes.places):
            centre, place = where.point(lane, code), held.get(code)
            if not self._seen(centre.y(), centre.y()):
                continue
            colour = self._colour(code, min(lane, len(where.xs) - 2) if len(where.xs) > 1 else -1)
            chosen = code == self.subject.selected
            painter.setPen(QPen(colour, 2.2 if chosen else 1.4))
            painter.setBrush(self.theme.colour("selection" if chosen else "surface"))
            if place is None:
                painter.drawEllipse(centre, radius * 0.4, radius * 0.4)
                continue
            faint = code not in self.subject.movers and not chosen
            if faint or radius < 7:
                painter.setBrush(colour)
                painter.drawEllipse(centre, radius * 0.35, radius * 0.35)
                continue
            wide = max(radius, _wide(place.label))
            box = QRectF(centre.x() - wide, centre.y() - radius, 2 * wide, 2 * radius)
            painter.drawRoundedRect(box, radius, radius)
            self._write(painter, box, place.label, 11, "text", QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)

    def _names(self, painter: QPainter, where: Geometry, code: str) -> None:
        chosen = code == self.subject.selected
        weight = QFont.Weight.DemiBold if chosen else QFont.Weight.Normal
        token = "accent" if chosen else "text"
        last = len(where.xs) - 1
        for lane, left in ((0, True), (last, False)) if last else ((0, False),):
            point = where.point(lane, code)
            if not self._seen(point.y(), point.y()):
                continue
            start = point.x() - RADIUS - _LABEL_GAP - where.label_width if left else point.x() + RADIUS + _LABEL_GAP
            box = QRectF(start, point.y() - 9, where.label_width, 18)
            side = Qt.AlignmentFlag.AlignRight if left else Qt.AlignmentFlag.AlignLeft
            if code in self.subject.groups:
                at = box.right() - 6 if left else box.left() + 6
                group = self.subject.groups[code]
                marks.draw_shape(
                    painter, QPointF(at, point.y()), 4.5, group, self._group(group), filled=self.subject.filled
                )
                box = box.adjusted(0, 0, -_MARK, 0) if left else box.adjusted(_MARK, 0, 0, 0)
            self._write(painter, box, self.subject.names.get(code, code), 13, token, weight, side)

    def _seen(self, first: float, second: float) -> bool:
        return min(first, second) <= self._bottom and max(first, second) >= self._top

    # -- colours and words -------------------------------------------------------------------------------------------

    def _group(self, position: int) -> QColor:
        """A group's colour, as in every other view."""
        own = self.subject.own_colours[position] if position < len(self.subject.own_colours) else ""
        return group_colour(self.theme, position, own)

    def _width(self, code: str) -> float:
        if code == self.subject.selected:
            return 3.0
        return 1.6 if code in self.subject.movers else 1.0

    def _colour(self, code: str, lane: int) -> QColor:
        """That of the area's group; without groups, whether it rises or falls to the next ranking."""
        subject = self.subject
        if code == subject.selected:
            return self.theme.colour("accent")
        if code in subject.groups:
            colour = self._group(subject.groups[code])
        else:
            moved = subject.lanes.moves[lane].get(code, 0) if lane >= 0 else 0
            colour = self.theme.colour("good" if moved > 0 else "bad" if moved < 0 else "muted")
        if code not in subject.movers:
            colour.setAlpha(_FAINT)
        return colour

    def _write(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        size: float,
        token: str,
        weight: QFont.Weight = QFont.Weight.Normal,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
    ) -> None:
        if (size, weight) not in self._fonts:
            made = font(size, weight, tabular=False)
            self._fonts[size, weight] = made, QFontMetricsF(made)
        held, metrics = self._fonts[size, weight]
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(held)
        painter.setPen(self.theme.colour(token))
        painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
