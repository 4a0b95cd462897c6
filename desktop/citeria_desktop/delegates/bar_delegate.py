"""The bar of a ranked row: its parts stacked or aligned, its coverage as a thin line below, or why it has no rank."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QToolTip

from citeria_desktop.delegates.row_delegate import AnyIndex, RowDelegate
from citeria_desktop.models import ranking_words as words
from citeria_desktop.models.ranking_model import ROW_ROLE, RankingModel
from citeria_desktop.painting import bars, marks
from citeria_desktop.theme import Theme

_BAR_HEIGHT = 14.0
_COVERAGE_HEIGHT = 2.0


class BarDelegate(RowDelegate):
    """Paints `Row.parts` to the scale of the whole ranking; a compact row that rests on few values carries a pie."""

    def __init__(self, theme: Theme, view: QAbstractItemView, model: RankingModel, *, compact: bool) -> None:
        super().__init__(theme, view, token="muted", size=12)
        self._model = model
        self._compact = compact
        self.aligned = False

    def content(self, painter: QPainter, rect: QRectF, index: AnyIndex) -> None:
        """The bar and its coverage, or the reason in words."""
        row = index.data(ROW_ROLE)
        inner = rect.adjusted(0, 0, -8, 0)
        share = row.present / row.total if row.total else 0.0
        if row.label:
            top = rect.center().y() - (_BAR_HEIGHT + 2 + _COVERAGE_HEIGHT) / 2
            bar = QRectF(inner.left(), top, inner.width(), _BAR_HEIGHT)
            colours = [self.theme.part(position) for position in range(len(self._model.parts))]
            bars.draw(painter, self.segments(row.parts, bar), colours)
            if not self.aligned:
                bars.draw_zero(painter, bar, self._model.scale, self.colour("muted"))
            line = QRectF(inner.left(), bar.bottom() + 2, inner.width() * 0.92, _COVERAGE_HEIGHT)
            if self._compact and row.partial:
                pie = QRectF(line.right() - 9, bar.center().y() - 4.5, 9, 9)
                marks.draw_pie(painter, pie, share, self.colour("muted"))
        else:
            told = self.fitting(row.reason, inner.width())
            self.write(painter, inner.adjusted(0, 0, 0, -5), told, Qt.AlignmentFlag.AlignLeft, "muted")
            line = QRectF(inner.left(), rect.bottom() - 6, inner.width() * 0.92, _COVERAGE_HEIGHT)
        muted = self.colour("muted")
        muted.setAlphaF(0.6)
        bars.draw_coverage(painter, line, share, muted, self.colour("line"))

    def fitting(self, reason: str, width: float) -> str:
        """A reason whole, or its first clause where there is no room; the sentence below the rows says all of it."""
        whole = QFontMetricsF(self.font).horizontalAdvance(reason) <= width
        return reason if whole else reason.partition(";")[0]

    def segments(self, parts: bars.Parts, rect: QRectF) -> tuple[bars.Segment, ...]:
        """Where each part of one row is drawn inside `rect`."""
        if not self.aligned:
            return bars.stacked(parts, rect, self._model.scale)
        return bars.aligned(parts, bars.lanes(self._model.stacks, rect), rect)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        """Name the part under the pointer before the rest of the row."""
        row = index.data(ROW_ROLE)
        if event.type() != QEvent.Type.ToolTip or row is None or not row.label:
            return super().helpEvent(event, view, option, index)
        rect = QRectF(option.rect).adjusted(0, 0, -8, 0)
        told = str(index.data(Qt.ItemDataRole.ToolTipRole))
        for segment in self.segments(row.parts, rect):
            if segment.rect.left() <= event.pos().x() <= segment.rect.right():
                name, value = self._model.parts[segment.part].name, row.parts[segment.part]
                said = self.tr("not measured") if value is None else words.number(value, self._model.places)
                told = f"{name}: {said}\n{told}"
                break
        QToolTip.showText(event.globalPos(), told, view)
        return True
