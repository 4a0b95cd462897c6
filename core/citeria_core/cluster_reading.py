"""What the figures of clusters are commonly taken to say: how strong, how steady, how alike.

Each reading is a convention with a source, no test; the figures stand beside it wherever it is told.
"""

from enum import Enum
from typing import Final

STEADY: Final = 0.75  # of the mean Jaccard similarity over bootstrap samples, from which a cluster is called stable
DOUBTFUL: Final = 0.6  # and below which it is not: Hennig (2007)
_FULL: Final = 0.995  # is 1.00 in two decimals


class Structure(Enum):
    """How much structure a mean silhouette width speaks of: Kaufman & Rousseeuw (1990)."""

    STRONG = "strong"
    REASONABLE = "reasonable"
    WEAK = "weak"
    NONE = "none"


class Steadiness(Enum):
    """How well a cluster is found again."""

    STABLE = "stable"
    BETWEEN = "between"
    DOUBTFUL = "doubtful"


class Accord(Enum):
    """How far two partitions agree by a figure of at most 1."""

    FULL = "full"
    NEAR = "near"
    PART = "part"
    NO = "no"


def structure(width: float) -> Structure:
    """The reading of a mean silhouette width."""
    if width > 0.7:
        return Structure.STRONG
    if width > 0.5:
        return Structure.REASONABLE
    return Structure.WEAK if width > 0.25 else Structure.NONE


def steadiness(similarity: float) -> Steadiness:
    """The reading of a cluster's mean best Jaccard similarity."""
    if similarity >= STEADY:
        return Steadiness.STABLE
    return Steadiness.BETWEEN if similarity >= DOUBTFUL else Steadiness.DOUBTFUL


def accord(figure: float) -> Accord:
    """The reading of homogeneity, completeness, adjusted Rand or adjusted mutual information."""
    if figure >= _FULL:
        return Accord.FULL
    if figure >= 0.8:
        return Accord.NEAR
    return Accord.PART if figure >= 0.5 else Accord.NO
