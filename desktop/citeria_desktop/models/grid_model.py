"""The grid's table: areas down, indicators across, column 0 the area's name.

Answers Qt and follows the session; which rows and columns stand here, how a cell looks, what is marked and what is
typed are objects of their own. Reads and writes only through the bridge.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from citeria_core.model import Area, CellReading, Indicator
from citeria_core.period import Period
from citeria_core.selection import Selection, selection
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.language.naming import name_of
from citeria_desktop.models.blank_period import blank_period
from citeria_desktop.models.cell_look import CellLook
from citeria_desktop.models.cell_looks import CellLooks
from citeria_desktop.models.cell_marks import CHANGED, CellMarks
from citeria_desktop.models.changed_since import ChangedSince
from citeria_desktop.models.column_heading import ColumnHeading
from citeria_desktop.models.column_layout import ColumnLayout, Layouts, Unkept
from citeria_desktop.models.coverage import Coverage
from citeria_desktop.models.filtering import condition
from citeria_desktop.models.grid_columns import GridColumns
from citeria_desktop.models.grid_entry import GridEntry
from citeria_desktop.models.grid_rows import GridRows, Sort, typed_text
from citeria_desktop.models.name_column import name_data
from citeria_desktop.models.widest_cells import widest
from citeria_desktop.session import Outcome, Scope

AnyIndex = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
LOOK_ROLE: Final = Role.UserRole + 1  # CellLook
HEADING_ROLE: Final = Role.UserRole + 2  # ColumnHeading
COVERAGE_ROLE: Final = Role.UserRole + 4  # Coverage of a row, from its name
_SELECTABLE: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITABLE: Final = _SELECTABLE | Qt.ItemFlag.ItemIsEditable
_NOWHERE: Final = QModelIndex()
_CELL_TABLES: Final = frozenset({"observation", "observation_flag", "citation", "verdict", "note"})
_FEW_CELLS: Final = 200  # more are read faster all at once
_SILENT_TABLES: Final = frozenset({"source", "node", "verdict"})  # what a cell shows does not depend on them alone


class GridModel(QAbstractTableModel):
    """Areas × indicators of the index in view, or of everything that the project has values for."""

    read_anew = Signal()  # cells may read something else now; told once after each step

    def __init__(self, bridge: SessionBridge, parent: QObject | None = None, layouts: Layouts | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.everything = bridge.session.index is None
        self.as_of: Period | None = None
        self.layouts = layouts or Unkept()
        self.entry = GridEntry(bridge, self)
        self._sort: Sort | None = None
        self._filters: dict[str, str] = {}
        self._mark = ""
        self._changed = ChangedSince(bridge.session.project)
        self._scope_read: str | None = None
        self._read(self._scope())
        bridge.changed.connect(self._follow)

    # -- what stands in it ------------------------------------------------------------------------------------------

    @property
    def areas(self) -> tuple[Area, ...]:
        """The areas in the order of the rows now."""
        return self._rows.shown

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators in the order of the columns, from column 1."""
        return self._columns.shown

    @property
    def all_indicators(self) -> tuple[Indicator, ...]:
        """The same with those that are hidden, in their places."""
        return self._columns.arranged

    @property
    def areas_in_all(self) -> int:
        """How many areas there are without filters."""
        return len(self._rows.all)

    def cell(self, index: AnyIndex) -> tuple[str, str]:
        """The codes of area and indicator at `index` ("" for the column of names)."""
        indicator = self._columns.indicator(index.column()).code if index.column() > 0 else ""
        return self._rows.area(index.row()).code, indicator

    def index_of(self, area: str, indicator: str = "") -> QModelIndex:
        """Where a cell stands now; an invalid index when it is not shown."""
        row, column = self._rows.row_of.get(area), self._columns.column_of.get(indicator, 0)
        return _NOWHERE if row is None or (indicator and not column) else self.index(row, column)

    def reading(self, index: AnyIndex) -> CellReading | None:
        """What the index reads at `index`."""
        return self._readings.get(self.cell(index))

    def period_at(self, index: AnyIndex) -> Period:
        """The period that a value typed at `index` is for: the one shown, else the column's, else the as-of."""
        reading = self.reading(index)
        if reading is not None and reading.period is not None:
            return reading.period
        return self.blank_period(index.column())

    def blank_period(self, column: int) -> Period:
        """The period that a value typed into an empty cell of a column is for."""
        code, usual = self._columns.indicator(column).code, self.heading_at(column).usual
        return blank_period(self._bridge.session.index, code, self.as_of or usual)

    def show_everything(self, everything: bool) -> None:
        """Show all that the project holds, or only what the index in view names."""
        if everything != self.everything:
            self.everything = everything
            self._reset()

    def show_as_of(self, period: Period | None) -> None:
        """Show what was known at the end of a period; None: as of the index. The index itself stays as it is."""
        if period != self.as_of:
            self.as_of = period
            self._reset()

    # -- which rows and columns ----------------------------------------------------------------------------------------

    @property
    def filters(self) -> dict[str, str]:
        """The filters as they were typed, by indicator code ("" for the names)."""
        return dict(self._filters)

    @property
    def shown_mark(self) -> str:
        """The mark that every row shown carries somewhere, or an empty text."""
        return self._mark

    def filter(self, code: str, text: str) -> None:
        """Show only the rows whose cell in a column passes; an empty text shows all. Raises `BadFilterError`."""
        condition(text)
        before = dict(self._filters)
        if text.strip():
            self._filters[code] = text
        else:
            self._filters.pop(code, None)
        if self._filters != before:
            self._rearrange()

    def filter_mark(self, mark: str) -> None:
        """Show only the rows with a marked cell; an empty text shows all."""
        if mark != self._mark:
            self._mark = mark
            self._rearrange()

    def clear_filters(self) -> None:
        """Show all rows."""
        if self._filters or self._mark:
            self._filters, self._mark = {}, ""
            self._rearrange()

    @property
    def layout_now(self) -> ColumnLayout:
        """How the columns are laid out."""
        return self.layouts.get(self._scope_key())

    def keep_layout(self, layout: ColumnLayout) -> None:
        """Remember widths and the like; other columns or another order show at once."""
        before = self.layout_now
        self.layouts.put(self._scope_key(), layout)
        if (before.order, before.hidden) != (layout.order, layout.hidden):
            self._reset()

    def _rearrange(self) -> None:
        self.beginResetModel()
        self._arrange()
        self.endResetModel()

    def _scope_key(self) -> str:
        index = self._bridge.session.index
        return "" if self.everything or index is None else index.code

    # -- Qt's questions ----------------------------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """How many areas."""
        return 0 if parent.isValid() else len(self._rows.order)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """How many indicators, and the column of names."""
        return 0 if parent.isValid() else len(self._columns.shown) + 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Values can be edited unless the file is read-only."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _EDITABLE if index.column() > 0 and not self._bridge.session.project.read_only else _SELECTABLE

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> Any:
        """Texts, looks and spoken names."""
        if not index.isValid():
            return None
        if index.column() == 0:
            return self._name_data(index.row(), role)
        if role == Role.EditRole:
            return self.typed(index)
        if role == Role.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role in (LOOK_ROLE, Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
            shown = self.look(index)
            if role == LOOK_ROLE:
                return shown
            return {Role.DisplayRole: shown.text, Role.ToolTipRole: shown.tip}.get(Role(role), shown.spoken)
        return None

    def _name_data(self, row: int, role: int) -> Any:
        """The name of a row, and how much of it is cited."""
        told = name_data(self._rows.area(row), role)
        if role not in (COVERAGE_ROLE, Role.ToolTipRole, Role.AccessibleTextRole):
            return told
        coverage = self.coverage(row)
        if role == COVERAGE_ROLE:
            return coverage
        said = self.tr("{0} of {1} indicators have a value, {2} without a source").format(
            coverage.cited + coverage.uncited, coverage.cells, coverage.uncited
        )
        return f"{told}\n{said}" if role == Role.ToolTipRole else f"{told}, {said}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Names of areas and indicators, and each column's heading."""
        if orientation == Qt.Orientation.Vertical:
            return name_of(self._rows.area(section)) if role == Role.DisplayRole else None
        if not 0 <= section < self.columnCount():
            return None
        if role == HEADING_ROLE:
            return self.heading_at(section)
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return self.heading_at(section).name
        return self._heading_tip(section) if role == Role.ToolTipRole else None

    def setData(self, index: AnyIndex, value: Any, role: int = Role.EditRole) -> bool:
        """Store what was typed as one step; False when nothing was stored (a question or an error then follows)."""
        if role != Role.EditRole or not index.isValid() or index.column() == 0:
            return False
        return self.entry.enter(index, str(value).strip())

    # -- reading ------------------------------------------------------------------------------------------------------

    def reading_of(self, area: str, indicator: str) -> CellReading | None:
        """What the cell of an area and an indicator reads."""
        return self._readings.get((area, indicator))

    def look(self, index: AnyIndex) -> CellLook:
        """How the cell at `index` looks."""
        return self.look_at(index.row(), index.column())

    def look_at(self, row: int, column: int) -> CellLook:
        """How the cell in a row and a column (from 1) looks, decided when it is first asked for."""
        return self._looks.of(self._rows.area(row), self._columns.indicator(column), self.heading_at(column).usual)

    def widest_looks(self, column: int) -> list[CellLook]:
        """How the cells of a column (from 1) look that decide how wide it must be."""
        rows, code = self._marks.rows[self._rows.order], self._columns.indicator(column).code
        return [self.look_at(row, column) for row in widest(self._readings, rows, code, self.heading_at(column).usual)]

    def heading_at(self, column: int) -> ColumnHeading:
        """What stands over a column; over that of the names, 0, their noun."""
        return self._columns.heading(column) if column else ColumnHeading(self.tr("Area"), areas=self.areas_in_all)

    def typed(self, index: AnyIndex) -> str:
        """The value at `index` as it would be typed; empty when there is none."""
        if index.column() == 0:
            return name_of(self._rows.area(index.row()))
        reading = self.reading(index)
        return "" if reading is None else typed_text(reading)

    def selection(self, indexes: Iterable[AnyIndex]) -> Selection:
        """What the numbers shown at `indexes` come to."""
        readings = [self.reading(index) for index in indexes if index.column() > 0]
        return selection(None if reading is None else reading.shown for reading in readings)

    def marked(self, mark: str) -> list[QModelIndex]:
        """The cells that carry a mark ("uncited", "rivals", "missing" or "changed"), in reading order."""
        rows, columns = np.nonzero(self._marks.table(mark)[self._rows.order])
        return [self.index(row, column + 1) for row, column in zip(rows.tolist(), columns.tolist(), strict=True)]

    def next_marked(self, mark: str, row: int, column: int, *, along: Qt.Orientation | None = None) -> QModelIndex:
        """The cell after (row, column) that carries a mark, round the end; in its row or its column alone if asked.

        Not valid when there is none.
        """
        place = self._marks.next(mark, self._rows.order, (row, column - 1), along)
        return _NOWHERE if place is None else self.index(place[0], place[1] + 1)

    def coverage(self, row: int) -> Coverage:
        """How much of a row has a value, and how much of that is cited."""
        return self._marks.coverage(self._rows.area(row).code)

    # -- changed since -------------------------------------------------------------------------------------------------

    @property
    def since(self) -> int | None:
        """The number of the step since which changed cells are marked, or None."""
        return self._changed.step

    def show_changed_since(self, step: int | None) -> None:
        """Mark the cells that differ from how they stood after a step (0: as the project was made); None: none."""
        self._changed.look_back(step)
        if step is None and self._mark == CHANGED:
            self._mark = ""
        self._mark_cells()
        self._rearrange()

    def is_changed(self, row: int, column: int) -> bool:
        """Whether a cell (column from 1) is marked as changed."""
        changed = self._changed.cells
        return bool(changed) and (self._rows.area(row).code, self._columns.indicator(column).code) in changed

    def count(self, mark: str) -> int:
        """How many cells carry a mark."""
        return self._marks.count(mark)

    # -- order --------------------------------------------------------------------------------------------------------

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by one column; a negative column brings back the project's own order."""
        self._sort = None if column < 0 else (self._columns.indicator(column).code if column else "", order)
        kept = None if self._sort is None else (self._sort[0], order == Qt.SortOrder.DescendingOrder)
        self.layouts.put(self._scope_key(), replace(self.layout_now, sort=kept))
        self.layoutAboutToBeChanged.emit()
        held = [(index, self._rows.area(index.row()).code, index.column()) for index in self.persistentIndexList()]
        self._rows.sort(self._sort if self.sorted_by else None)
        self.changePersistentIndexList(
            [index for index, _, _ in held],
            [self.index(self._rows.row_of[area], column) for _, area, column in held],
        )
        self.layoutChanged.emit()

    @property
    def sorted_by(self) -> tuple[int, Qt.SortOrder] | None:
        """The column and the direction of the order now, or None for the project's own order."""
        if self._sort is None or (self._sort[0] and self._sort[0] not in self._columns.column_of):
            return None
        return self._columns.column_of.get(self._sort[0], 0), self._sort[1]

    def _arrange(self) -> None:
        """Order and filter the rows; neither is done again while cells are edited."""
        marked = np.asarray(self._marks.table(self._mark).any(axis=1)) if self._mark else None
        filters = {code: text for code, text in self._filters.items() if not code or code in self._columns.column_of}
        self._rows.arrange(filters, marked, self._sort if self.sorted_by else None)

    # -- inside -------------------------------------------------------------------------------------------------------

    def _scope(self) -> Scope:
        return self._bridge.session.scope(self.everything, self.as_of)

    def _read(self, scope: Scope) -> None:
        layout, key = self.layout_now, self._scope_key()
        if self._scope_read != key:
            self._sort = None if layout.sort is None else (layout.sort[0], _order(descending=layout.sort[1]))
            self._scope_read = key
        self._readings = scope.readings
        self._rows = GridRows(scope.areas, scope.readings)
        self._columns = GridColumns(scope.indicators, layout, scope.readings, len(scope.areas))
        self._looks = CellLooks(scope.readings)
        self._mark_cells()
        self._arrange()

    def _mark_cells(self) -> None:
        areas, indicators = [area.code for area in self._rows.all], list(self._columns.column_of)
        self._marks = CellMarks(self._readings, areas, indicators, self._changed.cells)

    def _follow(self, outcome: Outcome) -> None:
        """Show what a step changed: its cells, if it is known which and all of them stand here; else everything."""
        session = self._bridge.session
        if self._changed.follow(outcome.changes):
            self._mark_cells()
        own = self.everything or self.as_of is not None
        known = bool(outcome.label) and (own or self._readings is session.readings)
        cells = outcome.changes.cells
        held = {indicator.code for indicator in self.all_indicators}
        here = all(area in self._rows.place_of and indicator in held for area, indicator in cells)
        if known and outcome.changes.tables <= _CELL_TABLES and (here or not own) and len(cells) <= _FEW_CELLS:
            self._take([cell for cell in cells if cell[0] in self._rows.place_of and cell[1] in held])
        elif not (known and outcome.changes.tables <= _SILENT_TABLES):
            self._reread()

    def _take(self, cells: Iterable[tuple[str, str]]) -> None:
        """Read some cells again, and tell of them, of their rows' names and of headings that say something else now."""
        rows: dict[int, list[int]] = {}  # by column, those that changed
        for area, indicator in cells:
            reading = self._bridge.session.read(area, indicator, self.everything, self.as_of)
            if reading is not None:
                self._readings[area, indicator] = reading
            self._looks.forget((area, indicator))
            self._marks.forget(area)
            column, row = self._columns.column_of.get(indicator), self._rows.row_of.get(area)
            if column is not None:
                rows.setdefault(column, []).extend([] if row is None else [row])
        for column, changed in rows.items():
            self._tell(column, range(self.rowCount()) if self._head_again(column) else changed)
        self._tell(0, [row for changed in rows.values() for row in changed])
        self.read_anew.emit()

    def _head_again(self, column: int) -> bool:
        """Head a column anew; whether all its cells look different for it: their years, their points, their room."""
        before, now = self._columns.head_again(column)
        if before == now:
            return False
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, column, column)
        if before is None or before.usual != now.usual:
            self._looks.forget_column(self._columns.indicator(column).code)
        return before is None or any(
            getattr(before, name) != getattr(now, name) for name in ("usual", "decimals", "marked")
        )

    def _tell(self, column: int, rows: Sequence[int]) -> None:
        if rows:
            self.dataChanged.emit(self.index(min(rows), column), self.index(max(rows), column))

    def _reread(self) -> None:
        """Read everything again; rows and columns stay put unless there are others now."""
        scope = self._scope()
        same = (
            self._scope_read == self._scope_key()
            and [area.code for area in scope.areas] == list(self._rows.place_of)
            and {one.code for one in scope.indicators} == {one.code for one in self.all_indicators}
        )
        if not same:
            self._reset(scope)
            return
        before = self._rows
        self._read(scope)
        self._rows.stay(before)
        if self._rows.order and self._columns.shown:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        self.read_anew.emit()

    def _reset(self, scope: Scope | None = None) -> None:
        self.beginResetModel()
        self._read(self._scope() if scope is None else scope)
        self.endResetModel()

    def _heading_tip(self, section: int) -> str:
        head = self.heading_at(section)
        if section == 0:
            return self.tr("Click to sort by name; a third click brings back the project's order.")
        indicator = self._columns.indicator(section)
        counted = self.tr("{0} of {1} areas have a value that counts").format(head.scored, head.areas)
        return "\n".join(part for part in (indicator.name, head.detail, indicator.definition, counted) if part)


def _order(*, descending: bool) -> Qt.SortOrder:
    return Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
