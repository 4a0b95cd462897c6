"""The heat map behind a dendrogram as a table: clustered areas in the order of the leaves, then those left out.

A row per area, a column per indicator between the tree and the names. Owns order and words; draws and computes nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
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
AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()


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
        self._titles: dict[str, str] = {}
        self._groups: tuple[Group, ...] = ()
        self._values: dict[str, np.ndarray[tuple[int], np.dtype[np.float64]]] = {}

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
        self._values = {area: held[row] for row, area in enumerate(result.areas)}
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
            text = self.tr("Left out, because a value is missing: {count}").format(count=len(study.left_out))
            lines.append(Line("", "", divider=text))
        lines += [Line(area, names[area], None, group.get(area)) for area in study.left_out]
        self.lines = tuple(lines)

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
            value = self._value(line, column, as_share=False)
            said = (
                self.tr("missing")
                if value is None
                else self.tr("{value} normalised").format(value=format_number(value))
            )
            return f"{line.name} · {self._titles[self.indicators[column - 1]]}: {said}"
        cluster = (
            self.tr("left out, because a value is missing")
            if line.label is None
            else self.tr("computed cluster {number}").format(number=line.label)
        )
        given = f"; {self._groups[line.group].name}" if line.group is not None else ""
        return f"{line.name}: {cluster}{given}"
