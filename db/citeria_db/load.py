"""From the file to what the engine and the grid read: the dataset of an index, and the reading of any cell."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from citeria_core.model import UNJUDGED, CellReading, Index, Missing, Node, Pedigree, Qualifier, Status
from citeria_core.period import Period
from citeria_db import codes
from citeria_db.connection import Row
from citeria_db.errors import UnknownAreaError, UnknownCodeError, UnknownIndicatorError
from citeria_db.reading_sql import CELL_TERMS, GIVEN_TERMS, INDEX_TERMS, NUMBERS_QUERY, readings_query
from citeria_db.retelling import CHANGED_SINCE_CITED
from citeria_db.store import Project

if TYPE_CHECKING:
    from citeria_core.dataset import Dataset
    from citeria_core.readings import Readings

NO_FLAGS: frozenset[str] = frozenset()
NO_LEAVES: Mapping[str, Node] = {}
Heard = Callable[[int, int], object]
_AT_ONCE = 10_000  # cells read in one query, between two words about how far it is

_OF_INDEX = readings_query(INDEX_TERMS)
_OF_GIVEN = readings_query(GIVEN_TERMS)
_OF_CELL = readings_query(CELL_TERMS)

_QUALIFIERS = {qualifier.value: qualifier for qualifier in Qualifier}
_STATUSES = {status.value: status for status in Status}
_REASONS: dict[str | None, Missing | None] = {None: None} | {reason.value: reason for reason in Missing}


def unheard(_done: int, _whole: int) -> None:
    """Hear how far the work is, and say nothing."""


def dataset(project: Project, index_code: str, kept: "Readings | None" = None, told: Heard = unheard) -> "Dataset":
    """Load the values that an index reads, areas × leaves in its own order, with the reading behind every cell.

    The rule is that of `reading_sql`. What stands in `kept` is not read again: the caller knows that the file says so
    still, with the index's terms of now. `told` hears how many cells of how many are read; what it raises ends it.
    Raises `UnknownIndexError`.
    """
    from citeria_core.dataset import Dataset

    index = project.indices.get(index_code)
    leaves = [leaf.indicator for leaf in index.leaves() if leaf.indicator is not None]
    if kept is None and len(index.areas) * len(leaves) <= _AT_ONCE:
        found = _filled(project, index.areas, leaves, project.connection.rows(_OF_INDEX, {"index": index_code}))
    else:
        found = _completed(project, index, leaves, kept or no_readings(), told)
    areas = list(area_names(project, index.areas).items())
    return Dataset.build(areas=areas, nodes=index.nodes, values=found.scored(), readings=found)


def area_names(project: Project, areas: Iterable[str]) -> dict[str, str]:
    """The English names of some areas, in their order; the code of one that has none."""
    names: dict[str, str] = dict(
        project.connection.rows(
            "SELECT area.code, name FROM area_name JOIN area ON area.id = area_id"
            " WHERE role = 'shown' AND language = 'en'"
        )
    )
    return {area: names.get(area, area) for area in areas}


def _completed(project: Project, index: Index, indicators: Sequence[str], kept: "Readings", told: Heard) -> "Readings":
    """Read the areas and the indicators of an index that `kept` does not have, some columns at a time."""
    leaves = {leaf.indicator: leaf for leaf in index.leaves() if leaf.indicator is not None}
    made = no_readings(index.areas, indicators)
    made.adopt(kept)
    fresh_areas = [area for area in index.areas if area not in kept.row_of]
    fresh = [indicator for indicator in indicators if indicator not in kept.column_of]
    held = [area for area in index.areas if area in kept.row_of]
    done, whole = 0, len(fresh_areas) * len(indicators) + len(held) * len(fresh)
    for areas, columns in ((fresh_areas, indicators), (held, fresh)):
        step = max(1, _AT_ONCE // max(1, len(areas)))
        for first in range(0, len(columns) if areas else 0, step):
            some = columns[first : first + step]
            made.adopt(readings(project, areas, some, index.as_of, leaves))
            done += len(areas) * len(some)
            told(done, whole)
    return made


def reading(project: Project, index_code: str, area: str, indicator: str) -> CellReading:
    """Read one cell as an index reads it: as of its period, with the terms of the indicator's leaf if it has one."""
    terms = {"index": index_code, "area": area, "indicator": indicator}
    rows = project.connection.rows(_OF_CELL, terms)
    if not rows:
        codes.index_id(project.connection, index_code)
        codes.area_id(project.connection, area)
        codes.indicator_id(project.connection, indicator)
    return _filled(project, (area,), (indicator,), rows)[area, indicator]


