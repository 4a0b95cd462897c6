"""`citeria shares` and the arguments of `citeria rank` that choose, order and group the rows."""

from pathlib import Path

from shell import Shell

from citeria_db.store import Project
from citeria_desktop.session import Session


def test_shares_are_told_and_set_exactly_a_hundred_together(sample: str, shell: Shell) -> None:
    told = shell("shares", sample, "--index", "ICI-CN-SUB").splitlines()
    assert told[1].split() == ["enterprise", "Enterprise", "44.4445", "%", "40"]
    done = shell("shares", sample, "--index", "ICI-CN-SUB", "--set", "enterprise=60", "--lock", "research")
    assert done.startswith("Weights: Enterprise 60, Research 33.3333, Infrastructure 6.6667.")
    assert shell.json("shares", sample, "--index", "ICI-CN-SUB", "--json") == {
        "enterprise": 60,
        "research": 33.3333,
        "infrastructure": 6.6667,
    }
    shell("shares", sample, "--index", "ICI-CN-SUB", "--set", "enterprise=50", "--set", "research=30")
    held = shell.json("shares", sample, "--index", "ICI-CN-SUB", "--json")
    assert held == {"enterprise": 50, "research": 30, "infrastructure": 20}
    shell("shares", sample, "--index", "ICI-CN-SUB", "--reset")
    assert shell("shares", sample, "--index", "ICI-CN-SUB").splitlines() == told


def test_the_shares_inside_a_part_are_those_of_its_parts(sample: str, shell: Shell) -> None:
    shell("shares", sample, "--index", "ICI-CN-SUB", "--node", "enterprise", "--equal")
    inside = shell.json("shares", sample, "--index", "ICI-CN-SUB", "--node", "enterprise", "--json")
    assert isinstance(inside, dict)
    assert sum(inside.values()) == 100
    assert len(set(inside.values())) == 1


def test_a_share_that_locks_and_earlier_ones_leave_no_room_for_is_refused(sample: str, shell: Shell) -> None:
    before = shell("shares", sample, "--index", "ICI-CN-SUB")
    here = "shares", sample, "--index", "ICI-CN-SUB"
    assert "and 55.5555 %" in shell.refused(*here, "--set", "research=60", "--lock", "enterprise")
    all_three = ("--set", "enterprise=50", "--set", "research=30", "--set", "infrastructure=30")
    assert "between 20.0000 and 20.0000 %" in shell.refused(*here, *all_three)
    assert shell(*here) == before


def test_everything_wrong_with_shares_is_said_at_once_and_nothing_changes(sample: str, shell: Shell) -> None:
    before = shell("shares", sample, "--index", "ICI-CN-SUB")
    told = shell.refused(
        *("shares", sample, "--index", "ICI-CN-SUB", "--set", "enterprise=120", "--set", "nobody=3", "--lock", "me")
    ).splitlines()
    assert len(told) == 3
    assert all("Write CODE=SHARE" in line for line in told)
    assert "has no parts" in shell.refused("shares", sample, "--index", "ICI-CN-SUB", "--node", "nowhere")
    assert shell("shares", sample, "--index", "ICI-CN-SUB") == before


def test_a_ranking_is_filtered_sorted_and_grouped(sample: str, shell: Shell) -> None:
    def names(*words: str) -> list[str]:
        rows = shell.json("rank", sample, "--index", "ICI-CN-SUB", "--format", "json", *words)
        assert isinstance(rows, list)
        return [row["area"] for row in rows]

    assert names("--text", "sh") == ["shanghai", "shenzhen", "shenyang"]
    assert names("--text", "武") == ["wuhan"]
    assert names("--score", "40-60") == ["guangzhou", "wuhan"]
    assert names("--sort", "name:falling", "--top", "2") == ["xian", "wuhan"]
    assert names("--sort", "research:falling", "--complete")[0] == "beijing"
    assert names("--points", "research=30-40") == ["beijing", "shanghai"]
    with Project.open(Path(sample), read_only=True) as project:
        readings = Session(project, "ICI-CN-SUB").readings
    high = [area for area in names() if (readings[area, "sub-smart-2020-score"].value or 0) >= 55]
    assert names("--value", "sub-smart-2020-score=> 55") == high != names()
    assert names("--sort", "best", "--sort", "name")[0] == "beijing"
    assert set(names("--sort", "interval:falling")) == set(names())
    assert names("--sort", "gained") == names()  # without a snapshot nobody has moved
    with Project.open(Path(sample), read_only=True) as project:
        grouping = project.groupings.all()[0]
    rows = names("--grouping", grouping.code, "--top", "1")
    assert rows[0] == ""  # a group, with the means of its areas
    assert rows[1] in grouping.groups[0].members
    inside = names("--grouping", grouping.code, "--within", grouping.groups[1].code, "--recount")
    assert set(inside) - {""} == set(grouping.groups[1].members)


def test_ranges_of_what_there_is_not_are_told_at_once(sample: str, shell: Shell) -> None:
    told = shell.refused(
        *(
            "rank",
            sample,
            "--index",
            "ICI-CN-SUB",
            "--points",
            "resaerch=3",
            "--value",
            "nothing=3",
            "--points",
            "research=x",
        )
    ).splitlines()
    assert len(told) == 3


def test_what_there_is_not_to_arrange_by_is_said_at_once(sample: str, shell: Shell) -> None:
    told = shell.refused(
        *("rank", sample, "--index", "ICI-CN-SUB", "--sort", "scor", "--grouping", "none-such", "--score", "high")
    ).splitlines()
    assert len(told) == 3
    assert "Did you mean “score”?" in "\n".join(told)
