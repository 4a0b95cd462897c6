"""What went wrong, above the work and not in its way: words to copy, until closed or until the next step succeeds."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from citeria_desktop.icons import icon, pixmap
from citeria_desktop.theme import Theme


class Banner(QFrame):
    """One message at a time."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Banner")
        self._sign = QLabel()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.copy = _button(self.tr("Copy the message"))
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self.words.text()))
        self.dismiss = _button(self.tr("Close the message"))
        self.dismiss.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self.words, 1)
        row.addWidget(self.copy)
        row.addWidget(self.dismiss)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._sign.setPixmap(pixmap("circle-alert", theme.colour("bad"), 16, 2))
        self.copy.setIcon(icon("copy", theme.colour("muted")))
        self.dismiss.setIcon(icon("x", theme.colour("muted")))

    def tell(self, words: str) -> None:
        """Show a message."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self.show()


def _button(name: str) -> QToolButton:
    button = QToolButton()
    button.setProperty("kind", "ghost")
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setIconSize(QSize(16, 16))
    return button
