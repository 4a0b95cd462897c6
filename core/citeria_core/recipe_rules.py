"""What each key of the recipe may hold: a rule per key, and how near a misspelt word is to a known one.

A rule takes the value as TOML gives it and returns the value of the field, or says what is wrong with it.
"""

import difflib
import math
from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Any


class Wrong(Exception):  # noqa: N818 - it never leaves this module
    """Why a value is refused, without the key (a `Rule` does not know where it stands)."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


Rule = Callable[[Any], Any]


def suggestion(word: str, known: Iterable[str]) -> str:
    """“ Did you mean “x”?” for the known word nearest to `word`, or an empty text."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f" Did you mean “{close[0]}”?" if close else ""


def _one_of(*options: str) -> Rule:
    def check(value: Any) -> str:
        if isinstance(value, str) and value in options:
            return value
        hint = suggestion(value, options) if isinstance(value, str) else ""
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
    return tuple((x, y) for x, y in pairs)


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
    }
)
FACTOR_NEEDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"weight_noise": ("spread",), "choice": ("path", "options"), "uniform": ("path", "low", "high")}
)


def shown(value: Any) -> str:
    """A value as a message quotes it."""
    return f"“{value}”" if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)
