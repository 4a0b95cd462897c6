import pytest

from citeria_core.model import (
    Area,
    Citation,
    Group,
    Grouping,
    Index,
    Indicator,
    Missing,
    Node,
    Observation,
    PublishedRank,
    PublishedRanking,
    Qualifier,
    Role,
    Source,
    Status,
)
from citeria_core.period import Period
from citeria_db.errors import (
    DuplicateCodeError,
    EmptyObservationError,
    RangeError,
    UnknownAreaError,
    UnknownIndexError,
    UnknownIndicatorError,
    UnknownNodeError,
    UnknownRankingError,
    UnknownSourceError,
)
from citeria_db.sources import canonical_url
from citeria_db.store import Project

YEAR = Period.parse("2020")


def test_an_area_comes_back_as_it_was_added(project: Project) -> None:
    area = Area(
        "gamma", "organisation", {"en": "Gamma", "ru": "Гамма"}, ("Γ", "gamma"), "alpha", -89.5, 179.25, "a note"
    )
    with project.transact("Add"):
        project.areas.add(area)
    assert project.areas.get("gamma") == area
    assert [held.code for held in project.areas.all()] == ["land", "alpha", "beta", "gamma"]


def test_an_indicator_comes_back_as_it_was_added(project: Project) -> None:
    indicator = Indicator(
        "pupils", "Pupils", "count", "All pupils", -1, "number", "city", "Schools", ("core", "more"), "n"
    )
    with project.transact("Add"):
        project.indicators.add(indicator)
    assert project.indicators.get("pupils") == indicator
    assert project.indicators.all()[-1] == indicator
    assert project.indicators.collections() == {"core": "The core set", "more": "more"}


def test_a_source_comes_back_as_it_was_added(project: Project) -> None:
    source = Source("li-2021", {"title": "甲", "author": [{"literal": "李"}], "page": "1–2"}, "secondary", "a note")
    with project.transact("Add"):
        project.sources.add(source)
    assert project.sources.get("li-2021") == source
    row = project.connection.row("SELECT url_canonical, doi, producer FROM source WHERE key = 'smith-2020'")
    assert row == ("example.org/figures?id=3", "10.1000/abc", "")


def test_an_observation_comes_back_as_it_was_added(project: Project) -> None:
    observation = Observation(
        id="01a20000-0000-7000-8000-000000000000",
        area="beta",
        indicator="pay",
        period=Period.parse("2018/2019"),
        value=None,
        text="",
        printed="10–20",
        qualifier=Qualifier.RANGE,
        low=0.1,
        high=0.30000000000000004,
        unit="thousand",
        currency="CNY",
        status=Status.FORECAST,
        preferred=True,
        flags=frozenset({"break", "unvalidated"}),
        note="a note",
        citations=(
            Citation("c1", "smith-2020", Role.PRIMARY, "p. 3", "zehn", "de", "ten", "2021-05-01"),
            Citation("c2", "office-2021", Role.CONTRADICTS),
        ),
        author="bob",
        created="2020-01-01T00:00:00.000Z",
    )
    with project.transact("Add"):
        assert project.observations.add(observation) == observation.id
    assert project.observations.get(observation.id) == observation
    assert project.observations.cell("beta", "pay") == (observation,)
    assert observation in project.observations.all()


@pytest.mark.parametrize("kind", [Qualifier, Status, Role])
def test_every_word_of_the_vocabulary_can_be_stored(project: Project, kind: type[Qualifier | Status | Role]) -> None:
    with project.transact("Add"):
        for at, word in enumerate(kind):
            project.observations.add(
                Observation(
                    "",
                    "beta",
                    "pay",
                    Period.parse(str(2000 + at)),
                    1.0,
                    qualifier=word if isinstance(word, Qualifier) else Qualifier.EXACT,
                    low=1.0,
                    high=2.0,
                    status=word if isinstance(word, Status) else Status.REPORTED,
                    citations=(Citation("", "smith-2020", word if isinstance(word, Role) else Role.PRIMARY),),
                )
            )
    stored = project.observations.cell("beta", "pay")
    words = {Qualifier: [one.qualifier for one in stored], Status: [one.status for one in stored]}
    words[Role] = [one.citations[0].role for one in stored]
    assert words[kind] == list(kind)


def test_the_other_nouns_come_back_as_they_were_added(project: Project) -> None:
    groups = (Group("b", "B", ("beta", "alpha"), "#000000", "told"), Group("a", "A", ()))
    grouping = Grouping("two", "Two", groups)
    ranks = (PublishedRank("beta", 2, None, ""), PublishedRank("alpha", 2, 0.1, "smith-2020"))
    ranking = PublishedRanking("r", "Elsewhere", "R", ranks)
    nodes = (
        Node("IY", "Y", None, 1.0),
        Node("part", "Part", "IY", 0.1),
        Node("pay", "Pay", "part", 2.0, "pay", -1, Period.parse("2019"), frozenset({Status.PLANNED, Status.TARGET})),
    )
    index = Index("IY", "Y", "about", Period.parse("2020-Q2"), ("beta", "alpha"), nodes, "[rank]\n", "r")
    with project.transact("Add"):
        project.groupings.add(grouping)
        project.published.add(ranking)
        project.indices.add(index)
    assert project.groupings.all()[1] == grouping
    assert project.published.get("r") == ranking
    assert ranking.labels() == {"beta": "2=", "alpha": "2="}
    assert project.indices.get("IY") == index
    assert project.indices.all()[1] == index


