"""Weights as numbers: exactly 100 together whatever is dragged, locked, typed or made equal."""

import random
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeria_core.reweigh import (
    GRAIN,
    WHOLE,
    Rule,
    among_siblings,
    equalised,
    in_whole,
    reach,
    set_share,
    shares_of,
    snapped,
)

weights = st.lists(st.floats(0, 1e6, allow_nan=False), min_size=1, max_size=12)


def _decimals(*texts: str) -> tuple[Decimal, ...]:
    return tuple(Decimal(text) for text in texts)


def test_ten_thousand_sequences_of_drags_and_locks_leave_exactly_a_hundred_and_nothing_below_nought() -> None:
    chance = random.Random(20)
    for _ in range(10_000):
        shares = shares_of([chance.choice((0.0, 1.0, chance.random() * 50)) for _ in range(chance.randint(1, 9))])
        for _ in range(chance.randint(1, 6)):
            part, wanted = chance.randrange(len(shares)), Decimal(chance.randint(-200_000, 1_200_000)) * GRAIN
            locked = frozenset(other for other in range(len(shares)) if chance.random() < 0.2)
            before, shares = shares, set_share(shares, part, wanted, chance.choice(list(Rule)), locked)
            assert sum(shares) == WHOLE
            assert all(share >= 0 and share % GRAIN == 0 for share in shares)
            assert all(shares[one] == before[one] for one in locked)


@given(weights)
def test_what_is_stored_as_a_double_is_what_is_shown(given_weights: list[float]) -> None:
    assert sum(Decimal(repr(float(share))) for share in shares_of(given_weights)) == WHOLE


@given(weights, st.integers(0, 11), st.decimals(0, 100, places=4), st.sampled_from([Rule.PROPORTIONAL, Rule.EVEN]))
def test_without_locks_a_part_gets_the_share_it_was_given(
    given_weights: list[float], part: int, wanted: Decimal, rule: Rule
) -> None:
    shares = shares_of(given_weights)
    if len(shares) > 1:
        assert set_share(shares, part % len(shares), wanted, rule)[part % len(shares)] == wanted


@given(weights, st.integers(0, 11), st.sets(st.integers(0, 11)), st.sampled_from(Rule))
def test_a_part_comes_exactly_as_far_as_its_reach(
    given_weights: list[float], part: int, locked: set[int], rule: Rule
) -> None:
    shares = shares_of(given_weights)
    part %= len(shares)
    least, most = reach(shares, part, rule, locked)
    assert set_share(shares, part, Decimal(0), rule, locked)[part] == least
    assert set_share(shares, part, WHOLE, rule, locked)[part] == most


def test_relative_weights_become_shares_of_a_hundred() -> None:
    assert shares_of([40, 30, 20]) == _decimals("44.4445", "33.3333", "22.2222")
    assert shares_of([0, 0]) == _decimals("50", "50")
    assert shares_of([7.0]) == _decimals("100")


def test_in_proportion_the_others_keep_their_ratio() -> None:
    assert set_share(_decimals("50", "30", "20"), 0, Decimal(75)) == _decimals("75", "15", "10")


def test_the_neighbour_alone_gives_and_no_more_than_it_has() -> None:
    shares = _decimals("50", "30", "20")
    assert set_share(shares, 0, Decimal(60), Rule.NEIGHBOUR) == _decimals("60", "20", "20")
    assert set_share(shares, 0, Decimal(95), Rule.NEIGHBOUR) == _decimals("80", "0", "20")
    assert set_share(shares, 2, Decimal(25), Rule.NEIGHBOUR) == _decimals("50", "25", "25")
    assert set_share(shares, 0, Decimal(60), Rule.NEIGHBOUR, {1}) == _decimals("60", "30", "10")


def test_evenly_all_give_the_same_until_one_has_nothing_left() -> None:
    assert set_share(_decimals("40", "40", "20"), 0, Decimal(60), Rule.EVEN) == _decimals("60", "30", "10")
    assert set_share(_decimals("40", "40", "20"), 0, Decimal(90), Rule.EVEN) == _decimals("90", "10", "0")
    assert set_share(_decimals("40", "40", "20"), 0, Decimal(20), Rule.EVEN) == _decimals("20", "50", "30")


def test_a_locked_part_cannot_be_moved_and_alone_among_locked_ones_a_part_cannot_move() -> None:
    shares = _decimals("50", "30", "20")
    assert set_share(shares, 0, Decimal(60), locked={0}) == shares
    assert set_share(shares, 0, Decimal(60), locked={1, 2}) == shares


def test_nought_is_allowed_and_can_be_left_again() -> None:
    gone = set_share(_decimals("50", "50"), 0, Decimal(0))
    assert gone == _decimals("0", "100")
    assert set_share(gone, 1, Decimal(40)) == _decimals("60", "40")


def test_equal_shares_leave_locked_parts_alone() -> None:
    assert equalised(_decimals("50", "30", "20")) == _decimals("33.3334", "33.3333", "33.3333")
    assert equalised(_decimals("50", "30", "20"), {0}) == _decimals("50", "25", "25")


@pytest.mark.parametrize(
    ("share", "step", "near"), [("43.1", "5", "45"), ("43.4", "1", "43"), ("43.46", "0.1", "43.5")]
)
def test_a_drag_snaps_to_the_nearest_step(share: str, step: str, near: str) -> None:
    assert snapped(Decimal(share), Decimal(step)) == Decimal(near)


def test_a_part_of_parts_is_the_product_of_its_shares() -> None:
    assert in_whole(()) == 1.0
    assert in_whole((Decimal(50), Decimal(40))) == 0.2


def test_what_siblings_weigh_together_and_each_ones_others() -> None:
    assert among_siblings([0.1, 0.2, 0.3]) == (pytest.approx(0.6), pytest.approx((0.5, 0.4, 0.3)))
    assert among_siblings([1e16, 1.0]) == (1e16 + 1, (1.0, 1e16))
    assert among_siblings([]) == (0.0, ())
