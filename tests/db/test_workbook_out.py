import os
import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from citeria_core.cite import reference
from citeria_core.model import Area, Citation, Index, Indicator, Node, Observation, Role, Source
from citeria_core.period import Period
from citeria_db import sample
from citeria_db.errors import StoppedError, UnknownIndexError, WorkbookTargetError
from citeria_db.exchange import workbook_out
from citeria_db.store import Project

SHEETS = ["Read-me", "Rankings", "Scores", "Values", "Sources", "Indicators"]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    path = tmp_path_factory.mktemp("sample") / "sample.citeria"
    sample.build(path)
    with Project.open(path, read_only=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def book(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    path = tmp_path_factory.mktemp("book") / "review.xlsx"
    assert workbook_out.export(project, path) == ()
    return read(path)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Project]:
    """A project with one area, one source and one indicator in an index, to be filled with what a test needs."""
    with Project.create(tmp_path / "small.citeria", title="Small") as made:
        with made.base():
            made.sources.add(Source("s", {"type": "webpage", "title": "Page", "URL": "https://example.org/a"}))
            made.areas.add(Area("a", "city", {"en": "Aville"}))
            made.indicators.add(Indicator("i", "Items"))
            nodes = (Node("X", "Whole", None, 1.0), Node("i", "Items", "X", 1.0, indicator="i"))
            made.indices.add(Index("X", "An index", "", Period.parse("2020"), ("a",), nodes, ""))
        yield made


OBSERVATION = Observation("", "a", "i", Period.parse("2020"), 1.0, printed="1", preferred=True)


def add(project: Project, observation: Observation) -> None:
    with project.transact("Add"):
        project.observations.add(observation)


def read(path: Path, *, values: bool = True) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # openpyxl drops the bars of Excel 2010, and says so
        content = BytesIO(path.read_bytes())  # openpyxl leaves a file that it opens itself open
        return openpyxl.load_workbook(content, data_only=values)


def records(sheet: Worksheet) -> list[dict[str, object]]:
    heading, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, heading), row, strict=True)) for row in rows]


def exported(project: Project, folder: Path) -> Workbook:
    workbook_out.export(project, folder / "out.xlsx")
    return read(folder / "out.xlsx")


def told(sheet: Worksheet) -> str:
    return "\n".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None)


def test_the_workbook_has_its_six_sheets_in_reading_order(book: Workbook) -> None:
    assert book.sheetnames == SHEETS


def test_long_sheets_freeze_their_heading_and_can_be_filtered_and_printed(book: Workbook) -> None:
    for name in ("Rankings", "Values", "Sources", "Indicators"):
        sheet = book[name]
        assert re.fullmatch("[A-Z]2", str(sheet.freeze_panes))
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"


def test_rankings_tell_rank_score_coverage_and_the_published_rank(book: Workbook) -> None:
    rows = [row for row in records(book["Rankings"]) if row["Index"] == "ICI-CN-SUB"]
    assert [row["Rank"] for row in rows] == sorted(row["Rank"] for row in rows)  # type: ignore[type-var]
    first = rows[0]
    assert (first["Rank"], first["Area"], first["Area code"], first["Published rank"]) == (1, "Beijing", "beijing", 1)
    assert first["Name in Chinese"] == "北京"
    coverage = {row["Area code"]: (row["Values present"], row["Values in the index"]) for row in rows}
    assert coverage["chengdu"] == (3, 5)
    assert {row["Area code"] for row in rows if row["Mark"] == "partial"} == {
        *("wuhan", "xian", "shenyang", "chengdu", "harbin")
    }


def test_a_shared_published_rank_is_a_number_shown_with_an_equals_sign(book: Workbook) -> None:
    sheet = book["Rankings"]
    column = [cell.value for cell in sheet[1]].index("Published rank")
    shared = [row[column] for row in sheet.iter_rows(min_row=2) if row[column].value == 10]
    assert len(shared) == 4  # Chengdu and Shenyang, in two indices
    assert {cell.number_format for cell in shared} == {'0"="'}


