"""Paints the grid: one cell from its `CellLook`, and all cells of a table that are in view at once.

A frame of a scrolled grid asks for hundreds of cells. Painted one by one through a delegate, most of its time goes into
asking; here grounds and hairlines are painted once a row and a text's width is measured once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygon

from citeria_desktop.models.cell_look import CellLook
from citeria_desktop.painting.lettering import RIGHT, Lettering
from citeria_desktop.theme import Theme, font

EDGE: Final = 10  # between a number and the right edge of its cell
GUTTER: Final = 34  # the same where the column shows marks of rivals
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_ROW_SHADE: Final = 0.45  # how much of the selection's colour lies on the row of the current cell
_MOST_TEXT: Final = 400  # characters of a text that are painted; no cell is wider
_CORNER: Final = QPolygon([QPoint(-7, 0), QPoint(0, 0), QPoint(0, 6)])
_MOST_WIDTHS: Final = 20_000  # texts whose width is kept


@dataclass(frozen=True, slots=True)
class Track:
    """A row or a column in view: its number, where it begins and how far it reaches, in pixels."""

    at: int
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is in view: rows and columns, the ranges selected (in pixels), the current cell (row, column) or None.

    `look` gives what a cell shows, `heading` the decimals of a column and whether it has marks of rivals.
    """

    rows: Sequence[Track]
    columns: Sequence[Track]
    selected: Sequence[QRect]
    current: tuple[int, int] | None
    look: Callable[[int, int], CellLook]
    heading: Callable[[int], tuple[int, bool]]
    changed: Callable[[int, int], bool]


