"""An archived copy in a row: as a source, and in the colour of a warning where there is something to look at."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView

from citeria_desktop.delegates.source_delegate import SourceDelegate
from citeria_desktop.models.cited_model import DOUBT_ROLE
from citeria_desktop.models.copies_model import Column
from citeria_desktop.theme import Theme


class CopyDelegate(SourceDelegate):
    """One or two lines; the state of a doubtful copy warns."""

    def __init__(self, theme: Theme, view: QAbstractItemView, *, strong: bool = False) -> None:
        super().__init__(theme, view, strong=strong)

    def content(self, painter: QPainter, rect: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        """The words of the cell."""
        state = index.column() == Column.STATE
        doubtful = state and bool(index.data(DOUBT_ROLE))
        self._token = "warn" if doubtful else "muted" if index.column() else "text"
        super().content(painter, rect, index)
