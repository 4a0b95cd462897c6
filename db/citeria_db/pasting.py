"""Many cells at once: a planned paste, a fill, a replacement carried out as one undoable step.

It does to each cell what `operations.set_value` does, but looks at all of them in one query and writes each kind of row
in one go.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from citeria_core.model import Area, Citation, Indicator, Missing, Observation, Role, Status
from citeria_core.paste import MissingMarkError, Plan
from citeria_core.period import Period
from citeria_core.printed.claims import MISSING_MARKS
from citeria_db.changes import Changes
from citeria_db.errors import EmptyPasteError, UnreadyPlanError
from citeria_db.retelling import READ_FROM, retell, teller
from citeria_db.store import Project
from citeria_db.typed import in_words, typed

# What every locale reads as itself: digits, and at most one point that cannot part thousands.
_PLAIN: Final = re.compile(r"-?[0-9]{1,15}(?:\.(?:[0-9]{1,2}|[0-9]{4,15}))?")
_DIGITS: Final = re.compile(r"[0-9]{1,15}")
_PART: Final = 500  # cells written between two words about progress


def reader(
    project: Project, period: Period | Mapping[str, Period], locale: str | None = None, marks: Missing | None = None
) -> Callable[[str, str], Observation]:
    """Give the function that a plan reads texts with: (indicator, text) → an observation without an area.

    `period` is one for all, or by indicator. `marks` is the reason that texts such as “n/a” stand for; without it they
    raise `MissingMarkError`.
    """
    indicators = {indicator.code: indicator for indicator in project.indicators.all()}

    def read(code: str, text: str) -> Observation:
        when = period if isinstance(period, Period) else period[code]
        return read_text(indicators[code], when, text, locale, marks)

    return read


def read_text(
    indicator: Indicator, period: Period, text: str, locale: str | None = None, marks: Missing | None = None
) -> Observation:
    """Read what a text says of an indicator in a period, as an observation without an area; else as `reader` says."""
    if indicator.kind == "number" and (_DIGITS if locale else _PLAIN).fullmatch(text):
        return Observation("", "", indicator.code, period, float(text) + 0.0, printed=text)
    blank = Observation("", "", indicator.code, period, None)
    if indicator.kind != "number":
        return in_words(blank, indicator, text)
    if text.strip().lower() in MISSING_MARKS:
        if marks is None:
            raise MissingMarkError(text=text.strip())
        return replace(blank, missing=marks, printed=text)
    said, status = typed(blank, indicator, text, locale)
    return replace(said, status=status or Status.REPORTED)


@dataclass(frozen=True, slots=True)
class Write:
    """What one cell is to say: its place and value in `said`, and the citation of the source that it is read from."""

    said: Observation
    citation: Citation | None = None

    @property
    def cell(self) -> tuple[str, str, Period]:
        """The area, indicator and period."""
        return self.said.area, self.said.indicator, self.said.period


def paste(
    project: Project,
    plan: Plan,
    source: str | None = None,
    locator: str = "",
    quote: str = "",
    *,
    kind: str = "city",
    language: str = "en",
    index: str | None = None,
    told: Callable[[int], None] = lambda _done: None,
) -> Changes:
    """Carry out a plan as one step: all of it, or nothing.

    `told` hears now and then how many values are written; what it raises undoes them all.

    Every cell gets its value as `operations.set_value` would give it, citing `source` where one is named. New rows
    become areas of `kind`, named in `language`, and join the areas of `index`. Raises `UnreadyPlanError`,
    `EmptyPasteError`.
    """
    if not plan.ready:
        beyond = f", and {plan.clipped} reach beyond the grid" if plan.undecided else ""
        raise UnreadyPlanError(problems=len(plan.problems), beyond=beyond)
    if not plan.cells:
        raise EmptyPasteError
    key = None if source is None else project.sources.get(source).key
    cited = None if key is None else Citation("", key, Role.PRIMARY, locator, quote)
    with project.transact(f"Paste {_values(len(plan.cells))}") as writing:
        named = add_areas(project, plan.new_rows, kind, language, index) if plan.new_rows else {}
        for first in range(0, len(plan.cells), _PART):
            part = plan.cells[first : first + _PART]
            said = (_placed(planned.said, named.get(planned.area, planned.area)) for planned in part)
            write(project, [Write(one, cited) for one in said])
            told(first + len(part))
    return writing.changes


def set_values(project: Project, said: Iterable[Observation], label: str) -> Changes:
    """Give each cell what an observation says of it, as `operations.set_value` does without a source, as one step.

    Raises `EmptyPasteError`.
    """
    writes = [Write(one) for one in said]
    if not writes:
        raise EmptyPasteError
    with project.transact(label) as writing:
        write(project, writes)
    return writing.changes


Copy = tuple[str, tuple[str, str, Period]]  # the id of an observation, and the cell that is to say the same


def fill(project: Project, copies: Iterable[Copy], *, cited: bool = True) -> Changes:
    """Copy observations (by id) into cells (area, indicator, period) as one step, with their citation or without.

    Raises `UnknownObservationError`, `EmptyPasteError`.
    """
    wanted = tuple(copies)
    if not wanted:
        raise EmptyPasteError
    held = project.observations.many(id_ for id_, _ in wanted)
    writes = [
        Write(
            _copied(held[id_], *cell),
            _read_from(held[id_]) if cited else None,
        )
        for id_, cell in wanted
    ]
    with project.transact(f"Fill {_values(len(writes))}") as writing:
        write(project, writes)
    return writing.changes


def _copied(held: Observation, area: str, indicator: str, period: Period) -> Observation:
    """Give what an observation says for another cell, where it is a new claim: without its note, flags and author."""
    return Observation(
        "",
        area,
        indicator,
        period,
        held.value,
        held.text,
        held.printed,
        held.qualifier,
        held.low,
        held.high,
        held.unit,
        held.currency,
        held.status,
        held.missing,
    )


def _values(count: int) -> str:
    return "1 value" if count == 1 else f"{count:,} values"


def _read_from(observation: Observation) -> Citation | None:
    """Give the citation of the source that an observation is read from, as a new one."""
    found = next((cited for cited in observation.citations if cited.role in READ_FROM), None)
    return None if found is None else replace(found, id="")


def write(project: Project, writes: Sequence[Write], *, prefer: bool = True) -> None:
    """Write many cells inside an open step and put them in use (without `prefer`: leave what is in use).

    Of several writes to one cell the last counts. Flags and notes are written where there are some.
    """
    last = {one.cell: one for one in writes}
    held = project.observations.in_cells(last)
    out: list[str] = []
    into: list[str] = []
    changed: list[tuple[str, Observation]] = []
    added: list[Observation] = []
    for cell, one in last.items():
        there = held.get(cell, [])
        own = _own(there, one)
        out += [rival.id for rival in there if prefer and rival.preferred and rival is not own]
        if own is None:
            cited = () if one.citation is None else (one.citation,)
            added.append(replace(one.said, preferred=prefer, citations=cited))
        else:
            changed.append((own.id, _revalued(own, one.said)))
            into += [own.id] if prefer and not own.preferred else []
            _complete(project, own, one)
    project.observations.set_preferred(out, preferred=False)
    project.observations.replace_values(changed)
    project.observations.set_preferred(into, preferred=True)
    project.observations.add_many(added)


def _own(there: Sequence[Observation], one: Write) -> Observation | None:
    """Find the observation that a value belongs to: the one saying why none is there, the source's, or that in use."""
    if one.said.missing is not None:
        saying_why = (found for found in there if found.missing is not None)
        return min(saying_why, key=lambda found: not found.preferred, default=None)
    return teller(there, None if one.citation is None else one.citation.source)


