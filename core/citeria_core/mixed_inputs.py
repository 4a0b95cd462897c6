"""Mixing the inputs of two results: the data of one under the weights, the method or among the peers of the other."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from citeria_core.dataset import Column, Dataset, frozen
from citeria_core.engine import Engine
from citeria_core.errors import KnownError
from citeria_core.recipe import Recipe, Screen
from citeria_core.result import Result

SWITCHES: Final = ("data", "weights", "method", "peers")

Key = tuple[str, str]  # area, time
Columns = Callable[[Result], Mapping[str, Column]]


def keys(result: Result) -> tuple[Key, ...]:
    """The (area, time) of each row of a result; the time is "" where there is but one."""
    return tuple(zip(result.areas, result.times or ("",) * len(result.areas), strict=True))


@dataclass(frozen=True)
class Mixture:
    """Two results whose inputs may be switched one by one.

    Only rows that take part count, so that screening is a matter of `peers`. What just one of the results knows (the
    values of an area or indicator, the weight of a node) is taken from it, whichever way the switch stands.
    """

    before: Result
    after: Result

    def differing(self) -> tuple[str, ...]:
        """The switches that make a difference, in the order of `SWITCHES`."""
        differ = (self._data_differ(), self._weights_differ(), self._method_differs(), self._peers_differ())
        return tuple(name for name, it in zip(SWITCHES, differ, strict=True) if it)

    def result(self, switched: frozenset[str], last: bool) -> Result | None:
        """The result with `switched` taken from the second (`last`: all that differ), None where the engine refuses."""
        if not switched or last:
            return self.after if last and switched else self.before
        try:
            return Engine(self._dataset(switched), _unscreened(self._taken("method" in switched).recipe)).result
        except (
            KnownError
        ):  # a mean over a value it cannot take, a reference area that is no peer: there is no such state
            return None

    def _taken(self, switched: bool) -> Result:
        return self.after if switched else self.before

    def _data_differ(self) -> bool:
        before, after, rows = self.before, self.after, self._common_rows
        pairs = [(columns(before), columns(after)) for columns in (_raw, _denominators)]
        columns = [(left[code], right[code]) for left, right in pairs for code in left if code in right]
        old, new = _rows_of(before, rows), _rows_of(after, rows)
        if not all(np.array_equal(left[old], right[new], equal_nan=True) for left, right in columns):
            return True
        groups = [code for code in before.dataset.groups if code in after.dataset.groups]
        return any(_labels(code, before, before, rows) != _labels(code, after, after, rows) for code in groups)

    def _weights_differ(self) -> bool:
        before, after = self.before.relative_weights, self.after.relative_weights
        return any(before[node] != after[node] for node in before if node in after)

    def _method_differs(self) -> bool:
        return _method(self.before) != _method(self.after)

    def _peers_differ(self) -> bool:
        return keys(self.before) != keys(self.after)  # in order: it decides ordinal ties

    @cached_property
    def _common_rows(self) -> tuple[Key, ...]:
        """The rows that both datasets have and at least one result uses."""
        used = dict.fromkeys((*keys(self.before), *keys(self.after)))
        return tuple(key for key in used if all(key in held.dataset.row_of for held in (self.before, self.after)))

    def _dataset(self, switched: frozenset[str]) -> Dataset:
        frame = self._taken("method" in switched).dataset
        rows = keys(self._taken("peers" in switched))
        first, second = self._taken("data" in switched), self._taken("data" not in switched)
        weight = {**self._taken("weights" not in switched).relative_weights}
        weight |= self._taken("weights" in switched).relative_weights
        times = tuple(time for _, time in rows)
        sources = [(held, _rows_of(held, rows)) for held in (second, first)]
        return replace(
            frame,
            areas=tuple(area for area, _ in rows),
            area_names={},
            values=frozen(np.column_stack([_column(code, _raw, sources) for code in frame.indicators])),
            nodes=tuple(replace(node, weight=weight[node.code]) for node in frame.nodes),
            denominators={code: _column(code, _denominators, sources) for code in frame.denominators},
            groups={code: _labels(code, first, second, rows) for code in frame.groups},
            times=times if any(times) else (),
            bounds={},
            readings={},
        )


def _raw(result: Result) -> Mapping[str, Column]:
    return dict(zip(result.dataset.indicators, result.raw, strict=True))


def _denominators(result: Result) -> Mapping[str, Column]:
    return result.dataset.denominators


def _unscreened(recipe: Recipe) -> Recipe:
    return replace(recipe, screen=Screen(), factors=())


def _method(result: Result) -> tuple[object, ...]:
    dataset = result.dataset
    nodes = tuple((node.code, node.parent, node.direction) for node in dataset.nodes)
    return _unscreened(result.recipe), nodes, dict(dataset.targets), dict(dataset.denominator_of)


def _rows_of(result: Result, rows: tuple[Key, ...]) -> NDArray[np.intp]:
    """The place of each of `rows` in the dataset of a result; -1 where it has no such row."""
    return np.array([result.dataset.row_of.get(key, -1) for key in rows], dtype=np.intp)


def _column(code: str, columns: Columns, sources: Sequence[tuple[Result, NDArray[np.intp]]]) -> Column:
    """A column over the rows whose places in each source are given; the last source that knows a value has it."""
    values = np.full(len(sources[0][1]), np.nan)
    for result, places in sources:
        held = columns(result).get(code)
        if held is not None:
            values[places >= 0] = held[places[places >= 0]]
    return values


def _labels(code: str, first: Result, second: Result, rows: tuple[Key, ...]) -> tuple[str, ...]:
    labels = dict.fromkeys(rows, "")
    for result in (second, first):
        if code in result.dataset.groups:
            held, row_of = result.dataset.groups[code], result.dataset.row_of
            labels |= {key: held[row_of[key]] for key in rows if key in row_of}
    return tuple(labels[key] for key in rows)
