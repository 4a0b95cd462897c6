"""A ranking kept: the inputs in use (values, weights, recipe) and the ranks and scores that came of them, as text.

The text is JSON. Python writes a double in the fewest digits that read back as the same double, so that what is kept
comes back bit for bit. Readings (which observation stands behind a cell) belong to the project and are not kept.
"""

import hashlib
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final

import numpy as np

from citeria_core.dataset import Column, Dataset, frozen
from citeria_core.engine import Engine
from citeria_core.errors import KnownError
from citeria_core.model import Node, Status
from citeria_core.period import Period
from citeria_core.recipe import Recipe
from citeria_core.result import Result

FORMAT: Final = 1
Key = tuple[str, str]  # area, time


class BadKeptRankingError(KnownError):
    """A text that is no ranking kept by this program."""

    code = "bad_kept_ranking"
    template = "What was kept cannot be read: {problem}. Take the snapshot anew, or open the file with a newer Citeria."


@dataclass(frozen=True, eq=False)
class KeptRanking:
    """Inputs and outcome of one ranking; `ranks` and `scores` are those of the index, NaN = none.

    `result` computes it anew from the inputs; `reproduces` says whether that still gives what was kept.
    """

    dataset: Dataset
    recipe: str  # TOML, as it was written
    ranks: Mapping[Key, float]
    scores: Mapping[Key, float]

    @cached_property
    def result(self) -> Result:
        """The result of computing the inputs anew."""
        return Engine(self.dataset, Recipe.from_toml(self.recipe)).result

    @property
    def reproduces(self) -> bool:
        """Whether the inputs give, bit for bit, the ranks and scores that were kept."""
        again = keep(self.result, self.recipe)
        return _same(again.ranks, self.ranks) and _same(again.scores, self.scores)

    @cached_property
    def text(self) -> str:
        """All of it as JSON; equal rankings give equal texts."""
        held = self.dataset
        document = {
            "format": FORMAT,
            "recipe": self.recipe,
            "areas": list(held.areas),
            "area_names": dict(held.area_names),
            "times": list(held.times),
            "indicators": list(held.indicators),
            "aggregates": list(held.aggregates),
            "nodes": [_node(node) for node in held.nodes],
            "values": {code: _numbers(column) for code, column in zip(held.indicators, held.columns, strict=True)},
            "bounds": {code: [_numbers(low), _numbers(high)] for code, (low, high) in held.bounds.items()},
            "denominators": {code: _numbers(column) for code, column in held.denominators.items()},
            "denominator_of": dict(held.denominator_of),
            "groups": {code: list(labels) for code, labels in held.groups.items()},
            "targets": dict(held.targets),
            "units": dict(held.units),
            "ranking": [[*key, _number(rank), _number(self.scores[key])] for key, rank in self.ranks.items()],
        }
        return json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":"))

    @property
    def hash(self) -> str:
        """The SHA-256 of `text` in hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @classmethod
    def from_text(cls, text: str) -> "KeptRanking":
        """What `text` holds; raises `BadKeptRankingError`."""
        try:
            document = json.loads(text)
            if document["format"] != FORMAT:
                raise BadKeptRankingError(problem=f"its format is {document['format']}, and {FORMAT} is known here")
            ranking = document["ranking"]
            return cls(
                _dataset(document),
                str(document["recipe"]),
                {(area, time): _read(rank) for area, time, rank, _ in ranking},
                {(area, time): _read(score) for area, time, _, score in ranking},
            )
        except (ValueError, TypeError, KeyError) as error:
            raise BadKeptRankingError(problem=f"{type(error).__name__} {error}") from error


def keep(result: Result, recipe: str) -> KeptRanking:
    """What has to be kept of `result`; `recipe` is the text that it followed."""
    keys = list(zip(result.areas, result.times or ("",) * len(result.areas), strict=True))
    ranks, scores = result.rank(result.root).tolist(), result.score(result.root).tolist()
    return KeptRanking(
        replace(result.edited(), readings=MappingProxyType({})),
        recipe,
        dict(zip(keys, ranks, strict=True)),
        dict(zip(keys, scores, strict=True)),
    )


def _same(first: Mapping[Key, float], second: Mapping[Key, float]) -> bool:
    if first.keys() != second.keys():
        return False
    return all(_number(value) == _number(second[key]) for key, value in first.items())


def _number(value: float) -> float | None:
    return None if math.isnan(value) else float(value)


def _numbers(column: Column) -> list[float | None]:
    return [_number(value) for value in column.tolist()]


def _read(value: float | None) -> float:
    return math.nan if value is None else float(value)


def _column(values: Iterable[float | None]) -> Column:
    return frozen([_read(value) for value in values])


def _node(node: Node) -> dict[str, Any]:
    return {
        "code": node.code,
        "name": node.name,
        "parent": node.parent,
        "weight": float(node.weight),
        "indicator": node.indicator,
        "direction": node.direction,
        "period": [node.period.end, node.period.start] if node.period else None,
        "statuses": sorted(node.statuses),
    }


def _read_node(held: Mapping[str, Any]) -> Node:
    period = Period(*held["period"]) if held["period"] else None
    statuses = frozenset(Status(status) for status in held["statuses"])
    return Node(**{**held, "period": period, "statuses": statuses})


def _dataset(document: Mapping[str, Any]) -> Dataset:
    columns = [_column(document["values"][code]) for code in document["indicators"]]
    areas = tuple(document["areas"])
    return Dataset(
        areas=areas,
        area_names=document["area_names"],
        indicators=tuple(document["indicators"]),
        values=frozen(np.column_stack(columns) if columns else np.empty((len(areas), 0))),
        nodes=tuple(_read_node(node) for node in document["nodes"]),
        denominators={code: _column(values) for code, values in document["denominators"].items()},
        denominator_of=document["denominator_of"],
        groups={code: tuple(labels) for code, labels in document["groups"].items()},
        times=tuple(document["times"]),
        targets=document["targets"],
        bounds={code: (_column(low), _column(high)) for code, (low, high) in document["bounds"].items()},
        units=document["units"],
        aggregates=tuple(document["aggregates"]),
    )
