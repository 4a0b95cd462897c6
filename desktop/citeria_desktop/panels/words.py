"""Labels and links for panels that may be narrow: text wraps, never pushes its panel wider, and can be selected."""

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QTextLayout
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from citeria_desktop.panels.flow import FlowLayout

_WIDE: Final = 1e6  # pixels: more than any line


class Words(QLabel):
    """Wrapped, selectable text in one of the style sheet's roles."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if role:
            self.setProperty("role", role)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said = ""
        self.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the text needs at this width; a layout in a scroll area forgets to."""
        super().resizeEvent(event)
        if event.size().width() > event.oldSize().width():
            self.setMinimumHeight(0)  # or a page that was widened would keep the lines it needed before
        self._fit()

    def setText(self, text: str) -> None:
        """Show other words; fewer of them ask for less height."""
        if text == self.said:
            return
        self.said = text
        super().setText(breakable(text))
        if self.isVisible():
            self.setMinimumHeight(0)  # or it would count as what the new words need
            self._fit()

    def _fit(self) -> None:
        self.setMinimumHeight(max(0, self.heightForWidth(self.width())))


def level(figure: QLabel, words: QLabel) -> None:
    """Put a figure, written at the top of its label, on the first line of the words beside it.

    A line with Chinese in it stands lower: its signs come from another font, which reaches higher.
    """
    room = round(_ascent(words) - _ascent(figure))
    figure.setContentsMargins(0, max(0, room), 0, 0)
    words.setContentsMargins(0, max(0, -room), 0, 0)


def _ascent(label: QLabel) -> float:
    """How far the first line of a label reaches above its letters' feet."""
    layout = QTextLayout(label.text(), label.font())
    layout.beginLayout()
    line = layout.createLine()
    if line.isValid():
        line.setLineWidth(_WIDE)  # or nothing is measured
    ascent = line.ascent() if line.isValid() else 0.0
    layout.endLayout()
    return ascent


def breakable(text: str) -> str:
    """Let a line break after the marks inside a long address or key."""
    return "".join(f"{sign}\u200b" if sign in "/_&?=" else sign for sign in text)


def link(text: str, action: Callable[[], object], name: str = "") -> QPushButton:
    """A button that looks like a link; `name` is what a screen reader says of it."""
    made = QPushButton(text)
    made.setProperty("kind", "link")
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAccessibleName(name or text)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    made.clicked.connect(lambda _checked=False: action())
    return made


def chip(text: str) -> QLabel:
    """A small framed word."""
    made = QLabel(text)
    made.setProperty("role", "chip")
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def marks(texts: Iterable[str]) -> QWidget:
    """Small framed words beside each other, in as many lines as they need."""
    held = QWidget()
    flow = FlowLayout(held, across=4, down=4)
    flow.setContentsMargins(0, 0, 0, 0)
    for text in texts:
        flow.addWidget(chip(text))
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    held.setSizePolicy(policy)
    return held


def line(*widgets: QWidget, spacing: int = 8) -> QHBoxLayout:
    """Widgets beside each other, from the left."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
