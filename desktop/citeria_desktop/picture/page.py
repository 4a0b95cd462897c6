"""The page around a drawing: title, index and date, the drawing, its legend, what to know about it, and the sources.

One `paint` serves the preview, SVG, PDF, PNG and the printer. Lengths are logical pixels of 1/96 inch.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QLinearGradient, QPainter

from citeria_desktop.painting.cividis import cividis
from citeria_desktop.painting.figure import saved
from citeria_desktop.painting.marks import shape_path
from citeria_desktop.picture.caption import Caption
from citeria_desktop.picture.subject import Gradual, Key, Picture
from citeria_desktop.theme import Theme, font

SCALE_SHAPE: Final = "cividis"  # a key that shows the colour scale of a heat map
_EDGE, _GAP = 24.0, 12.0
_LEAST_DRAWING: Final = 40.0
_MARK, _STRIP = 10.0, 96.0
_WRAP: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
_LINE: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class _Text:
    """Words wrapped to the width of the page."""

    words: str
    font: QFont
    token: str

    def height(self, width: float) -> float:
        if not self.words:
            return 0.0
        return QFontMetricsF(self.font).boundingRect(QRectF(0, 0, width, 1e5), _WRAP, self.words).height()

    def paint(self, painter: QPainter, area: QRectF, theme: Theme) -> None:
        painter.setFont(self.font)
        painter.setPen(theme.colour(self.token))
        painter.drawText(area, _WRAP, self.words)


class Page:
    """A picture laid out on `width` × `height` pixels; without a height as high as everything needs."""

    def __init__(
        self, picture: Picture, caption: Caption, theme: Theme, width: float, height: float | None = None
    ) -> None:
        self._picture = picture
        self._theme = theme
        self.inner = max(_LEAST_DRAWING, width - 2 * _EDGE)  # the width that the drawing has
        self._title = _Text(picture.title, font(18, QFont.Weight.DemiBold, tabular=False), "text")
        self._subtitle = _Text(caption.subtitle, font(12.5, tabular=False), "muted")
        self._note = _Text(picture.note, font(11.5, tabular=False), "muted")
        self._sources = self._fitting_sources(caption)
        self._legend = _flow(picture.legend, self.inner)
        around = self._above() + self._below()
        wanted = picture.drawing.height(self.inner)
        self.size = QSizeF(width, around + wanted if height is None else height)
        self.room = max(_LEAST_DRAWING, self.size.height() - around)  # the height that it has
        self.fits = wanted <= self.room + 0.5  # unshrunk

    @property
    def ground(self) -> QColor:
        """What everything stands on."""
        return self._theme.colour("surface")

    @property
    def title(self) -> str:
        """What the picture is called."""
        return self._picture.title

    @property
    def words(self) -> str:
        """Everything else that is written around the drawing, for the file's own description."""
        return "\n".join(filter(None, (self._subtitle.words, self._note.words, self._sources.words)))

    def paint(self, painter: QPainter) -> None:
        """Paint the whole page with its corner at the painter's origin."""
        for _ in self.painting(painter):
            pass

    def painting(self, painter: QPainter) -> Generator[float, None, None]:
        """The same bit by bit, each time with the share that is done."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(QRectF(0, 0, self.size.width(), self.size.height()), self.ground)
        top = self._put(painter, self._title, _EDGE, 4)
        top = self._put(painter, self._subtitle, top, _GAP)
        yield from self._paint_drawing(painter, QRectF(_EDGE, top, self.inner, self.room))
        top = self.size.height() - self._below() + _GAP
        top = self._paint_legend(painter, top)
        top = self._put(painter, self._note, top, _GAP / 2)
        painter.fillRect(QRectF(_EDGE, top, self.inner, 1), self._theme.colour("line"))
        self._put(painter, self._sources, top + _GAP / 2, 0)

    def _paint_drawing(self, painter: QPainter, area: QRectF) -> Generator[float, None, None]:
        """In full where there is room; else laid out wider and shrunk until all of it stands in the area."""
        drawing = self._picture.drawing
        wide = _width_that_fits(drawing.height, area.width(), area.height())
        scale = area.width() / wide
        place = QRectF(0, 0, wide, area.height() / scale)
        with saved(painter):
            painter.translate(area.topLeft())
            painter.scale(scale, scale)
            if isinstance(drawing, Gradual):
                yield from drawing.painting(painter, place)
            else:
                drawing.paint(painter, place)

    def _put(self, painter: QPainter, text: _Text, top: float, gap: float) -> float:
        """Paint words at `top`; returns where what follows them begins."""
        height = text.height(self.inner)
        if height:
            text.paint(painter, QRectF(_EDGE, top, self.inner, height), self._theme)
        return top + height + (gap if height else 0)

    def _paint_legend(self, painter: QPainter, top: float) -> float:
        metrics = QFontMetricsF(_legend_font())
        for line in self._legend:
            left = _EDGE
            for key in line:
                mark = _STRIP if key.shape == SCALE_SHAPE else _MARK
                _paint_mark(painter, key, QRectF(left, top + 4, mark, _MARK))
                painter.setFont(_legend_font())
                painter.setPen(self._theme.colour("text"))
                width = metrics.horizontalAdvance(key.name)
                painter.drawText(QRectF(left + mark + 6, top, width + 2, 18), _LINE, key.name)
                left += _key_width(key)
            top += 20
        return top + (_GAP / 2 if self._legend else 0)

    def _above(self) -> float:
        heads = self._title.height(self.inner) + 4, self._subtitle.height(self.inner) + _GAP
        return _EDGE + sum(heads)

    def _below(self) -> float:
        note = self._note.height(self.inner)
        legend = 20 * len(self._legend) + (_GAP / 2 if self._legend else 0)
        return _GAP + legend + note + (_GAP / 2 if note else 0) + _GAP / 2 + self._sources.height(self.inner) + _EDGE

    def _fitting_sources(self, caption: Caption) -> _Text:
        """As many sources by name as stand in three lines."""
        small = font(11.5, tabular=False)
        three = 3.5 * QFontMetricsF(small).lineSpacing()
        most = min(len(caption.sources), 20)
        text = _Text(caption.source_line(most), small, "muted")
        while most and text.height(self.inner) > three:
            most -= 1
            text = _Text(caption.source_line(most), small, "muted")
        return text


def _width_that_fits(height: Callable[[float], float], width: float, room: float) -> float:
    """The least width from `width` on at which a drawing, shrunk back to `width`, is no higher than `room`."""
    if height(width) <= room:
        return width
    low, high = width, width * max(2.0, height(width) / room)
    while height(high) * width / high > room and high < width * 1e3:
        high *= 2
    for _ in range(24):
        middle = (low + high) / 2
        if height(middle) * width / middle > room:
            low = middle
        else:
            high = middle
    return high


def _flow(keys: tuple[Key, ...], width: float) -> list[list[Key]]:
    """The keys of the legend in lines."""
    lines: list[list[Key]] = []
    used = width + 1
    for key in keys:
        if used + _key_width(key) > width:
            lines.append([])
            used = 0.0
        lines[-1].append(key)
        used += _key_width(key)
    return lines


def _key_width(key: Key) -> float:
    mark = _STRIP if key.shape == SCALE_SHAPE else _MARK
    return mark + 6 + QFontMetricsF(_legend_font()).horizontalAdvance(key.name) + 18


def _legend_font() -> QFont:
    return font(12)


def _paint_mark(painter: QPainter, key: Key, box: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    if key.shape == SCALE_SHAPE:
        gradient = QLinearGradient(box.topLeft(), box.topRight())
        for step in range(11):
            gradient.setColorAt(step / 10, cividis(step / 10))
        painter.fillRect(box, gradient)
        return
    painter.setBrush(QColor(key.colour))
    painter.drawPath(shape_path(key.shape, box.center(), box.width() / 2))