def readings(
    project: Project,
    areas: Iterable[str],
    indicators: Iterable[str],
    as_of: Period,
    leaves: Mapping[str, Node] = NO_LEAVES,
) -> "Readings":
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
    return _filled(project, places, columns, project.connection.rows(_OF_GIVEN, terms))


def terms(project: Project, index: Index) -> dict[str, object]:
    """Say what an index's readings hang on beside the observations: its period, each area and each leaf's indicator.

    The keys are “as of”, “area CODE” and “indicator CODE”. A reading holds while those of its cell say the same.
    """
    kinds = {code: (id_, kind) for code, id_, kind in project.connection.rows("SELECT code, id, kind FROM indicator")}
    ids: dict[str, str] = dict(project.connection.rows("SELECT code, id FROM area"))
    leaves = [leaf for leaf in index.leaves() if leaf.indicator is not None]
    return {
        "as of": index.as_of,
        **{f"area {code}": ids[code] for code in index.areas},
        **{f"indicator {leaf.indicator}": (kinds[leaf.indicator or ""], leaf.period, leaf.statuses) for leaf in leaves},
    }


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


def _filled(project: Project, areas: Sequence[str], indicators: Sequence[str], rows: list[Row]) -> "Readings":
    """Hold what the rows say of their cells; the others are "not found"."""
    made = no_readings(areas, indicators)
    if not rows:
        return made
    at, column, reasons, _, ends, starts, numbers, texts, qualifiers, *_, counts, judged, _, claims, flags = zip(
        *rows, strict=True
    )
    if any(claims):
        rows = _with_numbers(project, rows)
    shown = [None if reason == Missing.UNDECIDED else number for reason, number in zip(reasons, numbers, strict=True)]
    cited = [best is not None and not _is_changed(told) for best, told in zip(judged, flags, strict=True)]
    marks = [_marks(*cell) for cell in zip(reasons, numbers, texts, qualifiers, counts, cited, strict=True)]
    made.fill(at, column, rows, shown, marks, list(map(_period, ends, starts)))
    return made


def no_readings(areas: Iterable[str] = (), indicators: Iterable[str] = ()) -> "Readings":
    """Give readings of cells that nothing was found for yet."""
    from citeria_core.readings import Readings

    return Readings(areas, indicators, _reading)


def _is_changed(flags: str | None) -> bool:
    """Whether flags (JSON) say that the sources cited stated another value."""
    return flags is not None and CHANGED_SINCE_CITED in json.loads(flags)


def _with_numbers(project: Project, rows: list[Row]) -> list[Row]:
    """Put the numbers of rivals in the place of their ids, which the query gives as JSON."""
    rivals = [id_ for row in rows if row[15] for id_ in json.loads(row[15])]
    numbers: dict[str, float] = dict(project.connection.rows(NUMBERS_QUERY, {"ids": json.dumps(rivals)}))
    return [
        (*row[:15], tuple(numbers[one] for one in json.loads(row[15])), row[16]) if row[15] else row for row in rows
    ]


@lru_cache(maxsize=1024)  # a cell differs from its neighbours in its number alone, whose absence is all that counts
def _marked(scored: bool, number: bool, text: bool, qualifier: str, rivals: bool, cited: bool) -> int:
    from citeria_core.readings import Mark

    shows = number or text
    words = not number or qualifier == Qualifier.RANGE
    return int(
        (Mark.SHOWS if shows else 0)
        | (Mark.SCORED if scored else 0)
        | (Mark.UNCITED if shows and not cited else 0)
        | (Mark.RIVALS if rivals else 0)
        | (Mark.WORDS if shows and words else 0)
        | (Mark.SIGNED if not words and qualifier != Qualifier.EXACT else 0)
    )


def _marks(reason: str | None, number: float | None, text: str, qualifier: str, count: int, cited: bool) -> int:
    if reason == Missing.UNDECIDED:
        return _marked(False, False, False, Qualifier.EXACT, count > 1, False)
    return _marked(reason is None, number is not None, bool(text), qualifier, count > 1, cited)


def _reading(area: str, indicator: str, row: Row) -> CellReading:
    _, _, reason, id_, end, start, number, text, qualifier, status, low, high, count, judged, noted, claims, marks = row
    rivals = count if count > 1 else 0
    why = _REASONS[reason]
    if why is Missing.UNDECIDED:
        return CellReading(
            area, indicator, None, why, _period(end, start), rivals=rivals, noted=bool(noted), claims=claims or ()
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
        claims or (),
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
