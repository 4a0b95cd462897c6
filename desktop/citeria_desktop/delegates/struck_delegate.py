"""A cell of text that is struck out where its row says that its effect is gone."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView

from citeria_desktop.delegates.row_delegate import TextDelegate
from citeria_desktop.models.history_model import STRUCK_ROLE
from citeria_desktop.painting.lettering import Lettering
from citeria_desktop.theme import Theme, font


class StruckDelegate(TextDelegate):
    """Muted where it is struck; `strikes` draws the line through this column."""

    def __init__(
        self, theme: Theme, view: QAbstractItemView, *, token: str = "text", size: float = 13, strikes: bool = False
    ) -> None:
        super().__init__(theme, view, token=token, size=size)
        self._plain = token
        struck = font(size)
        struck.setStrikeOut(strikes)
        self._whole, self._struck = self.letters, Lettering(struck)

    def content(self, painter: QPainter, rect: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        """The text, struck or plain."""
        gone = bool(index.data(STRUCK_ROLE))
        self.letters = self._struck if gone else self._whole
        self._token = "muted" if gone else self._plain
        super().content(painter, rect, index)
