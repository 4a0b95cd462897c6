"""The question below a cell into which a number was typed that can be read in two ways."""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from citeria_core.errors import AmbiguousNumberError
from citeria_desktop.dialogs.number_question import NumberQuestion
from citeria_desktop.models.grid_model import GridModel
from citeria_desktop.views.value_table import ValueTable


class GridQuestion(QObject):
    """Asks when the model does, one question at a time; `answered` tells that the value was stored."""

    answered = Signal()

    def __init__(self, model: GridModel, table: ValueTable, view: QWidget) -> None:
        super().__init__(view)
        self._model, self._table, self._view = model, table, view
        self.shown: NumberQuestion | None = None
        model.entry.questioned.connect(self._ask)

    def _ask(self, area: str, indicator: str, text: str, error: AmbiguousNumberError) -> None:
        if self.shown is not None:
            return
        self.shown = question = NumberQuestion(error, self._view)
        question.answered.connect(lambda locale: self._answer(area, indicator, text, locale))
        question.dropped.connect(lambda: self._take_up(area, indicator, text))
        if self._table.editing and self._table.cells.editor is not None:
            self._table.closeEditor(self._table.cells.editor, self._table.cells.EndEditHint.RevertModelCache)
        below = self._table.visualRect(self._model.index_of(area, indicator)).bottomLeft()
        question.show_below(self._table.viewport().mapTo(self._view, below) + QPoint(0, 4))

    def _answer(self, area: str, indicator: str, text: str, locale: str) -> None:
        self.shown = None
        index = self._model.index_of(area, indicator)
        if index.isValid():
            self._model.entry.store(index, text, locale)
            self.answered.emit()
        self._table.setFocus()

    def _take_up(self, area: str, indicator: str, text: str) -> None:
        """Back to the text as it was typed."""
        self.shown = None
        index = self._model.index_of(area, indicator)
        if index.isValid():
            self._table.setFocus()
            self._table.resume(index, text)
