"""The data view: areas × indicators, typed into as a spreadsheet; the cells that want attention are a click away."""

from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from typing import Final

from PySide6.QtCore import QMimeData, QModelIndex, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from citeria_core.errors import KnownError
from citeria_core.model import Missing
from citeria_core.period import Period
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs.number_question import NumberQuestion
from citeria_desktop.dialogs.replace import ReplaceDialog
from citeria_desktop.models import table_text
from citeria_desktop.models.carried import CELLS, MOST_CELLS
from citeria_desktop.models.cell_look import reason_text
from citeria_desktop.models.cell_marks import CHANGED
from citeria_desktop.models.clipboard import copied
from citeria_desktop.models.column_layout import Layouts
from citeria_desktop.models.grid_model import GridModel
from citeria_desktop.models.grid_text import block, carried
from citeria_desktop.models.plural import counted
from citeria_desktop.picture.subject import Picture
from citeria_desktop.picture.table import TableDrawing
from citeria_desktop.theme import Theme
from citeria_desktop.views.column_menu import ColumnMenu
from citeria_desktop.views.empty_state import EmptyState
from citeria_desktop.views.grid_bar import GridBar
from citeria_desktop.views.grid_blocks import GridBlocks
from citeria_desktop.views.grid_citing import GridCiting
from citeria_desktop.views.grid_filters import FilterLine
from citeria_desktop.views.grid_header import HEIGHT, GridHeader
from citeria_desktop.views.grid_question import GridQuestion
from citeria_desktop.views.grid_selection import GridSelection
from citeria_desktop.views.grid_table import FrozenGrid
from citeria_desktop.views.view import State, View

_MOST_SUMMARISED: Final = 50_000  # selected cells; to look at more would hold up the selecting
_REASONS: Final = (Missing.NOT_FOUND, Missing.NOT_COLLECTED, Missing.NOT_APPLICABLE, Missing.SUPPRESSED)


