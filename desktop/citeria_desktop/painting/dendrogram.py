"""The tree of a hierarchical clustering as lines, in units of rows and of height."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """Where two branches join: rows of both, heights they come from, the height they meet at (0 to 1).

    `label` is the cluster that everything below belongs to, or None where it is of several.
    """

    first_row: float
    second_row: float
    first_height: float
    second_height: float
    height: float
    label: int | None


def links(linkage: Sequence[Sequence[float]], order: Sequence[int], labels: Sequence[int | None]) -> tuple[Link, ...]:
    """The joins of a SciPy linkage, the leaf `order[row]` standing in row `row`; `labels` by leaf, None = none."""
    count = len(order)
    rows: dict[int, float] = {leaf: float(row) for row, leaf in enumerate(order)}
    heights: dict[int, float] = dict.fromkeys(rows, 0.0)
    held: dict[int, int | None] = dict(enumerate(labels))
    top = max((step[2] for step in linkage), default=0.0) or 1.0
    made = []
    for number, step in enumerate(linkage):
        first, second, height = int(step[0]), int(step[1]), step[2] / top
        label = held[first] if held[first] == held[second] else None
        made.append(Link(rows[first], rows[second], heights[first], heights[second], height, label))
        rows[count + number] = (rows[first] + rows[second]) / 2
        heights[count + number], held[count + number] = height, label
    return tuple(made)
