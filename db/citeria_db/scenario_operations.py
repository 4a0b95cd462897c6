"""What an analyst does with scenarios, one undoable step each. Only adopting weights touches the index itself."""

from dataclasses import replace

from citeria_core import scenario as trying
from citeria_core.scenario import BadScenarioError, Scenario
from citeria_db.changes import Changes
from citeria_db.index_operations import fitting_recipe
from citeria_db.snapshot_operations import checked_name, current_ranking
from citeria_db.store import Project


def add_scenario(project: Project, scenario: Scenario) -> Changes:
    """Keep a scenario; raises everything that is wrong with it at once, `DuplicateCodeError`, `BadNameError`."""
    kept = _checked(project, scenario)
    with project.transact(f"Add scenario {kept.name} to {kept.index}") as writing:
        project.scenarios.add(kept)
    return writing.changes


def change_scenario(project: Project, name: str, scenario: Scenario) -> Changes:
    """Let the scenario of this name try something else, or bear another name or description."""
    held = project.scenarios.get(scenario.index, name)
    same = replace(scenario, name=held.name, description=held.description) == held
    kept = replace(scenario, name=checked_name(scenario.name, "a scenario")) if same else _checked(project, scenario)
    told = f"Rename scenario {name}: {kept.name}" if kept.name != name else f"Change scenario {name}"
    with project.transact(told) as writing:
        project.scenarios.change(name, kept)
    return writing.changes


def delete_scenario(project: Project, index: str, name: str) -> Changes:
    """Delete a scenario; undo brings it back."""
    with project.transact(f"Delete scenario {name}") as writing:
        project.scenarios.remove(index, name)
    return writing.changes


def adopt(project: Project, index: str, name: str) -> Changes:
    """Make the weights and the recipe that a scenario tries those of the index, in one step; its values stay tried.

    Raises `UnknownScenarioError` and what `adopt_tried` raises.
    """
    return adopt_tried(project, project.scenarios.get(index, name))


def adopt_tried(project: Project, tried: Scenario) -> Changes:
    """Make the weights and the recipe of `tried`, kept or not, those of its index, in one step; values stay tried.

    Raises `BadScenarioError` where it tries neither, `UnknownNodeError` for a part that is gone, and all that
    `set_recipe` raises. Then nothing is written.
    """
    if not tried.weights and tried.recipe is None:
        raise BadScenarioError(problem="It tries no weight and no recipe, so there is nothing to adopt.")
    recipe = None if tried.recipe is None else fitting_recipe(project, tried.index, tried.recipe)
    with project.transact(_adoption(tried)) as writing:
        for node, weight in tried.weights.items():
            project.indices.set_weight(tried.index, node, weight)
        if recipe is not None:
            project.indices.set_recipe(tried.index, recipe.to_toml())
    return writing.changes


def _adoption(tried: Scenario) -> str:
    if not tried.name:
        if tried.recipe is None:
            return "Adopt the weights that were tried"
        return (
            "Adopt the weights and the method that were tried" if tried.weights else "Adopt the method that was tried"
        )
    if tried.recipe is None:
        return f"Adopt the weights of scenario {tried.name}"
    if tried.weights:
        return f"Adopt the weights and the method of scenario {tried.name}"
    return f"Adopt the method of scenario {tried.name}"


def _checked(project: Project, scenario: Scenario) -> Scenario:
    called = replace(scenario, name=checked_name(scenario.name, "a scenario"), description=scenario.description.strip())
    trying.check(called, current_ranking(project, scenario.index).result)
    return called
