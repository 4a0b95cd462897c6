"""A tree of things with names, codes and numbers: areas in areas, groups in groupings, nodes in indices.

The model holds what it is given; renaming and moving are asked for by signals, and whoever carries them out shows the
entries anew. While the shape of the tree stays, so do selection, editor and folds.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from citeria_desktop.language import lists

Key = tuple[str, ...]  # what it is, then the codes that name it: ("area", "wuhan"), ("node", "ICI", "firms")
AnyIndex = QModelIndex | QPersistentModelIndex
ENTRY_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
_NO_PARENT: Final = QModelIndex()
_MIME: Final = "application/x-citeria-structure"
_TOP: Final = -1
_ITEM: Final = Qt.ItemFlag


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the tree. The first of `cells` is its name."""

    key: Key
    cells: tuple[str, ...]
    children: tuple["Entry", ...] = ()
    named: bool = True  # its name can be changed here
    faint: bool = False  # retired
    spoken: str = ""
    group: tuple[int, str] | None = None  # of a group of areas: its place, and the colour chosen for it


@dataclass(slots=True)
class _Place:
    entry: Entry
    parent: int
    row: int
    children: list[int]


class StructureModel(QAbstractItemModel):
    """Entries in a tree; `may(key, parent)` says what may be put where (parent None: at the top)."""

    rename_wanted = Signal(object, str)  # Key, text
    move_wanted = Signal(object, object, int)  # Key, Key of the parent or None, place among the others there (-1: last)

    def __init__(self, headings: Sequence[str], may: Callable[[Key, Key | None], bool], parent: QObject | None) -> None:
        super().__init__(parent)
        self._headings = tuple(headings)
        self._may = may
        self._places: list[_Place] = []
        self._top: list[int] = []
        self._by_key: dict[Key, int] = {}
        self.writable = True

    def show(self, entries: Sequence[Entry]) -> None:
        """Show these; a tree of the same shape and keys is told as changed in place."""
        places: list[_Place] = []
        top = _lay(entries, _TOP, places)
        if [(one.entry.key, one.parent) for one in places] == [(one.entry.key, one.parent) for one in self._places]:
            self._places = places
            for siblings in [top, *(one.children for one in places)]:
                if siblings:
                    ends = self._index(siblings[0], 0), self._index(siblings[-1], len(self._headings) - 1)
                    self.dataChanged.emit(*ends)
            return
        self.beginResetModel()
        self._places, self._top = places, top
        self._by_key = {one.entry.key: number for number, one in enumerate(places)}
        self.endResetModel()

    def entry(self, index: AnyIndex) -> Entry | None:
        """The entry at an index."""
        return self._places[index.internalId()].entry if index.isValid() else None

    def index_of(self, key: Key) -> QModelIndex:
        """Where a key stands; invalid if it does not."""
        number = self._by_key.get(key)
        return QModelIndex() if number is None else self._index(number, 0)

    def keys(self) -> Iterator[Key]:
        """Every key, in reading order."""
        return (one.entry.key for one in self._places)

    def place_of(self, key: Key) -> tuple[Key | None, int, int]:
        """The parent of a key, its row there, and how many stand there."""
        one = self._places[self._by_key[key]]
        if one.parent == _TOP:
            return None, one.row, len(self._top)
        return self._places[one.parent].entry.key, one.row, len(self._places[one.parent].children)

    def beside(self, key: Key, step: int) -> Key | None:
        """The key that stands `step` rows further below the same parent."""
        one = self._places[self._by_key[key]]
        siblings = self._top if one.parent == _TOP else self._places[one.parent].children
        return self._places[siblings[one.row + step]].entry.key if 0 <= one.row + step < len(siblings) else None

    def may_move(self, key: Key, parent: Key | None) -> bool:
        """Whether `key` may stand below `parent`."""
        return self.writable and self._may(key, parent)

    # -- what Qt asks ------------------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: AnyIndex = _NO_PARENT) -> QModelIndex:
        """The index of a row below `parent`."""
        rows = self._places[parent.internalId()].children if parent.isValid() else self._top
        if parent.column() > 0 or not (0 <= row < len(rows) and 0 <= column < len(self._headings)):
            return QModelIndex()
        return self.createIndex(row, column, rows[row])

    def parent(self, index: AnyIndex = _NO_PARENT) -> QModelIndex:  # type: ignore[override]
        """The index above."""
        above = self._places[index.internalId()].parent if index.isValid() else _TOP
        return QModelIndex() if above == _TOP else self._index(above, 0)

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Entries below `parent`."""
        if parent.column() > 0:
            return 0
        return len(self._places[parent.internalId()].children if parent.isValid() else self._top)

    def columnCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Columns, the same at every depth."""
        return len(self._headings)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Everything can be chosen; with a writable project, names edited and entries dragged."""
        entry = self.entry(index)
        if entry is None:
            return _ITEM.ItemIsDropEnabled if self.writable else _ITEM.NoItemFlags
        flags = _ITEM.ItemIsEnabled | _ITEM.ItemIsSelectable
        if self.writable:
            flags |= _ITEM.ItemIsDragEnabled | _ITEM.ItemIsDropEnabled
            if index.column() == 0 and entry.named:
                flags |= _ITEM.ItemIsEditable
        return flags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell, the entry, and what a screen reader says."""
        entry = self.entry(index)
        if entry is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
            return entry.cells[index.column()]
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.spoken or lists.clauses(entry.cells)
        return None

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another name; the new one is shown once it holds."""
        entry, text = self.entry(index), str(value).strip()
        if entry is None or role != Qt.ItemDataRole.EditRole or not text or text == entry.cells[0]:
            return False
        self.rename_wanted.emit(entry.key, text)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The names of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section] if 0 <= section < len(self._headings) else None
        return None

    # -- dragging ----------------------------------------------------------------------------------------------------

    def supportedDropActions(self) -> Qt.DropAction:
        """Things move; nothing is copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Only what was dragged in this very tree is taken."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The key of what is dragged, and whose it is."""
        data = QMimeData()
        entries = [entry for index in indexes if (entry := self.entry(index)) is not None]
        if entries:
            data.setData(_MIME, "\n".join((str(id(self)), *entries[0].key)).encode())
        return data

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex) -> bool:
        """Whether what is dragged may stand there."""
        key, entry = self._dragged(data), self.entry(parent)
        return key is not None and self.may_move(key, None if entry is None else entry.key)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex) -> bool:
        """Ask for the move; always False, since the rows come with the next `show`."""
        key, entry = self._dragged(data), self.entry(parent)
        above = None if entry is None else entry.key
        if key is None or not self.may_move(key, above):
            return False
        was, old, _ = self.place_of(key)
        at = row - 1 if was == above and 0 <= old < row else row
        if (was, old) != (above, at):
            self.move_wanted.emit(key, above, at)
        return False

    def _dragged(self, data: QMimeData) -> Key | None:
        owner, *key = bytes(data.data(_MIME).data()).decode().split("\n")
        return tuple(key) if owner == str(id(self)) and tuple(key) in self._by_key else None

    def _index(self, number: int, column: int) -> QModelIndex:
        return self.createIndex(self._places[number].row, column, number)


def _lay(entries: Sequence[Entry], parent: int, places: list[_Place]) -> list[int]:
    """Append entries with all below them to `places`; returns the numbers of the entries themselves."""
    numbers = []
    for row, entry in enumerate(entries):
        number = len(places)
        numbers.append(number)
        places.append(_Place(entry, parent, row, []))
        places[number].children = _lay(entry.children, number, places)
    return numbers
