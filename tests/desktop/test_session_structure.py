"""A session while its index comes, is half built, and goes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from citeria_core.model import Area, Index, Indicator, Node
from citeria_core.period import Period
from citeria_db import index_operations, operations, structure_operations
from citeria_db.store import Project
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.session import Session

YEAR = Period.parse("2024")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Project.create(tmp_path / "mine.citeria") as project:
        structure_operations.add_area(project, Area("here", "city", {"en": "Here"}))
        structure_operations.add_indicator(project, Indicator("firms", "Firms"))
        yield Session(project)


def test_the_first_index_is_looked_through_as_soon_as_it_is_there_and_no_longer(session: Session) -> None:
    session.run(index_operations.add_index, Index("IX", "Index", "", YEAR, ("here",), (), ""))
    assert session.index is not None
    assert session.index.code == "IX"
    outcome = session.undo()
    assert session.index is None
    assert outcome.message == "Undone: Add index Index. This project has no index yet."


def test_a_removed_index_gives_way_to_another(session: Session) -> None:
    for code in ("ONE", "TWO"):
        session.run(index_operations.add_index, Index(code, code, "", YEAR, ("here",), (), ""))
    session.choose_index("TWO")
    session.run(index_operations.remove_index, "TWO")
    assert session.index is not None
    assert session.index.code == "ONE"


def test_values_of_a_half_built_index_can_be_seen_and_its_project_opened(session: Session) -> None:
    project = session.project
    session.run(index_operations.add_index, Index("IX", "Index", "", YEAR, ("here",), (), ""))
    session.run(index_operations.add_node, "IX", Node("firms", "Firms", "IX", 1.0, "firms"))
    session.run(index_operations.add_node, "IX", Node("later", "Later", "IX", 1.0))
    session.run(operations.set_value, "here", "firms", YEAR, "7")
    for one in (session, Session(project)):
        assert one.result is None
        assert "“later”" in one.problem
        assert one.readings["here", "firms"].value == 7
        assert [indicator.code for indicator in one.scope().indicators] == ["firms"]


def test_undoing_what_moves_nobody_ends_its_sentence_without_a_blank(bridge: SessionBridge) -> None:
    (value,) = bridge.session.project.observations.cell("wuhan", "sub-smart-2020-score")
    bridge.run(operations.cite, value.id, "ici-2020")
    undone = bridge.undo()
    assert undone is not None
    assert undone.message.startswith("Undone: Cite ici-2020")
    assert undone.message == undone.message.strip()
