"""The clusters of the set in view and their areas: selected, marked together, dragged from group to group.

What the mouse drags, keys move too: Alt with an arrow puts the marked areas into the group above or below.
"""

from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from citeria_desktop.delegates.cluster_list_delegate import ClusterListDelegate
from citeria_desktop.models.cluster_list import ClusterList
from citeria_desktop.theme import Theme

_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ClusterListView(QListView):
    """`chosen`: the current row is an area; `marked`: all areas of the selected rows; `menu_wanted` at a place."""

    chosen = Signal(str)
    marked = Signal(object)
    menu_wanted = Signal(object)

    def __init__(self, model: ClusterList, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = model
        self.setModel(model)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)  # or each of hundreds of rows is asked for its height
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(True)  # onto rows, for between two of them is no group
        self.delegate = ClusterListDelegate(theme, self, model)
        self.setItemDelegate(self.delegate)
        self._quiet = False
        self.selectionModel().currentChanged.connect(self._tell)
        self.selectionModel().selectionChanged.connect(self._tell_marked)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.delegate.theme = theme
        self.viewport().update()

    @property
    def areas(self) -> tuple[str, ...]:
        """The areas of the selected rows."""
        return self.entries.areas_at(self.selectionModel().selectedIndexes())

    def follow(self, area: str, marked: frozenset[str]) -> None:
        """Show what is selected and marked elsewhere."""
        self._quiet = True
        chosen, flags = self.entries.index_of(area), QItemSelectionModel.SelectionFlag
        wanted = QItemSelection()
        for code in marked | {area}:
            index = self.entries.index_of(code)
            if index.isValid():
                wanted.select(index, index)
        self.selectionModel().select(wanted, flags.ClearAndSelect)
        if chosen.isValid():
            self.selectionModel().setCurrentIndex(chosen, flags.NoUpdate)
            self.scrollTo(chosen)
        self._quiet = False

    def _tell(self, current: QModelIndex, previous: QModelIndex) -> None:
        row = self.entries.row(current)
        if not self._quiet and row is not None and row.area:
            self.chosen.emit(row.area)

    def _tell_marked(self, *changes: object) -> None:
        if not self._quiet:
            self.marked.emit(frozenset(self.areas))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with ↑ or ↓ moves the marked areas to the group above or below."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_by(step)
        else:
            super().keyPressEvent(event)

    def move_by(self, step: int) -> None:
        """Ask for the marked areas to be put into the neighbouring group."""
        areas = self.areas
        if areas and self.entries.writable:
            there, position = self.entries.neighbour(areas[0], step)
            if there:
                self.entries.move_wanted.emit(areas, position)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the marked areas of groups that people made; of others, what the view offers."""
        if self.entries.writable and self.areas:
            self.menu_wanted.emit(event.globalPos())
        else:
            event.ignore()
