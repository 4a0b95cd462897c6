"""Verdicts: what a reviewer holds of one value, of which observation as it stood then, and what was answered."""

import re
from calendar import monthrange
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from citeria_core.errors import KnownError
from citeria_core.model import Observation, Qualifier

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class Ruling(StrEnum):
    """What a reviewer does with a value."""

    ACCEPT = "accept"
    QUERY = "query"
    REJECT = "reject"
    PROPOSE = "propose"


class Side(StrEnum):
    """Who is wrong, where a reviewer says so: ours, theirs, both, neither; or we lack what they have."""

    UNSAID = ""
    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"
    NEITHER = "neither"
    LACKING = "lacking"


class BadVerdictError(KnownError):
    """A verdict that does not say what it must."""

    code = "bad_verdict"
    template = "{problem}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A reviewer's verdict on one observation.

    `proposed` is the value proposed, as it would be printed. `given` is an ISO date. `judged` is what `judged` said of
    the observation when the verdict was given. `answer` is what the project answered, by `answered_by`.
    """

    id: str
    observation: str
    ruling: Ruling
    reviewer: str
    given: str
    judged: str
    comment: str = ""
    proposed: str = ""
    wrong: Side = Side.UNSAID
    answer: str = ""
    answered_by: str = ""

    @property
    def open(self) -> bool:
        """Whether it waits for an answer: all but accepting do."""
        return self.ruling is not Ruling.ACCEPT and not self.answer

    def stale(self, observation: Observation) -> bool:
        """Whether the observation says something else now than what was judged."""
        return judged(observation) != self.judged


def judged(observation: Observation) -> str:
    """What can be judged of an observation, in one line: its value with qualifier or its ends, unit and status."""
    return " ".join(filter(None, (_figure(observation), observation.currency, observation.unit, observation.status)))


def _figure(observation: Observation) -> str:
    if observation.missing is not None:
        return observation.missing.value.replace("_", " ")
    ends = f"{_number(observation.low)}–{_number(observation.high)}"
    if observation.qualifier is Qualifier.RANGE:
        return ends
    sign = "" if observation.qualifier is Qualifier.EXACT else f"{observation.qualifier} "
    around = "" if observation.low is None and observation.high is None else f" ({ends})"
    return f"{sign}{observation.text or _number(observation.value)}{around}"


def _number(value: float | None) -> str:
    """Every digit that was stored, so that no change of a value goes unseen."""
    return "" if value is None else repr(value).removesuffix(".0")


def check(verdict: Verdict) -> None:
    """Raise `BadVerdictError` with everything that is wrong with a verdict, or nothing."""
    problems = []
    if not verdict.reviewer.strip():
        problems.append("A verdict needs its reviewer. Say who gave it.")
    if verdict.ruling is Ruling.PROPOSE and not verdict.proposed.strip():
        problems.append("A proposal needs the value that is proposed. Write it as it would be printed.")
    if verdict.ruling is not Ruling.PROPOSE and verdict.proposed.strip():
        problems.append("Only a proposal has a proposed value. Choose “propose”, or leave the value out.")
    if verdict.ruling in (Ruling.QUERY, Ruling.REJECT) and not verdict.comment.strip():
        problems.append("A query or a rejection needs words: what is asked, or why. Write a comment.")
    if not _is_day(verdict.given):
        problems.append(f"“{verdict.given}” is no date. Write it as in 2026-11-26.")
    if problems:
        raise BadVerdictError(problem="\n".join(problems))


def _is_day(text: str) -> bool:
    if not _DAY.fullmatch(text):
        return False
    year, month, day = map(int, text.split("-"))
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
