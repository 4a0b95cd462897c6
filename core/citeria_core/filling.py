"""Which cells a fill copies where: down or right. Places only, no values."""

from dataclasses import dataclass

from citeria_core.paste import Selection

Cell = tuple[int, int]  # row and column in the grid


@dataclass(frozen=True, slots=True)
class Copy:
    """One cell that takes over what another holds."""

    source: Cell
    target: Cell


def fill_down(selection: Selection) -> tuple[Copy, ...]:
    """Copy the first row of the selection into its other rows; of a single row, the row above it (Ctrl+')."""
    first = selection.row if selection.rows > 1 else selection.row - 1
    if first < 0:
        return ()
    return tuple(Copy((first, column), (row, column)) for row, column in _cells(selection) if row != first)


def fill_right(selection: Selection) -> tuple[Copy, ...]:
    """Copy the first column of the selection into its other columns; of a single column, the one before it."""
    first = selection.column if selection.columns > 1 else selection.column - 1
    if first < 0:
        return ()
    return tuple(Copy((row, first), (row, column)) for row, column in _cells(selection) if column != first)


def _cells(selection: Selection) -> list[Cell]:
    rows = range(selection.row, selection.row + selection.rows)
    columns = range(selection.column, selection.column + selection.columns)
    return [(row, column) for row in rows for column in columns]
