"""Groups changed by hand, each change one undoable step: areas moved, a group made, computed clusters kept."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from citeria_core.cluster_set import ClusterSet, as_grouping, given_key
from citeria_core.model import Group
from citeria_db import structure_operations
from citeria_db.pasting import free_code
from citeria_desktop.models.cluster_words import ClusterWords
from citeria_desktop.panels.name_card import NameCard

if TYPE_CHECKING:
    from citeria_desktop.bridge import SessionBridge


class Regrouping(QObject):
    """Changes the groupings of a project; names are asked for in `around`. `kept`: the key of a saved set."""

    kept = Signal(str)

    def __init__(self, bridge: "SessionBridge", around: QWidget) -> None:
        super().__init__(around)
        self._bridge = bridge
        self._around = around

    def move(self, held: ClusterSet, areas: Iterable[str], position: int | None) -> None:
        """Put areas into the group at a position of a given set, or into none."""
        target = held.at(position) if position is not None else None
        if held.given and (target is not None or position is None):
            code = target.code if target is not None else None
            self._bridge.run(structure_operations.move_members, _code(held), tuple(areas), code)

    def ask_for_group(self, held: ClusterSet, areas: tuple[str, ...], under: QWidget) -> None:
        """Ask how a group of these areas is to be called, and make it."""
        if held.given and areas:
            words, button = self.tr("Name of the new group"), self.tr("Add the group")
            self._ask(words, "", button, under, lambda name: self._add(held, areas, name))

    def ask_to_keep(self, held: ClusterSet, words: ClusterWords, under: QWidget) -> None:
        """Ask how computed clusters are to be called as a grouping, and save them."""
        if not held.given and held.clusters:
            asked, button = self.tr("Name of the grouping"), self.tr("Save the grouping")
            self._ask(asked, words.set_name(held), button, under, lambda name: self._keep(held, words, name))

    def _add(self, held: ClusterSet, areas: tuple[str, ...], name: str) -> None:
        group = Group(free_code(name, [cluster.code for cluster in held.clusters]), name, areas)
        self._bridge.run(structure_operations.add_group, _code(held), group)

    def _keep(self, held: ClusterSet, words: ClusterWords, name: str) -> None:
        code = free_code(name, [one.code for one in self._bridge.session.groupings()])
        names = {one.position: words.cluster(one) for one in held.clusters}
        if self._bridge.run(structure_operations.add_grouping, as_grouping(held, code, name, names)) is not None:
            self.kept.emit(given_key(code))

    def _ask(self, words: str, name: str, button: str, under: QWidget, take: Callable[[str], None]) -> None:
        card = NameCard(words, button, name, self._around)
        card.named.connect(take)
        card.show_below(under.mapTo(self._around, QPoint(0, -90)))


def _code(held: ClusterSet) -> str:
    return held.key.removeprefix(given_key(""))
