"""The whole pipeline beside a naive one in plain Python: lists, loops, no arrays, nothing reused."""

import math
import statistics
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from citeria_core import Dataset, Engine, Recipe
from citeria_core.errors import KnownError
from citeria_core.model import Node
from citeria_core.recipe import Aggregate

WEIGHTS = {"P": 2.0, "Q": 1.0, "x0": 1.0, "x1": 0.5, "x2": 3.0, "x3": 1.0, "x4": 0.0, "x5": 2.0}
PARTS = {"P": ["x0", "x1", "x2"], "Q": ["x3", "x4", "x5"], "I": ["P", "Q"]}
SIGNS = {"x0": 1, "x1": -1, "x2": 1, "x3": 1, "x4": 1, "x5": -1}
Values = list[float | None]


def skewness(values: list[float]) -> float | None:
    n = len(values)
    if n < 3 or min(values) == max(values):
        return None
    mean = statistics.fmean(values)
    second = sum((x - mean) ** 2 for x in values) / n
    third = sum((x - mean) ** 3 for x in values) / n
    return third / second**1.5 * math.sqrt(n * (n - 1)) / (n - 2)


def excess(values: list[float]) -> float | None:
    n, mean = len(values), statistics.fmean(values)
    if n < 4:
        return None
    second = sum((x - mean) ** 2 for x in values) / n
    g = sum((x - mean) ** 4 for x in values) / n / second**2 - 3
    return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * g + 6)


def sound(values: Values, recipe: Recipe) -> bool:
    held = [x for x in values if x is not None]
    skew = skewness(held)
    if skew is None or abs(skew) < recipe.treat.max_skew:
        return True
    kurtosis = excess(held)
    return kurtosis is not None and kurtosis < recipe.treat.max_kurtosis


def imputed(values: Values, method: str) -> Values:
    held = [x for x in values if x is not None]
    if method == "none" or not held:
        return values
    fill = statistics.fmean(held) if method == "mean" else statistics.median(held)
    return [fill if x is None else x for x in values]


def treated(values: Values, recipe: Recipe) -> Values:
    if recipe.treat.method == "none" or sound(values, recipe):
        return values
    now, changed = list(values), set()
    while not sound(now, recipe) and len(changed) < recipe.treat.max_winsorised:
        distinct = sorted({x for x in now if x is not None})
        if len(distinct) < 3:
            break
        skew = skewness([x for x in now if x is not None])
        assert skew is not None
        end, next_ = (distinct[-1], distinct[-2]) if skew >= 0 else (distinct[0], distinct[1])
        moved = {row for row, x in enumerate(now) if x == end}
        changed |= moved
        now = [next_ if row in moved else x for row, x in enumerate(now)]
    if sound(now, recipe) or recipe.treat.method == "winsorise":
        return now
    held = [x for x in values if x is not None]
    low, span = min(held), max(held) - min(held)
    return [None if x is None else math.log(x - low + 0.01 * span) for x in values]


def normalised(values: Values, sign: int, method: str, lower: float) -> Values:
    directed = [None if x is None else x * sign for x in values]
    held = sorted(x for x in directed if x is not None)
    if not held or (held[0] == held[-1] and "rank" not in method):
        return [None] * len(values)
    spread = held[-1] - held[0]
    rules = {
        "minmax": lambda x: (x - held[0]) / spread * (100 - lower) + lower,
        "zscore": lambda x: (x - statistics.fmean(held)) / statistics.stdev(held),
        "rank": lambda x: 1 + sum(y < x for y in held),
        "percentile_rank": lambda x: sum(y < x for y in held) / (len(held) - 1) if len(held) > 1 else None,
        "distance_to_max": lambda x: 1 - (held[-1] - x) / spread,
    }
    return [None if x is None else rules[method](x) for x in directed]


def score(parts: list[float | None], weights: list[float], how: Aggregate) -> float | None:
    held = [(x, w if how.weighted else 1.0) for x, w in zip(parts, weights, strict=True) if x is not None]
    total = sum(w for _, w in held)
    if not held or len(held) / len(parts) < how.min_availability or total == 0:
        return None
    match how.method:
        case "arithmetic":
            return sum(w * x for x, w in held) / total
        case "geometric":
            return math.prod(x ** (w / total) for x, w in held)
        case "harmonic":
            return total / sum(w / x for x, w in held)
        case "median":
            return statistics.median(x for x, _ in held)
        case _:
            return (min if how.method == "minimum" else max)(x for x, _ in held)


def ranks(scores: Values) -> Values:
    return [
        None
        if x is None
        else 1 + sum(y is not None and y > x and not math.isclose(y, x, rel_tol=1e-11) for y in scores)
        for x in scores
    ]


