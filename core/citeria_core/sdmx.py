"""Statuses, flags and reasons for missing values, to and from SDMX's codes of observation status.

The 20 codes are those of the cross-domain code list CL_OBS_STATUS 2.2 (SDMX, Content-Oriented Guidelines). SDMX gives
an observation one code; we keep a status, a set of flags and a reason apart, so one observation may need several codes.
Read from a code and written back, every code comes back. Where we say more than SDMX can, the nearest code is named and
called inexact: modelled, announced, planned, target and claimed values, revised and built ones, and "not applicable".
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from citeria_core.errors import KnownError
from citeria_core.model import Missing, Status


class UnknownObservationStatusError(KnownError):
    """A code that the list does not have."""

    code = "unknown_observation_status"
    template = "“{given}” is no SDMX observation status. Use one of: {known}."


@dataclass(frozen=True, slots=True)
class Meaning:
    """What we keep of an observation's standing: a status, flags, and why there is no value (None: there is one)."""

    status: Status = Status.REPORTED
    flags: frozenset[str] = frozenset()
    missing: Missing | None = None


@dataclass(frozen=True, slots=True)
class Code:
    """One code of the list: its name there, and what it means to us."""

    code: str
    name: str
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Written:
    """How SDMX says it: the one code, the codes for which there was no room, and whether that is all of it."""

    code: str
    others: tuple[str, ...] = ()
    exact: bool = True


FLAGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "break": "Break in the time series",
        "definition differs": "Definition differs",
        "low reliability": "Low reliability",
        "unvalidated": "Not validated",
        "includes other": "Includes data of another category",
        "in other category": "Included in another category",
        "revised": "Revised",
        "experimental": "Experimental",
        "derogation": "Derogation",
        "not significant": "Not significant",
        "special event": "Strike or other special event",
        "holiday": "Holiday or weekend",
        "built": "Built, where others are planned",
    }
)


def _flagged(flag: str) -> Meaning:
    return Meaning(flags=frozenset({flag}))


_CODES: Final = (
    Code("A", "Normal value", Meaning()),
    Code("B", "Time series break", _flagged("break")),
    Code("D", "Definition differs", _flagged("definition differs")),
    Code("E", "Estimated value", Meaning(Status.ESTIMATED)),
    Code("F", "Forecast value", Meaning(Status.FORECAST)),
    Code("G", "Experimental value", _flagged("experimental")),
    Code(
        "H",
        "Missing value; holiday or weekend",
        Meaning(flags=frozenset({"holiday"}), missing=Missing.CANNOT_EXIST),
    ),
    Code("I", "Value imputed by a receiving agency", Meaning(Status.IMPUTED)),
    Code("J", "Derogation", _flagged("derogation")),
    Code("K", "Data included in another category", _flagged("in other category")),
    Code("L", "Missing value; data exist but were not collected", Meaning(missing=Missing.NOT_COLLECTED)),
    Code("M", "Missing value; data cannot exist", Meaning(missing=Missing.CANNOT_EXIST)),
    Code("N", "Not significant", _flagged("not significant")),
    Code("O", "Missing value", Meaning(missing=Missing.NOT_FOUND)),
    Code("P", "Provisional value", Meaning(Status.PROVISIONAL)),
    Code("Q", "Missing value; suppressed", Meaning(missing=Missing.SUPPRESSED)),
    Code("S", "Strike and other special events", _flagged("special event")),
    Code("U", "Low reliability", _flagged("low reliability")),
    Code("V", "Unvalidated value", _flagged("unvalidated")),
    Code("W", "Includes data from another category", _flagged("includes other")),
)
CODES: Final[Mapping[str, Code]] = MappingProxyType({code.code: code for code in _CODES})

# Exact where the code list says the same; the others are the nearest that it has.
_OF_STATUS: Final[Mapping[Status, tuple[str, bool]]] = {
    Status.REPORTED: ("A", True),
    Status.ESTIMATED: ("E", True),
    Status.FORECAST: ("F", True),
    Status.PROVISIONAL: ("P", True),
    Status.IMPUTED: ("I", True),
    Status.MODELLED: ("E", False),
    Status.ANNOUNCED: ("F", False),
    Status.PLANNED: ("F", False),
    Status.TARGET: ("F", False),
    Status.CLAIMED: ("V", False),
}
_OF_MISSING: Final[Mapping[Missing, tuple[str, bool]]] = {
    Missing.NOT_FOUND: ("O", True),
    Missing.NOT_COLLECTED: ("L", True),
    Missing.CANNOT_EXIST: ("M", True),
    Missing.NOT_APPLICABLE: ("M", False),
    Missing.SUPPRESSED: ("Q", True),
    Missing.UNDECIDED: ("O", False),
    Missing.BOUND_ONLY: ("O", False),
    Missing.STATUS_NOT_ALLOWED: ("O", False),
    Missing.NOT_A_NUMBER: ("O", False),
}
_OF_FLAG: Final[Mapping[str, str]] = {
    flag: code.code for code in _CODES for flag in code.meaning.flags if code.meaning.missing is None
}
_FIRST: Final = "UVBDWKNJSG"  # which flag's code is written where there is room for one: doubts before remarks


def meaning(code: str) -> Meaning:
    """What a code of observation status means to us; `UnknownObservationStatusError` if the list does not have it."""
    found = CODES.get(code.strip().upper())
    if found is None:
        raise UnknownObservationStatusError(given=code, known=", ".join(CODES))
    return found.meaning


def meanings(codes: Iterable[str]) -> Meaning:
    """What several codes mean together, as Eurostat writes them ("BEP"); the last status and reason count."""
    found = [meaning(code) for code in codes]
    statuses = [one.status for one in found if one.status is not Status.REPORTED]
    reasons = [one.missing for one in found if one.missing is not None]
    flags = frozenset(flag for one in found for flag in one.flags)
    return Meaning(statuses[-1] if statuses else Status.REPORTED, flags, reasons[-1] if reasons else None)


def written(standing: Meaning) -> Written:
    """How SDMX says it: the reason for a missing value first, then a status that is not plain, then a flag."""
    if standing.missing is Missing.CANNOT_EXIST and "holiday" in standing.flags:
        codes, exact = ["H"], True
    elif standing.missing is not None:
        code, exact = _OF_MISSING[standing.missing]
        codes = [code]
    else:
        code, exact = _OF_STATUS[standing.status]
        codes = [] if standing.status is Status.REPORTED else [code]
    told = {_OF_FLAG[flag] for flag in standing.flags if flag in _OF_FLAG}
    codes += [code for code in sorted(told, key=_FIRST.index) if code not in codes]
    untold = standing.flags - _OF_FLAG.keys() - ({"holiday"} if codes[:1] == ["H"] else set())
    lost = standing.missing is not None and standing.status is not Status.REPORTED
    codes = codes or ["A"]
    return Written(codes[0], tuple(codes[1:]), exact and not untold and not lost)
