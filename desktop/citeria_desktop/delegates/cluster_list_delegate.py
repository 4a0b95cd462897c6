"""Rows of the list of clusters: the mark and the name of a cluster with its count, the names of its areas below."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from citeria_desktop.delegates.row_delegate import AnyIndex, RowDelegate
from citeria_desktop.models.cluster_list import ROW_ROLE, ClusterList
from citeria_desktop.painting.cluster_look import draw_mark
from citeria_desktop.painting.figure import SMALL, write
from citeria_desktop.painting.lettering import LEFT, Lettering
from citeria_desktop.theme import Theme, font

ROW = 26
_INDENT = 20


class ClusterListDelegate(RowDelegate):
    """Paints both levels."""

    hairline = False

    def __init__(self, theme: Theme, view: QAbstractItemView, entries: ClusterList) -> None:
        super().__init__(theme, view)
        self._entries = entries
        self._strong = Lettering(font(weight=QFont.Weight.DemiBold))

    def content(self, painter: QPainter, rect: QRectF, index: AnyIndex) -> None:
        """Mark, name, count; or name."""
        row, held = index.data(ROW_ROLE), self._entries.held
        if row.area:
            token = "muted" if row.outside else "text"
            self.write(painter, rect.adjusted(_INDENT + 12, 0, -8, 0), row.name, LEFT, token)
            return
        if row.position is not None:
            draw_mark(painter, QPointF(rect.left() + 18, rect.center().y()), 6, self.theme, held, row.position)
        right, muted = Qt.AlignmentFlag.AlignRight, self.theme.colour("muted")
        write(painter, rect.adjusted(0, 0, -10, 0), str(row.count), muted, size=SMALL, align=right)
        self.write(painter, rect.adjusted(32, 0, -34, 0), row.name, letters=self._strong)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """The same for all rows: the list asks once."""
        return QSize(120, ROW)
