"""What a text typed into a cell says of it: read in full, held against the indicator's unit and the cell's period."""

from dataclasses import replace
from typing import Final

from citeria_core.errors import PeriodMismatchError
from citeria_core.model import Indicator, Observation, Status
from citeria_core.printed.measure import in_measure, measure, objection
from citeria_core.printed.reading import Reading
from citeria_core.printed.understand import only, understand
from citeria_db.errors import LongTextError

MOST_CHARACTERS: Final = 20_000  # of a value in words


def in_words(blank: Observation, indicator: Indicator, text: str) -> Observation:
    """Put a text into an observation of an indicator of words, as it is. Raises `LongTextError`."""
    if len(text) > MOST_CHARACTERS:
        raise LongTextError(most=f"{MOST_CHARACTERS:,}", found=f"{len(text):,}", indicator=indicator.name)
    return replace(blank, text=text.strip(), printed=text)


def typed(blank: Observation, indicator: Indicator, text: str, locale: str | None) -> tuple[Observation, Status | None]:
    """Put what `text` says into an observation, and give the status it states (None if it states none).

    A number alone is in the indicator's unit; one with a multiplier is converted into it (38 万 is 380000 persons, or
    0.38 million). The indicator settles which money a bare sign means. Raises `UnreadableNumberError`,
    `AmbiguousNumberError`, `SeveralReadingsError`, `UnitMismatchError`, `OpenScaleError` or `PeriodMismatchError`.
    """
    said = _reading(indicator, text, locale)
    if said.period not in (None, blank.period):
        raise PeriodMismatchError(text=text.strip(), given=said.period, period=blank.period)
    is_converted = said.multiplier != 1 or said.currency != ""
    value = in_measure(said, measure(indicator.unit))
    observation = replace(
        blank,
        value=value.value,
        low=value.low,
        high=value.high,
        qualifier=value.qualifier,
        printed=value.printed,
        unit=said.unit or (indicator.unit if is_converted else ""),
        currency=said.currency,
    )
    return observation, said.status


def _reading(indicator: Indicator, text: str, locale: str | None) -> Reading:
    """The one reading of `text` that fits the indicator's unit."""
    readings = understand(text, locale).readings
    kept_in = measure(indicator.unit)
    objections = [objection(reading, kept_in, indicator.name) for reading in readings]
    if readings and None not in objections:
        raise next(error for error in objections if error is not None)
    fitting = [reading for reading, error in zip(readings, objections, strict=True) if error is None]
    return only(text, fitting)
