"""Weights that the data themselves suggest: inside one node, from the columns of its parts.

Rows with a gap in any part do not count, nor do constant parts (they get weight 0). Where too little is left, the
parts weigh the same, with a finding. scipy is imported only by the optimised sources and the benefit of the doubt.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from citeria_core.aggregate import CANCELLED
from citeria_core.dataset import Column
from citeria_core.moments import tame
from citeria_core.statistics import principal_axes, standardised

Scorer = Callable[[Sequence[float]], Column]


class Suggested(NamedTuple):
    """Weights of the parts, sum 1, and what there is to say about them."""

    shares: tuple[float, ...]
    findings: tuple[str, ...] = ()


class Block(NamedTuple):
    """The complete rows of the parts that vary, standardised by nothing yet; `used` are their places."""

    values: Column  # areas × parts
    used: tuple[int, ...]
    targets: tuple[float, ...]  # stated weights of the used parts, sum 1
    score: Callable[[Column], Column]  # weights of the used parts → the node's score on the complete rows


def suggest(source: str, node: str, parts: Sequence[Column], stated: Sequence[float], score: Scorer) -> Suggested:
    """The weights of `parts` by `source` (pca, entropy, critic, optimised_balance, optimised_infomax)."""
    matrix = np.column_stack(parts)
    complete = ~np.isnan(matrix).any(axis=1)
    held = np.column_stack([tame(part[complete]) for part in parts])
    used = tuple(place for place in range(len(parts)) if len(held) > 2 and np.ptp(held[:, place]) > 0)
    if len(used) < 2:
        return _even(parts, node, source, used)
    total = sum(stated[place] for place in used)
    targets = tuple(stated[place] / total if total else 1 / len(used) for place in used)

    def restricted(weights: Column) -> Column:
        full = np.zeros(len(parts))
        full[list(used)] = weights
        return score(tuple(full))[complete]

    weights, findings = SOURCES[source](Block(held[:, used], used, targets, restricted), node)
    if not (np.isfinite(weights).all() and weights.sum() > CANCELLED * np.abs(weights).sum()):
        return _even(parts, node, source, ())
    shares = np.zeros(len(parts))
    shares[list(used)] = weights / weights.sum()
    return Suggested(tuple(shares.tolist()), findings)


def _even(parts: Sequence[Column], node: str, source: str, used: Sequence[int]) -> Suggested:
    if len(parts) == 1:
        return Suggested((1.0,))
    told = f"Node “{node}”: too little varies for weights by “{source}”; its parts weigh the same."
    return Suggested((1 / len(parts),) * len(parts), (told,))


def _pca(block: Block, node: str) -> tuple[Column, tuple[str, ...]]:
    """Loadings of the first principal component, their sum not negative."""
    loadings = principal_axes(standardised(block.values))[1][0]
    negative = int((loadings < 0).sum())
    told = f"Node “{node}”: {negative} of its weights by “pca” are negative."
    return loadings, (told,) if negative else ()


def _entropy(block: Block, node: str) -> tuple[Column, tuple[str, ...]]:
    """1 − Shannon's entropy of each part's shares over the areas (0 ln 0 = 0); Zou, Yun & Sun (2006)."""
    if (block.values < 0).any():
        return np.full(len(block.used), np.nan), ()
    shares = block.values / block.values.sum(axis=0)
    entropy = -(shares * np.log(np.where(shares > 0, shares, 1.0))).sum(axis=0) / np.log(len(shares))
    return 1 - entropy, ()


def _critic(block: Block, node: str) -> tuple[Column, tuple[str, ...]]:
    """Spread times conflict, of the parts scaled to 0..1; Diakoulaki, Mavrotas & Papayannakis (1995)."""
    unit = (block.values - block.values.min(axis=0)) / np.ptp(block.values, axis=0)
    scaled = standardised(unit) / np.sqrt(len(unit) - 1)
    # 1 − r as ½‖z − z′‖²: of parts that nearly say the same, the plain difference leaves but rounding.
    conflict = np.array([((scaled - scaled[:, place : place + 1]) ** 2).sum() / 2 for place in range(scaled.shape[1])])
    weights: Column = unit.std(axis=0, ddof=1) * conflict
    return weights, ()


def _correlations(block: Block, weights: Column) -> Column:
    """Pearson's r of each part with the score that `weights` give."""
    score = block.score(np.maximum(weights, 0.0))
    deviation = tame(np.where(np.isfinite(score), score, 0.0))
    deviation = deviation - deviation.mean()
    length = np.sqrt((deviation * deviation).sum())
    if length == 0:
        return np.zeros(len(block.used))
    scaled = standardised(block.values)
    r: Column = scaled.T @ deviation / (length * np.sqrt(len(scaled) - 1))
    return np.where(np.isfinite(r), r, 0.0)


def _balance(block: Block, node: str) -> tuple[Column, tuple[str, ...]]:
    """Weights ≥ 0 by which each part's share of the correlations with the score is nearest to its stated weight."""
    from scipy import optimize

    targets = np.array(block.targets)

    def residuals(weights: Column) -> Column:
        r = _correlations(block, weights)
        total = r.sum()
        shares = r / total if total != 0 else np.zeros(len(r))
        return np.append(targets - shares, weights.sum() - 1)

    found = optimize.least_squares(
        residuals, targets, bounds=(0, np.inf), xtol=1e-15, ftol=1e-15, gtol=1e-15, max_nfev=10_000, jac="3-point"
    )
    return np.asarray(found.x, dtype=np.float64), ()


def _infomax(block: Block, node: str) -> tuple[Column, tuple[str, ...]]:
    """Weights ≥ 0 by which the correlations of the parts with the score have the largest sum."""
    from scipy import optimize

    count = len(block.used)

    def loss(weights: Column) -> float:
        return -float(_correlations(block, weights / max(weights.sum(), 1e-300)).sum())

    start = 1 / block.values.std(axis=0, ddof=1)
    best = start / start.sum()
    for _ in range(20):
        found = optimize.minimize(
            loss,
            best,
            method="Nelder-Mead",
            bounds=[(0, None)] * count,
            options={"xatol": 1e-12, "fatol": 1e-15, "maxiter": 4000 * count, "maxfev": 4000 * count, "adaptive": True},
        )
        gained = loss(best) - float(found.fun)
        best = found.x / found.x.sum()
        if gained <= 1e-14:
            break
    return np.asarray(best, dtype=np.float64), ()


SOURCES: Mapping[str, Callable[[Block, str], tuple[Column, tuple[str, ...]]]] = MappingProxyType(
    {
        "pca": _pca,
        "entropy": _entropy,
        "critic": _critic,
        "optimised_balance": _balance,
        "optimised_infomax": _infomax,
    }
)
