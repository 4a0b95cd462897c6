"""Find a column by its name and go to it; show, hide and move columns without a mouse."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from citeria_core.model import Indicator
from citeria_desktop.models.column_layout import ColumnLayout

_CODE = Qt.ItemDataRole.UserRole


class _Columns(QListWidget):
    """The list; Alt with an arrow moves the current column."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moving, and everything a list does."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class ColumnsDialog(QDialog):
    """Enter goes to the column found. Changes show at once in the grid behind; they are remembered, not undone."""

    gone_to = Signal(str)  # code of the indicator
    arranged = Signal(object)  # ColumnLayout

    def __init__(self, indicators: Sequence[Indicator], layout: ColumnLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout_now = layout
        self._order = [indicator.code for indicator in indicators]
        self._names = {indicator.code: indicator.name for indicator in indicators}
        self.setWindowTitle(self.tr("Columns"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.sought = QLineEdit()
        self.sought.setPlaceholderText(self.tr("Part of a name or code"))
        self.sought.setAccessibleName(self.tr("Column to find"))
        self.list = _Columns()
        self.list.setProperty("card", "plain")
        self.list.setAccessibleName(self.tr("Columns, ticked where shown"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.told = QLabel()
        self.told.setProperty("role", "small")
        self.up, self.down = QPushButton(self.tr("Move left")), QPushButton(self.tr("Move right"))
        self.all = QPushButton(self.tr("Show all"))
        self.go = QPushButton(self.tr("Go to column"))
        self.go.setProperty("kind", "primary")
        self.go.setDefault(True)
        self._lay_out()
        self._fill()
        self._connect()
        self.sought.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the line, the arrows walk through the list."""
        if self.sought.hasFocus() and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._walk(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def accept(self) -> None:
        """Go to the current column; a hidden one is shown."""
        item = self.list.currentItem()
        if item is None or item.isHidden():
            return
        item.setCheckState(Qt.CheckState.Checked)
        code = str(item.data(_CODE))
        super().accept()
        self.gone_to.emit(code)

    def _lay_out(self) -> None:
        hint = QLabel(self.tr("Enter goes there · Space shows or hides · Alt+↑ Alt+↓ moves"))
        hint.setProperty("role", "small")
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.up, self.down, self.all):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.sought)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.told)
        layout.addWidget(hint)
        layout.addLayout(row)
        self.resize(520, 520)

    def _connect(self) -> None:
        self.sought.textEdited.connect(self._narrow)
        self.list.itemChanged.connect(self._tell)
        self.list.itemDoubleClicked.connect(lambda _: self.accept())
        self.list.moved.connect(self._move)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.all.clicked.connect(self._show_all)
        self.go.clicked.connect(self.accept)

    def _fill(self) -> None:
        for code in self._order:
            item = QListWidgetItem(self._names[code])
            item.setToolTip(code)
            item.setData(_CODE, code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            hidden = code in self._layout_now.hidden
            item.setCheckState(Qt.CheckState.Unchecked if hidden else Qt.CheckState.Checked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._count()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _narrow(self, text: str) -> None:
        sought = text.casefold().split()
        first = None
        for item in self._items():
            name = f"{item.text()} {item.data(_CODE)}".casefold()
            item.setHidden(not all(word in name for word in sought))
            first = first or (None if item.isHidden() else item)
        self.list.setCurrentItem(first) if first is not None else self.list.setCurrentRow(-1)
        self._count()

    def _walk(self, step: int) -> None:
        shown = [row for row, item in enumerate(self._items()) if not item.isHidden()]
        ahead = [row for row in shown if (row - self.list.currentRow()) * step > 0]
        if ahead:
            self.list.setCurrentRow(min(ahead) if step > 0 else max(ahead))

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        target = row + step
        if row < 0 or not 0 <= target < self.list.count():
            return
        self.list.blockSignals(True)
        self.list.insertItem(target, self.list.takeItem(row))
        self.list.blockSignals(False)
        self.list.setCurrentRow(target)
        self._tell()

    def _show_all(self) -> None:
        self.list.blockSignals(True)
        for item in self._items():
            item.setCheckState(Qt.CheckState.Checked)
        self.list.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        """The last column shown stays: a grid without columns could not be told from an empty one."""
        items = self._items()
        hidden = frozenset(str(one.data(_CODE)) for one in items if one.checkState() == Qt.CheckState.Unchecked)
        if len(hidden) == len(items):
            current = self.list.currentItem() or items[0]
            current.setCheckState(Qt.CheckState.Checked)
            return
        order = tuple(str(item.data(_CODE)) for item in items)
        self._layout_now = replace(self._layout_now, order=order, hidden=hidden)
        self._count()
        self.arranged.emit(self._layout_now)

    def _count(self) -> None:
        items = self._items()
        shown = sum(item.checkState() == Qt.CheckState.Checked for item in items)
        found = sum(not item.isHidden() for item in items)
        self.told.setText(self.tr("{0} of {1} columns shown, {2} found").format(shown, len(items), found))
