"""What the full ranking has beyond the live one: lanes with borders, alignments, filters, sorting, provenance.

Stands between the view and its controls: it turns what they say into choices (`RankingLooks`) and moves (`Reweighing`),
and a standing into rows, lanes and looks. The view asks it for what to show.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMenu, QWidget

from citeria_core import beside
from citeria_core.arrange import PART, Arranged, Arrangement
from citeria_core.histogram import Histogram, histogram
from citeria_core.reweigh import WHOLE, in_whole
from citeria_desktop.models.provenance import Provenance
from citeria_desktop.models.ranking_model import Column, RankingModel
from citeria_desktop.painting.alignments import Alignment, Look
from citeria_desktop.painting.part_colours import part_colours
from citeria_desktop.panels import ranking_menus as menus
from citeria_desktop.panels.motion import Motion
from citeria_desktop.panels.part_moves import PartMoves
from citeria_desktop.panels.ranking_filters import RankingFilters
from citeria_desktop.panels.ranking_header import HeadPart, RankingHeader
from citeria_desktop.panels.ranking_looks import KEYS, RankingLooks, references, tones
from citeria_desktop.panels.ranking_strip import RankingStrip
from citeria_desktop.panels.ranking_table import RankingTable
from citeria_desktop.panels.reweighing import Reweighing
from citeria_desktop.theme import Theme

if TYPE_CHECKING:
    from citeria_core.model import Grouping, Node
    from citeria_core.ranking import Standing
    from citeria_desktop.bridge import SessionBridge


class RankingBench(QObject):
    """`show_wanted` asks the view to show the standing again, `refresh_wanted` to fetch it; cards open in `around`."""

    show_wanted = Signal()
    refresh_wanted = Signal()
    strips_wanted = Signal(bool)
    go_wanted = Signal(str, str)  # area, indicator
    mapping_wanted = Signal(str)  # the code of a leaf
    told = Signal(str)

    def __init__(
        self,
        bridge: "SessionBridge",
        theme: Theme,
        table: RankingTable,
        model: RankingModel,
        still: Callable[[], bool],
        around: QWidget,
    ) -> None:
        super().__init__(table)
        assert table.lanes is not None
        self._bridge, self._theme, self._table, self._model = bridge, theme, table, model
        self.header: RankingHeader = table.lanes
        self.looks = RankingLooks()
        self.strip = RankingStrip()
        self.filters = RankingFilters()
        self.filters.hide()
        self.weighing = Reweighing(bridge, self)
        self.moves = PartMoves(bridge, self.header, around)
        self.provenance = Provenance(bridge.session)
        self.preview: Standing | None = None
        self.strips_shown = False
        self._groupings: tuple[Grouping, ...] = ()
        self._nodes: dict[str, Node] = {}  # those of the index in view
        self._opening: set[str | None] = set()  # those that have parts
        self._motion = Motion(still, table)
        self._motion.valueChanged.connect(self._move_bars)
        table.bars.uncited = self._uncited
        table.bars.raw = self._raw
        table.bars.explained = self._explained
        self._connect()

    def set_theme(self, theme: Theme, *, shown: bool) -> None:
        """Dress in another theme; what is not `shown` as it stands is dressed once it is."""
        self._theme = theme
        if shown:
            self.show_lanes(self.standing())

    # -- what is shown -------------------------------------------------------------------------------------------------

    def standing(self) -> "Standing | None":
        """What is being tried, else what holds, with the bars of opened parts."""
        return self.preview or self._bridge.session.stand(self.looks.opened)

    def begin(self) -> None:
        """Something changed in the project: forget what was looked up."""
        self.preview = None
        self.provenance.forget()
        self._groupings = self._bridge.session.groupings()
        index = self._bridge.session.index
        self._nodes = {node.code: node for node in index.nodes} if index is not None else {}
        self._opening = {node.parent for node in self._nodes.values()}
        self.looks.opened &= self._nodes.keys()
        self.weighing.locked &= self._nodes.keys()
        self.weighing.opened = self.looks.opened

    def arrange(self, standing: "Standing", natives: dict[str, str]) -> Arranged:
        """The rows of a standing as they are to be read."""
        result = self._bridge.session.shown
        ties = result.recipe.rank.ties if result is not None else "min"
        arranged = self.looks.arranged(standing, self._groupings, natives, ties, self._measures(standing))
        self.filters.tell(arranged.hidden, bool(self.looks.earlier))
        return arranged

    def _measures(self, standing: "Standing") -> beside.Measures:
        """What does not stand in the rows, where they are sorted or filtered by it."""
        found: dict[str, Mapping[str, float]] = {}
        if self.looks.measured:
            found |= beside.of_intervals(self._model.intervals.values())
            found |= beside.of_path([ranks for _, ranks in self._model.former], standing.rows)
        shown, ranges = self._bridge.session.shown, self.looks.arrangement.ranges
        if shown is not None and ranges:
            there = {f"{PART}{part.code}" for part in standing.parts}
            found |= beside.of_result(shown, [key for key, _ in ranges if key not in there])
        return found

    def weights(self, standing: "Standing | None") -> list[float]:
        """What each part in view weighs in the whole index, 0 … 1."""
        return [self._weight(part.code) for part in standing.parts] if standing is not None else []

    def show_lanes(self, standing: "Standing | None") -> None:
        """Give the header what it shows, and the bars their look, for a standing whose rows are in the model."""
        index = self._bridge.session.index
        parts = standing.parts if standing is not None else ()
        if index is None or standing is None:
            self.header.show_parts(())
            return
        self._table.bars.tones = tones(index, parts)
        colours = part_colours(self._theme, self._table.bars.tones)
        self.header.sorted_by = self.looks.arrows()
        rows = [row for row in standing.rows if row.label]
        scores = histogram([row.score for row in rows], 10)
        lanes = [
            self._lane(part, colours[place], histogram([row.parts[place] for row in rows], 10))
            for place, part in enumerate(parts)
        ]
        self.header.show_parts(lanes, scores)
        self._table.bars.part = min(self._table.bars.part, len(parts) - 1)
        self._lay(self.looks.look(standing, self._groupings, self._bridge.area), moving=False)
        self.strip.offer(Alignment.BASELINE, [(part.code, part.name) for part in parts])
        self.strip.offer(Alignment.DIFFERENCE, references(standing, self._groupings, self._bridge.area))

    def offer(self) -> None:
        """Give the filters what can be chosen."""
        self.filters.offer(self._groupings)
        points = [(f"{PART}{node.code}", node.name) for node in self._nodes.values() if node.parent is not None]
        raw = [(f"{beside.RAW}{node.indicator}", node.name) for node in self._nodes.values() if node.indicator]
        self.filters.offer_numbers(points, raw)

    def _lane(self, part: "Node", colour: QColor, spread: Histogram) -> HeadPart:
        parent = self._nodes[part.parent] if part.parent else None
        share = self.weighing.shares(parent.code)[part.code] if parent is not None else WHOLE
        return HeadPart(
            code=part.code,
            name=part.name,
            owner=parent.name if parent is not None and parent.parent is not None else "",
            colour=colour,
            weight=self._weight(part.code),
            share=share,
            scale=self._weight(parent.code) if parent is not None and parent.parent is not None else 1.0,
            locked=part.code in self.weighing.locked,
            movable=self._movable(part),
            opens=part.code in self._opening,
            spread=spread,
        )

    def _weight(self, code: str) -> float:
        """The share of a node in the whole index: as stated and moved, or as the data give it."""
        result = self._bridge.session.shown
        if result is None:
            return 0.0
        if not self._stated():
            return result.effective_weights.get(code, 0.0)
        return in_whole(self._shares_up(code))

    def _shares_up(self, code: str) -> Iterator[Decimal]:
        node = self._nodes.get(code)
        while node is not None and node.parent is not None:
            yield self.weighing.shares(node.parent)[node.code]
            node = self._nodes.get(node.parent)

    def _stated(self) -> bool:
        """Whether the weights are those that people state, in the file or in a scenario."""
        shown = self._bridge.session.shown
        return shown is not None and shown.recipe.weights.source == "metadata"

    def _movable(self, part: "Node") -> bool:
        session = self._bridge.session
        result, trying = session.shown, session.looks.scenario is not None
        if result is None or not self._stated() or (session.project.read_only and not trying):
            return False
        siblings = result.tree.children.get(part.parent or "", ())
        return len(siblings) > 1 and result.plan_of(part.parent or result.root).weighted

    # -- what is done --------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        header, weighing, strip = self.header, self.weighing, self.strip
        header.grabbed.connect(weighing.grab)
        header.dragged.connect(weighing.drag)
        header.stepped.connect(weighing.step)
        header.given.connect(weighing.give)
        header.kept.connect(weighing.keep)
        header.restored.connect(weighing.restore)
        header.refused.connect(self._bridge.failed)
        header.lock_toggled.connect(partial(self._do, "lock"))
        header.fold_toggled.connect(self._fold)
        header.menu_wanted.connect(self._pop)
        header.sort_wanted.connect(self._sort)
        weighing.previewed.connect(self.show_tried)
        strip.laid.connect(self.lay)
        strip.filtering.connect(self.filters.setVisible)
        strip.labelled.connect(self._label)
        strip.overviewed.connect(self._shrink)
        strip.sought.connect(self._find)
        strip.menu_wanted.connect(self._fill)
        self.filters.changed.connect(self.arrange_by)
        self.filters.back_wanted.connect(self.take_back)
        strip.back_wanted.connect(self.take_back)
        self._table.part_wanted.connect(self._go)
        self._table.group_wanted.connect(self._fold_group)
        self._table.told.connect(self.told)

    def show_tried(self, standing: "Standing | None") -> None:
        """Show what somebody tries; None brings back what holds."""
        self.preview = standing
        self.show_wanted.emit()

    def lay(self, alignment: str, chosen: str = "") -> None:
        """Lay the bars in another alignment; with a part, or with what they are compared with."""
        standing = self.standing()
        self.looks.alignment = Alignment(alignment)
        if chosen:
            self.looks.chosen = chosen
        self.strip.show_look(self.looks.alignment)
        if standing is not None:
            self._lay(self.looks.look(standing, self._groupings, self._bridge.area), moving=True)

    def _lay(self, look: Look, *, moving: bool) -> None:
        bars = self._table.bars
        if look != bars.look:
            still = not moving or not self._motion.wanted
            self._motion.stop()
            bars.former, bars.look, bars.progress = (None if still else bars.look), look, float(still)
            if not still:
                self._motion.start()
        self._table.viewport().update()

    def _move_bars(self, progress: object) -> None:
        self._table.bars.progress = float(str(progress))
        self._table.viewport().update()

    def arrange_by(self, how: Arrangement) -> None:
        """Filter, sort and group by other choices."""
        self.looks.take(how)
        self.show_wanted.emit()

    def take_back(self) -> None:
        """Filter, sort and group as before the last change of that."""
        self.looks.take_back()
        self.filters.show_arrangement(self.looks.arrangement)
        self.show_wanted.emit()

    def _sort(self, section: int, part: str, also: bool) -> None:
        key = f"part:{part}" if part else KEYS.get(Column(section), "")
        if key:
            self._sort_by(key, also)

    def _sort_by(self, key: str, also: bool) -> None:
        self.looks.sort_by(key, also=also)
        self.filters.show_arrangement(self.looks.arrangement)
        self.show_wanted.emit()

    def _fold_group(self, code: str) -> None:
        """Hide the rows of a group, or show them again."""
        how = self.looks.arrangement
        self.arrange_by(replace(how, folded=how.folded ^ {code}))
        self.filters.show_arrangement(self.looks.arrangement)

    def _fold(self, code: str) -> None:
        """Open a part into its parts; a leaf closes what it is part of."""
        index = self._bridge.session.index
        if index is None:
            return
        inner = any(node.parent == code for node in index.nodes)
        self._do("open" if inner else "close", code)

    def _do(self, what: str, code: str) -> None:
        index = self._bridge.session.index
        node = next((one for one in index.nodes if one.code == code), None) if index is not None else None
        if node is None or index is None:
            return
        match what:
            case "lock":
                self.weighing.toggle_lock(code)
                self.show_lanes(self.standing())
            case "equal" if node.parent:
                self.weighing.equalise(node.parent)
            case "reset" if node.parent:
                self.weighing.reset(node.parent)
            case "open":
                self._open(self.looks.opened | {code})
            case "close" if node.parent:
                inside = {one.code for one in self.provenance.below(node.parent)}
                self._open(self.looks.opened - inside - {node.parent})
            case "baseline":
                self.lay(Alignment.BASELINE.value, code)
            case "sort":
                self._sort_by(f"part:{code}", False)
            case "range":
                self.strip.filter.setChecked(True)
                self.filters.ask_range(f"{PART}{code}")
            case "map":
                self.mapping_wanted.emit(code)

    def _open(self, opened: frozenset[str]) -> None:
        self.header.commit()
        self.weighing.keep()
        self.looks.opened = frozenset(opened)
        self.weighing.opened = self.looks.opened
        self.refresh_wanted.emit()

    def _pop(self, code: str, place: QPoint) -> None:
        index = self._bridge.session.index
        menu = QMenu(self.header)
        if code and index is not None:
            node = next(one for one in index.nodes if one.code == code)
            leaf = not any(one.parent == code for one in index.nodes)
            opened = node.parent in self.looks.opened
            menus.part_menu(menu, node, self.weighing, leaf=leaf, opened=opened, do=self._do)
            menu.addSeparator()
            self.moves.fill(menu, node, self._model.parts)
        else:
            self._fill("columns", menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _fill(self, kind: str, menu: QMenu) -> None:
        titles = self._model.titles()
        index = self._bridge.session.index
        if kind == "sort":
            there = {column: name for column, name in titles.items() if self._sortable(column)}
            menus.fill_sort(menu, self.looks, menus.names(there, self._model.parts), self._sort_by, self.take_back)
        elif kind == "columns":
            menus.fill_columns(menu, self.header, titles)
        elif index is not None:
            trying = self._bridge.session.looks.scenario is not None
            strips = (self.strips_shown, self._show_strips)
            menus.fill_weights(menu, self.weighing, index.code, strips, (trying, self._try_only))

    def _sortable(self, column: Column) -> bool:
        """Whether a column has something to sort by; intervals and paths only where they are shown."""
        return column not in (Column.INTERVAL, Column.PATH) or not self._table.isColumnHidden(column)

    def _show_strips(self, shown: bool) -> None:
        self.strips_shown = shown
        self.strips_wanted.emit(shown)

    def _try_only(self, on: bool) -> None:
        """Begin to try what is changed, or show the data again."""
        self._bridge.look(self._bridge.session.tried if on else None)

    def _shrink(self, on: bool) -> None:
        self._table.overview = on

    def _label(self, on: bool) -> None:
        self._table.bars.labels = on
        self._table.fit_rows()
        self._table.viewport().update()

    def _find(self, text: str, following: bool) -> None:
        current = self._table.currentIndex().row()
        found = self._table.row_named(text, current if following else current - 1)
        if found is not None:
            self._table.go_to(found)

    # -- what bars rest on ---------------------------------------------------------------------------------------------

    def _code(self, part: int) -> str:
        return self._model.parts[part].code if 0 <= part < len(self._model.parts) else ""

    def _uncited(self, area: str) -> frozenset[int]:
        parts = self._model.parts
        return frozenset(place for place, part in enumerate(parts) if self.provenance.uncited(area, part.code))

    def _raw(self, area: str, part: int) -> str:
        return self.provenance.raw(area, self._code(part))

    def _explained(self, area: str, part: int) -> str:
        """ "Enterprise: 31.2 of 56.0", then what it rests on."""
        number = self._model.row_of(area)
        if number is None or not self._code(part):
            return ""
        head = self._model.part_words(self._model.rows[number], part)
        return f"{head}\n{self.provenance.told(area, self._code(part))}".strip()

    def indicator(self, area: str) -> str:
        """The value of an area to look at for the part that the keys are at; "" at none."""
        code = self._code(self._table.bars.part)
        return self.provenance.cell(area, code) if area and code else ""

    def _go(self, area: str, part: int) -> None:
        indicator = self.provenance.cell(area, self._code(part))
        if indicator:
            self.go_wanted.emit(area, indicator)
