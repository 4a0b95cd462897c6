"""Citing by typing: part of an author, title, year or key finds the source, the one used last standing first."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from citeria_core.cite import short_form
from citeria_core.model import Source
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.models.carried import SOURCE, carrying_source
from citeria_desktop.models.tips import tip

AnyIndex = QModelIndex | QPersistentModelIndex
_MOST: Final = 6  # sources offered at once
_SPARE: Final = 4  # pixels by which Qt measures two lines with Chinese in both too low
_ROW: Final = 40


class _Line(QLineEdit):
    """A line whose arrow keys, Enter and Escape belong to the list below it while that is open."""

    pressed = Signal(int)

    def __init__(self, owner: "SourceField") -> None:
        super().__init__(owner)
        self._owner = owner

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the list's keys on."""
        listed = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
        if (
            self._owner.offering
            and event.key() in listed
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.pressed.emit(event.key())
        else:
            super().keyPressEvent(event)


class _TwoLines(QStyledItemDelegate):
    """Gives a row of two lines the height that it has with Chinese in both."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Qt's own hint and a little more."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), hint.height() + _SPARE)


class _Offers(QListWidget):
    """The sources offered; one can be dragged onto cells of the grid."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_TwoLines(self))
        self.setDragEnabled(True)
        self.setDragDropMode(QListWidget.DragDropMode.DragOnly)

    def mimeTypes(self) -> list[str]:
        """What is dragged."""
        return [SOURCE, "text/plain"]

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        """The source of the row; the rows that are none carry nothing."""
        keys = [str(item.data(Qt.ItemDataRole.UserRole) or "") for item in items]
        return carrying_source(keys[0]) if keys and keys[0] else QMimeData()


class SourceField(QWidget):
    """A line of text with the matching sources below it."""

    chosen = Signal(str)  # key; "" when the text was changed again
    entered = Signal()  # Enter with a source chosen
    new_wanted = Signal(str)  # the text that no source matched

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.key = ""
        self.line = _Line(self)
        self.line.setPlaceholderText(self.tr("Type author, title, year or key"))
        self.line.setAccessibleName(self.tr("Source"))
        self.list = _Offers()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setAccessibleName(self.tr("Matching sources"))
        self.list.setProperty("card", "plain")
        self.list.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._offer)
        self.line.pressed.connect(self._steer)
        self.line.returnPressed.connect(self._enter)
        self.list.itemClicked.connect(self._take)

    @property
    def offering(self) -> bool:
        """Whether the list is open."""
        return not self.list.isHidden()

    def choose(self, key: str) -> None:
        """Take a source by its key."""
        source = self._bridge.session.project.sources.get(key)
        self.key = key
        self.line.setText(short_form(source))
        self.line.setToolTip(tip(source.title))
        self.line.setCursorPosition(0)
        self.list.hide()
        self.chosen.emit(key)

    def clear(self) -> None:
        """Begin again."""
        self.key = ""
        self.line.clear()
        self.list.hide()

    def offer_all(self) -> None:
        """Open the list without a word typed: the sources used last."""
        self._offer(self.line.text())

    def _offer(self, text: str) -> None:
        if self.key:
            self.key = ""
            self.chosen.emit("")
        self.list.clear()
        found = self._bridge.session.project.sources.search(text)
        for source in found[:_MOST]:
            self._add(f"{short_form(source)}\n{source.title}", source.key, source.title)
        if len(found) > _MOST:
            self._note(self.tr("{0} more: type more of it").format(len(found) - _MOST))
        if text.strip() and not self._bridge.session.project.read_only:
            self._add(
                self.tr("Add a new source…\n“{0}”").format(text.strip()), "", self.tr("Describe a source not here yet")
            )
        self.list.setCurrentRow(0)
        rows = self.list.count()
        self.list.setFixedHeight(sum(self.list.sizeHintForRow(row) for row in range(rows)) + 12)
        self.list.setVisible(rows > 0)

    def _add(self, text: str, key: str, told: str) -> None:
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, key)
        item.setToolTip(tip(told))
        self.list.addItem(item)

    def _note(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.addItem(item)

    def _steer(self, key: int) -> None:
        row, last = self.list.currentRow(), self.list.count() - 1
        if key == Qt.Key.Key_Escape:
            self.list.hide()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = -1 if key == Qt.Key.Key_Up else 1
            target = row + step
            while 0 <= target <= last and not self.list.item(target).flags() & Qt.ItemFlag.ItemIsSelectable:
                target += step
            self.list.setCurrentRow(min(max(target, 0), last))
        elif self.list.currentItem() is not None:
            self._take(self.list.currentItem())

    def _take(self, item: QListWidgetItem) -> None:
        if not item.flags() & Qt.ItemFlag.ItemIsSelectable:
            return
        key = item.data(Qt.ItemDataRole.UserRole)
        if key:
            self.choose(key)
        else:
            self.list.hide()
            self.new_wanted.emit(self.line.text().strip())

    def _enter(self) -> None:
        if self.key:
            self.entered.emit()
        elif not self.offering:
            self.offer_all()


def naming(source: Source) -> str:
    """A source in one line: its short form and its title."""
    return f"{short_form(source)} {source.title}".strip()
