"""Sources out to CSL-JSON, BibTeX and RIS, and back equal."""

import csv
import json
from pathlib import Path

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citeria_core.model import Source
from citeria_db.exchange import references, text_out
from citeria_db.sample import sources as sample_sources
from citeria_resources import data_file

ENDINGS = ("json", "bib", "ris")


def sample() -> list[Source]:
    rows = csv.DictReader(data_file("sources.csv").read_text(encoding="utf-8").splitlines())
    return [sample_sources.source(row) for row in rows]


def there_and_back(folder: Path, ending: str, sources: list[Source]) -> list[Source]:
    path = folder / f"library.{ending}"
    text_out.write(path, references.text_of(path, sources))
    return list(references.read(path).sources)


def read(folder: Path, name: str, text: str) -> list[Source]:
    (folder / name).write_text(text, encoding="utf-8")
    return list(references.read(folder / name).sources)


def one(folder: Path, name: str, text: str) -> Source:
    (found,) = read(folder, name, text)
    return found


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_source_of_the_sample_comes_back_equal(tmp_path: Path, ending: str) -> None:
    sources = sample()
    assert len(sources) == 100
    assert len({source.csl["type"] for source in sources}) == 7
    assert there_and_back(tmp_path, ending, sources) == sources


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("kind", sorted({str(source.csl["type"]) for source in sample()}))
def test_every_field_of_every_type_of_the_sample_comes_back(tmp_path: Path, ending: str, kind: str) -> None:
    full = Source(
        "Key:2020/ä",
        {
            "type": kind,
            "title": "R&D {costs} of 50% «или» 北京_2 ~ $5 #1 ^ \\alpha",
            "author": [
                {"family": "von der Leyen", "given": "Ursula"},
                {"literal": "Simon and Schuster, Inc."},
                {"literal": "王小明"},
                {"family": "Smith", "given": "J.", "suffix": "Jr"},
            ],
            "issued": {"date-parts": [[2020, 7, 8]]},
            "container-title": "Proceedings & more",
            "publisher": "Springer -- Verlag",
            "DOI": "10.1000/a_b(c)<1>",
            "URL": "https://example.org/a_b?x=1;y=%7B2%7D&z=~u#p",
            "accessed": {"date-parts": [[2026, 11]]},
            "language": "ru",
            "volume": "3",
            "issue": "4",
            "page": "12-15",
            "ISBN": "978-0-306-40615-7",
            "keyword": "cities, AI",
            "x-own": {"kept": [1, 2.5, True]},
        },
        "secondary",
        "Line one, 100 % true.\n\n@book{not an entry}\nTY  - nor this\nlast",
    )
    assert there_and_back(tmp_path, ending, [full]) == [full]


def test_an_ordinary_item_needs_nothing_in_its_note(tmp_path: Path) -> None:
    for ending in ("bib", "ris"):
        text = references.text_of(
            tmp_path / f"x.{ending}", [source for source in sample() if not _in_one_piece(source)]
        )
        assert "CSL-JSON" not in text


def _in_one_piece(source: Source) -> bool:
    """Authors such as “Luo, Hao et al.”, which RIS cannot tell from a person."""
    authors = source.csl.get("author", [])
    return isinstance(authors, list) and any("," in str(name.get("literal", "")) for name in authors)


def test_others_read_what_is_written(tmp_path: Path) -> None:
    sources = sample()
    entries = parse_string(references.text_of(tmp_path / "x.bib", sources))
    assert not entries.failed_blocks
    assert [entry.key for entry in entries.entries] == [source.key for source in sources]
    assert entries.entries_dict["liu-2025"]["doi"] == "10.35854/1998-1627-2025-12-1634-1646"
    records = rispy.loads(references.text_of(tmp_path / "x.ris", sources))
    assert [record["id"] for record in records] == [source.key for source in sources]
    assert records[0]["authors"][0] == "Riemer, Kai"
    items = json.loads(references.text_of(tmp_path / "x.json", sources))
    assert items[0]["id"] == "ici-2020"
    assert items[0]["note"].startswith("Founding document 002.")


