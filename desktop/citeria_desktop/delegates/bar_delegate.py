"""The bar of a row: its parts as they are laid, how far its score may lie, its coverage, or why it has no rank."""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QImage, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QToolTip

from citeria_desktop.delegates.ranking_cells import RankingCell
from citeria_desktop.delegates.row_delegate import AnyIndex
from citeria_desktop.models import ranking_words as words
from citeria_desktop.models.ranking_model import BAR_MARGIN, RankingModel
from citeria_desktop.painting import alignments, bars, marks
from citeria_desktop.painting.alignments import Layout, Look
from citeria_desktop.painting.overview import LowRow, Span, mixed
from citeria_desktop.painting.part_colours import Tone, ink_on, part_colours
from citeria_desktop.theme import Theme, font

if TYPE_CHECKING:
    from citeria_core.ranking import Row

_BAR_HEIGHT: Final = 14.0
_LEAST_HEIGHT: Final = 20.0  # of a row that has room for more than its bar
_COVERAGE_HEIGHT: Final = 2.0
_LABEL_PAD: Final = 4.0
_GRIP: Final = 4.0  # pixels on either side of a bar's end that take hold of it
_CLAUSES: Final = re.compile("[;；]")  # what parts the clauses of a reason, in English and in Chinese


class BarDelegate(RankingCell):
    """Paints `Row.parts` to the scale of the whole ranking; a compact row that rests on few values carries a pie.

    `look` is how parts are laid, `former` the look that an animation comes from, `progress` how far it is. `uncited`
    tells the parts of an area that rest on a value without a source; `raw` what stands in the grid for a part.
    """

    def __init__(self, theme: Theme, view: QAbstractItemView, model: RankingModel, *, compact: bool) -> None:
        super().__init__(theme, view, model, token="muted", size=12)
        self._compact = compact
        self.look = alignments.STACKED
        self.former: Look | None = None
        self.progress = 1.0
        self.labels = False
        self.hovered = -1
        self.part = -1  # the part that the keys are at, in the current row
        self.tones: Sequence[Tone] = ()
        self.uncited: Callable[[str], frozenset[int]] = _none
        self.raw: Callable[[str, int], str] = _no_raw
        self.explained: Callable[[str, int], str] = _no_raw
        self._layouts: dict[Look, Layout] = {}
        self._fitted: tuple[int, float] = (-1, -1.0)
        self._laid: dict[int, tuple[bars.Segment, ...]] = {}  # by row, while nothing that they hang on changes
        self._laid_for: object = None
        self._small = font(11)
        self._overview = QImage()
        self._overview_of: object = None  # what it shows
        self._spans: list[list[Span]] = []  # of each row
        self._spans_of: object = None
        self._coloured: tuple[Theme, tuple[Tone, ...]] | None = None
        self._colours: list[QColor] = []

    def cell(self, painter: QPainter, rect: QRectF, number: int) -> None:
        """The bar and what is told about it, or the reason in words."""
        row = self._model.rows[number]
        bar, line = self.places(rect)
        if row.label or number in self._model.heads:
            self._draw_bar(painter, bar, row, number)
            if not self._compact and rect.height() >= _LEAST_HEIGHT:  # in a low row it would stand in the one above
                self._draw_whisker(painter, bar, row)
            if self._compact and row.partial:
                share = row.present / row.total if row.total else 0.0
                pie = QRectF(line.right() - 9, bar.center().y() - 4.5, 9, 9)
                marks.draw_pie(painter, pie, share, self.colour("muted"))
        elif rect.height() >= _LEAST_HEIGHT:
            told = self.fitting(row.reason, bar.width())
            self.write(painter, rect.adjusted(0, 0, -BAR_MARGIN, -5), told, token="muted")
        if rect.height() >= _LEAST_HEIGHT:
            muted = QColor(self.colour("muted"))
            muted.setAlphaF(0.6)
            share = row.present / row.total if row.total else 0.0
            bars.draw_coverage(painter, line, share, muted, self.colour("line"))

    def places(self, rect: QRectF) -> tuple[QRectF, QRectF]:
        """Where the bar and its line of coverage go in a cell."""
        if rect.height() < _LEAST_HEIGHT:
            gap = 1.0 if rect.height() >= 4 else 0.0
            bar = QRectF(rect.left(), rect.top(), rect.width() - BAR_MARGIN, max(rect.height() - gap, 1.0))
            return bar, QRectF()
        spare = 15.0 if self.labels and rect.height() >= 40 else 0.0
        top = rect.top() + (rect.height() - _BAR_HEIGHT - 2 - _COVERAGE_HEIGHT - spare) / 2
        bar = QRectF(rect.left(), top, rect.width() - BAR_MARGIN, _BAR_HEIGHT)
        return bar, QRectF(bar.left(), bar.bottom() + 2 + spare, bar.width() * 0.92, _COVERAGE_HEIGHT)

    def _draw_bar(self, painter: QPainter, bar: QRectF, row: "Row", number: int) -> None:
        laid = self._segments_of(number, row.parts, bar)
        colours = self.colours()
        told = bars.Marks(row.imputed, self.uncited(row.area) if not self._compact else frozenset())
        bars.draw(painter, laid, colours, told, self.colour("warn"))
        self._draw_ghost(painter, bar, row)
        fit = self._layout(self.look, bar.width())
        if fit.zero is not None:
            painter.setPen(QPen(self.colour("muted"), 1))
            x = bar.left() + fit.zero
            painter.drawLine(round(x), round(bar.top() - 2), round(x), round(bar.bottom() + 2))
        if self.labels or number == self.hovered:
            self._write_labels(painter, laid, colours, row)
        if self.part >= 0 and number == self._view.currentIndex().row() and self._view.hasFocus():
            for one in laid:
                if one.part == self.part:
                    painter.setPen(QPen(self.colour("text"), 1.5))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRect(one.rect.adjusted(-1, -2, 1, 2))

    def _draw_whisker(self, painter: QPainter, bar: QRectF, row: "Row") -> None:
        """How far the score may lie."""
        scale = self._layout(self.look, bar.width()).scale
        if scale is not None and row.low is not None and row.high is not None:
            bars.draw_whisker(painter, bar, scale, row.low, row.high, self.colour("text"))

    def paint_overview(self, painter: QPainter, area: QRectF, rows: Sequence[tuple[int, int, int]]) -> None:
        """The bars of low rows in `area`: number, top and height of each. One image, made again when they change."""
        colours, ratio = self.colours(), painter.deviceTransform().m11()
        laid = (self._model.version, self.look, self.former, self.progress, area.width())
        if self._spans_of != laid:
            self._spans_of, self._spans = laid, [self._spans_in(row, area.width()) for row in self._model.rows]
        held = (laid, self._coloured, area, ratio, rows)
        if self._overview_of != held:
            heights = {given: self.places(QRectF(0, 0, 1, given))[0].height() for given in {row[2] for row in rows}}
            low = [LowRow(top, heights[given], self._spans[number]) for number, top, given in rows]
            size = round(area.width()), round(area.height())
            self._overview_of, self._overview = held, mixed(low, colours, self.colour("surface"), size, ratio)
        painter.drawImage(area.topLeft(), self._overview)

    def _spans_in(self, row: "Row", width: float) -> list[Span]:
        if not row.label and row.area:
            return []
        laid = self.segments(row.parts, QRectF(0, 0, width - BAR_MARGIN, 1))
        return [(one.rect.left(), one.rect.right(), one.part) for one in laid if not one.absent]

    def _draw_ghost(self, painter: QPainter, bar: QRectF, row: "Row") -> None:
        """Under a scenario: the outline of what the bar is by the data."""
        ghost = self._model.ghosts.get(row.area)
        if ghost is None or len(ghost) != len(row.parts):
            return
        pen = QPen(self.colour("text"), 1)
        pen.setDashPattern([2.0, 2.0])
        painter.save()
        painter.setClipRect(bar.adjusted(-1, -3, BAR_MARGIN, 3))  # it may be longer than all that is in view
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for one in self.segments(ghost, bar):
            if not one.absent:
                painter.drawRect(one.rect.adjusted(0, -2, 0, 2))
        painter.restore()

    def end_at(self, row: "Row", rect: QRectF, x: float) -> tuple[int, float] | None:
        """The part whose end the pointer is at, and what one pixel of it is worth; None where there is none."""
        for one in self.segments(row.parts, self.places(rect)[0]):
            value = row.parts[one.part]
            if value and not one.absent and one.rect.width() > 8 and abs(one.rect.right() - x) <= _GRIP:
                return one.part, abs(value) / one.rect.width()
        return None

    def _write_labels(
        self, painter: QPainter, laid: Sequence[bars.Segment], colours: Sequence[QColor], row: "Row"
    ) -> None:
        """The number that orders in each part wide enough for it; what stands in the grid on the line below."""
        metrics = QFontMetricsF(self._small)
        painter.setFont(self._small)
        for one in laid:
            value = row.parts[one.part]
            if value is None or one.rect.height() < 12:
                continue
            text = words.number(value, self._model.places)
            if metrics.horizontalAdvance(text) + _LABEL_PAD * 2 <= one.rect.width():
                painter.setPen(ink_on(colours[one.part]))
                place = one.rect.adjusted(_LABEL_PAD, 0, 0, 0)
                painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
            raw = self.raw(row.area, one.part) if self.labels else ""
            if raw:
                painter.setPen(self.colour("muted"))
                below = QRectF(one.rect.left(), one.rect.bottom() + 1, one.rect.width(), 15)
                shown = metrics.elidedText(raw, Qt.TextElideMode.ElideRight, below.width())
                painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)

    def colours(self) -> list[QColor]:
        """The colours of the parts in view."""
        count = len(self._model.parts)
        tones = self.tones if len(self.tones) == count else [(position, 0) for position in range(count)]
        if self._coloured != (self.theme, tuple(tones)):
            self._coloured, self._colours = (self.theme, tuple(tones)), part_colours(self.theme, tones)
        return self._colours

    def fitting(self, reason: str, width: float) -> str:
        """A reason whole, or its first clause where there is no room; the sentence below the rows says all of it."""
        return reason if self.letters.width(reason) <= width else _CLAUSES.split(reason)[0]

    def _segments_of(self, number: int, parts: bars.Parts, bar: QRectF) -> tuple[bars.Segment, ...]:
        """The segments of one row, laid once: rows are painted over and over while they are scrolled or pointed at."""
        held = (self._model.version, self.look, self.former, self.progress, bar.getRect())
        if self._laid_for != held:
            self._laid_for, self._laid = held, {}
        if number not in self._laid:
            self._laid[number] = self.segments(parts, bar)
        return self._laid[number]

    def segments(self, parts: bars.Parts, rect: QRectF) -> tuple[bars.Segment, ...]:
        """Where each part of one row is drawn inside `rect`, on its way from the former look while that is left."""
        laid = self._layout(self.look, rect.width()).segments(parts, rect)
        if self.former is None or self.progress >= 1:
            return laid
        return alignments.between(self._layout(self.former, rect.width()).segments(parts, rect), laid, self.progress)

    def part_at(self, row: "Row", rect: QRectF, x: float) -> int | None:
        """The part of a row that is under the pointer."""
        for one in self.segments(row.parts, self.places(rect)[0]):
            if one.rect.left() <= x <= one.rect.right():
                return one.part
        return None

    def _layout(self, look: Look, width: float) -> Layout:
        """A look fit to the rows there are; fit again when they or the width change."""
        if self._fitted != (self._model.version, width):
            self._fitted, self._layouts = (self._model.version, width), {}
        if look not in self._layouts:
            self._layouts[look] = alignments.layout(self._model.field, look, width)
        return self._layouts[look]

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        """Name the part under the pointer, with what it rests on, before the rest of the row."""
        row = self._model.rows[index.row()] if index.isValid() else None
        if event.type() != QEvent.Type.ToolTip or row is None or not row.label:
            return super().helpEvent(event, view, option, index)
        told = str(index.data(Qt.ItemDataRole.ToolTipRole))
        part = self.part_at(row, QRectF(option.rect), event.pos().x())
        if part is not None:
            name, value = self._model.parts[part].name, row.parts[part]
            said = self.tr("not measured") if value is None else words.number(value, self._model.places)
            told = self.explained(row.area, part) or f"{name}: {said}\n{told}"
        QToolTip.showText(event.globalPos(), told, view)
        return True


def _none(area: str) -> frozenset[int]:
    return frozenset()


def _no_raw(area: str, part: int) -> str:
    return ""
