"""Weights as numbers: the shares of a node's parts, always exactly 100 together, and what happens when one is moved.

A share is a decimal number of per cent in whole grains of 0.0001, so that sums are exact and a share is stored as it is
shown. What one part gains the others give by one of three rules; a locked part neither gives nor takes. Moving is
reckoned from the shares at the beginning of a move, so a way and its way back end where they began.
"""

import math
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from decimal import ROUND_HALF_EVEN, Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

Shares = tuple[Decimal, ...]
WHOLE: Final = Decimal(100)
GRAIN: Final = Decimal("0.0001")
_GRAINS: Final = int(WHOLE / GRAIN)
NO_LOCKS: Final[frozenset[int]] = frozenset()


class Rule(StrEnum):
    """Who gives what a part gains, and who takes what it loses."""

    PROPORTIONAL = "proportional"  # all others, each in proportion to its share
    NEIGHBOUR = "neighbour"  # the next part that is not locked, else the one before
    EVEN = "even"  # all others, each the same, none below 0


def shares_of(weights: Sequence[float]) -> Shares:
    """The shares of relative weights; weights that are all 0 share alike."""
    return _shares(_split(_GRAINS, [Fraction(weight) for weight in weights]))


def among_siblings(weights: Sequence[float]) -> tuple[float, tuple[float, ...]]:
    """What siblings weigh together, and for each what the others do."""
    total = math.fsum(weights)
    return total, tuple(math.fsum((*weights[:place], *weights[place + 1 :])) for place in range(len(weights)))


def in_whole(shares: Iterable[Decimal]) -> float:
    """What a part is of the whole, 0 … 1, from its share (of 100) in its node, that node's in the one above, …"""
    return math.prod(float(share) / 100 for share in shares)


def snapped(share: Decimal, step: Decimal) -> Decimal:
    """The multiple of `step` nearest to a share, within 0 and 100."""
    near = (share / step).quantize(Decimal(1), ROUND_HALF_EVEN) * step
    return min(max(near, Decimal(0)), WHOLE)


def set_share(
    shares: Shares,
    part: int,
    wanted: Decimal,
    rule: Rule = Rule.PROPORTIONAL,
    locked: AbstractSet[int] = NO_LOCKS,
) -> Shares:
    """The shares with `part` at `wanted`, or as near to it as those who give can bring it."""
    givers = _givers(len(shares), part, rule, locked)
    if part in locked or not givers:
        return shares
    held = [int(share / GRAIN) for share in shares]
    among = held[part] + sum(held[giver] for giver in givers)
    target = min(max(int((wanted / GRAIN).quantize(Decimal(1), ROUND_HALF_EVEN)), 0), among)
    before = [held[giver] for giver in givers]
    after = _even(before, target - held[part]) if rule is Rule.EVEN else _split(among - target, before)
    for giver, grains in zip(givers, after, strict=True):
        held[giver] = grains
    held[part] = target
    return _shares(held)


def reach(
    shares: Shares, part: int, rule: Rule = Rule.PROPORTIONAL, locked: AbstractSet[int] = NO_LOCKS
) -> tuple[Decimal, Decimal]:
    """The least and the largest share that `set_share` can give `part`; twice its own where nobody gives."""
    givers = _givers(len(shares), part, rule, locked)
    if part in locked or not givers:
        return shares[part], shares[part]
    return Decimal(0), shares[part] + sum(shares[giver] for giver in givers)


def equalised(shares: Shares, locked: AbstractSet[int] = NO_LOCKS) -> Shares:
    """The shares with what the unlocked parts have together divided equally among them."""
    free = [part for part in range(len(shares)) if part not in locked]
    held = [int(share / GRAIN) for share in shares]
    alike = _split(sum(held[part] for part in free), [0] * len(free))
    for part, grains in zip(free, alike, strict=True):
        held[part] = grains
    return _shares(held)


def _givers(count: int, part: int, rule: Rule, locked: AbstractSet[int]) -> list[int]:
    others = [other for other in range(count) if other != part and other not in locked]
    if rule is not Rule.NEIGHBOUR:
        return others
    return ([other for other in others if other > part] or others[::-1])[:1]


def _shares(grains: Sequence[int]) -> Shares:
    return tuple(GRAIN * count for count in grains)


def _split(total: int, among: Sequence[int] | Sequence[Fraction]) -> list[int]:
    """`total` in whole numbers in proportion to `among` (equally where that is all 0), by the largest remainders."""
    weighed = among if any(among) else [1] * len(among)
    whole = sum(weighed)
    found = [int(total * one // whole) for one in weighed]
    order = sorted(range(len(found)), key=lambda place: -(total * weighed[place] % whole))
    for place in order[: total - sum(found)]:
        found[place] += 1
    return found


def _even(held: Sequence[int], gained: int) -> list[int]:
    """What is left when all give the same for `gained`, none more than it has; where that is negative, all take."""
    if gained < 0:
        return [one + more for one, more in zip(held, _split(-gained, [0] * len(held)), strict=True)]
    left, found = gained, list(held)
    order = sorted(range(len(held)), key=lambda place: held[place])
    for done, place in enumerate(order):
        given = min(held[place], left // (len(held) - done))
        found[place] -= given
        left -= given
    return found
