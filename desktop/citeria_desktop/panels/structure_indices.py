"""The indices of a project and their trees: parts, indicators below them, weights; what they rank, and as of when."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QWidget

from citeria_core.model import Index, Node
from citeria_core.period import Period
from citeria_db import index_operations
from citeria_db.clock import now
from citeria_db.pasting import free_code
from citeria_desktop.models.structure_entries import INDEX, NODE, of_indices
from citeria_desktop.models.structure_model import Entry, Key
from citeria_desktop.panels.commit_fields import Choice
from citeria_desktop.panels.structure_index_forms import IndexForm, NodeForm
from citeria_desktop.panels.structure_page import StructurePage
from citeria_desktop.theme import Theme

if TYPE_CHECKING:
    from citeria_desktop.bridge import SessionBridge


class IndicesPage(StructurePage):
    """Indices at the top, their nodes below them."""

    def __init__(self, bridge: "SessionBridge", theme: Theme, parent: QWidget | None = None) -> None:
        heads = (self.tr("index, part, indicator"), self.tr("weight"), self.tr("stands for"))
        super().__init__(bridge, theme, heads, parent)
        self.paint_columns((64, "text", True), (270, "muted", False), spare=(2,))
        self.tree.quiet.alignments = {1: Qt.AlignmentFlag.AlignRight}
        self.tree.setAccessibleName(self.tr("Indices and their trees"))
        self.line.setAccessibleName(self.tr("Name of a new index, part or indicator of an index"))
        self.target = Choice(self.tr("What is added"))
        self.target.setMinimumContentsLength(16)
        self.target.picked.connect(lambda _: self._hint())
        self.tools.insertWidget(0, self.target)
        self.tools.insertSpacing(1, 8)
        self._free = QStringListModel(self)
        completer = QCompleter(self._free, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        # queued: the line takes the chosen name over first, then it is added and the line emptied
        completer.activated.connect(self.add, Qt.ConnectionType.QueuedConnection)
        self._completer = completer
        self.line.textChanged.connect(self._end_offer)
        self.index_form = IndexForm(self)
        self.node_form = NodeForm(self)

    def purpose(self) -> str:
        """What indices are."""
        return self.tr("Here will be indices: trees of weighted parts and indicators by which areas are ranked.")

    def first_action(self) -> str:
        """What begins."""
        return self.tr("Add the first index")

    def entries(self) -> Sequence[Entry]:
        """Indices and nodes."""
        indicators = {one.code: one for one in self.roster.indicators}
        return of_indices(self.roster.indices, indicators)

    def may(self, key: Key, parent: Key | None) -> bool:
        """Indices stand at the top, nodes in their index; what makes no tree is refused in words."""
        if key[0] == INDEX:
            return parent is None
        return parent is not None and parent[1] == key[1] and parent != key

    def add(self, name: str) -> None:
        """Add an index, or a part of what is chosen; the name of an indicator brings that indicator."""
        if not name:
            return
        target = self.target.value
        if not isinstance(target, tuple):
            self._add_index(name)
            return
        index = self.project.indices.get(target[1])
        node = self._node(index, target[-1], name)
        if self.run(index_operations.add_node, index.code, node):
            self.line.clear()
            self.tree.choose(target)  # its next part comes beside this one

    def rename(self, key: Key, name: str) -> None:
        """Change the name of an index or a node."""
        self.run(index_operations.rename_node, key[1], key[-1], name)

    def place(self, key: Key, parent: Key | None, at: int | None) -> None:
        """Reorder indices, or put a node elsewhere in its tree."""
        if key[0] == NODE and parent is not None:
            self.run(index_operations.move_node, key[1], key[2], parent[-1], at)
            return
        codes = [one.code for one in self.roster.indices if one.code != key[1]]
        place = len(codes) if at is None else at
        self.run(index_operations.reorder_indices, [*codes[:place], key[1], *codes[place:]])

    def remove(self, key: Key) -> None:
        """Remove an index, or a node with its parts; indicators and values stay."""
        if key[0] == INDEX:
            self.run(index_operations.remove_index, key[1])
            return
        parent, _, _ = self.model.place_of(key)
        if self.run(index_operations.remove_node, key[1], key[2]):
            self.tree.choose(parent)

    def show_form(self, key: Key | None, *, keep: bool) -> None:
        """Fill in the index or the node."""
        self._offer_targets(key, keep=keep)
        self.form.page.setVisible(key is not None)
        if key is None:
            return
        index = self.project.indices.get(key[1])
        node = next((node for node in index.nodes if node.code == key[-1]), None) if key[0] == NODE else None
        self.index_form.show_index(index if node is None else None, keep=keep)
        self.node_form.show_node(index, node, keep=keep)

    def _add_index(self, name: str) -> None:
        areas = self.roster.areas
        around = {area.parent for area in areas}
        ranked = tuple(area.code for area in areas if not area.retired and area.code not in around)
        code = free_code(name, [one.code for one in self.roster.indices])
        index = Index(code, name, "", Period.parse(now()[:4]), ranked, (), "")
        if self.run(index_operations.add_index, index):
            self.added((INDEX, code))

    def _node(self, index: Index, parent: str, name: str) -> Node:
        """A node for an indicator of this name or code, else a part."""
        indicators = self.roster.indicators
        meant = next((one for one in indicators if name in (one.name, one.code)), None)
        siblings = [node.weight for node in index.nodes if node.parent == parent]
        weight = siblings[-1] if siblings else 1.0
        taken = [node.code for node in index.nodes]
        if meant is not None:
            code = meant.code if meant.code not in taken else free_code(meant.code, taken)
            return Node(code, meant.name, parent, weight, meant.code, meant.direction or 1)
        return Node(free_code(name, taken), name, parent, weight)

    def _offer_targets(self, key: Key | None, *, keep: bool) -> None:
        before = self.target.value
        choices: list[tuple[str, object]] = [(self.tr("new index"), None)]
        part = key
        while part is not None and part[0] == NODE and self._is_leaf(part):
            part = self.model.place_of(part)[0]
        entry = None if part is None else self.model.entry(self.model.index_of(part))
        if entry is not None:
            choices.append((self.tr("part of {0}").format(entry.cells[0]), part))
        self.target.show_choices(choices, None if part is None or (keep and before is None) else part)
        self.target.setVisible(key is not None)
        if key is not None:
            used = {leaf.indicator for leaf in self.project.indices.get(key[1]).leaves()}
            free = [one.name for one in self.roster.indicators if not one.retired and one.code not in used]
            if free != self._free.stringList():
                self._free.setStringList(free)
        self._hint()

    def _is_leaf(self, key: Key) -> bool:
        nodes = self.project.indices.get(key[1]).nodes
        return any(node.code == key[2] and node.indicator is not None for node in nodes)

    def _hint(self) -> None:
        inner = self.target.value is not None
        self.line.setCompleter(self._completer if inner else None)  # type: ignore[arg-type]
        self.line.setPlaceholderText(
            self.tr("Add an indicator or part by name")
            if inner
            else self.tr("Add an index: type its name, press Enter")
        )

    def _end_offer(self, text: str) -> None:
        offered = self._completer.popup()
        if not text and offered is not None:
            offered.hide()

    # -- what the forms ask for --------------------------------------------------------------------------------------

    def change_node(self, index: str, node: Node, **fields: Any) -> bool:
        """Give a node other fields."""
        changed = replace(node, **fields)
        return changed == node or self.run(index_operations.change_node, index, changed)
