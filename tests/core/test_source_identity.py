"""When two sources are one. The pair of near-equal addresses is printed in a founding document (its Table 2)."""

import csv

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citeria_core.model import Source
from citeria_core.source_identity import Reason, best, canonical_url, find, isbns, normalised_title, same
from citeria_resources import data_file

UNICORNS = "The number of new unicorn companies has declined, what is the reason behind this?"
PRINTED_ONCE = "https://mp.weixin.qq.com/s/2t5R2PqgEM6n88UpeASwkg"
PRINTED_AGAIN = "https://mp.weixin.qq.com/s/2t5R2PqgEM6n88UpoASwkg"


def source(key: str, **csl: object) -> Source:
    return Source(key, {name.replace("_", "-"): value for name, value in csl.items()})


def written(year: int, *names: tuple[str, str], **csl: object) -> Source:
    authors = [{"family": family, "given": given} for family, given in names]
    return source("", title="On Cities", author=authors, issued={"date-parts": [[year]]}, **csl)


def test_the_samples_hundred_sources_are_a_hundred() -> None:
    rows = list(csv.DictReader(data_file("sources.csv").read_text(encoding="utf-8").splitlines()))
    library = [source(row["key"], title=row["title"], URL=row["url"], DOI=row["doi"]) for row in rows]
    found = find(library)
    assert len(library) == 100
    assert found.groups == ()


def test_a_copy_of_each_of_the_samples_sources_is_found_again() -> None:
    rows = list(csv.DictReader(data_file("sources.csv").read_text(encoding="utf-8").splitlines()))
    library = [source(row["key"], title=row["title"], URL=row["url"], DOI=row["doi"]) for row in rows]
    copies = [Source(f"{one.key}-again", one.csl) for one in library]
    assert {group.keys for group in find([*library, *copies]).groups} == {
        (one.key, f"{one.key}-again") for one in library
    }


def test_an_address_mistyped_in_one_letter_is_a_warning_and_no_duplicate() -> None:
    table = source("tencent-2024", title="Decline of unicorns, after Table 2", URL=PRINTED_ONCE)
    figure = source("tencent-2024-b", title="Decline of unicorns, after Fig. 2", URL=PRINTED_AGAIN)
    found = find([table, figure])
    assert found.groups == ()
    assert [(pair.first, pair.second, pair.reason) for pair in found.warnings] == [
        ("tencent-2024", "tencent-2024-b", Reason.NEAR_URL)
    ]


def test_under_one_title_the_mistyped_address_is_the_same_source() -> None:
    found = find([source("a", title=UNICORNS, URL=PRINTED_ONCE), source("b", title=UNICORNS, URL=PRINTED_AGAIN)])
    assert [group.keys for group in found.groups] == [("a", "b")]
    assert found.warnings == ()


def test_numbered_pages_of_one_site_are_no_warning() -> None:
    pages = [source(str(n), title=f"Page {n}", URL=f"https://example.org/news/{n}.html") for n in range(97, 120)]
    assert find(pages).warnings == ()


@pytest.mark.parametrize("path", ["report", "rreport", "eport", "rep0rtt", "reprot"])
def test_up_to_two_edits_anywhere_in_a_path_are_near(path: str) -> None:
    first = source("a", title="A", URL="https://example.org/x/report")
    second = source("b", title="B", URL=f"https://example.org/x/{path}")
    found = find([first, second])
    assert bool(found.warnings) == (path != "report")
    assert bool(found.groups) == (path == "report")


def test_three_edits_or_another_host_are_not_near() -> None:
    first = source("a", title="A", URL="https://example.org/x/report")
    assert find([first, source("b", title="B", URL="https://example.org/x/repabcrt")]).warnings == ()
    assert find([first, source("b", title="B", URL="https://example.com/x/reports")]).warnings == ()


@pytest.mark.parametrize(
    ("url", "reduced"),
    [
        ("https://www.Example.org/Report/?utm_source=a&id=3#top", "example.org/Report?id=3"),
        ("http://example.org/Report?id=3&fbclid=x", "example.org/Report?id=3"),
        ("//example.org/a/", "example.org/a"),
        ("https://example.org", "example.org"),
        ("no address", "no address"),
        ("http://[broken", "http://[broken"),
        ("", ""),
    ],
)
def test_an_address_is_reduced_to_what_names_the_page(url: str, reduced: str) -> None:
    assert canonical_url(url) == reduced


