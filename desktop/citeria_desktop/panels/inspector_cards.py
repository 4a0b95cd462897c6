"""The cards of the inspector: what a cell holds, shown; each says by a signal what is to be done with it."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QDateTime, Qt, QTimeZone, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from citeria_core.cite import reference, short_form
from citeria_core.explain import EXACT
from citeria_core.model import Citation, Observation, Qualifier, Role, Source, Status
from citeria_core.parse import format_number
from citeria_desktop.figures import fixed, signed
from citeria_desktop.language.naming import name_of
from citeria_desktop.language.phrases import say
from citeria_desktop.models.cell_look import WORDS, reason_text, year_text
from citeria_desktop.models.dossier import Dossier, Event, told
from citeria_desktop.models.effect_words import effect_words
from citeria_desktop.models.role_words import ROLES
from citeria_desktop.models.tips import tip
from citeria_desktop.panels.figure_lines import FigureLines
from citeria_desktop.panels.page import Block, Stack
from citeria_desktop.panels.words import Words, line, link, marks

PLAIN_UNITS: Final = frozenset({"count", "rank", "score", "order"})  # say what a number is, and are not read after it
_MOST_EVENTS: Final = 12


class Card(QFrame):
    """A frame around some lines."""

    def __init__(self, look: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", look)
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(10, 10, 10, 10)
        self.lines.setSpacing(4)


class CitationLines(QWidget):
    """One citation: the source, where in it, the words it says, and what can be done."""

    open_wanted = Signal(object)  # Citation: its copy, else its address, where it points
    change_wanted = Signal(object)  # Citation
    uncite_wanted = Signal(str)  # citation id

    def __init__(
        self,
        citation: Citation,
        source: Source,
        *,
        writable: bool,
        copied: bool = False,
        doubted: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        name = Words(short_form(source), "strong")
        name.setToolTip(tip(reference(source)))
        lines.addWidget(name)
        if source.title and source.title not in short_form(source):
            lines.addWidget(Words(source.title))
        retrieved = self.tr("retrieved {0}").format(citation.retrieved) if citation.retrieved else ""
        role = "" if citation.role is Role.PRIMARY else say(ROLES[citation.role])
        where = " · ".join(part for part in (role, citation.locator, retrieved) if part)
        if where:
            lines.addWidget(Words(where, "small"))
        if citation.quote:
            quote = Words(f"“{citation.quote}”", "small")
            quote.setStyleSheet("font-style: italic;")
            lines.addWidget(quote)
        if citation.translation:
            lines.addWidget(Words(self.tr("in translation: “{0}”").format(citation.translation), "small"))
        if citation.speaker:
            lines.addWidget(Words(self.tr("said by {0}").format(citation.speaker), "small"))
        if doubted:
            lines.addWidget(Words(self.tr("To be checked: the source was changed since it was cited."), "warn"))
        links = []
        if copied or source.url:
            words = self.tr("Open copy") if copied else self.tr("Open link")
            opening = link(words, lambda: self.open_wanted.emit(citation))
            opening.setToolTip(self.tr("The archived copy, where the citation points") if copied else tip(source.url))
            links.append(opening)
        if writable:
            named = self.tr("Change the citation of {0}").format(short_form(source))
            links.append(link(self.tr("Change"), lambda: self.change_wanted.emit(citation), named))
            links.append(
                link(
                    self.tr("Remove"),
                    lambda: self.uncite_wanted.emit(citation.id),
                    self.tr("Remove the citation of {0}").format(short_form(source)),
                )
            )
        if links:
            lines.addLayout(line(*links, spacing=4))


class ObservationCard(Card):
    """One observation with its citations; a rival also with its value and the way to use it."""

    use_wanted = Signal(str)  # observation id
    remove_wanted = Signal(str)
    open_wanted = Signal(object)  # Citation
    uncite_wanted = Signal(str)
    cite_wanted = Signal(object)  # Citation to change, or None for another one

    def __init__(self, shown: Dossier, observation: Observation, *, writable: bool, rival: bool) -> None:
        super().__init__("plain" if rival else "accent" if observation.citations else "warn")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # where the reader is put after a change, and no key does harm
        if rival:
            self.lines.addLayout(self._heading(shown, observation, writable=writable))
            if chips(observation):
                self.lines.addWidget(marks(chips(observation)))
        if not observation.citations:
            self.lines.addWidget(Words(self.tr("No source is cited for this value yet."), "warn"))
        for citation in observation.citations:
            block = CitationLines(
                citation,
                shown.sources[citation.source],
                writable=writable,
                copied=citation.source in shown.copied,
                doubted=citation.id in shown.doubted,
            )
            block.open_wanted.connect(self.open_wanted)
            block.uncite_wanted.connect(self.uncite_wanted)
            block.change_wanted.connect(self.cite_wanted)
            self.lines.addWidget(block)
        if rival and observation.printed and _plain(observation.printed) != _plain(told(observation)):
            self.lines.addWidget(Words(self.tr("printed “{0}”").format(observation.printed), "small"))
        if rival and observation.note:
            self.lines.addWidget(Words(observation.note, "small"))
        effect = shown.effects.get(observation.id)
        if rival and effect is not None:
            self.lines.addWidget(self._effect(effect_words(effect, shown.area.code, observation.status)))
        if rival and writable:
            use = link(
                self.tr("Use this value"),
                lambda: self.use_wanted.emit(observation.id),
                self.tr("Use this value, {0}").format(told(observation)),
            )
            if effect is not None:
                use.setAccessibleDescription(effect_words(effect, shown.area.code, observation.status))
            use.setProperty("kind", "small")
            named = self.tr("Cite a source for {0}").format(told(observation))
            self.lines.addLayout(line(use, link(self.tr("Cite"), lambda: self.cite_wanted.emit(None), named)))

    def _effect(self, told: str) -> Words:
        """What would come of using the value, above the button that does it."""
        words = Words(self.tr("If used: {0}").format(told), "small")
        words.setObjectName("effect")
        return words

    def _heading(self, shown: Dossier, observation: Observation, *, writable: bool) -> QHBoxLayout:
        """The value of a rival; in the far corner, away from the button that uses it, the one that takes it away."""
        unit = observation.unit or shown.indicator.unit
        value = Words(f"{told(observation)} {'' if unit in PLAIN_UNITS else unit}".strip(), "strong")
        row = QHBoxLayout()
        row.addWidget(value, 1)
        if writable:
            remove = link(
                self.tr("Remove value"),
                lambda: self.remove_wanted.emit(observation.id),
                self.tr("Remove the value {0}").format(told(observation)),
            )
            remove.setProperty("kind", "quiet")
            row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return row


class CountingCard(Card):
    """The way from the value to the score."""

    def __init__(self, shown: Dossier) -> None:
        super().__init__()
        self._table = FigureLines()
        self._instead = Words("", "muted")  # why it does not count
        self._unequal = Words("", "small")  # why the figures above do not multiply
        for widget in (self._table, self._instead, self._unequal):
            self.lines.addWidget(widget)
        self.show_counting(shown)

    def show_counting(self, shown: Dossier) -> None:
        """Show how the value of a cell counts now."""
        counts = shown.counting
        self._table.setVisible(counts is not None)
        self._instead.setVisible(counts is None)
        unequal = "" if counts is None else why_unequal(counts.method, multiplies=counts.multiplies)
        self._unequal.setText(unequal)
        self._unequal.setVisible(bool(unequal))
        if counts is None:
            self._instead.setText(why_not(shown))
            return
        reverse = self.tr(", less is better") if counts.direction < 0 else ""
        self._table.tell(
            (
                (
                    self.tr("{0} → normalised{1}").format(format_number(counts.value), reverse),
                    fixed(counts.normalised, 2),
                ),
                (self.tr("× its weight in the whole index"), fixed(counts.weight, 3)),
                (self.tr("adds to the score of {0}").format(name_of(shown.area)), signed(counts.adds, 2)),
            )
        )


class HistoryCard(Card):
    """The steps that touched the cell, the newest first, with their reasons; those `revertible` can be taken back."""

    revert_wanted = Signal(int)  # the number of a step

    def __init__(self, history: tuple[Event, ...], revertible: frozenset[int] = frozenset()) -> None:
        super().__init__()
        self._stack = Stack(self, self.lines)
        self.show_history(history, revertible)

    def show_history(self, history: tuple[Event, ...], revertible: frozenset[int] = frozenset()) -> None:
        """Show the steps of now; those that stand here already stay."""
        self._stack.show(self._blocks(history, revertible))

    def _blocks(self, history: tuple[Event, ...], revertible: frozenset[int]) -> Iterator[Block]:
        for event in history[:_MOST_EVENTS]:
            told = event, moment(event.time), event.step in revertible
            yield Block(f"step {event.step}", told, partial(self._event, event, may=event.step in revertible))
        left = len(history) - _MOST_EVENTS
        words = self.tr("and {0} earlier steps").format(left) if left > 0 else ""
        if not history:
            words = self.tr("Not changed since the project was made.")
        if words:
            yield Block("rest", words, lambda: [Words(words, "small")], lambda rest: rest.setText(words))

    def _event(self, event: Event, *, may: bool) -> list[QWidget]:
        lines: list[QWidget] = [Words(" · ".join(part for part in (say(event.label), event.shift) if part))]
        lines.append(Words(f"{moment(event.time)} · {event.author}", "small"))
        if event.reason:
            lines.append(Words(event.reason, "small"))
        if may:
            named = self.tr("Take back step {0}: {1}").format(event.step, say(event.label))
            back = QWidget()
            back.setLayout(line(link(self.tr("Take back"), partial(self.revert_wanted.emit, event.step), named)))
            lines.append(back)
        return lines


def chips(observation: Observation) -> list[str]:
    """The words that stand beside a value: its status, its qualifier, its flags."""
    qualifier = [] if observation.qualifier is Qualifier.EXACT else [say(WORDS[observation.qualifier])]
    missing = [] if observation.missing is None else [reason_text(observation.missing)]
    status = (
        []
        if observation.missing is not None and observation.status is Status.REPORTED
        else [say(observation.status.value)]
    )
    return [*missing, *status, *qualifier, *map(say, sorted(observation.flags))]


def why_not(shown: Dossier) -> str:
    """Why the cell does not count in the index in view, in one sentence."""
    reading = shown.reading
    if reading is None:
        return say("The index in view does not use this indicator for this area.")
    if shown.period is not None and reading.period is not None and reading.period != shown.period:
        return say(f"The index reads {year_text(reading.period)} here, not {year_text(shown.period)}.")
    if reading.reason is not None:
        told_why = reason_text(reading.reason, reading.status)
        return say(f"Does not count: {told_why}.")
    return say("Does not count: the area has no score.")


def why_unequal(method: str, *, multiplies: bool) -> str:
    """Why what a value adds is not its normalised value times its weights, in one sentence; empty where it is."""
    if method != EXACT:
        return QCoreApplication.translate(
            "Lineage", "The parts of this index are not simply added; this is the value's share of the score."
        )
    if not multiplies:
        return QCoreApplication.translate(
            "Lineage", "Some parts have no value here: their weights go to the others, so this one counts for more."
        )
    return ""


def tr(text: str) -> str:
    """`text` in the language of the interface."""
    return QCoreApplication.translate("Inspector", text)


def moment(time: str) -> str:
    """A time of the history (UTC, ISO 8601) as people here say it: "today 14:02", "2026-11-20 14:02"."""
    when = QDateTime.fromString(time, Qt.DateFormat.ISODateWithMs)
    when.setTimeZone(QTimeZone.utc())
    here = when.toLocalTime()
    days = here.date().daysTo(QDateTime.currentDateTime().date())
    day = {0: tr("today"), 1: tr("yesterday")}.get(days, here.toString("yyyy-MM-dd"))
    return f"{day} {here.toString('HH:mm')}"


def _plain(text: str) -> str:
    """A number without its separators, to see whether two texts differ in more than those."""
    return text.translate(dict.fromkeys(map(ord, ",\u2009 \u00a0")))
