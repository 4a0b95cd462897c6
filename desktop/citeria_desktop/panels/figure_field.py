"""The value in use as a line of text in the place of its figure: Enter or leaving stores it, Escape drops the edit."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from citeria_core.typed_text import edit_text
from citeria_db import operations
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs.number_question import NumberQuestion
from citeria_desktop.models.ambiguity import ambiguity
from citeria_desktop.models.dossier import Dossier


class FigureField(QLineEdit):
    """One edit of the observation in use of `shown`; a text that cannot be stored stays in the line."""

    left = Signal()  # without a change

    def __init__(self, bridge: SessionBridge, shown: Dossier, around: QWidget) -> None:
        held = shown.in_use
        super().__init__("" if held is None else edit_text(held.value, held.text, held.qualifier, held.low, held.high))
        self._bridge = bridge
        self._shown = shown
        self._around = around
        self._question: NumberQuestion | None = None
        self._done = False
        self.setObjectName("figure")
        self.setAccessibleName(self.tr("Value"))
        self.editingFinished.connect(self.commit)

    @property
    def done(self) -> bool:
        """Whether the edit has ended, with a change or without."""
        return self._done

    def commit(self, locale: str | None = None) -> None:
        """Store the text, asking first where it has two readings."""
        text, shown = self.text().strip(), self._shown
        if self._done or self._question is not None or shown.period is None:
            return
        if not self.isModified() or not text:
            self._leave()
            return
        unclear = ambiguity(text, shown.indicator) if locale is None and shown.indicator.kind == "number" else None
        if unclear is not None:
            self._question = NumberQuestion(unclear, self._around)
            self.destroyed.connect(self._question.deleteLater)  # nobody is left to answer to
            self._question.answered.connect(self._answer)
            self._question.dropped.connect(self._take_up)
            self._question.show_below(self.mapTo(self._around, QPoint(0, self.height() + 4)))
            return
        self._done = True  # the line goes while the change is told, and going must not store again
        cell = shown.area.code, shown.indicator.code, shown.period
        if self._bridge.run(operations.set_value, *cell, text, locale=locale) is None:
            self._done = False
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        self._done = True
        self.left.emit()

    def _answer(self, locale: str) -> None:
        self._question = None
        self.commit(locale)

    def _take_up(self) -> None:
        self._question = None
        self.setFocus()
