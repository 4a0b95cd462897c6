"""What all delegates of a list of rows share: ground, hairline, selection, and text in the theme's colours."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from citeria_desktop.theme import Theme, font

AnyIndex = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 32
LEAST_TEXT_HEIGHT = 12.0  # of a cell that has room for words
PAD = 8.0


class RowDelegate(QStyledItemDelegate):
    """Paints a cell of a row list: whole rows are selected, the current row of the focused table is framed."""

    hairline = True  # below every row

    def __init__(
        self,
        theme: Theme,
        view: QAbstractItemView,
        *,
        token: str = "text",
        size: float = 13,
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> None:
        super().__init__(view)
        self.theme = theme
        self._view = view
        self._token = token
        self.font = font(size, weight)
        self._metrics = QFontMetricsF(self.font)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """The ground, then what the cell holds."""
        rect = self.ground(painter, option, index)
        painter.save()
        self.content(painter, rect, index)
        painter.restore()

    def content(self, painter: QPainter, rect: QRectF, index: AnyIndex) -> None:
        """The cell's text; subclasses draw what they hold instead."""
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        alignment = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft
        self.write(painter, rect, text, Qt.AlignmentFlag(alignment), self._token)

    def ground(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> QRectF:
        """Fill the cell, draw its hairline, and return where its content goes."""
        rect, state = QRectF(option.rect), option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, self.theme.colour("selection" if selected else "surface"))
        current = self._view.hasFocus() and self._view.currentIndex().row() == index.row()
        line = self.theme.colour("accent" if current else "line")
        if current or (self.hairline and rect.height() >= LEAST_TEXT_HEIGHT):
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), line)
        if current:
            painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), line)
        return rect.adjusted(0, 0, 0, -1)

    def write(
        self, painter: QPainter, rect: QRectF, text: str, alignment: Qt.AlignmentFlag, token: str = "text"
    ) -> float:
        """Write `text`, elided to fit; returns its width."""
        if rect.height() < LEAST_TEXT_HEIGHT:  # a row of an overview
            return 0.0
        shown, width = text, self._metrics.horizontalAdvance(text)
        if width > rect.width():
            shown = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
            width = self._metrics.horizontalAdvance(shown)
        painter.setFont(self.font)
        painter.setPen(self.theme.colour(token))
        painter.drawText(rect, int(alignment | Qt.AlignmentFlag.AlignVCenter), shown)
        return width

    def colour(self, token: str) -> QColor:
        """A colour of the theme."""
        return self.theme.colour(token)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """As wide as the text asks for."""
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        return QSize(round(QFontMetricsF(self.font).horizontalAdvance(text) + 2 * PAD), ROW_HEIGHT)


class TextDelegate(RowDelegate):
    """A cell of text with air around it."""

    def content(self, painter: QPainter, rect: QRectF, index: AnyIndex) -> None:
        """The text between the cell's paddings; what is aligned right may begin at the very left."""
        text = index.data(Qt.ItemDataRole.DisplayRole)
        if not text:
            return
        side = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft)
        left = 0 if side & Qt.AlignmentFlag.AlignRight else PAD
        self.write(painter, rect.adjusted(left, 0, -PAD, 0), str(text), side, self._token)
