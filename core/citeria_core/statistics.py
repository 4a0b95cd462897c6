"""Statistics of columns and blocks: summary and flags, correlations, reliability, principal components.

Missing values are left out: a column's statistics rest on its present values, a pair's on the rows that have both, a
block's components on its complete rows. scipy.stats is imported when the first correlation is asked for.
"""

import math
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np

from citeria_core.dataset import Column
from citeria_core.moments import mean, median, passes, present, shape, tame, wildness

LEAST_AVAILABLE: Final = 0.65  # a smaller share of present values is flagged
LEAST_NONZERO: Final = 0.5
LEAST_UNIQUE: Final = 0.5
REDUNDANT: Final = 0.9
CONFLICTING: Final = -0.4
KINDS: Final = ("pearson", "spearman", "kendall")


@dataclass(frozen=True, slots=True)
class Summary:
    """One column in figures; NaN where it has too few values. Shares but `share_available` are of present values."""

    minimum: float
    maximum: float
    mean: float
    median: float
    sd: float
    skew: float
    kurtosis: float
    available: int
    nonzero: int
    unique: int
    same: int  # how often the most frequent value occurs
    share_available: float
    share_nonzero: float
    share_unique: float
    share_same: float
    outlying: bool  # fails the outlier test


NO_VALUES: Final = Summary(
    minimum=math.nan,
    maximum=math.nan,
    mean=math.nan,
    median=math.nan,
    sd=math.nan,
    skew=math.nan,
    kurtosis=math.nan,
    available=0,
    nonzero=0,
    unique=0,
    same=0,
    share_available=0.0,
    share_nonzero=math.nan,
    share_unique=math.nan,
    share_same=math.nan,
    outlying=False,
)


def summary(column: Column, max_skew: float = 2.0, max_kurtosis: float = 3.5) -> Summary:
    """The figures of one column; skewness and kurtosis of type 2 (Joanes & Gill 1998), sd with n − 1."""
    values = present(column)
    count = len(values)
    if count == 0:
        return NO_VALUES
    held = shape(values)
    distinct, often = np.unique(values, return_counts=True)
    nonzero, same = int(np.count_nonzero(values)), int(often.max())
    return Summary(
        minimum=float(values.min()),
        maximum=float(values.max()),
        mean=mean(values),
        median=median(values),
        sd=float(np.ldexp(tame(values).std(ddof=1), wildness(values))) if count > 1 else math.nan,
        skew=held.skew,
        kurtosis=held.kurtosis,
        available=count,
        nonzero=nonzero,
        unique=len(distinct),
        same=same,
        share_available=count / len(column),
        share_nonzero=nonzero / count,
        share_unique=len(distinct) / count,
        share_same=same / count,
        outlying=not passes(held, max_skew, max_kurtosis),
    )


@dataclass(frozen=True, slots=True)
class Correlation:
    """A coefficient of two columns with its two-sided p-value over `n` common rows; NaN where undefined."""

    kind: str
    value: float
    n: int
    p: float

    @property
    def flag(self) -> str:
        """Whether the two say the same (redundant), or contradict each other (conflicting); "" for neither."""
        if self.value > REDUNDANT:
            return "redundant"
        return "conflicting" if self.value < CONFLICTING else ""


def correlation(left: Column, right: Column, kind: str) -> Correlation:
    """Pearson's r, Spearman's ρ or Kendall's τ-b of the rows that have both values, as scipy.stats defines them."""
    both = ~(np.isnan(left) | np.isnan(right))
    one, other = tame(left[both]), tame(right[both])
    count = len(one)
    if count < 2 or one.min() == one.max() or other.min() == other.max():
        return Correlation(kind, math.nan, count, math.nan)
    with warnings.catch_warnings():  # scipy warns of nearly constant columns; the coefficient stands all the same
        warnings.simplefilter("ignore")
        held = _coefficient(kind)(one, other)
    p = math.nan if count == 2 else float(held[1])
    return Correlation(kind, float(held[0]), count, p)


@cache
def _coefficient(kind: str) -> Callable[[Column, Column], Sequence[float]]:
    from scipy import stats

    return {"pearson": stats.pearsonr, "spearman": stats.spearmanr, "kendall": stats.kendalltau}[kind]  # type: ignore[return-value]


def covariance(left: Column, right: Column) -> float:
    """The covariance (n − 1) of the rows that have both values; NaN for fewer than two."""
    both = ~(np.isnan(left) | np.isnan(right))
    one, other = left[both], right[both]
    if len(one) < 2:
        return math.nan
    with np.errstate(over="ignore", invalid="ignore"):
        held = float(((one - mean(one)) * (other - mean(other))).sum() / (len(one) - 1))
    return held if math.isfinite(held) else math.nan


def cronbach(columns: Sequence[Column]) -> float:
    """Cronbach's α, k² × mean off-diagonal covariance / Σ covariances, pairwise; NaN where it is undefined."""
    count = len(columns)
    if count < 2:
        return math.nan
    matrix = np.array([[covariance(one, other) for other in columns] for one in columns])
    total = float(matrix.sum())
    apart = float(matrix.sum() - np.trace(matrix)) / (count * (count - 1))
    return math.nan if total == 0 else count**2 * apart / total


@dataclass(frozen=True, eq=False)
class Components:
    """Principal components of a block: the share of variance of each, and loadings (parts × components).

    Signs are fixed so that the loadings of a component do not sum to less than 0. `used` are the places of the parts
    that vary; the loadings have a row for each of them.
    """

    shares: Column
    loadings: Column
    used: tuple[int, ...]


def components(columns: Sequence[Column]) -> Components:
    """The principal components of the standardised block, by singular values, over its complete rows."""
    complete = ~np.isnan(np.column_stack(columns)).any(axis=1)
    rows = np.column_stack([tame(column[complete]) for column in columns])
    used = tuple(place for place in range(len(columns)) if len(rows) > 1 and np.ptp(rows[:, place]) > 0)
    if not used:
        return Components(np.empty(0), np.empty((0, 0)), ())
    shares, axes = principal_axes(standardised(rows[:, used]))
    return Components(shares, axes.T, used)


def standardised(block: Column) -> Column:
    """Areas × parts with mean 0 and sd 1 (n − 1); every part varies."""
    centred = block - block.mean(axis=0)
    scaled: Column = centred / centred.std(axis=0, ddof=1)
    return scaled


def principal_axes(block: Column) -> tuple[Column, Column]:
    """The principal axes of a standardised block, strongest first, and the share of variance of each.

    Axes × parts; no axis sums to less than 0. An axis that explains nothing is not determined by the data.
    """
    small = np.linalg.qr(block, mode="r") if len(block) > block.shape[1] else block  # the same right vectors, faster
    _, strength, axes = np.linalg.svd(small, full_matrices=False)
    axes[axes.sum(axis=1) < 0] *= -1
    return strength**2 / (strength**2).sum(), axes
