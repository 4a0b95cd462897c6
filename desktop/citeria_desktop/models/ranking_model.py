"""The ranking as a table: a row per area, ranked first, fed by the session's standing.

Owns the order and the words of the cells; draws nothing and computes nothing. Selection survives an update: rows that
move keep their persistent indexes.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from citeria_core.arrange import Arranged, Head
from citeria_core.model import Node
from citeria_desktop.language import lists
from citeria_desktop.models import ranking_words as words
from citeria_desktop.painting.alignments import Field

if TYPE_CHECKING:
    from citeria_core.intervals import Interval
    from citeria_core.ranking import Row, Standing

BAR_MARGIN: Final = 8  # pixels between the bars and the next column
AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()


class Column(IntEnum):
    """The columns, in the order of the full view."""

    RANK = 0
    CHANGE = 1
    AREA = 2
    BAR = 3
    SCORE = 4
    COVERAGE = 5
    PUBLISHED = 6
    INTERVAL = 7
    PATH = 8


_LEFT: Final = (Column.AREA, Column.BAR, Column.CHANGE, Column.PATH)
_SIDES: Final = tuple(
    (Qt.AlignmentFlag.AlignLeft if column in _LEFT else Qt.AlignmentFlag.AlignRight) | Qt.AlignmentFlag.AlignVCenter
    for column in Column
)


class RankingModel(QAbstractTableModel):
    """Rows of a standing, or of one arranged; `natives` are names in the area's own script, `missing` what one lacks.

    A row whose number is in `heads` is a group, with its mean score and parts. `version` changes with the rows.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self.parts: tuple[Node, ...] = ()
        self.heads: Mapping[int, Head] = {}
        self.field = Field((), ())
        self.version = 0
        self.places = 1
        self.natives: Mapping[str, str] = {}
        self.published_name = ""
        self.against = ""  # the snapshot or scenario that changes are counted against
        self.scenario = ""  # what the ranking is shown under
        self.intervals: Mapping[str, Interval] = {}
        self.runs = 0  # that the intervals rest on
        self.ghosts: Mapping[str, tuple[float | None, ...]] = {}  # the bars of the data, of areas under what is tried
        self.former: tuple[tuple[str, Mapping[tuple[str, str], float]], ...] = ()  # the ranks in every snapshot
        self._missing: Callable[[str], Sequence[str]] = _nothing

    def show(
        self,
        standing: "Standing | Arranged | None",
        natives: Mapping[str, str] | None = None,
        missing: Callable[[str], Sequence[str]] | None = None,
        weights: Sequence[float] = (),
    ) -> None:
        """Show another standing; rows of the same areas move, others are replaced. `weights` are those of the parts."""
        before_keys = self._keys()
        heads = standing.heads if isinstance(standing, Arranged) else {}
        keys = _keys(standing.rows if standing is not None else (), heads)
        if len(keys) != len(before_keys) or set(keys) != set(before_keys):
            self.beginResetModel()
            self._take(standing, natives, missing, weights)
            self.endResetModel()
            return
        if keys == before_keys:
            self._take(standing, natives, missing, weights)
            self.repaint()
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        self._take(standing, natives, missing, weights)
        position = {key: number for number, key in enumerate(keys)}
        after = [self.index(position[before_keys[index.row()]], index.column()) for index in before]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def row_of(self, area: str) -> int | None:
        """The row that shows `area`, or None."""
        return next((number for number, row in enumerate(self.rows) if row.area and row.area == area), None)

    def places_of_areas(self) -> dict[str, int]:
        """Where each area stands: its row."""
        return {row.area: number for number, row in enumerate(self.rows) if row.area}

    def path(self, row: "Row") -> tuple[float | None, ...]:
        """The ranks of an area in every snapshot, and now; None where it has none."""
        held = (ranks.get((row.area, ""), math.nan) for _, ranks in self.former)
        return (*(None if math.isnan(rank) else rank for rank in held), row.rank) if row.area else ()

    def repaint(self) -> None:
        """Tell that what the rows say has changed, in the order in which they stand."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(Column) - 1))

    def change_in_words(self, row: "Row") -> str:
        """ "up 2 since the last step", or whatever changes are counted against."""
        return words.change_in_words(row, self.against, self.scenario)

    def _keys(self) -> list[str]:
        return _keys(self.rows, self.heads)

    def missing(self, area: str) -> Sequence[str]:
        """The names of the values that `area` lacks."""
        return self._missing(area)

    def _take(
        self,
        standing: "Standing | Arranged | None",
        natives: Mapping[str, str] | None,
        missing: Callable[[str], Sequence[str]] | None,
        weights: Sequence[float],
    ) -> None:
        self.heads = standing.heads if isinstance(standing, Arranged) else {}
        self.version += 1
        self.rows = standing.rows if standing is not None else ()
        self.parts = standing.parts if standing is not None else ()
        self.natives, self._missing = natives or {}, missing or _nothing
        ranked = [row for row in self.rows if row.label]
        ends = tuple(end for row in ranked for end in (row.low, row.high) if end is not None)
        even = (1.0,) * len(self.parts)
        drawn = (*ranked, *(self.rows[number] for number in self.heads))  # a folded group is all there is of its rows
        self.field = Field(tuple(row.parts for row in drawn), tuple(weights) or even, ends)
        self.places = words.decimals([row.score for row in ranked])

    # -- what Qt asks ------------------------------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Areas."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell, its tooltip, or what a screen reader says."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if index.row() in self.heads:
            return self._head_data(row, self.heads[index.row()], Column(index.column()), role)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, Column(index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = words.sentence(row, self.parts, self.places), self.change_in_words(row), self._interval(row)
            return " ".join(filter(None, told))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _SIDES[index.column()]
        return None

    def _tip(self, row: "Row", column: Column) -> str:
        beside = {Column.INTERVAL: self._interval(row), Column.PATH: self._path_words(row)}.get(column)
        lines = [words.tooltip(row, self.parts, self.places, self.missing(row.area), self.change_in_words(row))]
        return "\n".join([beside, *lines] if beside else lines)

    def _interval(self, row: "Row") -> str:
        held = self.intervals.get(row.area)
        return "" if held is None or math.isnan(held.low) else words.interval(held.low, held.high, self.runs)

    def _path_words(self, row: "Row") -> str:
        """ "Base 6, After 8, now 8"."""
        names = (*(name for name, _ in self.former), self.tr("now"))
        none = self.tr("no rank")
        ranks = ("" if rank is None else f"{rank:g}" for rank in self.path(row))
        return lists.clauses(f"{name} {rank or none}" for name, rank in zip(names, ranks, strict=False))

    def _head_data(self, row: "Row", head: Head, column: Column, role: int) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _SIDES[column]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return words.group_sentence(row, head, self.parts, self.places)
        return self._head_text(row, head, column) if role == Qt.ItemDataRole.DisplayRole else None

    def shown(self, number: int, column: Column) -> str:
        """What stands in a cell of row `number`, an area or a group."""
        row, head = self.rows[number], self.heads.get(number)
        return self.text(row, column) if head is None else self._head_text(row, head, column)

    def _head_text(self, row: "Row", head: Head, column: Column) -> str:
        match column:
            case Column.AREA:
                return words.group_name(head)
            case Column.SCORE:
                return "" if row.score is None else words.number(row.score, self.places)
            case Column.COVERAGE:
                return f"{row.present}/{row.total}"
        return ""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.titles()[Column(section)]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._hints().get(Column(section))
        return None

    def text(self, row: "Row", column: Column) -> str:
        """The words of one cell."""
        match column:
            case Column.RANK:
                return row.label
            case Column.CHANGE:
                return words.change(row)
            case Column.AREA:
                return row.name
            case Column.BAR:
                return "" if row.label else row.reason
            case Column.SCORE:
                return "" if row.score is None else words.number(row.score, self.places)
            case Column.COVERAGE:
                return f"{row.present}/{row.total}" + (f" {self.tr('partial')}" if row.partial and row.label else "")
            case Column.PUBLISHED:
                return row.published
            case Column.INTERVAL:
                held = self.intervals.get(row.area)
                return "" if held is None or math.isnan(held.low) else f"{held.low:.3g}–{held.high:.3g}"
            case Column.PATH:
                path = self.path(row)
                return " ".join("–" if rank is None else f"{rank:g}" for rank in path) if len(path) > 1 else ""

    def tsv(self, numbers: Sequence[int]) -> str:
        """The given rows as tab-separated text with a header, as a spreadsheet takes it; scores at full precision."""
        titles = self.titles()
        drawn = {Column.BAR, Column.COVERAGE}
        drawn |= set() if self.intervals else {Column.INTERVAL}
        drawn |= set() if self.former else {Column.PATH}
        kept = [column for column in Column if column not in drawn]
        head = [titles[column] for column in kept] + [part.name for part in self.parts]
        lines = ["\t".join([*head, self.tr("present"), self.tr("values")])]
        for row in (self.rows[number] for number in sorted(numbers) if number not in self.heads):
            cells = [self._plain(row, column) for column in kept]
            cells += ["" if value is None else repr(float(value)) for value in row.parts]
            lines.append("\t".join([*cells, str(row.present), str(row.total)]))
        return "\n".join(lines) + "\n"

    def _plain(self, row: "Row", column: Column) -> str:
        if column == Column.SCORE:
            return "" if row.score is None else repr(float(row.score))
        if column == Column.CHANGE:
            return "" if not row.change else f"{row.change:+d}"
        return self.text(row, column)

    def part_words(self, row: "Row", part: int) -> str:
        """ "Enterprise: 31.2", "Enterprise: not measured", with the share that was imputed."""
        return words.part_words(row, self.parts[part], part, self.places)

    def _hints(self) -> dict[Column, str]:
        return {
            Column.CHANGE: self._change_hint(),
            Column.BAR: self.tr("What each part adds to the score; the line below is the share of values present"),
            Column.COVERAGE: self.tr("How many of the index's values are there; below 65 % the row is marked partial"),
            Column.PUBLISHED: self.published_name or self.tr("The rank that somebody else published, to compare with"),
            Column.INTERVAL: self.tr("Between which ranks an area lies if weights and doubtful values were others"),
            Column.PATH: self.tr("The rank in every snapshot, and now; the first rank is at the top"),
        }

    def _change_hint(self) -> str:
        if self.against:
            return self.tr("Places gained or lost against “{snapshot}”").format(snapshot=self.against)
        if self.scenario:
            return self.tr("Places gained or lost under “{scenario}”").format(scenario=self.scenario)
        return self.tr("Places gained or lost since the last step")

    def titles(self) -> dict[Column, str]:
        """The names of the columns."""
        return {
            Column.RANK: self.tr("rank"),
            Column.CHANGE: "Δ",
            Column.AREA: self.tr("area"),
            Column.BAR: self.tr("score by part, coverage below"),
            Column.SCORE: self.tr("score"),
            Column.COVERAGE: self.tr("coverage"),
            Column.PUBLISHED: self.tr("published"),
            Column.INTERVAL: self.tr("interval"),
            Column.PATH: self.tr("path"),
        }


def _keys(rows: Sequence["Row"], heads: Mapping[int, Head]) -> list[str]:
    """What each row is, whatever its place: an area, or a group."""
    return [f"\0{heads[number].code}" if number in heads else row.area for number, row in enumerate(rows)]


def _nothing(area: str) -> Sequence[str]:
    return ()