def test_areas_without_a_rank_come_last_with_the_reason(book: Workbook) -> None:
    rows = records(book["Rankings"])
    unranked = [row for row in rows if row["Index"] == "ICI-CN"]
    assert len(unranked) == 11
    assert rows[-11:] == unranked
    assert all(row["Rank"] is None and row["Score"] is None and row["Why there is no rank"] for row in unranked)
    assert sum(row["Published rank"] is not None for row in unranked) == 11


def test_values_hold_every_observation_with_its_citation(book: Workbook, project: Project) -> None:
    rows = {row["Observation"]: row for row in records(book["Values"])}
    assert len(rows) == 548
    for one in project.observations.all():
        row, citation = rows[one.id], one.citations[0]
        assert (row["Area code"], row["Indicator code"], row["Period"]) == (one.area, one.indicator, str(one.period))
        assert row["Value"] == (one.text if one.value is None else one.value)
        assert (row["As printed"], row["Qualifier"], row["Status"]) == (one.printed, one.qualifier, one.status)
        assert (row["Low"], row["High"]) == (one.low, one.high)
        assert (row["Unit"], row["Currency"] or "") == (one.unit, one.currency)
        assert (row["Source"], row["Locator"] or "", row["Quote"] or "") == (
            citation.source,
            citation.locator,
            citation.quote,
        )
        assert (row["Preferred"] == "yes") == one.preferred
        assert row["Note"] == (one.note or None)
        assert row["Flags"] == (", ".join(one.flags) or None)


def test_values_link_to_the_page_they_were_read_from(book: Workbook, project: Project) -> None:
    urls = {source.key: source.url for source in project.sources.all()}
    sheet = book["Values"]
    heading = [cell.value for cell in sheet[1]]
    source, link = heading.index("Source"), heading.index("Link")
    linked = 0
    for row in sheet.iter_rows(min_row=2):
        url = urls[str(row[source].value)]
        if url:
            linked += 1
            assert row[link].hyperlink is not None
            assert row[link].hyperlink.target == url
        assert row[link].value == (url or None)
    assert linked > 500


def test_values_say_which_index_scores_them(book: Workbook) -> None:
    used = {row["Indicator code"] for row in records(book["Values"]) if "ICI-CN-SUB" in str(row["Used in"])}
    assert used == {
        *("sub-idc-2019-rank", "sub-idc-2021-rank", "sub-financing-2024-order"),
        *("sub-aminer-2023-order", "sub-smart-2020-score"),
    }
    bounds = [row for row in records(book["Values"]) if row["Qualifier"] in ("<", "<=", ">", ">=")]
    assert bounds
    assert all(row["Used in"] is None for row in bounds)


def test_sources_give_the_whole_reference(book: Workbook, project: Project) -> None:
    rows = records(book["Sources"])
    assert [row["Key"] for row in rows] == [source.key for source in project.sources.all()]
    assert [row["Reference"] for row in rows] == [reference(source) for source in project.sources.all()]
    report = rows[0]
    assert "Riemer, Kai" in str(report["Reference"])
    assert (report["Character"], report["Accessed"]) == ("primary", "2026-11-22")


def test_indicators_say_what_they_mean_and_how_much_of_an_index_rests_on_them(book: Workbook) -> None:
    rows = {row["Code"]: row for row in records(book["Indicators"])}
    assert len(rows) == 156
    assert rows["sub-smart-2020-score"]["Used in, with its share"] == "ICI-CN-SUB 22.2%"
    assert rows["ici-e2-employment"]["Direction"] == "more is better"
    assert (rows["ici-e2-employment"]["Values"], rows["population"]["Values"]) == (0, 38)


def test_scores_show_every_node_of_every_index(book: Workbook, project: Project) -> None:
    text = told(book["Scores"])
    for index in project.indices.all():
        assert f"{index.code} · {index.name}" in text
        assert all(node.name in text for node in index.nodes)


def test_scores_leave_a_missing_value_empty(book: Workbook) -> None:
    sheet = book["Scores"]
    rows = [row for row in sheet.iter_rows(max_row=20, values_only=True) if row[0] == "Wuhan"]
    assert rows[0][1] == 6
    assert rows[0][3] is None  # enterprise
    assert isinstance(rows[0][2], float)


