"""The command palette: every action by a part of its name, with its keys, and why it cannot be used now.

It knows actions only as Qt has them: their words, keys, tooltip and whether they are enabled.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from citeria_desktop.actions.build import Actions, translated
from citeria_desktop.actions.catalogue import ACTIONS, MENUS
from citeria_desktop.language import lists
from citeria_desktop.theme import Theme, font

ACTION_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()
_ROW: Final = 34


@dataclass(frozen=True, slots=True)
class Entry:
    """An action as the palette shows it: its words, the menu it stands in, its keys."""

    action: QAction
    text: str
    menu: str
    keys: str

    @classmethod
    def of(cls, action: QAction, menu: str) -> "Entry":
        """The entry of an action of a menu."""
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return cls(action, action.text().replace("&", "").rstrip("…"), menu, keys)

    def score(self, words: Sequence[str]) -> tuple[int, int] | None:
        """How well every one of `words` is found: smaller is better, None where one is not there."""
        text, whole = self.text.casefold(), f"{self.text} {self.menu}".casefold()
        if any(word not in whole for word in words):
            return None
        starts = sum(not any(part.startswith(word) for part in text.split()) for word in words)
        return starts, text.find(words[0]) if words and words[0] in text else len(text)


def entries(actions: Actions) -> list[Entry]:
    """Every action in the order of the menus, then those that no menu has."""
    placed = {name: translated(title) for title, names in MENUS for name in names if name in actions}
    others = {spec.id: "" for spec in ACTIONS if spec.id not in placed}
    return [Entry.of(actions[name], menu) for name, menu in (placed | others).items()]


class PaletteModel(QAbstractListModel):
    """The entries that hold every word sought, the best match first; without words in the order of the menus."""

    def __init__(self, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = tuple(entries)
        self.entries = self._all

    def seek(self, text: str) -> None:
        """Keep what holds every word of `text`."""
        words = text.casefold().split()
        scored = [(entry.score(words), entry) for entry in self._all]
        found = [(score, entry) for score, entry in scored if score is not None]
        self.beginResetModel()
        self.entries = tuple(entry for _, entry in (sorted(found, key=lambda pair: pair[0]) if words else found))
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Entries found."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of an entry, or the entry itself."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == ACTION_ROLE:
            return entry
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.action.toolTip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            why = "" if entry.action.isEnabled() else entry.action.toolTip()
            return lists.clauses((entry.text, entry.menu, entry.keys, why))
        return None


class _Delegate(QStyledItemDelegate):
    """One line an action: its words, then its menu or why it cannot be used, its keys at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """As high as a comfortable line."""
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Ground, words, keys."""
        entry, theme = index.data(ACTION_ROLE), self._theme
        rect: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("selection"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.colour("accent"))
        usable = entry.action.isEnabled()
        inner = rect.adjusted(14, 0, -14, 0)
        painter.setFont(font(12))
        metrics = painter.fontMetrics()
        keys = metrics.horizontalAdvance(entry.keys)
        painter.setPen(theme.colour("muted"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, entry.keys)
        painter.setFont(font(13))
        painter.setPen(theme.colour("text" if usable else "muted"))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, entry.text)
        used = painter.fontMetrics().horizontalAdvance(entry.text) + 12
        painter.setFont(font(12))
        painter.setPen(theme.colour("muted"))
        room = inner.adjusted(used, 0, -keys - 12, 0)
        beside = metrics.elidedText(
            entry.menu if usable else entry.action.toolTip(), Qt.TextElideMode.ElideRight, max(0, room.width())
        )
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, beside)
        painter.restore()


class PaletteDialog(QDialog):
    """Type, choose with the arrows, Enter. An action that cannot be used says why and stays."""

    def __init__(self, entries: Sequence[Entry], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Commands"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.model = PaletteModel(entries, self)
        self.sought = QLineEdit()
        self.sought.setPlaceholderText(self.tr("What do you want to do?"))
        self.sought.setAccessibleName(self.tr("Command to find"))
        self.sought.textChanged.connect(self._seek)
        self.sought.returnPressed.connect(self.accept)
        self.list = QListView()
        self.list.setProperty("card", "plain")
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Delegate(theme, self.list))
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.activated.connect(lambda *_: self.accept())
        self.list.clicked.connect(lambda *_: self.accept())
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.told = QLabel()
        self.told.setProperty("role", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.sought)
        column.addWidget(self.list, 1)
        column.addWidget(self.told)
        self.resize(640, 460)
        self._seek("")

    def showEvent(self, event: QShowEvent) -> None:
        """The caret stands where the words are typed."""
        super().showEvent(event)
        self.sought.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows and page keys walk through the list while the caret stays in the line."""
        page = max(1, self.list.viewport().height() // _ROW)
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and self.model.entries:
            row = min(max(0, self.list.currentIndex().row() + step), len(self.model.entries) - 1)
            self.list.setCurrentIndex(self.model.index(row))
        else:
            super().keyPressEvent(event)

    def accept(self) -> None:
        """Do what is chosen, once the palette is gone."""
        entry = self.list.currentIndex().data(ACTION_ROLE)
        if entry is None:
            return
        if not entry.action.isEnabled():
            self.told.setText(entry.action.toolTip())
            return
        super().accept()
        entry.action.trigger()

    def _seek(self, text: str) -> None:
        self.model.seek(text)
        count = len(self.model.entries)
        self.list.setCurrentIndex(self.model.index(0) if count else QModelIndex())
        shown = self.tr("↑ ↓ choose · Enter does it · Esc leaves")
        self.told.setText(shown if count else self.tr("No command has these words"))
