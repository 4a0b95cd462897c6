"""`citeria verdict`: given, listed, answered, withdrawn; everything wrong said at once."""

import pytest
from shell import Shell

CELL = ("--area", "wuhan", "--indicator", "sub-smart-2020-score")


@pytest.fixture
def held(sample: str, shell: Shell) -> str:
    shown = shell.json("show", sample, *CELL, "--json")
    assert isinstance(shown, dict)
    return str(shown["preferred"])


def test_a_query_is_given_answered_and_withdrawn(sample: str, shell: Shell, held: str) -> None:
    told = shell("verdict", "give", sample, held, "query", "--reviewer", "Bo", "--comment", "Which table?")
    assert told.startswith("Verdict: Bo asks about Smart-degree score 2020 (49 Chinese cities), Wuhan")
    (listed,) = shell.json("verdict", "list", sample, *CELL, "--open", "--json")  # type: ignore[misc]
    assert (listed["reviewer"], listed["judged"], listed["stale"]) == ("Bo", "48.44 score reported", False)
    assert "waits" in shell("verdict", "list", sample)
    shell("verdict", "answer", sample, listed["verdict"], "Table 2", "--by", "Di", "--reason", "He wrote on Monday.")
    assert "Table 2 (Di)" in shell("verdict", "list", sample)
    assert shell("verdict", "list", sample, "--open") == "No verdicts.\n"
    shell("set", sample, *CELL, "--period", "2020", "--value", "49", "--source", "emlyon-2021")
    assert "the value was changed since" in shell("verdict", "list", sample)
    shell("verdict", "withdraw", sample, listed["verdict"])
    assert shell.json("verdict", "list", sample, "--json") == []
    shell("undo", sample)
    assert len(shell.json("verdict", "list", sample, "--json")) == 1  # type: ignore[arg-type]


def test_everything_wrong_is_said_at_once(sample: str, shell: Shell, held: str) -> None:
    told = shell.refused("verdict", "give", sample, held, "reject", "--reviewer", " ", "--date", "soon", "--value", "3")
    assert [line.split(". ")[0] for line in told.splitlines()] == [
        "citeria: A verdict needs its reviewer",
        "citeria: Only a proposal has a proposed value",
        "citeria: A query or a rejection needs words: what is asked, or why",
        "citeria: “soon” is no date",
    ]
    told = shell.refused("verdict", "list", sample, "--area", "wuhn", "--indicator", "nothing")
    assert "wuhan" in told
    assert len(told.splitlines()) == 2
    assert "verdict" in shell.refused("verdict", "answer", sample, "nothing", "Table 2")
