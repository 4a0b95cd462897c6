"""The structure of a project from the command line: arranged, changed, retired, deleted; and values replaced."""

import shutil
from pathlib import Path

import pytest
from shell import Shell

from citeria_core.model import Area, Group, Grouping, Index, Indicator, Node, Observation, Qualifier
from citeria_core.period import Period
from citeria_db.store import Project

Record = dict[str, object]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three areas, two indicators, an index over them, a grouping, and three values."""
    path = tmp_path_factory.mktemp("own") / "own.citeria"
    sides = (Group("left", "Left", ("a",)), Group("right", "Right", ("b",)))
    root, year = Node("IX", "Index", None, 1.0), Period.parse("2020")
    nodes = (root, Node("part", "part", "IX", 1.0), Node("x", "X", "IX", 1.0, "x"))
    with Project.create(path) as project, project.base():
        for code in ("a", "b", "c"):
            project.areas.add(Area(code, "city", {"en": code.upper()}))
        for code in ("x", "y"):
            project.indicators.add(Indicator(code, code.upper()))
        project.indices.add(Index("IX", "Index", "", year, ("a", "b"), nodes, ""))
        project.groupings.add(Grouping("sides", "Sides", sides))
        for area, value, sign in (("a", 12.5, "="), ("b", 3.0, ">"), ("c", 1200.0, "=")):
            said = Observation("", area, "x", year, value, qualifier=Qualifier(sign), preferred=True)
            project.observations.add(said)
    return path


@pytest.fixture
def own(built: Path, tmp_path: Path) -> str:
    """A copy that a test may change."""
    return str(shutil.copy(built, tmp_path))


def codes(shell: Shell, what: str, file: str, key: str = "code") -> list[object]:
    listed = shell.json("list", what, file, "--json")
    assert isinstance(listed, list)
    return [record[key] for record in listed]


def last(shell: Shell, file: str) -> Record:
    steps = shell.json("history", file, "--limit", "1", "--json")
    assert isinstance(steps, list)
    return dict(steps[0])


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("areas", ("area", "a")),
        ("indicators", ("indicator", "x")),
        ("indices", ("index", "IX")),
        ("nodes", ("node", "part", "--index", "IX")),
        ("groups", ("group", "left", "--grouping", "sides")),
    ],
)
def test_everything_can_be_renamed(shell: Shell, own: str, what: str, words: tuple[str, ...]) -> None:
    noun, code, *rest = words
    shell("rename", noun, own, code, "Another name", *rest, "--reason", "clearer")
    assert "Another name" in codes(shell, what, own, "name")
    assert last(shell, own)["reason"] == "clearer"
    shell("undo", own)
    assert "Another name" not in codes(shell, what, own, "name")


def test_a_name_in_another_language_stands_beside_the_english_one(shell: Shell, own: str) -> None:
    shell("rename", "area", own, "a", "武汉", "--language", "zh")
    assert (codes(shell, "areas", own, "name")[0], codes(shell, "areas", own, "zh")[0]) == ("A", "武汉")


def test_areas_are_moved_into_each_other_and_ordered(shell: Shell, own: str) -> None:
    shell("move", "area", own, "b", "--into", "a")
    assert codes(shell, "areas", own, "parent") == [None, "a", None]
    assert "a" in shell.refused("move", "area", own, "a", "--into", "b")
    shell("move", "area", own, "b", "--out", "--at", "0")
    assert codes(shell, "areas", own) == ["b", "a", "c"]
    shell("order", "areas", own, "c", "b")
    assert codes(shell, "areas", own) == ["c", "a", "b"]
    told = shell.refused("order", "areas", own, "q", "c", "c")
    assert len(told.splitlines()) == 2


def test_an_index_lists_its_areas_in_an_order_of_its_own(shell: Shell, own: str) -> None:
    shell("change", "index", own, "IX", "--add-area", "c", "--as-of", "2021", "--description", "Told")
    shell("order", "areas", own, "c", "a", "--index", "IX")
    with Project.open(own, read_only=True) as project:
        held = project.indices.get("IX")
    assert (held.areas, str(held.as_of), held.description) == (("c", "b", "a"), "2021", "Told")
    assert last(shell, own)["label"] == "Reorder areas of Index"


def test_nodes_groups_and_members_are_moved(shell: Shell, own: str) -> None:
    shell("move", "node", own, "x", "--index", "IX", "--into", "part")
    assert codes(shell, "nodes", own, "parent") == [None, "IX", "part"]
    shell("move", "group", own, "right", "--grouping", "sides", "--at", "0")
    shell("move", "member", own, "a", "--grouping", "sides", "--into", "right")
    assert codes(shell, "groups", own, "members") == ["b a", ""]
    shell("move", "member", own, "a", "--grouping", "sides", "--out")
    assert codes(shell, "groups", own, "members") == ["b", ""]


def test_fields_are_changed_in_one_step(shell: Shell, own: str) -> None:
    shell("change", "indicator", own, "x", "--unit", "persons", "--direction", "-", "--code", "jobs")
    assert codes(shell, "indicators", own) == ["jobs", "y"]
    shell("change", "node", own, "x", "--index", "IX", "--weight", "2.5", "--period", "2019", "--status", "planned")
    shell("change", "node", own, "x", "--index", "IX", "--status", "", "--period", "")
    shell("change", "group", own, "left", "--grouping", "sides", "--colour", "#102030", "--story", "Coastal")
    shell("change", "area", own, "c", "--latitude", "30.5", "--variant", "Cee")
    shell("change", "area", own, "c", "--latitude", "")
    assert codes(shell, "nodes", own, "weight")[-1] == 2.5
    assert shell("change", "group", own, "left", "--grouping", "sides", "--story", "Coastal") == "Nothing to change.\n"


def test_what_is_in_use_is_retired_and_what_is_free_is_deleted(shell: Shell, own: str) -> None:
    assert "a" in shell.refused("delete", "area", own, "a")
    assert "IX" in shell.refused("retire", "area", own, "a")
    shell("retire", "area", own, "c")
    shell("unretire", "area", own, "c")
    shell("delete", "indicator", own, "y")
    shell("delete", "node", own, "part", "--index", "IX")
    shell("delete", "group", own, "left", "--grouping", "sides")
    shell("delete", "grouping", own, "sides")
    shell("delete", "index", own, "IX")
    assert codes(shell, "indices", own) == []
    for _ in range(5):
        shell("undo", own)
    assert codes(shell, "nodes", own, "node") == ["IX", "part", "x"]
    assert codes(shell, "groups", own, "group") == ["left", "right"]


def test_values_are_replaced_after_a_look(shell: Shell, own: str) -> None:
    listed = shell.json("replace", own, r"(\d)2", r"\g<1>3", "--regex", "--dry-run", "--json")
    assert isinstance(listed, dict)
    assert [(hit["area"], hit["before"], hit["after"]) for hit in listed["hits"]] == [
        ("a", "12.5", "13.5"),
        ("c", "1200", "1300"),
    ]
    assert listed["written"] is False
    assert "dry run" in shell("replace", own, "3", "4", "--dry-run")
    told = shell.json("replace", own, "12.5", "some", "--area", "a", "--json")
    assert isinstance(told, dict)
    assert (told["written"], told["hits"][0]["value"]) == (False, None)
    done = shell.json("replace", own, "12", "1", "--json", "--reason", "a slip")
    assert isinstance(done, dict)
    assert (done["written"], done["reason"], len(done["cells"])) == (True, "a slip", 2)
    assert "not there" not in shell("replace", own, "zz", "1")
    assert len(shell.refused("replace", own, "(", "1", "--regex", "--area", "q", "--indicator", "p").splitlines()) == 3


def test_a_value_is_cleared_and_comes_back(shell: Shell, own: str) -> None:
    cell = ("--area", "a", "--indicator", "x", "--period", "2020")
    done = shell.json("clear", own, *cell, "--json", "--because", "withdrawn")
    assert isinstance(done, dict)
    assert done["cells"] == [{"area": "a", "indicator": "x"}]
    assert "No observation yet" in shell("show", own, *cell)
    assert "no value" in shell.refused("clear", own, *cell)
    shell("undo", own)
    assert "12.5" in shell("show", own, *cell)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (("rename", "area", "{}", "q", " "), 2),
        (("rename", "node", "{}", "q", "Q", "--index", "IX"), 1),
        (("move", "area", "{}", "q", "--into", "p"), 2),
        (("move", "area", "{}", "a"), 1),
        (("change", "area", "{}", "q", "--code", "a b", "--latitude", "99", "--longitude", "x"), 4),
        (("change", "index", "{}", "q", "--as-of", "never", "--published", "p", "--add-area", "z"), 4),
        (("change", "node", "{}", "q", "--index", "IX", "--weight", "-1", "--indicator", "p", "--status", "odd"), 4),
        (("change", "group", "{}", "q", "--grouping", "sides", "--colour", "red"), 2),
        (("weight", "{}", "--index", "IX", "--node", "q", "much"), 2),
        (("clear", "{}", "--area", "q", "--indicator", "p", "--period", "soon"), 3),
        (("move", "member", "{}", "q", "--grouping", "sides", "--into", "p"), 2),
    ],
)
def test_all_that_is_wrong_is_said_at_once(shell: Shell, own: str, words: tuple[str, ...], count: int) -> None:
    before = shell("info", own, "--json")
    told = shell.refused(*(word.replace("{}", own) for word in words))
    assert len(told.splitlines()) == count, told
    assert shell("info", own, "--json") == before
