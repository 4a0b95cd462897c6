"""The inspector: where the selected number comes from, what rivals it, how it counts, who changed it; and its edits.

Owns which cell is shown and what has been typed and not yet sent, kept per cell; the page of a cell does the rest.
"""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from citeria_core.errors import KnownError
from citeria_core.period import Period
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.language.phrases import error_words
from citeria_desktop.models.dossier import Dossier, dossier
from citeria_desktop.panels.area_page import AreaPage
from citeria_desktop.panels.cell_page import CellPage
from citeria_desktop.panels.inspector_forms import CiteForm, Draft, ValueForm
from citeria_desktop.panels.reading_place import ReadingPlace, settle
from citeria_desktop.panels.scrolled_column import ScrolledColumn
from citeria_desktop.theme import Theme
from citeria_desktop.views.empty_state import EmptyState

Cell = tuple[str, str]
Forms = tuple[tuple[CiteForm | ValueForm | None, dict[Cell, Draft]], ...]


class Inspector(QWidget):
    """One cell, in full; not `whole`, without what the dossier shows beside it."""

    next_row_wanted = Signal()
    drafted = Signal(bool)  # whether something typed here is not stored yet
    page_made = Signal()  # `page` shows something else, or shows it anew

    def __init__(
        self, bridge: SessionBridge, theme: Theme, parent: QWidget | None = None, *, whole: bool = True
    ) -> None:
        super().__init__(parent)
        self._whole = whole
        self._bridge = bridge
        self._cell: Cell = ("", "")
        self._target: Cell = (bridge.area, bridge.indicator)
        self._kept: Mapping[str, object] = {}  # of an earlier run, until its cell is shown
        self._period: Period | None = None  # chosen here; None = the one the index reads
        self._adding = False
        self._drafted = False
        self._cites: dict[Cell, Draft] = {}
        self._adds: dict[Cell, Draft] = {}
        self._unstored: dict[Cell, str] = {}  # notes that the file did not take
        self.setObjectName("Surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Inspector"))
        self.setMinimumWidth(240)
        self.page: QWidget = EmptyState("")
        self._scroll = ScrolledColumn()  # has the keys where no card of the page takes them
        self._scroll.setAccessibleName(self.tr("Inspector"))
        held = QWidget()  # stays in the scroll area, since every new parent makes Qt style all children again
        self._frame = QVBoxLayout(held)
        self._frame.setContentsMargins(0, 0, 0, 0)
        self._frame.addWidget(self.page)
        self._scroll.setWidget(held)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._stale = False  # something was to be shown while nobody looked
        self._later.timeout.connect(self._rebuild)
        following = QShortcut(QKeySequence("Ctrl+Return"), self)
        following.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        following.activated.connect(self._commit_and_go_on)
        bridge.selected.connect(self._select)
        bridge.changed.connect(self._refresh)
        self.set_theme(theme)
        self._show()
        self._rebuild()

    def set_theme(self, theme: Theme) -> None:
        """The style sheet carries all colours."""
        self._theme = theme

    @property
    def cell_page(self) -> CellPage | None:
        """The page of the cell shown, or None while no cell is."""
        return self.page if isinstance(self.page, CellPage) else None

    @property
    def editing(self) -> bool:
        """Whether something typed here waits to be sent."""
        self._keep_drafts()
        page = self.cell_page
        writing = page is not None and (page.figure_field is not None or page.note.changed)
        return writing or self._cell in self._cites or self._cell in self._adds

    @property
    def unsent(self) -> bool:
        """Whether something was neither sent nor cancelled, here or at another cell, or a note not yet stored."""
        self._keep_drafts()
        page = self.cell_page
        field = page.figure_field if page is not None else None
        writing = (page is not None and page.note.changed) or (field is not None and field.isModified())
        return writing or bool(self._cites or self._adds or self._unstored)

    def flush(self) -> None:
        """Commit what is being written: the value, the note."""
        page = self.cell_page
        if page is None:
            return
        if page.figure_field is not None and page.figure_field.isModified():
            page.figure_field.commit()
        page.note.flush()

    def pointed_at(self) -> Cell:
        """The cell that is shown, for the dossier."""
        return self._target

    def settle(self) -> None:
        """Show now what was asked for since the last look; a change and a move right after it are shown as one."""
        if self._later.isActive():
            self._later.stop()
            self._rebuild()

    def stop(self) -> None:
        """Look no more: the project is about to be closed."""
        self._later.stop()

    def begin_adding(self) -> None:
        """Open the form for another value of this cell."""
        self._adding = True
        self._rebuild()
        page = self.cell_page
        if page is not None and page.adding is not None:
            self._unfold(page.adding)
            page.adding.value.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self._rebuild()

    def state(self) -> dict[str, object]:
        """The cell, the period chosen for it and how far its page is scrolled, as JSON can hold them."""
        if self._kept:
            return dict(self._kept)
        period = "" if self._period is None else str(self._period)
        return {"cell": list(self._cell), "period": period, "scroll": self._scroll.verticalScrollBar().value()}

    def restore(self, state: Mapping[str, object]) -> None:
        """Go back to what was seen of a cell, once it is this very cell that is shown."""
        self._kept = state
        if self.isVisible() and self._cell == self._target:
            self._take_up()

    def _take_up(self) -> None:
        """Go back to what an earlier run left of this cell, if it left anything of it and its period is there."""
        kept, self._kept = self._kept, {}
        if kept.get("cell") != list(self._cell):
            return
        for one in self.cell_page.shown.periods if self.cell_page is not None else ():
            if str(one) == kept.get("period"):
                self._period = one
                self._show()
        down, bar = kept.get("scroll"), self._scroll.verticalScrollBar()
        if isinstance(down, int):
            QTimer.singleShot(0, self, lambda: bar.setValue(down))  # the page has its height only when it is painted

    def choose_period(self, period: Period) -> None:
        """Show the cell of another period, unless the note of this one could not be stored."""
        self.flush()
        if self.cell_page is not None and self.cell_page.note.changed:
            return
        self._period = period
        self._rebuild()

    def _select(self, area: str, indicator: str) -> None:
        """Another cell was selected: commit what can be now, show it in a moment."""
        self.flush()
        self._target = area, indicator
        self._later.start()

    def _refresh(self) -> None:
        self._later.start()

    def _rebuild(self) -> None:
        """Show the cell wanted: another from its top; the same one with the reader and all typing where they were."""
        if not self.isVisible():
            self._stale = True  # a third of what an edit costs, and nobody would see it
            return
        self._stale = False
        self._keep_drafts()
        if self._target != self._cell:
            if self.cell_page is not None and self.cell_page.note.changed:
                self._unstored[self._cell] = self.cell_page.note.toPlainText()
            self._cell, self._period = self._target, None
            self._adding = self._cell in self._adds
            self._show()
            if self.cell_page is not None and self._cell in self._unstored:
                self.cell_page.note.setPlainText(self._unstored.pop(self._cell))
            self._scroll.verticalScrollBar().setValue(0)
            self._take_up()
            return
        place = ReadingPlace.of(self._scroll)
        self._show()
        place.take_up(self._scroll, self.page, self.cell_page.card if self.cell_page is not None else None)

    def _show(self) -> None:
        """The page of the cell, the one that stands if it is of this very cell, with what was typed and not sent."""
        forms = self._forms()
        try:
            page = self._page_of(*self._cell)
        except KnownError as error:  # another program has taken away what was selected
            page = EmptyState(error_words(error))
        if page is not self.page:
            self._put(page)
        self._take_up_drafts(forms)
        self._tell_draft()
        self.page_made.emit()

    def _put(self, page: QWidget) -> None:
        """Another page in the place of the old, which goes later: a button of its own may have brought this about."""
        old, self.page = self.page, page
        if isinstance(old, CellPage):
            old.note.blockSignals(True)  # what it holds was stored, or is kept; losing the focus adds nothing
        self._frame.removeWidget(old)
        focus = QApplication.focusWidget()
        if focus is not None and old.isAncestorOf(focus):
            self._scroll.setFocus()  # hiding it would hand the focus on to whatever comes next, even another pane
        old.hide()
        old.deleteLater()
        self._frame.addWidget(page)
        page.show()  # now, since the focus can only go to what is shown

    def _tell_draft(self) -> None:
        drafted = self.unsent
        if drafted != self._drafted:
            self._drafted = drafted
            self.drafted.emit(drafted)

    def _page_of(self, area: str, indicator: str) -> QWidget:
        if not area:
            return EmptyState(self.tr("Select a value to see where it comes from, what rivals it and how it counts."))
        if not indicator:
            page = self.page if isinstance(self.page, AreaPage) and self.page.area == area else None
            page = page or AreaPage(self._bridge, area)
            page.show_area()
            return page
        shown = dossier(self._bridge.session, area, indicator, self._period)
        held = self.cell_page
        if held is None or (held.shown.area.code, held.shown.indicator.code) != (area, indicator):
            held = self._made(shown)
        held.show_dossier(shown, adding=self._adding)
        return held

    def _made(self, shown: Dossier) -> CellPage:
        page = CellPage(self._bridge, shown, around=self, whole=self._whole)
        page.period_chosen.connect(self.choose_period)
        page.adding_wanted.connect(self.begin_adding)
        page.adding_ended.connect(self._end_adding)
        page.left.connect(self._refresh)
        page.unfolded.connect(self._unfold)
        page.typed.connect(self._tell_draft)
        return page

    def _unfold(self, form: QWidget) -> None:
        settle(self._scroll)
        self._scroll.ensureWidgetVisible(form)

    def _end_adding(self, period: Period | None) -> None:
        page = self.cell_page
        if page is not None:
            page.adding = None
        self._adding = False
        self._period = period or self._period
        self._rebuild()

    def _forms(self) -> Forms:
        """The forms that stand, each with the drafts of its kind."""
        page = self.cell_page
        return ((page.cite, self._cites), (page.adding, self._adds)) if page is not None else ()

    def _keep_drafts(self) -> None:
        for form, drafts in self._forms():
            drafts.pop(self._cell, None)
            if form is not None and form.draft().worth_keeping:
                drafts[self._cell] = form.draft()

    def _take_up_drafts(self, former: Forms) -> None:
        """Put what was typed into the forms that were made anew."""
        stood = [form for form, _ in former]
        for form, drafts in self._forms():
            if form is not None and form not in stood and self._cell in drafts:
                form.take_up(drafts[self._cell])
                form.show()

    def _commit_and_go_on(self) -> None:
        """Ctrl+Enter: send what is complete, then the next row."""
        self.flush()
        page = self.cell_page
        for form in (page.cite, page.adding) if page is not None else ():
            if form is not None and form.draft().worth_keeping and not form.submit():
                return
        self.next_row_wanted.emit()
