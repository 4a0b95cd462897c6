"""What a printed number says, and the two bounds that a qualifier makes of it."""

from dataclasses import dataclass
from typing import Final

from citeria_core.model import Qualifier, Status
from citeria_core.period import Period

UPPER_BOUNDS: Final = frozenset({Qualifier.BELOW, Qualifier.AT_MOST, Qualifier.NEARLY})
LOWER_BOUNDS: Final = frozenset({Qualifier.ABOVE, Qualifier.AT_LEAST})


@dataclass(frozen=True, slots=True)
class Reading:
    """What a printed number says.

    `value` is the number in the unit printed (40 for “40 %”), multiplied out (350e9 for “350 billion”), for a range
    its midpoint. `low` and `high` are the bounds that the qualifier or the range states, multiplied out too.
    `multiplier` is 1 only where none is printed. `printed` is the text as it was given, `currency` an ISO 4217 code,
    `status` None where no word states one.
    """

    value: float
    low: float | None
    high: float | None
    qualifier: Qualifier
    printed: str
    unit: str = ""
    multiplier: float = 1.0
    currency: str = ""
    period: Period | None = None
    status: Status | None = None
    counted: bool = False  # a word names what is counted: 300 cities
    part: bool = False  # words for a part of a whole: half, two thirds


def bounds(value: float, qualifier: Qualifier) -> tuple[float | None, float | None]:
    """The lower and the upper bound that one qualified number states; None where it states none."""
    return value if qualifier in LOWER_BOUNDS else None, value if qualifier in UPPER_BOUNDS else None
