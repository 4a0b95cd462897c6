"""A tree that is arranged by hand: dragged, or moved with Alt and the arrow keys; F2 names, Delete removes."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QPolygon, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTreeView, QWidget

from citeria_desktop.delegates.row_delegate import ROW_HEIGHT
from citeria_desktop.delegates.structure_delegate import StructureDelegate
from citeria_desktop.models.structure_model import AnyIndex, Key, StructureModel
from citeria_desktop.panels.quiet_header import QuietHeader
from citeria_desktop.theme import Theme

_INDENT: Final = 20
_LEAD: Final = 8  # its words begin under those of the page
_LEAST_NAME: Final = 220  # names tell more than what stands beside them
_ARROWS: Final = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Left: "out",
    Qt.Key.Key_Right: "in",
}


class StructureTree(QTreeView):
    """Shows a `StructureModel`; asks for what keys and mouse want, and carries out nothing itself."""

    chosen = Signal(object)  # Key or None
    remove_wanted = Signal()
    add_wanted = Signal()

    def __init__(self, model: StructureModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = model
        self.theme = theme
        self._folded: set[Key] = set()
        self._key: Key | None = None
        self._delegates: list[StructureDelegate] = []
        self._widths: tuple[int, ...] = ()
        self._spare: tuple[int, ...] = ()
        self.setModel(model)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setIndentation(_INDENT)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setExpandsOnDoubleClick(False)
        header = QuietHeader(theme)
        header.lead = _LEAD
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setStretchLastSection(False)
        self.setHeader(header)
        self.quiet = header
        self.collapsed.connect(lambda index: self._fold(index, folded=True))
        self.expanded.connect(lambda index: self._fold(index, folded=False))
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        self.selectionModel().currentChanged.connect(self._tell)

    def paint_with(
        self, delegates: tuple[StructureDelegate, ...], widths: tuple[int, ...], spare: tuple[int, ...] = ()
    ) -> None:
        """Paint the columns with these; width 0 takes what is left, `spare` columns go first when that is little."""
        self._delegates, self._widths, self._spare = list(delegates), widths, spare
        for column, delegate in enumerate(delegates):
            delegate.lead = _LEAD
            self.setItemDelegateForColumn(column, delegate)
        self._share()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.theme = theme
        self.quiet.set_theme(theme)
        for delegate in self._delegates:
            delegate.theme = theme
        self.viewport().update()

    @property
    def key(self) -> Key | None:
        """What is chosen."""
        entry = self.entries.entry(self.currentIndex())
        return None if entry is None else entry.key

    @property
    def editing(self) -> bool:
        """Whether a name is being typed."""
        return self.state() == QAbstractItemView.State.EditingState

    def beside(self) -> Key | None:
        """The entry below the chosen one in the same place, else the one above, else what it lies in."""
        here = self.currentIndex()
        below, above = here.sibling(here.row() + 1, 0), here.sibling(here.row() - 1, 0)
        entry = self.entries.entry(next((one for one in (below, above) if one.isValid()), here.parent()))
        return None if entry is None else entry.key

    def choose(self, key: Key | None) -> None:
        """Choose an entry, unfolding what it lies in; nothing, if it is not there."""
        index = QModelIndex() if key is None else self.entries.index_of(key)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        if index.isValid():
            self.scrollTo(index)

    def settle(self) -> None:
        """Store the name that is being typed."""
        editor = self.viewport().findChild(QLineEdit)
        if self.editing and editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, self.itemDelegate().EndEditHint.NoHint)

    def rename(self) -> None:
        """Type another name for what is chosen."""
        index = self.currentIndex().siblingAtColumn(0)
        if self.entries.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.setFocus()
            self.setCurrentIndex(index)
            self.edit(index)

    def may(self, way: str) -> bool:
        """Whether what is chosen can go "up", "down", "in" (below the one before it) or "out"."""
        return self._target(way) is not None

    def move_chosen(self, way: str) -> None:
        """Move what is chosen one step."""
        target, key = self._target(way), self.key
        if target is not None and key is not None:
            self.entries.move_wanted.emit(key, *target)

    def _target(self, way: str) -> tuple[Key | None, int] | None:
        """The parent and the place among the others that a step leads to; None if there is no such step."""
        key = self.key
        if key is None or not self.entries.writable:
            return None
        parent, row, count = self.entries.place_of(key)
        if way in ("up", "down"):
            at = row + (1 if way == "down" else -1)
            return (parent, at) if 0 <= at < count and self.entries.may_move(key, parent) else None
        if way == "in":
            above = self.entries.beside(key, -1)
            return (above, -1) if above is not None and self.entries.may_move(key, above) else None
        if parent is None:
            return None
        outer, place, _ = self.entries.place_of(parent)
        return (outer, place + 1) if self.entries.may_move(key, outer) else None

    # -- keys --------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep F2, Delete and Alt with arrows from the shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, rename, remove, add; everything else as in any tree."""
        way = _ARROWS.get(Qt.Key(event.key()))
        if way is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_chosen(way)
        elif event.key() == Qt.Key.Key_F2:
            self.rename()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_wanted.emit()
        elif event.key() == Qt.Key.Key_Insert:
            self.add_wanted.emit()
        else:
            super().keyPressEvent(event)

    # -- looks -------------------------------------------------------------------------------------------------------

    def drawBranches(self, painter: QPainter, rect: QRect, index: AnyIndex) -> None:
        """The ground of the indent, and a chevron before what holds others."""
        chosen = self.selectionModel().isSelected(index)
        current = self.hasFocus() and self.currentIndex().siblingAtColumn(0) == index
        painter.fillRect(rect, self.theme.colour("selection" if chosen else "surface"))
        line = self.theme.colour("accent" if current else "line")
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, line)
        if current:
            painter.fillRect(rect.left(), rect.top(), rect.width(), 1, line)
        if not self.entries.rowCount(index):
            return
        x, y = rect.right() - 5, rect.center().y()
        marks = [(-4, -2), (0, 2), (4, -2)] if self.isExpanded(index) else [(-2, -4), (2, 0), (-2, 4)]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.colour("muted"), 1.5))
        polygon = QPolygon()
        for across, down in marks:
            polygon.append(QPoint(x + across, y + down))
        painter.drawPolyline(polygon)
        painter.restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the width anew."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        rest = self.viewport().width() - sum(self._widths)
        for column in self._spare:
            self.setColumnHidden(column, rest < _LEAST_NAME)
            rest += self._widths[column] if rest < _LEAST_NAME else 0
        for column, width in enumerate(self._widths):
            self.quiet.resizeSection(column, width or max(120, rest))

    def memory(self) -> dict[str, object]:
        """What is folded and chosen, as JSON can hold it."""
        chosen = self.key
        return {"folded": [list(key) for key in sorted(self._folded)], "key": None if chosen is None else list(chosen)}

    def recall(self, memory: Mapping[str, object]) -> None:
        """Fold and choose as before what is still there."""
        folded, key = memory.get("folded"), memory.get("key")
        for one in folded if isinstance(folded, list) else []:
            index = self.entries.index_of(tuple(str(part) for part in one)) if isinstance(one, list) else QModelIndex()
            if index.isValid():
                self.setExpanded(index, False)
        if isinstance(key, list):
            self.choose(tuple(str(part) for part in key))

    # -- memory ------------------------------------------------------------------------------------------------------

    def _fold(self, index: QModelIndex, *, folded: bool) -> None:
        entry = self.entries.entry(index)
        if entry is not None:
            (self._folded.add if folded else self._folded.discard)(entry.key)

    def _keep(self) -> None:
        self._key = self.key

    def _restore(self) -> None:
        """After a new tree: open what was open, choose what was chosen."""
        folded = set(self._folded)
        self.expandAll()
        self._folded = folded & set(self.entries.keys())
        for key in self._folded:
            self.setExpanded(self.entries.index_of(key), False)
        self.choose(self._key)
        self.chosen.emit(self.key)

    def _tell(self, current: QModelIndex) -> None:
        entry = self.entries.entry(current)
        self.chosen.emit(None if entry is None else entry.key)

    def sizeHintForRow(self, row: int) -> int:
        """Rows are as high as in every list."""
        return ROW_HEIGHT


def _own(event: QKeyEvent) -> bool:
    arrows = Qt.Key(event.key()) in _ARROWS and bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    return arrows or event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Insert)
