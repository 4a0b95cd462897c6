"""Loading a table into a project: planned first, with everything that is wrong, then written as one undoable step."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from citeria_db import pasting
from citeria_db.changes import Changes
from citeria_db.exchange.tables_in import AREAS, INDICATORS, RawTable
from citeria_db.loaded import Loaded, Terms
from citeria_db.loading_structure import AreaRows, IndicatorRows
from citeria_db.loading_values import ValueRows
from citeria_db.pasting import Write
from citeria_db.store import Project

_PLAIN: Final = Terms()


def plan(project: Project, table: RawTable, terms: Terms = _PLAIN) -> Loaded:
    """Plan what a table would do; raises everything that is wrong with it at once, each with file, row and column."""
    if table.kind == AREAS:
        return AreaRows(project, table).plan()
    if table.kind == INDICATORS:
        return IndicatorRows(project, table).plan()
    return ValueRows(project, table, terms).plan()


def load(project: Project, loaded: Loaded) -> Changes:
    """Carry out a plan as one step."""
    with project.transact(f"Load {loaded.table.file}") as writing:
        for area in loaded.areas:
            project.areas.add(replace(area, parent=None))
        for area in (*loaded.areas, *loaded.changed_areas):  # parents may stand below their parts
            if area in loaded.changed_areas or area.parent:
                project.areas.change(area.code, area)
        for indicator in loaded.indicators:
            project.indicators.add(indicator)
        for indicator in loaded.changed_indicators:
            project.indicators.change(indicator.code, indicator)
        if loaded.index is not None and loaded.areas:
            held = project.indices.get(loaded.index).areas
            project.indices.set_areas(loaded.index, (*held, *(area.code for area in loaded.areas)))
        for writes, rivals in _rounds(loaded.writes):
            pasting.write(project, writes, prefer=not rivals)
    return writing.changes


def _rounds(writes: Iterable[Write]) -> Iterator[tuple[list[Write], bool]]:
    """Part the writes so that no cell is written twice in one go; several sources of one cell are rivals."""
    times = Counter(one.cell for one in writes)
    yield [one for one in writes if times[one.cell] == 1], False
    seen: Counter[object] = Counter()
    rounds: dict[int, list[Write]] = {}
    for one in writes:
        if times[one.cell] > 1:
            rounds.setdefault(seen[one.cell], []).append(one)
            seen[one.cell] += 1
    for _, part in sorted(rounds.items()):
        yield part, True
