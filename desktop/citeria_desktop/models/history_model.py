"""The log of steps as a table: number, when, who, what, why; a step whose effect is gone is struck out."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from citeria_db.changes import Step
from citeria_desktop.language import lists
from citeria_desktop.models.tips import tip

STRUCK_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()


class Column(IntEnum):
    """What a step shows."""

    NUMBER = 0
    WHEN = 1
    WHO = 2
    WHAT = 3
    WHY = 4


class HistoryModel(QAbstractTableModel):
    """Steps, the newest first. `when` writes a time for people, `say` a label in the language of the interface."""

    def __init__(
        self, when: Callable[[str], str], say: Callable[[str], str] = str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.steps: tuple[Step, ...] = ()
        self._when = when
        self._say = say

    def show(self, steps: Sequence[Step]) -> None:
        """Show these steps."""
        self.beginResetModel()
        self.steps = tuple(steps)
        self.endResetModel()

    def row_of(self, number: int) -> int | None:
        """The row of a step, or None while it is not shown."""
        return next((row for row, step in enumerate(self.steps) if step.number == number), None)

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Steps shown."""
        return 0 if parent.isValid() else len(self.steps)

    def columnCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell, whether its step is struck out, and what a screen reader says of the row."""
        if not index.isValid():
            return None
        step = self.steps[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(step, Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip("\n".join(filter(None, (self._say(step.label), step.reason))))
        if role == STRUCK_ROLE:
            return step.undone
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = self.tr("Step {number}, {label}, {time}, {author}").format(
                number=step.number, label=self._say(step.label), time=self._when(step.time), author=step.author
            )
            gone = self.tr("taken back since") if step.undone else ""
            return lists.clauses((told, gone, step.reason))
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == Column.NUMBER:
            return int(Qt.AlignmentFlag.AlignRight)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.NUMBER: self.tr("step"),
            Column.WHEN: self.tr("when"),
            Column.WHO: self.tr("who"),
            Column.WHAT: self.tr("what"),
            Column.WHY: self.tr("why"),
        }[Column(section)]

    def _text(self, step: Step, column: Column) -> str:
        match column:
            case Column.NUMBER:
                return str(step.number)
            case Column.WHEN:
                return self._when(step.time)
            case Column.WHO:
                return step.author
            case Column.WHAT:
                return self._say(step.label)
            case Column.WHY:
                return step.reason
