"""Snapshots, scenarios and the comparison of rankings from the command line."""

import shutil
from fractions import Fraction
from pathlib import Path

import pytest
from shell import Shell, done

CELL = ("--area", "wuhan", "--indicator", "sub-smart-2020-score", "--period", "2020", "--source", "emlyon-2021")


@pytest.fixture(scope="module")
def built(pristine: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with a snapshot, and a value and a weight changed since."""
    file = str(shutil.copy(pristine, tmp_path_factory.mktemp("moved")))
    done(
        ("snapshot", "take", file, "Base", "--description", "as delivered"),
        ("set", file, *CELL, "--value", "20"),
        ("weight", file, "--index", "ICI-CN-SUB", "--node", "research", "90"),
    )
    return Path(file)


@pytest.fixture
def moved(built: Path, tmp_path: Path) -> str:
    """A copy that a test may change."""
    return str(shutil.copy(built, tmp_path))


def test_a_snapshot_is_taken_listed_shown_renamed_described_and_deleted(shell: Shell, moved: str) -> None:
    file = moved
    (listed,) = shell.json("snapshot", "list", file, "--json")
    assert (listed["name"], listed["description"], listed["index"]) == ("Base", "as delivered", "ICI-CN-SUB")
    shown = shell.json("snapshot", "show", file, "Base", "--json")
    assert shown["reproduces"] is True
    assert shown["ranking"][0]["area"] == "beijing"
    shell("snapshot", "rename", file, "Base", "Spring")
    shell("snapshot", "describe", file, "Spring", "the first")
    assert "the first" in shell("snapshot", "show", file, "Spring")
    assert "Delete snapshot Spring" in shell("snapshot", "delete", file, "Spring")
    assert "No snapshot yet" in shell("snapshot", "list", file)
    shell("undo", file)
    assert "Spring" in shell("snapshot", "list", file)


def test_the_ledger_between_two_rankings_sums_exactly(shell: Shell, moved: str) -> None:
    found = shell.json("compare-ranks", moved, "--from", "Base", "--to", "now", "--area", "wuhan", "--json")
    assert found["differs"] == ["data", "weights"]
    for change in found["changes"]:
        for ledger, (before, after), sign in (
            (change["ranks"], change["rank"], -1),
            (change["scores"], change["score"], 1),
        ):
            parts = sum(Fraction(ledger[part]["exact"]) for part in ("data", "weights", "method", "peers"))
            assert parts == Fraction(ledger["total"]["exact"]) == sign * (Fraction(after) - Fraction(before))
    inputs = {(one["node"], one["indicator"]) for one in found["why"]["effects"]}
    assert {("research", ""), ("", "sub-smart-2020-score")} <= inputs


def test_between_a_snapshot_and_itself_nobody_moved(shell: Shell, moved: str) -> None:
    told = shell("compare-ranks", moved, "--from", "Base", "--to", "Base")
    assert told == "Nobody moved between Base and Base.\n"
    assert "Why wuhan went from 6" in shell("compare-ranks", moved, "--from", "Base", "--area", "wuhan")


def test_a_scenario_ranks_otherwise_and_leaves_the_data_alone(shell: Shell, sample: str) -> None:
    file = sample
    before = shell("rank", file, "--index", "ICI-CN-SUB", "--format", "json")
    tried = ("--weight", "research=90", "--value", "wuhan:sub-smart-2020-score=", "--description", "why not")
    assert shell("scenario", "add", file, "Odd", *tried) == "Add scenario Odd to ICI-CN-SUB.\n"
    assert shell("scenario", "rank", file, "Odd", "--format", "json") != before
    assert shell("rank", file, "--index", "ICI-CN-SUB", "--format", "json") == before
    (held,) = shell.json("scenario", "list", file, "--json")
    assert held["weights"] == {"research": 90.0}
    assert held["values"] == [{"area": "wuhan", "indicator": "sub-smart-2020-score", "value": None}]
    assert "missing" in shell("scenario", "show", file, "Odd")
    shell("scenario", "change", file, "Odd", "--weight", "research=91")
    (held,) = shell.json("scenario", "list", file, "--json")
    assert held["weights"] == {"research": 91.0}
    shell("undo", file)
    shell("scenario", "rename", file, "Odd", "Even")
    shell("scenario", "describe", file, "Even", "on reflection")
    assert "on reflection" in shell("scenario", "show", file, "Even")
    shell("scenario", "adopt", file, "Even")
    assert shell("rank", file, "--index", "ICI-CN-SUB", "--format", "json") != before
    shell("undo", file)
    shell("scenario", "delete", file, "Even")
    assert "No scenario yet" in shell("scenario", "list", file)


def test_what_is_wrong_is_told_at_once_and_nothing_is_done(shell: Shell, moved: str) -> None:
    file = moved
    told = shell.refused("compare-ranks", file, "--from", "Bsae", "--to", "Bose", "--area", "wuhn")
    assert len(told.splitlines()) == 3
    told = shell.refused("scenario", "add", file, "Odd", "--weight", "resaerch=1", "--value", "wuhan:nothing=1")
    assert "“resaerch”" in told
    assert "“nothing”" in told
    assert "already a snapshot" in shell.refused("snapshot", "take", file, "Base")
    assert "is no number" in shell.refused("scenario", "add", file, "Odd", "--weight", "research=much")
    assert "tries nothing" in shell.refused("scenario", "add", file, "Odd")
    assert "No scenario yet" in shell("scenario", "list", file)


def test_the_present_weights_are_kept_whatever_they_become(shell: Shell, sample: str) -> None:
    before = shell("rank", sample, "--index", "ICI-CN-SUB")
    shell("scenario", "add", sample, "As it was", "--present-weights")
    shell("weight", sample, "--index", "ICI-CN-SUB", "--node", "research", "90")
    assert shell("rank", sample, "--index", "ICI-CN-SUB") != before
    assert shell("scenario", "rank", sample, "As it was") == before
