"""What stands beside the tree of an index: the index itself, or one of its nodes."""

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLabel

from citeria_core.errors import KnownError
from citeria_core.model import SCORED_STATUSES, Index, Node, Status
from citeria_core.period import Period
from citeria_db import index_operations, operations
from citeria_desktop.language.naming import name_of
from citeria_desktop.language.phrases import error_words
from citeria_desktop.panels.commit_fields import CheckList, Choice, CommitLine, CommitText, OrderedCheckList
from citeria_desktop.panels.structure_form import push
from citeria_desktop.panels.weight_field import WeightField

if TYPE_CHECKING:
    from citeria_desktop.panels.structure_indices import IndicesPage

_OTHER_STATUSES: Final = tuple(status for status in Status if status not in SCORED_STATUSES)


class IndexForm:
    """Name, as-of period, published ranking, areas and description of an index."""

    def __init__(self, page: "IndicesPage") -> None:
        self._page = page
        self._index: Index | None = None
        tr, form = page.tr, page.form
        self.name = CommitLine(tr("Name of the index"), self._rename)
        self.code = QLabel()
        self.as_of = CommitLine(tr("As of"), self._read_as_of, tr("2024, 2024-03, 2024-Q3 or 2018/2019"))
        self.published = Choice(tr("Published ranking beside it"))
        self.published.picked.connect(self._publish)
        self.description = CommitText(tr("Description"), self._describe)
        self.areas = OrderedCheckList(tr("Areas that it ranks"))
        self.areas.setMinimumHeight(168)
        self.areas.setToolTip(tr("Drag an area to another place, or use Alt and the arrow keys"))
        self.areas.toggled.connect(self._rank)
        self.areas.ordered.connect(self._order)
        self._sections = (
            form.section(
                tr("Index"),
                (tr("Name"), self.name),
                (tr("Code"), self.code),
                (tr("As of"), self.as_of),
                (tr("Beside"), self.published),
            ),
            form.section(tr("Areas ranked"), ("", self.areas)),
            form.section(tr("Description"), ("", self.description)),
            form.row_of_buttons(push(tr("Remove"), page.remove_chosen), hint=tr("Areas, indicators and values stay.")),
        )

    def show_index(self, index: Index | None, *, keep: bool) -> None:
        """Show an index, or nothing."""
        self._index = index
        for section in self._sections:
            section.setVisible(index is not None)
        if index is None:
            return
        project, tr = self._page.project, self._page.tr
        self.name.show_text(index.name, keep=keep)
        self.code.setText(index.code)
        self.as_of.show_text(str(index.as_of), keep=keep)
        self.description.show_text(index.description, keep=keep)
        choices: list[tuple[str, object]] = [(tr("no published ranking"), None)]
        self.published.show_choices(
            [*choices, *((f"{one.code} · {one.name}", one.code) for one in project.published.all())], index.published
        )
        areas = {area.code: area for area in self._page.roster.areas}
        others = [code for code, area in areas.items() if code not in index.areas and not area.retired]
        items = ((code, name_of(areas[code]), code in index.areas) for code in (*index.areas, *others))
        self.areas.show_items(items, keep=keep)

    def _rename(self, name: str) -> bool:
        index = self._index
        return index is not None and bool(name) and self._page.run(index_operations.describe_index, index.code, name)

    def _describe(self, text: str) -> bool:
        index = self._index
        return index is not None and self._page.run(index_operations.describe_index, index.code, description=text)

    def _read_as_of(self, text: str) -> bool:
        if self._index is None:
            return False
        try:
            period = Period.parse(text)
        except KnownError as error:
            self._page.bridge.failed.emit(error_words(error))
            return False
        return self._page.run(index_operations.set_as_of, self._index.code, period)

    def _publish(self, ranking: object) -> None:
        if self._index is not None and ranking != self._index.published:
            chosen = None if ranking is None else str(ranking)
            self._page.run(index_operations.set_published, self._index.code, chosen)

    def _rank(self, area: str, inside: bool) -> None:
        if self._index is not None:
            held = [code for code in self._index.areas if code != area]
            self._page.run(index_operations.set_index_areas, self._index.code, [*held, area] if inside else held)
            self._page.refresh()

    def _order(self, areas: list[str]) -> None:
        if self._index is not None:
            self._page.run(index_operations.reorder_index_areas, self._index.code, areas)
            self._page.refresh()


