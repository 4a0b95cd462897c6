"""Explaining a score: what every indicator and every part contributed to it; all of them sum to it.

A missing part contributes 0; a row without a score has NaN throughout. How one node's score is split is told in
`contribution_split`; down the tree, what a node contributed is split among its parts in turn.
"""

import itertools
from dataclasses import dataclass

import numpy as np

from citeria_core.contribution_split import EXACT, LEAVE_ONE_OUT, LOG_SHARE, MARGINAL, Split, rule, split
from citeria_core.dataset import Column
from citeria_core.result import Result

__all__ = ["EXACT", "LEAVE_ONE_OUT", "LOG_SHARE", "MARGINAL", "Parts", "contributions", "method", "of_part", "parts"]

ROUGHNESS = (EXACT, LOG_SHARE, MARGINAL, LEAVE_ONE_OUT)


@dataclass(frozen=True, eq=False)
class Parts:
    """The contributions of the direct parts of a node: areas × codes, each row summing to the score."""

    codes: tuple[str, ...]
    values: Column
    method: str  # exact | log-share | marginal | leave-one-out


def contributions(result: Result, node: str | None = None) -> Column:
    """Areas × indicators: what each contributed to the score of `node` (default: the index); 0 outside the node."""
    top = node or result.root
    areas = len(result.areas)
    matrix = np.zeros((areas, len(result.dataset.indicators)), order="F")
    _spread(result, top, np.ones(areas), np.zeros(areas), matrix)
    matrix[np.isnan(result.score(top))] = np.nan
    return matrix


def of_part(result: Result, node: str) -> Column:
    """What each area's values below a node, or that of an indicator, contributed to the score of the index.

    The same as the columns of `contributions` below the node together, in the steps from the index down to it alone.
    """
    way = (node, *result.tree.ancestors(node))[::-1]
    factor, rest = np.ones(len(result.areas)), np.zeros(len(result.areas))
    for above, code in itertools.pairwise(way):
        factor, rest = _owed(split(result, above), result.tree.children[above].index(code), factor, rest)
    held = factor * _zeroed(result.score(node)) + rest
    return np.where(np.isnan(result.score(result.root)), np.nan, held)


def method(result: Result, node: str | None = None) -> str:
    """By what rule `contributions` splits the score of `node`: the roughest of those used below it."""
    top = node or result.root
    inside = [code for code in result.aggregates if top in (code, *result.tree.ancestors(code))]
    rules = {rule(result, code) for code in inside}
    return max(rules, key=ROUGHNESS.index, default=EXACT)


def parts(result: Result, node: str | None = None) -> Parts:
    """What each direct part of `node` (default: the index) contributed to its score."""
    top = node or result.root
    codes = result.tree.children[top]
    held = split(result, top)
    scores = np.column_stack([_zeroed(result.score(code)) for code in codes])
    values = held.factors * scores + held.rest
    values[np.isnan(result.score(top))] = np.nan
    return Parts(codes, values, held.method)


def _zeroed(values: Column) -> Column:
    return np.where(np.isnan(values), 0.0, values)


def _spread(result: Result, node: str, factor: Column, rest: Column, matrix: Column) -> None:
    """Add factor × score of `node`, and `rest` beside it, to the columns of the leaves below."""
    if node not in result.aggregates:
        matrix[:, result.dataset.column_of[node]] += factor * _zeroed(result.score(node)) + rest
        return
    held = split(result, node)
    for place, code in enumerate(result.tree.children[node]):
        _spread(result, code, *_owed(held, place, factor, rest), matrix)


def _owed(held: Split, place: int, factor: Column, rest: Column) -> tuple[Column, Column]:
    """The factor and the rest of the part at `place` of a node that itself owes factor × score + rest."""
    return factor * held.factors[:, place], factor * held.rest[:, place] + rest * held.shares[:, place]
