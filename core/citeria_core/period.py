"""When a value holds: a year, month, quarter, span of years, or undated. Never empty.

A period is kept as its first and last day (ISO dates as text, so that they sort as text), and written as
`2020`, `2020-03`, `2020-Q3`, `2018/2019` or `undated`. `undated` sorts before every dated period.
"""

import calendar
import re
from dataclasses import dataclass
from typing import Final

from citeria_core.errors import BadPeriodError

_UNDATED_DAY: Final = "0001-01-01"
_YEAR = re.compile(r"(\d{4})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])", re.IGNORECASE)
_SPAN = re.compile(r"(\d{4})/(\d{4})")


def _last_day(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of time from the first day `start` to the last day `end`, both inclusive (`YYYY-MM-DD`).

    Periods order by `end`, then `start`: "the latest period not after X" is a comparison of ends.
    """

    end: str
    start: str

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read one of the five written forms; anything else raises `BadPeriodError`."""
        written = text.strip()
        if written.lower() == "undated":
            return UNDATED
        if match := _YEAR.fullmatch(written):
            return cls._months(int(match[1]), 1, int(match[1]), 12, text)
        if match := _MONTH.fullmatch(written):
            return cls._months(int(match[1]), int(match[2]), int(match[1]), int(match[2]), text)
        if match := _QUARTER.fullmatch(written):
            last = 3 * int(match[2])
            return cls._months(int(match[1]), last - 2, int(match[1]), last, text)
        if (match := _SPAN.fullmatch(written)) and match[1] < match[2]:
            return cls._months(int(match[1]), 1, int(match[2]), 12, text)
        raise BadPeriodError(text=text)

    @classmethod
    def _months(cls, year: int, month: int, last_year: int, last_month: int, text: str) -> "Period":
        if year < 2 or not 1 <= month <= 12:
            raise BadPeriodError(text=text)
        return cls(start=f"{year:04d}-{month:02d}-01", end=_last_day(last_year, last_month))

    def __str__(self) -> str:
        if self == UNDATED:
            return "undated"
        year, last_year = self.start[:4], self.end[:4]
        month, last_month = int(self.start[5:7]), int(self.end[5:7])
        if (month, last_month) == (1, 12):
            return year if year == last_year else f"{year}/{last_year}"
        if month == last_month:
            return f"{year}-{month:02d}"
        return f"{year}-Q{last_month // 3}"


UNDATED: Final = Period(start=_UNDATED_DAY, end=_UNDATED_DAY)
