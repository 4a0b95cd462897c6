import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from citeria_core.engine import Engine
from citeria_core.model import Observation, Qualifier, Role, Status
from citeria_core.period import UNDATED
from citeria_core.ranking import Standing, standing
from citeria_core.recipe import Recipe
from citeria_db import load, sample
from citeria_db.errors import FileExistsAlreadyError
from citeria_db.store import Project
from citeria_resources import data_file

Row = dict[str, str]


def table(name: str) -> list[Row]:
    return list(csv.DictReader(data_file(f"{name}.csv").read_text(encoding="utf-8").splitlines(keepends=True)))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    path = tmp_path_factory.mktemp("sample") / "sample.citeria"
    sample.build(path)
    with Project.open(path, read_only=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def observations(project: Project) -> dict[tuple[str, ...], Observation]:
    """Every observation by what a row of the table says of it; the first of the few that say the same."""
    return {_said(one): one for one in project.observations.all()}


def _said(one: Observation) -> tuple[str, ...]:
    year = "" if one.period == UNDATED else str(one.period)
    citation = one.citations[0]
    return one.area, one.indicator, year, one.printed, citation.source, citation.locator, citation.quote, one.note


def _row(row: Row) -> tuple[str, ...]:
    return (
        row["entity"],
        row["indicator"],
        row["year"],
        row["value"],
        row["source_key"],
        row["locator"],
        row["quote_of_at_most_12_words"],
        row["note"],
    )


def test_the_counts_are_those_of_the_tables(project: Project) -> None:
    assert project.counts() == {
        "areas": 38 + 47 + 9,  # nine countries and territories that only a city names
        "indicators": 156,
        "observations": 548,
        "citations": 548,
        "sources": 100,
        "steps": 0,
    }
    assert len(project.groupings.all()) == 2
    assert sum(len(ranking.ranks) for ranking in project.published.all()) == 164


def test_every_row_is_one_observation_with_its_citation(project: Project) -> None:
    assert Counter(map(_said, project.observations.all())) == Counter(map(_row, table("observations")))
    assert all(one.citations[0].role is Role.PRIMARY for one in project.observations.all())


def test_values_are_numbers_or_ratings_as_printed(observations: dict[tuple[str, ...], Observation]) -> None:
    ratings = 0
    for row in table("observations"):
        one = observations[_row(row)]
        if row["unit"] == "rating (AAA-D)":
            ratings += 1
            assert (one.value, one.text) == (None, row["value"])
        else:
            assert (one.value, one.text) == (float(row["value"]), "")
        assert one.unit == row["unit"]
    assert ratings == 27


CLAIMS = {
    "=": (Qualifier.EXACT, Status.REPORTED),
    "~": (Qualifier.ABOUT, Status.REPORTED),
    "<": (Qualifier.BELOW, Status.REPORTED),
    "<=": (Qualifier.AT_MOST, Status.REPORTED),
    ">": (Qualifier.ABOVE, Status.REPORTED),
    ">=": (Qualifier.AT_LEAST, Status.REPORTED),
    "up to": (Qualifier.AT_MOST, Status.REPORTED),
    "built": (Qualifier.EXACT, Status.REPORTED),
    "planned": (Qualifier.EXACT, Status.PLANNED),
    "planned >": (Qualifier.ABOVE, Status.PLANNED),
    "forecast": (Qualifier.EXACT, Status.FORECAST),
    "estimate": (Qualifier.EXACT, Status.ESTIMATED),
    "claim": (Qualifier.EXACT, Status.CLAIMED),
}


@pytest.mark.parametrize("written", CLAIMS)
def test_a_qualifier_of_the_table_becomes_qualifier_status_and_flag(project: Project, written: str) -> None:
    rows = [row for row in table("observations") if row["qualifier"] == written]
    held = {_said(one): one for one in project.observations.all()}
    assert rows
    for row in rows:
        one = held[_row(row)]
        assert (one.qualifier, one.status) == CLAIMS[written]
        assert one.flags == ({"built"} if written == "built" else frozenset())


def test_bounds_are_carried_as_low_and_high(project: Project) -> None:
    for one in project.observations.all():
        assert one.low == (one.value if one.qualifier in (Qualifier.ABOVE, Qualifier.AT_LEAST) else None)
        assert one.high == (one.value if one.qualifier in (Qualifier.BELOW, Qualifier.AT_MOST) else None)


def test_a_contested_cell_prefers_none_and_any_other_its_only_observation(project: Project) -> None:
    cells: dict[tuple[str, str, str], list[Observation]] = {}
    for one in project.observations.all():
        cells.setdefault((one.area, one.indicator, str(one.period)), []).append(one)
    contested = [rivals for rivals in cells.values() if len(rivals) > 1]
    assert (len(cells), len(contested), sum(map(len, contested))) == (512, 27, 63)
    assert not any(one.preferred for rivals in contested for one in rivals)
    assert all(rivals[0].preferred for rivals in cells.values() if len(rivals) == 1)


def test_a_year_left_blank_is_undated(project: Project) -> None:
    blank = sum(row["year"] == "" for row in table("observations"))
    assert sum(one.period == UNDATED for one in project.observations.all()) == blank == 38


def test_money_carries_its_currency(observations: dict[tuple[str, ...], Observation]) -> None:
    held = Counter(one.currency for one in observations.values())
    assert {"CNY", "USD", "AUD", "EUR", "GBP", ""} == set(held)


def test_every_area_has_the_parent_that_the_rule_gives(project: Project) -> None:
    parents = {area.code: area.parent for area in project.areas.all()}
    assert parents["nanjing"] == "jiangsu-prov"  # its province is listed
    assert parents["beijing"] == parents["changsha"] == "china"  # its province is not
    assert (parents["london"], parents["new-york"]) == ("uk", "usa")
    assert (parents["seoul"], parents["zurich"], parents["hong-kong"]) == ("kr", "ch", "hk")
    assert (parents["sg"], parents["kr"], parents["hk"]) == (None, None, "china")
    for row in table("entities"):
        assert parents[row["entity_id"]] == (row["member_of"] or None)


def test_areas_keep_kind_names_variants_place_and_note(project: Project) -> None:
    for row in table("cities"):
        area = project.areas.get(row["city_id"])
        assert (area.kind, area.name(), area.names["zh"]) == ("city", row["name_en"], row["name_zh"])
        assert (area.latitude, area.longitude, area.note) == (float(row["lat"]), float(row["lon"]), row["note"])
    for row in table("entities"):
        area = project.areas.get(row["entity_id"])
        assert (area.kind, area.name(), area.names.get("zh", "")) == (row["type"], row["name_en"], row["name_zh"])
    assert project.areas.get("xian").variants == ("Xi’an", "Xi'An", "Xian")


def test_indicators_keep_unit_direction_and_the_collections_that_list_them(project: Project) -> None:
    directions = {"higher is better": 1, "lower is better": -1, "": 0}
    for row in table("indicators"):
        indicator = project.indicators.get(row["indicator"])
        assert (indicator.unit, indicator.direction) == (row["unit"], directions[row["direction"]])
        assert (indicator.kind == "ordinal") == (row["unit"] == "rating (AAA-D)")
        assert row["project"] in indicator.collections
        assert row["note"] in indicator.note
    assert project.indicators.get("population").collections == ("ici-china-2020", "global-ai-cities-2025")
    titles = {row["project"]: row["title"] for row in table("projects")}
    assert project.indicators.collections() == titles


def test_sources_keep_what_the_bibliography_says(project: Project) -> None:
    for row in table("sources"):
        source = project.sources.get(row["key"])
        assert (source.title, source.url, source.csl.get("DOI", "")) == (row["title"], row["url"], row["doi"])
        assert (source.character, source.note) == (row["primary_secondary"], row["note"])
        year, month, day = (int(part) for part in row["accessed"].split("-"))
        assert source.csl["accessed"] == {"date-parts": [[year, month, day]]}
        issued = row["date"] or row["year"]
        parts = {"date-parts": [[int(part) for part in issued.split("-")]]} if issued else None
        assert source.csl.get("issued") == parts


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("ici-2020", "report"),
        ("liu-2025", "article-journal"),
        ("cna-2025", "article-newspaper"),
        ("ciw-ici-2020", "webpage"),
        ("naphade-2021", "paper-conference"),
        ("luo-2021", "software"),
        ("geonames", "dataset"),
    ],
)
def test_a_source_has_the_csl_type_of_its_kind(project: Project, key: str, kind: str) -> None:
    assert project.sources.get(key).csl["type"] == kind


