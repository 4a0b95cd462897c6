"""The stages over the indicators, wired: screened, denominated, imputed, treated, normalised, a column at a time.

`pipeline` explains the keys by which a column is reused.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from citeria_core import denominate, impute, impute_jointly, normalise, treat
from citeria_core.dataset import Column, Dataset
from citeria_core.outcome import Outcome
from citeria_core.plan import Plan
from citeria_core.result import Layer

Key = tuple[Any, ...]
Rows = NDArray[np.intp] | None


class Layers:
    """The stages of one computation; `before` are those of the last one, of which equal keys are reused."""

    def __init__(self, dataset: Dataset, plan: Plan, rows: Rows, before: Mapping[str, Layer]) -> None:
        self._dataset = dataset
        self._plan = plan
        self._rows = rows
        self._before = before
        self._codes = dataset.indicators
        self._directions = plan.directions
        self._panel: Layer | None = None

    def all(self, raw: Sequence[Column]) -> dict[str, Layer]:
        """Every stage in order, from the raw columns over all rows."""
        held = {"screened": self._screened(raw)}
        held["denominated"] = self._denominated(held["screened"].columns)
        held["imputed"] = self._imputed(held["denominated"].columns)
        if self._panel is not None:
            held["along_time"] = self._panel
        held["treated"] = self._treated(held["imputed"].columns)
        held["normalised"] = self._normalised(held["treated"].columns)
        return held

    def _layer(self, name: str, keys: Sequence[Key], work: Callable[[int], Outcome]) -> Layer:
        return layer(keys, work, self._before.get(name))

    def _screened(self, raw: Sequence[Column]) -> Layer:
        rows, codes = self._rows, self._codes

        def work(place: int) -> Outcome:
            column = raw[place] if rows is None else raw[place][rows]
            told = f"Indicator “{codes[place]}” has no value; it stays missing."
            return Outcome(column, (told,) if np.isnan(column).all() else ())

        return self._layer("screened", [(column, rows) for column in raw], work)

    def _denominated(self, columns: Sequence[Column]) -> Layer:
        dataset, codes = self._dataset, self._codes
        active = [
            how.enabled and code in dataset.denominator_of
            for code, how in zip(codes, self._plan.denominate, strict=True)
        ]
        if not any(active):
            return _passed_on(columns)

        def work(place: int) -> Outcome:
            how, code = self._plan.denominate[place], codes[place]
            if not active[place]:
                return Outcome(columns[place])
            name = dataset.denominator_of[code]
            denominator = self._taken(dataset.denominators[name])
            outcome = denominate.denominate(columns[place], denominator, how, code, name, self._areas)
            return finite(outcome, f"Indicator “{code}”")

        keys = [(column, self._rows, how) for column, how in zip(columns, self._plan.denominate, strict=True)]
        return self._layer("denominated", keys, work)

    def _imputed(self, columns: Sequence[Column]) -> Layer:
        plan = self._plan.impute
        if all(how.method == "none" and how.panel == "none" for how in plan):
            return _passed_on(columns)
        paneled = self._panel = self._along_time(columns)
        together = self._together(paneled.columns)
        keys: list[Key] = []
        for place, how in enumerate(plan):
            needed = [paneled.columns[other] for other in self._needed(place)]
            keys.append((columns[place], paneled.columns[place], self._rows, how, *needed))

        def work(place: int) -> Outcome:
            outcome = finite(self._filled(place, paneled.columns, together), f"Indicator “{self._codes[place]}”")
            return Outcome(outcome.values, outcome.findings, (*(paneled.records[place] or ()), *(outcome.record or ())))

        return self._layer("imputed", keys, work)

    def _along_time(self, columns: Sequence[Column]) -> Layer:
        plan = self._plan.impute
        if all(how.panel == "none" for how in plan):
            return Layer(tuple(columns), (), (), (None,) * len(columns))
        areas, moments = impute.labelled(self._areas), self._moments

        def work(place: int) -> Outcome:
            panel = plan[place].panel
            if panel == "none":
                return Outcome(columns[place])
            return impute.along_time(columns[place], panel, areas, moments)

        keys = [(column, self._rows, how.panel) for column, how in zip(columns, plan, strict=True)]
        return self._layer("along_time", keys, work)

    def _needed(self, place: int) -> Sequence[int]:
        """The indicators whose values the imputation of one rests on."""
        how = self._plan.impute[place]
        if how.method in ("knn", "em"):
            return range(len(self._codes))
        if how.method.startswith("row_"):
            return self._plan.neighbourhood[place]
        return ()

    def _together(self, columns: Sequence[Column]) -> Callable[[str, int], Sequence[Column]]:
        """Imputation from all columns at once, done when first asked for."""
        done: dict[tuple[str, int], Sequence[Column]] = {}

        def all_filled(method: str, neighbours: int) -> Sequence[Column]:
            key = (method, neighbours)
            if key not in done:
                nearest = method == "knn"
                done[key] = impute_jointly.nearest(columns, neighbours) if nearest else impute_jointly.expected(columns)
            return done[key]

        return all_filled

    def _filled(
        self, place: int, columns: Sequence[Column], together: Callable[[str, int], Sequence[Column]]
    ) -> Outcome:
        how, column = self._plan.impute[place], columns[place]
        if how.method == "none" or not np.isnan(column).any():
            return Outcome(column)
        if how.method in ("knn", "em"):
            return impute.filled(column, together(how.method, how.neighbours)[place], how.method)
        if how.method.startswith("group_"):
            return impute.by_group(column, how, self._groups(str(how.group)), self._times)
        if how.method.startswith("row_"):
            others = [(columns[other], self._directions[other]) for other in self._plan.neighbourhood[place]]
            return impute.by_row(column, self._directions[place], others, how)
        return impute.by_column(column, how, self._times)

    def _treated(self, columns: Sequence[Column]) -> Layer:
        plan = self._plan.treat
        if all(how.method == "none" for how in plan):
            return _passed_on(columns)

        def work(place: int) -> Outcome:
            code = self._codes[place]
            return finite(treat.treat(columns[place], plan[place], code), f"Indicator “{code}”")

        return self._layer("treated", list(zip(columns, plan, strict=True)), work)

    def _normalised(self, columns: Sequence[Column]) -> Layer:
        plan = self._plan.normalise

        def work(place: int) -> Outcome:
            code, how = self._codes[place], plan[place]
            reference = self._reference(str(how.reference)) if how.method == "distance_to_reference" else None
            context = normalise.Context(code, self._directions[place], self._dataset.targets.get(code), reference)
            return finite(normalise.normalise(columns[place], how, context), f"Indicator “{code}”")

        return self._layer("normalised", [(*key, self._rows) for key in zip(columns, plan, strict=True)], work)

    def _taken(self, column: Column) -> Column:
        return column if self._rows is None else column[self._rows]

    def _picked(self, labels: Sequence[str]) -> list[str]:
        if self._rows is None:
            return list(labels)
        rows: list[int] = self._rows.tolist()
        return [labels[row] for row in rows]

    @cached_property
    def _areas(self) -> list[str]:
        return self._picked(self._dataset.areas)

    @cached_property
    def _times(self) -> NDArray[np.int64] | None:
        return impute.labelled(self._picked(self._dataset.times)) if self._dataset.times else None

    @cached_property
    def _moments(self) -> Column:
        """The time of each row as a number: itself where every time is one, else its place in order."""
        times = self._picked(self._dataset.times)
        try:
            return np.array([float(time) for time in times])
        except ValueError:
            order = {time: place for place, time in enumerate(sorted(set(times)))}
            return np.array([float(order[time]) for time in times])

    def _groups(self, code: str) -> NDArray[np.int64]:
        return impute.labelled(self._picked(self._dataset.groups[code]))

    def _reference(self, area: str) -> NDArray[np.intp]:
        """For each row the row of the reference area at the same time; -1 where it has none."""
        times = self._picked(self._dataset.times) if self._dataset.times else [""] * len(self._areas)
        found = {time: row for row, (code, time) in enumerate(zip(self._areas, times, strict=True)) if code == area}
        return np.array([found.get(time, -1) for time in times], dtype=np.intp)


def _passed_on(columns: Sequence[Column]) -> Layer:
    return Layer(tuple(columns), (), (), (None,) * len(columns))


def layer(keys: Sequence[Key], work: Callable[[int], Outcome], before: Layer | None) -> Layer:
    """One stage; `work` is called for the columns whose key is new."""
    fresh: Sequence[int] = range(len(keys))
    if before is not None and len(before.keys) == len(keys):
        fresh = [place for place, key in enumerate(keys) if not same(key, before.keys[place])]
        if not fresh:
            return before
    else:
        before = None
    columns = list(before.columns) if before else [np.empty(0)] * len(keys)
    findings: list[tuple[str, ...]] = list(before.findings) if before else [()] * len(keys)
    records = list(before.records) if before else [None] * len(keys)
    for place in fresh:
        outcome = work(place)
        columns[place] = kept(columns[place], outcome.values)
        findings[place] = outcome.findings
        records[place] = outcome.record
    return Layer(tuple(columns), tuple(keys), tuple(findings), tuple(records))


def finite(outcome: Outcome, what: str) -> Outcome:
    """The outcome with what is too large for a double missing, and a finding that says so."""
    beyond = np.isinf(outcome.values)
    if not beyond.any():
        return outcome
    told = f"{what}: {int(beyond.sum())} values are too large to compute with; they stay missing."
    return outcome._replace(values=np.where(beyond, np.nan, outcome.values), findings=(*outcome.findings, told))


def same(left: Key, right: Key) -> bool:
    """Whether two keys name the same arrays and equal choices."""
    if len(left) != len(right):
        return False
    for one, other in zip(left, right, strict=True):
        if one is not other and (isinstance(one, np.ndarray) or isinstance(other, np.ndarray) or one != other):
            return False
    return True


def kept(old: Column, new: Column) -> Column:
    """The old column where the new one equals it in every bit, else the new one, made read-only."""
    if len(old) == len(new) and np.array_equal(old.view(np.int64), new.view(np.int64)):
        return old
    new.setflags(write=False)
    return new
