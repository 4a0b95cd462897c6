"""Removing one element at a time: what each indicator or node does to the scores and ranks of the index.

Removing gives the element the weight 0 among its siblings, whose weights are rescaled; weights derived from the data
are not derived anew. Where the parent's method knows no weights, or finds them for each area (benefit of the doubt),
the element is left out of the parts instead. All removals below a node go up the tree as one long column.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from citeria_core import doubt, weights
from citeria_core import rank as ranking
from citeria_core.aggregate import NotPositiveError, aggregate, present
from citeria_core.dataset import Column
from citeria_core.notebook import suggestion
from citeria_core.recipe import Aggregate
from citeria_core.result import Result

WEIGHTLESS = frozenset({"median", "minimum", "maximum"})  # methods that know no weights
COMPARING = frozenset({"copeland", "borda"})  # methods in which an area's score depends on the other areas

Variants = dict[str, Column]  # what is removed → the score of some node without it


@dataclass(frozen=True, eq=False)
class Removal:
    """The index without each of `removed` in turn; arrays are areas × removed, NaN = no score.

    `mean_rank_change` is the mean over the areas ranked with and without the element of |rank without − rank with|,
    NaN where there is none.
    """

    areas: tuple[str, ...]
    removed: tuple[str, ...]
    scores: Column
    ranks: Column
    nominal: Column  # the ranks with everything
    mean_rank_change: Column


def remove_elements(result: Result, elements: Iterable[str] | None = None) -> Removal:
    """The scores and ranks of the index without each of `elements` (default: every indicator) in turn.

    Source: COINr `remove_elements`. Raises `UnknownNodeError`; `NotPositiveError` where a removal leaves a geometric
    or harmonic mean without a positive value.
    """
    chosen = tuple(dict.fromkeys(result.dataset.indicators if elements is None else elements))
    for code in chosen:
        if code not in result.tree.by_code or code == result.root:
            raise weights.UnknownNodeError(node=code, hint=suggestion(code, result.nodes[1:]))
    without = _variants(result, chosen)
    scores = np.column_stack([without[code] for code in chosen]) if chosen else np.empty((len(result.areas), 0))
    ranks = np.empty_like(scores)
    for place in range(len(chosen)):
        ranks[:, place] = _ranked(result, scores[:, place])
    nominal = result.rank(result.root)
    return Removal(result.areas, chosen, scores, ranks, nominal, _mean_change(nominal, ranks))


def _mean_change(nominal: Column, ranks: Column) -> Column:
    moved = np.abs(ranks - nominal[:, None])
    counted = (~np.isnan(moved)).sum(axis=0)
    with np.errstate(invalid="ignore"):
        change: Column = np.where(counted > 0, np.nansum(moved, axis=0) / np.maximum(counted, 1), np.nan)
    return change


def _ranked(result: Result, scores: Column) -> Column:
    if not result.times:
        return ranking.ranks(scores, result.recipe.rank.ties)
    times, ranks = np.array(result.times), np.full(len(scores), np.nan)
    for time in dict.fromkeys(result.times):
        ranks[times == time] = ranking.ranks(scores[times == time], result.recipe.rank.ties)
    return ranks


def _variants(result: Result, chosen: Sequence[str]) -> Variants:
    """The score of the index without each of `chosen`."""
    wanted = frozenset(chosen)
    reached: dict[str, Variants] = {}
    for node in result.tree.aggregates:
        reached[node] = _carried(result, node, reached) | _without_parts(result, node, wanted)
    return reached[result.root]


def _without_parts(result: Result, node: str, wanted: frozenset[str]) -> Variants:
    """The score of `node` without each wanted one of its own parts."""
    codes = result.tree.children[node]
    columns = [result.score(code) for code in codes]
    how = result.plan_of(node)
    shares = result.aggregates[node].shares
    found = {}
    for place, code in enumerate(codes):
        if code not in wanted:
            continue
        if how.method in WEIGHTLESS or not how.weighted or _doubted(result, how):
            left = [*range(place), *range(place + 1, len(codes))]
            found[code] = _score(result, node, [columns[one] for one in left], [shares[one] for one in left], how)
        else:
            fewer = weights.rescaled([0.0 if one == place else share for one, share in enumerate(shares)])
            found[code] = _score(result, node, columns, fewer, how)
    return found


def _carried(result: Result, node: str, reached: Mapping[str, Variants]) -> Variants:
    """The score of `node` without what was removed somewhere below its parts."""
    codes, how = result.tree.children[node], result.plan_of(node)
    below = [
        (place, code, column) for place, part in enumerate(codes) for code, column in reached.get(part, {}).items()
    ]
    if not below:
        return {}
    shares = result.aggregates[node].shares
    held = [result.score(code) for code in codes]
    if how.method in COMPARING or _doubted(result, how):
        return {
            code: _score(result, node, [*held[:place], column, *held[place + 1 :]], shares, how)
            for place, code, column in below
        }
    rows = len(result.areas)
    parts = [np.tile(column, len(below)) for column in held]
    for number, (place, _, column) in enumerate(below):
        parts[place][number * rows : (number + 1) * rows] = column
    scores = _score(result, node, parts, shares, how)
    return {code: scores[number * rows : (number + 1) * rows] for number, (_, code, _) in enumerate(below)}


def _doubted(result: Result, how: Aggregate) -> bool:
    return how.weighted and result.recipe.weights.source == "bod"


def _score(result: Result, node: str, parts: Sequence[Column], shares: Sequence[float], how: Aggregate) -> Column:
    if not parts:
        return np.full(len(result.areas), np.nan)
    if _doubted(result, how):
        return _frontier(parts, how)
    if not any(shares):
        return np.full(len(parts[0]), np.nan)
    try:
        scores = aggregate(parts, shares, how)
    except NotPositiveError as error:
        area = result.areas[error.row % len(result.areas)]
        error.params |= {"node": node, "part": result.tree.children[node][error.place], "area": area}
        raise
    return np.where(np.isinf(scores), np.nan, scores)


def _frontier(parts: Sequence[Column], how: Aggregate) -> Column:
    if any((part < 0).any() for part in parts):
        return np.full(len(parts[0]), np.nan)
    enough = present(parts) / len(parts) >= how.min_availability
    return np.where(enough, doubt.frontier(parts)[0], np.nan)
