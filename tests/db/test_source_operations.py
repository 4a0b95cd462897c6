"""What an analyst does with the library: import, merge, edit, what is due. Each is one step that undo takes back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from citeria_core.errors import CombinedError
from citeria_core.model import Citation, Role, Source
from citeria_db import sample, source_rows
from citeria_db.changes import Changes
from citeria_db.errors import DuplicateCodeError, UnknownSourceError
from citeria_db.source_operations import (
    KeyTakenError,
    MergedAlreadyError,
    SelfMergeError,
    SourceFieldError,
    change_source,
    edit_source,
    import_sources,
    merge_sources,
    plan_import,
    rename_source,
    set_tags,
    set_upkeep,
)
from citeria_db.store import Project

Content = Callable[[Path], dict[str, Any]]


def book(key: str, title: str, **csl: object) -> Source:
    return Source(key, {"type": "book", "title": title, **csl})


def upkeep(project: Project, key: str) -> source_rows.Upkeep:
    return source_rows.upkeep(project.connection, key)


def the_value(project: Project) -> Any:
    (found,) = project.observations.cell("alpha", "firms")
    return found


def test_an_import_is_one_step_that_undo_takes_back_whole(project: Project, content: Content) -> None:
    before = content(project.path)
    plan = plan_import(project, [book("a", "A"), book("b", "B"), book("", "Cities of the world")])
    changes = import_sources(project, plan.added)
    assert changes.step is not None
    assert changes.step.label == "Import 3 sources"
    assert [source.key for source in project.sources.all()][-3:] == ["a", "b", "cities-world"]
    project.undo()
    assert content(project.path) == before


def test_a_source_that_is_here_is_skipped_and_said(project: Project) -> None:
    ours = project.sources.get("smith-2020")
    updated = replace(ours, csl={**ours.csl, "publisher": "New"})
    plan = plan_import(project, [ours, updated, book("a", "A"), book("a", "A")])
    assert [source.key for source in plan.added] == ["a"]
    assert plan.skipped == (
        "smith-2020 is here already.",
        "smith-2020 is here already; ours is kept where they differ (publisher).",
        "a is here already.",
    )


def test_keys_that_mean_other_sources_are_refused_with_both_shown(project: Project) -> None:
    given = [book("smith-2020", "Other figures", publisher="Elsewhere"), book("office-2021", "Another")]
    with pytest.raises(CombinedError) as caught:
        plan_import(project, given)
    told = str(caught.value)
    assert len(caught.value.errors) == 2
    assert "Smith (2020). Figures." in told
    assert "Elsewhere (n.d.). Other figures." in told
    with pytest.raises(KeyTakenError, match="--rename"):
        plan_import(project, given[:1])
    assert project.history.steps() == ()


def test_with_rename_they_get_a_free_key(project: Project) -> None:
    given = [book("smith-2020", "Other figures"), book("smith-2020", "A third"), book("smith-2020-2", "A fourth")]
    plan = plan_import(project, given, rename=True)
    assert [source.key for source in plan.added] == ["smith-2020-2", "smith-2020-3", "smith-2020-2-2"]
    assert plan.renamed[0] == "smith-2020 is taken by another source; the new one is smith-2020-2."


def test_what_is_here_under_another_key_is_added_and_said(project: Project) -> None:
    plan = plan_import(project, [book("other", "Something else", DOI="10.1000/abc")])
    assert [source.key for source in plan.added] == ["other"]
    assert plan.alike == ("smith-2020 and other look like one source.",)


def test_an_import_of_nothing_new_leaves_no_step(project: Project) -> None:
    assert import_sources(project, ()) == Changes()


def test_a_key_taken_since_the_plan_leaves_nothing_half_done(project: Project, content: Content) -> None:
    before = content(project.path)
    with pytest.raises(DuplicateCodeError):
        import_sources(project, [book("a", "A"), book("smith-2020", "B")])
    assert content(project.path) == before


def test_a_merge_brings_everything_to_the_kept_source_and_undo_brings_it_back(
    project: Project, content: Content
) -> None:
    with project.transact("prepare"):
        project.sources.add(book("from-smith", "Derived"))
        project.notes.set("ours", source="office-2021")
        project.notes.set("theirs", source="smith-2020")
    set_upkeep(project, replace(upkeep(project, "from-smith"), derived_from="smith-2020"))
    before = content(project.path)
    changes = merge_sources(project, "office-2021", ["smith-2020"])
    assert changes.step is not None
    assert changes.step.label == "Merge smith-2020 into office-2021"
    assert changes.cells == {("alpha", "firms")}
    assert [source.key for source in project.sources.all()] == ["office-2021", "from-smith"]
    kept = project.sources.get("office-2021")
    assert kept.note == "ours\n\ntheirs"
    assert kept.cited == 1
    assert [(one.source, one.locator, one.quote) for one in the_value(project).citations] == [
        ("office-2021", "p. 3", "seven firms")
    ]
    assert project.groupings.all()[0].source == "office-2021"
    assert project.published.get("theirs").ranks[0].source == "office-2021"
    assert upkeep(project, "from-smith").derived_from == "office-2021"
    assert upkeep(project, "smith-2020").merged_into == "office-2021"
    assert project.sources.get("smith-2020").note == ""
    project.undo()
    assert content(project.path) == before


def test_a_citation_that_would_stand_twice_is_joined_without_loss(project: Project) -> None:
    held = the_value(project)
    with project.transact("cite"):
        more = Citation("", "office-2021", Role.PRIMARY, "table 2", "7 Firmen", "de", "7 firms", "2026-11-22")
        project.citations.add(held.id, more)
        project.citations.add(held.id, Citation("", "office-2021", Role.CORROBORATES, "p. 9"))
    merge_sources(project, "smith-2020", ["office-2021"])
    joined, other = the_value(project).citations
    assert (joined.source, joined.role) == ("smith-2020", Role.PRIMARY)
    assert joined.locator == "p. 3; table 2"
    assert joined.quote == "seven firms\n7 Firmen"
    assert (joined.quote_language, joined.translation, joined.retrieved) == ("de", "7 firms", "2026-11-22")
    assert (other.source, other.role, other.locator) == ("smith-2020", Role.CORROBORATES, "p. 9")


def test_several_doubles_and_equal_texts_are_joined_once(project: Project) -> None:
    held = the_value(project)
    with project.transact("cite"):
        project.sources.add(book("third", "Third"))
        for key, locator in (("office-2021", "p. 3"), ("third", "p. 3"), ("third", "p. 4")):
            project.citations.add(held.id, Citation("", key, Role.PRIMARY, locator, "seven firms"))
    merge_sources(project, "smith-2020", ["office-2021", "third"])
    (joined,) = the_value(project).citations
    assert (joined.locator, joined.quote) == ("p. 3; p. 4", "seven firms")
    project.undo()
    assert len(the_value(project).citations) == 4


def test_merged_sources_follow_when_their_keeper_is_merged(project: Project) -> None:
    with project.transact("prepare"):
        project.sources.add(book("third", "Third"))
    merge_sources(project, "office-2021", ["smith-2020"])
    merge_sources(project, "third", ["office-2021"])
    assert upkeep(project, "smith-2020").merged_into == "third"
    assert the_value(project).citations[0].source == "third"


def test_a_source_is_not_merged_into_itself_nor_twice_nor_from_nowhere(project: Project, content: Content) -> None:
    before = content(project.path)
    with pytest.raises(SelfMergeError):
        merge_sources(project, "smith-2020", ["office-2021", "smith-2020"])
    with pytest.raises(UnknownSourceError, match="smith-2020"):
        merge_sources(project, "smith-2020", ["smith-2021"])
    assert content(project.path) == before
    merge_sources(project, "office-2021", ["smith-2020"])
    with pytest.raises(MergedAlreadyError, match="office-2021"):
        merge_sources(project, "office-2021", ["smith-2020"])
    with pytest.raises(MergedAlreadyError):
        merge_sources(project, "smith-2020", ["office-2021"])


def test_the_kept_source_takes_over_where_the_other_came_from(project: Project) -> None:
    with project.transact("prepare"):
        project.sources.add(book("origin", "Origin"))
    set_upkeep(project, replace(upkeep(project, "smith-2020"), derived_from="origin"))
    merge_sources(project, "office-2021", ["smith-2020"])
    assert upkeep(project, "office-2021").derived_from == "origin"
    merge_sources(project, "origin", ["office-2021"])
    assert upkeep(project, "origin").derived_from is None


def test_every_field_of_the_item_can_be_changed_in_one_step(project: Project, content: Content) -> None:
    before = content(project.path)
    edit_source(
        project,
        "smith-2020",
        {"title": "New", "URL": "https://www.example.org/new/", "DOI": "10.1/NEW", "author": [], "x-own": {"a": 1}},
    )
    changed = project.sources.get("smith-2020")
    assert changed.csl == {
        "type": "report",
        "title": "New",
        "URL": "https://www.example.org/new/",
        "DOI": "10.1/NEW",
        "issued": {"date-parts": [[2020]]},
        "x-own": {"a": 1},
    }
    row = project.connection.row("SELECT url_canonical, doi FROM source WHERE key = 'smith-2020'")
    assert row == ("example.org/new", "10.1/new")
    project.undo()
    assert content(project.path) == before


def test_the_note_of_an_item_is_the_note_of_the_source(project: Project) -> None:
    edit_source(project, "smith-2020", {"note": "read twice"})
    changed = project.sources.get("smith-2020")
    assert changed.note == "read twice"
    assert "note" not in changed.csl
    edit_source(project, "smith-2020", {"note": ""})
    assert project.sources.get("smith-2020").note == ""
    with pytest.raises(SourceFieldError, match="renaming"):
        edit_source(project, "smith-2020", {"id": "other"})


def test_a_producer_that_was_the_publisher_follows_it(project: Project) -> None:
    edit_source(project, "office-2021", {"publisher": "Bureau"})
    assert upkeep(project, "office-2021").producer == "Bureau"
    set_upkeep(project, replace(upkeep(project, "office-2021"), producer="Ministry"))
    edit_source(project, "office-2021", {"publisher": "Agency"})
    assert upkeep(project, "office-2021").producer == "Ministry"


@pytest.mark.parametrize(
    "fields",
    [{"type": None}, {"title": 5}, {"author": "me"}, {"issued": {"date-parts": [[2020, 40]]}}, {"issued": 2020}],
)
def test_what_would_be_no_item_is_refused(project: Project, fields: dict[str, object]) -> None:
    with pytest.raises(SourceFieldError, match="Nothing was changed"):
        edit_source(project, "smith-2020", fields)
    assert project.history.steps() == ()


def test_upkeep_is_written_read_and_undone(project: Project, content: Content) -> None:
    before = content(project.path)
    wanted = source_rows.Upkeep("smith-2020", "Bureau", "CC BY 4.0", True, 2, "office-2021", 365, "secondary")
    wanted = replace(wanted, pedigree=(1, 2, None, 5, 1))
    set_upkeep(project, wanted)
    assert upkeep(project, "smith-2020") == wanted
    project.undo()
    assert content(project.path) == before
    assert upkeep(project, "smith-2020").redistributable is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"reliability": 0},
        {"reliability": 6},
        {"update_period_days": 0},
        {"character": "tertiary"},
        {"derived_from": "smith-2020"},
        {"pedigree": (1, 2, 6, 1, 1)},
        {"pedigree": (0, None, None, None, None)},
    ],
)
def test_upkeep_that_cannot_be_is_refused(project: Project, wrong: dict[str, Any]) -> None:
    with pytest.raises(SourceFieldError):
        set_upkeep(project, replace(upkeep(project, "smith-2020"), **wrong))


def test_tags_are_words_that_every_format_carries(project: Project) -> None:
    set_tags(project, "smith-2020", ["ai", " cities, China ", "ai"])
    assert project.sources.get("smith-2020").csl["keyword"] == "ai, cities, China"
    change_source(project, upkeep(project, "smith-2020"), {"title": "T"}, tags=[])
    assert "keyword" not in project.sources.get("smith-2020").csl
    assert len(project.history.steps()) == 2


def test_a_source_is_renamed_unless_the_key_is_taken(project: Project) -> None:
    rename_source(project, "smith-2020", " smith-2020-figures ")
    assert the_value(project).citations[0].source == "smith-2020-figures"
    with pytest.raises(DuplicateCodeError):
        rename_source(project, "office-2021", "smith-2020-figures")
    with pytest.raises(SourceFieldError):
        rename_source(project, "office-2021", " ")


def _read(project: Project, key: str, day: list[int] | None, period: int | None) -> None:
    edit_source(project, key, {"accessed": {"date-parts": [day]} if day else None})
    set_upkeep(project, replace(upkeep(project, key), update_period_days=period))


def test_a_source_is_due_when_its_period_has_passed_since_it_was_read(project: Project) -> None:
    _read(project, "smith-2020", [2026, 1, 1], 30)
    _read(project, "office-2021", [2026], 10)
    sources = project.sources.all()
    assert source_rows.due(project.connection, sources, date(2026, 1, 10)) == ()
    assert [one.key for one in source_rows.due(project.connection, sources, date(2026, 1, 30))] == ["office-2021"]
    both = source_rows.due(project.connection, sources, date(2026, 1, 31))
    assert [(one.key, one.accessed, one.since) for one in both] == [
        ("office-2021", date(2026, 1, 1), date(2026, 1, 11)),
        ("smith-2020", date(2026, 1, 1), date(2026, 1, 31)),
    ]


def test_a_source_with_a_period_that_nobody_has_read_is_due(project: Project) -> None:
    _read(project, "office-2021", None, 10)
    (found,) = source_rows.due(project.connection, project.sources.all(), date(2000, 1, 1))
    assert (found.key, found.accessed, found.since) == ("office-2021", None, None)


def test_cited_sources_without_a_period_grow_stale(project: Project) -> None:
    _read(project, "smith-2020", [2024, 5, 1], None)
    sources = project.sources.all()
    assert [one.key for one in source_rows.stale(project.connection, sources, date(2026, 1, 1), 365)] == ["smith-2020"]
    assert source_rows.stale(project.connection, sources, date(2025, 5, 1), 365) == ()
    assert source_rows.stale(project.connection, sources, date(2026, 1, 1), 10**9) == ()
    _read(project, "smith-2020", [2024, 5, 1], 10)
    assert source_rows.stale(project.connection, project.sources.all(), date(2026, 1, 1), 365) == ()


@pytest.mark.parametrize(
    "accessed", [{"date-parts": [[2026, 2, 31]]}, {"literal": "yesterday"}, {"date-parts": [["x"]]}]
)
def test_a_day_that_no_calendar_has_counts_as_never_read(accessed: dict[str, object]) -> None:
    assert source_rows.accessed(Source("k", {"accessed": accessed})) is None


def test_a_merge_of_the_samples_sources_keeps_every_citation(tmp_path: Path, content: Content) -> None:
    sample.build(tmp_path / "s.citeria")
    with Project.open(tmp_path / "s.citeria") as project:
        before = content(project.path)
        keep, *others = [source.key for source in sorted(project.sources.all(), key=lambda one: -one.cited)[:5]]
        cited = sum(project.sources.get(key).cited for key in (keep, *others))
        merge_sources(project, keep, others)
        assert project.sources.get(keep).cited == cited
        assert project.counts()["citations"] == 548
        project.undo()
        assert content(project.path) == before
