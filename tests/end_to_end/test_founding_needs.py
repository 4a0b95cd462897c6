"""What every founding document needs of a project (needs C1 to C10), as far as it can be held today, by command.

Not yet: typed links between areas beside “lies in” (C1), checks with three outcomes (C7), relations between the values
of two areas (C10); they come with registers, rules and derived values.
"""

import shutil
from pathlib import Path

import openpyxl
import pytest
from shell import Shell, done

YEAR = ("--period", "2020")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("built") / "needs.citeria"
    path = str(made)
    names = ("--name", "Wuhan", "--name", "zh=武汉", "--variant", "Wu-han")
    done(
        ("new", path),
        ("add", "area", path, "hubei", "--name", "Hubei", "--kind", "province"),
        ("add", "area", path, "wuhan", *names, "--parent", "hubei"),
        ("add", "area", path, "baidu", "--name", "Baidu", "--kind", "organisation"),
        ("add", "indicator", path, "industry", "--name", "Industry size", "--unit", "yuan", "--direction", "+"),
        ("add", "indicator", path, "universities", "--name", "Universities", "--unit", "count"),
        ("add", "indicator", path, "title", "--name", "Title", "--kind", "text"),
        ("add", "source", path, "cna", "--title", "News", "--publisher", "CNA"),
        ("add", "source", path, "book", "--title", "Yearbook", "--publisher", "Bureau"),
    )
    return made


@pytest.fixture
def file(built: Path, tmp_path: Path) -> str:
    return str(shutil.copy(built, tmp_path))


def _shown(shell: Shell, file: str, indicator: str) -> dict[str, object]:
    told = shell.json("show", file, "--area", "wuhan", "--indicator", indicator, "--json")
    assert isinstance(told, dict)
    return dict(told["observations"][0])


def test_areas_of_any_kind_lie_in_each_other_and_have_names_and_spellings(shell: Shell, file: str) -> None:
    listed = shell.json("list", "areas", file, "--json")
    assert isinstance(listed, list)
    assert [(one["kind"], one["parent"], one["zh"]) for one in listed] == [
        ("province", None, None),
        ("city", "hubei", "武汉"),
        ("organisation", None, None),
    ]


def test_a_value_keeps_its_print_bound_money_period_and_status(shell: Shell, file: str) -> None:
    cell = ("--area", "wuhan", "--indicator", "industry", "--period", "2018/2019")
    shell("set", file, *cell, "--value", "fast approaching 350 billion yuan", "--source", "cna")
    held = _shown(shell, file, "industry")
    shell("describe", file, str(held["id"]), "--status", "announced")
    held = _shown(shell, file, "industry")
    assert (held["printed"], held["value"], held["qualifier"], held["period"], held["status"]) == (
        "fast approaching 350 billion yuan",
        350e9,
        "<~",
        "2018/2019",
        "announced",
    )


def test_several_sources_state_it_each_with_place_words_and_speaker(shell: Shell, file: str) -> None:
    cell = ("--area", "wuhan", "--indicator", "universities", *YEAR)
    shell("set", file, *cell, "--value", "91", "--source", "book", "--locator", "p. 3", "--quote", "91 universities")
    held = _shown(shell, file, "universities")
    shell("cite", file, str(held["id"]), "--source", "cna", "--role", "corroborates", "--speaker", "B. Cheong")
    citations = _shown(shell, file, "universities")["citations"]
    assert isinstance(citations, list)
    assert [(one["source"], one["locator"], one.get("speaker", "")) for one in citations] == [
        ("book", "p. 3", ""),
        ("cna", "", "B. Cheong"),
    ]


def test_facts_and_statements_outside_every_index_leave_with_their_citations(
    shell: Shell, file: str, tmp_path: Path
) -> None:
    shell("set", file, "--area", "wuhan", "--indicator", "universities", *YEAR, "--value", "91", "--source", "book")
    words = ("--value", "Optics Valley", "--source", "cna", "--quote", "known as Optics Valley")
    shell("set", file, "--area", "wuhan", "--indicator", "title", *YEAR, *words)
    assert _shown(shell, file, "title")["value"] == "Optics Valley"
    shell("export", file, str(tmp_path / "out.xlsx"))
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx", read_only=True)["Values"]
    rows = [[str(cell) for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    assert any("91" in row and "book" in row for row in rows)
    assert any("Optics Valley" in row and "known as Optics Valley" in row for row in rows)
