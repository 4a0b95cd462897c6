"""The whole pipeline beside a naive one in plain Python: lists, loops, no arrays, nothing reused."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from naive import PARTS, SIGNS, WEIGHTS, naive, ranks, rounded_apart

from citeria_core import Dataset, Engine, Recipe
from citeria_core.errors import KnownError
from citeria_core.model import Node

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
