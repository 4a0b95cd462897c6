"""The session: an edit goes into the file, through the engine, and comes back as a sentence."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from citeria_core.period import Period
from citeria_db import load, operations, structure_operations
from citeria_db.store import Project
from citeria_desktop.session import Outcome, Session

YEAR = Period.parse("2020")


@pytest.fixture
def session(pristine: Path, tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "sample.citeria"
    path.write_bytes(pristine.read_bytes())
    with Project.open(path) as project:
        yield Session(project)


def _scores(session: Session) -> list[tuple[str, float | None]]:
    assert session.standing is not None
    return [(row.area, row.score) for row in session.standing.rows]


def _fresh(session: Session) -> list[tuple[str, float | None]]:
    assert session.index is not None
    return _scores(Session(session.project, session.index.code))


def _weight(session: Session, node: str) -> float:
    assert session.index is not None
    return next(one.weight for one in session.index.nodes if one.code == node)


def test_it_opens_on_the_index_that_ranks_somebody(session: Session) -> None:
    assert session.index is not None
    assert session.index.code == "ICI-CN-SUB"


def test_an_edit_tells_the_subscribers_who_moved_and_equals_a_fresh_computation(session: Session) -> None:
    told: list[Outcome] = []
    stop = session.subscribe(told.append)
    outcome = session.run(operations.set_value, "wuhan", "sub-smart-2020-score", YEAR, "99", source="emlyon-2021")
    assert told == [outcome]
    assert outcome.message.startswith("Wuhan ")
    assert "wuhan" in {move.area for move in outcome.moves}
    assert _scores(session) == _fresh(session)
    stop()
    session.undo()
    assert told == [outcome]
    assert _scores(session) == _fresh(session)


def test_the_change_column_counts_ranks_gained_since_the_last_step(session: Session) -> None:
    before = {row.area: row.rank for row in session.standing.rows} if session.standing else {}
    session.run(operations.set_value, "wuhan", "sub-smart-2020-score", YEAR, "99", source="emlyon-2021")
    assert session.standing is not None
    for row in session.standing.rows:
        held = before[row.area]
        assert held is not None
        assert row.rank is not None
        assert (row.change or 0) == held - row.rank


def test_what_changes_nothing_leaves_the_change_column_as_it_is(session: Session) -> None:
    session.run(operations.set_value, "wuhan", "sub-smart-2020-score", YEAR, "99", source="emlyon-2021")
    before = {row.area: row.change for row in session.standing.rows} if session.standing else {}
    assert any(before.values())
    outcome = session.run(operations.set_weight, "ICI-CN-SUB", "research", _weight(session, "research"))
    assert outcome.changes.step is None
    assert session.standing is not None
    assert {row.area: row.change for row in session.standing.rows} == before


def test_a_value_outside_the_index_is_saved_and_said_to_be_outside(session: Session) -> None:
    outcome = session.run(operations.set_value, "wuhan", "population", YEAR, "1", source="geonames")
    assert "ICI-CN-SUB does not use it" in outcome.message


def test_a_weight_changes_the_ranking_like_a_fresh_computation(session: Session) -> None:
    before = _scores(session)
    session.run(operations.set_weight, "ICI-CN-SUB", "research", 70)
    assert _scores(session) != before
    assert _scores(session) == _fresh(session)
    session.undo()
    assert _scores(session) == before


def test_a_renamed_area_is_named_so_in_the_ranking_and_nothing_is_computed_again(session: Session) -> None:
    held = session.result
    session.run(structure_operations.rename_area, "wuhan", {"en": "Wuhan City"})
    assert session.standing is not None
    assert "Wuhan City" in {row.name for row in session.standing.rows}
    assert session.result is held


def test_another_index_explains_why_nobody_is_ranked(session: Session) -> None:
    session.choose_index("ICI-CN")
    assert session.standing is not None
    assert all(row.rank is None and row.reason for row in session.standing.rows)


def test_another_programs_edit_is_noticed(session: Session) -> None:
    assert not session.reload_if_changed()
    before = _scores(session)
    with Project.open(session.project.path) as other:
        operations.set_weight(other, "ICI-CN-SUB", "research", 70)
    assert session.reload_if_changed()
    assert _scores(session) != before
    assert not session.reload_if_changed()


def test_the_grid_of_everything_reaches_every_observation_of_the_file(session: Session) -> None:
    scope = session.scope(everything=True)
    held = {observation_cell for observation_cell, reading in scope.readings.items() if reading.shown is not None}
    assert len(scope.indicators) > 100
    assert ("singapore", "imd-rank") in held


def test_readings_follow_an_edit_cell_by_cell(session: Session) -> None:
    session.run(operations.set_value, "wuhan", "sub-smart-2020-score", YEAR, "≈ 71", source="emlyon-2021")
    assert session.index is not None
    assert session.readings == dict(load.dataset(session.project, session.index.code).readings)
    assert session.readings["wuhan", "sub-smart-2020-score"].value == 71


def test_a_project_without_an_index_says_so(tmp_path: Path) -> None:
    with Project.create(tmp_path / "new.citeria") as project:
        session = Session(project)
        assert session.standing is None
        assert session.problem
