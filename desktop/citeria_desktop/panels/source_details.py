"""One source in full: its reference, address and note, and every cell that cites it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from citeria_core.cite import reference
from citeria_core.model import Source
from citeria_desktop.delegates.row_delegate import TextDelegate
from citeria_desktop.models.cited_model import CitedModel, uses_of
from citeria_desktop.models.source_model import Entry
from citeria_desktop.panels.flow import FlowLayout
from citeria_desktop.panels.row_table import RowTable
from citeria_desktop.panels.words import Words
from citeria_desktop.theme import Theme

if TYPE_CHECKING:
    from citeria_desktop.bridge import SessionBridge


class SourceDetails(QFrame):
    """The source chosen in the list; `cell_requested` is a double click, or Enter, on a cell that cites it."""

    cell_requested = Signal(str, str)

    def __init__(self, bridge: "SessionBridge", theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._source: Source | None = None
        self.title = Words(role="strong")
        self.kind = Words(role="small")
        self.reference = Words()
        self.note_title, self.note = QLabel(self.tr("NOTE")), Words(role="muted")
        self.cited_title = QLabel()
        for title in (self.note_title, self.cited_title):
            title.setProperty("role", "section")
        self.copy = QPushButton(self.tr("Copy reference"))
        self.copy.clicked.connect(self.copy_reference)
        self.edit = QPushButton(self.tr("Edit source…"))
        self.edit.clicked.connect(self.edit_source)
        self.open = QPushButton(self.tr("Open address"))
        self.open.clicked.connect(self._open)
        self.cited = CitedModel(self)
        self.table = RowTable(self.cited, theme, row_height=28)
        self.table.setAccessibleName(self.tr("Cells that cite this source"))
        self.table.opened.connect(self._go)
        self.table.paint_with(
            TextDelegate(theme, self.table, size=12),
            TextDelegate(theme, self.table, size=12, token="muted"),
            TextDelegate(theme, self.table, size=12, token="muted"),
            TextDelegate(theme, self.table, size=12),
        )
        self.table.set_widths(92, 0, 68, 76)
        self.table.header.alignments = {3: Qt.AlignmentFlag.AlignRight}
        self._lay_out()
        self.show_entry(None)

    def set_theme(self, theme: Theme) -> None:
        """Dress in another theme."""
        self.table.set_theme(theme)

    def show_entry(self, entry: Entry | None) -> None:
        """Show a source in full, or nothing."""
        self._source = entry.source if entry is not None else None
        self.inside.setVisible(entry is not None)
        if entry is None:
            return
        source = entry.source
        self.title.setText(source.title)
        self.kind.setText(" · ".join(filter(None, (entry.kind, source.character, source.key))))
        self.reference.setText(reference(source))
        self.note.setText(source.note)
        self.note_title.setVisible(bool(source.note))
        self.note.setVisible(bool(source.note))
        self.edit.setEnabled(not self._bridge.session.project.read_only)
        self.open.setEnabled(bool(source.url))
        self.open.setToolTip(source.url or self.tr("This source has no address"))
        self._show_uses(source)

    def edit_source(self) -> None:
        """Open the form of this source."""
        if self._source is not None:
            from citeria_desktop.dialogs.add_source import EditSourceDialog

            EditSourceDialog(self._bridge, self._source.key, self).open()

    def copy_reference(self) -> None:
        """Put the reference on the clipboard."""
        if self._source is not None:
            QGuiApplication.clipboard().setText(reference(self._source))

    def _lay_out(self) -> None:
        self.inside = QWidget()
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.setSpacing(8)
        buttons = FlowLayout(across=8, down=8)
        for button in (self.edit, self.copy, self.open):
            buttons.addWidget(button)
        for label in (self.title, self.kind, self.reference):
            head.addWidget(label)
        head.addLayout(buttons)
        head.addWidget(self.note_title)
        head.addWidget(self.note)
        head.addSpacing(4)
        head.addWidget(self.cited_title)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.inside)

    def _show_uses(self, source: Source) -> None:
        project = self._bridge.session.project
        areas = {area.code: area.name() for area in project.areas.all()}
        indicators = {indicator.code: indicator.name for indicator in project.indicators.all()}
        uses = uses_of(source.key, project.observations.citing(source.key), areas, indicators)
        self.cited.show(uses)
        self.table.setVisible(bool(uses))
        told = self.tr("CITED BY {count} VALUES") if len(uses) != 1 else self.tr("CITED BY {count} VALUE")
        self.cited_title.setText(told.format(count=len(uses)) if uses else self.tr("NO VALUE CITES THIS SOURCE YET"))

    def _go(self, row: int) -> None:
        use = self.cited.uses[row]
        self._bridge.select(use.area, use.indicator)
        self.cell_requested.emit(use.area, use.indicator)

    def _open(self) -> None:
        if self._source is not None and self._source.url:
            QDesktopServices.openUrl(QUrl(self._source.url))
