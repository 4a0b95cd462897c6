"""Archived copies: held inside by content or linked, looked at, written out, and never a danger to anybody."""

import hashlib
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeria_core.archived import ArchivedCopy, CopyState
from citeria_db import operations, source_operations
from citeria_db.archive import content as bytes_of
from citeria_db.archive import extracting
from citeria_db.archive.errors import (
    ChangingCopyError,
    CopyTargetError,
    LostCopyError,
    SeveralCopiesError,
    TooLargeCopyError,
    UnknownCopyError,
    UnknownKindError,
    UnreadableCopyError,
)
from citeria_db.archive.kinds import kind_of, safe_name
from citeria_db.archive.operations import acknowledge, archive, remove_copy
from citeria_db.changes import NO_CHANGES
from citeria_db.errors import ReadOnlyError, StoppedError
from citeria_db.store import Project

Content = Callable[[Path], dict[str, Any]]
PDF = b"%PDF-1.7\nfigures of 2020\n%%EOF\n"
OTHER = b"%PDF-1.7\nother figures\n%%EOF\n"


def put(folder: Path, content: bytes = PDF, name: str = "report.pdf") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def verified(project: Project, copy: ArchivedCopy) -> CopyState:
    return project.copies.verify([copy])[copy.id]


def the_value(project: Project) -> Any:
    (found,) = project.observations.cell("alpha", "firms")
    return found


