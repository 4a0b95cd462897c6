"""What a new project begins with: nothing, or a template; then the window asks where to keep it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from citeria_db import templates
from citeria_desktop.dialogs.foot import Foot
from citeria_desktop.language.phrases import say
from citeria_desktop.panels.words import Words

BLANK = ""


class NewProjectDialog(QDialog):
    """`chosen` carries the name of a template, or "" for a blank project."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("New project"))
        self.setAccessibleName(self.tr("New project"))
        head = QLabel(self.tr("What do you begin with?"))
        head.setProperty("role", "title")
        self.options: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(4)
        column.addWidget(head)
        column.addSpacing(8)
        blank = self.tr("You add areas, indicators and an index by name, or read them from a table.")
        self._offer(column, BLANK, self.tr("A blank project"), blank)
        for name, words in templates.NAMES.items():
            title, _, about = say(words).replace("：", ": ").partition(": ")
            self._offer(
                column, name, title, self.tr("{0}. It holds no areas and no values.").format(about.capitalize())
            )
        self.options[BLANK].setChecked(True)
        self.go_on = QPushButton(self.tr("Choose a file…"))
        self.go_on.clicked.connect(self.accept)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        column.addStretch(1)
        column.addLayout(Foot(cancel, self.go_on))
        self.setMinimumWidth(440)
        self.resize(440, 240)

    def accept(self) -> None:
        """Tell what was chosen."""
        template = next(name for name, option in self.options.items() if option.isChecked())
        super().accept()
        self.chosen.emit(template)

    def _offer(self, column: QVBoxLayout, name: str, title: str, about: str) -> None:
        option = QRadioButton(title)
        option.setAccessibleDescription(about)
        self._group.addButton(option)
        self.options[name] = option
        words = Words(about, "small")
        words.setContentsMargins(24, 0, 0, 8)
        column.addWidget(option)
        column.addWidget(words)
