"""Verdicts of reviewers: kept with the value as it was judged, answered once, and part of history like all else."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from citeria_core.period import Period
from citeria_core.verdict import BadVerdictError, Ruling, Side, Verdict
from citeria_db import operations
from citeria_db.errors import UnknownObservationError, UnknownVerdictError
from citeria_db.history.comparing import cells_changed
from citeria_db.store import Project
from citeria_db.verdict_operations import (
    AnsweredError,
    FourEyesError,
    answer_verdict,
    give_verdict,
    withdraw_verdict,
)

YEAR, DAY = Period.parse("2020"), "2026-11-26"


@pytest.fixture
def held(project: Project) -> str:
    """The id of a value that ada entered."""
    operations.set_value(project, "beta", "firms", YEAR, "1 234")
    return project.observations.cell("beta", "firms", YEAR)[0].id


def query(project: Project, held: str, comment: str = "Which table?", reviewer: str = "Bo") -> Verdict:
    give_verdict(project, held, Ruling.QUERY, reviewer, DAY, comment)
    return project.verdicts.on((held,))[-1]


def test_a_verdict_is_kept_with_the_value_as_it_was_judged(project: Project, held: str) -> None:
    made = give_verdict(project, held, Ruling.PROPOSE, " Bo ", DAY, " See p. 3 ", " 1,300 ", Side.OURS)
    assert made.step is not None
    assert made.step.label == "Verdict: Bo proposes 1,300 for Firms, Beta"
    assert made.cells == {("beta", "firms")}
    (verdict,) = project.verdicts.all()
    assert (verdict.reviewer, verdict.comment, verdict.proposed, verdict.wrong) == (
        "Bo",
        "See p. 3",
        "1,300",
        Side.OURS,
    )
    before = project.observations.get(held)
    assert not verdict.stale(before)
    assert before.value == 1234
    operations.set_value(project, "beta", "firms", YEAR, "1 300")
    assert project.verdicts.get(verdict.id).stale(project.observations.get(held))


def test_what_a_reviewer_held_of_the_same_value_and_nobody_answered_is_replaced(project: Project, held: str) -> None:
    first = query(project, held)
    give_verdict(project, held, Ruling.ACCEPT, "BO", "2026-11-27")
    (verdict,) = project.verdicts.on((held,))
    assert (verdict.id, verdict.ruling, verdict.comment) == (first.id, Ruling.ACCEPT, "")
    query(project, held, reviewer="Cy")
    assert [one.reviewer for one in project.verdicts.on((held,))] == ["Cy", "BO"]  # by the day they were given


def test_what_was_answered_is_not_asked_again_without_a_reason(project: Project, held: str) -> None:
    first = query(project, held)
    answer_verdict(project, first.id, " Table 2 ")
    answered = project.verdicts.get(first.id)
    assert (answered.answer, answered.answered_by, answered.open) == ("Table 2", "ada", False)
    with pytest.raises(AnsweredError, match="was answered: “Table 2”"):
        query(project, held, "Really?")
    with project.because("The table was revised."):
        query(project, held, "Really?")
    assert [one.comment for one in project.verdicts.on((held,))] == ["Which table?", "Really?"]
    operations.set_value(project, "beta", "firms", YEAR, "9")
    assert query(project, held, "And this?").open  # another value is judged anew


def test_an_answer_can_be_taken_back_and_accepting_needs_none(project: Project, held: str) -> None:
    first = query(project, held)
    answer_verdict(project, first.id, "Table 2", "Di")
    assert project.verdicts.get(first.id).answered_by == "Di"
    answer_verdict(project, first.id, "")
    assert project.verdicts.get(first.id) == first
    give_verdict(project, held, Ruling.ACCEPT, "Cy", DAY)
    (accepted,) = (one for one in project.verdicts.all() if one.reviewer == "Cy")
    with pytest.raises(BadVerdictError, match="nothing to answer"):
        answer_verdict(project, accepted.id, "Thanks")


def test_who_entered_a_value_accepts_it_only_with_a_reason(project: Project, held: str) -> None:
    with pytest.raises(FourEyesError, match="four eyes"):
        give_verdict(project, held, Ruling.ACCEPT, "Ada", DAY)
    give_verdict(project, held, Ruling.QUERY, "Ada", DAY, "I am not sure of it.")
    with project.because("Nobody else reads Chinese."):
        made = give_verdict(project, held, Ruling.ACCEPT, "Ada", DAY)
    assert made.step is not None
    assert made.step.reason == "Nobody else reads Chinese."


def test_undo_takes_each_step_back_and_a_removed_value_brings_its_verdicts_back(project: Project, held: str) -> None:
    first = query(project, held)
    withdraw_verdict(project, first.id)
    assert project.verdicts.all() == ()
    project.undo()
    assert project.verdicts.all() == (first,)
    operations.remove_observation(project, held)
    assert project.verdicts.all() == ()
    project.undo()
    assert project.verdicts.all() == (first,)
    project.undo()
    assert project.verdicts.all() == ()
    project.redo()
    assert project.verdicts.all() == (first,)


def test_history_search_and_comparison_know_of_verdicts(project: Project, held: str) -> None:
    start = project.history.steps()[0].number
    first = query(project, held)
    answer_verdict(project, first.id, "Table 2 of the appendix")
    assert [step.label for step in project.history.about(area="beta", indicator="firms")][:2] == [
        "Answer to Bo on Firms, Beta",
        "Verdict: Bo asks about Firms, Beta",
    ]
    assert {change.table for change in project.history.of_cell("beta", "firms")} >= {"verdict", "observation"}
    (hit,) = project.search("appendix").hits
    assert (hit.kind, hit.code, hit.area, hit.indicator, hit.observation) == ("verdict", "Bo", "beta", "firms", held)
    assert cells_changed(project, start) == {("beta", "firms")}


def test_what_there_is_not_is_refused(project: Project, held: str) -> None:
    with pytest.raises(UnknownObservationError):
        give_verdict(project, "nothing", Ruling.ACCEPT, "Bo", DAY)
    for change in (lambda: answer_verdict(project, "nothing", "yes"), lambda: withdraw_verdict(project, "nothing")):
        with pytest.raises(UnknownVerdictError):
            change()
    with pytest.raises(UnknownVerdictError):
        project.verdicts.change(replace(query(project, held), id="nothing"))


def test_a_plain_write_of_a_verdict_is_a_step_like_any_other(project: Project, held: str) -> None:
    first = query(project, held)
    with closing(sqlite3.connect(project.path, isolation_level=None)) as plain:
        plain.execute("UPDATE verdict SET comment = 'Which of them?' WHERE id = ?", (first.id,))
    assert project.history.steps()[0].label == "outside Citeria"
    project.undo()
    assert project.verdicts.get(first.id) == first
