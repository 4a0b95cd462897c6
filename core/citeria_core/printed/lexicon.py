"""All tables of words as one: which parts a run of tokens may play."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Final

from citeria_core.printed import amounts, claims, currencies
from citeria_core.printed.cardinals import Words, read_words
from citeria_core.printed.chinese import read_characters
from citeria_core.printed.dates import When, read_period
from citeria_core.printed.figures import Figure, as_float, read_figure
from citeria_core.printed.script import Token, tokens
from citeria_core.printed.senses import LOOSE, UNKNOWN, WORD, Kind, Sense

Senses = tuple[Sense, ...]
Terms = Mapping[tuple[str, ...], Senses]

_FRACTIONS: Final[Mapping[str, str]] = {"½": "0.5", "¼": "0.25", "¾": "0.75"}
_ORDINAL_ENDINGS: Final = frozenset(("st", "nd", "rd", "th", "й", "я", "е", "го", "м"))
_RATIO: Final = (Sense(Kind.UNIT, "ratio"),)
_LONGEST_POWER: Final = 4  # digits of an exponent; no double has more


def elements(given: Sequence[Token], decimal: str | None) -> Iterator[Senses]:
    """What each stretch of `given` may be, from left to right; `decimal` is the mark that a locale says."""
    at = 0
    while at < len(given):
        found, at = _element(given, at, decimal)
        yield from found


def _element(given: Sequence[Token], at: int, decimal: str | None) -> tuple[tuple[Senses, ...], int]:
    token = given[at]
    if (when := read_period(given, at)) is not None and (when.certain or token.kind == "figure"):
        return _period(given, at, when, decimal)
    if token.kind == "figure":
        end = at + 1
        behind = given[end] if end < len(given) else None
        is_ordinal = behind is not None and behind.glued and behind.text in _ORDINAL_ENDINGS
        mixed = Decimal(_FRACTIONS[behind.raw]) if behind is not None and behind.raw in _FRACTIONS else Decimal(0)
        return (_figure(token, decimal, mixed),), end + (is_ordinal or mixed > 0)
    if token.raw in _FRACTIONS:
        return ((Sense(Kind.QUANTITY, WORD, Decimal(_FRACTIONS[token.raw])),),), at + 1
    behind_figure = at > 0 and given[at - 1].kind == "figure"
    order = (_term, _words) if behind_figure else (_words, _term)
    return order[0](given, at) or order[1](given, at) or ((UNKNOWN,), at + 1)


def _figure(token: Token, decimal: str | None, more: Decimal = Decimal(0)) -> Senses:
    body, _, power = token.text.partition("e")
    if len(power.strip("+-")) > _LONGEST_POWER:
        return UNKNOWN
    found = read_figure(body, power, decimal)
    senses = tuple(_quantity(figure, power, more) for figure in found if _fits(figure, power))
    return senses or UNKNOWN


def _fits(figure: Figure, power: str) -> bool:
    return as_float(figure.digits + (f"e{power}" if power else "")) is not None


def _quantity(figure: Figure, power: str, more: Decimal) -> Sense:
    return Sense(Kind.QUANTITY, figure.mark, Decimal(figure.digits + (f"e{power}" if power else "")) + more)


def _period(given: Sequence[Token], at: int, when: When, decimal: str | None) -> tuple[tuple[Senses, ...], int]:
    senses = tuple(Sense(Kind.PERIOD, name) for name in when.periods)
    if when.certain:
        return (senses,), when.end
    if when.end == at + 1:
        return ((*_figure(given[at], decimal), *senses),), when.end
    span = Sense(Kind.RANGE, number=Decimal(given[at].raw), high=Decimal(given[at + 2].raw))
    return ((span, *senses),), when.end


def _words(given: Sequence[Token], at: int) -> tuple[tuple[Senses, ...], int] | None:
    found: Words | None = read_words(given, at) or read_characters(given, at)
    if found is None:
        return None
    senses = tuple(
        Sense(Kind.QUANTITY, LOOSE if found.loose or 0 < value < 1 else WORD, value) for value in found.values
    )
    return ((senses, _RATIO) if found.multiple else (senses,)), found.end


def _term(given: Sequence[Token], at: int) -> tuple[tuple[Senses, ...], int] | None:
    """The longest run of words that a table holds; capitals matter for ISO codes and for M and T."""
    terms, longest = _terms()
    exact = _capitals().get(given[at].raw)
    for length in range(min(longest, len(given) - at), 0, -1):
        run = given[at : at + length]
        if length == 1 and exact is not None:
            return (exact,), at + 1
        senses = terms.get(tuple(token.text for token in run))
        if senses is not None and not _is_article_and_sign(run):
            return (senses,), at + length
    return None


def _is_article_and_sign(run: Sequence[Token]) -> bool:
    """Whether “a $” only looks like A$: one letter is part of a sign where it is a capital that touches it."""
    return len(run) == 2 and run[1].raw == "$" and len(run[0].raw) == 1 and not (run[0].raw.isupper() and run[1].glued)


@cache
def _capitals() -> Mapping[str, Senses]:
    codes = {code: code for code in currencies.CODES.split()} | dict(currencies.OTHER_CODES)
    scales = {raw: (Sense(Kind.SCALE, number=Decimal(size)),) for raw, size in amounts.CAPITAL_SCALES.items()}
    return {raw: (_currency(code),) for raw, code in codes.items()} | scales


@cache
def _terms() -> tuple[Terms, int]:
    """Every term of every table with its senses, and how many tokens the longest has."""
    held: dict[tuple[str, ...], list[Sense]] = defaultdict(list)
    for written, sense in _table():
        held[tuple(token.text for token in tokens(written))].append(sense)
    return {term: tuple(dict.fromkeys(senses)) for term, senses in held.items()}, max(map(len, held))


def _table() -> Iterator[tuple[str, Sense]]:
    yield from _claims()
    yield from _amounts()
    for codes, written in currencies.WORDS.items():
        yield from _each(written, _currency(codes))
    for written, (code, unit) in currencies.CURRENCY_OR_UNIT.items():
        yield from ((written, _currency(code)), (written, Sense(Kind.UNIT, unit)))


def _claims() -> Iterator[tuple[str, Sense]]:
    named: tuple[tuple[Kind, Mapping[str, str]], ...] = (
        (Kind.BEFORE, {str(key): words for key, words in claims.BEFORE.items()}),
        (Kind.AFTER, {str(key): words for key, words in claims.AFTER.items()}),
        (Kind.STATUS, {str(key): words for key, words in claims.STATUSES.items()}),
        (Kind.JOINS_RANGE, {"always": claims.JOINS_RANGE, "opened": claims.ALSO_JOINS_RANGE}),
        (Kind.OPENS_RANGE, {"": claims.OPENS_RANGE}),
        (Kind.PREPOSITION, {"": claims.PREPOSITIONS}),
        (Kind.ARTICLE, {"": claims.ARTICLES}),
        (Kind.FILLER, {"": claims.FILLERS}),
        (Kind.DASH, {"": "- | – | — | ~"}),
    )
    for kind, table in named:
        for name, words in table.items():
            yield from _each(words, Sense(kind, name))
    for sign, words in claims.CHANGES.items():
        yield from _each(words, Sense(Kind.CHANGE, number=Decimal(sign)))
    yield from _each("- | minus | минус | 负", Sense(Kind.SIGN, number=Decimal(-1)))
    yield from _each("+ | plus | плюс", Sense(Kind.SIGN))


def _amounts() -> Iterator[tuple[str, Sense]]:
    for size, words in amounts.SCALES.items():
        yield from _each(words, Sense(Kind.SCALE, number=Decimal(size)))
    for word, (size, unit) in amounts.SCALE_OR_UNIT.items():
        yield word, Sense(Kind.SCALE, number=Decimal(size))
        if unit:
            yield word, Sense(Kind.UNIT, unit)
    for word, size in amounts.OTHER_SCALES.items():
        yield word, Sense(Kind.SCALE, number=Decimal(size))
    for unit, words in amounts.UNITS.items():
        yield from _each(words, Sense(Kind.UNIT, unit))
    for word, (unit, factor) in amounts.SHARES.items():
        yield word, Sense(Kind.UNIT, unit, Decimal(factor))
    yield from _each(amounts.NOUNS, Sense(Kind.NOUN))


def _each(words: str, sense: Sense) -> Iterator[tuple[str, Sense]]:
    return ((word.strip(), sense) for word in words.split(" | "))


def _currency(codes: str) -> Sense:
    return Sense(Kind.CURRENCY, codes=frozenset(codes.split()))
