"""`citeria part`: parts of an index put together, into one another, apart and out, each one step."""

import pytest
from shell import Shell

HERE = ("--index", "ICI-CN-SUB")


def parts(shell: Shell, sample: str) -> dict[str, float]:
    held = shell.json("shares", sample, *HERE, "--json")
    assert isinstance(held, dict)
    return held


def test_parts_are_combined_and_split_again(shell: Shell, sample: str) -> None:
    before, ranking = parts(shell, sample), shell("rank", sample, *HERE, "--complete", "--format", "json")
    assert "Combine Research and Enterprise: Both" in shell(
        "part", "combine", sample, "research", "enterprise", "--name", "Both", *HERE
    )
    assert parts(shell, sample) == {
        "both": pytest.approx(77.7777, abs=1e-3),
        "infrastructure": pytest.approx(22.2223, abs=1e-3),
    }
    shell("part", "split", sample, "both", *HERE)
    assert set(parts(shell, sample)) == set(before)
    assert parts(shell, sample) == pytest.approx(before)
    assert shell("rank", sample, *HERE, "--complete", "--format", "json") == ranking


def test_the_method_of_what_is_combined_is_in_the_recipe_and_goes_with_it(shell: Shell, sample: str) -> None:
    names = ("research", "infrastructure", "--name", "Best", "--method", "maximum")
    shell("part", "combine", sample, *names, *HERE)
    assert "Aggregate, best: maximum" in shell("recipe", sample, *HERE)
    shell("part", "split", sample, "best", *HERE)
    assert "best:" not in shell("recipe", sample, *HERE)
    shell("part", "into", sample, "infrastructure", "enterprise", "--at", "1", *HERE)
    assert next(iter(shell.json("shares", sample, "--node", "enterprise", *HERE, "--json"))) == "infrastructure"  # type: ignore[call-overload]
    shell("part", "out", sample, "infrastructure", *HERE)
    assert "infrastructure" not in shell.json("shares", sample, "--node", "enterprise", *HERE, "--json")  # type: ignore[operator]


def test_what_cannot_be_combined_is_refused_in_words_and_changes_nothing(shell: Shell, sample: str) -> None:
    before = shell("shares", sample, *HERE)
    assert "one is inside the other" in shell.refused(
        "part", "combine", sample, "research", "research", "--name", "X", *HERE
    )
    assert "no node “nothing”" in shell.refused("part", "split", sample, "nothing", *HERE)
    assert "name" in shell.refused("part", "combine", sample, "research", "enterprise", "--name", " ", *HERE)
    assert shell("shares", sample, *HERE) == before
