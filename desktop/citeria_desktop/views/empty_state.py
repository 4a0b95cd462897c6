"""What stands where there is nothing yet: one sentence on what will be here, and the one action that fills it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class EmptyState(QWidget):
    """A sentence, and a button when something can be done here."""

    wanted = Signal()

    def __init__(self, sentence: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = QLabel(sentence)
        self._label.setProperty("role", "muted")
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = QPushButton(action, self)  # shown without a parent it would be a window for a moment
        self._button.setVisible(bool(action))
        self._button.clicked.connect(self.wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addStretch(2)
        layout.addWidget(self._label)  # without an alignment: Qt forgets the height of wrapped text that has one
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def offer(self, action: str) -> None:
        """Change what the button says; an empty text takes it away."""
        self._button.setText(action)
        self._button.setVisible(bool(action))

    def say(self, sentence: str) -> None:
        """Change the sentence."""
        self._label.setText(sentence)
