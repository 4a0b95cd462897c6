"""A set of clusters as a list in two levels: clusters, the areas in each, and the areas of the index that are in none.

An area that people grouped can be dragged into another group. The model only says what is wanted; it changes nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from citeria_core.cluster_set import ClusterSet
from citeria_desktop.models.cluster_words import ClusterWords

MIME: Final = "application/x-citeria-areas"
ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()
_TOP: Final = 0  # internal id of clusters; areas have that of their cluster's row, from 1


@dataclass(frozen=True, slots=True)
class ListRow:
    """A cluster (`area` empty; `position` None = in no cluster) or an area in one."""

    name: str
    position: int | None
    area: str = ""
    count: int = 0
    story: str = ""
    outside: bool = False  # an area that the index does not name


class ClusterList(QAbstractItemModel):
    """`move_wanted`: areas, and the position of the group that they are to be in (None = in none)."""

    move_wanted = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.held = ClusterSet("", ())
        self.writable = False
        self._clusters: list[ListRow] = []
        self._members: list[list[ListRow]] = []
        self._places: dict[str, tuple[int, int]] = {}

    def show(self, held: ClusterSet, areas: Iterable[str], words: ClusterWords, *, writable: bool) -> None:
        """Show a set; `areas` are those of the index. Where every area stays where it is, so do the rows."""
        clusters, members = _rows(held, list(areas), words, self.tr("In no cluster"))
        writable = writable and held.given
        if (clusters, members, writable) == (self._clusters, self._members, self.writable):
            self.held = held
            return
        self.beginResetModel()
        self.held, self.writable = held, writable
        self._clusters, self._members = clusters, members
        self._places = {
            row.area: (place, at) for place, rows in enumerate(self._members) for at, row in enumerate(rows)
        }
        self.endResetModel()

    def row(self, index: AnyIndex) -> ListRow | None:
        """What an index stands for."""
        if not index.isValid():
            return None
        if index.internalId() == _TOP:
            return self._clusters[index.row()]
        return self._members[index.internalId() - 1][index.row()]

    def index_of(self, area: str) -> QModelIndex:
        """Where an area is listed."""
        place = self._places.get(area)
        return QModelIndex() if place is None else self.createIndex(place[1], 0, place[0] + 1)

    def areas_at(self, indexes: Iterable[AnyIndex]) -> tuple[str, ...]:
        """The areas that rows stand for, those of a whole cluster for its row, in the order of the list."""
        found: set[str] = set()
        for index in indexes:
            if not index.isValid():
                continue
            rows = self._members[index.row()] if index.internalId() == _TOP else [self.row(index)]
            found |= {row.area for row in rows if row is not None}
        return tuple(area for area in self._places if area in found)

    # -- what Qt asks --------------------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: AnyIndex = _NO_PARENT) -> QModelIndex:
        """The index of a row below `parent`."""
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, index: AnyIndex = _NO_PARENT) -> QModelIndex:  # type: ignore[override]
        """The cluster of an area."""
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _TOP)

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Clusters, or the areas of one."""
        if not parent.isValid():
            return len(self._clusters)
        return len(self._members[parent.row()]) if parent.internalId() == _TOP and parent.column() == 0 else 0

    def columnCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """One."""
        return 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """All can be selected; areas of a given set dragged, onto any row of it."""
        row = self.row(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.writable:
            flags |= Qt.ItemFlag.ItemIsDropEnabled
            if row.area:
                flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name; what a tooltip and a screen reader say."""
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.story or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.name if row.area else self.tr("{name}, {count} areas").format(name=row.name, count=row.count)
        return None

    # -- dragging ------------------------------------------------------------------------------------------------------

    def supportedDropActions(self) -> Qt.DropAction:
        """Areas move."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Codes of areas."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The codes of what is dragged, and of the set it comes from."""
        data = QMimeData()
        data.setData(MIME, "\n".join((self.held.key, *self.areas_at(indexes))).encode())
        return data

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex) -> bool:
        """Onto a group, or an area in one, of the set that is dragged from."""
        return self.writable and parent.isValid() and bool(self._dragged(data))

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex) -> bool:
        """Ask for the move; the rows change when it was made."""
        target = self.row(parent)
        if target is not None and self.canDropMimeData(data, action, row, column, parent):
            self.move_wanted.emit(self._dragged(data), target.position)
        return False

    def _dragged(self, data: QMimeData) -> tuple[str, ...]:
        key, *areas = bytes(data.data(MIME).data()).decode().split("\n")
        return tuple(areas) if key == self.held.key else ()

    def neighbour(self, area: str, step: int) -> tuple[bool, int | None]:
        """Whether there is a group `step` further on in the list, and its position."""
        place = self._places.get(area)
        if place is None or not 0 <= place[0] + step < len(self._clusters):
            return False, None
        return True, self._clusters[place[0] + step].position


def _rows(
    held: ClusterSet, areas: list[str], words: ClusterWords, nowhere: str
) -> tuple[list[ListRow], list[list[ListRow]]]:
    """A row for each cluster, and the rows in each; those of the areas that are in none last, under `nowhere`."""
    index = set(areas)
    clusters, members = [], []
    for cluster in held.clusters:
        rows = [_row(words, area, cluster.position, area not in index) for area in cluster.members]
        clusters.append(ListRow(words.cluster(cluster), cluster.position, "", len(rows), cluster.story))
        members.append(rows)
    rest = [_row(words, area, None, False) for area in areas if area not in held.positions]
    if rest:
        clusters.append(ListRow(nowhere, None, "", len(rest)))
        members.append(rest)
    return clusters, members


def _row(words: ClusterWords, area: str, position: int | None, outside: bool) -> ListRow:
    return ListRow(words.area(area), position, area, outside=outside)