class CellPainter:
    """Fonts and colours of a theme, made once."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.font, self.small = font(13), font(10.5)
        self.metrics, self.small_metrics = QFontMetrics(self.font), QFontMetrics(self.small)
        self.selection, self.surface, self.line = (theme.colour(token) for token in ("selection", "surface", "line"))
        self.row_shade = _mixed(self.selection, self.surface, 1 - _ROW_SHADE)
        self._text, self._muted = theme.colour("text"), theme.colour("muted")
        self._accent, self._warn = theme.colour("accent"), theme.colour("warn")
        self._digit, self._point = self.metrics.horizontalAdvance("0"), self.metrics.horizontalAdvance(".")
        self._widths: dict[str, int] = {}
        self._letters = Lettering(self.font)
        self._corner_pen, self._dots = QPen(self._warn, 1.6), QPen(self._muted, 1, Qt.PenStyle.DotLine)

    def sheet(self, painter: QPainter, sheet: Sheet) -> None:
        """Everything in view."""
        if not sheet.rows or not sheet.columns:
            return
        self._grounds(painter, sheet)
        headings = {column.at: sheet.heading(column.at) for column in sheet.columns}
        marked_cells: list[tuple[QRect, CellLook]] = []  # their corners are painted together, with one pen
        for row in sheet.rows:
            for column in sheet.columns:
                rect = QRect(column.start, row.start, column.size, row.size)
                shown, (decimals, marked) = sheet.look(row.at, column.at), headings[column.at]
                self._content(painter, rect, shown, decimals, marked=marked)
                if shown.uncited or shown.noted:
                    marked_cells.append((rect, shown))
                if sheet.changed(row.at, column.at):
                    painter.fillRect(rect.left(), rect.top() + 4, 3, rect.height() - 9, self._accent)
        self._corners(painter, marked_cells)
        if sheet.current is not None:
            self._frame(painter, sheet)

    def cell(self, painter: QPainter, rect: QRect, shown: CellLook, decimals: int, *, marked: bool) -> None:
        """The value and the marks of one cell, without its ground."""
        self._content(painter, rect, shown, decimals, marked=marked)
        self._corners(painter, [(rect, shown)])

    def _content(self, painter: QPainter, rect: QRect, shown: CellLook, decimals: int, *, marked: bool) -> None:
        right = rect.right() - (GUTTER if marked else EDGE)
        self._value(painter, rect, right, shown, decimals)
        if shown.rivals:
            self._rivals(painter, QRect(right + 6, rect.top(), rect.right() - right - 8, rect.height()), shown.rivals)

    def width_of(self, shown: CellLook, decimals: int = 0, *, marked: bool = False) -> int:
        """How wide a cell must be to show everything of `shown`."""
        year = self.small_metrics.horizontalAdvance(shown.year) + 14 if shown.year else 0
        value = self._width(shown.text[:_MOST_TEXT]) + self._after_point(max(decimals, shown.decimals), shown.decimals)
        return 14 + year + value + (GUTTER if marked else EDGE)

    def _grounds(self, painter: QPainter, sheet: Sheet) -> None:
        left, right = sheet.columns[0].start, sheet.columns[-1].start + sheet.columns[-1].size
        top, bottom = sheet.rows[0].start, sheet.rows[-1].start + sheet.rows[-1].size
        painter.fillRect(left, top, right - left, bottom - top, self.surface)
        for row in sheet.rows:
            if sheet.current is not None and row.at == sheet.current[0]:
                painter.fillRect(left, row.start, right - left, row.size, self.row_shade)
        for rect in sheet.selected:
            painter.fillRect(rect, self.selection)
        painter.setPen(QPen(self.line, 1))
        for row in sheet.rows:
            painter.drawLine(left, row.start + row.size - 1, right - 1, row.start + row.size - 1)

    def _frame(self, painter: QPainter, sheet: Sheet) -> None:
        row = next((one for one in sheet.rows if sheet.current and one.at == sheet.current[0]), None)
        column = next((one for one in sheet.columns if sheet.current and one.at == sheet.current[1]), None)
        if row is not None and column is not None:
            painter.setPen(QPen(self._accent, 2))
            painter.drawRect(QRect(column.start, row.start, column.size, row.size).adjusted(1, 1, -1, -1))

    def _value(self, painter: QPainter, rect: QRect, right: int, shown: CellLook, decimals: int) -> None:
        end = right - (0 if shown.missing else self._after_point(decimals, shown.decimals))
        text, room = shown.text[:_MOST_TEXT], max(0, end - rect.left() - 6)
        wanted = self._width(text)
        width = min(wanted, room)
        if wanted > room:
            text = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width + 1)
        left = end - width
        colour = self._muted if shown.missing or not shown.scored else self._text
        self._letters.write(painter, QRectF(left, rect.top(), width + 1, rect.height()), text, colour, RIGHT)
        if shown.dotted:
            base = rect.center().y() + self.metrics.ascent() // 2 + 2
            painter.setPen(self._dots)
            painter.drawLine(left, base, left + width, base)
        if shown.year and left - rect.left() - 12 >= self.small_metrics.horizontalAdvance(shown.year):
            painter.setFont(self.small)
            painter.setPen(self._muted)
            painter.drawText(rect.adjusted(8, 0, 0, 0), _LEFT, shown.year)

    def _width(self, text: str) -> int:
        width = self._widths.get(text)
        if width is None:
            if len(self._widths) >= _MOST_WIDTHS:
                self._widths.clear()
            width = self._widths[text] = self.metrics.horizontalAdvance(text)
        return width

    def _after_point(self, most: int, own: int) -> int:
        """The width of the decimals that this number does not have but another of its column has."""
        if most == own:
            return 0
        return self._digit * (most - own) + (self._point if own == 0 else 0)

    def _rivals(self, painter: QPainter, box: QRect, count: int) -> None:
        """Stacked lines and how many values stand there."""
        painter.setPen(QPen(self._accent, 1))
        middle = box.center().y()
        for offset in (-3, 0, 3):
            painter.drawLine(box.left(), middle + offset, box.left() + 7, middle + offset)
        painter.setFont(self.small)
        painter.drawText(box.adjusted(10, 0, 4, 0), _LEFT, str(count))

    def _note(self, painter: QPainter, rect: QRect) -> None:
        """The small filled corner of a cell with a note, within that of one without a source."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._muted)
        corner = QPoint(rect.right() - 4, rect.top() + 5)
        painter.drawPolygon([corner, corner - QPoint(5, 0), corner + QPoint(0, 5)])
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _corners(self, painter: QPainter, cells: Sequence[tuple[QRect, CellLook]]) -> None:
        """The hollow amber corners of values without a source, and in them those of notes."""
        painter.setPen(self._corner_pen)
        for rect, shown in cells:
            if shown.uncited:
                painter.drawPolyline(_CORNER.translated(rect.right() - 3, rect.top() + 4))
        for rect, shown in cells:
            if shown.noted:
                self._note(painter, rect)


def _mixed(first: QColor, second: QColor, share: float) -> QColor:
    """`share` of the second colour in the first."""
    return QColor.fromRgbF(
        first.redF() * (1 - share) + second.redF() * share,
        first.greenF() * (1 - share) + second.greenF() * share,
        first.blueF() * (1 - share) + second.blueF() * share,
    )
