"""The recipe: every choice of method, as values. How it is written and read as text is `notebook`'s business.

The fields, their defaults and their meaning are those of the recipe file; a value here has been checked.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

Overrides = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Screen:
    """Which areas take part."""

    by: str = "none"
    min_availability: float = 0.6667
    min_nonzero: float = 0.05
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Denominate:
    """Whether an indicator is divided by the denominator that the metadata name: x / (denominator / scale_factor)."""

    enabled: bool = False
    scale_factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Impute:
    """How missing values are filled; `panel` comes before `method`."""

    method: str = "none"
    group: str | None = None
    level: int | None = None
    value: float = 0.0
    neighbours: int = 5
    panel: str = "none"


@dataclass(frozen=True, slots=True)
class Treat:
    """How outliers are treated."""

    method: str = "none"
    max_skew: float = 2.0
    max_kurtosis: float = 3.5
    max_winsorised: int = 5
    log: str = "ct"
    log_input: str = "original"
    lambda_: float = 0.0


@dataclass(frozen=True, slots=True)
class Normalise:
    """How an indicator is brought to a common scale; a `cap` of None is the method's own default."""

    method: str = "minmax"
    lower: float = 0.0
    upper: float = 100.0
    mean: float = 0.0
    sd: float = 1.0
    scale: float = 100.0
    reference: str | None = None
    cap: bool | None = None
    clip: bool = True
    ties: str = "min"
    points: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Aggregate:
    """How the parts of a node become its score."""

    method: str = "arithmetic"
    power: float = 1.0
    min_availability: float = 0.0
    weighted: bool = True


@dataclass(frozen=True, slots=True)
class Weights:
    """Where the weights come from."""

    source: str = "metadata"


@dataclass(frozen=True, slots=True)
class Rank:
    """How ties are ranked."""

    ties: str = "min"


@dataclass(frozen=True, slots=True)
class Factor:
    """One thing that a robustness run draws anew."""

    name: str
    kind: str
    spread: float | None = None
    levels: tuple[int, ...] = ()
    path: str | None = None
    options: tuple[Any, ...] = ()
    low: float | None = None
    high: float | None = None
    about: float | None = None
    open_factor: float | None = None
    pedigree: Mapping[str, tuple[float, ...]] | None = None
    scores: Mapping[str, int] | None = None


@dataclass(frozen=True)
class Recipe:
    """One whole recipe. Overrides keep only the keys they set; the methods below merge them."""

    screen: Screen = Screen()
    denominate: Denominate = Denominate()
    impute: Impute = Impute()
    treat: Treat = Treat()
    normalise: Normalise = Normalise()
    aggregate: Aggregate = Aggregate()
    weights: Weights = Weights()
    rank: Rank = Rank()
    levels: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)  # level → keys of [aggregate.level.N]
    indicators: Mapping[str, Overrides] = field(default_factory=dict)  # code → section → keys
    nodes: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)  # code → keys of [node.CODE.aggregate]
    factors: tuple[Factor, ...] = ()

    @classmethod
    def from_toml(cls, text: str) -> "Recipe":
        """Read a recipe; raises everything wrong with it at once (`CombinedError` of `BadRecipeError`)."""
        from citeria_core import notebook

        return notebook.read(text)

    def to_toml(self) -> str:
        """The recipe as text, every choice spelt out; `from_toml` reads it back to an equal recipe."""
        return self._text

    def hash(self) -> str:
        """The SHA-256 of `to_toml()` in hexadecimal: equal recipes have equal hashes."""
        return hashlib.sha256(self._text.encode()).hexdigest()

    @cached_property
    def _text(self) -> str:
        from citeria_core import notebook

        return notebook.write(self)

    def denominate_of(self, indicator: str) -> Denominate:
        """The denomination of one indicator."""
        changed = self._override(indicator, "denominate")
        return replace(self.denominate, **changed) if changed else self.denominate

    def impute_of(self, indicator: str) -> Impute:
        """The imputation of one indicator."""
        changed = self._override(indicator, "impute")
        return replace(self.impute, **changed) if changed else self.impute

    def treat_of(self, indicator: str) -> Treat:
        """The treatment of one indicator."""
        changed = self._override(indicator, "treat")
        return replace(self.treat, **changed) if changed else self.treat

    def normalise_of(self, indicator: str) -> Normalise:
        """The normalisation of one indicator."""
        changed = self._override(indicator, "normalise")
        return replace(self.normalise, **changed) if changed else self.normalise

    def aggregate_of(self, node: str, level: int) -> Aggregate:
        """The aggregation of one node: its own override over its level's over the general choice."""
        changed = {**self.levels.get(level, {}), **self.nodes.get(node, {})}
        return replace(self.aggregate, **changed) if changed else self.aggregate

    def _override(self, indicator: str, section: str) -> Mapping[str, Any]:
        return self.indicators.get(indicator, {}).get(section, {})
