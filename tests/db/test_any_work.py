"""Whatever an analyst does, in any order, the file says what a plain dictionary says; and undo takes all of it back.

The model knows nothing of tables, triggers or history: a dictionary of cells, and a list of earlier dictionaries.
"""

import copy
import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from citeria_core.clipboard import read_block
from citeria_core.filling import fill_down, fill_right
from citeria_core.model import Area, Indicator, Missing, Source
from citeria_core.paste import Grid, Selection, plan_paste
from citeria_core.period import Period
from citeria_db import operations, pasting, source_operations, source_recite, structure_operations
from citeria_db.archive import operations as archiving
from citeria_db.errors import NothingToRedoError, NothingToUndoError
from citeria_db.store import Project

YEAR = Period.parse("2020")
AREAS = ("a", "b")
INDICATORS = ("x", "y")
SOURCES = ("r", "s", "t")
GRID = Grid(AREAS, INDICATORS)
Cell = tuple[str, str]


@dataclass
class Claim:
    """One observation as the model knows it."""

    value: float | None
    printed: str
    missing: bool = False
    sources: list[str] = field(default_factory=list)
    used: bool = False
    doubtful: bool = False  # its value changed since its sources were cited for it


@dataclass
class Model:
    """All that there is, as plain values."""

    cells: dict[Cell, list[Claim]] = field(default_factory=dict)
    order: list[str] = field(default_factory=lambda: list(AREAS))
    merged: dict[str, str] = field(default_factory=dict)
    copies: dict[str, frozenset[str]] = field(default_factory=dict)  # names, of sources that stand

    def claims(self, cell: Cell) -> list[Claim]:
        return self.cells.setdefault(cell, [])

    def used(self, cell: Cell) -> Claim | None:
        return next((claim for claim in self.claims(cell) if claim.used), None)

    def use(self, cell: Cell, chosen: Claim) -> None:
        for claim in self.claims(cell):
            claim.used = claim is chosen

    def write(self, cell: Cell, said: Claim, source: str | None) -> None:
        """Write as typing does: the source's own claim takes the value, else the one in use, else a new one."""
        ordered = sorted(self.claims(cell), key=lambda claim: not claim.used)
        if said.missing:
            own = next((claim for claim in ordered if claim.missing), None)
        elif source is None:
            own = next((claim for claim in ordered if claim.used), None)
        else:
            own = next((claim for claim in ordered if source in claim.sources), None)
        if own is None:
            own = Claim(said.value, said.printed, said.missing, [] if source is None else [source])
            self.claims(cell).append(own)
        if source is not None:
            own.doubtful = False
        elif own.sources and own.value != said.value:
            own.doubtful = True
        own.value, own.printed, own.missing = said.value, said.printed, said.missing
        self.use(cell, own)

    def content(self) -> object:
        told = {
            cell: [(c.value, c.printed, c.missing, tuple(c.sources), c.used, c.doubtful) for c in claims]
            for cell, claims in self.cells.items()
            if claims
        }
        return told, self.order, self.merged, self.copies


def fill_project(project: Project) -> None:
    for area in AREAS:
        project.areas.add(Area(area, "city", {"en": area.upper()}))
    for indicator in INDICATORS:
        project.indicators.add(Indicator(indicator, indicator.upper()))
    for source in SOURCES:
        project.sources.add(Source(source, {"title": source}))


cells = st.tuples(st.sampled_from(AREAS), st.sampled_from(INDICATORS))
texts = st.sampled_from(["1", "2", "2.5", "30"])
sources = st.none() | st.sampled_from(SOURCES)
selections = st.builds(Selection, st.integers(0, 1), st.integers(0, 1), st.integers(1, 2), st.integers(1, 2))


