"""The inspector's page of one cell: its figure, values and sources, the forms that change them, its note, its history.

Stays while the cell does: what changed about it is made anew, the rest stands, and so does what is being typed there.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from citeria_core.model import Citation, Observation, Qualifier, Role, Status
from citeria_core.period import Period
from citeria_db import operations
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs.add_source import AddSourceDialog
from citeria_desktop.language.naming import name_of, second_name
from citeria_desktop.models.blank_period import proposed_period
from citeria_desktop.models.cell_look import GLYPHS, year_text
from citeria_desktop.models.dossier import Dossier, told
from citeria_desktop.panels.cell_verdicts import CellVerdicts
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
from citeria_desktop.panels.page import Block, Page, section
from citeria_desktop.panels.words import Words, link, marks


class CellPage(Page):
    """Shows one cell, as its dossier changes; every change goes through the bridge.

    Not `whole`, it leaves out how the value counts, its history and the notes of wider scopes: they stand elsewhere.
    """

    period_chosen = Signal(object)  # Period
    adding_wanted = Signal()
    adding_ended = Signal(object)  # the Period of the value that was added, or None
    left = Signal()  # an edit of the figure ended without a change
    unfolded = Signal(object)  # a form that is to be seen
    typed = Signal()  # something was typed into a form or the note

    def __init__(self, bridge: SessionBridge, shown: Dossier, *, around: QWidget, whole: bool = True) -> None:
        super().__init__()
        self.shown = shown
        self._bridge = bridge
        self._opener = CopyOpener(bridge)
        self._around = around  # where a question about a number is asked
        self._whole = whole
        if not whole:  # it fills a view, whose words begin here
            self.setContentsMargins(2, 0, 0, 0)
        self._writable = not bridge.session.project.read_only
        self._verdicts = CellVerdicts(bridge, around, self)
        self._verdicts.entry_wanted.connect(self._enter_proposed)
        self._proposed = ""  # a value that a reviewer proposes, for the form of another value
        self._rewriting = False  # the figure is a line of text
        self.figure = QLabel()
        self._unit = Words()
        self.figure_field: FigureField | None = None
        self.card: ObservationCard | None = None  # of the value in use
        self.cite: CiteForm | None = None
        self.adding: ValueForm | None = None
        self.details: DetailsForm | None = None
        self.note = NoteField(self._store_note)
        self.note.setObjectName("note")
        self.note.setReadOnly(not self._writable)
        self.note.textChanged.connect(self.typed)

    def show_dossier(self, shown: Dossier, *, adding: bool) -> None:
        """Show what is known of the cell now; `adding` opens the form for another value."""
        if self.figure_field is not None:
            self._rewriting = not self.figure_field.done and shown.in_use == self.shown.in_use
        self.shown = shown
        self.note.show_note(self._own_note())
        self.stack.show(self._blocks(adding=adding))

    def _blocks(self, *, adding: bool) -> Iterator[Block]:
        """The page from its top."""
        yield from self._heading()
        yield from self._values()
        if self._writable:
            yield from self._cite_form()
            yield from self._kind_of_value()
            yield from self._value_form(adding=adding)
        yield from self._verdicts.blocks(self.shown, told_if_none=not self._whole)
        yield from self._notes()
        if self._whole:
            yield from self._counting_and_history()

    def _heading(self) -> Iterator[Block]:
        shown = self.shown
        names = " ".join(filter(None, (name_of(shown.area), second_name(shown.area))))
        period = "" if shown.period is None else f" · {year_text(shown.period)}"
        words, definition = f"{names} · {shown.indicator.name}{period}", shown.indicator.definition
        yield Block("heading", (words, definition), lambda: [_heading(words, definition)])
        unit = _unit(shown)
        yield self._figure_block(_figure(shown), unit)
        if shown.in_use is not None:
            told = [*([unit] if unit in PLAIN_UNITS else []), *chips(shown.in_use)]
            yield Block("marks", told, lambda: [marks(told)])
        if len(shown.periods) > 1:
            read = shown.reading.period if shown.reading is not None and shown.reading.value is not None else None
            yield Block("period", (shown.periods, shown.period, read), lambda: [self._make_period(read)])

    def _figure_block(self, text: str, unit: str) -> Block:
        """The number, or the line of text in its place, with its unit behind it, or below a long one."""
        unit = "" if unit in PLAIN_UNITS else unit
        if self._rewriting:
            return Block("field", unit, lambda: self._make_field(unit))
        self.figure_field = None
        short = len(text) + len(unit) / 2 <= 17
        name = "short figure" if short else "long figure"
        return Block(name, (text, unit), lambda: self._make_figure(text, unit, short=short), self._tell(text, unit))

    def _tell(self, text: str, unit: str) -> Callable[..., None]:
        def tell(*_: QWidget) -> None:
            self.figure.setText(text)
            self._unit.setText(unit)

        return tell

    def _make_field(self, unit: str) -> list[QWidget]:
        self.figure_field = FigureField(self._bridge, self.shown, self._around)
        self.figure_field.left.connect(self.left)
        return [self.figure_field, Words(unit, "muted")]

    def _make_figure(self, text: str, unit: str, *, short: bool) -> list[QWidget]:
        self._unit = Words(unit, "muted")
        self.figure = QLabel(text) if short else Words(text, "title")
        if not short:
            return [self.figure, self._unit]
        self.figure.setProperty("role", "figure")
        self.figure.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return [_on_one_line(self.figure, self._unit)]

    def _make_period(self, read: Period | None) -> Chooser:
        box, periods = Chooser(), self.shown.periods
        box.setAccessibleName(self.tr("Period"))
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # its words may be wider than the pane
        box.setObjectName("period")
        for period in periods:
            used = self.tr(" (the index reads this one)") if period == read else ""
            box.addItem(f"{year_text(period)}{used}", str(period))
        box.setCurrentIndex(periods.index(self.shown.period) if self.shown.period is not None else 0)
        box.activated.connect(lambda position: self.period_chosen.emit(periods[position]))
        return box

    def _values(self) -> Iterator[Block]:
        shown, held = self.shown, self.shown.in_use
        if held is None or held.missing is not None:
            self.card = None
        else:
            yield section("source in use", self.tr("Source in use"))
            yield self._card_block("card", held, rival=False)
        if held is not None and self._writable:
            yield Block("edit", None, lambda: [link(self.tr("Edit value"), self.edit_value)])
        told, look = self._undecided()
        if told:
            yield Block("undecided", told, lambda: [Words(told, look)])
        if shown.rivals:
            yield section("rivals", self.tr("Values") if held is None else self.tr("Rivals"))
        for rival in shown.rivals:
            yield self._card_block(f"rival {rival.id}", rival, rival=True)

    def _undecided(self) -> tuple[str, str]:
        """What is said where no value is in use, and in which role."""
        shown = self.shown
        if shown.contested:
            return self.tr("Undecided: {0} values, none in use. Choose one.").format(len(shown.rivals)), "warn"
        if shown.in_use is None and not shown.rivals:
            return why_not(shown) if shown.reading else self.tr("No value here yet."), "muted"
        return "", ""

    def _card_block(self, name: str, observation: Observation, *, rival: bool) -> Block:
        shown, keys = self.shown, {citation.source for citation in observation.citations}
        effect = shown.effects.get(observation.id)
        says = (observation, shown.indicator, effect) if rival else (observation.id, observation.citations)
        around = [shown.sources[key] for key in sorted(keys)]
        marked = shown.copied & keys, shown.doubted & {citation.id for citation in observation.citations}
        return Block(name, (says, around, marked), lambda: [self._make_card(observation, rival=rival)])

    def _make_card(self, observation: Observation, *, rival: bool) -> ObservationCard:
        card = ObservationCard(self.shown, observation, writable=self._writable, rival=rival)
        card.use_wanted.connect(lambda id_: self._bridge.run(operations.prefer, id_))
        card.remove_wanted.connect(lambda id_: self._bridge.run(operations.remove_observation, id_))
        card.cite_wanted.connect(lambda citation: self._begin_citing(observation.id, citation))
        card.uncite_wanted.connect(lambda id_: self._bridge.run(operations.uncite, id_))
        card.open_wanted.connect(self._opener.open_citation)
        if not rival:
            self.card = card
        return card

    def _cite_form(self) -> Iterator[Block]:
        """For the value in use at once; for a rival when it is asked for."""
        shown = self.shown
        in_use = shown.in_use is not None and shown.in_use.missing is None
        first = shown.in_use if in_use else next(iter(shown.rivals), None)
        if first is None:
            self.cite = None
            return
        cited = [one.citations for one in (shown.in_use, *shown.rivals) if one is not None]
        yield Block("cite", (first.id, in_use, cited), lambda: [self._make_cite(first.id, open_=in_use)])

    def _make_cite(self, observation: str, *, open_: bool) -> CiteForm:
        self.cite = CiteForm(self._bridge, observation)
        self.cite.cite_wanted.connect(self._cite)
        self.cite.new_wanted.connect(lambda text: self._new_source(text, self._choose_cited))
        self._watch(self.cite)
        if not open_:
            self.cite.hide()
        return self.cite

    def _kind_of_value(self) -> Iterator[Block]:
        held = self.shown.in_use
        if held is None or held.missing is not None:
            self.details = None
            return
        yield section("kind", self.tr("Kind of value"))
        kind = held.id, held.status, held.qualifier, held.flags, held.value is None
        yield Block("details", kind, lambda: [self._make_details(held)])

    def _make_details(self, held: Observation) -> DetailsForm:
        self.details = DetailsForm(held, writable=self._writable)
        self.details.status.setObjectName("status")
        self.details.qualifier.setObjectName("qualifier")
        self.details.changed.connect(lambda *kind: self._set_kind(held, *kind))
        return self.details

    def _value_form(self, *, adding: bool) -> Iterator[Block]:
        shown = self.shown
        if adding:
            yield section("adding", self.tr("Add a value"))
            yield Block("add", (shown.period, shown.indicator), lambda: [self._make_value_form()])
            return
        self.adding = None
        empty = shown.in_use is None and not shown.rivals
        words = self.tr("Add a value with its source") if empty else self.tr("Add another value")
        yield Block("begin adding", words, lambda: [link(words, self.adding_wanted.emit)])

    def _make_value_form(self) -> ValueForm:
        self.adding = ValueForm(self._bridge, self._new_period(), self.shown.indicator)
        self.adding.add_wanted.connect(self._add_value)
        self.adding.failed.connect(self._bridge.failed)
        self.adding.cancel.clicked.connect(lambda: self.adding_ended.emit(None))
        self.adding.new_wanted.connect(lambda text: self._new_source(text, self._choose_added))
        self.adding.value.setText(self._proposed)
        self._watch(self.adding)
        return self.adding

    def keep_verdict(self) -> None:
        """Ask what a reviewer holds of one of the values."""
        self._verdicts.ask(self.shown.observations)

    def _enter_proposed(self, value: str) -> None:
        """Open the form of another value with what is proposed: it needs its source like any other."""
        self._proposed = value
        if self.adding is not None:
            self.adding.value.setText(value)
        self.adding_wanted.emit()
        self._proposed = ""

    def _notes(self) -> Iterator[Block]:
        yield section("note", self.tr("Note"))
        yield Block("note field", None, lambda: [self.note])
        own = self._own_note()
        wider = [text for _, text in self.shown.notes if text != own] if self._whole else []
        yield Block("wider notes", wider, lambda: [Words(text, "small") for text in wider])

    def _counting_and_history(self) -> Iterator[Block]:
        shown = self.shown
        if self._bridge.session.index is not None:
            yield section("counting", self.tr("How it counts"))
            why = why_not(shown) if shown.counting is None else ""
            yield Block(
                "counts", (shown.counting, why), lambda: [CountingCard(shown)], lambda card: card.show_counting(shown)
            )
        yield section("history", self.tr("History"))
        history = shown.history
        yield Block("events", history, lambda: [HistoryCard(history)], lambda card: card.show_history(history))

    def _watch(self, form: QWidget) -> None:
        for line in form.findChildren(QLineEdit):
            line.textChanged.connect(self.typed)

    def _own_note(self) -> str:
        """The note that the page's field holds: of the value in use, else of the cell."""
        held = self.shown.in_use
        scope = "cell" if self.shown.period else "area_indicator"
        return held.note if held is not None else dict(self.shown.notes).get(scope, "")

    def _store_note(self, text: str) -> bool:
        shown = self.shown
        if shown.in_use is not None:
            return self._bridge.run(operations.set_note, text, observation=shown.in_use.id) is not None
        area, indicator = shown.area.code, shown.indicator.code
        done = self._bridge.run(operations.set_note, text, area=area, indicator=indicator, period=shown.period)
        return done is not None

    def edit_value(self) -> None:
        """Put a line of text where the figure stands."""
        if self.figure_field is not None or self.shown.in_use is None:
            return
        self._rewriting = True
        self.stack.show(self._blocks(adding=self.adding is not None))
        if self.figure_field is not None:
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


def _unit(shown: Dossier) -> str:
    """The unit of the value in use, or "" where there is no number."""
    held = shown.in_use
    return (held.unit or shown.indicator.unit) if held is not None and held.value is not None else ""


def _heading(words: str, definition: str) -> Words:
    heading = Words(words, "muted")
    heading.setToolTip(definition)
    return heading


def _on_one_line(figure: QLabel, unit: Words) -> QWidget:
    """A number with its unit behind it, on about the same base line."""
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(figure)
    row.addWidget(unit, 1, Qt.AlignmentFlag.AlignBottom)
    unit.setContentsMargins(0, 0, 0, 5)
    return held
