"""Answers about tables that no sane index has: huge, tiny, constant, empty. Always an answer or an error in words.

A warning of NumPy's is a failure here: it is a number that overflowed without anybody saying so.
"""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from citeria_core import Dataset, Engine, Recipe
from citeria_core.breakeven import Pass, Reach, break_even
from citeria_core.cluster import ward
from citeria_core.cluster_profile import peers, profiles
from citeria_core.errors import KnownError
from citeria_core.explain import contributions, parts
from citeria_core.intervals import intervals
from citeria_core.model import Node
from citeria_core.partition import kmeans, kmedoids
from citeria_core.profile import profile
from citeria_core.ranking import standing
from citeria_core.removal import remove_elements
from citeria_core.reports import REPORTS
from citeria_core.result import Result
from citeria_core.validity import gap, silhouettes, stability, validity
from citeria_core.verify_next import Doubt, verify_next
from citeria_core.what_if import Value, Weight

BIG, TINY, GAP = 1e308, 5e-324, math.nan
TABLES: dict[str, list[list[float]]] = {
    "huge": [[BIG, 1, 2], [-BIG, 2, 1], [BIG, 3, 5], [0, 4, 4], [1, 5, 3]],
    "all huge": [[BIG, BIG, BIG], [BIG / 2, BIG, -BIG], [-BIG, -BIG, BIG], [BIG, -BIG, 0]],
    "tiny": [[TINY, 1, 2], [2 * TINY, 2, 1], [3 * TINY, 3, 5], [0, 4, 4], [1e-310, 5, 3]],
    "mixed": [[BIG, TINY, 1e-300], [-BIG, -TINY, 1e300], [1, 2, 3], [TINY, BIG, 0], [0, 0, 0]],
    "constant": [[5, 1, 2], [5, 2, 1], [5, 3, 5], [5, 4, 4]],
    "all missing": [[GAP, 1, 2], [GAP, 2, 1], [GAP, 3, 5]],
    "nothing": [[GAP, GAP, GAP]] * 3,
    "one area": [[1, 2, 3]],
    "negative": [[-1, -2, -3], [-4, -1, -2], [-9, -8, -1], [0, -1, -2]],
    "ties": [[1, 1, 1]] * 5,
}
RECIPES = {
    "plain": "",
    "as it is": '[normalise]\nmethod = "none"',
    "geometric": '[normalise]\nmethod = "rank"\n[aggregate]\nmethod = "geometric"',
    "treated": '[treat]\nmethod = "winsorise_log"\nmax_skew = 0.1\nmax_kurtosis = -2\n[impute]\nmethod = "mean"',
    "weighed by the data": '[weights]\nsource = "pca"\n[normalise]\nmethod = "zscore"',
    "copeland": '[normalise]\nmethod = "none"\n[aggregate]\nmethod = "copeland"',
}


def results(table: str, recipe: str, weights: tuple[float, ...] = (1, 1, 2)) -> Result | None:
    nodes = [Node("I", "I", None, 1.0), Node("P", "P", "I", 1.0)]
    nodes += [Node(f"x{n}", f"x{n}", "P" if n < 2 else "I", weights[n], f"x{n}", -1 if n == 1 else 1) for n in range(3)]
    rows = TABLES[table]
    data = Dataset.build([(f"A{row}", "") for row in range(len(rows))], nodes, np.array(rows, dtype=float))
    return answered(lambda: Engine(data, Recipe.from_toml(RECIPES[recipe])).result)


def answered(work: Callable[[], Any]) -> Any:
    """What comes of the work; None for an error in words. Anything else fails."""
    try:
        return work()
    except KnownError:
        return None


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("recipe", RECIPES)
@pytest.mark.parametrize("table", TABLES)
def test_a_missing_score_has_a_reason_and_every_answer_is_one(table: str, recipe: str):
    result = results(table, recipe)
    if result is None:
        return
    assert not np.isinf(result.score("I")).any()
    for row in standing(result, {}, {}).rows:
        assert row.rank is not None or row.reason
    shares = contributions(result)
    scored = ~np.isnan(result.score("I"))
    np.testing.assert_allclose(shares[scored].sum(axis=1), result.score("I")[scored], rtol=1e-9, atol=1e-9)
    assert parts(result).codes == ("P", "x2")
    for report in REPORTS.values():
        report(result)
    answered(lambda: remove_elements(result))
    answered(lambda: profile(result, "A0"))
    answered(lambda: peers(result, "A0"))
    answered(lambda: intervals(result.dataset, result.recipe, runs=3))


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("recipe", ["plain", "as it is"])
@pytest.mark.parametrize("table", TABLES)
def test_clusters_of_anything_are_clusters(table: str, recipe: str):
    result = results(table, recipe)
    assert result is not None
    for method, clusterer in {"ward": ward, "kmeans": kmeans, "kmedoids": kmedoids}.items():
        held = clusterer(result, 2)
        assert len(held.labels) == len(held.areas)
        assert not math.isinf(validity(result, held).calinski_harabasz)
        assert all(-1 <= width <= 1 for width in silhouettes(result, held).values())
        assert all(0 <= share <= 1 for share in stability(result, held, method, resamples=2).values())
        assert gap(result, most=2, method=method, references=2).k <= len(held.areas)
        profiles(result, held)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("recipe", ["plain", "as it is", "geometric"])
@pytest.mark.parametrize("table", ["huge", "all huge", "tiny", "mixed", "constant", "ties"])
def test_questions_about_huge_and_tiny_numbers_are_answered(table: str, recipe: str):
    result = results(table, recipe)
    if result is None:
        return
    for lever in (Value("A1", "x0"), Value("A3", "x2"), Weight("x2")):
        for goal in (Pass("A1", "A0"), Reach("A1", 1)):
            made = break_even(result, lever, goal)
            assert (made.value is not None and math.isfinite(made.value)) or made.reason
    wide, narrow = verify_next(result, [Doubt("A1", "x0", -BIG, BIG), Doubt("A0", "x2", 0.0, TINY)])
    assert math.isfinite(wide.expected + wide.largest + narrow.expected + narrow.ripple)


@pytest.mark.parametrize("table", ["constant", "ties"])
def test_weights_that_sum_to_zero_are_a_finding_and_leave_scores_missing_with_a_reason(table: str):
    result = results(table, "plain", (0, 0, 0))
    if result is not None:
        assert result.findings
        assert all(row.rank is not None or row.reason for row in standing(result, {}, {}).rows)
