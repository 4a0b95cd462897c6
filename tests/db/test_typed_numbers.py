"""A number as printed, typed into a cell: what is stored of it, and what is refused in words."""

import pytest

from citeria_core.errors import (
    AmbiguousNumberError,
    KnownError,
    OpenScaleError,
    PeriodMismatchError,
    SeveralReadingsError,
    UnitMismatchError,
    UnreadableNumberError,
)
from citeria_core.model import Indicator, Observation, Qualifier, Status
from citeria_core.period import Period
from citeria_db import operations
from citeria_db.store import Project
from citeria_db.typed import typed

YEAR = Period.parse("2020")
BLANK = Observation("", "alpha", "i", YEAR, None)


def _typed(text: str, unit: str) -> Observation:
    return typed(BLANK, Indicator("i", "Thing", unit), text, None)[0]


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("38 万", "persons", 380000.0),
        ("38 万人", "persons", 380000.0),
        ("38 万", "million persons", 0.38),
        ("0.38", "million persons", 0.38),
        ("350 billion yuan", "CNY billion", 350.0),
        ("350 billion", "CNY billion", 350.0),
        ("350", "CNY billion", 350.0),
        ("3500亿元", "CNY billion", 350.0),
        ("48,6 млрд долл. США", "USD million", 48600.0),
        ("$48.6 billion", "USD billion", 48.6),
        ("$48.6 billion", "AUD billion", 48.6),
        ("¥5 million", "CNY million", 5.0),
        ("€5 million", "as stated", 5e6),
        ("5 bn USD", "billion, currency as stated", 5.0),
        ("40 %", "percent", 40.0),
        ("40 per cent", "percent", 40.0),
        ("近五成", "percent", 50.0),
        ("nearly half", "percent", 50.0),
        ("nearly half", "share", 0.5),
        ("twice", "multiple", 2.0),
        ("216 square kilometres", "km2", 216.0),
        ("40,000 tons", "tons", 40000.0),
        ("5 m", "count", 5e6),
        ("over 300 cities", "count", 300.0),
        ("12", "stations per 100,000 people", 12.0),
        ("2019", "year", 2019.0),
        ("71.5 %", "score", 71.5),
    ],
)
def test_a_value_is_kept_in_the_unit_of_its_indicator(text: str, unit: str, value: float) -> None:
    kept = _typed(text, unit)
    assert (kept.value, kept.printed) == (value, text)


@pytest.mark.parametrize(
    ("text", "unit", "error", "words"),
    [
        ("US$5 billion", "CNY billion", UnitMismatchError, "in USD, but Thing is in CNY billion"),
        ("5 km2", "percent", UnitMismatchError, "in km2, but Thing is in percent"),
        ("40 %", "count", UnitMismatchError, "in %, but Thing is in count"),
        ("3 percentage points", "percent", UnitMismatchError, "in percentage points"),
        ("half", "persons", UnitMismatchError, "in parts of a whole"),
        ("5 yuan", "count", UnitMismatchError, "in CNY"),
        ("5 yuan", "score", UnitMismatchError, "in CNY"),
        ("5 km2", "score", UnitMismatchError, "in km2"),
        ("5000000 USD", "USD billion", OpenScaleError, "as it stands or in USD billion"),
        ("380000 people", "million persons", OpenScaleError, "write its multiplier"),
        ("300 in 2019", "count", PeriodMismatchError, "a value of 2019, but the cell is that of 2020"),
        ("¥500", "", SeveralReadingsError, "500 CNY, 500 JPY"),
        ("USD 82,673 billion", "USD billion", AmbiguousNumberError, "82,673"),
        ("5 apples", "count", UnreadableNumberError, "5 apples"),
        ("n/a", "count", UnreadableNumberError, "record the reason why it is missing"),
    ],
)
def test_what_contradicts_the_cell_is_refused_in_words(
    text: str, unit: str, error: type[KnownError], words: str
) -> None:
    with pytest.raises(error, match=words):
        _typed(text, unit)


def test_bounds_are_kept_in_the_unit_of_the_indicator_too() -> None:
    nearly = _typed("fast approaching 350 billion yuan", "CNY billion")
    assert (nearly.qualifier, nearly.low, nearly.high) == (Qualifier.NEARLY, None, 350.0)
    between = _typed("3–5 million", "million persons")
    assert (between.qualifier, between.low, between.value, between.high) == (Qualifier.RANGE, 3.0, 4.0, 5.0)


def test_currency_and_unit_are_kept_where_they_are_printed() -> None:
    money = _typed("350 billion yuan", "CNY billion")
    assert (money.unit, money.currency) == ("CNY billion", "CNY")
    plain = _typed("350", "CNY billion")
    assert (plain.unit, plain.currency) == ("", "")


def test_the_period_of_the_cell_may_be_printed_beside_the_number() -> None:
    assert _typed("300 in 2020", "count").value == 300


def test_a_printed_claim_becomes_the_status_unless_one_is_given(project: Project) -> None:
    def held() -> Observation:
        return next(one for one in project.observations.cell("alpha", about) if one.preferred)

    about = project.indicators.all()[0].code
    period = next(iter(project.observations.cell("alpha", about))).period
    operations.set_value(project, "alpha", about, period, "planned 8")
    assert (held().value, held().status, held().printed) == (8.0, Status.PLANNED, "planned 8")
    operations.set_value(project, "alpha", about, period, "planned 9", status=Status.TARGET)
    assert held().status is Status.TARGET


def test_a_refused_text_writes_nothing(project: Project) -> None:
    about = project.indicators.all()[0].code
    before = (project.observations.all(), len(project.history.steps()))
    with pytest.raises(KnownError):
        operations.set_value(project, "alpha", about, YEAR, "5 apples")
    assert (project.observations.all(), len(project.history.steps())) == before
