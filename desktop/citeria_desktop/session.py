"""One open project, the index in view and its live result: what both fronts, window and command line, stand on.

Every change goes through `Session.run`: one operation on the project file (durable when it returns), its changes fed to
the engine, the consequence told to whoever subscribed. The session knows no Qt, paints nothing and speaks no SQL.
"""

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import compress, groupby
from typing import TYPE_CHECKING, Concatenate, Final, ParamSpec

from citeria_core import ranking
from citeria_core.effects import Effect, effects
from citeria_core.engine import Engine, Result
from citeria_core.errors import KnownError
from citeria_core.explain import parts
from citeria_core.model import Area, CellReading, Grouping, Index, Indicator, Node
from citeria_core.period import Period
from citeria_core.readings import NO_PERIOD, Readings
from citeria_core.recipe import Recipe
from citeria_core.row_parts import row_parts
from citeria_core.scenario import Scenario, more
from citeria_db import load
from citeria_db.changes import NO_CHANGES, Changes
from citeria_db.history.replay import Told, nobody
from citeria_db.store import Project
from citeria_desktop.looks import Looks
from citeria_desktop.speech import ENGLISH, Speech

if TYPE_CHECKING:
    from citeria_core.dataset import Dataset
    from citeria_core.intervals import Intervals
    from citeria_core.runs import Progress
    from citeria_core.study import Question, Study
    from citeria_core.verify_next import Worth
    from citeria_core.why import Why

_Arguments = ParamSpec("_Arguments")
_VALUE_TABLES: Final = frozenset({"observation", "observation_flag", "citation", "source", "archived_copy", "note"})
_NAME_TABLES: Final = frozenset({"area_name", "grouping", "area_group", "group_member"})  # no score hangs on them
_KEPT_TABLES: Final = frozenset({"snapshot", "scenario"})  # beside the data: nothing is computed anew
_RANKED_TABLES: Final = frozenset({"observation", "node", "index_area", "composite_index"})  # what can move a rank
_FEW_CELLS: Final = 50  # more are read faster all at once than one by one
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


class Trial:
    """What the ranking would be: a result with something else tried, computed on an engine of its own.

    `former` is what changes of rank are counted against.
    """

    def __init__(
        self,
        result: Result,
        names: Mapping[str, str],
        published: Mapping[str, str],
        former: Result | Mapping[ranking.Key, float] | None,
    ) -> None:
        self._former = former
        self._engine = Engine.resumed(result)
        self._names = names
        self._published = published

    @property
    def result(self) -> Result:
        """What was tried last."""
        return self._engine.result

    def weigh(self, weights: Mapping[str, float], opened: AbstractSet[str] = frozenset()) -> ranking.Standing:
        """The ranking with these weights; those tried before stay unless they are named. Raises as the engine does."""
        return self._stand(self._engine.set_weights(weights), opened)

    def follow(self, recipe: Recipe, opened: AbstractSet[str] = frozenset()) -> ranking.Standing:
        """The ranking by another recipe. Raises as the engine does."""
        return self._stand(self._engine.set_recipe(recipe), opened)

    def _stand(self, result: Result, opened: AbstractSet[str]) -> ranking.Standing:
        return ranking.standing(result, self._names, self._published, self._former, opened)


Listener = Callable[[Outcome], None]


