"""The rule from the observations of one cell to what an index reads there, over values.

The file answers it for a whole index in one query; this answers it for one cell as it would be after a choice that
nobody has made yet.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from citeria_core.model import SCORED_QUALIFIERS, SCORED_STATUSES, Missing, Node, Observation, Qualifier
from citeria_core.period import Period


@dataclass(frozen=True, slots=True)
class Read:
    """The observation read, and its number if it is scored; else the reason why nothing is."""

    observation: str | None
    value: float | None
    reason: Missing | None


def read(observations: Iterable[Observation], leaf: Node, kind: str, as_of: Period) -> Read:
    """What an index reads of one area and one indicator of `kind`, through its `leaf` as of a period.

    The preferred observation of the latest period that may be scored; else the latest preferred one, with the reason
    why it is not; else nothing, since nobody has chosen, or since nothing was found.
    """
    seen = sorted(
        (one for one in observations if _in_time(one.period, leaf, as_of)),
        key=lambda one: (one.period.end, one.period.start),
        reverse=True,
    )
    chosen = [one for one in seen if one.preferred]
    for one in chosen:
        if refusal(one, leaf, kind) is None:
            return Read(one.id, number(one), None)
    if chosen:
        return Read(chosen[0].id, None, refusal(chosen[0], leaf, kind))
    return Read(None, None, Missing.UNDECIDED if seen else Missing.NOT_FOUND)


def number(observation: Observation) -> float | None:
    """The number that an observation is scored with: its value, of a range the middle."""
    if observation.qualifier is not Qualifier.RANGE:
        return observation.value
    low, high = observation.low, observation.high
    return None if low is None or high is None else low * 0.5 + high * 0.5  # halved first: large ends could overflow


def refusal(observation: Observation, leaf: Node, kind: str) -> Missing | None:
    """Why an observation cannot be scored; None if it can."""
    if observation.missing is not None:
        return observation.missing
    if kind != "number" or number(observation) is None:
        return Missing.NOT_A_NUMBER
    if observation.qualifier not in SCORED_QUALIFIERS:
        return Missing.BOUND_ONLY
    return None if observation.status in SCORED_STATUSES | leaf.statuses else Missing.STATUS_NOT_ALLOWED


def _in_time(period: Period, leaf: Node, as_of: Period) -> bool:
    if leaf.period is not None:
        return (period.start, period.end) == (leaf.period.start, leaf.period.end)
    return period.end <= as_of.end
