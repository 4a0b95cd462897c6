"""The sources of the project: found by typing and filters, sorted by any column, each with all there is to it."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QSplitter, QVBoxLayout, QWidget

from citeria_desktop.jobs import LatestJob
from citeria_desktop.models.source_model import Column, SourceModel
from citeria_desktop.models.source_standing import Standing, look_around, standing
from citeria_desktop.models.table_text import of_sources
from citeria_desktop.panels.copy_opening import CopyOpener
from citeria_desktop.panels.filter_line import FilterLine
from citeria_desktop.panels.source_details import SourceDetails
from citeria_desktop.panels.source_filters import SourceFilters, keys_of
from citeria_desktop.panels.source_table import NARROW, SourceTable
from citeria_desktop.panels.view_header import ViewHeader
from citeria_desktop.picture.subject import Picture
from citeria_desktop.picture.table import TableDrawing
from citeria_desktop.theme import Theme
from citeria_desktop.views.empty_state import EmptyState
from citeria_desktop.views.view import State, View

if TYPE_CHECKING:
    from collections.abc import Mapping

    from citeria_core.archived import CopyState
    from citeria_core.source_identity import Found
    from citeria_desktop.bridge import SessionBridge
    from citeria_desktop.session import Outcome

_SHOWN_TABLES = frozenset({"source", "citation", "observation", "observation_flag", "archived_copy", "note"})
_LOOKED_TABLES = frozenset({"source", "archived_copy"})  # what duplicates and linked files hang on
_ORDERED = frozenset({"twice", "due", "stale"})  # chips whose order says something


class SourcesView(View):
    """List at the left, the chosen source at the right; `add_requested` tells that a source is being added."""

    add_requested = Signal()

    def __init__(
        self,
        bridge: "SessionBridge",
        theme: Theme,
        parent: QWidget | None = None,
        opener: CopyOpener | None = None,
    ) -> None:
        super().__init__(bridge, theme, parent)
        self.setAccessibleName(self.tr("Sources"))
        self.setAcceptDrops(True)
        self.standing = Standing()
        self.job = LatestJob()
        self._opener = opener or CopyOpener(bridge)
        self._key = ""
        self._stale = False
        self._filling = False  # whether the list is being made, and what is chosen follows at the end
        self.model = SourceModel(self)
        self.header = ViewHeader(self.tr("Sources"))
        self.count = QLabel()
        self.count.setProperty("role", "chip")
        self.filter = FilterLine()
        self.add = QPushButton(self.tr("Add a source…"))
        self.filters = SourceFilters()
        self.table = SourceTable(self.model, theme)
        self.details = SourceDetails(bridge, theme, opener=self._opener)
        self.empty = EmptyState(self._purpose())
        self._build()
        self._connect()
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Dress in another theme."""
        super().set_theme(theme)
        self.table.set_theme(theme)
        self.details.set_theme(theme)

    def picture(self) -> Picture:
        """The list, all of it."""
        drawing = TableDrawing(self.table)
        return Picture(self.tr("Sources"), drawing, note=drawing.note)

    def show_source(self, key: str) -> None:
        """Choose one source, emptying the filters if they hide it."""
        if self.model.row_of(key) is None:
            self.clear_filters()
        self._key = key
        self._select_again()
        self.table.scrollTo(self.table.currentIndex())

    def clear_filters(self) -> None:
        """List every source again."""
        self.filter.clear()
        self.filters.clear()

    def merge(self, keys: list[str]) -> None:
        """Ask which of several sources to keep, after a look at what a merge would do."""
        from citeria_desktop.dialogs.source_merge import MergeDialog

        dialog = MergeDialog(self._bridge, self._theme, keys, self)
        dialog.merged.connect(self.show_source)
        dialog.open()

    def recite(self, old: str) -> None:
        """Ask which citations of a source go to a new edition."""
        from citeria_desktop.dialogs.source_recite import ReciteDialog

        dialog = ReciteDialog(self._bridge, self._theme, old, self)
        dialog.recited.connect(self.show_source)
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Over the list: a file can be dropped on a source."""
        self.details.consider(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Only where a source is."""
        self.details.consider(event)
        if self.table.row_at(event.position().toPoint(), self) < 0:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Archive what was dropped for the source it was dropped on."""
        row = self.table.row_at(event.position().toPoint(), self)
        if row < 0:
            event.ignore()
            return
        self.show_source(self.model.entries[row].source.key)
        self.details.dropEvent(event)

    # -- what the window asks ----------------------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether duplicates and linked files are being looked at."""
        return self.job.busy

    @property
    def editing(self) -> bool:
        """Whether something is typed into the upkeep of a source."""
        return self.details.dirty

    def hindrance(self) -> str:
        """Store what is being typed; why it cannot be stored."""
        self.details.settle()
        if not self.editing:
            return ""
        return self.tr("Something typed about a source is not stored yet: mend it, or leave it with Esc.")

    def stop(self) -> None:
        """What the job finds would be shown with a project that is closed by then."""
        self.job.cancel()

    def pointed_at(self) -> tuple[str, str]:
        """That of the value chosen among those that cite the source."""
        return self.details.uses.cell or super().pointed_at()

    def state(self) -> dict[str, object]:
        """Filters, order, the chosen source and its page."""
        return {
            "text": self.filter.text(),
            "chip": self.filters.chosen,
            "type": self.filters.wanted_type,
            "tag": self.filters.wanted_tag,
            "column": int(self.table.horizontalHeader().sortIndicatorSection()),
            "descending": self.table.horizontalHeader().sortIndicatorOrder() == Qt.SortOrder.DescendingOrder,
            "source": self._key,
            "page": self.details.pages.current,
        }

    def restore(self, state: State) -> None:
        """Go back to filters, order, source and page of an earlier run."""
        kind, tag, column = state.get("type"), state.get("tag"), state.get("column")
        self.filters.choose(str(state.get("chip") or ""), str(kind) if kind else None, str(tag) if tag else None)
        if isinstance(column, int) and 0 <= column < len(Column):
            descending = Qt.SortOrder.DescendingOrder if state.get("descending") else Qt.SortOrder.AscendingOrder
            self.table.sortByColumn(column, descending)
        self.filter.setText(str(state.get("text") or ""))
        self._key = str(state.get("source") or "")
        self._refresh()
        page = state.get("page")
        if isinstance(page, int) and 0 <= page < len(self.details.pages.chips):
            self.details.pages.choose(page)

    def table_text(self) -> str:
        """The sources in the list as CSV."""
        return of_sources(self.model)

    def _build(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter by author, title, year, publisher or key"))
        self.filter.setAccessibleName(self.tr("Filter the sources"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(120)
        self.filter.setMaximumWidth(320)
        self.header.add(self.count)
        self.header.add_wide(self.filter)
        self.header.add_right(self.add)
        self.table.setAccessibleName(self.tr("Sources"))
        self.split = split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self.empty)
        self.beside = QScrollArea()  # where there is little height the details scroll, so that the list keeps its rows
        self.beside.setWidgetResizable(True)
        self.beside.setFrameShape(QFrame.Shape.NoFrame)
        self.beside.setWidget(self.details)
        self.beside.setMinimumSize(300, 150)
        split.addWidget(self.beside)
        split.setCollapsible(2, True)  # dragged shut, all the room is the list's
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        split.setSizes([720, 720, 400])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.filters)
        column.addWidget(split, 1)
        self.setFocusProxy(self.filter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the list, the details stand below it."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        self.split.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        if narrow:
            room = self.split.height()
            self.split.setSizes([room - room * 2 // 5] * 2 + [room * 2 // 5])
        self.table.fit(QSize(self.width(), self.height() - self.header.height()))

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filter)
        self.filter.left.connect(self._enter_list)
        self.add.clicked.connect(self.add_source)
        self.empty.wanted.connect(self.clear_filters)
        self.filters.changed.connect(self._narrow)
        self.job.finished.connect(self._looked)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.table.clicked.connect(self._clicked)
        self.model.modelReset.connect(self._select_again)
        self.details.merge_wanted.connect(self.merge)
        self.details.recite_wanted.connect(self.recite)
        self.details.told.connect(self.told)
        self.details.copies.verified.connect(self._verified)
        self.details.cell_requested.connect(lambda *_: self.go_wanted.emit("data", ""))
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.filter.setFocus)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._bridge.changed.connect(self._changed)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self._refresh()

    @Slot(object)
    def _changed(self, outcome: "Outcome") -> None:
        tables = outcome.changes.tables
        if not tables or tables & _SHOWN_TABLES:
            if self.isVisible():
                self._refresh(look=not tables or bool(tables & _LOOKED_TABLES))
            else:
                self._stale = True

    def _refresh(self, *, look: bool = True) -> None:
        """Show what the project says of its sources now; with `look`, have duplicates and linked files looked at."""
        self._stale = False
        project = self._bridge.session.project
        before = self.standing
        self.standing = replace(standing(project, date.today()), found=before.found, links=before.links)
        if look:
            self.job.start(look_around(project, self.standing.sources, self.standing.copies))
        self._filling = True
        self.model.show(self.standing.sources)
        self.add.setEnabled(not project.read_only)
        self.details.offer_keys([source.key for source in self.standing.sources])
        self._narrow()

    @Slot(object)
    def _looked(self, looked: "tuple[Found, Mapping[str, CopyState]]") -> None:
        found, links = looked
        if (found, links) != (self.standing.found, self.standing.links):
            self.standing = replace(self.standing, found=found, links=links)
            self._narrow()

    @Slot(object)
    def _verified(self, states: "Mapping[str, CopyState]") -> None:
        self.standing = replace(self.standing, links=states)
        self._narrow()

    @Slot(str)
    def _filter(self, text: str) -> None:
        self.model.filter(text)
        self._tell()

    @Slot()
    def _narrow(self) -> None:
        self._filling = True
        self.filters.show_standing(self.standing, self.model.kinds(), self.model.tags())
        chip = self.filters.chosen
        keys = keys_of(self.standing, chip) if chip else None
        self.model.narrow(keys, self.filters.wanted_type, self.filters.wanted_tag, keep_order=chip in _ORDERED)
        self._filling = False
        self._tell()
        self._select_again()

    def _purpose(self) -> str:
        return self.tr("Here will be every source that a value cites. Add the first one, or cite one at a value.")

    def _tell(self) -> None:
        shown, total = len(self.model.entries), self.model.total
        self.count.setText(
            str(total) if shown == total else self.tr("{shown} of {total}").format(shown=shown, total=total)
        )
        self.table.setVisible(shown > 0)
        self.empty.setVisible(shown == 0)
        self.empty.say(self._nothing() if total else self._purpose())
        self.empty.offer(self.tr("Show all sources") if total else "")
        self.beside.setVisible(total > 0)

    def _nothing(self) -> str:
        if self.filter.text():
            return self.tr("No source holds all of “{text}”.").format(text=self.filter.text())
        return self.tr("No source passes these filters.")

    @Slot()
    def _enter_list(self) -> None:
        if self.model.entries:
            self.table.setFocus()
            if not self.table.currentIndex().isValid():
                self.table.selectRow(0)

    @Slot()
    def _select_again(self) -> None:
        """After filtering or sorting the same source stays chosen while it is shown; else the first."""
        if self._filling:
            return
        if not self.model.entries:
            self.details.show_entry(None)
            return
        row = self.model.row_of(self._key) or 0
        if self.table.currentIndex().row() != row:
            flags = QItemSelectionModel.SelectionFlag
            index = self.model.index(row, Column.SOURCE)
            self._filling = True
            self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self._filling = False
            self.table.scrollTo(index)
        self._key = self.model.entries[row].source.key
        self.details.show_entry(self.model.entries[row], self.standing)

    @Slot(QModelIndex, QModelIndex)
    def _choose(self, current: QModelIndex) -> None:
        if current.isValid() and not self._filling:
            entry = self.model.entries[current.row()]
            self._key = entry.source.key
            self.details.show_entry(entry, self.standing)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        url = self.model.entries[index.row()].source.url
        if index.column() == Column.LINK and url:
            self._opener.open_address(url)

    @Slot()
    def add_source(self) -> None:
        """Ask for a new source."""
        from citeria_desktop.dialogs.add_source import AddSourceDialog

        self.add_requested.emit()
        dialog = AddSourceDialog(self._bridge, parent=self)
        dialog.added.connect(self.show_source)
        dialog.open()
