"""Rankings side by side as a table: a row per area, a column per ranking; what a slope says to those who hear it."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from citeria_core.lanes import Lanes
from citeria_desktop.language import lists

AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()


class Lead(IntEnum):
    """The columns before those of the rankings; the change follows them."""

    AREA = 0
    GROUP = 1


class SlopeModel(QAbstractTableModel):
    """The areas in the order of one ranking, where each stands in every ranking, and how far it moved in all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lanes = Lanes((), ())
        self.areas: tuple[str, ...] = ()
        self.names: Mapping[str, str] = {}
        self.groups: Mapping[str, str] = {}

    def show(
        self,
        lanes: Lanes,
        names: Mapping[str, str],
        groups: Mapping[str, str],
        movers: frozenset[str],
        lane: int = -1,
    ) -> None:
        """Show other rankings; `groups` names the group of each area, `movers` are the rows, `lane` orders them."""
        self.beginResetModel()
        self.lanes, self.names, self.groups = lanes, names, groups
        order = lanes.order(lane) if lanes.rankings else ()
        self.areas = tuple(area for area in order if area in movers)
        self.endResetModel()

    def row_of(self, area: str) -> int | None:
        """The row of an area, or None."""
        return self.areas.index(area) if area in self.areas else None

    def sentence(self, area: str) -> str:
        """ "Wuhan: ICI-CN 2020 7, Base not ranked, now 6; up 1." """
        if area not in self.lanes.areas:
            return ""
        told = self.tr("{area}: {ranks}").format(
            area=self.names.get(area, area),
            ranks=lists.clauses(
                self.tr("{ranking} {rank}").format(
                    ranking=ranked.name, rank=self._label(area, at) or self.tr("not ranked")
                )
                for at, ranked in enumerate(self.lanes.rankings)
            ),
        )
        moved = self._moved(area)
        return self.tr("{ranks}; {change}.").format(ranks=told, change=moved) if moved else f"{told}."

    def text(self, row: int, column: int) -> str:
        """The words of one cell."""
        area = self.areas[row]
        if column == Lead.AREA:
            return self.names.get(area, area)
        if column == Lead.GROUP:
            return self.groups.get(area, "")
        lane = column - len(Lead)
        if lane < len(self.lanes.rankings):
            return self._label(area, lane) or "–"
        total = self.lanes.total(area)
        return "" if not total else f"{'▲' if total > 0 else '▼'}{abs(total)}"

    def rows(self) -> list[list[str]]:
        """The heading and all rows as texts."""
        columns = range(self.columnCount())
        head = [str(self.headerData(column, Qt.Orientation.Horizontal)) for column in columns]
        return [head, *([self.text(row, column) for column in columns] for row in range(len(self.areas)))]

    def _label(self, area: str, lane: int) -> str:
        place = self.lanes.places[lane].get(area)
        return "" if place is None else place.label

    def _moved(self, area: str) -> str:
        total = self.lanes.total(area)
        if total is None:
            return ""
        if not total:
            return self.tr("no change")
        words = self.tr("up {places}") if total > 0 else self.tr("down {places}")
        return words.format(places=abs(total))

    # -- what Qt asks ------------------------------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Areas."""
        return 0 if parent.isValid() else len(self.areas)

    def columnCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Area, group, the rankings, the change."""
        return 0 if parent.isValid() else len(Lead) + len(self.lanes.rankings) + 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell; to a screen reader the whole row as a sentence."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row(), index.column())
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.sentence(self.areas[index.row()])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            left = index.column() < len(Lead)
            return (Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight) | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        titles: Sequence[str] = (
            self.tr("area"),
            self.tr("group"),
            *(ranked.name for ranked in self.lanes.rankings),
            self.tr("change"),
        )
        return titles[section] if 0 <= section < len(titles) else None
