"""`citeria robustness`: tables of ranks over many runs, or every error told and nothing written."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from citeria_desktop.cli import main as cli

SYNTHETIC = Path(__file__).parent.parent / "reference" / "synthetic"
RECIPE = """
[impute]
method = "median"
[normalise]
lower = 1
[[uncertainty.factor]]
name = "weights"
kind = "weight_noise"
spread = 0.25
levels = [2, 3]
[[uncertainty.factor]]
name = "scale"
kind = "choice"
path = "normalise.method"
options = ["minmax", "rank"]
[[uncertainty.factor]]
name = "posts"
kind = "choice"
path = "normalise.points"
options = [[[0, 0], [1, 1]], [[0, 0], [2, 1]]]
[[uncertainty.factor]]
name = "reach"
kind = "uniform"
path = "aggregate.min_availability"
low = 0
high = 0.5
[[uncertainty.factor]]
name = "drop"
kind = "drop_one"
"""


@pytest.fixture
def recipe(tmp_path: Path) -> Path:
    path = tmp_path / "recipe.toml"
    path.write_text(RECIPE, encoding="utf-8")
    return path


def words(recipe: Path, out: Path, *more: str, data: Path = SYNTHETIC / "data.csv") -> list[str]:
    tables = ["--data", str(data), "--meta", str(SYNTHETIC / "meta.csv"), "--recipe", str(recipe)]
    return ["robustness", *tables, "--out", str(out), "--runs", "20", "--seed", "4", *more]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_it_writes_ranks_draws_and_scores(recipe: Path, tmp_path: Path) -> None:
    assert cli.run(words(recipe, tmp_path / "out")) == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"rank_stats.csv", "runs.csv", "scores.csv"}
    statistics, runs, scores = (rows(tmp_path / "out" / f"{name}.csv") for name in ("rank_stats", "runs", "scores"))
    assert list(statistics[0]) == ["uCode", "nominal", "mean", "median", "q05", "q95"]
    assert [row["uCode"] for row in statistics] == [row["uCode"] for row in rows(SYNTHETIC / "data.csv")]
    assert len(runs) == 20
    assert list(scores[0]) == ["uCode", *(str(run) for run in range(1, 21))]
    assert {row["scale"] for row in runs} == {"minmax", "rank"}
    assert {row["posts"] for row in runs} == {"[[0, 0], [1, 1]]", "[[0, 0], [2, 1]]"}
    assert all(0 <= float(row["reach"]) < 0.5 for row in runs)
    noise = [name for name in runs[0] if name.startswith("weights.")]
    assert len(noise) > 3
    assert all(0.75 <= float(row[name]) < 1.25 for row in runs for name in noise)
    every = np.array([[float(score) for score in list(row.values())[1:]] for row in scores])
    places = (every[:, None, :] > every[None, :, :]).sum(axis=0) + 1
    assert [float(row["mean"]) for row in statistics] == pytest.approx(places.mean(axis=1).tolist())


def test_a_study_adds_the_indices(recipe: Path, tmp_path: Path) -> None:
    assert cli.run(words(recipe, tmp_path / "out", "--sobol")) == 0
    table = rows(tmp_path / "out" / "sensitivity.csv")
    assert list(table[0]) == ["factor", "Si", "Si_q05", "Si_q95", "STi", "STi_q05", "STi_q95"]
    assert [row["factor"] for row in table] == ["weights", "scale", "posts", "reach", "drop"]
    assert len(rows(tmp_path / "out" / "runs.csv")) == 20 * (5 + 2)


def test_the_same_seed_gives_the_same_tables_whatever_the_number_of_threads(recipe: Path, tmp_path: Path) -> None:
    for threads in ("1", "2"):
        out = tmp_path / threads
        subprocess.run(
            [sys.executable, "-m", "citeria_desktop", *words(recipe, out, "--sobol")],
            check=True,
            timeout=120,
            env={**os.environ, "OPENBLAS_NUM_THREADS": threads, "OMP_NUM_THREADS": threads},
        )
    held = {path.name: path.read_bytes() for path in (tmp_path / "1").iterdir()}
    assert held == {path.name: path.read_bytes() for path in (tmp_path / "2").iterdir()}
    assert len(held) == 4


def test_every_error_is_told_at_once_and_nothing_is_written(
    recipe: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe.write_text(RECIPE.replace("0.25", '"much"').replace("drop_one", "drop_two"), encoding="utf-8")
    out = tmp_path / "out"
    assert cli.run(words(recipe, out, "--runs", "0", "--seed", "-1", data=tmp_path / "absent.csv")) == 2
    told = capsys.readouterr().err
    for expected in ("absent.csv", "“much” is not a finite number", "“drop_one”", "0 is no number of runs", "-1 is no"):
        assert expected in told
    assert len(told.splitlines()) == 5
    assert not out.exists()


def test_a_run_that_cannot_be_computed_ends_in_words(
    recipe: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = RECIPE.replace("lower = 1", "lower = 0\n[aggregate.level.2]\nmethod = 'geometric'")
    recipe.write_text(text, encoding="utf-8")
    assert cli.run(words(recipe, tmp_path / "out")) == 2
    told = capsys.readouterr().err
    assert "geometric mean of node" in told
    assert not (tmp_path / "out").exists()


def test_a_doubtful_cell_of_the_table_is_drawn(tmp_path: Path) -> None:
    data = rows(SYNTHETIC / "data.csv")
    indicator = next(row["iCode"] for row in rows(SYNTHETIC / "meta.csv") if row["Type"] == "Indicator")
    filled = next(row for row in data if row[indicator])
    for row in data:
        row[f"{indicator}.low"] = "0" if row is filled else ""
        row[f"{indicator}.high"] = "1000" if row is filled else ""
    with (tmp_path / "data.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(data[0]))
        writer.writeheader()
        writer.writerows(data)
    recipe = tmp_path / "recipe.toml"
    recipe.write_text('[[uncertainty.factor]]\nname = "cells"\nkind = "values"\n', encoding="utf-8")
    assert cli.run(words(recipe, tmp_path / "out", data=tmp_path / "data.csv")) == 0
    drawn = [float(row[f"cells.{filled['uCode']}.{indicator}"]) for row in rows(tmp_path / "out" / "runs.csv")]
    assert len(set(drawn)) == 20
    assert min(drawn) > 0
    assert max(drawn) < 1000
