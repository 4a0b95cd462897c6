"""What an index is computed from: a matrix of areas × indicators, its tree, denominators and groups.

A Dataset never changes. It comes from the two tables of the field (`from_frames`) or from a project file (`build`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from citeria_core.errors import KnownError, raise_all
from citeria_core.model import CellReading, Node
from citeria_core.tree import BadTreeError, Tree

if TYPE_CHECKING:
    import pandas as pd

Column = NDArray[np.float64]
NOTHING: Mapping[Any, Any] = MappingProxyType({})


class BadDatasetError(KnownError):
    """A matrix that does not fit its areas and indicators."""

    code = "bad_dataset"
    template = "{problem}"


def frozen(values: ArrayLike) -> Column:
    """A read-only double array of `values`, column by column in memory."""
    array = np.array(values, dtype=np.float64, order="F", copy=True)
    array.setflags(write=False)
    return array


@dataclass(frozen=True)
class Dataset:
    """Areas × indicators with everything that the stages need to know of them.

    `values` is areas × indicators in the unit of the source, NaN = missing, read-only. A row is an area, or an area
    at a time where `times` is not empty (then `areas` repeat). `denominators` are columns over the rows.
    """

    areas: tuple[str, ...]
    area_names: Mapping[str, str]
    indicators: tuple[str, ...]
    values: Column
    nodes: tuple[Node, ...]
    denominators: Mapping[str, Column] = field(default_factory=dict)  # code → column over the rows
    denominator_of: Mapping[str, str] = field(default_factory=dict)  # indicator → code of its denominator
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # code → the group of each row, "" = none
    times: tuple[str, ...] = ()  # the time of each row, or nothing at all
    targets: Mapping[str, float] = field(default_factory=dict)  # indicator → target, undirected
    bounds: Mapping[str, tuple[Column, Column]] = field(default_factory=dict)  # indicator → low and high of each row
    units: Mapping[str, str] = field(default_factory=dict)
    readings: Mapping[tuple[str, str], CellReading] = field(default_factory=dict)
    aggregates: tuple[str, ...] = field(default=())  # in the order of the metadata

    @classmethod
    def build(
        cls,
        areas: Iterable[tuple[str, str]],
        nodes: Iterable[Node],
        values: ArrayLike,
        readings: Mapping[tuple[str, str], CellReading] = NOTHING,
        **more: Any,
    ) -> "Dataset":
        """A dataset from (code, name) pairs, nodes and an areas × leaves array; leaves in the order of `nodes`.

        `more` are further fields of the class. Raises `BadTreeError`, `BadDatasetError`.
        """
        given = tuple(nodes)
        tree = Tree.of(given)
        pairs = tuple(areas)
        parents = {node.parent for node in given}
        leaves = tuple(node.code for node in given if node.code not in parents)
        raise_all(
            BadTreeError(
                node=node.code, problem="nothing is in it yet. Put an indicator or a part into it, or remove it."
            )
            for node in given
            if node.code in leaves and node.indicator is None
        )
        return cls(
            areas=tuple(code for code, _ in pairs),
            area_names=MappingProxyType(dict(pairs)),
            indicators=leaves,
            values=_matrix(values, len(pairs), len(leaves)),
            nodes=tree.nodes,
            readings=readings,
            aggregates=tuple(node.code for node in given if node.code not in leaves),
            **more,
        )

    @classmethod
    def from_frames(cls, data: "pd.DataFrame", meta: "pd.DataFrame") -> "Dataset":
        """The dataset of a data table (a row per area) and a metadata table (a row per code).

        Raises everything wrong with either table at once (`CombinedError` of `BadCellError`).
        """
        from citeria_core import tables

        return tables.dataset(tables.from_frame(data, "data"), tables.from_frame(meta, "meta"))

    @cached_property
    def tree(self) -> Tree:
        """The shape of the index."""
        return Tree(self.nodes)

    @cached_property
    def row_of(self) -> Mapping[tuple[str, str], int]:
        """(area, time) → row; the time is "" where the table has none."""
        times = self.times or ("",) * len(self.areas)
        return {key: row for row, key in enumerate(zip(self.areas, times, strict=True))}

    @cached_property
    def column_of(self) -> Mapping[str, int]:
        """Indicator → column."""
        return {code: column for column, code in enumerate(self.indicators)}

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The raw values, a contiguous column per indicator."""
        return tuple(self.values[:, column] for column in range(len(self.indicators)))

    def name(self, area: str) -> str:
        """The name of an area, else its code."""
        return self.area_names.get(area) or area


def _matrix(values: ArrayLike, areas: int, indicators: int) -> Column:
    array = frozen(values)
    if array.shape != (areas, indicators):
        shape = "×".join(map(str, array.shape))
        raise BadDatasetError(
            problem=f"The values are {shape}, but there are {areas} areas and {indicators} indicators."
        )
    if np.isinf(array).any():
        raise BadDatasetError(problem="An infinite value cannot be scored. Leave the cell empty instead.")
    return array


def repeated(codes: Sequence[str]) -> list[str]:
    """The codes that occur more than once, each once, in order."""
    seen: set[str] = set()
    return list(dict.fromkeys(code for code in codes if code in seen or seen.add(code)))  # type: ignore[func-returns-value]
