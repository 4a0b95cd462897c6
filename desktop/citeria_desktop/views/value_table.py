"""The values of the grid: typed into, filled by pulling at the corner, cited by dropping a source; keys as in a
spreadsheet."""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from citeria_core.paste import Selection
from citeria_desktop.delegates.cell_delegate import CellDelegate, Move, edit_move, is_spread
from citeria_desktop.models.carried import SOURCE
from citeria_desktop.models.grid_model import GridModel
from citeria_desktop.painting.cells import Sheet, Track
from citeria_desktop.theme import Theme
from citeria_desktop.views.grid_header import HEIGHT, GridHeader

ROW: Final = 30
HANDLE: Final = 7  # pixels across
_K = Qt.Key
_ARROWS: Final = frozenset(
    {_K.Key_Up, _K.Key_Down, _K.Key_Left, _K.Key_Right, _K.Key_Home, _K.Key_End, _K.Key_PageUp, _K.Key_PageDown}
)


@dataclass(frozen=True, slots=True)
class Pull:
    """A block held at its corner, and what it is pulled `to`: the same with more rows, or with more columns."""

    held: Selection
    to: Selection

    def reaching(self, row: int, column: int) -> "Pull":
        """Pulled as far as a cell: down or right, whichever is further."""
        down, right = row - (self.held.row + self.held.rows - 1), column - (self.held.column + self.held.columns - 1)
        if max(down, right) <= 0:
            return replace(self, to=self.held)
        if down >= right:
            return replace(self, to=replace(self.held, rows=self.held.rows + down))
        return replace(self, to=replace(self.held, columns=self.held.columns + right))


