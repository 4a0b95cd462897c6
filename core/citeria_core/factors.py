"""What a robustness run draws anew: the recipe's factors laid out over one dataset, and the draws of many runs.

A factor owns some columns of uniform numbers in [0, 1) and reads a draw from them; so the same numbers always give
the same draws, and a sensitivity study may mix the numbers as it likes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from citeria_core.aggregate import WEIGHTLESS
from citeria_core.dataset import Column, Dataset
from citeria_core.errors import CombinedError, KnownError, raise_all
from citeria_core.notebook import BadRecipeError
from citeria_core.plausible import Cell, doubtful
from citeria_core.quality import USUAL, Assumptions
from citeria_core.recipe import Factor, Recipe
from citeria_core.recipe_path import RecipePath

NOTHING_DROPPED: Final = "none"


@dataclass
class Draws:
    """What each of `count` runs drew. `table` is what is shown of it: a column of `count` entries per number drawn."""

    count: int
    settings: list[tuple[RecipePath, list[Any]]] = field(default_factory=list)
    multipliers: dict[str, Column] = field(default_factory=dict)  # node → what its weight is multiplied by in each run
    dropped: dict[str, NDArray[np.bool_]] = field(default_factory=dict)  # indicator → the runs without it
    cells: list[tuple[int, int, Column]] = field(default_factory=list)  # row, indicator, the value in each run
    table: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Setting:
    """A recipe key that takes one of `options` (equal chances), or a number from `low` to `high`."""

    name: str
    path: RecipePath
    options: tuple[Any, ...] = ()
    low: float = 0.0
    high: float = 0.0
    shown: tuple[Any, ...] = ()  # the options as the recipe writes them
    width = 1
    idle = ""

    def draw(self, numbers: Column, draws: Draws) -> None:
        """Option ⌊u·k⌋, or low + u (high − low); of a key for whole numbers each from low to high alike."""
        if self.options:
            places = _places(numbers[:, 0], len(self.options))
            draws.settings.append((self.path, [self.options[place] for place in places]))
            draws.table[self.name] = [self.shown[place] for place in places]
            return
        if self.path.whole:
            steps = _places(numbers[:, 0], int(self.high) - int(self.low) + 1)
            drawn: list[Any] = [int(self.low) + step for step in steps]
        else:
            drawn = (self.low + numbers[:, 0] * (self.high - self.low)).tolist()
        draws.settings.append((self.path, drawn))
        draws.table[self.name] = drawn


@dataclass(frozen=True)
class Noise:
    """Every weight of `nodes` times a number of its own between 1 − spread and 1 + spread, then rescaled."""

    name: str
    nodes: tuple[str, ...]
    spread: float
    idle: str = ""

    @property
    def width(self) -> int:
        """A number per weight."""
        return len(self.nodes)

    def draw(self, numbers: Column, draws: Draws) -> None:
        """The multipliers 1 − spread + 2·spread·u; those of several factors on one weight multiply."""
        drawn = (1 - self.spread) + numbers * (2 * self.spread)
        for place, node in enumerate(self.nodes):
            draws.multipliers[node] = draws.multipliers.get(node, 1.0) * drawn[:, place]
            draws.table[f"{self.name}.{node}"] = drawn[:, place]


@dataclass(frozen=True)
class Drop:
    """One indicator left out, or none, with equal chances."""

    name: str
    indicators: tuple[str, ...]
    width = 1
    idle = ""

    def draw(self, numbers: Column, draws: Draws) -> None:
        """Indicator ⌊u·(n + 1)⌋ in the order of the metadata, the last chance for none."""
        places = np.array(_places(numbers[:, 0], len(self.indicators) + 1))
        for place, code in enumerate(self.indicators):
            gone = places == place
            if gone.any():
                draws.dropped[code] = draws.dropped.get(code, False) | gone
        names = (*self.indicators, NOTHING_DROPPED)
        draws.table[self.name] = [names[place] for place in places]


@dataclass(frozen=True)
class Doubt:
    """Every doubtful cell at one of its plausible values; `labels` name the cells in the table of runs."""

    name: str
    cells: tuple[Cell, ...]
    labels: tuple[str, ...]

    @property
    def width(self) -> int:
        """A number per cell."""
        return len(self.cells)

    @property
    def idle(self) -> str:
        """Why it cannot vary anything; "" if it can."""
        told = f"Factor “{self.name}”: no cell has a range or rival values or is in doubt, so it varies nothing."
        return "" if self.cells else told

    def draw(self, numbers: Column, draws: Draws) -> None:
        """The value of each cell at the quantile u of its distribution."""
        for place, (cell, label) in enumerate(zip(self.cells, self.labels, strict=True)):
            drawn = cell.at(numbers[:, place])
            draws.cells.append((cell.row, cell.place, drawn))
            draws.table[f"{self.name}.{label}"] = drawn


Drawn = Setting | Noise | Drop | Doubt


def _places(numbers: Column, count: int) -> list[int]:
    """⌊u·k⌋, never k where rounding would make it so."""
    return [min(int(number * count), count - 1) for number in numbers.tolist()]


def draw(factors: Sequence[Drawn], numbers: Column) -> Draws:
    """The draws of as many runs as `numbers` (runs × the widths of all factors, in [0, 1)) has rows."""
    draws = Draws(len(numbers))
    start = 0
    for factor in factors:
        factor.draw(numbers[:, start : start + factor.width], draws)
        start += factor.width
    return draws


def lay_out(dataset: Dataset, recipe: Recipe) -> tuple[Drawn, ...]:
    """The factors of `recipe` over `dataset`, in order; raises everything wrong with them at once."""
    made, errors = _laid_out(dataset, recipe)
    raise_all(errors)
    return made


def problems(dataset: Dataset, recipe: Recipe) -> tuple[KnownError, ...]:
    """What `lay_out` would raise."""
    found: list[KnownError] = []
    for error in _laid_out(dataset, recipe)[1]:
        found.extend(error.errors if isinstance(error, CombinedError) else (error,))
    return tuple(found)


def _laid_out(dataset: Dataset, recipe: Recipe) -> tuple[tuple[Drawn, ...], list[KnownError]]:
    errors: list[KnownError] = []
    if not recipe.factors:
        errors.append(BadRecipeError(path="uncertainty.factor", problem="no factor is named; nothing would vary."))
    made: list[Drawn] = []
    for factor in recipe.factors:
        try:
            made.append(_LAID_OUT[factor.kind](dataset, factor))
        except KnownError as error:
            errors.append(error)
    errors.extend(_twice(made))
    return tuple(_heard(dataset, recipe, made)), errors


def _heard(dataset: Dataset, recipe: Recipe, made: Sequence[Drawn]) -> Iterator[Drawn]:
    """The factors; noise on weights that nothing asks for says so."""
    varied = any(isinstance(factor, Setting) and factor.path.section in ("aggregate", "weights") for factor in made)
    tree = dataset.tree
    for factor in made:
        if not isinstance(factor, Noise) or varied:
            yield factor
            continue
        above = {str(tree.by_code[node].parent) for node in factor.nodes}
        ways = [recipe.aggregate_of(node, tree.levels[node]) for node in above]
        if all(how.method in WEIGHTLESS or not how.weighted for how in ways):
            yield replace(factor, idle=f"Factor “{factor.name}”: no node uses these weights, so it varies nothing.")
        elif recipe.weights.source == "bod":
            told = f"Factor “{factor.name}”: by the benefit of the doubt each area finds its own weights, "
            yield replace(factor, idle=told + "so noise on the stated ones varies nothing.")
        else:
            yield factor


def _twice(made: Sequence[Drawn]) -> Iterator[KnownError]:
    """Two factors that would undo one another."""
    paths = [factor.path.text for factor in made if isinstance(factor, Setting)]
    for path in dict.fromkeys(path for path in paths if paths.count(path) > 1):
        yield BadRecipeError(path="uncertainty.factor", problem=f"two factors vary “{path}”; keep one.")
    if sum(isinstance(factor, Doubt) for factor in made) > 1:
        yield BadRecipeError(path="uncertainty.factor", problem="two factors are of kind “values”; keep one.")


def _choice(dataset: Dataset, factor: Factor) -> Drawn:
    path = RecipePath.of(str(factor.path))
    return Setting(factor.name, path, tuple(path.checked(option) for option in factor.options), shown=factor.options)


def _uniform(dataset: Dataset, factor: Factor) -> Drawn:
    path = RecipePath.of(str(factor.path))
    low, high = float(factor.low or 0.0), float(factor.high or 0.0)
    if path.whole and (low % 1 or high % 1):
        raise BadRecipeError(path=path.text, problem="it takes whole numbers; write “low” and “high” as such.")
    for end in (low, high):
        path.checked(int(end) if path.whole else end)
    return Setting(factor.name, path, low=low, high=high)


def _noise(dataset: Dataset, factor: Factor) -> Drawn:
    levels = dataset.tree.levels
    known = sorted(set(levels.values()) - {levels[dataset.tree.root]})
    for level in factor.levels:
        if level not in known:
            named = ", ".join(map(str, known))
            raise BadRecipeError(
                path=f"uncertainty.factor “{factor.name}”.levels",
                problem=f"no weight stands on level {level}; there are {named}.",
            )
    chosen = factor.levels or known
    nodes = tuple(node.code for node in dataset.tree.nodes[1:] if levels[node.code] in chosen)
    return Noise(factor.name, nodes, float(factor.spread or 0.0))


def _drop(dataset: Dataset, factor: Factor) -> Drawn:
    return Drop(factor.name, dataset.indicators)


def _doubt(dataset: Dataset, factor: Factor) -> Drawn:
    cells = doubtful(dataset, assumed(factor))
    return Doubt(factor.name, cells, tuple(_label(dataset, cell) for cell in cells))


def assumed(factor: Factor) -> Assumptions:
    """What a factor of kind `values` assumes; what it does not say is as ever."""
    return Assumptions(
        about=USUAL.about if factor.about is None else factor.about,
        open_factor=factor.open_factor,
        pedigree=factor.pedigree or USUAL.pedigree,
        scores=factor.scores or USUAL.scores,
    )


def _label(dataset: Dataset, cell: Cell) -> str:
    time = f"{dataset.times[cell.row]}." if dataset.times else ""
    return f"{dataset.areas[cell.row]}.{time}{dataset.indicators[cell.place]}"


_LAID_OUT: Mapping[str, Any] = {
    "choice": _choice,
    "uniform": _uniform,
    "weight_noise": _noise,
    "drop_one": _drop,
    "values": _doubt,
}
