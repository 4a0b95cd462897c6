"""The strengths and weaknesses of one area: the indicators on which it stands best and worst among its peers."""

from dataclasses import dataclass

import numpy as np

from citeria_core import explain
from citeria_core.engine import UnknownCellError
from citeria_core.ranking import rank_labels
from citeria_core.result import Result
from citeria_core.spelling import suggestion
from citeria_core.what_if import row_of


@dataclass(frozen=True, slots=True)
class Place:
    """One indicator of an area: its raw value, its normalised score and rank among the `count` areas that have one.

    `label` is the rank as shown ("3="); `lead` is the score less the median score of all areas; `weight` is the
    effective weight in the index; `contribution` what the indicator adds to the score of the index.
    """

    indicator: str
    value: float
    score: float
    rank: float
    label: str
    count: int
    lead: float
    weight: float
    contribution: float


@dataclass(frozen=True, slots=True)
class Profile:
    """An area's indicators, best first; `strengths` and `weaknesses` are its ends, `missing` has no score."""

    area: str
    time: str
    places: tuple[Place, ...]
    strengths: tuple[Place, ...]  # best first
    weaknesses: tuple[Place, ...]  # worst first
    missing: tuple[str, ...]


def profile(result: Result, area: str, time: str = "", most: int = 5) -> Profile:
    """The indicators of one area by rank, up to `most` at each end; none is both a strength and a weakness.

    Best is the lowest rank relative to the number of areas ranked; among equals what weighs more in the index. A
    strength is above the median of its indicator, a weakness below it. Indicators that weigh nothing are left out.
    Source: COINr `get_str_weak`. Raises `UnknownCellError`.
    """
    row = row_of(result, area, time)
    if row is None:
        raise UnknownCellError(what="area", named=area, hint=suggestion(area, result.areas))
    weighing = [code for code in result.dataset.indicators if result.effective_weights[code] > 0]
    shares = explain.contributions(result)[row]
    held = [_place(result, code, row, shares[result.dataset.column_of[code]]) for code in weighing]
    ranked = sorted((one for one in held if one is not None), key=_order)
    above = [one for one in ranked if one.lead > 0]
    below = [one for one in reversed(ranked) if one.lead < 0]
    missing = tuple(code for code, one in zip(weighing, held, strict=True) if one is None)
    return Profile(area, time, tuple(ranked), tuple(above[:most]), tuple(below[:most]), missing)


def _order(one: Place) -> tuple[float, float, str]:
    return (one.rank - 1) / max(one.count - 1, 1), -one.weight, one.indicator


def _place(result: Result, code: str, row: int, share: float) -> Place | None:
    scores = result.score(code)
    if np.isnan(scores[row]):
        return None
    ranks = result.rank(code)
    peers = [place for place, time in enumerate(result.times) if time == result.times[row]] or slice(None)
    held = scores[peers]
    kept = np.full(len(ranks), np.nan)
    kept[peers] = ranks[peers]
    return Place(
        indicator=code,
        value=float(result.layers["screened"].columns[result.dataset.column_of[code]][row]),
        score=float(scores[row]),
        rank=float(ranks[row]),
        label=rank_labels(kept.tolist())[row],
        count=int((~np.isnan(held)).sum()),
        lead=float(scores[row] - np.nanmedian(held)),
        weight=result.effective_weights[code],
        contribution=float(share),
    )
