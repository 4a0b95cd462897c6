"""Reading a number as people print it, and writing one for people.

Reading goes from the outside in: script (full-width forms, kinds of space and minus) → qualifier → range → unit →
one number. Each step is one function, and each vocabulary one table. Nothing is guessed: a text that has two readings
raises `AmbiguousNumberError`, one that has none raises `UnreadableNumberError`. The printed text is kept as it came.
"""

import math
import re
from typing import Final, NoReturn

from citeria_core.errors import AmbiguousNumberError, UnreadableNumberError
from citeria_core.model import Qualifier
from citeria_core.printed.figures import Figure, as_float, read_figure
from citeria_core.printed.locales import LOCALE_OF_MARK, decimal_mark
from citeria_core.printed.reading import Reading, bounds
from citeria_core.printed.script import MINUS, SCRIPT

THIN_SPACE: Final = "\u2009"

_LONGEST: Final = 200  # characters; no number is longer, and hostile text ends here

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


def read_number(text: str, locale: str | None = None) -> Reading:
    """Read one printed number, such as `12 345,6`, `> 5,000`, `nearly 40 %` or `10–20`.

    `locale` (`en`, `de`, `fr-CA` …) says which mark is the decimal one where the text leaves it open. One comma or
    point before exactly three digits is open, except after a leading 0, before `000`, or where another separator
    settles it. Raises `AmbiguousNumberError`, `UnreadableNumberError` or `UnknownLocaleError`.
    """
    decimal = None if locale is None else decimal_mark(locale)
    written = text.translate(SCRIPT).strip() if len(text) <= _LONGEST else ""
    qualifier, rest = _split_qualifier(written)
    if (match := _RANGE.fullmatch(rest)) and qualifier in (Qualifier.EXACT, Qualifier.ABOUT):
        return _range(match, text, decimal)
    rest, unit = _split_unit(rest)
    value = _one_number(rest, text, decimal)
    return Reading(value, *bounds(value, qualifier), qualifier, text, unit)


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
    body, power = match["body"], match["power"] or ""
    figures = read_figure(body, power, decimal)
    if len(figures) > 1:
        _ask(text, figures)
    value = as_float(match["sign"] + figures[0].digits + power) if figures else None
    return _unreadable(text) if value is None else value


def _ask(text: str, figures: tuple[Figure, ...]) -> NoReturn:
    first, second = figures
    raise AmbiguousNumberError(
        text=text.strip(),
        first=first.digits,
        second=second.digits,
        first_locale=LOCALE_OF_MARK[first.mark],
        second_locale=LOCALE_OF_MARK[second.mark],
    )


def _unreadable(text: str) -> NoReturn:
    shown = text.strip()
    raise UnreadableNumberError(text=shown if len(shown) <= 60 else f"{shown[:59]}…")