class AnyWork(RuleBasedStateMachine):
    """Random work on one file, beside the model."""

    template: ClassVar[Path]

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(shutil.copy(self.template, self.folder.name))
        self.project = Project.open(self.path)
        self.model = Model()
        self.undoable: list[Model] = []
        self.redoable: list[Model] = []
        self.steps = 0
        self.outside_last = False

    @initialize()
    def begin(self) -> None:
        self.before = content(self.path)

    def teardown(self) -> None:
        edited, undone = content(self.path), 0
        while self.project.history.undo_label():
            self.project.undo()
            undone += 1
        assert undone == len(self.undoable)
        assert content(self.path) == self.before
        for _ in range(undone):
            self.project.redo()
        assert content(self.path) == edited
        assert self.project.connection.control("PRAGMA integrity_check") == "ok"
        assert self.project.connection.rows("PRAGMA foreign_key_check") == []
        self.project.close()
        self.folder.cleanup()

    def change(self, model: Model) -> None:
        """Let the model follow; an action that changed nothing is no step."""
        if model.content() == self.model.content():
            return
        self.undoable.append(self.model)
        self.redoable.clear()
        self.model, self.outside_last = model, False
        self.steps += 1

    def standing(self, source: str | None) -> str | None:
        return None if source is None else self.model.merged.get(source, source)

    def held(self, cell: Cell, number: int) -> tuple[str, int] | None:
        """Give the id and the place of one observation of a cell, if there is any."""
        found = self.project.observations.cell(*cell, YEAR)
        return (found[number % len(found)].id, number % len(found)) if found else None

    @rule(cell=cells, text=texts, source=sources)
    def type_a_value(self, cell: Cell, text: str, source: str | None) -> None:
        key = self.standing(source)
        operations.set_value(self.project, *cell, YEAR, text, key)
        after = copy.deepcopy(self.model)
        after.write(cell, Claim(float(text), text), key)
        self.change(after)

    @rule(at=selections, block=st.sampled_from(["1", "2\t3", "4\n5", "\t6\r\n7\t\r\n", "8\n9\n1\n2"]), source=sources)
    def paste_a_block(self, at: Selection, block: str, source: str | None) -> None:
        key = self.standing(source)
        plan = plan_paste(read_block(block), GRID, at, pasting.reader(self.project, YEAR))
        if not plan.ready or not plan.cells:
            return
        pasting.paste(self.project, plan, key)
        after = copy.deepcopy(self.model)
        for planned in plan.cells:
            text = planned.said.printed
            after.write((planned.area, planned.said.indicator), Claim(float(text), text), key)
        self.change(after)

    @rule(at=selections, down=st.booleans(), cited=st.booleans())
    def fill_cells(self, at: Selection, down: bool, cited: bool) -> None:
        copies, after = [], copy.deepcopy(self.model)
        for one in fill_down(at) if down else fill_right(at):
            (from_row, from_column), (row, column) = one.source, one.target
            if max(from_row, row) >= len(AREAS) or max(from_column, column) >= len(INDICATORS):
                continue
            origin, target = (AREAS[from_row], INDICATORS[from_column]), (AREAS[row], INDICATORS[column])
            claim = self.model.used(origin)
            if claim is None:
                continue
            (id_,) = (o.id for o in self.project.observations.cell(*origin, YEAR) if o.preferred)
            copies.append((id_, (*target, YEAR)))
            after.write(target, claim, claim.sources[0] if cited and claim.sources else None)
        if copies:
            pasting.fill(self.project, copies, cited=cited)
            self.change(after)

    @rule(cell=cells)
    def clear_a_value(self, cell: Cell) -> None:
        after = copy.deepcopy(self.model)
        claim = after.used(cell)
        if claim is None:
            return
        operations.clear_value(self.project, *cell, YEAR)
        left = [other for other in after.claims(cell) if other is not claim]
        after.cells[cell] = left
        if len(left) == 1:
            left[0].used = True
        self.change(after)

    @rule(cell=cells)
    def say_why_it_is_missing(self, cell: Cell) -> None:
        operations.set_missing(self.project, *cell, YEAR, Missing.NOT_COLLECTED)
        after = copy.deepcopy(self.model)
        there = next((claim for claim in after.claims(cell) if claim.missing), None)
        after.write(cell, Claim(None, there.printed if there else "", missing=True), None)
        self.change(after)

    @rule(cell=cells, number=st.integers(0, 3))
    def use_a_rival(self, cell: Cell, number: int) -> None:
        held = self.held(cell, number)
        if held is None:
            return
        operations.prefer(self.project, held[0])
        after = copy.deepcopy(self.model)
        after.use(cell, after.claims(cell)[held[1]])
        self.change(after)

    @rule(cell=cells, number=st.integers(0, 3), source=st.sampled_from(SOURCES))
    def cite(self, cell: Cell, number: int, source: str) -> None:
        held, key = self.held(cell, number), self.standing(source)
        if held is None or key is None:
            return
        operations.cite(self.project, held[0], key)
        after = copy.deepcopy(self.model)
        claim = after.claims(cell)[held[1]]
        claim.sources += [] if key in claim.sources else [key]
        claim.doubtful = False
        self.change(after)

    @rule(cell=cells, number=st.integers(0, 3))
    def take_a_citation_away(self, cell: Cell, number: int) -> None:
        held = self.held(cell, number)
        cited = self.project.observations.get(held[0]).citations if held else ()
        if held is None or not cited:
            return
        operations.uncite(self.project, cited[-1].id)
        after = copy.deepcopy(self.model)
        after.claims(cell)[held[1]].sources.pop()
        self.change(after)

    @rule(keep=st.sampled_from(SOURCES), other=st.sampled_from(SOURCES))
    def merge_two_sources(self, keep: str, other: str) -> None:
        kept, gone = self.standing(keep), self.standing(other)
        if kept is None or gone is None or kept == gone:
            return
        source_operations.merge_sources(self.project, kept, [gone])
        after = copy.deepcopy(self.model)
        after.merged = {source: kept if into == gone else into for source, into in after.merged.items()} | {gone: kept}
        for claims in after.cells.values():
            for claim in claims:
                if kept in claim.sources and gone in claim.sources:
                    claim.sources.remove(gone)
                claim.sources = [kept if source == gone else source for source in claim.sources]
        both = after.copies.pop(kept, frozenset()) | after.copies.pop(gone, frozenset())
        after.copies |= {kept: both} if both else {}
        self.change(after)

    @rule(old=st.sampled_from(SOURCES), new=st.sampled_from(SOURCES), cell=cells)
    def cite_another_edition(self, old: str, new: str, cell: Cell) -> None:
        was, now = self.standing(old), self.standing(new)
        if was is None or now is None or was == now:
            return
        chosen = source_recite.plan(self.project, was, now, areas=[cell[0]], indicators=[cell[1]])
        source_recite.recite(self.project, was, now, chosen)
        after = copy.deepcopy(self.model)
        for claim in after.claims(cell):
            if was in claim.sources and now in claim.sources:
                claim.sources.remove(was)
            claim.sources = [now if source == was else source for source in claim.sources]
        self.change(after)

    @rule(source=st.sampled_from(SOURCES), text=st.sampled_from(["one", "two"]))
    def archive_a_copy(self, source: str, text: str) -> None:
        key = self.standing(source)
        if key is None:
            return
        file = Path(self.folder.name) / f"{text}.txt"
        file.write_text(text)
        archiving.archive(self.project, key, file)
        after = copy.deepcopy(self.model)
        after.copies[key] = after.copies.get(key, frozenset()) | {file.name}
        self.change(after)

    @rule(order=st.permutations(AREAS))
    def sort_the_areas(self, order: list[str]) -> None:
        structure_operations.reorder_areas(self.project, order)
        after = copy.deepcopy(self.model)
        after.order = list(order)
        self.change(after)

    @precondition(lambda self: any(c.value is not None for claims in self.model.cells.values() for c in claims))
    @rule()
    def let_another_program_write(self) -> None:
        with closing(sqlite3.connect(self.path)) as plain, plain:
            plain.execute("UPDATE observation SET value_num = value_num + 1 WHERE value_num IS NOT NULL")
        after = copy.deepcopy(self.model)
        for claims in after.cells.values():
            for claim in claims:
                claim.value = None if claim.value is None else claim.value + 1
        if self.outside_last:  # what other programs write within a minute is one step
            self.model = after
        else:
            self.change(after)
        self.outside_last = True

    @rule()
    def undo(self) -> None:
        if not self.undoable:
            with pytest.raises(NothingToUndoError):
                self.project.undo()
            return
        self.project.undo()
        self.redoable.append(self.model)
        self.model, self.outside_last = self.undoable.pop(), False
        self.steps += 1

    @rule()
    def redo(self) -> None:
        if not self.redoable:
            with pytest.raises(NothingToRedoError):
                self.project.redo()
            return
        self.project.redo()
        self.undoable.append(self.model)
        self.model, self.outside_last = self.redoable.pop(), False
        self.steps += 1

    @invariant()
    def the_file_says_what_the_model_says(self) -> None:
        told: dict[Cell, list[object]] = {}
        for o in self.project.observations.all():
            cited = tuple(citation.source for citation in o.citations)
            claim = (o.value, o.printed, o.missing is not None, cited, o.preferred, bool(o.flags))
            told.setdefault((o.area, o.indicator), []).append(claim)
        order = [area.code for area in self.project.areas.all()]
        merged = dict(
            self.project.connection.rows(
                "SELECT source.key, kept.key FROM source JOIN source kept ON kept.id = source.merged_into"
            )
        )
        copies: dict[str, frozenset[str]] = {}
        for one in self.project.copies.all():
            copies[one.source] = copies.get(one.source, frozenset()) | {one.name}
        assert (told, order, merged, copies) == self.model.content()

    @invariant()
    def every_action_is_one_step(self) -> None:
        assert self.project.counts()["steps"] == self.steps


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as plain:
        tables = [
            name
            for (name,) in plain.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            if name not in ("step", "change", "writing", "held_part") and not name.startswith(("sqlite_", "_sqlite"))
        ]
        return {table: sorted(plain.execute(f'SELECT * FROM "{table}"'), key=repr) for table in tables}


def test_any_work_is_what_a_dictionary_says_and_can_be_undone(tmp_path: Path) -> None:
    path = tmp_path / "template.citeria"
    with Project.create(path) as project, project.base():
        fill_project(project)
    AnyWork.template = path
    case = AnyWork.TestCase()
    case.settings = settings(
        deadline=None, max_examples=20, stateful_step_count=30, suppress_health_check=list(HealthCheck)
    )
    case.runTest()
