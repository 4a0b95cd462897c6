"""A session that follows a project step by step reads what one that opens it afresh reads."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from citeria_core.model import Area, Indicator, Missing, Node, Observation, Status
from citeria_core.period import Period
from citeria_core.recipe import Recipe
from citeria_db import index_operations, load, operations, pasting, sample, snapshot_operations, structure_operations
from citeria_db.store import Project
from citeria_desktop.session import Session

SCORE = "sub-smart-2020-score"
Y2020 = Period.parse("2020")
INDEX = "ICI-CN-SUB"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    sample.build(tmp_path / "sample.citeria")
    with Project.open(tmp_path / "sample.citeria") as project:
        yield Session(project, INDEX)


def assert_fresh(session: Session) -> None:
    """Compare with a session that has just been opened: every reading, every score, bit for bit."""
    fresh = Session(session.project, INDEX)
    assert session.readings.areas == fresh.readings.areas
    assert session.readings.indicators == fresh.readings.indicators
    assert dict(session.readings) == dict(fresh.readings)
    assert np.array_equal(session.readings.marks, fresh.readings.marks)
    assert np.array_equal(session.readings.scored(), fresh.readings.scored(), equal_nan=True)
    assert (session.result is None) == (fresh.result is None)
    if session.result is not None and fresh.result is not None:
        ours, theirs = session.result.score(session.result.root), fresh.result.score(fresh.result.root)
        assert np.array_equal(ours, theirs, equal_nan=True)


def test_values_one_by_one_and_in_blocks(session: Session) -> None:
    session.run(operations.set_value, "wuhan", SCORE, Y2020, "12", source="ici-2020")
    assert_fresh(session)
    said = [
        Observation("", area, indicator, Y2020, float(at))
        for at, area in enumerate(session.readings.areas)
        for indicator in session.readings.indicators
    ]
    assert len(said) > 50
    session.run(pasting.set_values, said, "Many")
    assert_fresh(session)
    session.run(pasting.set_values, said[::7], "A scatter of cells")
    session.run(operations.set_missing, "wuhan", SCORE, Y2020, Missing.SUPPRESSED)
    assert_fresh(session)
    while session.undo_label is not None:
        session.undo()
        assert_fresh(session)


def test_areas_indicators_and_nodes_come_and_go(session: Session) -> None:
    assert session.index is not None
    session.run(structure_operations.add_area, Area("here", "city", {"en": "Here"}))
    session.run(index_operations.set_index_areas, INDEX, (*session.index.areas[2:], "here"))
    assert session.readings["here", SCORE].reason is Missing.NOT_FOUND
    assert_fresh(session)
    session.run(structure_operations.add_indicator, Indicator("extra", "Extra"))
    session.run(operations.set_value, "here", "extra", Y2020, "5")
    root = next(node for node in session.index.nodes if node.parent is None)
    session.run(index_operations.add_node, INDEX, Node("more", "More", root.code, 1.0, "extra"))
    assert session.readings["here", "extra"].value == 5
    assert_fresh(session)
    while session.undo_label is not None:
        session.undo()
        assert_fresh(session)


def test_the_terms_of_a_leaf_change_what_is_read(session: Session) -> None:
    session.run(operations.set_value, "wuhan", SCORE, Y2020, "12", status=Status.PLANNED)
    assert session.readings["wuhan", SCORE].value is None
    for change in (
        "UPDATE node SET statuses = 'planned' WHERE indicator_id = (SELECT id FROM indicator WHERE code = ?)",
        "UPDATE node SET period_start = '2019-01-01', period_end = '2019-12-31'"
        " WHERE indicator_id = (SELECT id FROM indicator WHERE code = ?)",
        "UPDATE indicator SET kind = 'text' WHERE code = ?",
        "UPDATE composite_index SET as_of_start = '2010-01-01', as_of_end = '2010-12-31' WHERE 'x' <> ?",
    ):
        session.run(_write, change)
        assert_fresh(session)


def _write(project: Project, sql: str):  # type: ignore[no-untyped-def]
    with project.transact("Change the terms") as writing:
        project.connection.write(sql, (SCORE,))
    return writing.changes


def test_a_merge_of_citations_and_flags_is_seen(session: Session) -> None:
    held = next(one for one in session.project.observations.cell("wuhan", SCORE) if one.preferred)
    for citation in held.citations:
        session.run(operations.uncite, citation.id)
    assert not session.readings["wuhan", SCORE].cited
    assert_fresh(session)
    session.run(operations.cite, held.id, "ici-2020")
    session.run(operations.set_note, "Look", area="wuhan", indicator=SCORE)
    assert session.readings["wuhan", SCORE].noted
    assert_fresh(session)


def test_a_ranking_that_comes_back_is_told(session: Session) -> None:
    session.run(index_operations.set_recipe, INDEX, Recipe.from_toml('[aggregate]\nmethod = "geometric"\n'))
    assert session.result is None
    assert session.undo().message.endswith("ICI-CN-SUB is ranked now")


def test_what_a_snapshot_of_the_live_ranking_keeps_is_what_the_file_gives(session: Session) -> None:
    session.run(operations.set_value, "wuhan", "sub-smart-2020-score", Period.parse("2020"), "61.9")
    session.run(structure_operations.rename_area, "wuhan", {"en": "Wuhan City", "zh": "武汉"})
    session.run(operations.set_weight, INDEX, "research", 12.5)
    kept = snapshot_operations.current_ranking(session.project, INDEX, session.result)
    assert kept.text == snapshot_operations.current_ranking(session.project, INDEX).text
    assert kept.dataset.area_names["wuhan"] == "Wuhan City"


def test_what_is_read_part_by_part_is_what_is_read_at_once(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = load.dataset(session.project, INDEX)
    heard: list[tuple[int, int]] = []
    monkeypatch.setattr(load, "_AT_ONCE", 30)
    in_parts = load.dataset(session.project, INDEX, told=lambda done, whole: heard.append((done, whole)))
    assert dict(in_parts.readings) == dict(at_once.readings)
    assert np.array_equal(in_parts.values, at_once.values, equal_nan=True)
    assert len(heard) > 2
    assert heard == sorted(heard)
    assert heard[-1][0] == heard[-1][1]
