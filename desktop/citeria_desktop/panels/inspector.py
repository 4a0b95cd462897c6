"""The inspector: where the selected number comes from, what rivals it, how it counts, who changed it; and its edits.

It shows a `Dossier` and asks the bridge for every change. What is typed and not yet sent is kept per cell.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from citeria_core.errors import KnownError
from citeria_core.model import Observation, Qualifier, Role, Status
from citeria_core.period import Period
from citeria_db import operations
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs.add_source import AddSourceDialog
from citeria_desktop.models.cell_look import GLYPHS, year_text
from citeria_desktop.models.dossier import Dossier, dossier, told
from citeria_desktop.panels.area_page import AreaPage
from citeria_desktop.panels.figure_field import FigureField
from citeria_desktop.panels.inspector_cards import CountingCard, HistoryCard, ObservationCard, chips, why_not
from citeria_desktop.panels.inspector_details import DetailsForm
from citeria_desktop.panels.inspector_forms import CiteForm, Draft, ValueForm
from citeria_desktop.panels.note_field import NoteField
from citeria_desktop.panels.page import Page
from citeria_desktop.panels.words import Words, chip, line, link
from citeria_desktop.theme import Theme
from citeria_desktop.views.empty_state import EmptyState

Cell = tuple[str, str]


class Inspector(QWidget):
    """One cell, in full."""

    next_row_wanted = Signal()

    def __init__(self, bridge: SessionBridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._cell: Cell = ("", "")
        self._target: Cell = (bridge.area, bridge.indicator)
        self._period: Period | None = None  # chosen here; None = the one the index reads
        self._adding = False
        self._cites: dict[Cell, Draft] = {}
        self._adds: dict[Cell, Draft] = {}
        self.setObjectName("Surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Inspector"))
        self.setMinimumWidth(240)
        self.note: NoteField | None = None
        self.cite: CiteForm | None = None
        self.adding: ValueForm | None = None
        self.details: DetailsForm | None = None
        self.figure: QWidget | None = None
        self.figure_field: FigureField | None = None
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._page: QWidget | None = None
        held = QWidget()  # stays in the scroll area, since every new parent makes Qt style all children again
        self._frame = QVBoxLayout(held)
        self._frame.setContentsMargins(0, 0, 0, 0)
        self._scroll.setWidget(held)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
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
    def editing(self) -> bool:
        """Whether something typed here waits to be sent."""
        self._keep_drafts()
        if self.figure_field is not None:
            return True
        return self._cell in self._cites or self._cell in self._adds or (self.note is not None and self.note.changed)

    def flush(self) -> None:
        """Commit what is being written: the value, the note."""
        if self.figure_field is not None and self.figure_field.isModified():
            self.figure_field.commit()
        if self.note is not None:
            self.note.flush()

    @property
    def unsent(self) -> bool:
        """Whether a form holds something that was neither sent nor cancelled, here or at another cell."""
        self._keep_drafts()
        return bool(self._cites or self._adds) or (self.figure_field is not None and self.figure_field.isModified())

    # -- what is shown -------------------------------------------------------------------------------------------------

    def stop(self) -> None:
        """Look no more: the project is about to be closed."""
        self._later.stop()

    def settle(self) -> None:
        """Show now what was asked for since the last look; a change and a move right after it are shown as one."""
        if self._later.isActive():
            self._later.stop()
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
        self._keep_drafts()
        if self._target != self._cell:
            self._cell, self._period = self._target, None
            self._adding = self._cell in self._adds
            self._show()
            self._scroll.verticalScrollBar().setValue(0)
            return
        focus = QApplication.focusWidget()
        name = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        place = self._scroll.verticalScrollBar().value()
        unsent = self.note.toPlainText() if self.note is not None and self.note.changed else None
        self._show()
        if unsent is not None and self.note is not None:
            self.note.setPlainText(unsent)
        again = self._page.findChild(QWidget, name) if name and self._page is not None else None
        if again is not None:
            again.setFocus()
        self._scroll.verticalScrollBar().setValue(place)

    def _show(self) -> None:
        self.note = self.cite = self.adding = self.details = self.figure = self.figure_field = None
        area, indicator = self._cell
        try:
            self._put(self._page_of(area, indicator))
        except KnownError as error:  # another program has taken away what was selected
            self._put(EmptyState(str(error)))

    def _page_of(self, area: str, indicator: str) -> QWidget:
        if not area:
            return EmptyState(self.tr("Select a value to see where it comes from, what rivals it and how it counts."))
        return self._cell_page(area, indicator) if indicator else AreaPage(self._bridge, area)

    def _put(self, page: QWidget) -> None:
        """Show a page; the old one goes later, since one of its own buttons may have brought this about."""
        old, self._page = self._page, page
        if old is not None:
            for note in old.findChildren(NoteField):
                note.blockSignals(True)  # what it holds was committed or carried over; losing the focus adds nothing
            self._frame.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._frame.addWidget(page)
        page.show()  # now, since the focus can only go to what is shown

    def _cell_page(self, area: str, indicator: str) -> QWidget:
        shown = dossier(self._bridge.session, area, indicator, self._period)
        page = Page()
        self._add_heading(page, shown)
        self._add_values(page, shown)
        self._add_forms(page, shown)
        self._add_notes(page, shown)
        if self._bridge.session.index is not None:
            page.section(self.tr("How it counts"))
            page.lines.addWidget(CountingCard(shown, shown.counting))
        page.section(self.tr("History"))
        page.lines.addWidget(HistoryCard(shown.history))
        page.lines.addStretch(1)
        return page

    def _add_heading(self, page: Page, shown: Dossier) -> None:
        names = " ".join(filter(None, (shown.area.name(), shown.area.names.get("zh", ""))))
        period = "" if shown.period is None else f" · {year_text(shown.period)}"
        heading = Words(f"{names} · {shown.indicator.name}{period}", "muted")
        heading.setToolTip(shown.indicator.definition)
        page.lines.addWidget(heading)
        text = _figure(shown)
        unit = shown.in_use.unit or shown.indicator.unit if shown.in_use and shown.in_use.value is not None else ""
        short = len(text) + len(unit) / 2 <= 17
        self.figure = QLabel(text) if short else Words(text, "title")
        if short:
            self.figure.setProperty("role", "figure")
            self.figure.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            page.lines.addLayout(_on_one_line(self.figure, Words(unit, "muted")))
        else:
            page.lines.addWidget(self.figure)
            page.lines.addWidget(Words(unit, "muted"))
        if shown.in_use is not None:
            page.lines.addLayout(line(*[chip(text) for text in chips(shown.in_use)], spacing=4))
        if len(shown.periods) > 1:
            page.lines.addWidget(self._period_choice(shown))

    def _period_choice(self, shown: Dossier) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Period"))
        box.setObjectName("period")
        read = shown.reading.period if shown.reading is not None and shown.reading.value is not None else None
        for period in shown.periods:
            used = self.tr(" (the index reads this one)") if period == read else ""
            box.addItem(f"{year_text(period)}{used}", str(period))
        box.setCurrentIndex(shown.periods.index(shown.period) if shown.period is not None else 0)
        box.activated.connect(lambda position: self._choose_period(shown.periods[position]))
        return box

    def _add_values(self, page: Page, shown: Dossier) -> None:
        writable = self._writable
        if shown.in_use is not None:
            held = shown.in_use
            if held.missing is None:
                page.section(self.tr("Source in use"))
                page.lines.addWidget(self._card(shown, held, rival=False))
            if writable:
                page.lines.addWidget(link(self.tr("Edit value"), lambda: self._edit_value(shown)))
        elif shown.contested:
            page.lines.addWidget(
                Words(self.tr("Undecided: {0} values, none in use. Choose one.").format(len(shown.rivals)), "warn")
            )
        elif not shown.rivals:
            page.lines.addWidget(Words(why_not(shown) if shown.reading else self.tr("No value here yet."), "muted"))
        if shown.rivals:
            page.section(self.tr("Values") if shown.in_use is None else self.tr("Rivals"))
            for rival in shown.rivals:
                page.lines.addWidget(self._card(shown, rival, rival=True))

    def _card(self, shown: Dossier, observation: Observation, *, rival: bool) -> ObservationCard:
        card = ObservationCard(shown, observation, writable=self._writable, rival=rival)
        card.use_wanted.connect(lambda id_: self._bridge.run(operations.prefer, id_))
        card.remove_wanted.connect(lambda id_: self._bridge.run(operations.remove_observation, id_))
        card.uncite_wanted.connect(lambda id_: self._bridge.run(operations.uncite, id_))
        card.open_wanted.connect(lambda address: QDesktopServices.openUrl(QUrl(address)))
        return card

    def _add_forms(self, page: Page, shown: Dossier) -> None:
        if not self._writable:
            return
        held = shown.in_use
        if held is not None and held.missing is None:
            self.cite = CiteForm(self._bridge)
            self.cite.cite_wanted.connect(lambda *cited: self._cite(held, *cited))
            self.cite.new_wanted.connect(lambda text: self._new_source(text, self._choose_cited))
            if self._cell in self._cites:
                self.cite.take_up(self._cites[self._cell])
            page.lines.addWidget(self.cite)
            page.section(self.tr("Kind of value"))
            self.details = DetailsForm(held, writable=self._writable)
            self.details.status.setObjectName("status")
            self.details.qualifier.setObjectName("qualifier")
            self.details.changed.connect(lambda *kind: self._set_kind(held, *kind))
            page.lines.addWidget(self.details)
        self._add_value_form(page, shown)

    def _add_value_form(self, page: Page, shown: Dossier) -> None:
        if not self._adding:
            words = (
                self.tr("Add another value") if shown.in_use or shown.rivals else self.tr("Add a value with its source")
            )
            page.lines.addWidget(link(words, self._begin_adding))
            return
        page.section(self.tr("Add a value"))
        self.adding = ValueForm(self._bridge, self._new_period(shown), numeric=shown.indicator.kind == "number")
        self.adding.add_wanted.connect(self._add_value)
        self.adding.failed.connect(self._bridge.failed)
        self.adding.cancel.clicked.connect(self._stop_adding)
        self.adding.new_wanted.connect(lambda text: self._new_source(text, self._choose_added))
        if self._cell in self._adds:
            self.adding.take_up(self._adds[self._cell])
        page.lines.addWidget(self.adding)

    def _add_notes(self, page: Page, shown: Dossier) -> None:
        page.section(self.tr("Note"))
        self.note = NoteField()
        self.note.setObjectName("note")
        self.note.setReadOnly(not self._writable)
        held, (area, indicator), period = shown.in_use, self._cell, shown.period
        own = held.note if held is not None else dict(shown.notes).get("cell" if period else "area_indicator", "")
        self.note.show_note(own)
        if held is not None:
            self.note.committed.connect(lambda text: self._bridge.run(operations.set_note, text, observation=held.id))
        else:
            self.note.committed.connect(
                lambda text: self._bridge.run(operations.set_note, text, area=area, indicator=indicator, period=period)
            )
        page.lines.addWidget(self.note)
        for _, text in shown.notes:
            if text != own:
                page.lines.addWidget(Words(text, "small"))

    # -- what is done --------------------------------------------------------------------------------------------------

    @property
    def _writable(self) -> bool:
        return not self._bridge.session.project.read_only

    def _choose_period(self, period: Period) -> None:
        self._period = period
        self._rebuild()

    def _edit_value(self, shown: Dossier) -> None:
        """Put a line of text where the figure stands."""
        held, figure = shown.in_use, self.figure
        if held is None or figure is None or figure.parentWidget() is None:
            return
        field = FigureField(self._bridge, shown, self)
        assert isinstance(self._page, Page)
        self._page.lines.insertWidget(1, field)
        figure.hide()
        self.figure_field = field
        field.left.connect(self._refresh)
        field.show()
        field.selectAll()
        field.setFocus()

    def _cite(self, observation: Observation, key: str, locator: str, quote: str) -> None:
        self._cites.pop(self._cell, None)
        self._bridge.run(operations.cite, observation.id, key, Role.PRIMARY, locator, quote)

    def _set_kind(self, observation: Observation, status: Status, qualifier: Qualifier, flags: frozenset[str]) -> None:
        self._bridge.run(operations.set_status, observation.id, status=status, qualifier=qualifier, flags=flags)

    def _begin_adding(self) -> None:
        self._adding = True
        self._rebuild()
        if self.adding is not None:
            self._scroll.ensureWidgetVisible(self.adding)
            self.adding.value.setFocus()

    def _stop_adding(self) -> None:
        self._adding = False
        self._adds.pop(self._cell, None)
        self.adding = None
        self._rebuild()

    def _add_value(self, text: str, period: Period, key: str, locator: str, quote: str, locale: str) -> None:
        done = self._bridge.run(
            operations.set_value,
            *self._cell,
            period,
            text,
            source=key or None,
            locator=locator,
            quote=quote,
            locale=locale or None,
        )
        if done is not None:
            self._period = period
            self._stop_adding()

    def _new_period(self, shown: Dossier) -> Period:
        index = self._bridge.session.index
        return shown.period or (index.as_of if index is not None else Period.parse("undated"))

    def _new_source(self, text: str, then: Callable[[str], None]) -> None:
        dialog = AddSourceDialog(self._bridge, text, self)
        dialog.added.connect(then)
        dialog.open()

    def _choose_cited(self, key: str) -> None:
        if self.cite is not None:
            self.cite.source.choose(key)
            self.cite.locator.setFocus()

    def _choose_added(self, key: str) -> None:
        if self.adding is not None:
            self.adding.source.choose(key)

    def _keep_drafts(self) -> None:
        for form, drafts in ((self.cite, self._cites), (self.adding, self._adds)):
            drafts.pop(self._cell, None)
            if form is not None and form.draft().worth_keeping:
                drafts[self._cell] = form.draft()

    def _commit_and_go_on(self) -> None:
        """Ctrl+Enter: send what is complete, then the next row."""
        self.flush()
        for form in (self.cite, self.adding):
            if form is not None and form.draft().worth_keeping and not form.submit():
                return
        self.next_row_wanted.emit()


def _figure(shown: Dossier) -> str:
    if shown.in_use is not None and shown.in_use.missing is None:
        return told(shown.in_use)
    reason = shown.reason
    return GLYPHS.get(reason, "·") if reason is not None else "?" if shown.contested else "·"


def _on_one_line(figure: QLabel, unit: Words) -> QHBoxLayout:
    """A number with its unit behind it, on about the same base line."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(figure)
    row.addWidget(unit, 1, Qt.AlignmentFlag.AlignBottom)
    unit.setContentsMargins(0, 0, 0, 5)
    return row
