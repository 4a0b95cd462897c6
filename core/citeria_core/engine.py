"""The engine: holds one computation and carries it from edit to edit, recomputing only what an edit can reach."""

import math
from collections.abc import Iterable, Mapping
from numbers import Real
from types import MappingProxyType

from citeria_core import weights
from citeria_core.dataset import Column, Dataset
from citeria_core.errors import KnownError
from citeria_core.pipeline import compute
from citeria_core.plan import lay_out
from citeria_core.recipe import Recipe
from citeria_core.result import Result
from citeria_core.spelling import suggestion

__all__ = ["Engine", "Result", "UnknownCellError"]

Cell = tuple[str, str, float | None] | tuple[str, str, float | None, str]


class UnknownCellError(KnownError):
    """An area or indicator that the dataset does not have."""

    code = "unknown_cell"
    template = "The data have no {what} “{named}”.{hint}"


class BadValueError(KnownError):
    """A value that cannot be scored."""

    code = "bad_value"
    template = "{value} of “{area}”, “{indicator}” is no finite number. Give a number, or None for missing."


def _number(value: object) -> float | None:
    """A number as a double, None for what is none; texts are read elsewhere (`parse`)."""
    return float(value) if isinstance(value, Real) else None


class Engine:
    """Scores and ranks of one dataset by one recipe, kept up to date edit by edit.

    Any sequence of edits gives bit for bit what a fresh engine gives on the edited data. The Dataset is never changed,
    and a Result handed out stays as it was. An edit that raises leaves everything as before.
    """

    def __init__(self, dataset: Dataset, recipe: Recipe) -> None:
        self._plan = lay_out(dataset, recipe)
        relative = {node.code: weights.checked(node.code, node.weight) for node in dataset.nodes}
        self._result = compute(dataset, recipe, self._plan, MappingProxyType(relative), dataset.columns)

    @classmethod
    def resumed(cls, result: Result) -> "Engine":
        """An engine that goes on from `result`: its data as edited, its weights, its recipe; nothing is recomputed."""
        engine = cls.__new__(cls)
        engine._plan = lay_out(result.dataset, result.recipe)
        engine._result = result
        return engine

    @property
    def result(self) -> Result:
        """The latest Result."""
        return self._result

    def set_value(self, area: str, indicator: str, value: float | None, time: str = "") -> Result:
        """Set one raw value (in the unit of the dataset, before denominating; None or NaN = missing).

        Raises `UnknownCellError`, `BadValueError`.
        """
        return self.set_values([(area, indicator, value, time)])

    def set_values(self, cells: Iterable[Cell]) -> Result:
        """Set many raw values, (area, indicator, value) or with a time, and compute once; the last of a cell counts.

        Raises as `set_value` does, and then sets none of them.
        """
        held = self._result
        edited: dict[int, Column] = {}
        for area, indicator, value, *time in cells:
            row, place = self._row(area, time[0] if time else ""), self._column(indicator)
            number = math.nan if value is None else _number(value)
            if number is None or math.isinf(number):
                raise BadValueError(value=value, area=area, indicator=indicator)
            if place not in edited:
                edited[place] = held.raw[place].copy()
            edited[place][row] = number
        for column in edited.values():
            column.setflags(write=False)
        raw = tuple(edited.get(place, column) for place, column in enumerate(held.raw))
        self._result = compute(held.dataset, held.recipe, self._plan, held.relative_weights, raw, held)
        return self._result

    def set_weight(self, node: str, weight: float) -> Result:
        """Set the relative weight of one node among its siblings.

        Raises `UnknownNodeError`, `BadWeightError`.
        """
        return self.set_weights({node: weight})

    def set_weights(self, given: Mapping[str, float]) -> Result:
        """Set the relative weights of several nodes and compute once; raises as `set_weight`, and then sets none."""
        held = self._result
        for node in given:
            if node not in held.relative_weights:
                raise weights.UnknownNodeError(node=node, hint=suggestion(node, held.nodes))
        checked = {node: weights.checked(node, weight) for node, weight in given.items()}
        relative = MappingProxyType({**held.relative_weights, **checked})
        self._result = compute(held.dataset, held.recipe, self._plan, relative, held.raw, held)
        return self._result

    def set_recipe(self, recipe: Recipe) -> Result:
        """Follow another recipe; raises all its `BadRecipeError`s and `NotBuiltError`s at once."""
        held = self._result
        plan = lay_out(held.dataset, recipe)
        self._result = compute(held.dataset, recipe, plan, held.relative_weights, held.raw, held)
        self._plan = plan
        return self._result

    def _row(self, area: str, time: str) -> int:
        rows = self._result.dataset.row_of
        if (area, time) in rows:
            return rows[area, time]
        areas = self._result.dataset.areas
        if area in areas:
            times = ", ".join(self._result.dataset.times) or "none"
            raise UnknownCellError(what=f"area “{area}” at time", named=time, hint=f" Its times are among {times}.")
        raise UnknownCellError(what="area", named=area, hint=suggestion(area, areas))

    def _column(self, indicator: str) -> int:
        columns = self._result.dataset.column_of
        if indicator not in columns:
            raise UnknownCellError(what="indicator", named=indicator, hint=suggestion(indicator, columns))
        return columns[indicator]