def test_a_copy_is_held_with_its_checksum_and_undo_and_redo_take_and_bring_it(
    project: Project, tmp_path: Path, content: Content
) -> None:
    before = content(project.path)
    changes = archive(project, "smith-2020", put(tmp_path))
    assert changes.step is not None
    assert changes.step.label == "Archive report.pdf for smith-2020"
    (copy,) = project.copies.of("smith-2020")
    assert copy.sha256 == hashlib.sha256(PDF).hexdigest()
    assert (copy.name, copy.mime, copy.size, copy.link) == ("report.pdf", "application/pdf", len(PDF), "")
    assert copy.url.startswith("https://www.example.org/figures/")
    assert copy.edition == "[[2020]]"
    project.undo()
    assert content(project.path) == before
    assert project.copies.all() == ()
    project.redo()
    (tmp_path / "report.pdf").unlink()
    assert project.copies.all() == (copy,)
    assert verified(project, copy) is CopyState.HELD
    extracting.extract(project, copy, tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").read_bytes() == PDF


def test_the_same_bytes_are_held_once_whoever_they_are_for(project: Project, tmp_path: Path) -> None:
    path = put(tmp_path)
    archive(project, "smith-2020", path)
    assert archive(project, "smith-2020", path) == NO_CHANGES
    archive(project, "office-2021", path)
    assert project.copies.bytes_held() == len(PDF)
    assert len(project.history.steps()) == 2


def test_a_large_file_is_held_in_parts_that_come_back_whole(project: Project, tmp_path: Path) -> None:
    large = b"%PDF-" + bytes(range(256)) * 12_000
    told: list[tuple[int, int]] = []
    archive(project, "smith-2020", put(tmp_path, large), progress=lambda done, whole: told.append((done, whole)))
    assert told[-1] == (len(large), len(large))
    assert len(told) == 2 * 3
    (copy,) = project.copies.all()
    assert b"".join(bytes_of.held_parts(project.connection, copy.sha256)) == large


def test_what_is_held_is_never_changed_nor_removed(project: Project, tmp_path: Path) -> None:
    archive(project, "smith-2020", put(tmp_path))
    with closing(sqlite3.connect(project.path)) as plain:
        for sql in (
            "UPDATE held_part SET content = x'00'",
            "DELETE FROM held_part",
            "INSERT OR REPLACE INTO held_part SELECT sha256, part, x'00' FROM held_part",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="citeria: what is held"):
                plain.execute(sql)


def test_a_copy_added_by_another_program_is_in_the_history(project: Project) -> None:
    with closing(sqlite3.connect(project.path)) as plain, plain:
        plain.execute(
            "INSERT INTO archived_copy (id, source_id, sha256, size, mime, name, captured)"
            " SELECT 'c', id, ?, 1, 'text/plain', '../../x', '2026' FROM source WHERE key = 'smith-2020'",
            ("0" * 64,),
        )
    assert project.history.undo_label() == "outside Citeria"
    copy = project.copies.get("c")
    assert verified(project, copy) is CopyState.DAMAGED
    with pytest.raises(LostCopyError, match="other bytes than were put by"):
        extracting.extract(project, copy, project.path.with_name("out"))


def test_a_linked_file_stays_where_it_is_and_is_watched(project: Project, tmp_path: Path) -> None:
    path = put(tmp_path)
    archive(project, "smith-2020", path, link=True)
    (copy,) = project.copies.all()
    assert copy.link == "report.pdf"  # beside the project: both can be moved together
    assert project.copies.bytes_held() == 0
    assert project.copies.state(copy) is CopyState.LINKED
    path.touch()
    assert project.copies.state(copy) is CopyState.LINKED
    put(tmp_path, PDF.replace(b"2020", b"2021"))
    assert project.copies.state(copy) is CopyState.CHANGED
    put(tmp_path, OTHER)
    assert verified(project, copy) is CopyState.CHANGED
    path.unlink()
    assert project.copies.state(copy) is CopyState.MISSING
    with pytest.raises(LostCopyError, match="there is no file"):
        extracting.extract(project, copy, tmp_path / "out.pdf")


def test_a_changed_link_casts_doubt_on_its_citations_until_somebody_takes_it_as_good(
    project: Project, tmp_path: Path, content: Content
) -> None:
    (cited,) = the_value(project).citations
    archive(project, "smith-2020", put(tmp_path), link=True)
    assert project.copies.doubted() == frozenset()
    put(tmp_path, OTHER)
    assert project.copies.doubted() == {cited.id}
    before = content(project.path)
    (copy,) = project.copies.all()
    acknowledge(project, copy.id)
    assert project.copies.doubted() == frozenset()
    put(tmp_path, OTHER + b"again")
    assert project.copies.doubted() == {cited.id}
    project.undo()
    assert content(project.path) == before


def test_other_bytes_at_the_same_address_cast_doubt_on_what_was_cited_before(project: Project, tmp_path: Path) -> None:
    (cited,) = the_value(project).citations
    archive(project, "smith-2020", put(tmp_path))
    archive(project, "smith-2020", put(tmp_path, OTHER, "again.pdf"))
    (found,) = project.copies.revisions()
    assert (found.earlier.name, found.later.name) == ("report.pdf", "again.pdf")
    assert project.copies.doubted() == {cited.id}
    operations.cite(project, the_value(project).id, "office-2021")
    assert project.copies.doubted() == {cited.id}
    acknowledge(project, found.later.id)
    assert project.copies.doubted() == frozenset()
    project.undo()
    with project.transact("read again"):
        project.citations.change(replace(cited, retrieved=found.later.captured[:10]))
    assert project.copies.doubted() == frozenset()


def test_a_citation_made_after_the_revision_rests_on_it(project: Project, tmp_path: Path) -> None:
    with project.transact("uncite"):
        project.citations.remove(the_value(project).citations[0].id)
    archive(project, "smith-2020", put(tmp_path))
    archive(project, "smith-2020", put(tmp_path, OTHER))
    operations.cite(project, the_value(project).id, "smith-2020")
    assert len(project.copies.revisions()) == 1
    assert project.copies.doubted() == frozenset()


def test_a_new_edition_or_a_copy_from_nowhere_is_no_revision(project: Project, tmp_path: Path) -> None:
    archive(project, "smith-2020", put(tmp_path))
    archive(project, "smith-2020", put(tmp_path, OTHER + b"appendix"), url="")
    source_operations.edit_source(project, "smith-2020", {"version": "2"})
    archive(project, "smith-2020", put(tmp_path, OTHER))
    assert project.copies.revisions() == ()


def test_copies_go_along_with_a_merge_and_go_with_a_deleted_source(
    project: Project, tmp_path: Path, content: Content
) -> None:
    archive(project, "smith-2020", put(tmp_path))
    source_operations.merge_sources(project, "office-2021", ["smith-2020"])
    assert [copy.source for copy in project.copies.all()] == ["office-2021"]
    with project.transact("add"):
        project.sources.add(replace(project.sources.get("office-2021"), key="third", csl={"type": "book"}, note="n"))
    archive(project, "third", put(tmp_path))
    before = content(project.path)
    source_operations.remove_source(project, "third")
    assert [copy.source for copy in project.copies.all()] == ["office-2021"]
    project.undo()
    assert content(project.path) == before


def test_a_copy_is_removed_in_one_step_and_undo_finds_its_bytes(project: Project, tmp_path: Path) -> None:
    archive(project, "smith-2020", put(tmp_path))
    (copy,) = project.copies.all()
    remove_copy(project, copy.id)
    assert project.copies.all() == ()
    with pytest.raises(UnknownCopyError):
        remove_copy(project, copy.id)
    project.undo()
    assert verified(project, project.copies.get(copy.id)) is CopyState.HELD


def test_a_copy_of_the_project_holds_its_copies_too(project: Project, tmp_path: Path) -> None:
    archive(project, "smith-2020", put(tmp_path))
    project.save_copy(tmp_path / "copy.citeria")
    with Project.open(tmp_path / "copy.citeria") as other:
        (copy,) = other.copies.all()
        assert verified(other, copy) is CopyState.HELD


def test_a_citation_read_after_a_link_changed_does_not_rest_on_it(project: Project, tmp_path: Path) -> None:
    (cited,) = the_value(project).citations
    archive(project, "smith-2020", put(tmp_path), link=True)
    os.utime(put(tmp_path, OTHER), (4_000_000_000, 4_000_000_000))  # 2096-10-02
    assert project.copies.doubted() == {cited.id}
    with project.transact("read again"):
        project.citations.change(replace(cited, retrieved="2096-10-02"))
    assert project.copies.doubted() == frozenset()


def test_a_copy_is_named_by_its_source_or_the_beginning_of_its_checksum(project: Project, tmp_path: Path) -> None:
    archive(project, "smith-2020", put(tmp_path))
    (copy,) = project.copies.all()
    for named in ("smith-2020", copy.sha256, copy.sha256[:8].upper(), copy.id):
        assert project.copies.find(named) == copy
    with pytest.raises(UnknownCopyError, match=r"There are: \w{12} \(report.pdf\)"):
        project.copies.find(copy.sha256[:3])
    archive(project, "smith-2020", put(tmp_path, OTHER))
    with pytest.raises(SeveralCopiesError, match=r"report\.pdf"):
        project.copies.find("smith-2020")


# -- hostile files --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (PDF, "application/pdf"),
        (b"junk before\n" + PDF, "application/pdf"),
        (b"\x89PNG\r\n\x1a\n....", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"II*\x00", "image/tiff"),
        (b"<!DOCTYPE html><title>x</title>", "text/html"),
        (b"\xef\xbb\xbf\n <!-- saved --> <html lang=zh>", "text/html"),
        ("\ufeff<html>武汉".encode("utf-16-le"), "text/html"),
        ("<html><title>武汉".encode("gb18030"), "text/html"),
        ("武汉 38 万\n".encode()[:10], "text/plain"),
        (b"MZ\x90\x00\x03\x00", None),
        (b"\x7fELF\x02\x01\x01\x00", None),
        (b"PK\x03\x04\x14\x00\x00\x00", None),
        (b"\xd0\xcf\x11\xe0\x00", None),
        ("Умные города".encode("cp1251"), None),
        (b" \n", None),
    ],
)
def test_what_a_file_is_its_bytes_say(head: bytes, kind: str | None) -> None:
    assert kind_of(head) == kind


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("report.pdf", "report.pdf"),
        ("../../../etc/passwd", "passwd.pdf"),
        ("..\\..\\Windows\\system32\\x.exe", "x.exe.pdf"),
        ("/abs/olute.pdf", "olute.pdf"),
        ("C:\\x\\y.PDF", "y.pdf"),
        ("..", "copy.pdf"),
        ("", "copy.pdf"),
        (".pdf", "pdf.pdf"),
        ("CON", "_CON.pdf"),
        ("nul.pdf", "_nul.pdf"),
        ("COM¹.tar.pdf", "_COM¹.tar.pdf"),
        ("console.pdf", "console.pdf"),
        ("a:b*c?.pdf", "a_b_c_.pdf"),
        ("trailing. . .pdf", "trailing.pdf"),
        ("fdp.exe\u202e.pdf", "fdp.exe.pdf"),
        ("a\u0000b\nc\u200bd.pdf", "abcd.pdf"),
        ("哈尔滨 2020.pdf", "哈尔滨 2020.pdf"),
        ("e\u0301t\u00e9.pdf", "\u00e9t\u00e9.pdf"),
        ("--help.pdf", "--help.pdf"),
        ("page.html", "page.html.pdf"),
    ],
)
def test_a_name_is_made_safe_for_every_system(name: str, safe: str) -> None:
    assert safe_name(name, "application/pdf") == safe


