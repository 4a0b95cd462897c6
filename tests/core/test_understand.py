"""Printed numbers in full: words, money, periods, ranges and claims."""

import csv
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeria_core.errors import (
    AmbiguousNumberError,
    KnownError,
    SeveralReadingsError,
    UnknownLocaleError,
    UnreadableNumberError,
)
from citeria_core.model import Qualifier, Status
from citeria_core.parse import read_number
from citeria_core.printed import amounts, claims, currencies
from citeria_core.printed.reading import Reading
from citeria_core.printed.script import tokens
from citeria_core.printed.understand import in_words, one_reading, understand

REFERENCE = Path(__file__).parents[1] / "reference" / "printed"
QUALIFIERS = {"": "=", "forecast": "=", "approaching (<~)": "<~"}
UNITS = {"percent": "%", "km2": "km2", "t": "t"}
SPELT = {"announced": Status.ANNOUNCED, "planned": Status.PLANNED, "target": Status.TARGET}


def _rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _name(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(row[column] for column in ("seed", "line", "entity", "indicator", "printed"))


ROWS = _rows("seed_values.csv")
DIFFERENCES = {_name(row): row["reason"] for row in _rows("differences.csv")}


def _agrees(row: dict[str, str], reading: Reading) -> bool:
    value = float(row["value"]) * float(row["multiplier"] or 1)
    return (
        math.isclose(reading.value, value, rel_tol=1e-12)
        and reading.qualifier == QUALIFIERS.get(row["qualifier"], row["qualifier"])
        and reading.currency == row["currency"]
        and ("%" in reading.unit) == (row["unit"] == "percent")
        and reading.unit == UNITS.get(row["unit"], reading.unit)
    )


def _is_read(row: dict[str, str]) -> bool:
    return any(_agrees(row, reading) for part in ("printed", "snippet") for reading in understand(row[part]).readings)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['seed']}-{row['line']}-{row['printed']}")
def test_a_number_of_the_founding_documents_is_read_as_a_person_read_it(row: dict[str, str]) -> None:
    assert _is_read(row) != (_name(row) in DIFFERENCES)


def test_there_are_114_of_them_and_a_reason_for_each_that_differs() -> None:
    assert len(ROWS) == 114
    assert len(DIFFERENCES) == 7
    assert DIFFERENCES.keys() <= {_name(row) for row in ROWS}
    assert all(DIFFERENCES.values())


def test_of_the_founding_documents_only_open_marks_and_bare_dollars_are_asked() -> None:
    asked = {row["printed"] for row in ROWS if understand(row["printed"]).ambiguous}
    marks = {"USD 82,673 billion", "31,206", "10,840", "4,676"}
    assert asked == marks | {
        "over $8 billion",
        "$8 billion",
        "39,32 (billion $)",
        "50,16 (billion $)",
        "$642,18 billion",
    }
    assert all(not understand(printed, "en").ambiguous for printed in marks)


