"""What the full ranking has from snapshots and scenarios: changes and their reasons, paths, intervals, what would be.

Stands between the view and the strip, cards and jobs that show them; the session holds what is looked at.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from citeria_core import reach
from citeria_core.scenario import Scenario, more
from citeria_core.what_if import Trial, Value
from citeria_desktop.jobs import LatestJob
from citeria_desktop.language.naming import name_of
from citeria_desktop.models import ranking_words, why_words
from citeria_desktop.models.ranking_model import Column, RankingModel
from citeria_desktop.panels.ranking_table import RankingTable
from citeria_desktop.panels.standpoint_strip import StandpointStrip
from citeria_desktop.panels.verify_panel import VerifyPanel
from citeria_desktop.panels.what_if_card import WhatIfCard
from citeria_desktop.panels.why_card import Told, WhyCard
from citeria_desktop.theme import Theme

if TYPE_CHECKING:
    from citeria_core.intervals import Intervals
    from citeria_core.model import Node
    from citeria_core.result import Result
    from citeria_desktop.bridge import SessionBridge

_TOP = 10


@dataclass(slots=True)
class _Drag:
    """The end of a bar being drawn: of which part, what it added at first, and the values that can move it.

    `before` is what was shown then; `indicator` and `wanted` are what is tried now, and what the part is to add.
    """

    result: "Result"
    area: str
    part: str
    points: float
    ranges: tuple[reach.Range, ...]
    before: Scenario | None
    trials: dict[str, Trial] = field(default_factory=dict)
    indicator: str = ""
    wanted: float = 0.0


class RankingStandpoint(QObject):
    """`go_wanted` leads to a cell; `told` is a consequence without a step; `measured` says that what stands beside the
    ranks is another than before.
    """

    go_wanted = Signal(str, str)
    measured = Signal()
    told = Signal(str)

    def __init__(
        self, bridge: "SessionBridge", theme: Theme, table: RankingTable, model: RankingModel, around: QWidget
    ) -> None:
        super().__init__(around)
        self._bridge, self._table, self._model = bridge, table, model
        self._dragged: _Drag | None = None
        self.strip = StandpointStrip(bridge, around)
        self.why = WhyCard(bridge, around)
        self.what_if = WhatIfCard(bridge, around)
        self.verify = VerifyPanel(bridge, theme)
        self.job = LatestJob()
        bridge.jobs.watch(self.job)
        self._connect()

    def _connect(self) -> None:
        self.job.finished.connect(self._take)
        self.job.failed.connect(self._fail)
        self.strip.paths.connect(self._show_paths)
        self.strip.path.clicked.connect(self._advise)
        self.strip.intervals.connect(self._show_intervals)
        self.strip.what_if_wanted.connect(lambda: self.ask_what_if(self._bridge.area))
        self.strip.verify_wanted.connect(self._show_verify)
        self._table.why_wanted.connect(self.ask_why)
        self._table.what_if_wanted.connect(self.ask_what_if)
        self._table.end_dragged.connect(self._drag)
        self._table.end_released.connect(self._release)
        self.why.cell_wanted.connect(self.go_wanted)
        self.what_if.cell_wanted.connect(self.go_wanted)
        self.verify.cell_wanted.connect(self.go_wanted)
        self.what_if.keep_wanted.connect(self.strip.keep)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.verify.set_theme(theme)

    def stop(self) -> None:
        """Drop what is computed in the background."""
        for job in (self.job, self.why.job, self.what_if.job, self.what_if.ways.job, self.verify.job):
            job.cancel()

    @property
    def busy(self) -> bool:
        """Whether something in view waits for a result."""
        return any(
            job.busy for job in (self.job, self.why.job, self.what_if.job, self.what_if.ways.job, self.verify.job)
        )

    def state(self) -> dict[str, object]:
        """What of it is in view."""
        return {
            "path": self.strip.path.isChecked(),
            "intervals": self.strip.interval.isChecked(),
            "verify": self.strip.verify.isChecked(),
        }

    def restore(self, path: object, intervals: object, verify: object) -> None:
        """Back to it."""
        self.strip.path.setChecked(bool(path))
        self.strip.interval.setChecked(bool(intervals))
        self.strip.verify.setChecked(bool(verify))
        self._show_verify()

    def begin(self, *, computed: bool) -> None:
        """The ranking is shown anew; where something was computed, intervals and what to verify are old."""
        self.strip.refresh()
        if not self.strip.path.isChecked():
            self._model.former = ()
        else:
            self._model.former = self._bridge.session.looks.path()
        if computed:
            self._request()
            self.verify.refresh()

    # -- beside the ranks --------------------------------------------------------------------------------------------

    @Slot(bool)
    def _show_paths(self, shown: bool) -> None:
        self._model.former = self._bridge.session.looks.path() if shown else ()
        self._table.show_beside(Column.PATH, shown)
        self._model.repaint()
        self.measured.emit()

    @Slot(bool)
    def _advise(self, shown: bool) -> None:
        """Somebody has asked for paths, and there is none."""
        if shown and not self._model.former:
            self.told.emit(self.tr("A path needs a snapshot: take one with “snapshot”."))

    @Slot(bool)
    def _show_intervals(self, shown: bool) -> None:
        self._table.show_beside(Column.INTERVAL, shown)
        self._request()

    def _request(self) -> None:
        top = max(1, min(_TOP, len(self._model.rows) // 2))  # the whole list is always the same
        work = self._bridge.session.intervals(top=top) if self.strip.interval.isChecked() else None
        if work is None:
            self.job.cancel()
            self._take(None)
            return
        self.job.start_long(work)
        self._bridge.jobs.began(self.tr("Rank intervals"), self.job)

    @Slot(object)
    def _take(self, found: "Intervals | None") -> None:
        self._model.intervals = {one.area: one for one in found.areas} if found is not None else {}
        self._model.runs = found.runs if found is not None else 0
        self.strip.tell_intervals(found)
        self._model.repaint()
        self.measured.emit()

    @Slot(str)
    def _fail(self, problem: str) -> None:
        self._take(None)
        if problem:  # there is nothing to say of what was stopped
            self._bridge.failed.emit(problem)

    @Slot()
    def _show_verify(self) -> None:
        self.verify.setVisible(self.strip.verify.isChecked())
        self.verify.refresh()

    # -- reasons and what would be -----------------------------------------------------------------------------------

    def _names(self) -> dict[str, str]:
        return {area.code: name_of(area) for area in self._bridge.session.roster.areas}

    @Slot(str)
    def ask_why(self, area: str) -> None:
        """Why an area moved, against what its change is counted."""
        names, looks = self._names(), self._bridge.session.looks
        scenario = ""
        if looks.scenario is not None:
            scenario = looks.scenario.name or self.tr("what is tried")
        then, now = why_words.then_words(looks.against or looks.rival, scenario), why_words.now_words(scenario)
        self.why.ask(self._bridge.session.why(area), Told(names.get(area, area), then, now, names))

    @Slot(str)
    def ask_what_if(self, area: str) -> None:
        """What if a value of an area were another."""
        if not area:
            self.told.emit(self.tr("Select an area first."))
            return
        part, parts = self._table.bars.part, self._model.parts
        node = parts[part] if 0 <= part < len(parts) else None
        self.what_if.ask(area, self._names().get(area, area), self._bridge.indicator, node)

    def _node(self, code: str) -> "Node | None":
        return next((part for part in self._model.parts if part.code == code), None)

    @Slot(str, int, float)
    def _drag(self, area: str, part: int, moved: float) -> None:
        """The end of a bar is drawn: the value that makes it so long is tried, as long as the mouse is held.

        Of the values below a part, the one that can move it farthest; which others could do it, the card tells.
        """
        if self._dragged is None:
            self._dragged = self._begin_drag(area, part)
        held = self._dragged
        if held is None or not held.ranges:
            return
        wanted = held.points + moved
        within = max(held.ranges, key=lambda one: one.most if moved > 0 else -one.least)
        trial = held.trials.setdefault(within.indicator, Trial(held.result, Value(area, within.indicator)))
        value = reach.value_for(trial, held.part, wanted, within)
        scenario = more(held.before or Scenario(held.result.root, ""), values={(area, within.indicator): value})
        held.indicator, held.wanted = within.indicator, wanted
        if self._bridge.look(scenario) and wanted > within.most:
            most = self.tr("With one value alone {part} comes to {points} at most.")
            name = self._model.parts[part].name
            self.told.emit(most.format(part=name, points=ranking_words.number(within.most, self._model.places)))

    def _begin_drag(self, area: str, part: int) -> "_Drag | None":
        result, row = self._bridge.session.shown, self._model.row_of(area)
        if result is None or row is None:
            return None
        points = self._model.rows[row].parts[part]
        if points is None:
            return None
        code = self._model.parts[part].code
        held = _Drag(result, area, code, points, reach.ranges(result, area, code), self._bridge.session.looks.scenario)
        if not held.ranges:
            self.told.emit(self.tr("No value below this part moves it."))
        return held

    @Slot(bool)
    def _release(self, kept: bool) -> None:
        held, self._dragged = self._dragged, None
        if held is None or not held.indicator:
            return
        if not kept:
            self._bridge.look(held.before)
            return
        name = self._names().get(held.area, held.area)
        self.what_if.go_on(held.area, name, held.indicator, self._node(held.part), held.before)
        if len(held.ranges) > 1:
            self.what_if.ways.find_ways(held.wanted)
