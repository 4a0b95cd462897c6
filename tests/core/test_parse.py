import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from citeria_core.errors import AmbiguousNumberError, UnknownLocaleError, UnreadableNumberError
from citeria_core.model import Qualifier
from citeria_core.parse import MINUS, THIN_SPACE, format_number, read_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0.0),
        ("42", 42.0),
        ("3.5", 3.5),
        ("3,5", 3.5),
        (".5", 0.5),
        ("-7", -7.0),
        ("−7,25", -7.25),
        ("+7", 7.0),
        ("1e5", 1e5),
        ("1,5E-3", 1.5e-3),
        ("1.234e5", 1.234e5),
        ("１２３．５", 123.5),
        ("82673", 82673.0),
        ("1234.567", 1234.567),
        ("18960744", 18960744.0),
    ],
)
def test_a_plain_number_is_read(text: str, value: float) -> None:
    reading = read_number(text)
    assert (reading.value, reading.qualifier, reading.unit) == (value, Qualifier.EXACT, "")
    assert (reading.low, reading.high) == (None, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234,567", 1234567.0),
        ("1.234.567", 1234567.0),
        ("4 676", 4676.0),
        ("4\u00a0676", 4676.0),
        ("10\u2009840", 10840.0),
        ("1\u202f300", 1300.0),
        ("1'234'567.8", 1234567.8),
        ("1’234,5", 1234.5),
        ("12,345.6", 12345.6),
        ("12.345,6", 12345.6),
        ("12 345,678", 12345.678),
        ("1,234.567", 1234.567),
        ("1.234.567,891", 1234567.891),
    ],
)
def test_separators_of_thousands_are_taken_out(text: str, value: float) -> None:
    assert read_number(text).value == value


@pytest.mark.parametrize("text", ["12,345", "12.345", "1,234", "-31,206", "> 5,678", "12,345 %", "12,345–20,000"])
def test_one_mark_before_three_digits_is_asked(text: str) -> None:
    with pytest.raises(AmbiguousNumberError):
        read_number(text)


def test_the_question_names_both_readings_and_the_remedy() -> None:
    with pytest.raises(AmbiguousNumberError) as caught:
        read_number("31.206")
    words = str(caught.value)
    assert "`--locale de` reads 31206" in words
    assert "`--locale en` reads 31.206" in words


@pytest.mark.parametrize(
    ("text", "value"), [("0,125", 0.125), ("0.125", 0.125), ("12,000", 12000.0), ("5.000", 5000.0), ("-0,125", -0.125)]
)
def test_a_leading_zero_or_three_zeros_settle_the_mark(text: str, value: float) -> None:
    assert read_number(text).value == value


@pytest.mark.parametrize(
    ("text", "locale", "value"),
    [
        ("12,345", "en", 12345.0),
        ("12,345", "de", 12.345),
        ("12.345", "de_DE", 12345.0),
        ("12.345", "zh-Hans", 12.345),
        ("12,345", "ru", 12.345),
        ("12,345", "FR", 12.345),
        ("12.345", "de-CH", 12.345),
        ("12,000", "de", 12.0),
        ("0.125", "de", 0.125),
        ("1,234.5", "de", 1234.5),
    ],
)
def test_a_locale_settles_what_the_text_leaves_open(text: str, locale: str, value: float) -> None:
    assert read_number(text, locale).value == value


def test_an_unknown_locale_is_named_with_those_that_are_known() -> None:
    with pytest.raises(UnknownLocaleError, match=r"“tlh”.*en"):
        read_number("12,345", "tlh")


@pytest.mark.parametrize(
    ("text", "qualifier", "low", "high"),
    [
        ("> 5 000", Qualifier.ABOVE, 5000.0, None),
        ("over 5 000", Qualifier.ABOVE, 5000.0, None),
        (">=5000", Qualifier.AT_LEAST, 5000.0, None),
        ("≥ 5000", Qualifier.AT_LEAST, 5000.0, None),
        ("at least 5000", Qualifier.AT_LEAST, 5000.0, None),
        ("<5000", Qualifier.BELOW, None, 5000.0),
        ("＜ ５０００", Qualifier.BELOW, None, 5000.0),
        ("<= 5000", Qualifier.AT_MOST, None, 5000.0),
        ("≤5000", Qualifier.AT_MOST, None, 5000.0),
        ("Up to  5000", Qualifier.AT_MOST, None, 5000.0),
        ("nearly 5000", Qualifier.NEARLY, None, 5000.0),
        ("<~5000", Qualifier.NEARLY, None, 5000.0),
        ("~5000", Qualifier.ABOUT, None, None),
        ("≈ 5000", Qualifier.ABOUT, None, None),
        ("about 5000", Qualifier.ABOUT, None, None),
        ("= 5000", Qualifier.EXACT, None, None),
    ],
)
def test_a_qualifier_in_front_is_kept_as_a_bound(
    text: str, qualifier: Qualifier, low: float | None, high: float | None
) -> None:
    reading = read_number(text)
    assert (reading.value, reading.qualifier, reading.low, reading.high) == (5000.0, qualifier, low, high)


