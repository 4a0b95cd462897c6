"""One source for all selected values: chosen by typing, with its role and the place in it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from citeria_core.model import Citation, Role
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs.foot import Foot
from citeria_desktop.language.phrases import say
from citeria_desktop.models.plural import counted
from citeria_desktop.models.role_words import ROLES
from citeria_desktop.panels.chooser import Chooser
from citeria_desktop.panels.source_field import SourceField


class CiteSelection(QDialog):
    """Asks for a citation; `cite_wanted` tells it, and nothing is cited here."""

    cite_wanted = Signal(object)  # Citation
    new_wanted = Signal(str)  # a source that is not in the library yet, as it was typed

    def __init__(self, bridge: SessionBridge, values: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Cite selection"))
        self.setMinimumWidth(420)
        title = QLabel(self.tr("Cite a source for {0}").format(counted(values, "value")))
        title.setProperty("role", "title")
        self.source = SourceField(bridge)
        self.role = Chooser()
        self.role.setAccessibleName(self.tr("Role of the source"))
        for role, words in ROLES.items():
            self.role.addItem(say(words), role.value)
        self.locator = QLineEdit()
        self.locator.setPlaceholderText(self.tr("Page, table or paragraph"))
        self.locator.setAccessibleName(self.tr("Locator"))
        self.cancel, self.apply = QPushButton(self.tr("Cancel")), QPushButton(self.tr("Cite this source"))
        self._lay_out(title)
        self.source.chosen.connect(lambda key: self.apply.setEnabled(bool(key)))
        self.source.entered.connect(self.locator.setFocus)
        self.source.new_wanted.connect(self.new_wanted)
        self.locator.returnPressed.connect(self.accept)
        self.apply.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.apply.setEnabled(False)
        self.source.setFocus()
        self.source.offer_all()

    def accept(self) -> None:
        """Tell what was chosen; without a source nothing happens."""
        if not self.source.key:
            self.source.setFocus()
            return
        role = Role(self.role.currentData())
        super().accept()
        self.cite_wanted.emit(Citation("", self.source.key, role, self.locator.text().strip()))

    def _lay_out(self, title: QLabel) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("Source"), self.source)
        form.addRow(self.tr("Role"), self.role)
        form.addRow(self.tr("Locator"), self.locator)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addLayout(form)
        layout.addStretch(1)
        layout.addLayout(Foot(self.cancel, self.apply, on_enter=False))
