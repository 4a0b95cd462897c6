"""Where keys are given to actions: a list to search, a field that takes the keys as they are pressed."""

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from citeria_desktop.actions.build import translated
from citeria_desktop.models.key_table import KeyTable


class KeysEditor(QWidget):
    """Changes hold at once; a key that another action has is said before it is taken from there."""

    def __init__(self, model: KeyTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.sought = QLineEdit()
        self.sought.setPlaceholderText(self.tr("Part of a name, or keys"))
        self.sought.setAccessibleName(self.tr("Action to find"))
        self.table = QTableView()
        self.table.setModel(model)
        self.table.setAccessibleName(self.tr("Actions and their keys"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().resizeSection(1, 200)
        self.keys = QKeySequenceEdit()
        self.keys.setAccessibleName(self.tr("New keys"))
        self.keys.setMaximumSequenceLength(1)
        self.set = QPushButton(self.tr("Set keys"))
        self.none = QPushButton(self.tr("No keys"))
        self.own = QPushButton(self.tr("Its own keys"))
        self.all = QPushButton(self.tr("Reset all"))
        self.told = QLabel()
        self.told.setProperty("role", "small")
        self.told.setWordWrap(True)
        self._lay_out()
        self._connect()
        self._choose()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.keys, 1)
        for button in (self.set, self.none, self.own, self.all):
            button.setAutoDefault(False)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.sought)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        column.addWidget(self.told)

    def _connect(self) -> None:
        self.sought.textChanged.connect(self._seek)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.keys.keySequenceChanged.connect(self._warn)
        self.set.clicked.connect(self._set)
        self.none.clicked.connect(lambda: self.model.give(self._row(), ()))
        self.own.clicked.connect(lambda: self.model.give(self._row(), None))
        self.all.clicked.connect(self.model.reset)

    def _seek(self, text: str) -> None:
        self.model.seek(text)
        if self.model.rowCount():
            self.table.selectRow(0)
        self._choose()

    def _row(self) -> int:
        return self.table.currentIndex().row()

    def _choose(self, _current: QModelIndex | None = None) -> None:
        there = self._row() >= 0
        for widget in (self.keys, self.set, self.none, self.own):
            widget.setEnabled(there)
        self.keys.clear()
        self.told.setText("" if there else self.tr("Choose an action, then press the keys that it should have."))

    def _warn(self, keys: QKeySequence) -> None:
        holder = None
        if not keys.isEmpty() and self._row() >= 0:
            holder = self.model.holder(_portable(keys), self.model.spec(self._row()))
        told = self.tr("“{0}” has these keys; setting them takes them away from it.")
        self.told.setText("" if holder is None else told.format(translated(holder.text).rstrip("…")))

    def _set(self) -> None:
        keys = self.keys.keySequence()
        if not keys.isEmpty():
            self.model.give(self._row(), (_portable(keys),))
            self.keys.clear()


def _portable(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.PortableText)
