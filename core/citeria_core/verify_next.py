"""What to verify next: the doubtful cells, by how far the truth about each could move its area in the ranking.

A doubtful cell is varied over its plausible values while all others stay as they are: the value of knowing it.
"""

import heapq
import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from citeria_core import plausible
from citeria_core.dataset import Column
from citeria_core.quality import USUAL, Assumptions
from citeria_core.result import Result
from citeria_core.runs import Progress, StoppedError
from citeria_core.what_if import Trial, Value, row_of

SLICES: Final = 8  # of a range, tried at the start
TRIALS: Final = 64  # values of one cell that the engine is asked about, at most
FINE: Final = 0.01  # ranks; the expected shift is refined until it is surely no further off on a monotone way


@dataclass(frozen=True, slots=True)
class Doubt:
    """A cell whose value is in doubt: anywhere from `low` to `high` alike, or one of `claims` with equal chances.

    `why`: rivals, range, bound, about, unsettled, uncited, flagged, source, or the words of whoever made it.
    """

    area: str
    indicator: str
    low: float = math.nan
    high: float = math.nan
    claims: tuple[float, ...] = ()
    time: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Worth:
    """What knowing one cell could change, in places of the index.

    `expected` and `largest`: |shift| of its area against the present ranking, over the plausible values; `at`: the
    value of the largest. `ripple`: the expected sum of |shift| of all other areas. `trials`: values the engine was
    asked about. An area without a rank counts as standing behind the last one.
    """

    doubt: Doubt
    present: float
    expected: float
    largest: float
    at: float
    ripple: float
    trials: int


def doubts(result: Result, assumptions: Assumptions = USUAL) -> tuple[Doubt, ...]:
    """The doubtful cells that take part, by row, then indicator, as `plausible` knows them.

    Of what is about so much or not to be trusted fully, the range that holds the truth with 95 %. Raises every
    `BadBoundsError` at once.
    """
    dataset = result.dataset
    found = []
    for cell in plausible.doubtful(dataset, assumptions, result.raw):
        low, high = (math.nan, math.nan) if cell.claims else (cell.low, cell.high)
        area, indicator = dataset.areas[cell.row], dataset.indicators[cell.place]
        time = dataset.times[cell.row] if dataset.times else ""
        if row_of(result, area, time) is not None:
            found.append(Doubt(area, indicator, low, high, cell.claims, time, cell.why))
    return tuple(found)


def verify_next(
    result: Result, candidates: Iterable[Doubt] | None = None, progress: Progress | None = None
) -> tuple[Worth, ...]:
    """The doubts (default: those of `doubts`) with what each is worth, the largest expected shift first.

    `progress` is called with the cells done and their number, and stops the work by returning False (`StoppedError`).
    Raises `UnknownCellError`.
    """
    chosen = tuple(doubts(result) if candidates is None else candidates)
    found = []
    for done, doubt in enumerate(chosen, 1):
        found.append(_Probe(result, doubt).worth())
        if progress is not None and progress(done, len(chosen)) is False and done < len(chosen):
            raise StoppedError(done=done, total=len(chosen))
    found.sort(key=lambda one: (-one.expected, -one.largest, -one.ripple, one.doubt.area, one.doubt.indicator))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Shift:
    """|shift| of the area itself and of all others with the cell at one value."""

    own: float
    others: float


class _Probe:
    """One doubtful cell tried at many values."""

    def __init__(self, result: Result, doubt: Doubt) -> None:
        self.doubt = doubt
        self.trial = Trial(result, Value(doubt.area, doubt.indicator, doubt.time))
        self.places = _places(result)
        self.row = result.dataset.row_of[doubt.area, doubt.time]
        self.unit = 0.25 if math.isinf(doubt.high - doubt.low) else 1.0  # a width that would overflow is scaled
        self.tried: dict[float, _Shift] = {}

    def worth(self) -> Worth:
        own, others = self._of_claims() if self.doubt.claims else self._over_range()
        at, most = max(self.tried.items(), key=lambda entry: entry[1].own)
        return Worth(self.doubt, self.trial.present, own, most.own, at, others, len(self.tried))

    def at(self, value: float) -> _Shift:
        if value not in self.tried:
            held = self.trial.at(value)
            moved = np.abs((self.places if held is None else _places(held)) - self.places)
            self.tried[value] = _Shift(float(moved[self.row]), float(moved.sum() - moved[self.row]))
        return self.tried[value]

    def _of_claims(self) -> tuple[float, float]:
        shifts = [self.at(claim) for claim in self.doubt.claims]
        return sum(one.own for one in shifts) / len(shifts), sum(one.others for one in shifts) / len(shifts)

    def _over_range(self) -> tuple[float, float]:
        """The means over low..high: slices are halved where the shift differs most between their ends."""
        low, high = self.doubt.low, self.doubt.high
        if not low < high:
            shift = self.at(low)
            return shift.own, shift.others
        knots = (np.linspace(low * self.unit, high * self.unit, SLICES + 1) / self.unit).tolist()
        if low < self.trial.present < high:
            knots = sorted({*knots, self.trial.present})
        slices = [self._slice(*ends) for ends in pairwise(knots)]
        heapq.heapify(slices)
        while len(self.tried) < TRIALS and -sum(one[0] for one in slices) > FINE * self._width(low, high):
            _, start, end = heapq.heappop(slices)
            middle = start / 2 + end / 2
            if not start < middle < end:
                heapq.heappush(slices, (0.0, start, end))
                continue
            heapq.heappush(slices, self._slice(start, middle))
            heapq.heappush(slices, self._slice(middle, end))
        return self._mean([(self.at(a).own, self.at(b).own, self._width(a, b)) for _, a, b in slices]), self._mean(
            [(self.at(a).others, self.at(b).others, self._width(a, b)) for _, a, b in slices]
        )

    def _mean(self, slices: list[tuple[float, float, float]]) -> float:
        width = self._width(self.doubt.low, self.doubt.high)
        return math.fsum((left + right) / 2 * (part / width) for left, right, part in slices)

    def _slice(self, start: float, end: float) -> tuple[float, float, float]:
        """A stretch, the one with most left to learn sorting first: the most its mean may be off, times its width."""
        return -abs(self.at(end).own - self.at(start).own) / 2 * self._width(start, end), start, end

    def _width(self, start: float, end: float) -> float:
        return end * self.unit - start * self.unit


def _places(result: Result) -> Column:
    """The rank of every row of the dataset on the index; behind the last of its time where it has none."""
    places = np.full(len(result.dataset.areas), math.nan)
    places[slice(None) if result.rows is None else result.rows] = result.rank(result.root)
    times = np.array(result.dataset.times or ("",) * len(places))
    for time in dict.fromkeys(times.tolist()):
        here = times == time
        places[here & np.isnan(places)] = (~np.isnan(places[here])).sum() + 1
    return places
