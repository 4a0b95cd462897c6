"""What differs between two times, and who did what to which part."""

import sqlite3
from contextlib import closing

import pytest

from citeria_core.model import Citation, Observation, Role, Source
from citeria_core.period import Period
from citeria_db import operations
from citeria_db.changes import Step
from citeria_db.errors import BadMomentError, UnknownAreaError, UnknownStepError
from citeria_db.history.comparing import Difference, compare, step_at
from citeria_db.store import Project

YEAR = Period.parse("2020")


def labels(steps: tuple[Step, ...]) -> list[str]:
    return [step.label for step in steps]


def test_a_changed_cell_is_named_with_what_it_held(project: Project) -> None:
    operations.set_value(project, "beta", "firms", YEAR, "7")
    held = project.observations.cell("beta", "firms")[0]
    operations.set_value(project, "beta", "firms", YEAR, "8")
    operations.set_value(project, "beta", "firms", YEAR, "9")
    place = ("beta", "firms", "2020")
    assert compare(project, 1, 3) == (
        Difference("observation", held.id, "changed", "printed_text", "7", "9", *place),
        Difference("observation", held.id, "changed", "value_num", 7.0, 9.0, *place),
    )
    assert [(one.before, one.after) for one in compare(project, 3, 2)] == [("9", "8"), (9.0, 8.0)]


def test_what_changed_back_does_not_differ(project: Project) -> None:
    operations.set_weight(project, "IX", "pay", 10)
    operations.set_value(project, "beta", "pay", YEAR, "1")
    operations.clear_value(project, "beta", "pay", YEAR)
    operations.set_weight(project, "IX", "pay", 40)
    assert compare(project, 0, 4) == ()
    assert len(compare(project, 0, 1)) == 1


def test_rows_that_came_or_went_are_added_or_removed_and_turn_round_with_the_times(project: Project) -> None:
    operations.set_value(project, "beta", "pay", YEAR, "1", source="office-2021", quote="one")
    held = project.observations.cell("alpha", "firms")[0]
    operations.remove_observation(project, held.id)
    found = {(one.table, one.op, one.column): one for one in compare(project, 0, 2)}
    assert found["observation", "added", "value_num"].after == 1.0
    assert found["citation", "added", "source_id"].after == "office-2021"
    assert found["citation", "added", "quote"].area == "beta"
    assert found["observation", "removed", "value_num"].before == 7.0
    assert found["citation", "removed", "quote"].indicator == "firms"
    assert found["note", "removed", "text"].before == "by hand"
    turned = {(one.table, one.op, one.column): one for one in compare(project, 2, 0)}
    assert turned["observation", "removed", "value_num"].before == 1.0
    assert turned["observation", "added", "value_num"].after == 7.0
    assert turned.keys() != found.keys()
    assert compare(project, 2, 2) == ()


def test_a_removed_row_that_undo_brought_back_does_not_differ(project: Project) -> None:
    operations.clear_value(project, "alpha", "firms", YEAR)
    project.undo()
    assert compare(project, 0, 2) == ()


def test_what_another_program_wrote_is_compared_too(project: Project) -> None:
    with closing(sqlite3.connect(project.path)) as plain, plain:
        plain.execute("UPDATE area SET kind = 'port' WHERE code = 'beta'")
    (difference,) = compare(project, 0, 1)
    assert (difference.table, difference.column, difference.before, difference.after) == (
        "area",
        "kind",
        "city",
        "port",
    )


def test_a_moment_is_a_step_or_a_time(project: Project) -> None:
    operations.set_value(project, "alpha", "firms", YEAR, "8")
    operations.set_value(project, "alpha", "firms", YEAR, "9")
    first = project.history.steps()[1].time
    assert step_at(project, "0") == 0
    assert step_at(project, "2") == 2
    assert step_at(project, first) in (1, 2)  # both may fall into one millisecond
    assert step_at(project, first[:10]) == 2
    assert step_at(project, first[:16]) in (1, 2)  # or a minute may end between them
    assert step_at(project, "1999-12-31") == 0
    with pytest.raises(UnknownStepError):
        step_at(project, "3")
    for text in ("yesterday", "", "-1", "2026-1-1", "２"):
        with pytest.raises(BadMomentError, match="neither the number of a step nor a time"):
            step_at(project, text)


