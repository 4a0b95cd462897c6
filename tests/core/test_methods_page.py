"""The page of methods cannot drift: every choice has its formula there, every default and figure is computed."""

import doctest
import importlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from citeria_core import Dataset, Engine, Recipe, explain
from citeria_core.model import Node
from citeria_core.notebook import AGGREGATIONS, FACTOR_KINDS, RULES, Wrong
from citeria_core.partition import CLUSTERERS
from citeria_core.quality import PEDIGREE, SCORES, USUAL
from citeria_core.rank_inputs import RULES as RANK_RULES
from citeria_core.rank_inputs import RankList
from citeria_core.rank_inputs import scores as rank_scores
from citeria_core.recipe_rules import FACTOR_RULES
from citeria_core.result import Result

PAGE = Path(__file__).parents[2] / "docs" / "methods.md"
TEXT = PAGE.read_text(encoding="utf-8")
GAP = float("nan")


@dataclass(frozen=True)
class Table:
    section: str  # of the recipe, "" outside
    key: str
    headers: tuple[str, ...]
    rows: tuple[dict[str, str], ...]


def tables() -> list[Table]:
    found = []
    for chapter in re.split(r"^## ", TEXT, flags=re.MULTILINE)[1:]:
        section = re.search(r"^[^\n]*`\[+([a-z_.]+)\]+`", chapter)
        for block in re.findall(r"(?:^\|.*\n)+", chapter, flags=re.MULTILINE):
            headers, _, *lines = (
                [cell.strip() for cell in line.strip("|\n ").split("|")] for line in block.splitlines()
            )
            rows = tuple(dict(zip(headers, line, strict=True)) for line in lines)
            found.append(Table(section[1] if section else "", headers[0].strip("`"), tuple(headers), rows))
    return found


TABLES = tables()


def table(section: str, key: str) -> Table:
    return next(held for held in TABLES if (held.section, held.key) == (section, key))


def first(row: Mapping[str, str]) -> str:
    return next(iter(row.values())).strip("`")


def options(section: str, key: str) -> tuple[str, ...]:
    """The words that a recipe key accepts, as its own error names them; nothing for a key of another kind."""
    try:
        RULES[section][key]("?")
    except Wrong as wrong:
        named = re.search(r"write one of (.+?)\.(?: Did|$)", wrong.problem)
        return tuple(named[1].split(", ")) if named else ()
    return ()


CHOICES = [(section, key) for section, rules in RULES.items() for key in rules if options(section, key)]


@pytest.mark.parametrize(("section", "key"), [*CHOICES, ("uncertainty.factor", "kind")])
def test_every_choice_of_the_recipe_stands_on_the_page_with_its_formula(section: str, key: str):
    held = table(section, key)
    expected = FACTOR_KINDS if section == "uncertainty.factor" else options(section, key)
    assert tuple(map(first, held.rows)) == expected
    assert all(row[held.headers[1]] for row in held.rows)


@pytest.mark.parametrize("section", RULES)
def test_every_key_stands_on_the_page_with_its_default(section: str):
    held = table(section, "key")
    assert [first(row) for row in held.rows] == list(RULES[section])
    defaults = getattr(Recipe(), section)
    for row in held.rows:
        name = first(row)
        value = getattr(defaults, "lambda_" if name == "lambda" else name)
        expected = "–" if value is None or value == () else str(value).lower() if isinstance(value, bool) else value
        assert row["default"] == (f"{expected:g}" if isinstance(expected, float) else str(expected))
        assert row["meaning"]


def numbers(text: str) -> list[float]:
    return [GAP if word == "·" else float(word) for word in text.replace("−", "-").split()]


def computed(rows: Any, recipe: str, code: str, stage: str = "", **more: Any) -> list[float]:
    """One column of an index of few indicators; rows are areas A, B …"""
    result = index(rows, recipe, **more)
    return (result.stage_columns(stage) if stage else {code: result.score(code)})[code].tolist()


def index(rows: Any, recipe: str, weights: Any = None, direction: int = 1, **more: Any) -> Result:
    count = len(rows[0])
    leaves = [Node(f"x{k}", "", "I", (weights or [1] * count)[k], f"x{k}", direction) for k in range(count)]
    areas = [(chr(65 + row), "") for row in range(len(rows))]
    data = Dataset.build(areas, [Node("I", "", None, 1), *leaves], np.array(rows, dtype=float), **more)
    return Engine(data, Recipe.from_toml(recipe)).result


