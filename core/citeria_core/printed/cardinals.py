"""Numbers in words: cardinals, ordinals, fractions and multiples in English and Russian."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from citeria_core.printed.script import Token
from citeria_core.printed.tables import by_word

_CARDINALS: Final = by_word(
    {
        0: "zero ноль нуль",
        1: "one один одна одно одного одной",
        2: "two два две двух",
        3: "three три трёх трех",
        4: "four четыре четырёх четырех",
        5: "five пять пяти",
        6: "six шесть шести",
        7: "seven семь семи",
        8: "eight восемь восьми",
        9: "nine девять девяти",
        10: "ten десять десяти",
        11: "eleven одиннадцать",
        12: "twelve двенадцать",
        13: "thirteen тринадцать",
        14: "fourteen четырнадцать",
        15: "fifteen пятнадцать",
        16: "sixteen шестнадцать",
        17: "seventeen семнадцать",
        18: "eighteen восемнадцать",
        19: "nineteen девятнадцать",
        20: "twenty двадцать двадцати",
        30: "thirty тридцать тридцати",
        40: "forty fourty сорок сорока",
        50: "fifty пятьдесят",
        60: "sixty шестьдесят",
        70: "seventy семьдесят",
        80: "eighty восемьдесят",
        90: "ninety девяносто",
        100: "сто ста",
        200: "двести",
        300: "триста",
        400: "четыреста",
        500: "пятьсот",
        600: "шестьсот",
        700: "семьсот",
        800: "восемьсот",
        900: "девятьсот",
    }
)
_ORDINALS: Final = by_word(
    {
        1: "first первый первое первая",
        2: "second второй второе вторая",
        3: "third третий третье третья",
        4: "fourth четвёртый четвертый",
        5: "fifth пятый",
        6: "sixth шестой",
        7: "seventh седьмой",
        8: "eighth восьмой",
        9: "ninth девятый",
        10: "tenth десятый",
        11: "eleventh",
        12: "twelfth",
        13: "thirteenth",
        14: "fourteenth",
        15: "fifteenth",
        16: "sixteenth",
        17: "seventeenth",
        18: "eighteenth",
        19: "nineteenth",
        20: "twentieth",
    }
)
_PARTS: Final = by_word(  # what one whole is divided by
    {
        2: "half halves половина половины половину пол",
        3: "third thirds треть трети",
        4: "quarter quarters четверть четверти",
        5: "fifth fifths",
        6: "sixth sixths",
        7: "seventh sevenths",
        8: "eighth eighths",
        9: "ninth ninths",
        10: "tenth tenths",
    }
)
_ALONE: Final = frozenset(
    ("half", "quarter", "половина", "половины", "половину", "треть", "трети", "четверть", "четверти")
)
_MULTIPLES: Final = by_word(
    {
        2: "twice double doubled doubling twofold вдвое удвоился",
        3: "thrice triple tripled treble threefold втрое",
        4: "quadruple quadrupled fourfold вчетверо",
        5: "fivefold впятеро",
        10: "tenfold",
    }
)
_AND_A_HALF: Final[Mapping[str, str]] = {"полтора": "1.5", "полторы": "1.5"}


@dataclass(frozen=True, slots=True)
class Words:
    """A number in words: its readings, where it ends, and how it is meant."""

    values: tuple[Decimal, ...]
    end: int
    loose: bool = False  # nobody takes it as exact
    multiple: bool = False  # so many times something else


def read_words(given: Sequence[Token], at: int) -> Words | None:
    """The number in words that begins at `at`, such as “two hundred and five”, “a third”, “twice”, “second”."""
    word = given[at].text
    if word in _MULTIPLES:
        return Words((Decimal(_MULTIPLES[word]),), at + 1, loose=True, multiple=True)
    if word in _AND_A_HALF:
        return Words((Decimal(_AND_A_HALF[word]),), at + 1)
    if word in ("a", "an"):
        return _parts(given, at + 1, 1)
    if word in _ALONE:
        return Words((Decimal(1) / _PARTS[word],), at + 1, loose=True)
    value, end = _cardinal(given, at)
    if end == at:
        return _ordinal(given, at, 0)
    return _parts(given, end, value) or _ordinal(given, end, value) or _with_half(given, end, value)


def _parts(given: Sequence[Token], at: int, count: int) -> Words | None:
    if at == len(given) or given[at].text not in _PARTS:
        return None
    return Words((Decimal(count) / _PARTS[given[at].text],), at + 1, loose=True)


def _ordinal(given: Sequence[Token], at: int, tens: int) -> Words | None:
    if at == len(given) or given[at].text not in _ORDINALS or tens % 10:
        return None
    word, value = given[at].text, _ORDINALS[given[at].text]
    of_a_whole = word in _PARTS and at + 1 < len(given) and given[at + 1].text == "of"
    part = (Decimal(1) / _PARTS[word],) if of_a_whole and not tens else ()
    return Words((Decimal(tens + value), *part), at + 1)


def _with_half(given: Sequence[Token], at: int, value: int) -> Words:
    if [token.text for token in given[at : at + 3]] == ["and", "a", "half"]:
        return Words((value + Decimal("0.5"),), at + 3)
    if [token.text for token in given[at : at + 2]] == ["с", "половиной"]:
        return Words((value + Decimal("0.5"),), at + 2)
    return Words((Decimal(value),), at)


def _cardinal(given: Sequence[Token], at: int) -> tuple[int, int]:
    """The cardinal below a thousand that begins at `at`, and where it ends (`at` itself if there is none)."""
    total, room, end = 0, 1000, at
    while end < len(given):
        word = given[end].text
        if word in _CARDINALS and _CARDINALS[word] < room and (total == 0 or _CARDINALS[word] > 0):
            value = _CARDINALS[word]
            total, room, end = total + value, _room_below(value), end + 1
        elif word == "hundred" and 0 < total < 10:
            total, room, end = total * 100, 100, end + 1
        elif word == "and" and room == 100 and end + 1 < len(given) and given[end + 1].text in _CARDINALS:
            end += 1
        else:
            break
    return total, end


def _room_below(value: int) -> int:
    """What may still follow: tens behind a hundred, units behind twenty, nothing behind twelve."""
    if value % 100 == 0:
        return min(value, 100)
    return 10 if value % 10 == 0 and value >= 20 else 0
