"""The engine against an independent one on the ASEM example, which is not ours to copy: read where it is present."""

import csv
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from citeria_core import Dataset, Engine, Recipe
from citeria_db.exchange import coin_tables

ASEM = Path(__file__).parents[3] / "shared" / "reference" / "coinr"
pytestmark = pytest.mark.skipif(not ASEM.is_dir(), reason="the ASEM golden set is not beside the repository")

DENOMINATED = "[denominate]\nenabled = true\n"
TREATED = DENOMINATED + '[treat]\nmethod = "winsorise_log"\n'
STAGES = {
    "denominated": ("denominated", DENOMINATED, "raw_iMeta"),
    "treated": ("treated", TREATED, "raw_iMeta"),
    "normalised_minmax_0_100": ("normalised", TREATED, "raw_iMeta"),
    "aggregated_amean_equal": ("aggregated", TREATED, "raw_iMeta"),
    "aggregated_amean_altweights": ("aggregated", TREATED, "raw_iMeta_altweights"),
    "aggregated_amean_equal_raw_untreated": ("aggregated", "", "raw_iMeta"),
    "results_scores_equal": ("aggregated", TREATED, "raw_iMeta"),
    "results_scores_altweights": ("aggregated", TREATED, "raw_iMeta_altweights"),
    "results_ranks_equal": ("ranks", TREATED, "raw_iMeta"),
    "results_ranks_altweights": ("ranks", TREATED, "raw_iMeta_altweights"),
    "results_ranks_full_equal": ("ranks", TREATED, "raw_iMeta"),
}


def asem(meta: str) -> Dataset:
    return coin_tables.dataset(ASEM / "raw_iData.csv", ASEM / f"{meta}.csv")


def golden(name: str) -> tuple[list[str], dict[str, NDArray[np.float64]]]:
    wanted = rows(name)
    codes = [code for code in wanted[0] if code not in ("uCode", "Rank")]
    return [row["uCode"] for row in wanted], {
        code: np.array([float(row[code]) if row[code] else np.nan for row in wanted]) for code in codes
    }


@pytest.mark.parametrize("name", STAGES)
def test_every_stage_agrees_with_the_independent_engine(name: str):
    stage, text, meta = STAGES[name]
    result = Engine(asem(meta), Recipe.from_toml(text)).result
    areas, expected = golden(name)
    order = [result.areas.index(area) for area in areas]
    held = result.stage_columns(stage)
    if name == "results_ranks_full_equal":  # GRC and its predecessor differ by rounding only: a tie by our rule
        expected["TolMin"][areas.index("GRC")] = 24
    for code, column in expected.items():
        found = held[code][order]
        assert (np.isnan(found) == np.isnan(column)).all(), code
        largest = np.max(np.abs(column), initial=0.0, where=~np.isnan(column))
        allowed = 1e-9 * np.maximum(np.abs(column), 1e-3 * largest)
        assert (np.isnan(column) | (np.abs(found - column) <= allowed)).all(), code


def rows(name: str) -> list[dict[str, str]]:
    with (ASEM / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_tree_is_that_of_the_independent_engine():
    tree = asem("raw_iMeta").tree
    wanted = rows("lineage")
    assert {row["Indicator"] for row in wanted} == set(tree.leaves[tree.root])
    for row in wanted:
        assert tree.ancestors(row["Indicator"]) == (row["Pillar"], row["Sub-index"], row["Index"])


def test_weights_as_given_are_those_of_the_independent_engine_at_every_level():
    result = Engine(asem("raw_iMeta"), Recipe()).result
    wanted = {row["iCode"]: (int(row["Level"]), float(row["Weight"])) for row in rows("weights_original")}
    assert wanted == {code: (result.tree.levels[code], result.relative_weights[code]) for code in result.nodes}


def test_the_summary_of_one_country_is_that_of_the_independent_engine():
    result = Engine(asem("raw_iMeta"), Recipe.from_toml(TREATED)).result
    place = result.areas.index("GBR")
    wanted = rows("unit_summary_GBR")
    assert wanted[0]["Code"] == result.root
    assert len(wanted) == len(result.tree.aggregates)
    for row in wanted:
        assert result.score(row["Code"])[place] == pytest.approx(float(row["Score"]), rel=1e-9)
        assert result.rank(row["Code"])[place] == int(row["Rank"])
        assert result.tree.by_code[row["Code"]].name == row["Name"]


@pytest.mark.parametrize(
    ("name", "meta"), [("weights_effective", "raw_iMeta"), ("weights_effective_alt", "raw_iMeta_altweights")]
)
def test_effective_weights_agree(name: str, meta: str):
    result = Engine(asem(meta), Recipe()).result
    for row in rows(name):
        assert result.effective_weights[row["iCode"]] == pytest.approx(float(row["EffWeight"]), rel=1e-12)


def test_treatment_moves_the_very_points_that_the_independent_engine_moved():
    result = Engine(asem("raw_iMeta"), Recipe.from_toml(TREATED)).result
    wanted = rows("treated_points")
    moved = {(row["uCode"], code): row[code] for row in wanted for code in result.dataset.indicators if row[code]}
    found = {}
    for code, record in zip(result.dataset.indicators, result.layers["treated"].records, strict=True):
        for mark, points in (("winhi", record.high), ("winlo", record.low)):
            if points is not None:
                found.update({(result.areas[row], code): mark for row in np.flatnonzero(points)})
    assert found == moved
    assert len(found) == 33
