"""A ranking as somebody wants to read it: filtered, sorted by several columns, in groups with their means.

Nothing is scored anew. Ranks stay those among all areas, or are counted again among the areas that are left.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from citeria_core import parse
from citeria_core.model import Grouping, Node
from citeria_core.rank import ranks
from citeria_core.ranking import Row, Standing, rank_labels

if TYPE_CHECKING:
    from citeria_core.beside import Measures

PART: Final = "part:"  # before the code of a part, where a part is what is sorted by
RANK: Final = "rank"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One column to sort by.

    "rank", "name", "score", "coverage", "published", "change", "part:" and a code, or a key of `beside.Measures`.
    """

    key: str
    falling: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A range of numbers, both ends included; None = open."""

    low: float | None = None
    high: float | None = None

    def holds(self, value: float | None) -> bool:
        """Whether the value lies in the range; a missing one only in a range without ends."""
        if value is None:
            return self == ANY
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


ANY: Final = Span()


def read_span(text: str, unit: float = 1.0) -> Span:
    """The range that a text says, in multiples of `unit`: “40–60”, “> 40”, “< 60”, or “40” for 40 and more.

    An empty text is any number; raises what `parse.read_number` raises.
    """
    if not text.strip():
        return ANY
    reading = parse.read_number(text)
    plain = reading.low is None and reading.high is None
    low, high = (reading.value, None) if plain else (reading.low, reading.high)
    return Span(None if low is None else low / unit, None if high is None else high / unit)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What of a ranking is shown, and how. The default shows all of it in the order of ranks.

    `coverage` is a share of 0 … 1. `within` are codes of groups of `grouping`; empty = every area, those of no group
    too. `grouped` puts the rows under their groups, at most `top` of each and none of those `folded`; the groups stand
    in the order of the grouping, or (`by_mean`) in that of their means by what is sorted by. `ranges` keep areas by the
    points of a part or by another number, named as in a `Criterion`; one that is missing is in no range.
    """

    text: str = ""
    grouping: str = ""
    within: frozenset[str] = frozenset()
    score: Span = ANY
    coverage: Span = ANY
    ranges: tuple[tuple[str, Span], ...] = ()
    incomplete: bool = True  # areas that lack a part in view are kept
    unranked: bool = True  # areas without a rank are kept
    sort: tuple[Criterion, ...] = (Criterion(RANK),)
    grouped: bool = False
    by_mean: bool = False
    folded: frozenset[str] = frozenset()
    top: int | None = None
    recount: bool = False  # ranks among the areas that are left

    @property
    def filters(self) -> bool:
        """Whether any area may be left out."""
        unseen = replace(self, grouped=False, by_mean=False, folded=frozenset())
        kept = replace(unseen, sort=(), top=None, recount=False, grouping="")
        return kept != Arrangement(sort=())


EVERYTHING: Final = Arrangement()


@dataclass(frozen=True, slots=True)
class Head:
    """A group above its rows: how many areas it has, how many are shown, the lowest and the highest score."""

    code: str
    name: str
    size: int
    shown: int
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Arranged:
    """The rows in the order they are read. A row at a position in `heads` is a group with its mean score and parts."""

    rows: tuple[Row, ...]
    parts: tuple[Node, ...]
    heads: Mapping[int, Head] = field(default_factory=dict)
    hidden: int = 0  # areas that the filters leave out


def arrange(
    standing: Standing,
    how: Arrangement = EVERYTHING,
    groupings: Iterable[Grouping] = (),
    aliases: Mapping[str, str] | None = None,
    ties: str = "min",
    measures: "Measures | None" = None,
) -> Arranged:
    """The standing as `how` asks for it.

    `aliases` are other names of areas that the text filter finds as well; `measures` what can be sorted by beside what
    stands in the rows.
    """
    if how == EVERYTHING:
        return Arranged(standing.rows, standing.parts)
    grouping = next((one for one in groupings if one.code == how.grouping), None)
    group_of = {area: group.code for group in grouping.groups for area in group.members} if grouping else {}
    codes = [part.code for part in standing.parts]
    spans = [(_values(key, codes, measures or {}), span) for key, span in how.ranges]
    rows = [
        row
        for row in standing.rows
        if _kept(row, how, group_of, aliases or {}) and all(span.holds(_number(value(row))) for value, span in spans)
    ]
    hidden = len(standing.rows) - len(rows)
    if how.recount:
        rows = _recounted(rows, ties)
    rows = _sorted(rows, how.sort, codes, measures or {})
    if not how.grouped or grouping is None:
        return Arranged(tuple(rows[: how.top]), standing.parts, {}, hidden + len(rows[how.top or len(rows) :]))
    return _grouped(rows, grouping, group_of, how, standing.parts, hidden)


