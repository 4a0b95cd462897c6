"""Two states of a project compared: what differs between then and later, column by column, from the log alone.

A column that changed back in between does not differ, and a row that came and went in between was in neither state.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from citeria_core.period import Period
from citeria_db.errors import BadMomentError, UnknownStepError
from citeria_db.history.places import Place, codes_by_id, places
from citeria_db.store import Project

Held = str | float | int | None
_MOMENT: Final = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z?)?")


@dataclass(frozen=True, slots=True)
class Difference:
    """One column of one row that differs; in a row that was added or removed, each of its columns.

    `area`, `indicator` and `period` name the cell that the row belongs to, as far as it belongs to one; `code` is that
    of the row itself, if it has one. Where a column
    names another row, `before` and `after` hold that row's code (of an observation its id).
    """

    table: str
    row: str
    op: str  # added | removed | changed
    column: str
    before: Held
    after: Held
    area: str = ""
    indicator: str = ""
    period: str = ""
    code: str = ""


def last_step(project: Project) -> int:
    """Give the number of the newest step; 0 if there is none yet."""
    return int(project.connection.value("SELECT coalesce(max(number), 0) FROM step"))


def step_at(project: Project, text: str) -> int:
    """Read a step's number (0: as the project was made) or a time in UTC, and give the number of the step before it.

    A day alone, `2026-11-22`, means its end. Raises `UnknownStepError`, `BadMomentError`.
    """
    written = text.strip()
    last = last_step(project)
    if written.isascii() and written.isdigit() and len(written) <= 18:
        if int(written) > last:
            raise UnknownStepError(step=written, last=last)
        return int(written)
    if not _MOMENT.fullmatch(written):
        raise BadMomentError(text=text)
    # Stored as 2026-11-22T08:36:11.123Z: what is written with fewer places means the end of that day, minute, second.
    latest = written.removesuffix("Z") + "~"
    return int(project.connection.value("SELECT coalesce(max(number), 0) FROM step WHERE time <= ?", (latest,)))


def compare(project: Project, from_step: int, to_step: int) -> tuple[Difference, ...]:
    """Give what differs between the state after one step and the state after another, earlier or later, step.

    Ordered by table, area, indicator, period, row and column.
    """
    early, late = sorted((from_step, to_step))
    spans = list(_spans(project, early, late))
    rows: dict[str, set[str]] = {}
    for span in spans:
        rows.setdefault(span.table, set()).add(span.row)
    where, codes = places(project.connection, rows), codes_by_id(project.connection)
    found = [
        difference
        for span in spans
        for difference in _differences(span, where[span.row], codes, turned=from_step > to_step)
    ]
    return tuple(sorted(found, key=lambda one: (one.table, one.area, one.indicator, one.period, one.row, one.column)))


def cells_changed(project: Project, since: int) -> frozenset[tuple[str, str]]:
    """Give the (area code, indicator code) of every cell that differs from the state after step `since`."""
    last = last_step(project)
    found = compare(project, min(since, last), last)
    return frozenset((one.area, one.indicator) for one in found if one.area and one.indicator and one.table in _OF_CELL)


_OF_CELL: Final = frozenset({"observation", "observation_flag", "citation", "verdict", "note"})


@dataclass(slots=True)
class _Span:
    """All that happened to one row between two steps: whether it was there, and its columns at either end."""

    table: str
    row: str
    was_there: bool
    is_there: bool
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)


def _spans(project: Project, early: int, late: int) -> Iterator[_Span]:
    spans: dict[tuple[str, str], _Span] = {}
    for table, row, op, column, old, new in project.connection.rows(_BETWEEN, (early, late)):
        span = spans.get((table, row))
        if span is None:
            span = spans[table, row] = _Span(table, row, was_there=op != "insert", is_there=True)
        span.is_there = op != "delete"
        if span.was_there:
            span.before.setdefault(column, old)
        span.after[column] = new
    yield from (span for span in spans.values() if span.was_there or span.is_there)


def _differences(span: _Span, place: Place, codes: dict[str, str], *, turned: bool) -> Iterator[Difference]:
    area, indicator, end, start = place
    op = "changed" if span.was_there and span.is_there else "added" if span.is_there != turned else "removed"
    for column in sorted({*span.before, *span.after}):
        before, after = span.before.get(column), span.after.get(column) if span.is_there else None
        if before == after and type(before) is type(after):
            continue
        if column.endswith(("_id", "_from", "_into")):
            before, after = codes.get(before, before) if before else before, codes.get(after, after) if after else after
        if turned:
            before, after = after, before
        period = str(Period(end, start)) if end else ""
        yield Difference(
            span.table,
            span.row,
            op,
            column,
            before,
            after,
            codes.get(area, ""),
            codes.get(indicator, ""),
            period,
            codes.get(span.row, ""),
        )


_BETWEEN = """
SELECT change."table", change."row", op, "column", old, new FROM step JOIN change ON change.step = step.id
WHERE step.number > ? AND step.number <= ? ORDER BY change.seq
"""