@given(st.text(max_size=400), st.sampled_from(["application/pdf", "text/html", "image/jpeg", "text/plain", "x/y"]))
def test_no_name_leaves_its_folder_or_its_kind(name: str, mime: str) -> None:
    safe = safe_name(name, mime)
    assert safe == Path(safe).name
    assert not set(safe) & set('/\\<>:"|?*\0')
    assert len(safe.encode()) < 200
    assert safe == safe.strip(" .")
    assert safe_name(safe, mime) == safe


def test_a_name_in_the_file_that_points_elsewhere_is_written_inside_the_folder(
    project: Project, tmp_path: Path
) -> None:
    archive(project, "smith-2020", put(tmp_path))
    with closing(sqlite3.connect(project.path)) as plain, plain:
        plain.execute("UPDATE archived_copy SET name = '../../evil.sh', mime = 'application/x-sh'")
    (folder := tmp_path / "look").mkdir()
    (copy,) = project.copies.all()
    assert extracting.extract_to_look(project, copy, folder) == folder / "evil.sh.pdf"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_page_is_looked_at_without_its_scripts_and_kept_with_them(
    project: Project, tmp_path: Path, encoding: str
) -> None:
    page = "<!DOCTYPE html><title>武汉</title><script>alert(1)</script>".encode(encoding)
    archive(project, "smith-2020", put(tmp_path, page, "page.htm"))
    (copy,) = project.copies.all()
    (folder := tmp_path / "look").mkdir()
    shown = extracting.extract_to_look(project, copy, folder).read_bytes().decode(encoding)
    assert shown.startswith('<!DOCTYPE html><meta http-equiv="Content-Security-Policy" content="default-src \'none\'')
    assert shown.endswith("alert(1)</script>")
    extracting.extract(project, copy, tmp_path / "kept.html")
    assert (tmp_path / "kept.html").read_bytes() == page


