"""The reports of a Result as tables: headers and rows, numbers as doubles (NaN = missing), nothing formatted."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np

from citeria_core import screen, statistics
from citeria_core.dataset import Column
from citeria_core.moments import Shape, passes, shape
from citeria_core.result import Result
from citeria_core.treat import Treatment


@dataclass(frozen=True, slots=True)
class Report:
    """One table; a row is as long as the headers."""

    headers: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def _report(headers: Sequence[str], rows: Iterable[Sequence[Any]]) -> Report:
    return Report(tuple(headers), tuple(tuple(row) for row in rows))


STATS = (
    *("iCode", "Min", "Max", "Mean", "Median", "Std", "Skew", "Kurt", "N.Avail", "N.NonZero", "N.Unique", "N.Same"),
    *("Frc.Avail", "Frc.NonZero", "Frc.Unique", "Frc.Same"),
    *("Flag.Avail", "Flag.NonZero", "Flag.Unique", "Flag.SkewKurt"),
)


def _stats(result: Result, stage: str) -> Report:
    def low(share: float, least: float) -> str:
        return "LOW" if share < least else "ok"

    rows = []
    for code, column in result.stage_columns(stage).items():
        how = result.recipe.treat_of(code)
        held = statistics.summary(column, how.max_skew, how.max_kurtosis)
        figures = (held.minimum, held.maximum, held.mean, held.median, held.sd, held.skew, held.kurtosis)
        counts = (held.available, held.nonzero, held.unique, held.same)
        shares = (held.share_available, held.share_nonzero, held.share_unique, held.share_same)
        flags = (
            low(held.share_available, statistics.LEAST_AVAILABLE),
            low(held.share_nonzero, statistics.LEAST_NONZERO),
            low(held.share_unique, statistics.LEAST_UNIQUE),
            "OUT" if held.outlying else "ok",
        )
        rows.append((code, *figures, *counts, *shares, *flags))
    return _report(STATS, rows)


def stats_raw(result: Result) -> Report:
    """Figures and flags of every indicator as given, over all areas."""
    return _stats(result, "raw")


def stats_treated(result: Result) -> Report:
    """Figures and flags of every indicator after treatment."""
    return _stats(result, "treated")


def treatment(result: Result) -> Report:
    """What the treatment did to each indicator: the outlier tests before, after winsorising, after the log."""
    tests = [f"check_SkewKurt{number}.{what}" for number in range(3) for what in ("Pass", "Skew", "Kurt")]
    headers = ("iCode", *tests[:3], "winsorise.nwin", *tests[3:], "log")
    layer = result.layers["treated"]
    rows = []
    for code, column, record in zip(result.dataset.indicators, layer.columns, layer.records, strict=True):
        held = record if isinstance(record, Treatment) else _untreated(result, code, column)
        moved = "" if held.winsorised is None else held.winsorised
        rows.append(
            (
                code,
                *_test(held.before, held.passed_before),
                moved,
                *_test(held.after_winsorising, held.passed_winsorised),
                *_test(held.after_log, held.passed_log),
                held.log,
            )
        )
    return _report(headers, rows)


def _untreated(result: Result, code: str, column: Column) -> Treatment:
    how, held = result.recipe.treat_of(code), shape(column)
    return Treatment(held, passes(held, how.max_skew, how.max_kurtosis))


def _test(held: Shape | None, passed: bool | None) -> tuple[Any, ...]:
    return ("", math.nan, math.nan) if held is None else (str(passed).upper(), held.skew, held.kurtosis)


def availability(result: Result) -> Report:
    """Per area (all of them): missing and zero values, shares, and the share of values present below every node."""
    dataset = result.dataset
    held = screen.availability(result.raw)
    nodes = [node.code for node in dataset.nodes if dataset.tree.children[node.code]]
    present = {code: ~np.isnan(column) for code, column in zip(dataset.indicators, result.raw, strict=True)}
    shares = [np.mean([present[leaf] for leaf in dataset.tree.leaves[node]], axis=0).tolist() for node in nodes]
    keys: list[Sequence[str]] = [dataset.areas, dataset.times] if dataset.times else [dataset.areas]
    rows = zip(
        *keys,
        held.missing.tolist(),
        held.zero.tolist(),
        (held.missing + held.zero).tolist(),
        held.available.tolist(),
        held.nonzero.tolist(),
        *shares,
        strict=True,
    )
    first = ("uCode", "Time") if dataset.times else ("uCode",)
    return _report((*first, "N_missing", "N_zero", "N_miss_or_zero", "Dat_Avail", "Non_Zero", *nodes), rows)


def weights(result: Result) -> Report:
    """Every node's level, relative weight, effective weight, and share within its siblings."""
    stated = result.recipe.weights.source == "metadata"
    rows = []
    for code in result.columns:
        share = result.weights[code]
        weight = result.relative_weights[code] if stated else share
        if result.recipe.weights.source == "equal":
            weight = 1.0
        rows.append((code, result.tree.levels[code], weight, result.effective_weights[code], share))
    return _report(("iCode", "Level", "Weight", "EffWeight", "Share"), rows)


def correlations(result: Result) -> Report:
    """Every part with its node, with the index, and with its siblings, by three coefficients."""
    rows = []
    for one, other, relation in _pairs(result):
        for kind in statistics.KINDS:
            held = statistics.correlation(result.score(one), result.score(other), kind)
            rows.append((one, other, kind, held.value, held.n, held.p, relation, held.flag))
    return _report(("Var1", "Var2", "Kind", "Correlation", "N", "P", "Relation", "Flag"), rows)


def _pairs(result: Result) -> Iterator[tuple[str, str, str]]:
    tree = result.tree
    nodes = tuple(reversed(tree.aggregates))
    for node in nodes:
        yield from ((node, part, "parent") for part in tree.children[node])
    for code in result.columns:
        if code != tree.root and tree.by_code[code].parent != tree.root:
            yield tree.root, code, "index"
    for node in nodes:
        parts = tree.children[node]
        yield from ((one, other, "siblings") for place, one in enumerate(parts) for other in parts[place + 1 :])


def reliability(result: Result) -> Report:
    """Cronbach's α of the indicators directly under each node that has any."""
    rows = []
    for node in (node.code for node in result.dataset.nodes):
        leaves = [part for part in result.tree.children[node] if part in result.dataset.column_of]
        if leaves:
            rows.append((node, statistics.cronbach([result.score(leaf) for leaf in leaves])))
    return _report(("node", "alpha"), rows)


def pca(result: Result) -> Report:
    """The principal components of the parts of each node: loadings, and the share of variance of each component."""
    rows = []
    for node in reversed(result.tree.aggregates):
        parts = result.tree.children[node]
        held = statistics.components([result.score(part) for part in parts])
        for number, share in enumerate(held.shares.tolist()):
            for row, place in enumerate(held.used):
                rows.append((node, parts[place], number + 1, float(held.loadings[row, number]), share))
    return _report(("node", "iCode", "component", "loading", "share"), rows)


REPORTS: Mapping[str, Callable[[Result], Report]] = MappingProxyType(
    {
        "stats_raw": stats_raw,
        "stats_treated": stats_treated,
        "treatment": treatment,
        "availability": availability,
        "weights": weights,
        "correlations": correlations,
        "reliability": reliability,
        "pca": pca,
    }
)
