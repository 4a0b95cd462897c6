"""Parts put together, into one another and apart: no indicator gains or loses weight, and plain means stay."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citeria_core import Dataset, Engine, Recipe, recombine, tree_edit
from citeria_core.errors import KnownError
from citeria_core.model import Node
from citeria_core.recipe_path import RecipePath

TREE = (
    Node("I", "Index", None, 1.0),
    Node("P", "P", "I", 40.0),
    Node("a", "A", "P", 1.0, "a"),
    Node("b", "B", "P", 3.0, "b"),
    Node("Q", "Q", "I", 60.0),
    Node("c", "C", "Q", 2.0, "c"),
    Node("d", "D", "Q", 1.0, "d"),
    Node("e", "E", "Q", 1.0, "e"),
)
MATRIX = np.array([[1, 2, 3, 4, 5], [5, 1, 4, 2, 3], [2, 5, 1, 3, 4], [4, 3, 5, 1, 1]], dtype=float)


def leaves(nodes: tree_edit.Nodes) -> dict[str, float]:
    held = recombine.shares(nodes)
    return {node.code: held[node.code] for node in nodes if node.indicator is not None}


def scores(nodes: tree_edit.Nodes) -> list[float]:
    order = [node.indicator for node in nodes if node.indicator is not None]
    columns = ["abcde".index(code or "") for code in order]
    areas = [(f"A{row}", "") for row in range(len(MATRIX))]
    return [
        float(one) for one in Engine(Dataset.build(areas, list(nodes), MATRIX[:, columns]), Recipe()).result.score("I")
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("cis"), st.integers(0, 99), st.integers(0, 99)), max_size=6))
def test_no_leaf_gains_or_loses_weight_and_no_score_changes(steps: list[tuple[str, int, int]]) -> None:
    nodes, number = TREE, 0
    for kind, first, second in steps:
        one, other = nodes[first % len(nodes)].code, nodes[second % len(nodes)].code
        try:
            if kind == "c":
                number += 1
                nodes = recombine.combined(nodes, one, other, f"N{number}", "new")
            elif kind == "i":
                nodes = recombine.put_into(nodes, one, other)
            else:
                nodes = recombine.split(nodes, one)
        except KnownError:
            continue
    assert leaves(nodes) == pytest.approx(leaves(TREE))
    assert scores(nodes) == pytest.approx(scores(TREE))
    hollow = [node for node in nodes if node.indicator is None and not any(one.parent == node.code for one in nodes)]
    assert hollow == []


def test_two_parts_stand_under_a_new_one_in_the_place_of_the_one_that_was_dropped_on() -> None:
    nodes = recombine.combined(TREE, "e", "c", "N", "New")
    assert [node.code for node in nodes if node.parent == "Q"] == ["N", "d"]
    assert [(node.code, node.weight) for node in nodes if node.parent == "N"] == [("c", 2.0), ("e", 1.0)]
    assert tree_edit.get(nodes, "N").weight == 3.0
    assert tree_edit.get(nodes, "d") == tree_edit.get(TREE, "d")
    assert tree_edit.get(nodes, "P") == tree_edit.get(TREE, "P")


def test_apart_again_is_what_it_was() -> None:
    assert recombine.split(recombine.combined(TREE, "d", "c", "N", "New"), "N") == TREE


def test_what_is_put_elsewhere_takes_its_weight_along() -> None:
    nodes = recombine.put_into(TREE, "d", "P", 0)
    assert [node.code for node in nodes if node.parent == "P"] == ["d", "a", "b"]
    assert recombine.shares(nodes)["P"] == pytest.approx(0.4 + 0.15)
    gone = recombine.put_into(recombine.put_into(TREE, "a", "Q"), "b", "Q")
    assert "P" not in [node.code for node in gone]


def test_what_cannot_be_put_together_is_refused_in_words() -> None:
    for first, second in (("P", "a"), ("a", "a"), ("I", "a"), ("a", "I")):
        with pytest.raises(tree_edit.TreeEditError, match="one is inside the other"):
            recombine.combined(TREE, first, second, "N", "New")
    with pytest.raises(recombine.TogetherAlreadyError, match="all that “P” is made of"):
        recombine.combined(TREE, "a", "b", "N", "New")
    with pytest.raises(tree_edit.RootStaysError):
        recombine.split(TREE, "I")


def test_weights_that_are_all_nought_are_left_alone() -> None:
    nodes = tuple(Node(*(node.code, node.name, node.parent, 0.0, node.indicator)) for node in TREE)
    made = recombine.combined(nodes, "d", "c", "N", "New")
    assert not any(math.isnan(node.weight) for node in made)


def test_exceptions_of_what_is_gone_leave_the_recipe() -> None:
    recipe = RecipePath.of("node.Q.aggregate.method").set(Recipe(), "maximum")
    recipe = RecipePath.of("indicator.a.normalise.method").set(recipe, "rank")
    assert recombine.fitting(recipe, TREE) is recipe
    assert recombine.fitting(recipe, recombine.split(TREE, "Q")).nodes == {}
    kept = recombine.fitting(recipe, recombine.taken_out(TREE, "a"))
    assert (kept.indicators, kept.nodes.keys()) == ({}, {"Q"})
