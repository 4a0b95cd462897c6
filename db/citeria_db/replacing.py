"""Find and replace over values as they would be typed: planned hit by hit, then carried out as one step."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from citeria_core import find
from citeria_core.errors import AmbiguousNumberError, KnownError
from citeria_core.find import Sought
from citeria_core.model import Indicator, Observation
from citeria_core.period import Period
from citeria_core.typed_text import edit_text
from citeria_db import pasting
from citeria_db.changes import Changes
from citeria_db.store import Project

_SHORT = 20  # characters of a text that the label of a step quotes


class NothingLeftError(KnownError):
    """A value that a replacement would empty: nobody said why there would be none."""

    code = "nothing_left"
    template = "nothing would be left; mark the value as missing instead"


class TwoReadingsError(KnownError):
    """A text after replacing that is a number in two ways."""

    code = "two_readings"
    template = "it may mean {first} or {second}"


@dataclass(frozen=True, slots=True)
class Hit:
    """One value that a replacement changes: its text before and after, and what that says, or why it cannot be."""

    area: str
    indicator: str
    period: Period
    before: str
    after: str
    said: Observation | None
    problem: KnownError | None = None


def hit(area: str, indicator: Indicator, period: Period, before: str, after: str, locale: str | None = None) -> Hit:
    """Read what a cell would say; a cell emptied by it is a problem, for nobody said why it has no value."""

    def made(said: Observation | None, problem: KnownError | None = None) -> Hit:
        return Hit(area, indicator.code, period, before, after, said, problem)

    if not after:
        return made(None, NothingLeftError())
    try:
        return made(replace(pasting.read_text(indicator, period, after, locale), area=area))
    except AmbiguousNumberError as error:
        return made(None, TwoReadingsError(first=error.params["first"], second=error.params["second"]))
    except KnownError as error:
        return made(None, error)


def plan(
    project: Project,
    sought: Sought,
    by: str,
    areas: Collection[str] = (),
    indicators: Collection[str] = (),
    locale: str | None = None,
) -> tuple[Hit, ...]:
    """Give every value in use that would say something else, of these areas and indicators (none named: of all).

    Raises `BadPatternError`.
    """
    if not sought.text:
        return ()
    known = {indicator.code: indicator for indicator in project.indicators.all()}
    held = [
        (one, edit_text(one.value, one.text, one.qualifier, one.low, one.high))
        for one in project.observations.all()
        if one.preferred
        and one.missing is None
        and (not areas or one.area in areas)
        and (not indicators or one.indicator in indicators)
    ]
    return tuple(
        hit(found.place.area, known[found.place.indicator], found.place.period, found.before, after, locale)
        for found in find.replacements(held, sought, by)
        if (after := found.after.strip()) != found.before
    )


def carry_out(project: Project, hits: Sequence[Hit], sought: str, by: str) -> Changes:
    """Replace in every hit that can be read, as one step; raises `EmptyPasteError` if there is none."""
    said = [one.said for one in hits if one.said is not None]
    cells = "1 cell" if len(said) == 1 else f"{len(said):,} cells"
    return pasting.set_values(project, said, f"Replace {_short(sought)} by {_short(by)} in {cells}")


def _short(text: str) -> str:
    return f"“{text if len(text) <= _SHORT else text[: _SHORT - 1] + '…'}”"
