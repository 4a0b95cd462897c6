"""The commands that answer questions about a ranking, on the sample project."""

import shutil
from pathlib import Path
from typing import Any, cast

import pytest
from shell import Shell

from citeria_core.errors import KnownError
from citeria_core.runs import StoppedError
from citeria_db import operations, source_operations
from citeria_db.source_rows import Upkeep
from citeria_db.store import Project
from citeria_desktop.session import Session

INDEX, VALUE = "ICI-CN-SUB", "sub-smart-2020-score"


def told(shell: Shell, *words: str) -> Any:
    return cast(Any, shell.json(*words, "--json"))


def test_intervals_stand_about_the_nominal_ranks_and_are_the_same_for_a_seed(shell: Shell, sample: str) -> None:
    words = ("intervals", sample, "--index", INDEX, "--runs", "100", "--seed", "7", "--top", "3")
    held = told(shell, *words)
    assert held == told(shell, *words)
    ranking = cast(Any, shell.json("rank", sample, "--index", INDEX, "--format", "json"))
    ranks = {row["area"]: row["rank"] for row in ranking}
    for row in held["areas"]:
        assert ranks[row["area"]].rstrip("=") == f"{row['nominal']:g}"
        assert row["best"] <= row["low"] <= row["median"] <= row["high"] <= row["worst"]
    assert (held["index"], held["runs"], held["seed"], held["top"]) == (INDEX, 100, 7, 3)
    assert 0 <= held["same"] <= held["kept"] <= 1
    assert "of 100 runs the same areas hold the first 3 ranks" in shell(*words)


def test_intervals_by_the_factors_of_a_recipe_without_any_are_refused(shell: Shell, sample: str) -> None:
    assert "no factor is named" in shell.refused("intervals", sample, "--recipe-factors")
    assert "-1 is no seed" in shell.refused("intervals", sample, "--seed", "-1")


def test_contributions_sum_to_the_score(shell: Shell, sample: str) -> None:
    held = told(shell, "explain", sample, "--area", "wuhan", "--index", INDEX)
    assert sum(row["contribution"] for row in held["contributions"]) == pytest.approx(held["score"], rel=1e-12)
    assert held["method"] == "exact"
    assert "wuhan on ICI-CN-SUB: score" in shell("explain", sample, "--area", "wuhan", "--index", INDEX)


def test_a_large_value_is_shown_as_it_stands_not_with_a_power_of_ten(shell: Shell, sample: str) -> None:
    cell = ("--area", "wuhan", "--indicator", "sub-smart-2020-score", "--period", "2020")
    shell("set", sample, *cell, "--value", "298479", "--source", "emlyon-2021")
    shown = shell("explain", sample, "--area", "wuhan", "--index", INDEX)
    assert " 298479 " in shown
    assert "e+" not in shown


def test_an_area_without_a_score_is_said_not_to_be_ranked(shell: Shell, sample: str) -> None:
    assert "wuhan on ICI-CN: not ranked." in shell("explain", sample, "--area", "wuhan", "--index", "ICI-CN")


def test_a_number_of_things_is_asked_for_in_words(shell: Shell, sample: str) -> None:
    for wrong in ("x", "0"):
        assert "give a whole number, 1 or more" in shell.refused("verify-next", sample, "--most", wrong)


def test_a_change_of_rank_since_a_copy_is_told_in_four_parts(shell: Shell, sample: str, tmp_path: Path) -> None:
    kept = shutil.copy(sample, tmp_path / "kept.citeria")
    number = ("--period", "2020", "--value", "99", "--source", "emlyon-2021")
    shell("set", sample, "--area", "wuhan", "--indicator", VALUE, *number)
    held = told(shell, "explain", sample, "--area", "wuhan", "--since", str(kept))["since"]
    assert held["switched"] == ["data"]
    assert held["ranks"]["data"] == held["ranks"]["total"] == held["rank_before"] - held["rank_after"] > 0
    assert "Since then: rank" in shell("explain", sample, "--area", "wuhan", "--since", str(kept))


def test_the_value_that_breaks_even_does_so_when_set(shell: Shell, sample: str) -> None:
    held = told(shell, "breakeven", sample, "--area", "wuhan", "--indicator", VALUE, "--rank", "5")
    assert held["value"] > held["present"]
    assert held["rank"] == 5
    number = ("--period", "2020", "--value", repr(held["value"]), "--source", "emlyon-2021")
    shell("set", sample, "--area", "wuhan", "--indicator", VALUE, *number)
    ranking = cast(Any, shell.json("rank", sample, "--index", INDEX, "--format", "json"))
    assert next(row["rank"] for row in ranking if row["area"] == "wuhan") == "5="
    assert "It is so already." in shell("breakeven", sample, "--area", "wuhan", "--indicator", VALUE, "--rank", "5")