def test_a_code_is_given_once(project: Project) -> None:
    for add in (
        lambda: project.areas.add(Area("alpha", "city", {})),
        lambda: project.indicators.add(Indicator("firms", "F")),
        lambda: project.indicators.add_collection("core", "C"),
        lambda: project.sources.add(Source("smith-2020", {})),
        lambda: project.groupings.add(Grouping("sides", "S", ())),
        lambda: project.published.add(PublishedRanking("theirs", "I", "T")),
        lambda: project.indices.add(Index("IX", "I", "", YEAR, (), (), "")),
    ):
        with pytest.raises(DuplicateCodeError, match="already"), project.transact("Add"):
            add()


def test_an_unknown_code_is_named_with_the_closest(project: Project) -> None:
    tries = {
        UnknownAreaError: lambda: project.areas.get("alpa"),
        UnknownIndicatorError: lambda: project.indicators.get("frims"),
        UnknownSourceError: lambda: project.sources.get("smith"),
        UnknownIndexError: lambda: project.indices.get("I"),
        UnknownRankingError: lambda: project.published.get("their"),
    }
    for error, try_ in tries.items():
        with pytest.raises(error, match=r"There is no .* in this project\. Did you mean “"):
            try_()
    with pytest.raises(UnknownAreaError, match="Did you mean one of “alpha”, “beta”, “land”"):  # few: all are named
        project.areas.get("zzzzzz")


def test_what_refers_to_nothing_is_refused(project: Project) -> None:
    refused = [
        (UnknownAreaError, lambda: project.areas.add(Area("gamma", "city", {}, parent="nowhere"))),
        (UnknownAreaError, lambda: project.observations.add(Observation("", "nowhere", "pay", YEAR, 1.0))),
        (UnknownIndicatorError, lambda: project.observations.add(Observation("", "beta", "no", YEAR, 1.0))),
        (UnknownNodeError, lambda: project.indices.add(Index("I", "", "", YEAR, (), (Node("a", "", "b", 1),), ""))),
        (UnknownRankingError, lambda: project.indices.add(Index("I", "", "", YEAR, (), (), "", "none"))),
        (EmptyObservationError, lambda: project.observations.add(Observation("", "beta", "pay", YEAR, None))),
        (RangeError, lambda: project.observations.add(Observation("", "beta", "pay", YEAR, 1.0, low=2.0, high=1.0))),
        (
            RangeError,
            lambda: project.observations.add(Observation("", "beta", "pay", YEAR, 1.0, qualifier=Qualifier.RANGE)),
        ),
    ]
    for error, add in refused:
        with pytest.raises(error), project.transact("Add"):
            add()
    assert project.counts()["steps"] == 0


def test_a_repository_puts_nothing_in_use_by_itself(project: Project) -> None:
    with project.transact("Add"):
        project.observations.add(Observation("", "beta", "pay", YEAR, None, missing=Missing.NOT_COLLECTED))
    assert [one.preferred for one in project.observations.cell("beta", "pay")] == [False]


def test_sources_are_found_by_part_of_what_they_are_the_last_used_first(project: Project) -> None:
    assert [one.key for one in project.sources.search("")] == ["smith-2020", "office-2021"]
    held = project.observations.cell("alpha", "firms")[0]
    with project.transact("Cite"):
        project.citations.add(held.id, Citation("", "office-2021"))
        project.sources.add(Source("иванов-2019", {"title": "Города", "author": [{"family": "Иванов"}]}))
        project.sources.add(Source("tongji-2020", {"title": "杭州统计年鉴", "publisher": "杭州市统计局"}))
    assert [one.key for one in project.sources.search("202")] == ["office-2021", "smith-2020", "tongji-2020"]
    assert [one.key for one in project.sources.search("SMI figu 2020")] == ["smith-2020"]
    assert [one.key for one in project.sources.search("ИВАНОВ")] == ["иванов-2019"]
    assert [one.key for one in project.sources.search("杭州")] == ["tongji-2020"]
    assert [one.key for one in project.sources.search("offi")] == ["office-2021"]
    assert project.sources.search("100%") == ()


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://www.Example.org/A/?utm_source=x&id=3&fbclid=y#top", "example.org/A?id=3"),
        ("http://example.org/", "example.org"),
        ("http://example.org", "example.org"),
        ("https://mp.weixin.qq.com/s/2t5R2PqgEM6n88UpeASwkg", "mp.weixin.qq.com/s/2t5R2PqgEM6n88UpeASwkg"),
        ("", ""),
        ("not an address", "not an address"),
    ],
)
def test_an_address_is_reduced_to_what_names_the_page(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical
