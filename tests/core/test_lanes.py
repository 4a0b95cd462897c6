"""Rankings side by side: ties share a rank, partial lists leave nobody last, moves are counted among those in both."""

import math

from hypothesis import given
from hypothesis import strategies as st

from citeria_core.lanes import Lanes, Ranked

AREAS = ("a", "b", "c", "d")


def lanes(*ranks: dict[str, float]) -> Lanes:
    return Lanes(tuple(Ranked(str(at), held) for at, held in enumerate(ranks)), AREAS)


def test_tied_areas_share_their_label_and_stand_one_under_the_other() -> None:
    (places,) = lanes({"a": 1, "b": 2, "c": 2, "d": 4}).places
    assert [(places[area].slot, places[area].label) for area in AREAS] == [(0, "1"), (1, "2="), (2, "2="), (3, "4")]
    assert places["b"].tied == (1, 2)
    assert places["a"].tied == ()


def test_not_ranked_is_not_last() -> None:
    held = lanes({"a": 1, "b": math.nan}, {"a": 2, "b": 1, "c": 3, "d": 4})
    assert held.unplaced == (("b", "c", "d"), ())
    assert held.order(0) == ("a", "b", "c", "d")
    assert held.moves == ({"a": 0},)
    assert held.total("b") is None


def test_a_longer_list_moves_nobody_by_its_further_areas() -> None:
    held = lanes({"a": 5, "c": 9}, {"a": 2, "b": 1, "c": 3})
    assert held.moves == ({"a": 0, "c": 0},)
    assert held.movers(1) == frozenset()
    assert held.movers(0) == frozenset(AREAS)


@given(st.permutations(AREAS), st.permutations(AREAS))
def test_where_both_rank_the_same_areas_a_move_is_the_difference_of_ranks(first: list[str], second: list[str]) -> None:
    before = {area: float(at) for at, area in enumerate(first, 1)}
    after = {area: float(at) for at, area in enumerate(second, 1)}
    held = lanes(before, after)
    assert held.moves[0] == {area: before[area] - after[area] for area in AREAS}
    assert sum(held.moves[0].values()) == 0
    assert {area for area in AREAS if before[area] != after[area]} == held.movers(1)
