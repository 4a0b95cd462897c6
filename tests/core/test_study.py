"""Clusters beside groupings: who takes part, whose label is kept, which set is looked at, how well two agree."""

import os
import subprocess
import sys
from collections.abc import Callable

import numpy as np
import pytest

from citeria_core import Dataset
from citeria_core.cluster import BadClusterCountError, ward
from citeria_core.engine import Engine
from citeria_core.model import Group, Grouping
from citeria_core.partition import kmedoids
from citeria_core.recipe import Recipe
from citeria_core.result import Result
from citeria_core.study import Question, Study, study
from citeria_core.validity import silhouettes, validity

NAN = float("nan")
HALVES = Grouping("halves", "Halves", (Group("low", "Low", ("A1", "A2", "X9")), Group("high", "High", ("A3", "A4"))))
PAIRS = Grouping(
    "pairs", "Pairs", (Group("p1", "P1", ("A1",)), Group("p2", "P2", ("A2",)), Group("p3", "P3", ("A3", "A4")))
)
PLAIN = [[1, 2], [2, 1], [50, 60], [51, 61]]
Flat = Callable[..., Dataset]


def _result(flat: Flat, values: list[list[float]]) -> Result:
    return Engine(flat(values), Recipe()).result


def _labels(found: Study) -> dict[str, int]:
    return dict(found.shown.positions)


def test_clusters_agree_fully_with_the_groups_that_made_them(flat: Flat) -> None:
    result = _result(flat, PLAIN)
    halves = study(result, Question("ward", "given:halves", 2), [HALVES, PAIRS]).agreement
    pairs = study(result, Question("ward", "given:pairs", 2), [HALVES, PAIRS]).agreement
    assert halves is not None
    assert pairs is not None
    assert halves.ari == pytest.approx(1)
    assert pairs.homogeneity < 1
    assert pairs.completeness == pytest.approx(1)


def test_finer_groups_are_nested_in_coarser_ones_and_not_the_other_way_round(flat: Flat) -> None:
    result = _result(flat, PLAIN)
    inward = study(result, Question("given:pairs", "given:halves"), [HALVES, PAIRS]).agreement
    outward = study(result, Question("given:halves", "given:pairs"), [HALVES, PAIRS]).agreement
    assert inward is not None
    assert outward is not None
    assert inward.homogeneity == pytest.approx(1)
    assert outward.homogeneity < 1
    assert inward.areas == 4  # X9 is no area of the index


def test_any_two_sets_are_compared_also_two_that_were_computed(flat: Flat) -> None:
    found = study(_result(flat, PLAIN), Question("ward", "kmedoids", 2))
    assert found.agreement is not None
    assert found.agreement.ari == pytest.approx(1)
    assert found.crossing is not None
    assert found.crossing.counts == ((2, 0), (0, 2))
    assert found.crossing.movers == ()


def test_a_given_set_has_the_figures_that_a_computed_one_has(flat: Flat) -> None:
    result = _result(flat, [*PLAIN, [NAN, 3]])
    given = study(result, Question("given:halves"), [HALVES])
    computed = study(result, Question("ward", k=2), [HALVES])
    assert given.silhouettes == computed.silhouettes
    assert given.validity == computed.validity == validity(result, ward(result, 2))
    assert [one.areas for one in given.profiles] == [one.areas for one in computed.profiles]


def test_every_method_finds_what_it_finds_alone(flat: Flat) -> None:
    result = _result(flat, np.random.default_rng(2).normal(size=(12, 3)).tolist())
    found = study(result, Question("kmedoids", k=4))
    alone = kmedoids(result, 4)
    assert _labels(found) == {a: n - 1 for a, n in zip(alone.areas, alone.labels, strict=True)}
    assert found.silhouettes == silhouettes(result, alone)


def test_an_area_with_a_missing_value_is_left_out(flat: Flat) -> None:
    found = study(_result(flat, [[1, 2], [2, NAN], [50, 60], [51, 61]]), Question(k=2))
    assert found.left_out == ("A2",)
    assert "A2" not in found.shown.positions


def test_fewer_than_three_areas_with_every_value_make_no_clusters_however_few_columns_are_filled(flat: Flat) -> None:
    found = study(
        _result(flat, [[1, NAN], [2, NAN], [50, NAN], [51, NAN]]), Question("ward", "given:pairs", 2), [HALVES, PAIRS]
    )
    assert (found.shown.clusters, found.tree, found.plane, found.agreement) == ((), None, None, None)
    assert found.left_out == ("A1", "A2", "A3", "A4")


def test_given_groups_are_compared_where_nothing_can_be_computed(flat: Flat) -> None:
    result = _result(flat, [[1, NAN], [2, NAN], [50, NAN], [51, NAN]])
    found = study(result, Question("given:pairs", "given:halves"), [HALVES, PAIRS])
    assert found.agreement is not None
    assert found.agreement.homogeneity == pytest.approx(1)
    assert len(found.profiles) == 3