def rounded_apart(scores: Values) -> bool:
    """Whether scores that are equal but for rounding lie around 0, where no relative rule can see it."""
    held = [x for x in scores if x is not None]
    return any(0 < abs(x - y) < 1e-9 and not math.isclose(x, y, rel_tol=1e-11) for x in held for y in held)


def naive(matrix: list[Values], recipe: Recipe, sizes: list[float]) -> dict[str, Values]:
    rows = [row for row in range(len(matrix)) if f"A{row}" not in recipe.screen.exclude]
    if recipe.screen.by == "availability":
        rows = [row for row in rows if sum(x is not None for x in matrix[row]) / 6 >= recipe.screen.min_availability]
    held: dict[str, Values] = {}
    for place in range(6):
        column: Values = [matrix[row][place] for row in rows]
        if recipe.denominate.enabled and place == 0:
            column = [None if x is None else x / sizes[row] for x, row in zip(column, rows, strict=True)]
        column = treated(imputed(column, recipe.impute_of(f"x{place}").method), recipe)
        how = recipe.normalise_of(f"x{place}")
        held[f"x{place}"] = normalised(column, SIGNS[f"x{place}"], how.method, how.lower)
    for node, level in (("P", 2), ("Q", 2), ("I", 3)):
        parts = PARTS[node]
        how_ = recipe.aggregate_of(node, level)
        held[node] = [
            score([held[part][row] for part in parts], [WEIGHTS[part] for part in parts], how_)
            for row in range(len(rows))
        ]
    return held


recipes = st.builds(
    "\n".join,
    st.tuples(
        st.sampled_from(["", '[screen]\nby = "availability"\nmin_availability = 0.5\nexclude = ["A1"]']),
        st.sampled_from(["", "[denominate]\nenabled = true"]),
        st.sampled_from(
            ["", '[impute]\nmethod = "mean"', '[impute]\nmethod = "median"\n[indicator.x3.impute]\nmethod = "none"']
        ),
        st.sampled_from(
            [
                "",
                '[treat]\nmethod = "winsorise_log"\nmax_skew = 1\nmax_kurtosis = 1\nmax_winsorised = 2',
                '[treat]\nmethod = "winsorise"\nmax_skew = 0.5\nmax_kurtosis = 0',
            ]
        ),
        st.sampled_from(["minmax", "zscore", "rank", "percentile_rank", "distance_to_max"]).map(
            lambda method: f'[normalise]\nmethod = "{method}"\nlower = 1\n[indicator.x5.normalise]\nmethod = "minmax"'
        ),
        st.sampled_from(["arithmetic", "geometric", "harmonic", "median", "minimum"]).map(
            lambda method: f'[aggregate]\nmethod = "{method}"\nmin_availability = 0.6'
        ),
        st.sampled_from(
            [
                "",
                '[aggregate.level.2]\nmethod = "arithmetic"\nmin_availability = 0.3',
                '[node.Q.aggregate]\nmethod = "maximum"\nweighted = false',
            ]
        ),
    ),
)
cells = st.one_of(st.none(), st.integers(-20, 60), st.sampled_from([1000, -500]))


@settings(
    max_examples=120,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(
    st.lists(st.lists(cells, min_size=6, max_size=6), min_size=3, max_size=9),
    recipes,
    st.lists(st.integers(1, 9), min_size=9, max_size=9),
)
def test_scores_and_ranks_are_those_of_a_naive_computation(matrix: Any, text: str, sizes: list[int]):
    recipe = Recipe.from_toml(text)
    nodes = [Node("I", "", None, 1.0)]
    nodes += [
        Node(part, "", node, WEIGHTS[part], part if part in SIGNS else None, SIGNS.get(part, 1))
        for node in ("I", "P", "Q")
        for part in PARTS[node]
    ]
    dataset = Dataset.build(
        [(f"A{row}", "") for row in range(len(matrix))],
        nodes,
        np.array(matrix, dtype=float),
        denominators={"Size": np.array(sizes[: len(matrix)], dtype=float)},
        denominator_of={"x0": "Size"},
    )
    try:
        result = Engine(dataset, recipe).result
    except KnownError:
        assume(False)
    for code, expected in naive(matrix, recipe, [float(size) for size in sizes]).items():
        theirs = [math.nan if x is None else x for x in expected]
        assert result.score(code) == pytest.approx(theirs, rel=1e-9, abs=1e-9, nan_ok=True), code
        if rounded_apart(expected):
            continue
        places = [math.nan if x is None else x for x in ranks(expected)]
        assert result.rank(code) == pytest.approx(places, nan_ok=True), code