class Session:
    """An open project seen through one of its indices (None while the project has none)."""

    def __init__(self, project: Project, index: str | None = None, speech: Speech = ENGLISH) -> None:
        self.project = project
        self._speech = speech
        self.index: Index | None = None
        self.result: Result | None = None
        self.previous: Result | None = None
        self.problem = ""  # why there is no result, in words
        self.readings = load.no_readings()
        self._terms: Mapping[str, object] = {}  # what the readings of an area, of an indicator hang on
        self._engine: Engine | None = None
        self._probed: tuple[str, Dataset, Engine] | None = None  # of the index that was found to rank somebody
        self._listeners: list[Listener] = []
        self._names: dict[str, str] = {}
        self._standing: ranking.Standing | None = None
        self.looks = Looks(project)
        self._effects: dict[tuple[str, str], tuple[Effect, ...]] = {}
        self._load(index or self._first_index())

    def speak(self, speech: Speech) -> None:
        """Say everything from now on in other words; what is in view is told anew."""
        self._speech = speech
        self._load(self.index.code if self.index is not None else None, NO_CHANGES)

    def tr(self, text: str) -> str:
        """`text` in the words of whoever opened the session."""
        return self._speech.translate("Session", text)

    # -- what the fronts read ---------------------------------------------------------------------------------------

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

    def measure(self, snapshot: str) -> None:
        """Count changes of rank against a snapshot of the index in view, or ("") the last step."""
        if snapshot and self.index is not None:
            self.looks.kept(self.index.code, snapshot)
        self.looks.against, self._standing = snapshot, None

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
            known = {area.code: area for area in self.project.areas.all()}
            areas = tuple(known[code] for code in self.index.areas)
            codes = dict.fromkeys(leaf.indicator for leaf in self.index.leaves() if leaf.indicator)
            readings = self.readings
            if as_of is not None:
                readings = load.readings(self.project, self.index.areas, codes, as_of, self._open_leaves())
            measured = {one.code: one for one in self.project.indicators.all()}
            return Scope(areas, tuple(measured[code] for code in codes), readings)
        areas, indicators = self.project.areas.all(), self.project.indicators.all()
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
        leaves = self._open_leaves() if own else {}
        return load.readings(self.project, [area], [indicator], as_of or _END_OF_TIME, leaves)[area, indicator]

    def _open_leaves(self) -> dict[str, Node]:
        """The leaves of the index in view by indicator, without the periods that they fix."""
        leaves = () if self.index is None else self.index.leaves()
        return {leaf.indicator: replace(leaf, period=None) for leaf in leaves if leaf.indicator}

    def trial(self) -> "Trial | None":
        """Other weights and methods to be tried over what the ranking shows; nothing is written. None without a result.

        Changes are counted against what is shown, under a scenario against the data, or against the snapshot chosen.
        """
        shown = self.shown
        if shown is None:
            return None
        return Trial(shown, self._names, self._published(), self.looks.former(self.result, shown))

    def effects(self, area: str, indicator: str) -> tuple[Effect, ...]:
        """What the index would do with each observation of a cell that is not in use, were it put in use.

        Of every period; computed once and kept until something changes. Empty where the index does not read the cell
        or there is no ranking.
        """
        if self.index is None or self.result is None or (area, indicator) not in self.readings:
            return ()
        if (area, indicator) not in self._effects:
            observations = self.project.observations.cell(area, indicator)
            kind = self.project.indicators.get(indicator).kind
            self._effects[area, indicator] = effects(self.result, self.index, observations, kind, self._names)
        return self._effects[area, indicator]

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
        return self.project.groupings.all()

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
        self._load(code)
        return self._tell(Outcome(label="", changes=NO_CHANGES, message=self.index.name if self.index else ""))

    def reload_if_changed(self) -> bool:
        """Read everything again when another window, command or program wrote to the file."""
        if not self.project.changed_outside():
            return False
        before = self.result
        self._load(self._held_index())
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

    def _first_index(self) -> str | None:
        """The index whose ranking somebody can read: the first that ranks an area, else the first."""
        indices = self.project.indices.all()
        for index in indices:
            if self._ranks_somebody(index):
                return index.code
        return indices[0].code if indices else None

    def _held_index(self) -> str | None:
        """The index in view while the project has it; then the first that can be read."""
        if self.index is not None and any(held.code == self.index.code for held in self.project.indices.all()):
            return self.index.code
        return self._first_index()

    def _ranks_somebody(self, index: Index) -> bool:
        try:
            dataset = load.dataset(self.project, index.code)
            engine = Engine(dataset, Recipe.from_toml(index.recipe))
        except KnownError:
            return False
        self._probed = index.code, dataset, engine
        return bool((engine.result.rank(engine.result.root) > 0).any())

    def _load(self, code: str | None, changes: Changes | None = None) -> None:
        """Look through an index; of what it reads now, only what `changes` touched is read again (None: everything)."""
        known = changes is not None and self.index is not None and self.index.code == code
        kept = self.readings if known and changes is not None and "source" not in changes.tables else None
        terms, self._terms = self._terms, {}
        self.index = None if code is None else self.project.indices.get(code)
        self._names = self._name_areas()
        self._engine, self.result, self.previous, self._standing, self.problem = None, None, None, None, ""
        self.readings = load.no_readings()
        self.looks.enter(code or "")
        self._effects.clear()
        if self.index is None:
            self.problem = self.tr("This project has no index yet.")
            return
        self._terms = load.terms(self.project, self.index)
        kept = None if kept is None or changes is None else self._still(kept, terms, changes)
        try:
            dataset, engine = self._made(self.index, kept)
            assert isinstance(dataset.readings, Readings)
            self.readings = dataset.readings.copy()  # the dataset stays what the engine was made from
            self._engine = engine or Engine(dataset, Recipe.from_toml(self.index.recipe))
            self.result = self._engine.result
        except KnownError as error:
            self.problem = self._speech.say(str(error))
            if not self.readings:  # a tree still being built; what is measured can be seen and typed all the same
                self.readings = self._read_unfinished(self.index)

    def _made(self, index: Index, kept: Readings | None) -> "tuple[Dataset, Engine | None]":
        """What the engine is made from; where the index was chosen by what it ranks, that is there already."""
        probed, self._probed = self._probed, None
        if probed is not None and probed[0] == index.code and kept is None:
            return probed[1:]
        return load.dataset(self.project, index.code, kept), None

    def _name_areas(self) -> dict[str, str]:
        return {area.code: area.name(self._speech.language) for area in self.project.areas.all()}

    def _read_unfinished(self, index: Index) -> Readings:
        leaves = {leaf.indicator: leaf for leaf in index.leaves() if leaf.indicator}
        return load.readings(self.project, index.areas, leaves, index.as_of, leaves)

    def _absorb(self, changes: Changes, told: str = "") -> Outcome:
        """Feed the engine with what a step changed; a step that the engine cannot follow cell by cell reloads.

        `told` opens the sentence of the outcome.
        """
        before = self.result
        label = changes.step.label if changes.step else ""
        if changes.tables and changes.tables <= _KEPT_TABLES:
            self.looks.refresh()
            self._standing = None
            return self._tell(Outcome(label, changes, (), told.strip()))
        try:
            if changes.tables <= _NAME_TABLES:
                self._names = self._name_areas()
            elif self._engine is None or not changes.tables <= _VALUE_TABLES:
                self._follow_weights(changes)
            else:
                self._follow_cells(changes)
        except KnownError as error:  # the file holds the edit; only the ranking has to wait
            self._engine, self.result, self.problem = None, None, self._speech.say(str(error))
        self.previous, self._standing = before, None
        self._effects.clear()
        moves = self._moves(before)
        return self._tell(Outcome(label, changes, moves, told + self._consequence(changes, before, moves)))

    def _follow_cells(self, changes: Changes) -> None:
        assert self.index is not None
        leaf_of = {leaf.indicator: leaf.code for leaf in self.index.leaves()}
        cells = [cell for cell in changes.cells if cell in self.readings]
        before = [self.readings[cell].value for cell in cells]
        self._read_again(self.readings, cells)
        edits = [
            (area, leaf_of[indicator], self.readings[area, indicator].value)
            for (area, indicator), value in zip(cells, before, strict=True)
            if self.readings[area, indicator].value != value
        ]
        if self._engine is not None and edits:
            self.result = self._engine.set_values(edits)

    def _read_again(self, readings: Readings, cells: Iterable[tuple[str, str]]) -> None:
        """Read some cells of the index in view anew: few one by one, many an indicator at a time."""
        assert self.index is not None
        wanted = sorted(cells, key=lambda cell: cell[1])
        if len(wanted) <= _FEW_CELLS:
            for area, indicator in wanted:
                readings[area, indicator] = load.reading(self.project, self.index.code, area, indicator)
            return
        leaves = {leaf.indicator: leaf for leaf in self.index.leaves() if leaf.indicator}
        areas_of = {code: tuple(area for area, _ in group) for code, group in groupby(wanted, key=lambda cell: cell[1])}
        together: dict[tuple[str, ...], list[str]] = {}  # a block has the same areas in each of its columns
        for code, areas in areas_of.items():
            together.setdefault(tuple(sorted(areas)), []).append(code)
        for areas, codes in together.items():
            readings.adopt(load.readings(self.project, areas, codes, self.index.as_of, leaves))

    def _still(self, kept: Readings, terms: Mapping[str, object], changes: Changes) -> Readings | None:
        """What of `kept` holds under the index's terms of now, the cells of a step read again; None: nothing does."""
        if self.index is None or terms.get("as of") != self._terms["as of"]:
            return None
        same = {key for key, value in terms.items() if self._terms.get(key) == value}
        held = load.no_readings(
            [area for area in kept.areas if f"area {area}" in same],
            [indicator for indicator in kept.indicators if f"indicator {indicator}" in same],
        )
        held.adopt(kept)
        self._read_again(held, [cell for cell in changes.cells if cell in held])
        return held

    def _follow_weights(self, changes: Changes) -> None:
        if changes.tables != {"node"} or self.index is None or self._engine is None:
            self._load(self._held_index(), changes)
            return
        old, self.index = self.index, self.project.indices.get(self.index.code)
        if _without_weights(old) != _without_weights(self.index):
            self._load(self.index.code, changes)
            return
        pairs = zip(old.nodes, self.index.nodes, strict=True)
        self.result = self._engine.set_weights({now.code: now.weight for was, now in pairs if was.weight != now.weight})

    def _moves(self, before: Result | None) -> tuple[ranking.Move, ...]:
        if before is None or self.result is None or before.areas != self.result.areas:
            return ()
        return ranking.moves(before, self.result, self._names)

    def _consequence(self, changes: Changes, before: Result | None, moves: tuple[ranking.Move, ...]) -> str:
        if self.index is None or self.result is None:
            return self.problem
        edited = {area for area, _ in changes.cells}
        ordered = sorted(moves, key=lambda move: move.area not in edited)
        if ordered and before is not None:
            return self.spell(tuple(ordered)) + self._reason(before, ordered[0].area)
        if not changes.tables & _RANKED_TABLES:
            return ""
        if changes.tables <= _VALUE_TABLES and not any(cell in self.readings for cell in changes.cells):
            return self.tr("{0} does not use it").format(self.index.code)
        if before is None:  # what stood in the way of a ranking is gone
            return self.tr("{0} is ranked now").format(self.index.code)
        return self.tr("No rank changed")

    def _reason(self, before: Result, area: str) -> str:
        """The part of the index that moved the area most, as in " (Enterprise +1.2)"."""
        if self.result is None or self.index is None or before.areas != self.result.areas:
            return ""
        row = self.result.areas.index(area)
        then, now = parts(before), parts(self.result)
        if then.codes != now.codes:
            return ""
        shifts = [float(shift) for shift in now.values[row] - then.values[row]]
        shift, code = max(zip(shifts, now.codes, strict=True), key=lambda pair: (pair[0] == pair[0], abs(pair[0])))
        name = next(node.name for node in self.index.nodes if node.code == code)
        told = f"{shift:+.1f}".replace("-", "−")
        return f" ({name} {told})" if abs(shift) >= 0.05 else ""

    def _published(self) -> dict[str, str]:
        if self.index is None or self.index.published is None:
            return {}
        return self.project.published.get(self.index.published).labels()

    def _said(self, standing: ranking.Standing) -> ranking.Standing:
        """A standing whose reasons and note are in the words of whoever opened the session."""
        say = self._speech.say
        rows = tuple(replace(row, reason=say(row.reason)) if row.reason else row for row in standing.rows)
        return replace(standing, rows=rows, note=say(standing.note))

    def spell(self, moves: tuple[ranking.Move, ...], most: int = 3) -> str:
        """Moves in words: "Wuhan 7 → 6, Nanjing 6 → 7 and 2 more"; an area without a rank is shown as "–"."""
        told = self.tr(", ").join(
            f"{move.name} {move.before_label or '–'} → {move.after_label or '–'}" for move in moves[:most]
        )
        return told if len(moves) <= most else self.tr("{0} and {1} more").format(told, len(moves) - most)

    def _tell(self, outcome: Outcome) -> Outcome:
        for listener in tuple(self._listeners):
            listener(outcome)
        return outcome


def _without_weights(index: Index) -> list[Node]:
    return [replace(node, weight=1.0) for node in index.nodes]