def test_a_value_that_brings_a_part_to_points_does_so_when_it_is_tried(shell: Shell, sample: str) -> None:
    ways = cast(Any, told(shell, "ways", sample, "--area", "wuhan", "--node", "infrastructure", "--points", "25"))
    (way,) = [one for one in ways if one["reaches"]]
    assert (way["indicator"], way["points"]) == (VALUE, pytest.approx(25, abs=0.01))
    shell("scenario", "add", sample, "Tried", "--value", f"wuhan:{VALUE}={way['value']!r}")
    held = {
        row["area"]: row["score"]
        for row in cast(Any, shell.json("scenario", "rank", sample, "Tried", "--format", "json"))
    }
    before = {
        row["area"]: row["score"] for row in cast(Any, shell.json("rank", sample, "--index", INDEX, "--format", "json"))
    }
    assert held["wuhan"] > before["wuhan"]
    assert "False" not in shell("ways", sample, "--area", "wuhan", "--node", "infrastructure", "--points", "25")
    refused = shell.refused("ways", sample, "--area", "wuhn", "--node", "nowhere", "--points", "1")
    assert len(refused.splitlines()) == 2
    assert "no number of points" in shell.refused("ways", sample, "--area", "wuhan", "--node", INDEX, "--points", "inf")


def test_a_weight_may_break_even_or_a_reason_is_told(shell: Shell, sample: str) -> None:
    held = told(shell, "breakeven", sample, "--area", "beijing", "--weight", INDEX, "--pass", "wuhan")
    assert held["reason"] == "It is so already."
    held = told(shell, "breakeven", sample, "--area", "wuhan", "--weight", INDEX, "--pass", "beijing")
    assert (held["value"], held["reason"]) == (None, "The index itself has no weight.")


def test_every_unknown_code_is_told_at_once(shell: Shell, sample: str) -> None:
    told = shell.refused("breakeven", sample, "--area", "wuhn", "--indicator", "sub-smart", "--pass", "beijng")
    assert len(told.splitlines()) == 3
    assert "Did you mean “wuhan”?" in told
    assert "“nowhere”" in shell.refused("explain", sample, "--area", "wuhan", "--node", "nowhere")
    assert "one of the arguments --pass --rank is required" in shell.refused(
        "breakeven", sample, "--area", "wuhan", "--indicator", VALUE
    )


def test_what_to_verify_next_follows_what_is_known_of_the_sources(shell: Shell, sample: str) -> None:
    assert told(shell, "verify-next", sample) == []
    assert "No value is in doubt." in shell("verify-next", sample)
    shell("sources", "edit", sample, "emlyon-2021", "--reliability", "5")
    rows = told(shell, "verify-next", sample)
    assert {row["indicator"] for row in rows} == {VALUE}
    assert {row["why"] for row in rows} == {"source"}
    assert [row["expected"] for row in rows] == sorted((row["expected"] for row in rows), reverse=True)
    assert rows[0]["high"] == pytest.approx(rows[0]["present"] * 1.5)
    assert len(told(shell, "verify-next", sample, "--most", "2")) == 2


def test_a_session_draws_from_the_values_weights_and_sources_as_they_are_now(sample: str) -> None:
    """What the steps since the index was loaded changed is in the work that a session hands out."""
    with Project.open(Path(sample)) as project:
        session = Session(project, INDEX)
        assert session.index is not None
        session.run(operations.set_weight, INDEX, session.index.nodes[1].code, 3.0)
        session.run(source_operations.set_upkeep, Upkeep("emlyon-2021", reliability=5))
        work, verify = session.intervals(runs=30), session.to_verify()
        fresh = Session(project, INDEX)
        anew, verify_anew = fresh.intervals(runs=30), fresh.to_verify()
    assert work is not None
    assert anew is not None
    assert verify is not None
    assert verify_anew is not None
    held = work(lambda done, total: None)
    assert held == anew(lambda done, total: None)
    assert not any("varies nothing" in finding for finding in held.findings)
    assert verify(lambda done, total: None) == verify_anew(lambda done, total: None) != ()
    with pytest.raises(StoppedError):
        work(lambda done, total: False)


def test_an_index_that_ranks_nobody_is_refused_in_words(shell: Shell, tmp_path: Path) -> None:
    path = str(tmp_path / "empty.citeria")
    shell("new", path)
    for words in (("intervals", path), ("explain", path, "--area", "a"), ("verify-next", path)):
        assert "cannot be ranked: This project has no index yet." in shell.refused(*words)
    with Project.open(Path(path)) as project:
        session = Session(project)
        assert session.intervals() is session.to_verify() is None
        with pytest.raises(KnownError, match="cannot be ranked"):
            session.dataset()