class NodeForm:
    """Name, weight, direction of a node, and the indicator that it stands for."""

    def __init__(self, page: "IndicesPage") -> None:
        self._page = page
        self._index: Index | None = None
        self._node: Node | None = None
        tr, form = page.tr, page.form
        self.name = CommitLine(tr("Name of the node"), self._rename)
        self.code = QLabel()
        self.weight = WeightField(1.0)
        self.weight.setAccessibleName(tr("Weight among its siblings"))
        self.weight.committed.connect(self._weigh)
        self.weight.refused.connect(page.bridge.failed)
        self.indicator = Choice(tr("Indicator that it stands for"))
        self.indicator.picked.connect(self._stand_for)
        self.direction = Choice(tr("Which is better"))
        self.direction.picked.connect(self._direct)
        self.weight.setFixedWidth(88)
        name_and_weight = form.section(
            tr("Part of an index"),
            (tr("Name"), self.name),
            (tr("Code"), self.code),
            (tr("Weight"), self.weight),
            (tr("Stands for"), self.indicator),
        )
        self.period = CommitLine(tr("Period that it reads"), self._fix_period)
        self.statuses = CheckList(tr("Statuses that count here beside the usual ones"))
        self.statuses.setMinimumHeight(0)
        self.statuses.setFixedHeight(26 * len(_OTHER_STATUSES) + 6)
        self.statuses.toggled.connect(self._allow)
        self._counts = form.section("", (tr("Better"), self.direction), (tr("Period"), self.period))
        self._allowed = form.section(tr("Counts also when it is"), ("", self.statuses))
        self._sections = (
            name_and_weight,
            self._counts,
            self._allowed,
            form.row_of_buttons(
                push(tr("Remove"), page.remove_chosen), hint=tr("Its parts go with it; indicators and values stay.")
            ),
        )

    def show_node(self, index: Index, node: Node | None, *, keep: bool) -> None:
        """Show a node, or nothing."""
        self._index, self._node = index, node
        for section in self._sections:
            section.setVisible(node is not None)
        if node is None:
            return
        tr = self._page.tr
        self.name.show_text(node.name, keep=keep)
        self.code.setText(node.code)
        if not keep:
            self.weight.restore()
        self.weight.show_weight(node.weight)
        used = {leaf.indicator for leaf in index.leaves()} - {node.indicator}
        indicators = [one for one in self._page.roster.indicators if one.code not in used]
        choices: list[tuple[str, object]] = [(tr("its parts"), None)]
        self.indicator.show_choices([*choices, *((one.name, one.code) for one in indicators)], node.indicator)
        self.direction.show_choices(((tr("↑ more is better"), 1), (tr("↓ less is better"), -1)), node.direction)
        self.period.setPlaceholderText(tr("as the index: {0}").format(index.as_of))
        self.period.show_text("" if node.period is None else str(node.period), keep=keep)
        words = {
            Status.FORECAST: tr("forecast"),
            Status.ANNOUNCED: tr("announced"),
            Status.PLANNED: tr("planned"),
            Status.TARGET: tr("a target"),
            Status.CLAIMED: tr("claimed"),
        }
        allowed = ((status.value, words[status], status in node.statuses) for status in _OTHER_STATUSES)
        self.statuses.show_items(allowed, keep=True)
        for section in (self._counts, self._allowed):
            section.setVisible(node.indicator is not None)

    def _rename(self, name: str) -> bool:
        if self._index is None or self._node is None or not name:
            return False
        return self._page.run(index_operations.rename_node, self._index.code, self._node.code, name)

    def _weigh(self, weight: float) -> None:
        if self._index is not None and self._node is not None:
            self._page.run(operations.set_weight, self._index.code, self._node.code, weight)

    def _stand_for(self, indicator: object) -> None:
        if self._index is not None and self._node is not None and indicator != self._node.indicator:
            chosen = None if indicator is None else str(indicator)
            self._page.run(index_operations.set_leaf, self._index.code, self._node.code, chosen)
            self._page.refresh()

    def _fix_period(self, text: str) -> bool:
        if self._index is None or self._node is None:
            return False
        try:
            period = Period.parse(text) if text else None
        except KnownError as error:
            self._page.bridge.failed.emit(error_words(error))
            return False
        return self._page.change_node(self._index.code, self._node, period=period)

    def _allow(self, status: str, allowed: bool) -> None:
        if self._index is not None and self._node is not None:
            held = self._node.statuses - {Status(status)}
            self._page.change_node(self._index.code, self._node, statuses=held | {Status(status)} if allowed else held)

    def _direct(self, direction: object) -> None:
        if self._index is not None and self._node is not None:
            self._page.change_node(self._index.code, self._node, direction=direction)
