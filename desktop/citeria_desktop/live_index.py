"""The index in view, what its cells read and its result, kept up with the file step by step.

A change of values or weights is fed to the engine; one that the engine cannot follow reads again what it touched.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from citeria_core.engine import Engine, Result
from citeria_core.errors import KnownError
from citeria_core.model import Index, Node
from citeria_core.readings import Readings
from citeria_core.recipe import Recipe
from citeria_db import load
from citeria_db.changes import Changes
from citeria_db.errors import StoppedError
from citeria_db.store import Project

if TYPE_CHECKING:
    from citeria_core.dataset import Dataset

VALUE_TABLES: Final = frozenset(
    {"observation", "observation_flag", "citation", "source", "archived_copy", "verdict", "note"}
)
_NAME_TABLES: Final = frozenset({"area_name", "grouping", "area_group", "group_member"})  # no score hangs on them
_FEW_CELLS: Final = 50  # more are read faster all at once than one by one


class LiveIndex:
    """The index in view, None while the project has none, and its result, None with the `problem` where it has none."""

    def __init__(self, project: Project, told: load.Heard = load.unheard) -> None:
        """`told` hears how many cells of how many are read; what it raises, as `StoppedError`, ends the reading."""
        self._project = project
        self.told = told
        self.index: Index | None = None
        self.result: Result | None = None
        self.previous: Result | None = None  # before the last step
        self.problem = ""  # why there is no result, in English
        self.readings = load.no_readings()
        self._terms: Mapping[str, object] = {}  # what the readings of an area, of an indicator hang on
        self._engine: Engine | None = None
        self._probed: tuple[str, Dataset, Engine] | None = None  # of the index that was found to rank somebody

    def first(self) -> str | None:
        """The index whose ranking somebody can read: the first that ranks an area, else the first.

        One that would rank somebody if its recipe could be followed is not passed over: what is wrong has to be said.
        """
        indices = self._project.indices.all()
        for index in indices:
            if self._ranks_somebody(index):
                return index.code
        return indices[0].code if indices else None

    def held(self) -> str | None:
        """The index in view while the project has it; then the first that can be read."""
        if self.index is not None and any(held.code == self.index.code for held in self._project.indices.all()):
            return self.index.code
        return self.first()

    def open_leaves(self) -> dict[str, Node]:
        """The leaves of the index in view by indicator, without the periods that they fix."""
        leaves = () if self.index is None else self.index.leaves()
        return {leaf.indicator: replace(leaf, period=None) for leaf in leaves if leaf.indicator}

    def enter(self, code: str | None, changes: Changes | None = None) -> None:
        """Look through an index; of what it reads now, only what `changes` touched is read again (None: everything)."""
        known = changes is not None and self.index is not None and self.index.code == code
        kept = self.readings if known and changes is not None and "source" not in changes.tables else None
        terms, self._terms = self._terms, {}
        self.index = None if code is None else self._project.indices.get(code)
        self._engine, self.result, self.previous, self.problem = None, None, None, ""
        self.readings = load.no_readings()
        if self.index is None:
            return
        self._terms = load.terms(self._project, self.index)
        kept = None if kept is None or changes is None else self._still(kept, terms, changes)
        try:
            dataset, engine = self._made(self.index, kept)
            assert isinstance(dataset.readings, Readings)
            self.readings = dataset.readings.copy()  # the dataset stays what the engine was made from
            self._engine = engine or Engine(dataset, Recipe.from_toml(self.index.recipe))
            self.result = self._engine.result
        except StoppedError:
            raise
        except KnownError as error:
            self.problem = str(error)
            if not self.readings:  # a tree still being built; what is measured can be seen and typed all the same
                self.readings = self._read_unfinished(self.index)

    def _made(self, index: Index, kept: Readings | None) -> "tuple[Dataset, Engine | None]":
        """What the engine is made from; where the index was chosen by what it ranks, that is there already."""
        probed, self._probed = self._probed, None
        if probed is not None and probed[0] == index.code and kept is None:
            return probed[1:]
        return load.dataset(self._project, index.code, kept, self.told), None

    def follow(self, changes: Changes) -> bool:
        """Take over what a step changed; says whether the index was entered anew for it.

        Where the index can no longer be computed, `problem` says why.
        """
        before, entered = self.result, False
        try:
            if self._engine is not None and changes.tables <= VALUE_TABLES:
                self._follow_cells(changes)
            elif not changes.tables <= _NAME_TABLES:
                entered = self._follow_weights(changes)
        except KnownError as error:  # the file holds the edit; only the ranking has to wait
            self._engine, self.result, self.problem = None, None, str(error)
        self.previous = before
        return entered

    def _ranks_somebody(self, index: Index) -> bool:
        try:
            dataset = load.dataset(self._project, index.code, told=self.told)
        except StoppedError:
            raise
        except KnownError:  # a tree still being built
            return False
        try:
            engine = Engine(dataset, Recipe.from_toml(index.recipe))
        except KnownError:
            return _ranks_by_default(dataset)
        self._probed = index.code, dataset, engine
        return _ranks_somebody(engine)

    def _read_unfinished(self, index: Index) -> Readings:
        leaves = {leaf.indicator: leaf for leaf in index.leaves() if leaf.indicator}
        return load.readings(self._project, index.areas, leaves, index.as_of, leaves)

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
                readings[area, indicator] = load.reading(self._project, self.index.code, area, indicator)
            return
        leaves = {leaf.indicator: leaf for leaf in self.index.leaves() if leaf.indicator}
        areas_of = {code: tuple(area for area, _ in group) for code, group in groupby(wanted, key=lambda cell: cell[1])}
        together: dict[tuple[str, ...], list[str]] = {}  # a block has the same areas in each of its columns
        for code, areas in areas_of.items():
            together.setdefault(tuple(sorted(areas)), []).append(code)
        for areas, codes in together.items():
            readings.adopt(load.readings(self._project, areas, codes, self.index.as_of, leaves))

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

    def _follow_weights(self, changes: Changes) -> bool:
        """Set the weights that changed; where more did, or there was no result, enter the index anew and say so."""
        if changes.tables != {"node"} or self.index is None or self._engine is None:
            self.enter(self.held(), changes)
            return True
        old, self.index = self.index, self._project.indices.get(self.index.code)
        if _without_weights(old) != _without_weights(self.index):
            self.enter(self.index.code, changes)
            return True
        pairs = zip(old.nodes, self.index.nodes, strict=True)
        self.result = self._engine.set_weights({now.code: now.weight for was, now in pairs if was.weight != now.weight})
        return False


def _without_weights(index: Index) -> list[Node]:
    return [replace(node, weight=1.0) for node in index.nodes]


def _ranks_somebody(engine: Engine) -> bool:
    return bool((engine.result.rank(engine.result.root) > 0).any())


def _ranks_by_default(dataset: "Dataset") -> bool:
    try:
        return _ranks_somebody(Engine(dataset, Recipe()))
    except KnownError:
        return False
