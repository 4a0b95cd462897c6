"""Explaining a score: what every indicator and every part contributed to it; all of them sum to it.

Arithmetic means split exactly: renormalised weight × value. A geometric mean is split by log-shares: each part's share
of Σ w ln x, times the score; where those logarithms cancel out, by its share of the weight. A missing part contributes
0; a row without a score has NaN throughout.
"""

from dataclasses import dataclass

import numpy as np

from citeria_core.dataset import Column
from citeria_core.result import Result

LOG_SHARE = "log-share"
EXACT = "exact"


@dataclass(frozen=True, eq=False)
class Parts:
    """The contributions of the direct parts of a node: areas × codes, each row summing to the score."""

    codes: tuple[str, ...]
    values: Column
    method: str  # exact | log-share


def contributions(result: Result, node: str | None = None) -> Column:
    """Areas × indicators: what each contributed to the score of `node` (default: the index); 0 outside the node."""
    top = node or result.root
    matrix = np.zeros((len(result.areas), len(result.dataset.indicators)), order="F")
    _spread(result, top, np.ones(len(result.areas)), matrix)
    matrix[np.isnan(result.score(top))] = np.nan
    return matrix


def parts(result: Result, node: str | None = None) -> Parts:
    """What each direct part of `node` (default: the index) contributed to its score."""
    top = node or result.root
    codes = result.tree.children[top]
    values = np.column_stack([_zeroed(factor * result.score(code)) for code, factor in _factors(result, top)])
    values[np.isnan(result.score(top))] = np.nan
    inexact = any(result.plan_of(code).method == "geometric" for code in (top, *codes) if code in result.aggregates)
    return Parts(codes, values, LOG_SHARE if inexact else EXACT)


def _zeroed(values: Column) -> Column:
    return np.where(np.isnan(values), 0.0, values)


def _spread(result: Result, node: str, factor: Column, matrix: Column) -> None:
    """Add factor × score of `node` to the columns of the leaves below it."""
    if node not in result.aggregates:
        matrix[:, result.dataset.column_of[node]] += _zeroed(factor * result.score(node))
        return
    for code, share in _factors(result, node):
        _spread(result, code, _zeroed(factor * share), matrix)


def _factors(result: Result, node: str) -> list[tuple[str, Column]]:
    """By what each part of `node` is multiplied so that the products sum to the node's score."""
    codes = result.tree.children[node]
    values = np.column_stack([result.score(code) for code in codes])
    weights = np.where(np.isnan(values), 0.0, np.array(result.aggregates[node].shares))
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        shares = weights / weights.sum(axis=1, keepdims=True)
        if result.plan_of(node).method == "geometric":
            shares = _log_shares(values, shares) * result.score(node)[:, None] / values
    return list(zip(codes, shares.T, strict=True))


def _log_shares(values: Column, shares: Column) -> Column:
    weighted = np.where(shares > 0, shares * np.log(np.where(values > 0, values, 1.0)), 0.0)
    total = weighted.sum(axis=1, keepdims=True)
    steady = np.abs(total) > 1e-9 * np.abs(weighted).sum(axis=1, keepdims=True)
    return np.where(steady, weighted / total, shares)
