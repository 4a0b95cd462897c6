"""The archived copies of one source: put by, opened, checked, written out, taken off."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from citeria_core.archived import ArchivedCopy, CopyState
from citeria_core.errors import KnownError
from citeria_db.archive import extracting, operations
from citeria_db.errors import StoppedError
from citeria_desktop.delegates.copy_delegate import CopyDelegate
from citeria_desktop.dialogs.long_step import LongStep
from citeria_desktop.language.phrases import error_words
from citeria_desktop.models.copies_model import Column, CopiesModel, size_words
from citeria_desktop.models.source_standing import Standing
from citeria_desktop.panels.copy_opening import CopyOpener
from citeria_desktop.panels.flow import FlowLayout
from citeria_desktop.panels.row_table import RowTable
from citeria_desktop.panels.words import Words
from citeria_desktop.theme import Theme

if TYPE_CHECKING:
    from citeria_desktop.bridge import SessionBridge

SUFFIXES: Final = (".pdf", ".html", ".htm", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".txt")


_Given = TypeVar("_Given")


class SourceCopies(QWidget):
    """A list of copies with what can be done; `told` is a sentence for the status line."""

    told = Signal(str)
    verified = Signal(object)  # states by id, after every byte was read

    def __init__(
        self, bridge: "SessionBridge", theme: Theme, opener: CopyOpener, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._opener = opener
        self._key = ""
        self.model = CopiesModel(self)
        self.table = RowTable(self.model, theme, row_height=44, lead=8)
        self.table.setAccessibleName(self.tr("Archived copies"))
        self.table.paint_with(*(CopyDelegate(theme, self.table, strong=at == Column.NAME) for at in Column))
        self.table.set_widths(0, 124)
        self.table.opened.connect(lambda _row: self.open())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._enable())
        self.nothing = Words(role="muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.total = QLabel()
        self.total.setProperty("role", "small")
        self.archive = self._button(self.tr("Archive a file…"), lambda: self.choose(link=False))
        self.link = self._button(self.tr("Link a file…"), lambda: self.choose(link=True))
        self.look = self._button(self.tr("Open"), self.open)
        self.save = self._button(self.tr("Save as…"), self.save_as)
        self.verify = self._button(self.tr("Verify all"), self.verify_all)
        self.acknowledge = self._button(self.tr("Acknowledge the change"), self.acknowledge_change)
        self.remove = self._button(self.tr("Remove"), self.remove_copy)
        self.link.setToolTip(self.tr("The file stays where it is; its checksum is kept"))
        self.archive.setToolTip(self.tr("The file is held inside the project; it can also be dropped here"))
        self.verify.setToolTip(self.tr("Read every byte of every copy in the project and compare checksums"))
        self._lay_out()
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table, self.remove_copy)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)

    def set_theme(self, theme: Theme) -> None:
        """Dress in another theme."""
        self.table.set_theme(theme)

    def show_copies(self, key: str, standing: Standing) -> None:
        """Show the copies of a source as they stand."""
        kept = self.chosen.id if self.chosen is not None and self._key == key else ""
        self._key = key
        copies = [copy for copy in standing.copies if copy.source == key]
        revised = frozenset(one.later.id for one in standing.revisions)
        self.model.show(copies, {copy.id: standing.state(copy) for copy in copies}, revised)
        ids = [copy.id for copy in self.model.copies]
        if ids:
            self.table.selectRow(ids.index(kept) if kept in ids else 0)
        self.table.setVisible(bool(ids))
        self.nothing.setVisible(not ids)
        self.nothing.setText(
            self.tr(
                "No copy is archived yet. Drop a PDF, a saved page or a picture here: it is held inside the project"
                " with its checksum, and a citation opens it at its page."
            )
        )
        self.total.setVisible(bool(standing.copies))
        self.total.setText(
            self.tr("The project holds {size} of archived copies.").format(
                size=size_words(self._bridge.session.project.copies.bytes_held())
            )
        )
        self._enable()

    @property
    def chosen(self) -> ArchivedCopy | None:
        """The copy that is chosen in the list."""
        row = self.table.currentIndex().row()
        return self.model.copies[row] if 0 <= row < len(self.model.copies) else None

    def choose(self, *, link: bool) -> None:
        """Ask which file to put by."""
        title = self.tr("Link a file") if link else self.tr("Archive a file")
        folder = str(self._bridge.session.project.path.parent)
        kinds = self.tr("PDF, pages, pictures, text ({0})").format(" ".join(f"*{ending}" for ending in SUFFIXES))
        dialog = QFileDialog(self, title, folder, kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.put_by(Path(name), link=link))
        dialog.open()

    def put_by(self, path: Path, *, link: bool = False) -> None:
        """Archive or link a file for the source shown; what hinders it is told."""
        advance = LongStep(self.tr("Reading {0}…").format(path.name), parent=self.window())
        run, told = self._bridge.session.run, advance.advance
        outcome = self._do(lambda: run(operations.archive, self._key, path, link=link, progress=told), advance)
        if outcome is not None and outcome.changes.step is None:
            self.told.emit(self.tr("{0} is archived for this source already, byte for byte").format(path.name))

    def open(self) -> None:
        """Open the chosen copy."""
        if self.chosen is not None:
            self._opener.open_copy(self.chosen)

    def save_as(self) -> None:
        """Ask where to write the chosen copy, as it was put by."""
        copy = self.chosen
        if copy is None:
            return
        dialog = QFileDialog(self, self.tr("Save the copy as"), str(self._bridge.session.project.path.parent))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(copy.name)
        dialog.fileSelected.connect(lambda name: self.write(copy, Path(name)))
        dialog.open()

    def write(self, copy: ArchivedCopy, path: Path) -> None:
        """Write a copy to a file that does not exist yet."""
        if self._do(lambda: extracting.extract(self._bridge.session.project, copy, path)):
            self.told.emit(self.tr("Wrote {name} to {path}").format(name=copy.name, path=path))

    def verify_all(self) -> None:
        """Read every byte of every copy in the project and tell what came of it."""
        advance = LongStep(self.tr("Comparing checksums…"), parent=self.window())
        states = self._do(lambda: self._bridge.session.project.copies.verify(progress=advance.advance), advance)
        if states is None:
            return
        bad = sum(state not in (CopyState.HELD, CopyState.LINKED) for state in states.values())
        told = self.tr("Copies checked: {count}. All are as they were put by.")
        if bad:
            told = self.tr("Copies checked: {count}. Changed, missing or damaged: {bad}.")
        self.told.emit(told.format(count=len(states), bad=bad))
        self.verified.emit(states)

    def acknowledge_change(self) -> None:
        """Take the chosen copy as good as it is now."""
        if self.chosen is not None:
            self._bridge.run(operations.acknowledge, self.chosen.id)

    def remove_copy(self) -> None:
        """Take the chosen copy off the source."""
        if self.chosen is not None and self.remove.isEnabled():
            self._bridge.run(operations.remove_copy, self.chosen.id)

    def _do(self, work: Callable[[], _Given], advance: LongStep | None = None) -> _Given | None:
        try:
            return work()
        except StoppedError:
            return None
        except KnownError as error:
            self._bridge.failed.emit(error_words(error))
            return None
        finally:
            if advance is not None:
                advance.hide()
                advance.deleteLater()

    def _enable(self) -> None:
        copy, writable = self.chosen, not self._bridge.session.project.read_only
        for button in (self.archive, self.link):
            button.setEnabled(writable)
        for button in (self.look, self.save):
            button.setEnabled(copy is not None)
        self.remove.setEnabled(copy is not None and writable)
        changed = copy is not None and self.model.is_doubtful(copy) and self.model.state(copy) is not CopyState.MISSING
        self.acknowledge.setVisible(changed)
        self.acknowledge.setEnabled(writable)

    def _button(self, text: str, action: Callable[[], object]) -> QPushButton:
        made = QPushButton(text)
        made.clicked.connect(lambda _checked=False: action())
        return made

    def _lay_out(self) -> None:
        buttons = FlowLayout(across=8, down=8)
        for button in (self.look, self.save, self.acknowledge, self.remove, self.archive, self.link, self.verify):
            buttons.addWidget(button)
        edges = QVBoxLayout()
        edges.setContentsMargins(16, 8, 16, 12)
        edges.setSpacing(8)
        for part in (self.nothing, self.total):
            edges.addWidget(part)
        edges.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addLayout(edges)
