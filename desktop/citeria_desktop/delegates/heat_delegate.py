"""The cells of the cluster table: the tree row by row, heat cells, areas with the mark of their cluster."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView

from citeria_desktop.delegates.row_delegate import PAD, AnyIndex, RowDelegate
from citeria_desktop.models.cluster_model import LINE_ROLE, SHARE_ROLE, STATE_ROLE, ClusterModel, State
from citeria_desktop.painting import marks
from citeria_desktop.painting.cividis import cividis
from citeria_desktop.theme import Theme

GIVEN_MARK_ONLY = 48  # the width at which a given group is told by its mark alone; the list beside it has the names
_MARK = 5.5


class TreeDelegate(RowDelegate):
    """The dendrogram: every cell paints the slice of the tree that crosses its row. Also the dividing line's words."""

    hairline = False

    def __init__(self, theme: Theme, view: QAbstractItemView, model: ClusterModel) -> None:
        super().__init__(theme, view, token="muted", size=12)
        self._model = model

    def content(self, painter: QPainter, rect: QRectF, index: AnyIndex) -> None:
        """The joins that touch this row, in the colour of their cluster below the cut."""
        line = index.data(LINE_ROLE)
        if line.divider:
            self.write(painter, rect.adjusted(16, 4, 0, 0), line.divider, Qt.AlignmentFlag.AlignLeft, "muted")
            return
        if line.label is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect.adjusted(0, 0, 0, 1))
        height = rect.height() + 1
        left, width = rect.left() + 16, rect.width() - 16 - 8
        first = rect.center().y() + 0.5 - index.row() * height

        def at(row: float, reach: float) -> QPointF:
            return QPointF(left + width * (1 - reach), first + row * height)

        for join in self._model.links:
            if join.first_row > index.row() + 1 and join.second_row > index.row() + 1:
                continue
            colour = self.colour("muted") if join.label is None else self.theme.cluster(join.label - 1)
            painter.setPen(QPen(colour, 1.5))
            corner, other = at(join.first_row, join.height), at(join.second_row, join.height)
            painter.drawLine(QLineF(at(join.first_row, join.first_height), corner))
            painter.drawLine(QLineF(corner, other))
            painter.drawLine(QLineF(other, at(join.second_row, join.second_height)))


class HeatDelegate(RowDelegate):
    """One normalised value as a colour of cividis; one that cannot be normalised framed; a missing one as a dot."""

    hairline = False

    def content(self, painter: QPainter, rect: QRectF, index: AnyIndex) -> None:
        """The cell."""
        share = index.data(SHARE_ROLE)
        cell = rect.adjusted(0.5, 0.5, -0.5, 0.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(STATE_ROLE) is State.ALIKE:
            marks.draw_alike(painter, cell, self.colour("muted"))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour("line") if share is None else cividis(share))
        painter.drawRoundedRect(cell, 2, 2)
        if share is None:
            self.write(painter, rect, "·", Qt.AlignmentFlag.AlignHCenter, "muted")


class ComputedDelegate(RowDelegate):
    """The area with the filled mark of its computed cluster."""

    def content(self, painter: QPainter, rect: QRectF, index: AnyIndex) -> None:
        """Mark and name."""
        line = index.data(LINE_ROLE)
        if line.label is not None:
            centre = QPointF(rect.left() + PAD + _MARK, rect.center().y())
            marks.draw_shape(painter, centre, _MARK, line.label - 1, self.theme.cluster(line.label - 1), filled=True)
        place = rect.adjusted(2 * PAD + 2 * _MARK, 0, -4, 0)
        self.write(painter, place, line.name, Qt.AlignmentFlag.AlignLeft, "text")


class GivenDelegate(RowDelegate):
    """The name of the given group with its hollow mark."""

    def content(self, painter: QPainter, rect: QRectF, index: AnyIndex) -> None:
        """Mark and name."""
        line = index.data(LINE_ROLE)
        if line.group is None:
            return
        centre = QPointF(rect.left() + PAD + _MARK, rect.center().y())
        marks.draw_shape(painter, centre, _MARK, line.group, self.theme.cluster(line.group), filled=False)
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        place = rect.adjusted(2 * PAD + 2 * _MARK, 0, -4, 0)
        if rect.width() > GIVEN_MARK_ONLY:
            self.write(painter, place, text, Qt.AlignmentFlag.AlignLeft, "muted")
