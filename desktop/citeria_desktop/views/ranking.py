"""The ranking: every area of the index in view, its bar, its score, and the published rank beside ours.

The full view and the compact one (the live ranking beside the grid) are one widget: the same model, the same bars. The
view shows the session's standing; weights typed in its legend go through the bridge like every other edit. What only
the full view has is the work of its `RankingBench`.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QItemSelectionModel, QModelIndex, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from citeria_desktop.language import lists
from citeria_desktop.language.naming import second_name
from citeria_desktop.models import ranking_words as words
from citeria_desktop.models import table_text
from citeria_desktop.models.ranking_model import Column, RankingModel
from citeria_desktop.painting.part_colours import part_colours
from citeria_desktop.panels.ranking_bench import RankingBench
from citeria_desktop.panels.ranking_standpoint import RankingStandpoint
from citeria_desktop.panels.ranking_table import RankingTable
from citeria_desktop.panels.view_header import ViewHeader
from citeria_desktop.panels.weights import WeightsPanel
from citeria_desktop.picture.subject import Key, Picture
from citeria_desktop.picture.table import TableDrawing
from citeria_desktop.theme import Theme
from citeria_desktop.views.empty_state import EmptyState
from citeria_desktop.views.view import State, View

_LOOKED_UP = frozenset({"area", "composite_index"})  # where names and the published ranking stand
_BESIDE = frozenset({"snapshot", "scenario", "verdict"})  # a step that touched only these computed nothing

if TYPE_CHECKING:
    from citeria_desktop.bridge import SessionBridge
    from citeria_desktop.dialogs.mapping import MappingDialog
    from citeria_desktop.session import Outcome


class RankingView(View):
    """The ranking of the index in view; `compact` is the live ranking beside other views.

    `still` says whether somebody wants no motion.
    """

    def __init__(
        self,
        bridge: "SessionBridge",
        theme: Theme,
        parent: QWidget | None = None,
        *,
        compact: bool = False,
        still: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(bridge, theme, parent)
        self.setAccessibleName(self.tr("Ranking"))
        self._compact = compact
        self._following = False
        self._natives: dict[str, str] = {}
        self._stale = False
        self._haunted: object = None  # what the ghosts in the model are of
        self.model = RankingModel(self)
        self.header = ViewHeader(self.tr("Ranking"))
        self.chip = QLabel()
        self.chip.setProperty("role", "chip")
        self.header.add(self.chip)
        self.why = QLabel()  # why there is no ranking
        self.empty = EmptyState(self._purpose())
        self.empty.wanted.connect(lambda: self.go_wanted.emit("structure", "indices"))
        self.note = QLabel()  # what holds for all of it
        self.weights = WeightsPanel(bridge, theme, compact=compact)
        self.table = RankingTable(self.model, theme, compact=compact, still=still)
        self.bench = None if compact else RankingBench(bridge, theme, self.table, self.model, still, self)
        self.standpoint = None if compact else RankingStandpoint(bridge, theme, self.table, self.model, self)
        self.sentence = QLabel()
        self._lay_out()
        self.setFocusProxy(self.table)
        if self.bench is not None:
            self._connect(self.bench)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        bridge.changed.connect(self._changed)
        bridge.looked.connect(self._look)
        bridge.selected.connect(self._follow)
        self._look_up()
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Dress in another theme."""
        super().set_theme(theme)
        self.weights.set_theme(theme)
        self.table.set_theme(theme)
        if self.bench is not None:
            self.bench.set_theme(theme, shown=not self._stale)
        if self.standpoint is not None:
            self.standpoint.set_theme(theme)

    @property
    def busy(self) -> bool:
        """Whether something in view waits for a result."""
        return self.table.slide.motion.running or (self.standpoint is not None and self.standpoint.busy)

    def stop(self) -> None:
        """Drop what is computed in the background."""
        if self.standpoint is not None:
            self.standpoint.stop()

    def pointed_at(self) -> tuple[str, str]:
        """A value below the part that the keys are at, else what all views have selected."""
        area = self._bridge.area
        under = self.bench.indicator(area) if self.bench is not None else ""
        return (area, under) if under else super().pointed_at()

    def table_text(self) -> str:
        """Every row: rank, area, score, published rank, parts, values present."""
        return table_text.of_ranking(self.model)

    def picture(self) -> Picture:
        """Every row, with the parts of the index in view and what they weigh."""
        drawing = TableDrawing(self.table, stretching=False)
        weights = self.bench.weights(self.bench.standing()) if self.bench is not None else []
        colours = part_colours(self._theme, self.table.bars.tones)
        legend = tuple(
            Key(f"{part.name} {100 * weight:.1f} %", colour)
            for part, weight, colour in zip(self.model.parts, weights, colours, strict=False)
        )
        return Picture(self.tr("Ranking"), drawing, legend, " ".join(filter(None, (self.note.text(), drawing.note))))

    def state(self) -> dict[str, object]:
        """What was chosen to be seen, and how the columns stand."""
        if self.bench is None:
            return {}
        header = bytes(self.table.header.saveState().toBase64().data()).decode()
        standing = self.standpoint.state() if self.standpoint is not None else {}
        given_up = sorted(int(column) for column in self.table.given_up)
        shown = {
            "given_up": given_up,
            "strips": self.bench.strips_shown,
            "values": self.table.bars.labels,
            "overview": self.table.overview,
            "boxes": self.bench.header.boxes,
        }
        return {**self.bench.looks.state(), **standing, "columns": header, **shown}

    def restore(self, state: State) -> None:
        """Back to it."""
        if self.bench is None:
            return
        self.bench.looks.restore(state)
        header = state.get("columns")
        if isinstance(header, str):
            self.table.header.restoreState(QByteArray.fromBase64(header.encode()))
            given_up = state.get("given_up")
            self.table.give_back(given_up if isinstance(given_up, list) else [])
        if self.standpoint is not None:
            self.standpoint.restore(state.get("path"), state.get("intervals"), state.get("verify"))
        self.show_strips(bool(state.get("strips")))
        self.bench.strip.labels.setChecked(bool(state.get("values")))
        self.bench.strip.overview.setChecked(bool(state.get("overview")))
        self.bench.header.show_boxes(bool(state.get("boxes")))
        self.bench.filters.show_arrangement(self.bench.looks.arrangement)
        self.bench.strip.filter.setChecked(self.bench.looks.arrangement.filters)
        self.bench.strip.show_look(self.bench.looks.alignment)
        self._refresh()

    def _connect(self, bench: RankingBench) -> None:
        bench.show_wanted.connect(self._show)
        bench.refresh_wanted.connect(self._refresh)
        bench.strips_wanted.connect(self.show_strips)
        bench.go_wanted.connect(self._go)
        bench.mapping_wanted.connect(self.edit_mapping)
        bench.told.connect(self.told)
        self.show_strips(False)

        assert self.standpoint is not None
        self.standpoint.go_wanted.connect(self._go)
        self.standpoint.measured.connect(self._remeasure)
        self.standpoint.told.connect(self.told)

    def show_strips(self, shown: bool) -> None:
        """Show the weights of every level above the rows, or hide them."""
        if self.bench is not None:
            self.bench.strips_shown = shown
        if shown:
            self.weights.refresh()
        self.weights.setVisible(shown)

    def edit_mapping(self, code: str) -> "MappingDialog | None":
        """Bend the line by which the values of a leaf become points; None where there is no result to bend it over."""
        from citeria_desktop.dialogs.mapping import MappingDialog

        session, bench = self._bridge.session, self.bench
        node = next((one for one in session.index.nodes if one.code == code), None) if session.index else None
        if bench is None or node is None or session.result is None:
            return None
        dialog = MappingDialog(self._bridge, self._theme, node, bench.show_tried, self)
        dialog.open()
        return dialog

    def _go(self, area: str, indicator: str) -> None:
        self._bridge.select(area, indicator)
        self.go_wanted.emit("data", "")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        if self.bench is not None:
            column.addWidget(self.bench.strip)
            if self.standpoint is not None:
                column.addWidget(self.standpoint.strip)
            column.addWidget(self.bench.filters)
        column.addWidget(self.weights)
        for label in (self.why, self.sentence, self.note):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setContentsMargins(16, 8, 16, 8)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.note.setProperty("role", "muted")
        self.note.setContentsMargins(16, 0, 16, 8)
        self.sentence.setAccessibleName(self.tr("The selected area in words"))
        column.addWidget(self.why)
        column.addWidget(self.empty, 1)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        rows.addWidget(self.table, 1)
        rows.addWidget(self.sentence)
        rows.addWidget(self.note)
        rows.addStretch(0)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addLayout(rows, 1)
        if self.standpoint is not None:
            beside.addWidget(self.standpoint.verify)
        column.addLayout(beside, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self._look_up()
            self._refresh()

    @Slot(object)
    def _changed(self, outcome: "Outcome") -> None:
        if self.isVisible():
            self._refresh(outcome)
        else:
            self._stale = True

    @Slot()
    def _look(self) -> None:
        """Looked at under another scenario, or measured against another ranking; the data are what they were."""
        if self.bench is not None:
            self.bench.preview = None
        if self._stale:
            return  # a hidden view may hold the parts of another index
        self._stand(computed=True)

    @Slot(object)
    def _refresh(self, outcome: "Outcome | None" = None) -> None:
        self._stale = False
        index = self._bridge.session.index
        labelled = outcome is not None and bool(outcome.label)
        if outcome is not None and (not labelled or outcome.changes.tables & _LOOKED_UP):
            self._look_up()
        self.chip.setText(index.code if index else "")
        self.chip.setVisible(index is not None)
        self.chip.setToolTip(f"{index.name}\n{index.description}" if index else "")
        if not self.weights.isHidden():
            self.weights.refresh()
        if self.bench is not None:
            self.bench.begin()
            self.bench.offer()
        beside = outcome is not None and labelled and outcome.changes.tables <= _BESIDE
        self._stand(computed=not beside)

    def _stand(self, *, computed: bool) -> None:
        """Show the standing that holds now; `computed` where it is another one, not only looked at differently."""
        session = self._bridge.session
        standing = session.standing
        self._take_standpoint()
        if self.standpoint is not None:
            self.standpoint.begin(computed=computed or session.looks.scenario is not None)
        self._show()
        self.table.fit()
        self._explain(" ".join(filter(None, (self._scenario_words(), standing.note if standing else session.problem))))
        self.table.setVisible(bool(self.model.rows) or bool(standing and standing.rows))

    def _take_standpoint(self) -> None:
        """What changes are counted against, and what the ranking is shown under."""
        session = self._bridge.session
        looks = session.looks
        self.model.against = looks.against or looks.rival
        scenario = looks.scenario
        self.model.scenario = "" if scenario is None else scenario.name or self.tr("what is tried")
        self.weights.setEnabled(scenario is None)  # they are those of the data
        if self.bench is not None:
            self._haunt(self.bench.looks.opened)

    def _haunt(self, opened: frozenset[str]) -> None:
        """The bars that the data give areas of which values are tried; other numbers leave them what they are."""
        session = self._bridge.session
        scenario = session.looks.scenario
        tried = frozenset(area for area, _ in scenario.values) if scenario is not None else frozenset()
        if self._haunted != (session.result, opened, tried):
            self._haunted = session.result, opened, tried
            self.model.ghosts = session.ghosts(opened)

    @Slot()
    def _show(self) -> None:
        """Show the rows of what holds, or of what is being tried."""
        bench = self.bench
        standing = self._bridge.session.standing if bench is None else bench.standing()
        self._following = True
        if bench is None or standing is None:
            self.model.show(standing, self._natives, self._missing)
        else:
            arranged = bench.arrange(standing, self._natives)
            self.model.show(arranged, self._natives, self._missing, bench.weights(standing))
        self._following = False
        if bench is not None:
            bench.show_lanes(standing)
            self.table.fit_rows()
        self._follow(self._bridge.area)

    @Slot()
    def _remeasure(self) -> None:
        """What stands beside the ranks has changed: where rows are sorted by it, their order has too."""
        if self.bench is not None and self.bench.looks.measured:
            self._show()

    def _look_up(self) -> None:
        """What only another index, or an edited area, changes."""
        session = self._bridge.session
        project, index = session.project, session.index
        areas = set(index.areas) if index else set()
        self._natives = {area.code: second_name(area) for area in session.roster.areas if area.code in areas}
        published = index.published if index else None
        self.model.published_name = project.published.get(published).name if published else ""
        self.table.fit_columns()

    def _explain(self, words_for_all: str) -> None:
        """Above the rows where nobody has a rank, below them otherwise; in the middle where there is no row."""
        standing = self._bridge.session.standing
        self.empty.setVisible(standing is None or not standing.rows)
        self.empty.say(lists.sentences((self._purpose(), words_for_all)))
        unbuilt = self._bridge.session.result is None
        self.empty.offer(self.tr("Build the index") if unbuilt else "")
        if not self.empty.isHidden():
            words_for_all = ""
        nobody = not any(row.label for row in self.model.rows)
        for label, shown in ((self.why, nobody), (self.note, not nobody)):
            label.setText(words_for_all)
            label.setVisible(shown and bool(words_for_all))
        if nobody and any(row.published for row in self.model.rows):
            self.why.setText(lists.sentences((words_for_all, self.tr("The published order stands at the right."))))

    def _scenario_words(self) -> str:
        """That a scenario is shown, and what does not fit of it or of the one that changes are counted against."""
        looks, result = self._bridge.session.looks, self._bridge.session.result
        rival = " ".join(f"“{looks.rival}”: {finding}" for finding in looks.rival_findings(result))
        if looks.scenario is None:
            return rival
        told = self.tr("Shown under “{scenario}”; the data are as they were.")
        if not looks.scenario.name:
            told = self.tr("Shown as it would be with what is tried; the data are as they were.")
        shown = told.format(scenario=looks.scenario.name), *looks.findings(result), rival
        return " ".join(filter(None, shown))

    def _purpose(self) -> str:
        return self.tr("Here the areas of an index stand in the order of their scores.")

    def _missing(self, area: str) -> list[str]:
        """The names of the values an area lacks, as the index calls them."""
        session = self._bridge.session
        leaves = session.index.leaves() if session.index is not None else ()
        held = [session.readings.get((area, leaf.indicator or "")) for leaf in leaves]
        return [leaf.name for leaf, one in zip(leaves, held, strict=True) if one is None or one.value is None]

    @Slot(QModelIndex, QModelIndex)
    def _choose(self, current: QModelIndex) -> None:
        if current.isValid() and not self._following and current.row() not in self.model.heads:
            self._bridge.select(self.model.rows[current.row()].area)

    @Slot(str, str)
    def _follow(self, area: str, indicator: str = "") -> None:
        """Mark the area that all views have selected, and tell about it."""
        number = self.model.row_of(area)
        self._following = True
        selection = self.table.selectionModel()
        if number is None:
            selection.clear()
        elif self.table.currentIndex().row() != number or not selection.isRowSelected(number, QModelIndex()):
            index = self.model.index(number, Column.AREA)
            flags = QItemSelectionModel.SelectionFlag
            selection.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.table.scrollTo(index)
        self._following = False
        self._tell(number)

    def _tell(self, number: int | None) -> None:
        self.sentence.setVisible(number is not None)
        if number is None:
            return
        row = self.model.rows[number]
        missing = self._missing(row.area) if not row.label else []
        moved = self.model.change_in_words(row)
        spread = words.spread(row, self.model.places) if self.bench is not None and row.label else ""
        told = lists.sentences(
            (
                words.details(row, self.model.parts, self.model.places),
                self.tr("Missing: {names}.").format(names=lists.names(missing)) if missing else "",
                self.tr("{0}.").format(moved[:1].upper() + moved[1:]) if moved else "",
                self.tr("{0}.").format(spread) if spread else "",
            )
        )
        name = f'<span style="font-weight:600">{_escaped(row.name)}</span>'
        self.sentence.setTextFormat(Qt.TextFormat.RichText)
        self.sentence.setText(self.tr("{area}, {told}").format(area=name, told=_escaped(told)))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
