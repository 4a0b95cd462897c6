"""What one word or sign of a printed number may be."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """The part that a word, figure or sign plays."""

    QUANTITY = "quantity"  # number; name: the decimal mark it takes for granted, WORD, LOOSE, or nothing
    RANGE = "range"  # two figures with a dash that might also be years: number to high
    SCALE = "scale"  # million, 万
    UNIT = "unit"  # %, km2; number: a factor, as in 成 = 10 %
    CURRENCY = "currency"  # codes: every ISO 4217 code that it may mean
    BEFORE = "before"  # a qualifier in front of its number
    AFTER = "after"  # a qualifier behind its number
    STATUS = "status"
    PERIOD = "period"
    CHANGE = "change"  # number: −1 for “reduction”, 1 for “growth”
    SIGN = "sign"
    DASH = "dash"
    OPENS_RANGE = "opens range"  # between, from
    JOINS_RANGE = "joins range"  # to, and (only where one was opened)
    PREPOSITION = "preposition"  # in front of a period, or of the whole that a number is part of
    ARTICLE = "article"
    FILLER = "filler"
    NOUN = "noun"  # what is counted
    UNKNOWN = "unknown"


WORD: Final = "word"  # a number in words
LOOSE: Final = "loose"  # one that nobody takes as exact: half, twice


@dataclass(frozen=True, slots=True)
class Sense:
    """One part that a word may play, with what it brings."""

    kind: Kind
    name: str = ""
    number: Decimal = Decimal(1)
    high: Decimal = Decimal(0)
    codes: frozenset[str] = frozenset()


UNKNOWN: Final = (Sense(Kind.UNKNOWN),)
