"""Many values cited to a new edition at once, a source deleted, and one recognised before it stands here twice."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from citeria_core.model import Citation, Observation, Role, Source
from citeria_core.period import Period
from citeria_core.source_identity import Reason
from citeria_db import operations, source_operations
from citeria_db.errors import UnknownIndicatorError, UnknownSourceError
from citeria_db.source_operations import MergedAlreadyError, SelfMergeError, SourceInUseError, alike, remove_source
from citeria_db.source_recite import plan, recite
from citeria_db.store import Project

Content = Callable[[Path], dict[str, Any]]
YEAR = Period.parse("2020")


@pytest.fixture
def cited(project: Project) -> Project:
    """Three values of two indicators cite the old edition, one of them the new one as well."""
    with project.transact("prepare"):
        project.sources.add(Source("smith-2021", {"type": "report", "title": "Figures"}))
        old = Citation("", "smith-2020", locator="p. 9", retrieved="2026-01-01")
        pay = Observation("", "alpha", "pay", YEAR, 2.0, printed="2", preferred=True, citations=(old,))
        project.observations.add(pay)
        both = (old, Citation("", "smith-2021", locator="p. 11"), replace(old, role=Role.METHOD, quote="how"))
        project.observations.add(Observation("", "beta", "firms", YEAR, 5.0, citations=both))
    return project


def at(project: Project, area: str, indicator: str) -> Observation:
    (found,) = project.observations.cell(area, indicator)
    return found


def told(observation: Observation) -> set[tuple[str, str, str, str]]:
    return {(one.source, str(one.role), one.locator, one.quote) for one in observation.citations}


def test_the_plan_names_every_citation_with_its_words_and_what_it_would_join(cited: Project) -> None:
    found = plan(cited, "smith-2020", "smith-2021", locators={"p. 9": "p. 10"})
    assert [(one.area, one.indicator, one.role, one.locator, one.new_locator) for one in found] == [
        ("alpha", "firms", Role.PRIMARY, "p. 3", "p. 3"),
        ("beta", "firms", Role.PRIMARY, "p. 9", "p. 10"),
        ("beta", "firms", Role.METHOD, "p. 9", "p. 10"),
        ("alpha", "pay", Role.PRIMARY, "p. 9", "p. 10"),
    ]
    assert [one.value for one in found] == ["7", "5.0", "5.0", "2"]
    assert [one.joins for one in found] == [False, True, False, False]
    assert [one.to_check for one in found] == [True, False, True, False]
    assert [one.indicator for one in plan(cited, "smith-2020", "smith-2021", indicators=["pay"])] == ["pay"]
    assert len(plan(cited, "smith-2020", "smith-2021", areas=["beta"])) == 2


def test_the_chosen_citations_go_to_the_new_edition_in_one_step(cited: Project, content: Content) -> None:
    before = content(cited.path)
    chosen = plan(cited, "smith-2020", "smith-2021", locators={"p. 3": "p. 4"}, indicators=["firms"])
    changes = recite(cited, "smith-2020", "smith-2021", chosen)
    assert changes.step is not None
    assert changes.step.label == "Cite smith-2021 instead of smith-2020 for 3 values"
    assert changes.cells == {("alpha", "firms"), ("beta", "firms")}
    assert told(at(cited, "alpha", "firms")) == {("smith-2021", "primary", "p. 4", "seven firms")}
    assert told(at(cited, "beta", "firms")) == {
        ("smith-2021", "primary", "p. 11; p. 9", ""),
        ("smith-2021", "method", "p. 9", "how"),
    }
    assert told(at(cited, "alpha", "pay")) == {("smith-2020", "primary", "p. 9", "")}
    cited.undo()
    assert content(cited.path) == before


def test_words_of_the_old_edition_stay_and_are_marked_to_be_checked(cited: Project) -> None:
    recite(cited, "smith-2020", "smith-2021", plan(cited, "smith-2020", "smith-2021"))
    assert at(cited, "alpha", "firms").flags == {"unvalidated"}
    assert at(cited, "beta", "firms").flags == {"unvalidated"}
    assert at(cited, "alpha", "pay").flags == frozenset()
    assert at(cited, "alpha", "pay").citations[0].retrieved == ""
    assert cited.sources.get("smith-2020").cited == 0


def test_a_citation_that_went_elsewhere_since_the_plan_is_passed_over(cited: Project) -> None:
    chosen = plan(cited, "smith-2020", "smith-2021", indicators=["pay"])
    operations.uncite(cited, chosen[0].citation)
    assert recite(cited, "smith-2020", "smith-2021", chosen).step is None


def test_what_is_unknown_or_merged_is_refused(cited: Project) -> None:
    with pytest.raises(SelfMergeError):
        plan(cited, "smith-2020", "smith-2020")
    with pytest.raises(UnknownSourceError):
        plan(cited, "smith-2020", "nobody")
    with pytest.raises(UnknownIndicatorError):
        plan(cited, "smith-2020", "smith-2021", indicators=["nothing"])
    source_operations.merge_sources(cited, "office-2021", ["smith-2021"])
    with pytest.raises(MergedAlreadyError):
        plan(cited, "smith-2020", "smith-2021")


def test_a_source_is_deleted_only_when_nothing_names_it(project: Project, content: Content) -> None:
    before = content(project.path)
    with pytest.raises(SourceInUseError, match=r"1 citation and 1 grouping and 1 published rank.*Merge it") as caught:
        remove_source(project, "smith-2020")
    assert caught.value.code == "source_in_use"
    assert content(project.path) == before
    remove_source(project, "office-2021")
    assert [source.key for source in project.sources.all()] == ["smith-2020"]
    project.undo()
    assert content(project.path) == before


@pytest.mark.parametrize(
    ("csl", "expected"),
    [
        ({"DOI": "https://doi.org/10.1000/abc"}, [("smith-2020", Reason.DOI)]),
        ({"URL": "http://example.org/figures?id=3"}, [("smith-2020", Reason.URL)]),
        ({"URL": "http://example.org/figurez?id=3"}, [("smith-2020", Reason.NEAR_URL)]),
        ({"title": "FIGURES.", "author": [{"family": "Smith"}]}, [("smith-2020", Reason.TITLE)]),
        ({"title": "Figures", "author": [{"family": "Jones"}]}, []),
        ({"title": "Something new"}, []),
    ],
)
def test_a_source_that_is_here_is_recognised_by_doi_address_or_title(
    project: Project, csl: dict[str, Any], expected: list[tuple[str, Reason]]
) -> None:
    found = alike(project, Source("", {"type": "report", **csl}))
    assert [(source.key, reason) for source, reason in found] == expected
