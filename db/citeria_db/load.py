"""From the file to what the engine and the grid read: the dataset of an index, and the reading of any cell."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from citeria_core.model import CellReading, Index, Missing, Node, Qualifier, Status
from citeria_core.period import Period
from citeria_db import codes
from citeria_db.connection import Row
from citeria_db.errors import UnknownAreaError, UnknownCodeError, UnknownIndicatorError
from citeria_db.reading_sql import GIVEN_TERMS, INDEX_TERMS, ONE_CELL, readings_query
from citeria_db.store import Project

if TYPE_CHECKING:
    from citeria_core.dataset import Dataset

Cell = tuple[str, str]  # (area code, indicator code)
NO_LEAVES: Mapping[str, Node] = {}

_OF_INDEX = readings_query(INDEX_TERMS)
_OF_INDEX_CELL = readings_query(INDEX_TERMS, ONE_CELL)
_OF_GIVEN = readings_query(GIVEN_TERMS)


def dataset(project: Project, index_code: str) -> "Dataset":
    """Load the values that an index reads, areas × leaves in its own order, with the reading behind every cell.

    One query; the rule is that of `reading_sql`. Raises `UnknownIndexError`.
    """
    import numpy as np

    from citeria_core.dataset import Dataset

    index = project.indices.get(index_code)
    leaves = [leaf.indicator for leaf in index.leaves() if leaf.indicator is not None]
    found = _complete(index.areas, leaves, project.connection.rows(_OF_INDEX, _terms(project, index)))
    values = np.array(
        [[_or_nan(found[area, leaf].value) for leaf in leaves] for area in index.areas], dtype=np.float64
    ).reshape(len(index.areas), len(leaves))
    names = dict(
        project.connection.rows(
            "SELECT area.code, name FROM area_name JOIN area ON area.id = area_id WHERE role = 'shown' AND language = 'en'"
        )
    )
    areas = [(area, names.get(area, area)) for area in index.areas]
    return Dataset.build(areas=areas, nodes=index.nodes, values=values, readings=found)


def reading(project: Project, index_code: str, area: str, indicator: str) -> CellReading:
    """Read one cell as an index reads it; a cell outside the index is read as of its period, without leave for statuses."""
    codes.area_id(project.connection, area)
    codes.indicator_id(project.connection, indicator)
    index = project.indices.get(index_code)
    inside = area in index.areas and any(leaf.indicator == indicator for leaf in index.leaves())
    if not inside:
        return readings(project, (area,), (indicator,), index.as_of)[area, indicator]
    terms = {**_terms(project, index), "area": area, "indicator": indicator}
    return _complete((area,), (indicator,), project.connection.rows(_OF_INDEX_CELL, terms))[area, indicator]


def readings(
    project: Project,
    areas: Iterable[str],
    indicators: Iterable[str],
    as_of: Period,
    leaves: Mapping[str, Node] = NO_LEAVES,
) -> dict[Cell, CellReading]:
    """Read every cell of areas × indicators as of a period, in one query.

    `leaves` (indicator code → leaf) brings the fixed periods and allowed statuses of an index.
    Raises `UnknownAreaError`, `UnknownIndicatorError`.
    """
    rows, columns = tuple(areas), tuple(indicators)
    _check_known(project, "area", rows, UnknownAreaError)
    _check_known(project, "indicator", columns, UnknownIndicatorError)
    terms = {
        "areas": json.dumps(rows),
        "leaves": json.dumps([_leaf(indicator, leaves.get(indicator)) for indicator in columns]),
        "as_of": as_of.end,
    }
    return _complete(rows, columns, project.connection.rows(_OF_GIVEN, terms))


def _terms(project: Project, index: Index) -> dict[str, Any]:
    return {"index": codes.index_id(project.connection, index.code), "as_of": index.as_of.end}


def _leaf(indicator: str, leaf: Node | None) -> tuple[str, str | None, str | None, str]:
    if leaf is None:
        return indicator, None, None, ""
    period = leaf.period
    start, end = (period.start, period.end) if period else (None, None)
    return indicator, start, end, " ".join(sorted(leaf.statuses))


def _check_known(project: Project, table: str, given: Sequence[str], unknown: type[UnknownCodeError]) -> None:
    known = {code for (code,) in project.connection.rows(f"SELECT code FROM {table}")}
    for code in given:
        if code not in known:
            raise unknown(code, known)


def _complete(areas: Sequence[str], indicators: Sequence[str], rows: list[Row]) -> dict[Cell, CellReading]:
    """Make a reading of every cell: of those found, and "not found" for the others."""
    found = {(row[0], row[1]): row for row in rows}
    missing = Missing.NOT_FOUND
    return {
        (area, indicator): _reading(row)
        if (row := found.get((area, indicator)))
        else CellReading(area, indicator, None, missing)
        for area in areas
        for indicator in indicators
    }


def _reading(row: Row) -> CellReading:
    area, indicator, reason, id_, end, start, number, text, qualifier, status, low, high, rivals, cited, noted = row
    undecided = reason == Missing.UNDECIDED
    below, above = _bounds(qualifier, number, low, high)
    return CellReading(
        area=area,
        indicator=indicator,
        value=None if reason else number,
        reason=Missing(reason) if reason else None,
        period=Period(end, start),
        observation=None if undecided else id_,
        shown=None if undecided else number,
        text="" if undecided else text,
        qualifier=Qualifier.EXACT if undecided else Qualifier(qualifier),
        status=Status.REPORTED if undecided else Status(status),
        low=None if undecided else below,
        high=None if undecided else above,
        rivals=rivals if rivals > 1 else 0,
        cited=undecided or bool(cited),
        noted=bool(noted),
    )


def _bounds(
    qualifier: str, number: float | None, low: float | None, high: float | None
) -> tuple[float | None, float | None]:
    """Give the ends that a qualifier says, where none are stored: "> 5" is at least 5, "< 5" at most 5."""
    if low is None and high is None and qualifier in (">", ">="):
        return number, None
    if low is None and high is None and qualifier in ("<", "<=", "<~"):
        return None, number
    return low, high


def _or_nan(value: float | None) -> float:
    return float("nan") if value is None else value
