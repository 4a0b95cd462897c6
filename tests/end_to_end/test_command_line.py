"""The command line as a script uses it: real processes' code, real files, exit codes."""

import csv
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from shell import Shell

CELL = ("--area", "wuhan", "--indicator", "sub-smart-2020-score")


def test_info_counts_what_the_sample_holds(shell: Shell, sample: str) -> None:
    info = shell.json("info", sample, "--json")
    assert isinstance(info, dict)
    counts = info["counts"]
    assert counts["indicators"] == 156
    assert counts["observations"] == 548
    assert counts["citations"] == 548
    assert counts["sources"] == 100
    assert counts["steps"] == 0
    by_code = {one["code"]: one for one in info["indices"]}
    assert by_code["ICI-CN"]["ranked"] == 0
    assert by_code["ICI-CN-SUB"]["ranked"] == 11
    assert by_code["ICI-CN-SUB"]["areas"] == 11
    assert 0 < by_code["ICI-CN"]["coverage"] < by_code["ICI-CN-SUB"]["coverage"] < 1


def test_a_ranking_is_the_same_in_all_three_formats(shell: Shell, sample: str) -> None:
    as_json = shell.json("rank", sample, "--index", "ICI-CN-SUB", "--format", "json")
    as_csv = list(csv.DictReader(io.StringIO(shell("rank", sample, "--index", "ICI-CN-SUB", "--format", "csv"))))
    table = shell("rank", sample, "--index", "ICI-CN-SUB").splitlines()
    assert isinstance(as_json, list)
    assert list(as_csv[0]) == ["rank", "area", "name", "score", "coverage", "published"]
    assert [row["area"] for row in as_json] == [row["area"] for row in as_csv]
    assert [float(row["score"]) for row in as_csv] == [row["score"] for row in as_json]
    assert [line.split()[1] for line in table[1:12]] == [row["area"] for row in as_json]


def test_without_an_index_the_first_that_ranks_somebody_is_ranked(shell: Shell, sample: str) -> None:
    assert shell("rank", sample) == shell("rank", sample, "--index", "ICI-CN-SUB")


def test_an_index_that_ranks_nobody_lists_every_area_with_an_empty_rank(shell: Shell, sample: str) -> None:
    rows = shell.json("rank", sample, "--index", "ICI-CN", "--format", "json")
    assert isinstance(rows, list)
    assert [row["rank"] for row in rows] == [""] * 11
    published = {row["area"]: row["published"] for row in rows}
    assert published["beijing"] == "1"
    assert published["chengdu"] == published["shenyang"] == "10="


def test_set_adds_a_rival_for_another_source_and_prefers_it(shell: Shell, sample: str) -> None:
    shell("set", sample, *CELL, "--period", "2020", "--value", "70", "--source", "emlyon-2021")
    shell("set", sample, *CELL, "--period", "2020", "--value", "72.5", "--source", "ici-2020", "--locator", "p. 3")
    shown = shell.json("show", sample, *CELL, "--period", "2020", "--json")
    assert isinstance(shown, dict)
    first, second = shown["observations"]
    assert (first["value"], second["value"]) == (70, 72.5)
    assert shown["preferred"] == second["id"]
    assert second["citations"][0]["source"] == "ici-2020"
    assert second["citations"][0]["locator"] == "p. 3"


def test_set_gives_the_sources_own_observation_the_new_value(shell: Shell, sample: str) -> None:
    shell("set", sample, *CELL, "--period", "2020", "--value", "70", "--source", "emlyon-2021")
    shell("set", sample, *CELL, "--period", "2020", "--value", "71", "--source", "emlyon-2021")
    shown = shell.json("show", sample, *CELL, "--period", "2020", "--json")
    assert isinstance(shown, dict)
    assert [one["value"] for one in shown["observations"]] == [71]


def test_set_says_who_moved_and_undo_and_redo_bring_the_ranking_back_and_forth(shell: Shell, sample: str) -> None:
    before = shell("rank", sample, "--index", "ICI-CN-SUB", "--format", "csv")
    told = shell("set", sample, *CELL, "--period", "2020", "--value", "99", "--source", "emlyon-2021")
    assert "Wuhan" in told
    assert "→" in told
    after = shell("rank", sample, "--index", "ICI-CN-SUB", "--format", "csv")
    assert after != before
    shell("undo", sample)
    assert shell("rank", sample, "--index", "ICI-CN-SUB", "--format", "csv") == before
    shell("redo", sample)
    assert shell("rank", sample, "--index", "ICI-CN-SUB", "--format", "csv") == after
    steps = shell.json("history", sample, "--json")
    assert isinstance(steps, list)
    assert len(steps) == 3


