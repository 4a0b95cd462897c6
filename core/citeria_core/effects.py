"""What choosing another value of a cell would do to the ranks, before it is chosen."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from citeria_core.model import CellReading, Index, Missing, Observation
from citeria_core.ranking import Move, moves
from citeria_core.reading import Read, read
from citeria_core.result import Result
from citeria_core.what_if import Trial, Value, row_of


@dataclass(frozen=True, slots=True)
class Effect:
    """What the index would do with one observation in use.

    `value` is what the index would then read of the cell, None with the `reason` where it would read no number. `read`
    says that it would be this very observation. `shift` is the change of the area's score, None where it has none
    before or after; `computed` is False where the engine could not follow.
    """

    observation: str
    value: float | None
    reason: Missing | None
    read: bool
    moves: tuple[Move, ...] = ()
    shift: float | None = None
    computed: bool = True


def effects(
    result: Result, index: Index, observations: Sequence[Observation], kind: str, names: Mapping[str, str]
) -> tuple[Effect, ...]:
    """The effect of each of `observations`, all those of one area and one indicator of `kind`, that is not in use.

    `names` (area → name) are for the moves. Empty where the index does not rank the cell's area by its indicator.
    """
    rivals = [one for one in observations if not one.preferred]
    if not rivals:
        return ()
    area, indicator = rivals[0].area, rivals[0].indicator
    leaf = next((node for node in index.leaves() if node.indicator == indicator), None)
    if leaf is None or (area, "") not in result.dataset.row_of:
        return ()
    trial = Trial(result, Value(area, leaf.code))  # the columns of a dataset go by the codes of leaves
    seen: dict[float | None, Result | None] = {}  # rivals that say the same have the same effect
    found = []
    for rival in rivals:
        told = read(_choosing(rival, observations), leaf, kind, index.as_of)
        if told.value not in seen:
            seen[told.value] = trial.at(math.nan if told.value is None else told.value)
        found.append(_effect(rival.id, told, result, seen[told.value], area, names))
    return tuple(found)


def supposed(result: Result, leaf: str, reading: CellReading, names: Mapping[str, str]) -> tuple[Effect, ...]:
    """What hangs on the value that is read of a cell: the effect of having none, and of the ends of what it may be.

    The first has the value None; the ends are those of a range or of a value between bounds, the lower first. Empty
    where the index scores no value of the cell at `leaf`. `names` as for `effects`.
    """
    if reading.value is None or (reading.area, "") not in result.dataset.row_of:
        return ()
    trial = Trial(result, Value(reading.area, leaf))
    ends = sorted({end for end in (reading.low, reading.high) if end is not None and end != reading.value})
    found = []
    for value in (None, *ends):
        after = trial.at(math.nan if value is None else value)
        found.append(_effect("", Read("", value, None), result, after, reading.area, names))
    return tuple(found)


def _choosing(rival: Observation, observations: Iterable[Observation]) -> list[Observation]:
    """The observations as they would be with `rival` in use in its period."""
    return [replace(one, preferred=one.id == rival.id) if one.period == rival.period else one for one in observations]


def _effect(id_: str, told: Read, before: Result, after: Result | None, area: str, names: Mapping[str, str]) -> Effect:
    ours = told.observation == id_
    if after is None:
        return Effect(id_, told.value, told.reason, ours, computed=False)
    return Effect(id_, told.value, told.reason, ours, moves(before, after, names), _shift(before, after, area))


def _shift(before: Result, after: Result, area: str) -> float | None:
    was, now = _score(before, area), _score(after, area)
    return None if math.isnan(was) or math.isnan(now) else now - was


def _score(result: Result, area: str) -> float:
    row = row_of(result, area)
    return math.nan if row is None else float(result.score(result.root)[row])
