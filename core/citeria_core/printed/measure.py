"""Whether a printed number fits the unit that an indicator is kept in, and its value in that unit."""

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Final

from citeria_core.errors import KnownError, OpenScaleError, UnitMismatchError
from citeria_core.printed.lexicon import elements
from citeria_core.printed.reading import Reading
from citeria_core.printed.script import tokens
from citeria_core.printed.senses import Kind

_AS_STATED: Final = "as stated"  # how a unit says that each source brings its own
_PARTS: Final = frozenset({"%", "ratio"})
_COUNTS: Final = frozenset({"count", "number", "rank", "order", "year"})


@dataclass(frozen=True, slots=True)
class Measure:
    """The unit of an indicator: `CNY billion` is money in CNY, counted in 10⁹; `percent` is `%`.

    `counts`: things are counted or put in order. `any_unit` and `any_currency`: nothing is fixed, so whatever a source
    prints fits.
    """

    text: str
    unit: str = ""
    currency: str = ""
    scale: float = 1.0
    counts: bool = False
    any_unit: bool = False
    any_currency: bool = False


@lru_cache(maxsize=256)
def measure(text: str) -> Measure:
    """What a unit written for people says: `USD billion`, `million persons`, `percent`, `km2` or an empty one."""
    stated = _AS_STATED in text.lower()
    anything = text.strip() == "" or text.strip().lower() == _AS_STATED
    known = {sense.kind: sense for senses in elements(tokens(text), None) for sense in senses[:1]}
    if Kind.QUANTITY in known or Kind.RANGE in known:  # stations per 100,000 people
        return Measure(text)
    unit, money, scale = known.get(Kind.UNIT), known.get(Kind.CURRENCY), known.get(Kind.SCALE)
    return Measure(
        text,
        unit="" if unit is None else unit.name,
        currency=next(iter(money.codes)) if money is not None and len(money.codes) == 1 else "",
        scale=float(Decimal(1) if scale is None else scale.number),
        counts=Kind.NOUN in known or scale is not None or text.strip().lower() in _COUNTS,
        any_unit=anything,
        any_currency=anything or stated,
    )


def objection(reading: Reading, kept_in: Measure, indicator: str) -> KnownError | None:
    """Why `reading` does not fit the unit of `indicator`, or None if it does."""
    given = reading.currency if not _fits_currency(reading, kept_in) else _strange_unit(reading, kept_in)
    text = reading.printed.strip()
    if given:
        return UnitMismatchError(text=text, given=given, indicator=indicator, unit=kept_in.text)
    names_unit = bool(reading.currency or reading.unit or reading.counted)
    if kept_in.scale != 1 and reading.multiplier == 1 and names_unit:
        return OpenScaleError(text=text, indicator=indicator, unit=kept_in.text)
    return None


def in_measure(reading: Reading, kept_in: Measure) -> Reading:
    """The reading with value and bounds in the unit of the indicator; it has to fit (`objection`)."""
    if reading.part and kept_in.unit == "%":
        return _times(reading, 100.0)  # half of a whole is 50 %
    return _over(reading, kept_in.scale) if reading.multiplier != 1 and kept_in.scale != 1 else reading


def _fits_currency(reading: Reading, kept_in: Measure) -> bool:
    return not reading.currency or kept_in.any_currency or reading.currency == kept_in.currency


def _strange_unit(reading: Reading, kept_in: Measure) -> str:
    """The unit that `reading` names and the indicator does not have, or an empty text."""
    if kept_in.any_unit:
        return ""
    if reading.part:
        return "" if kept_in.unit in _PARTS or "share" in kept_in.text.lower() else "parts of a whole"
    if reading.unit in _PARTS and not (kept_in.unit or kept_in.currency or kept_in.counts):
        return ""  # a score may be printed in percent
    return "" if reading.unit in ("", kept_in.unit) else reading.unit


def _times(reading: Reading, factor: float) -> Reading:
    low, high = (None if bound is None else bound * factor for bound in (reading.low, reading.high))
    return replace(reading, value=reading.value * factor, low=low, high=high)


def _over(reading: Reading, divisor: float) -> Reading:
    low, high = (None if bound is None else bound / divisor for bound in (reading.low, reading.high))
    return replace(reading, value=reading.value / divisor, low=low, high=high)
