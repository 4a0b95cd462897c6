"""The plan: a recipe laid out over one dataset, a choice per indicator and per node, checked against what exists.

Everything that the recipe names and the dataset does not have is reported at once.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from citeria_core.dataset import Dataset
from citeria_core.errors import KnownError, raise_all
from citeria_core.notebook import BadRecipeError
from citeria_core.recipe import Aggregate, Denominate, Impute, Normalise, Recipe, Treat
from citeria_core.spelling import suggestion


@dataclass(frozen=True)
class Plan:
    """What is done to each indicator (in the order of the dataset) and at each aggregate node."""

    denominate: tuple[Denominate, ...]
    impute: tuple[Impute, ...]
    treat: tuple[Treat, ...]
    normalise: tuple[Normalise, ...]
    aggregate: Mapping[str, Aggregate]
    directions: tuple[int, ...]
    neighbourhood: tuple[tuple[int, ...], ...]  # per indicator, those that a row_* imputation fills it from


def lay_out(dataset: Dataset, recipe: Recipe) -> Plan:
    """The plan of `recipe` over `dataset`; raises every `BadRecipeError` at once."""
    plan = _planned(dataset, recipe)
    raise_all([*_unknown_codes(dataset, recipe), *_lacking(dataset, plan)])
    return plan


def problems(dataset: Dataset, recipe: Recipe) -> tuple[KnownError, ...]:
    """What `lay_out` would raise."""
    return (*_unknown_codes(dataset, recipe), *_lacking(dataset, _planned(dataset, recipe)))


def _planned(dataset: Dataset, recipe: Recipe) -> Plan:
    return Plan(
        directions=tuple(dataset.tree.by_code[code].direction for code in dataset.indicators),
        neighbourhood=tuple(_neighbours(dataset, code, recipe.impute_of(code)) for code in dataset.indicators),
        denominate=tuple(recipe.denominate_of(code) for code in dataset.indicators),
        impute=tuple(recipe.impute_of(code) for code in dataset.indicators),
        treat=tuple(recipe.treat_of(code) for code in dataset.indicators),
        normalise=tuple(recipe.normalise_of(code) for code in dataset.indicators),
        aggregate={code: recipe.aggregate_of(code, dataset.tree.levels[code]) for code in dataset.tree.aggregates},
    )


def _neighbours(dataset: Dataset, code: str, how: Impute) -> tuple[int, ...]:
    if not how.method.startswith("row_"):
        return ()
    top = dataset.tree.root if how.level is None else dataset.tree.at_level(code, how.level)
    leaves = dataset.tree.leaves[top] if top is not None else ()
    return tuple(dataset.column_of[leaf] for leaf in leaves if leaf != code)


def _unknown_codes(dataset: Dataset, recipe: Recipe) -> Iterator[KnownError]:
    yield from _unknown("indicator", recipe.indicators, dataset.indicators, "indicator")
    yield from _unknown("node", recipe.nodes, dataset.tree.aggregates, "node with parts")
    levels = [str(level) for level in sorted(set(dataset.tree.levels.values()) - {1})]
    yield from _unknown("aggregate.level", map(str, recipe.levels), levels, "level")
    yield from _unknown("screen.include", recipe.screen.include, dataset.areas, "area")
    yield from _unknown("screen.exclude", recipe.screen.exclude, dataset.areas, "area")


def _unknown(path: str, named: Iterable[str], known: Iterable[str], what: str) -> Iterator[KnownError]:
    held = tuple(known)
    for code in named:
        if code not in held:
            hint = suggestion(code, held)
            yield BadRecipeError(path=path, problem=f"the data have no {what} “{code}”.{hint}")


def _lacking(dataset: Dataset, plan: Plan) -> Iterator[KnownError]:
    """What a chosen method needs and the dataset does not have."""
    for code, norm in zip(dataset.indicators, plan.normalise, strict=True):
        if norm.method == "distance_to_target" and code not in dataset.targets:
            yield BadRecipeError(path="normalise.method", problem=f"indicator “{code}” has no Target in the metadata.")
        if norm.method == "distance_to_reference" and norm.reference is not None:
            yield from _unknown("normalise.reference", [str(norm.reference)], dataset.areas, "area")
    groups = {how.group for how in plan.impute if how.method.startswith("group_")} - {None}
    yield from _unknown("impute.group", sorted(map(str, groups)), dataset.groups, "group column")
    levels = {str(how.level) for how in plan.impute if how.method.startswith("row_") and how.level is not None}
    known = sorted(map(str, set(dataset.tree.levels.values()) - {1}))
    yield from _unknown("impute.level", sorted(levels), known, "level")
    if any(how.panel != "none" for how in plan.impute) and not dataset.times:
        yield BadRecipeError(path="impute.panel", problem="the data have no Time column with several times.")
