"""The stages wired: from raw columns to a Result, recomputing only what differs from the Result before.

Every column and node carries the key it was computed from: the very arrays (compared by identity) and the choices
(compared by value). Equal key, same column; and a recomputed column equal in every bit to the old one *is* the old one,
so nothing after it is touched. A fresh computation takes the same path with nothing to reuse: hence equal bits.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from citeria_core import aggregate as aggregation
from citeria_core import benefit_of_doubt, screen, weights, weights_from_data
from citeria_core.dataset import Column, Dataset
from citeria_core.errors import KnownError
from citeria_core.layers import Key, Layers, finite, kept, same
from citeria_core.outcome import Outcome
from citeria_core.plan import Plan
from citeria_core.recipe import Recipe, Screen
from citeria_core.result import Layer, Result, Score


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
    rows = taking_part(dataset, raw, recipe.screen, before.rows if before is not None else None)
    with np.errstate(all="ignore"):  # what overflows is missing, with a finding: `layers.finite`
        layers = Layers(dataset, plan, rows, before.layers if before is not None else {}).all(raw)
        scored = _scores(dataset, recipe, plan, relative, layers["normalised"].columns, rows, before)
    alike = before if _ranked_alike(recipe, rows, before) else None
    result = Result(
        dataset=dataset,
        recipe=recipe,
        relative_weights=relative,
        raw=raw,
        rows=rows,
        layers=layers,
        aggregates=scored,
        changed_nodes=_changed(dataset, layers["normalised"], scored, alike),
    )
    if alike is not None:
        _keep_ranks(result, alike)
    return result


def taking_part(
    dataset: Dataset, raw: tuple[Column, ...], how: Screen, before: NDArray[np.intp] | None
) -> NDArray[np.intp] | None:
    """The rows screened in, None = all; `before` itself where it names the same ones. Raises `NoAreaError`."""
    rows = screen.rows(dataset, raw, how)
    if rows is not None and len(rows) == 0:
        raise NoAreaError()
    if before is not None and rows is not None and np.array_equal(before, rows):
        return before
    return rows


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
        source = recipe.weights.source if how.weighted else "equal"
        given = (1.0,) * len(parts) if source == "equal" else tuple(relative[part] for part in parts)
        key: Key = (*(columns[part] for part in parts), given, how, source)
        old = before.aggregates[node] if before is not None else None
        if old is None or not same(key, old.key):
            old = _score(dataset, node, key, rows, old)
        scored[node] = old
        columns[node] = old.values
    return scored


def _score(dataset: Dataset, node: str, key: Key, rows: NDArray[np.intp] | None, old: Score | None) -> Score:
    *parts, given, how, source = key

    def aggregated(shares: Sequence[float]) -> Column:
        try:
            return aggregation.aggregate(parts, shares, how)
        except aggregation.NotPositiveError as error:
            area = dataset.areas[error.row if rows is None else rows[error.row]]
            error.params |= {"node": node, "part": dataset.tree.children[node][error.place], "area": area}
            raise

    if source == "bod":
        shares, outcome = _doubted(node, parts, how.min_availability)
    elif source in weights.STATED:
        shares, outcome = weights.rescaled(given), Outcome(np.empty(0))
    else:
        suggested = weights_from_data.suggest(source, node, parts, given, aggregated)
        shares, outcome = suggested.shares, Outcome(np.empty(0), suggested.findings)
    if not any(shares):
        told = f"The parts of node “{node}” all weigh 0: it has no score."
        outcome = Outcome(np.full(len(parts[0]), np.nan), (*outcome.findings, told))
    elif source != "bod":
        outcome = finite(outcome._replace(values=aggregated(shares)), f"Node “{node}”")
    values = outcome.values if old is None else kept(old.values, outcome.values)
    values.setflags(write=False)
    return Score(values, shares, key, outcome.findings)


def _doubted(node: str, parts: Sequence[Column], min_availability: float) -> tuple[tuple[float, ...], Outcome]:
    """Scores by the benefit of the doubt, and the mean share that each part has in them."""
    alike = (1 / len(parts),) * len(parts)
    if any((part < 0).any() for part in parts):
        told = f"Node “{node}”: the benefit of the doubt needs parts of 0 or more; it has no score."
        return alike, Outcome(np.full(len(parts[0]), np.nan), (told,))
    scores, given = benefit_of_doubt.frontier(parts)
    enough = aggregation.present(parts) / len(parts) >= min_availability
    shared = given.sum(axis=0)
    total = float(shared.sum())
    shares = tuple((shared / total).tolist()) if total > 0 else alike
    return shares, Outcome(np.where(enough, scores, np.nan))


def _changed(dataset: Dataset, normalised: Layer, scored: Mapping[str, Score], before: Result | None) -> frozenset[str]:
    """The nodes whose scores differ from those before; all of them where there is no before."""
    if before is None:
        return frozenset(dataset.indicators) | frozenset(scored)
    old = before.layers["normalised"].columns
    leaves = (
        code for code, now, then in zip(dataset.indicators, normalised.columns, old, strict=True) if now is not then
    )
    nodes = (code for code, score in scored.items() if score.values is not before.aggregates[code].values)
    return frozenset((*leaves, *nodes))


def _ranked_alike(recipe: Recipe, rows: NDArray[np.intp] | None, before: Result | None) -> bool:
    """Whether equal scores still mean equal ranks of the same areas."""
    return before is not None and before.recipe.rank == recipe.rank and before.rows is rows


def _keep_ranks(result: Result, before: Result) -> None:
    """Ranks already asked for stay known where their scores are the same."""
    known = dict(before.known_ranks)
    result.known_ranks.update({node: held for node, held in known.items() if before.score(node) is result.score(node)})
