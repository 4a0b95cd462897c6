"""The two tables that users of COINr and the COIN Tool have, as CSV: read into a Dataset, and stages written back.

Everything wrong with either file is reported at once, with file, row (the headers are row 1) and column. Written
numbers have 17 significant digits, so that they read back bit-exact; missing is an empty field.
"""

import csv
import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from citeria_core import tables
from citeria_core.dataset import Dataset
from citeria_core.errors import KnownError, raise_all
from citeria_core.reports import REPORTS
from citeria_core.result import STAGES, Result

if TYPE_CHECKING:
    import pandas as pd


class UnreadableTableError(KnownError):
    """A file that is no table."""

    code = "unreadable_table"
    template = "{file}: {problem}"


def read(data_path: Path, meta_path: Path) -> "tuple[pd.DataFrame, pd.DataFrame]":
    """Both tables as DataFrames, after the checks of `dataset`; numeric columns are doubles, NaN where empty."""
    import pandas as pd

    data, meta = _both(data_path, meta_path)
    held = tables.dataset(data, meta)
    frame = pd.DataFrame(dict(data.columns))
    for place, code in enumerate(held.indicators):
        frame[code] = held.values[:, place]
    for code, column in held.denominators.items():
        frame[code] = column
    return frame, pd.DataFrame(dict(meta.columns))


def dataset(data_path: Path, meta_path: Path) -> Dataset:
    """The Dataset of two files, without pandas; raises everything wrong with them at once."""
    return tables.dataset(*_both(data_path, meta_path))


def _both(data_path: Path, meta_path: Path) -> tuple[tables.Table, tables.Table]:
    read: list[tables.Table] = []
    errors: list[KnownError] = []
    for path, role in ((data_path, "data"), (meta_path, "metadata")):
        try:
            read.append(_table(path, role))
        except KnownError as error:
            errors.append(error)
    raise_all(errors)
    return read[0], read[1]


def _table(path: Path, role: str) -> tables.Table:
    rows = _rows(path)
    if not rows:
        raise UnreadableTableError(file=path, problem="the file is empty; its first row must name the columns.")
    headers = tuple(header.strip() for header in rows[0][1])
    if len(headers) == 1 and max(headers[0].count(mark) for mark in ";\t") > 1:
        raise UnreadableTableError(file=path, problem="its fields are not separated by commas; save it so.")
    errors = [
        UnreadableTableError(
            file=path, problem=f"row {line}: {len(cells)} fields where the headers name {len(headers)} columns."
        )
        for line, cells in rows[1:]
        if len(cells) < len(headers) or any(cell.strip() for cell in cells[len(headers) :])
    ]
    raise_all(errors)
    columns = {header: [cells[place] for _, cells in rows[1:]] for place, header in enumerate(headers)}
    return tables.Table(str(path), headers, tuple(f"row {line}" for line, _ in rows[1:]), columns, role=role)


def _rows(path: Path) -> list[tuple[int, list[str]]]:
    """The rows that are not blank, each with the line where it begins."""
    rows: list[tuple[int, list[str]]] = []
    before = 0
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    rows.append((before + 1, cells))
                before = reader.line_num
    except UnicodeDecodeError as error:
        raise UnreadableTableError(file=path, problem="this is not UTF-8 text; save it as “CSV UTF-8”.") from error
    except csv.Error as error:
        raise UnreadableTableError(file=path, problem=f"row {before + 1} cannot be read as CSV: {error}.") from error
    except OSError as error:
        raise UnreadableTableError(file=path, problem=f"cannot be read: {error.strerror or error}.") from error
    return rows


def field(value: float) -> str:
    """A number with 17 significant digits, or the empty field where it is NaN."""
    return "" if math.isnan(value) else f"{value:.17g}"


def write_table(path: Path, headers: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write one CSV: doubles by `field`, everything else as text."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(headers)
        writer.writerows([field(cell) if isinstance(cell, float) else cell for cell in row] for row in rows)


def write_stages(result: Result, directory: Path) -> None:
    """Write one CSV per stage into `directory`, which must exist: uCode (and Time), then a column per code."""
    for stage in STAGES:
        columns = result.stage_columns(stage)
        every = stage == "raw"
        areas = result.dataset.areas if every else result.areas
        times = result.dataset.times if every else result.times
        write_table(directory / f"{stage}.csv", *_keyed(areas, times, columns))


def write_reports(result: Result, directory: Path) -> None:
    """Write one CSV per report into `directory`, which must exist."""
    for name, made in REPORTS.items():
        report = made(result)
        write_table(directory / f"{name}.csv", report.headers, report.rows)


def _keyed(
    areas: Sequence[str], times: Sequence[str], columns: Mapping[str, Any]
) -> tuple[list[str], Iterable[Sequence[Any]]]:
    keys: list[Sequence[str]] = [areas, times] if times else [areas]
    headers = ["uCode", *(["Time"] if times else []), *columns]
    return headers, zip(*keys, *(_fields(column.tolist()) for column in columns.values()), strict=True)


def _fields(values: Sequence[float]) -> list[str]:
    """As `field`, for a whole column: formatted in one go."""
    return ["" if value != value else f"{value:.17g}" for value in values]  # a NaN differs from itself
