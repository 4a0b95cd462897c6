"""A set of clusters as a list: each cluster, its areas below it, and last the areas of the index that are in none.

An area that people grouped can be dragged into another group. The model only says what is wanted; it changes nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from citeria_core.cluster_set import ClusterSet
from citeria_desktop.models.cluster_words import ClusterWords

MIME: Final = "application/x-citeria-areas"
ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class ListRow:
    """A cluster (`area` empty; `position` None = in no cluster) or an area in one."""

    name: str
    position: int | None
    area: str = ""
    count: int = 0
    story: str = ""
    outside: bool = False  # an area that the index does not name


class ClusterList(QAbstractListModel):
    """`move_wanted`: areas, and the position of the group that they are to be in (None = in none)."""

    move_wanted = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.held = ClusterSet("", ())
        self.writable = False
        self._rows: list[ListRow] = []
        self._places: dict[str, int] = {}

    def show(self, held: ClusterSet, areas: Iterable[str], words: ClusterWords, *, writable: bool) -> None:
        """Show a set; `areas` are those of the index. Where every area stays where it is, so do the rows."""
        rows = list(_rows(held, list(areas), words, self.tr("In no cluster")))
        writable = writable and held.given
        if (rows, writable) == (self._rows, self.writable):
            self.held = held
            return
        self.beginResetModel()
        self.held, self.writable, self._rows = held, writable, rows
        self._places = {row.area: place for place, row in enumerate(rows) if row.area}
        self.endResetModel()

    def row(self, index: AnyIndex) -> ListRow | None:
        """What an index stands for."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, area: str) -> QModelIndex:
        """Where an area is listed."""
        place = self._places.get(area)
        return QModelIndex() if place is None else self.index(place)

    def areas_at(self, indexes: Iterable[AnyIndex]) -> tuple[str, ...]:
        """The areas that rows stand for, those of a whole cluster for its row, in the order of the list."""
        found: set[str] = set()
        for row in map(self.row, indexes):
            if row is not None:
                found |= {row.area} if row.area else {one.area for one in self._rows if one.position == row.position}
        return tuple(area for area in self._places if area in found)

    # -- what Qt asks --------------------------------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Clusters and areas."""
        return 0 if parent.isValid() else len(self._rows)

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
        groups = [row.position for row in self._rows if not row.area]
        there = -1 if place is None else groups.index(self._rows[place].position) + step
        return (True, groups[there]) if 0 <= there < len(groups) else (False, None)


def _rows(held: ClusterSet, areas: list[str], words: ClusterWords, nowhere: str) -> Iterator[ListRow]:
    """A row for each cluster with those of its areas below; the areas that are in none last, under `nowhere`."""
    index = set(areas)
    for cluster in held.clusters:
        yield ListRow(words.cluster(cluster), cluster.position, "", len(cluster.members), cluster.story)
        yield from (_row(words, area, cluster.position, area not in index) for area in cluster.members)
    rest = [area for area in areas if area not in held.positions]
    if rest:
        yield ListRow(nowhere, None, "", len(rest))
        yield from (_row(words, area, None, False) for area in rest)


def _row(words: ClusterWords, area: str, position: int | None, outside: bool) -> ListRow:
    return ListRow(words.area(area), position, area, outside=outside)
