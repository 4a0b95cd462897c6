"""A project of one's own from the command line: built, loaded, searched, compared and taken back, with exit codes."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from shell import done

from citeria_desktop.__main__ import main

Shell = Callable[..., str]


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    def run(*words: str) -> str:
        capsys.readouterr()
        assert main(words) == 0, capsys.readouterr().err
        return capsys.readouterr().out

    return run


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Callable[..., list[str]]:
    def run(*words: str) -> list[str]:
        capsys.readouterr()
        try:
            code = main(words)
        except SystemExit as stop:  # argparse
            code = int(stop.code or 0)
        told = capsys.readouterr()
        assert (code, told.out) == (2, "")
        assert "Traceback" not in told.err
        return told.err.splitlines()

    return run


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project from the pyramid, with two areas and a source."""
    path = tmp_path_factory.mktemp("built") / "own.citeria"
    file = str(path)
    done(
        ("new", file, "--template", "ici-pyramid", "--title", "Mine"),
        ("add", "area", file, "wuhan", "--name", "Wuhan", "--name", "zh=武汉", "--index", "ICI", "--latitude", "30.6"),
        ("add", "area", file, "harbin", "--name", "Harbin", "--index", "ICI", "--reason", "asked for"),
        ("add", "source", file, "--title", "Yearbook", "--author", "Li, Wei", "--year", "2021-05", "--doi", "10.1/X"),
    )
    return path


@pytest.fixture
def own(built: Path, tmp_path: Path) -> str:
    """A copy that a test may change."""
    return str(shutil.copy(built, tmp_path))


def test_the_pyramid_has_its_four_dimensions_and_no_value(shell: Shell, own: str) -> None:
    info = json.loads(shell("info", own, "--json"))
    assert info["title"] == "Mine"
    assert info["counts"]["observations"] == 0
    assert info["counts"]["indicators"] == 13
    assert info["counts"]["steps"] == 3
    (index,) = info["indices"]
    assert (index["code"], index["areas"], index["ranked"]) == ("ICI", 2, 0)


def test_a_project_is_built_from_nothing_and_ranks(shell: Shell, tmp_path: Path) -> None:
    file, table = str(tmp_path / "blank.citeria"), tmp_path / "values.csv"
    shell("new", file)
    for code in ("a", "b"):
        shell("add", "area", file, code, "--name", code.upper())
    shell("add", "indicator", file, "jobs", "--name", "Jobs", "--unit", "persons", "--direction", "+")
    shell("add", "indicator", file, "rent", "--name", "Rent", "--direction", "-")
    shell("add", "index", file, "IX", "--name", "Index", "--as-of", "2020")
    shell("add", "node", file, "part", "--index", "IX", "--name", "Part", "--weight", "2")
    shell("add", "node", file, "jobs", "--index", "IX", "--parent", "part", "--indicator", "jobs")
    shell("add", "node", file, "rent", "--index", "IX", "--indicator", "rent", "--at", "0")
    shell("add", "group", file, "sides", "left", "--name", "Left", "--member", "a")
    shell("add", "group", file, "sides", "right", "--name", "Right", "--member", "a", "--member", "b")
    table.write_text("area,jobs,Rent\nA,10,5\nB,20,1\n", encoding="utf-8")
    shell("load", file, str(table), "--period", "2020")
    ranked = json.loads(shell("rank", file, "--index", "IX", "--format", "json"))
    assert [(row["rank"], row["area"]) for row in ranked] == [("1", "b"), ("2", "a")]
    shell("undo", file)
    assert json.loads(shell("info", file, "--json"))["counts"]["observations"] == 0


def test_a_dry_run_tells_all_and_changes_nothing(shell: Shell, own: str, tmp_path: Path) -> None:
    table = tmp_path / "values.csv"
    table.write_bytes("area;indicator;value\n武汉;AI papers;1,5\nMohe;ici-e1-firms;7\n".encode("utf-8-sig"))
    words = ("load", own, str(table), "--period", "2020", "--source", "li-2021", "--locale", "de", "--add-missing")
    before = Path(own).read_bytes()
    told = json.loads(shell(*words, "--dry-run", "--json"))
    assert Path(own).read_bytes() == before
    assert (told["values"], told["new_areas"], told["delimiter"]) == (2, ["mohe"], "semicolon")
    assert told["written"] is False
    assert json.loads(shell(*words, "--json", "--reason", "first batch"))["written"] is True
    shown = json.loads(shell("show", own, "--area", "wuhan", "--indicator", "ici-r1-papers", "--json"))
    assert shown["observations"][0]["value"] == 1.5
    assert shown["observations"][0]["citations"][0]["source"] == "li-2021"
    assert "says all of it already" in shell(*words)
    steps = json.loads(shell("history", own, "--json"))
    assert (steps[0]["label"], steps[0]["reason"]) == ("Load values.csv", "first batch")


