"""The groupings that people gave: their groups, and which area is in which."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from citeria_core.model import Group, Grouping
from citeria_db import placing, structure_operations
from citeria_db.pasting import free_code
from citeria_desktop.language.naming import name_of
from citeria_desktop.models.structure_entries import GROUP, GROUPING, MEMBER, of_groupings
from citeria_desktop.models.structure_model import Entry, Key
from citeria_desktop.panels.colour_field import ColourField
from citeria_desktop.panels.commit_fields import CheckList, Choice, CommitLine, CommitText
from citeria_desktop.panels.structure_form import push
from citeria_desktop.panels.structure_page import StructurePage
from citeria_desktop.theme import Theme

if TYPE_CHECKING:
    from citeria_desktop.bridge import SessionBridge


class GroupsPage(StructurePage):
    """Groupings, groups and members as one tree; a member is dragged from group to group."""

    ways = ("up", "down")

    def __init__(self, bridge: "SessionBridge", theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(bridge, theme, (self.tr("grouping, group, area"), "", self.tr("code")), parent)
        self.paint_columns((110, "muted", False), (150, "muted", False), spare=(2, 1))
        self.tree.setAccessibleName(self.tr("Groupings"))
        self.line.setAccessibleName(self.tr("Name of a new grouping or group"))
        self.target = Choice(self.tr("What is added"))
        self.target.setMinimumContentsLength(16)
        self.target.picked.connect(lambda _: self._hint())
        self.tools.insertWidget(0, self.target)
        self.tools.insertSpacing(1, 8)
        self._key: Key | None = None
        self.name = CommitLine(self.tr("Name"), self._rename_chosen)
        self.code = QLabel()
        self.story = CommitText(self.tr("What the group has in common"), self._tell_story)
        self.members = CheckList(self.tr("Areas in the group"))
        self.members.setMinimumHeight(240)
        self.members.toggled.connect(self._put)
        self.colour = ColourField(theme, self._paint)
        self.form.section("", (self.tr("Name"), self.name), (self.tr("Code"), self.code))
        self.look = self.form.section("", (self.tr("Colour"), self.colour))
        self.about = self.form.section(self.tr("What it has in common"), ("", self.story))
        self.inside = self.form.section(self.tr("Areas in it"), ("", self.members))
        self.form.row_of_buttons(
            push(self.tr("Remove"), self.remove_chosen), hint=self.tr("Areas stay when their group is removed.")
        )

    def set_theme(self, theme: Theme) -> None:
        """Also paint the swatches in it."""
        super().set_theme(theme)
        for field in self.form.findChildren(ColourField):
            field.set_theme(theme)

    def purpose(self) -> str:
        """What groupings are."""
        return self.tr("Here will be groupings: areas sorted into named groups, to set beside computed clusters.")

    def first_action(self) -> str:
        """What begins."""
        return self.tr("Add the first grouping")

    def entries(self) -> Sequence[Entry]:
        """Groupings, groups, members."""
        names = {area.code: name_of(area) for area in self.roster.areas}
        return of_groupings(self.roster.groupings, names)

    def may(self, key: Key, parent: Key | None) -> bool:
        """Groupings stand at the top, groups in their grouping, members in a group of their grouping."""
        match key[0], parent:
            case "grouping", None:
                return True
            case "group", (_, grouping):
                return grouping == key[1]
            case "member", ("group", grouping, _):
                return grouping == key[1]
        return False

    def add(self, name: str) -> None:
        """Add a grouping, or a group of the one chosen."""
        grouping = self.target.value
        if isinstance(grouping, str):
            held = self.project.groupings.get(grouping)
            code = free_code(name, [group.code for group in held.groups])
            if self.run(structure_operations.add_group, grouping, Group(code, name, ())):
                self.added((GROUP, grouping, code))
            return
        code = free_code(name, [one.code for one in self.roster.groupings])
        if self.run(structure_operations.add_grouping, Grouping(code, name, ())):
            self.added((GROUPING, code))

    def rename(self, key: Key, name: str) -> None:
        """Change the name of a grouping or a group."""
        if key[0] == GROUPING:
            self.run(structure_operations.rename_grouping, key[1], name)
        elif key[0] == GROUP:
            self.run(structure_operations.change_group, key[1], replace(self._group(key), name=name))

    def place(self, key: Key, parent: Key | None, at: int | None) -> None:
        """Reorder groupings or groups; put a member into another group, or elsewhere in its own."""
        if key[0] == MEMBER and parent is not None:
            self._move_member(key, parent, at)
        elif key[0] == GROUP:
            codes = [group.code for group in self.project.groupings.get(key[1]).groups if group.code != key[2]]
            self.run(structure_operations.reorder_groups, key[1], _with(codes, key[2], at))
        else:
            codes = [one.code for one in self.roster.groupings if one.code != key[1]]
            self.run(placing.reorder_groupings, _with(codes, key[1], at))

    def remove(self, key: Key) -> None:
        """Remove a grouping or a group, or take a member out."""
        if key[0] == GROUPING:
            self.run(structure_operations.remove_grouping, key[1])
        elif key[0] == GROUP:
            self.run(structure_operations.remove_group, key[1], key[2])
        else:
            self.run(structure_operations.move_members, key[1], [key[3]], None)

    def show_form(self, key: Key | None, *, keep: bool) -> None:
        """Fill in the grouping or the group; a member shows its group."""
        self._key = key
        self._offer_targets(key, keep=keep)
        self.form.page.setVisible(key is not None)
        if key is None:
            return
        grouping = self.project.groupings.get(key[1])
        group = self._group(key) if key[0] != GROUPING else None
        self.name.show_text(grouping.name if group is None else group.name, keep=keep)
        self.code.setText(grouping.code if group is None else group.code)
        self.look.setVisible(group is not None)
        self.about.setVisible(group is not None)
        self.inside.setVisible(group is not None)
        if group is None:
            return
        self.colour.show_colour(group.colour, grouping.groups.index(group), keep=keep)
        self.story.show_text(group.story, keep=keep)
        where = {member: one.name for one in grouping.groups for member in one.members if one.code != group.code}
        areas = [area for area in self.roster.areas if not area.retired or area.code in group.members]
        items = [
            (
                area.code,
                self.tr("{0}   (in {1})").format(name_of(area), where[area.code])
                if area.code in where
                else name_of(area),
                area.code in group.members,
            )
            for area in areas
        ]
        self.members.show_items(items, keep=keep)

    def _move_member(self, key: Key, parent: Key, at: int | None) -> None:
        _, grouping, group, area = key
        if parent[2] != group:
            self.run(structure_operations.move_members, grouping, [area], parent[2])
            self.tree.choose((MEMBER, grouping, parent[2], area))
            return
        held = self._group(key)
        others = [member for member in held.members if member != area]
        changed = replace(held, members=tuple(_with(others, area, at)))
        self.run(structure_operations.change_group, grouping, changed)

    def _offer_targets(self, key: Key | None, *, keep: bool) -> None:
        before = self.target.value
        choices: list[tuple[str, object]] = [(self.tr("new grouping"), None)]
        if key is not None:
            choices.append((self.tr("group of {0}").format(self.project.groupings.get(key[1]).name), key[1]))
        self.target.show_choices(choices, None if key is None or (keep and before is None) else key[1])
        self.target.setVisible(key is not None)
        self._hint()

    def _hint(self) -> None:
        adds_group = self.target.value is not None
        self.line.setPlaceholderText(
            self.tr("Add a group: type its name, press Enter")
            if adds_group
            else self.tr("Add a grouping: type its name, press Enter")
        )

    def _rename_chosen(self, name: str) -> bool:
        if self._key is None or not name:
            return False
        self.rename(self._key if self._key[0] == GROUPING else (GROUP, *self._key[1:3]), name)
        return True

    def _tell_story(self, story: str) -> bool:
        if self._key is None or self._key[0] == GROUPING:
            return False
        return self.run(structure_operations.change_group, self._key[1], replace(self._group(self._key), story=story))

    def _paint(self, colour: str) -> bool:
        if self._key is None or self._key[0] == GROUPING:
            return False
        changed = replace(self._group(self._key), colour=colour)
        return self.run(structure_operations.change_group, self._key[1], changed)

    def _put(self, area: str, inside: bool) -> None:
        if self._key is not None and self._key[0] != GROUPING:
            group = self._key[2] if inside else None
            self.run(structure_operations.move_members, self._key[1], [area], group)
            self.refresh()

    def _group(self, key: Key) -> Group:
        groups = self.project.groupings.get(key[1]).groups
        return next(group for group in groups if group.code == key[2])


def _with(codes: list[str], code: str, at: int | None) -> list[str]:
    """The codes with one more at its place."""
    place = len(codes) if at is None else at
    return [*codes[:place], code, *codes[place:]]