def test_what_cannot_be_archived_is_refused_in_words_and_leaves_no_step(project: Project, tmp_path: Path) -> None:
    def refused(path: Path, error: type[Exception], words: str) -> None:
        with pytest.raises(error, match=words):
            archive(project, "smith-2020", path)

    refused(tmp_path / "none.pdf", UnreadableCopyError, "there is no such file")
    refused(tmp_path, UnreadableCopyError, "it is a folder")
    refused(Path("/dev/zero"), UnreadableCopyError, "no plain file")
    refused(Path("a\0b"), UnreadableCopyError, "null")
    refused(put(tmp_path, b""), UnreadableCopyError, "it is empty")
    refused(put(tmp_path, b"MZ\x90\x00", "report.pdf"), UnknownKindError, "whatever its name says")
    assert project.history.steps() == ()
    assert project.copies.bytes_held() == 0


def test_a_file_beyond_the_limit_is_refused_before_it_is_read_and_can_be_linked(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("citeria_db.archive.operations.MOST_HELD", 20)
    with pytest.raises(TooLargeCopyError, match="Link it instead"):
        archive(project, "smith-2020", put(tmp_path))
    archive(project, "smith-2020", put(tmp_path), link=True)
    assert len(project.copies.all()) == 1


def test_a_file_that_changes_or_vanishes_while_it_is_read_changes_nothing(project: Project, tmp_path: Path) -> None:
    path = put(tmp_path)

    def write_to_it(_done: int, _whole: int) -> None:
        path.write_bytes(PDF[:-1] + b"!")

    def remove_it(_done: int, _whole: int) -> None:
        path.unlink(missing_ok=True)

    with pytest.raises(ChangingCopyError):
        archive(project, "smith-2020", path, progress=write_to_it)
    path = put(tmp_path)
    with pytest.raises(UnreadableCopyError, match="any more"):
        archive(project, "smith-2020", path, progress=remove_it)
    assert project.copies.bytes_held() == 0
    assert project.history.steps() == ()


def test_stopping_half_way_changes_nothing(project: Project, tmp_path: Path) -> None:
    path, calls = put(tmp_path, b"%PDF-" + bytes(3_000_000)), iter(range(100))

    def stop_at_the_fifth(_done: int, _whole: int) -> None:
        if next(calls) == 4:
            raise StoppedError

    with pytest.raises(StoppedError):
        archive(project, "smith-2020", path, progress=stop_at_the_fifth)
    assert project.copies.bytes_held() == 0
    assert project.history.steps() == ()


def test_a_project_that_is_only_read_says_so_before_it_reads_a_file(path: Path, tmp_path: Path) -> None:
    with Project.open(path, read_only=True) as project, pytest.raises(ReadOnlyError):
        archive(project, "smith-2020", tmp_path / "none.pdf")


def test_nothing_is_written_over_and_nothing_half_written(project: Project, tmp_path: Path) -> None:
    archive(project, "smith-2020", put(tmp_path))
    (copy,) = project.copies.all()
    with pytest.raises(CopyTargetError, match="already"):
        extracting.extract(project, copy, tmp_path / "report.pdf")
    with pytest.raises(CopyTargetError, match="no such file"):
        extracting.extract(project, copy, tmp_path / "nowhere" / "report.pdf")
    assert sorted(entry.name for entry in tmp_path.glob("*.part")) == []
