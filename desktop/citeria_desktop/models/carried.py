"""What Citeria carries to itself by clipboard and by dragging: a source, and cells with all that stands behind them."""

import json
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QMimeData

SOURCE: Final = "application/x-citeria-source"  # its key
CELLS: Final = "application/x-citeria-cells"
MOST_CELLS: Final = 50_000  # of more, only the texts are carried


@dataclass(frozen=True, slots=True)
class CarriedCells:
    """A rectangle of copied cells: of each the id of its observation ("" for none) and its value as it was copied."""

    cells: tuple[tuple[tuple[str, str], ...], ...]

    def to_bytes(self) -> bytes:
        """As it stands on the clipboard."""
        return json.dumps(self.cells, ensure_ascii=False).encode()

    @classmethod
    def of(cls, data: QMimeData) -> "CarriedCells | None":
        """What the clipboard carries, or None; another program may have put anything there."""
        if not data.hasFormat(CELLS):
            return None
        try:
            given = json.loads(bytes(data.data(CELLS).data()))
            cells = tuple(tuple((str(id_), str(text)) for id_, text in row) for row in given)
        except (ValueError, TypeError):
            return None
        even = bool(cells) and bool(cells[0]) and all(len(row) == len(cells[0]) for row in cells)
        return cls(cells) if even and len(cells) * len(cells[0]) <= MOST_CELLS else None


def carrying_source(key: str) -> QMimeData:
    """A source to be dragged; as text it is its key."""
    data = QMimeData()
    data.setData(SOURCE, key.encode())
    data.setText(key)
    return data
