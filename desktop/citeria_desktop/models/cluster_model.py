"""The heat map behind a dendrogram as a table: clustered areas in the order of the leaves, then those left out.

A row per area, a column per indicator between the tree and the names. Owns order and words; draws and computes nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from citeria_core.model import Group, Grouping
from citeria_core.parse import format_number
from citeria_desktop.painting.dendrogram import Link, links

if TYPE_CHECKING:
    from citeria_core.result import Result
    from citeria_core.study import Study

LINE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
VALUE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 2  # normalised value, None where missing
SHARE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 3  # where it lies between the least and the largest, 0 to 1
STATE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 4  # a State, of cells of indicators
AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()


class State(Enum):
    """What there is of a value: it is normalised, it is there but cannot be normalised, or it is missing."""

    NORMALISED = "normalised"
    ALIKE = "alike"  # as where an indicator has one distinct value
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Line:
    """One row: an area with its computed cluster (None = left out) and the position of its given group."""

    area: str
    name: str
    label: int | None = None
    group: int | None = None
    divider: str = ""  # words across the row instead of an area


class ClusterModel(QAbstractTableModel):
    """Columns: the tree, the indicators, the area, its given group."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()
        self.links: tuple[Link, ...] = ()
        self.indicators: tuple[str, ...] = ()
        self.low, self.high = 0.0, 1.0
        self.alike: tuple[str, ...] = ()  # the names of indicators with values that cannot be normalised
        self._titles: dict[str, str] = {}
        self._groups: tuple[Group, ...] = ()
        self._values: dict[str, NDArray[np.float64]] = {}
        self._given: dict[str, NDArray[np.float64]] = {}  # before they were normalised

    @property
    def area_column(self) -> int:
        """The column of names."""
        return len(self.indicators) + 1

    @property
    def group_column(self) -> int:
        """The column of given groups."""
        return len(self.indicators) + 2

    def show(
        self, study: "Study | None", result: "Result | None", names: Mapping[str, str], given: Grouping | None
    ) -> None:
        """Show one study of one result, with the groups of `given` beside it."""
        self.beginResetModel()
        self._groups = given.groups if given is not None else ()
        self.lines, self.links = (), ()
        if study is not None and result is not None:
            self._take_values(result)
            self._take_lines(study, names)
        self.endResetModel()

    def row_of(self, area: str) -> int | None:
        """The row that shows `area`, or None."""
        return next((number for number, line in enumerate(self.lines) if line.area == area), None)

    def _take_values(self, result: "Result") -> None:
        self.indicators = result.dataset.indicators
        self._titles = {code: result.tree.by_code[code].name for code in self.indicators}
        held = result.normalised
        given = result.stage_columns("treated")
        before = np.column_stack([given[code] for code in self.indicators])
        self._values = {area: held[row] for row, area in enumerate(result.areas)}
        self._given = {area: before[row] for row, area in enumerate(result.areas)}
        unscaled = np.flatnonzero((np.isnan(held) & ~np.isnan(before)).any(axis=0))
        self.alike = tuple(self._titles[self.indicators[column]] for column in unscaled)
        finite = held[np.isfinite(held)]
        self.low = float(finite.min()) if finite.size else 0.0
        self.high = float(finite.max()) if finite.size else 1.0

    def _take_lines(self, study: "Study", names: Mapping[str, str]) -> None:
        group = {area: place for place, one in enumerate(self._groups) for area in one.members}
        made = study.clustering
        lines = []
        if made is not None:
            lines = [
                Line(made.areas[leaf], names[made.areas[leaf]], made.labels[leaf], group.get(made.areas[leaf]))
                for leaf in made.order
            ]
            self.links = links(made.linkage.tolist(), made.order, made.labels)
        if study.left_out and lines:
            lines.append(Line("", "", divider=f"{self._left_out(study.left_out)}: {len(study.left_out)}"))
        lines += [Line(area, names[area], None, group.get(area)) for area in study.left_out]
        self.lines = tuple(lines)

    def _left_out(self, areas: Iterable[str]) -> str:
        if not any(self._state(area, column) is State.ALIKE for area in areas for column in self._columns()):
            return self.tr("Left out, because a value is missing")
        return self.tr("Left out, because a value is missing or cannot be normalised")

    def _columns(self) -> range:
        return range(1, len(self.indicators) + 1)

    def _state(self, area: str, column: int) -> State:
        if not np.isnan(self._values[area][column - 1]):
            return State.NORMALISED
        return State.MISSING if np.isnan(self._given[area][column - 1]) else State.ALIKE

    # -- what Qt asks ------------------------------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Areas, and the line between the clustered and the others."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Tree, indicators, area, group."""
        return 0 if parent.isValid() else len(self.indicators) + 3

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """The dividing line cannot be selected."""
        if index.isValid() and self.lines[index.row()].divider:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words of a cell, its value, or what a tooltip and a screen reader say."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if line.divider:
            return line.divider if role == Qt.ItemDataRole.DisplayRole and index.column() == 0 else None
        if role in (VALUE_ROLE, SHARE_ROLE):
            return self._value(line, index.column(), as_share=role == SHARE_ROLE)
        if role == STATE_ROLE:
            return self._state(line.area, index.column()) if index.column() in self._columns() else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, index.column())
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._told(line, index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The indicators' names; "area" and "given"."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            if 1 <= section <= len(self.indicators):
                return self._titles[self.indicators[section - 1]]
            if role == Qt.ItemDataRole.DisplayRole:
                return {self.area_column: self.tr("area, computed"), self.group_column: self.tr("given")}.get(
                    section, ""
                )
        return None

    def _value(self, line: Line, column: int, *, as_share: bool) -> float | None:
        if not 1 <= column <= len(self.indicators):
            return None
        value = float(self._values[line.area][column - 1])
        if np.isnan(value):
            return None
        if not as_share:
            return value
        return (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5

    def _text(self, line: Line, column: int) -> str:
        if column == self.area_column:
            return line.name
        if column == self.group_column:
            return self._groups[line.group].name if line.group is not None else ""
        value = self._value(line, column, as_share=False)
        return "" if value is None else format_number(value)

    def _told(self, line: Line, column: int) -> str:
        if 1 <= column <= len(self.indicators):
            return f"{line.name} · {self._titles[self.indicators[column - 1]]}: {self._said(line, column)}"
        cluster = (
            f"{self._left_out([line.area])[:1].lower()}{self._left_out([line.area])[1:]}"
            if line.label is None
            else self.tr("computed cluster {number}").format(number=line.label)
        )
        given = f"; {self._groups[line.group].name}" if line.group is not None else ""
        return f"{line.name}: {cluster}{given}"

    def _said(self, line: Line, column: int) -> str:
        state = self._state(line.area, column)
        if state is State.MISSING:
            return self.tr("missing")
        if state is State.NORMALISED:
            return self.tr("{value} normalised").format(value=format_number(float(self._values[line.area][column - 1])))
        value = format_number(float(self._given[line.area][column - 1]))
        others = [held[column - 1] for held in self._given.values() if not np.isnan(held[column - 1])]
        if len(set(others)) == 1:
            return self.tr("{value}, not normalised: no other value to compare it with").format(value=value)
        return self.tr("{value}, which cannot be normalised").format(value=value)
