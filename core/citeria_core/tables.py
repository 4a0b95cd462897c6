"""The two tables of the field (data: a row per area; metadata: a row per code) and how they become a Dataset.

All that is wrong in either is reported at once, each with table, row, column and what was expected. Tables come from
files or DataFrames; this module reads neither files nor pandas.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from citeria_core.dataset import Column, Dataset, frozen, repeated
from citeria_core.errors import KnownError, raise_all
from citeria_core.model import Node
from citeria_core.spelling import suggestion
from citeria_core.tree import Tree

if TYPE_CHECKING:
    import pandas as pd

TYPES = ("Indicator", "Aggregate", "Group", "Denominator", "Other")
META_COLUMNS = ("iCode", "Level", "Parent", "Direction", "Weight", "Type")
EMPTY = frozenset({"", "na", "nan", "n/a", "null", "none", "#n/a", "<na>"})


class BadCellError(KnownError):
    """A cell, row or column of a table that is not what it must be."""

    code = "bad_cell"
    template = "{table}, {row}, column {column}: {problem}"


@dataclass(frozen=True)
class Table:
    """A table as read: headers, a label for each row (as a person would find it), and columns of raw cells."""

    name: str
    headers: tuple[str, ...]
    rows: tuple[str, ...]
    columns: Mapping[str, Sequence[Any]]
    head: str = "row 1"  # where the headers stand
    role: str = "data"

    def wrong(self, row: int | None, column: str, problem: str) -> BadCellError:
        """An error at one row (None: the headers) of one column."""
        return BadCellError(
            table=self.name, row=self.head if row is None else self.rows[row], column=column, problem=problem
        )


def from_frame(frame: "pd.DataFrame", name: str) -> Table:
    """The table of a DataFrame; its rows are counted from 1, without the headers."""
    headers = tuple(str(label) for label in frame.columns)
    columns = {header: _cells(frame.iloc[:, place]) for place, header in enumerate(headers)}
    rows = tuple(f"row {number}" for number in range(1, len(frame) + 1))
    return Table(name, headers, rows, columns, head="headers", role=name)


def _cells(series: "pd.Series[Any]") -> Sequence[Any]:
    if series.dtype == np.float64:
        return cast(Sequence[Any], series.to_numpy())
    return [None if cell is None or cell != cell else cell for cell in series.astype(object)]


def text(cell: Any) -> str:
    """A cell as text without blanks around it; empty, None and NaN are the empty text; 2018.0 is 2018."""
    if cell is None or (isinstance(cell, float) and math.isnan(cell)):
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def quoted(cell: Any, most: int = 40) -> str:
    """A cell in quotes for a message: on one line, shortened."""
    shown = " ".join(str(cell).split())
    return f"“{shown if len(shown) <= most else shown[: most - 1] + '…'}”"


def number(cell: Any) -> float:
    """A cell as a double, NaN where it is empty; raises ValueError unless it is a finite plain number."""
    if isinstance(cell, str):
        written = cell.strip()
        if written.lower() in EMPTY:
            return math.nan
        if "_" in written:
            raise ValueError(written)
        value = float(written)
    elif cell is None:
        return math.nan
    else:
        value = float(cell)
        if math.isnan(value):
            return value
    if not math.isfinite(value):
        raise ValueError(cell)
    return value


@dataclass(frozen=True, slots=True)
class _Entry:
    """One row of the metadata, as far as it could be read."""

    row: int
    code: str
    kind: str
    name: str
    parent: str
    level: float
    direction: float
    weight: float
    denominator: str
    target: float
    unit: str

    @property
    def in_tree(self) -> bool:
        return self.kind in ("Indicator", "Aggregate")


def dataset(data: Table, meta: Table) -> Dataset:
    """The dataset of two tables; raises everything wrong with them at once."""
    errors: list[KnownError] = [*_headers(meta, META_COLUMNS), *_headers(data, ("uCode",))]
    entries = [] if any(column not in meta.columns for column in META_COLUMNS) else _entries(meta, errors)
    if not errors or entries:
        errors.extend(_tree_problems(meta, entries))
    numeric = _read_columns(data, entries, errors)
    if "uCode" in data.columns:
        errors.extend(_area_problems(data))
    raise_all(errors)
    return _assembled(data, entries, numeric)


def _headers(table: Table, needed: Sequence[str]) -> Iterator[KnownError]:
    for header in repeated(table.headers):
        if header in needed:
            yield table.wrong(None, header, "the column stands twice; keep one.")
    for column in needed:
        if column not in table.columns:
            hint = suggestion(column, table.headers, listed=True)
            yield table.wrong(None, column, f"the column is missing, and the {table.role} need it.{hint}")


def _entries(meta: Table, errors: list[KnownError]) -> list[_Entry]:
    def cell(row: int, column: str) -> Any:
        return meta.columns[column][row] if column in meta.columns else None

    def figure(row: int, column: str, wanted: bool, expected: str) -> float:
        raw = cell(row, column)
        try:
            value = number(raw)
        except (ValueError, TypeError):
            errors.append(meta.wrong(row, column, f"{quoted(raw)} is not {expected}."))
            return math.nan
        if wanted and math.isnan(value):
            errors.append(meta.wrong(row, column, f"the cell is empty; write {expected}."))
        return value

    read = []
    for row in range(len(meta.rows)):
        kind = text(cell(row, "Type"))
        inside = kind in ("Indicator", "Aggregate")
        read.append(
            _Entry(
                row=row,
                code=text(cell(row, "iCode")),
                kind=kind,
                name=text(cell(row, "iName")),
                parent=text(cell(row, "Parent")) if inside else "",
                level=figure(row, "Level", True, "a whole number of 1 or more") if inside else math.nan,
                direction=figure(row, "Direction", True, "1 or -1") if inside else math.nan,
                weight=figure(row, "Weight", True, "a number of 0 or more") if inside else math.nan,
                denominator=text(cell(row, "Denominator")),
                target=figure(row, "Target", False, "a finite number"),
                unit=text(cell(row, "Unit")),
            )
        )
    return read


def _tree_problems(meta: Table, entries: Sequence[_Entry]) -> Iterator[KnownError]:
    first: dict[str, _Entry] = {}
    for entry in entries:
        if not entry.code:
            yield meta.wrong(entry.row, "iCode", "the code is empty; every row needs one.")
        elif entry.code in first:
            yield meta.wrong(entry.row, "iCode", f"“{entry.code}” stands twice; codes are unique.")
        if entry.kind not in TYPES:
            hint = suggestion(entry.kind, TYPES, listed=True)
            yield meta.wrong(entry.row, "Type", f"“{entry.kind}” is none of {', '.join(TYPES)}.{hint}")
        first.setdefault(entry.code, entry)
    parents = {entry.parent for entry in entries}
    for entry in entries:
        if entry.in_tree:
            yield from _node_problems(meta, entry, first, entry.code in parents)
    if not any(entry.kind == "Indicator" for entry in entries):
        yield meta.wrong(None, "Type", "no row is an Indicator; at least one is needed.")
    yield from _root_problems(meta, entries)


def _node_problems(meta: Table, entry: _Entry, known: Mapping[str, _Entry], has_parts: bool) -> Iterator[KnownError]:
    if not math.isnan(entry.level) and (entry.level < 1 or entry.level % 1):
        yield meta.wrong(entry.row, "Level", f"{entry.level:g} is not a whole number of 1 or more.")
    elif entry.kind == "Indicator" and entry.level > 1:
        yield meta.wrong(entry.row, "Level", f"an Indicator stands on level 1, not {entry.level:g}.")
    elif entry.kind == "Aggregate" and entry.level == 1:
        yield meta.wrong(entry.row, "Level", "level 1 is for Indicators; an Aggregate stands higher.")
    if not math.isnan(entry.direction) and entry.direction not in (1, -1):
        yield meta.wrong(entry.row, "Direction", f"{entry.direction:g} is not allowed; write 1 or -1.")
    if entry.weight < 0:
        yield meta.wrong(entry.row, "Weight", f"{entry.weight:g} is not allowed; write a number of 0 or more.")
    if entry.kind == "Aggregate" and not has_parts:
        yield meta.wrong(entry.row, "iCode", f"no row names “{entry.code}” as its Parent; an Aggregate needs parts.")
    if entry.denominator and (entry.denominator not in known or known[entry.denominator].kind != "Denominator"):
        denominators = [code for code, held in known.items() if held.kind == "Denominator"]
        hint = suggestion(entry.denominator, denominators)
        yield meta.wrong(entry.row, "Denominator", f"“{entry.denominator}” is no code of Type Denominator.{hint}")
    if entry.parent:
        yield from _parent_problems(meta, entry, known)


def _parent_problems(meta: Table, entry: _Entry, known: Mapping[str, _Entry]) -> Iterator[KnownError]:
    parent = known.get(entry.parent)
    if parent is None or parent.kind != "Aggregate":
        aggregates = [code for code, held in known.items() if held.kind == "Aggregate"]
        hint = suggestion(entry.parent, aggregates)
        yield meta.wrong(entry.row, "Parent", f"“{entry.parent}” is no code of Type Aggregate.{hint}")
    elif parent.level != entry.level + 1 and not math.isnan(parent.level + entry.level):
        told = f"“{entry.parent}” is on level {parent.level:g}, not one above {entry.level:g}."
        yield meta.wrong(entry.row, "Parent", told)


def _root_problems(meta: Table, entries: Sequence[_Entry]) -> Iterator[KnownError]:
    inside = [entry for entry in entries if entry.in_tree]
    top = max((entry.level for entry in inside if not math.isnan(entry.level)), default=math.nan)
    roots = [entry for entry in inside if entry.level == top]
    for entry in inside:
        if not entry.parent and entry.level != top:
            yield meta.wrong(entry.row, "Parent", "the cell is empty; only the one node of the highest level has none.")
    if len(roots) > 1:
        for entry in roots:
            told = f"{len(roots)} rows stand on the highest level, {top:g}; it holds one node, the index itself."
            yield meta.wrong(entry.row, "Level", told)
    elif roots and roots[0].parent:
        yield meta.wrong(roots[0].row, "Parent", "the node of the highest level has no Parent; leave the cell empty.")


def _read_columns(data: Table, entries: Sequence[_Entry], errors: list[KnownError]) -> dict[str, Column]:
    """The numeric columns that the metadata name, and the bounds of indicators where they stand."""
    read: dict[str, Column] = {}
    twice = repeated(data.headers)
    wanted = dict.fromkeys(entry.code for entry in entries if entry.kind in ("Indicator", "Denominator", "Group"))
    kinds = {entry.code: entry.kind for entry in entries}
    for code in wanted:
        if code not in data.columns:
            hint = suggestion(code, [header for header in data.headers if header not in kinds], listed=True)
            errors.append(data.wrong(None, code, f"the column is missing, and the metadata name it.{hint}"))
        elif code in twice:
            errors.append(data.wrong(None, code, "the column stands twice; keep one."))
        elif kinds[code] != "Group":
            read[code] = _numbers(data, code, errors)
        for bound in (f"{code}.low", f"{code}.high"):
            if kinds[code] == "Indicator" and bound in data.columns:
                read[bound] = _numbers(data, bound, errors)
    return read


def _numbers(data: Table, column: str, errors: list[KnownError]) -> Column:
    cells = data.columns[column]
    if isinstance(cells, np.ndarray) and not np.isinf(cells).any():
        return frozen(cells)
    values = np.full(len(cells), math.nan)
    for row, cell in enumerate(cells):
        try:
            values[row] = number(cell)
        except (ValueError, TypeError):
            told = f"{quoted(cell)} is not a finite number; write it like 1234.5, or leave the cell empty."
            errors.append(data.wrong(row, column, told))
    return frozen(values)


def _area_problems(data: Table) -> Iterator[KnownError]:
    if not data.rows:
        yield data.wrong(None, "uCode", "there is no row; at least one area is needed.")
    seen: set[tuple[str, str]] = set()
    timed = "Time" in data.columns
    for row, cell in enumerate(data.columns["uCode"]):
        code, time = text(cell), text(data.columns["Time"][row]) if timed else ""
        if not code:
            yield data.wrong(row, "uCode", "the code is empty; every area needs one.")
        elif (code, time) in seen:
            at = f" at time “{time}”" if time else ""
            yield data.wrong(row, "uCode", f"“{code}”{at} stands twice; codes are unique.")
        seen.add((code, time))


def _assembled(data: Table, entries: Sequence[_Entry], numeric: Mapping[str, Column]) -> Dataset:
    indicators = tuple(entry.code for entry in entries if entry.kind == "Indicator")
    areas = tuple(text(cell) for cell in data.columns["uCode"])
    names = [text(cell) for cell in data.columns.get("uName", [])]
    times = tuple(text(cell) for cell in data.columns.get("Time", []))
    groups = {code: data.columns[code] for code in (entry.code for entry in entries if entry.kind == "Group")}
    bounds = {code: _bounds(code, numeric, len(areas)) for code in indicators if _has_bounds(code, numeric)}
    return Dataset(
        areas=areas,
        area_names=MappingProxyType(dict(zip(areas, names, strict=True)) if names else {}),
        indicators=indicators,
        values=frozen(np.column_stack([numeric[code] for code in indicators])),
        nodes=Tree.of(_node(entry) for entry in entries if entry.in_tree).nodes,
        denominators={entry.code: numeric[entry.code] for entry in entries if entry.kind == "Denominator"},
        denominator_of={entry.code: entry.denominator for entry in entries if entry.denominator},
        groups={code: tuple(text(cell) for cell in cells) for code, cells in groups.items()},
        times=times if len(set(times)) > 1 else (),
        targets={entry.code: entry.target for entry in entries if not math.isnan(entry.target)},
        bounds=bounds,
        units={entry.code: entry.unit for entry in entries if entry.unit},
        aggregates=tuple(entry.code for entry in entries if entry.kind == "Aggregate"),
    )


def _has_bounds(code: str, numeric: Mapping[str, Column]) -> bool:
    return f"{code}.low" in numeric or f"{code}.high" in numeric


def _bounds(code: str, numeric: Mapping[str, Column], rows: int) -> tuple[Column, Column]:
    absent = frozen(np.full(rows, math.nan))
    return numeric.get(f"{code}.low", absent), numeric.get(f"{code}.high", absent)


def _node(entry: _Entry) -> Node:
    return Node(
        code=entry.code,
        name=entry.name or entry.code,
        parent=entry.parent or None,
        weight=entry.weight,
        indicator=entry.code if entry.kind == "Indicator" else None,
        direction=int(entry.direction),
    )
