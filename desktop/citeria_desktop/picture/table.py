"""Tables and trees as drawings: heading and rows painted by the view's own header and delegates, all rows of them.

What is hidden on the screen is hidden here, and the order is that of the screen; scroll, selection and focus are left
out.
"""

import copy
import itertools
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QModelIndex, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionViewItem, QTableView, QTreeView

from citeria_desktop.figures import whole
from citeria_desktop.painting.figure import saved

MOST_CELLS: Final = 40_000  # more take longer to paint than anybody waits for, and nobody reads them in a picture
MOST_COLUMNS: Final = 200
_LEAST_STRETCH: Final = 160  # pixels of the column that takes what is left


@dataclass(frozen=True, slots=True)
class _Column:
    section: int
    width: int
    stretches: bool

    @property
    def least(self) -> int:
        """The width that it keeps where there is little room."""
        return min(_LEAST_STRETCH, self.width) if self.stretches else self.width


@dataclass(frozen=True, slots=True)
class _Row:
    index: QModelIndex  # of the first column
    height: int
    indent: int = 0


class _Part:
    """One of the views that stand side by side."""

    def __init__(self, view: QTableView | QTreeView, columns: int, *, stretching: bool) -> None:
        self.view = view
        self.header: QHeaderView = view.horizontalHeader() if isinstance(view, QTableView) else view.header()
        visible = [self.header.logicalIndex(place) for place in range(self.header.count())]
        shown = [section for section in visible if not self.header.isSectionHidden(section)]
        self.all = len(shown)
        self._stretching = stretching
        self.columns = [self._column(section) for section in shown[:columns]]

    @property
    def stretches(self) -> bool:
        return any(column.stretches for column in self.columns)

    @property
    def width(self) -> int:
        return sum(column.least for column in self.columns)

    def _column(self, section: int) -> _Column:
        stretches = self._stretching and self.header.sectionResizeMode(section) == QHeaderView.ResizeMode.Stretch
        return _Column(section, self.header.sectionSize(section), stretches)

    def rows(self, most: int) -> list[_Row]:
        """The first rows, as the view shows them."""
        if isinstance(self.view, QTreeView):
            return [row for row, _ in zip(_tree_rows(self.view), range(most), strict=False)]
        model, view = self.view.model(), self.view
        shown = (row for row in range(model.rowCount()) if not view.isRowHidden(row))
        held = zip(shown, range(most), strict=False)
        return [_Row(model.index(row, 0), max(view.rowHeight(row), 1)) for row, _ in held]  # an overview has less


class TableDrawing:
    """Views of one model side by side.

    `heading` is the height of their headers where that on the screen holds more. Without `stretching` every column is
    as wide as on the screen, for headings that know only that width.
    """

    def __init__(self, *views: QTableView | QTreeView, heading: int | None = None, stretching: bool = True) -> None:
        self._parts = [_Part(view, MOST_COLUMNS, stretching=stretching) for view in views]
        columns = sum(len(part.columns) for part in self._parts)
        self._rows = [part.rows(MOST_CELLS // max(1, columns)) for part in self._parts]
        self._heading = heading if heading is not None else max(part.header.height() for part in self._parts)
        self._widest = sum(part.width for part in self._parts)
        self.shown_rows = len(self._rows[0])
        self.shown_columns = columns
        self.all_rows = _count(views[0])
        self.all_columns = sum(part.all for part in self._parts)

    @property
    def note(self) -> str:
        """What is left out, in words."""
        told = []
        if self.shown_rows < self.all_rows:
            rows = QCoreApplication.translate("Picture", "The first {shown} of {all} rows are shown.")
            told.append(rows.format(shown=whole(self.shown_rows), all=whole(self.all_rows)))
        if self.shown_columns < self.all_columns:
            columns = QCoreApplication.translate("Picture", "The first {shown} of {all} columns are shown.")
            told.append(columns.format(shown=f"{self.shown_columns:,}", all=f"{self.all_columns:,}"))
        return " ".join(told)

    def height(self, width: float) -> float:
        """That of the heading and all rows, by the scale at which the columns fit."""
        return self._scale(width) * (self._heading + sum(row.height for row in self._rows[0]))

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint the parts from left to right."""
        for _ in self.painting(painter, area):
            pass

    def painting(self, painter: QPainter, area: QRectF) -> Generator[float, None, None]:
        """The same row by row."""
        scale = self._scale(area.width())
        left, spare = 0, round(area.width() / scale) - self._widest
        done, whole = 0, sum(len(rows) * len(part.columns) for part, rows in zip(self._parts, self._rows, strict=True))
        with saved(painter):
            painter.translate(area.topLeft())
            painter.scale(scale, scale)
            for part, rows in zip(self._parts, self._rows, strict=True):
                places = _places(part, left, max(0, spare))
                left = max([left, *(at + width for _, at, width in places)])
                for section, at, width in places:
                    part.header.paintSection(painter, QRect(at, 0, width, self._heading), section)
                top = self._heading
                for row in rows:
                    self._paint_row(painter, part.view, row, top, places)
                    top += row.height
                    done += len(part.columns)
                    yield done / whole

    def slices(self, width: float, height: float) -> list["TableDrawing"]:
        """The table in pieces that stand in `width` × `height`, each under the heading; at least one row in each."""
        room = height / self._scale(width) - self._heading
        cuts, used = [0], 0.0
        for number, row in enumerate(self._rows[0]):
            used += row.height
            if used > room and number > cuts[-1]:
                cuts.append(number)
                used = row.height
        pieces = []
        for start, end in itertools.pairwise([*cuts, len(self._rows[0])]):
            piece = copy.copy(self)
            piece._rows = [rows[start:end] for rows in self._rows]
            pieces.append(piece)
        return pieces

    def _scale(self, width: float) -> float:
        """1, or less where the columns need more room."""
        return min(1.0, width / max(1, self._widest))

    def _paint_row(
        self,
        painter: QPainter,
        view: QTableView | QTreeView,
        row: _Row,
        top: int,
        places: Sequence[tuple[int, int, int]],
    ) -> None:
        spanning = isinstance(view, QTableView) and view.columnSpan(row.index.row(), places[0][0]) > 1
        if spanning:
            section, left, _ = places[0]
            places = [(section, left, sum(width for _, _, width in places))]
        for section, left, width in places:
            index = row.index.siblingAtColumn(section)
            indent = row.indent if section == 0 else 0
            option = QStyleOptionViewItem()
            option.rect = QRect(left + indent, top, width - indent, row.height)
            option.state = QStyle.StateFlag.State_Enabled
            option.palette = view.palette()
            option.font = view.font()
            view.itemDelegateForIndex(index).paint(painter, option, index)


def _places(part: _Part, left: int, spare: int) -> list[tuple[int, int, int]]:
    """Section, left edge and width of each column from `left` on; `spare` pixels go to those that stretch."""
    shares = max(1, sum(column.stretches for column in part.columns))
    places = []
    for column in part.columns:
        width = column.least + (spare // shares if column.stretches else 0)
        places.append((column.section, left, width))
        left += width
    return places


def _tree_rows(view: QTreeView) -> Iterator[_Row]:
    """The rows that are unfolded, from the top."""
    index = view.model().index(0, 0)
    while index.isValid():
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        yield _Row(index, view.sizeHintForRow(0), depth * view.indentation())
        index = view.indexBelow(index).siblingAtColumn(0)


def _count(view: QTableView | QTreeView) -> int:
    if isinstance(view, QTreeView):
        return sum(1 for _ in _tree_rows(view))
    return sum(not view.isRowHidden(row) for row in range(view.model().rowCount()))
