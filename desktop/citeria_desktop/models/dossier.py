"""Everything known of one cell, gathered once for the inspector: its values, sources, notes, history and effect."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from citeria_core.effects import Effect
from citeria_core.lineage import Lineage
from citeria_core.model import Area, CellReading, Indicator, Missing, Observation, Source
from citeria_core.period import Period
from citeria_core.verdict import Verdict
from citeria_db.changes import Change
from citeria_desktop.figures import NONE
from citeria_desktop.models.cell_look import full_number, value_text
from citeria_desktop.models.counting import Counting, counting, followed
from citeria_desktop.session import Session


@dataclass(frozen=True, slots=True)
class Event:
    """One step that touched the cell: when (UTC, ISO), who, what it was called, the value before and after.

    A value that came beside one in use, whose place it took, stands alone in `shift`.
    """

    time: str
    author: str
    label: str
    shift: str = ""
    step: int = 0  # its number
    reason: str = ""  # why, where somebody said so


@dataclass(frozen=True, slots=True)
class Dossier:
    """The observations of one cell, the one in use first, and what stands around them."""

    area: Area
    indicator: Indicator
    period: Period | None  # None while the cell of no period has an observation
    periods: tuple[Period, ...]
    in_use: Observation | None
    rivals: tuple[Observation, ...]
    reading: CellReading | None
    notes: tuple[tuple[str, str], ...]  # (scope, text), those of the observations apart
    sources: Mapping[str, Source]
    history: tuple[Event, ...]
    counting: Counting | None
    effects: Mapping[str, Effect]  # by observation: what the ranks would do with it in use
    copied: frozenset[str] = frozenset()  # sources with an archived copy
    doubted: frozenset[str] = frozenset()  # citations whose source was changed since
    verdicts: tuple[Verdict, ...] = ()  # on the observations of the period, the oldest first

    @property
    def observations(self) -> tuple[Observation, ...]:
        """The value in use, if there is one, and its rivals."""
        return (*(() if self.in_use is None else (self.in_use,)), *self.rivals)

    @property
    def contested(self) -> bool:
        """Whether several values stand here and none is in use."""
        return self.in_use is None and len(self.rivals) > 1

    @property
    def reason(self) -> Missing | None:
        """Why the value in use is not scored or missing, or None; only where the index reads this very period."""
        if self.in_use is not None and self.in_use.missing is not None:
            return self.in_use.missing
        if self.reading is not None and self.reading.period == self.period:
            return self.reading.reason
        return None


def dossier(session: Session, area: str, indicator: str, period: Period | None = None) -> Dossier:
    """Gather a cell; without `period`, of the period that the index reads, else of the latest.

    Two panes that show one cell share what is gathered, until something changes.
    """
    return session.once((dossier, area, indicator, period), lambda: _gather(session, area, indicator, period))


def _gather(session: Session, area: str, indicator: str, period: Period | None) -> Dossier:
    project = session.project
    every = project.observations.cell(area, indicator)
    periods = tuple(sorted({one.period for one in every}))
    reading = session.readings.get((area, indicator))
    shown = period if period in periods else None
    if shown is None:
        read = reading.period if reading is not None else None
        shown = read if read in periods else periods[-1] if periods else None
    here = [one for one in every if one.period == shown]
    in_use = next((one for one in here if one.preferred), None)
    keys = {citation.source for one in here for citation in one.citations}
    used = reading is not None and reading.period == shown
    return Dossier(
        area=project.areas.get(area),
        indicator=project.indicators.get(indicator),
        period=shown,
        periods=periods,
        in_use=in_use,
        rivals=tuple(one for one in here if one is not in_use),
        reading=reading,
        notes=project.notes.of_cell(area, indicator, shown),
        sources={key: project.sources.get(key) for key in keys},
        history=events(project.history.of_cell(area, indicator)),
        counting=counting(session, area, indicator) if used else None,
        effects={effect.observation: effect for effect in session.effects(area, indicator)} if len(here) > 1 else {},
        copied=frozenset(key for key in keys if project.copies.of(key)),
        doubted=project.copies.doubted(keys),
        verdicts=project.verdicts.on(one.id for one in here),
    )


def lineage_of(session: Session, shown: Dossier) -> Lineage | None:
    """The way of the value to the rank in the index in view; None where the index does not read this very period."""
    read = shown.reading is not None and shown.reading.period == shown.period
    if not read:
        return None
    return followed(session, shown.area.code, shown.indicator.code)


def supposed_of(session: Session, shown: Dossier) -> tuple[Effect, ...]:
    """What hangs on the value shown: without it, and at its ends; empty where the index does not read this period."""
    read = shown.reading is not None and shown.reading.period == shown.period
    return session.supposed(shown.area.code, shown.indicator.code) if read else ()


def revertible(session: Session, area: str, indicator: str) -> frozenset[int]:
    """The numbers of the steps on a cell whose effect stands; a later step may still hold one of them fast."""
    if session.project.read_only:
        return frozenset()
    steps = session.project.history.about(area=area, indicator=indicator)
    return frozenset(step.number for step in steps if not step.undone)


def events(changes: Iterable[Change]) -> tuple[Event, ...]:
    """The steps behind `changes`, newest first, each with the value it replaced and the value it set."""
    ordered = sorted(changes, key=lambda change: -change.step)
    return tuple(_event(list(step)) for _, step in groupby(ordered, key=lambda change: change.step))


def _event(changes: list[Change]) -> Event:
    first = changes[0]
    shifts = [change for change in changes if change.table == "observation" and change.column == "value_num"]
    told = ""
    if shifts and (shifts[0].old, shifts[-1].new) != (None, None):
        told = _shown(shifts[-1].new)
        if shifts[0].old is not None or not _displaces(changes):
            told = f"{_shown(shifts[0].old)} → {told}"
    return Event(first.time, first.author, first.label, told, first.step, first.reason)


def _displaces(changes: Iterable[Change]) -> bool:
    """Whether a value that was in use gave way to another one, so that a new one did not come in the place of none."""
    return any(one.table == "observation" and one.column == "preferred" and one.old and not one.new for one in changes)


def _shown(value: str | float | None) -> str:
    """With all its digits: an edit may have changed the last one."""
    if value is None:
        return NONE
    return value if isinstance(value, str) else full_number(float(value))


def told(observation: Observation) -> str:
    """The value of an observation with all its digits, or a sign for its absence."""
    return value_text(
        observation.value, observation.text, observation.qualifier, observation.low, observation.high, exact=True
    )
