"""The ranking as people read it: labels, coverage, what changed, and why an area has no rank, in words."""

import math
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from citeria_core import screen
from citeria_core.aggregate import CANCELLED
from citeria_core.model import Node
from citeria_core.result import Result
from citeria_core.row_parts import RowParts, row_parts

PARTIAL: Final = 0.65  # a row with a smaller share of its values is marked partial

Key = tuple[str, str]  # area, time


@dataclass(frozen=True, slots=True)
class Row:
    """One area in a standing; `parts` contribute to the score, None where a part is missing."""

    area: str
    name: str
    label: str  # "3=", or "" without a rank
    rank: float | None
    score: float | None
    parts: tuple[float | None, ...]
    present: int
    total: int
    published: str
    change: int | None  # ranks gained since the previous result, + = up
    partial: bool
    reason: str  # why there is no rank; "" with one
    imputed: tuple[float, ...] = ()  # of each part, the share that was imputed; empty = nothing was
    low: float | None = None  # the score with all that is not measured at its worst, None where it is all measured
    high: float | None = None  # … and at its best


@dataclass(frozen=True, slots=True)
class Standing:
    """All areas of an index, the ranked ones first by rank, then name; `note` says what holds for all of them.

    `parts` are the parts in view: those of the index, or what is inside those that were opened.
    """

    rows: tuple[Row, ...]
    parts: tuple[Node, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Move:
    """An area whose rank changed between two results; a label is "" without a rank."""

    area: str
    name: str
    before_label: str
    after_label: str


def rank_labels(ranks: Iterable[float]) -> list[str]:
    """Each rank as shown: "3", "3=" where several share it, "" for NaN."""
    held = list(ranks)
    count: dict[float, int] = {}
    for rank in held:
        count[rank] = count.get(rank, 0) + 1
    return ["" if math.isnan(rank) else f"{rank:g}{'=' if count[rank] > 1 else ''}" for rank in held]


def labels(result: Result) -> dict[Key, str]:
    """(area, time) → the label of its rank on the index."""
    held = [float(rank) for rank in result.rank(result.root)]
    keys = _keys(result)
    if not result.times:
        return dict(zip(keys, rank_labels(held), strict=True))
    shown: dict[Key, str] = {}
    for time in dict.fromkeys(result.times):
        places = [place for place, key in enumerate(keys) if key[1] == time]
        shown.update(zip((keys[place] for place in places), rank_labels(held[place] for place in places), strict=True))
    return shown


def standing(
    result: Result,
    names: Mapping[str, str],
    published_labels: Mapping[str, str],
    previous: Result | Mapping[Key, float] | None = None,
    opened: AbstractSet[str] = frozenset(),
) -> Standing:
    """Every area of the dataset with its rank on the index, or the reason why it has none.

    `previous` is what changes are counted against: another result, or the ranks of (area, time). `opened`
    are the nodes whose bars are shown as those of their parts.
    """
    made = row_parts(result, opened)
    held = _ranked_rows(result, names, published_labels, previous, made)
    rows = held + _screened_out(result, names, published_labels, len(made.codes))
    rows.sort(key=lambda row: (row.rank is None, row.rank or 0.0, row.name, row.area))
    return Standing(tuple(rows), tuple(result.tree.by_code[code] for code in made.codes), _note(result, rows))


def moves(before: Result, after: Result, names: Mapping[str, str]) -> tuple[Move, ...]:
    """The areas whose label differs, by their new place; those that lost their rank last."""
    old, new = labels(before), labels(after)
    ranks = dict(zip(_keys(after), after.rank(after.root).tolist(), strict=True))
    keys = [key for key in dict.fromkeys((*new, *old)) if old.get(key, "") != new.get(key, "")]
    keys.sort(key=lambda key: (not new.get(key), ranks.get(key, math.inf)))
    return tuple(Move(key[0], _name(key, names), old.get(key, ""), new.get(key, "")) for key in keys)


def ranks_of(result: Result) -> dict[Key, float]:
    """(area, time) → rank on the index; NaN = none."""
    return dict(zip(_keys(result), result.rank(result.root).tolist(), strict=True))


def _keys(result: Result) -> list[Key]:
    return list(zip(result.areas, result.times or ("",) * len(result.areas), strict=True))


def _name(key: Key, names: Mapping[str, str]) -> str:
    area, time = key
    name = names.get(area) or area
    return f"{name} ({time})" if time else name


def _ranked_rows(
    result: Result,
    names: Mapping[str, str],
    published: Mapping[str, str],
    previous: Result | Mapping[Key, float] | None,
    made: RowParts,
) -> list[Row]:
    shown, keys = labels(result), _keys(result)
    ranks, scores = result.rank(result.root).tolist(), result.score(result.root).tolist()
    counts, total = result.coverage()
    former = ranks_of(previous) if isinstance(previous, Result) else previous or {}
    parts = _rows_of(made.values)
    imputed = [tuple(row) if any(row) else () for row in made.imputed.tolist()]
    rows = []
    for place, (key, rank, score, present) in enumerate(zip(keys, ranks, scores, counts.tolist(), strict=True)):
        ranked = not math.isnan(rank)
        open_ended = ranked and present < total
        rows.append(
            Row(
                area=key[0],
                name=_name(key, names),
                label=shown[key],
                rank=rank if ranked else None,
                score=score if ranked else None,
                parts=parts[place],
                present=present,
                total=total,
                published=published.get(key[0], ""),
                change=_gained(former.get(key, math.nan), rank),
                partial=present < PARTIAL * total,
                reason="" if ranked else reason(result, place),
                imputed=imputed[place],
                low=_end(made.low[place]) if open_ended else None,
                high=_end(made.high[place]) if open_ended else None,
            )
        )
    return rows


def _rows_of(values: NDArray[np.float64]) -> list[tuple[float | None, ...]]:
    """The rows of an array, None for NaN; most have none, and are not looked at value by value."""
    gappy = set(np.nonzero(np.isnan(values))[0].tolist())
    return [
        tuple(None if math.isnan(value) else value for value in row) if place in gappy else tuple(row)
        for place, row in enumerate(values.tolist())
    ]


def _end(score: float) -> float | None:
    return None if math.isnan(score) else float(score)


def _gained(before: float, after: float) -> int | None:
    gained = before - after
    return None if math.isnan(gained) else round(gained)


def _screened_out(result: Result, names: Mapping[str, str], published: Mapping[str, str], parts: int) -> list[Row]:
    if result.rows is None:
        return []
    dataset, total = result.dataset, len(result.dataset.indicators)
    held = screen.availability(result.raw)
    kept = set(result.rows.tolist())
    nothing = (None,) * parts
    rows = []
    for place, area in enumerate(dataset.areas):
        if place in kept:
            continue
        key = (area, dataset.times[place] if dataset.times else "")
        present = total - int(held.missing[place])
        why = screen.reason(dataset, held, result.recipe.screen, place)
        partial = present < PARTIAL * total
        shown = published.get(area, "")
        rows.append(Row(area, _name(key, names), "", None, None, nothing, present, total, shown, None, partial, why))
    return rows


def reason(result: Result, place: int, node: str | None = None) -> str:
    """Why the area in row `place` has no score on `node` (default: the index), in words; "" where it has one."""
    top = node or result.root
    if not math.isnan(result.score(top)[place]):
        return ""
    counts, total = result.coverage(top)
    present = int(counts[place])
    leaves = result.tree.leaves[top]
    usable = sum(not math.isnan(result.score(leaf)[place]) for leaf in leaves)
    told = f"{present} of {total} values"
    if usable == 0:
        return "no value" if present == 0 else f"{told}, but none can be normalised"
    missing = _missing_below(result, top, place)
    failing = [code for code in missing if _too_few(result, code, place)]
    if failing:
        return f"{told}; needs {_needed(result, failing)}"
    explained = [finding for code in reversed(missing) for finding in result.aggregates[code].findings]
    if explained:
        return f"{told}. {explained[0]}"
    weightless = [code for code in missing if _weightless(result, code, place)]
    return f"{told}; what “{weightless[-1] if weightless else top}” has of its parts weighs 0"


def _missing_below(result: Result, top: str, place: int) -> list[str]:
    """`top` and the aggregates below it without a score, as far as missing scores reach down."""
    found, queue = [], [top]
    while queue:
        code = queue.pop(0)
        if code in result.aggregates and math.isnan(result.score(code)[place]):
            found.append(code)
            queue.extend(result.tree.children[code])
    return found


def _held(result: Result, code: str, place: int) -> list[bool]:
    return [not math.isnan(result.score(part)[place]) for part in result.tree.children[code]]


def _too_few(result: Result, code: str, place: int) -> bool:
    held = _held(result, code, place)
    return sum(held) > 0 and sum(held) / len(held) < result.plan_of(code).min_availability


def _weightless(result: Result, code: str, place: int) -> bool:
    held = zip(_held(result, code, place), result.aggregates[code].shares, strict=True)
    shares = [share for here, share in held if here]
    return bool(shares) and abs(math.fsum(shares)) <= CANCELLED * math.fsum(map(abs, shares))


def _needed(result: Result, failing: list[str]) -> str:
    limits = {result.plan_of(code).min_availability for code in result.aggregates}
    if len(limits) == 1:
        return f"{limits.pop() * 100:g} % of the parts at each node"
    code = failing[-1]  # the lowest: where it begins
    return f"{result.plan_of(code).min_availability * 100:g} % of the parts of “{code}”"


def _note(result: Result, rows: list[Row]) -> str:
    """What must be said of the whole ranking: nobody ranked, some partial; "" where all is plain."""
    ranked = [row for row in rows if row.rank is not None]
    if not ranked:
        most = max((row.present for row in rows), default=0)
        total = rows[0].total if rows else 0
        return f"No area has a rank: none has more than {most} of {total} values."
    partial = sum(row.partial for row in ranked)
    return f"{partial} of {len(ranked)} ranks rest on less than {PARTIAL:.0%} of the values." if partial else ""
