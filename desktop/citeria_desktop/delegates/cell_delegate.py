"""Paints a grid cell from its `CellLook` and edits it in a line of text.

Numbers stand right, aligned on the decimal point of their column; marks keep a gutter of their own so that they never
push a number aside. Enter and Tab in the editor commit, and say where to go next through `finished`.
"""

from enum import Enum, auto
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
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
from citeria_desktop.models.grid_model import HEADING_ROLE, LOOK_ROLE, AnyIndex
from citeria_desktop.models.name_column import AREA_ROLE
from citeria_desktop.theme import Theme, font

EDGE: Final = 10  # between a number and the right edge of its cell
GUTTER: Final = 34  # the same where the column shows marks of rivals
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)  # made once: a frame paints hundreds
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_ROW_SHADE: Final = 0.45  # how much of the selection's colour lies on the row of the current cell


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
        self._theme = theme
        self._font, self._small = font(13), font(10.5)
        self._metrics, self._small_metrics = QFontMetrics(self._font), QFontMetrics(self._small)

    # -- painting ----------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Background, value, marks, hairline, and the frame of the current cell."""
        shown: CellLook = index.data(LOOK_ROLE)
        heading: ColumnHeading = index.model().headerData(index.column(), Qt.Orientation.Horizontal, HEADING_ROLE)
        rect = _rect(option)
        painter.save()
        paint_back(painter, option, index, self._theme)
        right = rect.right() - (GUTTER if heading.marked else EDGE)
        self._paint_value(painter, rect, right, shown, heading.decimals)
        if shown.rivals:
            self._paint_rivals(
                painter, QRect(right + 6, rect.top(), rect.right() - right - 8, rect.height()), shown.rivals
            )
        if shown.uncited:
            self._paint_corner(painter, rect)
        painter.restore()

    def _paint_value(self, painter: QPainter, rect: QRect, right: int, shown: CellLook, decimals: int) -> None:
        painter.setFont(self._font)
        painter.setPen(self._theme.colour("muted" if shown.missing or not shown.scored else "text"))
        end = right - (0 if shown.missing else self._after_point(decimals, shown.decimals))
        wanted, room = self._metrics.horizontalAdvance(shown.text), max(0, end - rect.left() - 6)
        width, text = min(wanted, room), shown.text
        if wanted > room:
            text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width + 1)
        box = QRect(end - width, rect.top(), width + 1, rect.height())
        painter.drawText(box, _RIGHT, text)
        if shown.dotted:
            base = rect.center().y() + self._metrics.ascent() // 2 + 2
            painter.setPen(QPen(self._theme.colour("muted"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(box.left(), base, box.left() + width, base)
        if shown.year and box.left() - rect.left() - 12 >= self._small_metrics.horizontalAdvance(shown.year):
            painter.setFont(self._small)
            painter.setPen(self._theme.colour("muted"))
            left = rect.adjusted(8, 0, 0, 0)
            painter.drawText(left, _LEFT, shown.year)

    def _after_point(self, most: int, own: int) -> int:
        """The width of the decimals that this number does not have but another of its column has."""
        if most == own:
            return 0
        digits = self._metrics.horizontalAdvance("0") * (most - own)
        return digits + (self._metrics.horizontalAdvance(".") if own == 0 else 0)

    def _paint_rivals(self, painter: QPainter, box: QRect, count: int) -> None:
        """Stacked lines and how many values stand there."""
        colour = self._theme.colour("accent")
        painter.setPen(QPen(colour, 1))
        middle = box.center().y()
        for offset in (-3, 0, 3):
            painter.drawLine(box.left(), middle + offset, box.left() + 7, middle + offset)
        painter.setFont(self._small)
        painter.drawText(
            box.adjusted(10, 0, 4, 0), int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), str(count)
        )

    def _paint_corner(self, painter: QPainter, rect: QRect) -> None:
        """The hollow amber corner of a value without a source."""
        painter.setPen(QPen(self._theme.colour("warn"), 1.6))
        corner = QPoint(rect.right() - 3, rect.top() + 4)
        painter.drawPolyline([corner - QPoint(7, 0), corner, corner + QPoint(0, 6)])

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """As wide as the value, its year and its marks need."""
        shown: CellLook = index.data(LOOK_ROLE)
        return QSize(self.width_of(shown), 30)

    def width_of(self, shown: CellLook, decimals: int = 0, *, marked: bool = False) -> int:
        """How wide a cell must be to show everything of `shown`."""
        year = self._small_metrics.horizontalAdvance(shown.year) + 14 if shown.year else 0
        value = self._metrics.horizontalAdvance(shown.text) + self._after_point(
            max(decimals, shown.decimals), shown.decimals
        )
        return 14 + year + value + (GUTTER if marked else EDGE)

    # -- editing -----------------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:
        """A line of text over the cell."""
        editor = QLineEdit(parent)
        editor.setFrame(False)
        editor.setFont(self._font)
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
    """Paints an area's name, the Chinese one muted beside it."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self._font, self._second = font(13, QFont.Weight.Medium), font(12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Background, both names, hairline."""
        name, second = names(index)
        rect = _rect(option)
        painter.save()
        paint_back(painter, option, index, self._theme)
        box = rect.adjusted(12, 0, -8, 0)
        metrics = QFontMetrics(self._font)
        painter.setFont(self._font)
        painter.setPen(self._theme.colour("text"))
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(box, flags, metrics.elidedText(name, Qt.TextElideMode.ElideRight, box.width()))
        left = metrics.horizontalAdvance(name) + 8
        if second and left + 24 < box.width():
            painter.setFont(self._second)
            painter.setPen(self._theme.colour("muted"))
            painter.drawText(box.adjusted(left, 0, 0, 0), flags, second)
        painter.restore()

    def width_of(self, name: str, second: str) -> int:
        """How wide the column must be to show both names."""
        gap = QFontMetrics(self._second).horizontalAdvance(second) + 8 if second else 0
        return QFontMetrics(self._font).horizontalAdvance(name) + gap + 22


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


def paint_back(painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, theme: Theme) -> None:
    """The cell's ground: selected, in the current row, or plain; its hairline; the frame when it is current."""
    view: Any = option.widget
    rect = _rect(option)
    current = view.currentIndex() if isinstance(view, QAbstractItemView) else None
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    ground = theme.colour("surface")
    here = current is not None and current.isValid() and current.row() == index.row()
    if selected:
        ground = theme.colour("selection")
    elif here:
        ground = _mixed(theme.colour("selection"), ground, 1 - _ROW_SHADE)
    painter.fillRect(rect, ground)
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    if current is not None and current == index and index.column() > 0:
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.drawRect(rect.adjusted(1, 1, -1, -1))


def _mixed(first: QColor, second: QColor, share: float) -> QColor:
    """`share` of the second colour in the first."""
    return QColor.fromRgbF(
        first.redF() * (1 - share) + second.redF() * share,
        first.greenF() * (1 - share) + second.greenF() * share,
        first.blueF() * (1 - share) + second.blueF() * share,
    )


def _rect(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect
    return rect
