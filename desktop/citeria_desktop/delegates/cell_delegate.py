"""Edits a grid cell in a line of text, and paints one by itself; the column of names with its rings.

Enter and Tab in the editor commit, and say where to go next through `finished`.
"""

from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from citeria_desktop.language.naming import name_of, second_name
from citeria_desktop.models.cell_look import CellLook
from citeria_desktop.models.column_heading import ColumnHeading
from citeria_desktop.models.coverage import Coverage
from citeria_desktop.models.grid_model import COVERAGE_ROLE, HEADING_ROLE, LOOK_ROLE, AnyIndex
from citeria_desktop.models.name_column import AREA_ROLE
from citeria_desktop.painting.cells import CellPainter
from citeria_desktop.painting.lettering import Lettering
from citeria_desktop.painting.ring import RING, paint_ring, ring_of
from citeria_desktop.theme import Theme, font


class Move(Enum):
    """Where the current cell goes after an edit."""

    DOWN = auto()
    UP = auto()
    RIGHT = auto()
    LEFT = auto()


class CellDelegate(QStyledItemDelegate):
    """Paints and edits values."""

    finished = Signal(Move)  # an edit was stored by key
    spread = Signal(str)  # a text typed for every selected cell; nothing is stored here

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.editor: QLineEdit | None = None
        self.stored = True
        self._pending: str | None = None
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self.painter = CellPainter(theme)

    # -- painting ----------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """One cell by itself; the table paints all of those in view at once."""
        shown: CellLook = index.data(LOOK_ROLE)
        heading: ColumnHeading = index.model().headerData(index.column(), Qt.Orientation.Horizontal, HEADING_ROLE)
        painter.save()
        paint_back(painter, option, index, self.painter)
        self.painter.cell(painter, _rect(option), shown, heading.decimals, marked=heading.marked)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """As wide as the value, its year and its marks need."""
        return QSize(self.painter.width_of(index.data(LOOK_ROLE)), 30)

    # -- editing -----------------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:
        """A line of text over the cell."""
        editor = QLineEdit(parent)
        editor.setFrame(False)
        editor.setFont(self.painter.font)
        editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.setStyleSheet("border-radius: 0; padding: 0 6px;")
        editor.setAccessibleName(self.tr("Value of {0}").format(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        self.editor = editor
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        """Fill in the value with all its digits, or the text of an edit taken up again."""
        assert isinstance(editor, QLineEdit)
        if editor.isModified():  # the model tells of other changes while somebody types
            return
        if self._pending is not None:
            editor.setText(self._pending)
            editor.setModified(True)
            self._pending = None
            return
        editor.setText(index.data(Qt.ItemDataRole.EditRole))

    def resume(self, text: str) -> None:
        """Open the next editor with `text` instead of the stored value."""
        self._pending = text

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:
        """Hand the text to the model; whether it was stored stands in `stored`."""
        assert isinstance(editor, QLineEdit)
        self.stored = not editor.isModified() or model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Exactly over the cell, or wider where the text needs it."""
        editor.setGeometry(_rect(option))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter and Tab commit and move on; a text that was not stored keeps its editor."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(editor, QLineEdit):
            move = edit_move(event)
            if move is not None:
                self._finish(editor, move)
                return True
            if is_spread(event):
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
                self.spread.emit(editor.text())
                return True
        return super().eventFilter(editor, event)

    def _finish(self, editor: QLineEdit, move: Move) -> None:
        self.commitData.emit(editor)
        if self.stored:
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self.finished.emit(move)
        elif editor.hasFocus():
            editor.selectAll()


class NameDelegate(QStyledItemDelegate):
    """Paints an area's name, the Chinese one muted beside it, and a ring for how many of its values are cited."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self._ground = CellPainter(theme)
        self._font, self._second = font(13, QFont.Weight.Medium), font(12)
        self._metrics = QFontMetrics(self._font)
        self._letters, self._second_letters = Lettering(self._font), Lettering(self._second)
        self._text, self._muted = theme.colour("text"), theme.colour("muted")

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Background, both names, ring, hairline."""
        name, second = names(index)
        rect = _rect(option)
        painter.save()
        paint_back(painter, option, index, self._ground)
        box = rect.adjusted(12, 0, -RING - 14, 0)
        self._letters.write(painter, QRectF(box), name, self._text)
        left = self._metrics.horizontalAdvance(name) + 8 if second else 0
        if second and left + 24 < box.width():
            self._second_letters.write(painter, QRectF(box.adjusted(left, 0, 0, 0)), second, self._muted)
        coverage: Coverage | None = index.data(COVERAGE_ROLE)
        if coverage is not None:
            paint_ring(painter, ring_of(rect), coverage, self._theme)
        painter.restore()

    def width_of(self, name: str, second: str) -> int:
        """How wide the column must be to show both names and the ring."""
        gap = QFontMetrics(self._second).horizontalAdvance(second) + 8 if second else 0
        return QFontMetrics(self._font).horizontalAdvance(name) + gap + RING + 28


def names(index: AnyIndex) -> tuple[str, str]:
    """An area's name in English and in Chinese ("" where it has none)."""
    area = index.data(AREA_ROLE)
    return name_of(area), second_name(area)


def edit_move(event: QKeyEvent) -> Move | None:
    """Where a key of an editor leads, or None for a key that types."""
    back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if (
        event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
    ):
        return Move.UP if back else Move.DOWN
    if event.key() == Qt.Key.Key_Backtab or (event.key() == Qt.Key.Key_Tab and back):
        return Move.LEFT
    return Move.RIGHT if event.key() == Qt.Key.Key_Tab else None


def is_spread(event: QKeyEvent) -> bool:
    """Whether a key gives one value to every selected cell: Ctrl+Enter."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held == Qt.KeyboardModifier.ControlModifier


def paint_back(painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, look: CellPainter) -> None:
    """The cell's ground: selected, in the current row, or plain; its hairline; the frame when it is current."""
    view: Any = option.widget
    rect = _rect(option)
    current = view.currentIndex() if isinstance(view, QAbstractItemView) else None
    here = current is not None and current.isValid() and current.row() == index.row()
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    painter.fillRect(rect, look.selection if selected else look.row_shade if here else look.surface)
    painter.setPen(QPen(look.line, 1))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    if current is not None and current == index and index.column() > 0:
        painter.setPen(QPen(look.theme.colour("accent"), 2))
        painter.drawRect(rect.adjusted(1, 1, -1, -1))


def _rect(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect
    return rect
