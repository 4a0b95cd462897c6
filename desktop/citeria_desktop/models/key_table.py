"""The keys of all actions as a table that can be changed: an action a row, its words and its keys.

Owns what stands in conflict with what; stores nothing: whoever listens to `rekeyed` does.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence

from citeria_desktop.actions.build import translated
from citeria_desktop.actions.catalogue import ACTIONS, ActionSpec

AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()


class KeyTable(QAbstractTableModel):
    """`rekeyed` tells an action and its keys; None where it has those of the catalogue again."""

    rekeyed = Signal(str, object)

    def __init__(self, chosen: Mapping[str, Sequence[str]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chosen = {name: tuple(keys) for name, keys in chosen.items()}
        self._rows: tuple[ActionSpec, ...] = ACTIONS

    def keys(self, spec: ActionSpec) -> tuple[str, ...]:
        """The keys of an action, in portable text."""
        return self._chosen.get(spec.id, spec.keys)

    def spec(self, row: int) -> ActionSpec:
        """The action in a row."""
        return self._rows[row]

    def seek(self, text: str) -> None:
        """Keep the actions whose words or keys hold every word of `text`."""
        words = text.casefold().split()
        self.beginResetModel()
        self._rows = tuple(spec for spec in ACTIONS if all(word in self._haystack(spec) for word in words))
        self.endResetModel()

    def holder(self, keys: str, but: ActionSpec) -> ActionSpec | None:
        """The other action that has these keys already."""
        sought = QKeySequence(keys)
        others = (spec for spec in ACTIONS if spec.id != but.id)
        return next((spec for spec in others if any(QKeySequence(held) == sought for held in self.keys(spec))), None)

    def give(self, row: int, keys: Sequence[str] | None) -> None:
        """Give an action keys, () for none, None for its own; who had one of them loses it."""
        spec = self._rows[row]
        for text in keys or ():
            holder = self.holder(text, spec)
            if holder is not None:
                left = [held for held in self.keys(holder) if QKeySequence(held) != QKeySequence(text)]
                self._keep(holder, tuple(left))
        self._keep(spec, None if keys is None else tuple(keys))
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 1))

    def reset(self) -> None:
        """Give every action its own keys again."""
        for spec in ACTIONS:
            if spec.id in self._chosen:
                self._keep(spec, None)
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 1))

    def _keep(self, spec: ActionSpec, keys: tuple[str, ...] | None) -> None:
        if keys is None or keys == spec.keys:
            self._chosen.pop(spec.id, None)
            self.rekeyed.emit(spec.id, None)
        else:
            self._chosen[spec.id] = keys
            self.rekeyed.emit(spec.id, keys)

    def _haystack(self, spec: ActionSpec) -> str:
        return f"{translated(spec.text)} {self._shown(spec)}".casefold()

    def _shown(self, spec: ActionSpec) -> str:
        return ", ".join(
            QKeySequence(text).toString(QKeySequence.SequenceFormat.NativeText) for text in self.keys(spec)
        )

    # -- what Qt asks ------------------------------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Actions found."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Words and keys."""
        return 0 if parent.isValid() else 2

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell; keys that are not the catalogue's are said so."""
        if not index.isValid():
            return None
        spec = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return translated(spec.text).rstrip("…") if index.column() == 0 else self._shown(spec)
        if role == Qt.ItemDataRole.ToolTipRole and spec.id in self._chosen:
            return self.tr("Changed; its own keys are {0}").format(", ".join(spec.keys) or self.tr("none"))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{translated(spec.text)}: {self._shown(spec) or self.tr('no keys')}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.tr("action") if section == 0 else self.tr("keys")
