"""A page of sections, as the inspector stacks them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget


class Page(QWidget):
    """Lines under each other, with headed sections."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(14, 12, 14, 16)
        self.lines.setSpacing(6)

    def section(self, title: str) -> None:
        """Begin a section."""
        label = QLabel(title.upper())
        label.setProperty("role", "section")
        label.setContentsMargins(0, 10, 0, 0)
        self.lines.addWidget(label)
