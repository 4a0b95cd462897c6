"""Removing one element at a time: what each indicator or node does to the scores and ranks of the index.

Removing gives the element the weight 0 among its siblings, whose weights are rescaled; weights derived from the data
are not derived anew. Where the parent's method knows no weights, or finds them for each area (benefit of the doubt),
the element is left out of the parts instead. All removals below a node go up the tree together (`means_many`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from citeria_core import benefit_of_doubt, means_many, rank_many, weights
from citeria_core.aggregate import WEIGHTLESS, NotPositiveError, aggregate, present
from citeria_core.dataset import Column
from citeria_core.recipe import Aggregate
from citeria_core.result import Result
from citeria_core.spelling import suggestion

Variants = dict[str, Column]  # what is removed → the score of some node without it
Place = tuple[int, str]  # of a part among its siblings, and what is removed there


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
    scores = _without(result, chosen)
    ranks = rank_many.ranks(scores, result.recipe.rank.ties, result.times)
    nominal = result.rank(result.root)
    return Removal(result.areas, chosen, scores.T, ranks.T, nominal, _mean_change(nominal, ranks.T))


def _mean_change(nominal: Column, ranks: Column) -> Column:
    moved = np.abs(ranks - nominal[:, None])
    counted = (~np.isnan(moved)).sum(axis=0)
    with np.errstate(invalid="ignore"):
        change: Column = np.where(counted > 0, np.nansum(moved, axis=0) / np.maximum(counted, 1), np.nan)
    return change


def _without(result: Result, chosen: Sequence[str]) -> Column:
    """Elements × areas: the score of the index without each of `chosen`."""
    wanted = frozenset(chosen)
    reached: dict[str, Variants] = {}
    for node in result.tree.aggregates:
        codes = result.tree.children[node]
        below = [(place, code) for place, part in enumerate(codes) for code in reached.get(part, {})]
        own = [(place, code) for place, code in enumerate(codes) if code in wanted]
        if below or own:
            rows = _together(result, node, reached, below, own)
            if rows is None:
                rows = _singly(result, node, reached, below, own)
            reached[node] = dict(zip((code for _, code in (*below, *own)), rows, strict=True))
    return np.array([reached[result.root][code] for code in chosen]).reshape(len(chosen), len(result.areas))


def _together(
    result: Result, node: str, reached: Mapping[str, Variants], below: Sequence[Place], own: Sequence[Place]
) -> Sequence[Column] | None:
    """The score of `node` in every variant at once: what was removed below its parts, then its own parts in turn."""
    codes, how = result.tree.children[node], result.plan_of(node)
    if how.method not in means_many.FORWARD or _doubted(result, how):
        return None
    count = len(below) + len(own)
    parts = [result.score(code) for code in codes]
    for place, part in enumerate(codes):
        if part in reached:
            parts[place] = np.tile(parts[place], (count, 1))
    for number, (place, code) in enumerate(below):
        parts[place][number] = reached[codes[place]][code]
    weights_of = np.tile(result.aggregates[node].shares, (count, 1))
    gone: list[means_many.Runs] = [None] * len(codes)
    for number, (place, _) in enumerate(own, len(below)):
        if how.weighted:
            weights_of[number, place] = 0.0
        else:
            gone[place] = np.arange(count) == number
    scores = means_many.mean(parts, weights_of, how, gone)
    return None if scores is None else list(scores)


def _singly(
    result: Result, node: str, reached: Mapping[str, Variants], below: Sequence[Place], own: Sequence[Place]
) -> list[Column]:
    """The same one variant after the other, by `aggregate`."""
    codes, how = result.tree.children[node], result.plan_of(node)
    shares = list(result.aggregates[node].shares)
    parts = [result.score(code) for code in codes]
    found = []
    for place, code in below:
        column = reached[codes[place]][code]
        found.append(_score(result, node, [*parts[:place], column, *parts[place + 1 :]], shares, how))
    for place, _ in own:
        if how.method in WEIGHTLESS or not how.weighted or _doubted(result, how):
            left = [one for one in range(len(codes)) if one != place]
            found.append(_score(result, node, [parts[one] for one in left], [shares[one] for one in left], how))
        else:
            fewer = weights.rescaled([0.0 if one == place else share for one, share in enumerate(shares)])
            found.append(_score(result, node, parts, fewer, how))
    return found


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
        area = result.areas[error.row]
        error.params |= {"node": node, "part": result.tree.children[node][error.place], "area": area}
        raise
    return np.where(np.isinf(scores), np.nan, scores)


def _frontier(parts: Sequence[Column], how: Aggregate) -> Column:
    if any((part < 0).any() for part in parts):
        return np.full(len(parts[0]), np.nan)
    enough = present(parts) / len(parts) >= how.min_availability
    return np.where(enough, benefit_of_doubt.frontier(parts)[0], np.nan)
