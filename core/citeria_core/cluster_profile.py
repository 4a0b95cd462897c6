"""What is like what, and why: the areas nearest to one, and what sets each cluster apart from all others.

In the space of the clusters: normalised values × √effective weight (`cluster.features`), larger = better.
"""

import math
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from citeria_core.cluster import Clustering
from citeria_core.dataset import Column
from citeria_core.engine import UnknownCellError
from citeria_core.moments import tame, wildness
from citeria_core.result import Result
from citeria_core.spelling import suggestion
from citeria_core.threads import one_thread

_TELLING: Final = 1.96


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

    @property
    def telling(self) -> bool:
        """Whether the difference is larger than chance often makes it: beyond ±1.96."""
        return abs(self.v) > _TELLING


@dataclass(frozen=True, slots=True)
class ClusterProfile:
    """One cluster: its areas, the one in its midst, and its traits, the most telling first.

    `exemplar` is the area with the smallest mean distance to the others of its cluster, over what each two have.
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
    exponent = wildness(result.normalised)
    values, weights = np.ldexp(result.normalised, -exponent), _weights(result)
    others = [row for row in range(len(times)) if times[row] == time and row != rows[0]]
    gaps = values[others] - values[rows[0]]
    both = ~np.isnan(gaps)
    weight = np.where(both, weights, 0.0).sum(axis=1)
    squares = np.where(both, weights * gaps**2, 0.0).sum(axis=1)
    found = [
        Peer(result.areas[row], time, _scaled(math.sqrt(square / share * weights.sum()), exponent), int(shared))
        for row, square, share, shared in zip(others, squares, weight, both.sum(axis=1), strict=True)
        if share > 0
    ]
    return tuple(sorted(found, key=lambda peer: peer.distance)[:count])


def _scaled(distance: float, exponent: int) -> float:
    """The distance times a power of two; the largest number where it is larger still."""
    try:
        return math.ldexp(distance, exponent)
    except OverflowError:
        return sys.float_info.max


def _weights(result: Result) -> Column:
    """The effective weights of the indicators; those of one without any value count nothing."""
    weights = np.array([result.effective_weights[code] for code in result.dataset.indicators])
    empty = np.isnan(result.normalised).all(axis=0)
    return np.where(empty, 0.0, np.maximum(weights, 0.0))


def profiles(result: Result, clustering: Clustering) -> tuple[ClusterProfile, ...]:
    """What sets each cluster of `result`'s areas apart, in the order of the labels.

    Indicators that weigh nothing or do not vary are no traits; with one cluster there are none. Areas may lack values,
    as those of given groups do: a trait is of the areas that have the indicator.
    """
    label_of = dict(zip(clustering.areas, clustering.labels, strict=True))
    rows = [row for row, area in enumerate(result.areas) if area in label_of]
    values, weights = result.normalised[rows], _weights(result)
    codes = result.dataset.indicators
    places = np.flatnonzero(weights > 0)
    areas = [result.areas[row] for row in rows]
    labels = np.array([label_of[area] for area in areas])
    spread = _Spread.of([codes[place] for place in places], values[:, places])
    made = []
    for label in sorted(set(clustering.labels)):
        inside = labels == label
        told = sorted(spread.traits(inside), key=lambda trait: -abs(trait.v)) if not inside.all() else []
        members = np.flatnonzero(inside)
        midst = members[_midst(tame(values[np.ix_(members, places)]), weights[places])]
        made.append(ClusterProfile(label, tuple(areas[member] for member in members), areas[midst], tuple(told)))
    return tuple(made)


@dataclass(frozen=True, eq=False, slots=True)
class _Spread:
    """How indicators lie over the areas that have them (`held`, areas × indicators): what their traits are measured by.

    `columns` (0 where missing), `means` and `deviations` are times 2^-`exponents`.
    """

    codes: Sequence[str]
    columns: Column
    held: NDArray[np.bool_]
    exponents: NDArray[np.intp]
    means: Column
    deviations: Column
    varies: NDArray[np.bool_]

    @classmethod
    def of(cls, codes: Sequence[str], values: Column) -> "_Spread":
        held = ~np.isnan(values)
        exponents = np.array([wildness(column) for column in values.T], dtype=np.intp)
        columns = np.ldexp(np.where(held, values, 0.0), -exponents)
        counts = np.maximum(held.sum(axis=0), 1)
        means = columns.sum(axis=0) / counts
        deviations = np.sqrt(np.where(held, (columns - means) ** 2, 0.0).sum(axis=0) / counts)
        highest = np.max(columns, axis=0, where=held, initial=-np.inf)
        lowest = np.min(columns, axis=0, where=held, initial=np.inf)
        return cls(codes, columns, held, exponents, means, deviations, (deviations > 0) & (highest > lowest))

    def traits(self, within: NDArray[np.bool_]) -> Iterator[Trait]:
        """What sets the areas `within` apart, by the indicators that vary and that some of them and others have."""
        inside = self.held & within[:, None]
        ours, count = inside.sum(axis=0), self.held.sum(axis=0)
        told = np.flatnonzero(self.varies & (ours > 0) & (ours < count))
        ours, count = ours[told], count[told]
        means, overall = np.where(inside, self.columns, 0.0).sum(axis=0)[told] / ours, self.means[told]
        apart, deviations = means - overall, self.deviations[told]
        errors = deviations * np.sqrt((count - ours) / ((count - 1) * ours))
        up = self.exponents[told]
        figures = np.column_stack((np.ldexp(means, up), np.ldexp(overall, up), apart / deviations, apart / errors))
        for place, (mean, whole, difference, v) in zip(told.tolist(), figures.tolist(), strict=True):
            yield Trait(self.codes[place], mean, whole, difference, v)


def _midst(values: Column, weights: Column) -> int:
    """The row with the smallest mean distance to the others, over what each two have; the first where none has any."""
    if len(values) < 2 or not values.shape[1]:
        return 0
    distances = _distances(values * np.sqrt(weights))
    told = ~np.isnan(distances)
    sums = np.where(told, distances, 0.0).sum(axis=1)
    means = np.divide(sums, told.sum(axis=1) - 1, out=np.full(len(values), np.inf), where=told.sum(axis=1) > 1)
    return int(np.argmin(means))


def _distances(points: Column) -> Column:
    """Euclidean distances over the features that each two points have, scaled up to all of them; NaN where none."""
    held = ~np.isnan(points)
    if held.all():
        from scipy.spatial.distance import pdist, squareform

        return np.asarray(squareform(pdist(points)), dtype=np.float64)
    filled, there = np.where(held, points, 0.0), held.astype(np.float64)
    with one_thread():
        squares, both = filled**2 @ there.T, there @ there.T
        apart = np.maximum(squares + squares.T - 2 * (filled @ filled.T), 0.0)
    np.fill_diagonal(apart, 0.0)
    return np.asarray(np.sqrt(apart * points.shape[1] / np.where(both > 0, both, np.nan)), dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Difference:
    """How two areas differ on an indicator: `gap` is the other's normalised value minus one's own.

    `share` of the squared distance between them, 0..1.
    """

    indicator: str
    gap: float
    share: float


def differences(result: Result, area: str, other: str) -> tuple[Difference, ...]:
    """On what two areas differ, the largest share of their distance first; indicators that both have and that weigh.

    Raises `UnknownCellError`.
    """
    for named in (area, other):
        if named not in result.areas:
            raise UnknownCellError(what="area", named=named, hint=suggestion(named, result.areas))
    gaps = result.normalised[result.areas.index(other)] - result.normalised[result.areas.index(area)]
    squares = _weights(result) * gaps**2
    whole = float(np.nansum(squares))
    found = [
        Difference(code, float(gap), float(square) / whole if whole else 0.0)
        for code, gap, square, weight in zip(result.dataset.indicators, gaps, squares, _weights(result), strict=True)
        if not math.isnan(gap) and weight > 0
    ]
    return tuple(sorted(found, key=lambda one: -one.share))
