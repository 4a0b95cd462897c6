"""Reading a number as people print it, and writing one for people.

Reading goes from the outside in: script (full-width forms, kinds of space and minus) → qualifier → range → unit →
one number. Each step is one function, and each vocabulary one table. Nothing is guessed: a text that has two readings
raises `AmbiguousNumberError`, one that has none raises `UnreadableNumberError`. The printed text is kept as it came.
"""

import math
import re
from dataclasses import dataclass
from typing import Final, NoReturn

from citeria_core.errors import AmbiguousNumberError, UnknownLocaleError, UnreadableNumberError
from citeria_core.model import Qualifier

THIN_SPACE: Final = "\u2009"
MINUS: Final = "\u2212"

_LONGEST: Final = 200  # characters; no number is longer, and hostile text ends here

_POINT_LANGUAGES: Final = ("en", "zh", "ja", "ko", "th", "he")
_COMMA_LANGUAGES: Final = (
    *("de", "fr", "ru", "es", "it", "pt", "nl", "pl", "uk", "tr", "vi", "id"),
    *("cs", "sk", "sl", "hr", "sr", "bg", "ro", "hu", "el", "sv", "da", "nb", "no", "fi"),
)
_DECIMAL_MARKS: Final = {
    **dict.fromkeys(_POINT_LANGUAGES, "."),
    **dict.fromkeys(_COMMA_LANGUAGES, ","),
    "de-ch": ".",
    "it-ch": ".",
    "es-mx": ".",
}

_SIGNS: Final = {
    "<~": Qualifier.NEARLY,
    "<=": Qualifier.AT_MOST,
    ">=": Qualifier.AT_LEAST,
    "≤": Qualifier.AT_MOST,
    "≥": Qualifier.AT_LEAST,
    "<": Qualifier.BELOW,
    ">": Qualifier.ABOVE,
    "~": Qualifier.ABOUT,
    "≈": Qualifier.ABOUT,
    "=": Qualifier.EXACT,
}
_WORDS: Final = {
    "about": Qualifier.ABOUT,
    "around": Qualifier.ABOUT,
    "roughly": Qualifier.ABOUT,
    "approximately": Qualifier.ABOUT,
    "approx.": Qualifier.ABOUT,
    "ca.": Qualifier.ABOUT,
    "nearly": Qualifier.NEARLY,
    "almost": Qualifier.NEARLY,
    "fast approaching": Qualifier.NEARLY,
    "over": Qualifier.ABOVE,
    "above": Qualifier.ABOVE,
    "more than": Qualifier.ABOVE,
    "under": Qualifier.BELOW,
    "below": Qualifier.BELOW,
    "less than": Qualifier.BELOW,
    "fewer than": Qualifier.BELOW,
    "up to": Qualifier.AT_MOST,
    "at most": Qualifier.AT_MOST,
    "at least": Qualifier.AT_LEAST,
}
_UPPER_BOUNDS: Final = frozenset({Qualifier.BELOW, Qualifier.AT_MOST, Qualifier.NEARLY})
_LOWER_BOUNDS: Final = frozenset({Qualifier.ABOVE, Qualifier.AT_LEAST})

_SCRIPT: Final[dict[int, str]] = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},  # full-width forms
    **dict.fromkeys(map(ord, "\t\u00a0\u2007\u2008\u2009\u200a\u202f\u3000"), " "),
    **dict.fromkeys(map(ord, "\u2018\u2019\u02bc"), "'"),
    ord(MINUS): "-",
}

