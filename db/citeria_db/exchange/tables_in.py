"""Tables of values, areas or indicators, read from a text file: all that is wrong is found before anything is written.

Which table it is, its headings say:

* values, long: `area`, `indicator`, `value`, and if wanted `period`, `source`, `locator`, `quote`, `note`, `status`,
  `flags`, `missing`; a row per value;
* values, wide: `area`, then a column per indicator (code or name); the period and source are given for all;
* areas: `area` and `name` (also `name:zh`, …), and if wanted `kind`, `parent`, `latitude`, `longitude`, `variants`,
  `note`;
* indicators: `indicator` and `name`, and if wanted `unit`, `definition`, `direction`, `kind`, `measure`,
  `collections`, `note`.

Areas and indicators are named by code or by a name that only one of them has.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from citeria_core.clipboard import read_block
from citeria_core.errors import KnownError
from citeria_db.exchange import text_in

VALUES, AREAS, INDICATORS = "values", "areas", "indicators"
DELIMITERS: Final = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
ENCODINGS: Final = ("utf-8", "utf-16", "gb18030", "cp1251", "cp1252", "big5", "koi8-r", "latin-1")  # that are offered
_QUOTED: Final = re.compile(r'"[^"]*"')
_LONG: Final = frozenset(
    {"area", "indicator", "value", "period", "source", "locator", "quote", "note", "status", "flags", "missing"}
)
_OF_AREAS: Final = frozenset({"area", "name", "kind", "parent", "latitude", "longitude", "variants", "note"})
_OF_INDICATORS: Final = frozenset(
    {"indicator", "name", "unit", "definition", "direction", "kind", "measure", "collections", "note"}
)


class TableError(KnownError):
    """One cell, row or column of a table that cannot be taken."""

    code = "bad_table_cell"
    template = "{file}, {row}, column {column}: {problem}"


class BadTableError(KnownError):
    """A table as a whole that cannot be taken."""

    code = "bad_table"
    template = "{file}: {problem} Nothing was changed."


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table as it stands in its file: its kind, its headings in lower case, and its rows by their number."""

    file: str
    kind: str
    wide: bool
    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    encoding: str
    guessed: bool  # the encoding was concluded from the bytes alone
    delimiter: str
    columns: Mapping[str, int] = field(default_factory=dict)

    def wrong(self, row: int, column: str, problem: object) -> TableError:
        """Say what is wrong with a cell: the row as counted in a spreadsheet, the headings being row 1."""
        return TableError(file=self.file, row=f"row {row}", column=column, problem=problem)

    def cell(self, row: Sequence[str], column: str) -> str:
        """Give a cell without the blanks around it; an empty text where the table has no such column."""
        at = self.columns.get(column)
        return "" if at is None else row[at].strip()


def read(path: Path, encoding: str | None = None, delimiter: str | None = None, kind: str | None = None) -> RawTable:
    """Read a table; the encoding and the delimiter are recognised if they are not given.

    Raises `UnreadableFileError` and its kin, `TooLargeBlockError`, `BadTableError`.
    """
    text = text_in.read(path, encoding)
    mark = delimiter or _delimiter(text.text)
    block = read_block(text.text, mark)
    if not block or not any(cell.strip() for cell in block[0]):
        raise BadTableError(file=path.name, problem="it has no headings in its first row.")
    shown = tuple(" ".join(heading.split()) for heading in block[0])
    headings = tuple(_heading(heading) for heading in shown)
    found, wide = _kind(path.name, headings, kind)
    return RawTable(
        path.name,
        found,
        wide,
        shown if wide else headings,
        tuple((at, row) for at, row in enumerate(block[1:], 2) if any(cell.strip() for cell in row)),
        text.encoding,
        text.guessed,
        mark,
        _columns(path.name, headings, shown, found, wide=wide),
    )


def _delimiter(text: str) -> str:
    """The mark that parts the headings most often, outside quotes; a table of one column has none, and any will do."""
    counts = Counter(_QUOTED.sub("", text.partition("\n")[0]))
    return max(DELIMITERS, key=lambda mark: counts[mark])


def _heading(text: str) -> str:
    name = text.casefold().replace(" ", "_")
    return name.replace("name_", "name:", 1) if name.startswith("name_") else name


def _kind(file: str, headings: Sequence[str], wanted: str | None) -> tuple[str, bool]:
    """Tell which table it is, and whether it is wide."""
    there = set(headings)
    if wanted == AREAS or (wanted is None and _is_of(there, "area", _OF_AREAS)):
        return AREAS, False
    if wanted == INDICATORS or (wanted is None and _is_of(there, "indicator", _OF_INDICATORS)):
        return INDICATORS, False
    if {"area", "indicator", "value"} <= there:
        return VALUES, False
    if headings[0] == "area" and len(headings) > 1 and not {"indicator", "value"} & there:
        return VALUES, True
    raise BadTableError(
        file=file,
        problem="its headings say neither values (area, indicator, value; or area and a column per indicator) nor "
        f"areas (area, name) nor indicators (indicator, name); they are: {', '.join(headings)[:200]}.",
    )


def _is_of(there: set[str], key: str, known: frozenset[str]) -> bool:
    named = any(heading == "name" or heading.startswith("name:") for heading in there)
    return key in there and named and all(heading in known or heading.startswith("name:") for heading in there)


def _columns(file: str, headings: Sequence[str], shown: Sequence[str], kind: str, *, wide: bool) -> Mapping[str, int]:
    twice = [heading for heading, count in Counter(headings).items() if count > 1 and heading]
    if twice:
        raise BadTableError(file=file, problem=f"the heading “{twice[0]}” stands there twice.")
    if wide:
        return {heading: at for at, heading in enumerate(shown)} | {"area": 0}
    known = {VALUES: _LONG, AREAS: _OF_AREAS, INDICATORS: _OF_INDICATORS}[kind]
    strange = [heading for heading in headings if heading not in known and not heading.startswith("name:")]
    strange = [heading for heading in strange if heading]
    needed = {VALUES: ("area", "indicator", "value"), AREAS: ("area",), INDICATORS: ("indicator",)}[kind]
    lacking = [heading for heading in needed if heading not in headings]
    if strange or lacking:
        told = [f"does not know the column {', '.join(strange)}"] if strange else []
        told += [f"needs the column {', '.join(lacking)}"] if lacking else []
        raise BadTableError(
            file=file, problem=f"a table of {kind} {' and '.join(told)} (it may have {', '.join(sorted(known))})."
        )
    return {heading: at for at, heading in enumerate(headings) if heading}
