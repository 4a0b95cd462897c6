"""Rows of words with a code each, as a table: for lists that are read and walked through, not edited."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

KEY_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class PlainRow:
    """A row: its code, its cells, what a screen reader says of it."""

    key: str
    cells: tuple[str, ...]
    told: str = ""


class PlainRows(QAbstractTableModel):
    """`right` are the columns of numbers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.head: tuple[str, ...] = ()
        self.rows: tuple[PlainRow, ...] = ()
        self._right: frozenset[int] = frozenset()

    def show(self, head: Sequence[str], rows: Sequence[PlainRow], right: Sequence[int] = ()) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.head, self.rows, self._right = tuple(head), tuple(rows), frozenset(right)
        self.endResetModel()

    def row_of(self, key: str) -> int | None:
        """The row of a code, or None."""
        return next((number for number, row in enumerate(self.rows) if row.key == key), None)

    def table(self) -> list[list[str]]:
        """Heading and rows."""
        return [list(self.head), *(list(row.cells) for row in self.rows)]

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Columns."""
        return 0 if parent.isValid() else len(self.head)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, their side, the code."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.told or row.cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.told or f"{self.head[index.column()]}: {row.cells[index.column()]}"
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in self._right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return row.key if role == KEY_ROLE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The heading."""
        if (
            orientation == Qt.Orientation.Horizontal
            and role == Qt.ItemDataRole.DisplayRole
            and section < len(self.head)
        ):
            return self.head[section]
        return None
