"""Parts put together, into one another, apart and out from where they are seen: by dropping a lane, or from its menu.

Each is one step. The tree is the data's: while a scenario is shown, none of it is offered.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from citeria_core.recipe_path import RecipePath
from citeria_db import index_operations, recombine_operations
from citeria_db.changes import Changes
from citeria_desktop.panels.lane_drag import LaneDrag
from citeria_desktop.panels.name_card import NameCard

if TYPE_CHECKING:
    from citeria_core.model import Node
    from citeria_desktop.bridge import SessionBridge
    from citeria_desktop.panels.ranking_header import RankingHeader


class PartMoves(QObject):
    """`around` is where cards that ask for a name open."""

    def __init__(self, bridge: "SessionBridge", header: "RankingHeader", around: QWidget) -> None:
        super().__init__(header)
        self._bridge, self._header, self._around = bridge, header, around
        self.drag = LaneDrag(header)
        self.drag.dropped.connect(self._drop)

    @property
    def possible(self) -> bool:
        """Whether the tree can be changed here now."""
        session = self._bridge.session
        return session.index is not None and session.looks.scenario is None and not session.project.read_only

    # -- menus ---------------------------------------------------------------------------------------------------------

    def fill(self, menu: QMenu, node: "Node", parts: "tuple[Node, ...]") -> None:
        """What can become of a part; `parts` are those in view, which it can be put together with."""
        leaf = node.indicator is not None
        if not leaf:
            self._methods(menu.addMenu(self.tr("How its parts add up")), node)
        if not self.possible:
            return
        others = [part for part in parts if part.code != node.code]
        together = menu.addMenu(self.tr("Combine with"))
        together.setEnabled(bool(others))
        for other in others:
            self._ways_together(together.addMenu(_plain(other.name)), node, other)
        into = menu.addMenu(self.tr("Put into"))
        self._places(into, node)
        if not leaf:
            menu.addAction(self.tr("Split into its parts"), partial(self._run, recombine_operations.split, node.code))
        menu.addAction(self.tr("Rename…"), partial(self._rename, node))
        menu.addAction(self.tr("Take out of the index"), partial(self._run, recombine_operations.take_out, node.code))

    def _drop(self, code: str, onto: str, place: QPoint) -> None:
        """Ask what is meant: together, or one into the other."""
        node, other = self._node(code), self._node(onto)
        if node is None or other is None:
            return
        if not self.possible:
            self._bridge.failed.emit(self.tr("Parts are put together in the data: go back to them, then try again."))
            return
        menu = QMenu(self._header)
        self._ways_together(menu, node, other)
        if other.indicator is None:
            menu.addSeparator()
            told = self.tr("Put {part} into {other}").format(part=_plain(node.name), other=_plain(other.name))
            menu.addAction(told, partial(self._run, recombine_operations.put_into, code, onto))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _ways_together(self, menu: QMenu, node: "Node", other: "Node") -> None:
        for method, told in self._known():
            name = told.format(part=_plain(node.name), other=_plain(other.name))
            menu.addAction(name, partial(self._ask_name, node, other, method))

    def _known(self) -> tuple[tuple[str, str], ...]:
        return (
            ("arithmetic", self.tr("Weighted mean of {part} and {other}…")),
            ("geometric", self.tr("Geometric mean of {part} and {other}…")),
            ("maximum", self.tr("The larger of {part} and {other}…")),
            ("minimum", self.tr("The smaller of {part} and {other}…")),
        )

    def _methods(self, menu: QMenu, node: "Node") -> None:
        result = self._bridge.session.shown
        held = result.plan_of(node.code).method if result is not None and node.code in result.aggregates else ""
        for method, told in (
            ("arithmetic", self.tr("Weighted mean")),
            ("geometric", self.tr("Geometric mean")),
            ("maximum", self.tr("The largest of them")),
            ("minimum", self.tr("The smallest of them")),
        ):
            action = menu.addAction(told, partial(self._follow, node, method))
            action.setCheckable(True)
            action.setChecked(method == held)

    def _places(self, menu: QMenu, node: "Node") -> None:
        index = self._bridge.session.index
        inside = {node.code}
        for one in index.nodes if index is not None else ():
            if one.parent in inside:
                inside.add(one.code)
            elif one.indicator is None and one.code not in {node.parent, *inside}:
                work = partial(self._run, recombine_operations.put_into, node.code, one.code)
                menu.addAction(_plain(one.name), work)
        menu.setEnabled(bool(menu.actions()))

    # -- what is done --------------------------------------------------------------------------------------------------

    def _ask_name(self, node: "Node", other: "Node", method: str) -> None:
        name = self.tr("{part} and {other}").format(part=other.name, other=node.name)
        card = self._card(self.tr("What they are together"), self.tr("Combine"), name)
        combine = recombine_operations.combine
        card.named.connect(lambda given: self._run(combine, node.code, other.code, given, method))

    def _rename(self, node: "Node") -> None:
        card = self._card(self.tr("Another name for the part"), self.tr("Rename"), node.name)
        card.named.connect(lambda given: self._run(index_operations.rename_node, node.code, given))

    def _card(self, question: str, verb: str, name: str) -> NameCard:
        card = NameCard(question, verb, name, self._around)
        left = self._header.mapTo(self._around, QPoint(self._header.bars_left, self._header.height() + 4))
        card.show_below(left)
        return card

    def _follow(self, node: "Node", method: str) -> None:
        """One step in the recipe; under a scenario the method is tried."""
        result = self._bridge.session.shown
        if result is not None:
            self._bridge.follow(RecipePath.of(f"node.{node.code}.aggregate.method").set(result.recipe, method))

    def _run(self, operation: Callable[..., Changes], *arguments: object) -> None:
        index = self._bridge.session.index
        if index is not None:
            self._bridge.run(operation, index.code, *arguments)

    def _node(self, code: str) -> "Node | None":
        index = self._bridge.session.index
        return next((one for one in index.nodes if one.code == code), None) if index is not None else None


def _plain(name: str) -> str:
    return name.replace("&", "&&")
