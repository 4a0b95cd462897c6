"""What a change of many cells would do, as a small table: areas down, indicators across, the new value in each cell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from citeria_desktop.language import lists
from citeria_desktop.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
MOST_ROWS: Final = 100  # shown; a preview is looked at, not read to the end
MOST_COLUMNS: Final = 30
_NOWHERE: Final = QModelIndex()


class Kind(StrEnum):
    """What a cell of a preview stands for."""

    NEW = "new"  # nothing stands there yet
    CHANGED = "changed"
    SAME = "same"
    OPEN = "open"  # a question, or a text that cannot be read


@dataclass(frozen=True, slots=True)
class Change:
    """What one cell would show, and what it shows now."""

    area: str
    indicator: str
    after: str
    before: str = ""
    open: bool = False

    @property
    def kind(self) -> Kind:
        """What it stands for."""
        if self.open:
            return Kind.OPEN
        return Kind.NEW if not self.before else Kind.SAME if self.before == self.after else Kind.CHANGED


class PreviewModel(QAbstractTableModel):
    """At most 100 rows and 30 columns of the changes; `left_out` says how many rows are not shown."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[str] = []
        self._columns: list[str] = []
        self._cells: dict[tuple[str, str], Change] = {}
        self._area_names: Mapping[str, str] = {}
        self._names: Mapping[str, str] = {}

    def show(self, changes: Iterable[Change], area_names: Mapping[str, str], names: Mapping[str, str]) -> None:
        """Show these instead."""
        self.beginResetModel()
        rows, columns = dict[str, None](), dict[str, None]()
        self._cells = {}
        for change in changes:
            if len(rows) < MOST_ROWS:
                rows[change.area] = None
            if len(columns) < MOST_COLUMNS:
                columns[change.indicator] = None
            if change.area in rows and change.indicator in columns:
                self._cells[change.area, change.indicator] = change
        self._rows, self._columns = _placed(rows, area_names), _placed(columns, names)
        self._area_names, self._names = area_names, names
        self.endResetModel()

    def change_at(self, index: AnyIndex) -> Change | None:
        """What stands at an index."""
        return self._cells.get((self._rows[index.row()], self._columns[index.column()]))

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """How many areas are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """How many indicators are shown."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Names of areas and indicators."""
        across = orientation == Qt.Orientation.Horizontal
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            code = (self._columns if across else self._rows)[section]
            return (self._names if across else self._area_names).get(code, code)
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The new value, the old one before it where they differ."""
        change = self.change_at(index) if index.isValid() else None
        if change is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{change.before} → {change.after}" if change.kind is Kind.CHANGED else change.after
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(change.kind)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._told(change)
        return None

    def _colour(self, kind: Kind) -> QColor:
        tokens = {Kind.OPEN: "warn", Kind.SAME: "muted", Kind.CHANGED: "accent", Kind.NEW: "text"}
        return self._theme.colour(tokens[kind])

    def _told(self, change: Change) -> str:
        named = self._area_names.get(change.area, change.area), self._names.get(change.indicator, "")
        place = lists.names(named)
        words = {
            Kind.OPEN: self.tr("{place}: “{after}” needs a decision"),
            Kind.SAME: self.tr("{place}: stays {after}"),
            Kind.CHANGED: self.tr("{place}: {before} becomes {after}"),
            Kind.NEW: self.tr("{place}: new, {after}"),
        }
        return words[change.kind].format(place=place, before=change.before, after=change.after)


def _placed(codes: Iterable[str], order: Iterable[str]) -> list[str]:
    """Codes in the order of the grid; what is new comes last."""
    place = {code: at for at, code in enumerate(order)}
    return sorted(codes, key=lambda code: place.get(code, len(place)))
