"""A verdict says what it must, and knows whether the value it judged is still the same."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeria_core.model import Missing, Observation, Qualifier, Status
from citeria_core.period import Period
from citeria_core.verdict import BadVerdictError, Ruling, Side, Verdict, check, judged

HELD = Observation("o", "wuhan", "firms", Period.parse("2020"), 12000.0, unit="firms")
GOOD = Verdict("v", "o", Ruling.QUERY, "A. Reviewer", "2026-11-26", judged(HELD), "Which table?")


@pytest.mark.parametrize(
    ("held", "told"),
    [
        (HELD, "12000 firms reported"),
        (replace(HELD, qualifier=Qualifier.ABOVE, low=12000.0), "> 12000 (12000–) firms reported"),
        (replace(HELD, qualifier=Qualifier.RANGE, value=None, low=1.5, high=2.0), "1.5–2 firms reported"),
        (replace(HELD, value=None, text="three"), "three firms reported"),
        (replace(HELD, currency="CNY", unit="", status=Status.PLANNED), "12000 CNY planned"),
        (replace(HELD, value=None, unit="", missing=Missing.NOT_COLLECTED), "not collected reported"),
    ],
)
def test_what_is_judged_is_told_in_one_line(held: Observation, told: str) -> None:
    assert judged(held) == told


@given(st.floats(allow_nan=False, allow_infinity=False), st.floats(allow_nan=False, allow_infinity=False))
def test_a_verdict_is_stale_exactly_when_the_value_is_another(before: float, after: float) -> None:
    given_on = replace(HELD, value=before)
    verdict = replace(GOOD, judged=judged(given_on))
    assert not verdict.stale(given_on)
    assert verdict.stale(replace(HELD, value=after)) == (repr(before) != repr(after))


@pytest.mark.parametrize(
    "changed", [{"unit": "parks"}, {"status": Status.ESTIMATED}, {"qualifier": Qualifier.ABOUT}, {"high": 13000.0}]
)
def test_another_unit_status_qualifier_or_end_makes_it_stale_but_no_note_or_flag(changed: dict[str, object]) -> None:
    assert GOOD.stale(replace(HELD, **changed))  # type: ignore[arg-type]
    assert not GOOD.stale(replace(HELD, note="see table", flags=frozenset({"break"}), preferred=True))


def test_only_what_was_not_accepted_waits_for_an_answer() -> None:
    assert [replace(GOOD, ruling=ruling).open for ruling in Ruling] == [False, True, True, True]
    assert not replace(GOOD, answer="Table 2", answered_by="ada").open


def test_everything_wrong_with_a_verdict_is_said_at_once() -> None:
    with pytest.raises(BadVerdictError) as raised:
        check(Verdict("", "o", Ruling.PROPOSE, " ", "26/11/2026", ""))
    assert str(raised.value).splitlines() == [
        "A verdict needs its reviewer. Say who gave it.",
        "A proposal needs the value that is proposed. Write it as it would be printed.",
        "“26/11/2026” is no date. Write it as in 2026-11-26.",
    ]
    with pytest.raises(BadVerdictError, match="Only a proposal has a proposed value"):
        check(replace(GOOD, proposed="13"))
    with pytest.raises(BadVerdictError, match="needs words"):
        check(replace(GOOD, ruling=Ruling.REJECT, comment=" "))
    check(GOOD)
    check(replace(GOOD, ruling=Ruling.PROPOSE, proposed="13,000", comment="", wrong=Side.OURS))


@pytest.mark.parametrize("day", ["2026-02-30", "2026-11", "2026", "２０２６-11-26", "", "2026-11-26 "])
def test_only_a_day_of_the_calendar_is_one(day: str) -> None:
    with pytest.raises(BadVerdictError, match="is no date"):
        check(replace(GOOD, given=day))
