"""The grid as text: where something stands, and a rectangle of it to be copied."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt

from citeria_desktop.language.naming import name_of
from citeria_desktop.models.carried import CarriedCells
from citeria_desktop.models.filtering import folded
from citeria_desktop.models.grid_model import AnyIndex, GridModel


def find(model: GridModel, text: str) -> list[QModelIndex]:
    """Every cell whose value or name holds `text`, in reading order; a header stands for its first cell."""
    sought = folded(text)
    if not sought:
        return []
    across = Qt.Orientation.Horizontal
    heads = [folded(model.headerData(column, across)) for column in range(model.columnCount())]
    found = [
        model.index(0, column) for column, head in enumerate(heads) if column and model.rowCount() and sought in head
    ]
    for row, area in enumerate(model.areas):
        if sought in folded(area.code, *area.names.values(), *area.variants):
            found.append(model.index(row, 0))
        found += [
            model.index(row, column) for column in range(1, model.columnCount()) if _holds(model, row, column, sought)
        ]
    return found


def block(model: GridModel, indexes: Sequence[AnyIndex], *, headed: bool) -> list[list[str]]:
    """The smallest rectangle around `indexes` as texts, `headed` by the names of its indicators and areas."""
    if not indexes:
        return []
    chosen = {(index.row(), index.column()) for index in indexes}
    rows, columns = sorted({row for row, _ in chosen}), sorted({column for _, column in chosen} - {0} or {0})
    block = [
        [model.typed(model.index(row, column)) if (row, column) in chosen else "" for column in columns] for row in rows
    ]
    if not headed:
        return block
    named = [[name_of(model.areas[row]), *texts] for row, texts in zip(rows, block, strict=True)]
    return [
        [
            model.headerData(0, Qt.Orientation.Horizontal),
            *(model.headerData(column, Qt.Orientation.Horizontal) for column in columns),
        ],
        *named,
    ]


def carried(model: GridModel, indexes: Sequence[AnyIndex]) -> CarriedCells:
    """The smallest rectangle around `indexes` with the observation behind each value."""
    chosen = {(index.row(), index.column()) for index in indexes if index.column() > 0}
    rows, columns = sorted({row for row, _ in chosen}), sorted({column for _, column in chosen})

    def cell(row: int, column: int) -> tuple[str, str]:
        index = model.index(row, column)
        reading = model.reading(index) if (row, column) in chosen else None
        held = reading is not None and reading.observation and not model.look(index).missing
        return (str(reading.observation), model.typed(index)) if reading is not None and held else ("", "")

    return CarriedCells(tuple(tuple(cell(row, column) for column in columns) for row in rows))


def _holds(model: GridModel, row: int, column: int, sought: str) -> bool:
    index = model.index(row, column)
    shown = model.look(index)
    return not shown.missing and sought in folded(shown.text, model.typed(index))
