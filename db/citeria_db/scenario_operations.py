"""What an analyst does with scenarios, one undoable step each. Only adopting weights touches the index itself."""

from dataclasses import replace

from citeria_core import scenario as trying
from citeria_core.scenario import BadScenarioError, Scenario
from citeria_db.changes import Changes
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


def adopt_weights(project: Project, index: str, name: str) -> Changes:
    """Make the weights that a scenario tries those of the index, in one step; its values and recipe stay tried.

    Raises `UnknownScenarioError`, `UnknownNodeError` for a part that is gone, `BadScenarioError` where it tries none.
    """
    held = project.scenarios.get(index, name)
    if not held.weights:
        raise BadScenarioError(problem=f"Scenario “{name}” tries no weight, so there is none to adopt.")
    with project.transact(f"Adopt the weights of scenario {name}") as writing:
        for node, weight in held.weights.items():
            project.indices.set_weight(index, node, weight)
    return writing.changes


def _checked(project: Project, scenario: Scenario) -> Scenario:
    called = replace(scenario, name=checked_name(scenario.name, "a scenario"), description=scenario.description.strip())
    trying.check(called, current_ranking(project, scenario.index).result)
    return called
