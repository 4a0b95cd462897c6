"""Planning what a paste would do before anything is done: which text goes to which cell, and what stands in the way.

A plan is a value. It changes nothing, guesses nothing, and can be carried out whole or not at all: a text that has no
reading or several is listed as a problem, and a block that reaches beyond the grid waits for a decision.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from citeria_core.clipboard import Block
from citeria_core.errors import KnownError
from citeria_core.model import Observation

Read = Callable[[str, str], Observation]  # (indicator, text) → what the text says, its area left empty


class Beyond(StrEnum):
    """What becomes of the part of a block that does not fit into the grid."""

    ASK = "ask"
    CLIP = "clip"
    ADD_ROWS = "add_rows"


class MissingMarkError(KnownError):
    """A mark such as “n/a” that says that there is no value, but not why."""

    code = "missing_mark"
    template = "“{text}” says that there is no value. Choose the reason why, or leave such cells as they are."


class UnknownHeadingError(KnownError):
    """A heading that names nothing in the grid."""

    code = "unknown_heading"
    template = "“{text}” is the heading of no {noun} here. Correct it, or paste without headings."


class NamelessRowsError(KnownError):
    """Rows to add without a name."""

    code = "nameless_rows"
    template = (
        "{rows} rows reach beyond the last one and bear no names. Paste them with their names, or leave them out."
    )


@dataclass(frozen=True, slots=True)
class Grid:
    """The grid pasted into: the codes of its rows (areas) and columns (indicators) as they are shown.

    The labels map what people call a row or column, names and codes, to its code.
    """

    rows: Sequence[str]
    columns: Sequence[str]
    row_labels: Mapping[str, str] = field(default_factory=dict)
    column_labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Selection:
    """A rectangle of the grid: its first row and column, and how many there are of each."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Planned:
    """One cell that the plan writes: what its text says. A new row is named instead of coded."""

    area: str
    said: Observation