def test_authors_are_taken_apart_only_where_that_is_no_guess(project: Project) -> None:
    def authors(key: str) -> object:
        return project.sources.get(key).csl.get("author")

    report = authors("ici-2020")
    assert isinstance(report, list)
    assert report[0] == {"family": "Riemer", "given": "Kai"}
    assert len(report) == 4
    assert authors("liu-2025") == [{"literal": "Liu Mingzhu"}]
    assert authors("naphade-2020") == [{"literal": "Naphade, M. et al."}]
    assert authors("geonames") == [{"literal": "GeoNames; packaged by Ramiro Gomez"}]
    assert authors("cna-2025") is None


def test_volume_issue_and_pages_are_read_from_where_it_was_published(project: Project) -> None:
    csl = project.sources.get("liu-2025").csl
    assert csl["container-title"] == "Ekonomika i upravlenie = Economics and Management"
    assert (csl["volume"], csl["issue"], csl["page"]) == ("31", "12", "1634-1646")
    csl = project.sources.get("zhao-2021").csl
    assert (csl["container-title"], csl["page"]) == ("CVPR Workshops 2021", "3993-4001")


def test_clusters_and_regions_are_two_groupings_of_the_report(project: Project) -> None:
    clusters, regions = project.groupings.all()
    assert (clusters.source, regions.source) == ("ici-2020", "ici-2020")
    assert [(group.name, group.members) for group in clusters.groups] == [
        (row["cluster"], tuple(row["cities"].split("; "))) for row in table("clusters")
    ]
    assert len({group.colour for group in clusters.groups}) == 6
    profiled = [row for row in table("cities") if row["in_ici_profiles"] == "yes"]
    assert {city: group.name for group in regions.groups for city in group.members} == {
        row["city_id"]: row["ici_region"] for row in profiled
    }