def test_history_is_told_by_area_indicator_source_and_person(project: Project) -> None:
    operations.set_value(project, "alpha", "firms", YEAR, "8")
    operations.set_value(project, "beta", "firms", YEAR, "1", source="office-2021")
    operations.set_note(project, "look", area="beta")
    operations.set_weight(project, "IX", "pay", 10)
    with Project.open(project.path, author="bob") as other:
        operations.clear_value(other, "beta", "firms", YEAR)
    about = project.history.about
    assert labels(about(area="alpha")) == ["Set Firms, Alpha"]
    assert labels(about(area="beta")) == ["Clear Firms, Beta", "Note on Beta", "Set Firms, Beta"]
    assert labels(about(indicator="firms")) == ["Clear Firms, Beta", "Set Firms, Beta", "Set Firms, Alpha"]
    assert labels(about(indicator="pay")) == ["Weight of Pay: 10"]
    assert labels(about(area="beta", indicator="firms")) == ["Clear Firms, Beta", "Set Firms, Beta"]
    assert labels(about(source="office-2021")) == ["Clear Firms, Beta", "Set Firms, Beta"]
    assert labels(about(author="bob")) == ["Clear Firms, Beta"]
    assert labels(about(author="ada", area="beta", limit=1)) == ["Note on Beta"]
    assert labels(about(limit=2)) == ["Clear Firms, Beta", "Weight of Pay: 10"]
    assert project.history.authors() == ("ada", "bob")
    with pytest.raises(UnknownAreaError):
        about(area="gamma")


def test_a_source_that_lost_a_citation_to_another_remembers_it(project: Project) -> None:
    held = project.observations.cell("alpha", "firms")[0].citations[0]
    with project.transact("Re-cite"):
        project.citations.change(Citation(held.id, "office-2021", Role.PRIMARY))
    assert labels(project.history.about(source="smith-2020")) == ["Re-cite"]
    assert labels(project.history.about(source="office-2021")) == ["Re-cite"]


def test_the_changes_about_a_source_are_those_of_its_citations_and_of_the_values_that_cite_it(project: Project) -> None:
    operations.set_value(project, "beta", "firms", YEAR, "1", source="office-2021", locator="p. 2")
    operations.set_value(project, "beta", "pay", YEAR, "3", source="smith-2020")
    changed = {(one.table, one.column): one.new for one in project.history.changes_about(source="office-2021")}
    assert changed["citation", "locator"] == "p. 2"
    assert changed["observation", "value_num"] == 1.0
    cell = project.history.changes_about(area="beta", indicator="firms")
    assert cell == project.history.of_cell("beta", "firms")
    operations.clear_value(project, "beta", "firms", YEAR)
    assert labels(project.history.about(source="office-2021")) == ["Clear Firms, Beta", "Set Firms, Beta"]


def test_a_reason_is_kept_with_the_step_and_with_no_other(project: Project) -> None:
    with project.because(" a misprint "):
        operations.set_value(project, "alpha", "firms", YEAR, "8")
        project.undo()
    operations.add_source(project, Source("", {"title": "X"}))
    assert [step.reason for step in project.history.steps()] == ["", "a misprint", "a misprint"]
    assert {change.reason for change in project.history.of_cell("alpha", "firms")} == {"a misprint"}


def test_every_row_of_a_large_step_is_found(project: Project) -> None:
    with project.transact("Paste"):
        for year in range(1500, 2000):
            project.observations.add(Observation("", "beta", "pay", Period.parse(str(year)), float(year)))
    assert len({change.row for change in project.history.changes_about(area="beta")}) == 500
