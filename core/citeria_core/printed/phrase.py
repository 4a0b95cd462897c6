"""Grammar: in which order the parts of a printed number may stand, and what they say together.

A `Phrase` is what has been understood so far. `taken` gives every phrase that one more sense leads to, none where it
may not stand; so a text that has two readings ends in two phrases, and one that has none in no phrase.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from citeria_core.model import Qualifier
from citeria_core.printed.senses import LOOSE, WORD, Kind, Sense

ONE: Final = Decimal(1)


@dataclass(frozen=True, slots=True)
class Amount:
    """One number: the sum of its parts, each a quantity times a scale (3 亿 5000 万); scale 0 until printed."""

    parts: tuple[tuple[Decimal, Decimal], ...]
    mark: str = ""
    sign: Decimal = ONE

    @property
    def scale(self) -> Decimal:
        """The scale of the first and largest part, 0 if none is printed."""
        return self.parts[0][1]

    def value(self, shared: Decimal = ONE) -> Decimal:
        """The number multiplied out; a part without a scale of its own takes the `shared` one."""
        return self.sign * sum((quantity * (scale or shared) for quantity, scale in self.parts), Decimal(0))


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a printed number says as far as it has been read."""

    amounts: tuple[Amount, ...] = ()
    last: Kind | None = None  # of the sense before, articles and fillers aside
    join: str = ""  # "opened" by “between”, "wanted" behind its joint, "made" with the second end
    whole: bool = False  # behind “of”: the words name what the number is part of
    awaits_period: bool = False  # behind “in”
    qualifier: Qualifier | None = None
    statuses: frozenset[str] = frozenset()
    periods: frozenset[str] = frozenset()
    unit: str = ""
    factor: Decimal = ONE
    unit_at: frozenset[int] = frozenset()  # behind how many amounts the unit was printed
    currencies: frozenset[str] | None = None
    change: Decimal = Decimal(0)
    counted: bool = False  # what is counted has been named
    sign: Decimal | None = None  # printed, its number still to come

    @property
    def complete(self) -> bool:
        """Whether nothing is still to come."""
        return bool(self.amounts) and self.join in ("", "made") and self.sign is None and not self.awaits_period


Step = Callable[[Phrase, Sense], tuple[Phrase, ...]]


def taken(phrase: Phrase, sense: Sense) -> tuple[Phrase, ...]:
    """Every phrase that `phrase` becomes with one more sense."""
    if phrase.awaits_period and sense.kind not in _BEFORE_PERIOD:
        return ()
    if phrase.whole and sense.kind in _MERE_WORDS:
        return (phrase,)
    after = _STEPS[sense.kind](phrase, sense)
    if sense.kind in _UNSEEN:
        return after
    return tuple(replace(following, last=sense.kind) for following in after)


def _quantity(phrase: Phrase, sense: Sense) -> tuple[Phrase, ...]:
    if phrase.whole:
        return ()
    if phrase.join == "wanted" or not phrase.amounts:
        amount = Amount(((sense.number, Decimal(0)),), sense.name, ONE if phrase.sign is None else phrase.sign)
        join = "made" if phrase.join == "wanted" else phrase.join
        return (replace(phrase, amounts=(*phrase.amounts, amount), join=join, sign=None),)
    return _further_part(phrase, sense)


def _further_part(phrase: Phrase, sense: Sense) -> tuple[Phrase, ...]:
    """3 亿 *5000* 万: below the scale before; its own scale has to follow unless it is a word."""
    *others, amount = phrase.amounts
    scale = amount.parts[-1][1]
    if phrase.last is not Kind.SCALE or sense.number >= scale or phrase.sign is not None or sense.name == LOOSE:
        return ()
    longer = replace(amount, parts=(*amount.parts, (sense.number, ONE if sense.name == WORD else Decimal(0))))
    return (replace(phrase, amounts=(*others, longer)),)


def _range(phrase: Phrase, sense: Sense) -> tuple[Phrase, ...]:
    if phrase.amounts or phrase.join == "wanted" or phrase.sign is not None:
        return ()
    ends = tuple(Amount(((number, Decimal(0)),)) for number in (sense.number, sense.high))
    return (replace(phrase, amounts=ends, join="made"),)


def _scale(phrase: Phrase, sense: Sense) -> tuple[Phrase, ...]:
    if phrase.whole or phrase.join == "wanted":
        return ()
    if not phrase.amounts:
        is_one = phrase.last is Kind.ARTICLE and phrase.sign is None  # “a million”
        return (replace(phrase, amounts=(Amount(((ONE, sense.number),), WORD),)),) if is_one else ()
    *others, amount = phrase.amounts
    is_half = phrase.last is Kind.ARTICLE and amount.mark == LOOSE  # “half a million”
    if phrase.last not in _SCALED and not is_half:
        return ()
    *parts, (quantity, scale) = amount.parts
    behind_another = len(parts) > 0 and sense.number >= parts[-1][1]
    if (scale > ONE and (sense.number < scale or phrase.last is not Kind.SCALE)) or behind_another:
        return ()
    scaled = replace(amount, parts=(*parts, (quantity, (scale or ONE) * sense.number)))
    return (replace(phrase, amounts=(*others, scaled)),)


