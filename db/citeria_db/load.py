"""From the file to what the engine and the grid read: the dataset of an index, and the reading of any cell."""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from citeria_core.model import UNJUDGED, CellReading, Missing, Node, Pedigree, Qualifier, Status
from citeria_core.period import Period
from citeria_db import codes
from citeria_db.connection import Row
from citeria_db.errors import UnknownAreaError, UnknownCodeError, UnknownIndicatorError
from citeria_db.reading_sql import CELL_TERMS, GIVEN_TERMS, INDEX_TERMS, NUMBERS_QUERY, readings_query
from citeria_db.retelling import CHANGED_SINCE_CITED
from citeria_db.store import Project

if TYPE_CHECKING:
    from citeria_core.dataset import Dataset

Cell = tuple[str, str]  # (area code, indicator code)
NO_FLAGS: frozenset[str] = frozenset()
NO_LEAVES: Mapping[str, Node] = {}

_OF_INDEX = readings_query(INDEX_TERMS)
_OF_GIVEN = readings_query(GIVEN_TERMS)
_OF_CELL = readings_query(CELL_TERMS)

_QUALIFIERS = {qualifier.value: qualifier for qualifier in Qualifier}
_STATUSES = {status.value: status for status in Status}
_REASONS: dict[str | None, Missing | None] = {None: None} | {reason.value: reason for reason in Missing}


def dataset(project: Project, index_code: str) -> "Dataset":
    """Load the values that an index reads, areas × leaves in its own order, with the reading behind every cell.

    The values and their readings come from one query; the rule is that of `reading_sql`. Raises `UnknownIndexError`.
    """
    import numpy as np

    from citeria_core.dataset import Dataset

    index = project.indices.get(index_code)
    leaves = [leaf.indicator for leaf in index.leaves() if leaf.indicator is not None]
    rows = project.connection.rows(_OF_INDEX, {"index": index_code})
    values = np.full((len(index.areas), len(leaves)), np.nan, order="F")
    for row in rows:
        if row[2] is None:
            values[row[0], row[1]] = row[6]
    names: dict[str, str] = dict(
        project.connection.rows(
            "SELECT area.code, name FROM area_name JOIN area ON area.id = area_id"
            " WHERE role = 'shown' AND language = 'en'"
        )
    )
    areas = [(area, names.get(area, area)) for area in index.areas]
    readings = _complete(project, index.areas, leaves, rows)
    return Dataset.build(areas=areas, nodes=index.nodes, values=values, readings=readings)


def reading(project: Project, index_code: str, area: str, indicator: str) -> CellReading:
    """Read one cell as an index reads it: as of its period, with the terms of the indicator's leaf if it has one."""
    terms = {"index": index_code, "area": area, "indicator": indicator}
    rows = project.connection.rows(_OF_CELL, terms)
    if not rows:
        codes.index_id(project.connection, index_code)
        codes.area_id(project.connection, area)
        codes.indicator_id(project.connection, indicator)
    return _complete(project, (area,), (indicator,), rows)[area, indicator]


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
    places, columns = tuple(areas), tuple(indicators)
    _check_known(project, "area", places, UnknownAreaError)
    _check_known(project, "indicator", columns, UnknownIndicatorError)
    terms = {
        "areas": json.dumps(places),
        "leaves": json.dumps([_leaf(indicator, leaves.get(indicator)) for indicator in columns]),
        "as_of": as_of.end,
    }
    return _complete(project, places, columns, project.connection.rows(_OF_GIVEN, terms))


def _leaf(indicator: str, leaf: Node | None) -> tuple[str, str | None, str | None, str]:
    if leaf is None:
        return indicator, None, None, ""
    start, end = (leaf.period.start, leaf.period.end) if leaf.period else (None, None)
    return indicator, start, end, " ".join(sorted(leaf.statuses))


def _check_known(project: Project, table: str, given: Sequence[str], unknown: type[UnknownCodeError]) -> None:
    known = {code for (code,) in project.connection.rows(f"SELECT code FROM {table}")}
    for code in given:
        if code not in known:
            raise unknown(code, known)


def _complete(
    project: Project, areas: Sequence[str], indicators: Sequence[str], rows: list[Row]
) -> dict[Cell, CellReading]:
    """Make a reading of every cell: of those found, and "not found" for the others."""
    rivals = [id_ for row in rows if row[15] for id_ in json.loads(row[15])]
    numbers: dict[str, float] = {}
    if rivals:
        numbers = dict(project.connection.rows(NUMBERS_QUERY, {"ids": json.dumps(rivals)}))
    found = {(areas[row[0]], indicators[row[1]]): row for row in rows}
    readings: dict[Cell, CellReading] = {}
    for area in areas:
        for indicator in indicators:
            row = found.get((area, indicator))
            absent = CellReading(area, indicator, None, Missing.NOT_FOUND) if row is None else None
            readings[area, indicator] = absent or _reading(area, indicator, row or (), numbers)
    return readings


def _reading(area: str, indicator: str, row: Row, numbers: Mapping[str, float]) -> CellReading:
    _, _, reason, id_, end, start, number, text, qualifier, status, low, high, count, judged, noted, claimed, marks = (
        row
    )
    rivals = count if count > 1 else 0
    claims = tuple(numbers[one] for one in json.loads(claimed)) if claimed else ()
    why = _REASONS[reason]
    if why is Missing.UNDECIDED:
        return CellReading(
            area, indicator, None, why, _period(end, start), rivals=rivals, noted=bool(noted), claims=claims
        )
    if low is None and high is None:
        low, high = _bounds(qualifier, number)
    flags = frozenset(json.loads(marks)) if marks else NO_FLAGS
    cited = judged is not None and CHANGED_SINCE_CITED not in flags
    return CellReading(
        area,
        indicator,
        number if why is None else None,
        why,
        _period(end, start),
        id_,
        number,
        text,
        _QUALIFIERS[qualifier],
        _STATUSES[status],
        low,
        high,
        rivals,
        cited,
        bool(noted),
        claims,
        flags,
        _pedigree(judged) if cited else UNJUDGED,
    )


@lru_cache(maxsize=256)  # as many as there are sources judged differently
def _pedigree(scores: str) -> Pedigree:
    reliability, completeness, temporal, geographical, technological = json.loads(scores)
    return reliability, completeness, temporal, geographical, technological


@lru_cache(maxsize=256)  # a grid of 100,000 cells holds a handful of periods
def _period(end: str, start: str) -> Period:
    return Period(end, start)


def _bounds(qualifier: str, number: float | None) -> tuple[float | None, float | None]:
    """Give the ends that a qualifier says: "> 5" is 5 or more, "< 5" is 5 or less."""
    if qualifier in (">", ">="):
        return number, None
    if qualifier in ("<", "<=", "<~"):
        return None, number
    return None, None
