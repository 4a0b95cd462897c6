"""Fields of a form without a button: what is typed or chosen is stored once, when it is done, as one step."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent, QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from citeria_desktop.panels.chooser import Chooser

_CODE_ROLE: Final = int(Qt.ItemDataRole.UserRole)
Store = Callable[[str], object]  # falsy: it could not be stored, and the text stays to be mended
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CommitLine(QLineEdit):
    """A line of text: Enter or leaving stores it, Escape brings back what holds."""

    def __init__(self, name: str, store: Store, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = ""
        self._store = store
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)

    @property
    def dirty(self) -> bool:
        """Whether something else stands here than what holds."""
        return self.text().strip() != self._held

    def show_text(self, text: str, *, keep: bool = False) -> None:
        """Show what holds now; with `keep`, what is being typed stays."""
        kept = keep and self.dirty
        self._held = text
        if not kept and self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def commit(self) -> None:
        """Store what was typed, if it is something else."""
        if self.dirty and self._store(self.text().strip()):
            self.setText(self._held)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter stores, Escape takes back."""
        if event.key() in _ENTER:
            self.commit()
        elif event.key() == Qt.Key.Key_Escape and self.dirty:
            self.setText(self._held)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving stores; what was typed is never dropped."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()


class CommitText(QPlainTextEdit):
    """Several lines of text: leaving or Ctrl+Enter stores them, Escape brings back what holds."""

    def __init__(self, name: str, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = ""
        self._store = store
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(76)

    @property
    def dirty(self) -> bool:
        """Whether something else stands here than what holds."""
        return self.toPlainText().strip() != self._held.strip()

    def show_text(self, text: str, *, keep: bool = False) -> None:
        """Show what holds now; with `keep`, what is being typed stays."""
        kept = keep and self.dirty
        self._held = text
        if not kept and self.toPlainText() != text:
            self.setPlainText(text)

    def commit(self) -> None:
        """Store what was typed, if it is something else."""
        if self.dirty:
            self._store(self.toPlainText().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter stores, Escape takes back."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.commit()
        elif event.key() == Qt.Key.Key_Escape and self.dirty:
            self.setPlainText(self._held)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving stores; what was typed is never dropped."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()


class Choice(Chooser):
    """One of several, by value; the wheel scrolls the page and never chooses."""

    picked = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(Chooser.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self._values: list[object] = []
        self._words: list[str] = []
        self.activated.connect(lambda row: self.picked.emit(self._values[row]))

    def show_choices(self, choices: Sequence[tuple[str, object]], chosen: object) -> None:
        """Offer these (words, value) with one of them chosen."""
        self._values, words = [value for _, value in choices], [words for words, _ in choices]
        if words != self._words:
            self.clear()
            self.addItems(words)
            self._words = words
        self.setCurrentIndex(self._values.index(chosen) if chosen in self._values else -1)

    @property
    def value(self) -> object:
        """What is chosen."""
        return self._values[self.currentIndex()] if self.currentIndex() >= 0 else None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()


class CheckList(QListWidget):
    """Things of which some are in; Space or a click puts one in or takes it out."""

    toggled = Signal(str, bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "plain")
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setMinimumHeight(132)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(self._tell)

    def show_items(self, items: Iterable[tuple[str, str, bool]], *, keep: bool = False) -> None:
        """Show these (code, words, whether it is in), those that are in first; with `keep` the order stays."""
        wanted = {code: (words, inside) for code, words, inside in items}
        held = [str(self.item(at).data(_CODE_ROLE)) for at in range(self.count())]
        self.blockSignals(True)
        if keep and set(held) == set(wanted):  # told while one is being ticked: none may go
            for at, code in enumerate(held):
                words, inside = wanted[code]
                self.item(at).setText(words)
                self.item(at).setCheckState(Qt.CheckState.Checked if inside else Qt.CheckState.Unchecked)
            self.blockSignals(False)
            self.viewport().update()
            return
        self.clear()
        for code, (words, inside) in sorted(wanted.items(), key=lambda item: not item[1][1]):
            item = QListWidgetItem(words, self)
            item.setData(_CODE_ROLE, code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if inside else Qt.CheckState.Unchecked)
        self.blockSignals(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by key stands on a row."""
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)

    def codes(self, *, inside: bool = False) -> list[str]:
        """The codes in the order shown; with `inside` only of those that are in."""
        items = (self.item(at) for at in range(self.count()))
        checked = Qt.CheckState.Checked
        return [str(item.data(_CODE_ROLE)) for item in items if not inside or item.checkState() == checked]

    def _tell(self, item: QListWidgetItem) -> None:
        self.toggled.emit(str(item.data(_CODE_ROLE)), item.checkState() == Qt.CheckState.Checked)


class OrderedCheckList(CheckList):
    """A check list whose things that are in have an order: dragged, or moved with Alt and the arrow keys."""

    ordered = Signal(list)  # the codes of those that are in, in their new order

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def show_items(self, items: Iterable[tuple[str, str, bool]], *, keep: bool = False) -> None:
        """Show these in their order, those that are in first; what is current stays current."""
        wanted = list(items)
        inside = [code for code, _, is_in in wanted if is_in]
        row, held = self.currentRow(), self.codes()
        super().show_items(wanted, keep=keep and self.codes(inside=True) == inside)
        if 0 <= row < len(held) and held[row] in self.codes():
            self.setCurrentRow(self.codes().index(held[row]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves the current one by one place."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if not step or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        inside, row = self.codes(inside=True), self.currentRow()
        code = self.codes()[row] if row >= 0 else ""
        place = inside.index(code) + step if code in inside else -1
        if 0 <= place < len(inside):
            inside.remove(code)
            inside.insert(place, code)
            self.ordered.emit(inside)

    def dropEvent(self, event: QDropEvent) -> None:
        """Where one was dropped among those that are in, is its place."""
        before = self.codes(inside=True)
        super().dropEvent(event)
        if self.codes(inside=True) != before:
            self.ordered.emit(self.codes(inside=True))
