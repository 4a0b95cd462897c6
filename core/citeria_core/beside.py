"""What a ranking can be sorted and filtered by that does not stand in its rows.

Rank intervals, the way through snapshots, the points of parts that are not in view, the values of indicators.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

from citeria_core.arrange import PART
from citeria_core.explain import of_part
from citeria_core.ranking import Key, Row
from citeria_core.result import Result

if TYPE_CHECKING:
    from citeria_core.intervals import Interval

WIDTH: Final = "interval"  # ranks between the ends of the interval
BEST: Final = "best"  # its better end
GAINED: Final = "gained"  # places gained from the first snapshot that ranks the area to now, + = up
RAW: Final = "raw:"  # before the code of an indicator: the value that stands in the grid
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


def of_result(result: Result, keys: Iterable[str]) -> Measures:
    """What a result has for keys such as "part:research" or "raw:patents"; what it does not have is left out."""
    found: dict[str, Mapping[str, float]] = {}
    for key in keys:
        kind, _, code = key.partition(":")
        if f"{kind}:" == PART and code in result.nodes:
            there = result.available(code) & result.available(result.root)
            found[key] = _known(result.areas, np.where(there, of_part(result, code), np.nan).tolist())
        elif f"{kind}:" == RAW and code in result.dataset.column_of:
            found[key] = _known(result.dataset.areas, result.raw[result.dataset.column_of[code]].tolist())
    return found


def _known(areas: Iterable[str], numbers: Iterable[float]) -> dict[str, float]:
    return {area: number for area, number in zip(areas, numbers, strict=True) if not math.isnan(number)}


def _first(former: Sequence[Mapping[Key, float]], area: str) -> float:
    ranks = (ranks.get((area, ""), math.nan) for ranks in former)
    return next((rank for rank in ranks if not math.isnan(rank)), math.nan)