def test_the_read_me_says_what_the_workbook_is_and_whose_data_it_holds(book: Workbook, project: Project) -> None:
    text = told(book["Read-me"])
    assert project.title in text
    for index in project.indices.all():
        assert index.description in text
        assert index.recipe.strip() in text
        assert f"{index.as_of}: " in text
    assert "Not the published index" in text
    assert "partial" in text
    assert "GeoNames (data, CC BY 4.0)" in text
    assert "Attribution to GeoNames is required." in text
    assert re.search(r"20\d\d-\d\d-\d\d \(UTC\)", text)
    assert "Beijing, Shanghai, Nanjing" in text


def test_chosen_indices_alone_are_ranked(project: Project, tmp_path: Path) -> None:
    workbook_out.export(project, tmp_path / "one.xlsx", ["ICI-CN-SUB"])
    one = read(tmp_path / "one.xlsx")
    assert {row["Index"] for row in records(one["Rankings"])} == {"ICI-CN-SUB"}
    assert "Intelligent Cities Index China 2020" not in told(one["Scores"])
    with pytest.raises(UnknownIndexError, match="ICI-CN-SUB"):
        workbook_out.export(project, tmp_path / "none.xlsx", ["ICI-CN-SUBS"])
    assert not (tmp_path / "none.xlsx").exists()


