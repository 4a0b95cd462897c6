"""How the ranking of the index in view is looked at: under which scenario, and what its changes are counted against.

Neither is part of the data: a scenario is applied to the result on the fly, a snapshot is read when it is asked for.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from citeria_core import scenario as trying
from citeria_core.errors import KnownError
from citeria_core.kept_ranking import KeptRanking, Key
from citeria_core.result import Result
from citeria_core.scenario import Applied, Scenario
from citeria_db.store import Project

if TYPE_CHECKING:
    from citeria_core.why import Why


class Looks:
    """The scenario in view, and the snapshot or else the scenario that changes are counted against ("" = none).

    Without either they are counted against the last step, or under a scenario against the ranking of the data.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._index = ""
        self.scenario: Scenario | None = None
        self.origin = ""  # the kept scenario over which something is tried
        self.earlier: tuple[Scenario | None, ...] = ()  # what was shown before each try
        self.against = ""  # a snapshot
        self.rival = ""  # a scenario
        self._kept: dict[str, KeptRanking] = {}  # by hash: what was kept never changes
        self._applied: list[tuple[Result, Scenario, Applied]] = []  # the two that may be in view

    def enter(self, index: str) -> None:
        """Look at another index: its own snapshots and scenarios; the same index keeps what was chosen."""
        if index != self._index:
            self.show(None)
            self.against = self.rival = ""
        self._index, self._applied = index, []
        self.refresh()

    def refresh(self) -> None:
        """Let go of what the project no longer has, and follow a kept scenario that changed."""
        if not self._index:
            return
        if self.against and self.against not in {held.name for held in self._project.snapshots.of(self._index)}:
            self.against = ""
        if self.rival or (self.scenario is not None and self.scenario.name):
            held = {one.name: one for one in self._project.scenarios.of(self._index)}
            self.rival = self.rival if self.rival in held else ""
            if self.scenario is not None and self.scenario.name:
                self.scenario = held.get(self.scenario.name)

    def show(self, scenario: Scenario | None) -> None:
        """Show the ranking under a scenario; tries, which have no name, are remembered one by one.

        Other numbers for the same values are one try, as when the end of a bar is drawn.
        """
        if scenario is None or scenario.name:
            self.origin, self.earlier = scenario.name if scenario is not None else "", ()
        elif self.earlier and scenario == self.earlier[-1]:
            self.earlier = self.earlier[:-1]
        elif not _same_try(self.scenario, scenario):
            self.earlier = (*self.earlier, self.scenario)
        self.scenario = scenario

    def kept(self, index: str, name: str) -> KeptRanking:
        """What a snapshot holds; read once. Raises `UnknownSnapshotError`, `BadKeptRankingError`."""
        hash_ = self._project.snapshots.get(index, name).hash
        if hash_ not in self._kept:
            self._kept[hash_] = self._project.snapshots.ranking(index, name)
        return self._kept[hash_]

    def path(self) -> tuple[tuple[str, Mapping[Key, float]], ...]:
        """The ranks in every snapshot of the index in view, in the order they were taken, each with its name."""
        if not self._index:
            return ()
        return tuple(
            (held.name, self.kept(self._index, held.name).ranks) for held in self._project.snapshots.of(self._index)
        )

    def check(self, result: Result, scenario: Scenario) -> None:
        """Apply a scenario, so that one that cannot be shown raises before it is."""
        self._apply(result, scenario)

    def shown(self, result: Result | None) -> Result | None:
        """`result` under the scenario in view; as it is where there is none, or where data leave it impossible."""
        if result is None or self.scenario is None:
            return result
        try:
            return self._apply(result, self.scenario).result
        except KnownError:  # the data have changed under it; `findings` says why
            return result

    def findings(self, result: Result | None) -> tuple[str, ...]:
        """What of the scenario in view does not fit the data as they are, a line each."""
        return self._misfits(result, self.scenario)

    def rival_findings(self, result: Result | None) -> tuple[str, ...]:
        """What of the scenario that changes are counted against does not fit the data as they are, a line each."""
        return self._misfits(result, self._project.scenarios.get(self._index, self.rival) if self.rival else None)

    def _misfits(self, result: Result | None, scenario: Scenario | None) -> tuple[str, ...]:
        if result is None or scenario is None:
            return ()
        try:
            return self._apply(result, scenario).findings
        except KnownError as error:
            return (str(error),)

    def former(self, result: Result | None, previous: Result | None) -> Result | Mapping[Key, float] | None:
        """What changes of rank are counted against."""
        if self.against:
            return self.kept(self._index, self.against).ranks
        return self._before(result, previous)

    def _before(self, result: Result | None, previous: Result | None) -> Result | None:
        """The result that changes are counted against, where they are not counted against a snapshot."""
        if not self.rival or result is None:
            return previous if self.scenario is None else result
        try:
            return self._apply(result, self._project.scenarios.get(self._index, self.rival)).result
        except KnownError:  # the data have changed under it; `rival_findings` says why
            return None

    def why(self, result: Result, previous: Result | None, area: str) -> "Callable[[], Why] | None":
        """The work of telling why an area moved; None where there is nothing to compare with."""
        after = self.shown(result)
        kept = self.kept(self._index, self.against) if self.against else None
        before = self._before(result, previous)
        if after is None or (kept is None and before is None):
            return None

        def work() -> "Why":
            from citeria_core.why import why

            first = before if kept is None else kept.result
            assert first is not None
            return why(first, after, area)

        return work

    def _apply(self, result: Result, scenario: Scenario) -> Applied:
        for of, held, applied in self._applied:
            if of is result and held == scenario:
                return applied
        self._applied = [*self._applied[-1:], (result, scenario, trying.apply(result, scenario))]
        return self._applied[-1][2]


def _same_try(held: Scenario | None, now: Scenario) -> bool:
    """Whether two tries differ only in the numbers of the same values."""
    if held is None or held.name or not now.values:
        return False
    return (held.values.keys(), held.weights, held.recipe) == (now.values.keys(), now.weights, now.recipe)
