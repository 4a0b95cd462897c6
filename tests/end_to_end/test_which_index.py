"""Commands about one index: it need not be named where there is only one."""

from pathlib import Path

from shell import Shell


def test_the_only_index_need_not_be_named(tmp_path: Path, shell: Shell) -> None:
    file = str(tmp_path / "own.citeria")
    shell("new", file)
    assert "none yet" in shell.refused("recipe", file)
    shell("add", "area", file, "wuhan", "--name", "Wuhan")
    shell("add", "indicator", file, "firms", "--name", "Firms")
    shell("add", "index", file, "OWN", "--name", "Own", "--as-of", "2020")
    shell("add", "node", file, "firms", "--indicator", "firms")
    shell("rename", "node", file, "firms", "Firms that count")
    assert "min-max" in shell("recipe", file)
    shell("weight", file, "--node", "firms", "3")
    assert shell.json("shares", file, "--json") == {"firms": 100.0}
    shell("add", "index", file, "OTHER", "--name", "Other", "--as-of", "2020")
    for words in (
        ("recipe", file),
        ("shares", file),
        ("weight", file, "--node", "firms", "3"),
        ("add", "node", file, "part"),
        ("rename", "node", file, "firms", "Firms"),
        ("move", "node", file, "firms", "--at", "0"),
    ):
        assert "Say which index is meant: --index CODE. The project has OWN, OTHER." in shell.refused(*words)
