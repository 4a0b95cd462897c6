"""The period that a value put into an empty cell is for: the same one in the grid and in the inspector."""

from typing import Final

from citeria_core.model import Index
from citeria_core.period import UNDATED, Period
from citeria_db import load
from citeria_desktop.models.column_heading import heading
from citeria_desktop.session import Session

_END_OF_TIME: Final = Period(start="9999-12-31", end="9999-12-31")


def blank_period(index: Index | None, indicator: str, usual: Period | None) -> Period:
    """The period that the index fixes for the indicator, else the `usual` one of its column, else the as-of period."""
    leaves = index.leaves() if index is not None else ()
    fixed = next((leaf.period for leaf in leaves if leaf.indicator == indicator and leaf.period), None)
    return fixed or usual or (index.as_of if index is not None else UNDATED)


def proposed_period(session: Session, indicator: str) -> Period:
    """What `blank_period` says of an indicator, whether the index in view uses it or not."""
    held = session.readings
    if indicator not in held.column_of:
        areas = [area.code for area in session.roster.areas]
        held = load.readings(session.project, areas, [indicator], _END_OF_TIME)
    usual = heading(session.project.indicators.get(indicator), held, len(held.areas)).usual
    return blank_period(session.index, indicator, usual)
