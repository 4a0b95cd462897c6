"""One weight, typed where it is shown: exact or as a share, by arrow keys, committed on Enter or on leaving."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from citeria_core.errors import KnownError
from citeria_desktop.language.phrases import error_words
from citeria_desktop.models.typed_weight import read_weight
from citeria_desktop.theme import font

_SMALL_STEP = 1.0
_LARGE_STEP = 5.0


def written(weight: float) -> str:
    """A weight as people write it: 40, 12.5; never in powers of ten."""
    return f"{weight:.10f}".rstrip("0").rstrip(".") or "0"


class WeightField(QLineEdit):
    """Shows a weight; `committed` carries the weight typed, `refused` the words of why it cannot be one."""

    committed = Signal(float)
    refused = Signal(str)

    def __init__(self, weight: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weight = weight
        self._others: float | None = None
        self.setFont(font(13, QFont.Weight.DemiBold))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setText(written(weight))
        self.setStyleSheet("padding: 0 6px;")
        self.setFixedHeight(24)
        self.textChanged.connect(self.updateGeometry)

    @property
    def dirty(self) -> bool:
        """Whether something else stands here than the weight in the file."""
        return self.text() != written(self._weight)

    def show_weight(self, weight: float, others: float | None = None) -> None:
        """The weight in the file is now `weight`, its siblings together weigh `others`; what is being typed stays."""
        dirty = self.dirty
        self._others = others
        self._weight = weight
        if not dirty:
            self.setText(written(weight))

    def restore(self) -> None:
        """Back to the weight in the file."""
        self.setText(written(self._weight))

    def commit(self) -> None:
        """Hand over what was typed, unless it is what already holds."""
        if not self.dirty:
            return
        try:
            self._weight = read_weight(self.text(), self._others)
        except KnownError as error:
            self.refused.emit(error_words(error))
            return
        self.setText(written(self._weight))
        self.committed.emit(self._weight)

    def sizeHint(self) -> QSize:
        """As wide as its digits, two at least."""
        metrics = QFontMetrics(self.font())
        width = max(metrics.horizontalAdvance("00"), metrics.horizontalAdvance(self.text())) + 20
        return QSize(width, 24)

    def minimumSizeHint(self) -> QSize:
        """It never shrinks below its digits."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window while nothing is being typed: a focused line edit would swallow them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._leaves(event):
            event.ignore()
            return False
        return super().event(event)

    def _leaves(self, event: QKeyEvent) -> bool:
        keys = QKeySequence.StandardKey
        return not self.dirty and (event.matches(keys.Undo) or event.matches(keys.Redo))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter commits, Escape restores, Up and Down step by one, with Shift by five."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
            self.selectAll()
        elif event.key() == Qt.Key.Key_Escape and self.dirty:
            self.restore()
            self.selectAll()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            large = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            step = _LARGE_STEP if large else _SMALL_STEP
            self._step(step if event.key() == Qt.Key.Key_Up else -step)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing replaces: everything is selected on arrival by key."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving commits; it never drops what was typed."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def _step(self, step: float) -> None:
        try:
            start = read_weight(self.text(), self._others)
        except KnownError:
            start = self._weight
        self.setText(written(max(0.0, round(start + step, 10))))
        self.selectAll()
