"""How well two groupings of the same areas agree. scikit-learn is imported when the first figure is asked for."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from citeria_core.errors import KnownError


class NothingInCommonError(KnownError):
    """Two groupings that share no area."""

    code = "nothing_in_common"
    template = "The two groupings have no area in common, so their agreement cannot be told."


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement over the common `areas` (how many): 1 = the same grouping; near 0 = chance for `ari` and `ami`.

    `ari`: Hubert & Arabie (1985). `ami`: Vinh, Epps & Bailey (2010), arithmetic mean of entropies. `homogeneity`: every
    computed cluster holds areas of one given group only; `completeness`: every given group lies in one computed cluster
    (Rosenberg & Hirschberg 2007).
    """

    areas: int
    ari: float
    ami: float
    homogeneity: float
    completeness: float


def agreement(given: Mapping[str, Hashable], computed: Mapping[str, Hashable]) -> Agreement:
    """The agreement of a computed grouping (area → label) with a given one; raises `NothingInCommonError`."""
    common = sorted(set(given) & set(computed))
    if not common:
        raise NothingInCommonError()
    from sklearn import metrics

    left, right = _numbered(given, common), _numbered(computed, common)
    homogeneity, completeness, _ = metrics.homogeneity_completeness_v_measure(left, right)
    return Agreement(
        areas=len(common),
        ari=float(metrics.adjusted_rand_score(left, right)),
        ami=float(metrics.adjusted_mutual_info_score(left, right)),
        homogeneity=float(homogeneity),
        completeness=float(completeness),
    )


def _numbered(labels: Mapping[str, Hashable], areas: list[str]) -> list[int]:
    number: dict[Hashable, int] = {}
    return [number.setdefault(labels[area], len(number)) for area in areas]
