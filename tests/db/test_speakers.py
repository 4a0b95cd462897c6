"""Who says what is quoted, where that is not who published it: a person in an article, an agency in a newspaper."""

from citeria_core.period import Period
from citeria_db import operations, source_operations
from citeria_db.store import Project

YEAR = Period.parse("2020")


def _cited(project: Project) -> tuple[str, tuple[str, str]]:
    """A value cited with a speaker: the id of its observation, and what its citation says."""
    operations.set_value(project, "beta", "firms", YEAR, "38", source="smith-2020")
    (held,) = project.observations.cell("beta", "firms", YEAR)
    operations.cite(project, held.id, "smith-2020", quote="38 countries", speaker="B. Cheong")
    return held.id, ("38 countries", "B. Cheong")


def _said(project: Project, observation: str) -> list[tuple[str, str]]:
    return [(one.quote, one.speaker) for one in project.observations.get(observation).citations]


def test_a_speaker_stands_beside_the_source_and_is_undone_with_it(project: Project) -> None:
    observation, said = _cited(project)
    assert _said(project, observation) == [said]
    project.undo()
    assert _said(project, observation) == [("", "")]


def test_a_speaker_is_found_by_name(project: Project) -> None:
    observation, _ = _cited(project)
    (hit,) = project.search("Cheong").hits
    assert (hit.kind, hit.observation, hit.text) == ("quote", observation, "38 countries (B. Cheong)")


def test_another_value_drops_the_words_and_who_said_them(project: Project) -> None:
    observation, said = _cited(project)
    operations.set_value(project, "beta", "firms", YEAR, "38.0", source="smith-2020")
    assert _said(project, observation) == [said]
    operations.set_value(project, "beta", "firms", YEAR, "40", source="smith-2020")
    assert _said(project, observation) == [("", "")]


def test_merged_sources_keep_both_speakers(project: Project) -> None:
    observation, _ = _cited(project)
    operations.cite(project, observation, "office-2021", quote="38 lands", speaker="M. Einstein")
    source_operations.merge_sources(project, "smith-2020", ["office-2021"])
    assert _said(project, observation) == [("38 countries\n38 lands", "B. Cheong; M. Einstein")]
