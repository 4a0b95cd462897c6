"""The stages wired: from raw columns to a Result, recomputing only what differs from the Result before.

Every column and node carries the key it was computed from: the very arrays (compared by identity) and the choices
(compared by value). Equal key, same column; and a recomputed column equal in every bit to the old one *is* the old one,
so nothing after it is touched. A fresh computation takes the same path with nothing to reuse: hence equal bits.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from citeria_core import aggregate as aggregation
from citeria_core import normalise, screen, weights
from citeria_core.dataset import Column, Dataset
from citeria_core.errors import KnownError
from citeria_core.normalise import Outcome
from citeria_core.plan import Plan
from citeria_core.recipe import Recipe
from citeria_core.result import Layer, Result, Score

Key = tuple[Any, ...]


class NoAreaError(KnownError):
    """Screening that leaves nothing to rank."""

    code = "no_area"
    template = "Screening leaves no area. Lower its limits, or name areas under screen.include."


def compute(
    dataset: Dataset,
    recipe: Recipe,
    plan: Plan,
    relative: Mapping[str, float],
    raw: tuple[Column, ...],
    before: Result | None = None,
) -> Result:
    """The Result of `raw` (a column per indicator over all rows); `before` only saves work."""
    rows = _rows(dataset, raw, recipe, before)
    layers = _layers(dataset, plan, raw, rows, before)
    scored = _scores(dataset, recipe, plan, relative, layers["normalised"].columns, rows, before)
    result = Result(
        dataset=dataset,
        recipe=recipe,
        relative_weights=relative,
        raw=raw,
        rows=rows,
        layers=layers,
        aggregates=scored,
        changed_nodes=_changed(dataset, layers["normalised"], scored, before),
    )
    _keep_ranks(result, before)
    return result


def _rows(dataset: Dataset, raw: tuple[Column, ...], recipe: Recipe, before: Result | None) -> NDArray[np.intp] | None:
    rows = screen.rows(dataset, raw, recipe.screen)
    if rows is not None and len(rows) == 0:
        raise NoAreaError()
    if before is not None and before.rows is not None and rows is not None and np.array_equal(before.rows, rows):
        return before.rows
    return rows


def _layers(
    dataset: Dataset, plan: Plan, raw: tuple[Column, ...], rows: NDArray[np.intp] | None, before: Result | None
) -> dict[str, Layer]:
    held = before.layers if before is not None else {}
    codes = dataset.indicators

    def screened(place: int) -> Outcome:
        column = raw[place] if rows is None else raw[place][rows]
        told = f"Indicator “{codes[place]}” has no value; it stays missing."
        return Outcome(column, (told,) if np.isnan(column).all() else ())

    layers: dict[str, Layer] = {}
    layers["screened"] = _layer([(column, rows) for column in raw], screened, held.get("screened"))
    for name in ("denominated", "imputed", "treated"):
        layers[name] = Layer(layers["screened"].columns, (), ())
    treated = layers["treated"].columns
    contexts = [normalise.Context(code, dataset.tree.by_code[code].direction) for code in codes]

    def normalised(place: int) -> Outcome:
        outcome = normalise.normalise(treated[place], plan.normalise[place], contexts[place])
        return finite(outcome, f"Indicator “{codes[place]}”")

    keys = [(column, how) for column, how in zip(treated, plan.normalise, strict=True)]
    layers["normalised"] = _layer(keys, normalised, held.get("normalised"))
    return layers


def _layer(keys: Sequence[Key], work: Callable[[int], Outcome], before: Layer | None) -> Layer:
    """One stage; `work` is called for the columns whose key is new."""
    if before is not None and len(before.keys) == len(keys):
        fresh = [place for place, key in enumerate(keys) if not same(key, before.keys[place])]
        if not fresh:
            return before
    else:
        before, fresh = None, list(range(len(keys)))
    columns = list(before.columns) if before else [np.empty(0)] * len(keys)
    findings: list[tuple[str, ...]] = list(before.findings) if before else [()] * len(keys)
    records = list(before.records) if before else [None] * len(keys)
    for place in fresh:
        outcome = work(place)
        columns[place] = kept(columns[place], outcome.values)
        findings[place] = outcome.findings
        records[place] = outcome.record
    return Layer(tuple(columns), tuple(keys), tuple(findings), tuple(records))


def _scores(
    dataset: Dataset,
    recipe: Recipe,
    plan: Plan,
    relative: Mapping[str, float],
    normalised: tuple[Column, ...],
    rows: NDArray[np.intp] | None,
    before: Result | None,
) -> dict[str, Score]:
    columns = dict(zip(dataset.indicators, normalised, strict=True))
    scored: dict[str, Score] = {}
    for node in dataset.tree.aggregates:
        parts = dataset.tree.children[node]
        how = plan.aggregate[node]
        alike = recipe.weights.source == "equal" or not how.weighted
        given = (1.0,) * len(parts) if alike else tuple(relative[part] for part in parts)
        key: Key = (*(columns[part] for part in parts), given, how)
        old = before.aggregates[node] if before is not None else None
        if old is None or not same(key, old.key):
            old = _score(dataset, node, key, rows, old)
        scored[node] = old
        columns[node] = old.values
    return scored


def _score(dataset: Dataset, node: str, key: Key, rows: NDArray[np.intp] | None, old: Score | None) -> Score:
    *parts, given, how = key
    shares = weights.rescaled(given)
    if not any(shares):
        told = f"The parts of node “{node}” all weigh 0: it has no score."
        return Score(np.full(len(parts[0]), np.nan), shares, key, (told,))
    try:
        outcome = finite(Outcome(aggregation.aggregate(parts, shares, how)), f"Node “{node}”")
    except aggregation.NotPositiveError as error:
        part = dataset.tree.children[node][error.place]
        area = dataset.areas[error.row if rows is None else rows[error.row]]
        error.params |= {"node": node, "part": part, "area": area}
        raise
    values = outcome.values if old is None else kept(old.values, outcome.values)
    values.setflags(write=False)
    return Score(values, shares, key, outcome.findings)


def finite(outcome: Outcome, what: str) -> Outcome:
    """The outcome with what is too large for a double missing, and a finding that says so."""
    beyond = np.isinf(outcome.values)
    if not beyond.any():
        return outcome
    told = f"{what}: {int(beyond.sum())} values are too large to compute with; they stay missing."
    return outcome._replace(values=np.where(beyond, np.nan, outcome.values), findings=(*outcome.findings, told))


def same(left: Key, right: Key) -> bool:
    """Whether two keys name the same arrays and equal choices."""
    return len(left) == len(right) and all(
        one is other or (not (isinstance(one, np.ndarray) or isinstance(other, np.ndarray)) and one == other)
        for one, other in zip(left, right, strict=True)
    )


def kept(old: Column, new: Column) -> Column:
    """The old column where the new one equals it in every bit, else the new one, made read-only."""
    if len(old) == len(new) and np.array_equal(old.view(np.int64), new.view(np.int64)):
        return old
    new.setflags(write=False)
    return new


def _changed(dataset: Dataset, normalised: Layer, scored: Mapping[str, Score], before: Result | None) -> frozenset[str]:
    if before is None:
        return frozenset(dataset.indicators) | frozenset(scored)
    old = before.layers["normalised"].columns
    leaves = (
        code for code, now, then in zip(dataset.indicators, normalised.columns, old, strict=True) if now is not then
    )
    nodes = (code for code, score in scored.items() if score.values is not before.aggregates[code].values)
    return frozenset((*leaves, *nodes))


def _keep_ranks(result: Result, before: Result | None) -> None:
    """Ranks already asked for stay known where their scores are the same."""
    if before is None or before.recipe.rank != result.recipe.rank or before.areas != result.areas:
        return
    known = dict(before.known_ranks)
    result.known_ranks.update({node: held for node, held in known.items() if before.score(node) is result.score(node)})
