"""What a ranking can be sorted by that does not stand in its rows: rank intervals, and the way through snapshots."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from citeria_core.ranking import Key, Row

if TYPE_CHECKING:
    from citeria_core.intervals import Interval

WIDTH: Final = "interval"  # ranks between the ends of the interval
BEST: Final = "best"  # its better end
GAINED: Final = "gained"  # places gained from the first snapshot that ranks the area to now, + = up
KEYS: Final = (WIDTH, BEST, GAINED)

Measures = Mapping[str, Mapping[str, float]]  # key → area → number; an area without one is not in it


def of_intervals(intervals: Iterable["Interval"]) -> Measures:
    """How wide each interval is, and its better end; nothing of an area without one."""
    known = [one for one in intervals if not math.isnan(one.low)]
    return {WIDTH: {one.area: one.high - one.low for one in known}, BEST: {one.area: one.low for one in known}}


def of_path(former: Sequence[Mapping[Key, float]], rows: Iterable[Row]) -> Measures:
    """The places gained since the first of the `former` rankings that ranks an area; only of those ranked now."""
    begun = {row.area: _first(former, row.area) for row in rows}
    gained = {row.area: begun[row.area] - row.rank for row in rows if row.rank is not None}
    return {GAINED: {area: places for area, places in gained.items() if not math.isnan(places)}}


def _first(former: Sequence[Mapping[Key, float]], area: str) -> float:
    ranks = (ranks.get((area, ""), math.nan) for ranks in former)
    return next((rank for rank in ranks if not math.isnan(rank)), math.nan)