# text | how it reads in words; the multiplier follows behind ×, readings are set apart by “or”
READ = """
    38 万 | 380000 ×10000
    3亿5000万 | 350000000 ×1e+08
    三百八十万 | 3800000 ×10000
    两千五百万元 | 25000000 CNY ×10000
    百分之四十 | 40 %
    40个百分点 | 40 percentage points
    近五成 | <~ 50 %
    一半 | ~ 0.5
    3.5亿美元 | 350000000 USD ×1e+08
    约3至5亿元 | 300000000–500000000 CNY ×1e+08
    2019年达38万人 | 380000 2019 ×10000
    2020年第三季度 31206家 | 31206 2020-Q3
    2025年7月 100项 | 100 2025-07
    超过38.6万 | > 386000 ×10000
    38万余 | > 380000 ×10000
    38万左右 | ~ 380000 ×10000
    5000以上 | >= 5000
    预计达到5万亿元 | 5000000000000 CNY forecast ×1e+12
    二〇 | no number
    百分之十二点三 | 12.3 %
    三点零五亿 | 305000000 ×1e+08
    20多万 | > 200000 ×10000
    2017年至2019年: 5项 | 5 2017/2019
    三千零五十 | 3050
    5 млн | 5000000 ×1e+06
    12,5 млрд руб. | 12500000000 RUB ×1e+09
    около 5 тыс. человек | ~ 5000 ×1000
    от 3 до 5 млн долл. США | 3000000–5000000 USD ×1e+06
    до 5 млн | <= 5000000 ×1e+06
    не менее 10 % | >= 10 %
    два миллиона | 2000000 ×1e+06
    полтора миллиона | 1500000 ×1e+06
    более половины | > 0.5
    снижение на 9,2 % | -9.2 %
    планируется 500 в 2030 г. | 500 planned 2030
    III квартал 2024 г.: 17 | 17 2024-Q3
    fast approaching 350 billion yuan | <~ 350000000000 CNY ×1e+09
    nearly half of China’s total | <~ 0.5
    half a million | ~ 500000 ×1e+06
    a third | ~ 0.333333333333333
    two thirds | ~ 0.666666666666667
    twice as much as the U.S. | ~ 2 ratio
    double | ~ 2 ratio
    2.5-fold | 2.5 ratio
    3½ million | 3500000 ×1e+06
    Twenty-five of the world | 25
    two hundred and fifty | 250
    one and a half million | 1500000 ×1e+06
    6th place | 6
    second | 2
    third of the market | 3 or ~ 0.333333333333333
    no more than 50 | <= 50
    as many as 50 | <= 50
    5000+ | >= 5000
    5,000 or more | >= 5000
    minus 5 | -5
    9,2 % reduction | -9.2 %
    reduction of more than 9.2 % | < -9.2 %
    growth of 22,2 % | 22.2 %
    between 10 and 20 | 10–20
    from 3 to 5 million | 3000000–5000000 ×1e+06
    3 to 5 million | 3000000–5000000 ×1e+06
    500 thousand to 2 million | 500000–2000000 ×1e+06
    US$3–5 billion | 3000000000–5000000000 USD ×1e+09
    $3 million to $5 million AUD | 3000000–5000000 AUD ×1e+06
    10 %–20 % | 10–20 %
    1,500–2,500 | 1500–2500 or 1.5–2.5
    1,234–5,678.9 | 1234–5678.9
    1,5–2,345 | 1.5–2.345
    1.5–2,345 | 1.5–2345
    3.5–4,5 | no number
    2019 | 2019
    in 2019 | no number
    2018–19 | no number
    2018–2019 | 2018–2019
    300 in 2019 | 300 2019
    300 (2018) | 300 2018
    US$16 billion, 2018 | 16000000000 USD 2018 ×1e+09
    17 in Q3 2020 | 17 2020-Q3
    third quarter of 2024: 17 | 17 2024-Q3
    July 2025: 1 billion yuan | 1000000000 CNY 2025-07 ×1e+09
    17 on 14 August 2025 | 17 2025-08
    more than 100 billion RMB over the 2018-19 period | > 100000000000 CNY 2018/2019 ×1e+09
    17 in 2018/2019 | 17 2018/2019
    from 2017 to 2019: 5 | 5 2017/2019
    1990 to 2000 | 1990–2000
    5+ million | >= 5000000 ×1e+06
    500 in 2009-10 | 500 2009-10 or 500 2009/2010
    early 1970s: 30000 | 30000 1970/1979
    500 stations planned by the end of 2020 | 500 planned 2020
    target: 1 million by 2025 | 1000000 target 2025 ×1e+06
    expected to reach US$ 5 bn | 5000000000 USD forecast ×1e+09
    an estimated 5000 | 5000 estimated
    claims 54 | 54 claimed
    announcing 1 billion yuan | 1000000000 CNY announced ×1e+09
    A$5 | 5 AUD
    HK$5 | 5 HKD
    RMB100 | 100 CNY
    5 USD billion | 5000000000 USD ×1e+09
    €3 billion | 3000000000 EUR ×1e+09
    £1 billion | 1000000000 GBP ×1e+09
    ￥500 | 500 CNY or 500 JPY
    5 m | 5000000 ×1e+06 or 5 m
    €5m | 5000000 EUR ×1e+06
    5 pounds | 5 GBP or 5 lb
    5兆 | 5000000000000 ×1e+12 or 5000000 ×1e+06
    350 billion yuan (US$48.6 billion) | 350000000000 CNY ×1e+09 or 48600000000 USD ×1e+09
    (US\\$48.6 billion) | 48600000000 USD ×1e+09
    (32 %) | 32 %
    (1,234.5) | 1234.5 or -1234.5
    216 square kilometre | 216 km2
    over 300 cities in China | > 300
    up to 71.4% of the Chinese territory | <= 71.4 %
    population of over 8 million | > 8000000 ×1e+06
    0,125 | 0.125
    12,000 | 12000
"""
PAIRS = [tuple(line.strip().rsplit(" | ", 1)) for line in READ.strip().splitlines()]


