"""Describe a source that is not in the project yet: its kind, title, authors, publisher, year and address."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from citeria_core.cite import authors_from_text, suggest_key
from citeria_core.model import Source
from citeria_db import operations
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.panels.chooser import Chooser

# CSL 1.0.2 item types that an index team cites, in the words of people.
TYPES: Final = {
    "report": "Report",
    "webpage": "Web page",
    "article-newspaper": "News article",
    "article-journal": "Journal article",
    "dataset": "Data set",
    "book": "Book",
    "chapter": "Chapter",
    "paper-conference": "Conference paper",
    "legislation": "Law or policy",
    "document": "Other document",
}


class AddSourceDialog(QDialog):
    """A form whose key is suggested from author and year until somebody types one."""

    added = Signal(str)  # the key of the new source

    def __init__(self, bridge: SessionBridge, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Add a source"))
        self.type = Chooser()
        for value, name in TYPES.items():
            self.type.addItem(name, value)
        self.title = QLineEdit(title)
        self.authors = QLineEdit()
        self.authors.setPlaceholderText(self.tr("Riemer, Kai; Peter, Sandra; or an organisation"))
        self.publisher = QLineEdit()
        self.year = QLineEdit()
        self.year.setPlaceholderText("2020")
        self.url = QLineEdit()
        self.url.setPlaceholderText(self.tr("Address of the page or file"))
        self.key = QLineEdit()
        self.why = QLabel()
        self.why.setProperty("role", "warn")
        self.why.setWordWrap(True)
        self.why.hide()
        self.add = QPushButton(self.tr("Add this source"))
        self.add.setProperty("kind", "primary")
        self.add.setDefault(True)
        self._lay_out()
        for field in (self.title, self.authors, self.publisher, self.year):
            field.textChanged.connect(self._suggest)
        self.add.clicked.connect(self.accept)
        self._suggest()
        self.authors.setFocus()

    def csl(self) -> Mapping[str, object]:
        """The source as CSL-JSON, without what was left empty."""
        year = self.year.text().strip()
        fields: dict[str, object] = {
            "type": self.type.currentData(),
            "title": self.title.text().strip(),
            "author": authors_from_text(self.authors.text()),
            "publisher": self.publisher.text().strip(),
            "issued": {"date-parts": [[int(year)]]} if year.isdigit() else {"raw": year} if year else None,
            "URL": self.url.text().strip(),
        }
        return {name: value for name, value in fields.items() if value}

    def accept(self) -> None:
        """Add the source; what is missing is said in the dialog, which stays open."""
        if not self.title.text().strip():
            self._refuse(self.tr("A source needs a title."), self.title)
            return
        key = self.key.text().strip()
        if not key:
            self._refuse(self.tr("A source needs a key, such as riemer-2020."), self.key)
            return
        if key in self._keys():
            self._refuse(self.tr("The key “{0}” is taken. Choose another.").format(key), self.key)
            return
        if self._bridge.run(operations.add_source, Source(key=key, csl=self.csl())) is not None:
            self.added.emit(key)
            super().accept()

    def _keys(self) -> set[str]:
        return {source.key for source in self._bridge.session.project.sources.all()}

    def _suggest(self) -> None:
        if not self.key.isModified():
            self.key.setText(suggest_key(self.csl(), self._keys()))

    def _refuse(self, why: str, field: QLineEdit) -> None:
        self.why.setText(why)
        self.why.show()
        field.setFocus()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Type"), self.type),
            (self.tr("Title"), self.title),
            (self.tr("Authors"), self.authors),
            (self.tr("Publisher"), self.publisher),
            (self.tr("Year"), self.year),
            (self.tr("Address"), self.url),
            (self.tr("Key"), self.key),
        )
        for name, widget in rows:
            widget.setAccessibleName(name)
            form.addRow(name, widget)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setProperty("kind", "ghost")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self.why)
        layout.addLayout(buttons)
        self.setMinimumWidth(460)
