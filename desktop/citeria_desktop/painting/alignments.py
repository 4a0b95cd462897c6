"""Five ways to lay the parts of bars: stacked, on a chosen part's base line, by size, in lanes, or as differences.

Geometry only: a `Layout` is fit once to all rows and gives the segments of one row after the other. Negative parts run
left of their zero in every alignment.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QRectF

from citeria_desktop.painting import bars
from citeria_desktop.painting.bars import Parts, Scale, Segment
from citeria_desktop.painting.lanes import Edges, lanes

_STUB: Final = 14.0
_GAP: Final = 8.0  # between a bar and the next lane


class Alignment(StrEnum):
    """How the parts of a bar are laid."""

    STACKED = "stacked"
    ALIGNED = "aligned"
    BASELINE = "baseline"
    ORDERED = "ordered"
    DIFFERENCE = "difference"


@dataclass(frozen=True, slots=True)
class Look:
    """An alignment, with the part whose base line it is, or what each part is compared with."""

    alignment: Alignment = Alignment.STACKED
    part: int = 0
    against: Parts = ()


STACKED: Final = Look()


@dataclass(frozen=True)
class Field:
    """What all rows have in common: their parts, the weights in view, the ends that whiskers reach."""

    stacks: tuple[Parts, ...]
    weights: tuple[float, ...]
    ends: tuple[float, ...] = ()


@dataclass(frozen=True)
class Layout:
    """One look fit to one field over `width` pixels."""

    look: Look
    segments: Callable[[Parts, QRectF], tuple[Segment, ...]]
    zero: float | None  # where the base line of all rows is, from the left; None = each lane has its own
    scale: Scale | None  # of scores, where the end of a bar is its score


def layout(field: Field, look: Look, width: float) -> Layout:
    """Fit a look to a field."""
    return _MAKERS[look.alignment](field, look, width)


def _stacked(field: Field, look: Look, width: float) -> Layout:
    scale = _scale(field)
    return Layout(look, lambda parts, rect: bars.stacked(parts, rect, scale), _zero(scale, width), scale)


def _ordered(field: Field, look: Look, width: float) -> Layout:
    scale = _scale(field)

    def segments(parts: Parts, rect: QRectF) -> tuple[Segment, ...]:
        order = sorted(range(len(parts)), key=lambda place: (parts[place] is None, -abs(parts[place] or 0.0)))
        laid = bars.stacked([parts[place] for place in order], rect, scale)
        return tuple(replace(one, part=order[one.part]) for one in laid)

    return Layout(look, segments, _zero(scale, width), scale)


def _baseline(field: Field, look: Look, width: float) -> Layout:
    """The chosen part and those after it to the right of the base line, those before it to the left."""
    part = look.part
    lefts, rights = [0.0], [0.0]
    for stack in field.stacks:
        held = [value or 0.0 for value in stack]
        lefts.append(sum(value for value in held[:part] if value > 0) - sum(value for value in held if value < 0))
        rights.append(sum(value for value in held[part:] if value > 0))
    low, high = -max(lefts), max(rights)
    scale = Scale(low, high if high > low else low + 1.0)

    def segments(parts: Parts, rect: QRectF) -> tuple[Segment, ...]:
        turned = [
            None if value is None else -abs(value) if value < 0 or place < part else value
            for place, value in enumerate(parts)
        ]
        near_first = [*range(part, len(parts)), *range(part - 1, -1, -1)]
        laid = bars.stacked([turned[place] for place in near_first], rect, scale)
        return tuple(replace(one, part=near_first[one.part]) for one in laid)

    return Layout(look, segments, scale.at(0.0, QRectF(0, 0, width, 1)), None)


def _aligned(field: Field, look: Look, width: float) -> Layout:
    """Every part from the edge of its own lane; one unit for all, so that equal lengths are equal."""
    edges = lanes(field.weights, width)
    unit, lows = _unit(field, edges)
    zeros = [edge.left - low * unit for edge, low in zip(edges, lows, strict=True)]

    def segments(parts: Parts, rect: QRectF) -> tuple[Segment, ...]:
        return tuple(_laned(place, value, rect, edges[place], zeros[place], unit) for place, value in enumerate(parts))

    return Layout(look, segments, None, None)


def _laned(place: int, value: float | None, rect: QRectF, edge: Edges, zero: float, unit: float) -> Segment:
    if value is None:
        stub = min(_STUB, max(edge.width - _GAP, 4.0))
        return Segment(place, QRectF(rect.left() + edge.left + 2, rect.top(), stub, rect.height()), absent=True)
    start = rect.left() + zero + min(0.0, value * unit)
    return Segment(place, QRectF(start, rect.top(), max(1.0, abs(value) * unit), rect.height()))


def _unit(field: Field, edges: Sequence[Edges]) -> tuple[float, list[float]]:
    """Pixels per point so that every part stays in its lane, and the lowest value of each part."""
    units, lows = [], []
    for place, edge in enumerate(edges):
        held = [value for stack in field.stacks if (value := stack[place]) is not None]
        low, high = min([0.0, *held]), max([0.0, *held])
        lows.append(low)
        if high - low > bars.TINY:
            units.append(max(edge.width - _GAP, 1.0) / (high - low))
    return min(units, default=1.0), lows


def _difference(field: Field, look: Look, width: float) -> Layout:
    """What each part has more or less than what it is compared with, stacked to either side of none."""

    def against(parts: Parts) -> list[float | None]:
        pairs = zip(parts, look.against or [None] * len(parts), strict=True)
        return [None if value is None or other is None else value - other for value, other in pairs]

    scale = Scale.of([against(stack) for stack in field.stacks])

    def segments(parts: Parts, rect: QRectF) -> tuple[Segment, ...]:
        return bars.stacked(against(parts), rect, scale)

    return Layout(look, segments, scale.at(0.0, QRectF(0, 0, width, 1)), None)


def _scale(field: Field) -> Scale:
    held = Scale.of(field.stacks)
    return Scale(min([held.low, *field.ends]), max([held.high, *field.ends]))


def _zero(scale: Scale, width: float) -> float | None:
    return scale.at(0.0, QRectF(0, 0, width, 1)) if scale.low < 0 else None


def between(before: Sequence[Segment], after: Sequence[Segment], progress: float) -> tuple[Segment, ...]:
    """The segments on their way from one layout to another, `progress` from 0 to 1; what was not there grows."""
    if progress >= 1:
        return tuple(after)
    former = {(one.part, one.absent): one.rect for one in before}
    moved = []
    for one in after:
        rect = one.rect
        start = former.get((one.part, one.absent), QRectF(rect.left(), rect.top(), 0.0, rect.height()))
        left = start.left() + (rect.left() - start.left()) * progress
        width = start.width() + (rect.width() - start.width()) * progress
        moved.append(replace(one, rect=QRectF(left, rect.top(), width, rect.height())))
    return tuple(moved)


_MAKERS: Mapping[Alignment, Callable[[Field, Look, float], Layout]] = MappingProxyType(
    {
        Alignment.STACKED: _stacked,
        Alignment.ALIGNED: _aligned,
        Alignment.BASELINE: _baseline,
        Alignment.ORDERED: _ordered,
        Alignment.DIFFERENCE: _difference,
    }
)