@settings(max_examples=200)
@given(st.text(max_size=60))
def test_reducing_any_text_as_an_address_never_fails(text: str) -> None:
    assert isinstance(canonical_url(text), str)
    assert isinstance(canonical_url(f"https://example.org/{text}"), str)


def test_ten_and_thirteen_digits_name_one_book() -> None:
    assert isbns(source("a", ISBN="0-306-40615-2")) == isbns(source("b", ISBN="978-0-306-40615-7")) != frozenset()
    assert same(source("a", title="One", ISBN="0306406152"), source("b", title="Other", ISBN="9780306406157"))


def test_one_doi_in_any_dress_is_one_source() -> None:
    assert same(source("a", DOI="10.1000/ABC"), source("b", DOI="https://doi.org/10.1000/abc "))
    assert not same(source("a", DOI="n/a"), source("b", DOI="n/a"))


def test_titles_are_compared_without_accents_capitals_and_punctuation() -> None:
    assert normalised_title("  Économie: Über-Städte!  ") == "economie uber stadte"
    assert normalised_title("全球AI最具创新力城市") == "全球ai最具创新力城市"


def test_one_title_needs_a_creator_in_common() -> None:
    riemer, other = written(2020, ("Riemer", "Kai")), written(2020, ("Riemer", "Ulf"))
    assert same(riemer, written(2021, ("Riemer", "K."), ("Peter", "Sandra")))
    assert not same(riemer, other)
    assert not same(riemer, source("", title="On Cities"))


def test_years_apart_other_dois_or_other_isbns_speak_against_one_title() -> None:
    author = ("Riemer", "Kai")
    assert not same(written(2020, author), written(2022, author))
    assert not same(written(2020, author, DOI="10.1/a"), written(2020, author, DOI="10.1/b"))
    assert not same(written(2020, author, ISBN="0306406152"), written(2020, author, ISBN="9780262033848"))
    assert same(written(2020, author, DOI="10.1/a"), written(2020, author))


def test_sources_without_anything_to_compare_are_apart() -> None:
    assert find([source("a"), source("b", title=""), source("c", title="!?")]).groups == ()


def test_sameness_is_passed_on_through_a_chain() -> None:
    chain = [
        source("a", title="Alpha", DOI="10.1/a"),
        source("b", title="Beta", DOI="10.1/a", URL="https://example.org/b"),
        source("c", title="Gamma", URL="http://www.example.org/b/"),
        source("d", title="Delta"),
    ]
    (group,) = find(chain).groups
    assert group.keys == ("a", "b", "c")
    assert {pair.reason for pair in group.pairs} == {Reason.DOI, Reason.URL}


def test_the_most_cited_is_proposed_as_the_one_to_keep() -> None:
    cited = Source("b", {"title": "x"}, cited=3)
    assert best([Source("a", {"title": "x", "DOI": "10.1/a"}), cited]) == cited
    assert best([Source("a", {"title": "x"}), Source("b", {"title": "x"})]).key == "a"


small = st.builds(
    lambda key, title, doi, path, year: source(
        str(key), title=title, DOI=doi, URL=path and f"https://e.org/{path}", issued={"date-parts": [[year]]}
    ),
    st.integers(0, 10**9),
    st.sampled_from(["", "A", "B", "a!"]),
    st.sampled_from(["", "10.1/x", "10.1/y"]),
    st.sampled_from(["", "abc", "abd", "xyz/1", "xyz/2"]),
    st.sampled_from([2019, 2020, 2022]),
)


@settings(max_examples=150)
@given(st.lists(small, max_size=8, unique_by=lambda one: one.key))
def test_sets_are_disjoint_and_hold_every_pair_that_is_the_same(library: list[Source]) -> None:
    found = find(library)
    keys = [key for group in found.groups for key in group.keys]
    assert len(keys) == len(set(keys))
    together = {(a, b) for group in found.groups for a in group.keys for b in group.keys}
    for place, first in enumerate(library):
        for second in library[place + 1 :]:
            if same(first, second):
                assert (first.key, second.key) in together
    assert not any((pair.first, pair.second) in together for pair in found.warnings)
