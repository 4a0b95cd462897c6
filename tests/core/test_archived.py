"""When two copies of one address say that a source was revised in place; and where a locator points in a file."""

from dataclasses import replace

import pytest

from citeria_core.archived import ArchivedCopy, edition_of, revisions
from citeria_core.locator import fragment

FIRST = ArchivedCopy(
    "1",
    "k",
    "a" * 64,
    5,
    "application/pdf",
    "a.pdf",
    url="https://www.e.org/a.pdf",
    edition="[[2020]]",
    captured="2026",
)
LATER = replace(FIRST, id="2", sha256="b" * 64, captured="2027", url="http://e.org/a.pdf/?utm_source=x")


def test_other_bytes_under_the_same_address_and_edition_are_a_revision_in_place() -> None:
    (found,) = revisions([LATER, FIRST])
    assert (found.earlier, found.later) == (FIRST, LATER)


@pytest.mark.parametrize(
    "told",
    [
        {"sha256": FIRST.sha256},
        {"edition": "[[2021]]"},
        {"mime": "image/png"},
        {"url": "https://e.org/b.pdf"},
        {"url": ""},
        {"source": "other"},
        {"acknowledged": LATER.sha256},
    ],
)
def test_whatever_else_differs_is_none(told: dict[str, str]) -> None:
    assert revisions([FIRST, replace(LATER, **told)]) == ()


def test_what_was_acknowledged_of_another_copy_says_nothing_of_this_one() -> None:
    assert len(revisions([FIRST, replace(LATER, acknowledged="c" * 64)])) == 1


def test_three_copies_are_held_against_the_one_before() -> None:
    third = replace(FIRST, id="3", captured="2028")
    assert [(one.earlier.id, one.later.id) for one in revisions([FIRST, LATER, third])] == [("1", "2"), ("2", "3")]


def test_an_edition_is_its_version_and_its_date() -> None:
    assert edition_of({"version": "2", "issued": {"date-parts": [[2020, 7]]}}) == "2 · [[2020, 7]]"
    assert edition_of({"issued": {"literal": "spring"}}) == "spring"
    assert edition_of({"issued": "2020"}) == edition_of({}) == ""


@pytest.mark.parametrize(
    ("mime", "locator", "quote", "expected"),
    [
        ("application/pdf", "p. 12", "", "page=12"),
        ("application/pdf", "pp. 12–13, Table 2", "", "page=12"),
        ("application/pdf", "Table 3, page 7", "", "page=7"),
        ("application/pdf", "第12页", "", "page=12"),
        ("application/pdf", "с. 7", "", "page=7"),
        ("application/pdf", "S. 9", "", "page=9"),
        ("application/pdf", "12", "", "page=12"),
        ("application/pdf", "step 12", "words", ""),
        ("text/html", "para 3", "38 万, well-known", ":~:text=38%20%E4%B8%87%2C%20well%2Dknown"),
        ("text/html", "1:05", "", "t=65"),
        ("text/html", "1:02:03", "", "t=3723"),
        ("text/html", "", "", ""),
        ("video/mp4", "t=90", "words", "t=90"),
        ("image/png", "p. 12", "words", ""),
    ],
)
def test_a_locator_becomes_the_fragment_that_its_kind_of_file_knows(
    mime: str, locator: str, quote: str, expected: str
) -> None:
    assert fragment(mime, locator, quote) == expected


def test_of_a_long_quote_its_two_ends_are_looked_for() -> None:
    words = [f"w{number}" for number in range(40)]
    told = fragment("text/html", "", "“" + " ".join(words) + "”")
    assert told.startswith(":~:text=w0%20w1")
    assert told.endswith("%20w38%20w39")
    assert told.count(",") == 1