def test_bodies_in_braces_are_one_name_and_people_are_taken_apart(tmp_path: Path) -> None:
    text = """@techreport{k, title = {T}, author = {{Sydney Business Insights and Friends} and Knuth, Donald E.
        and Ludwig van Beethoven and {\\"O}zg{\\"u}r, A. and Ford, Jr., Henry and others}, year = 2020}"""
    assert one(tmp_path, "a.bib", text).csl["author"] == [
        {"literal": "Sydney Business Insights and Friends"},
        {"family": "Knuth", "given": "Donald E."},
        {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"},
        {"family": "Özgür", "given": "A."},
        {"family": "Ford", "given": "Henry", "suffix": "Jr."},
        {"literal": "et al."},
    ]


def test_bibtex_as_others_write_it_is_understood(tmp_path: Path) -> None:
    text = """
    @string{cup = "Cambridge University Press"}
    % a comment
    @comment{not read}
    @ARTICLE{Key_1,
      Title = "The {AI} of Cit{\\'e}s --- a ``view''",
      subtitle = {wrapped
          over two lines},
      journal = {J. Urban \\& Rural},
      publisher = cup # " Ltd",
      year = 1999, month = mar,
      pages = {1--9},
      url = {http://example.org/a\\_b},
      note = {seen},
      file = {:home/x.pdf:PDF},
      keywords = {a, b}
    }
    @weird{k2, title = {W}}
    """
    first, second = read(tmp_path, "a.bib", text)
    assert first.key == "Key_1"
    assert first.note == "seen"
    assert first.csl == {
        "type": "article-journal",
        "title": "The AI of Cités — a “view”: wrapped over two lines",
        "container-title": "J. Urban & Rural",
        "publisher": "Cambridge University Press Ltd",
        "issued": {"date-parts": [[1999, 3]]},
        "page": "1-9",
        "URL": "http://example.org/a_b",
        "keyword": "a, b",
        "custom": {"bibtex": {"file": ":home/x.pdf:PDF"}},
    }
    assert second.csl == {"type": "document", "title": "W", "custom": {"bibtex": {"entrytype": "weird"}}}


def test_fields_unknown_to_csl_are_written_back(tmp_path: Path) -> None:
    source = one(tmp_path, "a.bib", "@weird{k, title = {W}, file = {:a\\_b {x}.pdf}, timestamp = {2020}}")
    text = references.text_of(tmp_path / "b.bib", [source])
    assert "@weird{k," in text
    assert "file = {:a\\_b {x}.pdf}" in text
    record = "TY  - XXXX\nID  - k\nTI  - T\nC1  - one\nC1  - two\nZZ  - strange\nER  - \n"
    source = one(tmp_path, "a.ris", record)
    assert source.csl["custom"] == {"ris": {"C1": ["one", "two"], "TY": ["XXXX"], "ZZ": ["strange"]}}
    text = references.text_of(tmp_path / "b.ris", [source])
    for line in record.split("\n"):
        assert line in text


def test_ris_as_others_write_it_is_understood(tmp_path: Path) -> None:
    text = (
        "Provider: somebody\n\nTY  - JOUR\nT1  - A title\n   going on\nA1  - Müller, Jürgen\nA1  - 李四\nJO  - Cities\n"
        "PY  - 2021/07//spring\nSP  - 5\nEP  - 9\nUR  - http://a.org/x;y\nUR  - http://b.org\nKW  - a\nKW  - b\n"
        "N1  - one\nN1  - two\nSN  - 0264-2751\nDO  - 10.1/x\nLA - de\nER  -\n"
    )
    source = one(tmp_path, "a.ris", text)
    assert source.key == ""
    assert source.note == "one\ntwo"
    assert source.csl == {
        "type": "article-journal",
        "title": "A title going on",
        "author": [{"family": "Müller", "given": "Jürgen"}, {"literal": "李四"}],
        "container-title": "Cities",
        "issued": {"literal": "2021/07//spring"},
        "page": "5-9",
        "URL": "http://a.org/x;y",
        "keyword": "a, b",
        "ISSN": "0264-2751",
        "DOI": "10.1/x",
        "language": "de",
        "custom": {"ris": {"UR": ["http://b.org"]}},
    }


@pytest.mark.parametrize(
    ("given", "issued"),
    [
        ("PY  - 2021", [[2021]]),
        ("PY  - 2021///", [[2021]]),
        ("DA  - 2021/07/08/", [[2021, 7, 8]]),
        ("PY  - 2021\nDA  - 2021/07/08", [[2021, 7, 8]]),
        ("Y1  - 2021-07", [[2021, 7]]),
    ],
)
def test_dates_of_ris(tmp_path: Path, given: str, issued: list[list[int]]) -> None:
    source = one(tmp_path, "a.ris", f"TY  - BOOK\n{given}\nER  - \n")
    assert source.csl == {"type": "book", "issued": {"date-parts": issued}}


def test_csl_json_is_kept_whole_whatever_its_fields(tmp_path: Path) -> None:
    item = {
        "id": 7,
        "type": "song",
        "title": "<i>T</i>",
        "x-own": {"a": [1, None]},
        "note": "n",
        "issued": {"raw": "2020"},
    }
    for text in (json.dumps([item]), json.dumps(item), json.dumps({"items": [item]}), f"\ufeff[{json.dumps(item)}]"):
        source = one(tmp_path, "a.json", text)
        assert source.key == "7"
        assert source.note == "n"
        assert source.csl == {key: value for key, value in item.items() if key not in ("id", "note")}


def test_keys_that_bibtex_cannot_hold_travel_too(tmp_path: Path) -> None:
    sources = [Source(key, {"type": "book", "title": "T"}) for key in ("a b", "ab", "a,b", "{}", "http://x/y", "ключ")]
    assert there_and_back(tmp_path, "bib", sources) == sources


def test_an_empty_library_is_written_and_said_to_be_empty(tmp_path: Path) -> None:
    for ending in ENDINGS:
        path = tmp_path / f"x.{ending}"
        text_out.write(path, references.text_of(path, []))
        if ending != "json":
            with pytest.raises(Exception, match="there is no reference in this file"):
                references.read(path)


def _text(most: int = 20) -> st.SearchStrategy[str]:
    letters = st.one_of(
        st.characters(exclude_categories=["Cs", "Cc"]), st.sampled_from([*"\\{}~^&%$#_-`'\"@,;()=\n :/<>", " and "])
    )
    return st.lists(letters, min_size=1, max_size=most).map("".join)


names = st.one_of(
    st.fixed_dictionaries({"literal": _text()}),
    st.fixed_dictionaries({"family": _text()}, optional={"given": _text(), "suffix": _text()}),
    st.fixed_dictionaries({"given": _text()}),
)
dates = st.one_of(
    st.integers(1, 2100).map(lambda year: {"date-parts": [[year]]}),
    st.dates().map(lambda day: {"date-parts": [[day.year, day.month, day.day]]}),
    st.just({"date-parts": [[2020, 1], [2021, 3]]}),
    _text().map(lambda text: {"literal": text}),
)
texts = (
    "title",
    "container-title",
    "publisher",
    "DOI",
    "URL",
    "language",
    "genre",
    "keyword",
    "page",
    "ISBN",
    "ISSN",
    "x-own",
)
items = st.fixed_dictionaries(
    {"type": st.sampled_from(["report", "article-journal", "article-newspaper", "webpage", "dataset", "bill"])},
    optional={
        **dict.fromkeys(texts, _text()),
        "author": st.lists(names, min_size=1, max_size=3),
        "editor": st.lists(names, min_size=1, max_size=2),
        "issued": dates,
        "accessed": dates,
    },
)
libraries = st.lists(
    st.builds(
        Source,
        key=_text(),
        csl=items,
        character=st.sampled_from(["", "primary", "secondary"]),
        note=st.one_of(st.just(""), _text(60)),
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda source: source.key,
)


@pytest.mark.parametrize("ending", ENDINGS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(library=libraries)
def test_any_library_comes_back_equal(tmp_path: Path, ending: str, library: list[Source]) -> None:
    assert there_and_back(tmp_path, ending, library) == library