class ValueTable(QTableView):
    """The values. Typing replaces, F2 edits, Enter and Tab move as in a spreadsheet, Delete clears to missing."""

    clear_wanted = Signal()
    spread_wanted = Signal()  # the current value into every selected cell
    cut_wanted = Signal()
    stretched = Signal(object, object)  # the block pulled at its corner, and the one it was pulled to: `Selection`s
    source_dropped = Signal(str, object)  # its key, and the cells (QModelIndex) it was dropped on

    def __init__(self, model: GridModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, model, theme)
        self._grid = model
        self._tab_column: int | None = None  # where a run of Tabs began
        self.cells = CellDelegate(theme, self)
        self.setItemDelegate(self.cells)
        self.cells.finished.connect(self._go)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked)
        self.setAccessibleName(self.tr("Values"))
        self.setColumnHidden(0, True)
        self.writable = True
        self._pull: Pull | None = None
        self._over: tuple[QModelIndex, ...] = ()  # the cells that a source is held over
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setMouseTracking(True)
        self.selectionModel().selectionChanged.connect(self.viewport().update)

    # -- painting ------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """All cells in view at once, and over them what is being pulled or dropped."""
        painter = QPainter(self.viewport())
        now = self.currentIndex()
        self.cells.painter.sheet(
            painter,
            Sheet(
                rows=self._rows(event.rect()),
                columns=self._columns(event.rect()),
                selected=[self._box(block) for block in self._blocks()],
                current=(now.row(), now.column()) if now.isValid() else None,
                look=self._grid.look_at,
                heading=self._told_of,
                changed=self._grid.is_changed,
            ),
        )
        self._paint_over(painter)
        painter.end()

    def _rows(self, area: QRect) -> list[Track]:
        first, last = self.rowAt(max(0, area.top())), self.rowAt(area.bottom())
        if first < 0:
            return []
        last = self._grid.rowCount() - 1 if last < 0 else last
        return [Track(at, self.rowViewportPosition(at), self.rowHeight(at)) for at in range(first, last + 1)]

    def _columns(self, area: QRect) -> list[Track]:
        first, last = self.columnAt(max(0, area.left())), self.columnAt(area.right())
        if first < 0:
            return []
        last = self._grid.columnCount() - 1 if last < 0 else last
        return [
            Track(at, self.columnViewportPosition(at), self.columnWidth(at)) for at in range(max(1, first), last + 1)
        ]

    def _told_of(self, column: int) -> tuple[int, bool]:
        heading = self._grid.heading_at(column)
        return heading.decimals, heading.marked

    def _blocks(self) -> list[Selection]:
        """The ranges selected; rows from 0, columns as the model counts them, without the names."""
        chosen = self.selectionModel().selection()
        ranges = (chosen.at(place) for place in range(chosen.count()))
        return [
            Selection(one.top(), max(1, one.left()), one.height(), one.right() - max(1, one.left()) + 1)
            for one in ranges
            if one.right() > 0
        ]

    def _box(self, block: Selection) -> QRect:
        """Where a block stands, in pixels of the viewport."""
        left, top = self.columnViewportPosition(block.column), self.rowViewportPosition(block.row)
        last_row, last_column = block.row + block.rows - 1, block.column + block.columns - 1
        right = self.columnViewportPosition(last_column) + self.columnWidth(last_column)
        bottom = self.rowViewportPosition(last_row) + self.rowHeight(last_row)
        return QRect(left, top, right - left, bottom - top)

    def _paint_over(self, painter: QPainter) -> None:
        accent = self.cells.painter.theme.colour("accent")
        if self._pull is not None:
            painter.setPen(QPen(accent, 2, Qt.PenStyle.DashLine))
            painter.drawRect(self._box(self._pull.to).adjusted(1, 1, -1, -1))
        elif self._over:
            painter.setPen(QPen(accent, 2))
            for index in self._over:
                painter.drawRect(self.visualRect(index).adjusted(1, 1, -1, -1))
        handle = self.handle()
        if handle is not None:
            painter.fillRect(handle.adjusted(-1, -1, 1, 1), self.cells.painter.surface)
            painter.fillRect(handle, accent)

    # -- pulling at the corner -----------------------------------------------------------------------------------------

    def handle(self) -> QRect | None:
        """The small square at the corner of the selection; None where there is not one rectangle to be filled from."""
        blocks = self._blocks()
        if not self.writable or self.editing or len(blocks) != 1:
            return None
        corner = self._box(blocks[0]).bottomRight()
        return QRect(corner.x() - HANDLE + 1, corner.y() - HANDLE + 1, HANDLE, HANDLE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the handle begins to pull; any other ends a run of Tabs."""
        self._tab_column = None
        handle = self.handle()
        place = event.position().toPoint()
        pulls = handle is not None and handle.adjusted(-3, -3, 4, 4).contains(place)
        if pulls and event.button() == Qt.MouseButton.LeftButton:
            block = self._blocks()[0]
            self._pull = Pull(block, block)
            self.viewport().update()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull down or right, whichever goes further; over the handle the pointer says that it can be pulled."""
        place = event.position().toPoint()
        if self._pull is None:
            handle = self.handle()
            over = handle is not None and handle.adjusted(-3, -3, 4, 4).contains(place)
            self.viewport().setCursor(Qt.CursorShape.CrossCursor if over else Qt.CursorShape.ArrowCursor)
            super().mouseMoveEvent(event)
            return
        row, column = self.rowAt(place.y()), self.columnAt(place.x())
        row = row if row >= 0 else (0 if place.y() < 0 else self._grid.rowCount() - 1)
        column = column if column >= 0 else (1 if place.x() < 0 else self._grid.columnCount() - 1)
        self._pull = self._pull.reaching(row, column)
        end = self._pull.to
        self.scrollTo(self._grid.index(end.row + end.rows - 1, end.column + end.columns - 1))
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: the block pulled over is filled."""
        pull, self._pull = self._pull, None
        if pull is None:
            super().mouseReleaseEvent(event)
            return
        self.viewport().update()
        if pull.to != pull.held:
            self.stretched.emit(pull.held, pull.to)

    # -- sources dropped -----------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take sources, and nothing else."""
        if self.writable and event.mimeData().hasFormat(SOURCE):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Frame the cells that would cite it: the selection, if it is held over that, else the cell below it."""
        self._over = self._cells_at(event.position().toPoint()) if event.mimeData().hasFormat(SOURCE) else ()
        self.viewport().update()
        event.setAccepted(bool(self._over))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing is held over any cell."""
        self._over = ()
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Cite the source for the cells it is dropped on."""
        cells, self._over = self._cells_at(event.position().toPoint()), ()
        self.viewport().update()
        if cells and event.mimeData().hasFormat(SOURCE):
            event.acceptProposedAction()
            self.source_dropped.emit(bytes(event.mimeData().data(SOURCE).data()).decode(), cells)

    def _cells_at(self, place: QPoint) -> tuple[QModelIndex, ...]:
        index = self.indexAt(place)
        if not index.isValid() or index.column() == 0:
            return ()
        chosen = self.selectionModel()
        if not chosen.isSelected(index):
            return (index,)
        return tuple(one for one in chosen.selectedIndexes() if one.column() > 0)

    # -- keys ----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Spreadsheet keys that Qt's table does not know; everything else is Qt's."""
        if self._pull is not None and event.key() == Qt.Key.Key_Escape:
            self._pull = None
            self.viewport().update()
            return
        move = edit_move(event)
        if event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()  # the window's action copies in three forms
        elif event.matches(QKeySequence.StandardKey.Paste):
            event.ignore()  # the window's action shows what would be pasted
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.cut_wanted.emit()
        elif is_spread(event):
            self.spread_wanted.emit()
        elif move is not None:
            self._go(move)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_wanted.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.edit_at_end()
        elif event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self.selectRow(self.currentIndex().row())
        else:
            if event.key() in _ARROWS:
                self._tab_column = None
            super().keyPressEvent(event)

    def edit_at_end(self) -> None:
        """Edit the current value with the caret after it; nothing where none is, or where it is edited already."""
        index = self.currentIndex()
        if self.editing or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return
        self.edit(index)
        if self.state() == QAbstractItemView.State.EditingState and self.cells.editor is not None:
            self.cells.editor.deselect()
            self.cells.editor.end(False)

    def resume(self, index: QModelIndex, text: str) -> None:
        """Open the editor again with a text that was not stored."""
        self.setCurrentIndex(index)
        self.cells.resume(text)
        self.edit(index)

    @property
    def editing(self) -> bool:
        """Whether a value is being typed."""
        return self.state() == QAbstractItemView.State.EditingState

    def _go(self, move: Move) -> None:
        now = self.currentIndex()
        if not now.isValid():
            self._put(0, 1)
            return
        row, column = now.row(), max(1, now.column())
        if move in (Move.RIGHT, Move.LEFT):
            if self._tab_column is None:
                self._tab_column = column
            self._put(row, column + (1 if move is Move.RIGHT else -1))
        else:
            began, self._tab_column = self._tab_column, None
            back = move is Move.DOWN and began is not None
            self._put(row + (1 if move is Move.DOWN else -1), began if back and began is not None else column)

    def _put(self, row: int, column: int) -> None:
        target = self._grid.index(
            min(max(row, 0), self._grid.rowCount() - 1), min(max(column, 1), self._grid.columnCount() - 1)
        )
        if target.isValid():
            self.selectionModel().setCurrentIndex(target, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(target)


def dress(table: QTableView, model: GridModel, theme: Theme) -> None:
    """What both tables of the grid have in common."""
    table.setHorizontalHeader(GridHeader(theme, table))  # before the model: Qt's own would ask for every heading
    table.horizontalHeader().setFixedHeight(HEIGHT)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW)
    table.verticalHeader().setMinimumSectionSize(ROW)
    table.setShowGrid(False)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setCornerButtonEnabled(False)
    table.setWordWrap(False)
    table.setModel(model)