def _revalued(own: Observation, said: Observation) -> Observation:
    unit, currency = said.unit or own.unit, said.currency or own.currency
    status = own.status if said.status is Status.REPORTED else said.status
    if (unit, currency, status) == (said.unit, said.currency, said.status):
        return said
    return replace(said, unit=unit, currency=currency, status=status)


def _placed(said: Observation, area: str) -> Observation:
    return said if said.area == area else replace(said, area=area)


def _complete(project: Project, own: Observation, one: Write) -> None:
    """Bring citations, flags and note up to the new value, as typing does."""
    given = one.citation
    source, locator, quote = (None, "", "") if given is None else (given.source, given.locator, given.quote)
    flags = retell(project, own, one.said, source, locator, quote)
    if one.said.flags - flags:
        project.observations.set_flags(own.id, flags | one.said.flags)
    if one.said.note and one.said.note != own.note:
        project.notes.set(one.said.note, observation=own.id)


def add_areas(
    project: Project, names: Iterable[str], kind: str, language: str, index: str | None = None
) -> Mapping[str, str]:
    """Add an area for each name inside an open step, after the others; give the codes by name."""
    taken = {area.code for area in project.areas.all()}
    codes: dict[str, str] = {}
    for name in names:
        codes[name] = free_code(name, taken)
        taken.add(codes[name])
        project.areas.add(Area(codes[name], kind, {language: name}))
    if index is not None:
        project.indices.set_areas(index, (*project.indices.get(index).areas, *codes.values()))
    return codes


def free_code(name: str, taken: Iterable[str]) -> str:
    """Make a code from a name that is not taken: `new-york`, `new-york-2`, …"""
    stem = re.sub(r"[\W_]+", "-", name.casefold()).strip("-")[:40].rstrip("-") or "new"
    known = set(taken)
    candidates = (stem, *(f"{stem}-{number}" for number in range(2, len(known) + 3)))
    return next(code for code in candidates if code not in known)
