"""What all delegates of a list of rows share: ground, hairline, selection, and text in the theme's colours."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from citeria_desktop.painting.lettering import CENTRE, LEFT, RIGHT, Lettering
from citeria_desktop.theme import Theme, font

AnyIndex = QModelIndex | QPersistentModelIndex
ROW_HEIGHT: Final = 32
LEAST_TEXT_HEIGHT: Final = 12.0  # of a cell that has room for words
PAD: Final = 8.0


class RowDelegate(QStyledItemDelegate):
    """Paints a cell of a row list: whole rows are selected, the current row of the focused table is framed."""

    hairline = True  # below every row
    lead = 0  # how much further right the first column begins

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
        self.letters = Lettering(font(size, weight))
        self._mixed: tuple[Theme, dict[str, QColor]] = (theme, {})

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """The ground, then what the cell holds."""
        current = self._view.hasFocus() and self._view.currentIndex().row() == index.row()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = self.ground(painter, QRectF(option.rect), selected=selected, current=current)
        if index.column() == 0:
            rect.adjust(self.lead, 0, 0, 0)
        painter.save()
        self.content(painter, rect, index)
        painter.restore()

    def content(self, painter: QPainter, rect: QRectF, index: AnyIndex) -> None:
        """The cell's text; subclasses draw what they hold instead."""
        self.write(painter, rect, str(index.data() or ""), share_of(index), self._token)

    def ground(self, painter: QPainter, rect: QRectF, *, selected: bool, current: bool) -> QRectF:
        """Fill a cell, or a row of them, draw its hairline or its frame, and return where its content goes."""
        painter.fillRect(rect, self.colour("selection" if selected else "surface"))
        if current or (self.hairline and rect.height() >= LEAST_TEXT_HEIGHT):
            line = self.colour("accent" if current else "line")
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), line)
            if current:
                painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), line)
        return rect.adjusted(0, 0, 0, -1)

    def write(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        share: float = LEFT,
        token: str = "text",
        letters: Lettering | None = None,
    ) -> float:
        """Write `text`, shortened to fit; returns its width. `share` of the room left over stands before it."""
        if rect.height() < LEAST_TEXT_HEIGHT:  # a row of an overview
            return 0.0
        return (letters or self.letters).write(painter, rect, text, self.colour(token), share)

    def colour(self, token: str) -> QColor:
        """A colour of the theme, one object for all who ask: who wants it paler takes a copy."""
        theme, mixed = self._mixed
        if theme is not self.theme:
            self._mixed = self.theme, mixed = self.theme, {}
        if token not in mixed:
            mixed[token] = self.theme.colour(token)
        return mixed[token]

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """As wide as the text asks for."""
        return QSize(round(self.letters.width(str(index.data() or "")) + 2 * PAD), ROW_HEIGHT)


class TextDelegate(RowDelegate):
    """A cell of text with air around it."""

    def content(self, painter: QPainter, rect: QRectF, index: AnyIndex) -> None:
        """The text between the cell's paddings; what is aligned right may begin at the very left."""
        text = index.data()
        if text:
            share = share_of(index)
            self.write(painter, rect.adjusted(0 if share == RIGHT else PAD, 0, -PAD, 0), str(text), share, self._token)


def share_of(index: AnyIndex) -> float:
    """Where the model wants the text of a cell: left, right or in the middle."""
    side = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole) or 0)
    if side & Qt.AlignmentFlag.AlignRight:
        return RIGHT
    return CENTRE if side & Qt.AlignmentFlag.AlignHCenter else LEFT