def _told(text: str) -> str:
    readings = understand(text).readings
    scaled = (in_words(one) + (f" ×{one.multiplier:g}" if one.multiplier != 1 else "") for one in readings)
    return " or ".join(scaled) or "no number"


@pytest.mark.parametrize(("text", "told"), PAIRS)
def test_a_printed_number_says(text: str, told: str) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    "text",
    [
        *("n/a", "…", "-", "—", "..", ":", "", "  ", "N/A", "нет данных", "无"),
        *("hello", "5 apples", "not 5", "12 zillion", "5 per 100,000", "1 in 5", "1/2", "5 of 10", "half of 10"),
        *("COVID-19", "5G", "G20", "CO2", "0x10", "1_000", "10²", "AAA", "28.08.2025", "+44 871.075.0336"),
        *("12 34", "1,23,45,6", "1,234.567,8", "20-10", "over 10–20", "10 %–20", "5–", "more than", "between 10"),
        *("million", "billion yuan", "%", "US$", "5 USD EUR", "5 % yuan", "about at least 5", "1e999", "1e99999999"),
        *("13% in 1950 to 59% in 2018", "5 thousand 300", "百万", "几百", "十几万", "нечто 5", "all of it"),
    ],
)
def test_what_says_no_number_or_says_more_than_is_understood_has_no_reading(text: str) -> None:
    assert understand(text).readings == ()


def test_a_reading_holds_the_bounds_multiplied_out_and_the_text_as_it_came() -> None:
    (reading,) = understand(" at least\u00a03 million in 2019 ").readings
    assert (reading.value, reading.low, reading.high) == (3e6, 3e6, None)
    assert reading.qualifier is Qualifier.AT_LEAST
    assert (str(reading.period), reading.multiplier) == ("2019", 1e6)
    assert reading.printed == " at least\u00a03 million in 2019 "


def test_a_product_is_as_exact_as_the_number_written_out() -> None:
    assert [understand(text).readings[0].value for text in ("642,18 bn", "48.6 bn", "1,1 млрд", "0.07亿")] == [
        *(642180000000.0, 48600000000.0, 1100000000.0, 7000000.0)
    ]


@pytest.mark.parametrize(
    ("text", "locale", "told"),
    [
        ("31,206", "en", "31206"),
        ("31,206", "ru", "31.206"),
        ("USD 82,673 billion", "de", "82673000000 USD"),
        ("$5", "en-AU", "5 AUD"),
        ("$5", "en_US", "5 USD"),
        ("¥5", "zh", "5 CNY"),
        ("¥5", "zh-Hans-CN", "5 CNY"),
        ("¥5", "ja", "5 JPY"),
        ("US$5", "en-AU", "5 USD"),
    ],
)
def test_a_locale_settles_the_mark_and_a_country_the_bare_sign(text: str, locale: str, told: str) -> None:
    assert [in_words(reading) for reading in understand(text, locale).readings] == [told]


def test_a_language_written_in_many_countries_leaves_the_dollar_open() -> None:
    assert {reading.currency for reading in understand("$5", "en").readings} == set(currencies.DOLLARS.split())


def test_the_article_in_front_of_a_dollar_is_no_part_of_its_sign() -> None:
    assert "AUD" in {reading.currency for reading in understand("a $5 bn").readings}
    assert len(understand("a $5 bn").readings) == len(currencies.DOLLARS.split())


def test_an_unknown_locale_is_refused() -> None:
    with pytest.raises(UnknownLocaleError):
        understand("5", "tlh")


def test_one_reading_is_given_or_the_question_is_asked() -> None:
    assert one_reading("38 万").value == 380000
    with pytest.raises(AmbiguousNumberError) as asked:
        one_reading("USD 82,673 billion")
    assert (asked.value.params["first"], asked.value.params["first_locale"]) == ("82673000000000", "en")
    assert (asked.value.params["second"], asked.value.params["second_locale"]) == ("82673000000", "de")
    with pytest.raises(SeveralReadingsError, match="500 CNY, 500 JPY"):
        one_reading("¥500")
    with pytest.raises(UnreadableNumberError, match="5 apples"):
        one_reading("5 apples")


def test_words_do_not_change_what_a_plain_number_says() -> None:
    for text in ("12 345,6", "> 5,000", "nearly 40 %", "10–20", "0.125", "−7,25", "1e5", "１２３．５", "1'234'567.8"):
        plain, full = read_number(text), one_reading(text)
        assert (full.value, full.low, full.high, full.qualifier, full.unit) == (
            *(plain.value, plain.low, plain.high, plain.qualifier, plain.unit),
        )