@pytest.mark.parametrize("text", ["10–20", "10-20", "10 – 20", "10—20", "~ 10–20", "10,0-20,0", "1e1-2e1"])
def test_a_range_is_read_as_its_midpoint_with_both_ends(text: str) -> None:
    reading = read_number(text)
    assert (reading.value, reading.low, reading.high, reading.qualifier) == (15.0, 10.0, 20.0, Qualifier.RANGE)


@pytest.mark.parametrize("text", ["40%", "40 %", "４０％", "~40\u00a0%", "30–50 %", "30 %–50 %"])
def test_a_percent_sign_is_the_unit_and_leaves_the_number_as_printed(text: str) -> None:
    reading = read_number(text)
    assert (reading.value, reading.unit) == (40.0, "%")


def test_the_printed_text_is_kept_as_it_came() -> None:
    assert read_number("  nearly\u00a040 % ").printed == "  nearly\u00a040 % "


def test_an_exponent_is_no_range() -> None:
    assert read_number("1e-5").value == 1e-5


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "-", "–", "…", "n/a", "NaN", "inf", "-Infinity", "1e999", "1e-999", "AAA", "%"),
        *(
            "12 34",
            "1,23,45,6",
            "0,123,456",
            "1,234 567",
            "1 234,567.8",
            "1.2.3",
            "3, 254",
            "1,234.567,8",
            "1  000",
            "10²",
            "½",
        ),
        *("20-10", "10-10", "> 10-20", "-5–-3", "3-", "10 %–20", "over", "overt 5", "5 apples", "0x10", "1_000"),
    ],
)
def test_what_is_no_number_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(UnreadableNumberError, match="Write one such as"):
        read_number(text)


def test_an_endless_text_is_refused_at_once_and_named_in_short() -> None:
    with pytest.raises(UnreadableNumberError) as caught:
        read_number("1" * 1_000_000)
    assert len(str(caught.value)) < 300


def test_negative_zero_is_zero() -> None:
    assert math.copysign(1.0, read_number("-0.0").value) == 1.0


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (1300.0, f"1{THIN_SPACE}300"),
        (-1234567.5, f"{MINUS}1{THIN_SPACE}234{THIN_SPACE}567.5"),
        (12.34567, "12.346"),
        (0.00012345, "0.000123"),
        (0.99996, "1"),
        (1.2345e21, "1.234e21"),
        (2.5e-7, "2.5e-7"),
        (math.nan, ""),
        (math.inf, ""),
    ],
)
def test_a_number_is_written_for_people(value: float, text: str) -> None:
    assert format_number(value) == text


@given(st.floats(allow_nan=False, allow_infinity=False, allow_subnormal=False))
@example(999999999999999.9)
@example(0.0000009999)
@example(1.7976931348623157e308)
def test_what_is_written_reads_back_to_the_digits_shown(value: float) -> None:
    shown = format_number(value)
    try:
        read = read_number(shown, "en").value
    except UnreadableNumberError:
        assert abs(value) > 1.797e308  # rounding to the digits shown leaves the range of doubles
        return
    assert format_number(read) == shown
    if 1 <= abs(value) < 1e15:
        assert abs(read - value) <= 5.01e-4 + abs(value) * 1e-15
    else:
        assert math.isclose(read, value, rel_tol=5.01e-3)


@given(st.text(max_size=40))
def test_any_text_is_read_as_a_finite_number_or_refused(text: str) -> None:
    try:
        reading = read_number(text)
    except (AmbiguousNumberError, UnreadableNumberError):
        return
    assert math.isfinite(reading.value)
    assert reading.printed == text


@given(st.integers(-(10**14), 10**14), st.sampled_from([" ", "\u00a0", "\u2009", "'"]))
def test_an_integer_reads_the_same_however_its_thousands_are_set_apart(value: int, separator: str) -> None:
    assert read_number(f"{value:,}".replace(",", separator)).value == value