@dataclass(frozen=True, slots=True)
class Problem:
    """One text of the block that cannot be taken, by its place in the block (from 0)."""

    row: int
    column: int
    text: str
    error: KnownError
    area: str = ""
    indicator: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a paste would do. `rows_beyond` and `columns_beyond` say how far the block reaches over the edge.

    `empty` counts empty texts, whose cells stay as they are; `clipped` counts texts that are left out.
    """

    cells: tuple[Planned, ...] = ()
    problems: tuple[Problem, ...] = ()
    new_rows: tuple[str, ...] = ()
    rows_beyond: int = 0
    columns_beyond: int = 0
    clipped: int = 0
    empty: int = 0
    undecided: bool = False  # what reaches beyond the grid needs a decision

    @property
    def ready(self) -> bool:
        """Whether it can be carried out as it is."""
        return not self.undecided and not self.problems


def plan_paste(
    block: Block,
    grid: Grid,
    selection: Selection,
    read: Read,
    *,
    beyond: Beyond = Beyond.ASK,
    headings: bool | None = None,
) -> Plan:
    """Plan a paste of `block` into `grid` at `selection`.

    One text fills the whole selection; a block is repeated over a selection that is a multiple of it. With headings
    (None: if all of the first row or column are labels of the grid), they say which cells are meant instead of the
    place. Rows are added only by their names.
    """
    if not block:
        return Plan()
    targets = _by_headings(block, grid, headings) or _by_place(block, grid, selection)
    return _planned(targets, read, beyond)


@dataclass(frozen=True, slots=True)
class _Targets:
    """Where the texts of a body go: per row and column of it a code, a new name, or None beyond the edge."""

    body: Sequence[Sequence[str]]
    rows: Sequence[str | None]
    columns: Sequence[str | None]
    names: Sequence[str] = ()  # of rows that are not in the grid
    problems: tuple[Problem, ...] = ()
    offset: tuple[int, int] = (0, 0)  # where the body begins in the block


def _by_place(block: Block, grid: Grid, selection: Selection) -> _Targets:
    height, width = len(block), len(block[0])
    if selection.rows % height == 0 and selection.columns % width == 0:
        height, width = selection.rows, selection.columns
    rows = _along(grid.rows, selection.row, height)
    return _Targets(block, rows, _along(grid.columns, selection.column, width))


def _along(codes: Sequence[str], first: int, count: int) -> list[str | None]:
    return [codes[at] if at < len(codes) else None for at in range(first, first + count)]


def _by_headings(block: Block, grid: Grid, wanted: bool | None) -> _Targets | None:
    """Read the first row and the first column as headings; None if there are none (or none are wanted)."""
    if wanted is False or len(block) < 2 or len(block[0]) < 2:
        return None
    row_labels, column_labels = _folded(grid.row_labels, grid.rows), _folded(grid.column_labels, grid.columns)
    across, down = block[0][1:], [row[0] for row in block[1:]]
    known = all(_key(text) in column_labels for text in across) and any(_key(text) in row_labels for text in down)
    if wanted is None and not known:
        return None
    problems = tuple(
        Problem(0, at, text, UnknownHeadingError(text=text, noun="column"))
        for at, text in enumerate(across, 1)
        if _key(text) not in column_labels
    )
    rows = [row_labels.get(_key(text)) for text in down]
    columns = [column_labels.get(_key(text)) for text in across]
    return _Targets([row[1:] for row in block[1:]], rows, columns, [text.strip() for text in down], problems, (1, 1))


def _folded(labels: Mapping[str, str], codes: Sequence[str]) -> dict[str, str]:
    shown = set(codes)
    return {_key(label): code for label, code in labels.items() if code in shown} | {_key(code): code for code in codes}


def _key(label: str) -> str:
    return " ".join(label.split()).casefold()


def _planned(targets: _Targets, read: Read, beyond: Beyond) -> Plan:
    rows_beyond = sum(row is None for row in targets.rows)
    columns_beyond = 0 if targets.names else sum(column is None for column in targets.columns)
    adding = beyond is Beyond.ADD_ROWS
    problems = list(targets.problems)
    if adding and rows_beyond and not all(_new_names(targets)):
        problems.append(Problem(len(targets.rows) - rows_beyond, 0, "", NamelessRowsError(rows=rows_beyond)))
    cells: list[Planned] = []
    clipped = empty = 0
    says = _Reader(read)
    for row, column, text in _texts(targets):
        area, indicator = _area(targets, row, adding=adding), targets.columns[column]
        if not text.strip():
            empty += 1
        elif area is None or indicator is None:
            clipped += 1
        else:
            said = says(indicator, text)
            if isinstance(said, KnownError):
                height, width = len(targets.body), len(targets.body[0])
                at = row % height + targets.offset[0], column % width + targets.offset[1]
                problems.append(Problem(*at, text, said, area, indicator))
            else:
                cells.append(Planned(area, said))
    return Plan(
        tuple(cells),
        tuple(problems),
        tuple(dict.fromkeys(_new_names(targets))) if adding else (),
        rows_beyond,
        columns_beyond,
        clipped,
        empty,
        undecided=(bool(clipped) and beyond is Beyond.ASK) or bool(adding and columns_beyond and clipped),
    )


def _texts(targets: _Targets) -> Iterator[tuple[int, int, str]]:
    """Walk the cells of the target with the text that goes there, the block repeated as often as it is."""
    body = targets.body
    for row in range(len(targets.rows)):
        texts = body[row % len(body)]
        for column in range(len(targets.columns)):
            yield row, column, texts[column % len(texts)]


def _area(targets: _Targets, row: int, *, adding: bool) -> str | None:
    found = targets.rows[row]
    if found is not None or not adding or row >= len(targets.names):
        return found
    return targets.names[row] or None


def _new_names(targets: _Targets) -> list[str]:
    """Name the rows that are not in the grid; a nameless one gives an empty text."""
    beyond = [at for at, row in enumerate(targets.rows) if row is None]
    return [targets.names[at] if at < len(targets.names) else "" for at in beyond]


class _Reader:
    """Reads each text once per column: blocks repeat themselves."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._seen: dict[tuple[str, str], Observation | KnownError] = {}

    def __call__(self, indicator: str, text: str) -> Observation | KnownError:
        key = indicator, text
        if key not in self._seen:
            try:
                self._seen[key] = self._read(indicator, text)
            except KnownError as error:
                self._seen[key] = error
        return self._seen[key]
