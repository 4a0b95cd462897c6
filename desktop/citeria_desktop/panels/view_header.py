"""The strip at the top of every view: its title, chips beside it, actions at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget


class ViewHeader(QFrame):
    """A title on a hairline; `add` puts widgets after the title, `add_right` at the right end."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ViewHeader")
        self.setFixedHeight(44)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(16, 0, 12, 0)
        self._line.setSpacing(8)
        self.title = QLabel(title)
        self.title.setProperty("role", "title")
        self._line.addWidget(self.title)
        self._line.addStretch(1)
        self._right = 2  # where the stretch is, counted from one

    def add(self, widget: QWidget) -> None:
        """Put `widget` after what stands at the left."""
        self._line.insertWidget(self._right - 1, widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._right += 1

    def add_right(self, widget: QWidget) -> None:
        """Put `widget` at the right end."""
        self._line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_wide(self, widget: QWidget) -> None:
        """Put `widget` at the right end, as wide as it may be."""
        self._line.addWidget(widget, 100)