_QUALIFIED: Final = re.compile(
    "(?:(?P<sign>"
    + "|".join(map(re.escape, _SIGNS))
    + r")|(?P<word>"
    + "|".join(word.replace(" ", " +").replace(".", r"\.") for word in sorted(_WORDS, key=len, reverse=True))
    + r")(?![a-z])) *(?P<rest>.*)",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(r"(?P<low>[0-9][^–—-]*?(?:e-[0-9]+)?)(?<!e) *[–—-] *(?P<high>[0-9].*)", re.IGNORECASE)
_ONE: Final = re.compile(
    r"(?P<sign>[+-]?) ?(?P<body>[0-9][0-9., ']*|[.,][0-9]+)(?P<power>e[+-]?[0-9]+)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a printed number says.

    `value` is the number in the unit printed (40 for “40 %”), for a range its midpoint. `low` and `high` are the
    bounds that the qualifier or the range states. `printed` is the text as it was given.
    """

    value: float
    low: float | None
    high: float | None
    qualifier: Qualifier
    printed: str
    unit: str = ""


def read_number(text: str, locale: str | None = None) -> Reading:
    """Read one printed number, such as `12 345,6`, `> 5,000`, `nearly 40 %` or `10–20`.

    `locale` (`en`, `de`, `fr-CA` …) says which mark is the decimal one where the text leaves it open. One comma or
    point before exactly three digits is open, except after a leading 0, before `000`, or where another separator
    settles it. Raises `AmbiguousNumberError`, `UnreadableNumberError` or `UnknownLocaleError`.
    """
    decimal = None if locale is None else decimal_mark(locale)
    written = text.translate(_SCRIPT).strip() if len(text) <= _LONGEST else ""
    qualifier, rest = _split_qualifier(written)
    if (match := _RANGE.fullmatch(rest)) and qualifier in (Qualifier.EXACT, Qualifier.ABOUT):
        return _range(match, text, decimal)
    rest, unit = _split_unit(rest)
    value = _one_number(rest, text, decimal)
    low = value if qualifier in _LOWER_BOUNDS else None
    high = value if qualifier in _UPPER_BOUNDS else None
    return Reading(value, low, high, qualifier, text, unit)


def decimal_mark(locale: str) -> str:
    """The decimal mark of a locale (`en`, `de-CH`, `ru_RU`): "." or ","; else `UnknownLocaleError`."""
    tag = locale.strip().lower().replace("_", "-")
    mark = _DECIMAL_MARKS.get(tag) or _DECIMAL_MARKS.get(tag.partition("-")[0])
    if mark is None:
        raise UnknownLocaleError(locale=locale, known=", ".join(sorted(_DECIMAL_MARKS)))
    return mark


def format_number(value: float) -> str:
    """Write a number for people: thin spaces between thousands, a decimal point, at most three significant decimals.

    `read_number` with the locale `en` reads it back, to the digits shown. From 1e15 up and below 1e-6 the form is
    `1.235e21`. A NaN or infinity gives an empty text.
    """
    if not math.isfinite(value):
        return ""
    size = abs(value)
    if size >= 1e15 or 0 < size < 1e-6:
        digits, power = f"{size:.3e}".split("e")
        shown = f"{digits.rstrip('0').rstrip('.')}e{int(power)}"
    else:
        shown = f"{size:,.{_decimals(size)}f}"
        shown = (shown.rstrip("0").rstrip(".") if "." in shown else shown).replace(",", THIN_SPACE)
    return f"{MINUS}{shown}" if value < 0 and shown != "0" else shown


def _decimals(size: float) -> int:
    """Three digits after the point; below 1 the zeros that lead do not count."""
    return 3 if size == 0 or size >= 1 else 3 - math.floor(math.log10(size)) - 1


def _split_qualifier(written: str) -> tuple[Qualifier, str]:
    match = _QUALIFIED.fullmatch(written)
    if match is None:
        return Qualifier.EXACT, written
    if match["sign"]:
        return _SIGNS[match["sign"]], match["rest"]
    return _WORDS[" ".join(match["word"].lower().split())], match["rest"]


def _split_unit(written: str) -> tuple[str, str]:
    if written.endswith("%"):
        return written[:-1].rstrip(), "%"
    return written, ""


def _range(match: re.Match[str], text: str, decimal: str | None) -> Reading:
    first, first_unit = _split_unit(match["low"])
    last, unit = _split_unit(match["high"])
    low, high = _one_number(first, text, decimal), _one_number(last, text, decimal)
    if low >= high or first_unit not in ("", unit):
        _unreadable(text)
    return Reading(low + (high - low) / 2, low, high, Qualifier.RANGE, text, unit)


def _one_number(written: str, text: str, decimal: str | None) -> float:
    match = _ONE.fullmatch(written)
    if match is None:
        _unreadable(text)
    plain = _without_groups(match["body"], match["power"] or "", text, decimal)
    value = float(match["sign"] + plain + (match["power"] or ""))
    vanished = value == 0 and plain.strip("0.") != ""
    if vanished or not math.isfinite(value):
        _unreadable(text)
    return value + 0.0  # −0.0 becomes 0.0


def _without_groups(body: str, power: str, text: str, decimal: str | None) -> str:
    """The digits with a decimal point at most: separators of thousands taken out, their places checked."""
    marks = re.sub("[0-9]", "", body)
    kinds = set(marks)
    if not kinds:
        return body
    last = marks[-1]
    if last in " '" or (len(kinds) == 1 and len(marks) > 1):
        return _join(body, last, text)
    if len(kinds) == 1:
        return _at_one_mark(body, last, power, text, decimal)
    if len(kinds) > 2 or marks.count(last) > 1:
        _unreadable(text)
    whole, _, fraction = body.rpartition(last)
    return f"{_join(whole, marks[0], text)}.{fraction}"


def _at_one_mark(body: str, mark: str, power: str, text: str, decimal: str | None) -> str:
    whole, _, fraction = body.partition(mark)
    # No convention writes groups before an exponent, after a leading zero, or with more than three digits in front.
    may_group = len(fraction) == 3 and 1 <= len(whole) <= 3 and whole[0] != "0" and not power
    if not may_group or mark == decimal:
        return f"{whole or '0'}.{fraction or '0'}"
    if decimal is not None or fraction == "000":
        return whole + fraction
    first, second = ("en", "de") if mark == "," else ("de", "en")
    raise AmbiguousNumberError(
        text=text.strip(),
        first=whole + fraction,
        second=f"{whole}.{fraction}",
        first_locale=first,
        second_locale=second,
    )


def _join(body: str, mark: str, text: str) -> str:
    """Take `mark` out as a separator of thousands, if it stands where one stands."""
    first, *groups = body.split(mark)
    if not 1 <= len(first) <= 3 or first[0] == "0" or any(len(group) != 3 or not group.isdigit() for group in groups):
        _unreadable(text)
    return "".join((first, *groups))


def _unreadable(text: str) -> NoReturn:
    shown = text.strip()
    raise UnreadableNumberError(text=shown if len(shown) <= 60 else f"{shown[:59]}…")
