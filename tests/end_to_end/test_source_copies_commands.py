"""Archived copies, new editions, upkeep and deleting by command, as a script uses them."""

from pathlib import Path
from typing import Any

from shell import Shell

PDF = b"%PDF-1.7\nfigures\n%%EOF\n"


def put(folder: Path, content: bytes = PDF, name: str = "report.pdf") -> str:
    (folder / name).write_bytes(content)
    return str(folder / name)


def copies(shell: Shell, *words: str) -> list[dict[str, Any]]:
    found = shell.json("sources", "copies", *words, "--json")
    assert isinstance(found, list)
    return found


def latest(shell: Shell, file: str) -> dict[str, Any]:
    found = shell.json("history", file, "--json")
    assert isinstance(found, list)
    return dict(found[0])


def test_a_copy_is_archived_listed_verified_and_written_out(shell: Shell, sample: str, tmp_path: Path) -> None:
    told = shell("sources", "archive", sample, "ici-2020", put(tmp_path), "--reason", "before it goes")
    assert told.startswith("Archived report.pdf (23 bytes, sha256 ")
    assert (latest(shell, sample)["label"], latest(shell, sample)["reason"]) == (
        "Archive report.pdf for ici-2020",
        "before it goes",
    )
    (copy,) = copies(shell, sample, "--verify")
    assert (copy["source"], copy["name"], copy["mime"], copy["state"]) == (
        "ici-2020",
        "report.pdf",
        "application/pdf",
        "held",
    )
    assert copy["citations"] == []
    assert copies(shell, sample, "liu-2025") == []
    shell("sources", "extract", sample, "ici-2020", str(tmp_path / "out.pdf"))
    assert (tmp_path / "out.pdf").read_bytes() == PDF
    assert "already" in shell.refused("sources", "extract", sample, copy["sha256"][:10], str(tmp_path / "out.pdf"))
    assert "the same bytes" in shell("sources", "archive", sample, "ici-2020", put(tmp_path))
    assert "report.pdf" in shell("sources", "unarchive", sample, "ici-2020")
    shell("undo", sample)
    assert copies(shell, sample) == [copy]


def test_a_revision_in_place_is_told_with_the_citations_to_check_until_acknowledged(
    shell: Shell, sample: str, tmp_path: Path
) -> None:
    shell("sources", "archive", sample, "ici-2020", put(tmp_path))
    told = shell("sources", "archive", sample, "ici-2020", put(tmp_path, PDF + b"other"))
    assert "version and date are unchanged" in told
    earlier, later = copies(shell, sample, "ici-2020")
    assert (earlier["revised"], later["revised"]) == (False, True)
    assert len(later["citations"]) > 10
    assert "revised in place: " in shell("sources", "copies", sample)
    changed = shell.json("sources", "list", sample, "--changed", "--json")
    assert isinstance(changed, list)
    assert [one["key"] for one in changed] == ["ici-2020"]
    assert "Name one by the beginning" in shell.refused("sources", "acknowledge", sample, "ici-2020")
    shell("sources", "acknowledge", sample, later["sha256"][:8])
    assert copies(shell, sample)[1]["citations"] == []
    assert latest(shell, sample)["label"] == "Acknowledge the change of report.pdf of ici-2020"


def test_a_linked_file_that_changed_or_went_is_told(shell: Shell, sample: str, tmp_path: Path) -> None:
    path = put(tmp_path)
    assert shell("sources", "archive", sample, "liu-2025", path, "--link").startswith("Linked report.pdf")
    assert copies(shell, sample)[0]["state"] == "linked"
    put(tmp_path, PDF.replace(b"figures", b"FIGURES"))
    (copy,) = copies(shell, sample, "--verify")
    assert (copy["state"], len(copy["citations"])) == ("changed", 48)
    Path(path).unlink()
    assert copies(shell, sample)[0]["state"] == "missing"
    assert "there is no file" in shell.refused("sources", "extract", sample, "liu-2025", str(tmp_path / "o"))


def test_what_cannot_be_archived_is_refused(shell: Shell, sample: str, tmp_path: Path) -> None:
    assert "no PDF" in shell.refused("sources", "archive", sample, "ici-2020", put(tmp_path, b"MZ\x90\0"))
    assert "no such file" in shell.refused("sources", "archive", sample, "ici-2020", str(tmp_path / "none.pdf"))
    assert "There is no source" in shell.refused("sources", "archive", sample, "nobody", put(tmp_path))
    assert "None has been archived yet" in shell.refused("sources", "extract", sample, "abcdef1", "x")
    assert shell.json("history", sample, "--json") == []


