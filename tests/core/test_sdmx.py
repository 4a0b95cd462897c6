"""Statuses, flags and missing reasons against SDMX's 20 codes, both ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeria_core import sdmx
from citeria_core.model import Missing, Status
from citeria_core.sdmx import Meaning, UnknownObservationStatusError

PUBLISHED = "A B D E F G H I J K L M N O P Q S U V W"  # CL_OBS_STATUS 2.2


def test_the_list_is_the_published_one_of_twenty() -> None:
    assert list(sdmx.CODES) == PUBLISHED.split()
    assert len(sdmx.CODES) == 20


@pytest.mark.parametrize("code", PUBLISHED.split())
def test_every_code_comes_back_as_itself(code: str) -> None:
    written = sdmx.written(sdmx.meaning(code))
    assert (written.code, written.others, written.exact) == (code, (), True)


def test_the_vocabulary_of_values_maps_as_stated() -> None:
    statuses = {"A": "reported", "E": "estimated", "F": "forecast", "P": "provisional", "I": "imputed"}
    assert {code: str(sdmx.meaning(code).status) for code in statuses} == statuses
    reasons = {"L": "not_collected", "O": "not_found", "M": "cannot_exist", "Q": "suppressed"}
    assert {code: str(sdmx.meaning(code).missing) for code in reasons} == reasons
    flags = {"B": "break", "D": "definition differs", "U": "low reliability", "V": "unvalidated"}
    flags |= {"W": "includes other", "K": "in other category"}
    assert {code: "".join(sdmx.meaning(code).flags) for code in flags} == flags
    assert set(flags.values()) | {"revised"} <= sdmx.FLAGS.keys()


@pytest.mark.parametrize(
    ("standing", "code"),
    [
        (Meaning(Status.MODELLED), "E"),
        (Meaning(Status.PLANNED), "F"),
        (Meaning(Status.TARGET), "F"),
        (Meaning(Status.ANNOUNCED), "F"),
        (Meaning(Status.CLAIMED), "V"),
        (Meaning(missing=Missing.NOT_APPLICABLE), "M"),
        (Meaning(flags=frozenset({"revised"})), "A"),
        (Meaning(Status.ESTIMATED, missing=Missing.SUPPRESSED), "Q"),
    ],
)
def test_what_the_list_lacks_gets_the_nearest_code_and_is_called_inexact(standing: Meaning, code: str) -> None:
    written = sdmx.written(standing)
    assert written.code == code
    assert not written.exact


def test_several_letters_stand_together_as_a_set() -> None:
    together = sdmx.meanings("BEP")
    assert together == Meaning(Status.PROVISIONAL, frozenset({"break"}))
    assert sdmx.written(Meaning(Status.ESTIMATED, frozenset({"break", "low reliability"}))) == sdmx.Written(
        "E", ("U", "B"), True
    )


@pytest.mark.parametrize("code", ["", "X", "Ä", "AB"])
def test_another_code_is_refused_with_those_that_are_known(code: str) -> None:
    with pytest.raises(UnknownObservationStatusError, match="A, B, D"):
        sdmx.meaning(code)


FLAGS_WITH_CODES = sorted(set(sdmx.FLAGS) - {"revised", "built", "holiday"})


@given(
    st.sampled_from([Status.REPORTED, Status.ESTIMATED, Status.FORECAST, Status.PROVISIONAL, Status.IMPUTED]),
    st.frozensets(st.sampled_from(FLAGS_WITH_CODES)),
)
def test_all_codes_of_an_exact_one_together_mean_the_same_again(status: Status, flags: frozenset[str]) -> None:
    standing = Meaning(status, flags)
    written = sdmx.written(standing)
    assert written.exact
    assert sdmx.meanings((written.code, *written.others)) == standing


@given(
    st.sampled_from(Status), st.frozensets(st.sampled_from(sorted(sdmx.FLAGS))), st.none() | st.sampled_from(Missing)
)
def test_everything_has_a_code_and_none_twice(status: Status, flags: frozenset[str], missing: Missing | None) -> None:
    written = sdmx.written(Meaning(status, flags, missing))
    codes = (written.code, *written.others)
    assert set(codes) <= sdmx.CODES.keys()
    assert len(set(codes)) == len(codes)
    if missing is not None:
        assert sdmx.meaning(written.code).missing is not None
