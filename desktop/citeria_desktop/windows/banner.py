"""What went wrong, over the top of the work, which stays put: words to copy, until closed or a step succeeds."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from citeria_desktop.icons import icon, pixmap
from citeria_desktop.theme import Theme


class Banner(QFrame):
    """One message at a time, as wide as what it lies over."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
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
        over.installEventFilter(self)
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
        self._lie()
        self.show()
        self.raise_()

    def eventFilter(self, over: QObject, event: QEvent) -> bool:
        """Stay as wide as what is below."""
        if event.type() == QEvent.Type.Resize:
            self._lie()
        return super().eventFilter(over, event)

    def _lie(self) -> None:
        over = self.parentWidget()
        layout = self.layout()
        if over is not None and layout is not None:
            layout.activate()
            self.setGeometry(0, 0, over.width(), layout.totalHeightForWidth(over.width()))


def _button(name: str) -> QToolButton:
    button = QToolButton()
    button.setProperty("kind", "ghost")
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setIconSize(QSize(16, 16))
    return button
