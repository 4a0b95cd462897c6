"""What is typed into the grid's cells and cleared from them: each time one step, or a question, and nothing stored."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from citeria_core.model import Missing
from citeria_db import operations
from citeria_desktop.models.ambiguity import ambiguity

if TYPE_CHECKING:
    from citeria_desktop.bridge import SessionBridge
    from citeria_desktop.models.grid_model import AnyIndex, GridModel


class GridEntry(QObject):
    """Writes to the cells of `model`, through the bridge."""

    questioned = Signal(str, str, str, object)  # area, indicator, text, AmbiguousNumberError: nothing was stored

    def __init__(self, bridge: "SessionBridge", model: "GridModel") -> None:
        super().__init__(model)
        self._bridge = bridge
        self._model = model

    def enter(self, index: "AnyIndex", text: str) -> bool:
        """Store what was typed; an empty text clears. False when nothing was stored: a question or an error follows."""
        if text == self._model.typed(index):
            return True
        return self.store(index, text) if text else self.clear([index])

    def store(self, index: "AnyIndex", text: str, locale: str | None = None) -> bool:
        """Store `text` as the preferred value of the cell; without a locale, an ambiguous number is asked back."""
        area, indicator = self._model.cell(index)
        about = self._model.indicators[index.column() - 1]
        if locale is None and about.kind == "number":
            unclear = ambiguity(text, about)
            if unclear is not None:
                self.questioned.emit(area, indicator, text, unclear)
                return False
        period = self._model.period_at(index)
        return self._bridge.run(operations.set_value, area, indicator, period, text, locale=locale) is not None

    def clear(self, indexes: "Sequence[AnyIndex]", reason: Missing = Missing.NOT_FOUND) -> bool:
        """Say of each cell that its value is missing, and why, as one step."""
        held = [index for index in indexes if index.column() > 0 and not self._is_missing(index, reason)]
        cells = [(*self._model.cell(index), self._model.period_at(index)) for index in held]
        return not cells or self._bridge.run(operations.set_all_missing, cells, reason) is not None

    def _is_missing(self, index: "AnyIndex", reason: Missing) -> bool:
        reading = self._model.reading(index)
        return reading is None or (reading.shown is None and not reading.text and reading.reason in (reason, None))
