"""The weighted sums of the workbook, recomputed by LibreOffice, give what the engine gives, also for other weights."""

import math
import shutil
import subprocess
import warnings
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from citeria_core.engine import Engine
from citeria_core.recipe import Recipe
from citeria_core.result import Result
from citeria_db import load, sample
from citeria_db.exchange import workbook_out
from citeria_db.store import Project

INDEX = "ICI-CN-SUB"
_RECOMPUTE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode"><value>0</value></prop>
</item>
</oor:items>
"""

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("live")


@pytest.fixture(scope="module")
def project(folder: Path) -> Path:
    path = folder / "sample.citeria"
    sample.build(path)
    return path


@pytest.fixture(scope="module")
def recomputed(folder: Path) -> Callable[[Path], Worksheet]:
    """The sheet Scores of a workbook after LibreOffice has computed every formula anew."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_RECOMPUTE, encoding="utf-8")

    def compute(path: Path) -> Worksheet:
        out = folder / "out"
        words = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "xlsx"]
        subprocess.run([*words, "--outdir", str(out), str(path)], check=True, capture_output=True, timeout=180)
        return scores(out / path.name)

    return compute


def scores(path: Path, *, values: bool = True) -> Worksheet:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # openpyxl drops the bars of Excel 2010, and says so
        return openpyxl.load_workbook(BytesIO(path.read_bytes()), data_only=values)["Scores"]


def table(sheet: Worksheet) -> dict[str, dict[str, object]]:
    """Area → heading → what the cell holds."""
    head = [cell.value for cell in sheet[3]]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6)]
    return {str(row[0]): dict(zip(map(str, head), row, strict=True)) for row in rows if row[0]}


def agrees(found: dict[str, dict[str, object]], result: Result, names: dict[str, str]) -> None:
    nodes = {node.code: node.name for node in result.tree.nodes}
    for at, area in enumerate(result.areas):
        row = found[names[area]]
        assert row["Rank"] == result.rank(INDEX)[at]
        for code, name in nodes.items():
            score = float(result.score(code)[at])
            if math.isnan(score):
                assert row[name] in (None, "")
            else:
                assert row[name] == pytest.approx(score, rel=1e-12, abs=1e-9)


def test_recomputed_scores_and_ranks_are_those_of_the_engine(
    project: Path, folder: Path, recomputed: Callable[[Path], Worksheet]
) -> None:
    with Project.open(project, read_only=True) as opened:
        workbook_out.export(opened, folder / "plain.xlsx", [INDEX])
        dataset = load.dataset(opened, INDEX)
        recipe = Recipe.from_toml(opened.indices.get(INDEX).recipe)
    result = Engine(dataset, recipe).result
    sheet = recomputed(folder / "plain.xlsx")
    agrees(table(sheet), result, dict(dataset.area_names))
    shares = {sheet.cell(3, at).value: sheet.cell(5, at).value for at in range(3, sheet.max_column + 1)}
    for node in result.tree.nodes:
        assert shares[node.name] == pytest.approx(result.effective_weights[node.code])


def test_other_weights_in_the_workbook_give_what_the_engine_gives_for_them(
    project: Path, folder: Path, recomputed: Callable[[Path], Worksheet]
) -> None:
    with Project.open(project, read_only=True) as opened:
        workbook_out.export(opened, folder / "weighed.xlsx", [INDEX])
        dataset = load.dataset(opened, INDEX)
        recipe = Recipe.from_toml(opened.indices.get(INDEX).recipe)
    engine = Engine(dataset, recipe)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        book = openpyxl.load_workbook(BytesIO((folder / "weighed.xlsx").read_bytes()))
    sheet = book["Scores"]
    names = {str(sheet.cell(3, at).value): at for at in range(3, sheet.max_column + 1)}
    for node, weight in (("research", 0.9), ("enterprise", 0.0)):
        sheet.cell(4, names[engine.result.tree.by_code[node].name], weight)
        siblings = engine.result.tree.children[str(engine.result.tree.by_code[node].parent)]
        engine.set_weights({node: weight, **{code: engine.result.weights[code] for code in siblings if code != node}})
    book.save(folder / "weighed.xlsx")
    agrees(table(recomputed(folder / "weighed.xlsx")), engine.result, dict(dataset.area_names))


def test_the_file_itself_already_shows_what_the_formulas_give(project: Path, folder: Path) -> None:
    with Project.open(project, read_only=True) as opened:
        workbook_out.export(opened, folder / "cached.xlsx", [INDEX])
        dataset = load.dataset(opened, INDEX)
        result = Engine(dataset, Recipe.from_toml(opened.indices.get(INDEX).recipe)).result
    agrees(table(scores(folder / "cached.xlsx")), result, dict(dataset.area_names))
    written = scores(folder / "cached.xlsx", values=False)
    assert str(written["C6"].value).startswith("=IF(")
    bars = [rule for rules in written.conditional_formatting for rule in rules.rules if rule.type == "dataBar"]
    assert len(bars) == len(result.tree.nodes)
