"""One open project, the index in view and its live result: what both fronts, window and command line, stand on.

Every change goes through `Session.run`: one operation on the project file (durable when it returns), its changes fed to
the engine, the consequence told to whoever subscribed. The session knows no Qt, paints nothing and speaks no SQL.
"""

from collections.abc import Callable, Hashable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import compress
from typing import TYPE_CHECKING, Concatenate, Final, ParamSpec, TypeVar, cast

from citeria_core import ranking
from citeria_core.effects import Effect, effects, supposed
from citeria_core.engine import Result
from citeria_core.errors import KnownError
from citeria_core.model import Area, CellReading, Grouping, Index, Indicator
from citeria_core.period import Period
from citeria_core.readings import NO_PERIOD, Readings
from citeria_core.row_parts import row_parts
from citeria_core.scenario import Scenario, more
from citeria_db import load
from citeria_db.changes import NO_CHANGES, Changes
from citeria_db.history.replay import Told, nobody
from citeria_db.store import Project
from citeria_desktop.consequence import Consequence
from citeria_desktop.live_index import LiveIndex
from citeria_desktop.looks import Looks
from citeria_desktop.roster import Roster
from citeria_desktop.speech import ENGLISH, Speech
from citeria_desktop.trial import Trial

if TYPE_CHECKING:
    from citeria_core.dataset import Dataset
    from citeria_core.intervals import Intervals
    from citeria_core.runs import Progress
    from citeria_core.study import Question, Study
    from citeria_core.verify_next import Worth
    from citeria_core.why import Why

_Arguments = ParamSpec("_Arguments")
_Gathered = TypeVar("_Gathered")
_KEPT_TABLES: Final = frozenset({"snapshot", "scenario", "verdict"})  # beside the data: nothing is computed anew
_END_OF_TIME: Final = Period(start="9999-12-31", end="9999-12-31")


