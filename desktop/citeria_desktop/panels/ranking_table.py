"""The rows of the ranking: areas and groups, walked, selected and copied by keys as by mouse."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QToolTip, QWidget

from citeria_desktop.delegates.bar_delegate import BarDelegate
from citeria_desktop.delegates.ranking_cells import (
    AreaDelegate,
    ChangeDelegate,
    CoverageDelegate,
    RankingCell,
    WordsDelegate,
)
from citeria_desktop.delegates.row_delegate import LEAST_TEXT_HEIGHT, ROW_HEIGHT
from citeria_desktop.delegates.standing_cells import IntervalDelegate, PathDelegate
from citeria_desktop.models import ranking_words as words
from citeria_desktop.models.ranking_model import Column, RankingModel
from citeria_desktop.panels.quiet_header import QuietHeader
from citeria_desktop.panels.ranking_header import RankingHeader
from citeria_desktop.panels.row_slide import RowSlide
from citeria_desktop.panels.row_table import RowTable
from citeria_desktop.theme import Theme, font

_LEAST_WITH_PUBLISHED: Final = 310  # of the live ranking
_LEAST_WITH_ALL: Final = 700
_LEAST_WITH_COVERAGE: Final = 600
_RIGHT: Final = Qt.AlignmentFlag.AlignRight
_LABELLED_HEIGHT: Final = 46  # of a row with raw values below its bar
_Cell = tuple[RankingCell, int, int]  # with its left edge and its width


class RankingTable(RowTable):
    """The rows. Arrow keys move the shared selection, Ctrl+C copies the selected rows as a spreadsheet takes them.

    In the full view Left and Right walk along the parts of a row, Space tells what a part rests on, Enter (or a double
    click on it) goes there.
    """

    part_wanted = Signal(str, int)  # area, part: go to what it rests on
    why_wanted = Signal(str)  # area: why it moved
    group_wanted = Signal(str)  # the code of a group whose heading was opened: fold it, or unfold it
    end_dragged = Signal(str, int, float)  # area, part, points that its end was drawn by so far
    end_released = Signal(bool)  # whether it was let go, or taken back with Escape
    what_if_wanted = Signal(str)  # area: what would be if one of its values were another
    told = Signal(str)  # a consequence without a step

    def __init__(
        self,
        model: RankingModel,
        theme: Theme,
        *,
        compact: bool,
        still: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        header = QuietHeader(theme, size=11) if compact else RankingHeader(theme)
        super().__init__(model, theme, header=header, parent=parent)
        self.rows = model
        self.lanes = header if isinstance(header, RankingHeader) else None
        self._compact = compact
        self._overview = False
        self._held: tuple[str, int, float, float] | None = None  # area, part, points per pixel, where it began
        self._resized = False
        self._measured_names: tuple[frozenset[str], Mapping[str, str], tuple[int, int]] = (frozenset(), {}, (60, 0))
        self.given_up: set[Column] = set()  # hidden for want of room, or of anything in them
        self.setAccessibleName(self.tr("Ranking"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header.flush = {Column.BAR}
        header.alignments = {Column.RANK: _RIGHT, Column.SCORE: _RIGHT, Column.PUBLISHED: _RIGHT}
        self.bars = BarDelegate(theme, self, model, compact=compact)
        bold = QFont.Weight.DemiBold
        self._cells: tuple[RankingCell, ...] = (
            WordsDelegate(theme, self, model, Column.RANK, weight=bold),
            ChangeDelegate(theme, self, model, size=12),
            AreaDelegate(theme, self, model, compact=compact),
            self.bars,
            WordsDelegate(theme, self, model, Column.SCORE, weight=bold),
            CoverageDelegate(theme, self, model, size=12),
            WordsDelegate(theme, self, model, Column.PUBLISHED, token="muted", size=12),
            IntervalDelegate(theme, self, model),
            PathDelegate(theme, self, model),
        )
        self.paint_with(*self._cells)
        self.setColumnHidden(Column.COVERAGE, compact)
        for column in (Column.INTERVAL, Column.PATH):
            self.setColumnHidden(column, True)
            if not compact:  # beside the rank
                self.header.moveSection(self.header.visualIndex(column), column - Column.INTERVAL + 2)
        if compact:
            self.header.moveSection(Column.CHANGE, Column.SCORE)
        else:
            self.header.sectionResized.connect(self._keep_widths)
            self.setMouseTracking(True)
            self.verticalHeader().setMinimumSectionSize(0)
            self.selectionModel().selectionChanged.connect(self._unfold)
        self.slide = RowSlide(self, model, still)
        self.fit()

    # -- sizes ---------------------------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Give every column what its words need, the bar the rest; ask for no more height than the rows fill."""
        rows = self.rows.rows
        if self._compact:
            for column in (Column.SCORE, Column.CHANGE):  # the reasons need their room
                self.setColumnHidden(column, not any(row.label for row in rows))
        names, natives = self._widest_names()
        scores = [row.score for row in rows if row.score is not None]
        ends = (min(scores), max(scores)) if scores else ()  # none between them has more digits, all as wide
        bold = QFontMetrics(font(13, QFont.Weight.DemiBold))
        score = 10 + max((bold.horizontalAdvance(words.number(end, self.rows.places)) for end in ends), default=0)
        area = min(names + (16 if self._compact else natives + 32), 130 if self._compact else 240)
        if self._compact:
            self.set_widths(35, 26, area, 0, max(40, score), 20, 63, 20, 20)
        else:
            self.set_widths(48, 40, area, 0, max(66, score), 100, 80, 92, 72)
        self.fit_rows()

    def _widest_names(self) -> tuple[int, int]:
        """How wide the widest name is, and the widest in its own script; measured again where there are others."""
        names, natives = frozenset(row.name for row in self.rows.rows), self.rows.natives
        if self._measured_names[:2] != (names, natives):
            metrics = QFontMetrics(font(13))
            widest = max(map(metrics.horizontalAdvance, names), default=60)
            native = max(map(metrics.horizontalAdvance, natives.values()), default=0)
            self._measured_names = names, natives, (widest, native)
        return self._measured_names[2]

    def fit_rows(self) -> None:
        """The heights: all rows alike, or in an overview so low that all fit, the selected ones as ever."""
        count = max(1, len(self.rows.rows))
        usual = _LABELLED_HEIGHT if self.bars.labels else ROW_HEIGHT
        head = self.header.sizeHint().height()
        if not self._overview:
            self.setMaximumHeight(head + usual * count)
            if self.verticalHeader().defaultSectionSize() != usual:
                self._give_heights(usual, [usual] * len(self.rows.rows))
            return
        self.setMaximumHeight(16_777_215)
        chosen = {index.row() for index in self.selectionModel().selectedRows()}
        room = max(self.height() - head - usual * min(len(chosen), 8), 1)
        low = min(usual, room // count)
        shared = iter([low] * count if low else _shares(room, count - len(chosen)))
        heights = [usual if number in chosen else next(shared) for number in range(len(self.rows.rows))]
        self._give_heights(low, heights)

    def _give_heights(self, most: int, heights: Sequence[int]) -> None:
        """The height of every row; `most` of them have that one."""
        vertical = self.verticalHeader()
        vertical.setDefaultSectionSize(most)  # leaves those alone that were given another one
        for number, height in enumerate(heights):
            if vertical.sectionSize(number) != height:
                vertical.resizeSection(number, height)

    @property
    def overview(self) -> bool:
        """Whether rows shrink until all of them fit, where there are more than pixels, until they share one."""
        return self._overview

    @overview.setter
    def overview(self, on: bool) -> None:
        self._overview = on
        self.fit_rows()
        self.viewport().update()

    # -- what is painted -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Row after row: the ground of all of a row in one go, then its cells; a low row has room for its bar alone."""
        painter = QPainter(self.viewport())
        cells = self._exposed_cells(event.rect())
        low = self._overview and self.verticalHeader().defaultSectionSize() < LEAST_TEXT_HEIGHT
        numbers = range(len(self.rows.rows)) if low else self._exposed_rows(event.rect())
        rows = [(number, self.rowViewportPosition(number), self.rowHeight(number)) for number in numbers]
        if low and not self.isColumnHidden(Column.BAR):
            left, width = self.columnViewportPosition(Column.BAR), self.columnWidth(Column.BAR)
            area = QRectF(left, 0, width, self.viewport().height())
            self.bars.paint_overview(painter, area, [row for row in rows if row[2] < LEAST_TEXT_HEIGHT])
        if self.slide.motion.running and not low:
            self._paint_sliding(painter, rows, cells)
            return
        for number, top, height in rows:
            if not low or height >= LEAST_TEXT_HEIGHT:
                self._paint_row(painter, number, top, height, cells)

    def _paint_sliding(self, painter: QPainter, rows: Sequence[tuple[int, int, int]], cells: Sequence[_Cell]) -> None:
        """Rows on their way: those that go farthest over those that they pass, risers over all."""
        surface = self.bars.theme.colour("surface")
        on_their_way = {number: self.slide.offset(number) for number, _, _ in rows}
        for number, top, height in sorted(rows, key=lambda row: on_their_way[row[0]]):
            seen = top + round(on_their_way[number] * height)
            painter.fillRect(0, seen, self.header.length(), height, surface)
            self._paint_row(painter, number, seen, height, cells)

    def _exposed_rows(self, exposed: QRect) -> range:
        first, last = self.rowAt(exposed.top()), self.rowAt(exposed.bottom())  # -1 is below the last row
        count = len(self.rows.rows)
        return range(first if first >= 0 else count, last + 1 if last >= 0 else count)

    def _exposed_cells(self, exposed: QRect) -> list[_Cell]:
        """The delegates of the columns in `exposed`, from left to right, each with its left edge and its width."""
        found = []
        for place in range(self.header.count()):
            column = self.header.logicalIndex(place)
            left, width = self.columnViewportPosition(column), self.columnWidth(column)
            if width and left <= exposed.right() and left + width > exposed.left():
                found.append((self._cells[column], left, width))
        return found

    def _paint_row(self, painter: QPainter, number: int, top: int, height: int, cells: Sequence[_Cell]) -> None:
        selected = self.selectionModel().isSelected(self.rows.index(number, Column.AREA))
        current = self.hasFocus() and self.currentIndex().row() == number
        painter.translate(0, top)
        self.bars.ground(painter, QRectF(0, 0, self.header.length(), height), selected=selected, current=current)
        for cell, left, width in cells:
            painter.save()
            cell.cell(painter, QRectF(left, 0, width, height - 1), number)
            painter.restore()
        painter.translate(0, -top)

    # -- room ----------------------------------------------------------------------------------------------------------

    def _unfold(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        if self._overview:
            self.fit_rows()
            self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A bar that tells nothing is worth less than the published rank: the latter goes first."""
        super().resizeEvent(event)
        self.fit_columns()
        if self._overview:
            self.fit_rows()

    def show_beside(self, column: Column, shown: bool) -> None:
        """Show or hide what can stand beside the rank: the interval, the path."""
        self.setColumnHidden(column, not shown)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Let columns go whose room the bars need, and that of the published rank where nobody published one."""
        published = bool(self.rows.published_name)
        if self._compact:
            self.setColumnHidden(Column.PUBLISHED, not published or self.width() < _LEAST_WITH_PUBLISHED)
            return
        beside = sum(self.columnWidth(one) for one in (Column.INTERVAL, Column.PATH) if not self.isColumnHidden(one))
        for column, least in ((Column.PUBLISHED, _LEAST_WITH_ALL), (Column.COVERAGE, _LEAST_WITH_COVERAGE)):
            empty = column is Column.PUBLISHED and not published
            self._give_up(column, empty or self.width() - beside < least)

    def _give_up(self, column: Column, narrow: bool) -> None:
        """Hide a column where there is no room for it, or nothing in it; what somebody has hidden stays hidden."""
        if narrow and not self.isColumnHidden(column):
            self.given_up.add(column)
            self.setColumnHidden(column, True)
        elif not narrow and column in self.given_up:
            self.given_up.discard(column)
            self.setColumnHidden(column, False)

    def give_back(self, sections: list[object]) -> None:
        """Columns that were hidden for want of room in an earlier run; those that have room now are shown again."""
        self.given_up = {column for column in Column if int(column) in sections}
        self.fit_columns()

    def set_widths(self, *widths: int) -> None:
        """The width of each column; in the full view the mouse may change them, and is not overruled."""
        if self._resized:
            return
        super().set_widths(*widths)
        if not self._compact:
            for column in Column:
                if column != Column.BAR:
                    self.header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)

    def _keep_widths(self, section: int) -> None:
        """From the first width that the mouse gives, widths are somebody's choice; the bars take what is left."""
        self._resized = self._resized or (section != Column.BAR and bool(QGuiApplication.mouseButtons()))

    # -- keys and mouse ------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, select, walk along the parts; everything else as ever."""
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif self._compact or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.rows.parts:
            self._walk(1 if key == Qt.Key.Key_Right else -1)
        elif key == Qt.Key.Key_Space:
            self.explain()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.bars.part >= 0 and self._current_area():
            self.part_wanted.emit(self._current_area(), self.bars.part)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().row() in self.rows.heads:
            self.group_wanted.emit(self.rows.heads[self.currentIndex().row()].code)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current_area():
            self.why_wanted.emit(self._current_area())
        elif key == Qt.Key.Key_I and control:
            self.invert()
        elif key == Qt.Key.Key_W and not control and self._current_area():
            self.what_if_wanted.emit(self._current_area())
        elif key == Qt.Key.Key_Escape and self._held is not None:
            self._held = None
            self.end_released.emit(False)
        elif key == Qt.Key.Key_Escape:
            self.selectionModel().clearSelection()
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        self.bars.part = (self.bars.part + step) % len(self.rows.parts) if self.bars.part >= 0 else 0
        self.viewport().update()
        area = self._current_area()
        if area:
            self.told.emit(self.bars.explained(area, self.bars.part).replace("\n", " · "))

    def explain(self) -> None:
        """Tell what the current part of the current row rests on, or all of the row, beside it."""
        index = self.model().index(self.currentIndex().row(), Column.BAR)
        if not index.isValid():
            return
        area, part = self._current_area(), self.bars.part
        text = self.bars.explained(area, part) if area and part >= 0 else ""
        place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        QToolTip.showText(place, text or str(index.data(Qt.ItemDataRole.ToolTipRole)), self)

    def invert(self) -> None:
        """Select what is not selected, and only that."""
        flags = QItemSelectionModel.SelectionFlag
        last = self.model().rowCount() - 1
        if last >= 0:
            whole = QItemSelection(self.model().index(0, 0), self.model().index(last, Column.PATH))
            self.selectionModel().select(whole, flags.Toggle)

    def _current_area(self) -> str:
        number = self.currentIndex().row()
        return self.rows.rows[number].area if 0 <= number < len(self.rows.rows) else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The end of a bar in the current row is taken hold of; a menu is about the part it was opened on."""
        if event.button() == Qt.MouseButton.RightButton:
            self._point(event.position().toPoint())
        end = self._end_at(event)
        if end is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._held = (self._current_area(), *end, event.position().x())

    def _point(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if self._compact or index.column() != Column.BAR:
            return
        part = self.bars.part_at(self.rows.rows[index.row()], QRectF(self.visualRect(index)), place.x())
        if part is not None:
            self.bars.part = part
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the end of a bar."""
        if self._held is None:
            super().mouseReleaseEvent(event)
            return
        self._held = None
        self.end_released.emit(True)

    def _end_at(self, event: QMouseEvent) -> tuple[int, float] | None:
        place = event.position().toPoint()
        index = self.indexAt(place)
        if self._compact or index.column() != Column.BAR or index.row() != self.currentIndex().row():
            return None
        row = self.rows.rows[index.row()]
        return self.bars.end_at(row, QRectF(self.visualRect(index)), place.x()) if row.area and row.label else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row under the pointer shows its numbers; an end that is held is drawn along."""
        if self._held is not None:
            area, part, worth, start = self._held
            self.end_dragged.emit(area, part, (event.position().x() - start) * worth)
            return
        super().mouseMoveEvent(event)
        if not self._compact:
            over = self._end_at(event) is not None
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.ArrowCursor)
            self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the pointer."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, number: int) -> None:
        if number == self.bars.hovered:
            return
        for row in (self.bars.hovered, number):
            self.update(self.model().index(row, Column.BAR))
        self.bars.hovered = number

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A part goes to what it rests on; elsewhere the row is opened as in any list."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        if not self._compact and index.isValid() and index.row() in self.rows.heads:
            self.group_wanted.emit(self.rows.heads[index.row()].code)
            return
        moved = index.isValid() and index.column() in (Column.CHANGE, Column.PATH)
        if not self._compact and moved and self.rows.rows[index.row()].area:
            self.why_wanted.emit(self.rows.rows[index.row()].area)
            return
        if not self._compact and index.isValid() and index.column() == Column.BAR:
            row = self.rows.rows[index.row()]
            part = self.bars.part_at(row, QRectF(self.visualRect(index)), place.x())
            if part is not None and row.area:
                self.part_wanted.emit(row.area, part)
                return
        super().mouseDoubleClickEvent(event)

    def copy(self) -> None:
        """Put the selected rows, or all when none is, on the clipboard."""
        chosen = [index.row() for index in self.selectionModel().selectedRows()]
        QGuiApplication.clipboard().setText(self.rows.tsv(chosen or range(len(self.rows.rows))))

    def row_named(self, text: str, after: int) -> int | None:
        """The first row after `after` whose area has `text` in its name, going round; None where there is none."""
        sought, count = text.casefold().strip(), len(self.rows.rows)
        for step in range(1, count + 1):
            row = self.rows.rows[(after + step) % count]
            names = (row.name, self.rows.natives.get(row.area, ""))
            if sought and row.area and any(sought in name.casefold() for name in names):
                return (after + step) % count
        return None

    def go_to(self, number: int) -> None:
        """Make a row the current one, in view."""
        index: QModelIndex = self.rows.index(number, Column.AREA)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)


def _shares(room: int, count: int) -> list[int]:
    """Fewer pixels than rows: the height of each, one or none, so that each pixel is for as many rows as any other."""
    return [(place + 1) * room // count - place * room // count for place in range(count)]
