"""What another choice among rivals would do to the ranks, told before it is made, equals what it then does."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from shell import Shell

from citeria_core.model import Index, Node, Observation, Qualifier, Status
from citeria_core.period import Period
from citeria_db import operations
from citeria_db.store import Project
from citeria_desktop.session import Session

SCORE = "sub-smart-2020-score"
CELL = ("--area", "wuhan", "--indicator", SCORE)
Y2020 = Period.parse("2020")
SAID = Observation("", "wuhan", SCORE, Y2020, None)


@pytest.fixture
def session(sample: str) -> Iterator[Session]:
    with Project.open(Path(sample)) as project:
        yield Session(project, "ICI-CN-SUB")


def add(session: Session, made: Observation) -> None:
    with session.project.transact("Add"):
        session.project.observations.add(made)
    session.choose_index("ICI-CN-SUB")


def contested(session: Session) -> Session:
    for value in (12.0, 55.5, 99.0):
        add(session, replace(SAID, value=value))
    add(session, replace(SAID, value=70.0, qualifier=Qualifier.ABOVE))
    add(session, replace(SAID, value=71.0, status=Status.PLANNED))
    add(session, replace(SAID, value=88.0, period=Period.parse("2018")))
    return session


def test_every_effect_told_beforehand_is_what_the_choice_then_does(session: Session) -> None:
    contested(session)
    told = session.effects("wuhan", SCORE)
    assert len(told) == 6
    assert session.effects("wuhan", SCORE) is told
    for effect in told:
        before = session.result
        outcome = session.run(operations.prefer, effect.observation)
        assert outcome.moves == effect.moves
        reading = session.readings["wuhan", SCORE]
        assert (reading.value, reading.reason) == (effect.value, effect.reason)
        assert (reading.observation == effect.observation) is effect.read
        assert before is not None
        assert session.result is not None
        row = before.areas.index("wuhan")
        if effect.shift is not None:
            shift = session.result.score(session.result.root)[row] - before.score(before.root)[row]
            assert effect.shift == shift
        session.undo()
    assert any(effect.moves for effect in told)
    assert session.effects("wuhan", SCORE) == told


def test_an_undecided_cell_says_what_each_of_its_values_would_do(session: Session) -> None:
    contested(session)
    in_use = session.readings["wuhan", SCORE].observation
    with session.project.transact("Undecide"):
        session.project.connection.write("UPDATE observation SET preferred = 0 WHERE id = ?", (in_use,))
    session.choose_index("ICI-CN-SUB")
    assert session.readings["wuhan", SCORE].value is None
    told = {effect.observation: effect for effect in session.effects("wuhan", SCORE)}
    assert in_use in told
    assert len(told) == 7
    for id_, effect in told.items():
        assert session.run(operations.prefer, id_).moves == effect.moves
        session.undo()


def test_a_cell_that_the_index_does_not_read_has_no_effects(session: Session) -> None:
    assert session.effects("wuhan", "ici-i3a-5g-count") == ()
    assert session.effects("nowhere", SCORE) == ()


def test_values_that_the_engine_refuses_are_told_as_such(session: Session) -> None:
    add(session, replace(SAID, value=-5.0))
    recipe = '[normalise]\nmethod = "none"\n[aggregate]\nmethod = "geometric"'
    index = Index("GEO", "Geometric", "", Y2020, ("wuhan", "beijing"), (Node("GEO", "G", None, 1.0), _leaf()), recipe)
    with session.project.transact("Add an index"):
        session.project.indices.add(index)
    session.choose_index("GEO")
    assert session.result is not None
    (effect,) = session.effects("wuhan", SCORE)
    assert not effect.computed


def _leaf() -> Node:
    return Node("score", "Score", "GEO", 1.0, SCORE)


def rivals(shell: Shell, sample: str) -> list[Any]:
    found = shell.json("rivals", sample, *CELL, "--json")
    assert isinstance(found, list)
    return found


def test_a_leaf_with_a_code_of_its_own_follows_an_edit_of_its_indicator(session: Session) -> None:
    index = Index(
        "OWN", "Own", "", Y2020, ("wuhan", "beijing"), (Node("OWN", "O", None, 1.0), replace(_leaf(), parent="OWN")), ""
    )
    with session.project.transact("Add an index"):
        session.project.indices.add(index)
    session.choose_index("OWN")
    assert session.run(operations.set_value, "wuhan", SCORE, Y2020, "99").moves
    assert session.result is not None


def test_the_command_line_lists_rivals_with_their_effects_and_changes_nothing(shell: Shell, sample: str) -> None:
    shell("set", sample, *CELL, "--period", "2020", "--value", "12", "--source", "emlyon-2021")
    shell("set", sample, *CELL, "--period", "2020", "--value", "70", "--source", "ici-2020")
    steps = shell("history", sample)
    (rival,) = rivals(shell, sample)
    assert rival["effect"]["moves"]
    assert rival["effect"]["reason"] is None
    dry = shell.json("prefer", sample, rival["observation"], "--dry-run", "--json")
    assert dry == rival
    first = rival["effect"]["moves"][0]
    told = f"{first['name']} {first['before']} → {first['after']}"
    assert told in shell("rivals", sample, *CELL)
    assert told in shell("prefer", sample, rival["observation"], "--dry-run")
    assert shell("history", sample) == steps
    assert told in shell("prefer", sample, rival["observation"])
    assert "in use already" in shell("prefer", sample, rival["observation"], "--dry-run")


def test_the_command_line_tells_what_hangs_on_a_value(shell: Shell, sample: str) -> None:
    shell("set", sample, *CELL, "--period", "2020", "--value", "30–60", "--source", "emlyon-2021")
    without, low, high = shell.json("rivals", sample, *CELL, "--hanging", "--json")
    assert [one["scored"] for one in (without, low, high)] == [None, 30.0, 60.0]
    told = shell("rivals", sample, *CELL, "--hanging")
    assert told.startswith("without it: ")
    first = high["moves"][0]
    assert f"at 60: {first['name']} {first['before']} → {first['after']}" in told
    assert "scores no value" in shell("rivals", sample, "--area", "wuhan", "--indicator", "ici-i3-5g", "--hanging")