@pytest.mark.parametrize("text", ["=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "00123", "https://example.org"])
def test_text_stays_text(small: Project, tmp_path: Path, text: str) -> None:
    add(small, replace(OBSERVATION, printed=text, note=text, citations=(Citation("", "s", quote=text, locator=text),)))
    book = exported(small, tmp_path)
    row = records(book["Values"])[0]
    assert (row["As printed"], row["Note"], row["Quote"], row["Locator"]) == (text, text, text, text)
    with zipfile.ZipFile(tmp_path / "out.xlsx") as parts:
        sheets = {name: parts.read(name).decode() for name in parts.namelist() if "worksheets/sheet" in name}
    formulas = {name: re.findall("<f>(.)", content) for name, content in sheets.items()}
    assert {name for name, held in formulas.items() if held} == {"xl/worksheets/sheet3.xml"}  # our own, in Scores
    assert set(formulas["xl/worksheets/sheet3.xml"]) == {"I"}  # IF, IFERROR


def test_every_citation_of_a_value_survives(small: Project, tmp_path: Path) -> None:
    with small.transact("Add sources"):
        for key in ("t", "u"):
            small.sources.add(Source(key, {"type": "webpage", "title": key, "URL": f"https://example.org/{key}"}))
    citations = (
        Citation("", "s", locator="p. 1", quote="one"),
        Citation("", "t", Role.CONTRADICTS, "p. 2", "two", translation="zwei"),
        Citation("", "u", Role.VIA, "p. 3"),
    )
    add(small, replace(OBSERVATION, citations=citations))
    row = records(exported(small, tmp_path)["Values"])[0]
    assert (row["Source"], row["Locator"], row["Quote"]) == ("s", "p. 1", "one")
    assert row["Further citations"] == (
        "contradicts: t · p. 2 · “two\n[zwei]” · https://example.org/t\nvia: u · p. 3 · https://example.org/u"
    )


def test_an_uncited_value_is_said_to_be_uncited(small: Project, tmp_path: Path) -> None:
    add(small, OBSERVATION)
    assert records(exported(small, tmp_path)["Values"])[0]["Source"] == "uncited"


@pytest.mark.parametrize("url", ["file:///etc/passwd", "javascript:alert(1)", "https://a/" + "x" * 2100, "internal:A1"])
def test_an_address_that_is_no_web_link_stays_text(small: Project, tmp_path: Path, url: str) -> None:
    with small.transact("Add"):
        small.sources.add(Source("odd", {"type": "webpage", "title": "Odd", "URL": url}))
    add(small, replace(OBSERVATION, citations=(Citation("", "odd"),)))
    sheet = exported(small, tmp_path)["Values"]
    cell = sheet.cell(2, [one.value for one in sheet[1]].index("Link") + 1)
    assert cell.value == url
    assert cell.hyperlink is None


def test_what_a_cell_cannot_hold_is_told_and_crashes_nothing(small: Project, tmp_path: Path) -> None:
    add(small, replace(OBSERVATION, note="a\x00b\x0bc\ufffe", printed="1" + "é𝒳" * 20_000))
    findings = workbook_out.export(small, tmp_path / "out.xlsx")
    book = read(tmp_path / "out.xlsx")
    row = records(book["Values"])[0]
    assert row["Note"] == "a\ufffdb\ufffdc\ufffd"
    printed = str(row["As printed"])
    assert printed.startswith("1é𝒳é𝒳")
    assert printed.endswith("…")
    assert len(printed.encode("utf-16-le")) // 2 <= 32_767
    assert [finding.split(":")[0] for finding in findings] == [
        "Sheet Values, row 2, As printed",
        "Sheet Values, row 2, Note",
    ]
    assert all(finding in told(book["Read-me"]) for finding in findings)


def test_an_index_that_cannot_be_computed_says_why_and_the_rest_is_there(small: Project, tmp_path: Path) -> None:
    with small.transact("Add"):
        index = small.indices.get("X")
        root = replace(index.nodes[0], code="Y")
        leaf = replace(index.nodes[1], parent="Y")
        small.indices.add(replace(index, code="Y", nodes=(root, leaf), recipe='[aggregate]\nmethod = "sideways"\n'))
    book = exported(small, tmp_path)
    row = next(row for row in records(book["Rankings"]) if row["Index"] == "Y")
    assert "sideways" in str(row["Why there is no rank"])
    assert "Cannot be computed" in told(book["Read-me"])
    assert any(row["Index"] == "X" for row in records(book["Rankings"]))


def test_a_project_without_an_index_or_a_value_still_gives_a_workbook(tmp_path: Path) -> None:
    with Project.create(tmp_path / "empty.citeria") as empty:
        assert exported(empty, tmp_path).sheetnames == SHEETS


def test_an_older_workbook_is_replaced_whole(small: Project, tmp_path: Path) -> None:
    first = exported(small, tmp_path)
    add(small, OBSERVATION)
    second = exported(small, tmp_path)
    assert (len(records(first["Values"])), len(records(second["Values"]))) == (0, 1)
    assert {entry.name for entry in tmp_path.iterdir() if "out.xlsx" in entry.name} == {"out.xlsx"}


def refused(project: Project, path: Path) -> str:
    with pytest.raises(WorkbookTargetError) as caught:
        workbook_out.export(project, path)
    return str(caught.value)


def test_a_folder_a_missing_folder_and_a_foreign_file_are_refused(small: Project, tmp_path: Path) -> None:
    assert "it is a folder" in refused(small, tmp_path)
    assert "there is no folder" in refused(small, tmp_path / "no" / "out.xlsx")
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all")
    assert "no workbook" in refused(small, letter)
    assert letter.read_text() == "Dear all"


def test_a_workbook_that_is_stopped_changes_nothing(project: Project, tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []

    def stop(done: int, whole: int) -> bool:
        heard.append((done, whole))
        return len(heard) < 3

    (tmp_path / "out.xlsx").write_bytes(b"PK")
    with pytest.raises(StoppedError):
        workbook_out.export(project, tmp_path / "out.xlsx", progress=stop)
    assert (tmp_path / "out.xlsx").read_bytes() == b"PK"
    assert [path.name for path in tmp_path.iterdir()] == ["out.xlsx"]
    assert 0 < heard[0][0] < heard[1][0] <= heard[1][1]


def test_the_project_itself_is_never_overwritten(small: Project) -> None:
    before = small.path.read_bytes()
    assert "the project itself" in refused(small, small.path)
    assert small.path.read_bytes() == before


def test_a_locked_target_is_left_as_it_is_and_named(
    small: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.xlsx"
    exported(small, tmp_path)
    before = target.read_bytes()

    def open_elsewhere(*_: object) -> None:  # what Windows says of a workbook that Excel has open
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", open_elsewhere)
    assert "open in another program" in refused(small, target)
    assert target.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir() if entry.name.startswith(".out")] == []
