"""The heat map behind a dendrogram as a table: areas in the order of the tree's leaves, then those that it lacks.

A row per area, a column per indicator between the tree and the names. Owns order and words; draws and computes nothing.
"""

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from citeria_core.cluster import cut_height
from citeria_core.cluster_set import ClusterSet
from citeria_core.parse import format_number
from citeria_desktop.figures import fixed
from citeria_desktop.models.cluster_words import ClusterWords
from citeria_desktop.painting.dendrogram import links
from citeria_desktop.painting.heat_map import HeatLine, HeatMap

if TYPE_CHECKING:
    from citeria_core.result import Result
    from citeria_core.study import Study

AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()
_NOTHING: Final = HeatMap(ClusterSet("", ()), None, (), (), np.empty((0, 0)), np.empty((0, 0), dtype=np.bool_))


class State(Enum):
    """What there is of a value: it is normalised, it is there but cannot be normalised, or it is missing."""

    NORMALISED = "normalised"
    ALIKE = "alike"  # as where an indicator has one distinct value
    MISSING = "missing"


class ClusterModel(QAbstractTableModel):
    """Columns: the tree, the indicators, the area, its cluster in the other set."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heat = _NOTHING
        self.indicators: tuple[str, ...] = ()
        self.low, self.high = 0.0, 1.0
        self.alike: tuple[str, ...] = ()  # the names of indicators with values that cannot be normalised
        self._study: Study | None = None
        self._words: ClusterWords | None = None
        self._outline: object = None
        self._rows: dict[str, int] = {}
        self._normalised: NDArray[np.float64] = np.empty((0, 0))  # by the rows shown
        self._given: NDArray[np.float64] = np.empty((0, 0))  # before they were normalised

    @property
    def lines(self) -> tuple[HeatLine, ...]:
        """The rows."""
        return self.heat.lines

    @property
    def area_column(self) -> int:
        """The column of names."""
        return len(self.indicators) + 1

    @property
    def group_column(self) -> int:
        """The column of the other set."""
        return len(self.indicators) + 2

    def show(self, study: "Study | None", words: ClusterWords) -> None:
        """Show one study. Where rows and headings are as many and the same, cells alone are told to have changed."""
        lines = () if study is None else _lines(study, words, self._left_out(study))
        outline = None if study is None else _outline(study, words, lines)
        anew = outline is None or outline != self._outline
        if anew:
            self.beginResetModel()
        self._study, self._words, self._outline = study, words, outline
        self.heat, self.indicators, self.alike = _NOTHING, (), ()
        if study is not None:
            self._take(study, words, lines)
        self._rows = {line.area: row for row, line in enumerate(self.lines) if line.area}
        if anew:
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, self.group_column))

    def row_of(self, area: str) -> int | None:
        """The row that shows `area`, or None."""
        return self._rows.get(area)

    def state(self, row: int, column: int) -> State:
        """What there is of the value of an indicator (columns from 1)."""
        if not np.isnan(self._normalised[row, column - 1]):
            return State.NORMALISED
        return State.MISSING if np.isnan(self._given[row, column - 1]) else State.ALIKE

    def _take(self, study: "Study", words: ClusterWords, lines: tuple[HeatLine, ...]) -> None:
        result = study.result
        self.indicators = result.dataset.indicators
        titles = tuple(words.indicator(code) for code in self.indicators)
        held, before = result.normalised, _treated(result)
        self.low, self.high = study.scale
        at = {area: row for row, area in enumerate(result.areas)}
        rows = [at.get(line.area, -1) for line in lines]
        there = np.array([row >= 0 for row in rows], dtype=np.bool_)[:, None]
        self._normalised = np.where(there, held[rows], np.nan)
        self._given = np.where(there, before[rows], np.nan)
        unscaled = np.flatnonzero((np.isnan(held) & ~np.isnan(before)).any(axis=0))
        self.alike = tuple(titles[column] for column in unscaled)
        spread = self.high - self.low
        shares = (self._normalised - self.low) / (spread or 1.0) + (0.0 if spread > 0 else 0.5)
        tree, places = study.tree, study.shown.positions
        self.heat = HeatMap(
            study.shown,
            study.against,
            lines,
            titles,
            shares,
            np.isnan(self._normalised) & ~np.isnan(self._given),
            () if tree is None else links(tree.linkage.tolist(), tree.order, [places.get(a) for a in tree.areas]),
            _cut(study),
            0 if tree is None else len(tree.areas),
        )

    def _left_out(self, study: "Study") -> str:
        if not study.left_out or study.tree is None:
            return ""
        result = study.result
        rows = [row for row, area in enumerate(result.areas) if area in set(study.left_out)]
        if (np.isnan(result.normalised[rows]) & ~np.isnan(_treated(result)[rows])).any():
            words = self.tr("Not in the tree, because a value is missing or cannot be normalised: {count}")
        else:
            words = self.tr("Not in the tree, because a value is missing: {count}")
        return words.format(count=len(study.left_out))

    # -- what Qt asks ------------------------------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Areas, and the line between those in the tree and the others."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Tree, indicators, area, group."""
        return 0 if parent.isValid() or self._study is None else len(self.indicators) + 3

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """The dividing line cannot be selected."""
        if index.isValid() and self.lines[index.row()].divider:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words of a cell, or what a tooltip and a screen reader say."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if line.divider:
            return line.divider if role == Qt.ItemDataRole.DisplayRole and index.column() == 0 else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, index.row(), index.column())
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._told(line, index.row(), index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The indicators' names; the names of both sets."""
        if orientation != Qt.Orientation.Horizontal or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        if 1 <= section <= len(self.indicators):
            return self.heat.titles[section - 1]
        if self._study is None or self._words is None:
            return ""
        if section == self.area_column:
            return self._words.set_name(self._study.shown)
        if section == self.group_column and self._study.against is not None:
            return self._words.set_name(self._study.against)
        return ""

    def _text(self, line: HeatLine, row: int, column: int) -> str:
        if column == self.area_column:
            return line.name
        if column == self.group_column:
            return line.other_name
        if 1 <= column <= len(self.indicators) and self.state(row, column) is State.NORMALISED:
            return format_number(float(self._normalised[row, column - 1]))
        return ""

    def _told(self, line: HeatLine, row: int, column: int) -> str:
        assert self._words is not None
        assert self._study is not None
        if 1 <= column <= len(self.indicators):
            return f"{line.name} · {self.heat.titles[column - 1]}: {self._said(row, column)}"
        return self._words.about(self._study, line.area)

    def _said(self, row: int, column: int) -> str:
        state = self.state(row, column)
        if state is State.MISSING:
            return self.tr("missing")
        if state is State.NORMALISED:
            return self.tr("{value} normalised").format(value=fixed(float(self._normalised[row, column - 1]), 2))
        value = format_number(float(self._given[row, column - 1]))
        others = self._given[:, column - 1]
        if len(np.unique(others[~np.isnan(others)])) == 1:
            return self.tr("{value}, not normalised: no other value to compare it with").format(value=value)
        return self.tr("{value}, which cannot be normalised").format(value=value)


def _treated(result: "Result") -> NDArray[np.float64]:
    columns: Mapping[str, NDArray[np.float64]] = result.stage_columns("treated")
    return np.column_stack([columns[code] for code in result.dataset.indicators])


def _lines(study: "Study", words: ClusterWords, divider: str) -> tuple[HeatLine, ...]:
    here = study.shown.positions
    there = study.against.positions if study.against is not None else {}

    def line(area: str) -> HeatLine:
        other = words.place_of(study.against, area) if study.against is not None and area in there else ""
        return HeatLine(area, words.area(area), here.get(area), there.get(area), other)

    tree = study.tree
    leaves = [line(tree.areas[leaf]) for leaf in tree.order] if tree is not None else []
    rest = [line(area) for area in (study.left_out if tree is not None else study.result.areas)]
    return (*leaves, *([HeatLine("", "", divider=divider)] if divider else []), *rest)


def _outline(study: "Study", words: ClusterWords, lines: tuple[HeatLine, ...]) -> object:
    """What rows there are, whichever areas they show, and what stands above the columns."""
    sets = (words.set_name(one) for one in (study.shown, study.against) if one is not None)
    titles = tuple(words.indicator(code) for code in study.result.dataset.indicators)
    return tuple(line.divider for line in lines), study.result.dataset.indicators, titles, *sets


def _cut(study: "Study") -> float | None:
    """Where the tree is cut; None where the clusters in view are not cut from it."""
    tree = study.tree
    return cut_height(tree.linkage, study.k) if tree is not None and study.shown.key == "ward" else None
