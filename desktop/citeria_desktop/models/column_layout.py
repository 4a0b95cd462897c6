"""How somebody left the columns of a grid: their order, those hidden, widths, and the sort. A value, and as JSON."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class ColumnLayout:
    """Columns by indicator code ("" is the column of names). What is new since then follows those in `order`."""

    order: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()
    widths: Mapping[str, int] = field(default_factory=dict)
    sort: tuple[str, bool] | None = None  # column, descending

    def arranged(self, codes: Sequence[str]) -> list[str]:
        """All of `codes` in this order, those it does not know where they stood, after their neighbour on the left."""
        known = set(codes)
        placed = [code for code in self.order if code in known]
        held = set(placed)
        for at, code in enumerate(codes):
            if code not in held:
                left = codes[at - 1] if at else None
                placed.insert(placed.index(left) + 1 if left is not None else 0, code)
                held.add(code)
        return placed

    def to_json(self) -> str:
        """One line of JSON."""
        given = {"order": self.order, "hidden": sorted(self.hidden), "widths": dict(self.widths), "sort": self.sort}
        return json.dumps(given, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "ColumnLayout":
        """Read it back; what a hand has spoilt gives the layout nobody has touched."""
        try:
            given = json.loads(text)
            sort = given["sort"]
            return cls(
                tuple(str(code) for code in given["order"]),
                frozenset(str(code) for code in given["hidden"]),
                {str(code): int(width) for code, width in given["widths"].items()},
                None if sort is None else (str(sort[0]), bool(sort[1])),
            )
        except (ValueError, TypeError, KeyError, IndexError, AttributeError):
            return cls()


class Layouts(Protocol):
    """Where layouts are kept, by what the grid shows: the code of an index, or "" for all data."""

    def get(self, scope: str) -> ColumnLayout:
        """The layout of a scope."""
        ...

    def put(self, scope: str, layout: ColumnLayout) -> None:
        """Keep the layout of a scope."""


class Unkept:
    """Layouts that are forgotten with the window."""

    def __init__(self) -> None:
        self._held: dict[str, ColumnLayout] = {}

    def get(self, scope: str) -> ColumnLayout:
        """The layout of a scope."""
        return self._held.get(scope, ColumnLayout())

    def put(self, scope: str, layout: ColumnLayout) -> None:
        """Keep the layout of a scope."""
        self._held[scope] = layout
