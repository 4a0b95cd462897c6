"""Files of references that are broken, foreign or malicious: every fault in words with its line, nothing half-read."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from citeria_core.errors import KnownError
from citeria_db.exchange import bibtex, csljson, latex, references, ris, text_in, text_out
from citeria_db.exchange.references import Entry

RUSSIAN = "@article{k, title = {Умные города и искусственный интеллект}, author = {Иванов, Пётр}}"
CHINESE = "@article{k, title = {全球人工智能最具创新力城市在数交会发布}, author = {{中国新一代人工智能发展战略研究院}}}"


def refused(path: Path, content: str | bytes, encoding: str | None = None) -> str:
    path.write_bytes(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
    with pytest.raises(KnownError) as caught:
        references.read(path, encoding)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (CHINESE, "gb18030"),
        (RUSSIAN, "utf-16"),
        (CHINESE, "utf-16"),
        (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "utf-16-be"),
        (RUSSIAN, "utf-8-sig"),
        (CHINESE, "utf-32"),
        (CHINESE, "utf-8"),
    ],
)
def test_an_encoding_that_can_be_told_is_recognised(tmp_path: Path, text: str, encoding: str) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(text.replace("\n", "\r\n").encode(encoding))
    found = references.read(path)
    assert str(found.sources[0].csl["title"]) in text
    concluded = encoding in ("cp1251", "gb18030", "utf-16-le", "utf-16-be")
    assert found.remarks == ((f"{path} was read as {encoding}.",) if concluded else ())


@pytest.mark.parametrize(
    "raw",
    [
        "@book{k, title = {Café des Élèves à Évreux}}".encode("latin-1"),
        "@book{k, title = {Łódź i Kraków}}".encode("cp1250"),
        "@book{k, title = {Умные города}}".encode("koi8-r"),
        b"@book{k, title = {\xff\xfe\xfd}}",
    ],
)
def test_an_encoding_that_cannot_be_told_is_refused_and_never_guessed(tmp_path: Path, raw: bytes) -> None:
    told = refused(tmp_path / "a.bib", raw)
    assert "--encoding" in told


def test_an_encoding_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes("@book{k, title = {Café}}".encode("latin-1"))
    assert references.read(path, "latin-1").sources[0].title == "Café"
    assert "there is no such encoding" in refused(path, path.read_bytes(), "klingon")
    assert "cannot be read as ascii" in refused(path, path.read_bytes(), "ascii")
    assert "cannot be read as" in refused(path, path.read_bytes(), "zip")


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    assert "no text" in refused(tmp_path / "a.ris", b"TY  - BOOK\nTI  - \x00\x01\nER  - \n" * 20)
    assert "SQLite" not in refused(tmp_path / "a.bib", b"SQLite format 3\x00" + bytes(range(256)) * 40)
    with pytest.raises(text_in.UnreadableFileError, match="folder"):
        references.read(_folder(tmp_path / "b.bib"))
    with pytest.raises(text_in.UnreadableFileError):
        references.read(tmp_path / "missing.bib")


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


def test_a_name_that_says_no_format_is_refused(tmp_path: Path) -> None:
    assert "*.bib" in refused(tmp_path / "a.docx", "x")


def test_a_file_past_the_limit_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_in, "MOST_BYTES", 1000)
    assert "larger than" in refused(tmp_path / "a.bib", "x" * 1001)


@pytest.mark.parametrize(
    ("name", "text", "line", "problem"),
    [
        ("a.json", '[{"id": "a", "type": "book"},\n{"id":', 2, "not JSON"),
        ("a.json", '[{"id": "a", "type": "book"}\n{"id": "b"}]', 2, "comma"),
        ("a.json", '[{"id": "a", "type": "book"}]\n[]', 2, "after the end"),
        ("a.json", '[\n{"id": "a", "type": "book"},\n\n  5\n]', 4, "object in braces"),
        ("a.json", '[{"id": "a"}]', 1, "no type"),
        ("a.json", '[{"id": ["a"], "type": "book"}]', 1, "id of a reference"),
        ("a.json", '[{"id": "a", "type": "book", "title": 5}]', 1, "title"),
        ("a.json", '[{"id": "a", "type": "book", "author": "me"}]', 1, "list of names"),
        ("a.json", '[{"id": "a", "type": "book", "issued": {"date-parts": [[2020, 13.5]]}}]', 1, "date"),
        ("a.json", '[{"id": "a", "type": "book", "issued": {"date-parts": []}}]', 1, "date"),
        ("a.json", '[{"id": "a", "type": "book", "volume": NaN}]', 1, "number"),
        ("a.json", '[{"id": "a", "type": "book", "volume": 1e999}]', 1, "finite"),
        ("a.json", '[{"id": "a", "type": "book", "volume": ' + "9" * 5000 + "}]", 1, "number"),
        ("a.json", "[" * 50_000, 1, "nested"),
        ("a.json", '[{"id": "a", "type": "book", "x": ' + "[" * 30 + "]" * 30 + "}]", 1, "nested"),
        ("a.json", '[{"id": "a", "type": "book", "title": "\\ud800"}]', 1, "no text"),
        ("a.json", '[{"id": "a", "type": "book", "title": "\\u0000"}]', 1, "no text"),
        ("a.json", "[]", 1, "no reference"),
        ("a.bib", "@book{a, title = {A}}\n\n@book{b, title = {B}\n@book{c, title = {C}}", 3, "cannot be read"),
        ("a.bib", "@book{a, title = {A}}\n@book{a, title = {B}}", 2, "second time, first on line 1"),
        ("a.bib", "\n@book{a, title = {A}, title = {B}}", 2, "field twice: title"),
        ("a.bib", "@book{a, title = {A}}\nwords\n@book b, title = {B}}", 3, "no brace"),
        ("a.bib", "@book{a, title = {" + "{" * 100_000, 1, "end of file"),
        ("a.bib", "only words", 1, "no reference"),
        ("a.ris", "TI  - A\nER  - \n", 1, "outside a record"),
        ("a.ris", "TY  - BOOK\nTI  - A\n\nTY  - BOOK\nER  - \n", 1, "before line 4"),
        ("a.ris", "\nTY  - BOOK\nTI  - A\n", 2, "has no end"),
        ("a.ris", "TY  - BOOK\nstray\nER  - \n", 2, "belongs to no field"),
        ("a.ris", "", 1, "no reference"),
    ],
)
def test_a_fault_is_said_with_file_and_line(tmp_path: Path, name: str, text: str, line: int, problem: str) -> None:
    told = refused(tmp_path / name, text)
    assert f"{name}:{line}: " in told
    assert problem in told
    assert "Nothing was imported" in told


def test_all_faults_are_said_at_once_up_to_a_limit(tmp_path: Path) -> None:
    told = refused(tmp_path / "a.json", json.dumps([{"id": str(number)} for number in range(50)], indent=0))
    assert told.count("names no type") == 20
    assert "30 more like these" in told


@pytest.mark.parametrize(
    "text",
    [
        "@article{a, title={x\n" * 2000,
        "@" * 100_000,
        "@a{" + " " * 100_000 + "@b{",
        "@article{a, author={" + " and ".join(["A B"] * 5000) + "}}",
        "@article{a, title={" + '\\"o ' * 50_000 + "}}",
        "@article{a, title={" + "\\emph{" * 3000 + "}" * 3000 + "}}",
        '@string{a0 = "xxxxxxxx"}\n'
        + "".join(f"@string{{a{n} = a{n - 1} # a{n - 1}}}\n" for n in range(1, 40))
        + "@article{k, title = a39}",
    ],
)
def test_bibtex_made_to_be_slow_or_large_is_read_or_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.bib"
    path.write_text(text, encoding="utf-8")
    found = ()
    with suppress(KnownError):
        found = references.read(path).sources
    assert sum(len(str(source.csl)) for source in found) < 40 * len(text) + 1000


def test_a_title_of_a_megabyte_comes_back(tmp_path: Path) -> None:
    title = ("город & " * 130_000).strip()
    for ending in ("json", "bib", "ris"):
        path = tmp_path / f"a.{ending}"
        text_out.write(
            path, references.text_of(path, [references.source({"id": "k", "type": "book", "title": title.strip()})])
        )
        assert references.read(path).sources[0].title == title.strip()


def test_html_and_formulas_in_a_title_are_text(tmp_path: Path) -> None:
    title = "<script>alert(\"x\")</script> =cmd|' /C calc'!A0"
    for ending in ("json", "bib", "ris"):
        path = tmp_path / f"a.{ending}"
        text_out.write(path, references.text_of(path, [references.source({"id": "k", "type": "book", "title": title})]))
        assert references.read(path).sources[0].title == title


def test_a_note_that_only_looks_like_ours_stays_a_note(tmp_path: Path) -> None:
    for note in ("CSL-JSON: {broken", "CSL-JSON: [1]", "CSL-JSON: 5", "see\nCSL-JSON: " + "[" * 10_000):
        path = tmp_path / "a.json"
        path.write_text(json.dumps([{"id": "k", "type": "book", "note": note}]), encoding="utf-8")
        assert references.read(path).sources[0].note == note
        lines = "".join(f"N1  - {line}\n" for line in note.split("\n"))
        (entry,), faults = ris.parse(f"TY  - BOOK\nID  - k\n{lines}ER  - \n")
        assert not faults
        assert entry.item["note"] == note


def test_nothing_is_left_of_a_write_that_fails(tmp_path: Path) -> None:
    with pytest.raises(KnownError):
        text_out.write(tmp_path / "missing" / "a.bib", "x")
    taken = _folder(tmp_path / "a.bib")
    with pytest.raises(KnownError):
        text_out.write(taken, "x")
    assert list(tmp_path.iterdir()) == [taken]
    assert list(taken.iterdir()) == []


pieces = st.sampled_from(
    [
        "@article{",
        "@string{",
        "@",
        "{",
        "}",
        '"',
        "=",
        ",",
        "#",
        "\\",
        "\n",
        " and ",
        "author",
        "title = ",
        "key",
        "TY  - ",
        "ER  - ",
        "AU  - ",
        "N1  - CSL-JSON: {",
        "BOOK",
        "[",
        "]",
        '{"id":',
        '"type":"book"',
        ":",
        "null",
        "1e999",
        "\\u",
        "é",
        "\ufeff",
        "\x00",
        "$",
        "~",
        "--",
        "2020",
    ]
)


@settings(max_examples=250, deadline=None)
@given(st.lists(pieces, max_size=40).map("".join))
def test_the_parsers_survive_anything(text: str) -> None:
    for parse in (csljson.parse, bibtex.parse, ris.parse):
        entries, faults = parse(text)
        assert all(isinstance(entry, Entry) and "type" in entry.item for entry in entries)
        assert all(1 <= fault.line <= text.count("\n") + 1 and fault.problem for fault in faults)
        for entry in entries:
            references.source(entry.item)


@settings(max_examples=150)
@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.bib"
    path.write_bytes(raw)
    with suppress(text_in.UnreadableFileError):
        assert isinstance(text_in.read(path).text, str)


@example("``` --- ---- '''''")
@settings(max_examples=300)
@given(st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("\\{}~^&%$#_-`'\"@\n"))))
def test_latex_written_is_read_back(text: str) -> None:
    assert latex.decode(latex.encode(text)) == text