class NoResultError(KnownError):
    """An index that cannot be computed as it stands."""

    code = "no_result"
    template = "{index} cannot be ranked: {problem}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one step did: its label, what it touched, who moved, and the sentence for the status line."""

    label: str
    changes: Changes
    moves: tuple[ranking.Move, ...] = ()
    message: str = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a grid shows: areas down, indicators across, and what each cell reads."""

    areas: tuple[Area, ...]
    indicators: tuple[Indicator, ...]
    readings: Readings


Listener = Callable[[Outcome], None]


class Session:
    """An open project seen through one of its indices (None while the project has none)."""

    def __init__(
        self, project: Project, index: str | None = None, speech: Speech = ENGLISH, told: load.Heard = load.unheard
    ) -> None:
        """`told` hears how much of the values is read; what it raises ends the opening."""
        self.project = project
        self._speech = speech
        self.live = LiveIndex(project, told)
        self._consequence = Consequence(self.live, speech)
        self._listeners: list[Listener] = []
        self._names: dict[str, str] = {}
        self._standing: ranking.Standing | None = None
        self._gathered: dict[Hashable, object] = {}
        self.roster = Roster(project)
        self.looks = Looks(project)
        self._enter(index or self.live.first())
        self.live.told = load.unheard

    def speak(self, speech: Speech) -> None:
        """Say everything from now on in other words; what is in view is told anew."""
        self._speech, self._consequence = speech, Consequence(self.live, speech)
        self._enter(self.index.code if self.index is not None else None, NO_CHANGES)

    def tr(self, text: str) -> str:
        """`text` in the words of whoever opened the session."""
        return self._speech.translate("Session", text)

    # -- what the fronts read ---------------------------------------------------------------------------------------

    @property
    def index(self) -> Index | None:
        """The index in view; None while the project has none."""
        return self.live.index

    @property
    def result(self) -> Result | None:
        """The result of the index in view; None where there is none, for which `problem` has the reason."""
        return self.live.result

    @property
    def previous(self) -> Result | None:
        """The result before the last step; None where there was none."""
        return self.live.previous

    @property
    def problem(self) -> str:
        """Why there is no result, in words; "" where there is one."""
        return self._consequence.problem

    @property
    def readings(self) -> Readings:
        """What every cell of the index in view reads."""
        return self.live.readings

    @property
    def standing(self) -> ranking.Standing | None:
        """The ranking of the index in view as rows, with the published rank and the change (see `Looks`)."""
        shown = self.shown
        if self._standing is None and shown is not None:
            former = self.looks.former(self.result, self.previous)
            self._standing = self._said(ranking.standing(shown, self._names, self._published(), former))
        return self._standing

    def stand(self, opened: AbstractSet[str]) -> ranking.Standing | None:
        """The standing with the bars of the `opened` nodes shown as those of their parts."""
        shown = self.shown
        if not opened or shown is None:
            return self.standing
        former = self.looks.former(self.result, self.previous)
        return ranking.standing(shown, self._names, self._published(), former, opened)

    @property
    def shown(self) -> Result | None:
        """The result that the ranking shows: that of the data, or of the scenario in view."""
        return self.looks.shown(self.result)

    def look(self, scenario: Scenario | None) -> None:
        """Show the ranking under a scenario, or (None) that of the data; nothing is written.

        Raises what the engine raises; the ranking then stays as it was.
        """
        if scenario is not None and self.result is not None:
            self.looks.check(self.result, scenario)
        self.looks.show(scenario)
        self._standing = None

    def measure(self, snapshot: str, scenario: str = "") -> None:
        """Count changes of rank against a snapshot of the index in view, or a scenario, or (neither) the last step.

        Raises what the engine raises where the scenario cannot be applied; the changes then stay as they were.
        """
        if snapshot and self.index is not None:
            self.looks.kept(self.index.code, snapshot)
        if scenario and self.index is not None and self.result is not None:
            self.looks.check(self.result, self.project.scenarios.get(self.index.code, scenario))
        self.looks.against, self.looks.rival, self._standing = snapshot, scenario, None

    def ghosts(self, opened: AbstractSet[str] = frozenset()) -> dict[str, tuple[float | None, ...]]:
        """What the bars of the areas whose values a scenario in view tries are made of in the data: area → parts."""
        scenario, result = self.looks.scenario, self.result
        if scenario is None or result is None or not scenario.values:
            return {}
        tried = {area for area, _ in scenario.values}
        made = row_parts(result, opened).values.tolist()
        return {
            area: tuple(None if value != value else value for value in parts)
            for area, parts in zip(result.areas, made, strict=True)
            if area in tried
        }

    @property
    def tried(self) -> Scenario | None:
        """The scenario in view, or one that tries nothing yet; None where there is no index."""
        return self.looks.scenario or (None if self.index is None else Scenario(self.index.code, ""))

    def present_weights(self) -> Scenario | None:
        """The weights of the data as a scenario without a name, so that they are kept whatever becomes of them."""
        if self.index is None:
            return None
        weights = {node.code: node.weight for node in self.index.nodes if node.parent is not None}
        return Scenario(self.index.code, "", weights=weights)

    def try_value(self, area: str, indicator: str, value: float | None) -> Scenario | None:
        """What is in view with one more value tried, as a scenario without a name; None where there is no index."""
        return None if self.tried is None else more(self.tried, values={(area, indicator): value})

    def why(self, area: str) -> "Callable[[], Why] | None":
        """The work of telling why an area stands elsewhere than in what changes are counted against; any thread."""
        return None if self.result is None else self.looks.why(self.result, self.previous, area)

    @property
    def names(self) -> Mapping[str, str]:
        """Area code → name, in the language that the session speaks."""
        return self._names

    @property
    def undo_label(self) -> str | None:
        """What undo would undo, or None."""
        return self.project.history.undo_label()

    @property
    def redo_label(self) -> str | None:
        """What redo would redo, or None."""
        return self.project.history.redo_label()

    def scope(self, everything: bool = False, as_of: Period | None = None) -> Scope:
        """The areas and indicators of the index in view, or `everything` the project has a value for, of any period.

        With `as_of` the cells read what was known by then, whatever periods the index fixes.
        """
        if self.index is not None and not everything:
            known = {area.code: area for area in self.roster.areas}
            areas = tuple(known[code] for code in self.index.areas)
            codes = dict.fromkeys(leaf.indicator for leaf in self.index.leaves() if leaf.indicator)
            readings = self.readings
            if as_of is not None:
                readings = load.readings(self.project, self.index.areas, codes, as_of, self.live.open_leaves())
            measured = {one.code: one for one in self.roster.indicators}
            return Scope(areas, tuple(measured[code] for code in codes), readings)
        areas, indicators = self.roster.areas, self.roster.indicators
        readings = load.readings(
            self.project, [area.code for area in areas], [one.code for one in indicators], as_of or _END_OF_TIME
        )
        stands = readings.period_at != NO_PERIOD  # of an observation, whatever it says
        held = set(compress(readings.areas, stands.any(axis=1)))
        used = set(compress(readings.indicators, stands.any(axis=0)))
        if not held:
            return Scope(areas, indicators, readings)
        return Scope(
            tuple(area for area in areas if area.code in held),
            tuple(indicator for indicator in indicators if indicator.code in used),
            readings,
        )

    def read(
        self, area: str, indicator: str, everything: bool = False, as_of: Period | None = None
    ) -> CellReading | None:
        """What one cell of `scope` reads now; None for a cell that the scope does not hold."""
        own = self.index is not None and not everything
        if own and as_of is None:
            return self.readings.get((area, indicator))
        leaves = self.live.open_leaves() if own else {}
        return load.readings(self.project, [area], [indicator], as_of or _END_OF_TIME, leaves)[area, indicator]

    def once(self, what: Hashable, gather: Callable[[], _Gathered]) -> _Gathered:
        """What `gather` gives, gathered once until something changes; `what` names it and all that it depends on."""
        if what not in self._gathered:
            self._gathered[what] = gather()
        return cast("_Gathered", self._gathered[what])

    def trial(self) -> Trial | None:
        """Other weights and methods to be tried over what the ranking shows; nothing is written. None without a result.

        Changes are counted against what is shown, under a scenario against the data, or against the snapshot chosen.
        """
        shown = self.shown
        if shown is None:
            return None
        return Trial(shown, self._names, self._published(), self.looks.former(self.result, shown))

    def effects(self, area: str, indicator: str) -> tuple[Effect, ...]:
        """What the index would do with each observation of a cell that is not in use, were it put in use.

        Of every period; computed once until something changes. Empty where the index does not read the cell or there is
        no ranking.
        """
        return self.once((effects, area, indicator), lambda: self._effects(area, indicator))

    def _effects(self, area: str, indicator: str) -> tuple[Effect, ...]:
        if self.index is None or self.result is None or (area, indicator) not in self.readings:
            return ()
        observations = self.project.observations.cell(area, indicator)
        kind = self.project.indicators.get(indicator).kind
        return effects(self.result, self.index, observations, kind, self._names)

    def supposed(self, area: str, indicator: str) -> tuple[Effect, ...]:
        """What hangs on the value that the index reads of a cell: the ranks without it, and at its ends."""
        reading = self.readings.get((area, indicator))
        if self.index is None or self.result is None or reading is None:
            return ()
        leaf = next((node for node in self.index.leaves() if node.indicator == indicator), None)
        return supposed(self.result, leaf.code, reading, self._names) if leaf is not None else ()

    def study(self, question: "Question", previous: "Study | None" = None) -> "Callable[[], Study] | None":
        """The work of finding what is asked about clusters, over values only: any thread may do it."""
        if self.result is None:
            return None
        result, groupings = self.result, self.groupings()

        def work() -> "Study":
            from citeria_core.study import study  # imports SciPy and scikit-learn when first asked

            return study(result, question, groupings, previous)

        return work

    def intervals(
        self, runs: int = 1000, seed: int = 1, top: int = 5, own_factors: bool = False
    ) -> "Callable[[Progress], Intervals] | None":
        """The work of finding every area's rank interval, as `citeria_core.intervals` does, for any thread.

        It is given a function of the runs done and their number, which stops it by returning False.
        """
        shown = self.shown
        if shown is None:
            return None
        dataset, recipe = replace(shown.edited(), readings=dict(self.readings)), shown.recipe

        def work(progress: "Progress") -> "Intervals":
            from citeria_core.intervals import intervals

            return intervals(dataset, recipe, runs, seed, top, own_factors, progress)

        return work

    def to_verify(self) -> "Callable[[Progress], tuple[Worth, ...]] | None":
        """The work of ordering the doubtful values by what knowing them is worth, for any thread; see `intervals`."""
        if self.result is None:
            return None
        result = replace(self.result, dataset=replace(self.result.dataset, readings=dict(self.readings)))

        def work(progress: "Progress") -> "tuple[Worth, ...]":
            from citeria_core.verify_next import verify_next

            return verify_next(result, progress=progress)

        return work

    def dataset(self) -> "Dataset":
        """What the index in view is computed from now, with what is known of every cell; raises without a result."""
        if self.result is None:
            raise NoResultError(index=self.index.code if self.index else "The project", problem=self.problem)
        return replace(self.result.edited(), readings=dict(self.readings))

    def groupings(self) -> tuple[Grouping, ...]:
        """The groupings that people gave."""
        return self.roster.groupings

    # -- what changes ----------------------------------------------------------------------------------------------

    def run(
        self,
        operation: Callable[Concatenate[Project, _Arguments], Changes],
        *args: _Arguments.args,
        **kwargs: _Arguments.kwargs,
    ) -> Outcome:
        """Carry out one operation as one undoable step, recompute what it reaches, and tell the subscribers."""
        return self._absorb(operation(self.project, *args, **kwargs))

    def undo(self, told: Told = nobody) -> Outcome:
        """Undo the last step; raises when there is none. `told` as for `Project.undo`."""
        label = self.undo_label
        return self._absorb(self.project.undo(told), self.tr("Undone: {0}. ").format(self._speech.say(label or "")))

    def redo(self, told: Told = nobody) -> Outcome:
        """Redo the step undone last; raises when there is none. `told` as for `Project.undo`."""
        label = self.redo_label
        return self._absorb(self.project.redo(told), self.tr("Redone: {0}. ").format(self._speech.say(label or "")))

    def choose_index(self, code: str) -> Outcome:
        """Look at the project through another index."""
        self._enter(code)
        return self._tell(Outcome(label="", changes=NO_CHANGES, message=self.index.name if self.index else ""))

    def reload_if_changed(self) -> bool:
        """Read everything again when another window, command or program wrote to the file."""
        if not self.project.changed_outside():
            return False
        before = self.result
        self._enter(self.live.held())
        moves = self._moves(before)
        told = self.tr("Changed by another program: {0}").format(self.spell(moves))
        message = told if moves else self.tr("Changed by another program")
        self._tell(Outcome(label="", changes=NO_CHANGES, moves=moves, message=message))
        return True

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every change; call what comes back to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _enter(self, code: str | None, changes: Changes | None = None) -> None:
        """Look through an index; what is known of it is read again as far as `changes` reach (None: everything)."""
        self.roster.follow(changes)
        self.live.enter(code, changes)
        self.looks.enter(code or "")
        self._forget()

    def _forget(self) -> None:
        """Let go of what was made of the result before."""
        self._names = {area.code: area.name(self._speech.language) for area in self.roster.areas}
        self._standing = None
        self._gathered.clear()

    def _absorb(self, changes: Changes, told: str = "") -> Outcome:
        """Take over what a step changed and tell what came of it; `told` opens the sentence."""
        label = changes.step.label if changes.step else ""
        if changes.tables <= _KEPT_TABLES:  # or nothing at all: the last step is still the one before
            self.looks.refresh()
            self._standing = None
            return self._tell(Outcome(label, changes, (), told.strip()))
        before = self.result
        self.roster.follow(changes)
        if self.live.follow(changes):
            self.looks.enter(self.index.code if self.index is not None else "")
        self._forget()
        moves = self._moves(before)
        message = told + self._consequence.told(changes, before, moves)
        return self._tell(Outcome(label, changes, moves, message.strip()))

    def _moves(self, before: Result | None) -> tuple[ranking.Move, ...]:
        if before is None or self.result is None or before.areas != self.result.areas:
            return ()
        return ranking.moves(before, self.result, self._names)

    def spell(self, moves: tuple[ranking.Move, ...]) -> str:
        """Moves in words, as `Consequence.spell` does."""
        return self._consequence.spell(moves)

    def _published(self) -> dict[str, str]:
        if self.index is None or self.index.published is None:
            return {}
        return self.project.published.get(self.index.published).labels()

    def _said(self, standing: ranking.Standing) -> ranking.Standing:
        """A standing whose reasons and note are in the words of whoever opened the session."""
        say = self._speech.say
        rows = tuple(replace(row, reason=say(row.reason)) if row.reason else row for row in standing.rows)
        return replace(standing, rows=rows, note=say(standing.note))

    def _tell(self, outcome: Outcome) -> Outcome:
        self._gathered.clear()
        for listener in tuple(self._listeners):
            listener(outcome)
        return outcome
