"""`citeria sources …` and `citeria bibliography` as a script uses them."""

import json
from pathlib import Path
from typing import Any

import pytest
from shell import Shell


def listed(shell: Shell, file: str) -> dict[str, Any]:
    found = shell.json("sources", "list", file, "--json")
    assert isinstance(found, list)
    return {one["key"]: one for one in found}


@pytest.mark.parametrize("ending", ["json", "bib", "ris"])
def test_an_exported_library_fills_an_empty_project_with_the_same(
    shell: Shell, sample: str, tmp_path: Path, ending: str
) -> None:
    out, other = str(tmp_path / f"library.{ending}"), str(tmp_path / "other.citeria")
    shell("new", other)
    assert "Wrote 100 sources" in shell("sources", "export", sample, out)
    assert "Imported 100 of 100 sources" in shell("sources", "import", other, out)
    ours, theirs = (shell.json("sources", "list", file, "--json") for file in (sample, other))
    assert isinstance(ours, list)
    assert isinstance(theirs, list)
    assert [{**one, "cited": 0} for one in ours] == theirs
    assert shell("undo", other).startswith("Undone: Import 100 sources")
    assert shell.json("sources", "list", other, "--json") == []


def test_importing_ones_own_export_adds_nothing(shell: Shell, sample: str, tmp_path: Path) -> None:
    out = str(tmp_path / "library.ris")
    shell("sources", "export", sample, out)
    told = shell("sources", "import", sample, out)
    assert "ici-2020 is here already.\n" in told
    assert "Imported 0 of 100" in told
    assert shell.json("history", sample, "--json") == []


def test_a_taken_key_is_refused_and_renamed_on_demand(shell: Shell, sample: str, tmp_path: Path) -> None:
    refs = tmp_path / "a.bib"
    refs.write_text("@book{ici-2020, title = {Something else}, author = {Other, A.}}", encoding="utf-8")
    told = shell.refused("sources", "import", sample, str(refs))
    assert "Riemer" in told
    assert "Something else" in told
    found = shell.json("sources", "import", sample, str(refs), "--rename", "--json")
    assert isinstance(found, dict)
    assert found["added"] == ["ici-2020-2"]
    assert shell.json("history", sample, "--json") != []


def test_a_broken_file_changes_nothing_and_names_its_lines(shell: Shell, sample: str, tmp_path: Path) -> None:
    refs = tmp_path / "a.bib"
    refs.write_text("@book{ok, title = {A}}\n@book{bad, title = {B}\n", encoding="utf-8")
    assert "a.bib:2: " in shell.refused("sources", "import", sample, str(refs))
    assert "*.ris" in shell.refused("sources", "export", sample, str(tmp_path / "a.docx"))
    assert shell.refused("sources", "import", sample, str(tmp_path / "none.bib"))
    assert shell.json("history", sample, "--json") == []


def test_a_file_in_another_encoding_is_read_and_said_so(shell: Shell, sample: str, tmp_path: Path) -> None:
    refs = tmp_path / "a.ris"
    refs.write_bytes("TY  - BOOK\nID  - gorod\nTI  - Умные города мира\nER  - \n".encode("cp1251"))
    assert "was read as cp1251" in shell("sources", "import", sample, str(refs))
    refs.write_bytes("TY  - BOOK\nID  - cafe\nTI  - Café\nER  - \n".encode("latin-1"))
    assert "--encoding" in shell.refused("sources", "import", sample, str(refs))
    assert "Imported 1 of 1" in shell("sources", "import", sample, str(refs), "--encoding", "latin-1")


def test_duplicates_are_found_and_merged(shell: Shell, sample: str, tmp_path: Path) -> None:
    assert shell("sources", "duplicates", sample) == "No source stands here twice.\n"
    again = {
        "id": "again",
        "type": "article-journal",
        "title": "Liu's paper",
        "DOI": "10.35854/1998-1627-2025-12-1634-1646",
    }
    near = {
        "id": "near",
        "type": "webpage",
        "title": "N",
        "URL": "https://aiworld.eu/story/mapping-chinas-ai-landscapes-2023-2025",
    }
    (tmp_path / "a.json").write_text(json.dumps([again, near]), encoding="utf-8")
    told = shell("sources", "import", sample, str(tmp_path / "a.json"))
    assert "liu-2025 and again look like one source." in told
    assert "aiworld-2026 and near have almost the same address." in told
    found = shell.json("sources", "duplicates", sample, "--json")
    assert isinstance(found, dict)
    assert [(group["keep"], group["keys"]) for group in found["duplicates"]] == [("liu-2025", ["liu-2025", "again"])]
    assert [(pair["first"], pair["second"]) for pair in found["warnings"]] == [("aiworld-2026", "near")]
    assert f"citeria sources merge {sample} liu-2025 again" in shell("sources", "duplicates", sample)
    assert "Merged again into liu-2025" in shell("sources", "merge", sample, "liu-2025", "again")
    assert "merged into “liu-2025”" in shell.refused("sources", "merge", sample, "liu-2025", "again")
    assert "There is no source" in shell.refused("sources", "merge", sample, "liu-2025", "nobody")
    assert "again" not in listed(shell, sample)
    shell("undo", sample)
    assert len(listed(shell, sample)) == 102


def test_a_source_is_edited_in_one_step_and_then_due(shell: Shell, sample: str) -> None:
    words = (
        "--set",
        "title=New title",
        "--set",
        "author=Liu, Mingzhu; A Body",
        "--set",
        "issued=2025-12",
        "--tag",
        "ai",
    )
    shell("sources", "edit", sample, "liu-2025", *words, "--reliability", "2", "--update-period", "30")
    held = listed(shell, sample)["liu-2025"]
    assert held["csl"]["author"] == [{"family": "Liu", "given": "Mingzhu"}, {"literal": "A Body"}]
    assert held["csl"]["issued"] == {"date-parts": [[2025, 12]]}
    assert held["csl"]["keyword"] == "ai"
    steps = shell.json("history", sample, "--json")
    assert isinstance(steps, list)
    assert len(steps) == 1
    due = shell.json("sources", "due", sample, "--on", "2026-12-22", "--json")
    assert isinstance(due, dict)
    assert [one["key"] for one in due["due"]] == ["liu-2025"]
    assert due["stale"] == []
    later = shell.json("sources", "due", sample, "--on", "2030-01-01", "--json")
    assert isinstance(later, dict)
    assert len(later["stale"]) > 50
    assert "liu-2025" not in shell("sources", "due", sample, "--on", "2026-12-21")
    assert shell.refused("sources", "due", sample, "--on", "soon")
    assert "1 (best) to 5" in shell.refused("sources", "edit", sample, "liu-2025", "--reliability", "9")


def test_a_bibliography_is_one_entry_a_line_or_a_page(shell: Shell, sample: str) -> None:
    plain = shell("bibliography", sample, "--style", "apa")
    assert plain.count("\n") == 100
    assert "Riemer, K., Peter, S., Curtis, H., & Pan, K. (2020)." in plain
    page = shell("bibliography", sample, "--style", "ieee", "--html", "--key", "ici-2020")
    assert page.startswith("<!DOCTYPE html>")
    assert "[1] K. Riemer" in page
    found = shell.json("bibliography", sample, "--style", "gost-r-7-0-5-2008-numeric", "--lang", "ru", "--json")
    assert isinstance(found, list)
    assert "Riemer K. и др." in found[0]["text"]
    assert "The styles are" in shell.refused("bibliography", sample, "--style", "mla")
    assert shell.refused("bibliography", sample, "--style", "apa", "--lang", "klingon")
