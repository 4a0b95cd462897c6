"""Numbers in Chinese characters: 三百八十, 二〇二〇, 三分之一, 一半."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from citeria_core.printed.cardinals import Words
from citeria_core.printed.script import Token

_DIGITS: Final = {
    "〇": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_PLACES: Final = {"十": 10, "百": 100, "千": 1000}
_HALVES: Final = (("一", "半"), ("半", "数"), ("半",))


def read_characters(given: Sequence[Token], at: int) -> Words | None:
    """The number below ten thousand in Chinese characters that begins at `at`; 万 and 亿 are multipliers."""
    for half in _HALVES:
        if tuple(token.text for token in given[at : at + len(half)]) == half:
            return Words((Decimal("0.5"),), at + len(half), loose=True)
    value, end = _run(given, at)
    if value is None:
        return None
    if end < len(given) and given[end].text == "点":
        return _with_decimals(given, value, end + 1)
    if [token.text for token in given[end : end + 2]] == ["分", "之"]:
        parts, after = _run(given, end + 2)
        return Words((Decimal(parts) / value,), after, loose=True) if parts and value else None
    return Words((Decimal(value),), end)


def _with_decimals(given: Sequence[Token], whole: int, at: int) -> Words | None:
    """十二点三五: the digits behind the point are said one by one."""
    end = at
    while end < len(given) and given[end].text in _DIGITS:
        end += 1
    digits = "".join(str(_DIGITS[token.text]) for token in given[at:end])
    return Words((Decimal(f"{whole}.{digits}"),), end) if digits else None


def _run(given: Sequence[Token], at: int) -> tuple[int | None, int]:
    end = at
    while end < len(given) and (given[end].text in _DIGITS or given[end].text in _PLACES):
        end += 1
    characters = [token.text for token in given[at:end]]
    if not characters or characters[0] in ("百", "千"):
        return None, at
    if all(character in _DIGITS for character in characters):
        digits = "".join(str(_DIGITS[character]) for character in characters)
        return (int(digits), end) if len(digits) in (1, 4) else (None, at)
    return _composed(characters), end


def _composed(characters: Sequence[str]) -> int | None:
    """三千零五十 = 3050: digits and places in falling order, else None."""
    total, digit, room = 0, None, 10_000
    for character in characters:
        if character in _PLACES:
            place = _PLACES[character]
            if place >= room or (digit is None and place != 10):
                return None
            total, digit, room = total + (1 if digit is None else digit) * place, None, place
        elif digit is None or digit == 0:
            digit = _DIGITS[character]
        else:
            return None
    return total + (digit or 0)
