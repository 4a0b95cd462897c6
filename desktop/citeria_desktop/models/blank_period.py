"""The period that a value put into an empty cell is for: the same one in the grid and in the inspector."""

from typing import Final

from citeria_core.model import CellReading, Index
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
    usual = heading(session.project.indicators.get(indicator), _column(session, indicator)).usual
    return blank_period(session.index, indicator, usual)


def _column(session: Session, indicator: str) -> list[CellReading]:
    """What the cells of an indicator read in the index in view, else in the whole project."""
    held = [reading for (_, code), reading in session.readings.items() if code == indicator]
    areas = [area.code for area in session.project.areas.all()] if not held else []
    return held or list(load.readings(session.project, areas, [indicator], _END_OF_TIME).values())
