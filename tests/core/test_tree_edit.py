"""The tree of an index, changed node by node."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeria_core import tree_edit
from citeria_core.model import Node
from citeria_core.tree_edit import (
    CycleError,
    HasPartsError,
    IndicatorTakenError,
    LeafParentError,
    Nodes,
    NodeTakenError,
    NoSuchNodeError,
    RootStaysError,
    SecondRootError,
    TreeEditError,
)

TREE: Nodes = (
    Node("IX", "Index", None, 1.0),
    Node("a", "A", "IX", 1.0),
    Node("a1", "A1", "a", 1.0, "firms"),
    Node("a2", "A2", "a", 1.0),
    Node("b", "B", "IX", 1.0),
    Node("b1", "B1", "b", 1.0, "pay"),
)


def codes(nodes: Nodes) -> str:
    return " ".join(node.code for node in nodes)


def test_a_node_is_added_after_its_siblings_and_all_below_them() -> None:
    assert codes(tree_edit.add_node(TREE, Node("a3", "A3", "a", 1.0))) == "IX a a1 a2 a3 b b1"
    assert codes(tree_edit.add_node(TREE, Node("c", "C", "IX", 1.0))) == "IX a a1 a2 b b1 c"
    assert codes(tree_edit.add_node(TREE, Node("c", "C", "IX", 1.0), at=1)) == "IX a a1 a2 c b b1"
    assert codes(tree_edit.add_node(TREE, Node("a0", "A0", "a", 1.0), at=0)) == "IX a a0 a1 a2 b b1"


def test_a_node_moves_with_all_below_it() -> None:
    moved = tree_edit.move_node(TREE, "a", "b")
    assert codes(moved) == "IX b b1 a a1 a2"
    assert tree_edit.get(moved, "a").parent == "b"
    assert codes(tree_edit.move_node(TREE, "b", "IX", at=0)) == "IX b b1 a a1 a2"
    assert tree_edit.move_node(TREE, "b", "IX") == TREE


def test_removing_a_node_takes_out_all_below_it() -> None:
    assert codes(tree_edit.remove_node(TREE, "a")) == "IX b b1"


def test_a_node_without_parts_becomes_a_leaf_and_back() -> None:
    leaf = tree_edit.change_node(TREE, replace(tree_edit.get(TREE, "a2"), indicator="grade"))
    assert tree_edit.get(leaf, "a2").indicator == "grade"
    assert tree_edit.change_node(leaf, replace(tree_edit.get(leaf, "a2"), indicator=None)) == TREE


@pytest.mark.parametrize(
    ("change", "error", "named"),
    [
        (lambda: tree_edit.add_node(TREE, Node("z", "Z", None, 1.0)), SecondRootError, "one root, “IX”"),
        (lambda: tree_edit.add_node(TREE, Node("b", "Z", "a", 1.0)), NodeTakenError, "“b”"),
        (
            lambda: tree_edit.add_node(TREE, Node("z", "Z", "q", 1.0)),
            NoSuchNodeError,
            "“IX”, “a”, “a1”, “a2”, “b”, “b1”",
        ),
        (lambda: tree_edit.add_node(TREE, Node("z", "Z", "a1", 1.0)), LeafParentError, "“firms”"),
        (lambda: tree_edit.add_node(TREE, Node("z", "Z", "a", 1.0, "pay")), IndicatorTakenError, "as “b1”"),
        (lambda: tree_edit.move_node(TREE, "a", "a2"), CycleError, "part of “a”"),
        (lambda: tree_edit.move_node(TREE, "a", "a"), CycleError, "below “a”"),
        (lambda: tree_edit.move_node(TREE, "a", "b1"), LeafParentError, "“b1”"),
        (lambda: tree_edit.move_node(TREE, "IX", "a"), RootStaysError, "“IX”"),
        (lambda: tree_edit.remove_node(TREE, "IX"), RootStaysError, "“IX”"),
        (lambda: tree_edit.remove_node(TREE, "q"), NoSuchNodeError, "“q”"),
        (lambda: tree_edit.change_node(TREE, Node("a", "A", "IX", 1.0, "grade")), HasPartsError, "has parts"),
        (lambda: tree_edit.change_node(TREE, Node("IX", "A", None, 1.0, "grade")), RootStaysError, "“IX”"),
        (lambda: tree_edit.change_node(TREE, Node("a2", "A", "a", 1.0, "firms")), IndicatorTakenError, "as “a1”"),
    ],
)
def test_what_would_be_no_tree_is_refused_in_words(change, error, named) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(error, match=named):
        change()


CODES = st.sampled_from(["IX", "a", "a1", "a2", "b", "b1", "c", "d"])
EDITS = st.one_of(
    st.tuples(st.just("add"), CODES, CODES, st.sampled_from([None, "firms", "pay", "grade"]), st.integers(0, 3)),
    st.tuples(st.just("move"), CODES, CODES, st.none() | st.integers(0, 3)),
    st.tuples(st.just("remove"), CODES),
)


@given(st.lists(EDITS, max_size=12))
def test_whatever_is_edited_it_stays_a_tree(edits: list[tuple[object, ...]]) -> None:
    nodes = TREE
    for edit in edits:
        try:
            match edit:
                case ("add", str(code), str(parent), indicator, int(at)):
                    nodes = tree_edit.add_node(nodes, Node(code, code, parent, 1.0, indicator), at)  # type: ignore[arg-type]
                case ("move", str(code), str(parent), at):
                    nodes = tree_edit.move_node(nodes, code, parent, at)  # type: ignore[arg-type]
                case ("remove", str(code)):
                    nodes = tree_edit.remove_node(nodes, code)
        except TreeEditError:
            continue
    assert [node.code for node in nodes if node.parent is None] == ["IX"]
    assert len({node.code for node in nodes}) == len(nodes)
    seen: set[str | None] = {None}
    for node in nodes:
        assert node.parent in seen
        seen.add(node.code)
        assert tree_edit.below(nodes, node.code)[0] == node
        branch = tree_edit.below(nodes, node.code)
        at = nodes.index(node)
        assert nodes[at : at + len(branch)] == branch  # what is below a node follows it without a gap
    used = [node.indicator for node in nodes if node.indicator]
    assert len(set(used)) == len(used)
    assert not {node.parent for node in nodes} & {node.code for node in nodes if node.indicator}
