"""The benefit of the doubt: each area weighed as suits it best, by linear programming.

The score of an area is the largest Σ w x over its parts for which no area would pass 1 (weights ≥ 0): its distance to
the frontier of the best. Cherchye, Moesen, Rogge & Van Puyenbroeck (2007). Parts must not be negative; a missing part
counts nothing. scipy is imported when the first frontier is asked for.
"""

from collections.abc import Sequence

import numpy as np

from citeria_core.dataset import Column


def frontier(parts: Sequence[Column]) -> tuple[Column, Column]:
    """The score of each area (0..1) and what each part gives to it (areas × parts); NaN and 0 where it has no part."""
    from scipy import optimize

    matrix = np.column_stack(parts)
    empty = np.isnan(matrix).all(axis=1)
    matrix = np.where(np.isnan(matrix), 0.0, matrix)
    largest = matrix.max(axis=0)
    unit = np.where(largest > 0, largest, 1.0)
    scaled = matrix / unit
    limits = _undominated(scaled)
    scores, given = np.full(len(matrix), np.nan), np.zeros(matrix.shape)
    for row in np.flatnonzero(~empty):
        found = optimize.linprog(-scaled[row], A_ub=limits, b_ub=np.ones(len(limits)), bounds=(0, None), method="highs")
        given[row] = np.where(scaled[row] > 0, np.asarray(found.x), 0.0) * scaled[row]
        scores[row] = float(given[row].sum())
    return scores, given


def _undominated(values: Column) -> Column:
    """The distinct rows that no other row equals or exceeds throughout: the only ones that limit anything."""
    distinct = np.unique(values, axis=0)
    kept = [row for row in distinct if not ((distinct >= row).all(axis=1) & (distinct > row).any(axis=1)).any()]
    return np.array(kept)
