"""The inspector's page of one cell: its figure, values and sources, the forms that change them, its note, its history.

Made anew whenever the cell or anything about it changed; what is to outlive it, the inspector keeps.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from citeria_core.model import Citation, Observation, Qualifier, Role, Status
from citeria_core.period import Period
from citeria_db import operations
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs.add_source import AddSourceDialog
from citeria_desktop.language.naming import name_of, second_name
from citeria_desktop.models.blank_period import proposed_period
from citeria_desktop.models.cell_look import GLYPHS, year_text
from citeria_desktop.models.dossier import Dossier, told
from citeria_desktop.panels.chooser import Chooser
from citeria_desktop.panels.copy_opening import CopyOpener
from citeria_desktop.panels.figure_field import FigureField
from citeria_desktop.panels.inspector_cards import (
    PLAIN_UNITS,
    CountingCard,
    HistoryCard,
    ObservationCard,
    chips,
    why_not,
)
from citeria_desktop.panels.inspector_details import DetailsForm
from citeria_desktop.panels.inspector_forms import CiteForm, ValueForm
from citeria_desktop.panels.note_field import NoteField
from citeria_desktop.panels.page import Page
from citeria_desktop.panels.words import Words, link, marks


class CellPage(Page):
    """Shows one dossier; every change goes through the bridge. `adding` opens the form for another value.

    Not `whole`, it leaves out how the value counts, its history and the notes of wider scopes: they stand elsewhere.
    """

    period_chosen = Signal(object)  # Period
    adding_wanted = Signal()
    adding_ended = Signal(object)  # the Period of the value that was added, or None
    left = Signal()  # an edit of the figure ended without a change
    unfolded = Signal(object)  # a form that is to be seen

    def __init__(
        self, bridge: SessionBridge, shown: Dossier, *, adding: bool, around: QWidget, whole: bool = True
    ) -> None:
        super().__init__()
        self.shown = shown
        self._bridge = bridge
        self._opener = CopyOpener(bridge)
        self._around = around  # where a question about a number is asked
        self._writable = not bridge.session.project.read_only
        self.note = NoteField()
        self.card: ObservationCard | None = None  # of the value in use
        self.cite: CiteForm | None = None
        self.adding: ValueForm | None = None
        self.details: DetailsForm | None = None
        self.figure_field: FigureField | None = None
        self.figure: QLabel = self._add_heading()
        self._add_values()
        if self._writable:
            self._add_cite_form()
            self._add_details()
            self._add_value_form(adding=adding)
        self._add_notes(whole=whole)
        if whole:
            self._add_counting_and_history()
        self.lines.addStretch(1)

    def _add_counting_and_history(self) -> None:
        if self._bridge.session.index is not None:
            self.section(self.tr("How it counts"))
            self.lines.addWidget(CountingCard(self.shown, self.shown.counting))
        self.section(self.tr("History"))
        self.lines.addWidget(HistoryCard(self.shown.history))

    def _add_heading(self) -> QLabel:
        names = " ".join(filter(None, (name_of(self.shown.area), second_name(self.shown.area))))
        period = "" if self.shown.period is None else f" · {year_text(self.shown.period)}"
        heading = Words(f"{names} · {self.shown.indicator.name}{period}", "muted")
        heading.setToolTip(self.shown.indicator.definition)
        self.lines.addWidget(heading)
        text = _figure(self.shown)
        unit = (
            self.shown.in_use.unit or self.shown.indicator.unit
            if self.shown.in_use and self.shown.in_use.value is not None
            else ""
        )
        plain = unit in PLAIN_UNITS
        short = len(text) + len(unit) / 2 <= 17
        figure = QLabel(text) if short else Words(text, "title")
        if short:
            figure.setProperty("role", "figure")
            figure.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.lines.addLayout(_on_one_line(figure, Words("" if plain else unit, "muted")))
        else:
            self.lines.addWidget(figure)
            self.lines.addWidget(Words("" if plain else unit, "muted"))
        if self.shown.in_use is not None:
            self.lines.addWidget(marks([*([unit] if plain else []), *chips(self.shown.in_use)]))
        if len(self.shown.periods) > 1:
            self.lines.addWidget(self._period_choice())
        return figure

    def _period_choice(self) -> Chooser:
        box = Chooser()
        box.setAccessibleName(self.tr("Period"))
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # its words may be wider than the pane
        box.setObjectName("period")
        read = (
            self.shown.reading.period
            if self.shown.reading is not None and self.shown.reading.value is not None
            else None
        )
        for period in self.shown.periods:
            used = self.tr(" (the index reads this one)") if period == read else ""
            box.addItem(f"{year_text(period)}{used}", str(period))
        box.setCurrentIndex(self.shown.periods.index(self.shown.period) if self.shown.period is not None else 0)
        box.activated.connect(lambda position: self.period_chosen.emit(self.shown.periods[position]))
        return box

    def _add_values(self) -> None:
        if self.shown.in_use is not None:
            held = self.shown.in_use
            if held.missing is None:
                self.section(self.tr("Source in use"))
                self.card = self._card(held, rival=False)
                self.lines.addWidget(self.card)
            if self._writable:
                self.lines.addWidget(link(self.tr("Edit value"), self.edit_value))
        elif self.shown.contested:
            self.lines.addWidget(
                Words(self.tr("Undecided: {0} values, none in use. Choose one.").format(len(self.shown.rivals)), "warn")
            )
        elif not self.shown.rivals:
            self.lines.addWidget(
                Words(why_not(self.shown) if self.shown.reading else self.tr("No value here yet."), "muted")
            )
        if self.shown.rivals:
            self.section(self.tr("Values") if self.shown.in_use is None else self.tr("Rivals"))
            for rival in self.shown.rivals:
                self.lines.addWidget(self._card(rival, rival=True))

    def _card(self, observation: Observation, *, rival: bool) -> ObservationCard:
        card = ObservationCard(self.shown, observation, writable=self._writable, rival=rival)
        card.use_wanted.connect(lambda id_: self._bridge.run(operations.prefer, id_))
        card.remove_wanted.connect(lambda id_: self._bridge.run(operations.remove_observation, id_))
        card.cite_wanted.connect(lambda citation: self._begin_citing(observation.id, citation))
        card.uncite_wanted.connect(lambda id_: self._bridge.run(operations.uncite, id_))
        card.open_wanted.connect(self._opener.open_citation)
        return card

    def _add_cite_form(self) -> None:
        """For the value in use at once; for a rival when it is asked for."""
        in_use = self.shown.in_use is not None and self.shown.in_use.missing is None
        first = self.shown.in_use if in_use else next(iter(self.shown.rivals), None)
        if first is None:
            return
        self.cite = CiteForm(self._bridge, first.id)
        self.cite.cite_wanted.connect(self._cite)
        self.cite.new_wanted.connect(lambda text: self._new_source(text, self._choose_cited))
        self.lines.addWidget(self.cite)
        if not in_use:
            self.cite.hide()

    def _add_details(self) -> None:
        held = self.shown.in_use
        if held is None or held.missing is not None:
            return
        self.section(self.tr("Kind of value"))
        self.details = DetailsForm(held, writable=self._writable)
        self.details.status.setObjectName("status")
        self.details.qualifier.setObjectName("qualifier")
        self.details.changed.connect(lambda *kind: self._set_kind(held, *kind))
        self.lines.addWidget(self.details)

    def _add_value_form(self, *, adding: bool) -> None:
        if not adding:
            empty = self.shown.in_use is None and not self.shown.rivals
            words = self.tr("Add a value with its source") if empty else self.tr("Add another value")
            self.lines.addWidget(link(words, self.adding_wanted.emit))
            return
        self.section(self.tr("Add a value"))
        self.adding = ValueForm(self._bridge, self._new_period(), self.shown.indicator)
        self.adding.add_wanted.connect(self._add_value)
        self.adding.failed.connect(self._bridge.failed)
        self.adding.cancel.clicked.connect(lambda: self.adding_ended.emit(None))
        self.adding.new_wanted.connect(lambda text: self._new_source(text, self._choose_added))
        self.lines.addWidget(self.adding)

    def _add_notes(self, *, whole: bool) -> None:
        self.section(self.tr("Note"))
        self.note.setObjectName("note")
        self.note.setReadOnly(not self._writable)
        held, period = self.shown.in_use, self.shown.period
        area, indicator = self.shown.area.code, self.shown.indicator.code
        own = held.note if held is not None else dict(self.shown.notes).get("cell" if period else "area_indicator", "")
        self.note.show_note(own)
        if held is not None:
            self.note.committed.connect(lambda text: self._bridge.run(operations.set_note, text, observation=held.id))
        else:
            self.note.committed.connect(
                lambda text: self._bridge.run(operations.set_note, text, area=area, indicator=indicator, period=period)
            )
        self.lines.addWidget(self.note)
        for _, text in self.shown.notes:
            if whole and text != own:
                self.lines.addWidget(Words(text, "small"))

    def edit_value(self) -> None:
        """Put a line of text where the figure stands."""
        if self.figure_field is None and self.shown.in_use is not None:
            self.figure_field = FigureField(self._bridge, self.shown, self._around)
            self.figure_field.left.connect(self.left)
            self.lines.insertWidget(1, self.figure_field)
            self.figure.hide()
            self.figure_field.show()
            self.figure_field.selectAll()
            self.figure_field.setFocus()

    def _begin_citing(self, observation: str, citation: Citation | None) -> None:
        if self.cite is not None:
            self.cite.begin(observation, citation)
            self.unfolded.emit(self.cite)

    def _cite(
        self, observation: str, key: str, role: Role, locator: str, quote: str, instead: str, speaker: str
    ) -> None:
        self._bridge.run(operations.cite, observation, key, role, locator, quote, instead or None, speaker)

    def _set_kind(self, observation: Observation, status: Status, qualifier: Qualifier, flags: frozenset[str]) -> None:
        self._bridge.run(operations.set_status, observation.id, status=status, qualifier=qualifier, flags=flags)

    def _add_value(self, text: str, period: Period, key: str, locator: str, quote: str, locale: str) -> None:
        done = self._bridge.run(
            operations.set_value,
            self.shown.area.code,
            self.shown.indicator.code,
            period,
            text,
            source=key or None,
            locator=locator,
            quote=quote,
            locale=locale or None,
        )
        if done is not None:
            self.adding_ended.emit(period)

    def _new_period(self) -> Period:
        return self.shown.period or proposed_period(self._bridge.session, self.shown.indicator.code)

    def _new_source(self, text: str, then: Callable[[str], None]) -> None:
        dialog = AddSourceDialog(self._bridge, text, self._around)
        dialog.added.connect(then)
        dialog.open()

    def _choose_cited(self, key: str) -> None:
        if self.cite is not None:
            self.cite.source.choose(key)
            self.cite.locator.setFocus()

    def _choose_added(self, key: str) -> None:
        if self.adding is not None:
            self.adding.source.choose(key)


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
