"""Every citation of an old edition: whether it goes to the new one, and where it stands there."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from citeria_db.source_recite import Recited
from citeria_desktop.language.phrases import say
from citeria_desktop.models.cell_look import year_text
from citeria_desktop.models.role_words import ROLES
from citeria_desktop.models.tips import tip
from citeria_desktop.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()


class Column(IntEnum):
    """What a citation shows."""

    AREA = 0  # with a box that says whether it goes
    INDICATOR = 1
    PERIOD = 2
    VALUE = 3
    ROLE = 4
    OLD = 5
    NEW = 6  # can be typed over
    QUOTE = 7


class ReciteModel(QAbstractTableModel):
    """Space puts the box of a row; the new locator is typed in place. `chosen_changed` tells of boxes."""

    chosen_changed = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: list[Recited] = []
        self._left: set[str] = set()
        self._areas: Mapping[str, str] = {}
        self._indicators: Mapping[str, str] = {}

    def show(self, rows: Sequence[Recited], areas: Mapping[str, str], indicators: Mapping[str, str]) -> None:
        """Show these, all of them chosen; names of areas and indicators by code."""
        self.beginResetModel()
        self.rows, self._left = list(rows), set()
        self._areas, self._indicators = areas, indicators
        self.endResetModel()
        self.chosen_changed.emit()

    @property
    def chosen(self) -> tuple[Recited, ...]:
        """The citations that go to the new edition."""
        return tuple(one for one in self.rows if one.citation not in self._left)

    def choose_all(self, *, chosen: bool) -> None:
        """Put every box, or take every one away."""
        self._left = set() if chosen else {one.citation for one in self.rows}
        self._tell_rows(0, len(self.rows) - 1)

    def toggle(self, row: int) -> None:
        """Put the box of a row, or take it away."""
        self._left ^= {self.rows[row].citation}
        self._tell_rows(row, row)

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Citations."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Columns."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """The first column has a box, the new locator can be typed."""
        flags = super().flags(index)
        if index.column() == Column.AREA:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == Column.NEW else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (
            self.tr("area"),
            self.tr("indicator"),
            self.tr("period"),
            self.tr("value"),
            self.tr("role"),
            self.tr("locator"),
            self.tr("new locator"),
            self.tr("quote"),
        )[section]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell, its box, the whole quote as tooltip."""
        if not index.isValid():
            return None
        one, column = self.rows[index.row()], Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._words(one)[column]
        if role == Qt.ItemDataRole.CheckStateRole and column == Column.AREA:
            return Qt.CheckState.Unchecked if one.citation in self._left else Qt.CheckState.Checked
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._tip(one, column))
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(one, column)
        return None

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Put a box, or write a new locator."""
        row = index.row()
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == Column.AREA:
            self.toggle(row)
            return True
        if role == Qt.ItemDataRole.EditRole and index.column() == Column.NEW:
            self.rows[row] = replace(self.rows[row], new_locator=str(value).strip())
            self.dataChanged.emit(index, index)
            return True
        return False

    def _words(self, one: Recited) -> tuple[str, ...]:
        return (
            self._areas.get(one.area, one.area),
            self._indicators.get(one.indicator, one.indicator),
            year_text(one.period),
            one.value,
            say(ROLES[one.role]),
            one.locator,
            one.new_locator,
            self.tr("to be checked") if one.to_check else "",
        )

    def _tip(self, one: Recited, column: Column) -> str:
        if column == Column.QUOTE and one.quote:
            return f"“{one.quote}”"
        if one.joins:
            return self.tr("The value cites the new edition in this role already: both are joined")
        return self._words(one)[column]

    def _colour(self, one: Recited, column: Column) -> QColor:
        if one.citation in self._left:
            return self._theme.colour("muted")
        if column == Column.QUOTE:
            return self._theme.colour("warn")
        changed = column == Column.NEW and one.new_locator != one.locator
        return self._theme.colour("accent" if changed else "text")

    def _tell_rows(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))
        self.chosen_changed.emit()
