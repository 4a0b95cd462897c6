"""A source in two lines: what it is, and below it, muted, what it is known by; in low rows the first alone."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView

from citeria_desktop.delegates.row_delegate import PAD, RowDelegate
from citeria_desktop.models.source_model import SECOND_LINE_ROLE
from citeria_desktop.painting.lettering import LEFT, RIGHT, Lettering
from citeria_desktop.theme import Theme, font

_TWO_LINES: Final = 40.0  # pixels that two lines need


class SourceDelegate(RowDelegate):
    """First line in `token`, second one small and muted; a cell without a second line is centred."""

    def __init__(
        self, theme: Theme, view: QAbstractItemView, *, token: str = "text", right: bool = False, strong: bool = False
    ) -> None:
        super().__init__(theme, view, token=token, weight=QFont.Weight.Medium if strong else QFont.Weight.Normal)
        self._small = Lettering(font(11.5))
        self._share = RIGHT if right else LEFT

    def content(self, painter: QPainter, rect: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        """One or two lines."""
        inner = rect.adjusted(PAD, 0, -PAD, 0)
        first, second = str(index.data() or ""), str(index.data(SECOND_LINE_ROLE) or "")
        if not second or rect.height() < _TWO_LINES:
            self.write(painter, inner, first, self._share, self._token)
            return
        upper = QRectF(inner.left(), rect.top() + 5, inner.width(), 17)
        lower = QRectF(inner.left(), rect.top() + 23, inner.width(), 16)
        self.write(painter, upper, first, self._share, self._token)
        self.write(painter, lower, second, self._share, "muted", self._small)