def _unit(phrase: Phrase, sense: Sense) -> tuple[Phrase, ...]:
    if phrase.whole or phrase.currencies is not None or phrase.unit not in ("", sense.name):
        return ()
    at = phrase.unit_at | {len(phrase.amounts)}
    return (replace(phrase, unit=sense.name, factor=sense.number, unit_at=at),)


def _currency(phrase: Phrase, sense: Sense) -> tuple[Phrase, ...]:
    both = sense.codes if phrase.currencies is None else phrase.currencies & sense.codes
    if phrase.whole or phrase.unit or not both:
        return ()
    return (replace(phrase, currencies=both),)


def _before(phrase: Phrase, sense: Sense) -> tuple[Phrase, ...]:
    return _qualified(phrase, sense) if not phrase.amounts and phrase.sign is None else ()


def _after(phrase: Phrase, sense: Sense) -> tuple[Phrase, ...]:
    return _qualified(phrase, sense) if phrase.amounts and phrase.join in ("", "made") else ()


def _qualified(phrase: Phrase, sense: Sense) -> tuple[Phrase, ...]:
    qualifier = Qualifier(sense.name)
    return (replace(phrase, qualifier=qualifier),) if phrase.qualifier in (None, qualifier) else ()


def _status(phrase: Phrase, sense: Sense) -> tuple[Phrase, ...]:
    return (replace(phrase, statuses=phrase.statuses | {sense.name}),)


def _period(phrase: Phrase, sense: Sense) -> tuple[Phrase, ...]:
    return (replace(phrase, periods=phrase.periods | {sense.name}, awaits_period=False),)


def _change(phrase: Phrase, sense: Sense) -> tuple[Phrase, ...]:
    return (replace(phrase, change=sense.number),) if phrase.change in (0, sense.number) else ()


def _sign(phrase: Phrase, sense: Sense) -> tuple[Phrase, ...]:
    expected = not phrase.amounts or phrase.join == "wanted"
    return (replace(phrase, sign=sense.number),) if expected and phrase.sign is None else ()


def _dash(phrase: Phrase, sense: Sense) -> tuple[Phrase, ...]:
    can_join = len(phrase.amounts) == 1 and phrase.join != "wanted" and not phrase.whole and phrase.last in _JOINED
    return (replace(phrase, join="wanted"),) if can_join else ()


def _opens_range(phrase: Phrase, sense: Sense) -> tuple[Phrase, ...]:
    return (replace(phrase, join="opened"),) if not phrase.amounts and not phrase.join else ()


def _joins_range(phrase: Phrase, sense: Sense) -> tuple[Phrase, ...]:
    return _dash(phrase, sense) if sense.name == "always" or phrase.join == "opened" else ()


def _preposition(phrase: Phrase, sense: Sense) -> tuple[Phrase, ...]:
    before_period = replace(phrase, awaits_period=True)
    if phrase.complete:
        return before_period, replace(phrase, whole=True)
    return (before_period,)


def _same(phrase: Phrase, sense: Sense) -> tuple[Phrase, ...]:
    return (phrase,)


def _noun(phrase: Phrase, sense: Sense) -> tuple[Phrase, ...]:
    return () if phrase.unit else (replace(phrase, counted=True),)


def _never(phrase: Phrase, sense: Sense) -> tuple[Phrase, ...]:
    return ()


_STEPS: Final[Mapping[Kind, Step]] = {
    Kind.QUANTITY: _quantity,
    Kind.RANGE: _range,
    Kind.SCALE: _scale,
    Kind.UNIT: _unit,
    Kind.CURRENCY: _currency,
    Kind.BEFORE: _before,
    Kind.AFTER: _after,
    Kind.STATUS: _status,
    Kind.PERIOD: _period,
    Kind.CHANGE: _change,
    Kind.SIGN: _sign,
    Kind.DASH: _dash,
    Kind.OPENS_RANGE: _opens_range,
    Kind.JOINS_RANGE: _joins_range,
    Kind.PREPOSITION: _preposition,
    Kind.ARTICLE: _same,
    Kind.FILLER: _same,
    Kind.NOUN: _noun,
    Kind.UNKNOWN: _never,
}
_BEFORE_PERIOD: Final = frozenset({Kind.PERIOD, Kind.FILLER, Kind.ARTICLE, Kind.PREPOSITION})
_MERE_WORDS: Final = frozenset({Kind.UNKNOWN, Kind.BEFORE, Kind.NOUN, Kind.PREPOSITION, Kind.JOINS_RANGE, Kind.CHANGE})
_SCALED: Final = frozenset({Kind.QUANTITY, Kind.RANGE, Kind.SCALE, Kind.CURRENCY, Kind.AFTER})  # 20多万, 5+ million
_JOINED: Final = frozenset({Kind.QUANTITY, Kind.SCALE, Kind.UNIT, Kind.CURRENCY})  # “13 % in 1950 to 59 %” is no range
_UNSEEN: Final = frozenset({Kind.FILLER})
