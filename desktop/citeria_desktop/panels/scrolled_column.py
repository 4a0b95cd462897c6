"""A column of lines that scrolls down and keeps its width, whether or not there is anything to scroll."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ScrolledColumn(QScrollArea):
    """As wide as its place, with room kept for the scroll bar.

    A bar that comes and goes as lines come and go changes the width, so that all lines wrap and are laid out again:
    half of what an edit cost where the page was about as high as the window.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().rangeChanged.connect(self._show_handle)
        self._show_handle(0, 0)

    def _show_handle(self, lowest: int, highest: int) -> None:
        """The style sheet hides the handle of a bar that is disabled."""
        self.verticalScrollBar().setEnabled(highest > lowest)
