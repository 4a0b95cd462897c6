"""Where things stand among their kind: an area below its parent and among its siblings, a grouping among groupings."""

from collections.abc import Sequence
from dataclasses import replace

from citeria_db.changes import Changes
from citeria_db.ordering import reorder
from citeria_db.store import Project
from citeria_db.structure_operations import check_parent


def place_area(project: Project, code: str, parent: str | None, at: int | None = None) -> Changes:
    """Put an area into `parent` (None: into none), before the one that is `at`-th there now without it.

    By default it comes last. What lies in it moves along. Raises `ParentCycleError`, `UnknownAreaError`.
    """
    held = project.areas.get(code)
    check_parent(project, code, parent)
    parents = {area.code: area.parent for area in project.areas.all()}
    order = _order(list(parents), {**parents, code: parent}, code, at)
    with project.transact(f"Move {held.name()}") as writing:
        project.areas.change(code, replace(held, parent=parent))
        reorder(project.connection, "area", order)
    return writing.changes


def _order(codes: Sequence[str], parents: dict[str, str | None], moved: str, at: int | None) -> list[str]:
    """All codes, with `moved` before the `at`-th of its siblings, or after the last of them."""
    others = [code for code in codes if code != moved]
    siblings = [code for code in others if parents[code] == parents[moved]]
    if not siblings:
        return list(codes)
    if at is not None and at < len(siblings):
        place = others.index(siblings[max(0, at)])
    else:
        place = others.index(siblings[-1]) + 1
    return [*others[:place], moved, *others[place:]]


def reorder_groupings(project: Project, codes: Sequence[str]) -> Changes:
    """Put groupings into this order, in the places that they hold together."""
    with project.transact("Reorder groupings") as writing:
        reorder(project.connection, "grouping", codes)
    return writing.changes
