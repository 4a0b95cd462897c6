"""Understanding a printed number in full: value, bounds, unit, multiplier, currency, period and status.

A text has no reading, one, or several. Several are told, never chosen between: an open comma or point, a sign that is
the money of more than one country, a letter that is a multiplier or a unit. A word that no table holds gives no
reading, for it may change the number; only behind “of”, “in” and the like may words stand freely.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product
from typing import Final

from citeria_core.errors import AmbiguousNumberError, SeveralReadingsError, UnreadableNumberError
from citeria_core.model import Qualifier, Status
from citeria_core.period import Period
from citeria_core.printed.claims import MISSING_MARKS
from citeria_core.printed.figures import as_float
from citeria_core.printed.lexicon import Senses, elements
from citeria_core.printed.locales import LOCALE_OF_MARK, decimal_mark, home_currency
from citeria_core.printed.phrase import ONE, Amount, Phrase, taken
from citeria_core.printed.reading import Reading, bounds
from citeria_core.printed.script import tokens
from citeria_core.printed.senses import LOOSE

_LONGEST: Final = 300  # characters; a printed number is shorter, and hostile text ends here
_MOST_PHRASES: Final = 64  # so many ways to go on at once mean noise, not a number
_MOST_READINGS: Final = 32
_PLAIN: Final = re.compile(r"[0-9]{1,15}(?:\.(?:[0-9]{1,2}|[0-9]{4,15}))?")  # one reading in every locale
_ACCOUNTED: Final = re.compile(r"\([$€£¥₽₩₹ ]*[0-9][0-9., ']*\)")  # accountants bracket what is below zero
_OPPOSITE: Final = {
    Qualifier.ABOVE: Qualifier.BELOW,
    Qualifier.BELOW: Qualifier.ABOVE,
    Qualifier.NEARLY: Qualifier.ABOUT,
    Qualifier.AT_LEAST: Qualifier.AT_MOST,
    Qualifier.AT_MOST: Qualifier.AT_LEAST,
}


@dataclass(frozen=True, slots=True)
class Understood:
    """Every reading of a text, those that differ only: none if it says no number."""

    readings: tuple[Reading, ...]

    @property
    def ambiguous(self) -> bool:
        """Whether a person has to say which reading is meant."""
        return len(self.readings) > 1


def understand(text: str, locale: str | None = None) -> Understood:
    """Read a printed number such as `fast approaching 350 billion yuan`, `38 万`, `15–20 %`, `at least 3 in 2019`.

    `locale` settles an open decimal mark and, where it names a country (`en-AU`, `zh`), what a bare currency sign
    means. Raises nothing but `UnknownLocaleError`: what cannot be read has no readings.
    """
    decimal = None if locale is None else decimal_mark(locale)
    written = text.strip() if len(text) <= _LONGEST else ""
    if written.lower() in MISSING_MARKS:
        return Understood(())
    if _PLAIN.fullmatch(written):  # most cells of a pasted block: thousands of them have to be read at once
        return Understood((Reading(float(written), None, None, Qualifier.EXACT, text),))
    home = "" if locale is None else home_currency(locale)
    found = _readings(written, text, decimal, home) or _converted(written, text, decimal, home)
    if _ACCOUNTED.fullmatch(written):
        found += [_negative(reading) for reading in found]
    return Understood(tuple(dict.fromkeys(found)) if len(found) <= _MOST_READINGS else ())


def one_reading(text: str, locale: str | None = None) -> Reading:
    """The only reading of `text`; raises `AmbiguousNumberError`, `SeveralReadingsError` or `UnreadableNumberError`."""
    return only(text, understand(text, locale).readings)


def only(text: str, readings: Sequence[Reading]) -> Reading:
    """The only one of `readings`, else the error that asks which is meant or says that there is none."""
    shown = text.strip() if len(text.strip()) <= 60 else f"{text.strip()[:59]}…"
    if not readings:
        raise UnreadableNumberError(text=shown)
    if len(readings) == 1:
        return readings[0]
    by_mark = {mark: understand(text, tag).readings for mark, tag in LOCALE_OF_MARK.items()}
    chosen = {mark: [one for one in found if one in readings] for mark, found in by_mark.items()}
    if len(readings) == 2 and all(len(found) == 1 for found in chosen.values()) and chosen["."] != chosen[","]:
        first, second = sorted(chosen, key=lambda mark: -chosen[mark][0].value)
        raise AmbiguousNumberError(
            text=shown,
            first=f"{chosen[first][0].value:.15g}",
            second=f"{chosen[second][0].value:.15g}",
            first_locale=LOCALE_OF_MARK[first],
            second_locale=LOCALE_OF_MARK[second],
        )
    raise SeveralReadingsError(text=shown, readings=", ".join(map(in_words, readings)))


def in_words(reading: Reading) -> str:
    """One reading as a short phrase: `> 300`, `8000000000 USD`, `10–20 %`."""
    if reading.qualifier is Qualifier.RANGE:
        number = f"{reading.low:.15g}–{reading.high:.15g}"
    else:
        sign = "" if reading.qualifier is Qualifier.EXACT else f"{reading.qualifier} "
        number = f"{sign}{reading.value:.15g}"
    extras = (reading.unit, reading.currency, reading.status, reading.period)
    return " ".join([number, *(str(extra) for extra in extras if extra)])


def _readings(written: str, text: str, decimal: str | None, home: str) -> list[Reading]:
    phrases = {Phrase(): None}
    for senses in elements(tokens(written), decimal):
        phrases = _onward(phrases, senses)
        if not 0 < len(phrases) <= _MOST_PHRASES:
            return []
    return [reading for phrase in phrases if phrase.complete for reading in _expanded(phrase, text, home)]


def _onward(phrases: dict[Phrase, None], senses: Senses) -> dict[Phrase, None]:
    return {after: None for phrase in phrases for sense in senses for after in taken(phrase, sense)}


def _converted(written: str, text: str, decimal: str | None, home: str) -> list[Reading]:
    """“350 billion yuan (US$48.6 billion)”: one amount in two currencies, both told."""
    outside, bracket, inside = written.removesuffix(".").removesuffix(")").partition("(")
    if not bracket:
        return []
    both = [_readings(part, text, decimal, home) for part in (outside, inside)]
    currencies = [{reading.currency for reading in part} for part in both]
    if not all(both) or "" in currencies[0] | currencies[1] or currencies[0] & currencies[1]:
        return []
    return both[0] + both[1]


def _negative(reading: Reading) -> Reading:
    return replace(reading, value=-reading.value)


def _expanded(phrase: Phrase, text: str, home: str) -> Iterator[Reading]:
    number = _numbers(phrase)
    if number is None:
        return
    value, low, high, qualifier, multiplier = number
    currencies = phrase.currencies or frozenset({""})
    if home in currencies:
        currencies = frozenset({home})
    # The one met most comes first, so that whoever shows a list begins with it.
    ordered = sorted(currencies, key=lambda code: (code not in ("USD", "CNY", "INR", "SEK"), code))
    statuses: list[Status | None] = [Status(status) for status in sorted(phrase.statuses)]
    periods: list[Period | None] = [Period.parse(period) for period in sorted(phrase.periods)]
    for currency, status, period in product(ordered, statuses or [None], periods or [None]):
        yield Reading(
            *(value, low, high, qualifier, text, phrase.unit, multiplier, currency, period, status),
            counted=phrase.counted,
            part=phrase.amounts[0].mark == LOOSE and multiplier == 1 and not phrase.unit,
        )


def _numbers(phrase: Phrase) -> tuple[float, float | None, float | None, Qualifier, float] | None:
    """Value, bounds, qualifier and multiplier, or None where they contradict each other or exceed a double."""
    if len(phrase.amounts) == 2:
        return _ends(phrase)
    amount = phrase.amounts[0]
    if len(amount.parts) > 1 and any(scale == 0 for _, scale in amount.parts):
        return None
    value = _float(_signed(phrase, amount.value() * phrase.factor))
    if value is None:
        return None
    qualifier = phrase.qualifier or (Qualifier.ABOUT if amount.mark == LOOSE else Qualifier.EXACT)
    if phrase.change < 0:
        qualifier = _OPPOSITE.get(qualifier, qualifier)
    return value, *bounds(value, qualifier), qualifier, float(amount.scale or ONE)


def _ends(phrase: Phrase) -> tuple[float, float | None, float | None, Qualifier, float] | None:
    first, last = phrase.amounts
    marks = {first.mark, last.mark} & {".", ","}
    if phrase.qualifier not in (None, Qualifier.EXACT, Qualifier.ABOUT) or len(marks) > 1 or phrase.unit_at == {1}:
        return None
    shared = _shared(first, last)
    ends = sorted((_signed(phrase, first.value(shared) * phrase.factor), _signed(phrase, last.value() * phrase.factor)))
    low, high = _float(ends[0]), _float(ends[1])
    if low is None or high is None or low >= high or first.value(shared) >= last.value():
        return None
    multiplier = last.scale or ONE
    return low + (high - low) / 2, low, high, Qualifier.RANGE, float(multiplier)


def _shared(first: Amount, last: Amount) -> Decimal:
    """The scale of the last end, which “3 to 5 million” means for the first too, unless the ends would cross."""
    scale = last.scale or ONE
    return scale if first.scale or first.value(scale) < last.value() else ONE


def _signed(phrase: Phrase, value: Decimal) -> Decimal:
    """Let “a reduction of 9.2 %” be −9.2."""
    return -value if phrase.change < 0 else value


def _float(value: Decimal) -> float | None:
    return as_float(str(value))