@given(st.from_regex(r"[0-9]{1,15}(\.[0-9]{1,8})?", fullmatch=True), st.sampled_from([None, "en", "de", "zh"]))
def test_a_plain_number_reads_as_it_does_beside_a_word_that_says_nothing(text: str, locale: str | None) -> None:
    plain, beside = understand(text, locale).readings, understand(f"only {text}", locale).readings
    assert [reading.value for reading in plain] == [reading.value for reading in beside]


LOCALES = {  # locale → separator of thousands, decimal mark
    "en": (",", "."),
    "zh": (",", "."),
    "de": (".", ","),
    "ru": ("\u00a0", ","),
    "fr": ("\u202f", ","),
    "de-CH": ("’", "."),
    "es-MX": (",", "."),
    "sv": ("\u00a0", ","),
}


@given(st.decimals(-(10**12), 10**12, allow_nan=False, places=3), st.sampled_from(sorted(LOCALES)))
def test_a_number_written_in_a_locale_is_read_back_in_it(value: float, locale: str) -> None:
    group, mark = LOCALES[locale]
    for written in (f"{value:,f}", f"{value:f}", f"{value:,.2f}"):
        printed = written.replace(",", "_").replace(".", mark).replace("_", group)
        assert one_reading(printed, locale).value == float(written.replace(",", "")), printed


@given(st.integers(1, 9999), st.sampled_from([("万", 1e4), ("亿", 1e8), (" млн", 1e6), (" billion", 1e9), ("k", 1e3)]))
def test_a_multiplier_multiplies(value: int, scale: tuple[str, float]) -> None:
    reading = one_reading(f"{value}{scale[0]}")
    assert (reading.value, reading.multiplier) == (value * scale[1], scale[1])


DIGITS = "零一二三四五六七八九"


def _characters(value: int) -> str:
    """A number below ten thousand in Chinese characters, as it is said."""
    parts, gap = "", False
    for digit, place in zip(map(int, f"{value:04d}"), ("千", "百", "十", ""), strict=True):
        if digit == 0:
            gap = parts != ""
            continue
        parts, gap = f"{parts}{'零' if gap else ''}{DIGITS[digit]}{place}", False
    return parts


@given(st.integers(1, 9999))
def test_a_number_in_chinese_characters_is_read(value: int) -> None:
    assert one_reading(_characters(value)).value == value


WORDS = sorted(
    {
        word
        for table in (claims.BEFORE, claims.AFTER, claims.STATUSES, amounts.SCALES, amounts.UNITS, currencies.WORDS)
        for words in table.values()
        for word in words.split(" | ")
    }
    | {word for words in (claims.PREPOSITIONS, claims.FILLERS, amounts.NOUNS) for word in words.split(" | ")}
    | {"5", "1,234", "12 345", "2019", "2018–19", "Q3", "half", "third", "a", "-", "–", "to", "(", ")", ".", "½", "三"}
)


@given(st.lists(st.sampled_from(WORDS), max_size=60).flatmap(lambda words: st.just(" ".join(words))))
def test_any_words_in_any_order_are_read_or_not_but_never_fail(text: str) -> None:
    for reading in understand(text).readings:
        assert math.isfinite(reading.value)
        assert reading.printed == text
        assert reading.low is None or reading.high is None or reading.low < reading.high


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        told = in_words(one_reading(text))
    except KnownError as error:
        told = str(error)
    assert told


HOSTILE = [
    "9",
    "1,",
    "1 ",
    "in ",
    "от ",
    "over ",
    "5 to ",
    "$",
    "(",
    "2018-",
    "2018 ",
    "三",
    "万",
    "5 m ",
    "a ",
    "~",
    "e1",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_an_endless_line_has_no_reading(piece: str) -> None:
    assert understand(piece * 1_000_000).readings == ()


@pytest.mark.parametrize("piece", HOSTILE)
def test_cutting_takes_no_more_tokens_than_characters(piece: str) -> None:
    assert len(tokens(piece * 20_000)) <= 20_000 * len(piece)


def test_every_word_of_the_tables_has_one_place() -> None:
    """A word under two qualifiers, statuses or currencies would silently make every number beside it ambiguous."""
    for table in (claims.BEFORE, claims.AFTER, claims.STATUSES, claims.CHANGES, amounts.SCALES, amounts.UNITS):
        words = [word for row in table.values() for word in row.split(" | ")]
        assert sorted(set(words)) == sorted(words)
    money = [word for row in currencies.WORDS.values() for word in row.split(" | ")]
    assert sorted(set(money)) == sorted(money)
