"""The live formulas of the sheet Scores: weighted means of what is there, shares of the index, ranks.

They use only what Excel 2007 and LibreOffice have. A missing score is an empty text, which no mean counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from citeria_core.result import Result

_MOST_CHARACTERS: Final = 8_000  # Excel takes 8,192
_APART: Final = "1E-9"  # scores nearer than this share a rank: sums differ in their last digits by the order of terms


@dataclass(frozen=True, slots=True)
class Block:
    """Where the numbers of one index stand: its rows of weights and shares, the areas' rows, a column per node."""

    weights: int
    shares: int
    first: int
    last: int
    columns: dict[str, int]


def means(result: Result, node: str) -> bool:
    """Whether a node is a weighted mean that a formula can carry on: not where each area finds its own weights."""
    if node not in result.aggregates:
        return False
    return result.plan_of(node).method == "arithmetic" and result.recipe.weights.source != "bod"


def mean(block: Block, result: Result, node: str, row: int) -> str | None:
    """The weighted mean of a node's parts in one row, over those that are there; None where it would be too long."""
    parts = [block.columns[code] for code in result.tree.children[node]]
    cells = [_cell(row, at) for at in parts]
    weights = [_cell(block.weights, at, fixed=True) for at in parts]
    pairs = list(zip(cells, weights, strict=True))
    above = "+".join(f"IF(ISNUMBER({cell}),{cell}*{weight},0)" for cell, weight in pairs)
    below = "+".join(f"IF(ISNUMBER({cell}),{weight},0)" for cell, weight in pairs)
    least = _least(len(parts), result.plan_of(node).min_availability)
    counted = "+".join(f"ISNUMBER({cell})" for cell in cells)
    formula = f'=IF({counted}<{least},"",IFERROR(({above})/({below}),""))'
    return formula if len(formula) <= _MOST_CHARACTERS else None


def share(block: Block, result: Result, node: str) -> str:
    """The share of a node in the whole index: that of its parent, divided among the siblings by their weights."""
    parent = str(result.tree.by_code[node].parent)
    siblings = "+".join(_cell(block.weights, block.columns[code]) for code in result.tree.children[parent])
    own, above = _cell(block.weights, block.columns[node]), _cell(block.shares, block.columns[parent])
    return f"=IFERROR({above}*{own}/({siblings}),0)"


def rank(block: Block, root: str, row: int) -> str:
    """The rank of a row by the score of the index, 1 = best, those alike sharing the better one."""
    at = block.columns[root]
    own = _cell(row, at)
    scores = f"{_cell(block.first, at, fixed=True)}:{_cell(block.last, at, fixed=True)}"
    return f'=IF(ISNUMBER({own}),COUNTIF({scores},">"&({own}+{_APART}))+1,"")'


def shared(first: int, last: int, column: int) -> str:
    """Whether the rank in the first of these rows stands in another one too; for a conditional format."""
    cells = f"{_cell(first, column, fixed=True)}:{_cell(last, column, fixed=True)}"
    return f"=COUNTIF({cells},{_cell(first, column)})>1"


def _least(parts: int, share: float) -> int:
    """How many of a node's parts must be there."""
    return next((count for count in range(1, parts + 1) if count / parts >= share), parts)


def _cell(row: int, column: int, *, fixed: bool = False) -> str:
    letters, left = "", column + 1
    while left:
        left, digit = divmod(left - 1, 26)
        letters = chr(65 + digit) + letters
    return f"${letters}${row + 1}" if fixed else f"{letters}{row + 1}"


def columns(nodes: Sequence[str], first: int) -> dict[str, int]:
    """The column of each node, from `first` on."""
    return {code: at for at, code in enumerate(nodes, first)}
