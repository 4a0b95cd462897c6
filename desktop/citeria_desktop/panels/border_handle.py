"""The border at the right of a part's lane: dragged, or moved by keys, it gives the part another weight."""

from decimal import Decimal

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from citeria_desktop.theme import Theme

WIDTH = 15  # wide enough to be grabbed without aiming
_SMALL = Decimal(1)
_LARGE = Decimal(5)
COARSE, MIDDLE, FINE = Decimal(5), Decimal(1), Decimal("0.1")


def snap_of(modifiers: Qt.KeyboardModifier) -> Decimal:
    """What a drag snaps to: 5, with Shift 1, with Alt 0.1 per cent."""
    if modifiers & Qt.KeyboardModifier.AltModifier:
        return FINE
    return MIDDLE if modifiers & Qt.KeyboardModifier.ShiftModifier else COARSE


class BorderHandle(QWidget):
    """Says what was done to it; what that means for the weights is decided elsewhere."""

    grabbed = Signal()
    dragged = Signal(float, object)  # pixels from where it was grabbed; the step to snap to
    released = Signal()
    stepped = Signal(object)  # Decimal
    typed = Signal(str)  # the first sign of a number
    kept = Signal()  # Enter, or the focus went elsewhere
    restored = Signal()  # Escape
    locked = Signal()  # L: lock or unlock
    menu_wanted = Signal(object)  # QPoint on the screen

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grip: float | None = None
        self._hovered = False
        self.is_locked = False
        self.setFixedWidth(WIDTH)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_theme(self, theme: Theme) -> None:
        """Dress in another theme."""
        self._theme = theme
        self.update()

    @property
    def dragging(self) -> bool:
        """Whether the mouse holds it."""
        return self._grip is not None

    def paintEvent(self, event: QPaintEvent) -> None:
        """A small upright bar; a ring where the keys go to it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.colour("muted" if self.is_locked else "accent")
        bright = self._hovered or self.hasFocus() or self.dragging
        colour.setAlphaF(1.0 if bright else 0.65)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        bar = QRectF(0, 0, 5 if bright else 4, min(22.0, self.height()))
        bar.moveCenter(QRectF(self.rect()).center())
        painter.drawRoundedRect(bar, 2, 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self._theme.colour("accent"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 2, -1, -2), 4, 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grab it."""
        if event.button() == Qt.MouseButton.LeftButton and not self.is_locked:
            self._grip = event.globalPosition().x()
            self.grabbed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell how far it was dragged, in pixels of the screen, since the border itself moves along."""
        if self._grip is not None:
            self.dragged.emit(event.globalPosition().x() - self._grip, snap_of(event.modifiers()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: this is the step."""
        if self._grip is not None and event.button() == Qt.MouseButton.LeftButton:
            self._grip = None
            self.released.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows step, a digit begins a number, Enter keeps, Escape restores, L locks."""
        sign = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}.get(
            Qt.Key(event.key())
        )
        if event.key() == Qt.Key.Key_Escape:
            self._grip = None
            self.restored.emit()
        elif event.key() == Qt.Key.Key_L:
            self.locked.emit()
        elif sign and not self.is_locked:
            self.stepped.emit((_LARGE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _SMALL) * sign)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kept.emit()
        elif event.text().isdigit() and not self.is_locked:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What else can be done with this part."""
        self.menu_wanted.emit(event.globalPos())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving keeps what the keys did."""
        super().focusOutEvent(event)
        self.update()
        if event.reason() != Qt.FocusReason.PopupFocusReason and not self.dragging:
            self.kept.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Brighten under the pointer."""
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Back to quiet."""
        self._hovered = False
        self.update()
