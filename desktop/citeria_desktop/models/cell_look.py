"""How one cell of the grid looks and reads, decided once from what the index reads there.

Words and signs only: no colour, no widget. The delegate paints what stands here, the screen reader speaks it.
"""

from dataclasses import dataclass
from typing import Final

from citeria_core.model import CellReading, Missing, Qualifier, Status
from citeria_core.parse import format_number
from citeria_core.period import UNDATED, Period
from citeria_core.typed_text import plain_number
from citeria_desktop.language import lists
from citeria_desktop.language.phrases import say

GLYPHS: Final = {
    Missing.NOT_FOUND: "·",
    Missing.NOT_COLLECTED: "∅",
    Missing.CANNOT_EXIST: "—",
    Missing.NOT_APPLICABLE: "—",
    Missing.SUPPRESSED: "×",
    Missing.UNDECIDED: "?",
}
REASONS: Final = {
    Missing.NOT_FOUND: "not found yet",
    Missing.NOT_COLLECTED: "not collected",
    Missing.CANNOT_EXIST: "cannot exist",
    Missing.NOT_APPLICABLE: "not applicable",
    Missing.SUPPRESSED: "suppressed",
    Missing.UNDECIDED: "undecided: several values, none in use",
    Missing.BOUND_ONLY: "a bound: shown, not scored",
    Missing.STATUS_NOT_ALLOWED: "{status}: shown, not scored",
    Missing.NOT_A_NUMBER: "not a number: shown, not scored",
}
SIGNS: Final = {
    Qualifier.EXACT: "",
    Qualifier.RANGE: "",
    Qualifier.ABOUT: "≈",
    Qualifier.BELOW: "<",
    Qualifier.NEARLY: "<≈",
    Qualifier.AT_MOST: "≤",
    Qualifier.ABOVE: ">",
    Qualifier.AT_LEAST: "≥",
}
WORDS: Final = {
    Qualifier.EXACT: "exact",
    Qualifier.RANGE: "range",
    Qualifier.ABOUT: "about",
    Qualifier.BELOW: "below",
    Qualifier.NEARLY: "nearly",
    Qualifier.AT_MOST: "at most",
    Qualifier.ABOVE: "above",
    Qualifier.AT_LEAST: "at least",
}


@dataclass(frozen=True, slots=True)
class CellLook:
    """What a cell shows. `year` is empty where it is the column's own; `decimals` counts the digits after the point."""

    text: str
    year: str = ""
    decimals: int = 0
    missing: bool = False  # nothing is shown but a sign for its absence
    scored: bool = True
    uncited: bool = False
    rivals: int = 0
    dotted: bool = False  # a status other than reported
    noted: bool = False
    tip: str = ""
    spoken: str = ""


def look(reading: CellReading | None, usual: Period | None, area: str, indicator: str) -> CellLook:
    """The look of one cell; `usual` is the period most cells of its column show, `area` and `indicator` their names."""
    if reading is None or (reading.shown is None and not reading.text):
        return _empty(reading, area, indicator)
    text = shown_text(reading)
    period = "" if reading.period is None else year_text(reading.period)
    reason = "" if reading.reason is None else reason_text(reading.reason, reading.status)
    cited = say("cited") if reading.cited else say("not cited")
    facts = [
        period,
        text,
        "" if reading.status is Status.REPORTED else say(reading.status.value),
        cited,
        _rivals(reading),
        reason,
    ]
    return CellLook(
        text=text,
        year="" if reading.period == usual else period,
        decimals=decimals(text),
        scored=reading.value is not None,
        uncited=not reading.cited,
        rivals=reading.rivals if reading.rivals > 1 else 0,
        dotted=reading.status is not Status.REPORTED,
        noted=reading.noted,
        tip=_tip(area, indicator, facts, reading.noted),
        spoken=lists.clauses((area, indicator, *facts)),
    )


def shown_text(reading: CellReading) -> str:
    """The value that a cell shows."""
    return value_text(reading.shown, reading.text, reading.qualifier, reading.low, reading.high)


def value_text(
    value: float | None, text: str, qualifier: Qualifier, low: float | None, high: float | None, *, exact: bool = False
) -> str:
    """A value as people read it: "≈ 8 000", "10–20", "> 12 000"; `exact` keeps every digit."""
    write = full_number if exact else format_number
    if qualifier is Qualifier.RANGE and low is not None and high is not None:
        return f"{write(low)}–{write(high)}"
    if value is None:
        return text
    sign = SIGNS[qualifier]
    return f"{sign} {write(value)}" if sign else write(value)


def full_number(value: float) -> str:
    """A number with all its digits, thin spaces between thousands."""
    plain = plain_number(value)
    whole, point, fraction = plain.partition(".")
    if "e" in plain or len(whole.lstrip("-")) <= 3:
        return plain.replace("-", "−", 1) if plain.startswith("-") else plain
    return f"{int(whole):,}".replace(",", "\u2009").replace("-", "−") + point + fraction


def reason_text(reason: Missing, status: Status = Status.REPORTED) -> str:
    """Why a cell is not scored, in words."""
    return say(REASONS[reason].format(status=status.value))


def year_text(period: Period) -> str:
    """A period as a cell shows it; undated ones as bibliographies do."""
    return say("n.d.") if period == UNDATED else str(period)


def _empty(reading: CellReading | None, area: str, indicator: str) -> CellLook:
    reason = (reading.reason if reading else None) or Missing.NOT_FOUND
    rivals = reading.rivals if reading else 0
    period = year_text(reading.period) if reading and reading.period else ""
    told = say(f"{rivals} values, none in use") if reason is Missing.UNDECIDED and rivals else reason_text(reason)
    return CellLook(
        text=GLYPHS.get(reason, "·"),
        missing=True,
        scored=False,
        rivals=rivals if rivals > 1 else 0,
        noted=reading is not None and reading.noted,
        tip=_tip(area, indicator, [period, told], noted=reading is not None and reading.noted),
        spoken=lists.clauses((area, indicator, period, told)),
    )


def _tip(area: str, indicator: str, facts: list[str], noted: bool) -> str:
    told = [fact for fact in facts if fact] + ([say("has a note")] if noted else [])
    return f"{area} · {indicator}\n" + " · ".join(told)


def _rivals(reading: CellReading) -> str:
    return say(f"{reading.rivals} values") if reading.rivals > 1 else ""


def decimals(text: str) -> int:
    """How many digits a text shows after the point."""
    _, point, fraction = text.rpartition(".")
    return len(fraction) if point and fraction.isdigit() else 0