def column(*values: float) -> list[list[float]]:
    return [[value] for value in values]


def toml(section: str, row: Mapping[str, str], key: str) -> str:
    settings = [line.strip() for line in row.get("settings", "").split(";")]
    return "\n".join([f"[{section}]", f'{key} = "{first(row)}"', *settings])


def screened(row: Mapping[str, str]) -> str:
    text = f'[screen]\nby = "{first(row)}"\nmin_availability = 0.6\nmin_nonzero = 0.5'
    return " ".join(index([[1, 2, 3, 4], [0, 0, 0, 5], [GAP, GAP, 3, 4]], text).areas)


def imputed(row: Mapping[str, str]) -> list[float]:
    x, y, z = (10, GAP, 30, 60, 20, 45), (1, 2, 3, 4, 2, 5), (5, 9, 6, 8, 7, 4)
    text = toml("impute", row, "method") + '\ngroup = "g"\nneighbours = 2\nvalue = 7'
    return computed(list(zip(x, y, z, strict=True)), text, "x0", "imputed", groups={"g": tuple("aaabbb")})[1:2]


def along_time(row: Mapping[str, str]) -> list[float]:
    rows = [[value, 1] for value in (GAP, 2, GAP, 6, GAP)]
    nodes = [Node("I", "", None, 1), *(Node(code, "", "I", 1, code) for code in ("x", "y"))]
    times = tuple(str(year) for year in range(2018, 2023))
    data = Dataset.build([("A", "")] * 5, nodes, np.array(rows, dtype=float), times=times)
    return Engine(data, Recipe.from_toml(toml("impute", row, "panel"))).result.stage_columns("imputed")["x"].tolist()


def treated(key: str, *values: float, method: str = "") -> Callable[[Mapping[str, str]], list[float]]:
    def compute(row: Mapping[str, str]) -> list[float]:
        text = toml("treat", row, key) + (f'\nmethod = "{method}"' if method else "")
        return computed(column(*values), text, "x0", "treated")

    return compute


def normalised(direction: int) -> Callable[[Mapping[str, str]], list[float]]:
    def compute(row: Mapping[str, str]) -> list[float]:
        text = toml("normalise", row, "method")
        return computed(column(2, 4, 4, 10), text, "x0", "normalised", direction=direction, targets={"x0": 8.0})

    return compute


def tied(row: Mapping[str, str]) -> list[float]:
    return computed(column(2, 4, 4, 10), toml("normalise", row, "ties") + '\nmethod = "rank"', "x0", "normalised")


def weighed(row: Mapping[str, str]) -> list[float]:
    rows = list(zip((1, 2, 3, 4, 5), (2, 1, 4, 3, 6), (2, 5, 3, 1, 4), strict=True))
    result = index(rows, toml("weights", row, "source") + '\n[normalise]\nmethod = "none"', weights=[1, 1, 2])
    return [result.weights[code] for code in ("x0", "x1", "x2")]


def aggregated(row: Mapping[str, str]) -> list[float]:
    rows = [[20, 40, 90], [50, 40, 50], [80, 30, GAP]]
    return computed(rows, toml("aggregate", row, "method") + '\n[normalise]\nmethod = "none"', "I", weights=[1, 1, 2])


def shared(row: Mapping[str, str]) -> explain.Parts:
    rows, text = [[20, 40, 90], [50, 40, 50], [80, 30, GAP]], toml("aggregate", row, "method")
    return explain.parts(index(rows, text + '\n[normalise]\nmethod = "none"', weights=[1, 1, 2]))


def ranked(row: Mapping[str, str]) -> list[float]:
    text = toml("rank", row, "ties") + '\n[normalise]\nmethod = "none"'
    return index(column(9, 7, 7, 5), text).rank("I").tolist()


def listed(row: Mapping[str, str]) -> list[float]:
    held = RankList("top 3", {"A": 1, "B": 3}, 3, frozenset("ABCD"))
    return rank_scores(held, "ABCDE", first(row)).tolist()


