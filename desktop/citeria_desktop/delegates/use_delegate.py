"""A cell that cites a source in a row: text, in the colour of a warning if the citation is to be checked."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView

from citeria_desktop.delegates.row_delegate import TextDelegate
from citeria_desktop.models.cited_model import DOUBT_ROLE
from citeria_desktop.theme import Theme


class UseDelegate(TextDelegate):
    """Small text in `token`."""

    def __init__(self, theme: Theme, view: QAbstractItemView, *, token: str = "text") -> None:
        super().__init__(theme, view, size=12, token=token)
        self._usual = token

    def content(self, painter: QPainter, rect: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        """The text between the cell's paddings."""
        self._token = "warn" if index.data(DOUBT_ROLE) else self._usual
        super().content(painter, rect, index)