def test_published_rankings_stand_by_index_and_ranking(project: Project) -> None:
    held = [
        (ranking.index, ranking.name, str(entry.rank), entry.area, entry.score, entry.source)
        for ranking in project.published.all()
        for entry in ranking.ranks
    ]
    assert Counter(held) == Counter(
        (
            row["index"],
            row["ranking"],
            row["rank"],
            row["city"],
            float(row["score"]) if row["score"] else None,
            row["source_key"],
        )
        for row in table("published_rankings")
    )
    overall = project.published.get("ici-cn-2020-overall")
    assert (overall.labels()["beijing"], overall.labels()["shenyang"]) == ("1", "10=")


def test_ici_cn_has_the_published_structure_over_the_profiled_cities(project: Project) -> None:
    index = project.indices.get("ICI-CN")
    assert [(part.code, part.weight) for part in index.parts()] == [
        ("enterprise", 40.0),
        ("research", 30.0),
        ("infrastructure", 20.0),
        ("government", 10.0),
    ]
    leaves = [leaf.indicator for leaf in index.leaves()]
    assert len(leaves) == 13
    assert leaves[0] == "ici-e1-firms"
    assert leaves[-1] == "ici-g1-policies"
    assert "ici-i3-5g" in leaves
    assert "ici-i3a-5g-count" not in leaves
    assert all(node.weight == 1.0 for node in index.nodes if node.parent not in (None, "ICI-CN"))
    assert (str(index.as_of), index.published) == ("2020", "ici-cn-2020-overall")
    assert set(index.areas) == {row["city_id"] for row in table("cities") if row["in_ici_profiles"]}
    assert Recipe.from_toml(index.recipe).aggregate.min_availability == 0.65


