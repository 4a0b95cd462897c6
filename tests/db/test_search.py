"""Words found where they stand: names, notes, quotes, verdicts and sources, in any script, after any edit."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citeria_core.model import Area, Citation, Observation, Source
from citeria_core.period import Period
from citeria_db import operations, structure_operations
from citeria_db.store import Project

YEAR = Period.parse("2020")


def kinds(project: Project, text: str) -> list[tuple[str, str]]:
    return [(hit.kind, hit.code) for hit in project.search(text).hits]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("国", [("area", "land")]),
        ("alfa", [("area", "alpha")]),
        ("FIRMS", [("indicator", "firms"), ("node", "IX/firms"), ("quote", "smith-2020")]),
        ("core", []),
        ("about it", [("index", "IX")]),
        ("sides", [("grouping", "sides")]),
        ("story", [("group", "sides/left")]),
        ("smith", [("source", "smith-2020")]),
        ("utm_source", [("source", "smith-2020")]),
        ("title", []),
        ("port", [("note", "alpha")]),
        ("by hand", [("note", "alpha")]),
        ("hand by", [("note", "alpha")]),
        ("seven", [("quote", "smith-2020")]),
        ("seven eight", []),
        ("   ", []),
        ("%", []),
        ("_", [("source", "smith-2020")]),
    ],
)
def test_every_word_is_found_in_names_notes_quotes_and_sources(
    project: Project, text: str, found: list[tuple[str, str]]
) -> None:
    assert kinds(project, text) == found


def test_a_quote_brings_its_cell_and_its_source(project: Project) -> None:
    (hit,) = project.search("seven firms").hits
    assert (hit.area, hit.indicator, hit.period, hit.source) == ("alpha", "firms", "2020", "smith-2020")
    assert project.observations.get(hit.observation).value == 7
    assert hit.text == "seven firms"


def test_two_chinese_characters_and_any_case_of_cyrillic_are_found(project: Project) -> None:
    quote = "В Хабаровске и 杭州市 Straßenbahn 100 % a_b"
    with project.transact("Cite"):
        project.observations.add(
            Observation("", "beta", "pay", YEAR, 1.0, citations=(Citation("", "office-2021", quote=quote),))
        )
    for text in ("杭州", "хабаровске", "ХАБАРОВСКЕ", "хабаров 杭", "straßen", "100 %", "a_b"):
        assert ("quote", "office-2021") in kinds(project, text), text
    assert kinds(project, "州杭") == []


def test_what_is_found_follows_edits_undo_and_other_programs(project: Project) -> None:
    operations.set_note(project, "a lighthouse", area="beta")
    assert kinds(project, "lighthouse") == [("note", "beta")]
    project.undo()
    assert kinds(project, "lighthouse") == []
    project.redo()
    assert kinds(project, "lighthouse") == [("note", "beta")]
    with closing(sqlite3.connect(project.path)) as plain, plain:
        plain.execute("UPDATE note SET text = 'a mill' WHERE text = 'a lighthouse'")
        plain.execute("UPDATE citation SET quote = 'eight mills'")
    assert kinds(project, "lighthouse") == []
    assert kinds(project, "mill") == [("note", "beta"), ("quote", "smith-2020")]
    project.undo()
    assert kinds(project, "seven") == [("quote", "smith-2020")]


def test_words_that_begin_with_what_is_sought_come_first(project: Project) -> None:
    for code, name in (("kalamata", "Kalamata"), ("mata", "Mata"), ("x1", "San Mata"), ("shamata", "Shamata")):
        structure_operations.add_area(project, Area(code, "city", {"en": name}), ())
    assert [code for kind, code in kinds(project, "mata") if kind == "area"] == ["mata", "x1", "kalamata", "shamata"]


def test_more_than_asked_for_is_said_and_a_long_text_is_cut_around_the_word(project: Project) -> None:
    long = "x " * 500 + "needle" + " y" * 500
    with project.transact("Cite"):
        for year in range(2000, 2010):
            project.observations.add(
                Observation(
                    "",
                    "beta",
                    "pay",
                    Period.parse(str(year)),
                    1.0,
                    citations=(Citation("", "office-2021", quote=long),),
                )
            )
    found = project.search("needle", limit=3)
    assert [hit.kind for hit in found.hits] == ["quote"] * 3
    assert found.more == ("quote",)
    assert "needle" in found.hits[0].text
    assert len(found.hits[0].text) < 200
    assert project.search("needle", limit=10).more == ()


def test_a_source_is_found_by_what_its_record_says_not_by_the_names_of_its_fields(project: Project) -> None:
    csl = {"type": "book", "title": 'The "quoted" one', "author": [{"family": "Öztürk", "given": "Ali"}], "ISBN": "978"}
    operations.add_source(project, Source("oz-2020", csl))
    for text in ("öztürk", "ÖZTÜRK ali", '"quoted"', "978", "oz-2020"):
        assert kinds(project, text) == [("source", "oz-2020")], text
    for text in ("family", "book", "ISBN"):
        assert kinds(project, text) == [], text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.text(max_size=40))
def test_no_text_breaks_the_search(project: Project, text: str) -> None:
    found = project.search(text.replace("\0", ""))
    assert len(found.hits) <= 900
