"""What may have been meant by a word that is not known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeria_core.spelling import nearest, suggestion

CITIES = ("beijing", "chengdu", "chongqing", "guangzhou", "nanjing", "ningbo", "shanghai", "shenzhen", "wuhan", "xian")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("wuhn", ["wuhan"]),
        ("Wuhan", ["wuhan"]),
        ("ning", ["ningbo", "nanjing"]),
        ("nope", ["ningbo", "guangzhou"]),
        ("武汉", []),
    ],
)
def test_the_nearest_known_words_are_named(word: str, meant: list[str]) -> None:
    assert nearest(word, CITIES) == meant


def test_where_few_are_known_all_are_named_unless_they_are_listed_anyway() -> None:
    assert nearest("nope", ["A", "B"]) == ["A", "B"]
    assert nearest("nope", ["A", "B"], listed=True) == []
    assert nearest("wuhn", CITIES, listed=True) == ["wuhan"]


def test_it_is_said_as_a_question() -> None:
    assert suggestion("wuhn", CITIES) == " Did you mean “wuhan”?"
    assert suggestion("ning", CITIES) == " Did you mean one of “ningbo”, “nanjing”?"
    assert suggestion("nope", []) == ""


@given(st.text(max_size=8), st.lists(st.text(max_size=8), max_size=20))
def test_what_is_named_is_known_and_named_once(word: str, known: list[str]) -> None:
    found = nearest(word, known)
    assert set(found) <= set(known)
    assert len(found) == len(set(found)) <= max(3, 8)
    assert word not in known or found[0].casefold() == word.casefold()