def test_a_weight_changes_scores_and_is_one_step(shell: Shell, sample: str) -> None:
    before = shell("rank", sample, "--index", "ICI-CN-SUB", "--format", "csv")
    shell("weight", sample, "--index", "ICI-CN-SUB", "--node", "research", "60")
    assert shell("rank", sample, "--index", "ICI-CN-SUB", "--format", "csv") != before
    shell("undo", sample)
    assert shell("rank", sample, "--index", "ICI-CN-SUB", "--format", "csv") == before


def test_a_citation_is_added_with_role_locator_and_quote(shell: Shell, sample: str) -> None:
    cell = ("--area", "beijing", "--indicator", "sub-idc-2019-rank")
    shown = shell.json("show", sample, *cell, "--json")
    assert isinstance(shown, dict)
    one = shown["observations"][0]["id"]
    shell("cite", sample, one, "--source", "ici-2020", "--role", "corroborates", "--locator", "p. 9", "--quote", "top")
    again = shell.json("show", sample, *cell, "--json")
    assert isinstance(again, dict)
    assert again["observations"][0]["citations"][-1] | {"id": ""} == {
        "source": "ici-2020",
        "locator": "p. 9",
        "quote": "top",
        "role": "corroborates",
        "id": "",
    }


def test_a_contested_cell_gets_a_value_only_when_somebody_decides(shell: Shell, sample: str) -> None:
    cell = ("--area", "beijing", "--indicator", "ici-i3a-5g-count", "--period", "2020")
    shown = shell.json("show", sample, *cell, "--json")
    assert isinstance(shown, dict)
    assert len(shown["observations"]) > 1
    assert shown["preferred"] is None
    chosen = shown["observations"][1]["id"]
    shell("prefer", sample, chosen)
    decided = shell.json("show", sample, *cell, "--json")
    assert isinstance(decided, dict)
    assert decided["preferred"] == chosen


def test_a_note_is_kept_and_shown_in_history(shell: Shell, sample: str) -> None:
    shell("note", sample, *CELL, "--period", "2020", "ask emlyon for the full table")
    steps = shell.json("history", sample, "--json")
    assert isinstance(steps, list)
    assert len(steps) == 1


def _set(**changed: str) -> tuple[str, ...]:
    """The words of a `set` that would pass, but for what is changed."""
    fine = {
        "area": "wuhan",
        "indicator": "sub-smart-2020-score",
        "period": "2020",
        "value": "1",
        "source": "ici-2020",
    }
    return ("set", "{file}", *(word for key, value in (fine | changed).items() for word in (f"--{key}", value)))


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("rank", "{file}", "--index", "ICI-XX"), "ICI-XX"),
        (_set(area="wuhann"), "wuhan"),
        (_set(indicator="nope"), "nope"),
        (_set(source="nobody-1999"), "nobody-1999"),
        (_set(period="20x0"), "20x0"),
        (_set(value="12,345"), "12,345"),
        (_set(value="many"), "many"),
        (_set(value="1e999"), "1e999"),
        (("prefer", "{file}", "no-such-id"), "no-such-id"),
        (("cite", "{file}", "no-such-id", "--source", "ici-2020"), "no-such-id"),
        (("weight", "{file}", "--index", "ICI-CN-SUB", "--node", "nowhere", "1"), "nowhere"),
        (("weight", "{file}", "--index", "ICI-CN-SUB", "--node", "research", "--", "-1"), "-1"),
        (("weight", "{file}", "--index", "ICI-CN-SUB", "--node", "research", "nan"), "nan"),
        (("undo", "{file}"), "undo"),
        (("redo", "{file}"), "redo"),
        (("new", "{file}", "--sample"), "sample.citeria"),
        (("rank", "{file}.missing", "--index", "ICI-CN"), "missing"),
        (("export", "{file}", "{file}.d/none/out.xlsx"), "none"),
    ],
)
def test_bad_input_is_named_and_changes_nothing(shell: Shell, sample: str, words: tuple[str, ...], named: str) -> None:
    before = shell("info", sample, "--json")
    assert named in shell.refused(*(word.replace("{file}", sample) for word in words))
    assert shell("info", sample, "--json") == before