class GridView(View):
    """The grid, its header of chips, and what can be done with selected cells."""

    def __init__(
        self,
        bridge: SessionBridge,
        theme: Theme,
        parent: QWidget | None = None,
        layouts: Layouts | None = None,
        seen: int | None = None,
    ) -> None:
        """`seen` is the newest step when this project was left the last time."""
        super().__init__(bridge, theme, parent)
        self.setAccessibleName(self.tr("Data"))
        self.model = GridModel(bridge, self, layouts)
        self.grid = FrozenGrid(self.model, theme)
        self.table = self.grid.values
        self.bar = GridBar(self.model, bridge.session.project, seen)
        self.blocks = GridBlocks(bridge, theme, self.model, self.table, self)
        self.citing = GridCiting(bridge, self.model, self.table, self)
        self.selection = GridSelection(bridge, self.model, self.grid, self)
        self.asking = GridQuestion(self.model, self.table, self)
        self.columns = ColumnMenu(self.model, self.table, self)
        self._scroll: tuple[int, int] | None = None  # where the scroll bars are to go back to
        self._empty = EmptyState(
            self.tr("Values of areas and indicators will stand here. This project has none yet."),
            self.tr("Add areas and indicators"),
        )
        self._build()
        self._connect()
        self.set_theme(theme)
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        super().set_theme(theme)
        self.grid.set_theme(theme)
        self.blocks.theme = theme

    @property
    def question(self) -> NumberQuestion | None:
        """The question that waits for its answer, or None."""
        return self.asking.shown

    @property
    def editing(self) -> bool:
        """Whether a value is being typed or a question waits for its answer."""
        return self.table.editing or self.question is not None or self.blocks.question is not None

    # -- scope ---------------------------------------------------------------------------------------------------------

    def show_everything(self, everything: bool) -> None:
        """Show all data of the project, or only what the index in view names."""
        self.model.show_everything(everything)
        self._refresh()

    def show_as_of(self, period: Period | None) -> None:
        """Show what was known at the end of a period; the index in view stays as it is."""
        self.model.show_as_of(period)
        self._refresh()

    def show_marked(self, mark: str) -> None:
        """Show only the rows that have a cell with `mark`, and go to the first; an empty text shows all."""
        self.model.filter_mark(mark)
        if mark:
            self.next_marked(mark)

    def show_filters(self, shown: bool) -> None:
        """Show the filters under the headings, with the caret in that of the current column; or take them away."""
        self.grid.show_filters(shown)
        self.bar.filter.setChecked(shown)
        if shown:
            _, code = self.model.cell(self.table.currentIndex()) if self.table.currentIndex().isValid() else ("", "")
            line = self.grid.filters.lines.get(code) or self.grid.name_filter.lines[""]
            line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.table.setFocus()
        self._refresh()

    def toggle_filters(self) -> None:
        """Show the filters, or take them away if the focus is in them already."""
        focus = QApplication.focusWidget()
        self.show_filters(not self.grid.filters.shown or not isinstance(focus, FilterLine))

    def replace(self) -> None:
        """Open find and replace, over the selection if there is one of several cells."""
        chosen = self.selection.chosen

        def cells(selected: bool) -> Iterable[QModelIndex]:
            if selected:
                return chosen
            rows, columns = range(self.model.rowCount()), range(1, self.model.columnCount())
            return (self.model.index(row, column) for row in rows for column in columns)

        theme = self.blocks.theme
        dialog = ReplaceDialog(self._bridge, theme, self.model, cells, selected=len(chosen), parent=self.window())
        dialog.replaced.connect(self.told)
        dialog.finished.connect(lambda _: self.table.setFocus())
        dialog.open()

    # -- columns -------------------------------------------------------------------------------------------------------

    def find_column(self) -> None:
        """Open the list of columns: find one, show, hide and move them."""
        self.columns.find_column()

    def column_menu(self, column: int) -> QMenu:
        """What can be done with a column."""
        return self.columns.menu(column)

    # -- find ----------------------------------------------------------------------------------------------------------

    def seek(self, text: str) -> tuple[int, int]:
        """Look for `text` and go to the first hit; returns its place from 1 and how many there are (0, 0: none)."""
        return self.selection.seek(text)

    def find_next(self, step: int) -> tuple[int, int]:
        """Go to the next (1) or previous (−1) hit, round the end."""
        return self.selection.find_next(step)

    def go_to(self, index: QModelIndex) -> None:
        """Make a cell the current one and show it."""
        self.selection.go_to(index)

    # -- what is done with cells ---------------------------------------------------------------------------------------

    def copy(self, *, headed: bool = False) -> None:
        """Put the selected cells on the clipboard as tab-separated text, CSV and HTML."""
        chosen = self.selection.chosen
        copied_block = block(self.model, chosen, headed=headed)
        if not copied_block:
            self.told.emit(self.tr("Nothing is selected to copy"))
            return
        forms, data = copied(copied_block, headed=headed), QMimeData()
        if not headed and len(chosen) <= MOST_CELLS:
            data.setData(CELLS, carried(self.model, chosen).to_bytes())
        data.setText(forms.tabs)
        data.setData("text/csv", forms.commas.encode())
        data.setHtml(forms.page)
        QApplication.clipboard().setMimeData(data)
        self.told.emit(self.tr("Copied {0}").format(counted(len(chosen), "value")))

    def clear(self, reason: Missing = Missing.NOT_FOUND) -> None:
        """Say that the selected values are missing."""
        if not self._bridge.session.project.read_only:
            self.model.entry.clear(self.selection.chosen, reason)

    def settle(self) -> bool:
        """Store what is being typed; False when it could not be stored or waits for an answer."""
        editor = self.table.cells.editor
        if self.table.editing and editor is not None:
            self.table.commitData(editor)
        return self.question is None and (not self.table.editing or self.table.cells.stored)

    def hindrance(self) -> str:
        """Store what is being typed; why it cannot be stored."""
        if self.settle():
            return ""
        return self.tr("A value in the grid is not stored yet: finish it, or leave it with Esc.")

    def state(self) -> dict[str, object]:
        """Scope, period, filters and scroll; order and columns are kept by the model's layouts."""
        period = self.model.as_of
        bars = self.table.horizontalScrollBar(), self.table.verticalScrollBar()
        return {
            "everything": self.model.everything,
            "period": "" if period is None else str(period),
            "mark": self.model.shown_mark,
            "filters": self.model.filters if self.grid.filters.shown else None,
            "scroll": [bar.value() for bar in bars],
        }

    def restore(self, state: State) -> None:
        """Show the same rows again; the scroll bars go back once they have their lengths."""
        period, filters, scroll = state.get("period"), state.get("filters"), state.get("scroll")
        if isinstance(state.get("everything"), bool):
            self.model.show_everything(bool(state["everything"]))
        if isinstance(period, str) and period:
            with suppress(KnownError):
                self.model.show_as_of(Period.parse(period))
        self.model.filter_mark(str(state.get("mark") or ""))
        if isinstance(filters, dict):
            self.grid.show_filters(True)
            self.bar.filter.setChecked(True)
            for code, text in filters.items():
                with suppress(KnownError):
                    self.model.filter(str(code), str(text))
        if isinstance(scroll, list) and len(scroll) == 2 and all(isinstance(value, int) for value in scroll):
            self._scroll = (scroll[0], scroll[1])
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """The first time, go back to where the scroll bars stood."""
        super().showEvent(event)
        if self._scroll is not None:
            QTimer.singleShot(0, self, self._scroll_back)

    def _scroll_back(self) -> None:
        if self._scroll is not None:
            self.table.horizontalScrollBar().setValue(self._scroll[0])
            self.table.verticalScrollBar().setValue(self._scroll[1])
        self._scroll = None

    def table_text(self) -> str:
        """Every row and column, in the order shown."""
        return table_text.of_grid(self.model)

    def picture(self) -> Picture:
        """Every row and column, in the order shown."""
        drawing = TableDrawing(self.grid.names, self.grid.values, heading=HEIGHT)
        return Picture(self.tr("Data"), drawing, note=drawing.note)

    def edit(self) -> None:
        """Edit the current value."""
        self.table.setFocus()
        self.table.edit_at_end()

    def next_row(self) -> None:
        """Go one row down in the same column."""
        now = self.table.currentIndex()
        if now.isValid() and now.row() + 1 < self.model.rowCount():
            self.go_to(self.model.index(now.row() + 1, max(1, now.column())))

    def next_marked(self, mark: str) -> None:
        """Go to the next cell that carries `mark`, round the end."""
        now = self.table.currentIndex()
        self._go_to_marked(mark, (now.row(), max(1, now.column())) if now.isValid() else (-1, 1))

    def next_along(self, along: Qt.Orientation) -> None:
        """Go to the next value without a source in the current column (vertical) or row (horizontal)."""
        now = self.table.currentIndex()
        if now.isValid() and not self._go_to_marked("uncited", (now.row(), now.column()), along):
            told = self.tr("Every value of this column has a source")
            self.told.emit(
                told if along == Qt.Orientation.Vertical else self.tr("Every value of this row has a source")
            )

    def _go_to_marked(self, mark: str, here: tuple[int, int], along: Qt.Orientation | None = None) -> bool:
        """Go to the next marked cell after a place (row, column), in its row or column alone if asked."""
        found = self.model.next_marked(mark, *here, along=along)
        if found.isValid():
            self.go_to(found)
            self.table.setFocus()
        return found.isValid()

    def _follow_ring(self, index: QModelIndex, along: Qt.Orientation) -> None:
        """A ring was pressed: to the next value of its row or column without a source, from where the reader is."""
        now, down = self.table.currentIndex(), along == Qt.Orientation.Vertical
        inside = now.isValid() and (now.column() == index.column() if down else now.row() == index.row())
        begin = (-1, index.column()) if down else (index.row(), 0)
        if not self._go_to_marked("uncited", (now.row(), now.column()) if inside else begin, along):
            self.told.emit(self.tr("Every value here has a source"))

    def show_changed_since(self, step: int | None) -> None:
        """Show only the rows with a cell that differs from how it stood after a step; None: mark no changes."""
        self.model.show_changed_since(step)
        self.show_marked(CHANGED if step is not None else "")
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Chips that there is no room for go, the least wanted first."""
        super().resizeEvent(event)
        self.bar.fit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the selected cells."""
        if not self.selection.chosen:
            return
        menu = self.cell_menu()
        menu.popup(event.globalPos())

    def cell_menu(self) -> QMenu:
        """The menu of the selected cells."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        writable = not self._bridge.session.project.read_only
        menu.addAction(self.tr("Edit value"), self.edit).setEnabled(writable)
        menu.addAction(self.tr("Cell dossier"), lambda: self.action_wanted.emit("cell_dossier"))
        menu.addSeparator()
        menu.addAction(self.tr("Copy"), self.copy)
        menu.addAction(self.tr("Copy with headers"), lambda: self.copy(headed=True))
        menu.addAction(self.tr("Paste…"), self.blocks.paste).setEnabled(writable)
        menu.addSeparator()
        for text, work in (
            (self.tr("Fill down"), self.blocks.fill_down),
            (self.tr("Fill right"), self.blocks.fill_right),
            (self.tr("Repeat the last citation"), self.citing.repeat),
            (self.tr("Cite selection…"), self.citing.choose),
        ):
            menu.addAction(text, work).setEnabled(writable)
        menu.addSeparator()
        absent = menu.addMenu(self.tr("Mark as missing"))
        absent.setEnabled(writable)
        for reason in _REASONS:
            absent.addAction(reason_text(reason).capitalize(), partial(self.clear, reason))
        return menu

    # -- inside --------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        self._stack = QStackedLayout()
        layout.addLayout(self._stack, 1)  # before it is filled: what it shows without a parent would be a window
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self._empty)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self._empty.wanted.connect(lambda: self.go_wanted.emit("structure", "areas"))
        self.bar.everything_wanted.connect(self.show_everything)
        self.bar.mark_wanted.connect(self.show_marked)
        self.bar.filters_wanted.connect(self.show_filters)
        self.bar.period_wanted.connect(self.show_as_of)
        self.columns.gone_to.connect(self.go_to)
        self.columns.filters_wanted.connect(lambda: self.show_filters(True))
        self.grid.names.horizontalHeader().setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)  # it has none
        self.table.clear_wanted.connect(self.clear)
        self.table.cut_wanted.connect(self.blocks.cut)
        self.table.spread_wanted.connect(self.blocks.repeat_current)
        self.table.cells.spread.connect(self.blocks.spread)
        self.blocks.told.connect(self.told)
        self.citing.told.connect(self.told)
        self.bar.since_wanted.connect(self.show_changed_since)
        self.bar.failed.connect(self._bridge.failed)
        self.table.writable = not self._bridge.session.project.read_only
        self.table.stretched.connect(self.blocks.stretch)
        self.table.source_dropped.connect(self.citing.drop)
        header = self.table.horizontalHeader()
        if isinstance(header, GridHeader):
            at = self.model.index
            header.ring_pressed.connect(lambda column: self._follow_ring(at(0, column), Qt.Orientation.Vertical))
            self.grid.names.ring_pressed.connect(lambda row: self._follow_ring(at(row, 1), Qt.Orientation.Horizontal))
        self.selection.summarised.connect(self.summarised)
        self.asking.answered.connect(self.next_row)
        self.model.read_anew.connect(self._refresh)
        self.model.modelReset.connect(self._come_back)

    def _refresh(self) -> None:
        """Say what is shown and how much of it wants attention."""
        index = self._bridge.session.index
        self.bar.show_model(None if index is None else index.as_of)
        self._stack.setCurrentIndex(0 if self.model.areas_in_all and self.model.all_indicators else 1)
        self.selection.summarise()

    def _come_back(self) -> None:
        """Other rows or columns stand here now: show them, with what was selected, if it is among them."""
        self._refresh()
        self.selection.come_back()
