"""The engine against an independent one on the synthetic set: every stage file, from the raw data by its recipe."""

import csv
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from citeria_core import Dataset, Engine, Recipe

GOLDEN = Path(__file__).parent.parent / "reference" / "synthetic"
DENOMINATED = "[denominate]\nenabled = true\n"
MEDIAN = DENOMINATED + '[impute]\nmethod = "median"\n'
TREATED = MEDIAN + '[treat]\nmethod = "winsorise_log"\n'
MINMAX = TREATED + "[normalise]\nlower = 1\nupper = 100\n"
STAGES = {
    "denominated": ("denominated", DENOMINATED),
    "imputed_median": ("imputed", MEDIAN),
    "imputed_group_mean_Tier": ("imputed", DENOMINATED + '[impute]\nmethod = "group_mean"\ngroup = "Tier"'),
    "imputed_row_mean_level2": ("imputed", DENOMINATED + '[impute]\nmethod = "row_mean"\nlevel = 2'),
    "treated_default": ("treated", TREATED),
    "treated_log_ct_plus": ("treated", TREATED + 'max_winsorised = 0\nlog = "ct_plus"'),
    "treated_win2_1_2": ("treated", TREATED + "max_winsorised = 2\nmax_skew = 1\nmax_kurtosis = 2"),
    "normalised_minmax_1_100": ("normalised", MINMAX),
    "normalised_zscore_0_1": ("normalised", TREATED + '[normalise]\nmethod = "zscore"'),
    "normalised_rank": ("normalised", TREATED + '[normalise]\nmethod = "rank"'),
    "normalised_borda": ("normalised", TREATED + '[normalise]\nmethod = "borda"'),
    "normalised_percentile_rank": ("normalised", TREATED + '[normalise]\nmethod = "percentile_rank"'),
    "normalised_distance_to_max": ("normalised", TREATED + '[normalise]\nmethod = "distance_to_max"'),
    "aggregated_arithmetic": ("aggregated", MINMAX),
    "aggregated_geometric": ("aggregated", MINMAX + '[aggregate]\nmethod = "geometric"'),
    "aggregated_harmonic": ("aggregated", MINMAX + '[aggregate]\nmethod = "harmonic"'),
    "aggregated_power2": ("aggregated", MINMAX + '[aggregate]\nmethod = "power"\npower = 2'),
    "aggregated_copeland": ("aggregated", MINMAX + '[aggregate]\nmethod = "copeland"'),
    "aggregated_levels_arithmetic_geometric_harmonic": (
        "aggregated",
        MINMAX + '[aggregate.level.3]\nmethod = "geometric"\n[aggregate.level.4]\nmethod = "harmonic"',
    ),
    "aggregated_gaps_threshold_08": (
        "aggregated",
        DENOMINATED + '[treat]\nmethod = "winsorise_log"\n[aggregate]\nmin_availability = 0.8',
    ),
    "ranks_arithmetic": ("ranks", MINMAX),
}


def golden(name: str) -> tuple[list[str], dict[str, NDArray[np.float64]]]:
    """The areas and the columns of a golden file."""
    with (GOLDEN / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    codes = [code for code in rows[0] if code != "uCode"]
    return [row["uCode"] for row in rows], {
        code: np.array([float(row[code]) if row[code] else np.nan for row in rows]) for code in codes
    }


def assert_agrees(
    held: Mapping[str, NDArray[np.float64]], expected: Mapping[str, NDArray[np.float64]], order: list[int]
) -> None:
    """Each column agrees to 1e-9 relative to the larger of the value and 1e-3 of the column's largest."""
    for code, column in expected.items():
        found = held[code][order]
        assert (np.isnan(found) == np.isnan(column)).all(), code
        largest = np.max(np.abs(column), initial=0.0, where=~np.isnan(column))
        allowed = 1e-9 * np.maximum(np.abs(column), 1e-3 * largest)
        assert (np.isnan(column) | (np.abs(found - column) <= allowed)).all(), code


@pytest.mark.parametrize("name", STAGES)
def test_every_stage_agrees_with_the_independent_engine(name: str, synthetic: Dataset):
    stage, text = STAGES[name]
    result = Engine(synthetic, Recipe.from_toml(text)).result
    areas, expected = golden(name)
    held = result.stage_columns(stage)
    assert set(held) == set(expected)
    assert_agrees(held, expected, [result.areas.index(area) for area in areas])


def test_every_column_stands_in_the_order_of_the_metadata(synthetic: Dataset):
    result = Engine(synthetic, Recipe()).result
    assert list(result.stage_columns("aggregated")) == list(golden("aggregated_arithmetic")[1])
    assert list(result.stage_columns("raw")) == list(golden("denominated")[1])