def test_a_grouping_that_is_gone_is_an_empty_set(flat: Flat) -> None:
    assert study(_result(flat, PLAIN), Question("given:gone", "given:halves"), [HALVES]).shown.clusters == ()


def test_more_clusters_than_there_can_be_are_cut_to_one_fewer_than_areas(flat: Flat) -> None:
    found = study(_result(flat, PLAIN), Question(k=9))
    assert (found.k, found.most) == (3, 3)
    with pytest.raises(BadClusterCountError):
        study(_result(flat, PLAIN), Question(k=0))


def test_labels_are_kept_from_the_study_before_whatever_the_method(flat: Flat) -> None:
    rng = np.random.default_rng(5)
    values = np.vstack([rng.normal(place, 1, (size, 2)) for place, size in ((0, 3), (40, 4), (90, 5))])
    first = study(_result(flat, values.tolist()), Question())
    values[:3] += 1
    again = study(_result(flat, values.tolist()), Question("kmeans", "kmedoids"), previous=first)
    fewer = study(_result(flat, values.tolist()), Question(k=2), previous=again)
    looked_aside = study(_result(flat, values.tolist()), Question("given:halves"), [HALVES], first)
    back = study(_result(flat, values.tolist()), Question(), previous=looked_aside)
    assert _labels(again) == _labels(first) == _labels(back)
    assert again.against is not None
    assert dict(again.against.positions) == _labels(first)
    assert set(_labels(fewer).values()) < set(_labels(first).values())


def test_going_back_to_a_number_brings_back_its_clusters_with_their_labels(flat: Flat) -> None:
    result = _result(flat, np.random.default_rng(3).normal(size=(14, 3)).tolist())
    found = study(result, Question(k=3))
    seen = {}
    for k in (5, 2, 6, 5, 3):
        found = study(result, Question(k=k), previous=found)
        seen.setdefault(k, _labels(found))
        assert _labels(found) == seen[k]


def test_the_tree_is_made_once_for_a_result_and_what_one_page_shows_once_for_a_study(flat: Flat) -> None:
    result = _result(flat, PLAIN)
    first = study(result, Question(k=2))
    second = study(result, Question("kmeans", k=3), previous=first)
    assert second.tree is first.tree
    assert second.plane is second.plane is not None
    assert second.profiles is second.profiles
    assert second.validity is second.validity is not None
    assert study(_result(flat, PLAIN), Question(), previous=first).tree is not first.tree


def test_a_range_holds_the_areas_whose_values_lie_in_it_and_none_with_a_missing_one(flat: Flat) -> None:
    found = study(_result(flat, [*PLAIN, [70, NAN]]), Question(k=2))
    first, second = found.result.dataset.indicators
    low, high = found.scale
    assert found.within({}) == set(found.result.areas)
    assert found.within({second: (low, high)}) == {"A1", "A2", "A3", "A4"}
    edge = float(found.result.normalised[2, 0])
    assert found.within({first: (edge, high), second: (low, high), "gone": (0, 0)}) == {"A3", "A4"}


def test_the_width_of_a_cluster_is_the_mean_of_those_of_its_areas(flat: Flat) -> None:
    found = study(_result(flat, PLAIN), Question(k=2))
    for cluster in found.shown.clusters:
        own = [found.silhouettes[area] for area in cluster.members]
        assert found.widths[cluster.position] == pytest.approx(np.mean(own))


def test_a_set_beside_itself_is_compared_with_nothing(flat: Flat) -> None:
    found = study(_result(flat, PLAIN), Question("given:halves", "given:halves"), [HALVES])
    assert (found.against, found.crossing, found.agreement) == (None, None, None)
    assert found.question.against == "given:halves"  # it is there again once another set is looked at


def test_the_first_clusters_do_not_wait_for_scikit_learn() -> None:
    """It takes longer to load than anything a window asks about clusters takes to find; k-means alone needs it."""
    done = subprocess.run(
        [sys.executable, "-c", _FIRST_STUDY], capture_output=True, text=True, check=True, env=os.environ
    )
    assert done.stdout.split() == ["3", "False"]


_FIRST_STUDY = """
import sys
import numpy as np
from citeria_core import Dataset, Engine, Recipe
from citeria_core.model import Group, Grouping, Node
from citeria_core.study import Question, study

nodes = [Node("I", "", None, 1.0), *(Node(f"x{n}", "", "I", 1.0, f"x{n}", 1) for n in range(3))]
values = np.random.default_rng(1).normal(size=(20, 3))
values[19, 2] = np.nan
data = Dataset.build([(f"A{row}", "") for row in range(20)], nodes, values)
areas = tuple(f"A{row}" for row in range(20))
halves = Grouping("g", "", (Group("a", "", areas[:9]), Group("b", "", areas[9:])))
found = study(Engine(data, Recipe()).result, Question("ward", "given:g"), [halves])
study(found.result, Question("kmedoids", "given:g"), [halves], found)
print(found.k, "sklearn" in sys.modules)
"""
