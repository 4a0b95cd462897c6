"""A paste before anything is stored: the block from the clipboard, where it goes, what was chosen, and the plan of it.

Pure values and functions: any thread may plan. What cannot be read is listed, what has two readings waits for a choice.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from citeria_core import clipboard, paste
from citeria_core.clipboard import Block, TooLargeBlockError
from citeria_core.errors import AmbiguousNumberError
from citeria_core.model import Indicator, Missing, Observation
from citeria_core.paste import Beyond, Grid, MissingMarkError, NamelessRowsError, Plan, Planned, Problem, Selection
from citeria_core.paste import UnknownHeadingError as HeadingError
from citeria_core.period import Period
from citeria_core.printed.figures import read_figure
from citeria_core.printed.understand import understand
from citeria_db.errors import StoppedError
from citeria_db.pasting import read_text

MOST_CELLS: Final = 250_000  # of one block; more belongs into a file
_FIGURE: Final = re.compile(r"[0-9][0-9., ']*[.,][0-9., ']*[0-9]")
_OTHER: Final = {",": ".", ".": ","}
_MOST_SEEN: Final = 2_000  # texts looked at to tell how numbers are written


@dataclass(frozen=True, slots=True)
class Target:
    """Where a block goes: the grid as shown, the selection, and for which period a value of a cell is."""

    grid: Grid
    selection: Selection
    indicators: Mapping[str, Indicator]
    periods: Mapping[str, Period]  # by indicator, for a cell that shows no value
    shown: Callable[[str, str], Period | None] = lambda _area, _indicator: (
        None
    )  # the period of a value that stands there


@dataclass(frozen=True, slots=True)
class Choices:
    """What was decided about a paste. `readings` names the locale of a single text that had two readings."""

    beyond: Beyond = Beyond.ASK
    headings: bool | None = None
    locale: str | None = None
    readings: Mapping[str, str] = field(default_factory=dict)
    marks: Missing | None = None  # why “n/a” has no value
    leave_out: bool = False  # what cannot be read stays as it is


@dataclass(frozen=True, slots=True)
class Format:
    """How the numbers of a block are written, as far as they settle it themselves: how often, and one as a sample."""

    points: int = 0
    commas: int = 0
    sample: str = ""
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """One text with two readings, and how many cells say it."""

    text: str
    count: int
    error: AmbiguousNumberError


def read_clipboard(text: str, page: str = "") -> Block:
    """The block that a clipboard holds: its tab-separated text, else the first table of its page.

    Raises `TooLargeBlockError`.
    """
    block = clipboard.read_block(text) if text else ()
    if page and len(block) * len(block[0] if block else ()) <= 1:
        block = clipboard.read_page(page) or block
    size = len(block) * len(block[0]) if block else 0
    if size > MOST_CELLS:
        raise TooLargeBlockError(found=f"{size:,}", what="cells", most=f"{MOST_CELLS:,}")
    return block


def plan(block: Block, target: Target, choices: Choices, stopped: Callable[[], bool] = lambda: False) -> Plan:
    """Plan the paste as chosen; raises `StoppedError` soon after `stopped` says so."""

    def read(indicator: str, text: str) -> Observation:
        if stopped():
            raise _HaltError
        locale = choices.readings.get(text, choices.locale)
        return read_text(target.indicators[indicator], target.periods[indicator], text, locale, choices.marks)

    try:
        made = paste.plan_paste(
            block, target.grid, target.selection, read, beyond=choices.beyond, headings=choices.headings
        )
    except _HaltError:
        raise StoppedError from None
    kept = tuple(problem for problem in made.problems if not (choices.leave_out and can_be_left(problem)))
    cells = tuple(_in_period(planned, target.shown(planned.area, planned.said.indicator)) for planned in made.cells)
    return replace(made, cells=cells, problems=kept, empty=made.empty + len(made.problems) - len(kept))


def _in_period(planned: Planned, period: Period | None) -> Planned:
    """Put a value under the period that its cell shows, as typing there would."""
    if period is None or period == planned.said.period:
        return planned
    return replace(planned, said=replace(planned.said, period=period))


def can_be_left(problem: Problem) -> bool:
    """Whether a problem concerns one text only, which may be left out, and is no question with two answers."""
    return not isinstance(problem.error, HeadingError | NamelessRowsError | AmbiguousNumberError)


def ambiguous(made: Plan) -> tuple[Ambiguous, ...]:
    """Every text that has two readings, once, in the order of the block."""
    counts = Counter(problem.text for problem in made.problems)
    first = {
        problem.text: problem.error for problem in made.problems if isinstance(problem.error, AmbiguousNumberError)
    }
    return tuple(
        Ambiguous(text, counts[text], error) for text, error in first.items() if isinstance(error, AmbiguousNumberError)
    )


def unreadable(made: Plan) -> tuple[Problem, ...]:
    """Every other problem, once for each text, the marks of missing values aside."""
    found = {
        (problem.text, type(problem.error)): problem
        for problem in reversed(made.problems)
        if not isinstance(problem.error, AmbiguousNumberError | MissingMarkError)
    }
    return tuple(reversed(found.values()))


def marks(made: Plan) -> tuple[str, ...]:
    """The texts such as “n/a” that say that there is no value, once each."""
    return tuple(
        dict.fromkeys(problem.text for problem in made.problems if isinstance(problem.error, MissingMarkError))
    )


def headed(block: Block, grid: Grid) -> bool:
    """Whether the first row and column name columns and rows of the grid, so that they can be headings."""
    if len(block) < 2 or len(block[0]) < 2:
        return False
    columns = {_folded(label) for label in (*grid.column_labels, *grid.columns)}
    rows = {_folded(label) for label in (*grid.row_labels, *grid.rows)}
    return all(_folded(text) in columns for text in block[0][1:]) and any(_folded(row[0]) in rows for row in block[1:])


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()


def detected(block: Block) -> Format:
    """How the numbers of a block are written: those counted whose comma or point leaves no choice."""
    counted, sample, value = Counter[str](), "", None
    written = dict.fromkeys(text for row in block for text in row if len(text) < 40 and _FIGURE.search(text))
    for _, text in zip(range(_MOST_SEEN), written, strict=False):
        match = _FIGURE.search(text)
        figures = read_figure(match[0], "", None) if match else ()
        readings = understand(text).readings
        if len(figures) != 1 or len(readings) != 1:
            continue
        last = re.sub(r"[^.,]", "", match[0])[-1] if match else ""
        counted[last if "." in figures[0].digits else _OTHER[last]] += 1
        if len(text) > len(sample):
            sample, value = text, readings[0].value
    return Format(counted["."], counted[","], sample, value)


def placed(said: Observation, area: str, indicator: str) -> Observation:
    """What a text says, put into a cell."""
    return replace(said, area=area, indicator=indicator)


class _HaltError(Exception):
    """Leaves the planning from within; not a known error, which planning would list."""
