"""Why one area moved between two results: the ledger of four parts, and every changed input with its own effect.

The ledger (`compare`) sums exactly to the change. An input's own effect is what happens when it alone is carried from
the earlier result to the later: such effects need not sum, because inputs act together; the ledger is what sums.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from citeria_core import compare, recipe_words
from citeria_core.engine import Engine
from citeria_core.errors import KnownError
from citeria_core.mixed_inputs import Key, keys
from citeria_core.result import Result
from citeria_core.what_if import row_of

MOST: Final = 400  # changed inputs that are tried one by one
FINE: Final = 1e-9  # points of the score below which an effect is none


@dataclass(frozen=True, slots=True)
class Effect:
    """One changed input and what it does alone: `places` gained (+ = up), `points` of the score gained.

    A value names its area and indicator, a weight its node; the other fields are empty. NaN: missing before or after;
    NaN `places` and `points`: the area has no rank with this input alone. Weights are on the scale of those before.
    """

    before: float
    after: float
    places: float
    points: float
    area: str = ""
    indicator: str = ""
    node: str = ""


@dataclass(frozen=True, slots=True)
class Why:
    """One area's change. `change` is None where it is not ranked in both; `method` tells other choices, a line each.

    `effects`: the inputs that move it, the strongest first. `untried`: how many more changed than were tried one by
    one. `entered`, `left`: areas ranked in only one of the two results.
    """

    area: str
    before: float
    after: float
    change: compare.Change | None
    effects: tuple[Effect, ...]
    untried: int
    method: tuple[str, ...]
    entered: tuple[str, ...]
    left: tuple[str, ...]
    joint: bool = False


def why(before: Result, after: Result, area: str, time: str = "") -> Why:
    """Why `area` has another rank or score in `after` than in `before`."""
    held = compare.compare(before, after)
    change = next((one for one in held.changes if (one.area, one.time) == (area, time)), None)
    inputs = list(_changed(before, after, area, time))
    tried = [_effect(before, one, area, time) for one in inputs[:MOST]]
    told = [one for one in tried if math.isnan(one.points) or one.places or abs(one.points) > FINE]
    told.sort(key=lambda one: (-abs(one.places) if one.places == one.places else -math.inf, -abs(one.points)))
    return Why(
        area,
        _rank(before, area, time),
        _rank(after, area, time),
        change,
        tuple(told),
        max(0, len(inputs) - MOST),
        recipe_words.differences(before.recipe, after.recipe),
        tuple(name for name, _ in held.entered),
        tuple(name for name, _ in held.left),
        (area, time) in held.joint,
    )


def _rank(result: Result, area: str, time: str) -> float:
    row = row_of(result, area, time)
    return math.nan if row is None else float(result.rank(result.root)[row])


def _score(result: Result, area: str, time: str) -> float:
    row = row_of(result, area, time)
    return math.nan if row is None else float(result.score(result.root)[row])


@dataclass(frozen=True, slots=True)
class _Input:
    before: float
    after: float
    place: Key = ("", "")
    indicator: str = ""
    node: str = ""


def _changed(before: Result, after: Result, area: str, time: str) -> Iterator[_Input]:
    """The inputs that differ: weights, then the area's own values, then those of others."""
    old = before.relative_weights
    for node, weight in _on_the_same_scale(before, after).items():
        if old[node] != weight:
            yield _Input(old[node], weight, node=node)
    others = []
    common = [key for key in keys(before) if key in after.dataset.row_of]
    then = np.array([before.dataset.row_of[key] for key in common], dtype=np.intp)
    now = np.array([after.dataset.row_of[key] for key in common], dtype=np.intp)
    for code, column in zip(before.dataset.indicators, before.raw, strict=True):
        if code not in after.dataset.column_of:
            continue
        first, second = column[then], after.raw[after.dataset.column_of[code]][now]
        differing = ~((first == second) | (np.isnan(first) & np.isnan(second)))
        for place in np.flatnonzero(differing).tolist():
            one = _Input(float(first[place]), float(second[place]), common[place], code)
            if one.place == (area, time):
                yield one
            else:
                others.append(one)
    yield from others


def _on_the_same_scale(before: Result, after: Result) -> dict[str, float]:
    """The weights of `after` as `before` would write them: of siblings that all weigh otherwise, only shares count.

    So 40 and 60 in the place of 0.4 and 0.6 are no change, but 45 in the place of 40, beside the same 60, is one.
    """
    old, new = before.relative_weights, after.relative_weights
    found: dict[str, float] = {}
    for children in before.tree.children.values():
        both = [node for node in children if node in new]
        total, rescaled = math.fsum(old[node] for node in both), math.fsum(new[node] for node in both)
        scale = total / rescaled if rescaled and all(old[node] != new[node] for node in both) else 1.0
        for node in both:
            weight = new[node] * scale
            found[node] = old[node] if math.isclose(old[node], weight, rel_tol=1e-12) else weight
    return found


def _effect(before: Result, one: _Input, area: str, time: str) -> Effect:
    result: Result | None
    engine = Engine.resumed(before)
    try:
        if one.node:
            result = engine.set_weight(one.node, one.after)
        else:
            result = engine.set_value(one.place[0], one.indicator, one.after, one.place[1])
    except KnownError:  # alone, this input leaves nothing that can be ranked
        result = None
    places = points = math.nan
    if result is not None:
        places = _rank(before, area, time) - _rank(result, area, time)
        points = _score(result, area, time) - _score(before, area, time)
    return Effect(one.before, one.after, places, points, one.place[0], one.indicator, one.node)