def _kept(row: Row, how: Arrangement, group_of: Mapping[str, str], aliases: Mapping[str, str]) -> bool:
    sought = how.text.casefold().strip()
    named = any(sought in text.casefold() for text in (row.name, row.area, aliases.get(row.area, "")))
    return (
        (not sought or named)
        and (not how.within or group_of.get(row.area) in how.within)
        and (how.unranked or row.rank is not None)
        and (how.incomplete or None not in row.parts)
        and how.score.holds(row.score)
        and how.coverage.holds(row.present / row.total if row.total else None)
    )


def _recounted(rows: Sequence[Row], ties: str) -> list[Row]:
    counted = ranks(np.array([math.nan if row.rank is None else row.score or 0.0 for row in rows], dtype=float), ties)
    return [
        row if math.isnan(rank) else replace(row, rank=rank, label=label)
        for row, rank, label in zip(rows, counted.tolist(), rank_labels(counted.tolist()), strict=True)
    ]


def _sorted(rows: Sequence[Row], by: Sequence[Criterion], parts: Sequence[str], measures: "Measures") -> list[Row]:
    """Sorted by the first criterion, ties by the next ones, then as in the ranking; what is missing is last."""
    held = sorted(rows, key=lambda row: (row.rank is None, row.rank or 0.0, row.name, row.area))
    for criterion in reversed(by):
        value = _values(criterion.key, parts, measures)
        present = [row for row in held if value(row) is not None]
        absent = [row for row in held if value(row) is None]
        present.sort(key=value, reverse=criterion.falling)  # type: ignore[arg-type]  # one key, one type
        held = [*present, *absent]
    return held


def _values(key: str, parts: Sequence[str], measures: "Measures") -> Callable[[Row], float | str | None]:
    if key in measures:
        return lambda row: measures[key].get(row.area)
    if key.startswith(PART):
        code = key.removeprefix(PART)
        place = parts.index(code) if code in parts else None
        return lambda row: None if place is None else row.parts[place]
    found: dict[str, Callable[[Row], float | str | None]] = {
        "name": lambda row: row.name.casefold(),
        "score": lambda row: row.score,
        "coverage": lambda row: row.present / row.total if row.total else None,
        "published": lambda row: float(row.published.rstrip("=")) if row.published else None,
        "change": lambda row: row.change,
    }
    return found.get(key, lambda row: row.rank)


def _grouped(
    rows: Sequence[Row],
    grouping: Grouping,
    group_of: Mapping[str, str],
    how: Arrangement,
    parts: tuple[Node, ...],
    hidden: int,
) -> Arranged:
    """The groups in the order of the grouping, those of no group last, each with its best rows."""
    shown: list[Row] = []
    heads: dict[int, Head] = {}
    named = [(group.code, group.name) for group in grouping.groups]
    means = {
        code: mean_row([row for row in rows if group_of.get(row.area) == code], name, len(parts))
        for code, name in named
    }
    if how.by_mean:
        named = _by_mean(named, means, how.sort[:1], [part.code for part in parts])
    for code, name in (*named, ("", "")):
        inside = [row for row in rows if group_of.get(row.area, "") == code]
        if not inside:
            continue
        held = [] if code in how.folded else inside[: how.top]
        scores = [row.score for row in inside if row.score is not None]
        heads[len(shown)] = Head(
            code, name, len(inside), len(held), min(scores, default=None), max(scores, default=None)
        )
        shown += [means.get(code) or mean_row(inside, name, len(parts)), *held]
        hidden += 0 if code in how.folded else len(inside) - len(held)
    return Arranged(tuple(shown), parts, heads, hidden)


def _by_mean(
    named: list[tuple[str, str]], means: Mapping[str, Row], by: Sequence[Criterion], parts: Sequence[str]
) -> list[tuple[str, str]]:
    """Groups sorted by what their rows are sorted by, read off their means; by rank means by the highest score."""
    criterion = by[0] if by and by[0].key != RANK else Criterion("score", falling=not (by and by[0].falling))
    value = _values(criterion.key, parts, {})
    there = [one for one in named if value(means[one[0]]) is not None]
    there.sort(key=lambda one: value(means[one[0]]), reverse=criterion.falling)  # type: ignore[arg-type,return-value]
    return [*there, *(one for one in named if one not in there)]


def _number(value: float | str | None) -> float | None:
    return value if isinstance(value, float | int) else None


def mean_row(rows: Sequence[Row], name: str, parts: int) -> Row:
    """The mean of rows as a row: of the scores there are, and of each part where it is present."""
    return Row(
        area="",
        name=name,
        label="",
        rank=None,
        score=_mean([row.score for row in rows]),
        parts=tuple(_mean([row.parts[place] for row in rows]) for place in range(parts)),
        present=sum(row.present for row in rows),
        total=sum(row.total for row in rows),
        published="",
        change=None,
        partial=False,
        reason="",
    )


def _mean(values: Sequence[float | None]) -> float | None:
    held = [value for value in values if value is not None]
    return math.fsum(held) / len(held) if held else None
