"""What an analyst does to the structure of a project, one undoable step each: areas, indicators, groupings.

Retired is not removed: values and citations stay, and it can be brought back. Only what nothing refers to is removed.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from citeria_core.model import Area, Group, Grouping, Indicator
from citeria_db.changes import Changes
from citeria_db.errors import (
    BadCodeError,
    BadColourError,
    DuplicateCodeError,
    InUseError,
    ParentCycleError,
    UnknownGroupError,
)
from citeria_db.ordering import reorder
from citeria_db.store import Project

_CODE: Final = re.compile(r"[^\s\"'`/\\]{1,80}")
_COLOUR: Final = re.compile(r"#[0-9A-Fa-f]{6}")


def check_code(code: str, noun: str) -> None:
    """Raise `BadCodeError` for a code that could not be typed as one word."""
    if not _CODE.fullmatch(code) or code.startswith("-") or not code.isprintable():
        raise BadCodeError(given=code, noun=noun)


def check_colour(colour: str) -> None:
    """Raise `BadColourError` for what is neither a colour nor empty."""
    if colour and not _COLOUR.fullmatch(colour):
        raise BadColourError(given=colour)


def add_area(project: Project, area: Area, indices: Sequence[str] = ()) -> Changes:
    """Add an area after the others, and let `indices` rank it; its parent and they must be there."""
    check_code(area.code, "an area")
    with project.transact(f"Add area {area.name()}") as writing:
        project.areas.add(area)
        for index in dict.fromkeys(indices):
            project.indices.set_areas(index, (*project.indices.get(index).areas, area.code))
    return writing.changes


def change_area(project: Project, code: str, area: Area) -> Changes:
    """Give an area other names, another kind, parent, place, note or code. Raises `ParentCycleError`."""
    check_code(area.code, "an area")
    check_parent(project, code, area.parent)
    with project.transact(f"Change area {project.areas.get(code).name()}") as writing:
        project.areas.change(code, area)
    return writing.changes


def rename_area(project: Project, code: str, names: Mapping[str, str]) -> Changes:
    """Give an area other names by language; an empty name is taken away, a language that is not named keeps its own."""
    held = project.areas.get(code)
    kept = {language: name.strip() for language, name in {**held.names, **names}.items() if name.strip()}
    new = [name for language, name in kept.items() if held.names.get(language) != name]
    with project.transact(f"Rename {held.name()}: {', '.join(new) or replace(held, names=kept).name()}") as writing:
        project.areas.change(code, replace(held, names=kept))
    return writing.changes


def retire_area(project: Project, code: str, retired: bool = True) -> Changes:
    """Offer an area no longer (or again); its values stay. `InUseError` while an index ranks it."""
    held = project.areas.get(code)
    ranked = [index.code for index in project.indices.all() if code in index.areas]
    if retired and ranked:
        raise _in_use("The area", code, [f"ranked by {', '.join(ranked)}"], "Take it out of them first.")
    with project.transact(f"{'Retire' if retired else 'Bring back'} {held.name()}") as writing:
        project.areas.change(code, replace(held, retired=retired))
    return writing.changes


def remove_area(project: Project, code: str) -> Changes:
    """Remove an area that nothing refers to; `InUseError` names what does."""
    held = project.areas.get(code)
    uses = project.areas.uses(code)
    if uses:
        raise _in_use("The area", code, uses, "Retire it instead, or remove those first.")
    with project.transact(f"Remove area {held.name()}") as writing:
        project.areas.remove(code)
    return writing.changes


def reorder_areas(project: Project, codes: Sequence[str]) -> Changes:
    """Put areas into this order, in the places that they hold together."""
    return _reorder(project, "area", codes, "Reorder areas")


def check_parent(project: Project, code: str, parent: str | None) -> None:
    """Raise `ParentCycleError` if `parent` is the area itself or lies in it."""
    parents = {there.code: there.parent for there in project.areas.all()}
    above, seen = parent, set[str]()
    while above is not None and above not in seen:
        if above == code:
            raise ParentCycleError(area=code, parent=parent)
        seen.add(above)
        above = parents.get(above)


def add_indicator(project: Project, indicator: Indicator) -> Changes:
    """Add an indicator after the others."""
    check_code(indicator.code, "an indicator")
    with project.transact(f"Add indicator {indicator.name}") as writing:
        project.indicators.add(indicator)
    return writing.changes


def change_indicator(project: Project, code: str, indicator: Indicator) -> Changes:
    """Give an indicator another name, unit, definition, direction, kind, note or code."""
    check_code(indicator.code, "an indicator")
    with project.transact(f"Change indicator {project.indicators.get(code).name}") as writing:
        project.indicators.change(code, indicator)
    return writing.changes


def retire_indicator(project: Project, code: str, retired: bool = True) -> Changes:
    """Offer an indicator no longer (or again); its values stay. `InUseError` while an index counts it."""
    held = project.indicators.get(code)
    used = [index.code for index in project.indices.all() if any(leaf.indicator == code for leaf in index.leaves())]
    if retired and used:
        raise _in_use("The indicator", code, [f"counted by {', '.join(used)}"], "Take it out of them first.")
    with project.transact(f"{'Retire' if retired else 'Bring back'} {held.name}") as writing:
        project.indicators.change(code, replace(held, retired=retired))
    return writing.changes


def remove_indicator(project: Project, code: str) -> Changes:
    """Remove an indicator that nothing refers to; `InUseError` names what does."""
    held = project.indicators.get(code)
    uses = project.indicators.uses(code)
    if uses:
        raise _in_use("The indicator", code, uses, "Retire it instead, or remove those first.")
    with project.transact(f"Remove indicator {held.name}") as writing:
        project.indicators.remove(code)
    return writing.changes


def reorder_indicators(project: Project, codes: Sequence[str]) -> Changes:
    """Put indicators into this order, in the places that they hold together."""
    return _reorder(project, "indicator", codes, "Reorder indicators")


def add_grouping(project: Project, grouping: Grouping) -> Changes:
    """Add a grouping with its groups; an area stands in one of them at most."""
    check_code(grouping.code, "a grouping")
    _check_partition(grouping)
    with project.transact(f"Add grouping {grouping.name}") as writing:
        project.groupings.add(grouping)
    return writing.changes


def rename_grouping(project: Project, code: str, name: str) -> Changes:
    """Give a grouping another name."""
    held = project.groupings.get(code)
    return _regroup(project, held, replace(held, name=name), f"Rename grouping {held.name}: {name}")


def remove_grouping(project: Project, code: str) -> Changes:
    """Remove a grouping with its groups; the areas stay."""
    held = project.groupings.get(code)
    with project.transact(f"Remove grouping {held.name}") as writing:
        project.groupings.remove(code)
    return writing.changes


def add_group(project: Project, grouping: str, group: Group) -> Changes:
    """Add a group to a grouping; its members leave the groups that they were in."""
    check_code(group.code, "a group")
    check_colour(group.colour)
    held = project.groupings.get(grouping)
    if any(there.code == group.code for there in held.groups):
        raise DuplicateCodeError(noun="a group", given=group.code)
    left = _without(held.groups, group.members)
    return _regroup(project, held, replace(held, groups=(*left, group)), f"Add group {group.name}")


def change_group(project: Project, grouping: str, group: Group) -> Changes:
    """Give the group of this code its name, colour, story and members; members leave the groups that they were in."""
    held = project.groupings.get(grouping)
    group_in(held, group.code)
    check_colour(group.colour)
    others = _without(held.groups, group.members)
    groups = tuple(group if there.code == group.code else there for there in others)
    return _regroup(project, held, replace(held, groups=groups), f"Change group {group.name}")


def move_members(project: Project, grouping: str, areas: Iterable[str], group: str | None) -> Changes:
    """Move areas into a group of a grouping, after its members, or out of every group (None)."""
    held, moved = project.groupings.get(grouping), tuple(dict.fromkeys(areas))
    named = [project.areas.get(area).name() for area in moved]
    into = "no group" if group is None else group_in(held, group).name
    groups = tuple(
        replace(there, members=(*there.members, *moved)) if there.code == group else there
        for there in _without(held.groups, moved)
    )
    what = named[0] if len(named) == 1 else f"{len(named)} areas"
    return _regroup(project, held, replace(held, groups=groups), f"Move {what} into {into}")


def remove_group(project: Project, grouping: str, group: str) -> Changes:
    """Remove a group; its members are in no group then."""
    held = project.groupings.get(grouping)
    gone = group_in(held, group)
    groups = tuple(there for there in held.groups if there.code != group)
    return _regroup(project, held, replace(held, groups=groups), f"Remove group {gone.name}")


def reorder_groups(project: Project, grouping: str, codes: Sequence[str]) -> Changes:
    """Put the groups of a grouping into this order; those that are not named follow."""
    held = project.groupings.get(grouping)
    first = [group_in(held, code) for code in dict.fromkeys(codes)]
    groups = (*first, *(group for group in held.groups if group not in first))
    return _regroup(project, held, replace(held, groups=groups), f"Reorder {held.name}")


def _regroup(project: Project, held: Grouping, changed: Grouping, label: str) -> Changes:
    with project.transact(label) as writing:
        project.groupings.change(held.code, changed)
    return writing.changes


def group_in(grouping: Grouping, code: str) -> Group:
    """Give the group of this code; `UnknownGroupError`."""
    for group in grouping.groups:
        if group.code == code:
            return group
    raise UnknownGroupError(code, [group.code for group in grouping.groups])


def _without(groups: Iterable[Group], areas: Iterable[str]) -> tuple[Group, ...]:
    gone = frozenset(areas)
    return tuple(
        replace(group, members=tuple(member for member in group.members if member not in gone)) for group in groups
    )


def _check_partition(grouping: Grouping) -> None:
    seen: dict[str, str] = {}
    for group in grouping.groups:
        for member in group.members:
            if member in seen:
                uses = [f"in {seen[member]} and in {group.code}"]
                raise _in_use("The area", member, uses, "An area is in one group of a grouping.")
            seen[member] = group.code


def _reorder(project: Project, table: str, codes: Sequence[str], label: str) -> Changes:
    with project.transact(label) as writing:
        reorder(project.connection, table, codes)
    return writing.changes


def _in_use(noun: str, given: str, uses: Iterable[str], advice: str) -> InUseError:
    return InUseError(noun=noun, given=given, uses=", ".join(uses), advice=advice)
