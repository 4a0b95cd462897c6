"""How a source is named in a line."""

import pytest

from citeria_core import cite
from citeria_core.model import Source


def _source(**csl: object) -> Source:
    return Source(key="k-1", csl=csl)


def test_one_author_is_named_with_the_year() -> None:
    source = _source(author=[{"family": "Liu", "given": "Mingzhu"}], issued={"date-parts": [[2025, 12]]})
    assert cite.short_form(source) == "Liu (2025)"


def test_two_authors_are_both_named() -> None:
    assert cite.short_form(_source(author=[{"family": "Riemer"}, {"family": "Peter"}])) == "Riemer and Peter (n.d.)"


def test_three_authors_become_et_al() -> None:
    authors = [{"family": "Riemer"}, {"family": "Peter"}, {"family": "Curtis"}]
    assert cite.short_form(_source(author=authors, issued={"date-parts": [["2020"]]})) == "Riemer et al. (2020)"


@pytest.mark.parametrize(
    ("csl", "told"),
    [
        ({"publisher": "China Daily", "title": "5G"}, "China Daily (n.d.)"),
        ({"title": "Smart degree"}, "Smart degree (n.d.)"),
        ({}, "k-1 (n.d.)"),
    ],
)
def test_without_an_author_the_publisher_the_title_or_the_key_stands_in(csl: dict[str, object], told: str) -> None:
    assert cite.short_form(_source(**csl)) == told


def test_a_year_is_found_in_a_raw_date() -> None:
    assert cite.year(_source(issued={"raw": "about May 2019"})) == "2019"


def test_a_reference_names_everything_once() -> None:
    source = _source(
        author=[{"family": "Liu", "given": "Mingzhu"}],
        title="Smart cities",
        issued={"date-parts": [[2025]]},
        **{"container-title": "Economics and Management", "volume": "31", "issue": "12", "page": "1634-1646"},
        DOI="10.35854/1998-1627-2025-12-1634-1646",
    )
    assert cite.reference(source) == (
        "Liu, Mingzhu (2025). Smart cities. Economics and Management, 31(12), 1634-1646. "
        "https://doi.org/10.35854/1998-1627-2025-12-1634-1646"
    )


def test_a_publisher_that_stands_in_for_the_author_is_not_named_twice() -> None:
    assert cite.reference(_source(publisher="EPA", title="Air")) == "EPA (n.d.). Air."


def test_a_key_is_suggested_from_author_and_year_and_never_taken_twice() -> None:
    csl = {"author": [{"family": "Riemer"}], "issued": {"date-parts": [[2020]]}}
    assert cite.suggest_key(csl, ()) == "riemer-2020"
    assert cite.suggest_key(csl, {"riemer-2020"}) == "riemer-2020-b"
    assert cite.suggest_key(csl, {"riemer-2020", "riemer-2020-b"}) == "riemer-2020-c"


def test_a_key_falls_back_to_the_title_and_at_last_to_a_word() -> None:
    assert cite.suggest_key({"title": "The State of AI in Wuhan"}, ()) == "state-ai-wuhan"
    assert cite.suggest_key({"title": "人工智能"}, ()) == "人工智能"
    assert cite.suggest_key({"title": "!"}, ()) == "source"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ({"literal": "刘明珠"}, "刘明珠-2025"),
        ({"family": "Özgür"}, "ozgur-2025"),
        ({"family": "Чайковский"}, "чайковский-2025"),
        ({"literal": "中国新一代人工智能发展战略研究院"}, "中国新一代人工智能发展战略研究院-2025"),
        ({"literal": "A very long name of a body of people that never ends"}, "very-long-name-2025"),
    ],
)
def test_a_name_in_any_script_makes_a_key(name: dict[str, str], key: str) -> None:
    assert cite.suggest_key({"author": [name], "issued": {"date-parts": [[2025]]}}, ()) == key


def test_written_authors_become_people_and_bodies() -> None:
    assert cite.authors_from_text("Riemer, Kai; China Daily;") == [
        {"family": "Riemer", "given": "Kai"},
        {"literal": "China Daily"},
    ]