EXAMPLES: Mapping[tuple[str, str, str], Callable[[Mapping[str, str]], Any]] = {
    ("screen", "by", "example"): screened,
    ("impute", "method", "example"): imputed,
    ("impute", "panel", "example"): along_time,
    ("treat", "method", "example"): treated("method", 1, 2, 3, 4, 90),
    ("treat", "log_input", "example"): treated("log_input", 1, 2, 3, 4, 90, method="winsorise_log"),
    ("treat", "log", "right"): treated("log", 1, 2, 3, 4, 90, method="log"),
    ("treat", "log", "left"): treated("log", 1, 87, 88, 89, 90, method="log"),
    ("normalise", "method", "direction 1"): normalised(1),
    ("normalise", "method", "direction −1"): normalised(-1),
    ("normalise", "ties", "ranks of 2 4 4 10"): tied,
    ("weights", "source", "example"): weighed,
    ("aggregate", "method", "A B C"): aggregated,
    ("", "method", "rule"): lambda row: shared(row).method,
    ("", "method", "parts of A"): lambda row: shared(row).values[0].tolist(),
    ("rank", "ties", "ranks of 9 7 7 5"): ranked,
    ("", "rule", "A B C D E"): listed,
}
ROWS = [
    pytest.param(row, header, compute, id=f"{section}.{key}.{first(row)} {header}")
    for (section, key, header), compute in EXAMPLES.items()
    for row in table(section, key).rows
]


@pytest.mark.parametrize(("row", "header", "compute"), ROWS)
def test_every_figure_in_a_table_is_what_the_engine_computes(row: Any, header: str, compute: Any):
    made = compute(row)
    if isinstance(made, str):
        assert made == row[header]
    else:
        assert made == pytest.approx(numbers(row[header]), rel=6e-4, abs=6e-5, nan_ok=True)


def test_every_table_of_choices_has_its_figures_computed():
    without = {("uncertainty.factor", "kind"), ("", "clusterer"), ("", "the cell has"), ("", "word")}
    without |= {("", "key of the factor"), ("", "criterion")}
    with_figures = {(held.section, held.key) for held in TABLES if held.key != "key"} - without
    assert with_figures == {(section, key) for section, key, _ in EXAMPLES}


def test_every_clusterer_and_every_split_stands_on_the_page():
    assert tuple(map(first, table("", "clusterer").rows)) == tuple(CLUSTERERS)
    assert tuple(map(first, table("", "method").rows)) == AGGREGATIONS


def test_the_scores_and_keys_of_doubtful_cells_are_those_of_the_code():
    scores = {word: int(row["score"]) for row in table("", "word").rows for word in row["word"].split(", ")}
    assert scores == SCORES
    held = {first(row): row["default"] for row in table("", "key of the factor").rows}
    assert held == {"about": f"{USUAL.about:g}", "open_factor": "–", "pedigree": "–", "scores": "–"}
    assert held.keys() < FACTOR_RULES.keys()
    rows = {
        row["criterion"]: tuple(float(row[str(score)]) for score in range(1, 6)) for row in table("", "criterion").rows
    }
    assert rows == PEDIGREE


def test_the_rules_for_ranks_are_told_as_the_code_tells_them():
    held = table("", "rule")
    assert {first(row): row["formula"] for row in held.rows} == {
        name: rule.formula for name, rule in RANK_RULES.items()
    }


def test_the_examples_in_python_come_out_as_printed():
    blocks = "\n".join(re.findall(r"^```python\n(.*?)^```", TEXT, flags=re.MULTILINE | re.DOTALL))
    case = doctest.DocTestParser().get_doctest(blocks, {}, "methods.md", str(PAGE), 0)
    assert len(case.examples) > 20
    told: list[str] = []
    doctest.DocTestRunner(verbose=False).run(case, out=told.append)
    assert told == []


def test_every_function_that_the_page_names_exists():
    named = set(re.findall(r"`(citeria_core(?:\.\w+)+)`", TEXT))
    assert len(named) > 15
    for path in named:
        module, _, name = path.rpartition(".")
        assert callable(getattr(importlib.import_module(module), name)), path


def test_no_line_is_longer_than_a_page_allows():
    too_long = [line for line in TEXT.splitlines() if len(line) > 140 and not line.startswith("|")]
    assert too_long == []