def test_the_substitutes_are_weighted_and_directed_as_described(project: Project) -> None:
    index = project.indices.get("ICI-CN-SUB")
    leaves = {leaf.code: (leaf.parent, leaf.weight, leaf.direction) for leaf in index.leaves()}
    assert leaves == {
        "sub-idc-2019-rank": ("idc", 1.0, -1),
        "sub-idc-2021-rank": ("idc", 1.0, -1),
        "sub-financing-2024-order": ("enterprise", 1.0, -1),
        "sub-aminer-2023-order": ("research", 1.0, -1),
        "sub-smart-2020-score": ("infrastructure", 1.0, 1),
    }
    parts = [(part.code, part.weight) for part in index.parts()]
    assert parts == [("enterprise", 40.0), ("research", 30.0), ("infrastructure", 20.0)]
    assert (str(index.as_of), index.areas) == ("2024", project.indices.get("ICI-CN").areas)
    recipe = Recipe.from_toml(index.recipe)
    assert (recipe.aggregate.method, recipe.aggregate.min_availability, recipe.rank.ties) == ("arithmetic", 0.0, "min")
    assert (recipe.normalise.method, recipe.normalise.lower, recipe.normalise.upper) == ("minmax", 0.0, 100.0)
    assert "not the published index" in index.name
    assert "no estimate of ICI-CN" in index.description


def test_the_same_content_comes_out_each_time(project: Project, tmp_path: Path) -> None:
    sample.build(tmp_path / "again.citeria")
    with Project.open(tmp_path / "again.citeria") as again:
        for noun in ("areas", "indicators", "sources", "groupings", "published", "indices"):
            assert getattr(again, noun).all() == getattr(project, noun).all()
        assert Counter(map(_said, again.observations.all())) == Counter(map(_said, project.observations.all()))
        assert again.history.undo_label() is None


def test_a_file_that_exists_is_left_as_it_is_and_nothing_else_is_left(tmp_path: Path) -> None:
    place = tmp_path / "mine.citeria"
    place.write_bytes(b"mine")
    with pytest.raises(FileExistsAlreadyError):
        sample.build(place)
    assert place.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [place]


def test_a_build_leaves_one_file(tmp_path: Path) -> None:
    sample.build(tmp_path / "a.citeria")
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.citeria"]


def _standing(project: Project, code: str) -> Standing:
    index = project.indices.get(code)
    names = {area: project.areas.get(area).name() for area in index.areas}
    result = Engine(load.dataset(project, code), Recipe.from_toml(index.recipe)).result
    return standing(result, names, {}, None)


def test_ici_cn_ranks_nobody_and_shows_the_coverage_of_each_city(project: Project) -> None:
    shown = _standing(project, "ICI-CN")
    assert len(shown.rows) == 11
    assert all(row.rank is None and row.reason and row.total == 13 for row in shown.rows)


def test_the_substitutes_rank_every_city_with_its_coverage(project: Project) -> None:
    shown = _standing(project, "ICI-CN-SUB")
    assert sorted(row.rank for row in shown.rows if row.rank is not None) == [float(rank) for rank in range(1, 12)]
    coverage = {row.area: (row.present, row.total) for row in shown.rows}
    full = ("beijing", "shanghai", "nanjing", "hangzhou", "shenzhen", "guangzhou")
    assert coverage == dict.fromkeys(full, (5, 5)) | {
        "chengdu": (3, 5),
        "wuhan": (2, 5),
        "xian": (2, 5),
        "harbin": (1, 5),
        "shenyang": (1, 5),
    }
    assert {row.area for row in shown.rows if row.partial} == set(coverage) - set(full)
