"""What an analyst does with snapshots, one undoable step each."""

from dataclasses import replace

from citeria_core.engine import Engine, Result
from citeria_core.errors import KnownError
from citeria_core.kept_ranking import KeptRanking, keep
from citeria_core.model import Snapshot
from citeria_core.recipe import Recipe
from citeria_db import load
from citeria_db.changes import Changes
from citeria_db.clock import now
from citeria_db.errors import BadNameError, NotRankedError
from citeria_db.store import Project


def take_snapshot(
    project: Project, index: str, name: str, description: str = "", live: Result | None = None
) -> Changes:
    """Keep the ranking of an index as the file gives it now.

    `live` is the result of the file as it is, from whoever has it already; without it, it is computed.
    Raises `BadNameError`, `DuplicateCodeError`, `UnknownIndexError`, `NotRankedError`.
    """
    called = checked_name(name, "a snapshot")
    ranking = current_ranking(project, index, live)
    recipe, steps = Recipe.from_toml(ranking.recipe), project.history.steps(limit=1)
    with project.transact(f"Take snapshot {called} of {index}") as writing:
        snapshot = Snapshot(
            index=index,
            name=called,
            description=description.strip(),
            taken=now(),
            author=project.author,
            step=steps[0].number if steps else 0,
            recipe=ranking.recipe,
            recipe_hash=recipe.hash(),
            hash=ranking.hash,
        )
        project.snapshots.add(snapshot, ranking)
    return writing.changes


def current_ranking(project: Project, index: str, live: Result | None = None) -> KeptRanking:
    """Give what a snapshot taken now would keep, of the `live` result where it is there.

    Raises `UnknownIndexError`, `NotRankedError`.
    """
    held = project.indices.get(index)
    if live is not None:
        kept = keep(live, held.recipe)
        names = load.area_names(project, kept.dataset.areas)  # an area may have been renamed since
        return replace(kept, dataset=replace(kept.dataset, area_names=names))
    try:
        result = Engine(load.dataset(project, index), Recipe.from_toml(held.recipe)).result
    except KnownError as error:
        raise NotRankedError(index=index, problem=error) from error
    return keep(result, held.recipe)


def rename_snapshot(project: Project, index: str, name: str, new: str) -> Changes:
    """Give a snapshot another name."""
    called = checked_name(new, "a snapshot")
    with project.transact(f"Rename snapshot {name}: {called}") as writing:
        project.snapshots.rename(index, name, called)
    return writing.changes


def describe_snapshot(project: Project, index: str, name: str, description: str) -> Changes:
    """Give a snapshot another description."""
    with project.transact(f"Describe snapshot {name}") as writing:
        project.snapshots.describe(index, name, description.strip())
    return writing.changes


def delete_snapshot(project: Project, index: str, name: str) -> Changes:
    """Delete a snapshot; undo brings it back."""
    with project.transact(f"Delete snapshot {name}") as writing:
        project.snapshots.remove(index, name)
    return writing.changes


def checked_name(given: str, noun: str) -> str:
    """Give a name without the spaces around it; `BadNameError` where nothing or more than a line is left."""
    name = given.strip()
    if not name or not name.isprintable():
        raise BadNameError(given=given, noun=noun)
    return name
