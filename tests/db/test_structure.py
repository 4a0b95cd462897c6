"""Areas, indicators, groupings and index trees, changed by whoever builds a project of her own."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from citeria_core.model import Area, Group, Grouping, Index, Indicator, Node
from citeria_core.period import Period
from citeria_core.tree_edit import CycleError, SecondRootError
from citeria_db import index_operations, load, operations, structure_operations
from citeria_db.changes import Changes
from citeria_db.errors import (
    BadCodeError,
    DuplicateCodeError,
    InUseError,
    OrderError,
    ParentCycleError,
    UnknownAreaError,
    UnknownGroupError,
    UnknownGroupingError,
    UnknownIndicatorError,
)
from citeria_db.store import Project

YEAR = Period.parse("2020")
Content = Callable[[Path], object]


def areas(project: Project) -> list[str]:
    return [area.code for area in project.areas.all()]


def nodes(project: Project) -> str:
    return " ".join(node.code for node in project.indices.get("IX").nodes)


def members(project: Project) -> dict[str, tuple[str, ...]]:
    return {group.code: group.members for group in project.groupings.get("sides").groups}


EDITS: list[Callable[[Project], Changes]] = [
    lambda p: structure_operations.add_area(p, Area("gamma", "city", {"en": "Gamma", "ru": "Гамма"}, ("G",), "land")),
    lambda p: structure_operations.change_area(p, "beta", replace(p.areas.get("beta"), code="bet", kind="port")),
    lambda p: structure_operations.rename_area(p, "alpha", {"en": "Alpha City", "de": "Alpha-Stadt", "zh": ""}),
    lambda p: structure_operations.retire_area(p, "land"),
    lambda p: structure_operations.reorder_areas(p, ["beta", "land"]),
    lambda p: structure_operations.add_indicator(p, Indicator("jobs", "Jobs", "count", collections=("core", "new"))),
    lambda p: structure_operations.change_indicator(
        p, "firms", replace(p.indicators.get("firms"), name="Enterprises", collections=(), note="")
    ),
    lambda p: structure_operations.retire_indicator(p, "grade"),
    lambda p: structure_operations.remove_indicator(p, "grade"),
    lambda p: structure_operations.reorder_indicators(p, ["grade", "firms"]),
    lambda p: structure_operations.add_grouping(p, Grouping("sizes", "Sizes", (Group("big", "Big", ("alpha",)),))),
    lambda p: structure_operations.rename_grouping(p, "sides", "Halves"),
    lambda p: structure_operations.remove_grouping(p, "sides"),
    lambda p: structure_operations.add_group(p, "sides", Group("right", "Right", ("alpha", "beta"))),
    lambda p: structure_operations.change_group(p, "sides", Group("left", "West", ("beta", "alpha"), "#abcdef")),
    lambda p: structure_operations.move_members(p, "sides", ["beta"], "left"),
    lambda p: structure_operations.remove_group(p, "sides", "left"),
    lambda p: index_operations.add_index(p, Index("NEW", "New", "", YEAR, ("beta",), (), "")),
    lambda p: index_operations.describe_index(p, "IX", "Renamed", as_of=Period.parse("2021")),
    lambda p: index_operations.set_index_areas(p, "IX", ["land", "alpha"]),
    lambda p: index_operations.remove_index(p, "IX"),
    lambda p: index_operations.add_node(p, "IX", Node("part", "Part", "IX", 1.0), at=0),
    lambda p: index_operations.rename_node(p, "IX", "pay", "Wages"),
    lambda p: index_operations.rename_node(p, "IX", "IX", "Renamed"),
    lambda p: index_operations.set_leaf(p, "IX", "pay", "grade"),
    lambda p: index_operations.remove_node(p, "IX", "firms"),
    lambda p: index_operations.move_node(p, "IX", "pay", "IX", at=0),
]


@pytest.mark.parametrize("edit", EDITS)
def test_every_change_of_structure_is_one_step_that_undo_takes_back_whole(
    project: Project, content: Content, edit: Callable[[Project], Changes]
) -> None:
    before = content(project.path)
    changes = edit(project)
    assert changes.step is not None
    after = content(project.path)
    assert after != before
    assert project.counts()["steps"] == 1
    project.undo()
    assert content(project.path) == before
    project.redo()
    assert content(project.path) == after
    assert project.connection.rows("PRAGMA foreign_key_check") == []


def test_names_are_kept_per_language(project: Project) -> None:
    structure_operations.rename_area(project, "alpha", {"en": "Alpha City", "zh": " ", "de": "Alpha-Stadt"})
    held = project.areas.get("alpha")
    assert held.names == {"en": "Alpha City", "de": "Alpha-Stadt"}
    assert (held.variants, held.parent, held.latitude, held.note) == (("Alfa",), "land", 30.5, "a port")


def test_a_retired_area_keeps_its_values_and_comes_back(project: Project) -> None:
    with pytest.raises(InUseError, match="ranked by IX"):
        structure_operations.retire_area(project, "alpha")
    index_operations.set_index_areas(project, "IX", ["beta"])
    structure_operations.retire_area(project, "alpha")
    assert project.areas.get("alpha").retired
    assert project.observations.cell("alpha", "firms")[0].value == 7
    structure_operations.retire_area(project, "alpha", retired=False)
    assert not project.areas.get("alpha").retired


def test_what_is_in_use_is_not_removed_and_its_uses_are_named(project: Project) -> None:
    with pytest.raises(InUseError, match="1 value, 1 index that ranks it, 1 group that holds it, 1 published rank"):
        structure_operations.remove_area(project, "alpha")
    with pytest.raises(InUseError, match="2 areas inside it"):
        structure_operations.remove_area(project, "land")
    with pytest.raises(InUseError, match="1 value, 1 index that counts it"):
        structure_operations.remove_indicator(project, "firms")
    with pytest.raises(InUseError, match="counted by IX"):
        structure_operations.retire_indicator(project, "pay")
    index_operations.set_index_areas(project, "IX", ["alpha"])
    structure_operations.remove_area(project, "beta")
    assert areas(project) == ["land", "alpha"]


def test_an_area_lies_in_no_area_that_lies_in_it(project: Project) -> None:
    with pytest.raises(ParentCycleError, match="lies in “land” itself"):
        structure_operations.change_area(project, "land", replace(project.areas.get("land"), parent="alpha"))
    with pytest.raises(ParentCycleError):
        structure_operations.change_area(project, "land", replace(project.areas.get("land"), parent="land"))


def test_rows_change_places_among_themselves(project: Project) -> None:
    structure_operations.reorder_areas(project, ["beta", "land"])
    assert areas(project) == ["beta", "alpha", "land"]
    for order, problem in ((["nobody"], "not there"), (["beta", "beta"], "twice")):
        with pytest.raises(OrderError, match=problem):
            structure_operations.reorder_areas(project, order)
    index_operations.add_index(project, Index("NEW", "New", "", YEAR, (), (), ""))
    index_operations.reorder_indices(project, ["NEW", "IX"])
    assert [index.code for index in project.indices.all()] == ["NEW", "IX"]


@pytest.mark.parametrize("code", ["", "two words", "-v", "a/b", 'say"', "tab\t", "x" * 81, "\u200b"])
def test_a_code_can_be_typed_as_one_word(project: Project, code: str) -> None:
    with pytest.raises(BadCodeError):
        structure_operations.add_area(project, Area(code, "city", {}))
    with pytest.raises(BadCodeError):
        index_operations.add_node(project, "IX", Node(code, "X", "IX", 1.0))
    structure_operations.add_area(project, Area("杭州", "city", {"zh": "杭州"}))


def test_a_taken_code_is_refused(project: Project) -> None:
    for attempt in (
        lambda: structure_operations.add_area(project, Area("beta", "city", {})),
        lambda: structure_operations.change_area(project, "beta", replace(project.areas.get("beta"), code="alpha")),
        lambda: structure_operations.add_indicator(project, Indicator("pay", "Pay")),
        lambda: structure_operations.add_group(project, "sides", Group("left", "L", ())),
        lambda: index_operations.add_index(project, Index("IX", "X", "", YEAR, (), (), "")),
    ):
        with pytest.raises(DuplicateCodeError):
            attempt()
    assert project.counts()["steps"] == 0


def test_an_area_is_in_one_group_of_a_grouping(project: Project) -> None:
    structure_operations.add_group(project, "sides", Group("right", "Right", ("beta",)))
    structure_operations.move_members(project, "sides", ["alpha"], "right")
    assert members(project) == {"left": (), "right": ("beta", "alpha")}
    structure_operations.move_members(project, "sides", ["beta"], None)
    assert members(project) == {"left": (), "right": ("alpha",)}
    structure_operations.change_group(project, "sides", Group("left", "Left", ("alpha", "beta")))
    assert members(project) == {"left": ("alpha", "beta"), "right": ()}
    structure_operations.reorder_groups(project, "sides", ["right"])
    assert list(members(project)) == ["right", "left"]
    twice = Grouping("x", "X", (Group("a", "A", ("beta",)), Group("b", "B", ("beta",))))
    with pytest.raises(InUseError, match="in a and in b"):
        structure_operations.add_grouping(project, twice)
    with pytest.raises(UnknownGroupError, match="left"):
        structure_operations.move_members(project, "sides", ["beta"], "lef")
    with pytest.raises(UnknownGroupingError, match="sides"):
        structure_operations.remove_grouping(project, "side")
    with pytest.raises(UnknownAreaError):
        structure_operations.move_members(project, "sides", ["nobody"], "left")


def test_a_tree_is_built_from_nothing_and_loads(project: Project) -> None:
    index_operations.add_index(project, Index("NEW", "New", "", YEAR, ("alpha", "beta"), (), ""))
    index_operations.add_node(project, "NEW", Node("people", "People", "NEW", 2.0))
    index_operations.add_node(project, "NEW", Node("firms", "Firms", "people", 1.0, "firms"))
    index_operations.add_node(project, "NEW", Node("grade", "Grade", "NEW", 1.0))
    index_operations.set_leaf(project, "NEW", "grade", "pay")
    index_operations.move_node(project, "NEW", "grade", "people", at=0)
    held = project.indices.get("NEW")
    assert [(node.code, node.parent, node.indicator) for node in held.nodes] == [
        ("NEW", None, None),
        ("people", "NEW", None),
        ("grade", "people", "pay"),
        ("firms", "people", "firms"),
    ]
    operations.set_value(project, "beta", "pay", YEAR, "3")
    assert load.dataset(project, "NEW").values.tolist()[1][0] == 3.0


def test_the_tree_keeps_its_rules(project: Project, content: Content) -> None:
    index_operations.add_node(project, "IX", Node("part", "Part", "IX", 1.0))
    index_operations.add_node(project, "IX", Node("inner", "Inner", "part", 1.0))
    before = content(project.path)
    with pytest.raises(CycleError):
        index_operations.move_node(project, "IX", "part", "inner")
    with pytest.raises(SecondRootError):
        index_operations.add_node(project, "IX", Node("z", "Z", None, 1.0))
    with pytest.raises(UnknownIndicatorError):
        index_operations.set_leaf(project, "IX", "inner", "nothing")
    assert content(project.path) == before
    index_operations.rename_node(project, "IX", "IX", "Renamed")
    assert project.indices.get("IX").name == project.indices.get("IX").nodes[0].name == "Renamed"