def test_history_is_filtered_reverted_and_compared(shell: Shell, own: str, refused: Callable[..., list[str]]) -> None:
    cell = ("--indicator", "ici-r1-papers", "--period", "2020", "--source", "li-2021")
    shell("set", own, "--area", "wuhan", *cell, "--value", "5")
    shell("set", own, "--area", "harbin", *cell, "--value", "6")
    shell("set", own, "--area", "wuhan", *cell, "--value", "7")
    steps = json.loads(shell("history", own, "--json", "--area", "wuhan", "--indicator", "ici-r1-papers"))
    assert [step["step"] for step in steps] == [6, 4]
    assert {change["column"] for change in steps[0]["changed"]} == {"value_num", "printed_text"}
    assert len(json.loads(shell("history", own, "--json", "--source", "li-2021"))) == 4
    assert json.loads(shell("history", own, "--json", "--author", "nobody")) == []
    (line,) = refused("revert", own, "4")
    assert "step 6" in line
    shell("revert", own, "5", "--reason", "misread")
    newest = json.loads(shell("history", own, "--json", "--limit", "1"))[0]
    assert (newest["reason"], newest["label"][:7]) == ("misread", "Revert:")
    found = json.loads(shell("compare", own, "--from", "4", "--to", "7", "--json"))
    assert [(one["area"], one["column"], one["before"], one["after"]) for one in found["differences"]] == [
        ("wuhan", "printed_text", "5", "7"),
        ("wuhan", "value_num", 5.0, 7.0),
    ]
    assert "Nothing differs" in shell("compare", own, "--from", "7", "--to", "7")
    assert "wuhan, ici-r1-papers, 2020" in shell("compare", own, "--from", "3", "--to", "2999-12-31")


def test_search_finds_names_and_quotes(shell: Shell, own: str) -> None:
    words = ("--indicator", "ici-r1-papers", "--period", "2020", "--source", "li-2021", "--quote", "武汉市发表五篇")
    shell("set", own, "--area", "wuhan", *words, "--value", "5")
    found = json.loads(shell("search", own, "武汉", "--json"))
    assert [(hit["kind"], hit["code"]) for hit in found["hits"]] == [("area", "wuhan"), ("quote", "li-2021")]
    assert "Yearbook" in shell("search", own, "yearbook")
    assert shell("search", own, "zzz") == "Nothing was found.\n"


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("add", "area", "{}", "a b", "--name", "zh=", "--parent", "q", "--latitude", "99"), ["a b", "zh=", "q", "99"]),
        (("add", "area", "{}", "wuhan", "--name", "Again"), ["wuhan"]),
        (("add", "indicator", "{}", "ici-r1-papers", "--name", "Again"), ["ici-r1-papers"]),
        (("add", "index", "{}", "N W", "--name", "N", "--as-of", "never", "--area", "x"), ["N W", "never", "x"]),
        (("add", "node", "{}", "n", "--index", "ICX", "--indicator", "q", "--weight", "-1"), ["ICX", "q", "-1"]),
        (("add", "node", "{}", "n", "--index", "ICI", "--parent", "ici-r1-papers"), ["no parts"]),
        (("add", "node", "{}", "n", "--index", "ICI", "--indicator", "ici-r1-papers"), ["once"]),
        (("add", "group", "{}", "g", "x", "--name", "X", "--member", "q", "--colour", "red"), ["red", "q"]),
        (("add", "source", "{}", "a b", "--title", "T", "--year", "soon"), ["a b", "soon"]),
        (("new", "{}.new", "--template", "cube"), ["ici-pyramid"]),
        (("load", "{}", "{}.none", "--period", "x", "--source", "y", "--index", "z"), ["x", "y", "z", "none"]),
        (("revert", "{}", "99"), ["99"]),
        (("compare", "{}", "--from", "99", "--to", "soon"), ["99", "soon"]),
        (("history", "{}", "--area", "x", "--source", "y"), ["x", "y"]),
    ],
)
def test_everything_wrong_is_said_at_once_and_nothing_is_changed(
    own: str, refused: Callable[..., list[str]], shell: Shell, words: tuple[str, ...], named: list[str]
) -> None:
    before = shell("info", own, "--json")
    told = refused(*(word.replace("{}", own) for word in words))
    assert len(told) == len(named)
    assert all(any(f"{name}" in line for line in told) for name in named), told
    assert shell("info", own, "--json") == before
