"""What a table would do to a project, as a value: the terms it is read on, what it adds and changes, what is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from citeria_core.errors import KnownError
from citeria_core.model import Area, Indicator, Missing
from citeria_core.period import Period
from citeria_db.exchange.tables_in import RawTable, TableError
from citeria_db.pasting import Write

MOST_ERRORS: Final = 200


class MoreErrorsError(KnownError):
    """Errors beyond those that are listed."""

    code = "more_errors"
    template = "… and {count:,} more like these. Mend them, then load the table again; nothing was changed."


@dataclass(frozen=True, slots=True)
class Terms:
    """What is said for the whole table: where it does not say a period or a source itself, and how it is written."""

    period: Period | None = None
    source: str | None = None
    locale: str | None = None
    marks: Missing | None = None  # the reason that texts like "n/a" stand for
    add_missing: bool = False  # make areas and indicators that are not there
    kind: str = "city"  # of areas that are made
    index: str | None = None  # ranks areas that are made


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a table would do. `contested` counts the cells to which the table itself gives several sources."""

    table: RawTable
    areas: tuple[Area, ...] = ()  # to add
    changed_areas: tuple[Area, ...] = ()
    indicators: tuple[Indicator, ...] = ()  # to add
    changed_indicators: tuple[Indicator, ...] = ()
    writes: tuple[Write, ...] = ()
    empty: int = 0  # value cells without a text, whose cells stay as they are
    contested: int = 0
    index: str | None = None


def listed(errors: Sequence[TableError]) -> list[KnownError]:
    """Give the errors to list, and how many more there are."""
    more = len(errors) - MOST_ERRORS
    return [*errors[:MOST_ERRORS], *([MoreErrorsError(count=more)] if more > 0 else [])]
