"""Dendrogram, heat map, areas and their groups as one table, painted in one go."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from citeria_desktop.models.cluster_model import ClusterModel
from citeria_desktop.painting import heat_map
from citeria_desktop.painting.figure import SMALL, width_of, write
from citeria_desktop.painting.heat_map import ROW, Columns
from citeria_desktop.panels.heat_header import HeatHeader
from citeria_desktop.panels.row_table import RowTable
from citeria_desktop.theme import Theme

_ROOMY = 700  # width from which the groups of the other set are written out
_LEAST_ROW = 2
_LEAST_HEAD = 44
_LEAST_COLUMN = 3  # of an indicator: tree and names are to be seen beside all of them
_NAMES = 124
_NEAR = 5.0  # pixels around the cut in which it is taken hold of


class ClusterTable(RowTable):
    """A table to keys, selection and screen readers; its rows are painted all at once.

    `stepped`: one cluster more or fewer is wanted; `cut_taken`: the cut was taken hold of; `cut_at`: the tree
    is to be cut at a height (0 to 1).
    """

    stepped = Signal(int)
    cut_at = Signal(float)
    cut_taken = Signal()
    cut_dropped = Signal()  # the cut is to be where it was when it was taken

    def __init__(self, model: ClusterModel, theme: Theme, parent: QWidget | None = None) -> None:
        self.heading = HeatHeader(theme)
        super().__init__(model, theme, row_height=round(ROW), header=self.heading, parent=parent)
        self._theme = theme
        self.lines = model
        self._dragged: float | None = None  # where the cut is held, in pixels
        self._words = ""
        self.all_at_once = False
        self.setAccessibleName(self.tr("Tree and heat map of the areas"))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalHeader().setMinimumSectionSize(_LEAST_ROW)
        self.viewport().setMouseTracking(True)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        super().set_theme(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus change the number of clusters; they are no text to search for. Esc lets go of the cut."""
        if event.text() in ("+", "-", "−"):
            self.stepped.emit(1 if event.text() == "+" else -1)
        elif event.key() == Qt.Key.Key_Escape and self._dragged is not None:
            self._dragged = None
            self.cut_dropped.emit()
            self.viewport().update()
        else:
            super().keyPressEvent(event)

    def refresh(self) -> None:
        """After the model was filled anew: where words run across, how wide and high all is."""
        self.heading.heat = len(self.lines.indicators)
        self.fit()

    def show_all(self, wanted: bool) -> None:
        """Make rows as low as it takes to see all of them, or as high as words need."""
        self.all_at_once = wanted
        self.fit()

    def fit(self) -> None:
        """Tree and names keep their width, the indicators share the rest; what they do not need has the last column."""
        count = len(self.lines.indicators)
        if not count:
            return
        group = 0 if self.lines.heat.other is None else 186 if self.viewport().width() >= _ROOMY else 48
        tree = 118 if self.lines.heat.links else 16
        room = (self.viewport().width() - tree - _NAMES - group) // count
        wide = max(_LEAST_COLUMN, min(room, 84))
        rest = max(0, self.viewport().width() - tree - wide * count - _NAMES - max(group, 1))
        names = _NAMES if group else _NAMES + rest
        self.set_widths(tree, *[wide] * count, names, group + rest if group else 1)
        self.header.setFixedHeight(min(self.header.sizeHint().height(), max(_LEAST_HEAD, self.height() // 3)))
        rows = max(1, len(self.lines.lines))
        high = min(round(ROW), max(_LEAST_ROW, self.viewport().height() // rows)) if self.all_at_once else round(ROW)
        if self.verticalHeader().defaultSectionSize() != high:
            self.verticalHeader().setDefaultSectionSize(high)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self.fit()

    # -- painting ------------------------------------------------------------------------------------------------------

    @property
    def columns(self) -> Columns:
        """Where the columns are in the viewport."""
        at, size = self.header.sectionViewportPosition, self.header.sectionSize
        model = self.lines
        last = model.area_column
        return Columns(
            (at(0), size(0)),
            (at(1), at(last) - at(1)),
            (at(last), size(last)),
            (at(last + 1), size(last + 1) if model.heat.other is not None else 0),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows that are seen."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("surface"))
        count = len(self.lines.lines)
        if not count:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high, top = self.rowHeight(0), self.rowViewportPosition(0)
        first = max(0, -top // high)
        last = min(count, (self.viewport().height() - top) // high + 1)
        current = self.currentIndex().row()
        chosen = self.lines.lines[current].area if current >= 0 else ""
        heat = self.lines.heat
        heat_map.paint_rows(painter, self._theme, heat, self.columns, top, high, range(first, last), chosen)
        if current >= 0 and self.hasFocus():
            frame = QRectF(0, top + current * high, self.viewport().width(), high)
            painter.setPen(self._theme.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5))
        self._paint_cell(painter)
        self._paint_cut(painter, top, min(top + high * heat.leaves, self.viewport().height()))

    def _paint_cell(self, painter: QPainter) -> None:
        """A frame around the value that is selected."""
        index = self.currentIndex()
        if 1 <= index.column() <= len(self.lines.indicators):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            cell = QRectF(self.visualRect(index))
            for token, wide, inset in (("surface", 5, 2.5), ("accent", 2, 1)):  # seen on every colour of the map
                painter.setPen(QPen(self._theme.colour(token), wide))
                painter.drawRoundedRect(cell.adjusted(inset, inset, -inset, -inset), 3, 3)

    def _paint_cut(self, painter: QPainter, top: int, bottom: int) -> None:
        x = self._dragged if self._dragged is not None else heat_map.cut_x(self.lines.heat, self.columns.tree)
        if x is None:
            return
        held = self._dragged is not None
        heat_map.paint_cut(painter, self._theme, x, max(0, top), bottom, held=held)
        if held and self._words:
            place = QRectF(x + 8, max(0, top) + 2, width_of(self._words, SMALL) + 12, 18)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            painter.drawRoundedRect(place, 4, 4)
            colour = self._theme.colour("on_accent")
            write(painter, place, self._words, colour, size=SMALL, align=Qt.AlignmentFlag.AlignHCenter)

    def say_at_cut(self, words: str) -> None:
        """What stands beside the cut while it is dragged."""
        self._words = words
        self.viewport().update()

    # -- the cut under the mouse ---------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the cut, or select a row."""
        if event.button() == Qt.MouseButton.LeftButton and self._on_cut(event.position()):
            self._dragged, self._words = event.position().x(), ""
            self.cut_taken.emit()
            self.viewport().update()
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the cut; show where it can be taken."""
        if self._dragged is not None:
            left, wide = self.columns.tree
            self._dragged = min(max(event.position().x(), left + 16), left + wide - 8)
            self.cut_at.emit(heat_map.height_at(self._dragged, self.columns.tree))
            self.viewport().update()
            return
        near = self._on_cut(event.position())
        self.viewport().setCursor(Qt.CursorShape.SplitHCursor if near else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: the cut goes to the middle between two merges."""
        if self._dragged is not None:
            self._dragged = None
            self.viewport().update()
            return
        super().mouseReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is as elsewhere again."""
        self.viewport().unsetCursor()
        super().leaveEvent(event)

    def _on_cut(self, point: QPointF) -> bool:
        x = heat_map.cut_x(self.lines.heat, self.columns.tree)
        return x is not None and abs(point.x() - x) <= _NEAR
