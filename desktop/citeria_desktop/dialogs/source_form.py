"""The fields of a source, as people write them, and the bibliographic item that they make."""

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from citeria_core.cite import authors_from_text
from citeria_core.model import Source
from citeria_db.exchange import dates
from citeria_desktop.language.phrases import say
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
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SourceForm(QWidget):
    """One line a field; Enter goes to the next one and never sends what is half filled in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.type = Chooser()
        self.title, self.authors, self.publisher, self.year = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.url, self.doi, self.accessed, self.key = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.authors.setPlaceholderText(self.tr("Riemer, Kai; Peter, Sandra; or an organisation"))
        self.year.setPlaceholderText(self.tr("2020, or 2020-07-08"))
        self.url.setPlaceholderText(self.tr("Address of the page or file"))
        self.doi.setPlaceholderText("10.1000/182")
        self.accessed.setPlaceholderText(self.tr("The day it was read: 2026-11-22"))
        for value, name in TYPES.items():
            self.type.addItem(say(name), value)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Type"), self.type),
            (self.tr("Title"), self.title),
            (self.tr("Authors"), self.authors),
            (self.tr("Publisher"), self.publisher),
            (self.tr("Published"), self.year),
            (self.tr("Address"), self.url),
            (self.tr("DOI"), self.doi),
            (self.tr("Accessed"), self.accessed),
            (self.tr("Key"), self.key),
        )
        for name, widget in rows:
            widget.setAccessibleName(name)
            form.addRow(name, widget)

    def show_source(self, source: Source) -> None:
        """Write a source into the fields; a type that is not among those offered is offered as it is called."""
        csl = source.csl
        kind = str(csl.get("type") or "document")
        if self.type.findData(kind) < 0:
            self.type.addItem(kind.replace("-", " ").capitalize(), kind)
        self.type.setCurrentIndex(self.type.findData(kind))
        self.title.setText(source.title)
        self.authors.setText(_names(csl.get("author")))
        self.publisher.setText(str(csl.get("publisher") or ""))
        self.year.setText(dates.text_of(csl.get("issued")))
        self.url.setText(source.url)
        self.doi.setText(str(csl.get("DOI") or ""))
        self.accessed.setText(dates.text_of(csl.get("accessed")))
        self.key.setText(source.key)
        for line in self.findChildren(QLineEdit):
            line.setCursorPosition(0)

    def fields(self) -> dict[str, Any]:
        """Every field as CSL-JSON has it; None where nothing stands."""
        year, accessed = self.year.text().strip(), self.accessed.text().strip()
        found: dict[str, Any] = {
            "type": self.type.currentData(),
            "title": self.title.text().strip(),
            "author": authors_from_text(self.authors.text()),
            "publisher": self.publisher.text().strip(),
            "issued": dates.date(year) if year else None,
            "URL": self.url.text().strip(),
            "DOI": self.doi.text().strip().removeprefix("https://doi.org/"),
            "accessed": dates.date(accessed) if accessed else None,
        }
        return {name: value or None for name, value in found.items()}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter walks on."""
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


def _names(authors: object) -> str:
    """Names as `authors_from_text` reads them."""
    told = []
    for name in authors if isinstance(authors, list | tuple) else ():
        if isinstance(name, Mapping):
            lead = str(name.get("literal") or name.get("family") or "")
            given = str(name.get("given") or "")
            told.append(f"{lead}, {given}" if given and "literal" not in name else lead or given)
    return "; ".join(told)
