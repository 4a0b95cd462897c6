"""Describe a source that is not in the project yet, or change one that is: fields, and in the dialog what they lack."""

import re
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from citeria_core.cite import reference, suggest_key
from citeria_core.errors import KnownError
from citeria_core.model import Source
from citeria_db import operations, source_operations
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs.foot import Foot
from citeria_desktop.dialogs.source_form import SourceForm
from citeria_desktop.language.phrases import error_words
from citeria_desktop.panels.source_findings import reason_words
from citeria_desktop.panels.words import Words, line, link

_FEWEST_WORDS: Final = 3  # of a title; less is a name, a year or a key that was looked for
_DOI: Final = re.compile(r"(?:https?://doi\.org/)?10\.\d{4,}/\S+")


class SourceDialog(QDialog):
    """A form with a place for what is wrong; the button or Ctrl+Enter sends it, Enter only goes on."""

    def __init__(self, bridge: SessionBridge, title: str, button: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.form = SourceForm()
        self.title, self.authors, self.publisher = self.form.title, self.form.authors, self.form.publisher
        self.year, self.url, self.doi, self.key = self.form.year, self.form.url, self.form.doi, self.form.key
        self.why = QLabel()
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.why.setProperty("role", "warn")
        self.why.setWordWrap(True)
        self.why.hide()
        self.add = QPushButton(button)
        self.add.setToolTip(self.tr("Ctrl+Enter"))
        self.add.clicked.connect(self.accept)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.accept)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        buttons = Foot(cancel, self.add, on_enter=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        self.inside = layout
        layout.addWidget(self.form)
        layout.addWidget(self.why)
        layout.addLayout(buttons)
        self.setMinimumWidth(480)

    def refuse(self, why: str, field: QLineEdit) -> None:
        """Say in the dialog what is wrong, and where."""
        self.why.setText(why)
        self.why.show()
        field.setFocus()

    def lacks_title(self) -> bool:
        """Whether the title is missing; says so."""
        if self.title.text().strip():
            return False
        self.refuse(self.tr("A source needs a title."), self.title)
        return True


class AddSourceDialog(SourceDialog):
    """A new source, whose key is suggested from author and year until somebody types one.

    `sought` is what was typed where sources are looked for: it goes where it belongs, if that can be told. A source
    that is here already is told when its title, address or DOI has been typed, and can be taken instead.
    """

    added = Signal(str)  # the key of the new source

    def __init__(self, bridge: SessionBridge, sought: str = "", parent: QWidget | None = None) -> None:
        super().__init__(bridge, "", "", parent)
        self.setWindowTitle(self.tr("Add a source"))
        self.add.setText(self.tr("Add this source"))
        self._take(sought.strip())
        for field in (self.title, self.authors, self.publisher, self.year):
            field.textChanged.connect(self._suggest)
        self.alike, self.instead = Words(role="warn"), link(self.tr("Take that one"), self.take_that)
        self._found = ""
        self.inside.insertWidget(1, self.alike)
        self.inside.insertLayout(2, line(self.instead))
        for field in (self.title, self.authors, self.url, self.doi):
            field.editingFinished.connect(self.look_for_it)
        self._suggest()
        self.look_for_it()
        (self.authors if self.title.text() else self.title).setFocus()

    def csl(self) -> Mapping[str, object]:
        """The source as CSL-JSON, without what was left empty."""
        return {name: value for name, value in self.form.fields().items() if value}

    def accept(self) -> None:
        """Add the source; what is missing is said in the dialog, which stays open."""
        if self.lacks_title():
            return
        key = self.key.text().strip()
        if not key:
            self.refuse(self.tr("A source needs a key, such as riemer-2020."), self.key)
            return
        if key in self._keys():
            self.refuse(self.tr("The key “{0}” is taken. Choose another.").format(key), self.key)
            return
        if self._bridge.run(operations.add_source, Source(key=key, csl=self.csl())) is not None:
            self.added.emit(key)
            super().accept()

    def look_for_it(self) -> None:
        """Tell whether the source is here already, by DOI, address or title."""
        found = source_operations.alike(self._bridge.session.project, Source("", self.csl()))
        self.alike.setVisible(bool(found))
        self.instead.setVisible(bool(found))
        self._found = found[0][0].key if found else ""
        if found:
            held, reason = found[0]
            told = self.tr("It seems to be here already as {key} ({reason}): {reference}")
            self.alike.setText(told.format(key=held.key, reason=reason_words(reason), reference=reference(held)))

    def take_that(self) -> None:
        """Take the source that is here already, and add none."""
        self.added.emit(self._found)
        self.reject()

    def _take(self, sought: str) -> None:
        if _DOI.fullmatch(sought):
            self.doi.setText(sought)
        elif sought.startswith(("http://", "https://", "www.")):
            self.url.setText(sought)
        elif len(sought.split()) >= _FEWEST_WORDS:
            self.title.setText(sought)

    def _keys(self) -> set[str]:
        return {source.key for source in self._bridge.session.project.sources.all()}

    def _suggest(self) -> None:
        if not self.key.isModified():
            self.key.setText(suggest_key(self.csl(), self._keys()))


class EditSourceDialog(SourceDialog):
    """A source that is here: what is changed is stored as one step, what nobody touched stays to the letter."""

    def __init__(self, bridge: SessionBridge, key: str, parent: QWidget | None = None) -> None:
        super().__init__(bridge, "", "", parent)
        self.setWindowTitle(self.tr("Edit the source {0}").format(key))
        self.add.setText(self.tr("Save the changes"))
        self._key = key
        self.form.show_source(bridge.session.project.sources.get(key))
        self.key.setReadOnly(True)
        self.key.setToolTip(self.tr("Files and notes name a source by its key, so it stays"))
        self._before = self.form.fields()
        self.title.setFocus()
        self.title.end(False)
        self.title.home(True)  # selected from its end, so that its beginning is seen

    def accept(self) -> None:
        """Store what differs; what cannot be is said in the dialog."""
        if self.lacks_title():
            return
        now = self.form.fields()
        changed = {name: value for name, value in now.items() if value != self._before[name]}
        if changed:
            try:
                self._bridge.session.run(source_operations.edit_source, self._key, changed)
            except KnownError as error:
                self.refuse(error_words(error), self.title)
                return
        super().accept()
