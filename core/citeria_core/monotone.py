"""Where the order of two areas, or the rank of one, can change only one way as a value gets better.

Under min-max and its like, fixed scales and ranks, a value that gets better never lowers its own normalised value and
never raises that of another area: beyond the extremes it pulls the others down. Means, median, minimum and maximum hand
that on. So an area that has passed another stays in front of it, and a bisection misses nothing.
"""

from typing import Final

import numpy as np

from citeria_core.affine import stands_alone
from citeria_core.result import Result
from citeria_core.what_if import Value, row_of

SCALES: Final = frozenset(
    {"minmax", "distance_to_max", "scaled", "goalposts", "rank", "borda", "percentile_rank", "none"}
)
STRETCHED: Final = frozenset({"minmax", "distance_to_max"})  # a constant column has no scale
MEANS: Final = frozenset({"arithmetic", "geometric", "harmonic", "power", "median", "minimum", "maximum"})


def rises(result: Result, lever: Value) -> bool:
    """Whether the area of the lever only rises against every other one as its value gets better, up to rounding."""
    row = row_of(result, lever.area, lever.time)
    how = result.recipe.normalise_of(lever.indicator)
    if row is None or how.method not in SCALES or result.recipe.screen.by not in ("none", "availability"):
        return False
    if how.method in STRETCHED:
        others = np.delete(result.layers["treated"].columns[result.dataset.column_of[lever.indicator]], row)
        others = others[~np.isnan(others)]
        if not (len(others) and others.min() < others.max()):
            return False
    above = result.tree.ancestors(lever.indicator)
    means = all(result.plan_of(node).method in MEANS for node in above)
    return means and not result.recipe.denominate_of(lever.indicator).enabled and stands_alone(result, lever, row)