def test_values_are_cited_to_a_new_edition_after_a_look(shell: Shell, sample: str) -> None:
    shell("add", "source", sample, "ici-2021", "--title", "The second edition")
    words = ("sources", "recite", sample, "ici-2020", "ici-2021", "--locator", "p. 3=p. 5")
    looked = shell.json(*words, "--dry-run", "--json")
    assert isinstance(looked, dict)
    assert looked["done"] is False
    assert len(looked["citations"]) > 10
    assert {"area", "indicator", "locator", "new_locator", "quote", "quote_to_check", "joins"} <= set(
        looked["citations"][0]
    )
    code = looked["citations"][0]["indicator"]
    few = sum(one["indicator"] == code for one in looked["citations"])
    assert f"{few} citation" in shell(*words, "--indicator", code, "--reason", "it is out")
    assert latest(shell, sample)["label"].startswith("Cite ici-2021 instead of ici-2020 for ")
    assert latest(shell, sample)["reason"] == "it is out"
    left = shell.json(*words, "--dry-run", "--json")
    assert isinstance(left, dict)
    assert len(left["citations"]) == len(looked["citations"]) - few
    assert "OLD=NEW" in shell.refused(*words, "--locator", "p. 3")
    assert "There is no indicator" in shell.refused(*words, "--indicator", "nothing")


def test_upkeep_is_set_in_one_step(shell: Shell, sample: str) -> None:
    words = "--tag ai --tag china --reliability 2 --pedigree 1,2,?,1,1 --update-days 365 --derived-from ici-2020"
    told = shell.json("sources", "set", sample, "liu-2025", *words.split(), "--note", "Read twice", "--json")
    assert isinstance(told, dict)
    assert told["note"] == "Read twice"
    assert told["csl"]["keyword"] == "ai, china"
    kept = told["upkeep"]
    assert (kept["reliability"], kept["pedigree"], kept["update_period_days"], kept["derived_from"]) == (
        2,
        [1, 2, None, 1, 1],
        365,
        "ici-2020",
    )
    found = shell.json("sources", "list", sample, "--tag", "ai", "--type", "article-journal", "--json")
    assert isinstance(found, list)
    assert [one["key"] for one in found] == ["liu-2025"]
    shell("sources", "set", sample, "liu-2025", "--derived-from", "")
    for wrong in (("--pedigree", "1,2"), ("--pedigree", "1,2,3,4,6"), ("--derived-from", "nobody")):
        assert shell.refused("sources", "set", sample, "liu-2025", *wrong)
    steps = shell.json("history", sample, "--json")
    assert isinstance(steps, list)
    assert len(steps) == 2


def test_one_source_is_shown_with_all_there_is_to_it(shell: Shell, sample: str, tmp_path: Path) -> None:
    shell("sources", "set", sample, "liu-2025", "--tag", "ai", "--reliability", "2", "--pedigree", "?,?,3,?,?")
    shell("sources", "archive", sample, "liu-2025", put(tmp_path))
    shell("sources", "archive", sample, "liu-2025", put(tmp_path, PDF + b"other"))
    told = shell.json("sources", "show", sample, "liu-2025", "--json")
    assert isinstance(told, dict)
    assert told["upkeep"]["pedigree"] == [None, None, 3, None, None]
    assert [copy["revised"] for copy in told["copies"]] == [False, True]
    assert len(told["citations"]) == told["cited"] == 48
    assert all(one["to_check"] for one in told["citations"])
    lines = shell("sources", "show", sample, "liu-2025").splitlines()
    assert lines[0].startswith("Liu Mingzhu (2025).")
    assert {"tags: ai", "reliability: 2", "pedigree: temporal 3"} <= set(lines)
    assert lines[-1].endswith("to be checked")
    shell("sources", "merge", sample, "ici-2020", "liu-2025")
    assert "merged into: ici-2020" in shell("sources", "show", sample, "liu-2025")
    assert "There is no source" in shell.refused("sources", "show", sample, "nobody")


def test_a_source_is_deleted_only_when_nothing_cites_it(shell: Shell, sample: str) -> None:
    assert "Merge it into" in shell.refused("sources", "delete", sample, "liu-2025")
    shell("add", "source", sample, "spare", "--title", "Nobody cites it")
    uncited = shell.json("sources", "list", sample, "--uncited", "--json")
    assert isinstance(uncited, list)
    assert "spare" in {one["key"] for one in uncited}
    assert shell("sources", "delete", sample, "spare") == "Deleted spare\n"
    shell("undo", sample)
    assert shell.json("sources", "delete", sample, "spare", "--json") == {"deleted": "spare"}


def test_adding_what_is_here_already_is_told(shell: Shell, sample: str) -> None:
    told = shell("add", "source", sample, "--title", "Anything", "--doi", "10.35854/1998-1627-2025-12-1634-1646")
    assert "liu-2025 looks like the same source (doi): Liu Mingzhu (2025)" in told


def test_a_chinese_author_makes_the_same_key_by_command_and_by_import(
    shell: Shell, sample: str, tmp_path: Path
) -> None:
    shell("add", "source", sample, "--title", "城市", "--author", "刘明珠", "--year", "2025")
    refs = tmp_path / "a.ris"
    refs.write_text("TY  - BOOK\nTI  - 另一本书\nAU  - 刘明珠\nPY  - 2025\nER  - \n", encoding="utf-8")
    found = shell.json("sources", "import", sample, str(refs), "--json")
    assert isinstance(found, dict)
    assert found["added"] == ["刘明珠-2025-b"]
