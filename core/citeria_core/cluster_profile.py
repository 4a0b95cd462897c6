"""What is like what, and why: the areas nearest to one, and what sets each cluster apart from all others.

In the space of the clusters: normalised values × √effective weight (`cluster.features`), larger = better.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from citeria_core.cluster import Clustering, features
from citeria_core.dataset import Column
from citeria_core.engine import UnknownCellError
from citeria_core.notebook import suggestion
from citeria_core.result import Result


@dataclass(frozen=True, slots=True)
class Peer:
    """An area near another one: its `distance` over the `shared` indicators that both have."""

    area: str
    time: str
    distance: float
    shared: int


@dataclass(frozen=True, slots=True)
class Trait:
    """How a cluster stands on one indicator: its mean normalised value, and that of all clustered areas.

    `difference` is mean − overall in standard deviations of the clustered areas. `v` is the difference in units of its
    own standard error if areas were drawn at random without replacement: beyond ±2 it is seldom chance (Lebart,
    Morineau & Piron 1995).
    """

    indicator: str
    mean: float
    overall: float
    difference: float
    v: float


@dataclass(frozen=True, slots=True)
class ClusterProfile:
    """One cluster: its areas, the one in its midst, and its traits, the most telling first.

    `exemplar` is the area with the smallest sum of distances to the others of its cluster.
    """

    label: int
    areas: tuple[str, ...]
    exemplar: str
    traits: tuple[Trait, ...]


def peers(result: Result, area: str, count: int = 5, time: str = "") -> tuple[Peer, ...]:
    """The `count` areas nearest to `area` (at its time), nearest first, then in their order.

    Distances are Euclidean over the indicators that both have, scaled up by the weight of those that count in all
    (as scikit-learn's nan_euclidean_distances, but by weight); without a shared one an area is no peer. Raises
    `UnknownCellError`.
    """
    times = result.times or ("",) * len(result.areas)
    rows = [row for row, key in enumerate(zip(result.areas, times, strict=True)) if key == (area, time)]
    if not rows:
        raise UnknownCellError(what="area", named=area, hint=suggestion(area, result.areas))
    values, weights = result.normalised, _weights(result)
    others = [row for row in range(len(times)) if times[row] == time and row != rows[0]]
    gaps = values[others] - values[rows[0]]
    both = ~np.isnan(gaps)
    weight = np.where(both, weights, 0.0).sum(axis=1)
    squares = np.where(both, weights * gaps**2, 0.0).sum(axis=1)
    found = [
        Peer(result.areas[row], time, math.sqrt(square / share * weights.sum()), int(shared))
        for row, square, share, shared in zip(others, squares, weight, both.sum(axis=1), strict=True)
        if share > 0
    ]
    return tuple(sorted(found, key=lambda peer: peer.distance)[:count])


def _weights(result: Result) -> Column:
    """The effective weights of the indicators; those of one without any value count nothing."""
    weights = np.array([result.effective_weights[code] for code in result.dataset.indicators])
    empty = np.isnan(result.normalised).all(axis=0)
    return np.where(empty, 0.0, np.maximum(weights, 0.0))


def profiles(result: Result, clustering: Clustering) -> tuple[ClusterProfile, ...]:
    """What sets each cluster of `result`'s areas apart, in the order of the labels.

    Indicators that weigh nothing or do not vary are no traits; with one cluster there are none.
    """
    rows = [row for row in np.flatnonzero(features(result)[1]) if result.areas[row] in clustering.areas]
    values, weights = result.normalised[rows], _weights(result)
    codes = result.dataset.indicators
    places = np.flatnonzero(weights > 0)
    labels = np.array(clustering.labels)
    made = []
    for label in sorted(set(clustering.labels)):
        inside = labels == label
        traits = [_trait(codes[place], values[:, place], inside) for place in places] if not inside.all() else []
        told = sorted((trait for trait in traits if trait is not None), key=lambda trait: -abs(trait.v))
        members = np.flatnonzero(inside)
        points = values[np.ix_(members, places)] * np.sqrt(weights[places])
        areas = tuple(clustering.areas[member] for member in members)
        made.append(ClusterProfile(label, areas, areas[_midst(points)], tuple(told)))
    return tuple(made)


def _trait(code: str, column: Column, inside: NDArray[np.bool_]) -> Trait | None:
    overall, spread, count, held = column.mean(), column.std(), len(column), int(inside.sum())
    if np.ptp(column) == 0 or spread == 0:
        return None
    mean = column[inside].mean()
    error = math.sqrt((count - held) / (count - 1) * column.var() / held)
    return Trait(code, float(mean), float(overall), float((mean - overall) / spread), float((mean - overall) / error))


def _midst(points: Column) -> int:
    distances = np.sqrt(((points[:, None, :] - points[None, :, :]) ** 2).sum(axis=2))
    return int(np.argmin(distances.sum(axis=0)))
