"""Areas and indicators on one plane: the first two principal components of the space in which clusters are sought."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from citeria_core.cluster import features
from citeria_core.dataset import Column
from citeria_core.result import Result
from citeria_core.threads import one_thread


@dataclass(frozen=True, eq=False)
class Biplot:
    """Gabriel's biplot (1971), points in principal coordinates.

    `points` (areas × 2) keep the distances of the space as well as any plane can; `loadings` (indicators × 2) are the
    unit directions of the axes, of the indicators that have values; `shares` of the variance. A plane that has one
    direction only has a second share of 0.
    """

    areas: tuple[str, ...]
    points: Column
    indicators: tuple[str, ...]
    loadings: Column
    shares: tuple[float, float]

    @property
    def shown(self) -> float:
        """The share of the variance that the plane shows."""
        return sum(self.shares)


def biplot(result: Result) -> Biplot | None:
    """The biplot of normalised values × √effective weight over the areas that have all of them.

    Components are of the covariance, not the correlation: the weights are the scale. No component's loadings sum to
    less than 0. None with fewer than two such areas, or when all of them are alike.
    """
    held, complete = features(result)
    used: NDArray[np.bool_] = ~np.asarray(np.isnan(result.normalised).all(axis=0), dtype=np.bool_)
    centred = held - held.mean(axis=0) if len(held) else held
    if len(held) < 2 or not np.any(centred):
        return None
    with one_thread():
        turned, strength, axes = np.linalg.svd(centred, full_matrices=False)
    count = min(2, len(strength))
    signs = np.where(axes[:count].sum(axis=1) < 0, -1.0, 1.0)
    points, loadings = np.zeros((len(held), 2)), np.zeros((int(used.sum()), 2))
    points[:, :count] = turned[:, :count] * strength[:count] * signs
    loadings[:, :count] = (axes[:count] * signs[:, None]).T
    shares = strength**2 / (strength**2).sum()
    return Biplot(
        tuple(area for area, here in zip(result.areas, complete, strict=True) if here),
        points,
        tuple(code for code, here in zip(result.dataset.indicators, used, strict=True) if here),
        loadings,
        (float(shares[0]), float(shares[1]) if count > 1 else 0.0),
    )
