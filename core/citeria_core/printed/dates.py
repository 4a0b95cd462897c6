"""When: years, spans, quarters, months and decades inside a printed number, as periods."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from citeria_core.printed.script import Token
from citeria_core.printed.tables import by_word

_YEAR: Final = re.compile("(?:1[5-9]|20|21)[0-9]{2}")
_YEAR_SUFFIXES: Final = frozenset(("年", "г", "год", "году", "года", "гг", "годы", "годах", "년"))
_AFTER_YEAR: Final = frozenset("底末初度")
_QUARTER_WORDS: Final = frozenset(("q", "quarter", "квартал", "квартала", "квартале", "кв"))
_QUARTERS: Final = by_word(
    {
        1: "1 first 1st i первый первом первого 一",
        2: "2 second 2nd ii второй втором второго 二",
        3: "3 third 3rd iii третий третьем третьего 三",
        4: "4 fourth 4th iv четвёртый четвертый четвертом 四",
    }
)
_MONTHS: Final = by_word(
    {
        1: "january jan январь января январе янв",
        2: "february feb февраль февраля феврале фев",
        3: "march mar март марта марте",
        4: "april apr апрель апреля апреле апр",
        5: "may май мая мае",
        6: "june jun июнь июня июне",
        7: "july jul июль июля июле",
        8: "august aug август августа августе авг",
        9: "september sep sept сентябрь сентября сентябре сен",
        10: "october oct октябрь октября октябре окт",
        11: "november nov ноябрь ноября ноябре ноя",
        12: "december dec декабрь декабря декабре дек",
    }
)
_TO: Final = frozenset(("to", "through", "по", "至", "到", "bis"))
_SILENT: Final = frozenset((",", "of", "the", "-", "й", "м", "第", "st", "nd", "rd", "th"))


@dataclass(frozen=True, slots=True)
class When:
    """Every period that some tokens can be, and where they end; `certain` that they are no plain numbers."""

    periods: tuple[str, ...]
    end: int
    certain: bool = True


def read_period(given: Sequence[Token], at: int) -> When | None:
    """The period that begins at `at`, or None."""
    return next((found for read in _FORMS if (found := read(given, at)) is not None), None)


def _year(given: Sequence[Token], at: int) -> int | None:
    return int(given[at].raw) if at < len(given) and _YEAR.fullmatch(given[at].raw) else None


def _number(given: Sequence[Token], at: int, digits: int = 2) -> int | None:
    is_short = (
        at < len(given) and given[at].kind == "figure" and given[at].raw.isdigit() and len(given[at].raw) <= digits
    )
    return int(given[at].raw) if is_short else None


def _text(given: Sequence[Token], at: int) -> str:
    return given[at].text if at < len(given) else ""


def _skip(given: Sequence[Token], at: int) -> int:
    while _text(given, at) in _SILENT:
        at += 1
    return at


def _behind_year(given: Sequence[Token], at: int) -> int:
    """Where a year really ends: behind 年 or “г.”, if one stands there."""
    end = at + 1 if _text(given, at) in _YEAR_SUFFIXES else at
    return end + 1 if end > at and _text(given, end) in _AFTER_YEAR else end


def _iso(given: Sequence[Token], at: int) -> When | None:
    """2020-03 and 2020-03-31; 2009-10 is also two years."""
    year, month = _year(given, at), _number(given, at + 2)
    if year is None or _text(given, at + 1) != "-" or not given[at + 1].glued or not month or month > 12:
        return None
    if len(given[at + 2].raw) != 2:
        return None
    first = f"{year}-{month:02d}"
    if _text(given, at + 3) == "-" and _number(given, at + 4):
        return When((first,), at + 5)
    also = (f"{year}/{year // 100 * 100 + month}",) if month == year % 100 + 1 else ()
    return When((first, *also), at + 3)


def _span(given: Sequence[Token], at: int) -> When | None:
    """2018–19, 2018/2019, 2018 to 2019, 2018年至2019年."""
    year = _year(given, at)
    if year is None or at + 2 >= len(given):
        return None
    if _text(given, joint := _behind_year(given, at + 1)) in _TO:
        last = _year(given, joint + 1)
        end = _behind_year(given, joint + 2)
        return When((f"{year}/{last}",), end, end > at + 3) if last is not None and last > year else None
    if not (given[at + 1].is_dash or given[at + 1].raw == "/"):
        return None
    short = _number(given, at + 2) if len(given[at + 2].raw) == 2 else None
    last = _year(given, at + 2) if short is None else year // 100 * 100 + short
    if last is None or last <= year:
        return None
    end = _behind_year(given, at + 3)
    certain = short is not None or given[at + 1].raw == "/" or end > at + 3
    return When((f"{year}/{last}",), end, certain)


def _quarter(given: Sequence[Token], at: int) -> When | None:
    """Q3 2020, 3Q 2020, third quarter of 2020, III квартал 2020 г."""
    start = _skip(given, at)
    if _text(given, start) in _QUARTER_WORDS:
        number, end = _QUARTERS.get(_text(given, start + 1)), start + 2
    else:
        end = _skip(given, start + 1)
        number = _QUARTERS.get(_text(given, start)) if _text(given, end) in _QUARTER_WORDS else None
        end += 1
    end = _skip(given, end)
    year = _year(given, end)
    return None if number is None or year is None else When((f"{year}-Q{number}",), _behind_year(given, end + 1))


def _quarter_of_year(given: Sequence[Token], at: int) -> When | None:
    """2020 Q3, 2020Q3, 2020年第三季度."""
    year = _year(given, at)
    if year is None:
        return None
    end = _skip(given, at + (2 if _text(given, at + 1) == "年" else 1))
    if _text(given, end) == "q" and (number := _QUARTERS.get(_text(given, end + 1))):
        return When((f"{year}-Q{number}",), end + 2)
    number = _QUARTERS.get(_text(given, end))
    if number is None or _text(given, end + 1) + _text(given, end + 2) != "季度":
        return None
    return When((f"{year}-Q{number}",), end + 3)


def _month(given: Sequence[Token], at: int) -> When | None:
    """July 2025, 14 July 2025, July 14, 2025; a day is held as its month."""
    start = _skip(given, at + 1) if _number(given, at) else at
    month = _MONTHS.get(_text(given, start))
    if month is None:
        return None
    end = start + 1
    if _number(given, end):
        end = _skip(given, end + 1)
    end = _skip(given, end)
    year = _year(given, end)
    return None if year is None else When((f"{year}-{month:02d}",), _behind_year(given, end + 1))


def _month_of_year(given: Sequence[Token], at: int) -> When | None:
    """2025年7月, 2025年7月14日."""
    year, month = _year(given, at), _number(given, at + 2)
    if year is None or _text(given, at + 1) != "年" or not month or month > 12 or _text(given, at + 3) != "月":
        return None
    has_day = _number(given, at + 4) is not None and _text(given, at + 5) == "日"
    return When((f"{year}-{month:02d}",), at + (6 if has_day else 4))


def _decade(given: Sequence[Token], at: int) -> When | None:
    year = _year(given, at)
    if year is None or year % 10 or _text(given, at + 1) not in ("s", "е", "х", "'s"):
        return None
    return When((f"{year}/{year + 9}",), at + 2) if given[at + 1].glued else None


def _plain_year(given: Sequence[Token], at: int) -> When | None:
    prefixed = _text(given, at) == "fy"
    year = _year(given, at + prefixed)
    if year is None:
        return None
    end = _behind_year(given, at + prefixed + 1)
    return When((str(year),), end, certain=prefixed or end > at + 1)


_FORMS: Final[tuple[Callable[[Sequence[Token], int], When | None], ...]] = (
    *(_iso, _span, _quarter, _quarter_of_year, _month, _month_of_year, _decade, _plain_year),
)