def test_everything_wrong_with_a_command_is_said_at_once(shell: Shell, sample: str) -> None:
    words = _set(area="wuhann", indicator="nope", period="20x0", source="nobody-1999")
    told = shell.refused(*(word.replace("{file}", sample) for word in words)).splitlines()
    assert len(told) == 4
    for line, named in zip(told, ("wuhann", "nope", "20x0", "nobody-1999"), strict=True):
        assert named in line


def test_a_locale_settles_an_ambiguous_number(shell: Shell, sample: str) -> None:
    for locale, value in (("en", 12345), ("de", 12.345)):
        shell("set", sample, *CELL, "--period", "2020", "--value", "12,345", "--source", "ici-2020", "--locale", locale)
        shown = shell.json("show", sample, *CELL, "--period", "2020", "--json")
        assert isinstance(shown, dict)
        assert shown["observations"][-1]["value"] == value
        assert shown["observations"][-1]["printed"] == "12,345"


def test_without_a_display_the_window_says_so_and_does_its_job_in_the_terminal(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    file = tmp_path / "build" / "sample.citeria"
    told = shell("--sample", str(file))
    assert "no display" in told
    assert "ICI-CN-SUB" in told
    assert "Beijing" in told
    assert file.with_suffix(".xlsx").stat().st_size > 10_000
    made = file.read_bytes()
    shell("--sample", str(file))
    assert file.read_bytes() == made


def test_a_copy_takes_the_place_of_nothing_unless_told_to(shell: Shell, sample: str, tmp_path: Path) -> None:
    other = tmp_path / "thesis.citeria"
    shell("new", str(other), "--title", "My thesis")
    before = other.read_bytes()
    assert "--force" in shell.refused("copy", sample, str(other))
    assert other.read_bytes() == before
    shell("copy", sample, str(other), "--force")
    assert shell("info", str(other)).count("548") == 2


@pytest.mark.parametrize("words", [("hello",), ("--period", "2020", "hello")])
def test_a_note_about_nothing_is_refused_in_words(shell: Shell, sample: str, words: tuple[str, ...]) -> None:
    assert "A note has to be about something" in shell.refused("note", sample, *words)


def test_what_the_window_can_say_of_a_value_the_command_line_can_too(shell: Shell, sample: str) -> None:
    def observations() -> list[dict[str, object]]:
        shown = shell.json("show", sample, *CELL, "--period", "2020", "--json")
        assert isinstance(shown, dict)
        found: list[dict[str, object]] = shown["observations"]
        return found

    (held,) = observations()
    one = str(held["id"])
    shell("describe", sample, one, "--status", "estimated", "--qualifier", "~", "--flag", "break")
    (held,) = observations()
    assert (held["status"], held["qualifier"], held["flags"]) == ("estimated", "~", ["break"])
    citations = held["citations"]
    assert isinstance(citations, list)
    shell("uncite", sample, citations[0]["id"])
    assert observations()[0]["citations"] == []
    shell("missing", sample, *CELL, "--period", "2020", "--reason", "suppressed")
    assert [one["missing"] for one in observations()] == [None, "suppressed"]
    shell("remove", sample, one)
    assert [one["missing"] for one in observations()] == ["suppressed"]
    for _ in range(4):
        shell("undo", sample)
    assert observations()[0]["status"] == "reported"
    assert len(observations()) == 1


@pytest.mark.parametrize("what", ["areas", "indicators", "indices", "nodes", "groups", "published"])
def test_codes_are_listed(shell: Shell, sample: str, what: str) -> None:
    records = shell.json("list", what, sample, "--json")
    assert isinstance(records, list)
    assert len(shell("list", what, sample).splitlines()) == len(records) + 1


def test_an_unknown_code_among_few_names_them_all(shell: Shell, sample: str) -> None:
    told = shell.refused("rank", sample, "--index", "NOPE")
    assert "ICI-CN" in told
    assert "ICI-CN-SUB" in told


def test_a_step_that_changes_nothing_says_so(shell: Shell, sample: str) -> None:
    assert shell("weight", sample, "--index", "ICI-CN-SUB", "--node", "research", "30") == "Nothing to change.\n"
    assert shell.json("history", sample, "--json") == []


@pytest.mark.parametrize("words", [("--sample", "{file}"), ("list", "areas", "{file}")])
def test_a_reader_who_has_seen_enough_is_no_error(sample: str, words: tuple[str, ...]) -> None:
    command = [sys.executable, "-u", "-m", "citeria_desktop", *(word.replace("{file}", sample) for word in words)]
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=offscreen) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        told = running.stderr.read()
    assert (running.returncode, told) == (0, b"")
