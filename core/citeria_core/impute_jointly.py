"""Imputation from all indicators together: nearest neighbours, and expectation–maximisation."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from citeria_core.dataset import Column
from citeria_core.errors import KnownError
from citeria_core.moments import tame, wildness


class TooFewAreasError(KnownError):
    """Expectation–maximisation with no more areas than indicators."""

    code = "too_few_areas"
    template = (
        "The imputation “em” needs more areas than indicators; there are {areas} areas and {indicators} indicators. "
        "Use knn, or a mean or median."
    )


class _Standard:
    """Areas × indicators with mean 0 and sd 1; constant and empty columns keep sd 1."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._columns = columns
        self._exponents = [wildness(column) for column in columns]
        self.tamed = matrix = np.column_stack([tame(column) for column in columns])
        self.known: NDArray[np.bool_] = ~np.isnan(matrix)
        self._middle = np.nansum(matrix / np.maximum(self.known.sum(axis=0), 1), axis=0)
        centred = matrix - self._middle
        self._spread = np.array([_sd(centred[:, place]) for place in range(matrix.shape[1])])
        self.values: Column = centred / self._spread

    def back(self, filled: Column) -> list[Column]:
        """The columns in their own units, with the gaps as in `filled`, which is standardised."""
        return self.untamed(filled * self._spread + self._middle)

    def untamed(self, own: Column) -> list[Column]:
        """The columns with the gaps as in `own`, which is `tamed` only."""
        return [
            np.where(self.known[:, place], column, np.ldexp(own[:, place], self._exponents[place]))
            for place, column in enumerate(self._columns)
        ]


def _sd(column: Column) -> float:
    held = column[~np.isnan(column)]
    varies = len(held) > 1 and held.min() < held.max()
    return float(held.std(ddof=1)) or 1.0 if varies else 1.0


def nearest(columns: Sequence[Column], neighbours: int) -> list[Column]:
    """Each column with its gaps filled by the inverse-distance mean of the nearest areas that have the value.

    Distances are mean squares over the indicators that both have, each scaled by its sd; areas at distance 0 alone
    count where there are any; with nothing in common, the column's mean. As scikit-learn's KNNImputer with
    weights="distance" (Troyanskaya et al. 2001).
    """
    standard = _Standard(columns)
    scaled, known = standard.values, standard.known
    result = standard.tamed.copy()
    for row in np.flatnonzero(~known.all(axis=1)):
        distances = _distances(scaled, known, int(row))
        for place in np.flatnonzero(~known[row]):
            donors = np.flatnonzero(known[:, place])
            if len(donors):
                result[row, place] = _weighted(distances[donors], standard.tamed[donors, place], neighbours)
    return standard.untamed(result)


def _distances(scaled: Column, known: NDArray[np.bool_], row: int) -> Column:
    """The distance of every row to one; NaN where they have nothing in common."""
    both = known & known[row]
    gaps = np.where(both, scaled - scaled[row], 0.0)
    shared = both.sum(axis=1)
    distances: Column = np.sqrt((gaps * gaps).sum(axis=1) / np.maximum(shared, 1))
    return np.where(shared > 0, distances, np.nan)


def _weighted(distances: Column, values: Column, neighbours: int) -> float:
    comparable = ~np.isnan(distances)
    if not comparable.any():
        return float(values.mean())
    chosen = np.argsort(distances, kind="stable")[: min(neighbours, int(comparable.sum()))]
    near, held = distances[chosen], values[chosen]
    weights = (near == 0).astype(np.float64) if (near == 0).any() else 1 / near
    mean = float((weights / weights.sum() * held).sum())
    return min(max(mean, float(held.min())), float(held.max()))  # a single or unanimous value comes through exactly


def expected(columns: Sequence[Column], tolerance: float = 1e-8, rounds: int = 500) -> list[Column]:
    """Each column with its gaps filled by conditional means of a multivariate normal fitted by EM.

    Stops when no mean or covariance of the standardised indicators moves by more than `tolerance`.
    Dempster, Laird & Rubin (1977). Raises `TooFewAreasError` unless there are more areas than indicators.
    """
    areas, indicators = len(columns[0]), len(columns)
    if areas <= indicators:
        raise TooFewAreasError(areas=areas, indicators=indicators)
    standard = _Standard(columns)
    scaled = standard.values
    used = standard.known.any(axis=0)
    if not used.any():
        return list(columns)
    block, filled = scaled[:, used], scaled.copy()
    patterns = _patterns(~np.isnan(block))
    means, covariance = np.zeros(block.shape[1]), np.eye(block.shape[1])
    complete = block
    for _ in range(rounds):
        complete, extra = _expect(block, patterns, means, covariance)
        new_means = complete.mean(axis=0)
        centred = complete - new_means
        new_covariance = (centred.T @ centred + extra) / areas
        moved = max(np.abs(new_means - means).max(), np.abs(new_covariance - covariance).max())
        means, covariance = new_means, new_covariance
        if moved <= tolerance:
            break
    filled[:, used] = _expect(block, patterns, means, covariance)[0]
    return standard.back(filled)


def _patterns(known: NDArray[np.bool_]) -> list[tuple[NDArray[np.bool_], NDArray[np.intp]]]:
    """The distinct patterns of presence with the rows that show each."""
    patterns, which = np.unique(known, axis=0, return_inverse=True)
    return [(pattern, np.flatnonzero(which.ravel() == place)) for place, pattern in enumerate(patterns)]


def _expect(
    block: Column, patterns: list[tuple[NDArray[np.bool_], NDArray[np.intp]]], means: Column, covariance: Column
) -> tuple[Column, Column]:
    """The block with conditional means in its gaps, and the conditional covariances of the gaps, summed."""
    complete = block.copy()
    extra = np.zeros_like(covariance)
    for known, rows in patterns:
        gaps = ~known
        if not gaps.any():
            continue
        slope = np.linalg.lstsq(covariance[np.ix_(known, known)], covariance[np.ix_(known, gaps)], rcond=None)[0]
        complete[np.ix_(rows, gaps)] = means[gaps] + (block[np.ix_(rows, known)] - means[known]) @ slope
        residual = covariance[np.ix_(gaps, gaps)] - covariance[np.ix_(gaps, known)] @ slope
        extra[np.ix_(gaps, gaps)] += len(rows) * residual
    return complete, extra
