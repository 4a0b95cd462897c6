"""One source in full: its reference, what there is to look at, and pages for its values, its copies and its upkeep."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from citeria_core.cite import reference
from citeria_core.model import Source
from citeria_db import source_operations
from citeria_db.archive import operations
from citeria_desktop.language.phrases import say
from citeria_desktop.models.source_model import Entry
from citeria_desktop.models.source_standing import Standing
from citeria_desktop.models.tips import tip
from citeria_desktop.panels.copy_opening import CopyOpener
from citeria_desktop.panels.fitted_page import FittedPage
from citeria_desktop.panels.flow import FlowLayout
from citeria_desktop.panels.page_chips import PageChips
from citeria_desktop.panels.source_copies import SUFFIXES, SourceCopies
from citeria_desktop.panels.source_findings import SourceFindings
from citeria_desktop.panels.source_upkeep import SourceUpkeep
from citeria_desktop.panels.source_uses import SourceUses
from citeria_desktop.panels.words import Words
from citeria_desktop.theme import Theme

if TYPE_CHECKING:
    from citeria_desktop.bridge import SessionBridge


_COPIES, _UPKEEP = 1, 2  # pages
_PAGE_ROOM, _LEAST_HEAD = 300, 140  # pixels that chips and pages need; what stands above them scrolls


class SourceDetails(QFrame):
    """The source chosen in the list; a file dropped on it is archived (with Alt it is linked).

    `cell_requested` is a double click, or Enter, on a cell that cites it; `merge_wanted` names the keys to merge,
    `recite_wanted` the old edition.
    """

    cell_requested = Signal(str, str)
    merge_wanted = Signal(list)
    recite_wanted = Signal(str)
    told = Signal(str)

    def __init__(
        self, bridge: "SessionBridge", theme: Theme, parent: QWidget | None = None, opener: CopyOpener | None = None
    ) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._bridge = bridge
        self._opener = opener or CopyOpener(bridge)
        self._source: Source | None = None
        self._standing = Standing()
        self.title = Words(role="strong")
        self.kind = Words(role="small")
        self.reference = Words()
        self.note_title, self.note = QLabel(self.tr("NOTE")), Words(role="muted")
        self.note_title.setProperty("role", "section")
        self.findings = SourceFindings(self.act)
        self.uses = SourceUses(bridge, theme, self._opener)
        self.copies = SourceCopies(bridge, theme, self._opener)
        self._upkeep: SourceUpkeep | None = None
        self._keys: list[str] = []
        self.cited, self.table, self.cited_title = self.uses.model, self.uses.table, self.uses.title
        self.edit = QPushButton(self.tr("Edit…"))
        self.copy = QPushButton(self.tr("Copy reference"))
        self.open = QPushButton(self.tr("Open"))
        self.more = QPushButton(self.tr("More"))
        self.edit.setAccessibleName(self.tr("Edit the source"))
        self.open.setAccessibleName(self.tr("Open the address"))
        self.more.setAccessibleName(self.tr("Merge, cite a new edition, delete"))
        self.pages = PageChips((self.tr("Values"), self.tr("Copies"), self.tr("Upkeep")))
        self.stack = QStackedWidget()
        self._build()
        self.show_entry(None)

    def set_theme(self, theme: Theme) -> None:
        """Dress in another theme."""
        self.uses.set_theme(theme)
        self.copies.set_theme(theme)

    def show_entry(self, entry: Entry | None, standing: Standing | None = None) -> None:
        """Show a source in full, as it stands, or nothing."""
        self._standing = standing or self._standing
        self._source = entry.source if entry is not None else None
        self.inside.setVisible(entry is not None)
        if entry is None:
            self.settle()
            return
        source, writable = entry.source, not self._bridge.session.project.read_only
        self.title.setText(source.title)
        self.kind.setText(" · ".join(filter(None, (entry.kind, say(source.character), source.key))))
        self.reference.setText(reference(source))
        self.note.setText(source.note)
        self.note_title.setVisible(bool(source.note))
        self.note.setVisible(bool(source.note))
        for button in (self.edit, self.more):
            button.setEnabled(writable)
        self.open.setEnabled(bool(source.url))
        self.open.setToolTip(tip(source.url) or self.tr("This source has no address"))
        self._show_pages(source)
        found = self.findings.findings_of(source.key, self._standing, self._resting)
        self.findings.show_findings(found, writable=writable)
        self.head.fit(max(_LEAST_HEAD, self.height() - _PAGE_ROOM))

    def edit_source(self) -> None:
        """Open the form of this source."""
        if self._source is not None:
            from citeria_desktop.dialogs.add_source import EditSourceDialog

            EditSourceDialog(self._bridge, self._source.key, self).open()

    def copy_reference(self) -> None:
        """Put the reference on the clipboard."""
        if self._source is not None:
            QGuiApplication.clipboard().setText(reference(self._source))

    def delete(self) -> None:
        """Delete the source, unless something names it: then the reason is told."""
        if self._source is not None:
            self._bridge.run(source_operations.remove_source, self._source.key)

    def merge(self) -> None:
        """Ask to merge this source with another."""
        if self._source is not None:
            self.merge_wanted.emit([self._source.key])

    def recite(self) -> None:
        """Ask to cite a new edition instead of this one."""
        if self._source is not None:
            self.recite_wanted.emit(self._source.key)

    def act(self, deed: str, subject: str) -> None:
        """Do what a finding offers."""
        match deed:
            case "open":
                self._opener.open_copy(self._bridge.session.project.copies.get(subject))
            case "acknowledge":
                self._bridge.run(operations.acknowledge, subject)
            case "unlink":
                self._bridge.run(operations.remove_copy, subject)
            case "recite":
                self.recite_wanted.emit(subject)
            case "merge":
                self.merge_wanted.emit(subject.split(" "))
            case "read":
                self.upkeep.mark_read()

    @property
    def upkeep(self) -> SourceUpkeep:
        """The page of upkeep, made when it is first asked for: its many fields are seldom wanted at once."""
        if self._upkeep is None:
            self._upkeep = SourceUpkeep(self._bridge)
            self._upkeep.offer_keys(self._keys)
            self._upkeep.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # it scrolls by itself
            self.stack.addWidget(self._upkeep)
            self._show_upkeep()
        return self._upkeep

    @property
    def dirty(self) -> bool:
        """Whether something typed here is not stored yet."""
        return self._upkeep is not None and self._upkeep.dirty

    def settle(self) -> None:
        """Store what was typed."""
        if self._upkeep is not None:
            self._upkeep.settle()

    def offer_keys(self, keys: list[str]) -> None:
        """The keys that are completed where another source is named."""
        if keys != self._keys:
            self._keys = keys
            if self._upkeep is not None:
                self._upkeep.offer_keys(keys)

    # -- a file dropped ----------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that can be archived; others go on to the window."""
        self.consider(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """As when they came in."""
        self.consider(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Archive what was dropped, one after the other; with Alt link it."""
        self.consider(event)
        if event.isAccepted():
            for path in archivable(event.mimeData()):
                self.copies.put_by(path, link=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
            self.pages.choose(_COPIES)

    def consider(self, event: QDropEvent) -> None:
        """Accept files that can be archived for the source shown."""
        writable = self._source is not None and not self._bridge.session.project.read_only
        if writable and archivable(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    # -- inside ------------------------------------------------------------------------------------------------------

    def _show_pages(self, source: Source) -> None:
        project = self._bridge.session.project
        doubted = project.copies.doubted({source.key})
        self.uses.show_uses(source, doubted)
        self.copies.show_copies(source.key, self._standing)
        self._show_upkeep()
        self.pages.count(source.cited, len(self.copies.model.copies), None)

    def _show_upkeep(self) -> None:
        if self._upkeep is not None and self._source is not None:
            key = self._source.key
            self._upkeep.show_source(self._source, self._bridge.session.project.sources.upkeep(key))

    def _turn(self, page: int) -> None:
        if page == _UPKEEP:
            self.stack.setCurrentWidget(self.upkeep)
        else:
            self.stack.setCurrentIndex(page)

    def _resting(self, copy: str) -> int:
        copies = self._bridge.session.project.copies
        return len(copies.resting(copies.get(copy)))

    def _open_address(self) -> None:
        if self._source is not None and self._source.url:
            self._opener.open_address(self._source.url)

    def _build(self) -> None:
        self.edit.clicked.connect(lambda _checked=False: self.edit_source())
        self.copy.clicked.connect(lambda _checked=False: self.copy_reference())
        self.open.clicked.connect(lambda _checked=False: self._open_address())
        menu = QMenu(self)
        menu.addAction(self.tr("Merge with another source…"), self.merge)
        menu.addAction(self.tr("Cite a new edition instead…"), self.recite)
        menu.addSeparator()
        menu.addAction(self.tr("Delete this source"), self.delete)
        self.more.setMenu(menu)
        self.uses.cell_requested.connect(self.cell_requested)
        self.copies.told.connect(self.told)
        for page in (self.uses, self.copies):
            self.stack.addWidget(page)
        self.pages.chosen.connect(self._turn)
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self.head.fit(max(_LEAST_HEAD, self.height() - _PAGE_ROOM))

    def _lay_out(self) -> None:
        self.inside = QWidget()
        self.inside.setObjectName("Surface")
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        page = QWidget()
        head = QVBoxLayout(page)
        head.setContentsMargins(16, 12, 16, 8)
        head.setSpacing(8)
        buttons = FlowLayout(across=8, down=8)
        for button in (self.edit, self.copy, self.open, self.more):
            buttons.addWidget(button)
        for part in (self.title, self.kind, self.findings, self.reference):
            head.addWidget(part)
        head.addLayout(buttons)
        head.addWidget(self.note_title)
        head.addWidget(self.note)
        self.head = FittedPage(page)
        column.addWidget(self.head)
        chips = QVBoxLayout()
        chips.setContentsMargins(16, 0, 16, 8)
        chips.addWidget(self.pages)
        column.addLayout(chips)
        column.addWidget(self.stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.inside)


def archivable(data: QMimeData) -> list[Path]:
    """The files among what is dragged whose names promise something that can be archived."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in SUFFIXES]
