"""A scenario: named weights, values and a recipe tried over an index. It is applied to a result and touches no data."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from citeria_core.engine import BadValueError, Engine
from citeria_core.errors import KnownError, raise_all
from citeria_core.recipe import Recipe
from citeria_core.result import Result
from citeria_core.spelling import suggestion
from citeria_core.weights import checked

Cell = tuple[str, str]  # area, indicator
_NOTHING: Final[Mapping[Any, Any]] = {}


class BadScenarioError(KnownError):
    """A scenario that cannot be kept or applied."""

    code = "bad_scenario"
    template = "{problem}"


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is tried: relative weights by node, raw values by cell (None = missing), another recipe.

    `index` and `name` say which one it is; `description` is in the words of whoever made it; without a recipe the
    index's own is followed.
    """

    index: str
    name: str
    description: str = ""
    weights: Mapping[str, float] = field(default_factory=dict)
    values: Mapping[Cell, float | None] = field(default_factory=dict)
    recipe: str | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing is tried."""
        return not self.weights and not self.values and self.recipe is None


@dataclass(frozen=True, slots=True)
class Applied:
    """A scenario over a result: what the engine then says, and what of the scenario no longer fits, a line each."""

    result: Result
    findings: tuple[str, ...] = ()


def apply(result: Result, scenario: Scenario) -> Applied:
    """`result` with what the scenario tries; the result itself stays as it is.

    What names a node, an area or an indicator that is gone is left out and told. Raises what the engine raises for a
    recipe, a weight or a value that it refuses.
    """
    engine = Engine.resumed(result)
    if scenario.recipe is not None:
        engine.set_recipe(Recipe.from_toml(scenario.recipe))
    known = {node: weight for node, weight in scenario.weights.items() if node in result.relative_weights}
    if known:
        engine.set_weights(known)
    gone = [
        f"The index has no part “{node}” any more; its weight is left out."
        for node in scenario.weights
        if node not in result.relative_weights
    ]
    cells = []
    for (area, indicator), value in scenario.values.items():
        if (area, "") in result.dataset.row_of and indicator in result.dataset.column_of:
            cells.append((area, indicator, value))
        else:
            gone.append(f"The index has no cell “{indicator}” of “{area}” any more; its value is left out.")
    engine.set_values(cells)
    return Applied(engine.result, tuple(gone))


def more(
    scenario: Scenario,
    weights: Mapping[str, float] = _NOTHING,
    values: Mapping[Cell, float | None] = _NOTHING,
    recipe: str | None = None,
) -> Scenario:
    """What a scenario tries and this over it, as a scenario without a name."""
    return Scenario(
        scenario.index,
        "",
        weights={**scenario.weights, **weights},
        values={**scenario.values, **values},
        recipe=scenario.recipe if recipe is None else recipe,
    )


def without_weights(scenario: Scenario, nodes: Collection[str]) -> Scenario:
    """What a scenario tries but for the weights of these nodes, as a scenario without a name."""
    kept = {node: weight for node, weight in scenario.weights.items() if node not in nodes}
    return replace(more(scenario), weights=kept)


def check(scenario: Scenario, result: Result) -> None:
    """Raise everything that is wrong with a scenario about to be kept, at once; it must fit `result`."""
    raise_all(_problems(scenario, result))


def _problems(scenario: Scenario, result: Result) -> list[KnownError]:
    errors: list[KnownError] = []
    if scenario.empty:
        errors.append(BadScenarioError(problem="The scenario tries nothing. Give it a weight, a value or a recipe."))
    for node, weight in scenario.weights.items():
        if node not in result.relative_weights or node == result.root:
            hint = suggestion(node, [code for code in result.nodes if code != result.root])
            errors.append(BadScenarioError(problem=f"The index has no part “{node}” to weigh.{hint}"))
            continue
        try:
            checked(node, weight)
        except KnownError as error:
            errors.append(error)
    for (area, indicator), value in scenario.values.items():
        if (area, "") not in result.dataset.row_of:
            hint = suggestion(area, result.dataset.areas)
            errors.append(BadScenarioError(problem=f"The index does not rank “{area}”.{hint}"))
        if indicator not in result.dataset.column_of:
            hint = suggestion(indicator, result.dataset.indicators)
            errors.append(BadScenarioError(problem=f"The index does not use the indicator “{indicator}”.{hint}"))
        if value is not None and not abs(value) < float("inf"):
            errors.append(BadValueError(value=value, area=area, indicator=indicator))
    if not errors:
        try:
            apply(result, scenario)
        except KnownError as error:
            errors.append(error)
    return errors


def written(scenario: Scenario) -> str:
    """What is tried, as JSON whose doubles read back bit for bit."""
    document = {
        "weights": {node: float(weight) for node, weight in scenario.weights.items()},
        "values": [[*cell, None if value is None else float(value)] for cell, value in scenario.values.items()],
        "recipe": scenario.recipe,
    }
    return json.dumps(document, ensure_ascii=False, allow_nan=False)


def read(index: str, name: str, description: str, text: str) -> Scenario:
    """The scenario that `written` wrote; raises `BadScenarioError`."""
    try:
        held = json.loads(text)
        return Scenario(
            index,
            name,
            description,
            {str(node): float(weight) for node, weight in held["weights"].items()},
            {(area, indicator): value for area, indicator, value in held["values"]},
            held["recipe"],
        )
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        problem = f"What scenario “{name}” tries cannot be read: {error}. Delete it and make it anew."
        raise BadScenarioError(problem=problem) from error
