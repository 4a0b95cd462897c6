"""What each key of the recipe may hold: a rule per key.

A rule takes the value as TOML gives it and returns the value of the field, or says what is wrong with it.
"""

import math
from collections.abc import Callable, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from citeria_core.quality import PEDIGREE, SCORED, UNCITED
from citeria_core.spelling import suggestion


class Wrong(Exception):  # noqa: N818 - it never leaves this module
    """Why a value is refused, without the key (a `Rule` does not know where it stands)."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


Rule = Callable[[Any], Any]


def _one_of(*options: str) -> Rule:
    def check(value: Any) -> str:
        if isinstance(value, str) and value in options:
            return value
        hint = suggestion(value, options, listed=True) if isinstance(value, str) else ""
        raise Wrong(f"{shown(value)} is not a choice; write one of {', '.join(options)}.{hint}")

    return check


def _number(low: float = -math.inf, high: float = math.inf, above: float | None = None) -> Rule:
    def check(value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise Wrong(f"{shown(value)} is not a finite number.")
        if above is not None and not value > above:
            raise Wrong(f"{shown(value)} is not allowed; write a number above {above:g}.")
        if not low <= value <= high:
            limits = f"of {low:g} or more" if math.isinf(high) else f"from {low:g} to {high:g}"
            raise Wrong(f"{shown(value)} is not allowed; write a number {limits}.")
        return float(value)

    return check


def _whole(low: int) -> Rule:
    def check(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or value < low:
            raise Wrong(f"{shown(value)} is not allowed; write a whole number of {low} or more.")
        return value

    return check


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise Wrong(f"{shown(value)} is not allowed; write true or false.")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise Wrong(f"{shown(value)} is not allowed; write a text in quotes.")
    return value


def _list_of(rule: Rule) -> Rule:
    def check(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise Wrong(f"{shown(value)} is not a list; write […].")
        return tuple(rule(entry) for entry in value)

    return check


def _points(value: Any) -> tuple[tuple[float, float], ...]:
    pairs = _list_of(_list_of(_number()))(value)
    if len(pairs) < 2 or any(len(pair) != 2 for pair in pairs):
        raise Wrong("write at least two points [x, y].")
    if any(right[0] <= left[0] for left, right in pairwise(pairs)):
        raise Wrong("the points must ascend in x.")
    if not all(math.isfinite((y - b) / (x - a)) for (a, b), (x, y) in pairwise(pairs)):
        raise Wrong("two points are too close in x for a line between them; move them apart.")
    return tuple((x, y) for x, y in pairs)


def _pedigree(value: Any) -> dict[str, tuple[float, ...]]:
    if not isinstance(value, dict):
        raise Wrong(f"{shown(value)} is no table; write {{ reliability = [1, 1.05, 1.1, 1.2, 1.5] }}.")
    read = {}
    for criterion, given in sorted(value.items()):
        if criterion not in PEDIGREE:
            hint = suggestion(criterion, PEDIGREE, listed=True)
            raise Wrong(f"{shown(criterion)} is none of {', '.join(PEDIGREE)}.{hint}")
        factors = _list_of(_number(1))(given)
        if len(factors) != 5 or any(right < left for left, right in pairwise(factors)):
            raise Wrong(f"write five factors of “{criterion}”, for the scores 1 to 5, none below the one before.")
        read[criterion] = factors
    return read


def _scores(value: Any) -> dict[str, int]:
    if not isinstance(value, dict):
        raise Wrong(f"{shown(value)} is no table; write {{ estimated = 4 }}.")
    for word, score in value.items():
        if word not in SCORED:
            raise Wrong(f"{shown(word)} is no status, no flag and not “{UNCITED}”.{suggestion(word, SCORED)}")
        if isinstance(score, bool) or not isinstance(score, int) or not 1 <= score <= 5:
            raise Wrong(f"{shown(score)} is no score of “{word}”; write a whole number from 1 (best) to 5.")
    return dict(sorted(value.items()))  # equal scores make equal texts, whatever their order was


SHARE = _number(0, 1)
IMPUTATIONS = (
    "none",
    "mean",
    "median",
    "group_mean",
    "group_median",
    "row_mean",
    "row_median",
    "knn",
    "em",
    "constant",
)
NORMALISATIONS = (
    *("minmax", "zscore", "scaled", "rank", "borda", "percentile_rank", "distance_to_max", "distance_to_reference"),
    *("distance_to_target", "fraction_of_max", "goalposts", "piecewise", "none"),
)
AGGREGATIONS = (*("arithmetic", "geometric", "harmonic", "power", "median", "minimum", "maximum", "copeland", "borda"),)
WEIGHTINGS = ("metadata", "equal", "pca", "optimised_balance", "optimised_infomax", "entropy", "critic", "bod")
FACTOR_KINDS = ("weight_noise", "choice", "uniform", "values", "drop_one")

RULES: Mapping[str, Mapping[str, Rule]] = MappingProxyType(
    {
        "screen": {
            "by": _one_of("none", "availability", "nonzero", "both"),
            "min_availability": SHARE,
            "min_nonzero": SHARE,
            "include": _list_of(_text),
            "exclude": _list_of(_text),
        },
        "denominate": {"enabled": _truth, "scale_factor": _number(above=0)},
        "impute": {
            "method": _one_of(*IMPUTATIONS),
            "group": _text,
            "level": _whole(1),
            "value": _number(),
            "neighbours": _whole(1),
            "panel": _one_of("none", "latest", "constant", "linear"),
        },
        "treat": {
            "method": _one_of("none", "winsorise", "winsorise_log", "log"),
            "max_skew": _number(0),
            "max_kurtosis": _number(),
            "max_winsorised": _whole(0),
            "log": _one_of("ct", "ct_plus", "ct_orig", "gii", "boxcox"),
            "log_input": _one_of("original", "winsorised"),
            "lambda": _number(),
        },
        "normalise": {
            "method": _one_of(*NORMALISATIONS),
            **{key: _number() for key in ("lower", "upper", "mean")},
            "sd": _number(above=0),
            "scale": _number(above=0),
            "reference": _text,
            "cap": _truth,
            "clip": _truth,
            "ties": _one_of("min", "max", "average"),
            "points": _points,
        },
        "aggregate": {
            "method": _one_of(*AGGREGATIONS),
            "power": _number(),
            "min_availability": SHARE,
            "weighted": _truth,
        },
        "weights": {"source": _one_of(*WEIGHTINGS)},
        "rank": {"ties": _one_of("min", "max", "average", "dense", "ordinal")},
    }
)
FACTOR_RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "name": _text,
        "kind": _one_of(*FACTOR_KINDS),
        "spread": _number(0, 1),
        "levels": _list_of(_whole(1)),
        "path": _text,
        "options": _list_of(lambda value: value),
        "low": _number(),
        "high": _number(),
        "about": _number(0),
        "open_factor": _number(1),
        "pedigree": _pedigree,
        "scores": _scores,
    }
)
FACTOR_NEEDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"weight_noise": ("spread",), "choice": ("path", "options"), "uniform": ("path", "low", "high")}
)


def shown(value: Any) -> str:
    """A value as a message quotes it."""
    return f"“{value}”" if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)
